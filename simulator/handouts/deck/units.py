"""The units: how many are at 100 %, pledged, partly in and outside, and who has furthest to go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np
from pptx.slide import Slide

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, SMALL, Box, Canvas, fits, write
from simulator.handouts.deck.charts import bar_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import Line, SlideTable
from simulator.handouts.letters import cut
from simulator.handouts.writing import Words
from simulator.planning.groups import STATUSES, Status, UnitGroup, unit_groups
from simulator.report.charts.chart import Part
from simulator.report.charts.ranking import ranking_title, statuses
from simulator.report.charts.theme import MUTED
from simulator.report.context import Context
from simulator.report.sentences.unit_names import counted, pledge_months
from simulator.report.sentences.units import title
from simulator.report.tables.groups import pledged
from simulator.report.tables.ranking import ranking_table
from simulator.report.tables.units import UnitTable, unit_table
from simulator.words import Lang, text
from simulator.words.numbers import NO_BREAK
from simulator.words.quantity import count
from simulator.words.sentence import Sentence, joined, sentence

ASKED_FIRST = STATUSES[::-1]
LIST_SIZES, LIST_GAP = (15, 14, 13, 12), 0.6
ROOM = 14.0  # points for what stands around a name that fills its line
MOST_SLIDES = 4  # of rows; what does not fit is counted in one line
SIZES = ((12, 2), (11, 1))  # of the letters of the rows, with the lines a name may take
CHART_WIDTH, NOTE = 460.0, 40.0
PARTS = (3.8, 1.6, 1.45, 1.45, 1.45, 1.35, 1.8)  # of the columns of rows


def units_today(canvas: Canvas, material: Material) -> None:
    """How units take part today, with the names of those that may be named."""
    c, lang = material.context, material.lang
    groups = unit_groups(c.baseline)
    offices = [group for group in groups if group.segment != "other"] or list(groups)
    notes: list[Words] = [sentence("deck.note.units", lang, month=material.month(0))]
    if any(group.is_pooled for group in groups):
        notes.append(text("units.groups_only", lang))
    slide = canvas.slide(text("deck.units", lang), title(c, groups, lang), notes)
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


def _lists(offices: list[UnitGroup], material: Material, box: Box) -> list[Words]:
    """Who is of each status, those outside first: as many names as fit, of those that may be named."""
    of = {status: [group for group in offices if group.status == status] for status in ASKED_FIRST}
    names = {status: _names(groups, box) for status, groups in of.items()}
    is_pooled = any(group.is_pooled for group in offices)
    note = [text("units.groups_only", material.lang)] if is_pooled else []

    def lines(most: Mapping[Status, int]) -> list[Words]:
        listed = [s for s in ASKED_FIRST if of[s]]
        return [*(_listed(s, of[s], names[s], most[s], material) for s in listed), *note]

    kept = dict.fromkeys(ASKED_FIRST, 0)
    for status in ASKED_FIRST:
        for most in range(1, len(names[status]) + 1):
            if not fits(lines(kept | {status: most}), box, LIST_SIZES[-1], LIST_GAP):
                break
            kept[status] = most
    return lines(kept)


def _names(groups: list[UnitGroup], box: Box) -> list[str]:
    """The names that are published, each on one line."""
    published = (group.published_names or (() if group.is_pooled else (group.name,)) for group in groups)
    names = (cut(name, LIST_SIZES[-1], box.width - ROOM) for name in chain.from_iterable(published))
    return [name.replace(" ", NO_BREAK) for name in names]


def _listed(
    status: Status, groups: list[UnitGroup], names: list[str], most: int, material: Material
) -> Sentence:
    """The units of one status with at most so many names; for pledges also the workers and the months."""
    c, lang = material.context, material.lang
    units = counted(c, groups, lang)
    parts: list[Words] = [sentence(f"deck.units.{status}", lang, units=units)]
    if status == "pledged":
        together = replace(groups[0], units=np.concatenate([group.units for group in groups]))
        months = pledge_months(together, c.baseline, lang)
        parts.append(sentence("deck.units.pledge", lang, workers=pledged(c, groups), months=months))
    if 0 < most < len(names):
        shown, more = ", ".join(names[:most]), count(len(names) - most)
        parts.append(sentence("deck.units.and_more", lang, names=shown, more=more))
    elif most:
        parts.append(", ".join(names))
    return joined(parts, lang)


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
    below = BODY.under(BODY.bottom - NOTE + 10)
    for slide, page in canvas.pages(material.topic("deck.units"), finding, pages, notes, lang):
        table.draw(slide, box, str(finding), size=size, page=page)
        remarks = joined((legend, *material.past()), lang)
        write(slide, below, [remarks], sizes=(12, SMALL), colour=MUTED)


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
