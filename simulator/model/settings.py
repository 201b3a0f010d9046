"""How a setting is declared: everything that screens, files and documents need, next to its field."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from simulator.model.months import is_day, is_month

SettingUnit = Literal[
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
SettingKind = Literal["float", "int", "choice", "switch", "month"]
AS_REFERENCE: Any = object()


class BySegment(NamedTuple):
    """An attribute of a setting that differs between segments."""

    opd: Any
    kecamatan: Any
    other: Any


@dataclass(frozen=True)
class Setting:
    """A setting of the scenario, declared once; path, kind, bounds and options are derived from its field.

    Its name and help are the texts `setting.<path>` and `setting_help.<path>`.
    """

    unit: SettingUnit
    # Keys of `data/sources.json`, separated by a space; a baseline may replace them with its own.
    source: str
    reference: Any = None  # the value in the shipped default scenario
    step: float | None = None  # of a slider, in the setting's own unit
    # The upper end of the slider, if the bound lies far beyond any useful value.
    slider_high: float | None = None
    resting: Any = AS_REFERENCE  # the value at which it changes nothing
    lever: int | None = None  # position among the levers; settings with the same position move together
    # Whether it may have a range, because nobody decides it; and the usual range (5 % and 95 % points).
    may_range: bool = False
    usual_range: tuple[float, float] | None = None
    range_source: str = ""  # keys of `data/sources.json` with the evidence for that range
    # The file version that introduced it; in older files it has its resting value.
    since: int = 1
    group: str = ""  # on screen; by default the part of the file that contains it
    path: str = ""
    kind: SettingKind = "float"
    low: float | None = None
    high: float | None = None
    options: tuple[str, ...] = ()
    nullable: bool = False

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest value allowed; raises ValueError for a setting that is not a number."""
        if self.low is None or self.high is None:
            raise ValueError(f"{self.path} has no bounds")
        return self.low, self.high

    @property
    def slider(self) -> tuple[float, float, float]:
        """Both ends of the slider and its step; raises ValueError if the setting has no slider."""
        low, high = self.bounds
        if self.step is None:
            raise ValueError(f"{self.path} has no step")
        return low, self.slider_high or high, self.step


class StrictModel(BaseModel):
    """The content of a file as a frozen value: strict types, no unknown key, no NaN.

    Only a field with a default may be left out.
    """

    # Validators are built on first use: a part is mostly validated as part of the whole file.
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
MonthText = Annotated[str, AfterValidator(_month)]
JoinMonth = Annotated[str, AfterValidator(_join_month)]


def bounded(low: float, high: float) -> Any:
    """A pydantic field with inclusive bounds."""
    return Field(ge=low, le=high)


def declared(part: type[BaseModel], prefix: str = "") -> Iterator[Setting]:
    """Every setting of a part and of its nested parts, in file order; lists (the overrides) are left out."""
    for name, info in part.model_fields.items():
        path = f"{prefix}{name}"
        if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
            yield from declared(info.annotation, f"{path}.")
            continue
        setting = next((m for m in info.metadata if isinstance(m, Setting)), None)
        if setting:
            yield _read_off(_of_segment(setting, path), path, info.annotation, info.metadata)


def _of_segment(setting: Setting, path: str) -> Setting:
    """The setting with each `BySegment` value replaced by the value for its own segment."""
    differing = {name: value for name, value in vars(setting).items() if isinstance(value, BySegment)}
    return replace(setting, **{name: getattr(value, path.split(".")[1]) for name, value in differing.items()})


def _read_off(setting: Setting, path: str, annotation: Any, metadata: list[Any]) -> Setting:
    """The setting completed with path, kind, bounds and options from its field, and with defaults."""
    nullable = type(None) in get_args(annotation)
    inner = next(a for a in get_args(annotation) if a is not type(None)) if nullable else annotation
    while get_origin(inner) is Annotated:
        inner, *more = get_args(inner)
        metadata = [*metadata, *more]
    # pydantic's Field keeps its bounds in a metadata list of its own.
    constraints = [c for m in metadata for c in (getattr(m, "metadata", None) or [m])]
    options = get_args(inner) if get_origin(inner) is Literal else ()
    kinds: dict[Any, SettingKind] = {bool: "switch", int: "int", float: "float"}
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
