"""The strip that tells what the last change moved, as one piece of HTML; pages draw it under their heading."""

from html import escape

import streamlit as st

from simulator.errors import UserError
from simulator.model.projection import Projection
from simulator.model.scenario import Scenario
from simulator.planning.moved import moved
from simulator.report.charts.theme import ACCENT, MUTED
from simulator.report.sentences.moved import ToldMove, ToldNumber, told
from simulator.ui import origin, session
from simulator.ui.session import say
from simulator.words import Lang
from simulator.words.numbers import unbroken

CSS = f"""<style>
.moved {{ border-left: 4px solid {ACCENT}; padding: .1rem 0 .1rem .9rem; font-size: .9rem; line-height: 1.4; }}
.moved p, .moved dl, .moved dd {{ margin: 0; font-size: inherit; }}
.moved dl {{ display: flex; flex-wrap: wrap; column-gap: 1.75rem; row-gap: .15rem; padding-top: .15rem; }}
.moved dt, .moved span {{ color: {MUTED}; }}
.moved dt {{ font-size: .82rem; }}
.moved dd {{ font-variant-numeric: tabular-nums; white-space: nowrap; }}
.moved dd b, .moved dd button {{ font-weight: 700; }}
</style>"""
_state = st.session_state


def show() -> None:
    """Draws the strip; nothing where nothing was changed since opening."""
    html = _html()
    _state.moved_shown = session.projection()
    if html:
        origin.draw(html, key="moved")


def _html() -> str:
    """The strip, put together once for each change."""
    draft, p, lang = session.draft(), session.projection(), session.lang()
    if draft.before is None:
        return ""
    made = _state.get("moved_made")
    asked = (draft.before, draft.scenario, p.baseline, lang)
    if made is None or any(one is not other for one, other in zip(made[0], asked)):
        made = _state.moved_made = (asked, _made(lang))
    return made[1]


def _made(lang: Lang) -> str:
    try:
        before = _before(session.draft().before)
    except UserError:  # the data it stood on are gone, so there is nothing to hold the present against
        return ""
    found = moved(before, session.projection(), session.programme())
    return _strip(told(session.context(), found, lang)) if found else ""


def _before(scenario: Scenario) -> Projection:
    """The projection of the scenario before the change: mostly the one that was on screen last, which need not be made again."""
    shown = _state.get("moved_shown")
    kept = (
        shown is not None and shown.scenario is scenario and shown.baseline is session.projection().baseline
    )
    return shown if kept else session.projected(scenario)


def _strip(move: ToldMove) -> str:
    why = f" <span>{escape(unbroken(move.why))}</span>" if move.why else ""
    numbers = f"<dl>{''.join(map(_number, move.numbers))}</dl>" if move.numbers else ""
    return f'{CSS}<div class="moved" role="status"><p><b>{escape(say("moved.heading"))}</b> · {escape(unbroken(move.change))}.{why}</p>{numbers}</div>'


def _number(number: ToldNumber) -> str:
    """The new value and by how much it moved, or where there is no such number the value before."""
    key, context = number.origin or ("", {})
    shown = origin.link(key, number.after, **context) if key else f"<b>{escape(number.after)}</b>"
    shown = (
        f"{shown} {escape(number.difference)}" if number.difference else f"{escape(number.before)} → {shown}"
    )
    return f"<div><dt>{escape(number.name)}</dt><dd>{shown}</dd></div>"
