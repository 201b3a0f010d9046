"""The meeting mode: finding, number and chart of one month and one lever, for each scenario of a list."""

from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from simulator.errors import UserError
from simulator.model.projection import Projection
from simulator.model.scenario import LEVERS, SETTINGS, Scenario, setting_value, with_values
from simulator.planning.effects import why_no_effect
from simulator.report.charts.chart import Chart
from simulator.report.charts.enrolment import meeting as meeting_chart
from simulator.report.context import Context
from simulator.report.sentences import chance
from simulator.report.sentences import meeting as report
from simulator.report.sentences.levers import effect_sentence, reach_sentence
from simulator.store.draft_store import followed
from simulator.store.meeting_store import Meeting, find_meeting, keep_meeting, not_found, taken_up
from simulator.ui import controls, hand, keys, likely, live, session
from simulator.ui.chart import chart, enlarged
from simulator.ui.header import icon_button, watermark
from simulator.ui.html import Html
from simulator.ui.pages import meeting_dialogs
from simulator.ui.pages.meeting_style import CSS
from simulator.ui.session import say
from simulator.ui.tables import draw
from simulator.words.decisions import status_name
from simulator.words.numbers import month_long
from simulator.words.numbers import shown as written
from simulator.words.sentence import Sentence
from simulator.words.settings import lever_label

LEVER_KEYS = 9  # levers beyond are reached by the buttons beside them
REPLAY_MS = 1800  # the line moves back, and stands there for a second
_state = st.session_state


def enter_on_key(page: str) -> None:
    """On any other page: lets "m" open the meeting mode, and remembers the page to come back to."""
    _state.meeting_open, _state.page_before = False, page
    keys.listen({"m": lambda: _state.update(page_wanted="meeting")})


def show() -> None:
    """Draws the mode for the scenario at hand."""
    if not _state.get("meeting_open"):
        _enter()
    meeting = _with_work()
    before, back = _before(meeting), _state.get("meeting_back") == session.scenario()
    _listen()
    st.html(CSS)
    with st.container(key="meeting"):
        drawn = _scene(meeting, before, back)
        with st.container(key="mt-foot"):
            _lever()
            _month()
            _buttons(before is not None)
        _last_line()
    live.meeting(session.context(), _spoken_of(), _before_a_move(meeting), drawn)
    if session.projection().baseline.facts.fictitious:
        watermark()
    title, form = _state.pop("meeting_dialog", (None, None))
    if form:
        st.dialog(title)(form)()


def _enter() -> None:
    """Takes up the list as it was kept, with the session's work at hand; says which files are gone.

    All unsaved work counts as changed where the page was loaded anew.
    """
    known, mine = _state.get("meeting"), session.draft()
    work = followed(mine)
    try:
        kept = known.kept if known else find_meeting(_state.token)
    except UserError as error:
        kept, _state.notice = (), error.problems
    meeting = taken_up(kept, work, work.scenario if "page_before" in _state else work.saved)
    _keep(meeting)
    if meeting.month is None:  # the same for all of the list, so that numbers can be held against each other
        _speak_of(report.month_spoken_of(session.context(), None))
    lost = [mine.scenario.name] if mine.stem and not work.stem else []
    gone = list(dict.fromkeys([*not_found(kept), *lost]))
    _state.meeting_note = say("meeting.gone", count=len(gone), names=", ".join(gone)) if gone else ""
    _state.meeting_likely = False
    _state.meeting_open, _state.meeting_keys = True, 0 if "meeting_keys" in _state else 1


def _with_work() -> Meeting:
    """The list with the session's work at hand; says where a change has just gone into a copy."""
    before: Meeting = _state.meeting
    was_copy = before.here.draft.is_copy
    meeting = _state.meeting = before.with_draft(session.draft())
    if session.draft().is_copy != was_copy:
        _state.meeting_note = "" if was_copy else say("meeting.copied")
        if was_copy:
            _state.pop("scenario_note", None)  # of that copy, meant for the page after the meeting
    return meeting


def _keep(meeting: Meeting) -> None:
    """Goes on with a list, and with its scenario at hand as the session's work."""
    _state.meeting = meeting
    session.keep(partial(keep_meeting, _state.token, meeting))
    if session.draft() is not meeting.here.draft:
        session.put(meeting.here.draft)


def _before(meeting: Meeting) -> Projection | None:
    """The projection before the last change, where there was one and it can be drawn beneath."""
    before = report.before_last_change(session.scenario(), meeting.here.steps)
    projected = session.projected(before) if before else None
    return projected if projected and report.comparable(session.projection(), projected) else None


def _before_a_move(meeting: Meeting) -> Projection | None:
    """The projection before the change that a move of the lever at hand is, or goes on with."""
    now, path = session.scenario(), _state.meeting_lever
    steps = [*meeting.here.steps, now]
    others = [bound for bound in SETTINGS[path].bounds if bound != setting_value(now, path)]
    moved = (with_values(now, dict.fromkeys(LEVERS[path], other)) for other in others)
    # one of both ends may be where it began
    before = next(filter(None, (report.before_last_change(one, steps) for one in moved)), None)
    projected = session.projected(before) if before else None
    return projected if projected and report.comparable(session.projection(), projected) else None


# ---- what keys and buttons do, before the page is drawn again


def _listen() -> None:
    back = _state.get("meeting_back") == session.scenario()
    levers = {
        str(number): (lambda path=path: _state.update(meeting_lever=path))
        for number, path in enumerate(list(LEVERS)[:LEVER_KEYS], 1)
    }
    keys.listen(
        {
            **dict.fromkeys(("ArrowRight", "ArrowDown", "PageDown"), lambda: _step(1)),
            **dict.fromkeys(("ArrowLeft", "ArrowUp", "PageUp"), lambda: _step(-1)),
            **dict.fromkeys(("z", "ctrl+z"), session.undo),
            **dict.fromkeys(("y", "ctrl+y", "ctrl+shift+z"), session.redo),
            **levers,
            **dict.fromkeys(("m", "Escape"), _leave),
            ",": lambda: _speak_of(_spoken_of() - 1),
            ".": lambda: _speak_of(_spoken_of() + 1),
            "p": _replay,
            "b": _switch_likely,
            "replayed": lambda: _state.update(meeting_back=None),
            "s": _choose,
            "k": _show_keys,
        },
        later=(_state.meeting_replays, "replayed", REPLAY_MS) if back else None,
    )


def _step(by: int) -> None:
    meeting = _with_work()
    if meeting.stepped(by) != meeting:
        _state.meeting_note = ""
        _keep(meeting.stepped(by))
    elif len(meeting.slots) == 1:  # nothing to step to: the keys tell how to choose
        _show_keys()


def _replay() -> None:
    _state.meeting_replays = _state.get("meeting_replays", 0) + 1
    _state.meeting_back = session.scenario()


def _switch_likely() -> None:
    _state.meeting_likely = not _state.meeting_likely


def _choose() -> None:
    _state.meeting_dialog = (say("meeting.list"), meeting_dialogs.choose)


def _show_keys() -> None:
    _state.meeting_keys, _state.meeting_note = _state.meeting_keys + 1, ""


def _leave() -> None:
    """Back to the page before; asks first where the meeting changed something that is not saved."""
    if _with_work().to_save:
        _state.meeting_dialog = (say("meeting.save_title"), meeting_dialogs.save_before_leaving)
    else:
        meeting_dialogs.leave()


def _other_lever(by: int) -> None:
    paths = list(LEVERS)
    _state.meeting_lever = paths[(paths.index(_state.meeting_lever) + by) % len(paths)]


def _spoken_of() -> int:
    """The month (offset) that the presenter wants to speak of, or the nearest projected."""
    return report.month_spoken_of(session.context(), _state.meeting.month)


def _speak_of(month: int) -> None:
    """Another month, by its offset."""
    p = session.projection()
    last = len(p.months) - 1
    _keep(replace(_with_work(), month=p.baseline.month + min(max(month, 0), last)))


# ---- what is drawn


def _scene(meeting: Meeting, before: Projection | None, back: bool) -> Chart:
    """Finding, number and chart; returns the chart."""
    c, lang = _seen(session.context()), session.lang()
    earlier = _seen(c.of(before)) if before else None
    replayed = earlier if back else None
    month = _spoken_of()
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
        said = chance.in_the_room(replayed or c, month, lang) if c.simulation else None
        draw(lambda page: _number(scene, back and before is not None, said, page), key="mt-figure")
        chart(enlarged.figure(drawn, lang, top, moving=held), drawn, key="meeting-chart")
    return drawn


def _seen(c: Context) -> Context:
    """The same with simulations once a key has asked for them."""
    return likely.simulated(c) if _state.meeting_likely else c


def _number(scene: report.Scene, back: bool, said: Sentence | None, page: Html) -> str:
    """The number of the scene, what it counts, how it differs from before the change, and what is `said`."""
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
        + (f'<div class="mt-chance">{page.sentence(said)}</div>' if said else "")
        + "</div>"
    )


def _top(meeting: Meeting, drawn: Chart, lines: list[Projection]) -> tuple[float, bool]:
    """The end of the y axis, and whether it is held and as much is drawn as before.

    One axis for all scenarios of the list, so that more people stand higher. While the lever at hand is moved
    it stays, and grows only where a line would leave the chart.
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
    """What a lever at its lowest and at its highest makes of a scenario; nothing where its data are gone."""
    declared = SETTINGS[path]
    scenarios = [
        with_values(scenario, dict.fromkeys(LEVERS[path], bound)) for bound in (declared.low, declared.high)
    ]
    try:
        return [session.projected(one) for one in scenarios]
    except UserError:  # which is told when the presenter comes to it
        return []


def _place(meeting: Meeting) -> str:
    """Name and status of the scenario, whether it is saved and made up, and its place in the list as dots."""
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


def _lever() -> None:
    path, c, lang = _state.meeting_lever, session.context(), session.lang()
    icon_button("mt-previous", say("meeting.previous_lever"), "chevron_left", lambda: _other_lever(-1))
    with st.container(key="mt-lever"):
        name = lever_label(path, lang)
        controls.lever(path, f"{say('side.floor')}: {name}" if path.endswith("target_share") else name)
        effects = [why_no_effect(c.projection, c.programme, one) for one in LEVERS[path]]
        first = effects[0] if all(effects) else None
        note = effect_sentence(c, first, lang) if first else reach_sentence(c, path, lang) or ""
        draw(
            lambda page: (
                f'<p class="mt-none">{page.sentence(note)}</p>'
                f'<p class="mt-held">{say("meeting.lever_has_keys")}</p>'
            ),
            key="mt-why",
        )
    icon_button("mt-next", say("meeting.next_lever"), "chevron_right", lambda: _other_lever(1))


def _month() -> None:
    """The month spoken of, to be chosen from those projected."""
    p, lang = session.projection(), session.lang()
    hand.put("mt-month", p.baseline.month + _spoken_of())
    st.selectbox(
        say("meeting.month"),
        [int(month) for month in p.months],
        key="mt-month",
        format_func=lambda month: month_long(month, lang),
        on_change=lambda: _speak_of(_state["mt-month"] - p.baseline.month),
    )


def _buttons(changed: bool) -> None:
    draft = session.draft()
    with st.container(key="mt-buttons", horizontal=True):
        icon_button("mt-undo", say("header.undo"), "undo", session.undo, able=bool(draft.undo))
        icon_button("mt-redo", say("header.redo"), "redo", session.redo, able=bool(draft.redo))
        icon_button("mt-replay", say("meeting.replay"), "replay", _replay, able=changed)
        icon_button("mt-likely", say("chance.switch"), "area_chart", _switch_likely)
        icon_button("mt-choose", say("meeting.list"), "list", _choose)
        icon_button("mt-leave", say("meeting.leave"), "close", _leave)


def _last_line() -> None:
    """A note on the list, else the keys, at the first meeting and whenever somebody wants them; they fade."""
    if note := next(iter(session.not_kept()), "") or _state.meeting_note:
        st.html(f'<p class="mt-note" role="alert">{escape(note)}</p>')
        return
    look = f"animation-name:mt-fade-{_state.meeting_keys % 2}" if _state.meeting_keys else "visibility:hidden"
    st.html(f'<p class="mt-keys" style="{look}">{say("meeting.keys")}</p>')
