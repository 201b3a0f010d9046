"""The reference value of every setting: what the shipped default scenario has, beside which a planner's own value is shown."""

from typing import Any

from simulator.planning.effects import RESTING

REFERENCE: dict[str, Any] = {
    "horizon_months": 24,
    "target.coverage_share": 0.2,
    "target.month": "2025-09",
    **RESTING,
    "monev.first_month": "2025-11",
    "uncertainty.draws": 1000,
    "uncertainty.seed": 2025,
    "uncertainty.realised_common_spread": 0.5,
    "uncertainty.realised_unit_spread": 0.5,
    "uncertainty.lapse_spread": 0.3,
    "uncertainty.accident_rate_cv": 0.4,
    "uncertainty.nonfatal_cost_cv": 2.0,
}
"""By path; the planned Rakor Monev brings no unit and so changes nothing."""
