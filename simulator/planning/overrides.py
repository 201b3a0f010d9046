"""Overrides of a row of the units' table: read them, and change them for all units of the row."""

from collections import Counter
from typing import Any, Literal

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.parts import Override
from simulator.model.scenario import Scenario, no_override, with_override
from simulator.model.seats import unit_plans
from simulator.planning.groups import UnitGroup, unit_groups

MIXED: Literal["mixed"] = "mixed"


def floor_share(scenario: Scenario, baseline: Baseline) -> Floats:  # [units]
    """Each unit's floor of participation in workers per ASN, from its override if it has one."""
    plans = unit_plans(scenario, baseline)
    return plans.target_share * plans.workers_per_asn


def by_group(scenario: Scenario, baseline: Baseline) -> dict[UnitGroup, Counter[Override]]:
    """For each group with overrides, the number of its units with each; their `unit` is left blank."""
    given = {o.unit: o.model_copy(update={"unit": ""}) for o in scenario.overrides}
    result = {}
    for group in unit_groups(baseline):
        codes = (baseline.codes[i] for i in group.units)
        if of_group := Counter(given[code] for code in codes if code in given):
            result[group] = of_group
    return result


def row_value(scenario: Scenario, baseline: Baseline, row: UnitGroup, name: str) -> Any:
    """The common value of the row's units for one key of an override; None if none has one, else MIXED."""
    given = {o.unit: getattr(o, name) for o in scenario.overrides}
    values = {given.get(baseline.codes[i]) for i in row.units}
    return values.pop() if len(values) == 1 else MIXED


def with_row_value(scenario: Scenario, baseline: Baseline, row: UnitGroup, name: str, value: Any) -> Scenario:
    """The scenario with one key of the override set for every unit of the row.

    Raises pydantic's ValidationError for a value out of bounds.
    """
    given = {o.unit: o for o in scenario.overrides}
    for i in row.units:
        code = baseline.codes[i]
        content = given.get(code, no_override(code)).model_dump() | {name: value}
        scenario = with_override(scenario, Override.model_validate(content))
    return scenario


def without_row(scenario: Scenario, baseline: Baseline, row: UnitGroup) -> Scenario:
    """The scenario without any override of the row's units."""
    units = {baseline.codes[i] for i in row.units}
    kept = tuple(o for o in scenario.overrides if o.unit not in units)
    return scenario.model_copy(update={"overrides": kept})
