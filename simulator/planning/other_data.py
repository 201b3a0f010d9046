"""One baseline beside another: what becomes of each unit, totals, and a scenario put on the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.model.baseline import Baseline, UnitRow
from simulator.model.parts import Override
from simulator.model.scenario import Scenario

Kind = Literal["new", "changed", "same", "kept", "respread", "removed"]
"""What happens to a unit: those not listed are kept, or respread where their share of a total is another."""


@dataclass(frozen=True)
class UnitChange:
    """What happens to one unit; `old` is None for one more unit, `new` for one no longer there.

    A `new` one may take the place of an `old` one that had no figures of its own.
    """

    kind: Kind
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
    """The scenario on `new` in place of `old`, and the overrides it loses: their office is not there.

    On data of another regency it loses its description too, which speaks of the old one.
    """
    lost = tuple(o for o in scenario.overrides if not is_same_office(o.unit, old, new))
    kept = tuple(o for o in scenario.overrides if is_same_office(o.unit, old, new))
    changed = {"baseline": new.name, "overrides": kept}
    changed |= {"description": ""} if old.facts.region != new.facts.region else {}
    return scenario.model_copy(update=changed), lost
