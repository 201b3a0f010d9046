"""A table whose rows open, sort and can be typed into.

Streamlit's grid, a canvas, cannot show bars, marks, sections and a fixed total.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from simulator.report.charts import theme
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
_COLOURS = {
    "text": theme.TEXT,
    "muted": theme.MUTED,
    "line": theme.GRID,
    "accent": theme.ACCENT,
    "target": theme.TARGET,
    "error": theme.ERROR,
    "shade": theme.SHADE,
    "ground": theme.BACKGROUND,
}


def table(
    content: dict[str, Any],
    *,
    key: str,
    label: str,
    max_height: int,
    on_action: Callable[[dict[str, Any]], None],
) -> None:
    """Draw sections of rows and a total, keeping what is being typed and the order when the figures change.

    `content` holds `columns` (`id`, `label`, `help`, `kind`: text, number, bar, edit or clear), `sections`
    (`id`, `cells`, `rows` of `id` and `cells`) and `total` (`cells`). A cell, one for each column, is a dict
    of what it has: `text`, `sort` (a number or text), `hint`, `mark`, `bar` (`share`, `floor` or None),
    `edit` (`value`, `placeholder`, `label`, `refused`), `open`, `explain` or `clear` (the words of a button).
    `on_action` is called before the rerun with `do` (open, explain, edit or clear), `row`, `column` and, for
    edit, `text`; the row of a section is its id, that of the total `total`. `max_height` is in pixels.
    """

    def acted() -> None:
        on_action(dict(st.session_state[key].action))

    _mount(
        key=key,
        data=content
        | {"label": label, "lang": session.lang(), "max_height": max_height, "colours": _COLOURS},
        on_action_change=acted,
    )
