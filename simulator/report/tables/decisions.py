"""The decision log of a scenario as rows of words, for the screen and for what is handed out."""

from datetime import date

from simulator.model.scenario import Decision, Scenario
from simulator.words import Lang, text
from simulator.words.numbers import MISSING, day_long

COLUMNS = tuple(Decision.model_fields)


def decision_columns(lang: Lang) -> list[str]:
    """The headings of the log: question, expectation, finding, decision, owner, date."""
    return [text(f"decisions.{name}", lang) for name in COLUMNS]


def decision_rows(scenario: Scenario, lang: Lang) -> list[list[str]]:
    """The entries of a scenario's log under `decision_columns`, as they were written; a dash where nothing was."""
    return [[_shown(getattr(entry, name), name, lang) for name in COLUMNS] for entry in scenario.decisions]


def _shown(words: str, name: str, lang: Lang) -> str:
    return day_long(date.fromisoformat(words), lang) if name == "date" else words.strip() or MISSING
