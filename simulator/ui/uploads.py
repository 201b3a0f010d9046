"""A field for a file from elsewhere, in the language of the screen."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from simulator.ui import saving, session
from simulator.ui.session import say

CSS = """<style>
/* English whatever the language, as the button's own word */
[data-testid=stFileUploaderDropzoneInstructions] { display: none; }
[data-testid=stFileUploader] button p { font-size: 0; }
[data-testid=stFileUploader] button p::after { font-size: 1rem; content: var(--choose-file); }
</style>"""


@dataclass(frozen=True)
class KeptFile:
    """A file as it was chosen."""

    name: str
    content: bytes

    def getvalue(self) -> bytes:
        """What is in it."""
        return self.content


def file_field(label: str, *, key: str, types: list[str] | None = None) -> KeptFile | None:
    """Draws the field; gives the file that was chosen, also after another page or language, or None.

    `types` are the endings it takes, any without.
    """
    st.html(CSS)
    st.html(f'<style>:root {{ --choose-file: "{say("scenarios.choose_file")}"; }}</style>')
    field, kept = f"{key}_{session.lang()}", f"{key}_kept"

    def chosen() -> None:
        file = st.session_state[field]
        st.session_state[kept] = file and KeptFile(file.name, file.getvalue())

    shown = st.file_uploader(label, type=types, key=field, on_change=chosen)
    file: KeptFile | None = st.session_state.get(kept)
    if file and not shown:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(saving.escaped(say("app.kept_file", file=file.name)), width="content")
            drop = partial(st.session_state.pop, kept)
            st.button(say("app.drop_file"), key=f"{key}_drop", type="tertiary", on_click=drop)
    return file
