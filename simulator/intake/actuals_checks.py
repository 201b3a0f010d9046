"""What recorded figures may not say, alone or together, and what is too improbable to pass without a word."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from simulator.errors import Problem
from simulator.model.actuals import FIGURES, PEOPLE, TOTAL, Actuals
from simulator.model.baseline import OWN_FIGURE, Baseline
from simulator.model.contributions import contribution_per_member
from simulator.model.months import month_name, month_number
from simulator.model.parts import Contribution
from simulator.model.programme import Programme

MOST_PER_ASN = 10  # workers, as the settings of a scenario allow at most
LEAP = 5  # times as much as the month before, or so small a part of it, is asked about
LEAST_LEAP = 10  # workers: smaller changes are no leap
LEAST_LEAP_IDR = 200_000  # the contributions of those workers in a month, or so
OFF_THE_RATE = 0.01  # of the contributions
LEAPING = ("enrolled", "paid_up", "contributions_idr")


def contradictions(actuals: Actuals, baseline: Baseline, month: str) -> list[Problem]:
    """Everything in a month's figures that cannot be true; `where` is the code of the unit, or TOTAL.

    Paid up are some of the enrolled, and so are those who joined. Who stopped or died was enrolled in the
    month before, or joined. Nobody pays for more than MOST_PER_ASN workers per ASN. Units are parts of the
    total: together at most as much, and as much where each is known.
    """
    checks = _Checks(actuals, baseline, month)
    units = (TOTAL, *baseline.codes)
    return [*(problem for unit in units for problem in checks.of_unit(unit)), *checks.against_total()]


def doubts(actuals: Actuals, baseline: Baseline, programme: Programme, month: str) -> list[Problem]:
    """What should be looked at again in a month's figures; `where` as in `contradictions`.

    Leaps against the last known month, more that left than were known to be there, enrolled that are not
    those before with who joined, left and died, and contributions that are neither the workers' at the
    month's rate nor as far off it as in the last month known, as they are where the income base is higher.
    """
    checks = _Checks(actuals, baseline, month)
    units = (TOTAL, *baseline.codes)
    every = [doubt for unit in units for doubt in (*checks.doubts(unit), *checks.unbalanced(unit))]
    return [*every, *(doubt for unit in units for doubt in checks.off_the_rate(unit, programme))]


class _Checks:
    """The figures of one month against each other and against the months before."""

    def __init__(self, actuals: Actuals, baseline: Baseline, month: str):
        self.actuals, self.baseline, self.month = actuals, baseline, month
        self.month_before = month_name(month_number(month) - 1)
        self._earlier = [m for m in reversed(actuals.months()) if m < month]

    def _problem(self, code: str, unit: str, found: int, figure: str, **values: Any) -> Problem:
        return Problem(code, unit, found, month=self.month, figure=figure, **values)

    def _now(self, unit: str, figure: str) -> int | None:
        return self.actuals.of(self.month, unit, figure)

    def of_unit(self, unit: str) -> Iterator[Problem]:
        """What cannot be true of one unit's figures, or of the total's."""
        values = {figure: self._now(unit, figure) for figure in PEOPLE}
        asn = _asn(self.baseline, unit)
        bounds = {"asn": asn, "most": MOST_PER_ASN, "allowed": MOST_PER_ASN * asn}
        for figure, value in values.items():
            if value is not None and value > bounds["allowed"]:
                yield self._problem("beyond_asn", unit, value, figure, **bounds)
        enrolled, paid_up, joined = values["enrolled"], values["paid_up"], values["joined"]
        left, deaths = values["left"] or 0, values["deaths"] or 0
        if enrolled is not None and paid_up is not None and paid_up > enrolled:
            yield self._problem("paid_up_beyond_enrolled", unit, paid_up, "paid_up", enrolled=enrolled)
        if enrolled is not None and joined is not None and joined > enrolled + left + deaths:
            yield self._problem("joined_beyond_enrolled", unit, joined, "joined", enrolled=enrolled)
        yield from self._gone(unit, enrolled, joined or 0, deaths)

    def _gone(self, unit: str, enrolled: int | None, joined: int, deaths: int) -> Iterator[Problem]:
        """More deaths, or more who left or died, than there were people."""
        there = [n for n in (enrolled, self.before(unit, "enrolled")[0]) if n is not None]
        if there and deaths > max(there) + joined:
            yield self._problem("deaths_beyond_enrolled", unit, deaths, "deaths", enrolled=max(there))
            return
        gone, present, since = self.gone(unit)
        if gone is not None and gone > present and since == self.month_before:
            yield self._problem("gone_beyond_enrolled", unit, gone, "left", there=present)

    def against_total(self) -> Iterator[Problem]:
        """Units that add up to more than the total, or to another number where each is known."""
        for figure in FIGURES:
            total = self._now(TOTAL, figure)
            codes = self.baseline.codes
            known = [value for code in codes if (value := self._now(code, figure)) is not None]
            every = len(known) == len(codes)
            if total is not None and (sum(known) > total or every and sum(known) != total):
                values = {"total": total, "count": len(known)}
                yield self._problem("units_against_total", TOTAL, sum(known), figure, **values)

    def doubts(self, unit: str) -> Iterator[Problem]:
        """What is hardly true of one unit's figures, or of the total's."""
        for figure in LEAPING:
            now, (before, since) = self._now(unit, figure), self.before(unit, figure)
            if now is not None and before and _is_leap(before, now, figure):
                yield self._problem("leap", unit, now, figure, before=before, since=since, times=LEAP)
        gone, present, since = self.gone(unit)
        if gone is not None and gone > present and since != self.month_before:
            yield self._problem("gone_beyond_known", unit, gone, "left", there=present, since=since)

    def unbalanced(self, unit: str) -> Iterator[Problem]:
        """Enrolled that do not follow from those of the month before.

        Who died in a month is gone in it, or in the next.
        """
        enrolled, joined, left = (self._now(unit, figure) for figure in ("enrolled", "joined", "left"))
        before, since = self.before(unit, "enrolled")
        if None in (enrolled, joined, left, before) or since != self.month_before:
            return
        deaths = (self.actuals.of(month, unit, "deaths") for month in (self.month, self.month_before))
        due = [(before or 0) + (joined or 0) - (left or 0) - (died or 0) for died in deaths]
        if enrolled not in due:
            values = {"before": before, "since": since, "joined": joined, "left": left}
            died = self._now(unit, "deaths") or 0
            yield self._problem(
                "unbalanced", unit, enrolled or 0, "enrolled", due=due[0], died=died, **values
            )

    def off_the_rate(self, unit: str, programme: Programme) -> Iterator[Problem]:
        """Contributions that are not those of the workers at the rate, nor off it as they were before."""
        paid, workers, due = self._paid_and_due(unit, self.month, programme)
        if paid is None or _is_near(paid, due):
            return
        for earlier in self._earlier:
            paid_before, _, due_before = self._paid_and_due(unit, earlier, programme)
            if paid_before is not None and due_before:
                if _is_near(paid, due * paid_before / due_before):
                    return
                break
        values = {
            "workers": workers,
            "rate": round(lowest_rate_idr(programme, month_number(self.month))),
            "due": round(due),
        }
        yield self._problem("off_the_rate", unit, paid, "contributions_idr", **values)

    def _paid_and_due(self, unit: str, month: str, programme: Programme) -> tuple[int | None, int, float]:
        """Contributions recorded, the workers paid up, else enrolled, and their contributions at the rate."""
        figures = (
            self.actuals.of(month, unit, figure) for figure in ("contributions_idr", "paid_up", "enrolled")
        )
        paid, paid_up, enrolled = figures
        workers = enrolled if paid_up is None else paid_up
        if workers is None:
            return None, 0, 0.0
        return paid, workers, workers * lowest_rate_idr(programme, month_number(month))

    def before(self, unit: str, figure: str) -> tuple[int | None, str]:
        """A figure in the last month before in which it is known, and that month.

        As it was recorded, else the enrolled of the baseline.
        """
        baseline, actuals = self.baseline, self.actuals
        for earlier in self._earlier:
            value = actuals.of(earlier, unit, figure)
            if unit == TOTAL:
                value = actuals.total(earlier, baseline.codes, figure)
            if value is not None and (earlier >= baseline.month_text or figure != "enrolled"):
                return value, earlier
        if figure != "enrolled" or baseline.month_text >= self.month:
            return None, ""
        if unit == TOTAL:
            return int(baseline.enrolled.sum()), baseline.month_text
        row = baseline.units[baseline.index[unit]]
        return (row.enrolled, baseline.month_text) if row.has_own_figures else (None, "")

    def gone(self, unit: str) -> tuple[int | None, int, str]:
        """Who stopped or died in the month (None where that is not known), who could have, and since when.

        Those are the enrolled of the last known month before, and who joined.
        """
        left, deaths, joined = (self._now(unit, figure) for figure in ("left", "deaths", "joined"))
        before, since = self.before(unit, "enrolled")
        gone = None if before is None or left is None else left + (deaths or 0)
        return gone, (before or 0) + (joined or 0), since


def lowest_rate_idr(programme: Programme, month: int) -> float:
    """Rupiah a worker in a month number at the lowest income base, with the relief that is in force."""
    of = {"income_base_idr": programme.rates_of(month).income_base_min_idr}
    plan = Contribution(**of, include_jht=False, relief_applies=True, transport_share=0.0)
    (rate,), _ = contribution_per_member(plan, programme, np.array([month]))
    return float(rate)


def _is_near(paid: float, due: float) -> bool:
    return abs(paid - due) <= OFF_THE_RATE * max(paid, due)


def _is_leap(before: int, now: int, figure: str) -> bool:
    least = LEAST_LEAP if figure in PEOPLE else LEAST_LEAP_IDR
    return (now > LEAP * before or now * LEAP < before) and abs(now - before) >= least


def _asn(baseline: Baseline, unit: str) -> int:
    """The ASN of a unit, of its segment where the unit's own are an estimate, or of the whole regency."""
    if unit == TOTAL:
        return int(baseline.asn.sum())
    row = baseline.units[baseline.index[unit]]
    if row.asn_basis in OWN_FIGURE:
        return row.asn
    return int(baseline.asn[baseline.rows[row.segment]].sum())
