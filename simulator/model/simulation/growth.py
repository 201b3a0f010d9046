"""Growth by itself in every draw (docs/model.md, section 3)."""

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.growth import rakor_months
from simulator.model.simulation.drawn import Drawn


def grows(drawn: Drawn) -> bool:
    """Whether anybody joins without a plan, in any draw."""
    background, push = (
        drawn.values[f"growth.{name}"] for name in ("background_share_per_month", "push_share")
    )
    return bool(background.any() or push.any() and drawn.scenario.monev.first_month is not None)


def untouched(drawn: Drawn) -> Floats:  # [months from 0, draws or 1]
    """U(t), the share of ASN not paying yet that growth has not reached.

    Like `model.growth.log_untouched`, but computed from month to month, which avoids a power for each Rakor
    Monev and month.
    """
    names = ("background_share_per_month", "push_share", "push_repeat_factor", "push_half_life_months")
    background, push, repeat, half_life = (drawn.values[f"growth.{name}"] for name in names)
    last = drawn.scenario.horizon_months
    held = rakor_months(drawn.scenario.monev, drawn.baseline.month, last - 1).tolist()
    each_month, fading = np.log1p(-background), 0.5 ** (1 / half_life)
    shape = np.broadcast_shapes(*(v.shape for v in (background, push, repeat, half_life)))
    logs, whole, ahead = np.empty((last + 1, *shape)), np.zeros(shape), np.zeros(shape)
    earlier = {month: k for k, month in enumerate(held)}
    for month in range(min(0, *held, 0), last + 1):
        if month >= 0:
            logs[month] = month * each_month + whole - ahead
        if month in earlier:  # the whole push is still ahead, and fades from the next month on
            strength = np.log1p(-push * repeat ** earlier[month])
            whole, ahead = whole + strength, ahead + strength
        ahead = ahead * fading
    return np.exp(logs)
