"""`kunjungan.pdf`: the offices to visit on A4, each with its bill and room for what came of the visit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from simulator.handouts.letters import LINE
from simulator.handouts.paper import ARTIFACT, HEIGHT_MM, INNER_MM, MARGIN_MM, POINT_MM, Paper
from simulator.handouts.paper_table import draw_table
from simulator.handouts.properties import properties_of
from simulator.handouts.stamp import any_made_up, marks_legend, stamp_lines
from simulator.planning.next_units import Answer
from simulator.report.charts.theme import MUTED
from simulator.report.context import Context
from simulator.report.sentences.next_units import finding, how_counted, notes
from simulator.report.tables.next_units import visit_table
from simulator.report.tables.table import Column, Table
from simulator.words import Lang, text

SIZES = (11.0, 10.0, 9.0, 8.0)  # points of the list, as large as the page allows
SMALL = 7.5
ROW = 1.75  # of the size of its letters
TO_WRITE_ON = "…" * 9
ON_A_PAGE = 48  # rows of the smallest letters


def visit_list_bytes(
    contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False, answer: Answer
) -> bytes:
    """The visits of an answer about the first scenario; more offices than a page holds go on to the next."""
    c = contexts[0]
    title = text("next.list.title", lang, region=c.baseline.facts.region, scenario=c.scenario.name)
    paper = Paper(properties_of(title, [c], lang, today))
    table = _with_room(visit_table(c, answer.best, lang), lang)
    foot = f"{marks_legend(c, lang)} {' · '.join(stamp_lines([c], lang, today, unsaved))}"
    said = [*notes(c, answer, lang), how_counted(c, answer, lang)]
    for first in range(0, len(table.rows), ON_A_PAGE):
        y = _head(paper, c)
        if not first:
            y = paper.say(
                finding(c, answer, lang), MARGIN_MM, y, INNER_MM, 17, bold=True, tag="H1", marks=False
            )
            for one in said:
                y = paper.say(one, MARGIN_MM, y + 1, INNER_MM, 9.5, marks=False)
        part = replace(table, rows=table.rows[first : first + ON_A_PAGE])
        draw_table(paper, part, (MARGIN_MM, y + 4, INNER_MM), _size(y, len(part.rows)))
        lines = paper.lines(foot, INNER_MM, SMALL)
        y = HEIGHT_MM - MARGIN_MM - len(lines) * SMALL * POINT_MM * LINE
        paper.put(lines, MARGIN_MM, y, INNER_MM, SMALL, colour=MUTED)
    return paper.data()


def _with_room(table: Table, lang: Lang) -> Table:
    """The table with a column to write in."""
    rows = tuple(replace(row, cells=(*row.cells, "" if row.is_total else TO_WRITE_ON)) for row in table.rows)
    return Table((*table.columns, Column(text("next.list.outcome", lang))), rows)


def _size(y: float, rows: int) -> float:
    """The largest letters in which so many rows and their titles fit below a place."""
    room = HEIGHT_MM - MARGIN_MM - 16 - y
    return next((size for size in SIZES if (rows + 3) * ROW * size * POINT_MM <= room), SIZES[-1])


def _head(paper: Paper, c: Context) -> float:
    paper.add_page()
    if any_made_up([c]):
        paper.watermark()
    words = text("handouts.header", paper.language, region=c.baseline.facts.region)
    return paper.say(words, MARGIN_MM, MARGIN_MM, INNER_MM, SMALL, colour=MUTED, tag=ARTIFACT) + 3
