"""The question behind the visit list: its target or limit, the month, and units kept in or left out."""

from typing import Any

import streamlit as st

from simulator.model.metrics import target_status
from simulator.model.months import month_name
from simulator.model.parts import OFFICES
from simulator.planning.groups import UnitGroup, unit_groups
from simulator.planning.next_answer import Question
from simulator.report.sentences.unit_names import row_name
from simulator.ui import hand, session
from simulator.ui.foreign import as_text
from simulator.ui.session import say
from simulator.words.numbers import month_long, parse_number, trimmed

KINDS = ("target", "visits", "budget_idr")
FIRST = {"visits": (5, 1000), "budget_idr": (1_000_000, 10**12)}  # initial and largest value
_state = st.session_state


def current() -> Question:
    """The question according to the fields at the top and the boxes below the list."""
    p = session.projection()
    last = len(p.months) - 1
    coming = min(last, max(1, session.today() - p.baseline.month))
    _state.setdefault("next_kind", KINDS[0])
    with st.container(horizontal=True, vertical_alignment="bottom", key="next-asked"):
        kind = st.segmented_control(
            say("next.kind"),
            KINDS,
            key="next_kind",
            required=True,
            persist_state="session",
            format_func=lambda kind: say(f"next.kind.{kind}"),
        )
        limit = _limit(kind or KINDS[0])
        target = target_status(p).month
        first = target if coming <= target <= last else min(last, coming + 11)
        month = _month("next_month", "next.month", range(coming, last + 1), first)
        join = _month("next_join", "next.join", range(coming, month + 1), coming)
        other = False
        if any(segment not in OFFICES for segment in p.baseline.segments):
            other = st.toggle(say("next.include_other"), key="next_other", persist_state="session")
    groups = _askable(other=other)
    must, never = (
        tuple(p.baseline.codes[i] for key in _kept(name, groups) for i in groups[key].units)
        for name in ("must", "never")
    )
    month_text, join_text = (month_name(p.baseline.month + t) for t in (month, join))
    return Question(month_text, join_month=join_text, must=must, never=never, other=other, **limit)


def _limit(kind: str) -> dict[str, Any]:
    """The number beside the kind of question."""
    if kind == "target":
        return {kind: round(_typed(kind, 100 * session.scenario().target.coverage_share, 100) / 100, 8)}
    value = _typed(kind, *FIRST[kind])
    return {kind: int(value) if kind == "visits" else value}


def _typed(kind: str, first: float, most: float) -> float:
    """The limit typed in the language's notation; if it is refused, the previous one, and the reason."""
    key, lang = f"next_typed_{kind}", session.lang()
    kept = _state.setdefault(f"next_last_{kind}", first)
    if _state.get(f"{key}_in") != lang:
        _state[key], _state[f"{key}_in"] = trimmed(kept, lang, 4), lang
    typed = st.text_input(say(f"next.{kind}"), key=key, width=150, persist_state="session")
    value = _limit_of(typed, kind, most)
    if value is None:
        st.error(as_text(say("next.not_a_limit", found=typed, most=trimmed(most, lang, 0))))
        return float(kept)
    _state[f"next_last_{kind}"] = value
    return value


def _limit_of(typed: str, kind: str, most: float) -> float | None:
    """The limit that was typed; None if it is no number from 0 to `most`, whole for visits."""
    try:
        value = parse_number(typed, session.lang())
    except ValueError:
        return None
    return value if 0 <= value <= most and (kind != "visits" or value.is_integer()) else None


def _month(key: str, label: str, offsets: range, first: int) -> int:
    """A month chosen among some offsets from the baseline, initially `first`."""
    start = session.projection().baseline.month
    if _state.get(key) not in [start + t for t in offsets]:
        _state[key] = start + first
    chosen: int = st.selectbox(
        say(label),
        [start + t for t in offsets],
        key=key,
        width=165,
        persist_state="session",
        format_func=lambda month: month_long(month, session.lang()),
    )
    return chosen - start


def boxes(*, other: bool) -> None:
    """Units kept in and units left out; a unit chosen in one box is not offered in the other."""
    c, lang, groups = session.context(), session.lang(), _askable(other=other)
    for name, opposite in (("must", "never"), ("never", "must")):
        hand.put(f"next_{name}", _kept(name, groups))
        elsewhere = _kept(opposite, groups)
        st.multiselect(
            say(f"next.{name}"),
            [key for key in groups if key not in elsewhere],
            key=f"next_{name}",
            placeholder=say("next.choose"),
            persist_state="session",
            format_func=lambda key: row_name(groups[key], c.baseline, lang),
            select_all=False,
        )


def _askable(*, other: bool) -> dict[str, UnitGroup]:
    """The units and groups that can be chosen, by key."""
    groups = unit_groups(session.projection().baseline)
    return {group.key: group for group in groups if other or group.segment in OFFICES}


def _kept(name: str, groups: dict[str, UnitGroup]) -> list[str]:
    """The choice in one box, which is drawn below the list; units that are left out cannot be kept in."""
    never = _state.get("next_never", [])
    chosen = [key for key in _state.get(f"next_{name}", []) if key in groups]
    return chosen if name == "never" else [key for key in chosen if key not in never]
