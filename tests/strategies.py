"""Random regencies and random valid scenarios over them, each setting drawn from its whole range."""

import json
from functools import cache

import oracle
from hypothesis import settings
from hypothesis import strategies as st
from regency import GOLDEN, Regency, scenario_of, unit

from simulator.model.months import FIRST_MONTH, LAST_MONTH
from simulator.model.parts import SEGMENTS
from simulator.model.scenario import OVERRIDE_SETTINGS, SETTINGS, Scenario, with_values

KINDS = ("participating", "pledged", "outside")
DEFAULTS = scenario_of(
    json.loads((GOLDEN / "reference" / "pledges-with-lapse.json").read_text(encoding="utf-8"))
).model_dump(mode="json")
UNCERTAINTY = tuple(path for path in SETTINGS if path.startswith("uncertainty."))


def examples(number):
    """Hypothesis settings for `number` examples in a thorough run, and a third of them in the usual one."""
    is_thorough = settings.get_current_profile_name() == "thorough"
    return settings(max_examples=number if is_thorough else max(10, number // 3))


def _clipped(number):
    """The month of this number, or the nearest month allowed in a file."""
    return min(max(oracle.month_name(number), FIRST_MONTH), LAST_MONTH)


@cache
def months(around, earliest=-40, latest=140):
    """Months from `earliest` to `latest` months off `around`, and the first and last allowed in a file."""
    near = st.integers(earliest, latest).map(lambda offset: _clipped(oracle.month_number(around) + offset))
    return near | st.sampled_from([FIRST_MONTH, LAST_MONTH])


@cache
def _numbers(setting):
    """A strategy for a number: both bounds, the whole range, and more often its lower end."""
    if setting.kind == "int":
        return st.integers(setting.low, setting.high)
    low, high = float(setting.low), float(setting.high)
    return st.sampled_from([low, high]) | st.floats(low, high) | st.floats(low, low + (high - low) / 20)


@cache
def _months_or_never(baseline_month):
    return months(baseline_month) | st.just("never")


@cache
def _or_null(strategy):
    return st.none() | strategy


def values(setting, baseline_month):
    """The values of one setting in a file; strategies are cached, as building costs more than drawing."""
    if setting.kind == "month":
        found = _months_or_never(baseline_month) if setting.path == "join_month" else months(baseline_month)
    elif setting.kind == "switch":
        found = st.booleans()
    else:
        found = st.sampled_from(setting.options) if setting.options else _numbers(setting)
    return _or_null(found) if setting.nullable else found


@st.composite
def overrides(draw, regency):
    """Overrides of some of the units, with any of their settings null."""
    codes = draw(st.lists(st.sampled_from([row["code"] for row in regency.units]), unique=True))
    return [
        {"unit": code}
        | {path: draw(values(setting, regency.month)) for path, setting in OVERRIDE_SETTINGS.items()}
        for code in codes
    ]


@st.composite
def scenarios(draw, regency):
    """The content of a valid scenario file; `uncertainty`, which changes no projection, is fixed."""
    changes = {
        path: draw(values(setting, regency.month))
        for path, setting in SETTINGS.items()
        if path not in UNCERTAINTY
    }
    changes["horizon_months"] = draw(st.integers(1, 40) | st.integers(1, 120))
    if draw(st.booleans()):  # with up to 50 units a month, the whole range, hardly any unit ever waits
        changes |= {
            path: draw(st.just(0.0) | st.floats(0, 0.5))
            for path in changes
            if path.endswith("new_units_per_month")
        }
        changes |= {path: draw(st.integers(0, 2)) for path in ("monev.new_opd", "monev.new_kecamatan")}
        changes["delivery.join_delay_months"] = draw(st.integers(0, 3))
    return changed(DEFAULTS | {"overrides": draw(overrides(regency))}, changes)


def changed(content, changes):
    """The content of a scenario file with values changed by path."""
    return with_values(Scenario.model_validate(content), changes).model_dump(mode="json")


@st.composite
def units(draw, code, baseline_month, kinds=KINDS):
    """One unit of any segment and size, perhaps with more workers than ASN, or a past or empty pledge."""
    asn = draw(st.sampled_from([1, 20, 83]) | st.integers(1, 7000))
    segment, kind = draw(st.sampled_from(SEGMENTS)), draw(st.sampled_from(kinds))
    if kind == "participating":
        return unit(code, segment, asn, enrolled=draw(st.integers(1, 2 * asn)))
    if kind == "pledged":
        return unit(
            code,
            segment,
            asn,
            pledge_month=draw(months(baseline_month)),
            pledge_workers=draw(st.integers(0, 2 * asn)),
        )
    return unit(code, segment, asn)


@st.composite
def regencies(draw, kinds=KINDS, first_month="2016-01"):
    """A regency with one to nine units; segments may be empty; the history may rise, fall, or be one point."""
    month = max(first_month, draw(months("2025-08", -12, 30) | months("2025-08", -110, 900)))
    codes = draw(st.permutations("ABCDEFGHI"))[: draw(st.integers(1, 9))]
    rows = [draw(units(code, month, kinds)) for code in codes]
    total = sum(row["enrolled"] for row in rows)
    before = sorted(draw(st.sets(st.integers(-60, -1), max_size=5)))
    history = [
        (oracle.month_name(oracle.month_number(month) + offset), draw(st.integers(0, 2 * total + 50)))
        for offset in before
    ]
    deaths = draw(st.none() | st.integers(0, 30)) if history else None
    return Regency(rows, [*history, (month, total)], deaths)


@st.composite
def cases(draw, **of_regency):
    """A scenario and the regency it is for."""
    regency = draw(regencies(**of_regency))
    return draw(scenarios(regency)), regency


# ---- a regency and a scenario in which every setting has something to move

# Each segment has one participating unit, one pledged and five outside.
OPEN_REGENCY = Regency(
    [
        row
        for segment in SEGMENTS
        for row in (
            unit(f"{segment}-in", segment, 100, enrolled=30),
            unit(f"{segment}-pledged", segment, 80, pledge_month="2025-11", pledge_workers=20),
            *(unit(f"{segment}-out-{n}", segment, 40 + n) for n in range(5)),
        )
    ],
    [("2022-01", 0), ("2024-07", 60), ("2025-08", 90)],
    2,
)
OPEN_SCENARIO = changed(
    DEFAULTS,
    {
        **{
            f"participation.{segment}.{name}": value
            for segment in SEGMENTS
            for name, value in {
                "target_share": 0.6,
                "ramp_months": 9,
                "curve": "linear",
                "workers_per_asn": 1.1,
                "entry_share": 0.3,
                "new_units_per_month": 0.2,
            }.items()
        },
        "horizon_months": 36,
        "target.coverage_share": 0.9,
        "target.month": "2026-12",
        "monev.first_month": "2025-10",
        "monev.every_months": 6,
        "monev.meetings": 3,
        "monev.new_opd": 1,
        "monev.new_kecamatan": 1,
        "growth.background_share_per_month": 0.002,
        "growth.push_share": 0.1,
        "growth.push_half_life_months": 2.0,
        "growth.push_repeat_factor": 0.5,
        "growth.ceiling_share": 0.9,
        "delivery.realised_share": 0.8,
        "delivery.pledge_share": 0.9,
        "delivery.join_delay_months": 2,
        "retention.lapse_share_per_month": 0.02,
        "retention.refill_share_per_month": 0.5,
        "workforce.asn_growth_per_year": 0.01,
        "contribution.income_base_idr": 2_000_000.0,
        "contribution.transport_share": 0.3,
    },
)


def other_values(setting, present):
    """Every bound, choice, switch, two months, and null if allowed: all values but the present one."""
    if setting.kind == "month":
        found = ["2025-11", "2026-06"]
    elif setting.kind == "switch":
        found = [True, False]
    else:
        found = list(setting.options) or [setting.low, setting.high]
    return [value for value in found + [None] * setting.nullable if value != present]
