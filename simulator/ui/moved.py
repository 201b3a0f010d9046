"""The strip that shows the effect of the last change, as one piece of HTML below a page's heading."""

from html import escape

import streamlit as st

from simulator.errors import UserError
from simulator.model.projection import Projection
from simulator.model.scenario import Scenario
from simulator.planning.moved import moved
from simulator.report.charts.theme import ACCENT, MUTED
from simulator.report.sentences.moved import ChangeWords, NumberMove, change_words
from simulator.ui import session
from simulator.ui.html import Html
from simulator.ui.session import say
from simulator.ui.tables import draw
from simulator.words import Lang

CSS = f"""<style>
.moved {{ border-left: 4px solid {ACCENT}; padding: .1rem 0 .1rem .9rem; }}
.moved {{ font-size: .9rem; line-height: 1.4; }}
.moved p, .moved dl, .moved dd {{ margin: 0; font-size: inherit; }}
.moved dl {{ display: flex; flex-wrap: wrap; column-gap: 1.75rem; row-gap: .15rem; padding-top: .15rem; }}
.moved dt, .moved p > .why {{ color: {MUTED}; }}
.moved dt {{ font-size: .82rem; }}
.moved dd {{ font-variant-numeric: tabular-nums; white-space: nowrap; }}
.moved dd b, .moved dd b button {{ font-weight: 700; }}
</style>"""
_state = st.session_state


def show() -> None:
    """Draw the strip; nothing if nothing was changed since opening."""
    words = _words()
    _state.moved_last = session.projection()
    if words:
        draw(lambda page: _strip(words, page), key="moved")


def _words() -> ChangeWords | None:
    """The effect of the last change in words, computed once for each change."""
    draft, lang = session.draft(), session.lang()
    if draft.before is None:
        return None
    made_of = (draft.before, draft.scenario, session.projection().baseline, lang)
    made = _state.get("moved_made")
    if made is None or any(one is not other for one, other in zip(made[0], made_of)):
        made = _state.moved_made = (made_of, _made(draft.before, lang))
    words: ChangeWords | None = made[1]
    return words


def _made(scenario: Scenario, lang: Lang) -> ChangeWords | None:
    try:
        change = moved(_projection(scenario), session.projection(), session.programme())
    except UserError:  # its data are gone, so there is nothing to compare with
        return None
    return change_words(session.context(), change, lang) if change else None


def _projection(scenario: Scenario) -> Projection:
    """The projection before the change, usually the one last on screen, which need not be computed again."""
    last: Projection | None = _state.get("moved_last")
    if last and last.scenario is scenario and last.baseline is session.projection().baseline:
        return last
    return session.projected(scenario)


def _strip(words: ChangeWords, page: Html) -> str:
    change, why = page.sentence(words.change), page.sentence(words.why)
    why = f' <span class="why">{why}</span>' if why else ""
    numbers = "".join(_number(number, page) for number in words.numbers)
    numbers = f"<dl>{numbers}</dl>" if numbers else ""
    heading = escape(say("moved.heading"))
    return f'{CSS}<div class="moved" role="status"><p><b>{heading}</b> · {change}.{why}</p>{numbers}</div>'


def _number(number: NumberMove, page: Html) -> str:
    """The new value and by how much it moved, or the value before if there is no difference in numbers."""
    if number.difference:
        values = f"<b>{page.sentence(number.after)}</b> {page.number(number.difference)}"
    else:
        values = f"{page.sentence(number.before)} → <b>{page.sentence(number.after)}</b>"
    return f"<div><dt>{escape(number.name)}</dt><dd>{values}</dd></div>"
