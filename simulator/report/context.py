"""What sentences, charts, tables and explanations are made from: one projection and the facts around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from simulator.model.actuals import NOTHING_RECORDED, Actuals
from simulator.model.baseline import Baseline
from simulator.model.months import month_name
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.scenario import Scenario
from simulator.model.simulation import Simulation, simulate
from simulator.model.source import Source
from simulator.words.quantity import Month


@dataclass(frozen=True, eq=False)
class Context:
    """A projection with the dated rules, the sources, what was recorded, and the month number of today."""

    projection: Projection
    programme: Programme
    sources: Mapping[str, Source] = field(repr=False)
    today: int
    actuals: Actuals = NOTHING_RECORDED
    simulation: Simulation | None = field(default=None, repr=False)

    @property
    def scenario(self) -> Scenario:
        """The scenario that is projected."""
        return self.projection.scenario

    @property
    def baseline(self) -> Baseline:
        """The observed start of the projection."""
        return self.projection.baseline

    @property
    def simulated(self) -> Simulation:
        """The simulations of the scenario; raises ValueError where none were made."""
        if self.simulation is None:
            raise ValueError("the scenario was not simulated")
        return self.simulation

    def with_simulation(self) -> "Context":
        """The same context with the scenario's own number of simulations, made once where there are none."""
        return self if self.simulation else self._simulated_once

    @cached_property
    def _simulated_once(self) -> "Context":
        return replace(self, simulation=simulate(self.scenario, self.baseline, self.programme))

    def month(self, offset: int) -> Month:
        """The calendar month at this offset from the baseline; -1 is the last month of the projection."""
        return Month(int(self.projection.months[offset]))

    def is_past(self, month: Month) -> bool:
        """Whether a calendar month is over; the only place that decides it."""
        return month.number < self.today

    @cached_property
    def missing_months(self) -> tuple[int, ...]:
        """The projected months (offsets) that are over and for which nobody recorded the enrolled total."""
        return tuple(
            t
            for t in range(1, len(self.projection.months))
            if self.is_past(month := self.month(t))
            and self.actuals.total(month_name(month.number), self.baseline.codes, "enrolled") is None
        )

    def of(self, projection: Projection) -> "Context":
        """The same facts around another projection, without simulations.

        Records belong to one regency: a projection of another regency gets none.
        """
        is_same = projection.baseline.facts.region == self.baseline.facts.region
        actuals = self.actuals if is_same else NOTHING_RECORDED
        return replace(self, projection=projection, actuals=actuals, simulation=None)


def simulated(contexts: Sequence[Context]) -> list[Context]:
    """The same contexts, the first with simulations of its scenario."""
    first, *others = contexts
    return [first.with_simulation(), *others]
