"""The formulas for the effects of a Rakor Monev: new units, and workers of units that already take part."""

from simulator.handouts.formulas.places import CellPlaces
from simulator.model.months import FIRST_MONTH, month_number


def queue(segment: str, places: CellPlaces, t: int) -> str:
    """Units that may have left the queue by month t: a number each month, and more after each Rakor Monev."""
    monthly = f"{places.input(f'participation.{segment}.new_units_per_month')}*{places.month('t', t)}"
    if segment == "other":
        return f"={monthly}"
    first, every = places.input("monev.first_month"), places.input("monev.every_months")
    meetings = places.input("monev.meetings")
    since = f"{places.since_data(first)}+1"
    by_month, before = (f"MAX(0,INT(({month}-({since}))/{every})+1)" for month in (places.month("t", t), "0"))
    held, missed = (f'IF({meetings}="",{held},MIN({meetings},{held}))' for held in (by_month, before))
    brought = f'IF({first}="",0,{places.input(f"monev.new_{segment}")}*({held}-{missed}))'
    return f"={monthly}+{brought}"


def log_untouched(places: CellPlaces, t: int) -> str:
    """The logarithm of the share of ASN not paying yet that growth by itself leaves out.

    Every possible Rakor Monev is a row of an array, counted from 0; one that is not held, or not held before
    this month, adds nothing.
    """
    growth = {
        name: places.input(f"growth.{name}")
        for name in (
            "background_share_per_month",
            "push_share",
            "push_half_life_months",
            "push_repeat_factor",
        )
    }
    month, meetings = places.month("t", t), places.input("monev.meetings")
    first = places.input("monev.first_month")
    most = places.c.baseline.month + places.horizon - month_number(FIRST_MONTH)
    number = f"(ROW($1:${most})-1)"
    since = f"({month}-({places.since_data(first)})-{number}*{places.input('monev.every_months')})"
    is_held = f'({since}>0)*({number}<IF({meetings}="",{most},{meetings}))'
    # Spreadsheets cannot compute 0^0.
    repeat = f"{growth['push_repeat_factor']}^({number}+({number}=0))"
    strength = f"{growth['push_share']}*(({number}=0)+({number}>0)*{repeat})"
    worked = f"(1-0.5^({since}*({since}>0)/{growth['push_half_life_months']}))"
    pushes = f'IF({first}="",0,SUMPRODUCT({is_held}*{worked}*LN(1-{strength})))'
    return f"={month}*LN(1-{growth['background_share_per_month']})+{pushes}"
