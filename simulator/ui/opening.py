"""Dialogs; one run of the app opens at most one."""

from collections.abc import Callable
from typing import Any, Literal

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx


def open_dialog(
    title: str,
    form: Callable[..., Any],
    *arguments: Any,
    width: Literal["small", "medium", "large"] = "small",
) -> None:
    """Open a dialog that `form` draws, unless this run has opened one already.

    Presses made while the app is busy arrive together, and Streamlit refuses a second dialog in a run.
    """
    context = get_script_run_ctx()
    if context is None or not context.has_dialog_opened:
        st.dialog(title, width=width)(form)(*arguments)
