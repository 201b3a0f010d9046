"""A scenario being worked on, with undo and redo."""

from dataclasses import dataclass, field, replace

from simulator.model.scenario import Scenario
from simulator.model.status import copy_of
from simulator.store.scenario_store import free_name

UNDO_STEPS = 30


@dataclass(frozen=True)
class Draft:
    """A scenario being worked on, the file it came from, and its undo and redo steps.

    `stem` is None if it has no file; `saved` is the scenario as opened or last saved, `version` identifies
    the content of that file. An agreed scenario is never changed: a change to it makes a copy, and undoing
    leads back to it.
    """

    scenario: Scenario
    saved: Scenario
    stem: str | None
    version: str | None
    undo: tuple[Scenario, ...] = ()
    redo: tuple[Scenario, ...] = ()
    left: Scenario | None = field(default=None, compare=False)  # by the last step; not stored on disk
    hold: tuple[str, int] | None = field(default=None, compare=False)  # the last step's hold of a lever
    begun: "Draft | None" = field(default=None, compare=False, repr=False)  # the draft before that hold

    @property
    def before(self) -> Scenario | None:
        """The scenario before the last step; None if there was none."""
        return self.left or (self.undo[-1] if self.undo else None)

    @property
    def unsaved(self) -> bool:
        """Whether the scenario differs from its file."""
        return self.own_stem is None or self.scenario != self.saved

    @property
    def is_copy(self) -> bool:
        """Whether this is a changed copy of the agreed scenario in the file."""
        return self.saved.status == "agreed" != self.scenario.status

    @property
    def own_stem(self) -> str | None:
        """The file that saving writes; None if it has to be a new one."""
        return None if self.is_copy else self.stem

    def named(self, name: str) -> "Draft":
        """The draft after its file was renamed; a draft with a name of its own keeps that."""

        def renamed(scenario: Scenario) -> Scenario:
            has_old_name = scenario.name == self.saved.name
            return scenario.model_copy(update={"name": name}) if has_old_name else scenario

        undo, redo = tuple(map(renamed, self.undo)), tuple(map(renamed, self.redo))
        scenario, saved = renamed(self.scenario), renamed(self.saved)
        return replace(self, scenario=scenario, saved=saved, undo=undo, redo=redo)

    def changed(self, scenario: Scenario, hold: tuple[str, int] | None = None) -> "Draft":
        """The draft after a change, or the same draft if nothing changes.

        A change to an agreed scenario goes into a copy. Changes made while a lever is held are one step.
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
        """The draft one step back, or the same draft if there is none."""
        if not self.undo:
            return self
        *undo, scenario = self.undo
        redo = (*self.redo, self.scenario)
        return replace(self._let_go(), scenario=scenario, undo=tuple(undo), redo=redo, left=self.scenario)

    def redone(self) -> "Draft":
        """The draft one step forward again, or the same draft if there is none."""
        if not self.redo:
            return self
        *redo, scenario = self.redo
        undo = (*self.undo, self.scenario)
        return replace(self._let_go(), scenario=scenario, undo=undo, redo=tuple(redo), left=self.scenario)

    def _let_go(self) -> "Draft":
        return replace(self, hold=None, begun=None)
