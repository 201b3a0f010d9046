"""The scenario: every assumption a planner can change, as one frozen value (docs/model.md, section 2)."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from simulator.model.beside_settings import MOST_DECISIONS, Decision, ResultsRecord, Status
from simulator.model.names import MAX_NAME, Name
from simulator.model.parts import (
    SEGMENTS,
    Contribution,
    Delivery,
    Growth,
    Monev,
    Override,
    Participation,
    Retention,
    Risk,
    Target,
    Workforce,
)
from simulator.model.settings import Setting, StrictModel, bounded, declared
from simulator.model.uncertainty import Uncertainty


def _present_version(version: int) -> int:
    if version != SCHEMA_VERSION:
        raise ValueError(f"version {version} is not {SCHEMA_VERSION}, the present one")
    return version


class Scenario(StrictModel):
    """A complete scenario file; equal settings give equal results on the same baseline.

    `parent` is the name of the scenario it was copied from. Status, parent and decisions change no result.
    """

    schema_version: Annotated[int, AfterValidator(_present_version)]
    name: Name
    description: Annotated[str, StringConstraints(max_length=4000)]
    author: Annotated[str, StringConstraints(max_length=MAX_NAME)]
    status: Status
    parent: Name | None
    baseline: Name
    horizon_months: Annotated[
        int, bounded(1, 120), Setting("months", "S57", reference=24, step=1, group="general")
    ]
    target: Target
    participation: Participation
    monev: Monev
    growth: Growth
    delivery: Delivery
    retention: Retention
    workforce: Workforce
    contribution: Contribution
    risk: Risk
    uncertainty: Uncertainty
    # Not strict, because JSON has lists and the model has tuples.
    overrides: Annotated[tuple[Override, ...], Field(strict=False)]
    decisions: Annotated[tuple[Decision, ...], Field(strict=False, max_length=MOST_DECISIONS)]
    record: ResultsRecord | None = None


SETTINGS = {setting.path: setting for setting in declared(Scenario)}
SCHEMA_VERSION = max(setting.since for setting in SETTINGS.values())
"""Version 2 added status, parent and decisions, version 3 ranges; both also settings (`Setting.since`)."""
FLOORS = {segment: f"participation.{segment}.target_share" for segment in SEGMENTS}
"""The path of each segment's floor of participation."""
DEATH_RATE = "risk.deaths_per_1000_year"
"""The path of the typed death rate; the setting is empty if the rate is estimated."""
OVERRIDE_SETTINGS = {setting.path: setting for setting in declared(Override)}


def _levers() -> dict[str, tuple[str, ...]]:
    places: dict[int, list[str]] = {}
    for path, setting in SETTINGS.items():
        if setting.lever is not None:
            places.setdefault(setting.lever, []).append(path)
    return {paths[0]: tuple(paths) for _, paths in sorted(places.items())}


LEVERS = _levers()
"""The levers in order: the path of each lever, and all paths that it moves together."""


def scenario_json(scenario: Scenario) -> str:
    """The text of a scenario's file: two-space indent, keys in the order of the fields."""
    return scenario.model_dump_json(indent=2)


def setting_value(scenario: BaseModel, path: str) -> Any:
    """The value at a path of the file, for example `participation.opd.target_share`."""
    value: Any = scenario
    for name in path.split("."):
        value = getattr(value, name)
    return value


def keeps_reference(scenario: Scenario, path: str) -> bool:
    """Whether a setting has its reference value."""
    return bool(setting_value(scenario, path) == SETTINGS[path].reference)


def with_value(scenario: Scenario, path: str, value: Any) -> Scenario:
    """The scenario with one value changed; raises pydantic's ValidationError if it is not allowed."""
    return with_values(scenario, {path: value})


def with_values(scenario: Scenario, changes: dict[str, Any]) -> Scenario:
    """The scenario with several values changed by path, validated once; raises like `with_value`."""
    content = scenario.model_dump()
    for path, value in changes.items():
        *parents, last = path.split(".")
        place = content
        for name in parents:
            place = place[name]
        place[last] = value
    return Scenario.model_validate(content)


def no_override(unit: str) -> Override:
    """An empty override, which changes nothing for a unit."""
    return Override.model_validate({"unit": unit} | dict.fromkeys(OVERRIDE_SETTINGS))


def with_override(scenario: Scenario, override: Override) -> Scenario:
    """The scenario with one unit's override added or replaced, or removed if the override is empty."""
    kept = {o.unit: o for o in scenario.overrides} | {override.unit: override}
    if override == no_override(override.unit):
        del kept[override.unit]
    return scenario.model_copy(update={"overrides": tuple(kept.values())})


def changed_settings(a: Scenario, b: Scenario) -> Iterator[tuple[str, Any, Any]]:
    """The path and both values of every setting that differs between two scenarios; overrides by unit."""
    for path in SETTINGS:
        left, right = setting_value(a, path), setting_value(b, path)
        if left != right:
            yield path, left, right
    of_a, of_b = ({o.unit: o for o in s.overrides} for s in (a, b))
    for unit in dict.fromkeys([*of_a, *of_b]):
        if of_a.get(unit) != of_b.get(unit):
            yield f"overrides.{unit}", of_a.get(unit), of_b.get(unit)
