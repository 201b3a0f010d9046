"""Checks recorded figures: contradictions, which are refused, and doubts, which must be confirmed."""

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
LEAP = 5  # a figure this many times that of the month before, or smaller by that factor, is doubted
LEAST_LEAP = 10  # workers: a smaller change is not a leap
LEAST_LEAP_IDR = 200_000  # about the contributions of those workers in a month
OFF_THE_RATE = 0.01  # of the contributions
LEAPING = ("enrolled", "paid_up", "contributions_idr")


def contradictions(actuals: Actuals, baseline: Baseline, month: str) -> list[Problem]:
    """Every contradiction in the figures of a month; `where` is the code of the unit, or TOTAL.

    The workers paid up are part of the enrolled, and so are those who joined. Whoever stopped or died was
    enrolled in the month before, or joined. Nobody pays for more than MOST_PER_ASN workers per ASN. The units
    together have at most the total, and exactly the total if each is known.
    """
    checks = _Checks(actuals, baseline, month)
    units = (TOTAL, *baseline.codes)
    return [*(problem for unit in units for problem in checks.of_unit(unit)), *checks.against_total()]


def doubts(actuals: Actuals, baseline: Baseline, programme: Programme, month: str) -> list[Problem]:
    """The doubtful figures of a month; `where` as in `contradictions`.

    These are leaps since the last known month; more leavers than enrolled workers known; enrolled that do not
    follow from the month before and those who joined, left and died; and contributions that differ from the
    workers' contributions at the rate of the month by another factor than in the last known month (a constant
    factor means a higher income base).
    """
    checks = _Checks(actuals, baseline, month)
    units = (TOTAL, *baseline.codes)
    every = [doubt for unit in units for doubt in (*checks.doubts(unit), *checks.unbalanced(unit))]
    return [*every, *(doubt for unit in units for doubt in checks.off_the_rate(unit, programme))]


class _Checks:
    """Compares the figures of one month with each other and with earlier months."""

    def __init__(self, actuals: Actuals, baseline: Baseline, month: str):
        self.actuals, self.baseline, self.month = actuals, baseline, month
        self.month_before = month_name(month_number(month) - 1)
        self._earlier = [m for m in reversed(actuals.months()) if m < month]

    def _problem(self, code: str, unit: str, found: int, figure: str, **values: Any) -> Problem:
        return Problem(code, unit, found, month=self.month, figure=figure, **values)

    def _now(self, unit: str, figure: str) -> int | None:
        return self.actuals.of(self.month, unit, figure)

    def of_unit(self, unit: str) -> Iterator[Problem]:
        """Contradictions in the figures of one unit, or of the total."""
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
        """Problems of more deaths, or more leavers and deaths, than there were people."""
        there = [n for n in (enrolled, self.before(unit, "enrolled")[0]) if n is not None]
        if there and deaths > max(there) + joined:
            yield self._problem("deaths_beyond_enrolled", unit, deaths, "deaths", enrolled=max(there))
            return
        gone, present, since = self.gone(unit)
        if gone is not None and gone > present and since == self.month_before:
            yield self._problem("gone_beyond_enrolled", unit, gone, "left", there=present)

    def against_total(self) -> Iterator[Problem]:
        """Problems of units that add up to more than the total, or not exactly to it if each is known."""
        for figure in FIGURES:
            total = self._now(TOTAL, figure)
            codes = self.baseline.codes
            known = [value for code in codes if (value := self._now(code, figure)) is not None]
            every = len(known) == len(codes)
            if total is not None and (sum(known) > total or every and sum(known) != total):
                values = {"total": total, "count": len(known)}
                yield self._problem("units_against_total", TOTAL, sum(known), figure, **values)

    def doubts(self, unit: str) -> Iterator[Problem]:
        """Doubts about the figures of one unit, or of the total."""
        for figure in LEAPING:
            now, (before, since) = self._now(unit, figure), self.before(unit, figure)
            if now is not None and before and _is_leap(before, now, figure):
                yield self._problem("leap", unit, now, figure, before=before, since=since, times=LEAP)
        gone, present, since = self.gone(unit)
        if gone is not None and gone > present and since != self.month_before:
            yield self._problem("gone_beyond_known", unit, gone, "left", there=present, since=since)

    def unbalanced(self, unit: str) -> Iterator[Problem]:
        """A doubt about enrolled that do not follow from those of the month before.

        A worker who died in a month stops counting in it, or in the next.
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
        """A doubt about contributions that match neither the rate nor the earlier ratio to it."""
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
        """Recorded contributions, workers paid up or else enrolled, and their contributions at the rate."""
        figures = (
            self.actuals.of(month, unit, figure) for figure in ("contributions_idr", "paid_up", "enrolled")
        )
        paid, paid_up, enrolled = figures
        workers = enrolled if paid_up is None else paid_up
        if workers is None:
            return None, 0, 0.0
        return paid, workers, workers * lowest_rate_idr(programme, month_number(month))

    def before(self, unit: str, figure: str) -> tuple[int | None, str]:
        """A figure in the latest earlier month for which it is known, and that month.

        It is the recorded figure, otherwise the enrolled of the baseline.
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
        """How many stopped or died in the month (None if unknown), how many could have, and since when.

        Those who could have are the enrolled of the last known month, and those who joined.
        """
        left, deaths, joined = (self._now(unit, figure) for figure in ("left", "deaths", "joined"))
        before, since = self.before(unit, "enrolled")
        gone = None if before is None or left is None else left + (deaths or 0)
        return gone, (before or 0) + (joined or 0), since


def lowest_rate_idr(programme: Programme, month: int) -> float:
    """Rupiah per worker in a month number at the lowest income base, with the relief in force."""
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
    """The ASN of a unit, of its segment if the figure of the unit is an estimate, or of the whole regency."""
    if unit == TOTAL:
        return int(baseline.asn.sum())
    row = baseline.units[baseline.index[unit]]
    if row.asn_basis in OWN_FIGURE:
        return row.asn
    return int(baseline.asn[baseline.rows[row.segment]].sum())
