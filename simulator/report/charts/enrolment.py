"""Workers enrolled, month by month: history, projection, target and actuals."""

from dataclasses import replace

import numpy as np

from simulator.model.baseline_facts import Observation
from simulator.model.metrics import target_status, target_workers
from simulator.model.months import month_number
from simulator.model.projection import Projection
from simulator.report.charts.chart import Chart, Point, Series
from simulator.report.charts.likely import Likely, with_likely
from simulator.report.charts.parts import (
    actual_series,
    monthly,
    table_by_month,
    unrecorded,
    with_periods,
    with_rakor,
)
from simulator.report.charts.theme import (
    ACTUAL_LOOK,
    BEFORE_LOOK,
    MONTH_LOOK,
    OBSERVED_LOOK,
    PROJECTION_LOOK,
    TARGET_LOOK,
)
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.target import latest
from simulator.report.tables.months import month_note
from simulator.report.tables.table import Column, Table
from simulator.words import Lang, text
from simulator.words.numbers import month_short, shown
from simulator.words.provenance import basis_name
from simulator.words.quantity import Month, month
from simulator.words.sentence import Sentence, sentence

PAST_SHARE = 0.75  # of the projected months: the most of the past that is drawn, to leave room for the future


def enrolment(c: Context, lang: Lang, *, paths: bool = False) -> Chart:
    """Enrolled against the target, from the first observed month to the last projected one.

    Where the scenario was simulated, the band of its simulations lies behind, with a few single `paths`.
    """
    p, status = c.projection, target_status(c.projection)
    notes = [month_note(c, t, lang) for t in range(len(p.months))]
    target = monthly(c, "target_workers_in", target_workers(p))
    observed = _observed(c, lang)
    projected = monthly(c, "enrolled_in", p.enrolled, notes=notes)
    actual = actual_series(c, "enrolled", ACTUAL_LOOK, lang)
    title = _title(c, projected, lang)
    alt = sentence(
        "overview.enrolment.alt",
        lang,
        title=title,
        target=quantity(c, "target_workers"),
        month=month(p.scenario.target.month),
    )
    periods = tuple(unrecorded(c, lang))
    drawn = Chart(
        title,
        with_periods(str(alt), periods, lang),
        text("overview.enrolment.axis", lang),
        (
            Series(text("overview.target_line", lang), target, TARGET_LOOK),
            Series(text("overview.observed", lang), observed, OBSERVED_LOOK, named="inside"),
            Series(text("overview.projected", lang), projected, PROJECTION_LOOK),
            *actual,
        ),
        _table(observed, projected, target, actual, lang),
        periods,
        target[status.month] if status.inside else None,
    )
    drawn = with_rakor(drawn, c, lang)
    return with_likely(drawn, c, {PROJECTION_LOOK: Likely("enrolled")}, lang, paths=paths)


def history(c: Context, lang: Lang) -> Chart:
    """Enrolled as observed and, after the data's month, as recorded; each point shows its value."""
    recorded = actual_series(c, "enrolled", OBSERVED_LOOK, lang)
    observed = (*_observed(c, lang), *(point for series in recorded for point in series.points))
    name = text("overview.observed", lang)
    points = ", ".join(f"{month_short(p.month, lang)} {shown(p.quantity, lang)}" for p in observed)
    columns = (Column(text("overview.table.enrolled", lang), is_number=True),)
    return Chart(
        Sentence(lang, (name,)),
        text("deck.stand.alt", lang, points=points),
        text("overview.enrolment.axis", lang),
        (Series(name, observed, OBSERVED_LOOK, is_valued=True),),
        table_by_month(columns, [(point.month, (point.quantity,)) for point in observed], lang),
    )


def _observed(c: Context, lang: Lang) -> tuple[Point, ...]:
    """The history up to the month of the data; the note names the basis of points not published."""
    seen, start = text("overview.table.observed", lang), c.baseline.month

    def point(number: int, of: Observation) -> Point:
        known = replace(quantity(c, "actual_in", month=number - start), value=of.enrolled, basis=of.basis)
        return Point(
            number, known, seen if of.basis == "published" else f"{seen}, {basis_name(of.basis, lang)}"
        )

    return tuple(point(month_number(of.month), of) for of in c.baseline.facts.history)


def _title(c: Context, projected: tuple[Point, ...], lang: Lang) -> Sentence:
    """What happens to enrolment: it rises, falls, stays, or has a peak, in whole people.

    Where actuals were recorded: from the last one to the end of the projection.
    """
    month, actual = latest(c)
    if 0 < month < len(projected) - 1:
        since, last = (Month(projected[at].month) for at in (month, -1))
        end = projected[-1].quantity
        return sentence("overview.enrolment.recorded", lang, actual=actual, since=since, end=end, month=last)
    whole = np.floor(np.array([point.quantity.number for point in projected]) + 0.5)
    start, end, top = whole[0], whole[-1], int(np.argmax(whole))
    moves = (whole != end).any()
    settled = len(whole) - int(np.argmax(whole[::-1] != end)) if moves else 0  # from here on it stays
    at, key = settled, "flat" if start == end else "rise" if end > start else "fall"
    if whole[top] > max(start, end):
        at, key = top, "peak"
    elif key != "flat" and settled < len(whole) - 1:
        key += "_flat"
    return sentence(
        f"overview.enrolment.{key}",
        lang,
        start=projected[0].quantity,
        end=projected[-1].quantity,
        peak=projected[top].quantity,
        month=Month(projected[-1 if key == "flat" else at].month),
    )


def _table(
    observed: tuple[Point, ...],
    projected: tuple[Point, ...],
    target: tuple[Point, ...],
    actual: list[Series],
    lang: Lang,
) -> Table:
    """One row per month, the history up to the month of the data first; actuals have their own column."""
    recorded = {point.month: point.quantity for series in actual for point in series.points}
    targets = {point.month: point.quantity for point in target[1:]}
    names = ["enrolled", *["actual"] * bool(actual), "target"]
    columns = [Column(text(f"overview.table.{name}", lang), is_number=True) for name in names]
    rows = []
    for point in (*observed, *projected[1:]):
        seen = [recorded.get(point.month)] if actual else []
        rows.append((point.month, (point.quantity, *seen, targets.get(point.month), point.note)))
    return table_by_month([*columns, Column(text("overview.table.note", lang))], rows, lang)


def meeting(c: Context, before: Projection | None, month: int, lang: Lang) -> Chart:
    """Enrolment with one month (offset) marked, and below it the line of `before`, where there was a change.

    Without a change the line is there too, unnamed and hidden by the projection: with the same number of
    lines, a screen can let the others move instead of jump. Where the last month is marked, its values are
    shown beside the ends of the lines; otherwise the month is named at the foot of its mark.
    """
    drawn, earlier = enrolment(c, lang), c.of(before or c.projection)
    points = monthly(earlier, "enrolled_in", earlier.projection.enrolled)
    beneath = Series(
        text("meeting.before_line", lang), points, BEFORE_LOOK, named="end_name" if before else ""
    )
    at = next(i for i, series in enumerate(drawn.series) if series.look is PROJECTION_LOOK)
    is_last = month == len(c.projection.months) - 1
    marked = Series(
        month_short(c.month(month).number, lang),
        (drawn.series[at].points[month],),
        MONTH_LOOK,
        "points",
        "" if is_last else "foot",
    )
    series = (*drawn.series[:at], beneath, *drawn.series[at:], marked)
    return replace(
        drawn,
        series=tuple(_in_the_room(one, is_last) for one in series),
        begin=c.baseline.month - round(len(c.projection.months) * PAST_SHARE),
    )


def _in_the_room(series: Series, is_last: bool) -> Series:
    """A line without its last value where another month is marked; actuals with symbols on few points."""
    if series.look is ACTUAL_LOOK:
        return replace(series, look=replace(ACTUAL_LOOK, is_sparse=True), named="along")
    return series if is_last or series.named != "end" else replace(series, named="end_name")
