"""A unit list typed on screen: the rows offered, and a table of what was typed."""

from collections.abc import Sequence

from simulator.intake.known_units import KnownUnits
from simulator.intake.listed_units import COLUMNS
from simulator.intake.sheet import SheetRow, SheetTable
from simulator.model.parts import SEGMENTS
from simulator.store.baseline_files import read_baseline_named
from simulator.words import LANGUAGES, Lang, text

TYPED = tuple(column for column in COLUMNS if column != "note")
SPARE_ROWS = 10  # empty rows below, for new units
TypedRow = tuple[str | None, ...]


def headings(lang: Lang) -> tuple[str, ...]:
    """Column titles, those of the template."""
    return tuple(text(f"template.heading.{column}", lang) for column in TYPED)


def segment_choices(lang: Lang) -> list[str]:
    """The choices of the segment column."""
    return [text(f"template.segment.{segment}", lang) for segment in SEGMENTS]


def offered_rows(upon: str | None, lang: Lang) -> list[TypedRow]:
    """The offices of the baseline in the order of the template with their own figures, and empty rows."""
    baseline = read_baseline_named(upon) if upon else None
    units = {unit.code: unit for unit in baseline.units} if baseline else {}
    rows: list[TypedRow] = []
    for office in KnownUnits(baseline).offices:
        unit = units.get(office.base_code)
        figures: TypedRow = (None,) * 4
        if unit and unit.has_own_figures:
            pledge = (unit.pledge_month, str(unit.pledge_workers)) if unit.pledge_month else (None, None)
            figures = (str(unit.asn), str(unit.enrolled), *pledge)
        rows.append((office.code, office.name, text(f"template.segment.{office.segment}", lang), *figures))
    return rows + [(None,) * len(TYPED)] * SPARE_ROWS


def in_words(rows: Sequence[TypedRow], lang: Lang) -> list[TypedRow]:
    """Rows with their segments, chosen in any language, written in this one."""
    words = {word: now for of in LANGUAGES for word, now in zip(segment_choices(of), segment_choices(lang))}
    return [(*row[:2], words.get(row[2] or "", row[2]), *row[3:]) for row in rows]


def typed_table(offered: Sequence[TypedRow], typed: Sequence[TypedRow], lang: Lang) -> SheetTable | None:
    """The changed rows, numbered from 1 as on screen; None if nothing was changed.

    Unchanged rows are left out, so that their figures keep their month and source.
    """
    pairs = enumerate(zip(offered, typed), 1)
    changed = [SheetRow(number, now) for number, (before, now) in pairs if now != before]
    rows = (SheetRow(0, headings(lang)), *changed)
    return SheetTable(text("data.typed", lang), "", rows) if changed else None
