"""The questions about rows that must be answered before a list counts, and the possible answers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from simulator.errors import Problem
from simulator.intake.known_units import KnownUnits
from simulator.intake.list_headings import Headings
from simulator.intake.row_names import has_letters, heading_segment, is_bare_region, is_of_region
from simulator.intake.row_sums import ListedRow, RowSum, row_sums, sums_above
from simulator.intake.sheet import runs
from simulator.model.parts import OFFICES

LEAVE_OUT, KEEP = "leave_out", "keep"
Answers = Mapping[int, str]
"""By row: LEAVE_OUT, KEEP (it is an office as written), or the code of the office that it is."""
THE_OFFICE, PARTS_OUT = "the_office", "parts_out"
CHOICES = {
    "sum_of_above": (LEAVE_OUT, KEEP),
    "sum_of_below": (LEAVE_OUT, PARTS_OUT, KEEP),
    "name_of_none": (LEAVE_OUT, KEEP),
    "nearly_known": (THE_OFFICE, KEEP, LEAVE_OUT),
    "code_of_other_name": (KEEP, LEAVE_OUT),
    "more_than_asn": (KEEP, LEAVE_OUT),
}
"""Each question that a list may raise, by the code of its problem, with the possible answers.

Such a problem has `rows`, to which an answer applies; PARTS_OUT leaves out its `part_rows` instead, and
THE_OFFICE means its `office`.
"""


def answered(problem: Problem, choice: str) -> dict[int, str]:
    """The answers that one choice gives to a question."""
    rows, answer = problem.values["rows"], choice
    if choice == PARTS_OUT:
        rows, answer = problem.values["part_rows"], LEAVE_OUT
    elif choice == THE_OFFICE:
        answer = problem.values["office"]
    return dict.fromkeys(rows, answer)


def is_name_of_none(name: object, known: KnownUnits) -> bool:
    """Whether the text in place of a name is not an office: a number, the regency, a segment."""
    if not isinstance(name, str):
        return name is not None
    if not has_letters(name) or is_of_region(name, known.region):
        return bool(name.strip())
    return heading_segment(name) in OFFICES and known.named(name, "") is None


class RowQuestions:
    """Compares the rows of a list with each other; questions and notes are Problems."""

    def __init__(self, heads: Headings, rows: Sequence[ListedRow], answers: Answers):
        self.heads, self.rows, self.answers = heads, rows, answers
        self._sums = row_sums(rows)
        self._doubled = {one.of.row for one in self._sums if one.clear}

    def questions(self, region: str) -> list[Problem]:
        """Questions on rows that are a sum of others, or as large as all and named like the regency."""
        sums = [self._about(one) for one in self._sums if one.clear]
        return sums + [self._none(row) for row in self.rows if self._is_whole_region(row, region)]

    def notes(self) -> list[Problem]:
        """Notes on rows that are a sum of others, apparently by chance."""
        return [self._about(one, "maybe_") for one in self._sums if not one.clear]

    def wrong_totals(self, cells: Mapping[int, tuple[int | None, int | None]]) -> list[Problem]:
        """Rows of totals that are not a sum, with the values from `cells`.

        None while there is a question about a sum.
        """
        if self._doubled:
            return []
        problems = []
        for row, sums in sums_above(self.rows).items():
            for place, column in enumerate(("asn", "enrolled")):
                known, total = [one[place] for one in sums], cells[row][place]
                of_all = [one for one in known if one is not None]
                if total is not None and len(of_all) == len(known) and total not in of_all:
                    code, allowed = "total_differs", max(of_all)
                    problems.append(self.heads.problem(row, code, column, total, sum=allowed))
        return problems

    def _about(self, one: RowSum, kind: str = "") -> Problem:
        rows = tuple(part.row for part in one.parts)
        asn, enrolled = one.of.figures
        code = f"{kind}sum_of_{'above' if one.above else 'below'}"
        values: dict[str, Any] = {"asn": asn, "enrolled": enrolled, "count": len(rows), "parts": spans(rows)}
        row = one.of.row
        return self.heads.problem(row, code, "", one.of.name, rows=(row,), part_rows=rows, **values)

    def _none(self, row: ListedRow) -> Problem:
        return self.heads.problem(row.row, "name_of_none", "", row.name, rows=(row.row,))

    def _is_whole_region(self, row: ListedRow, region: str) -> bool:
        """Whether a row is the whole regency.

        A kecamatan of its name has fewer than half as many people as the others.
        """
        if row.is_known or row.is_office or row.row in self._doubled or not is_bare_region(row.name, region):
            return False
        asn = [other.figures[0] or 0 for other in self.rows if other.kind == "unit" and other is not row]
        return row.segment != "kecamatan" or (row.figures[0] or 0) * 2 >= sum(asn)


def beyond_asn(rows: Iterable[ListedRow], heads: Headings) -> list[Problem]:
    """One question about all rows with more enrolled than ASN that nobody confirmed."""
    beyond = [row for row in rows if row.kind == "unit" and not row.is_office and _exceeds(row)]
    if not beyond:
        return []
    numbers, first = tuple(row.row for row in beyond), beyond[0]
    asn, enrolled = first.figures
    values = {"count": len(beyond), "rows": numbers, "listed": spans(numbers), "asn": asn}
    return [Problem("more_than_asn", heads.table.name, first.name, enrolled=enrolled, **values)]


def _exceeds(row: ListedRow) -> bool:
    asn, enrolled = row.figures
    return asn is not None and enrolled is not None and enrolled > asn


def spans(rows: Sequence[int]) -> str:
    """Row numbers in words: 3–7, 9."""
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs(rows))
