"""What the app does in the browser besides its elements.

The page's language, the count of runs, a mend for screen readers, and a place brought into view.
"""

import streamlit as st

from simulator.words import Lang

_JS = """
let watching;

// Streamlit gives its upload field, which has a name, the role "presentation": screen readers hear both.
function mendUploads() {
  const fields = document.querySelectorAll("[data-testid=stFileUploaderDropzone][role]");
  fields.forEach((field) => field.removeAttribute("role"));
}

export default function ({ data, parentElement }) {
  if (!watching) { // the field may come after the run, when its own script has loaded
    watching = new MutationObserver(mendUploads);
    watching.observe(document.body, { childList: true, subtree: true });
    mendUploads();
  }
  // Nothing to see, so no gap either.
  parentElement.closest("[data-testid=stElementContainer]").style.display = "none";
  document.documentElement.lang = data.lang;
  document.documentElement.dataset.run = data.run;
}
"""
_mount = st.components.v2.component("run", js=_JS, isolate_styles=False)

_SCROLL_JS = """
let last;

export default function ({ data, parentElement }) {
  parentElement.closest("[data-testid=stElementContainer]").style.display = "none";
  if (last !== undefined && data.turn !== last) { // not when the page is opened
    const place = document.querySelector(`.st-key-${data.key}`);
    place.style.scrollMarginTop = "4.5rem"; // below the bar at the top
    requestAnimationFrame(() => place.scrollIntoView());
  }
  last = data.turn;
}
"""
_mount_scroll = st.components.v2.component("scroll", js=_SCROLL_JS, isolate_styles=False)


def scroll_to(key: str, turn: int) -> None:
    """Brings the container with this key into view when `turn` is another number than in the run before.

    To be called in every run of its page.
    """
    _mount_scroll(key=f"scroll_{key}", data={"key": key, "turn": turn})


def finish_run(lang: Lang) -> None:
    """Set `<html lang>` and count this session's runs in `<html data-run>`; app.py calls it last.

    Tests and benchmarks wait for the count to change: everything before it has reached the browser then.
    """
    run = st.session_state["_run"] = st.session_state.get("_run", 0) + 1
    _mount(key="finish_run", data={"lang": lang, "run": run})
