"""Fields for a list from elsewhere: how it is given, and the file, in the language of the screen."""

from typing import Any, Literal, get_args

import streamlit as st

from simulator.ui.session import say

Way = Literal["upload", "paste", "type"]
WAYS: tuple[Way, ...] = get_args(Way)
CSS = """<style>
/* English whatever the language, as the button's own word */
[data-testid=stFileUploaderDropzoneInstructions] { display: none; }
[data-testid=stFileUploader] button p { font-size: 0; }
[data-testid=stFileUploader] button p::after { font-size: 1rem; content: var(--choose-file); }
</style>"""


def way_field(page: str, default: Way) -> Way:
    """Draws the choice how a list is given to the page of this name."""
    return st.segmented_control(
        say(f"{page}.way"),
        WAYS,
        key=f"{page}_way",
        default=default,
        required=True,
        format_func=lambda way: say(f"{page}.way.{way}"),
    )


def file_field(label: str, *, key: str, types: list[str] | None = None) -> Any:
    """Draws the field; gives Streamlit's uploaded file (`name`, `getvalue()`), or None.

    `types` are the endings it takes, any without.
    """
    st.html(CSS)
    st.html(f'<style>:root {{ --choose-file: "{say("scenarios.choose_file")}"; }}</style>')
    return st.file_uploader(label, type=types, key=key)
