"""A table whose rows can be opened, sorted and edited.

Streamlit's own grid, drawn on a canvas, cannot show bars, marks, sections and a fixed total.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from simulator.ui import session

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "table",
    html='<div class="row-table" role="region" tabindex="0">'
    "<table><thead></thead><tfoot></tfoot></table></div>",
    css=(_HERE / "table.css").read_text(encoding="utf-8"),
    js=(_HERE / "table.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)
_DEEDS = ("open", "explain", "edit", "clear")


def table(
    content: dict[str, Any],
    *,
    key: str,
    label: str,
    max_height: int,
    on_action: Callable[[dict[str, Any]], None],
) -> None:
    """Draw sections of rows and a total, keeping what is being typed and the order when the figures change.

    `content` has `columns` (`id`, `label`, `help`, `kind`: text, number, bar, edit or clear), `sections`
    (`id`, `cells`, `rows` of `id` and `cells`) and `total` (`cells`). A cell, one per column, is a dict
    with some of: `text`, `sort` (a number or text), `hint`, `mark`, `bar` (`share`, `floor` or None),
    `edit` (`value`, `placeholder`, `label`, `refused`), `open`, `explain` or `clear` (the words of a button).
    `on_action` is called before the rerun with `do` (open, explain, edit or clear), `row`, `column` and, for
    edit, `text`; the row of a section is its id, that of the total `total`. `max_height` is in pixels.
    """

    def acted() -> None:
        action = st.session_state[key].action
        if _offers(content, action):
            on_action(dict(action))

    _mount(
        key=key,
        data=content | {"label": label, "lang": session.lang(), "max_height": max_height},
        on_action_change=acted,
    )


def _offers(content: dict[str, Any], action: Any) -> bool:
    """Whether a cell of the table offers an action that a browser sent, which may be anything."""
    if not isinstance(action, Mapping):
        return False
    row, column, do = (action.get(name) for name in ("row", "column", "do"))
    columns = [declared["id"] for declared in content["columns"]]
    rows = [one for section in content["sections"] for one in (section, *section["rows"])]
    found = [one for one in [*rows, content["total"] | {"id": "total"}] if one["id"] == row]
    if not found or column not in columns or do not in _DEEDS:
        return False
    cell = found[0]["cells"][columns.index(column)]
    return do in cell and (do != "edit" or isinstance(action.get("text"), str))
