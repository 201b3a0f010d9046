"""Mengapa berbeda? The part of each changed setting in the difference of two compared scenarios, computed only while it stands open."""

import html

import streamlit as st

from simulator.errors import UserError
from simulator.model.metrics import METRICS
from simulator.model.months import month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.planning.attribution import Attribution, attribute, months_of_both
from simulator.report.sentences.attribution import Told, told
from simulator.ui import saving, session
from simulator.ui.chart import chart
from simulator.ui.rows import draw_list
from simulator.ui.session import say
from simulator.words.attribution import metric_name
from simulator.words.errors import problem_text
from simulator.words.numbers import month_long, unbroken

_state = st.session_state
CSS = """<style>
.compare.why .whole > * { font-weight: 600; padding-top: .6rem; }
.compare.why tbody tr:not(.whole) > th { padding-left: 1rem; }
</style>"""


def show(projections: list[Projection], names: list[str]) -> None:
    """Draws the folded section over the compared scenarios, of which there are at least two."""
    folded = st.expander(say("attribution.heading"), key="why", on_change="rerun")
    if not folded.open:
        return
    with folded:
        one, other, metric, month = _choice(projections, names)
        if one == other:
            st.markdown(say("attribution.two"))
            return
        a, b = projections[one], projections[other]
        try:
            with st.spinner(say("attribution.counting")):
                found = _attributed(
                    _content(a),
                    _content(b),
                    repr(session.programme()),
                    a,
                    b,
                    session.programme(),
                    metric,
                    month,
                )
        except UserError as error:
            st.warning(
                saving.escaped(
                    "  \n".join(problem_text(problem, session.lang()) for problem in error.problems)
                )
            )
            return
        _draw(told(found, a, b, session.lang(), (names[one], names[other])), by_unit=bool(found.by_segment))


def _choice(projections: list[Projection], names: list[str]) -> tuple[int, int, str, int]:
    """Positions of the two scenarios, the metric and the month (a month number)."""
    places = list(range(len(projections)))
    for key, first in (("why_from", 0), ("why_to", 1)):
        if _state.get(key) not in places:
            _state[key] = first
    left, right = st.columns(2)
    one = left.selectbox(
        say("attribution.from"),
        places,
        key="why_from",
        format_func=names.__getitem__,
        persist_state="session",
    )
    other = right.selectbox(
        say("attribution.to"), places, key="why_to", format_func=names.__getitem__, persist_state="session"
    )
    a, b = projections[one], projections[other]
    first, last = months_of_both(a, b)
    months = list(range(first, last + 1)) or [first]  # where they share none, the answer says so
    if _state.get("why_month") not in months:
        target = month_number(b.scenario.target.month)
        _state.why_month = target if target in months else months[-1]
    left, right = st.columns(2)
    metric = left.selectbox(
        say("attribution.metric"),
        list(METRICS),
        key="why_metric",
        format_func=lambda name: metric_name(name, session.lang()),
        persist_state="session",
    )
    month = right.selectbox(
        say("attribution.month"),
        months,
        key="why_month",
        format_func=lambda number: month_long(number, session.lang()),
        persist_state="session",
    )
    return one, other, metric, month


def _content(p: Projection) -> tuple[str, str, str]:
    """What a projection follows from, beside the programme."""
    return p.scenario.model_dump_json(), p.baseline.name, p.baseline.digest


@st.cache_data(max_entries=64, show_spinner=False)
def _attributed(
    of_a: tuple[str, ...],
    of_b: tuple[str, ...],
    rules: str,
    _a: Projection,
    _b: Projection,
    _programme: Programme,
    metric: str,
    month: int,
) -> Attribution:
    return attribute(_a, _b, _programme, metric, month)


def _draw(answer: Told, *, by_unit: bool) -> None:
    lang = session.lang()
    st.html(f'<p role="status">{html.escape(unbroken(answer.sentence))}</p>')
    if answer.rows:
        chart(
            answer.figure,
            key="why-chart",
            alt=answer.alt,
            table=answer.table,
            height=answer.height,
            lang=lang,
        )
    if not by_unit:
        st.caption(say("attribution.not_by_unit"))
    elif answer.rows:
        st.html(f"<h3>{html.escape(say('attribution.where'))}</h3>{_where(answer)}")
    draw_list(answer.notes)


def _where(answer: Told) -> str:
    """The difference by segment, each followed by its units and groups, as a table."""
    first = say("attribution.column.row" if answer.units else "attribution.column.segment")
    head = "".join(
        f'<th scope="col">{html.escape(words)}</th>'
        for words in (first, say("attribution.column.difference"))
    )
    body = ""
    for segment, (name, shown, _) in answer.segments.items():
        lines = [
            (name, shown, "whole"),
            *((unit, part, "") for unit, part, _ in answer.units.get(segment, ())),
        ]
        body += "".join(
            f'<tr class="{kind}"><th scope="row">{html.escape(words)}</th><td>{html.escape(number)}</td></tr>'
            for words, number, kind in lines
        )
    return f'{CSS}<div class="compare why"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
