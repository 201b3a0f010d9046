"""Compare two baselines: what changes for each unit, totals, and moving a scenario to the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.model.baseline import Baseline, UnitRow
from simulator.model.parts import Override
from simulator.model.scenario import Scenario

ChangeKind = Literal["new", "changed", "same", "kept", "respread", "removed"]
"""How a unit changes: those not listed are kept, or respread if their share of a total changes."""


@dataclass(frozen=True)
class UnitChange:
    """The change of one unit; `old` is None for an added unit, `new` for a removed one.

    A `new` unit may replace an `old` one that had no figures of its own.
    """

    kind: ChangeKind
    old: UnitRow | None
    new: UnitRow | None


def added_up(units: Sequence[UnitRow], segment: str = "") -> dict[str, int]:
    """Units, units taking part, ASN, enrolled and pledged workers of a segment, or of all."""
    chosen = [u for u in units if segment in ("", u.segment)]
    return {
        "units": len(chosen),
        "participating": sum(u.enrolled > 0 for u in chosen),
        "asn": sum(u.asn for u in chosen),
        "enrolled": sum(u.enrolled for u in chosen),
        "pledge_workers": sum(u.pledge_workers for u in chosen),
    }


def is_same_office(code: str, old: Baseline, new: Baseline) -> bool:
    """Whether a code of `old` names the same office in `new`; codes of two regencies are not matched."""
    return old.facts.region == new.facts.region and code in new.index


def on_other_data(scenario: Scenario, old: Baseline, new: Baseline) -> tuple[Scenario, tuple[Override, ...]]:
    """The scenario on `new` instead of `old`, and the overrides it loses because their office is missing.

    On data of another regency it also loses its description, which refers to the old one.
    """
    lost = tuple(o for o in scenario.overrides if not is_same_office(o.unit, old, new))
    kept = tuple(o for o in scenario.overrides if is_same_office(o.unit, old, new))
    changed = {"baseline": new.name, "overrides": kept}
    changed |= {"description": ""} if old.facts.region != new.facts.region else {}
    return scenario.model_copy(update=changed), lost
