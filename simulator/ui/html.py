"""HTML of what is said, with numbers that can be clicked: each opens the dialog that says where it comes from."""

from collections.abc import Callable
from html import escape

import streamlit as st

from simulator.ui.session import say
from simulator.words import Lang
from simulator.words.numbers import shown
from simulator.words.provenance import with_mark
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence

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


class Html:
    """Writes one piece of a page; remembers the numbers it wrote, so that a press on one finds it again."""

    def __init__(self, lang: Lang):
        self.lang = lang
        self.quantities: list[Quantity] = []

    def number(self, quantity: Quantity, *, marks: bool = False) -> str:
        """A number that stays on one line; a button, with a dotted line unless published, where something explains it.

        With `marks` its mark stands beside it, as on paper.
        """
        words = escape((with_mark if marks else shown)(quantity, self.lang))
        if quantity.origin is None:
            return f'<span class="quantity">{words}</span>'
        self.quantities.append(quantity)
        return (
            f'<button type="button" class="quantity origin {quantity.basis}" data-id="{len(self.quantities) - 1}"'
            f' title="{escape(say("origin.heading"))}">{words}</button>'
        )

    def sentence(self, sentence: Sentence | str, *, marks: bool = False) -> str:
        """A sentence with its numbers as `number` writes them."""
        if isinstance(sentence, str):
            return escape(sentence)
        return "".join(
            escape(part) if isinstance(part, str) else self.number(part, marks=marks)
            for part in sentence.parts
        )


def draw(html: str, writer: Html, *, key: str, on_press: Callable[[Quantity], None]) -> None:
    """Draws what `writer` wrote as one element; a press on a number calls `on_press` with it, before the rerun."""
    quantities = tuple(writer.quantities)

    def pressed() -> None:
        on_press(quantities[int(st.session_state[key].pressed)])

    _mount(key=key, data={"html": html}, on_pressed_change=pressed)
