"""What the app does in the browser besides its elements.

The page's language, the count of runs, mends for screen readers, and a place brought into view.
"""

import streamlit as st

from simulator.words import Lang, text

_NAMES = {
    "Sidebar": "sidebar",
    "Collapse sidebar": "collapse_sidebar",
    "Expand sidebar": "expand_sidebar",
    "App pages": "pages",
    "Main menu": "menu",
    "Running...": "running",
    "Stop script": "stop",
    "Open": "open",
    "Close": "close",
    "Clear all": "clear",
    "Clear value": "clear",
    "Selected values": "selected",
    "Link to heading": "heading_link",
    "file upload": "upload",
    "Notifications": "notifications",
    "Choose an option": "choose",
    "Choose options": "choose",
    "Help for ": "help",
    "Remove ": "remove",
}
"""Streamlit's own names of its parts, which it has in English alone, or how they begin; our words' keys."""

_JS = """
let watching;

// Streamlit gives its upload field, which has a name, the role "presentation": screen readers hear both.
function mendUploads() {
  const fields = document.querySelectorAll("[data-testid=stFileUploaderDropzone][role]");
  fields.forEach((field) => field.removeAttribute("role"));
}

// Streamlit names its own parts in English. What it said is kept: the language may change.
const named = { "aria-label": new WeakMap(), placeholder: new WeakMap() };
let words = {};

function worded(name) {
  if (name in words) return words[name];
  const start = Object.keys(words).find((one) => one.endsWith(" ") && name.startsWith(one));
  return start ? words[start] + name.slice(start.length) : name;
}

function mendNames(attribute) {
  for (const node of document.querySelectorAll(`[${attribute}]`)) {
    const name = node.getAttribute(attribute);
    const known = named[attribute].get(node);
    const theirs = known && known.ours === name ? known.theirs : name;
    const ours = worded(theirs);
    named[attribute].set(node, { theirs, ours });
    if (ours !== name) node.setAttribute(attribute, ours);
  }
}

let due;

function mendSoon() {
  due ??= requestAnimationFrame(() => {
    due = undefined;
    mendUploads();
    Object.keys(named).forEach(mendNames);
  });
}

export default function ({ data, parentElement }) {
  words = data.names;
  if (!watching) { // an element may come after the run, when its own script has loaded
    watching = new MutationObserver(mendSoon);
    watching.observe(document.body,
      { childList: true, subtree: true, attributes: true, attributeFilter: Object.keys(named) });
  }
  mendSoon();
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
    names = {theirs: text(f"browser.{key}", lang) for theirs, key in _NAMES.items()}
    _mount(key="finish_run", data={"lang": lang, "run": run, "names": names})
