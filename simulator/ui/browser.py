"""What the app tells the browser besides its elements: the page's language, and that a run is complete."""

import streamlit as st

from simulator.report.wording import Lang

_JS = """
export default function ({ data, parentElement }) {
  parentElement.closest("[data-testid=stElementContainer]").style.display = "none"; // nothing to see, so no gap either
  document.documentElement.lang = data.lang;
  document.documentElement.dataset.run = data.run;
}
"""
_mount = st.components.v2.component("run", js=_JS, isolate_styles=False)


def finish_run(lang: Lang) -> None:
    """Set `<html lang>` and count this session's runs in `<html data-run>`; app.py calls it last.

    Tests and benchmarks wait for the count to change: it does when everything before it has reached the browser.
    """
    run = st.session_state["_run"] = st.session_state.get("_run", 0) + 1
    _mount(key="finish_run", data={"lang": lang, "run": run})
