"""Growth by itself: the push of each Rakor Monev and how it fades (docs/model.md, section 3)."""

import numpy as np

from simulator.model.arrays import Floats, Whole
from simulator.model.baseline import Baseline
from simulator.model.months import month_number
from simulator.model.parts import Monev
from simulator.model.scenario import Scenario


def rakor_months(monev: Monev, baseline_month: int, last: int) -> Whole:
    """Months from the baseline, up to `last`, with a Rakor Monev; includes those before the baseline."""
    if monev.first_month is None:
        return np.zeros(0, dtype=int)
    first = month_number(monev.first_month) - baseline_month
    held: Whole = np.arange(first, last + 1, monev.every_months)
    return held[: monev.meetings]


def log_untouched(scenario: Scenario, baseline: Baseline) -> Floats:
    """The logarithm of U(t), the share of ASN not paying yet that growth has not reached; [months from 0]."""
    growth = scenario.growth
    month = np.arange(scenario.horizon_months + 1)
    held = rakor_months(scenario.monev, baseline.month, scenario.horizon_months - 1)
    strength = growth.push_share * growth.push_repeat_factor ** np.arange(len(held))  # 0 ** 0 is 1
    since = month[:, None] - held  # [months, Rakor Monev]
    worked = np.where(since > 0, 1 - 0.5 ** (np.maximum(since, 0) / growth.push_half_life_months), 0)
    pushed: Floats = month * np.log1p(-growth.background_share_per_month) + worked @ np.log1p(-strength)
    return pushed


def rakor_brings(scenario: Scenario) -> bool:
    """Whether a Rakor Monev has any effect: a push, or units that join after it."""
    monev = scenario.monev
    return scenario.growth.push_share > 0 or monev.new_opd > 0 or monev.new_kecamatan > 0


def is_at_work(scenario: Scenario) -> bool:
    """Whether anybody joins without a plan: unprompted, or after a Rakor Monev."""
    growth = scenario.growth
    pushes = growth.push_share > 0 and scenario.monev.first_month is not None
    return growth.background_share_per_month > 0 or pushes
