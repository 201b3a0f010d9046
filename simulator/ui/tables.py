"""Headings, tables, lists of sentences and folded sections; each number opens its explanation."""

from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from simulator.handouts.csv_file import table_csv
from simulator.report.tables.table import Table
from simulator.ui import html, origin, session
from simulator.ui.html import Html
from simulator.words.sentence import Sentence


def draw(write: Callable[[Html], str], *, key: str) -> None:
    """Draw the HTML that `write` returns; a press on one of its numbers opens the dialog that explains it."""
    page = Html(session.lang())
    html.draw(write(page), key=key)
    origin.remember(key, page.quantities)


def draw_title(title: Sentence, *, key: str, level: int = 1) -> None:
    """Draw a page's finding as its heading, or the heading of a part of it."""
    draw(lambda page: f"<h{level}><span>{page.sentence(title)}</span></h{level}>", key=key)


def draw_text(words: Sentence, *, key: str, look: str = "") -> None:
    """Draw a paragraph; `look` is its class in the style sheet, "note" for grey text."""
    draw(lambda page: f'<p class="{look}">{page.sentence(words)}</p>', key=key)


def draw_message(lines: Iterable[Sentence | str], *, kind: str, key: str) -> None:
    """Draw a message about what has just happened; `kind` is success, info, warning or error."""

    def write(page: Html) -> str:
        words = "".join(f"<p>{page.sentence(line)}</p>" for line in lines)
        return f'<div class="message {kind}" role="alert">{words}</div>'

    draw(write, key=key)


def draw_table(table: Table, *, key: str, look: str = "plain-rows", label: str = "") -> None:
    """Draw a table as `Html.table` writes it."""
    draw(lambda page: page.table(table, look=look, label=label), key=key)


def draw_lines(lines: Iterable[Sentence | str], *, key: str) -> None:
    """Draw sentences as a list."""
    draw(lambda page: page.lines(lines), key=key)


def fold(label: str, draw_inside: Callable[[], None], *, key: str, **options: Any) -> None:
    """A folded section whose content is computed only while it is open.

    `options` are those of an expander.
    """
    section = st.expander(label, key=key, on_change="rerun", **options)
    if section.open:
        with section:
            draw_inside()


def download_csv(label: str, table: Callable[[], Table], file_name: str, **options: Any) -> None:
    """A button that downloads a table, made when it is pressed; `options` are those of the button."""
    p, lang = session.projection(), session.lang()

    def content() -> bytes:
        return table_csv(table(), p, lang)

    st.download_button(label, content, file_name=file_name, mime="text/csv", on_click="ignore", **options)
