"""What was recorded month by month, record by record."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from simulator.model.actuals import FIGURES, PEOPLE, TOTAL, Record
from simulator.model.baseline import Baseline
from simulator.model.months import month_number
from simulator.report.tables.table import Cell, Column, Row, Table
from simulator.words import Lang, text
from simulator.words.numbers import moment
from simulator.words.provenance import data_mark
from simulator.words.quantity import Month, Origin, Quantity
from simulator.words.sentence import Sentence, sentence

Correction = tuple[str, str, str, int, int | None]  # month, unit, figure, old value, new value or None


def record_table(
    records: Sequence[Record],
    baseline: Baseline,
    lang: Lang,
    *,
    figures: Sequence[str] = (),
    with_entry: bool = True,
) -> Table:
    """Records with a column for each of their figures, or only for the given `figures`.

    `with_entry` adds when, by whom and from which file each was recorded.
    """
    shown = figures or [figure for figure in FIGURES if any(figure in record.figures for record in records)]
    names = ["month", "unit", *(f"figure.{figure}" for figure in shown)]
    names = ["when", *names, "by", "file"] if with_entry else names
    columns = (Column(text(f"actuals.{name}", lang), name.startswith("figure.")) for name in names)
    rows = []
    for record in records:
        cells: list[Cell] = [recorded(record, figure, baseline, lang) for figure in shown]
        cells = [Month(month_number(record.month)), unit_name(record.unit, baseline, lang), *cells]
        if with_entry:
            cells = [_moment(record, lang), *cells, record.by, record.file]
        rows.append(Row(tuple(cells)))
    return Table(tuple(columns), tuple(rows))


def correction_lines(corrections: Iterable[Correction], baseline: Baseline, lang: Lang) -> list[Sentence]:
    """What a list would correct or withdraw."""
    return [
        sentence(
            "actuals.withdrawal_line" if new is None else "actuals.correction_line",
            lang,
            month=Month(month_number(month)),
            unit=unit_name(unit, baseline, lang),
            figure=text(f"actuals.figure.{figure}", lang),
            old=entry(month, unit, figure, old, baseline, lang, note="recorded_before"),
            new=entry(month, unit, figure, new, baseline, lang, note="to_be_recorded"),
        )
        for month, unit, figure, old, new in corrections
    ]


def entry(
    month: str,
    unit: str,
    figure: str,
    value: int | None,
    baseline: Baseline,
    lang: Lang,
    *,
    note: str,
    **note_values: str,
) -> Quantity:
    """A figure as somebody entered it; the note says who, or that it is not recorded yet."""
    mark = data_mark("published", baseline)
    about = {
        "figure": figure,
        "mark": mark,
        "month": Month(month_number(month)),
        "name": unit_name(unit, baseline, lang),
        "note": note,
        "value": value,
    } | note_values
    origin = Origin("entry", None, tuple(sorted(about.items())))
    return Quantity(value, "people" if figure in PEOPLE else "idr", mark, origin, "bare")


def unit_name(unit: str, baseline: Baseline, lang: Lang) -> str:
    """The name of a unit from its code in the log, or of the whole regency; an unknown code stays a code."""
    if unit == TOTAL:
        return text("actuals.whole", lang)
    return baseline.unit_names[baseline.index[unit]] if unit in baseline.index else unit


def recorded(record: Record, figure: str, baseline: Baseline, lang: Lang) -> Cell:
    """A figure of a record: empty where the record has none, or a note that it was withdrawn."""
    if figure not in record.figures:
        return ""
    value = record.figures[figure]
    if value is None:
        return text("actuals.withdrawn", lang)
    by = {"when": _moment(record, lang), "by": record.by or text("actuals.nobody", lang), "file": record.file}
    return entry(record.month, record.unit, figure, value, baseline, lang, note="recorded_by", **by)


def _moment(record: Record, lang: Lang) -> str:
    return moment(datetime.fromisoformat(record.recorded_at), lang)
