"""Compares rows of a unit list with their neighbours: a row that adds others up is a total or a parent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

CLEAR = 100  # ASN times (enrolled + 1) from which a sum is hardly a coincidence
MOST_PARTS = 1_000
Figures = tuple[int | None, int | None]
"""ASN and enrolled; None if a cell was unclear."""


@dataclass(frozen=True)
class ListedRow:
    """A row of a list: a unit, a row whose words say that it is a total, or one that divides the list.

    `number` is the content of the column that counts the rows. `is_known` means that the data have an office
    of that name, `is_office` that a person confirmed it.
    """

    row: int
    name: str = ""
    segment: str = ""
    figures: Figures = (None, None)
    number: str = ""
    kind: Literal["unit", "total", "break"] = "unit"
    is_known: bool = False
    is_office: bool = False


@dataclass(frozen=True)
class RowSum:
    """A row of a unit that equals the sum of other rows, above it or directly below.

    `clear` excludes chance.
    """

    of: ListedRow
    parts: tuple[ListedRow, ...]
    above: bool
    clear: bool


def row_sums(rows: Sequence[ListedRow]) -> list[RowSum]:
    """Every row that equals the sum of at least two others, in ASN and in enrolled.

    The others are the rows directly below it; or all above, those since the last total or heading, or those
    of its segment. Rows that clearly are sums are not counted again.
    """
    units = [row for row in rows if row.kind == "unit"]
    parents = _parents(units)
    by_row = {one.of.row: one for one in parents}
    counted, last = _Above(), units[-1] if units else None
    for row in rows:
        if row.kind != "unit":
            counted.parted()
            continue
        if row.row not in by_row and (one := _total(row, counted, is_last=row is last)):
            by_row[row.row] = one
        one_sum = by_row.get(row.row)
        if not (one_sum and one_sum.clear):
            counted.add(row)
        elif one_sum.above:
            counted.parted()
    return [by_row[row.row] for row in units if row.row in by_row]


def sums_above(rows: Sequence[ListedRow]) -> dict[int, tuple[Figures, ...]]:
    """The possible sums of each row of totals: all above, those since the last one, or those of its segment.

    A row above every unit may be the sum of all below.
    """
    counted = _Above()
    result: dict[int, tuple[Figures, ...]] = {}
    for row in rows:
        if row.kind == "unit":
            counted.add(row)
            continue
        if row.kind == "total":
            every = [] if counted.every else [[unit for unit in rows if unit.kind == "unit"]]
            result[row.row] = tuple(_added(parts) for parts in [*counted.ways(row.segment), *every])
        counted.parted()
    return result


class _Above:
    """The rows above a row: all of them, and those since the last total or heading."""

    def __init__(self) -> None:
        self.every: list[ListedRow] = []
        self.since: list[ListedRow] = []

    def add(self, row: ListedRow) -> None:
        """Add one more row."""
        self.every.append(row)
        self.since.append(row)

    def parted(self) -> None:
        """Start again below a total or heading."""
        self.since = []

    def ways(self, segment: str) -> list[list[ListedRow]]:
        """The groups of rows that a row below may add up."""
        alike = [row for row in self.every if row.segment == segment]
        return [self.since, self.every, *([alike] if segment else [])]


def _added(rows: Sequence[ListedRow]) -> Figures:
    asn, enrolled = ([row.figures[i] for row in rows] for i in (0, 1))
    return _sum(asn), _sum(enrolled)


def _sum(figures: Sequence[int | None]) -> int | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known) if len(known) == len(figures) else None


def _parents(units: Sequence[ListedRow]) -> list[RowSum]:
    """Rows that equal the sum of those directly below, from the last to the first.

    A row found to be a parent replaces its parts when the rows above it are checked.
    """
    after = list(range(1, len(units) + 1))  # the next row that is not a part
    result: list[RowSum] = []
    for i in range(len(units) - 1, -1, -1):
        parts = _parts_below(units, i, after)
        if parts is None:
            continue
        one = _row_sum(units[i], [units[j] for j in parts], above=False)
        if one is None:
            continue
        result.append(one)
        if one.clear:
            after[i] = after[parts[-1]]
    return result


def _parts_below(units: Sequence[ListedRow], i: int, after: Sequence[int]) -> list[int] | None:
    asn, enrolled = units[i].figures
    if units[i].is_office or asn is None or enrolled is None:
        return None
    parts: list[int] = []
    j = i + 1
    while j < len(units) and len(parts) < MOST_PARTS:
        part_asn, part_enrolled = units[j].figures
        if part_asn is None or part_enrolled is None:
            return None
        parts.append(j)
        asn, enrolled, j = asn - part_asn, enrolled - part_enrolled, after[j]
        if asn <= 0 or enrolled < 0:
            break
    return parts if (asn, enrolled) == (0, 0) and len(parts) > 1 else None


def _total(row: ListedRow, counted: _Above, *, is_last: bool) -> RowSum | None:
    if row.is_office or None in row.figures:
        return None
    for parts in counted.ways(row.segment):
        if len(parts) > 1 and _added(parts) == row.figures:
            return _row_sum(row, parts, above=True, whole=is_last and len(parts) > 2)
    return None


def _row_sum(of: ListedRow, parts: Sequence[ListedRow], *, above: bool, whole: bool = False) -> RowSum | None:
    """A sum that was found; None if all rows are offices of the data: then it is a coincidence.

    It is clear if it is large enough, if the row is not numbered like its parts, or if the last row is the
    sum of the `whole` list.
    """
    if of.is_known and all(part.is_known for part in parts):
        return None
    asn, enrolled = of.figures
    large = (asn or 0) * ((enrolled or 0) + 1) >= CLEAR
    in_a_row = _numbered_on([*parts, of] if above else [of, *parts])
    clear = whole or in_a_row is False or large and not (in_a_row and not enrolled)
    return RowSum(of, tuple(parts), above, clear)


def _numbered_on(rows: Sequence[ListedRow]) -> bool | None:
    """Whether rows are numbered consecutively; None if they are not numbered."""
    if not any(row.number for row in rows):
        return None
    numbers = [int(row.number) if row.number.isdecimal() else -1 for row in rows]
    return -1 not in numbers and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
