"""The overview: the target first, then what it would take, then two charts and a table."""

from html import escape

import streamlit as st

from simulator.files.draft_store import UNDO_STEPS, Draft
from simulator.files.places import slug
from simulator.model.projection import Projection
from simulator.model.scenario import Scenario
from simulator.planning.what_it_takes import Way, what_it_takes
from simulator.report import overview, overview_charts, overview_table, ways
from simulator.report.tables import table_csv
from simulator.report.wording.numbers import month_long, people, percent
from simulator.ui import origin, session
from simulator.ui.chart import chart
from simulator.ui.pages.overview_style import CSS
from simulator.ui.session import say

CHART_PX = 320


def show() -> None:
    """Draws the page for the scenario being worked on."""
    p = session.projection()
    st.html(CSS)
    st.html(f"<h1>{escape(overview.status_sentence(p, session.lang()))}</h1>")
    with st.container(key="ov-slide"):
        shown = overview.slide(p)
        _numbers(p, shown)
        _track(p, shown)
        _groups(p, shown)
        _ask_button(p)
    _answer(p)
    with st.container(key="ov-charts"):
        left, right = st.columns(2)
        with left:
            _enrolment(p)
        with right:
            _money(p)
    _say("relief", overview.relief_end_sentences(p, session.programme(), session.lang()))
    _say("muted-reading", overview.reading_sentences(p, _other_reading(p), session.lang()))
    _table(p)


def _numbers(p: Projection, shown: overview.Slide) -> None:
    """Today, the target month and the target as large numbers, and how far they are apart."""
    lang, months = session.lang(), p.months.tolist()
    then = say("overview.then", month=month_long(months[shown.month], lang))
    if shown.month in overview.missing_months(p, session.today(), session.readable_actuals()):
        then = f"{then}<br>{escape(say('overview.past'))}"
    share, asn = percent(p.scenario.target.coverage_share, lang), people(p.asn[shown.month], lang)
    with st.container(horizontal=True, key="ov-numbers"):
        _number("now", "enrolled_now", people(shown.now, lang), say("overview.now", month=month_long(p.baseline.month, lang)))
        _number("then", "enrolled_in", people(shown.then, lang), then, month=shown.month)
        _number("target", "target_workers", people(shown.target, lang), say("overview.asked", share=share, asn=asn))
        if shown.gap is not None:
            _number("gap", "gap", people(max(shown.gap, 1), lang), say("overview.short"))


def _number(name: str, key: str, shown: str, caption: str, **context) -> None:
    swatch = "" if name == "gap" else f'<i class="ov-{name}" aria-hidden="true"></i>'
    with st.container(key=f"ov-number-{name}", width="content"):
        origin.number(key, shown, sign=False, **context)
        st.html(f'<div class="ov-caption">{swatch}{caption}</div>')


def _track(p: Projection, shown: overview.Slide) -> None:
    lang = session.lang()
    full = max(shown.now, shown.then, shown.target, 1) / 100

    def part(name: str, start: int, end: int, words: str = "") -> str:
        return f'<span class="ov-{name}" style="left:{start / full:.2f}%;width:{(end - start) / full:.2f}%">{escape(words)}</span>' if end > start else ""

    parts = [part("now", 0, min(shown.now, shown.then)), part("then", shown.now, shown.then)]
    if shown.gap:
        wide = shown.gap / full > 12
        parts.append(part("gap", max(shown.then, 0), shown.target, say("overview.short_of", gap=people(shown.gap, lang)) if wide else ""))
    parts.append(part("lost", shown.then, shown.now))
    parts.append(f'<span class="ov-mark" style="left:{shown.target / full:.2f}%"></span>')
    told = say("overview.track", now=people(shown.now, lang), start=month_long(p.baseline.month, lang), then=people(shown.then, lang),
               month=month_long(int(p.months[shown.month]), lang), target=people(shown.target, lang))
    st.html(f'<div class="ov-track" role="img" aria-label="{escape(told)}">{"".join(parts)}</div>')


def _groups(p: Projection, shown: overview.Slide) -> None:
    lang = session.lang()
    with st.container(horizontal=True, key="ov-groups"):
        for group in shown.groups:
            with st.container(key=f"ov-group-{group.segment}", width="stretch"):
                st.html(f'<p class="ov-group">{say(f"units.segment.{group.segment}")}</p>')
                with st.container(horizontal=True, key=f"ov-of-{group.segment}"):
                    origin.number("enrolled_segment_in", people(group.enrolled, lang), sign=False, segment=group.segment, month=shown.month)
                    st.html(f'<div class="ov-caption">{escape(overview.of_asn(group, lang))}</div>', width="content")
                st.html(f'<div class="ov-bar" aria-hidden="true"><b style="width:{min(1, group.enrolled / group.asn):.1%}"></b></div>'
                        f'<div class="ov-caption">{escape(overview.group_sentence(group, shown, lang))}</div>')


def _ask_button(p: Projection) -> None:
    answered = _answered() is not None
    with st.container(horizontal=True, vertical_alignment="center", key="ov-asking"):
        together = overview.together_sentence(p, session.lang())
        _say("together", [together] if together else [])
        st.button(say("ways.hide" if answered else "ways.ask"), key="ov-ask", type="secondary" if answered else "primary", on_click=_ask)


def _answered():
    """The answer on screen: it belongs to one scenario and goes when that is changed."""
    asked, answer = st.session_state.get("what_it_takes", (None, None))
    return answer if asked is session.scenario() else None


def _ask() -> None:
    p = session.projection()
    st.session_state.what_it_takes = (None, None) if _answered() else (p.scenario, what_it_takes(p.scenario, p.baseline, session.programme()))


def _answer(p: Projection) -> None:
    answer, lang = _answered(), session.lang()
    if answer is None:
        return
    first = answer.first
    with st.container(key="ov-answer"):
        named = ways.way_sentence(first, lang, named_first=True) if first else ""
        sentences = ways.answer_sentences(answer, p.scenario, p.baseline.month, session.today(), lang)
        told = "".join(f"<p>{f'<strong>{escape(s)}</strong>' if s == named else escape(s)}</p>" for s in sentences)
        st.html(f'<div class="ov-answer" role="status">{told}</div>')
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
            st.markdown(ways.way_sentence(way, session.lang()), width="stretch")
            if way.when != "never":
                _make_button(way, i, "secondary")


def _make_button(way: Way, number: int, kind: str) -> None:
    lang = session.lang()
    told = say("ways.make_help", name=ways.scenario_name(way, lang))
    if way.when == "later":
        told = f"{told} {say('ways.make_later', month=month_long(int(way.projection.months[way.month]), lang))}"
    st.button(say("ways.make"), key=f"ov-make-{number}", type=kind, help=told, on_click=_make, args=(ways.made_scenario(way, lang),))


def _make(scenario: Scenario) -> None:
    """A draft without a file, one step of undo away from what was there."""
    before = session.draft()
    session.put(Draft(scenario, scenario, None, None, undo=(*before.undo, before.scenario)[-UNDO_STEPS:]))
    st.toast(say("ways.made"))


def _enrolment(p: Projection) -> None:
    drawn = overview_charts.enrolment(p, session.today(), session.lang(), CHART_PX, session.readable_actuals())
    st.html(f"<h2>{escape(drawn.title)}</h2>")
    chart(drawn.figure, key="enrolment", alt=drawn.alt, table=drawn.table, height=CHART_PX, lang=session.lang())


def _money(p: Projection) -> None:
    lang, views = session.lang(), overview_charts.views(p)
    if st.session_state.get("ov-view") not in views:
        st.session_state["ov-view"] = views[0]
    drawn = overview_charts.money(p, session.programme(), st.session_state["ov-view"], session.today(), lang, CHART_PX, session.readable_actuals())
    st.html(f"<h2>{escape(drawn.title)}</h2>")
    chart(drawn.figure, key="money", alt=drawn.alt, table=drawn.table, height=CHART_PX, lang=lang)
    st.segmented_control(say("overview.money.view"), views, key="ov-view", required=True, label_visibility="collapsed", persist_state="session",
                         format_func=lambda view: say(f"overview.money.view.{view}"))
    if told := overview.so_far_sentence(p, lang):
        _say("so-far", [told])
    _say("muted-ratio", [overview.ratio_sentence(p, lang)])


def _say(name: str, said: list[overview.Said]) -> None:
    """Sentences as one paragraph in which the numbers can be clicked."""
    with st.container(key=f"ov-said-{name}"):
        for sentence in said:
            rest = sentence.words
            for shown, key, context in sentence.numbers:
                before, _, rest = rest.partition(shown)
                _words(before)
                origin.number(key, shown, sign=False, place=name, **context)
            _words(f"{rest} ")


def _words(words: str) -> None:
    if words:
        st.html(f"<span>{escape(words)}</span>")


def _other_reading(p: Projection) -> Projection | None:
    """The same scenario on the other reading of the published figures, where there is one that knows its units."""
    name = p.baseline.facts.alternative
    if name is None:
        return None
    other = session.baseline_named(name)
    if any(override.unit not in other.index for override in p.scenario.overrides):
        return None
    return session.projected(p.scenario.model_copy(update={"baseline": name}))


def _table(p: Projection) -> None:
    folded = st.expander(say("overview.table"), key="ov-table", on_change="rerun")
    if not folded.open:
        return
    lang = session.lang()
    columns, rows = overview_table.month_columns(p, lang), overview_table.month_rows(p, session.today(), lang, session.readable_actuals())
    head = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in columns)
    body = "".join(f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'
                   for first, *cells in overview_table.shown_rows(rows, lang))
    with folded:
        st.html(f'<div class="ov-table" role="region" tabindex="0" aria-label="{escape(say("overview.table"))}"><table><thead><tr>{head}</tr></thead>'
                f"<tbody>{body}</tbody></table></div>")
        st.download_button(say("overview.table.download"), lambda: table_csv(columns, rows, p, lang), on_click="ignore", mime="text/csv",
                           file_name=f"{slug(p.scenario.name, 'skenario')}-{say('overview.table.file')}.csv")
