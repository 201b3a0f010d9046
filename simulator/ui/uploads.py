"""Fields for files from elsewhere, in the language of the screen."""

from dataclasses import dataclass
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from simulator.errors import UserError
from simulator.intake.beside import read_beside
from simulator.intake.sheet import SheetTable
from simulator.ui import session
from simulator.ui.foreign import as_text
from simulator.ui.session import say

CSS = """<style>
/* English in every language, like the button's own label */
[data-testid=stFileUploaderDropzoneInstructions] { display: none; }
[data-testid=stFileUploader] button p { font-size: 0; }
[data-testid=stFileUploader] button p::after { font-size: 1rem; content: var(--choose-file); }
</style>"""


@dataclass(frozen=True)
class KeptFile:
    """A chosen file."""

    name: str
    content: bytes


def file_field(label: str, *, key: str, types: list[str] | None = None) -> KeptFile | None:
    """Draw the field; returns the chosen file, also after a change of page or language, or None.

    `types` are the accepted file endings; without them any file is accepted.
    """
    return next(iter(_field(label, key, types, many=False)), None)


def files_field(label: str, *, key: str, types: list[str]) -> list[KeptFile]:
    """Like `file_field`, for several files at once."""
    return _field(label, key, types, many=True)


def tables_of(content: bytes | str, name: str) -> list[SheetTable]:
    """The tables of a chosen file or of pasted cells, read once for the same content; raises UserError."""
    which = (name, content)
    if st.session_state.get("tables_read", (None,))[0] != which:
        result: list[SheetTable] | UserError
        try:
            result = read_beside(content, name)
        except UserError as error:
            result = error
        st.session_state.tables_read = (which, result)
    result = st.session_state.tables_read[1]
    if isinstance(result, UserError):
        raise result
    return result


def _field(label: str, key: str, types: list[str] | None, *, many: bool) -> list[KeptFile]:
    st.html(CSS)
    st.html(f'<style>:root {{ --choose-file: "{say("scenarios.choose_file")}"; }}</style>')
    field, kept = f"{key}_{session.lang()}", f"{key}_kept"

    def chosen() -> None:
        files = st.session_state[field]
        files = files if many else [files]
        there = [file for file in files if isinstance(file, UploadedFile)]  # a lost file has another type
        st.session_state[kept] = [KeptFile(file.name, file.getvalue()) for file in there]

    shown = st.file_uploader(label, type=types, key=field, on_change=chosen, accept_multiple_files=many)
    files: list[KeptFile] = st.session_state.get(kept, [])
    if files and not shown:
        names = ", ".join(file.name for file in files)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(as_text(say("app.kept_file", file=names)), width="content")
            drop = partial(st.session_state.pop, kept)
            st.button(say("app.drop_file"), key=f"{key}_drop", type="tertiary", on_click=drop)
    return files
