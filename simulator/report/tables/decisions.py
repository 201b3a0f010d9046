"""The decision log of a scenario as rows of text, for the screen and for hand-outs."""

from datetime import date

from simulator.model.beside_settings import Decision
from simulator.model.scenario import Scenario
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.numbers import MISSING, day_long
from simulator.words.quantity import Quantity

COLUMNS = tuple(Decision.model_fields)


def decision_columns(lang: Lang) -> list[str]:
    """The headings of the log: question, expectation, finding, decision, owner, date."""
    return [text(f"decisions.{name}", lang) for name in COLUMNS]


def decision_table(scenario: Scenario, lang: Lang) -> Table:
    """The log with its dates as day numbers, for a medium that has a type for them."""
    columns = tuple(Column(title) for title in decision_columns(lang))
    days = [date.fromisoformat(entry.date).toordinal() for entry in scenario.decisions]
    rows = zip(decision_rows(scenario, lang), days, strict=True)
    return Table(columns, tuple(Row((*words[:-1], Quantity(day, "day", "counted"))) for words, day in rows))


def decision_rows(scenario: Scenario, lang: Lang) -> list[list[str]]:
    """The entries of a log under `decision_columns`, as they were written; a dash where nothing was."""
    return [[_shown(getattr(entry, name), name, lang) for name in COLUMNS] for entry in scenario.decisions]


def _shown(words: str, name: str, lang: Lang) -> str:
    return day_long(date.fromisoformat(words), lang) if name == "date" else words.strip() or MISSING
