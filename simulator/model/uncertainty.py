"""Uncertainty: ranges of settings, and the spread of a simulation (docs/model.md, section 7)."""

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from simulator.model.parts import (
    Contribution,
    Delivery,
    Growth,
    Participation,
    Retention,
    Risk,
    Share,
    Workforce,
)
from simulator.model.settings import Setting, StrictModel, bounded, declared

Spread = Annotated[float, bounded(0, 5)]
Scale = Literal["logit", "log", "identity"]

_PARTS: dict[str, type[StrictModel]] = {
    "participation": Participation,
    "growth": Growth,
    "delivery": Delivery,
    "retention": Retention,
    "workforce": Workforce,
    "contribution": Contribution,
    "risk": Risk,
}
RANGED = {
    setting.path: setting
    for name, part in _PARTS.items()
    for setting in declared(part, f"{name}.")
    if setting.may_range
}
"""The settings that may have a range: those that nobody decides, never a planner's decisions."""


def scale_of(path: str) -> Scale:
    """The scale on which a setting's range is drawn, so that a share stays within 0 and 1, a rate above 0."""
    setting = RANGED[path]
    if setting.kind == "int" or setting.bounds[0] < 0:
        return "identity"
    return "logit" if setting.bounds == (0, 1) else "log"


class Range(StrictModel):
    """The 5 % and 95 % points of a setting; if both are equal it is fixed at that value."""

    setting: str
    low: float
    high: float

    @field_validator("setting")
    @classmethod
    def _may_have_one(cls, path: str) -> str:
        if path not in RANGED:
            raise PydanticCustomError(
                "not_ranged", "no setting that may have a range", {"allowed": ", ".join(RANGED)}
            )
        return path

    @field_validator("low", "high")
    @classmethod
    def _within_bounds(cls, value: float, info: ValidationInfo) -> float:
        setting = RANGED.get(info.data.get("setting", ""))
        if setting is None:
            return value
        low, high = setting.bounds
        if not low <= value <= high:
            raise PydanticCustomError("out_of_bounds", "outside the bounds", {"ge": low, "le": high})
        if setting.kind == "int" and not value.is_integer():
            raise PydanticCustomError("int_expected", "not whole")
        return value

    @field_validator("high")
    @classmethod
    def _in_order(cls, value: float, info: ValidationInfo) -> float:
        path, low = info.data.get("setting"), info.data.get("low")
        if path not in RANGED or low is None or low == value:
            return value
        if low > value:
            raise PydanticCustomError("range_reversed", "below the lower end", {"ge": low})
        at_an_end = {"logit": low == 0 or value == 1, "log": low == 0, "identity": False}
        if at_an_end[scale_of(path)]:
            raise PydanticCustomError("range_reaches_bound", "an end that is never reached", {"ge": low})
        return value


class Uncertainty(StrictModel):
    """The ranges, and how much offices, years and cases vary in a simulation."""

    draws: Annotated[int, bounded(1, 100_000), Setting("count", "S56", reference=1000, step=100)]
    seed: Annotated[int, bounded(0, 2**53 - 1), Setting("count", "S56", reference=2025, step=1)]
    ranges: Annotated[tuple[Range, ...], Field(strict=False)]
    unit_variance_share: Annotated[Share, Setting("share", "S52", reference=0.5, step=0.05, since=3)]
    leadership_correlation: Annotated[Share, Setting("share", "S52", reference=0.6, step=0.05, since=3)]
    exposure_cv: Annotated[Spread, Setting("spread", "S53", reference=0.2, step=0.05, since=3)]
    mortality_year_cv: Annotated[Spread, Setting("spread", "S54", reference=0.15, step=0.05, since=3)]
    nonfatal_cost_cv: Annotated[Spread, Setting("spread", "S55", reference=2.0, step=0.1)]

    @field_validator("ranges")
    @classmethod
    def _once_each(cls, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
        paths = [one.setting for one in ranges]
        twice = next((path for path in paths if paths.count(path) > 1), None)
        if twice:
            raise PydanticCustomError("duplicate_range", "two ranges of one setting", {"setting": twice})
        return ranges
