"""Units in the appendix: how many have each status, which ones they are, and which have most to enrol."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from simulator.handouts.deck.boxes import LEAST, Box, write
from simulator.handouts.deck.canvas import Canvas, Notes, Page
from simulator.handouts.deck.charts import bar_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.model.baseline import TakingPart
from simulator.planning.groups import STATUSES, UnitGroup, unit_groups
from simulator.report.charts.chart import BarPart
from simulator.report.charts.ranking import statuses
from simulator.report.sentences.unit_names import counted, groups_sentence, pledge_months
from simulator.report.sentences.units import title
from simulator.report.tables.groups import pledged
from simulator.report.tables.ranking import ranking_table
from simulator.report.tables.units import sum_figure, unit_table
from simulator.words import text
from simulator.words.sentence import Sentence, Words, joined, sentence

OUTSIDE_FIRST = STATUSES[::-1]
KEY = 34.0  # height of the key above the bars in points
CHART_HIGH = 130.0  # height per bar
PARTS = (3.6, 1.6, 1.6, 1.5, 1.7)  # relative widths of the columns


def units_today(canvas: Canvas, material: Material) -> None:
    """Add the units by status in the baseline month as bars, then the names that are published."""
    c, lang = material.context, material.lang
    groups = unit_groups(c.baseline)
    offices = [group for group in groups if group.segment != "other"] or list(groups)
    finding = title(c, groups, lang)
    sources: list[Words] = [sentence("deck.note.units", lang, month=material.month(0))]
    notes = Notes([finding, text("deck.say.units", lang)], sources)
    page = canvas.slide(text("deck.units", lang), finding, notes)
    bars = statuses(offices, lang)
    place = page.body.under(page.body.top + KEY)
    bar_chart(page.slide, place.above(place.top + 60 + CHART_HIGH * len(bars.names)), bars, lang)
    _key(page, bars.parts)
    page = canvas.slide(text("deck.units", lang), finding, notes)
    canvas.text(page, page.body, _lists(offices, material), sizes=(22, 20, LEAST))


def _key(page: Page, parts: Sequence[BarPart]) -> None:
    """Write the names of the parts of the bars, each after a square in its colour."""
    used = [part for part in parts if any(number.value for number in part.quantities)]
    width = page.body.width / len(used)
    for i, part in enumerate(used):
        left, top = page.body.left + i * width, page.body.top
        write(page.slide, Box(left, top, 20, 22), ["■"], sizes=(LEAST,), colour=part.colour)
        write(page.slide, Box(left + 24, top, width - 26, 22), [part.name], sizes=(LEAST,))


def _lists(offices: list[UnitGroup], material: Material) -> list[Words]:
    """The units of each status, those outside first, by their published names."""
    of = {status: [group for group in offices if group.status == status] for status in OUTSIDE_FIRST}
    lines: list[Words] = [_listed(status, of[status], material) for status in OUTSIDE_FIRST if of[status]]
    pooled = groups_sentence(offices, material.lang)
    return [*lines, *([pooled] if pooled else [])]


def _listed(status: TakingPart, groups: list[UnitGroup], material: Material) -> Sentence:
    """The units of one status with their names; for pledged ones also the workers and the months."""
    c, lang = material.context, material.lang
    units = counted(c, groups, lang)
    parts: list[Words] = [sentence(f"deck.units.{status}", lang, units=units)]
    if status == "pledged":
        together = replace(groups[0], units=np.concatenate([group.units for group in groups]))
        months = pledge_months(together, c.baseline, lang)
        parts.append(sentence("deck.units.pledge", lang, workers=pledged(c, groups), months=months))
    published = (group.published_names or (() if group.is_pooled else (group.name,)) for group in groups)
    if names := list(chain.from_iterable(published)):
        parts.append(", ".join(names))
    return joined(parts, lang)


def units_missing(canvas: Canvas, material: Material) -> None:
    """Add every row of the unit table, most to enrol first, then the total."""
    c, lang = material.context, material.lang
    units = unit_table(material.main, material.target_month)
    order = sorted(range(len(units.rows)), key=lambda i: (-units.whole["to_enrol"][i], i))
    then, to_enrol = material.month(units.month), sum_figure(c, units, "to_enrol")
    finding = sentence("deck.to_enrol.title", lang, month=then, number=to_enrol)
    notes = Notes(
        [finding, *material.past()],
        [sentence("deck.note.to_enrol", lang, month=then), material.of_scenario()],
    )
    page = canvas.slide(text("deck.units", lang), finding, notes)
    table = SlideTable(ranking_table(c, units, order, lang), PARTS, lang)
    table.flow(canvas, page, str(finding))
