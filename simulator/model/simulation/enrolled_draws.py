"""Enrolment of many scenarios on the same draws, for whoever seeks a value: drawn once, rolled for each."""

from dataclasses import dataclass, field, replace

import numpy as np

from simulator.model.arrays import Floats, Whole
from simulator.model.baseline import Baseline
from simulator.model.ranges import range_of
from simulator.model.scenario import Scenario, setting_value
from simulator.model.simulation.death_rates import draw_death_rates
from simulator.model.simulation.drawn import Drawn, draw_settings
from simulator.model.simulation.engine import members_of, monthly_deaths
from simulator.model.simulation.join_groups import joining
from simulator.model.uncertainty import RANGED


@dataclass(frozen=True, eq=False)
class _Kept(Drawn):
    """Settings drawn, with what each office makes of them kept once it is asked for."""

    known: dict[tuple[str, bytes], Floats] = field(default_factory=dict)

    def of_offices(self, path: str, rows: Whole) -> Floats:
        if path not in self.normals:  # it may be the very lever
            return super().of_offices(path, rows)
        key = path, rows.tobytes()
        if key not in self.known:
            self.known[key] = super().of_offices(path, rows)
        return self.known[key]


class EnrolledDraws:
    """The draws of a scenario up to one month (offset), and of others that differ in what is not drawn."""

    def __init__(self, scenario: Scenario, baseline: Baseline, draws: int, month: int):
        self.month, self.baseline = month, baseline
        self.short = scenario.model_copy(update={"horizon_months": max(1, month)})
        drawn = draw_settings(self.short, baseline, scenario.uncertainty.seed, draws)
        self.rates, self.draws = draw_death_rates(drawn), draws
        self.blocks = [(at, _Kept(**vars(block))) for at, block in drawn.blocks()]

    def enrolled(self, scenario: Scenario) -> Floats:
        """Workers in the month, of a scenario with the same ranges, spreads and risk; [draws]."""
        short = scenario.model_copy(update={"horizon_months": self.short.horizon_months})
        own = {
            path: np.array([float(value)])
            for path in RANGED
            if not range_of(scenario, path) and (value := setting_value(scenario, path)) is not None
        }
        found, joins = np.empty(self.draws), None
        for positions, block in self.blocks:
            changed = replace(block, scenario=short, values=block.values | own)
            joins = joins or joining(changed)
            found[positions] = members_of(
                changed, joins, monthly_deaths(changed, self.rates.only(positions))
            )[0][self.month]
        return found

    def asn(self) -> Floats:  # [draws or 1]
        """ASN of all units in the month."""
        growth = 1 + self.blocks[0][1].values["workforce.asn_growth_per_year"]
        return np.asarray(self.baseline.asn.sum() * growth ** (self.month / 12))
