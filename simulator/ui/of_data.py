"""A note, on pages computed from the data set, that actuals of later months are recorded."""

from simulator.report.context import Context
from simulator.report.sentences.target import of_data_sentence
from simulator.ui import session
from simulator.ui.tables import draw_text


def draw_of_data(c: Context, key: str) -> None:
    """Draw the note below a page's finding; nothing if no later month is recorded."""
    if words := of_data_sentence(c, session.lang()):
        draw_text(words, key=key, look="note")
