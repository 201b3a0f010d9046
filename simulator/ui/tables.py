"""Draws headings, tables and lists of sentences; a press on a number opens the dialog that explains it."""

from collections.abc import Iterable

from simulator.report.tables.table import Table
from simulator.ui import origin, session
from simulator.ui.html import Html
from simulator.words.sentence import Sentence


def draw_title(title: Sentence, *, key: str, level: int = 1) -> None:
    """Draws a page's finding as its heading, or the heading of a part of it."""
    page = Html(session.lang())
    origin.draw_numbers(f"<h{level}>{page.sentence(title)}</h{level}>", page, key=key)


def draw_text(words: Sentence, *, key: str, look: str = "") -> None:
    """Draws a paragraph; `look` is its class in the style sheet, "note" for what stands in grey."""
    page = Html(session.lang())
    origin.draw_numbers(f'<p class="{look}">{page.sentence(words)}</p>', page, key=key)


def draw_message(lines: Iterable[Sentence | str], *, kind: str, key: str) -> None:
    """Draws what has just happened as a box; `kind` is success, info, warning or error."""
    page = Html(session.lang())
    words = "".join(f"<p>{page.sentence(line)}</p>" for line in lines)
    origin.draw_numbers(f'<div class="message {kind}" role="alert">{words}</div>', page, key=key)


def draw_table(table: Table, *, key: str, look: str = "plain-rows", label: str = "") -> None:
    """Draws a table as `Html.table` writes it."""
    page = Html(session.lang())
    origin.draw_numbers(page.table(table, look=look, label=label), page, key=key)


def draw_lines(lines: Iterable[Sentence | str], *, key: str) -> None:
    """Draws sentences as a list."""
    page = Html(session.lang())
    origin.draw_numbers(page.lines(lines), page, key=key)
