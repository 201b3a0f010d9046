"""What the status of a scenario allows: draft → proposed → agreed, and from there only a copy (docs/model.md, section 2)."""

from simulator.model.scenario import Scenario


def copy_of(scenario: Scenario, name: str, parent: str) -> Scenario:
    """The scenario under another name, as a draft that names its parent; what was decided about an agreed scenario stays with that one."""
    decisions = () if scenario.status == "agreed" else scenario.decisions
    return scenario.model_copy(
        update={"name": name, "status": "draft", "parent": parent, "decisions": decisions}
    )


def has_decision(scenario: Scenario) -> bool:
    """Whether an entry of the log says what was decided and who sees to it, without which nothing is agreed; every entry has its day."""
    return any(entry.decision.strip() and entry.owner.strip() for entry in scenario.decisions)
