"""The formulas of a unit: its start, the seats per ASN it reaches, its seats and its enrolled."""

from functools import partial

from simulator.handouts.formulas.places import CellPlaces
from simulator.model.seats import NEVER, QUEUE_TOLERANCE
from simulator.words import text


def unit_formulas(places: CellPlaces, unit: int) -> dict[str, str]:
    """The formulas from place in the queue to seats per ASN reached (docs/model.md, section 3), by column."""
    at = partial(places.unit, unit=unit)
    segment = places.c.baseline.segments[unit]
    plan = {
        name: places.input(f"participation.{segment}.{name}")
        for name in ("target_share", "workers_per_asn", "entry_share")
    }
    realised = places.input("delivery.realised_share")
    outside = f'AND({at("enrolled")}=0,{at("pledge_month")}="")'
    workers = f'IF({at("workers_per_asn")}="",{plan["workers_per_asn"]},{at("workers_per_asn")})'
    entry = f"{plan['entry_share']}*{workers}"
    pledged = f"{at('pledge_workers')}*{places.input('delivery.pledge_share')}"
    already = f"IF({at('enrolled')}>0,{at('enrolled')},{pledged})"
    least = f"IF({outside},{entry},{at('opening')})"
    planned, opening, own = at("planned"), at("opening"), at("target_share")
    short = f"IF({planned}>{opening},{opening}+{realised}*({planned}-{opening}),{planned})"
    return {
        "place": _place(places, unit),
        "start": _start(places, unit),
        "opening": f"=IF({outside},{realised}*{entry},{already}/{at('asn')})",
        "planned": f'=IF({own}="",MAX({plan["target_share"]}*{workers},{least}),{own}*{workers})',
        "reached": f"=IF({outside},{realised}*{planned},{short})",
        "ceiling": f'=IF({own}="",{places.input("growth.ceiling_share")}*{workers},0)',
    }


def _place(places: CellPlaces, unit: int) -> str:
    """The place in the queue: the largest unit of the segment is first, ties by code; empty if not queued."""
    here, every = partial(places.unit, unit=unit), places.all_units
    queued = f'({every("enrolled")}=0)*({every("pledge_month")}="")*({every("join_month")}="")'
    before = (
        f"(({every('asn')}>{here('asn')})+({every('asn')}={here('asn')})*({every('order')}<{here('order')}))"
    )
    place = f"1+SUMPRODUCT(({every('segment')}={here('segment')})*{queued}*{before})"
    waits = f'AND({here("enrolled")}=0,{here("pledge_month")}="",{here("join_month")}="")'
    return f'=IF({waits},{place},"")'


def _start(places: CellPlaces, unit: int) -> str:
    """Months from the baseline month until the unit starts."""
    here = partial(places.unit, unit=unit)
    segment, never = places.c.baseline.segments[unit], text("value.never", places.lang)
    capacity = places.months(f"queue_{segment}", 1, places.horizon)
    released = f"1+SUMPRODUCT(--({capacity}<{here('place')}-{QUEUE_TOLERANCE}))"
    delayed = f"{released}+{places.input('delivery.join_delay_months')}"
    queue = f"IF({released}>{places.horizon},{NEVER},{delayed})"
    own = f'IF({here("join_month")}="{never}",{NEVER},MAX(1,{places.since_data(here("join_month"))}))'
    pledge = f"MAX(1,{places.since_data(here('pledge_month'))})"
    otherwise = f'IF({here("pledge_month")}="",{queue},{pledge})'
    return f'=IF({here("enrolled")}>0,1,IF({here("join_month")}="",{otherwise},{own}))'


def seats_formula(places: CellPlaces, unit: int, t: int) -> str:
    """The ASN of the month times seats per ASN: zero before the start, then planned seats and own growth."""
    if t == 0:
        return f"={places.unit('enrolled', unit)}"
    here = partial(places.unit, unit=unit)
    ramp = places.months(f"ramp_{places.c.baseline.segments[unit]}", 0, places.horizon)
    month = places.month("t", t)
    done = f"INDEX({ramp},1+MAX(0,{month}-IF({here('enrolled')}>0,0,{here('start')})))"
    planned = f"({here('opening')}+({here('reached')}-{here('opening')})*{done})"
    untouched = places.months("log_untouched", 0, places.horizon)
    since = f"INDEX({untouched},1+IF({here('enrolled')}>0,0,{here('start')}))"
    grown = f"MAX(0,{here('ceiling')}-{planned})*(1-EXP({places.month('log_untouched', t)}-{since}))"
    asn = f"{here('asn')}*{places.month('growth', t)}"
    return f"=IF({month}<{here('start')},0,{asn}*({planned}+{grown}))"


def enrolled_formula(places: CellPlaces, unit: int, t: int) -> str:
    """Those who stay, as far as there are seats; new seats fill at once, vacant ones by the refill share."""
    if t == 0:
        return f"={places.seats(unit, 0)}"
    seats, before = places.seats(unit, t), places.seats(unit, t - 1)
    refill, stays = places.input("retention.refill_share_per_month"), places.input("stays")
    new = f"MAX(0,{seats}-{before})"
    kept = f"MIN({places.enrolled(unit, t - 1)}*{stays},{seats})"
    return f"={kept}*(1-{refill})+{new}+{refill}*({seats}-{new})"
