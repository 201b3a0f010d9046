"""Plain tables and lists as HTML: a table that turns into blocks where there is no room, so that nothing has to be scrolled sideways."""

import html
import re
from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from simulator.ui.clickable import clickable
from simulator.words.numbers import MISSING

_ONE = r"[±−+]?\s?(Rp\s)?[−+]?\d[\d.,]*(\s[%×])?"
FEW_COLUMNS, SHORT = 6, 24  # characters
_NUMBER = re.compile(f"{_ONE}( → {_ONE})?")


def draw_rows(rows: Sequence[dict[str, str]]) -> None:
    """Draws rows (column title → cell, worded, the same titles in each) as a table; the first cell names its row."""
    st.html(_table(rows, {}))


def draw_linked_rows(
    rows: Sequence[dict[str, str]],
    links: Mapping[tuple[int, str], tuple[str, str, str]],
    *,
    key: str,
    on_press: Callable[[str], None],
) -> None:
    """Draws rows as `draw_rows` does; a press on a cell of `links` calls `on_press` with its id.

    `links` are id, mark (a basis, which gives its look) and help by place of the row and column title.
    """
    clickable(_table(rows, links), key=key, on_press=on_press)


def _table(rows: Sequence[dict[str, str]], links: Mapping[tuple[int, str], tuple[str, str, str]]) -> str:
    heads = "".join(
        f'<th scope="col" role="columnheader"{_align(rows, title)}>{html.escape(title)}</th>'
        for title in rows[0]
    )
    body = "".join(f'<tr role="row">{_cells(rows, i, links)}</tr>' for i in range(len(rows)))
    return f'<div class="plain-rows"><table role="table"><thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'


def draw_list(lines: Sequence[str]) -> None:
    """Draws sentences as a list."""
    st.html(f'<ul class="plain-lines">{"".join(f"<li>{_breakable(line)}</li>" for line in lines)}</ul>')


def _cells(
    rows: Sequence[dict[str, str]], i: int, links: Mapping[tuple[int, str], tuple[str, str, str]]
) -> str:
    (_, first), *rest = rows[i].items()
    cells = "".join(
        f'<td role="cell" data-title="{html.escape(title)}"{_align(rows, title)}>{_link(cell, links.get((i, title)))}</td>'
        for title, cell in rest
    )
    return f'<th scope="row" role="rowheader">{html.escape(first)}</th>{cells}'


def _link(cell: str, link: tuple[str, str, str] | None) -> str:
    if link is None:
        return _breakable(cell)
    asked, mark, words = map(html.escape, link)
    return f'<button type="button" class="origin {mark}" data-id="{asked}" title="{words}" style="text-align: inherit">{html.escape(cell)}</button>'


def _breakable(cell: str) -> str:
    """A text in which a long address may go on in the next line."""
    return re.sub(r"([/_])", r"\1<wbr>", html.escape(cell))


def _align(rows: Sequence[dict[str, str]], title: str) -> str:
    """Numbers stand at the right, where every cell of the column is one; short cells of a table of few columns stay on one line."""
    cells = [row[title] for row in rows if row[title] not in ("", MISSING)]
    if cells and all(_NUMBER.fullmatch(cell) for cell in cells):
        return ' class="number"'
    return (
        ' style="white-space: nowrap"'
        if len(rows[0]) <= FEW_COLUMNS and all(len(cell) <= SHORT for cell in cells)
        else ""
    )
