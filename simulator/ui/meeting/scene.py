"""The finding, the number and the chart of the meeting mode, and the name above them."""

from html import escape

import streamlit as st

from simulator.errors import UserError
from simulator.model.projection import Projection
from simulator.model.scenario import LEVERS, SETTINGS, Scenario, with_values
from simulator.report.charts.chart import Chart
from simulator.report.charts.enrolment import meeting as meeting_chart
from simulator.report.context import Context
from simulator.report.sentences import chance
from simulator.report.sentences import meeting as report
from simulator.store.meeting_store import Meeting
from simulator.ui import likely, session
from simulator.ui.chart import chart, enlarged
from simulator.ui.html import Html
from simulator.ui.meeting import at_hand
from simulator.ui.session import say
from simulator.ui.tables import draw
from simulator.words.decisions import status_name
from simulator.words.numbers import shown as written
from simulator.words.sentence import Sentence

_state = st.session_state


def scene(meeting: Meeting, before: Projection | None, back: bool) -> Chart:
    """Draw finding, number and chart; returns the chart."""
    c, lang = _seen(session.context()), session.lang()
    earlier = _seen(c.of(before)) if before else None
    replayed = earlier if back else None
    month = at_hand.discussed_month()
    both = meeting_chart(c, before, month, lang)
    scene = report.scene(likely.simulated(replayed or c), None if replayed else earlier, month, lang)
    drawn = meeting_chart(replayed, None, month, lang) if replayed else both
    top, held = _top(meeting, both, [c.projection, before] if before else [c.projection])
    draw(
        lambda page: (
            f'<div class="mt-name">{_place(meeting)}</div>'
            f'<h1 class="mt-finding" aria-live="polite"><span>{page.sentence(scene.finding)}</span></h1>'
        ),
        key="mt-head",
    )
    with st.container(key="mt-body"):
        chance_words = chance.in_the_room(replayed or c, month, lang) if c.simulation else None
        draw(lambda page: _number(scene, back and before is not None, chance_words, page), key="mt-figure")
        chart(enlarged.figure(drawn, lang, top, moving=held), drawn, key="meeting-chart")
    return drawn


def _seen(c: Context) -> Context:
    """The context with simulations, if they were switched on by key."""
    return likely.simulated(c) if _state.meeting_likely else c


def _number(scene: report.Scene, back: bool, chance_words: Sentence | None, page: Html) -> str:
    """The number of the scene, what it counts, how it differs from before the change, and its chance."""
    number, caption = page.number(scene.number), page.sentence(scene.caption)
    difference = page.number(scene.difference) if scene.difference else ""
    since = f'<i aria-hidden="true"></i>{page.sentence(scene.since)}' if scene.since else ""
    if back:
        since = f'<em class="mt-back">{escape(say("meeting.before_change"))}</em>'
    letters = len(written(scene.number, page.lang))
    return (
        f'<div><div class="mt-number" style="--letters:{letters}">{number}</div>'
        f'<div class="mt-caption">{caption}</div>'
        f'<div class="mt-difference"><b>{difference}</b><span>{since}</span></div>'
        + (f'<div class="mt-chance">{page.sentence(chance_words)}</div>' if chance_words else "")
        + "</div>"
    )


def _top(meeting: Meeting, drawn: Chart, lines: list[Projection]) -> tuple[float, bool]:
    """The end of the y axis, and whether it is the same as before, with the band shown or hidden as before.

    All scenarios of the list have the same axis, so that heights can be compared. While the current lever is
    moved, the axis stays the same and grows only if a line would leave the chart.
    """
    path = _state.setdefault("meeting_lever", next(iter(LEVERS)))
    frame = (_state.meeting_likely, path, *(slot.token for slot in meeting.slots))
    for_what, held = _state.get("meeting_frame", ((None,), 0.0))
    if for_what == frame:
        top = max(held, enlarged.axis_top([drawn], lines))
    else:
        ends = [end for slot in meeting.slots for end in _ends(slot.draft.scenario, path)]
        top = enlarged.axis_top([drawn], ends)
    _state.meeting_frame = (frame, top)
    return top, top == held and frame[0] == for_what[0]


def _ends(scenario: Scenario, path: str) -> list[Projection]:
    """The projections of a scenario with the lever at its lowest and highest; none if its data are gone."""
    declared = SETTINGS[path]
    scenarios = [
        with_values(scenario, dict.fromkeys(LEVERS[path], bound)) for bound in (declared.low, declared.high)
    ]
    try:
        return [session.projected(one) for one in scenarios]
    except UserError:  # reported when the presenter gets to that scenario
        return []


def _place(meeting: Meeting) -> str:
    """Name and status of the scenario, whether it is unsaved or invented, and dots for its place."""
    scenario, marks = session.scenario(), []
    if scenario.status != "draft":
        marks.append(status_name(scenario.status, session.lang()).lower())
    if session.draft().unsaved:
        marks.append(say("header.unsaved"))
    if session.projection().baseline.facts.fictitious:
        marks.append(f"<b>{say('header.fictitious')}</b>")
    dots = "".join("●" if i == meeting.at else "○" for i in range(len(meeting.slots)))
    place = say("meeting.place", number=meeting.at + 1, count=len(meeting.slots))
    marked = f"<span>{''.join(f' · {mark}' for mark in marks)}</span>" if marks else ""
    return f"<p><b>{escape(scenario.name)}</b>{marked}</p>" + (
        f'<span role="img" aria-label="{place}">{dots}</span>' if len(meeting.slots) > 1 else ""
    )
