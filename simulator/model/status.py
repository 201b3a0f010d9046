"""Rules of the status: draft → proposed → agreed, and after that only a copy (docs/model.md, section 2)."""

from simulator.model.scenario import Scenario


def copy_of(scenario: Scenario, name: str, parent: str) -> Scenario:
    """A renamed draft that names its parent; the decisions of an agreed scenario are not copied."""
    decisions = () if scenario.status == "agreed" else scenario.decisions
    changes = {"name": name, "status": "draft", "parent": parent, "decisions": decisions}
    return scenario.model_copy(update=changes)


def made_from(scenario: Scenario, name: str, parent: str) -> Scenario:
    """A copy without description and record, because those of the parent may not be true of it."""
    return copy_of(scenario, name, parent).model_copy(update={"description": "", "record": None})


def has_decision(scenario: Scenario) -> bool:
    """Whether a log entry names the decision and its owner, which is required for the status agreed."""
    return any(entry.decision.strip() and entry.owner.strip() for entry in scenario.decisions)
