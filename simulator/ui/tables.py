"""Draws headings, tables and lists of sentences; a press on a number opens the dialog that explains it."""

from collections.abc import Iterable

from simulator.report.tables.table import Table
from simulator.ui import origin, session
from simulator.ui.html import Html
from simulator.words.sentence import Sentence


def draw_title(title: Sentence, *, key: str) -> None:
    """Draws a page's finding as its heading."""
    page = Html(session.lang())
    origin.draw_numbers(f"<h1>{page.sentence(title)}</h1>", page, key=key)


def draw_table(table: Table, *, key: str, look: str = "plain-rows", label: str = "") -> None:
    """Draws a table as `Html.table` writes it."""
    page = Html(session.lang())
    origin.draw_numbers(page.table(table, look=look, label=label), page, key=key)


def draw_lines(lines: Iterable[Sentence | str], *, key: str) -> None:
    """Draws sentences as a list."""
    page = Html(session.lang())
    origin.draw_numbers(page.lines(lines), page, key=key)
