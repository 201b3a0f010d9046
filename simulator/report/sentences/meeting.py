"""What the meeting mode shows of a scenario: one finding, one number, one chart, beside the state before the last change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from simulator.model.actuals import NOTHING_RECORDED, Actuals
from simulator.model.metrics import target_status
from simulator.model.projection import Projection
from simulator.model.scenario import Scenario, changed_settings
from simulator.planning.rounding import whole
from simulator.report.charts import theme
from simulator.report.charts.overview import Drawing, enrolment
from simulator.report.context import Context
from simulator.report.sentences.target import actual_enrolled
from simulator.words import Lang, text
from simulator.words.numbers import month_long, people, percent, signed

ENLARGED = 1.7  # a chart of a page, whose smallest text has 12 px, for the back of the room
TEXT_PX = 22  # of axes and pointed-at values
LEFT_PX = 130  # for the name of the y axis and "30.000" beside it; fixed, as lines on their way would not follow a margin that grows
LEAST_CHART_PX = 330  # the lowest the chart gets, on a screen of 1280 × 720
BEYOND_REACH = 1.25  # of what the lever at hand can bring, so that its line stays inside, below the names of shaded months
PAST_SHARE = (
    0.75  # of the months projected: so much of what was observed is drawn, so that the future keeps its room
)
MOVING_MS = 600
BEFORE_LINE = {"color": theme.UNKNOWN, "dash": "dash", "width": 2}


@dataclass(frozen=True)
class Scene:
    """What is shown at a time: a sentence, a number with what it counts, its difference from before the last change ("" without one), a chart."""

    finding: str
    number: str
    caption: str
    difference: str
    since: str
    drawing: Drawing


def scene(
    p: Projection,
    before: Projection | None,
    top: float,
    today: int,
    lang: Lang,
    actuals: Actuals = NOTHING_RECORDED,
    *,
    moving: bool = False,
) -> Scene:
    """The scene of a projection, `before` being that before the last change; the y axis ends at `top` workers, `today` is a month number.

    `moving` lets the lines move to their new place, as is right while the axes stay.
    """
    number, month = whole(p.enrolled[-1]), _unbroken(month_long(int(p.months[-1]), lang))
    moved = number - whole(before.enrolled[-1]) if before is not None else 0
    since = "" if before is None else text("meeting.since_change" if moved else "meeting.same", lang)
    return Scene(
        finding(p, lang, actuals),
        people(number, lang),
        text("meeting.enrolled_in", lang, month=month),
        signed(people(moved, lang), moved) if moved else "",
        since,
        _drawing(p, before, top, today, lang, actuals, moving),
    )


def finding(p: Projection, lang: Lang, actuals: Actuals = NOTHING_RECORDED) -> str:
    """Whether the target is met, as it came where that is known of its month, in one or two short sentences with at most two numbers besides months."""
    status = target_status(p)
    target = text(
        "meeting.target",
        lang,
        share=_unbroken(percent(p.scenario.target.coverage_share, lang)),
        month=_unbroken(month_long(p.scenario.target.month, lang)),
    )
    short = whole(status.workers) - whole(status.enrolled)

    def month(offset: int) -> str:
        return _unbroken(month_long(int(p.months[offset]), lang))

    came = actual_enrolled(Context(p, None, {}, p.baseline.month, actuals), p.scenario.target.month)
    if came is not None and status.month != 0:
        gap = whole(status.workers) - came
        said = text(
            "meeting.came_met" if gap <= 0 else "meeting.came_missed",
            lang,
            target=target,
            gap=people(gap, lang),
        )
        return (
            said
            if gap <= 0 or status.met or status.turns is None
            else f"{said} {text('meeting.met_later', lang, month=month(status.turns))}"
        )
    if not status.inside:
        said = text(
            "meeting.before" if status.month < 0 else "meeting.beyond",
            lang,
            target=target,
            baseline=_unbroken(month_long(p.baseline.month, lang)),
        )
        then = "last_met" if status.gap <= 0 else "last_short" if short > 0 else "last_barely"
        return f"{said} {text(f'meeting.{then}', lang, last=month(-1), gap=people(short, lang))}"
    if status.met:
        return (
            text("meeting.met", lang, target=target)
            if status.turns is None
            else text("meeting.met_until", lang, target=target, month=month(status.turns))
        )
    said = text(
        "meeting.missed" if short > 0 else "meeting.missed_barely",
        lang,
        target=target,
        gap=people(short, lang),
    )
    return (
        said
        if status.turns is None
        else f"{said} {text('meeting.met_later', lang, month=month(status.turns))}"
    )


def _unbroken(words: str) -> str:
    """Words that stay in one line, such as a month and its year."""
    return words.replace(" ", "\u00a0")


def before_last_change(now: Scenario, steps: Sequence[Scenario]) -> Scenario | None:
    """The scenario before the last change; several moves of the same setting, one after the other, are one change.

    `steps` are the scenarios gone through before `now`, oldest first. None where nothing differs from before.
    """
    later, found, moved = now, None, None
    for earlier in reversed(steps):
        paths = {path for path, _, _ in changed_settings(earlier, later)}
        if moved is not None and paths != moved:
            break
        later, found, moved = earlier, earlier, paths
    return found if found is not None and any(changed_settings(found, now)) else None


def comparable(p: Projection, before: Projection) -> bool:
    """Whether two projections run over the same months of the same data, so that one can be drawn beneath the other."""
    return p.baseline.digest == before.baseline.digest and len(p.months) == len(before.months)


def axis_top(
    shown: Sequence[Projection], reach: Sequence[Projection], today: int, actuals: Actuals = NOTHING_RECORDED
) -> float:
    """Where the y axis ends, in workers: above what is `shown`, and above all that the lever at hand can `reach`, so that moving it never moves the axis."""
    tops = [
        enrolment(p, today, "id", LEAST_CHART_PX, actuals).figure["layout"]["yaxis"]["range"][1]
        for p in shown
    ]
    return float(max(*tops, *(p.enrolled.max() * BEYOND_REACH for p in reach), 1.0))


def _drawing(
    p: Projection,
    before: Projection | None,
    top: float,
    today: int,
    lang: Lang,
    actuals: Actuals,
    moving: bool,
) -> Drawing:
    drawn = enrolment(
        p,
        today,
        lang,
        round(LEAST_CHART_PX / ENLARGED),
        actuals,
        top,
        p.baseline.month - round(len(p.months) * PAST_SHARE),
    )
    figure = enlarged(drawn.figure)
    projected = next(trace for trace in figure["data"] if trace["line"]["color"] == theme.ACCENT)
    earlier = (before or p).enrolled.tolist()
    name, months = text("meeting.before_line", lang), p.months.tolist()
    # Drawn also where nothing changed, hidden by the projection: with as many lines as before, the others can move instead of jumping.
    beneath = projected | {
        "y": earlier,
        "line": {**BEFORE_LINE, "width": BEFORE_LINE["width"] * ENLARGED},
        "text": [f"{name} {month_long(m, lang)}: {people(v, lang)}" for m, v in zip(months, earlier)],
    }
    figure["data"].insert(figure["data"].index(projected), beneath)
    figure["layout"]["xaxis"] |= theme.month_ticks(len(p.months), 5)
    figure["layout"]["margin"]["l"], figure["layout"]["yaxis"]["automargin"] = LEFT_PX, False
    figure["layout"]["transition"] = {"duration": MOVING_MS if moving else 0, "easing": "cubic-in-out"}
    for trace in figure["data"]:
        trace["cliponaxis"] = trace["x"][0] < figure["layout"]["xaxis"]["range"][0]
    return Drawing(figure, drawn.title, drawn.alt, drawn.table)


def enlarged(figure: dict[str, Any]) -> dict[str, Any]:
    """A page's figure with texts, lines and whatever is measured in px as large as a meeting room asks."""
    layout = figure["layout"]
    axis = {
        "tickfont": {"size": TEXT_PX},
        "title": {"font": {"size": TEXT_PX}, "standoff": TEXT_PX / 2},
        "ticks": "outside",
        "ticklen": TEXT_PX / 2,
        "tickcolor": theme.BACKGROUND,
    }
    return {
        "data": [_larger(trace) for trace in figure["data"]],
        "layout": layout
        | {
            "font": {"size": TEXT_PX},
            "hoverlabel": {"font": {"size": TEXT_PX}},
            "margin": {side: px * ENLARGED for side, px in layout["margin"].items()},
            "annotations": [_larger(note) for note in layout["annotations"]],
            "xaxis": layout["xaxis"] | axis,
            "yaxis": layout["yaxis"] | axis | {"title": layout["yaxis"]["title"] | axis["title"]},
        },
    }


def _larger(part: dict[str, Any]) -> dict[str, Any]:
    """A line or a label, with what it measures in px enlarged."""

    def grown(sized: dict[str, Any]) -> dict[str, Any]:
        return {
            name: value * ENLARGED if name in ("size", "width") else value for name, value in sized.items()
        }

    return {
        name: value * ENLARGED
        if name in ("xshift", "yshift")
        else grown(value)
        if name in ("line", "marker", "font")
        else value
        for name, value in part.items()
    }
