"""What a row of the table does differently from its segment, and changing that for all units of the row."""

from collections import Counter
from typing import Any, Literal

import numpy as np

from simulator.model.baseline import Baseline
from simulator.model.parts import SEGMENTS, Override
from simulator.model.scenario import OVERRIDE_SETTINGS, Scenario, with_override
from simulator.planning.groups import UnitGroup, unit_groups

MIXED: Literal["mixed"] = "mixed"


def floor_share(scenario: Scenario, baseline: Baseline) -> np.ndarray:
    """Each unit's floor of participation in workers per ASN, its own where an override gives one; [units]."""
    result = np.zeros(len(baseline.codes))
    for segment in SEGMENTS:
        plan = scenario.participation.of(segment)
        result[baseline.rows[segment]] = plan.target_share * plan.workers_per_asn
    for override in scenario.overrides:
        i = baseline.index[override.unit]
        plan = scenario.participation.of(baseline.segments[i])
        share = plan.target_share if override.target_share is None else override.target_share
        workers = plan.workers_per_asn if override.workers_per_asn is None else override.workers_per_asn
        result[i] = share * workers
    return result


def by_group(scenario: Scenario, baseline: Baseline) -> dict[UnitGroup, Counter[Override]]:
    """Of each group with overrides, how many of its units have which; `unit` is left out of them."""
    given = {o.unit: o.model_copy(update={"unit": ""}) for o in scenario.overrides}
    found = {}
    for group in unit_groups(baseline):
        codes = (baseline.codes[i] for i in group.units)
        if of_group := Counter(given[code] for code in codes if code in given):
            found[group] = of_group
    return found


def row_value(scenario: Scenario, baseline: Baseline, row: UnitGroup, name: str) -> Any:
    """What the row's units have in common for one key of an override: a value, None (nothing) or MIXED."""
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
        nothing = {"unit": code} | dict.fromkeys(OVERRIDE_SETTINGS)
        content = given[code].model_dump() if code in given else nothing
        scenario = with_override(scenario, Override.model_validate(content | {name: value}))
    return scenario


def without_row(scenario: Scenario, baseline: Baseline, row: UnitGroup) -> Scenario:
    """The scenario without any override of the row's units."""
    units = {baseline.codes[i] for i in row.units}
    kept = tuple(o for o in scenario.overrides if o.unit not in units)
    return scenario.model_copy(update={"overrides": kept})
