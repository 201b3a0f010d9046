"""How a setting is declared: all that screens, files and documents need to know of it, beside its field."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from simulator.model.months import is_day, is_month

Unit = Literal[
    "share",
    "workers_per_asn",
    "months",
    "units",
    "meetings",
    "factor",
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
Kind = Literal["float", "int", "choice", "switch", "month"]
AS_REFERENCE: Any = object()


class BySegment(NamedTuple):
    """Something said of a setting that is not the same in each segment."""

    opd: Any
    kecamatan: Any
    other: Any


@dataclass(frozen=True)
class Setting:
    """A setting of the scenario, declared once; path, kind, bounds and options are read off its field.

    Its words are the texts `setting.<path>` and `setting_help.<path>`.
    """

    unit: Unit
    # Keys of `data/sources.json`, separated by a space; a baseline may know better ones.
    source: str
    reference: Any = None  # what the shipped default scenario has
    step: float | None = None  # of a slider, in the setting's own unit
    # Where a slider ends if the bound lies far beyond what anyone asks for.
    slider_high: float | None = None
    resting: Any = AS_REFERENCE  # the value at which it changes nothing
    lever: int | None = None  # its place among the levers; settings that share one move together
    # Whether it may have a range, since nobody decides it, and the usual one (its 5 % and 95 % points).
    may_range: bool = False
    usual_range: tuple[float, float] | None = None
    range_source: str = ""  # keys of `data/sources.json` that say why that range
    # The version of the file that brought it; a file from before means its resting value.
    since: int = 1
    group: str = ""  # on screen; the part of the file it stands in, where not given
    path: str = ""
    kind: Kind = "float"
    low: float | None = None
    high: float | None = None
    options: tuple[str, ...] = ()
    nullable: bool = False

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest value allowed; raises ValueError for a setting that is no number."""
        if self.low is None or self.high is None:
            raise ValueError(f"{self.path} has no bounds")
        return self.low, self.high

    @property
    def slider(self) -> tuple[float, float, float]:
        """Both ends of a slider and its step; raises ValueError where there is none."""
        low, high = self.bounds
        if self.step is None:
            raise ValueError(f"{self.path} has no step")
        return low, self.slider_high or high, self.step


class StrictModel(BaseModel):
    """The content of a file as a frozen value: strict types, no unknown keys, no NaN, every key required."""

    # Checks are put together when they are first needed: those of a part, mostly within those of the whole.
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)


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


def bounded(low: float, high: float) -> Any:
    """A pydantic field with both bounds allowed."""
    return Field(ge=low, le=high)


def declared(part: type[BaseModel], prefix: str = "") -> Iterator[Setting]:
    """Every setting of a part and of the parts in it, in file order; lists (the overrides) are left out."""
    for name, info in part.model_fields.items():
        path = f"{prefix}{name}"
        if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
            yield from declared(info.annotation, f"{path}.")
            continue
        setting = next((m for m in info.metadata if isinstance(m, Setting)), None)
        if setting:
            yield _read_off(_of_segment(setting, path), path, info.annotation, info.metadata)


def _of_segment(setting: Setting, path: str) -> Setting:
    """A setting with what is said of its own segment only."""
    differing = {name: value for name, value in vars(setting).items() if isinstance(value, BySegment)}
    return replace(setting, **{name: getattr(value, path.split(".")[1]) for name, value in differing.items()})


def _read_off(setting: Setting, path: str, annotation: Any, metadata: list[Any]) -> Setting:
    """A setting with what its field says of it, and with what it leaves to be understood."""
    nullable = type(None) in get_args(annotation)
    inner = next(a for a in get_args(annotation) if a is not type(None)) if nullable else annotation
    while get_origin(inner) is Annotated:
        inner, *more = get_args(inner)
        metadata = [*metadata, *more]
    # Field keeps its bounds in a list of its own
    constraints = [c for m in metadata for c in (getattr(m, "metadata", None) or [m])]
    options = get_args(inner) if get_origin(inner) is Literal else ()
    kinds: dict[Any, Kind] = {bool: "switch", int: "int", float: "float"}
    return replace(
        setting,
        resting=setting.reference if setting.resting is AS_REFERENCE else setting.resting,
        group=setting.group or path.split(".", maxsplit=1)[0],
        path=path,
        kind="choice" if options else "month" if setting.unit == "month" else kinds[inner],
        low=next((c.ge for c in constraints if getattr(c, "ge", None) is not None), None),
        high=next((c.le for c in constraints if getattr(c, "le", None) is not None), None),
        options=options,
        nullable=nullable,
        may_range=setting.may_range or setting.usual_range is not None,
    )
