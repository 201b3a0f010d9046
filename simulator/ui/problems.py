"""Problems in the language of the screen: of a file, of an entry, of the disk."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from simulator.errors import Problem, UserError
from simulator.ui import session
from simulator.ui.foreign import as_text
from simulator.ui.session import say
from simulator.words.errors import problem_text
from simulator.words.numbers import people

MOST_LINES = 100  # of problems written out, because a browser draws all of them


def problem_lines(problems: Sequence[Problem], most: int = MOST_LINES) -> list[str]:
    """Problems in the language of the screen: the first `most`, and how many more there are."""
    lang = session.lang()
    lines = [problem_text(problem.on_screen(), lang) for problem in problems[:most]]
    more = len(problems) - most
    return [*lines, say("data.more_problems", count=people(more, lang))] if more > 0 else lines


def problem_paragraphs(problems: Sequence[Problem]) -> str:
    """Problems as one text, a paragraph for each, for a message of Streamlit."""
    return as_text("\n\n".join(problem_lines(problems)))


@contextmanager
def problems_shown() -> Iterator[None]:
    """Show why a page cannot be drawn: a file that cannot be used, or the disk."""
    try:
        yield
    except UserError as error:
        problems = error.problems
    except OSError as error:
        name = Path(str(error.filename or "")).name
        problems = (Problem("unreadable_file", name, error.strerror or type(error).__name__),)
    else:
        return
    st.error(f"{say('app.refused')}\n\n{problem_paragraphs(problems)}")


def not_kept() -> list[str]:
    """The message about unsaved work that the disk refused, short and long; empty if it is kept."""
    lines = problem_lines(st.session_state.get("not_kept", ()))
    return [say("header.not_kept"), say("header.not_kept_help"), *lines] if lines else []
