"""Finds the heading rows of a table, one or several, and the meaning of its columns."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from simulator.intake.heading_words import (
    Meaning,
    counts_other_staff,
    is_other_matter,
    meaning,
    names_civil_servants,
    only_says_units,
)
from simulator.intake.list_words import ListWords
from simulator.intake.sheet import SheetRow, SheetTable, Value
from simulator.store.names import tidy

HEADING_ROWS = 30  # headings are looked for in this many rows
DEEPEST = 3  # heading rows, one below the other
JOINED = " · "  # between the headings of one column from top to bottom
Places = Mapping[str, tuple[int, ...]]
"""The positions of the columns of a list: one, or those of parts that are added up."""


@dataclass(frozen=True)
class HeadingRows:
    """The last heading row (0 if none), the title of each column, and which column is read for what.

    `doubled` are columns that several headings name, each as the whole.
    """

    last: int
    titles: tuple[str, ...]
    places: Places
    doubled: Places


def named_headings(table: SheetTable, kind: ListWords) -> HeadingRows | None:
    """The first rows that name the required columns of this kind of list, with all adjacent heading rows."""
    rows = [row for row in table.rows if row.number <= HEADING_ROWS]
    for at in range(len(rows)):
        below = list(takewhile(_only_text, rows[at + 1 : at + DEEPEST]))
        result = _named(rows[at : at + 1], kind)
        for depth in range(1, len(below) + 1):
            deeper = _named(rows[at : at + depth + 1], kind)
            if deeper and _belong_together(rows[at : at + depth + 1], result, deeper, kind):
                result = deeper
        if result:
            return result
    return None


def likely_headings(table: SheetTable, kind: ListWords) -> HeadingRows:
    """The likely row of unknown headings: the widest row of words above the first row with a number."""
    rows = [row for row in table.rows[:HEADING_ROWS] if len(_filled(row)) > 1]
    words = list(takewhile(_only_text, rows))
    if not words:
        return HeadingRows(0, (), {}, {})
    widest = max(words, key=lambda row: (len(_filled(row)), row.number))
    return _read([widest], kind)


def _filled(row: SheetRow) -> list[Value]:
    return [value for value in row.values if value is not None]


def _only_text(row: SheetRow) -> bool:
    """Whether a row contains words and no number."""
    return all(isinstance(value, str) and re.search(r"[^\W\d_]", value) for value in _filled(row))


def _belong_together(
    rows: Sequence[SheetRow], before: HeadingRows | None, now: HeadingRows, kind: ListWords
) -> bool:
    """Whether the last of these rows adds to the headings; otherwise it is a unit."""
    if before and all(only_says_units(str(value)) for value in _filled(rows[-1])):
        return True
    without_first = _named(rows[1:], kind)
    if len(_filled(rows[0])) < 2 or without_first and without_first.places == now.places:
        return False
    if before is None:
        return True
    keys = [place for key in kind.key for place in before.places.get(key, ())]
    names_no_unit = all(rows[-1].at(place) is None for place in keys)
    if names_no_unit and now.titles.count("") < before.titles.count(""):
        return True  # words below a wider heading, known or not
    figures = ({c: of.get(c) for c in kind.figures} for of in (before.places, now.places))
    return len(set(map(str, figures))) > 1 and before.places.keys() <= {*now.places, *now.doubled}


def _named(rows: Sequence[SheetRow], kind: ListWords) -> HeadingRows | None:
    """The meaning of these rows as headings; None if they lack required columns of this kind of list."""
    found = _read(rows, kind)
    named = {*found.places, *found.doubled}
    return None if named.isdisjoint(kind.key) or named.isdisjoint(kind.figures) else found


def _read(rows: Sequence[SheetRow], kind: ListWords) -> HeadingRows:
    places, doubled = _placed(_meanings(rows, kind), _titles(rows))
    return HeadingRows(rows[-1].number, _titles(rows), places, doubled)


def _titles(rows: Sequence[SheetRow]) -> tuple[str, ...]:
    """The title of each column: its headings from top to bottom.

    A heading extends to the right over columns without their own, as long as the row below has headings and
    the row above has no new one.
    """
    width = max(len(row.values) for row in rows)
    titles = [""] * width
    for i, row in enumerate(rows):
        over = ""
        for place in range(width):
            value = row.at(place)
            has_own_below = any(below.at(place) is not None for below in rows[i + 1 :])
            is_under_another = any(above.at(place) is not None for above in rows[:i])
            if value is not None or is_under_another:
                over = "" if value is None else tidy(str(value))
            elif not has_own_below:
                continue
            titles[place] = JOINED.join(filter(None, (titles[place], over)))
    return tuple(titles)


def _meanings(rows: Sequence[SheetRow], kind: ListWords) -> list[Meaning | None]:
    """The meaning of each column: by all its headings, otherwise by the lowest alone."""
    result = []
    for title in _titles(rows):
        whole = meaning(title, kind)
        lowest = title.rpartition(JOINED)[2]
        if whole is None and lowest != title and not is_other_matter(title):
            whole = meaning(lowest, kind)
        result.append(whole)
    return result


def _placed(meanings: list[Meaning | None], titles: tuple[str, ...]) -> tuple[Places, Places]:
    """Where each column is read, and which columns are named several times."""
    alike: dict[str, dict[int, Meaning]] = defaultdict(dict)
    with_others = any(map(counts_other_staff, titles))
    for place, one in enumerate(meanings):
        # "Pegawai" next to a column of contract staff includes them.
        if one and not (with_others and one.column == "asn" and one.is_whole and "asn" not in one.words):
            alike[one.column][place] = one
    places: dict[str, tuple[int, ...]] = {}
    doubled: dict[str, tuple[int, ...]] = {}
    for column, found in alike.items():
        chosen, is_clear = _chosen(found)
        if column == "asn" and chosen and not found[chosen[0]].is_whole:
            # A kind of civil servants in unknown words may be a part as well.
            others = (place for place, one in enumerate(meanings) if one is None)
            unknown = tuple(place for place in others if names_civil_servants(titles[place]))
            chosen, is_clear = chosen + unknown, is_clear and not unknown
        if chosen:
            (places if is_clear else doubled)[column] = chosen
    if "month" not in places:
        places.pop("year", None)
    return places, doubled


def _chosen(found: Mapping[int, Meaning]) -> tuple[tuple[int, ...], bool]:
    """Where a column is read, and whether that is clear: its total, otherwise all its parts, each once."""
    wholes = tuple(place for place, one in found.items() if one.is_whole)
    if wholes:
        return wholes, len(wholes) == 1
    of_both_sexes = {place: one.statuses for place, one in found.items() if not one.sexes}
    if of_both_sexes:
        return tuple(of_both_sexes), len(set(of_both_sexes.values())) == len(of_both_sexes)
    parts = [(one.statuses, one.sexes) for one in found.values()]
    if {sexes for _, sexes in parts} != {frozenset("l"), frozenset("p")}:
        return (), True
    return tuple(found), len(set(parts)) == len(parts)
