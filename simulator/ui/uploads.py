"""A field for a file from elsewhere, in the language of the screen."""

from typing import Any

import streamlit as st

from simulator.ui.session import say

CSS = """<style>
/* English whatever the language, as the button's own word */
[data-testid=stFileUploaderDropzoneInstructions] { display: none; }
[data-testid=stFileUploader] button p { font-size: 0; }
[data-testid=stFileUploader] button p::after { font-size: 1rem; content: var(--choose-file); }
</style>"""


def file_field(label: str, *, key: str, types: list[str] | None = None) -> Any:
    """Draws the field; gives Streamlit's uploaded file (`name`, `getvalue()`), or None.

    `types` are the endings it takes, any without.
    """
    st.html(CSS)
    st.html(f'<style>:root {{ --choose-file: "{say("scenarios.choose_file")}"; }}</style>')
    return st.file_uploader(label, type=types, key=key)
