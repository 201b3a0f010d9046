"""Whom next: the visit list for a target or within a limit, the curve behind it, and alternatives."""

from functools import partial
from typing import Any, Literal

import streamlit as st

from simulator import clock
from simulator.handouts.files import VISIT_LIST
from simulator.planning.next_answer import Question, VisitPlan, Visits
from simulator.planning.next_units import next_units
from simulator.report.charts.theme import GRID, MUTED
from simulator.report.charts.visits import visit_curve
from simulator.report.sentences import next_units as words
from simulator.report.tables.next_units import visit_table
from simulator.store.places import slug
from simulator.ui import made, session
from simulator.ui.chart import chart, visits
from simulator.ui.foreign import as_text
from simulator.ui.of_data import draw_of_data
from simulator.ui.pages import next_question
from simulator.ui.session import say
from simulator.ui.tables import draw, draw_lines, draw_table, draw_title

CHART_PX = 380
CSS = f"""<style>
.next-rows {{ overflow-x: auto; }}
.next-rows table {{ border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.35;
  font-variant-numeric: tabular-nums; }}
.next-rows th, .next-rows td {{ padding: .3rem .4rem; border-bottom: 1px solid {GRID}; font-weight: normal;
  text-align: right; vertical-align: bottom; }}
.next-rows tr > :first-child {{ text-align: left; padding-left: 0; min-width: 10rem; width: 45%; }}
.next-rows thead th {{ color: {MUTED}; }} .next-rows .total > * {{ font-weight: 600; }}
.next-rows button.origin:not(:hover) {{ text-decoration: none; }}
.st-key-next-body [data-testid=stHorizontalBlock] {{ flex-wrap: wrap; column-gap: 2.5rem; }}
.st-key-next-body [data-testid=stColumn] {{ flex: 1 1 26rem; width: auto; min-width: min(26rem, 100%); }}
[class*=st-key-next-other-] {{ flex-wrap: nowrap; }}
@media (max-width: 640px) {{ [class*=st-key-next-other-] {{ flex-wrap: wrap; }} }}
@media (max-width: 640px) {{ .next-rows table {{ font-size: .8rem; }}
  .next-rows tr > :first-child {{ min-width: 6.5rem; }} .next-rows :is(th, td) {{ padding: .3rem .2rem; }} }}
</style>"""
_state = st.session_state


def show() -> None:
    """Draw the page for the scenario being worked on."""
    c, lang = session.context(), session.lang()
    if not words.names_offices(c):
        draw_title(words.one_row(c, lang), key="next-title")
        _data_button("primary")
        return
    st.html(CSS)
    heading = st.container()
    question = next_question.current()
    answer = _answered(question)
    with heading:
        draw_title(words.finding(c, answer, lang), key="next-title")
        draw_of_data(c, "next-of-data")
    with st.container(key="next-body"):
        left, right = st.columns(2)
        with left:
            _list(answer)
        with right:
            _curve(answer)
    _others(answer)


def _answered(question: Question) -> VisitPlan:
    """The answer, cached while the projection and the question stay the same."""
    p = session.projection()
    if (kept := _state.get("next_answer")) and kept[0] is p and kept[1] == question:
        result: VisitPlan = kept[2]
        return result
    result = next_units(p.scenario, p.baseline, session.programme(), question)
    _state.next_answer = (p, question, result)
    return result


def _data_button(kind: Literal["primary", "tertiary"]) -> None:
    to_data = partial(_state.update, page_wanted="data")
    st.button(say("next.to_data"), key="next-to-data", type=kind, on_click=to_data)


def _list(answer: VisitPlan) -> None:
    c, lang, best = session.context(), session.lang(), answer.best
    draw(lambda page: f"<h2>{page.sentence(say('next.list'))}</h2>", key="next-list-title")
    if best.units:
        draw_table(visit_table(c, best, lang), key="next-list", look="next-rows", label=say("next.list"))
    draw_lines([*words.notes(c, answer, lang), words.how_counted(c, answer, lang)], key="next-notes")
    if best.units:
        with st.container(horizontal=True, key="next-do"):
            _make_button(best, "next-make", "primary")
            _print_button(answer)
            if any(group.is_pooled for group, _ in best.by_group):
                _data_button("tertiary")
    next_question.boxes(other=answer.question.other)


def _make_button(visits: Visits, key: str, kind: Any = "secondary") -> None:
    scenario = words.made_scenario(session.context(), visits, session.lang())
    helped = as_text(say("ways.make_help", name=scenario.name))
    st.button(say("ways.make"), key=key, type=kind, help=helped, on_click=partial(made.take, scenario))


def _print_button(answer: VisitPlan) -> None:
    draft, lang = session.draft(), session.lang()
    content = partial(
        VISIT_LIST.made, [session.context()], lang, clock.today(), unsaved=draft.unsaved, answer=answer
    )
    st.download_button(
        say("next.print"),
        content,
        file_name=f"{slug(draft.scenario.name, 'skenario')}-{VISIT_LIST.ending}",
        mime=VISIT_LIST.mime,
        on_click="ignore",
        icon=":material/print:",
        key="next-print",
    )


def _curve(answer: VisitPlan) -> None:
    drawn = visit_curve(session.context(), answer, session.lang())
    draw_title(drawn.title, key="next-curve-title", level=2)
    chart(visits.figure(drawn, session.lang()), drawn, key="next-curve", height=CHART_PX)


def _others(answer: VisitPlan) -> None:
    if not answer.alternatives:
        return
    draw(lambda page: f"<h2>{page.sentence(say('next.other'))}</h2>", key="next-others")
    for i, other in enumerate(answer.alternatives):
        sentence = words.alternative(session.context(), answer.best, other, session.lang())
        with st.container(horizontal=True, vertical_alignment="center", key=f"next-other-{i}"):
            draw(partial(_paragraph, sentence), key=f"next-other-words-{i}")
            _make_button(other, f"next-make-{i}")


def _paragraph(sentence: Any, page: Any) -> str:
    return f"<p>{page.sentence(sentence)}</p>"
