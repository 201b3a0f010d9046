"""Why each scenario differs from the first: the part of every changed setting, as a native waterfall."""

from collections.abc import Sequence

from simulator.errors import UserError
from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, SMALL, Box, Canvas, write
from simulator.handouts.deck.charts import BELOW_BARS, waterfall_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.letters import LINE, fitted, wrapped
from simulator.handouts.writing import number, written
from simulator.planning.comparison import last_common_month
from simulator.report.charts.chart import Part, PartedBars
from simulator.report.charts.theme import DOWN, MUTED, TEXT, UP
from simulator.report.charts.waterfall import Step, Waterfall, waterfall_of
from simulator.report.sentences.attribution import WhyTheyDiffer, why_differ
from simulator.words import Lang, text
from simulator.words.errors import problem_text
from simulator.words.quantity import Month, Quantity, count
from simulator.words.sentence import joined, sentence

METRIC = "enrolled"
# Bars of settings, further ones being added up in one; points a bar takes.
MOST_PARTS, MOST_HEIGHT = 8, 46.0
SENTENCE, NOTE, NAMES, VALUES = 58.0, 46.0, 330.0, 84.0  # points
NAME_SIZE = 12


def why_they_differ(canvas: Canvas, material: Material) -> None:
    """A slide for each scenario beside the first that shares a month with it."""
    first, names = material.context, material.names
    for c, name in zip(material.contexts[1:], names[1:]):
        month = last_common_month([first.projection, c.projection])
        if month is None:
            continue
        try:
            why = why_differ(first, c, METRIC, month, material.lang, (names[0], name))
        except UserError as error:  # special settings of units that the other data do not know
            title = text("deck.why.undivided", material.lang, a=names[0], b=name)
            slide = canvas.slide(text("deck.why", material.lang), title)
            write(slide, BODY, [problem_text(problem, material.lang) for problem in error.problems])
            continue
        _slide(canvas, material, why)


def _slide(canvas: Canvas, material: Material, why: WhyTheyDiffer) -> None:
    lang, (a, b) = material.lang, why.ends
    total, month = why.total.quantity, Month(why.month)
    key = "deck.why.title" if total.value else "deck.why.same"
    title = sentence(key, lang, a=a.name, b=b.name, month=month, total=total)
    slide = canvas.slide(text("deck.why", lang), title, [why.sentence, *why.notes])
    words = written(why.sentence, marks=False)
    write(slide, Box(MARGIN, BODY.top, INNER, SENTENCE), [words], sizes=(15, 14, 13, 12, SMALL))
    note = joined((text("deck.why.computed", lang), *why.notes), lang)
    write(slide, BODY.under(BODY.bottom - NOTE + 4), [note], sizes=(12, SMALL), colour=MUTED)
    chart = waterfall_of(why, lang)
    steps = _steps(chart, lang)
    if len(steps) == 2:
        return
    height = min(BODY.height - SENTENCE - NOTE - 8, len(steps) * MOST_HEIGHT + BELOW_BARS)
    box = Box(MARGIN + NAMES, BODY.top + SENTENCE + 4, INNER - NAMES - VALUES, height)
    plot = waterfall_chart(slide, box, _parted(steps, chart, lang), lang)
    height = plot.height / len(steps)
    for i, step in enumerate(steps):
        middle, strong = plot.top + (i + 0.5) * height, step.is_end
        size, lines = fitted([str(step.name)], (NAME_SIZE, SMALL), NAMES - 14, height, strong)
        tall = len(wrapped(lines[0], size, NAMES - 14, strong)) * size * LINE
        box = Box(MARGIN, middle - tall / 2, NAMES - 14, tall)
        write(slide, box, lines, sizes=(size,), bold=strong)
        value = written(number(step.quantity, lang), marks=False)
        colour = TEXT if step.is_end else DOWN if step.is_less else UP
        box = Box(MARGIN + INNER - VALUES, middle - 8, VALUES, 17)
        write(slide, box, [value], sizes=(13, 12, SMALL), bold=True, align="right", colour=colour)


def _steps(chart: Waterfall, lang: Lang) -> list[Step]:
    """What adds, largest first, then what takes away: so no bar begins below nothing."""
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
    """The waterfall as bars in parts: what lies below is not seen."""
    parts = {
        "below": ("", [0.0 if step.is_end else min(step.start, step.end) for step in steps]),
        "scenario": (TEXT, [step.end if step.is_end else 0.0 for step in steps]),
        "more": (UP, [max(0.0, step.end - step.start) for step in steps]),
        "less": (DOWN, [max(0.0, step.start - step.end) for step in steps]),
    }
    bars = tuple(
        Part(text(f"deck.why.{name}", lang), tuple(Quantity(v, "people") for v in values), colour)
        for name, (colour, values) in parts.items()
    )
    return PartedBars(chart.alt, chart.axis, tuple(str(step.name) for step in steps), bars)
