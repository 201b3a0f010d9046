"""Seats of all units together in every draw (docs/model.md, section 3).

The seats of a join group are a few amounts per draw, times curves over months that are the same in every
draw. This avoids an array of units × months × draws. Units with seats that may fall are computed one at a
time instead, because a withdrawn seat takes its own member away.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

import numpy as np

from simulator.model.arrays import Floats, Whole
from simulator.model.scenario import FLOORS
from simulator.model.seats import asn_factor
from simulator.model.simulation.drawn import DELAY, Drawn
from simulator.model.simulation.growth import grows, untouched
from simulator.model.simulation.join_groups import JoinGroup, Joining, curves
from simulator.model.simulation.ratios import Ratio

AT_ONCE = 64_000  # units × draws processed at a time, to stay in the processor's cache
REALISED, PLEDGED, CEILING = "delivery.realised_share", "delivery.pledge_share", "growth.ceiling_share"


class Terms(NamedTuple):
    """Amounts of each draw times curves; with `grown_from`, also times 1 − U(t) ÷ U(that month)."""

    curves: Floats  # [months from 0, terms]
    amounts: Floats  # [terms, draws or 1]
    grown_from: Whole | None = None  # [terms]


class Portion(NamedTuple):
    """Units of one kind that are processed together, and their values that are the same in every draw."""

    group: JoinGroup  # any group of their kind
    rows: Whole  # [units]
    asn: Floats  # [groups, units], 0 if a unit is in another group
    inside: Floats  # [months from 0, groups]
    done: Floats  # [months from 0, groups]
    since: Whole  # [groups], the month from which they grow by themselves


class BlockSeats:
    """Seats in a block of draws with the same delay."""

    def __init__(self, drawn: Drawn, joining: Joining, portions: tuple[Portion, ...] = ()) -> None:
        """Keep the values common to all units; `portions` may be passed in if they are known already."""
        self._portions = portions
        self.drawn, self.joining, self.baseline = drawn, joining, drawn.baseline
        self.delay = int(drawn.values[DELAY][0])
        self.shape = (drawn.scenario.horizon_months + 1, len(drawn.draws))

    @cached_property
    def asn_factor(self) -> Floats:  # [months, draws or 1]
        """ASN of each month per ASN of the baseline."""
        growth, months = self.drawn.values["workforce.asn_growth_per_year"], np.arange(self.shape[0])
        factor: Floats = asn_factor(growth, months[:, None])
        return factor

    @cached_property
    def grows(self) -> bool:
        """Whether anybody joins without a plan."""
        return grows(self.drawn)

    @cached_property
    def untouched(self) -> Floats:  # [months, draws or 1]
        """The share that growth has not reached, see `growth.untouched`."""
        return untouched(self.drawn)

    @cached_property
    def portions(self) -> tuple[Portion, ...]:
        """All units that take part within the horizon and have seats that never fall."""
        inside = [g for g in self.joining.groups if not g.falling and g.starts(self.delay) < self.shape[0]]
        kinds = groupby(inside, key=lambda group: group.kind)
        return self._portions or tuple(one for _, of in kinds for one in self._cut(list(of)))

    def settings(self, portion: Portion) -> tuple[Floats, ...]:  # each [draws or 1]
        """The values that the amounts of a portion depend on."""
        segment = portion.group.segment
        paths = FLOORS[segment], f"participation.{segment}.entry_share", REALISED, PLEDGED, CEILING
        return tuple(self.drawn.values[path] for path in paths)

    @property
    def enrolled(self) -> float:
        """Enrolled in the baseline month of all units with seats that never fall; equal to their seats."""
        steady = (group.rows for group in self.joining.groups if not group.falling)
        return float(sum(self.baseline.enrolled[rows].sum() for rows in steady))

    def steady(self) -> Floats:  # [months, draws]
        """Seats of all units with seats that never fall."""
        terms = [term for portion in self.portions for term in self.terms(portion)]
        seats = self._sum([(term.curves, term.amounts) for term in terms])
        if self.grows:
            left = [
                (t.curves, t.amounts / self.untouched[t.grown_from])
                for t in terms
                if t.grown_from is not None
            ]
            seats -= self.untouched * self._sum(left)
        seats *= self.asn_factor
        seats[0] = self.enrolled
        return seats

    def falling(self) -> Iterator[Floats]:  # each [months, draws]
        """Seats of each unit with seats that may fall."""
        for group in self.joining.groups:
            for row in group.rows if group.falling else ():
                seats = self._of_unit(group, np.array([row])) * self.asn_factor * self.baseline.asn[row]
                seats[0] = self.baseline.enrolled[row]
                yield np.broadcast_to(seats, self.shape)

    def _sum(self, terms: list[tuple[Floats, Floats]]) -> Floats:  # [months, draws]
        if not terms:
            return np.zeros(self.shape)
        amounts = [np.broadcast_to(of, (len(of), self.shape[1])) for _, of in terms]
        total: Floats = np.concatenate([curves for curves, _ in terms], axis=1) @ np.concatenate(amounts)
        return total

    def _cut(self, groups: list[JoinGroup]) -> Iterator[Portion]:
        """Cut join groups of one kind into portions of limited size."""
        all_inside, all_done = curves(groups, self.drawn.scenario, self.delay)
        all_rows = np.concatenate([group.rows for group in groups])
        of_group = np.repeat(np.arange(len(groups)), [len(group.rows) for group in groups])
        at_once = max(1, AT_ONCE // self.shape[1])
        for first in range(0, len(all_rows), at_once):
            rows, owner = (of[first : first + at_once] for of in (all_rows, of_group))
            here = np.arange(owner[0], owner[-1] + 1)
            asn = (owner == here[:, None]) * self.baseline.asn[rows]
            since = np.array([self._grows_from(groups[i]) for i in here])
            yield Portion(groups[0], rows, asn, all_inside[:, here], all_done[:, here], since)

    def terms(self, portion: Portion) -> Iterator[Terms]:
        """The terms that add up to the seats of some units, before ASN change."""
        group, rows, asn, inside, done, since = portion
        opening, rise = self._ratios(group, rows)
        opened, added = opening.seats(asn), rise.seats(asn)
        yield Terms(inside, opened)
        yield Terms(done, added)
        if not self.grows or group.own:
            return
        ceiling = self._ceiling(rows)
        # If even the whole plan fits below the ceiling, there is no need to check each draw.
        fits = np.all(opening.most() + rise.most() <= ceiling)
        if fits or np.all(opening.of_units() + rise.of_units() <= ceiling):
            yield Terms(inside, asn @ ceiling - opened, since)
            yield Terms(done, -added, since)
            return
        room, each = ceiling - opening.of_units(), rise.of_units()
        for step in sorted(set(done[inside > 0].tolist())):
            reached = (done == step) * inside
            yield Terms(reached, asn @ np.maximum(0, room - each * step), since)

    def _grows_from(self, group: JoinGroup) -> int:
        return 0 if group.status == "participating" else group.starts(self.delay)

    def _of_unit(self, group: JoinGroup, row: Whole) -> Floats:  # [months, draws or 1]
        """Seats per ASN of one unit."""
        inside, done = curves([group], self.drawn.scenario, self.delay)
        opening, rise = (ratio.of_units() for ratio in self._ratios(group, row))
        ratio = opening + rise * done
        if self.grows and not group.own and inside.any():
            grown = 1 - self.untouched / self.untouched[self._grows_from(group)]
            ratio = ratio + np.maximum(0, self._ceiling(row) - ratio) * grown
        return ratio * inside

    def _ceiling(self, rows: Whole) -> Floats:  # [units, draws or 1]
        return self.drawn.values[CEILING] * self.joining.plans.workers_per_asn[rows, None]

    def _ratios(self, group: JoinGroup, rows: Whole) -> tuple[Ratio, Ratio]:
        """Seats per ASN with which units open, and those they add by the end (give back, if negative)."""
        plans, baseline = self.joining.plans, self.baseline
        workers, asn = plans.workers_per_asn[rows, None], baseline.asn[rows, None]
        none = np.zeros_like(workers)
        floor = self.drawn.values[FLOORS[group.segment]]
        floor_ratio = (plans.target_share[rows, None] if group.own else floor) * workers
        if group.status == "participating":
            opening = Ratio(baseline.enrolled[rows, None] / asn, none, none)
        elif group.status == "pledged":
            pledged = baseline.pledge_workers[rows, None] / asn
            opening = Ratio(none, pledged, self.drawn.of_offices(PLEDGED, rows))
        else:
            entry = self.drawn.values[f"participation.{group.segment}.entry_share"] * workers
            opening = Ratio(entry, none, none)
        least = opening.of_units()
        rise = (floor_ratio if group.own else np.maximum(floor_ratio, least)) - least
        if group.status == "outside":
            realised = self.drawn.of_offices(REALISED, rows)
            return Ratio(none, least, realised), Ratio(none, rise, realised)
        # A rise falls short of its plan; a withdrawal by a unit that takes part already comes in full.
        short = np.maximum(rise, 0)
        realised = self.drawn.of_offices(REALISED, rows) if short.any() else none
        return opening, Ratio(np.minimum(rise, 0), short, realised)
