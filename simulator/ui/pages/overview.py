"""The overview: the target first, then what it would take, then two charts and a table."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from simulator.handouts.csv_file import table_csv
from simulator.model.projection import Projection
from simulator.model.scenario import Scenario
from simulator.planning.what_it_takes import Way, WhatItTakes, what_it_takes
from simulator.report.charts.chart import Chart
from simulator.report.charts.enrolment import enrolment
from simulator.report.charts.money import money, views
from simulator.report.context import Context
from simulator.report.sentences import overview, ways
from simulator.report.sentences.backtest import backtest_lines, backtest_sentence
from simulator.report.tables.months import month_table
from simulator.store.baseline_files import read_baseline_named
from simulator.store.draft_store import UNDO_STEPS, Draft
from simulator.store.places import slug
from simulator.ui import forecasts, moved, origin, session
from simulator.ui.chart import chart, over_months
from simulator.ui.html import Html
from simulator.ui.pages import overview_slide
from simulator.ui.pages.overview_style import CSS
from simulator.ui.saving import escaped
from simulator.ui.session import say
from simulator.ui.tables import draw_lines, draw_table
from simulator.words.quantity import Month
from simulator.words.sentence import Sentence, joined, sentence

CHART_PX = 300


def show() -> None:
    """Draws the page for the scenario being worked on."""
    p, page = session.projection(), Html(session.lang())
    st.html(CSS)
    origin.draw_numbers(overview_slide.html(session.context(), page), page, key="ov-slide")
    with st.container(
        key="ov-moved"
    ):  # a place of its own, also while empty: were what follows shifted, its charts would be made anew
        moved.show()
    _ask_button()
    with st.container(key="ov-answers"):
        _answer()
    with st.container(key="ov-charts"):
        left, right = st.columns(2)
        with left:
            _enrolment(p)
        with right:
            _money(p)
    _say(
        "notes",
        overview.relief_end_sentences(session.context(), session.lang()),
        muted=overview.reading_sentences(session.context(), _other_reading(p), session.lang()),
    )
    _table()


def _ask_button() -> None:
    answered = _answered() is not None
    with st.container(horizontal=True, vertical_alignment="center", key="ov-asking"):
        together = overview.together_sentence(session.context(), session.lang())
        if together:
            _say("together", [together])
        st.button(
            say("ways.hide" if answered else "ways.ask"),
            key="ov-ask",
            type="secondary" if answered else "primary",
            on_click=_ask,
        )


def _answered() -> WhatItTakes | None:
    """The answer on screen: it belongs to one scenario and goes when that is changed."""
    scenario, answer = st.session_state.get("what_it_takes", (None, None))
    return answer if scenario is session.scenario() else None


def _ask() -> None:
    p = session.projection()
    st.session_state.what_it_takes = (
        (None, None)
        if _answered()
        else (p.scenario, what_it_takes(p.scenario, p.baseline, session.programme()))
    )


def _answer() -> None:
    answer, c, page = _answered(), session.context(), Html(session.lang())
    if answer is None:
        return
    first = answer.first
    with st.container(key="ov-answer"):
        named = str(ways.way_sentence(c, first, page.lang, named_first=True)) if first else ""
        sentences = ways.answer_sentences(c, answer, page.lang)
        paragraphs = "".join(
            f"<p><strong>{page.sentence(one)}</strong></p>"
            if str(one) == named
            else f"<p>{page.sentence(one)}</p>"
            for one in sentences
        )
        html = f'<div class="ov-answer" role="status">{paragraphs}</div>'
        origin.draw_numbers(html, page, key="ov-answer-sentences")
        if first:
            if first.when != "never":
                _make_button(first, 0, "primary")
            more = st.expander(say("ways.more"), key="ov-more", on_change="rerun")
            if more.open:
                with more:
                    _other_ways([way for way in answer.ways if way is not first])


def _other_ways(others: list[Way]) -> None:
    """Ways that suffice, each with its button, then those that do not."""
    for i, way in enumerate(sorted(others, key=lambda way: way.when == "never"), 1):
        with st.container(horizontal=True, vertical_alignment="center", key=f"ov-way-{i}"):
            page = Html(session.lang())
            words = page.sentence(ways.way_sentence(session.context(), way, page.lang))
            origin.draw_numbers(f'<p class="ov-way">{words}</p>', page, key=f"ov-other-{i}")
            if way.when != "never":
                _make_button(way, i, "secondary")


def _make_button(way: Way, number: int, kind: Literal["primary", "secondary"]) -> None:
    c, lang = session.context(), session.lang()
    help_text = say("ways.make_help", name=ways.scenario_name(c, way, lang))
    if way.when == "later":
        target = Month(int(way.projection.months[way.month]))
        help_text = f"{help_text} {sentence('ways.make_later', lang, month=target)}"
    st.button(
        say("ways.make"),
        key=f"ov-make-{number}",
        type=kind,
        help=help_text,
        on_click=_make,
        args=(ways.made_scenario(c, way, lang),),
    )


def _make(scenario: Scenario) -> None:
    """A draft without a file, one step of undo away from what was there."""
    before = session.draft()
    if before.scenario.status == "agreed":  # its copy, from which undoing leads back to the file
        session.change(scenario)
    else:
        session.put(Draft(scenario, scenario, None, None, undo=(*before.undo, before.scenario)[-UNDO_STEPS:]))
    st.toast(say("ways.made"))


def _draw(name: str, drawn: Chart) -> None:
    """A chart under its finding."""
    lang, page = session.lang(), Html(session.lang())
    origin.draw_numbers(f"<h2>{page.sentence(drawn.title)}</h2>", page, key=f"ov-title-{name}")
    chart(
        over_months.figure(drawn, lang, CHART_PX),
        key=name,
        alt=drawn.alt,
        table=drawn.table,
        height=CHART_PX,
        lang=lang,
    )


def _enrolment(p: Projection) -> None:
    _draw("enrolment", enrolment(session.context(), session.lang()))
    _earlier_forecasts(p)


def _earlier_forecasts(p: Projection) -> None:
    """How far earlier forecasts were off: the finding, and folded behind it the errors."""
    tried, history = forecasts.found(p)
    c, lang = session.context(), session.lang()
    finding = backtest_sentence(c, tried, history, lang)
    if finding:
        folded = st.expander(escaped(str(finding)), key="ov-backtest", on_change="rerun")
        if folded.open:
            with folded:
                draw_lines(backtest_lines(c, tried, history, lang), key="ov-backtest-lines")
                st.caption(say("backtest.more"))


def _money(p: Projection) -> None:
    lang, choice = session.lang(), views(p)
    if st.session_state.get("ov-view") not in choice:
        st.session_state["ov-view"] = choice[0]
    _draw("money", money(session.context(), st.session_state["ov-view"], lang))
    st.segmented_control(
        say("overview.money.view"),
        choice,
        key="ov-view",
        required=True,
        label_visibility="collapsed",
        persist_state="session",
        format_func=lambda view: say(f"overview.money.view.{view}"),
    )
    so_far = overview.so_far_sentence(session.context(), lang)
    ratio = overview.ratio_sentence(session.context(), lang)
    _say("money", [so_far] if so_far else [], muted=[ratio], marks=True)


def _say(
    name: str, sentences: list[Sentence], muted: Sequence[Sentence] = (), *, marks: bool = False
) -> None:
    """A paragraph of sentences in which the numbers can be clicked, and one in grey."""
    lang, page = session.lang(), Html(session.lang())
    html = f"<p>{page.sentence(joined(sentences, lang), marks=marks)}</p>" if sentences else ""
    html += f'<p class="muted">{page.sentence(joined(muted, lang))}</p>' if muted else ""
    origin.draw_numbers(f'<div class="ov-text">{html}</div>', page, key=f"ov-text-{name}")


def _other_reading(p: Projection) -> Context | None:
    """The same scenario on the other reading of the published figures, where one knows its units."""
    name = p.baseline.facts.alternative
    if name is None:
        return None
    other = read_baseline_named(name)
    if any(override.unit not in other.index for override in p.scenario.overrides):
        return None
    return session.context().of(session.projected(p.scenario.model_copy(update={"baseline": name})))


def _table() -> None:
    folded = st.expander(say("overview.table"), key="ov-table", on_change="rerun")
    if not folded.open:
        return
    p, lang = session.projection(), session.lang()
    content = month_table(session.context(), lang)
    with folded:
        draw_table(content, key="ov-months", look="ov-table", label=say("overview.table"))
        st.download_button(
            say("overview.table.download"),
            lambda: table_csv(content, p, lang),
            on_click="ignore",
            mime="text/csv",
            file_name=f"{slug(p.scenario.name, 'skenario')}-{say('overview.table.file')}.csv",
        )
