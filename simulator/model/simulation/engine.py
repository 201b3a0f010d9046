"""The simulation of a scenario; only the order of the steps is set here (docs/model.md, section 7)."""

from collections.abc import Callable, Mapping

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.enrolment import monthly_probabilities
from simulator.model.programme import Programme
from simulator.model.scenario import Scenario
from simulator.model.simulation.death_rates import DeathRates, draw_death_rates, expected_death_rates
from simulator.model.simulation.drawn import Drawn, draw_settings, given_settings
from simulator.model.simulation.join_groups import Joining, joining
from simulator.model.simulation.kept import columns
from simulator.model.simulation.members import members_since, roll, roll_steady, stay_shares
from simulator.model.simulation.payouts import Members, drawn_payouts
from simulator.model.simulation.seats import BlockSeats
from simulator.model.simulation.simulation import Simulation

MONEY_AT_ONCE = 1000  # draws for which money is computed at a time, to stay in the processor's cache


def simulate(
    scenario: Scenario,
    baseline: Baseline,
    programme: Programme,
    draws: int | None = None,
    seed: int | None = None,
    money: bool = True,
    chance: bool = True,
    progress: Callable[[float], object] | None = None,
) -> Simulation:
    """Simulate a scenario; number of draws and seed default to the scenario's own.

    Without `money` only people are simulated; without `chance` deaths and accidents are replaced by their
    mean in each draw. `progress` is a progress callback that receives the share of draws done.
    """
    draws = scenario.uncertainty.draws if draws is None else draws
    drawn = draw_settings(scenario, baseline, scenario.uncertainty.seed if seed is None else seed, draws)
    return _simulated(drawn, draw_death_rates(drawn), programme, money, chance, progress)


def project_many(
    scenario: Scenario,
    baseline: Baseline,
    programme: Programme,
    values: Mapping[str, Floats],
    money: bool = True,
) -> Simulation:
    """Project many scenarios at once that differ only in settings of `OF_A_DRAW`; each draw is a scenario.

    `values` are by path, each [scenarios], within the bounds of the setting. Nothing is drawn.
    """
    drawn = given_settings(scenario, baseline, values)
    return _simulated(drawn, expected_death_rates(drawn), programme, money, chance=False)


def _simulated(
    drawn: Drawn,
    rates: DeathRates,
    programme: Programme,
    money: bool,
    chance: bool,
    progress: Callable[[float], object] | None = None,
) -> Simulation:
    scenario, baseline, draws, joins = drawn.scenario, drawn.baseline, len(drawn.draws), joining(drawn)
    enrolled = np.empty((scenario.horizon_months + 1, draws))
    paid, done = np.empty_like(enrolled) if money else np.full_like(enrolled, np.nan), 0
    for positions, block in drawn.blocks():
        dying = monthly_deaths(block, rates.only(columns(positions)))
        people, stay = members_of(block, joins, dying)
        enrolled[:, columns(positions)] = people
        for first in range(0, len(positions), MONEY_AT_ONCE):
            part = slice(first, first + MONEY_AT_ONCE)
            if money:
                some, dying_some, stay_some = block.only(part), _columns(dying, part), _columns(stay, part)
                members = _by_tenure(some, programme, people[:, part], stay_some)
                at = columns(positions[part])
                paid[:, at] = drawn_payouts(some, programme, members, dying_some, chance=chance)
            done += len(positions[part])
            if progress:
                progress(done / draws)
    return Simulation(scenario, baseline, programme, drawn, rates, enrolled, paid)


def monthly_deaths(drawn: Drawn, rates: DeathRates) -> Floats:  # [months, draws or 1]
    """The probability of dying in each month from the baseline on, from the rate of its calendar year."""
    month = drawn.baseline.month + np.arange(drawn.scenario.horizon_months + 1)
    year = month // 12 - month[0] // 12
    monthly: Floats = monthly_probabilities(rates.yearly)[year]
    return monthly


def _columns(values: Floats, part: slice) -> Floats:
    return values[:, part] if values.shape[1] > 1 else values


def members_of(block: Drawn, joins: Joining, dying: Floats) -> tuple[Floats, Floats]:
    """Enrolled, and the share of last month's members who stayed; [months, draws], [months, draws or 1]."""
    stays, refill = staying(block, dying)
    seats = BlockSeats(block, joins)
    enrolled = roll_steady(seats.steady(), stays, refill)
    if not any(group.falling for group in joins.groups):
        return enrolled, stays
    kept = np.concatenate((enrolled[:1], enrolled[:-1] * stays[1:]))
    for unit in seats.falling():
        of_unit, kept_of_unit = roll(unit, stays, refill)
        enrolled += of_unit
        kept += kept_of_unit
    return enrolled, stay_shares(enrolled, kept)


def staying(block: Drawn, dying: Floats) -> tuple[Floats, Floats]:
    """The share of last month's members who stay, if their seats remain, and the share of seats refilled.

    [months from 0, draws or 1] and [draws or 1].
    """
    lapse, refill = (block.values[f"retention.{n}_share_per_month"] for n in ("lapse", "refill"))
    stays = np.ones((len(dying), max(dying.shape[1], lapse.size)))
    np.multiply(1 - dying[:-1], 1 - lapse, out=stays[1:])
    return stays, refill


def _by_tenure(block: Drawn, programme: Programme, enrolled: Floats, stay: Floats) -> Members:
    waiting = programme.benefits_in(np.array([block.baseline.month]))
    over_3, over_36 = (
        members_since(block.baseline, enrolled, stay, int(waiting[name][0]))
        for name in ("jkm_full_from_months", "scholarship_from_months")
    )
    return Members(enrolled, enrolled - over_3, np.maximum(over_3 - over_36, 0), over_36)
