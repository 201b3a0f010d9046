"""Merge the scenarios that offices return: the proposals for each unit, and one scenario from all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.errors import Problem, UserError
from simulator.model.parts import Override
from simulator.model.ranges import RANGES, changed_ranges
from simulator.model.scenario import Scenario, changed_settings, no_override, with_override
from simulator.model.status import copy_of

SPECIAL = "overrides."


@dataclass(frozen=True)
class Returned:
    """A scenario as an office returned it, with the name of its file."""

    file: str
    scenario: Scenario


@dataclass(frozen=True)
class UnitProposal:
    """A proposal for a unit, shared by all `files`; `override` None removes its special setting."""

    override: Override | None
    files: tuple[str, ...]


@dataclass(frozen=True)
class UnitProposals:
    """The proposals for one unit, in the order of the files."""

    unit: str
    proposals: tuple[UnitProposal, ...]

    @property
    def in_conflict(self) -> bool:
        """Whether files propose different things."""
        return len(self.proposals) > 1

    def of_file(self, file: str) -> UnitProposal | None:
        """The proposal of one file, None if it proposes nothing."""
        return next((p for p in self.proposals if file in p.files), None)


def check_same_data(returned: Sequence[Returned], sent: Scenario | None) -> None:
    """Raise UserError for every file with other data than the scenario sent out, or than the first file."""
    data = _start(returned, sent).baseline
    problems = [
        Problem("merge_other_data", one.file, one.scenario.baseline, allowed=data)
        for one in returned
        if one.scenario.baseline != data
    ]
    if problems:
        raise UserError(*problems)


def proposals(returned: Sequence[Returned], sent: Scenario | None = None) -> tuple[UnitProposals, ...]:
    """The proposals, unit by unit.

    A special setting that a file leaves as `sent` is not a proposal; removing one is. Without `sent` every
    special setting is a proposal, and a file without one for a unit proposes nothing for it.
    """
    before = _special(sent) if sent else {}
    by_unit: dict[str, dict[Override | None, list[str]]] = {}
    for one in returned:
        given = _special(one.scenario)
        for unit in dict.fromkeys([*before, *given]):
            if given.get(unit) != before.get(unit):
                by_unit.setdefault(unit, {}).setdefault(given.get(unit), []).append(one.file)
    return tuple(
        UnitProposals(unit, tuple(UnitProposal(override, tuple(files)) for override, files in of.items()))
        for unit, of in by_unit.items()
    )


def _special(scenario: Scenario) -> dict[str, Override]:
    """The special settings of a scenario by unit, without empty ones."""
    return {o.unit: o for o in scenario.overrides if o != no_override(o.unit)}


def merged(
    returned: Sequence[Returned], name: str, choices: Mapping[str, str], sent: Scenario | None = None
) -> Scenario:
    """One scenario with the proposals of all files: a draft called `name`.

    Everything but special settings is as it was sent, or as in the first file. `choices` gives by unit the
    file with the proposal to use if they differ. Raises UserError for every conflict without a choice, and
    for every choice of a file that proposes nothing for the unit.
    """
    check_same_data(returned, sent)
    of_unit = {one.unit: one for one in proposals(returned, sent)}
    problems = [
        Problem("merge_no_proposal", f"{SPECIAL}{unit}", file)
        for unit, file in choices.items()
        if unit not in of_unit or of_unit[unit].of_file(file) is None
    ]
    problems += [_conflict(one) for unit, one in of_unit.items() if one.in_conflict and unit not in choices]
    if problems:
        raise UserError(*problems)
    start = _start(returned, sent)
    result = copy_of(start, name, start.name).model_copy(update={"record": None})
    for unit, one in of_unit.items():
        chosen = one.of_file(choices[unit]) if unit in choices else one.proposals[0]
        override = chosen.override if chosen else None
        result = with_override(result, override or no_override(unit))
    return result


def other_settings(returned: Sequence[Returned], sent: Scenario | None = None) -> dict[str, tuple[str, ...]]:
    """By file, what else differs from the merged scenario, apart from special settings.

    Settings are given by their path, ranges by RANGES followed by the path of their setting.
    """
    start = _start(returned, sent)
    result = {}
    for one in returned:
        changed = [path for path, *_ in changed_settings(start, one.scenario) if not path.startswith(SPECIAL)]
        changed += [f"{RANGES}{path}" for path, *_ in changed_ranges(start, one.scenario)]
        if of_file := tuple(changed):
            result[one.file] = of_file
    return result


def _start(returned: Sequence[Returned], sent: Scenario | None) -> Scenario:
    return sent or returned[0].scenario


def _conflict(one: UnitProposals) -> Problem:
    """The problem for a unit with conflicting proposals, which lists each of them."""
    proposed = "; ".join(f"{', '.join(p.files)}: {_as_written(p.override)}" for p in one.proposals)
    return Problem("merge_conflict", f"{SPECIAL}{one.unit}", one.unit, proposed=proposed)


def _as_written(override: Override | None) -> str:
    """A special setting as the keys and values in its file."""
    fields = override.model_dump(exclude={"unit"}, exclude_none=True) if override else {}
    return ", ".join(f"{key} {value}" for key, value in fields.items()) or "null"
