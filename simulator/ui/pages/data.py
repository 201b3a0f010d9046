"""Data: which data sets there are, the one the scenario stands on, another one for it, and a regency's own list taken in."""

import streamlit as st

from simulator.errors import UserError
from simulator.intake.review import (
    baseline_differences,
    data_lines,
    override_lines,
)
from simulator.model.baseline import Baseline
from simulator.planning.other_data import baseline_totals, on_other_data
from simulator.report.charts.theme import GRID
from simulator.report.sentences.scenarios import other_data_sentences
from simulator.store.baseline_files import baseline_names, read_baseline_named
from simulator.ui import saving, session
from simulator.ui.pages import data_intake
from simulator.ui.rows import draw_list, draw_rows
from simulator.ui.saving import escaped
from simulator.ui.session import say
from simulator.words.errors import problem_text
from simulator.words.numbers import month_long, people

CSS = f"<style>[class*=st-key-data-row-] {{ border-top: 1px solid {GRID}; padding: .6rem 0; }} [class*=st-key-data-row-] p {{ margin: 0; }}</style>"


def show() -> None:
    """Draws the page."""
    baseline = session.projection().baseline
    total = baseline_totals(baseline)[""]
    lang = session.lang()
    st.html(CSS)
    st.title(
        escaped(
            say(
                "data.title",
                title=baseline.facts.title[lang],
                units=people(total["units"], lang),
                enrolled=people(total["enrolled"], lang),
            )
        )
    )
    offered = st.session_state.pop("data_offer", None)
    if offered:
        st.dialog(say("data.switch_title"), width="large")(_switch)(offered)
    st.header(say("data.sets"))
    st.caption(say("data.sets_note"))
    for name in sorted(baseline_names(), key=lambda name: (name != baseline.name, _age(name), name)):
        with st.container(key=f"data-row-{name}"):
            _row(name, in_use=name == baseline.name)
    data_intake.show()


def _age(name: str) -> int:
    """The place of a data set in the list: the latest month first, those that cannot be read last."""
    try:
        return -read_baseline_named(name).month
    except UserError:
        return 0


def _row(name: str, in_use: bool) -> None:
    """One data set: what it is, where from, and the button that puts the scenario on it."""
    lang = session.lang()
    words, button = st.columns([5, 1], vertical_alignment="center")
    try:
        baseline = read_baseline_named(name)
    except UserError as error:
        words.error(escaped(say("data.broken", name=name)))
        with words:
            return draw_list([problem_text(p, lang) for p in error.problems])
    title, total = baseline.facts.title[lang], baseline_totals(baseline)[""]
    with words:
        st.markdown(f"**{escaped(title)}**" + (f" · {say('data.in_use')}" if in_use else ""))
        st.markdown(
            escaped(
                say(
                    "data.set_line",
                    month=month_long(baseline.month, lang),
                    name=name,
                    **{f: people(total[f], lang) for f in ("units", "asn", "enrolled")},
                )
            )
        )
        st.caption(escaped(f"{baseline.facts.reading[lang]} {_own_figures(baseline)}"))
    with button.container(horizontal=True, horizontal_alignment="right"):
        if not in_use and st.button(
            say("data.use"), key=f"use-{name}", help=escaped(say("data.use_which", title=title))
        ):
            st.dialog(say("data.switch_title"), width="large")(_switch)(name)
    return None


def _own_figures(baseline: Baseline) -> str:
    own = int(baseline.own_figures.sum())
    kind = "all" if own == len(baseline.codes) else "some" if own else "none"
    return say(f"data.own_figures.{kind}", count=people(own, session.lang()))


def _switch(name: str) -> None:
    """The dialog that says what changes on other data, and changes it when asked to."""
    lang, old = session.lang(), session.projection()
    try:
        baseline = read_baseline_named(name)
        scenario, lost = on_other_data(session.scenario(), baseline)
        new = session.projected(scenario)
    except UserError as error:
        st.error(say("data.switch_refused"))
        return draw_list([problem_text(p, lang) for p in error.problems])
    c = session.context()
    draw_list(
        [*data_lines(old.baseline, baseline, lang), *map(str, other_data_sentences(c, c.of(new), lang))]
    )
    draw_rows(baseline_differences(old.baseline, baseline, lang))
    settings = override_lines(lost, old.baseline, baseline, scenario.overrides, lang)
    if lost:
        st.warning(say("data.lost"))
    draw_list(settings)
    with st.container(horizontal=True):
        words = say("data.switch_losing", count=len(lost)) if lost else say("data.switch")
        if st.button(words, type="primary", key="data_switch"):
            session.change(scenario)
            saving.note(
                [
                    say("data.switched", title=baseline.facts.title[lang]),
                    *([say("data.lost"), *settings[: len(lost)]] if lost else []),
                ]
            )
            st.rerun()
        if st.button(say("data.later"), key="data_later"):
            st.rerun()
    return None
