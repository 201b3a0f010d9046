"""How decisions affect the same result: their bars, break-even values, and two settings at once."""

import streamlit as st

from simulator.model.scenario import SETTINGS, setting_value
from simulator.model.uncertainty import RANGED
from simulator.planning.goal_seek import SeekResult
from simulator.report.charts.two_way import two_way_chart
from simulator.report.context import Context
from simulator.report.tables.break_even import break_even_answers, break_even_table
from simulator.ui import session
from simulator.ui.chart import chart
from simulator.ui.chart import two_way as two_way_figure
from simulator.ui.foreign import as_text
from simulator.ui.session import say
from simulator.ui.tables import draw_table, draw_title, fold
from simulator.words.numbers import trimmed
from simulator.words.settings import setting_label
from simulator.words.typed_setting import Refused, scale, typed_value

_state = st.session_state
NUMBERS = tuple(
    path
    for path, of in SETTINGS.items()
    if of.kind in ("int", "float") and of.group not in ("general", "uncertainty") and not of.nullable
)
"""The settings with a number that can be varied."""
DECIDED = tuple(path for path in NUMBERS if path not in RANGED)
ENDS = ("low", "high")


def show(c: Context, metric: str, month: int) -> None:
    """Draw the three folded sections; each is computed only while it is open."""
    fold(say("decides.decisions"), _decisions, key="decides_bars")
    fold(say("decides.break_even"), lambda: _break_even(c, month), key="decides_break_even")
    fold(say("decides.two_way"), lambda: _two_way(c, metric, month), key="decides_two_way")


def decisions() -> tuple[tuple[str, float, float], ...]:
    """The decisions to compare, each with the two values typed for it; those not understood are left out."""
    found = []
    for path in _state.get("decides_decisions", ()):
        low, high = (_read(path, end) for end in ENDS)
        if isinstance(low, float) and isinstance(high, float):
            found.append((path, low, high))
    return tuple(found)


def _decisions() -> None:
    """Fields for the decisions that have a bar in the chart above, and for the two values of each."""
    lang = session.lang()
    chosen = st.multiselect(
        say("decides.decisions.which"),
        DECIDED,
        key="decides_decisions",
        format_func=lambda path: setting_label(path, lang),
        persist_state="session",
        select_all=False,
    )
    for path in chosen:
        name, *fields = st.columns((3, 1, 1), vertical_alignment="bottom")
        name.markdown(as_text(f"{setting_label(path, lang)} ({say(f'unit.{SETTINGS[path].unit}')})"))
        for field, end in zip(fields, ENDS):
            key = f"decides {end} {path}"
            _state.setdefault(key, trimmed(_usual(path, end) * scale(SETTINGS[path]), lang, 4))
            field.text_input(say(f"ranges.{end}"), key=key, persist_state="session")
        for end in ENDS:
            if isinstance(problem := _read(path, end), str):
                st.error(as_text(problem))


def _usual(path: str, end: str) -> float:
    """The initial values of the fields: the present value, and the end of the setting's slider."""
    now, (low, high, _) = float(setting_value(session.scenario(), path)), SETTINGS[path].slider
    if end == "low":
        return now
    return float(high if now < high else low)


def _read(path: str, end: str) -> float | str:
    """A value typed for a decision, or the reason in words why it cannot be used."""
    typed, lang = _state.get(f"decides {end} {path}"), session.lang()
    if typed is None:  # not drawn yet
        return _usual(path, end)
    try:
        return typed_value(path, typed, lang)
    except Refused as refused:
        return refused.reason(lang)


def _break_even(c: Context, month: int) -> None:
    lang = session.lang()
    st.caption(say("decides.break_even.note"))
    with st.spinner(say("decides.counting")):
        answers = _answers(c, month)
    draw_table(break_even_table(c, answers, month, lang), key="decides-break-even")


def _two_way(c: Context, metric: str, month: int) -> None:
    lang = session.lang()
    first, second = (
        column.selectbox(
            say(f"decides.two_way.{name}"),
            NUMBERS,
            index=NUMBERS.index(path),
            key=f"decides_{name}",
            format_func=lambda one: setting_label(one, lang),
            persist_state="session",
        )
        for column, name, path in zip(
            st.columns(2),
            ("first", "second"),
            ("delivery.realised_share", "participation.opd.target_share"),
        )
    )
    if first == second:
        st.markdown(say("decides.two_way.same"))
        return
    drawn = two_way_chart(c, metric, month, (first, second), lang)
    draw_title(drawn.title, key="decides-two-way-title", level=3)
    figure, height = two_way_figure.figure(drawn)
    chart(figure, drawn, key="decides-two-way", height=height)


@st.cache_data(max_entries=16, show_spinner=False, hash_funcs={Context: session.content})
def _answers(c: Context, month: int) -> list[SeekResult]:
    return break_even_answers(c, month)
