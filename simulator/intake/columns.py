"""The meaning of the columns of a list as assigned by a person: on the command line, or on screen."""

import re
from collections.abc import Mapping, Sequence

from simulator.errors import Problem, UserError
from simulator.intake.heading_words import words_of
from simulator.intake.list_words import ListWords
from simulator.intake.sheet import letters, position
from simulator.store.names import plain, tidy

Columns = Mapping[str, tuple[int | str, ...]]
"""Maps each column of the list to its positions, or to letters or headings as typed; empty if it is absent.

Figures may be in several columns, which are added up.
"""
MOST_ADDED = 4  # such as men and women of two kinds of civil servants
NOWHERE = "-"
_LETTERS = re.compile(r"[A-Za-z]{1,2}")


def parsed_columns(typed: str, kind: ListWords) -> Columns:
    """The columns assigned by a text such as "nama=B, asn=C+D, peserta=F, kode=-"; raises UserError.

    Each is named by a word that headings of this kind of list may have, and assigned to columns by their
    letters or headings.
    """
    result: dict[str, tuple[int | str, ...]] = {}
    problems = []
    for pair in re.split(r",(?=[^,=]*=)", typed):
        name, equals, where = (part.strip() for part in pair.partition("="))
        column = kind.columns.get(plain(name))
        if not (equals and where and column) or column in result:
            problems.append(Problem("bad_columns", "--columns", pair.strip(), allowed=allowed_names(kind)))
        elif where == NOWHERE:
            result[column] = ()
        else:
            result[column] = tuple(part.strip() for part in where.split("+"))
    if problems:
        raise UserError(*problems)
    return result


def allowed_names(kind: ListWords) -> str:
    """The allowed names of columns: the first word of each in both languages."""
    pairs = [kind.words[column] for column in kind.words if column != "number"]
    return ", ".join("/".join(dict.fromkeys(words.split("|")[0] for words in pair)) for pair in pairs)


def placed_columns(
    columns: Columns, titles: Sequence[str], width: int, kind: ListWords
) -> Mapping[str, tuple[int, ...]]:
    """The positions of the assigned columns.

    Raises UserError with all that do not exist or are assigned twice.
    """
    problems: list[Problem] = []
    result: dict[str, tuple[int, ...]] = {}
    for column, names in columns.items():
        places = [name if isinstance(name, int) else _place(name, titles, width, problems) for name in names]
        result[column] = tuple(place for place in places if place is not None)
        if len(names) > (MOST_ADDED if column in kind.addable else 1):
            most = MOST_ADDED if column in kind.addable else 1
            problems.append(Problem("too_many_added", "--columns", kind.word(column), allowed=most))
    read = [place for places in result.values() for place in places]
    problems += [
        Problem("column_given_twice", "--columns", letters(place))
        for place in sorted(set(read))
        if read.count(place) > 1
    ]
    if problems:
        raise UserError(*problems)
    return result


def _place(name: str, titles: Sequence[str], width: int, problems: list[Problem]) -> int | None:
    """The position of a column by its letters or heading; None, with a problem, if that is ambiguous."""
    found = {place for place, title in enumerate(titles) if title and words_of(title) == words_of(name)}
    if _LETTERS.fullmatch(name) and (place := position(name)) < width:
        found.add(place)
    if len(found) == 1:
        return found.pop()
    there = ", ".join(f"{letters(p)} {tidy(title)}".strip() for p, title in enumerate(titles) if title)
    last = letters(width - 1)
    code = "column_ambiguous" if found else "no_such_column"
    columns = ", ".join(map(letters, sorted(found)))
    problems.append(Problem(code, "--columns", name, allowed=there or f"A–{last}", columns=columns))
    return None
