"""The part of the page of scenarios that merges what offices sent back into one scenario."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from simulator.errors import Problem, UserError
from simulator.model.scenario import Scenario
from simulator.planning.merging import Returned, check_same_data, merged, other_settings, proposals
from simulator.report.context import Context
from simulator.report.sentences.ranges import name_in_file
from simulator.report.tables.merging import (
    ProposedRow,
    choice_words,
    conflict_names,
    merge_title,
    proposals_table,
    proposed_name,
    proposed_rows,
)
from simulator.store import scenario_store as store
from simulator.store.returned_file import MAX_BYTES_AT_ONCE, MOST_AT_ONCE, content_of, content_of_link
from simulator.store.scenario_file import read_scenario
from simulator.ui import filing, listing, saving, session
from simulator.ui.foreign import as_text
from simulator.ui.problems import problem_paragraphs
from simulator.ui.session import say
from simulator.ui.tables import draw_table, draw_title
from simulator.ui.uploads import KeptFile, files_field
from simulator.words.compare import enumerated

NOTHING_SENT = ""
_state = st.session_state


def show() -> None:
    """Draw the section."""
    turn = _state.setdefault("merge_turn", 0)
    files = files_field(say("merge.files"), types=["json", "html", "txt"], key=f"merge_{turn}")
    links = st.text_area(say("merge.links"), key=f"merge_links_{turn}", height=80, persist_state="session")
    problems: list[Problem] = []
    returned = _read(files, links, problems)
    if problems:
        st.error(problem_paragraphs(problems))
    if problems or not returned:
        return
    sent = _sent(returned, turn)
    try:
        check_same_data(returned, sent)
    except UserError as error:
        st.error(problem_paragraphs(error.problems))
        return
    _proposed(returned, sent, turn)


def _read(files: list[KeptFile], links: str, problems: list[Problem]) -> list[Returned]:
    """The scenarios from files (equal names get a number) and from links, one per line."""
    names: list[str] = []
    given: list[tuple[str, Callable[[], bytes]]] = []
    for file in files:
        names.append(store.free_name(file.name, names))
        given.append((names[-1], partial(content_of, file.content, file.name)))
    for number, link in enumerate(filter(None, map(str.strip, links.splitlines())), 1):
        name = say("merge.link", number=number)
        given.append((name, partial(content_of_link, link, name)))
    if len(given) > MOST_AT_ONCE:
        problems.append(Problem("too_many", "", len(given), allowed=MOST_AT_ONCE))
        return []
    returned, left = [], MAX_BYTES_AT_ONCE
    for name, content_of_it in given:
        try:
            content = content_of_it()
            left -= len(content)
            if left < 0:
                problems.append(Problem("too_much_at_once", "", allowed=MAX_BYTES_AT_ONCE))
                break
            returned.append(Returned(name, read_scenario(content, name)))
        except UserError as error:
            problems += (_of_file(name, problem) for problem in error.problems)
    return returned


def _of_file(name: str, problem: Problem) -> Problem:
    """The problem, with the name of its file in front of its place."""
    where = problem.where if problem.where in ("", name) else f"{name}: {problem.where}"
    return Problem(problem.code, where or name, problem.found, **problem.values)


def _sent(returned: list[Returned], turn: int) -> Scenario | None:
    """The scenario that was sent out; by default the one of the list from which the first file came."""
    scenarios = {e.stem: e.scenario for e in listing.entries() if e.scenario}
    key, came_from = f"merge_sent_{turn}", (returned[0].scenario.parent, returned[0].scenario.name)
    if key not in _state:
        named = (stem for name in came_from for stem, s in scenarios.items() if s.name == name)
        _state[key] = next(named, NOTHING_SENT)
    stem = st.selectbox(
        say("merge.sent"),
        [NOTHING_SENT, *scenarios],
        key=key,
        help=say("merge.sent_help"),
        format_func=lambda stem: scenarios[stem].name if stem in scenarios else say("merge.sent_none"),
        persist_state="session",
    )
    return scenarios.get(stem)


def _proposed(returned: list[Returned], sent: Scenario | None, turn: int) -> None:
    """The proposals by file, the choices where files differ, and the merged scenario."""
    lang, proposed = session.lang(), proposals(returned, sent)
    c = session.context_of(sent or returned[0].scenario)
    rows = proposed_rows(c, proposed)
    draw_title(merge_title(c, proposed, lang), key="merge-title", level=3)
    for file, paths in other_settings(returned, sent).items():
        names = enumerated([name_in_file(path, lang) for path in paths], lang)
        st.caption(as_text(say("merge.other_settings", file=file, settings=names)))
    if not proposed:
        return
    draw_table(proposals_table(c, rows, lang), key="merge-table")
    choices, unsettled = _choices(c, [row for row in rows if row.in_conflict], turn)
    if unsettled:
        st.info(as_text(say("merge.open_conflicts", units=conflict_names(c, unsettled, lang))))
        return
    free = store.free_name(say("merge.name", name=c.scenario.name), listing.names())
    if name := listing.ask_name(free, say("merge.add"), key=f"merge_{turn}_as"):
        _state.merge_turn += 1  # empty fields for the next files
        saving.do(lambda: filing.add(merged(returned, name, choices, sent), name), "scenarios.added")


def _choices(c: Context, rows: list[ProposedRow], turn: int) -> tuple[dict[str, str], list[ProposedRow]]:
    """The file whose proposal was chosen, by unit, and the rows without a choice."""
    choices: dict[str, str] = {}
    unsettled = []
    for row in rows:
        place = st.radio(
            say("merge.choose", unit=as_text(str(proposed_name(c, row, session.lang())))),
            range(len(row.proposals)),
            index=None,
            key=f"merge_choice_{turn}_{'_'.join(row.units)}",
            format_func=partial(_choice, c, row),
        )
        if place is None:
            unsettled.append(row)
        else:
            choices |= dict.fromkeys(row.units, row.proposals[place].files[0])
    return choices, unsettled


def _choice(c: Context, row: ProposedRow, place: int) -> str:
    return as_text(choice_words(c, row, row.proposals[place], session.lang()))
