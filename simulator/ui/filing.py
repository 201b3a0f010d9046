"""Operations on a file of the list, and their effect on the open work if the file belongs to it."""

from dataclasses import replace

from simulator.errors import UserError
from simulator.model.scenario import Scenario
from simulator.model.status import copy_of
from simulator.store import scenario_store as store
from simulator.store import trash
from simulator.store.draft import UNDO_STEPS
from simulator.store.draft_store import attached, saved_as
from simulator.store.history import Version
from simulator.store.scenario_store import Entry
from simulator.ui import session
from simulator.ui.listing import names
from simulator.ui.saving import recorded
from simulator.ui.session import say
from simulator.words.numbers import moment


def add(scenario: Scenario, name: str, note: str = "") -> Scenario:
    """Add a scenario to the list under a name, as a new file with its own record; raises UserError.

    An agreed scenario that is added under another name becomes a copy of it.
    """
    name = name.strip()
    is_other = scenario.status == "agreed" and name != scenario.name
    named = copy_of(scenario, name, scenario.name) if is_other else scenario.model_copy(update={"name": name})
    store.save_new(named, note=note)
    return named


def duplicate(entry: Entry) -> Scenario:
    """Add a copy of a file to the list, as a draft that names its parent; raises UserError."""
    scenario = entry.saved.scenario
    name = store.free_name(say("scenarios.copy_of", name=scenario.name), names())
    return add(copy_of(scenario, name, scenario.name), name)


def rename(entry: Entry, name: str) -> None:
    """Rename a scenario of the list, also in the open work if it belongs to it; raises UserError."""
    scenario, before = entry.saved
    note = say("history.renamed_note", name=scenario.name)
    version = store.save(scenario.model_copy(update={"name": name}), entry.stem, before, note=note)
    draft = session.draft()
    if draft.stem == entry.stem:
        kept = version if draft.version == before else draft.version
        session.put(replace(draft.named(name), version=kept))


def delete(entry: Entry) -> None:
    """Move a file of the list to the trash; if it is that of the open work, the work then has no file.

    Raises UserError, also for the last scenario that can be read: without one the app could not start.
    """
    trash.delete(entry, keeps_last=True)
    if session.draft().stem == entry.stem:
        session.put(replace(session.draft(), stem=None, version=None))


def restore(entry: Entry) -> None:
    """Restore a file from the trash, also as the open work's file if it was that before; raises UserError."""
    session.put(attached(session.draft(), trash.restore(entry.stem)))


def restore_version(entry: Entry, version: Version) -> Scenario:
    """Make an earlier version the newest of a file, under the file's present name; returns its scenario.

    If the file cannot be read, the version becomes a new file. If the file belongs to the open work, the work
    continues with the version, and one undo leads back. Raises UserError.
    """
    if version.scenario is None:
        raise UserError(*version.problems)
    note = say("history.restored_note", when=moment(version.saved_at, session.lang()))
    if entry.scenario is None:
        return add(recorded(version.scenario), store.free_name(version.scenario.name, names()), note)
    scenario, before = version.scenario.model_copy(update={"name": entry.scenario.name}), session.draft()
    written = store.save(recorded(scenario), entry.stem, entry.version, note=note)
    if before.own_stem == entry.stem:
        undo = () if scenario.status == "agreed" else (*before.undo, before.scenario)[-UNDO_STEPS:]
        session.put(replace(saved_as(scenario, entry.stem, written), undo=undo))
    return scenario
