"""The dialog that shows what it takes to reach a share in a month, without changing the work."""

import streamlit as st

from simulator.model.months import month_name
from simulator.model.scenario import SETTINGS, Scenario, setting_value, with_values
from simulator.planning.likely_way import likely_ways
from simulator.planning.what_it_takes import what_it_takes
from simulator.report.context import Context
from simulator.report.sentences.chance import target_chance
from simulator.report.sentences.ways import answer_sentences, likely_sentence
from simulator.ui import likely, session
from simulator.ui.foreign import as_text
from simulator.ui.meeting import first_field
from simulator.ui.session import say
from simulator.ui.tables import draw
from simulator.words.numbers import month_long, trimmed
from simulator.words.quantity import month as month_of
from simulator.words.sentence import Sentence, sentence
from simulator.words.typed_setting import Refused, typed_value

_state = st.session_state
SHARE, MONTH = "target.coverage_share", "target.month"


def show() -> None:
    """Fields for a share and a month, at first those of the target, and below them the answer."""
    scenario, lang, p = session.scenario(), session.lang(), session.projection()
    _state.setdefault("mt-share", trimmed(setting_value(scenario, SHARE) * 100, lang, 4))
    _state.setdefault("mt-by", scenario.target.month)
    longest = int(SETTINGS["horizon_months"].bounds[1])
    months = [month_name(p.baseline.month + t) for t in range(longest + 1)]
    left, right = st.columns(2)
    typed = left.text_input(say("meeting.needed.share"), key="mt-share", persist_state="session")
    month = right.selectbox(
        say("meeting.needed.month"),
        months if _state["mt-by"] in months else sorted([*months, _state["mt-by"]]),
        key="mt-by",
        format_func=lambda one: month_long(one, lang),
        persist_state="session",
    )
    first_field.take_up()
    with_target = _with_target(typed, month)
    if isinstance(with_target, str):
        st.error(as_text(with_target))
        return
    with st.spinner(say("decides.counting")):
        lines = _answer(session.context_of(with_target))
    draw(
        lambda page: "".join(f'<p class="mt-answer">{page.sentence(one, marks=True)}</p>' for one in lines),
        key="mt-needed",
    )


def _with_target(typed: str, month: str) -> Scenario | str:
    """The present scenario with another target, or the reason why the typed text cannot be one."""
    try:
        share = typed_value(SHARE, typed, session.lang())
    except Refused as refused:
        return refused.reason(session.lang())
    return with_values(session.scenario(), {SHARE: share, MONTH: month})


def _answer(c: Context) -> list[Sentence]:
    """The answer, a note if the month is past, and the chance if the band is shown."""
    lang, month = session.lang(), month_of(c.scenario.target.month)
    answer = what_it_takes(c.scenario, c.baseline, c.programme, c.today)
    lines = [sentence("meeting.needed.past", lang, month=month)] if c.is_past(month) else []
    lines += answer_sentences(c, answer, lang)
    if _state.meeting_likely:
        lines += [] if c.is_past(month) else [target_chance(likely.simulated(c), lang)]
        ways = likely_ways(answer, c.programme, c.today)
        lines += [likely_sentence(c, one, lang) for one in ways]
    return lines
