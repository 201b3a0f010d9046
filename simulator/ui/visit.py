"""One run of the app: page setup, navigation, the page, the sidebar."""

from collections.abc import Mapping
from contextlib import nullcontext
from typing import Any

import streamlit as st

from simulator.errors import UserError
from simulator.ui import browser, entrance, hand, header, origin, server, session, sidebar
from simulator.ui.foreign import as_text
from simulator.ui.pages import (
    actuals,
    compare,
    data,
    decides,
    handouts,
    meeting,
    next_units,
    overview,
    scenarios,
    sources,
    units,
)
from simulator.ui.problems import problems_shown
from simulator.ui.session import say
from simulator.ui.style import CSS
from simulator.ui.turns import turn
from simulator.words.errors import problem_text

PAGES = {
    "overview": overview,
    "units": units,
    "next_units": next_units,
    "decides": decides,
    "compare": compare,
    "handouts": handouts,
    "scenarios": scenarios,
    "data": data,
    "actuals": actuals,
    "meeting": meeting,
    "sources": sources,
}


def main() -> None:
    """Draw one run of the app."""
    st.set_page_config(page_title=entrance.NAME, layout="wide")
    try:
        if entrance.is_closed():
            _draw_door()
            return
        session.start()
    except UserError as error:
        lang = entrance.requested_lang()
        st.error(as_text("\n\n".join(problem_text(p, lang) for p in error.problems)))
        st.stop()
    pages = {
        name: st.Page(module.show, title=say(f"page.{name}"), url_path=name, default=name == "overview")
        for name, module in PAGES.items()
    }
    page = st.navigation(list(pages.values()), position="hidden")
    if wanted := st.session_state.pop("page_wanted", None):  # set by a key or a button
        st.switch_page(pages[wanted], query_params=session.address())
    # The parts around a page need the data set too, which somebody may have deleted meanwhile.
    with turn() if page in (pages["overview"], pages["meeting"]) else nullcontext(), problems_shown():
        _draw(pages, page)
    browser.finish_run(session.lang())
    server.spare_collection()


def _draw(pages: Mapping[str, Any], page: Any) -> None:
    """Draw a page and the parts around it."""
    st.html(CSS)
    hand.listen()
    origin.listen()
    if page is pages["meeting"]:  # on its own, without navigation and sidebar
        with problems_shown():
            page.run()
    else:
        meeting.enter_on_key(next(name for name in pages if pages[name] is page))
        header.show(pages)
        with problems_shown():
            page.run()
        # Last: a lever's callback has changed the scenario already, and charts need not wait for the levers.
        sidebar.show()
    origin.dialog()


def _draw_door() -> None:
    """Draw the page for visitors who may see no other, whatever page was requested."""
    doors = [
        st.Page(entrance.door, title=entrance.NAME, url_path=name, default=name == "overview")
        for name in PAGES
    ]
    st.navigation(doors, position="hidden").run()
