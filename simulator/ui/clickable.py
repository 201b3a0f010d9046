"""A piece of HTML whose buttons can be pressed: for tables in which each number tells where it comes from."""

from collections.abc import Callable

import streamlit as st

_JS = """
export default function ({ data, parentElement, setTriggerValue }) {
  const node = parentElement.querySelector(".clickable");
  if (node.shown !== data.html) node.innerHTML = node.shown = data.html; // untouched while it stays the same
  node.onclick = (event) => {
    const button = event.target.closest("button[data-id]");
    if (button) setTriggerValue("pressed", button.dataset.id);
  };
}
"""
_mount = st.components.v2.component(
    "clickable", html='<div class="clickable"></div>', js=_JS, isolate_styles=False
)


def clickable(html: str, *, key: str, on_press: Callable[[str], None]) -> None:
    """Draw trusted `html`, its texts escaped by the caller; a press on `<button data-id=…>` calls `on_press` with the id, before the rerun."""

    def pressed() -> None:
        on_press(st.session_state[key].pressed)

    _mount(key=key, data={"html": html}, on_pressed_change=pressed)
