"""A saved file on the page Skenario: its row, and the dialog with its actions."""

import html
from functools import partial

import streamlit as st

from simulator.report.context import Context
from simulator.report.sentences.scenarios import target_result
from simulator.store.scenario_file import scenario_bytes
from simulator.store.scenario_store import Entry
from simulator.ui import filing, listing, saving, session
from simulator.ui.foreign import as_text
from simulator.ui.html import Html
from simulator.ui.opening import open_dialog
from simulator.ui.pages import scenario_history
from simulator.ui.problems import problem_lines
from simulator.ui.session import say
from simulator.ui.tables import draw
from simulator.words.decisions import status_name
from simulator.words.numbers import moment

PROBLEMS_SHOWN = 3


def draw_row(entry: Entry, c: Context | None) -> None:
    """One file of the list: name, result for its target, and two buttons."""
    words, buttons = st.container(key=f"row-{entry.stem}").columns([3, 1], vertical_alignment="center")
    with words:
        draw(lambda page: _entry_html(entry, c, page), key=f"words-{entry.stem}")
    with buttons.container(horizontal=True, horizontal_alignment="right", gap="small"):
        if entry.scenario and row_button("open", entry.stem, name_of(entry)):
            saving.open_scenario(entry)
        if row_button("manage", entry.stem, name_of(entry)):
            scenario_history.begin()
            open_dialog(as_text(name_of(entry)), _manage, entry, width="large")


def row_button(does: str, stem: str, name: str) -> bool:
    """A button of a row, with the file's name in its key; returns whether it was pressed."""
    which = say(f"scenarios.{does}_which", name=as_text(name))
    return st.button(say(f"scenarios.{does}"), key=f"{does}-{stem}", help=which)


def name_of(entry: Entry) -> str:
    """The scenario's name, or that of a file that cannot be read."""
    return entry.scenario.name if entry.scenario else f"{entry.stem}.json"


def _entry_html(entry: Entry, c: Context | None, page: Html) -> str:
    lang, status, data = page.lang, "", ""
    if c:
        status = f" · {status_name(c.scenario.status, lang)}"
        data = c.baseline.facts.title[lang]
        state = f"<p>{page.sentence(target_result(c, lang))}</p>"
    else:
        state = f'<p class="broken">{say("scenarios.broken")}</p>{_problem_list(entry)}'
    is_open = f" · {say('scenarios.is_open')}" if entry.stem == session.draft().own_stem else ""
    modified = say("scenarios.modified", when=moment(entry.modified, lang))
    head = f"<strong>{html.escape(name_of(entry))}</strong><span>{status}{is_open}</span>"
    return (
        f'<div class="scenario"><div>{head}{state}</div>'
        f"<div><p><span>{html.escape(data)}</span></p><p><span>{modified}</span></p></div></div>"
    )


def _problem_list(entry: Entry) -> str:
    """The first problems of a broken file, and how many more there are."""
    lines = problem_lines(entry.problems[:PROBLEMS_SHOWN])
    if len(entry.problems) > PROBLEMS_SHOWN:
        lines.append(say("scenarios.more_problems", count=len(entry.problems) - PROBLEMS_SHOWN))
    return "<ul>" + "".join(f"<li>{html.escape(line)}</li>" for line in lines) + "</ul>"


def _manage(entry: Entry) -> None:
    """The dialog of one file: rename, copy, download, delete, earlier versions; all its problems."""
    name, scenario = name_of(entry), entry.scenario
    agreed = scenario is not None and scenario.status == "agreed"
    for line in problem_lines(entry.problems):
        st.markdown(f"- {as_text(line)}")
    if scenario:
        st.markdown(as_text(scenario.description))
        if agreed:
            st.caption(say("scenarios.rename_agreed"))
        elif new := listing.ask_name(name, say("scenarios.rename"), key="rename", besides=entry.stem):
            saving.do(partial(filing.rename, entry, new), "scenarios.renamed", name=new)
        with st.container(horizontal=True):
            if st.button(say("scenarios.duplicate"), key="duplicate"):
                saving.do(partial(filing.duplicate, entry), "scenarios.copied")
            content, file = scenario_bytes(scenario), f"{entry.stem}.json"
            label, mime = say("scenarios.download"), "application/json"
            st.download_button(label, content, file, mime, on_click="ignore", key="download")
    sure = not agreed or st.checkbox(say("scenarios.delete_agreed"), key="delete_agreed")
    if st.button(say("scenarios.delete"), help=say("scenarios.delete_help"), key="delete", disabled=not sure):
        saving.do(partial(filing.delete, entry), "scenarios.deleted", name=name)
    scenario_history.show(entry)
