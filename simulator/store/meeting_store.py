"""Stores the scenarios of a meeting, in order, and the changes in each, on disk beside the drafts."""

import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from simulator.errors import Problem, UserError
from simulator.model.scenario import Scenario
from simulator.store import agency, draft_store
from simulator.store.draft import Draft
from simulator.store.draft_store import find_draft, followed, keep_draft, opened, read_kept
from simulator.store.places import SCENARIOS, write_atomically, writing
from simulator.store.scenario_store import is_there


@dataclass(frozen=True)
class Slot:
    """A scenario of the list; `begun` is its state when it was added to the meeting.

    `token` names the draft that holds its changes.
    """

    draft: Draft
    begun: Scenario
    token: str = field(default_factory=lambda: secrets.token_hex(8), compare=False)

    @property
    def steps(self) -> tuple[Scenario, ...]:
        """The earlier states of the scenario in the meeting, oldest first, without the present one.

        None if it was undone to before its beginning.
        """
        undo = self.draft.undo
        at = next((i for i in reversed(range(len(undo))) if undo[i] == self.begun), None)
        if at is not None:
            return undo[at:]
        return () if self.draft.scenario == self.begun or self.begun in self.draft.redo else undo


@dataclass(frozen=True)
class MeetingScenario:
    """An entry of the list between meetings: its file and name then, unsaved work, whether it was current."""

    stem: str | None
    name: str
    draft: Draft | None
    token: str
    here: bool
    month: int | None = None  # of the whole list, if this entry is the current one


@dataclass(frozen=True)
class Meeting:
    """The list, and the position of the current scenario, whose draft is the work of the session.

    `month` (a month number) is the month to discuss, None until one was chosen.
    """

    slots: tuple[Slot, ...]
    at: int
    month: int | None = None

    @property
    def here(self) -> Slot:
        """The current scenario."""
        return self.slots[self.at]

    @property
    def to_save(self) -> tuple[int, ...]:
        """Positions of the unsaved work offered on leaving.

        The current one only if the meeting changed it.
        """
        changed = self.here.draft.scenario != self.here.begun
        unsaved = [i for i, slot in enumerate(self.slots) if slot.draft.unsaved]
        return tuple(i for i in unsaved if i != self.at or changed)

    @property
    def kept(self) -> tuple[MeetingScenario, ...]:
        """The list as stored for the next meeting; the current work continues in the session."""
        places = []
        for i, slot in enumerate(self.slots):
            stem, name, is_here = slot.draft.own_stem, slot.draft.scenario.name, i == self.at
            draft = slot.draft if slot.draft.unsaved and not is_here else None
            places.append(
                MeetingScenario(stem, name, draft, slot.token, is_here, self.month if is_here else None)
            )
        return tuple(places)

    def with_draft(self, draft: Draft) -> "Meeting":
        """The list with another draft as the current one.

        A copy of an agreed scenario directly follows that one, until undoing leads back to it.
        """
        slots, at = list(self.slots), self.at
        slots[at] = replace(self.here, draft=draft)
        if draft.is_copy and draft.stem and not self.here.draft.is_copy:
            slots.insert(at, Slot(Draft(draft.saved, draft.saved, draft.stem, draft.version), draft.saved))
            at += 1
        return Meeting(*_each_once(slots, at), self.month)

    def stepped(self, by: int) -> "Meeting":
        """The list with the scenario a number of places further on as the current one.

        It does not wrap around.
        """
        return replace(self, at=min(max(self.at + by, 0), len(self.slots) - 1))

    def chosen(self, picks: Sequence[int | str]) -> "Meeting":
        """The list as chosen on screen: positions in the present list and stems of files, in order.

        Unsaved work that was not chosen stays at the end. An empty choice changes nothing.
        """
        slots: list[Slot] = []
        for pick in picks:
            slots += [self.slots[pick]] if isinstance(pick, int) else _from_file(pick)
        slots += [slot for i, slot in enumerate(self.slots) if slot.draft.unsaved and i not in picks]
        at = next((i for i, slot in enumerate(slots) if slot is self.here), 0)
        return Meeting(tuple(slots), at, self.month) if slots else self


def taken_up(
    kept: Sequence[MeetingScenario], work: Draft, begun: Scenario, folder: Path = SCENARIOS
) -> Meeting:
    """The list with the work of the session as the current scenario; `begun` as in `Slot`.

    It replaces the entry of the same file, follows the agreed scenario it is a copy of, or comes first.
    Entries without unsaved work are read again from their files, and removed if that fails.
    """
    mine, at = Slot(work, begun), None
    slots: list[Slot] = []
    for place in kept:
        stem = place.stem if place.stem and is_there(place.stem, folder) else None
        if place.here and (stem == work.own_stem or not place.stem):
            at = len(slots)
            slots.append(mine)
        elif place.draft is not None:
            draft = followed(place.draft, folder)
            slots.append(Slot(draft, draft.saved, place.token))
        else:
            slots += _from_file(stem, folder)
    if at is None:
        saved = [None if slot.draft.unsaved else slot.draft.stem for slot in slots]
        at = saved.index(work.stem) + 1 if work.stem and work.stem in saved else 0
        slots.insert(at, mine)
    month = next((place.month for place in kept if place.here), None)
    return Meeting(*_each_once(slots, at), month)


def not_found(kept: Sequence[MeetingScenario], folder: Path = SCENARIOS) -> list[str]:
    """Names in a list whose files no longer exist or cannot be read."""
    return [place.name for place in kept if place.stem and not _from_file(place.stem, folder)]


def _each_once(slots: list[Slot], at: int) -> tuple[tuple[Slot, ...], int]:
    """The entries, and which is current, without others that show the current file unchanged."""
    stem = slots[at].draft.own_stem
    twice = [stem is not None and slot.draft.stem == stem and not slot.draft.unsaved for slot in slots]
    kept = [i for i in range(len(slots)) if i == at or not twice[i]]
    return tuple(slots[i] for i in kept), kept.index(at)


def _from_file(stem: str | None, folder: Path = SCENARIOS) -> list[Slot]:
    """An entry for a file; none if the file is gone or broken."""
    try:
        draft = opened(stem, folder) if stem else None
    except UserError:
        return []
    return [Slot(draft, draft.scenario)] if draft else []


def keep_meeting(token: str, meeting: Meeting) -> None:
    """Write the list to disk, with the unsaved work of entries that are not current; raises UserError."""
    agency.visitor()
    content = []
    for place in meeting.kept:
        if place.draft:
            keep_draft(place.token, place.draft)
        draft = place.token if place.draft else None
        kept = {
            "stem": place.stem,
            "name": place.name,
            "draft": draft,
            "here": place.here,
            "month": place.month,
        }
        content.append(kept)
    path = _path(token)
    with writing(f"{path.parent.name}/{path.name}"):
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, json.dumps(content).encode(), durable=False)


def find_meeting(token: str) -> tuple[MeetingScenario, ...]:
    """The list stored under a session's token, empty if there is none; raises UserError if it is broken."""
    path = _path(token)
    try:
        content = read_kept(path) if os.path.lexists(path) else []
        return tuple(
            MeetingScenario(
                place["stem"],
                place.get("name") or place["stem"] or "",  # earlier versions stored none
                find_draft(place["draft"]) if place["draft"] else None,
                place["draft"] or "",
                place["here"],
                int(place["month"]) if place.get("month") is not None else None,
            )
            for place in content
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UserError(Problem("unreadable_draft", path.name)) from error


def _path(token: str) -> Path:
    return draft_store.DRAFTS / f"{token}.meeting.json"
