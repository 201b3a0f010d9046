"""The scenario: every assumption a planner can change, as one frozen value (model contract, section 2)."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, Field, PlainSerializer, StringConstraints, field_serializer

from simulator.model.settings import (
    BySegment,
    Day,
    JoinMonth,
    Month,
    Setting,
    StrictModel,
    bounded,
    declared,
)
from simulator.model.words import Name

SEGMENTS = ("opd", "kecamatan", "other")
Curve = Literal["linear", "s-curve", "front-loaded", "step"]
Status = Literal["draft", "proposed", "agreed"]
MOST_DECISIONS = 100

Share = Annotated[float, bounded(0, 1)]
NewUnits = Annotated[int, bounded(0, 50)]
WorkersPerAsn = Annotated[float, bounded(0, 10)]
Spread = Annotated[float, bounded(0, 5)]
Rate = Annotated[float, bounded(0, 1000)]  # per 1,000 a year


def _without_point(value: float | None) -> int | float | None:
    """A whole amount of Rupiah without a decimal point, as the contract writes it."""
    return int(value) if value is not None and value.is_integer() else value


Idr = Annotated[float, PlainSerializer(_without_point, when_used="json")]
Cost = Annotated[Idr, bounded(0, 1e9)]
Words = Annotated[str, StringConstraints(max_length=2000)]


class Target(StrictModel):
    """The coverage hoped for and the month it is hoped for."""

    coverage_share: Annotated[Share, Setting("share", "", reference=0.2, step=0.01, group="general")]
    month: Annotated[Month, Setting("month", "", reference="2025-09", group="general")]


class SegmentPlan(StrictModel):
    """How the units of one segment take part."""

    target_share: Annotated[
        Share,
        Setting("share", "S44", reference=0.0, step=BySegment(0.01, 0.01, 0.001), lever=BySegment(1, 2, 3)),
    ]
    ramp_months: Annotated[int, bounded(1, 60), Setting("months", "S45", reference=12, step=1, lever=4)]
    curve: Annotated[Curve, Setting("choice", "S45", reference="linear")]
    workers_per_asn: Annotated[WorkersPerAsn, Setting("workers_per_asn", "S46", reference=1.0, step=0.1)]
    entry_share: Annotated[Share, Setting("share", "", reference=BySegment(0.31, 0.68, 0.04), step=0.01)]
    new_units_per_month: Annotated[
        float, bounded(0, 50), Setting("units_per_month", "S44", reference=0.0, step=0.25)
    ]


class Participation(StrictModel):
    """The plans of the three segments."""

    opd: SegmentPlan
    kecamatan: SegmentPlan
    other: SegmentPlan

    def of(self, segment: str) -> SegmentPlan:
        """The plan of one of SEGMENTS."""
        return {"opd": self.opd, "kecamatan": self.kecamatan, "other": self.other}[segment]


class Monev(StrictModel):
    """The rhythm of the Rakor Monev and how many units join after each."""

    first_month: Annotated[Month | None, Setting("month", "S57", reference="2025-11", resting=None)]
    every_months: Annotated[int, bounded(1, 24), Setting("months", "S57", reference=3, step=1)]
    new_opd: Annotated[NewUnits, Setting("units", "S44", reference=0, step=1, slider_high=15, lever=5)]
    new_kecamatan: Annotated[NewUnits, Setting("units", "S44", reference=0, step=1, slider_high=15, lever=6)]


class Delivery(StrictModel):
    """How much of what is planned and pledged comes true, and how late."""

    realised_share: Annotated[Share, Setting("share", "S47", reference=1.0, step=0.01)]
    pledge_share: Annotated[Share, Setting("share", "S47", reference=1.0, step=0.01)]
    join_delay_months: Annotated[int, bounded(0, 24), Setting("months", "S47", reference=0, step=1)]


class Retention(StrictModel):
    """How many stop paying each month, and how many vacant seats are filled again."""

    lapse_share_per_month: Annotated[
        Share, Setting("share_per_month", "S48", reference=0.0, step=0.005, slider_high=0.2, lever=7)
    ]
    refill_share_per_month: Annotated[Share, Setting("share_per_month", "S48", reference=1.0, step=0.01)]


class Workforce(StrictModel):
    """How the number of ASN moves."""

    asn_growth_per_year: Annotated[
        float,
        bounded(-0.2, 0.2),
        Setting("share_per_year", "S49", reference=0.0, step=0.005, group="retention"),
    ]


class Contribution(StrictModel):
    """What is paid for each worker, and whether the relief of PP 50/2025 applies."""

    income_base_idr: Annotated[
        Idr,
        bounded(1_000_000, 20_700_000),
        Setting("idr", "S61 S7 S36", reference=1_000_000.0, step=100_000),
    ]
    include_jht: Annotated[bool, Setting("switch", "S61 S7", reference=False)]
    relief_applies: Annotated[bool, Setting("switch", "S50 S11", reference=True)]
    transport_share: Annotated[Share, Setting("share", "S50", reference=0.0, step=0.01)]


class Risk(StrictModel):
    """Death and accident rates and the costs that hang on them."""

    deaths_per_1000_year: Annotated[
        Rate | None, Setting("per_1000_year", "S30 S51", reference=None, step=0.1)
    ]
    prior_deaths_per_1000_year: Annotated[Rate, Setting("per_1000_year", "S30", reference=6.4, step=0.1)]
    prior_person_years: Annotated[
        float, bounded(0, 1e6), Setting("person_years", "S51", reference=500.0, step=50)
    ]
    accidents_per_1000_year: Annotated[Rate, Setting("per_1000_year", "S28", reference=3.47, step=0.1)]
    fatal_share: Annotated[Share, Setting("share", "S29", reference=0.023, step=0.001)]
    nonfatal_cost_idr: Annotated[Cost, Setting("idr", "S31", reference=6_600_000.0, step=100_000)]
    scholarship_per_death_idr: Annotated[Cost, Setting("idr", "S27", reference=4_700_000.0, step=100_000)]


class Uncertainty(StrictModel):
    """Spreads of a simulation; read, checked and kept, used by no result yet."""

    draws: Annotated[int, bounded(1, 100_000), Setting("count", "S56", reference=1000, step=100)]
    seed: Annotated[int, bounded(0, 2**53 - 1), Setting("count", "S56", reference=2025, step=1)]
    realised_common_spread: Annotated[Spread, Setting("spread", "S52", reference=0.5, step=0.1)]
    realised_unit_spread: Annotated[Spread, Setting("spread", "S52", reference=0.5, step=0.1)]
    lapse_spread: Annotated[Spread, Setting("spread", "S53", reference=0.3, step=0.1)]
    accident_rate_cv: Annotated[Spread, Setting("spread", "S54", reference=0.4, step=0.1)]
    nonfatal_cost_cv: Annotated[Spread, Setting("spread", "S55", reference=2.0, step=0.1)]


class Override(StrictModel):
    """What one unit does differently; None leaves it to its segment."""

    unit: Name
    target_share: Annotated[Share | None, Setting("share", "S44", step=0.01)]
    workers_per_asn: Annotated[WorkersPerAsn | None, Setting("workers_per_asn", "S46", step=0.1)]
    join_month: Annotated[JoinMonth | None, Setting("month", "S44")]


class Decision(StrictModel):
    """An entry of the decision log: a question, what the room expected, what came out, what was decided."""

    question: Annotated[Words, StringConstraints(min_length=1)]
    expectation: Words
    finding: Words
    decision: Words
    owner: Annotated[str, StringConstraints(max_length=120)]
    date: Day


class Record(StrictModel):
    """What the app knew when it saved the file: time, program, data and headline results."""

    saved_at: Annotated[str, StringConstraints(max_length=40)]
    program_version: Annotated[str, StringConstraints(max_length=40)]
    baseline_digest: Annotated[str, StringConstraints(max_length=64)]
    headline: dict[Annotated[str, StringConstraints(max_length=60)], float | None]

    @field_serializer("headline", when_used="json")
    def _headline(self, headline: dict[str, float | None]) -> dict[str, int | float | None]:
        money = {name: _without_point(v) for name, v in headline.items() if name.endswith("_idr")}
        return headline | money


def _present(version: int) -> int:
    if version != SCHEMA_VERSION:
        raise ValueError(f"version {version} is not {SCHEMA_VERSION}, the present one")
    return version


class Scenario(StrictModel):
    """A complete scenario file; equal settings give equal results on the same baseline.

    `parent` is the name of the scenario it was copied from. Status, parent and decisions change no result.
    """

    schema_version: Annotated[int, AfterValidator(_present)]
    name: Name
    description: Annotated[str, StringConstraints(max_length=4000)]
    author: Annotated[str, StringConstraints(max_length=120)]
    status: Status
    parent: Name | None
    baseline: Name
    horizon_months: Annotated[
        int, bounded(1, 120), Setting("months", "S57", reference=24, step=1, group="general")
    ]
    target: Target
    participation: Participation
    monev: Monev
    delivery: Delivery
    retention: Retention
    workforce: Workforce
    contribution: Contribution
    risk: Risk
    uncertainty: Uncertainty
    # JSON has lists, the model has tuples.
    overrides: Annotated[tuple[Override, ...], Field(strict=False)]
    decisions: Annotated[tuple[Decision, ...], Field(strict=False, max_length=MOST_DECISIONS)]
    record: Record | None = None


SETTINGS = {setting.path: setting for setting in declared(Scenario)}
SCHEMA_VERSION = max(2, *(setting.since for setting in SETTINGS.values()))
"""Version 2 brought status, parent and decisions, a later one the settings declared since it."""
OVERRIDE_SETTINGS = {setting.path: setting for setting in declared(Override)}


def _levers() -> dict[str, tuple[str, ...]]:
    places: dict[int, list[str]] = {}
    for path, setting in SETTINGS.items():
        if setting.lever is not None:
            places.setdefault(setting.lever, []).append(path)
    return {paths[0]: tuple(paths) for _, paths in sorted(places.items())}


LEVERS = _levers()
"""The levers in their order: the path of each, and the paths it moves together."""


def scenario_json(scenario: Scenario) -> str:
    """The text of a scenario's file: two-space indent, keys in the contract's order."""
    return scenario.model_dump_json(indent=2)


def setting_value(scenario: BaseModel, path: str) -> Any:
    """The value at a path of the file such as `participation.opd.target_share`."""
    value: Any = scenario
    for name in path.split("."):
        value = getattr(value, name)
    return value


def keeps_reference(scenario: Scenario, path: str) -> bool:
    """Whether a setting has its reference value."""
    return bool(setting_value(scenario, path) == SETTINGS[path].reference)


def with_value(scenario: Scenario, path: str, value: Any) -> Scenario:
    """The scenario with one value changed; raises pydantic's ValidationError where it is not allowed."""
    return with_values(scenario, {path: value})


def with_values(scenario: Scenario, changes: dict[str, Any]) -> Scenario:
    """The scenario with several values changed by path, checked once."""
    content = scenario.model_dump()
    for path, value in changes.items():
        *parents, last = path.split(".")
        place = content
        for name in parents:
            place = place[name]
        place[last] = value
    return Scenario.model_validate(content)


def with_override(scenario: Scenario, override: Override) -> Scenario:
    """The scenario with the override of one unit put in, replaced, or taken out where it asks for nothing."""
    kept = [o for o in scenario.overrides if o.unit != override.unit]
    asks = any(getattr(override, name) is not None for name in OVERRIDE_SETTINGS)
    found = next((i for i, o in enumerate(scenario.overrides) if o.unit == override.unit), len(kept))
    return scenario.model_copy(update={"overrides": tuple(kept[:found] + [override] * asks + kept[found:])})


def changed_settings(a: Scenario, b: Scenario) -> Iterator[tuple[str, Any, Any]]:
    """The path and both values of every setting in which two scenarios differ; overrides by unit."""
    for path in SETTINGS:
        left, right = setting_value(a, path), setting_value(b, path)
        if left != right:
            yield path, left, right
    of_a, of_b = ({o.unit: o for o in s.overrides} for s in (a, b))
    for unit in dict.fromkeys([*of_a, *of_b]):
        if of_a.get(unit) != of_b.get(unit):
            yield f"overrides.{unit}", of_a.get(unit), of_b.get(unit)
