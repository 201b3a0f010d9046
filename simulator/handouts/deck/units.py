"""The units: how many are at 100 %, pledged, partly in and outside, and who has furthest to go."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from pptx.slide import Slide

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, SMALL, Box, Canvas, cut, fits, write
from simulator.handouts.deck.charts import bar_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import Line, SlideTable
from simulator.handouts.writing import Words
from simulator.planning.groups import STATUSES, UnitGroup, unit_groups
from simulator.report.charts.bars import Part
from simulator.report.charts.ranking import ranking_title, statuses
from simulator.report.charts.theme import MUTED
from simulator.report.context import Context
from simulator.report.sentences.unit_names import counted, pledge_months
from simulator.report.sentences.units import title
from simulator.report.tables.ranking import ranking_table
from simulator.report.tables.units import UnitTable, unit_table
from simulator.words import Lang, text
from simulator.words.numbers import month_long, people
from simulator.words.sentence import joined, sentence

ASKED_FIRST = STATUSES[::-1]
LIST_SIZES, LIST_GAP = (15, 14, 13, 12), 0.6
ROOM = 14.0  # points for what stands around a name that fills its line
MOST_SLIDES = 4  # of rows; what does not fit is counted in one line
SIZES = ((12, 2), (11, 1))  # of the letters of the rows, with the lines a name may take
CHART_WIDTH, NOTE = 460.0, 40.0
PARTS = (3.8, 1.6, 1.45, 1.45, 1.45, 1.35, 1.8)  # of the columns of rows


def units_today(canvas: Canvas, material: Material) -> None:
    """How units take part today, with the names of those that may be named."""
    lang, p = material.lang, material.main
    rows, month = unit_groups(p.baseline), month_long(p.baseline.month, lang)
    offices = [row for row in rows if row.segment != "other"] or list(rows)
    slide = canvas.slide(
        text("deck.units", lang),
        title(material.context, rows, lang),
        [text("deck.note.units", lang, month=month), *_published_note(rows, material)],
    )
    bars = statuses(offices, lang)
    bar_chart(slide, Box(MARGIN, BODY.top + 30, CHART_WIDTH, 90 + 112 * len(bars.names)), bars, lang)
    _key(slide, bars.parts)
    left = MARGIN + CHART_WIDTH + 28
    box = Box(left, BODY.top, MARGIN + INNER - left, BODY.height)
    write(slide, box, _lists(offices, material, box), sizes=LIST_SIZES, gap=LIST_GAP)


def _key(slide: Slide, parts: Sequence[Part]) -> None:
    """The parts of the bars by name, each in front of its colour's square."""
    used = [part for part in parts if any(number.value for number in part.quantities)]
    width = CHART_WIDTH / len(used)
    for i, part in enumerate(used):
        left = MARGIN + i * width
        write(slide, Box(left, BODY.top + 2, 14, 18), ["■"], sizes=(13,), colour=part.colour)
        write(slide, Box(left + 16, BODY.top + 2, width - 18, 18), [part.name], sizes=(13, 12, 11))


def _lists(offices: list[UnitGroup], material: Material, box: Box) -> list[str]:
    """Who is of each status, those outside first: as many names as fit, of those that may be named."""
    lang, size = material.lang, LIST_SIZES[-1]
    of = {status: [row for row in offices if row.status == status] for status in ASKED_FIRST}
    names = {
        status: [
            cut(name, size, box.width - ROOM).replace(" ", "\u00a0")
            for row in rows
            for name in (row.published_names or (() if row.is_pooled else (row.name,)))
        ]
        for status, rows in of.items()
    }
    note = [text("units.groups_only", lang)] if any(row.is_pooled for row in offices) else []

    def told(most: dict[str, int]) -> list[str]:
        return [
            _listed(status, of[status], names[status], most[status], material)
            for status in ASKED_FIRST
            if of[status]
        ] + note

    kept = dict.fromkeys(ASKED_FIRST, 0)
    for status in ASKED_FIRST:  # the first number of names that is too many, less one
        kept[status] = bisect_left(
            range(1, len(names[status]) + 1),
            True,
            key=lambda most: not fits(told(kept | {status: most}), box, size, LIST_GAP),
        )
    return told(kept)


def _listed(status: str, rows: list[UnitGroup], names: list[str], most: int, material: Material) -> str:
    """The units of one status with at most so many names; for pledges also the workers and the months."""
    lang, baseline = material.lang, material.main.baseline
    listed = ", ".join(names[:most])
    if 0 < most < len(names):
        listed = text("deck.units.and_more", lang, names=listed, more=people(len(names) - most, lang))
    if status == "pledged":
        workers = sum(int(baseline.pledge_workers[row.units].sum()) for row in rows)
        months = pledge_months(
            replace(rows[0], units=np.concatenate([row.units for row in rows])), baseline, lang
        )
        listed = f"{text('deck.units.pledge', lang, workers=people(workers, lang), months=months)} {listed}"
    return text(
        f"deck.units.{status}", lang, units=counted(material.context, rows, lang), names=listed
    ).strip()


def _published_note(rows: tuple[UnitGroup, ...], material: Material) -> list[str]:
    return [text("units.groups_only", material.lang)] if any(row.is_pooled for row in rows) else []


def units_missing(canvas: Canvas, material: Material) -> None:
    """Every row, furthest to go first, on as many slides as may be; then the rest, counted, and the total."""
    lang, p = material.lang, material.main
    units = unit_table(p, material.target_month)
    order = sorted(range(len(units.rows)), key=lambda i: (-units.whole["to_asn"][i], i))
    box = Box(BODY.left, BODY.top, BODY.width, BODY.height - NOTE)
    table, size, pages = _fitted(material.context, units, order, box, lang)
    finding, then = ranking_title(material.context, units, lang), material.month(units.month)
    notes: list[Words] = [sentence("deck.note.missing", lang, month=then), material.of_scenario()]
    legend = text("units.legend_fictitious" if p.baseline.facts.fictitious else "units.legend", lang)
    below = Box(MARGIN, BODY.bottom - NOTE + 10, INNER, NOTE - 10)
    for slide, page in canvas.pages(material.topic("deck.units"), finding, pages, notes, lang):
        table.draw(slide, box, str(finding), size=size, page=page)
        write(slide, below, [joined((legend, *material.past()), lang)], sizes=(12, SMALL), colour=MUTED)


def _fitted(
    c: Context, units: UnitTable, order: list[int], box: Box, lang: Lang
) -> tuple[SlideTable, float, list[list[Line]]]:
    """The table, the size of its letters and its pages: all rows where they fit, else one counts the rest."""
    for size, lines in SIZES:
        table = SlideTable(ranking_table(c, units, order, lang), PARTS, lang, most=lines)
        pages = table.in_pages(box, size)
        if len(pages) <= MOST_SLIDES:
            return table, size, pages
    kept = len(order)
    while len(pages) > MOST_SLIDES:
        kept = min(kept - 1, sum(len(page) for page in pages[:MOST_SLIDES]) - 1)
        table = SlideTable(ranking_table(c, units, order, lang, kept), PARTS, lang, most=lines)
        pages = table.in_pages(box, size)
    return table, size, pages
