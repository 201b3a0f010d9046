"""What a status allows: draft → proposed → agreed, and then only a copy (docs/model.md, section 2)."""

from simulator.model.scenario import Scenario


def copy_of(scenario: Scenario, name: str, parent: str) -> Scenario:
    """The scenario renamed, as a draft that names its parent; decisions on an agreed one stay with it."""
    decisions = () if scenario.status == "agreed" else scenario.decisions
    changes = {"name": name, "status": "draft", "parent": parent, "decisions": decisions}
    return scenario.model_copy(update=changes)


def made_from(scenario: Scenario, name: str, parent: str) -> Scenario:
    """A copy that nobody has described or recorded yet: words on its parent may not be true of it."""
    return copy_of(scenario, name, parent).model_copy(update={"description": "", "record": None})


def has_decision(scenario: Scenario) -> bool:
    """Whether an entry of the log says what was decided and by whom, without which nothing is agreed."""
    return any(entry.decision.strip() and entry.owner.strip() for entry in scenario.decisions)
