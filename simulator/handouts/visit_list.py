"""`kunjungan.pdf`: the offices to visit on A4, each with its bill and room for the outcome of the visit."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from simulator.handouts.letters import LINE
from simulator.handouts.paper import ARTIFACT, HEIGHT_MM, INNER_MM, MARGIN_MM, POINT_MM, Paper
from simulator.handouts.paper_table import AIR, draw_table
from simulator.handouts.properties import properties_of
from simulator.handouts.stamp import any_made_up, marks_legend, stamp_lines
from simulator.planning.next_answer import VisitPlan
from simulator.report.charts.theme import MUTED
from simulator.report.context import Context
from simulator.report.sentences.next_units import finding, how_counted, notes
from simulator.report.tables.next_units import visit_table
from simulator.report.tables.table import Column, Table
from simulator.words import Lang, text

# Font sizes of the list in points, and the space around a line; the largest that fits the page is used.
LETTERS = ((11.0, AIR), (10.0, AIR), (9.0, AIR), (8.0, AIR), (8.0, 0.16))
SMALL, NOTE = 7.5, 9.5
TO_WRITE_ON = "…" * 9
GAP_MM = 3.0  # above the foot of a page
LEAST_LEFT = 2  # rows on the last page at least, including the sum


def visit_list_bytes(
    contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False, answer: VisitPlan
) -> bytes:
    """The visits of an answer about the first scenario, on one page if letters of 8 points allow it.

    Further visits follow on the next page, with the sum of all at the end; the page before says so and why.
    """
    c = contexts[0]
    title = text("next.list.title", lang, region=c.baseline.facts.region, scenario=c.scenario.name)
    properties = properties_of(title, [c], lang, today)
    paper, trial = Paper(properties), Paper(properties)
    trial.add_page()
    table = _with_room(visit_table(c, answer.best, lang), lang)
    foot = paper.lines(
        f"{marks_legend(c, lang)} {' · '.join(stamp_lines([c], lang, today, unsaved))}", INNER_MM, SMALL
    )
    foot_at = HEIGHT_MM - MARGIN_MM - len(foot) * SMALL * POINT_MM * LINE
    rows, letters, number = table.rows, LETTERS[-1], 1
    while rows:
        y = _head(paper, c)
        if number == 1:
            found = finding(c, answer, lang)
            y = paper.say(found, MARGIN_MM, y, INNER_MM, 17, bold=True, tag="H1", marks=False)
            for one in [*notes(c, answer, lang), how_counted(c, answer, lang)]:
                y = paper.say(one, MARGIN_MM, y + 1, INNER_MM, NOTE, marks=False)
            letters = _letters(trial, table, y + 4, foot_at - GAP_MM)
        else:
            y = paper.say(text("next.list.rest", lang, page=number), MARGIN_MM, y, INNER_MM, NOTE)
        held = _held(trial, replace(table, rows=rows), y + 4, foot_at - GAP_MM, letters)
        end = _draw(paper, replace(table, rows=rows[:held]), y + 4, letters)
        if left := rows[held:]:
            about = {"page": number + 1, "left": len(left) - 1, "held": held, "size": f"{letters[0]:.0f}"}
            paper.say(
                text("next.list.goes_on", lang, **about), MARGIN_MM, end + 1, INNER_MM, SMALL, bold=True
            )
        paper.put(foot, MARGIN_MM, foot_at, INNER_MM, SMALL, colour=MUTED)
        rows, number = left, number + 1
    return paper.data()


def _draw(paper: Paper, table: Table, y: float, letters: tuple[float, float]) -> float:
    size, air = letters
    return draw_table(paper, table, (MARGIN_MM, y, INNER_MM), size, air=air)


def _letters(trial: Paper, table: Table, y: float, bottom: float) -> tuple[float, float]:
    """The largest letters with which a table ends above `bottom`; otherwise the smallest."""
    return next((one for one in LETTERS if _draw(trial, table, y, one) <= bottom), LETTERS[-1])


def _held(trial: Paper, table: Table, y: float, bottom: float, letters: tuple[float, float]) -> int:
    """How many rows fit on a page; if not all, with room for a line that says so, without the last two."""
    rows = table.rows
    if _draw(trial, table, y, letters) <= bottom:
        return len(rows)
    above = bottom - SMALL * POINT_MM * LINE - 1

    def fits(number: int) -> bool:
        return _draw(trial, replace(table, rows=rows[:number]), y, letters) <= above

    most = len(rows) - LEAST_LEFT
    return max(1, bisect(range(1, most + 1), False, key=lambda number: not fits(number)))


def _with_room(table: Table, lang: Lang) -> Table:
    """The table with an additional column to write in."""
    rows = tuple(replace(row, cells=(*row.cells, "" if row.is_total else TO_WRITE_ON)) for row in table.rows)
    return Table((*table.columns, Column(text("next.list.outcome", lang))), rows)


def _head(paper: Paper, c: Context) -> float:
    paper.add_page()
    if any_made_up([c]):
        paper.watermark()
    words = text("handouts.header", paper.language, region=c.baseline.facts.region)
    return paper.say(words, MARGIN_MM, MARGIN_MM, INNER_MM, SMALL, colour=MUTED, tag=ARTIFACT) + 3
