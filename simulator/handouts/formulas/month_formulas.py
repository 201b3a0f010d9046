"""The formulas of a month, by column of its sheet (docs/model.md, sections 4 to 6)."""

from collections.abc import Callable
from functools import partial

from simulator.handouts.formulas.places import CellPlaces
from simulator.handouts.formulas.rakor_formulas import log_untouched, queue
from simulator.model.metrics import JOINED_THRESHOLD, TARGET_TOLERANCE
from simulator.model.parts import SEGMENTS
from simulator.words.settings import segment_name, setting_value_text

Formula = Callable[[CellPlaces, int], str]
"""Makes a formula from the places and a month, counted from the baseline month."""


def _segment(segment: str, places: CellPlaces, t: int) -> str:
    word = segment_name(segment, places.lang)
    return f'=SUMIF({places.all_units("segment")},"{word}",{places.all_enrolled(t)})'


def _units_joined(places: CellPlaces, t: int) -> str:
    other = segment_name("other", places.lang)
    taking_part = f"({places.all_enrolled(t)}>{JOINED_THRESHOLD:.6f})"
    return f'=SUMPRODUCT({taking_part}*({places.all_units("segment")}<>"{other}"))'


def _kept(places: CellPlaces, t: int) -> str:
    """Of last month's enrolled, those in each unit who stay and have a seat."""
    if t == 0:
        return f"={places.month('enrolled', 0)}"
    stay, seats = f"{places.all_enrolled(t - 1)}*{places.input('stays')}", places.all_seats(t)
    return f"=SUMPRODUCT(({stay}<={seats})*{stay}+({stay}>{seats})*{seats})"


def _left(places: CellPlaces, t: int) -> str:
    return f"={places.month('enrolled', t - 1)}-{places.month('kept', t)}" if t else ""


def _stay(places: CellPlaces, t: int) -> str:
    if t == 0:
        return ""
    before = places.month("enrolled", t - 1)
    return f"=IF({before}>0,{places.month('kept', t)}/{before},0)"


def _before(name: str, places: CellPlaces, t: int) -> str:
    """Enrolled when the waiting period began; empty if that is before the data, as history is a number."""
    months = places.waiting[name]
    return f"={places.month('enrolled', t - months)}" if t >= months else ""


def _since(name: str, places: CellPlaces, t: int) -> str:
    """Those among them who stayed in every month since."""
    stays = places.months("stay", max(0, t - places.waiting[name] + 1), t)
    return f"=MIN({places.month(f'before_{name}', t)}*PRODUCT({stays}),{places.month('enrolled', t)})"


def _per_member(places: CellPlaces, t: int) -> str:
    base, transport = (
        places.input("contribution.income_base_idr"),
        places.input("contribution.transport_share"),
    )
    full = f"{places.month('jkk_share_of_base', t)}*{base}+{places.month('jkm_idr', t)}"
    of_transport, of_others = (places.month(f"relief_{group}", t) for group in ("transport", "others"))
    relief = f"{transport}*{of_transport}+(1-{transport})*{of_others}"
    return f"=({full})*(1-IF({_is_on(places, 'contribution.relief_applies')},{relief},0))"


def _jht(places: CellPlaces, t: int) -> str:
    base = places.input("contribution.income_base_idr")
    return (
        f"=IF({_is_on(places, 'contribution.include_jht')},{places.month('jht_share_of_base', t)}*{base},0)"
    )


def _is_on(places: CellPlaces, path: str) -> str:
    return f'{places.input(path)}="{setting_value_text(path, True, places.lang)}"'


def _contributions(places: CellPlaces, t: int) -> str:
    return f"={places.month('enrolled', t)}*({places.month('per_member', t)}+{places.month('jht', t)})"


def _target(places: CellPlaces, t: int) -> str:
    """The target, rounded up: half a worker short is short."""
    return (
        f"=-INT(-({places.input('target.coverage_share')}*{places.month('asn', t)}-{TARGET_TOLERANCE:.6f}))"
    )


def _jkm(places: CellPlaces, t: int) -> str:
    of, scholarship = partial(_of, places, t), places.input("risk.scholarship_per_death_idr")
    grants = f"({of('enrolled')}-{of('full')})*{of('jkm_funeral_idr')}+{of('full')}*{of('jkm_full_idr')}"
    return f"={places.input('monthly_death')}*({grants}+{of('scholarship')}*{scholarship})"


def _jkk(places: CellPlaces, t: int) -> str:
    of, risk = partial(_of, places, t), {n: places.input(f"risk.{n}") for n in RISKS}
    base = places.input("contribution.income_base_idr")
    fixed = f"{of('jkk_death_base_multiple')}*{base}+{of('jkk_death_fixed_idr')}"
    fatal = f"{risk['fatal_share']}*({fixed}+{risk['scholarship_per_death_idr']})"
    other = f"(1-{risk['fatal_share']})*{risk['nonfatal_cost_idr']}"
    return f"={of('enrolled')}*{risk['accidents_per_1000_year']}/1000/12*({fatal}+{other})"


def _of(places: CellPlaces, t: int, column: str) -> str:
    return places.month(column, t)


RISKS = ("accidents_per_1000_year", "fatal_share", "nonfatal_cost_idr", "scholarship_per_death_idr")


def _ramp(segment: str, places: CellPlaces, t: int) -> str:
    """The share of its ramp that a plan has completed in its month `t`."""
    path = f"participation.{segment}.curve"
    x = f"MIN(1,{places.month('t', t)}/{places.input(f'participation.{segment}.ramp_months')})"
    curves = {
        "linear": x,
        "s-curve": f"{x}^2*(3-2*{x})",
        "front-loaded": f"(1-EXP(-3*{x}))/(1-EXP(-3))",
        "step": f"IF({x}>0,1,0)",
    }
    formula = "NA()"
    for name, curve in curves.items():
        formula = (
            f'IF({places.input(path)}="{setting_value_text(path, name, places.lang)}",{curve},{formula})'
        )
    return f"={formula}"


MONTH_FORMULAS: dict[str, Formula] = {
    "enrolled": lambda places, t: f"=SUM({places.all_enrolled(t)})",
    "coverage_share": lambda places, t: f"={places.month('enrolled', t)}/{places.month('asn', t)}",
    **{f"enrolled_{segment}": partial(_segment, segment) for segment in SEGMENTS},
    "units_joined": _units_joined,
    "joined": lambda places, t: f"={places.month('enrolled', t)}-{places.month('kept', t)}",
    "left": _left,
    "contributions_idr": _contributions,
    "deaths": lambda places, t: f"={places.month('enrolled', t)}*{places.input('monthly_death')}",
    "jkm_payouts_idr": _jkm,
    "jkk_payouts_idr": _jkk,
    "payouts_idr": lambda places, t: (
        f"={places.month('jkm_payouts_idr', t)}+{places.month('jkk_payouts_idr', t)}"
    ),
    "target": _target,
    "asn": lambda places, t: f"=SUM({places.all_units('asn')})*{places.month('growth', t)}",
    "growth": lambda places, t: (
        f"=(1+{places.input('workforce.asn_growth_per_year')})^({places.month('t', t)}/12)"
    ),
    "log_untouched": log_untouched,
    "kept": _kept,
    "stay": _stay,
    **{f"before_{name}": partial(_before, name) for name in ("full", "scholarship")},
    **{name: partial(_since, name) for name in ("full", "scholarship")},
    "per_member": _per_member,
    "jht": _jht,
    **{f"queue_{segment}": partial(queue, segment) for segment in SEGMENTS},
    **{f"ramp_{segment}": partial(_ramp, segment) for segment in SEGMENTS},
}
"""The columns that are computed; the others hold data or rules in force."""
