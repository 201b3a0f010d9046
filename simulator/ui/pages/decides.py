"""Apa yang paling menentukan: bars of the assumptions with ranges, their shares, what to find out."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from simulator.planning.find_out import LEAST, FoundOut, what_to_find_out
from simulator.planning.sensitivity import tornado
from simulator.planning.variance import LEAST_DRAWS, VarianceShares, variance_shares
from simulator.report.charts.tornado import middle_sentence, shares_table, swing_chart
from simulator.report.context import Context
from simulator.report.sentences.chance import default_month
from simulator.report.sentences.decides import MOST, find_out_lines, finding, result_name
from simulator.ui import session
from simulator.ui.chart import chart
from simulator.ui.chart import tornado as tornado_figure
from simulator.ui.of_data import draw_of_data
from simulator.ui.pages import decides_more, ranges
from simulator.ui.session import say
from simulator.ui.tables import draw_lines, draw_table, draw_text, draw_title, fold
from simulator.words.numbers import month_long, percent
from simulator.words.sentence import Sentence

METRICS = (
    "enrolled",
    "coverage_share",
    "cumulative_contributions_idr",
    "cumulative_payouts_idr",
    "claims_ratio",
)
_state = st.session_state


def show() -> None:
    """Draw the page."""
    c = session.context()
    heading = st.container()
    metric, month = _choice(c)
    lang, draws = session.lang(), c.scenario.uncertainty.draws
    with st.spinner(say("decides.counting")):
        shares = _shares(c, metric, month)
    title = finding(c, shares, metric, month, draws, lang)
    with heading:
        draw_title(title, key="decides-title")
        draw_of_data(c, "decides-of-data")
    _bars(c, shares, title, metric, month)
    if draws >= LEAST_DRAWS:
        _find_out(c, metric, month)
    if (whence := shares_table(c, shares, draws, lang)).rows:
        st.header(say("decides.shares"))
        draw_table(whence, key="decides-shares")
        st.caption(say("decides.shares_note"))
    ranges.show(c)
    decides_more.show(c, metric, month)


def _choice(c: Context) -> tuple[str, int]:
    """The chosen result, and the month (offset)."""
    lang, months = session.lang(), list(range(1, len(c.projection.months)))
    if _state.get("decides_month") not in months:
        _state.decides_month = default_month(c)
    left, right = st.columns(2)

    def called(metric: str) -> str:
        return result_name(metric, lang).capitalize()

    def named(month: int) -> str:
        return month_long(int(c.projection.months[month]), lang)

    def pick(column: Any, name: str, options: list[Any], words: Callable[[Any], str]) -> Any:
        label, key = say(f"decides.{name}"), f"decides_{name}"
        return column.selectbox(label, options, key=key, format_func=words, persist_state="session")

    return pick(left, "metric", list(METRICS), called), pick(right, "month", months, named)


def _bars(c: Context, shares: VarianceShares, title: Sentence, metric: str, month: int) -> None:
    lang = session.lang()
    swings = tornado(c.scenario, c.baseline, c.programme, metric, month, decides_more.decisions())
    drawn = swing_chart(c, swings, shares, c.scenario.uncertainty.draws, title, lang)
    if not drawn.bars:
        st.markdown(say("decides.no_ranges"))
        return
    draw_text(middle_sentence(c, drawn, swings, lang), key="decides-middle", look="note")
    figure, height = tornado_figure.figure(drawn, lang)
    chart(figure, drawn, key="decides-chart", height=height)


def _find_out(c: Context, metric: str, month: int) -> None:
    """Draw the first items openly and fold the others away."""
    lang = session.lang()
    with st.spinner(say("decides.counting")):
        lines = find_out_lines(c, _worth(c, metric, month), lang)
    st.header(say("decides.find_out.heading"))
    if not lines:
        st.markdown(say("decides.find_out.none", least=percent(LEAST, lang)))
        return
    draw_lines(lines[:MOST], key="decides-find-out")
    if more := lines[MOST:]:
        label = say("decides.find_out.more", count=len(more))
        fold(label, lambda: draw_lines(more, key="decides-find-out-more"), key="decides_more_asks")
    st.caption(say("decides.find_out.note"))


@st.cache_data(max_entries=32, show_spinner=False, hash_funcs={Context: session.content})
def _shares(c: Context, metric: str, month: int) -> VarianceShares:
    return variance_shares(c.scenario, c.baseline, c.programme, metric, month)


@st.cache_data(max_entries=32, show_spinner=False, hash_funcs={Context: session.content})
def _worth(c: Context, metric: str, month: int) -> FoundOut:
    return what_to_find_out(c.scenario, c.baseline, c.programme, metric, month)
