"""The chart of enrolment on paper: history, projection and target as drawn lines, named at their ends."""

from collections.abc import Sequence

import numpy as np

from simulator.handouts.letters import LINE, SPARE, width_of
from simulator.handouts.paper import POINT_MM, Paper
from simulator.model.actuals import Actuals
from simulator.model.metrics import target_status, target_workers
from simulator.model.projection import Projection
from simulator.planning.actuals import total_points
from simulator.report.charts.theme import ACCENT, GRID, MUTED, SHADE, TARGET, TEXT
from simulator.report.sentences.overview import missing_months, runs
from simulator.words import Lang, text
from simulator.words.numbers import month_short, people

STEPS = (1, 2, 3, 6, 12, 24, 36, 60)  # months between two names of the axis
NAME_MM = 19.0  # at the right end of the lines
AXIS_MM = 11.0  # left of the lines, for a number of six figures
MOST_NUMBERS = 5


class _Plane:
    """Where a month and a number of people lie on the paper."""

    def __init__(self, x: float, y: float, width: float, height: float, months: tuple[int, int], top: float):
        self.left, self.right, self.upper, self.lower = x, x + width, y, y + height
        self.first, self.span, self.top = months[0], max(1, months[1] - months[0]), top

    def x(self, month: float) -> float:
        return self.left + (month - self.first) / self.span * (self.right - self.left)

    def y(self, people: float) -> float:
        return self.lower - people / self.top * (self.lower - self.upper)

    def points(self, months: Sequence[float], values: Sequence[float]) -> list[tuple[float, float]]:
        return [(self.x(m), self.y(v)) for m, v in zip(months, values)]


def nice_step(top: float, most: int) -> float:
    """The least step of 1, 2 or 5 times a power of ten, at least 1, that reaches `top` in at most `most` steps."""
    power = 10.0 ** np.floor(np.log10(max(top / most, 1.0)))
    return float(next(power * factor for factor in (1, 2, 5, 10) if power * factor * most >= top))


def draw_enrolment(
    paper: Paper,
    p: Projection,
    today: int,
    actuals: Actuals,
    x: float,
    y: float,
    width: float,
    height: float,
    size: float,
) -> None:
    """Draws the chart into a box in millimetres, its letters of `size` points; `today` is a month number."""
    lang = paper.lang
    history_months, observed = p.baseline.history[0] + p.baseline.month, p.baseline.history[1]
    asked = target_workers(p)
    came = [
        (int(p.months[point.month]), point.actual)
        for point in total_points(p, actuals, "enrolled")
        if point.actual is not None
    ]
    highest = max(asked.max(), p.enrolled.max(), observed.max(), *(value for _, value in came), 1.0)
    step = nice_step(highest * 1.06, MOST_NUMBERS)
    letters = size * POINT_MM
    top = step * np.ceil(highest * 1.06 / step)
    plane = _Plane(
        x + AXIS_MM,
        y + letters * 2.2,
        width - AXIS_MM - NAME_MM,
        height - letters * 4.6,
        (int(history_months[0]), int(p.months[-1])),
        top,
    )
    paper.say(text("overview.enrolment.axis", lang), x, y, width, size, colour=MUTED)
    missing = missing_months(p, today, actuals)
    if missing:
        _legend(paper, plane, y, size)
    for first, last in runs(missing):
        _shade(paper, plane, int(p.months[first]), int(p.months[last]))
    _axes(paper, plane, step, size, lang)
    _line(paper, plane.points(p.months, asked), TARGET, 0.5, (1.6, 1.2))
    _line(paper, plane.points(history_months, observed), TEXT, 0.6)
    _line(paper, plane.points(p.months, p.enrolled), ACCENT, 0.7)
    for month, value in zip(history_months, observed):
        _dot(paper, plane, month, value, TEXT)
    for month, value in came:
        paper.set_fill_color(TEXT)
        paper.rect(plane.x(month) - 0.7, plane.y(value) - 0.7, 1.4, 1.4, style="F")
    status = target_status(p)
    if status.inside:
        _dot(paper, plane, p.months[status.month], asked[status.month], TARGET)
    _names(paper, plane, float(asked[-1]), float(p.enrolled[-1]), size, lang)
    _observed(paper, plane, p, size)


def _axes(paper: Paper, plane: _Plane, step: float, size: float, lang: Lang) -> None:
    letters = size * POINT_MM
    for value in np.arange(0, plane.top + step / 2, step):
        at = plane.y(value)
        paper.rule(plane.left, at, plane.right - plane.left, MUTED if value == 0 else GRID)
        paper.say(
            people(value, lang),
            plane.left - AXIS_MM,
            at - letters * 0.62,
            AXIS_MM - 1.5,
            size,
            colour=MUTED,
            align="R",
        )
    room = (plane.right - plane.left) / (
        1.2 * width_of(month_short(plane.first, lang), size) * POINT_MM
    )  # names side by side
    apart = next((s for s in STEPS if plane.span / s <= room), STEPS[-1])
    anchor = plane.first + plane.span
    for month in range(anchor - plane.span // apart * apart, anchor + 1, apart):
        paper.line(plane.x(month), plane.lower, plane.x(month), plane.lower + 0.9)
        name = month_short(month, lang)
        paper.say(name, plane.x(month) - 10, plane.lower + 1.2, 20, size, colour=MUTED, align="C", most=1)


def _names(paper: Paper, plane: _Plane, asked: float, projected: float, size: float, lang: Lang) -> None:
    """Name and value at the end of both lines, moved apart where they would touch."""
    block = 2 * size * POINT_MM * LINE
    (low, *of_low), (high, *of_high) = sorted(
        [(asked, TARGET, "overview.target_line"), (projected, ACCENT, "overview.projected")]
    )
    below = min(plane.y(low) - block / 2, plane.lower - block)
    above = min(plane.y(high) - block / 2, below - block)
    if above < plane.upper - block:
        above, below = plane.upper - block, max(below, plane.upper)
    for at, value, (colour, key) in ((below, low, of_low), (above, high, of_high)):
        shown = f"± {people(value, lang)}"  # both are computed
        under = paper.say(text(key, lang), plane.right + 1.5, at, NAME_MM - 1.5, size, colour=colour, most=1)
        paper.say(shown, plane.right + 1.5, under, NAME_MM - 1.5, size, bold=True, colour=colour, most=1)


def _observed(paper: Paper, plane: _Plane, p: Projection, size: float) -> None:
    """The observed number left of its point, above the line; right of it where the history is too short, on the side the projection leaves free."""
    words, letters = (
        f"{text('overview.observed', paper.lang)} {people(p.enrolled[0], paper.lang)}",
        size * POINT_MM,
    )
    at, height, wide = (
        plane.x(p.baseline.month),
        plane.y(p.enrolled[0]),
        width_of(words, size, True) * POINT_MM / SPARE,
    )
    if at - 2 - wide >= plane.left:
        paper.say(words, at - 2 - wide, height - letters * 1.7, wide + 0.1, size, bold=True, most=1)
        return
    rises = p.enrolled[1:].max() > p.enrolled[0] and height + letters * 1.8 < plane.lower
    paper.say(
        words,
        at + 1.5,
        height + letters * 0.5 if rises else height - letters * 1.7,
        wide + 0.1,
        size,
        bold=True,
        most=1,
    )


def _shade(paper: Paper, plane: _Plane, first: int, last: int) -> None:
    left, right = max(plane.left, plane.x(first - 0.5)), min(plane.right, plane.x(last + 0.5))
    paper.set_fill_color(SHADE)
    paper.rect(left, plane.upper, right - left, plane.lower - plane.upper, style="F")


def _legend(paper: Paper, plane: _Plane, y: float, size: float) -> None:
    """What the shade means, above the plane at its right."""
    words, letters = text("overview.past", paper.lang), size * POINT_MM
    left = plane.right - width_of(words, size) * POINT_MM
    paper.set_fill_color(SHADE)
    paper.rect(left - 2 * letters, y, 1.5 * letters, letters, style="F")
    paper.say(words, left, y, plane.right - left + 1, size, colour=MUTED, most=1)


def _line(
    paper: Paper,
    points: list[tuple[float, float]],
    colour: str,
    thickness: float,
    dash: tuple[float, float] | None = None,
) -> None:
    paper.set_draw_color(colour)
    paper.set_line_width(thickness)
    if dash:
        paper.set_dash_pattern(*dash)
    paper.polyline(points)
    paper.set_dash_pattern()


def _dot(paper: Paper, plane: _Plane, month: float, value: float, colour: str) -> None:
    paper.set_fill_color(colour)
    paper.circle(plane.x(month), plane.y(value), 0.8, style="F")


__all__ = ["draw_enrolment", "nice_step"]
