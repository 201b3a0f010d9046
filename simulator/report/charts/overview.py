"""The overview's two charts: figures as plain dicts, what they say in words, and the table behind each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from simulator.model.actuals import NOTHING_RECORDED, Actuals
from simulator.model.contributions import relief_shares
from simulator.model.metrics import target_status, target_workers
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.planning.actuals import total_points
from simulator.report.charts import theme
from simulator.report.charts.parts import (
    around,
    bracketed_months,
    day,
    end_labels,
    label,
    line,
    over_months,
    room_before,
    shaded_months,
)
from simulator.report.sentences.overview import missing_months, runs
from simulator.report.tables.months import month_note
from simulator.words import Lang, text
from simulator.words.numbers import (
    month_long,
    month_short,
    people,
    percent,
    ratio,
    rupiah,
    rupiah_short,
)
from simulator.words.provenance import basis_name

View = Literal["monthly", "cumulative", "since_start"]
MILLION = 1e6
HEADROOM = 1.3  # of the highest value, for the names of shaded months
AXIS_NEAR = 0.2  # of the height: below that, a name under its mark would lie on the axis


@dataclass(frozen=True)
class Drawing:
    """A chart: its figure, the finding as title, the alternative text, and rows of worded cells, the first the header."""

    figure: dict[str, Any]
    title: str
    alt: str
    table: list[list[str]]


def enrolment(
    p: Projection,
    today: int,
    lang: Lang,
    height: int,
    actuals: Actuals = NOTHING_RECORDED,
    top: float | None = None,
    since: int | None = None,
) -> Drawing:
    """Workers enrolled: history, projection, target and what came, month by month, up to `top` workers or all of them.

    `today` is a month number, and so is `since`, before which nothing is drawn.
    """
    status, asked, missing = target_status(p), target_workers(p), missing_months(p, today, actuals)
    title = _enrolment_title(p, lang)
    history, observed = p.baseline.facts.history, p.baseline.history[1].tolist()
    history_x = [day(p.baseline.month + int(t)) for t in p.baseline.history[0]]
    x = [day(m) for m in p.months.tolist()]
    data = [
        line(
            x,
            asked.tolist(),
            theme.TARGET_LINE,
            [
                f"{text('overview.target_line', lang)} {month_long(m, lang)}: {people(v, lang)}"
                for m, v in zip(p.months.tolist(), asked)
            ],
        ),
        line(
            history_x,
            observed,
            theme.OBSERVED_LINE,
            [
                f"{month_long(h.month, lang)}: {people(h.enrolled, lang)} {_observed(h.basis, lang)}"
                for h in history
            ],
            markers={
                "size": 8,
                "symbol": ["circle-open" if h.basis == "assumed" else "circle" for h in history],
            },
        ),
        line(
            x,
            p.enrolled.tolist(),
            theme.PROJECTION_LINE,
            [
                f"{month_long(m, lang)}: {people(v, lang)} {month_note(t, missing, lang)}"
                for t, (m, v) in enumerate(zip(p.months.tolist(), p.enrolled))
            ],
        ),
    ]
    came, came_named, highest = _came(p, actuals, "enrolled", lang)
    data += came
    top = top or max(asked.max(), p.enrolled.max(), max(observed), highest) * HEADROOM or 1.0
    ends = end_labels(
        (
            (float(asked[-1]), text("overview.target_line", lang), people(asked[-1], lang), theme.TARGET),
            (
                float(p.enrolled[-1]),
                text("overview.projected", lang),
                people(p.enrolled[-1], lang),
                theme.ACCENT,
            ),
        ),
        top,
        height,
    )
    alone = len(observed) == 1  # lines lead from it, up or down: its name stands before them, in two lines
    labels = [
        label(
            x[0],
            float(p.enrolled[0]),
            f"{text('overview.observed', lang)}{'<br>' if alone else ' '}<b>{people(p.enrolled[0], lang)}</b>",
            theme.TEXT,
        )
        | {"xanchor": "right", "align": "right"}
        | ({"xshift": -8} if alone else {"xshift": -6, "yanchor": "bottom", "yshift": 2}),
        *_beside(came_named, top),
    ]
    begin = max(room_before(x[0], x[-1]) if alone else history_x[0], day(since) if since is not None else "")
    shapes = []
    for first, last in runs(missing):
        shaded, named = shaded_months(
            int(p.months[first]), int(p.months[last]), text("overview.past", lang).replace(" ", "<br>", 1)
        )
        shapes, labels = shapes + shaded, labels + [named] * (first == missing[0])
    if status.inside:
        data.append(
            line(
                [x[status.month]],
                [float(asked[status.month])],
                theme.TARGET_LINE,
                [data[0]["text"][status.month]],
                markers={"size": 11, "symbol": "diamond", "color": theme.TARGET},
            )
        )
    alt = text(
        "overview.enrolment.alt",
        lang,
        title=title,
        target=people(status.workers, lang),
        month=month_long(p.scenario.target.month, lang),
    )
    return Drawing(
        {
            "data": data,
            "layout": over_months(
                top, text("overview.enrolment.axis", lang), (begin, x[-1]), ends, [*ends, *labels], shapes
            ),
        },
        title,
        _named(alt, len(missing), "overview.past", lang),
        _enrolment_table(p, missing, actuals, lang),
    )


def _enrolment_title(p: Projection, lang: Lang) -> str:
    series = np.floor(p.enrolled + 0.5)
    start, end, top = series[0], series[-1], int(np.argmax(series))
    settled = (
        len(series) - 1 - int(np.argmax(series[::-1] != end)) + 1 if (series != end).any() else 0
    )  # first month from which it stays
    at, key = settled, "flat" if start == end else "rise" if end > start else "fall"
    if series[top] > max(start, end):
        at, key = top, "peak"
    elif key != "flat" and settled < len(series) - 1:
        key += "_flat"
    return text(
        f"overview.enrolment.{key}",
        lang,
        start=people(start, lang),
        end=people(end, lang),
        peak=people(series[top], lang),
        month=month_long(int(p.months[at if key != "flat" else -1]), lang),
    )


def _enrolment_table(
    p: Projection, missing: tuple[int, ...], actuals: Actuals, lang: Lang
) -> list[list[str]]:
    came = {
        point.month: people(point.actual, lang)
        for point in total_points(p, actuals, "enrolled")
        if point.actual is not None
    }
    rows = [[text(f"overview.table.{name}", lang) for name in ("month", "enrolled", "target", "note")]]
    rows += [
        [month_long(h.month, lang), people(h.enrolled, lang), "", _observed(h.basis, lang)]
        for h in p.baseline.facts.history
    ]
    rows += [
        [month_long(m, lang), people(e, lang), people(a, lang), month_note(t, missing, lang)]
        for t, (m, e, a) in enumerate(zip(p.months.tolist(), p.enrolled, target_workers(p)))
        if t
    ]
    if came:
        offset = len(p.baseline.facts.history)
        rows = [
            [*row[:2], text("overview.table.actual", lang) if i == 0 else came.get(i - offset, ""), *row[2:]]
            for i, row in enumerate(rows)
        ]
    return rows


def _came(
    p: Projection, actuals: Actuals, figure: str, lang: Lang
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], float]:
    """What came of a figure, as marks in people or million Rupiah, the name at the last one, and the highest; nothing where nobody recorded any."""
    points = [point for point in total_points(p, actuals, figure) if point.actual is not None]
    if not points:
        return [], [], 0.0
    unit, said = (1, people) if figure == "enrolled" else (MILLION, rupiah_short)
    values, name = [point.actual / unit for point in points], text(f"overview.actual.{figure}", lang)
    hover = [
        f"{name} {month_long(int(p.months[point.month]), lang)}: {said(point.actual, lang)}"
        for point in points
    ]
    marks = line(
        [day(int(p.months[point.month])) for point in points],
        values,
        theme.OBSERVED_LINE,
        hover,
        markers={"size": 8, "symbol": "diamond-open" if figure == "claims_idr" else "square"},
    )
    late = (
        points[-1].month > len(p.months) / 2
    )  # its name goes where there is room, and never beside those at the lines' ends
    named = label(marks["x"][-1], values[-1], f"{name} <b>{said(points[-1].actual, lang)}</b>", theme.TEXT)
    return (
        [marks | {"mode": "markers"}],
        [named | {"xanchor": "right" if late else "left", "bgcolor": theme.VEIL}],
        max(values),
    )


def _beside(named: Sequence[dict[str, Any]], top: float) -> list[dict[str, Any]]:
    """Names of what came, below their marks, or above where the axis is near."""
    return [
        name
        | (
            {"yanchor": "bottom", "yshift": 6}
            if name["y"] < AXIS_NEAR * top
            else {"yanchor": "top", "yshift": -6}
        )
        for name in named
    ]


@dataclass(frozen=True)
class _Money:
    """What the second chart draws, in Rupiah: JKK and JKM contributions (JHT is the worker's own saving), and expected payouts."""

    months: list[int]  # month numbers
    paid_in: np.ndarray  # [points]
    paid_out: np.ndarray  # [points]
    ratio: float | None


def views(p: Projection) -> tuple[View, ...]:
    """How money can be looked at; since the start only where the baseline tells what was paid so far."""
    return ("monthly", "cumulative", "since_start") if len(_so_far(p)) == 2 else ("monthly", "cumulative")


def _so_far(p: Projection) -> list[float]:
    facts = (p.baseline.fact(key) for key in ("contributions_so_far_idr", "payouts_so_far_idr"))
    return [fact.value for fact in facts if fact]


def _series(p: Projection, view: View) -> _Money:
    flows = np.array([p.enrolled * p.contribution_per_member_idr, p.payouts_idr])[:, 1:]  # [2, months from 1]
    months = p.months[1:].tolist()
    begin = np.array(_so_far(p)) if view == "since_start" else np.zeros(2)
    total = begin + flows.sum(1)
    if view != "monthly":
        flows = np.concatenate((begin[:, None], begin[:, None] + flows.cumsum(1)), axis=1)
        months = p.months.tolist()
    return _Money(months, *flows, float(total[1] / total[0]) if total[0] > 0 else None)


def money(
    p: Projection,
    programme: Programme,
    view: View,
    today: int,
    lang: Lang,
    height: int,
    actuals: Actuals = NOTHING_RECORDED,
) -> Drawing:
    """Contributions against expected payouts, with the months of relief shaded and named; `today` is a month number.

    By month, contributions that came are drawn too.
    """
    shown, missing = _series(p, view), missing_months(p, today, actuals)
    first = p.baseline.facts.history[0].month if view == "since_start" else int(p.months[1])
    period = " – ".join(
        dict.fromkeys(month_short(month, lang) for month in (first, int(p.months[-1])))
    )  # one month is named once
    title = text(
        "overview.money.title" if shown.ratio is not None else "overview.money.title_nothing",
        lang,
        ratio=ratio(shown.ratio, lang),
        period=period,
    )
    x = [day(m) for m in shown.months]
    stepped = (
        {"shape": "hvh"} if view == "monthly" else {}
    )  # a rate changes with the month, as the shading does
    lines = (
        ("overview.contributions", shown.paid_in, theme.PROJECTION_LINE | stepped, theme.ACCENT),
        ("overview.payouts", shown.paid_out, {**theme.OBSERVED_LINE, "dash": "dot"}, theme.TEXT),
    )
    data = [
        line(
            x,
            (values / MILLION).tolist(),
            style,
            [
                f"{text(key, lang)} {month_long(m, lang)}: {rupiah_short(v, lang)}"
                for m, v in zip(shown.months, values)
            ],
            markers={"size": 8} if len(x) == 1 else None,
        )  # a line through one month cannot be seen
        for key, values, style, _ in lines
    ]
    came = [
        _came(p, actuals, figure, lang) for figure in ("contributions_idr", "claims_idr") if view == "monthly"
    ]
    data += [marks for found, _, _ in came for marks in found]
    top = (
        max(
            float(max(shown.paid_in.max(), shown.paid_out.max())) / MILLION,
            0.0,
            *(highest for *_, highest in came),
        )
        * HEADROOM
        or 1.0
    )
    ends = end_labels(
        [
            (float(values[-1]) / MILLION, text(key, lang), rupiah_short(float(values[-1]), lang), colour)
            for key, values, _, colour in lines
        ],
        top,
        height,
    )
    shapes, labels = [], [*ends, *_beside([name for _, named, _ in came for name in named], top)]
    for start, end in _relief_periods(p, programme):
        shaded, named = shaded_months(start, end, text("overview.relief", lang))
        shapes, labels = shapes + shaded, [*labels, named]
    for first, last in runs(missing):
        bracket, named = bracketed_months(
            int(p.months[first]), int(p.months[last]), text("overview.past", lang)
        )
        shapes, labels = shapes + bracket, labels + [named] * (first == missing[0])
    alt = _named(
        _named(
            text("overview.money.alt", lang, title=title),
            len(_relief_periods(p, programme)),
            "overview.relief",
            lang,
        ),
        len(missing),
        "overview.past",
        lang,
    )
    return Drawing(
        {
            "data": data,
            "layout": over_months(
                top,
                text(f"overview.money.axis.{view}", lang),
                (around(shown.months[0], shown.months[-1])["x0"], x[-1]),
                ends,
                labels,
                shapes,
            ),
        },
        title,
        alt,
        _money_table(p, programme, view, missing, lang),
    )


def _relief_periods(p: Projection, programme: Programme) -> list[tuple[int, int]]:
    """First and last month (month numbers) of every unbroken run of projected months with relief."""
    with_relief = np.concatenate(
        ([False], relief_shares(p.scenario.contribution, programme, p.months)[1:] > 0, [False])
    )
    starts, ends = (
        np.flatnonzero(with_relief[1:] & ~with_relief[:-1]),
        np.flatnonzero(~with_relief[1:] & with_relief[:-1]),
    )
    return [(int(p.months[a + 1]), int(p.months[b])) for a, b in zip(starts, ends)]


def _money_table(
    p: Projection, programme: Programme, view: View, missing: tuple[int, ...], lang: Lang
) -> list[list[str]]:
    shown, relief = _series(p, view), relief_shares(p.scenario.contribution, programme, p.months)
    names = [text(f"overview.table.{name}", lang) for name in ("contributions", "payouts")]
    if view != "monthly":
        names = [text("overview.table.sum", lang, name=name) for name in names]
    rows = [
        [
            text("overview.table.month", lang),
            *names,
            text("overview.table.relief", lang),
            text("overview.table.note", lang),
        ]
    ]
    offset = len(p.months) - len(shown.months)
    for t, (month, paid_in, paid_out) in enumerate(zip(shown.months, shown.paid_in, shown.paid_out), offset):
        rows.append(
            [
                month_long(month, lang),
                rupiah(paid_in, lang),
                rupiah(paid_out, lang),
                percent(relief[t], lang),
                month_note(t, missing, lang),
            ]
        )
    return rows


def _observed(basis: str, lang: Lang) -> str:
    observed = text("overview.table.observed", lang)
    return observed if basis == "published" else f"{observed}, {basis_name(basis, lang)}"


def _named(alt: str, shaded: int, key: str, lang: Lang) -> str:
    return f"{alt} {text('overview.shaded', lang, name=text(key, lang))}" if shaded else alt
