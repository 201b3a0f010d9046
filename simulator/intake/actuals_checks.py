"""What recorded figures may not say, alone or together, and what is too improbable to pass without a word."""

from collections.abc import Iterator

from simulator.errors import Problem
from simulator.model.actuals import FIGURES, PEOPLE, TOTAL, Actuals
from simulator.model.baseline import OWN_FIGURE, Baseline
from simulator.model.months import month_name, month_number

MOST_PER_ASN = 10  # workers, as the settings of a scenario allow at most
LEAP = 5  # times as much as the month before, or so small a part of it, is asked about
LEAST_LEAP, LEAST_LEAP_IDR = (
    10,
    200_000,
)  # workers, and their contributions of a month or so: smaller changes are none
LEAPING = ("enrolled", "paid_up", "contributions_idr")


def contradictions(actuals: Actuals, baseline: Baseline, month: str) -> list[Problem]:
    """Everything in a month's figures that cannot be true; `where` is the code of the unit, or TOTAL.

    Paid up are some of the enrolled, and so are those who joined. Who stopped or died was enrolled in the
    month before, or joined. Nobody pays for more than MOST_PER_ASN workers per ASN. Units are parts of the
    total: together at most as much, and as much where each is known.
    """
    known_before = _Before(actuals, baseline, month)
    problems = [problem for unit in (TOTAL, *baseline.codes) for problem in _of_unit(known_before, unit)]
    for figure in FIGURES:
        told = actuals.of(month, TOTAL, figure)
        known = [value for unit in baseline.codes if (value := actuals.of(month, unit, figure)) is not None]
        if told is not None and (
            sum(known) > told or len(known) == len(baseline.codes) and sum(known) != told
        ):
            problems.append(
                Problem(
                    "units_against_total",
                    TOTAL,
                    sum(known),
                    {"month": month, "total": told, "figure": figure, "count": len(known)},
                )
            )
    return problems


def doubts(actuals: Actuals, baseline: Baseline, month: str) -> list[Problem]:
    """What should be looked at again in a month's figures: leaps against the last known month, and more that left than were known to be there."""
    found, known_before = [], _Before(actuals, baseline, month)
    for unit in (TOTAL, *baseline.codes):
        for figure in LEAPING:
            now, (before, since) = actuals.of(month, unit, figure), known_before.of(unit, figure)
            if (
                now is not None
                and before
                and (now > LEAP * before or now * LEAP < before)
                and abs(now - before) >= (LEAST_LEAP if figure in PEOPLE else LEAST_LEAP_IDR)
            ):
                found.append(
                    Problem(
                        "leap",
                        unit,
                        now,
                        {"month": month, "figure": figure, "before": before, "since": since, "times": LEAP},
                    )
                )
        gone, there, since = known_before.gone(unit)
        if gone is not None and gone > there and since != month_name(month_number(month) - 1):
            found.append(
                Problem(
                    "gone_beyond_known",
                    unit,
                    gone,
                    {"month": month, "figure": "left", "there": there, "since": since},
                )
            )
    return found


def _of_unit(known_before: "_Before", unit: str) -> Iterator[Problem]:
    actuals, month = known_before.actuals, known_before.month
    values = {figure: actuals.of(month, unit, figure) for figure in PEOPLE}
    asn, (before, _) = _asn(known_before.baseline, unit), known_before.of(unit, "enrolled")
    for figure, value in values.items():
        if value is not None and value > MOST_PER_ASN * asn:
            yield Problem(
                "beyond_asn",
                unit,
                value,
                {
                    "month": month,
                    "figure": figure,
                    "asn": asn,
                    "most": MOST_PER_ASN,
                    "allowed": MOST_PER_ASN * asn,
                },
            )
    enrolled, paid_up, joined, left, deaths = (
        values[figure] for figure in ("enrolled", "paid_up", "joined", "left", "deaths")
    )
    if enrolled is not None and paid_up is not None and paid_up > enrolled:
        yield Problem(
            "paid_up_beyond_enrolled",
            unit,
            paid_up,
            {"month": month, "figure": "paid_up", "enrolled": enrolled},
        )
    if enrolled is not None and joined is not None and joined > enrolled + (left or 0) + (deaths or 0):
        yield Problem(
            "joined_beyond_enrolled", unit, joined, {"month": month, "figure": "joined", "enrolled": enrolled}
        )
    there = [number for number in (enrolled, before) if number is not None]
    if deaths is not None and there and deaths > max(there) + (joined or 0):
        yield Problem(
            "deaths_beyond_enrolled",
            unit,
            deaths,
            {"month": month, "figure": "deaths", "enrolled": max(there)},
        )
        return
    gone, there, since = known_before.gone(unit)
    if gone is not None and gone > there and since == month_name(month_number(month) - 1):
        yield Problem("gone_beyond_enrolled", unit, gone, {"month": month, "figure": "left", "there": there})


class _Before:
    """What is known of the months before one: as recorded, else enrolled as the data have it."""

    def __init__(self, actuals: Actuals, baseline: Baseline, month: str):
        self.actuals, self.baseline, self.month = actuals, baseline, month
        self._earlier = [m for m in reversed(actuals.months()) if m < month]

    def of(self, unit: str, figure: str) -> tuple[int | None, str]:
        """A figure in the last month before in which it is known, and that month."""
        baseline = self.baseline
        for earlier in self._earlier:
            value = (
                self.actuals.total(earlier, baseline.codes, figure)
                if unit == TOTAL
                else self.actuals.of(earlier, unit, figure)
            )
            if value is not None and (earlier >= baseline.month_text or figure != "enrolled"):
                return value, earlier
        if (
            figure == "enrolled"
            and baseline.month_text < self.month
            and (unit == TOTAL or baseline.own_figures[baseline.index[unit]])
        ):
            return int(
                baseline.enrolled.sum() if unit == TOTAL else baseline.enrolled[baseline.index[unit]]
            ), baseline.month_text
        return None, ""

    def gone(self, unit: str) -> tuple[int | None, int, str]:
        """Who stopped or died in the month (None where that is not known), who was enrolled before or joined, and the month of before."""
        left, deaths, joined = (
            self.actuals.of(self.month, unit, figure) for figure in ("left", "deaths", "joined")
        )
        before, since = self.of(unit, "enrolled")
        return (
            (None if before is None or left is None else left + (deaths or 0)),
            (before or 0) + (joined or 0),
            since,
        )


def _asn(baseline: Baseline, unit: str) -> int:
    """The ASN of a unit, of its segment where the unit's own are an estimate, or of the whole regency."""
    if unit == TOTAL:
        return int(baseline.asn.sum())
    i = baseline.index[unit]
    return int(
        baseline.asn[i]
        if baseline.asn_basis[i] in OWN_FIGURE
        else baseline.asn[baseline.rows[baseline.segments[i]]].sum()
    )
