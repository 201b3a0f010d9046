"""Data: the data sets, the one the scenario uses, and the import of a regency's list."""

import streamlit as st

from simulator.errors import UserError
from simulator.planning.other_data import on_other_data
from simulator.report.charts.theme import GRID
from simulator.report.sentences.data import (
    data_sentence,
    differences,
    override_lines,
    own_figures_sentence,
    set_sentence,
)
from simulator.report.sentences.scenarios import other_data_sentences
from simulator.report.tables.data import totals_table
from simulator.store.baseline_files import baseline_names, read_baseline_named
from simulator.ui import saving, session
from simulator.ui.foreign import as_text
from simulator.ui.opening import open_dialog
from simulator.ui.pages import data_intake
from simulator.ui.problems import problem_lines
from simulator.ui.session import say
from simulator.ui.tables import draw_lines, draw_table, draw_text, draw_title
from simulator.words.sentence import Sentence, joined

CSS = f"""<style>
[class*=st-key-data-row-] {{ border-top: 1px solid {GRID}; padding: .6rem 0; }}
.st-key-data-sets p {{ margin: 0; }}
</style>"""


def show() -> None:
    """Draw the page."""
    baseline, lang = session.projection().baseline, session.lang()
    st.html(CSS)
    draw_title(data_sentence(baseline, lang), key="data-title")
    offered = st.session_state.pop("data_offer", None)
    if offered:
        _ask_to_switch(offered)
    st.header(say("data.sets"))
    st.caption(say("data.sets_note"))
    with st.container(key="data-sets"):
        for name in sorted(baseline_names(), key=lambda name: (name != baseline.name, _age(name), name)):
            with st.container(key=f"data-row-{name}"):
                _row(name, in_use=name == baseline.name)
    data_intake.show()


def _age(name: str) -> int:
    """The sort key of a data set: the latest month first, unreadable ones last."""
    try:
        return -read_baseline_named(name).month
    except UserError:
        return 0


def _row(name: str, in_use: bool) -> None:
    """One data set: what it is, its source, and the button that moves the scenario to it."""
    lang = session.lang()
    words, button = st.columns([5, 1], vertical_alignment="center")
    try:
        baseline = read_baseline_named(name)
    except UserError as error:
        words.error(as_text(say("data.broken", name=name)))
        with words:
            return draw_lines(problem_lines(error.problems), key=f"data-broken-{name}")
    title = baseline.facts.title[lang]
    with words:
        st.markdown(f"**{as_text(title)}**" + (f" · {say('data.in_use')}" if in_use else ""))
        draw_text(set_sentence(baseline, lang), key=f"data-line-{name}")
        reading = Sentence(lang, (baseline.facts.reading[lang],))
        own = own_figures_sentence(baseline, lang)
        draw_text(joined((reading, own), lang), key=f"data-own-{name}", look="note")
    with button.container(horizontal=True, horizontal_alignment="right"):
        which = as_text(say("data.use_which", title=title))
        if not in_use and st.button(say("data.use"), key=f"use-{name}", help=which):
            _ask_to_switch(name)
    return None


def _ask_to_switch(name: str) -> None:
    open_dialog(say("data.switch_title"), _switch, name, width="large")


def _switch(name: str) -> None:
    """The dialog that shows what changes with another data set, and makes the change on request."""
    lang, old = session.lang(), session.projection()
    try:
        baseline = read_baseline_named(name)
        scenario, lost = on_other_data(session.scenario(), old.baseline, baseline)
        new = session.projected(scenario)
    except UserError as error:
        st.error(say("data.switch_refused"))
        return draw_lines(problem_lines(error.problems), key="switch-refused")
    here = session.context()
    sentences = differences(old.baseline, baseline, lang)
    sentences += other_data_sentences(here.of(old), here.of(new), lang)
    draw_lines(sentences, key="switch-lines")
    draw_table(totals_table(old.baseline, baseline, lang), key="switch-totals")
    lines = override_lines(lost, old.baseline, baseline, scenario.overrides, lang)
    if scenario.description != session.scenario().description:
        st.caption(as_text(say("data.description_left_out", region=old.baseline.facts.region)))
    if lost:
        st.warning(say("data.lost"))
    draw_lines(lines, key="switch-settings")
    with st.container(horizontal=True):
        words = say("data.switch_losing", count=len(lost)) if lost else say("data.switch")
        if st.button(words, type="primary", key="data_switch"):
            session.change(scenario)
            gone = [say("data.lost"), *lines[: len(lost)]] if lost else []
            saving.note([say("data.switched", title=baseline.facts.title[lang]), *gone])
            st.rerun()
        if st.button(say("data.later"), key="data_later"):
            st.rerun()
    return None
