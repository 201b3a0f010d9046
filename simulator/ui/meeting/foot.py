"""The foot of the meeting mode: the present lever, the month, the buttons, and one line of text."""

from functools import partial
from html import escape

import streamlit as st

from simulator.model.scenario import LEVERS
from simulator.planning.effects import why_no_effect
from simulator.report.sentences.levers import effect_sentence, reach_sentence
from simulator.ui import controls, hand, session
from simulator.ui.header import icon_button
from simulator.ui.meeting import actions, at_hand, typed_value
from simulator.ui.problems import not_kept
from simulator.ui.session import say
from simulator.ui.tables import draw
from simulator.words.numbers import month_long
from simulator.words.settings import lever_label

QUESTIONS = {
    "ask": "question_mark",
    "needed": "flag",
    "office": "search",
    "note": "edit_note",
    "help": "keyboard",
}
_state = st.session_state


def lever() -> None:
    """The present lever, and below it the units it reaches, or the value being typed."""
    path, c, lang = _state.meeting_lever, session.context(), session.lang()
    icon_button("mt-previous", say("meeting.previous_lever"), "chevron_left", lambda: actions.other_lever(-1))
    with st.container(key="mt-lever"):
        name = lever_label(path, lang)
        controls.lever(path, f"{say('side.floor')}: {name}" if path.endswith("target_share") else name)
        if typed_value.is_picked():
            typed = escape(_state.meeting_typed) or say("meeting.type_value")
            st.html(f'<p class="mt-typed" role="status"><b>{typed}</b> {say("meeting.typed_keys")}</p>')
        effects = [why_no_effect(c.projection, one) for one in LEVERS[path]]
        first = effects[0] if all(effects) else None
        note = effect_sentence(c, first, lang) if first else reach_sentence(c, path, lang) or ""
        draw(
            lambda page: (
                f'<p class="mt-none">{page.sentence(note)}</p>'
                f'<p class="mt-held">{say("meeting.lever_has_keys")}</p>'
            ),
            key="mt-why",
        )
    icon_button("mt-next", say("meeting.next_lever"), "chevron_right", lambda: actions.other_lever(1))


def month_field() -> None:
    """The list of projected months, to choose the one shown."""
    p, lang = session.projection(), session.lang()
    hand.put("mt-month", p.baseline.month + at_hand.discussed_month())
    st.selectbox(
        say("meeting.month"),
        [int(month) for month in p.months],
        key="mt-month",
        format_func=lambda month: month_long(month, lang),
        on_change=lambda: at_hand.discuss_month(_state["mt-month"] - p.baseline.month),
    )


def buttons(changed: bool) -> None:
    """Buttons that do what the keys do; `changed` says whether there is a change to replay."""
    draft = session.draft()
    with st.container(key="mt-buttons", horizontal=True):
        icon_button("mt-undo", say("header.undo"), "undo", session.undo, able=bool(draft.undo))
        icon_button("mt-redo", say("header.redo"), "redo", session.redo, able=bool(draft.redo))
        icon_button("mt-replay", say("meeting.replay"), "replay", actions.replay, able=changed)
        icon_button("mt-likely", say("chance.switch"), "area_chart", actions.switch_likely)
        icon_button("mt-choose", say("meeting.list"), "list", actions.choose)
        for name, icon in QUESTIONS.items():
            icon_button(f"mt-open-{name}", say(f"meeting.{name}"), icon, partial(actions.ask, name))
        icon_button("mt-leave", say("meeting.leave"), "close", actions.leave)


def last_line() -> None:
    """A message if there is one; else the keys, which appear at first and on request, and fade."""
    of, answered = _state.get("meeting_answer", (None, ""))
    answer = answered if of is session.scenario() else ""  # no longer true once a lever moves
    if note := next(iter(not_kept()), "") or _state.meeting_note or answer:
        st.html(f'<p class="mt-note" role="alert">{escape(note)}</p>')
        return
    look = f"animation-name:mt-fade-{_state.meeting_keys % 2}" if _state.meeting_keys else "visibility:hidden"
    st.html(f'<p class="mt-keys" style="{look}">{say("meeting.keys")}</p>')
