"""The chart of the meeting mode: enrolment, with the line before the last change beneath."""

from dataclasses import replace

from simulator.model.projection import Projection
from simulator.report.charts.chart import Chart, Series
from simulator.report.charts.enrolment import enrolment
from simulator.report.charts.parts import monthly
from simulator.report.charts.theme import BEFORE_LOOK, PROJECTION_LOOK
from simulator.report.context import Context
from simulator.words import Lang, text

PAST_SHARE = 0.75  # of the months projected: so much of the past is drawn, so that the future keeps its room


def meeting(c: Context, before: Projection | None, lang: Lang) -> Chart:
    """Enrolment, and beneath it that of `before`, where there was a change.

    Without one the line is there too, hidden by the projection: with as many lines as before, a screen can
    let the others move instead of jump.
    """
    drawn, earlier = enrolment(c, lang), c.of(before or c.projection)
    points = monthly(earlier, "enrolled_in", earlier.projection.enrolled)
    beneath = Series(text("meeting.before_line", lang), points, BEFORE_LOOK, named="")
    at = next(i for i, series in enumerate(drawn.series) if series.look is PROJECTION_LOOK)
    return replace(
        drawn,
        series=(*drawn.series[:at], beneath, *drawn.series[at:]),
        begin=c.baseline.month - round(len(c.projection.months) * PAST_SHARE),
    )
