"""`unit.pdf`: a page of A4 for every unit, or group of units whose own figures nobody published, with what the unit's sheet on screen says."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from simulator.handouts.letters import LINE
from simulator.handouts.marks import Marks, computed
from simulator.handouts.paper import HEIGHT_MM, INNER_MM, MARGIN_MM, POINT_MM, Paper
from simulator.handouts.paper_table import draw_table
from simulator.handouts.stamp import marks_legend, stamp_lines
from simulator.report.charts.theme import MUTED
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.overview import missing_months, slide
from simulator.report.sentences.unit_sheet import Number, Sheet, unit_sheet
from simulator.report.tables.table import Column, Row, Table
from simulator.report.tables.units import UnitTable, unit_table
from simulator.words import Lang, text
from simulator.words.numbers import month_long, people, rupiah
from simulator.words.provenance import IN_WORDS, basis_name, marked
from simulator.words.sources import source_titles

SIZE, SMALL = 11.0, 7.5  # points
NOTE_MOST = 6  # lines of a note


def unit_sheets_bytes(
    contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False
) -> bytes:
    """The sheets of the first scenario, in the order of the units' table and as many pages as that has rows.

    The month of the scenario's line is the target's, or the last one where the target lies outside the projection.
    """
    c = contexts[0]
    p, marks = c.projection, Marks(c, lang)
    table = unit_table(p, slide(p).month)
    paper = Paper(text("handouts.units.title", lang, scenario=p.scenario.name), lang, today)
    stamp = " · ".join(stamp_lines([c], lang, today, unsaved))
    past = f" {text('units.past', lang, month=month_long(int(p.months[table.month]), lang))}" * (
        table.month in missing_months(p, c.today, c.actuals)
    )
    for i, row in enumerate(table.rows):
        sheet = unit_sheet(table, row.key, c.programme, c.today, lang)
        foot = f"{marks_legend(c, lang)} {text('handouts.units.headings', lang)} {source_titles(' '.join(sheet.sources), c.sources, lang)}."
        numbers = tuple(_marked(number, c, lang) for number in sheet.numbers)
        jkm, *others = sheet.family  # by law one amount; the others are arithmetic on amounts
        _page(
            paper,
            table,
            i,
            replace(
                sheet,
                scenario=f"{_scenario(table, i, marks)}{past}",
                numbers=numbers,
                family=(jkm, *((name, computed(amount), note) for name, amount, note in others)),
            ),
            (foot, stamp),
        )
    return paper.data()


def _scenario(table: UnitTable, i: int, marks: Marks) -> str:
    """What the scenario gives the row, with marks, under a name that is set apart from the sentence."""
    p, lang, row = table.projection, marks.lang, {"row": table.rows[i].key, "month": table.month}
    return text(
        "units.sheet.scenario",
        lang,
        scenario=f"“{p.scenario.name}”",
        month=month_long(int(p.months[table.month]), lang),
        projected=marks.on(people(table.whole["projected"][i], lang), "row_projected", **row),
        bill=marks.on(rupiah(table.whole["bill_idr"][i], lang), "row_bill", **row),
    )


def _marked(number: Number, c: Context, lang: Lang) -> Number:
    """The number with the mark it carries on screen; a word goes to its label. What is made up says so on the whole page."""
    key, about = number.origin
    basis = quantity(c, key, **about).basis
    if number.shown == people(0, lang):  # nobody missing is no estimate
        return number
    if basis in IN_WORDS:
        return (
            number
            if basis == "fictitious"
            else replace(number, label=f"{number.label} · {basis_name(basis, lang)}")
        )
    return replace(number, shown=marked(number.shown, basis, lang))


def _page(paper: Paper, table: UnitTable, i: int, sheet: Sheet, foot: Sequence[str]) -> None:
    facts, lang = table.projection.baseline.facts, paper.lang
    paper.add_page()
    if facts.fictitious:
        paper.watermark()
    y = paper.say(
        text("handouts.header", lang, region=facts.region),
        MARGIN_MM,
        MARGIN_MM,
        INNER_MM,
        SMALL,
        colour=MUTED,
        most=1,
    )
    y = paper.say(sheet.name, MARGIN_MM, y + 4, INNER_MM, 21, bold=True, most=3)
    y = paper.say(sheet.finding, MARGIN_MM, y + 1.5, INNER_MM, 13, most=3)
    y = _numbers(paper, sheet, y + 7)
    paper.bar(MARGIN_MM, y + 2, INNER_MM, table.whole["enrolled"][i] / max(1, table.whole["asn"][i]), 2.2)
    y = paper.say(sheet.scenario, MARGIN_MM, y + 9, INNER_MM, SIZE, most=5)
    y = _heading(paper, text("units.sheet.bill", lang), y)
    y = draw_table(paper, _bill(sheet), (MARGIN_MM, y, INNER_MM), SIZE, strong=0, marks=False)
    y = paper.say(
        " ".join((*sheet.rate_notes, text("handouts.units.computed", lang))),
        MARGIN_MM,
        y + 2,
        INNER_MM,
        9,
        colour=MUTED,
    )
    y = _heading(paper, text("units.sheet.family", lang), y)
    untitled = (Column(""),) * 3
    family = Table(untitled, tuple(map(Row, sheet.family)))
    y = draw_table(paper, family, (MARGIN_MM, y, INNER_MM), SIZE)
    names = table.rows[i].published_names
    published = [text("handouts.units.published", lang, names=", ".join(names))] if names else []
    for note in (text("units.sheet.care", lang), *sheet.notes, *published):
        y = paper.say(note, MARGIN_MM, y + 2.5, INNER_MM, SIZE, most=NOTE_MOST)
    _foot(paper, foot)


def _bill(sheet: Sheet) -> Table:
    (first, *titles), *rows = sheet.bill
    columns = (Column(first), *(Column(title, is_number=True) for title in titles))
    return Table(columns, tuple(map(Row, rows)))


def _numbers(paper: Paper, sheet: Sheet, y: float) -> float:
    width = INNER_MM / len(sheet.numbers)
    for place, number in enumerate(sheet.numbers):
        x = MARGIN_MM + place * width
        under = paper.say(number.label, x, y, width - 3, 9.5, colour=MUTED, most=1)
        end = paper.say(number.shown, x, under + 0.5, width - 3, 28, bold=True, most=1)
    return end


def _heading(paper: Paper, words: str, y: float) -> float:
    return paper.say(words, MARGIN_MM, y + 6.5, INNER_MM, 13, bold=True) + 1


def _foot(paper: Paper, blocks: Sequence[str]) -> None:
    """Marks, sources and stamp, standing on the lower edge."""
    height = sum(
        len(paper.lines(words, INNER_MM, SMALL)) for words in blocks
    ) * SMALL * POINT_MM * LINE + 2 * (len(blocks) - 1)
    y = HEIGHT_MM - MARGIN_MM - height
    paper.rule(MARGIN_MM, y - 2, INNER_MM)
    for words in blocks:
        y = paper.say(words, MARGIN_MM, y, INNER_MM, SMALL, colour=MUTED) + 2


__all__ = ["unit_sheets_bytes"]
