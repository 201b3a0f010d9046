"""Why each scenario differs from the first: the part of every changed setting, as a native waterfall."""

from dataclasses import dataclass

from simulator.errors import UserError
from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, SMALL, Box, Canvas, write
from simulator.handouts.deck.charts import BELOW_BARS, Bar, waterfall_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.letters import LINE, fitted, wrapped
from simulator.handouts.writing import number, written
from simulator.planning.comparison import last_common_month
from simulator.report.charts.theme import MUTED, TEXT
from simulator.report.charts.waterfall import DOWN, UP, waterfall_of
from simulator.report.sentences.attribution import Line, WhyTheyDiffer, why_differ
from simulator.words import Lang, text
from simulator.words.errors import problem_text
from simulator.words.quantity import Month, Quantity, count
from simulator.words.sentence import joined, sentence

METRIC = "enrolled"
MOST_PARTS, MOST_HEIGHT = 8, 46.0  # bars of settings, further ones being added up in one; points a bar takes
SENTENCE, NOTE, NAMES, VALUES = 58.0, 46.0, 330.0, 84.0  # points
NAME_SIZE = 12


@dataclass(frozen=True)
class _Bar:
    """A line of the waterfall: its name, its number, and the workers before and after it."""

    name: str
    number: Quantity
    start: float
    end: float
    colour: str


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
            slide = canvas.slide(
                text("deck.why", material.lang), text("deck.why.undivided", material.lang, a=names[0], b=name)
            )
            write(slide, BODY, [problem_text(problem, material.lang) for problem in error.problems])
            continue
        _slide(canvas, material, why)


def _slide(canvas: Canvas, material: Material, why: WhyTheyDiffer) -> None:
    lang, (a, b) = material.lang, why.ends
    title = sentence(
        "deck.why.title" if why.total.quantity.value else "deck.why.same",
        lang,
        a=a.name,
        b=b.name,
        month=Month(why.month),
        total=why.total.quantity,
    )
    slide = canvas.slide(text("deck.why", lang), title, [why.sentence, *why.notes])
    words = written(why.sentence, marks=False)
    write(slide, Box(MARGIN, BODY.top, INNER, SENTENCE), [words], sizes=(15, 14, 13, 12, SMALL))
    below = Box(MARGIN, BODY.bottom - NOTE + 4, INNER, NOTE - 4)
    note = joined((text("deck.why.computed", lang), *why.notes), lang)
    write(slide, below, [note], sizes=(12, SMALL), colour=MUTED)
    bars = _bars(why, lang)
    if len(bars) == 2:
        return
    height = min(BODY.height - SENTENCE - NOTE - 8, len(bars) * MOST_HEIGHT + BELOW_BARS)
    box = Box(MARGIN + NAMES, BODY.top + SENTENCE + 4, INNER - NAMES - VALUES, height)
    series = [
        Bar(
            text("deck.why.below", lang),
            [min(bar.start, bar.end) if bar.start != bar.end else 0.0 for bar in bars],
            "",
        ),
        Bar(
            text("deck.why.scenario", lang), [bar.end if bar.start == bar.end else 0.0 for bar in bars], TEXT
        ),
        Bar(text("deck.why.more", lang), [max(0.0, bar.end - bar.start) for bar in bars], UP),
        Bar(text("deck.why.less", lang), [max(0.0, bar.start - bar.end) for bar in bars], DOWN),
    ]
    plot = waterfall_chart(
        slide,
        box,
        [bar.name for bar in bars],
        series,
        text("chart.axis.people", lang),
        lang,
        waterfall_of(why, lang).alt,
    )
    height = plot.height / len(bars)
    for i, bar in enumerate(bars):
        middle, strong = plot.top + (i + 0.5) * height, bar.start == bar.end
        size, lines = fitted([bar.name], (NAME_SIZE, SMALL), NAMES - 14, height, strong)
        tall = len(wrapped(lines[0], size, NAMES - 14, strong)) * size * LINE
        write(slide, Box(MARGIN, middle - tall / 2, NAMES - 14, tall), lines, sizes=(size,), bold=strong)
        write(
            slide,
            Box(MARGIN + INNER - VALUES, middle - 8, VALUES, 17),
            [written(number(bar.number, lang), marks=False)],
            sizes=(13, 12, SMALL),
            bold=True,
            align="right",
            colour=bar.colour,
        )


def _bars(why: WhyTheyDiffer, lang: Lang) -> list[_Bar]:
    """What adds, largest first, then what takes away: so no bar begins below nothing."""
    parts = list(why.parts)
    if len(parts) > MOST_PARTS:
        parts, others = parts[: MOST_PARTS - 1], parts[MOST_PARTS - 1 :]
        value = sum(part.quantity.value or 0.0 for part in others)
        together = Quantity(value, "people", form="signed")
        name = sentence("deck.why.others", lang, number=count(len(others)))
        parts.append(Line(name, together, sum(part.exact for part in others)))
    parts.sort(key=lambda part: -part.exact)
    a, b = why.ends
    bars, level = [_Bar(str(a.name), a.quantity, a.exact, a.exact, TEXT)], a.exact
    for part in parts:
        colour = UP if part.exact > 0 else DOWN
        bars.append(_Bar(str(part.name), part.quantity, level, level + part.exact, colour))
        level += part.exact
    return [*bars, _Bar(str(b.name), b.quantity, b.exact, b.exact, TEXT)]
