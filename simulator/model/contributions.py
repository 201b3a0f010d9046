"""The contribution for one member and month (docs/model.md, section 5)."""

import numpy as np

from simulator.model.arrays import Floats, Whole
from simulator.model.months import month_number
from simulator.model.parts import Contribution
from simulator.model.programme import Programme


def relief_shares(plan: Contribution, programme: Programme, months: Whole) -> Floats:
    """Share of JKK and JKM that relief takes off, over both groups; month numbers in, [months] out."""
    shares = np.zeros(len(months))
    if plan.relief_applies:
        of_members = {"transport": plan.transport_share, "others": 1 - plan.transport_share}
        for period in programme.relief:
            first, last = month_number(period.first_month), month_number(period.last_month)
            inside = (first <= months) & (months <= last)
            shares += inside * of_members[period.group] * period.reduction_share
    return shares


def contribution_per_member(plan: Contribution, programme: Programme, months: Whole) -> tuple[Floats, Floats]:
    """Rupiah per member and month: JKK + JKM after relief, and JHT; month numbers in, two [months] out."""
    rates = programme.rates_in(months)
    full = rates["jkk_share_of_base"] * plan.income_base_idr + rates["jkm_idr"]
    jht = rates["jht_share_of_base"] * plan.income_base_idr * plan.include_jht
    return full * (1 - relief_shares(plan, programme, months)), jht
