"""Mengapa berbeda? What each changed setting contributes to a difference, computed only while open."""

import html
from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from simulator.errors import UserError
from simulator.model.metrics import METRICS
from simulator.model.months import month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.planning.attribution import Attribution, attribute, months_of_both
from simulator.report.charts.waterfall import waterfall_of
from simulator.report.context import Context
from simulator.report.sentences.attribution import WhyTheyDiffer, why
from simulator.report.tables.compare import where_table
from simulator.ui import session
from simulator.ui.chart import chart, waterfall
from simulator.ui.foreign import as_text
from simulator.ui.problems import problem_lines
from simulator.ui.session import say
from simulator.ui.tables import draw, draw_lines, fold
from simulator.words.attribution import metric_name
from simulator.words.numbers import month_long

_state = st.session_state
CSS = """<style>
.compare.why .total > * { font-weight: 600; padding-top: .6rem; }
.compare.why tbody tr:not(.total) > th { padding-left: 1rem; }
</style>"""


def show(contexts: list[Context], names: list[str]) -> None:
    """Draw the folded section for the compared scenarios, of which there are at least two."""
    fold(say("attribution.heading"), lambda: _why(contexts, names), key="why")


def _why(contexts: list[Context], names: list[str]) -> None:
    one, other, metric, month = _choice([c.projection for c in contexts], names)
    if one == other:
        st.markdown(say("attribution.two"))
        return
    a, b = contexts[one], contexts[other]
    try:
        with st.spinner(say("attribution.counting")):
            attribution = _attributed(a.projection, b.projection, a.programme, metric, month)
    except UserError as error:
        st.warning(as_text("  \n".join(problem_lines(error.problems))))
        return
    _draw(
        why(attribution, a, b, session.lang(), (names[one], names[other])),
        by_unit=bool(attribution.by_segment),
    )


def _choice(projections: list[Projection], names: list[str]) -> tuple[int, int, str, int]:
    """Positions of the two scenarios, the metric and the month (a month number)."""
    places = list(range(len(projections)))
    for key, first in (("why_from", 0), ("why_to", 1)):
        if _state.get(key) not in places:
            _state[key] = first

    def pick(column: DeltaGenerator, name: str, options: list[Any], called: Callable[[Any], str]) -> Any:
        label, key = say(f"attribution.{name}"), f"why_{name}"
        return column.selectbox(label, options, key=key, format_func=called, persist_state="session")

    left, right = st.columns(2)
    one = pick(left, "from", places, names.__getitem__)
    other = pick(right, "to", places, names.__getitem__)
    a, b = projections[one], projections[other]
    first, last = months_of_both(a, b)
    months = list(range(first, last + 1)) or [first]  # if they share none, the answer reports it
    if _state.get("why_month") not in months:
        target = month_number(b.scenario.target.month)
        _state.why_month = target if target in months else months[-1]
    left, right = st.columns(2)
    metric = pick(left, "metric", list(METRICS), lambda name: metric_name(name, session.lang()))
    month = pick(right, "month", months, lambda number: month_long(number, session.lang()))
    return one, other, metric, month


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs={Projection: session.content, Programme: repr})
def _attributed(a: Projection, b: Projection, programme: Programme, metric: str, month: int) -> Attribution:
    return attribute(a, b, programme, metric, month)


def _draw(answer: WhyTheyDiffer, *, by_unit: bool) -> None:
    lang = session.lang()
    draw(lambda page: f'<p role="status">{page.sentence(answer.sentence)}</p>', key="why-sentence")
    if answer.parts:
        drawn = waterfall_of(answer, lang)
        figure, height = waterfall.figure(drawn, lang)
        chart(figure, drawn, key="why-chart", height=height)
    if not by_unit:
        st.caption(say("attribution.not_by_unit"))
    elif answer.parts:
        heading = f"<h3>{html.escape(say('attribution.where'))}</h3>"
        where = where_table(answer, lang)
        draw(lambda page: f"{CSS}{heading}{page.table(where, look='compare why')}", key="why-where")
    draw_lines(answer.notes, key="why-notes")
