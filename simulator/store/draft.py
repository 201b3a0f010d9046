"""A scenario being worked on, and its way back and forth."""

from dataclasses import dataclass, field, replace

from simulator.model.scenario import Scenario
from simulator.model.status import copy_of
from simulator.store.scenario_store import free_name

UNDO_STEPS = 30


@dataclass(frozen=True)
class Draft:
    """A scenario being worked on, the file it came from, and the way back and forth.

    `stem` is None where no file lies behind it; `saved` is the scenario as opened or last saved, `version`
    names that file's content. An agreed scenario stays as it is: a change to it makes a copy, whose way back
    leads to it.
    """

    scenario: Scenario
    saved: Scenario
    stem: str | None
    version: str | None
    undo: tuple[Scenario, ...] = ()
    redo: tuple[Scenario, ...] = ()
    left: Scenario | None = field(default=None, compare=False)  # by the last step; not kept on disk
    hold: tuple[str, int] | None = field(default=None, compare=False)  # of the lever that made the last step
    begun: "Draft | None" = field(default=None, compare=False, repr=False)  # what that hold found

    @property
    def before(self) -> Scenario | None:
        """The scenario before the last step, None where there was none."""
        return self.left or (self.undo[-1] if self.undo else None)

    @property
    def unsaved(self) -> bool:
        """Whether the scenario differs from the file behind it."""
        return self.own_stem is None or self.scenario != self.saved

    @property
    def is_copy(self) -> bool:
        """Whether this is a changed copy of the agreed scenario in the file."""
        return self.saved.status == "agreed" != self.scenario.status

    @property
    def own_stem(self) -> str | None:
        """The file that saving writes, None where it has to be a new one."""
        return None if self.is_copy else self.stem

    def named(self, name: str) -> "Draft":
        """The draft of a file that has another name now; work that was given a name of its own keeps it."""

        def renamed(scenario: Scenario) -> Scenario:
            has_old_name = scenario.name == self.saved.name
            return scenario.model_copy(update={"name": name}) if has_old_name else scenario

        undo, redo = tuple(map(renamed, self.undo)), tuple(map(renamed, self.redo))
        scenario, saved = renamed(self.scenario), renamed(self.saved)
        return replace(self, scenario=scenario, saved=saved, undo=undo, redo=redo)

    def changed(self, scenario: Scenario, hold: tuple[str, int] | None = None) -> "Draft":
        """The draft after a change, where it is one; what changes an agreed scenario changes its copy.

        Changes in one hold of a lever are one step.
        """
        if hold is not None:
            begun = self.begun if self.begun and hold == self.hold else self._let_go()
            return replace(begun.changed(scenario), hold=hold, begun=begun)
        if scenario == self.scenario:
            return self
        agreed = self.scenario
        if agreed.status == scenario.status == "agreed":
            scenario = copy_of(scenario, free_name(scenario.name, [agreed.name]), agreed.name)
        undo = (*self.undo, self.scenario)[-UNDO_STEPS:]
        return replace(self._let_go(), scenario=scenario, undo=undo, redo=(), left=self.scenario)

    def undone(self) -> "Draft":
        """One step back, where there is one."""
        if not self.undo:
            return self
        *undo, scenario = self.undo
        redo = (*self.redo, self.scenario)
        return replace(self._let_go(), scenario=scenario, undo=tuple(undo), redo=redo, left=self.scenario)

    def redone(self) -> "Draft":
        """One step forth again, where there is one."""
        if not self.redo:
            return self
        *redo, scenario = self.redo
        undo = (*self.undo, self.scenario)
        return replace(self._let_go(), scenario=scenario, undo=undo, redo=tuple(redo), left=self.scenario)

    def _let_go(self) -> "Draft":
        return replace(self, hold=None, begun=None)
