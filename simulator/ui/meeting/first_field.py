"""Puts the cursor into the first field of a dialog when it opens, so that typing can begin at once."""

import streamlit as st

_mount = st.components.v2.component(
    "first_field",
    js="""export default function ({ parentElement }) {
  parentElement.closest("[data-testid=stElementContainer]").style.display = "none";
  if (parentElement.isTakenUp) return;
  parentElement.isTakenUp = true;
  const find = () => document.querySelector("[role=dialog] :is(input:not([type=hidden]), textarea)")?.focus();
  setTimeout(find, 100); // after the dialog has put the cursor on its own button
}""",
    isolate_styles=False,
)


def take_up() -> None:
    """Call it once in the dialog."""
    _mount(key="first_field")
