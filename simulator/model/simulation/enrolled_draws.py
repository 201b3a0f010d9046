"""Enrolment of many scenarios on the same draws, for whoever seeks a value: drawn once, rolled for each."""

from copy import copy
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from simulator.model.arrays import Flags, Floats, Whole
from simulator.model.baseline import Baseline
from simulator.model.ranges import range_of
from simulator.model.scenario import Scenario, setting_value
from simulator.model.simulation.death_rates import draw_death_rates
from simulator.model.simulation.drawn import OF_A_DRAW, Drawn, draw_settings
from simulator.model.simulation.engine import members_of, monthly_deaths
from simulator.model.simulation.join_groups import joining


@dataclass(frozen=True, eq=False)
class _Kept(Drawn):
    """Settings drawn, with what each office makes of them kept once it is asked for."""

    known: dict[tuple[str, int], Floats] = field(default_factory=dict)  # by path and unit, each [draws]

    def of_offices(self, path: str, rows: Whole) -> Floats:
        if path not in self.normals:  # it may be the very lever
            return super().of_offices(path, rows)
        new = np.array([row for row in rows.tolist() if (path, row) not in self.known], dtype=int)
        if new.size:
            drawn = super().of_offices(path, new)
            shape = len(new), drawn.shape[1]
            self.known.update(zip([(path, row) for row in new.tolist()], np.broadcast_to(drawn, shape)))
        return np.stack([self.known[path, row] for row in rows.tolist()])

    def only(self, draws: Whole | slice) -> "_Kept":
        """The same for some of these draws, with what is known of them."""
        some = _Kept(**vars(super().only(draws)))
        return replace(some, known={key: of[draws] for key, of in self.known.items()})


class _Block(NamedTuple):
    at: Whole  # positions of its draws
    drawn: _Kept
    dying: Floats  # [months from 0, draws or 1]


class EnrolledDraws:
    """The draws of a scenario up to one month (offset), and of others that differ in what is not drawn."""

    def __init__(self, scenario: Scenario, baseline: Baseline, draws: int, month: int):
        self.month, self.baseline, self.draws = month, baseline, draws
        self.short = scenario.model_copy(update={"horizon_months": max(1, month)})
        drawn = draw_settings(self.short, baseline, scenario.uncertainty.seed, draws)
        rates = draw_death_rates(drawn)
        self.blocks = [
            _Block(at, _Kept(**vars(block)), monthly_deaths(block, rates.only(at)))
            for at, block in drawn.blocks(most=draws)
        ]

    def only(self, draws: Flags) -> "EnrolledDraws":
        """Some of these draws, in their order."""
        some = copy(self)
        some.draws, some.blocks = int(draws.sum()), []
        place = np.cumsum(draws) - 1
        for at, block, dying in self.blocks:
            inside = np.flatnonzero(draws[at])
            if inside.size:
                kept = dying[:, inside] if dying.shape[1] > 1 else dying
                some.blocks.append(_Block(place[at[inside]], block.only(inside), kept))
        return some

    def enrolled(self, scenario: Scenario, *, per_asn: bool = False) -> Floats:
        """Workers in the month, or workers per ASN; [draws].

        The scenario has the same ranges, spreads and risk.
        """
        short = scenario.model_copy(update={"horizon_months": self.short.horizon_months})
        own = {
            path: np.array([float(value)])
            for path in OF_A_DRAW
            if not range_of(scenario, path) and (value := setting_value(scenario, path)) is not None
        }
        found, joins = np.empty(self.draws), None
        for at, block, dying in self.blocks:
            changed = replace(block, scenario=short, values=block.values | own)
            joins = joins or joining(changed)
            found[at] = members_of(changed, joins, dying)[0][self.month]
            if per_asn:
                growth = 1 + changed.values["workforce.asn_growth_per_year"]
                found[at] /= self.baseline.asn.sum() * growth ** (self.month / 12)
        return found
