"""The likely range, on every page: its switch, and simulations that are made once for each scenario."""

from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

import streamlit as st

from simulator.model.simulation import Simulation, simulate
from simulator.report.context import Context
from simulator.report.sentences import chance
from simulator.report.sentences.rakor import answer_sentences
from simulator.ui import rakor_choice, session
from simulator.ui.html import Html
from simulator.ui.session import say
from simulator.ui.tables import draw
from simulator.words.sentence import joined

MANY = 10_000  # simulations on request; while a lever moves there are as many as the scenario sets
KEPT = 12  # the number of latest scenarios whose simulations are kept, up to a total size:
KEPT_DRAWS = 40_000  # simulations of all of them together, some 45 MB
SWITCH, PATHS = "likely", "likely_paths"
_state = st.session_state


def is_on() -> bool:
    """Whether pages show bands and chances: yes at first, then as the switch was last set."""
    return bool(_state.get(SWITCH, True))


def with_paths() -> bool:
    """Whether a few single simulations are drawn as well."""
    return is_on() and bool(_state.get(PATHS, False))


def simulated(
    c: Context, least: int = 1, progress: Callable[[float], object] | None = None, seed: int | None = None
) -> Context:
    """The context with at least `least` simulations, under its own seed or another one.

    `progress` is called with the share that is done.
    """
    seed = c.scenario.uncertainty.seed if seed is None else seed
    known: list[Simulation] = _state.get("simulations", [])
    same = [one for one in known if _is_of(one, c, seed)]
    if not same or same[0].draws < least:
        draws = max(least, c.scenario.uncertainty.draws)
        same = [simulate(c.scenario, c.baseline, c.programme, draws, seed, progress=progress)]
    _state.simulations = _kept([same[0], *(one for one in known if not _is_of(one, c, seed))])
    return replace(c, simulation=same[0])


def _kept(seen: list[Simulation]) -> list[Simulation]:
    """The simulations to keep, newest first and the newest always."""
    together = accumulate(one.draws for one in seen)
    few = sum(draws <= KEPT_DRAWS for draws in together)
    return seen[: max(1, min(few, KEPT))]


def people(c: Context) -> Context:
    """The context with simulations of people only, kept for each scenario."""
    return replace(c, simulation=_people(c))


@st.cache_resource(max_entries=KEPT, show_spinner=False, hash_funcs={Context: session.content})
def _people(c: Context) -> Simulation:
    return simulate(c.scenario, c.baseline, c.programme, money=False)


def _is_of(one: Simulation, c: Context, seed: int) -> bool:
    same_data = one.baseline.digest == c.baseline.digest and one.programme == c.programme
    return same_data and one.seed == seed and one.scenario == c.scenario


def simulated_if_on(c: Context) -> Context:
    """The context with simulations if the switch is on: many, with a progress bar, if they were requested."""
    with st.container(key="likely-bar"):  # also while empty, so that later elements are not created again
        if _state.pop("likely_many", None) == c.scenario:
            bar = st.progress(0.0, text=say("chance.making"))
            simulated(c, MANY, bar.progress)
            bar.empty()
    return simulated(c) if is_on() else c


def switch() -> None:
    """The switch, the same on every page."""
    _state.setdefault(SWITCH, True)
    st.toggle(say("chance.switch"), key=SWITCH, persist_state="session", help=say("chance.switch_help"))


def switches(c: Context) -> None:
    """The switch; while it is on, the result in words, and single or more simulations on request."""
    with st.container(horizontal=True, vertical_alignment="center", key="likely-switches"):
        switch()
        if c.simulation:
            st.toggle(say("chance.paths"), key=PATHS, persist_state="session")
            if c.simulation.draws < MANY:
                st.button(
                    say("chance.more"),
                    key="likely-more",
                    type="tertiary",
                    on_click=lambda: _state.update(likely_many=c.scenario),
                )
    if c.simulation:
        draw(lambda page: _words(c, page), key="likely-words")


def _words(c: Context, page: Html) -> str:
    sure = joined(chance.how_sure(c, page.lang), page.lang)
    how = joined(chance.reading(c, page.lang), page.lang)
    rakor = joined(answer_sentences(c, page.lang, people, rakor_choice.month(c)), page.lang)
    lines = [f"<p>{page.sentence(one)}</p>" for one in (sure, rakor) if str(one)]
    return f'<div class="ov-text">{"".join(lines)}<p class="muted">{page.sentence(how)}</p></div>'
