"""How a setting is declared: unit, step, source and place on screen beside its type and bounds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from simulator.model.months import is_day, is_month

Unit = Literal[
    "share",
    "workers_per_asn",
    "months",
    "units",
    "units_per_month",
    "share_per_month",
    "share_per_year",
    "idr",
    "per_1000_year",
    "person_years",
    "spread",
    "count",
    "choice",
    "switch",
    "month",
]


@dataclass(frozen=True)
class Setting:
    """What a screen and a document need to know of a setting beside its type and bounds.

    `source` are keys of `data/sources.json`, which also says what is assumed; `step` is a slider's step in the setting's own unit, and
    `slider_high` where a slider ends if its upper bound lies far beyond what anyone asks for.
    """

    unit: Unit
    source: str  # keys, separated by a space
    step: float | None = None
    slider_high: float | None = None


class StrictModel(BaseModel):
    """The content of a file as a frozen value: strict types, no unknown keys, no NaN, every key required."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)


def _month(value: str) -> str:
    if not is_month(value):
        raise PydanticCustomError("bad_month", "not a month from 2000-01 to 2100-12")
    return value


def _join_month(value: str) -> str:
    return value if value == "never" else _month(value)


def _day(value: str) -> str:
    if not is_day(value):
        raise PydanticCustomError("bad_day", "not a day from 2000-01-01 to 2100-12-31")
    return value


Day = Annotated[str, AfterValidator(_day)]
Month = Annotated[str, AfterValidator(_month)]
JoinMonth = Annotated[str, AfterValidator(_join_month)]


@dataclass(frozen=True)
class Declared:
    """A setting as found in the model: its path in the file, bounds, type and declaration."""

    path: str
    kind: Literal["float", "int", "choice", "switch", "month"]
    low: float | None
    high: float | None
    options: tuple[str, ...]
    nullable: bool
    setting: Setting


def declared(part: type[BaseModel], prefix: str = "") -> Iterator[Declared]:
    """Every setting of a part and of the parts in it, in file order; lists (the overrides) are left out."""
    for name, info in part.model_fields.items():
        path = f"{prefix}{name}"
        if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
            yield from declared(info.annotation, f"{path}.")
            continue
        setting = next((m for m in info.metadata if isinstance(m, Setting)), None)
        if setting:
            yield _declare(path, info.annotation, info.metadata, setting)


def _declare(path: str, annotation: Any, metadata: list, setting: Setting) -> Declared:
    nullable = type(None) in get_args(annotation)
    inner = (
        next((a for a in get_args(annotation) if a is not type(None)), annotation) if nullable else annotation
    )
    while get_origin(inner) is Annotated:
        metadata = [*metadata, *get_args(inner)[1:]]
        inner = get_args(inner)[0]
    options = tuple(get_args(inner)) if get_origin(inner) is Literal else ()
    kind = (
        "choice"
        if options
        else "month"
        if setting.unit == "month"
        else {bool: "switch", int: "int", float: "float"}[inner]
    )
    constraints = [
        c for m in metadata for c in (getattr(m, "metadata", None) or [m])
    ]  # Field keeps its bounds in its own list
    low = next((m.ge for m in constraints if getattr(m, "ge", None) is not None), None)
    high = next((m.le for m in constraints if getattr(m, "le", None) is not None), None)
    return Declared(path, kind, low, high, options, nullable, setting)


def bounded(low: float, high: float) -> Any:
    """A pydantic field with both bounds allowed."""
    return Field(ge=low, le=high)
