"""The projection as variables of cashflower, one unit and month at a time."""

from cashflower import variable
from input import TASK, main


@variable()
def seats(t):
    if t == 0:
        return main.get("enrolled")
    if t < main.get("start"):
        return 0.0
    done = min(1.0, max(0.0, (t - main.get("ramp_start") + 1) / main.get("ramp_months")))
    opening = main.get("opening")
    return main.get("asn") * (opening + (main.get("reached") - opening) * done)


@variable()
def members(t):
    if t == 0:
        return main.get("enrolled")
    kept = min(members(t - 1) * TASK.stays, seats(t))
    vacant = seats(t) - kept
    new = min(vacant, max(0.0, seats(t) - seats(t - 1)))
    return kept + new + TASK.refill * (vacant - new)


@variable()
def contributions(t):
    return members(t) * TASK.per_member_idr[t]


@variable()
def deaths(t):
    return members(t) * TASK.death
