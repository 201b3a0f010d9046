"""The texts around a chart in its picture: title, meaning of the marks, sources, and the stamp."""

from collections.abc import Sequence

from simulator import clock
from simulator.handouts.stamp import lettered, marks_legend, stamp_lines
from simulator.handouts.writing import written
from simulator.report.context import Context
from simulator.report.tables.table import Table, pieces
from simulator.ui import session
from simulator.words import text
from simulator.words.quantity import Quantity
from simulator.words.sentence import Words
from simulator.words.sources import source_titles

Legend = Sequence[tuple[str, str]]  # colours with their meaning; "" stands for hatching
WORDS = {"copy": "chart.copy", "copied": "chart.copied", "saved": "chart.saved", "save": "chart.save"}


def picture_words(title: Words, table: Table, legend: Legend) -> dict[str, object]:
    """The title with its marks, the meaning of colours, and the lines below the chart."""
    lang = session.lang()
    contexts = _contexts(table) or [session.context()]
    c = contexts[0]
    titles = source_titles(c.baseline.facts.source, c.sources, lang)
    marks = [marks_legend(c, lang), text("chart.marks", lang), text("chart.sources", lang, titles=titles)]
    unsaved = c.scenario == session.scenario() and session.draft().unsaved
    stamp = stamp_lines(contexts, lang, clock.today(), unsaved, lettered(contexts))
    foot = [" ".join(marks), " · ".join(stamp)]
    words = {name: text(key, lang) for name, key in WORDS.items()}
    return {"title": written(title), "foot": foot, "legend": list(legend), "words": words}


def _contexts(table: Table) -> list[Context]:
    """The contexts from which the numbers of a table come, each once."""
    numbers = (p for row in table.rows for cell in row.cells for p in pieces(cell) if isinstance(p, Quantity))
    subjects = (number.origin.subject for number in numbers if number.origin)
    return list(dict.fromkeys(subject for subject in subjects if isinstance(subject, Context)))
