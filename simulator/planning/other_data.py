"""A scenario put on another baseline: what goes with it, and what has no place there."""

from simulator.model.baseline import Baseline
from simulator.model.scenario import SEGMENTS, Override, Scenario


def on_other_data(scenario: Scenario, baseline: Baseline) -> tuple[Scenario, tuple[Override, ...]]:
    """The scenario on `baseline`, and the overrides it loses, since no unit there has their code."""
    lost = tuple(o for o in scenario.overrides if o.unit not in baseline.index)
    kept = tuple(o for o in scenario.overrides if o.unit in baseline.index)
    return scenario.model_copy(update={"baseline": baseline.name, "overrides": kept}), lost


def baseline_totals(baseline: Baseline) -> dict[str, dict[str, int]]:
    """Units, units taking part, ASN, enrolled and pledged workers by segment, and of all under an empty name (as `new_units.added_up`)."""
    found = {}
    for segment in ("", *SEGMENTS):
        rows = baseline.rows[segment] if segment else slice(None)
        found[segment] = {
            "units": len(baseline.asn[rows]),
            "participating": int(baseline.participating[rows].sum()),
            "asn": int(baseline.asn[rows].sum()),
            "enrolled": int(baseline.enrolled[rows].sum()),
            "pledge_workers": int(baseline.pledge_workers[rows].sum()),
        }
    return found
