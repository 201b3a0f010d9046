"""Why each scenario differs from the first: the contribution of every changed setting, as a waterfall."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.errors import UserError
from simulator.handouts.deck.boxes import LEAST, Box, height_of, lines_of, write
from simulator.handouts.deck.canvas import Canvas, Notes, Page
from simulator.handouts.deck.charts import BELOW_BARS, waterfall_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.handouts.writing import number, written
from simulator.planning.comparison import last_common_month
from simulator.report.charts.chart import BarPart, PartedBars
from simulator.report.charts.theme import DOWN, TEXT, UP
from simulator.report.charts.waterfall import Step, Waterfall, waterfall_of
from simulator.report.sentences.attribution import WhyTheyDiffer, why_differ
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.errors import problem_text
from simulator.words.quantity import Month, Quantity, count
from simulator.words.sentence import sentence

METRIC = "enrolled"
MOST_PARTS = 4  # most bars for settings; further ones are added up in one
ROW, NAMES, VALUES = 48.0, 380.0, 110.0  # points


def why_they_differ(canvas: Canvas, material: Material) -> None:
    """Add a slide for each scenario that differs from the first in the last month they share."""
    first, lang = material.context, material.lang
    for c, name in zip(material.contexts[1:], material.names[1:]):
        month = last_common_month([first.projection, c.projection])
        if month is None:
            continue
        try:
            why = why_differ(first, c, METRIC, month, lang, (material.names[0], name))
        except UserError as error:  # overrides of units that do not exist in the other data
            title = text("deck.why.undivided", lang, a=material.names[0], b=name)
            page = canvas.slide(text("deck.why", lang), title, Notes([title]))
            canvas.text(page, page.body, [problem_text(problem, lang) for problem in error.problems])
            continue
        if why.total.quantity.value:
            _slide(canvas, material, why)


def _slide(canvas: Canvas, material: Material, why: WhyTheyDiffer) -> None:
    """Show the contributions as bars if their names fit beside them, otherwise as a table."""
    lang, (a, b) = material.lang, why.ends
    total, month = why.total.quantity, Month(why.month)
    key = "deck.why.more_than" if total.number > 0 else "deck.why.fewer_than"
    apart = replace(total, value=abs(total.number), form="")
    title = sentence(key, lang, a=a.name, b=b.name, month=month, total=apart)
    notes = Notes([title, text("deck.say.why", lang)], [why.sentence, *why.notes])
    page = canvas.slide(text("deck.why", lang), title, notes)
    chart = waterfall_of(why, lang)
    steps = _steps(chart, lang)
    high = len(steps) * ROW + BELOW_BARS
    named = all(height_of(lines_of([str(s.name)]), LEAST, NAMES - 14, s.is_end) <= ROW for s in steps)
    if named and high <= page.body.height:
        _bars(page, page.body.above(page.body.top + high), steps, chart, lang)
    else:
        table = Table(
            (Column(text("compare.setting", lang)), Column(chart.axis, is_number=True)),
            tuple(Row((step.name, step.quantity), is_total=step.is_end) for step in chart.steps),
        )
        SlideTable(table, (4.0, 1.0), lang).flow(canvas, page, str(title))


def _bars(page: Page, place: Box, steps: Sequence[Step], chart: Waterfall, lang: Lang) -> None:
    box = Box(place.left + NAMES, place.top, place.width - NAMES - VALUES, place.height)
    plot = waterfall_chart(page.slide, box, _parted(steps, chart, lang), lang)
    height = plot.height / len(steps)
    for i, step in enumerate(steps):
        middle = plot.top + (i + 0.5) * height
        tall = height_of(lines_of([str(step.name)]), LEAST, NAMES - 14, step.is_end)
        write(
            page.slide,
            Box(place.left, middle - tall / 2, NAMES - 14, tall),
            [str(step.name)],
            sizes=(LEAST,),
            bold=step.is_end,
        )
        colour = TEXT if step.is_end else DOWN if step.is_less else UP
        end = Box(place.left + place.width - VALUES, middle - 11, VALUES, 22)
        write(
            page.slide,
            end,
            [written(number(step.quantity, lang), marks=False)],
            sizes=(LEAST,),
            bold=True,
            align="right",
            colour=colour,
        )


def _steps(chart: Waterfall, lang: Lang) -> list[Step]:
    """The steps, increases before decreases, largest increase first, so that no bar begins below zero."""
    first, *parts, last = chart.steps
    if len(parts) > MOST_PARTS:
        parts, others = parts[: MOST_PARTS - 1], parts[MOST_PARTS - 1 :]
        value = sum(part.quantity.value or 0.0 for part in others)
        together = Quantity(value, "people", form="signed")
        name = sentence("deck.why.others", lang, number=count(len(others)))
        parts.append(Step(name, together, others[0].start, others[-1].end))
    level, steps = first.end, [first]
    for part in sorted(parts, key=lambda part: part.start - part.end):
        steps.append(Step(part.name, part.quantity, level, level + part.end - part.start))
        level = steps[-1].end
    return [*steps, last]


def _parted(steps: Sequence[Step], chart: Waterfall, lang: Lang) -> PartedBars:
    """The waterfall as stacked bars; the part below each step is invisible."""
    parts = {
        "below": ("", [0.0 if step.is_end else min(step.start, step.end) for step in steps]),
        "scenario": (TEXT, [step.end if step.is_end else 0.0 for step in steps]),
        "more": (UP, [max(0.0, step.end - step.start) for step in steps]),
        "less": (DOWN, [max(0.0, step.start - step.end) for step in steps]),
    }
    bars = tuple(
        BarPart(text(f"deck.why.{name}", lang), tuple(Quantity(v, "people") for v in values), colour)
        for name, (colour, values) in parts.items()
    )
    return PartedBars(chart.alt, chart.axis, tuple(str(step.name) for step in steps), bars)
