"""The overview: the target first, then what it would take, two charts, the groups and a table."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

import streamlit as st

from simulator.model.projection import Projection
from simulator.planning.likely_way import likely_ways
from simulator.planning.what_it_takes import Way, WhatItTakes, what_it_takes
from simulator.report.charts.chart import Chart
from simulator.report.charts.enrolment import enrolment
from simulator.report.charts.money import View, money, views
from simulator.report.context import Context
from simulator.report.sentences import chance, overview, ways
from simulator.report.sentences.backtest import backtest_lines, backtest_sentence
from simulator.report.sentences.groups import together_sentence
from simulator.report.tables.months import month_table
from simulator.store.baseline_files import read_baseline_named
from simulator.store.places import slug
from simulator.ui import controls, first_steps, forecasts, likely, live, made, moved, session
from simulator.ui.chart import chart, over_months
from simulator.ui.foreign import as_text
from simulator.ui.html import Html
from simulator.ui.of_data import draw_of_data
from simulator.ui.pages import overview_slide
from simulator.ui.pages.overview_style import CSS
from simulator.ui.session import say
from simulator.ui.tables import download_csv, draw, draw_lines, draw_table, draw_text, draw_title, fold
from simulator.words.quantity import Month
from simulator.words.sentence import Sentence, joined, sentence

CHART_PX = 300


def show() -> None:
    """Draw the page for the scenario being worked on.

    The charts are sent first, because they take the browser longest. With them comes everything that the
    browser updates by itself while a lever is held, so that the app's own content soon replaces it.
    """
    p, c, lang = session.projection(), session.context(), session.lang()
    st.html(CSS)
    # Containers of their own, also while empty: if later elements shifted, their charts would be made again.
    names = ("top", "answers", "numbers", "charts", "moved", "of-groups")
    head, answers, numbers, charts, what_moved, groups = (st.container(key=f"ov-{name}") for name in names)
    with charts:
        likely_c = likely.simulated_if_on(c)
        left, right = st.columns(2)
        with left:
            drawn = _draw("enrolment", enrolment(likely_c, lang, paths=likely.with_paths()))
        with right:
            drawn_money = _draw("money", money(likely_c, _view(), lang, paths=likely.with_paths()))
    with head:
        _head(likely.simulated(c))  # its finding contains the chance
        draw_of_data(c, "ov-of-data")
    with numbers:
        draw(lambda page: overview_slide.numbers_and_track(c, page), key="ov-slide")
    with groups:
        draw(lambda page: overview_slide.groups(c, page), key="ov-groups")
    with charts:
        live.overview(c, _view(), drawn, drawn_money)
    with answers:
        if answer := _answered():
            _answer(answer)
    with left:
        likely.switches(likely_c)
        _earlier_forecasts(p)
    with right:
        _below_money(likely_c)
    with what_moved:
        if together := together_sentence(c, lang):
            _say("together", [together])
        moved.show()
    readings = overview.reading_sentences(c, _other_reading(p), lang)
    _say("notes", overview.relief_end_sentences(c, lang), muted=readings)
    fold(say("overview.table"), _table, key="ov-table")


def _head(c: Context) -> None:
    """The next step if the target is past, first steps, and the finding beside target and question."""
    with st.container(key="ov-start"):
        if next_step := overview.next_step_sentence(c, session.lang()):
            with st.container(horizontal=True, vertical_alignment="center", key="ov-next"):
                draw_text(next_step, key="ov-next-step")
                record = partial(st.session_state.update, page_wanted="actuals")
                st.button(say("overview.record"), key="ov-record", type="tertiary", on_click=record)
        first_steps.show()
    with st.container(horizontal=True, key="ov-head"):
        draw(lambda page: overview_slide.headline(c, page), key="ov-title")
        with st.container(horizontal=True, vertical_alignment="bottom", key="ov-target"):
            controls.field("target.coverage_share", say("overview.target_short"))
            controls.field("target.month", say("overview.target_month_short"))
            if _answered():
                st.button(say("ways.hide"), key="ov-ask", on_click=_ask)
            else:
                st.button(say("ways.ask"), key="ov-ask", type="primary", on_click=_ask)


def _answered() -> WhatItTakes | None:
    """The answer on screen; it belongs to one projection and disappears when that changes."""
    p, answer = st.session_state.get("what_it_takes", (None, None))
    return answer if p is session.projection() else None


def _ask() -> None:
    p = session.projection()
    answer = (
        None if _answered() else what_it_takes(p.scenario, p.baseline, session.programme(), session.today())
    )
    st.session_state.what_it_takes = (p, answer)
    known = session.programme(), session.today()
    st.session_state.likely_ways = likely_ways(answer, *known) if answer else ()


def _answer(answer: WhatItTakes) -> None:
    first, c, lang = answer.first, session.context(), session.lang()
    named = str(ways.way_sentence(c, first, lang, named_first=True)) if first else ""
    with_chance = [ways.likely_sentence(c, one, lang) for one in st.session_state.get("likely_ways", ())]

    def write(page: Html) -> str:
        paragraphs = ""
        for one in [*ways.answer_sentences(c, answer, lang), *with_chance]:
            words = page.sentence(one)
            paragraphs += f"<p><strong>{words}</strong></p>" if str(one) == named else f"<p>{words}</p>"
        return f'<div class="ov-answer" role="status">{paragraphs}</div>'

    with st.container(key="ov-answer"):
        draw(write, key="ov-answer-sentences")
        if first:
            if first.when != "never":
                _make_buttons(first, 0, "primary")
            others = [way for way in answer.ways if way is not first]
            fold(say("ways.more"), lambda: _other_ways(others), key="ov-more")


def _other_ways(others: list[Way]) -> None:
    """All other ways; those that suffice have a button."""
    for i, way in enumerate(others, 1):
        with st.container(horizontal=True, vertical_alignment="center", key=f"ov-way-{i}"):
            words = ways.way_sentence(session.context(), way, session.lang())
            draw_text(words, key=f"ov-other-{i}", look="ov-way")
            if way.when != "never":
                _make_buttons(way, i, "secondary")


def _make_buttons(way: Way, number: int, kind: Literal["primary", "secondary"]) -> None:
    """A button that makes a way's scenario; if it meets the target later, another moves the target month."""
    c, lang = session.context(), session.lang()
    helped = as_text(say("ways.make_help", name=ways.scenario_name(c, way, lang)))
    with st.container(horizontal=True, key=f"ov-makes-{number}"):
        if way.lever != "as_it_is":  # without another target month it is the present scenario
            taken = partial(made.take, ways.made_scenario(c, way, lang))
            st.button(say("ways.make"), key=f"ov-make-{number}", type=kind, help=helped, on_click=taken)
        if way.when == "later":
            target = Month(int(way.projection.months[way.month]))
            label = str(sentence("ways.make_moving", lang, month=target))
            helped = f"{helped} {sentence('ways.make_later', lang, month=target)}"
            taken = partial(made.take, ways.made_scenario(c, way, lang, moves_target=True))
            st.button(label, key=f"ov-make-moving-{number}", help=helped, on_click=taken)


def _draw(name: str, drawn: Chart) -> Chart:
    """Draw a chart below its finding; returns the chart."""
    draw_title(drawn.title, key=f"ov-title-{name}", level=2)
    chart(over_months.figure(drawn, session.lang(), CHART_PX), drawn, key=name, height=CHART_PX)
    return drawn


def _earlier_forecasts(p: Projection) -> None:
    """How far earlier forecasts were off: the finding, and the folded table of errors."""
    c, lang, tried = session.context(), session.lang(), forecasts.of_regency(p)

    def errors() -> None:
        draw_lines(backtest_lines(c, *tried, lang), key="ov-backtest-lines")
        st.caption(say("backtest.more"))

    if finding := backtest_sentence(c, *tried, lang):
        fold(as_text(str(finding)), errors, key="ov-backtest")


def _view() -> View:
    """The view of the chart of money: as chosen, or cumulative if that view is not available."""
    if st.session_state.get("ov-view") not in views(session.projection()):
        st.session_state["ov-view"] = "cumulative"
    view: View = st.session_state["ov-view"]
    return view


def _below_money(c: Context) -> None:
    """The choice of views, and the explanation of the chart."""
    lang = session.lang()
    st.segmented_control(
        say("overview.money.view"),
        views(c.projection),
        key="ov-view",
        required=True,
        label_visibility="collapsed",
        persist_state="session",
        format_func=lambda view: say(f"overview.money.view.{view}"),
    )
    so_far, muted = overview.so_far_sentence(c, lang), [overview.ratio_sentence(c, lang)]
    if c.simulation and _view() == "monthly":
        muted.append(chance.no_monthly_band(lang))
    _say("money", [so_far] if so_far else [], muted=muted, marks=True)


def _say(
    name: str, sentences: list[Sentence], muted: Sequence[Sentence] = (), *, marks: bool = False
) -> None:
    """A paragraph of sentences in which the numbers can be clicked, and one in grey."""

    def write(page: Html) -> str:
        html = f"<p>{page.sentence(joined(sentences, page.lang), marks=marks)}</p>" if sentences else ""
        html += f'<p class="muted">{page.sentence(joined(muted, page.lang))}</p>' if muted else ""
        return f'<div class="ov-text">{html}</div>'

    draw(write, key=f"ov-text-{name}")


def _other_reading(p: Projection) -> Context | None:
    """The same scenario on the other reading of the published figures, if its units are known there."""
    name = p.baseline.facts.alternative
    if name is None:
        return None
    other = read_baseline_named(name)
    if any(override.unit not in other.index for override in p.scenario.overrides):
        return None
    return session.context_of(p.scenario.model_copy(update={"baseline": name}))


def _table() -> None:
    content = month_table(session.context(), session.lang())
    draw_table(content, key="ov-months", look="ov-table", label=say("overview.table"))
    name = f"{slug(session.scenario().name, 'skenario')}-{say('overview.table.file')}.csv"
    download_csv(say("overview.table.download"), lambda: content, name)
