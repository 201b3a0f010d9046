"""A text shown with a button that copies it to the clipboard and confirms that."""

from pathlib import Path

import streamlit as st

from simulator.ui.session import say

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "copy_text",
    html='<div class="copy-text"><button type="button"></button> <span role="status"></span>'
    "<textarea readonly></textarea></div>",
    css=(_HERE / "copy_text.css").read_text(encoding="utf-8"),
    js=(_HERE / "copy_text.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def copy_text(shown: str, *, key: str, label: str) -> None:
    """Draw a text in a field named `label`, with the button that copies it.

    If the browser denies access to the clipboard, the text is selected instead, and a message names the keys
    to press.
    """
    _mount(
        key=key,
        data={
            "text": shown,
            "button": say("handouts.copy"),
            "label": label,
            "copied": say("handouts.copied"),
            "refused": say("handouts.copy_refused"),
        },
    )
