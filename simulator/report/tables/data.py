"""Tables of the data page: totals before and after, and every unit whose own figures change."""

from collections.abc import Sequence

from simulator.model.baseline import Baseline, UnitRow
from simulator.model.parts import SEGMENTS
from simulator.planning.other_data import UnitChange
from simulator.report.sentences.data import data_quantity, moved
from simulator.report.tables.table import Cell, Row, Table, titled
from simulator.words import Lang, text
from simulator.words.numbers import MISSING
from simulator.words.quantity import Quantity, month
from simulator.words.sentence import Sentence, sentence

FIGURES = ("units", "participating", "asn", "enrolled", "pledge_workers")


def totals_table(old: Baseline | None, new: Baseline, lang: Lang) -> Table:
    """Totals before (if there were data) and after, for each segment that has units and for all."""
    rows = []
    for segment in (*SEGMENTS, None):
        of = {"segment": segment} if segment else {}
        if segment and not any(len(b.rows[segment]) for b in (old, new) if b):
            continue
        name = text(f"units.segment.{segment}" if segment else "data.all_segments", lang)
        cells = [
            moved(data_quantity(old, f, **of) if old else None, data_quantity(new, f, **of), lang)
            for f in FIGURES
        ]
        rows.append(Row((name, *cells), is_total=segment is None))
    numbers = titled((f"data.column.{name}" for name in FIGURES), lang, is_number=True)
    return Table((*titled(("data.column.segment",), lang), *numbers), tuple(rows))


def change_table(old: Baseline | None, new: Baseline, changes: Sequence[UnitChange], lang: Lang) -> Table:
    """One row for each unit that is new, removed or changed.

    Figures that nobody published for a unit are called estimates and are never shown.
    """
    names = ("unit", "segment", "change", "asn", "enrolled", "pledge")
    columns = titled((f"data.column.{name}" for name in names), lang)
    rows = []
    for change in changes:
        had_own = change.old is not None and change.old.has_own_figures
        if change.kind in ("new", "changed") or (change.kind == "removed" and had_own):
            rows.append(_change_row(old, new, change, lang))
    return Table(tuple(columns), tuple(rows))


def _change_row(old: Baseline | None, new: Baseline, change: UnitChange, lang: Lang) -> Row:
    before, after = change.old, change.new
    unit = after or before
    if unit is None:
        raise ValueError("a change is of one unit at least")
    cells: list[Cell] = [
        moved(_own(old, before, figure, lang), _own(new, after, figure, lang) if after else MISSING, lang)
        for figure in ("asn", "enrolled")
    ]
    kind = "new_for" if change.kind == "new" and before else change.kind
    return Row(
        (
            unit.name,
            text(f"units.segment.{unit.segment}", lang),
            text(f"data.change.{kind}", lang),
            *cells,
            _pledges(old, before, new, after, lang),
        )
    )


def _own(baseline: Baseline | None, unit: UnitRow | None, figure: str, lang: Lang) -> str | Quantity:
    """A unit's figure: empty without a unit, only the word for an estimate where nobody published it."""
    if baseline is None or unit is None:
        return ""
    if not unit.has_own_figures:
        return text("data.estimate", lang)
    return data_quantity(baseline, figure, codes=(unit.code,))


def _pledges(
    old: Baseline | None, before: UnitRow | None, new: Baseline, after: UnitRow | None, lang: Lang
) -> Cell:
    now = _pledge(new, after, lang) if after else MISSING
    if old is None or before is None or not before.has_own_figures:
        return now
    then = _pledge(old, before, lang)
    return now if str(then) == str(now) else sentence("data.moved", lang, then=then, now=now)


def _pledge(baseline: Baseline, unit: UnitRow, lang: Lang) -> str | Sentence:
    if not unit.pledge_month:
        return MISSING
    workers = data_quantity(baseline, "pledge_workers", codes=(unit.code,))
    return sentence("data.pledge", lang, workers=workers, month=month(unit.pledge_month))
