"""`unit.pdf`: the sheets of all units, and of groups of which no unit's figures are published, on A4."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from simulator.handouts.letters import LINE
from simulator.handouts.paper import HEIGHT_MM, INNER_MM, MARGIN_MM, POINT_MM, Paper
from simulator.handouts.paper_table import draw_table
from simulator.handouts.properties import properties_of
from simulator.handouts.stamp import marks_legend, stamp_lines
from simulator.handouts.writing import written
from simulator.report.charts.theme import MUTED
from simulator.report.context import Context
from simulator.report.sentences.overview import slide
from simulator.report.sentences.unit_sheet import Sheet, unit_sheet
from simulator.report.tables.table import Table
from simulator.report.tables.units import UnitTable, unit_table
from simulator.words import Lang, text
from simulator.words.sentence import Sentence, joined
from simulator.words.sources import source_titles

SIZE, SMALL = 11.0, 7.5  # points
NOTE_MOST = 6  # lines of a note


def unit_sheets_bytes(
    contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False
) -> bytes:
    """The sheets of the first scenario, a page for each row of the units' table in its order.

    The month of the scenario's line is the target's, or the last where the projection does not hold it.
    """
    c = contexts[0]
    table = unit_table(c.projection, slide(c.projection).month)
    title = text("handouts.units.title", lang, scenario=c.scenario.name)
    paper = Paper(properties_of(title, [c], lang, today))
    stamp = " · ".join(stamp_lines([c], lang, today, unsaved))
    for i, row in enumerate(table.rows):
        sheet = unit_sheet(c, table, row.key, lang)
        sources = source_titles(" ".join(sheet.sources), c.sources, lang)
        foot = f"{marks_legend(c, lang)} {text('handouts.units.headings', lang)} {sources}."
        _page(paper, table, i, sheet, (foot, stamp))
    return paper.data()


def _page(paper: Paper, table: UnitTable, i: int, sheet: Sheet, foot: Sequence[str]) -> None:
    facts, lang = table.projection.baseline.facts, paper.language
    paper.add_page()
    if facts.fictitious:
        paper.watermark()
    header = text("handouts.header", lang, region=facts.region)
    y = paper.say(header, MARGIN_MM, MARGIN_MM, INNER_MM, SMALL, colour=MUTED, most=1)
    y = paper.say(sheet.name, MARGIN_MM, y + 4, INNER_MM, 21, bold=True, most=3)
    y = paper.say(sheet.finding, MARGIN_MM, y + 1.5, INNER_MM, 13, most=3, marks=False)
    y = _numbers(paper, sheet, y + 7)
    paper.bar(MARGIN_MM, y + 2, INNER_MM, table.whole["enrolled"][i] / max(1, table.whole["asn"][i]), 2.2)
    y = paper.say(sheet.scenario or "", MARGIN_MM, y + 9, INNER_MM, SIZE, most=5)
    y = _heading(paper, text("units.sheet.bill", lang), y)
    y = draw_table(paper, _labelled(sheet.bill), (MARGIN_MM, y, INNER_MM), SIZE, strong=0, marks=False)
    notes = joined((*sheet.rate_notes, text("handouts.units.computed", lang)), lang)
    y = paper.say(notes, MARGIN_MM, y + 2, INNER_MM, 9, colour=MUTED, marks=False)
    y = _heading(paper, text("units.sheet.family", lang), y)
    y = draw_table(paper, sheet.family, (MARGIN_MM, y, INNER_MM), SIZE)
    names = table.rows[i].published_names
    published = [text("handouts.units.published", lang, names=", ".join(names))] if names else []
    for note in (text("units.sheet.care", lang), *sheet.notes, *published):
        y = paper.say(note, MARGIN_MM, y + 2.5, INNER_MM, SIZE, most=NOTE_MOST)
    _foot(paper, foot)


def _labelled(bill: Table) -> Table:
    """The bill with marks on the workers its rows are for; that its amounts are computed is said below."""
    rows = []
    for row in bill.rows:
        label, *amounts = row.cells
        words = written(label) if isinstance(label, Sentence) else label
        rows.append(replace(row, cells=(words, *amounts)))
    return replace(bill, rows=tuple(rows))


def _numbers(paper: Paper, sheet: Sheet, y: float) -> float:
    width = INNER_MM / len(sheet.numbers)
    for place, number in enumerate(sheet.numbers):
        x = MARGIN_MM + place * width
        under = paper.say(number.label, x, y, width - 3, 9.5, colour=MUTED, most=1)
        end = paper.large(number.words, x, under + 0.5, width - 3, 28)
    return end


def _heading(paper: Paper, words: str, y: float) -> float:
    return paper.say(words, MARGIN_MM, y + 6.5, INNER_MM, 13, bold=True) + 1


def _foot(paper: Paper, blocks: Sequence[str]) -> None:
    """Marks, sources and stamp, standing on the lower edge."""
    lines = sum(len(paper.lines(words, INNER_MM, SMALL)) for words in blocks)
    height = lines * SMALL * POINT_MM * LINE + 2 * (len(blocks) - 1)
    y = HEIGHT_MM - MARGIN_MM - height
    paper.rule(MARGIN_MM, y - 2, INNER_MM)
    for words in blocks:
        y = paper.say(words, MARGIN_MM, y, INNER_MM, SMALL, colour=MUTED) + 2
