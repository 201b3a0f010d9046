"""Plain tables and lists as HTML: a table that turns into blocks where there is no room, so that nothing has to be scrolled sideways."""

import html
import re
from collections.abc import Sequence

import streamlit as st

_ONE = r"[±−+]?\s?(Rp )?[−+]?\d[\d.,]*( [%×])?"
_NUMBER = re.compile(f"{_ONE}( → {_ONE})?")


def draw_rows(rows: Sequence[dict[str, str]]) -> None:
    """Draws rows (column title → cell, worded, the same titles in each) as a table; the first cell names its row."""
    heads = "".join(f'<th scope="col" role="columnheader"{_align(rows, title)}>{html.escape(title)}</th>' for title in rows[0])
    body = "".join(f'<tr role="row">{_cells(rows, row)}</tr>' for row in rows)
    st.html(f'<div class="plain-rows"><table role="table"><thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>')


def draw_list(lines: Sequence[str]) -> None:
    """Draws sentences as a list."""
    st.html(f'<ul class="plain-lines">{"".join(f"<li>{html.escape(line)}</li>" for line in lines)}</ul>')


def _cells(rows: Sequence[dict[str, str]], row: dict[str, str]) -> str:
    (_, first), *rest = row.items()
    cells = "".join(f'<td role="cell" data-title="{html.escape(title)}"{_align(rows, title)}>{_breakable(cell)}</td>' for title, cell in rest)
    return f'<th scope="row" role="rowheader">{html.escape(first)}</th>{cells}'


def _breakable(cell: str) -> str:
    """A cell's text, in which a long address may go on in the next line."""
    return re.sub(r"([/_])", r"\1<wbr>", html.escape(cell))


def _align(rows: Sequence[dict[str, str]], title: str) -> str:
    """Numbers stand at the right, where every cell of the column is one."""
    cells = [row[title] for row in rows if row[title]]
    return ' class="number"' if cells and all(_NUMBER.fullmatch(cell) for cell in cells) else ""
