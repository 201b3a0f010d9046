"""A regency's own unit list in a spreadsheet: read row by row, every problem at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from simulator.errors import Problem, UserError
from simulator.intake import list_cells
from simulator.intake.column_sums import wrong_sums_across
from simulator.intake.columns import Columns
from simulator.intake.known_units import KnownUnit, KnownUnits
from simulator.intake.list_cells import MAX_NOTE
from simulator.intake.list_headings import Cell, Cells, Headings, find_headings
from simulator.intake.list_reader import ListReader
from simulator.intake.list_words import UNIT_WORDS, is_total, named_segment
from simulator.intake.row_names import heading_segment, segment_of_name
from simulator.intake.row_questions import (
    LEAVE_OUT,
    Answers,
    RowQuestions,
    beyond_asn,
    is_name_of_none,
    spans,
)
from simulator.intake.row_sums import Figures, ListedRow
from simulator.intake.sheet import SheetRow, SheetTable, Value
from simulator.model.baseline import UnitRow

COLUMNS = ("code", "name", "segment", "asn", "enrolled", "pledge_month", "pledge_workers", "note")
FIGURES = ("asn", "enrolled", "pledge_month", "pledge_workers")
BPS_CODE = re.compile(r"\d{7}")  # of a kecamatan
OWN_LIST = "the regency's own list"  # the note of a unit whose list has none
LEAST = {"asn": 1, "enrolled": 0, "pledge_workers": 0}
MAX_LIST_ROWS = 1_000  # each name is held against every office


@dataclass(frozen=True)
class GivenUnit:
    """A unit of somebody's list: `row` is its place there, `known_as` its code in the baseline.

    The code of `unit` is empty where the list has none and it is not known.
    """

    row: int
    known_as: str
    unit: UnitRow


def as_listed(unit: UnitRow) -> UnitRow:
    """A unit with every figure published by a list."""
    known, pledge = "published", "published" if unit.pledge_month else ""
    note = unit.note or OWN_LIST
    return replace(unit, asn_basis=known, enrolled_basis=known, pledge_basis=pledge, note=note)


@dataclass(frozen=True)
class UnitList:
    """What a list says: its units, the months its rows name, and what should be known of how it was read."""

    units: tuple[GivenUnit, ...]
    months: tuple[str, ...]
    notes: tuple[Problem, ...]


def read_unit_list(
    tables: list[SheetTable],
    known: KnownUnits,
    lang: str = "id",
    sheet: str | None = None,
    columns: Columns | None = None,
    *,
    needs_month: bool = False,
    answers: Answers | None = None,
) -> UnitList:
    """The units of the one sheet that holds a list, or of that named; raises UserError with every problem.

    `lang` says how numbers are written where the headings do not tell, `columns` which is what where somebody
    says so. Where the list `needs_month`, a column or heading must name it. `answers` are those to the
    questions that the rows raise.
    """
    heads = find_headings(tables, lang, sheet, UNIT_WORDS, columns)
    missing = [column for column in UNIT_WORDS.needed if column not in heads.places]
    problems = [heads.problem(heads.last_row, f"no_{column}_column") for column in missing]
    if problems:
        raise UserError(*problems)
    if len(heads.table.rows) > MAX_LIST_ROWS:
        raise UserError(Problem("too_many_rows", heads.table.name, allowed=MAX_LIST_ROWS))
    answers = answers or {}
    below = {row.number for row in heads.table.rows if row.number > heads.last_row}
    problems = [Problem("row_not_in_list", heads.table.name, row) for row in answers if row not in below]
    if problems:
        raise UserError(*problems)
    reader = _UnitReader(heads, known, needs_month, answers)
    reader.read_all()
    return UnitList(tuple(reader.units), tuple(dict.fromkeys(reader.months)), tuple(reader.notes))


class _UnitReader(ListReader):
    """Reads units, and skips totals, headings, rows without figures and the numbers of the columns."""

    def __init__(self, heads: Headings, known: KnownUnits, needs_month: bool, answers: Answers):
        super().__init__(heads, known, LEAST)
        self.needs_month, self.answers = needs_month, answers
        self.units: list[GivenUnit] = []
        self.months = heads.months(["enrolled"])
        self._name_place = "name" if "name" in heads.places else "code"  # where a row says which unit it is
        self._coded: list[int] = []
        self._section = ""  # the segment that the last heading among the rows names
        self._figures: dict[str, list[tuple[int, Cell]]] = {column: [] for column in LEAST}
        self._empty: list[int] = []
        self._rows: list[ListedRow] = []
        self._totals: dict[int, Figures] = {}
        # Row, name, what others may not be.
        self._named: list[tuple[int, str, set[tuple[str, str]]]] = []
        self._unknown: list[GivenUnit] = []
        self._no_segment: list[tuple[int, str]] = []
        self._questions: list[Problem] = []

    def read(self, row: SheetRow) -> None:
        """One row: a unit, a unit without figures, a heading, a total, or the numbers of the columns."""
        outside: list[Problem] = []
        cells, number = self._named_by_code(self.heads.cells(row, outside), row.number), row.number
        answer = self.answers.get(number)
        first = next((value for value in row.values if value is not None), None)
        is_sum = any(isinstance(value, str) and is_total(value) for value in (first, cells["name"]))
        if answer == LEAVE_OUT:
            self._head(heading_segment(str(cells["name"] or "")), number)
        elif is_sum and answer is None:
            self._total(number, cells)
        elif number == self.heads.last_row + 1 and _numbers_columns(row.values):
            self.note(number, "column_numbers")
        elif all(cells.get(column) is None for column in FIGURES):
            self._without_figures(row)
        elif answer is None and is_name_of_none(cells["name"], self.known):
            self._head(heading_segment(str(cells["name"])), number)
            self._questions.append(
                self.heads.problem(number, "name_of_none", "", cells["name"], rows=(number,))
            )
        else:
            self.problems += outside
            self._unit(number, cells)

    def _named_by_code(self, cells: Cells, row: int) -> Cells:
        """The cells with the name of a known code, where that stands alone or in the place of the name."""
        name, code = cells.get("name"), cells.get("code")
        said = code if name is None else name
        is_name = name is not None and any(map(str.isalpha, str(name)))
        digits = str(said).removesuffix(".0").strip()
        office = None if said is None or is_name else self.known.coded(digits)
        if office is None:
            return {"name": None, **cells}
        self._coded.append(row)
        return {**cells, "name": office.name, "code": office.code}

    def _without_figures(self, row: SheetRow) -> None:
        """A heading of what follows, or a unit nobody knows anything of."""
        words = " ".join(value for value in row.values if isinstance(value, str))
        if segment := heading_segment(words):
            self._head(segment, row.number)
            self.note(row.number, "heads_segment", segment=segment)
        else:
            self._empty.append(row.number)

    def _head(self, segment: str, row: int) -> None:
        self._section = segment or self._section
        self._part(row)

    def _part(self, row: int) -> None:
        self._rows.append(ListedRow(row, kind="break"))

    def _unit(self, row: int, cells: Cells) -> None:
        before, lang = len(self.problems), self.heads.lang
        figures = {c: self.cell(row, cells, c, list_cells.people, lang, least) for c, least in LEAST.items()}
        name = self.cell(row, cells, "name", list_cells.text) or ""
        code = self.cell(row, cells, "code", list_cells.code) or ""
        segment = self.cell(row, cells, "segment", list_cells.segment) or ""
        note = self.cell(row, cells, "note", list_cells.text, MAX_NOTE) or ""
        pledge_month = self.cell(row, cells, "pledge_month", list_cells.month, lang)
        month = self.cell(row, cells, "month", list_cells.month, lang)
        for column in LEAST:
            self._figures[column].append((row, cells.get(column)))
        said = segment or self._segment_said(name)
        self._keep(row, code, name, said, cells.get("number"), (figures["asn"], figures["enrolled"]))
        if len(self.problems) == before:
            self._check_complete(row, code, name, figures, pledge_month)
        if len(self.problems) > before:
            return
        office = self._known_unit(row, code, name, segment)
        if len(self.problems) > before:
            return
        if not (segment or said or office):
            return
        self.months += [month] if month else []
        name = office.name if office and self.answers.get(row) == office.code else name
        code = _code(code, office, self.known)
        segment = segment or (office.segment if office else said)
        people = (figures["asn"], figures["enrolled"])
        pledge = (pledge_month or "", figures["pledge_workers"] or 0)
        unit = as_listed(UnitRow(code, name, segment, *people, *pledge, "", "", "", note))
        given = GivenUnit(row, office.base_code if office else "", unit)
        self.units.append(given)
        self._unknown += [] if office else [given]

    def _keep(self, row: int, code: str, name: str, said: str, number: Cell, figures: Figures) -> None:
        """Keeps what a row is called and says, also where its figures are unclear."""
        answer = self.answers.get(row, "")
        office = self.known.coded(answer) or self.known.coded(code) or self._office_named(name, said)
        segment = office.segment if office else said
        keys = {("code", _code(code, office, self.known)), ("known", office.base_code if office else "")}
        keys.add((segment, self.known.key(name)))
        self._named.append((row, name, {key for key in keys if key[1]}))
        counted = str(number).strip(" .()") if number is not None else ""
        is_known, is_office = office is not None, bool(answer)
        listed = ListedRow(row, name, segment, figures, counted, is_known=is_known, is_office=is_office)
        self._rows.append(listed)

    def _office_named(self, name: str, segment: str) -> KnownUnit | None:
        """The office of a name, in its segment if there is one, else in any that no column names."""
        elsewhere = "segment" not in self.heads.places or not segment
        return self.known.named(name, segment) or (self.known.named(name, "") if elsewhere else None)

    def _known_unit(self, row: int, code: str, name: str, segment: str) -> KnownUnit | None:
        """The office a row speaks of, None for a new one; code, name and segment have to fit together."""
        answer = self.answers.get(row, "")
        said = segment or self._segment_said(name)
        coded, named = self.known.coded(code), self._office_named(name, said)
        place = "segment" if "segment" in self.heads.places else ""
        if office := self.known.coded(answer):
            return office
        if coded and named and coded.code != named.code:
            self.refuse(row, "code_of_another", "code", code, name=coded.name)
        elif coded and segment and coded.segment != segment:
            self.refuse(row, "segment_of_another", place, segment, name=coded.name, segment=coded.segment)
        elif coded and not named and not self.known.is_nearly(name, coded):
            if not answer:
                values: dict[str, Any] = {"name": coded.name, "given": code, "rows": (row,)}
                self._questions.append(
                    self.heads.problem(row, "code_of_other_name", self._name_place, name, **values)
                )
        elif not (coded or named or said):
            self._no_segment.append((row, name))
        return coded or named

    def _segment_said(self, name: str) -> str:
        """The segment of a unit that no column names.

        A kecamatan is called one wherever it stands. Else it is what the last heading among the rows, or one
        such as "Nama OPD", says of all units below it, and where they say nothing, what the name does.
        """
        own = segment_of_name(name)
        said = self._section or named_segment(self.heads.title(self.heads.places[self._name_place][0]))
        if own == "kecamatan" or not said:
            return own
        return said if own or named_segment(name) in ("", said) else ""

    def _check_complete(
        self, row: int, code: str, name: str, figures: dict[str, int | None], pledge_month: str | None
    ) -> None:
        if not name and code:
            self.refuse(row, "code_unknown", "code" if "code" in self.heads.places else "", code)
        elif not name:
            self.refuse(row, "name_missing", self._name_place)
        for column in ("asn", "enrolled"):
            if figures[column] is None:
                self.refuse(row, "figure_missing", column, low=LEAST[column])
        workers = figures["pledge_workers"]
        if (pledge_month is None) != (workers is None) and (pledge_month or workers):
            column = "pledge_month" if "pledge_month" in self.heads.places else "pledge_workers"
            self.refuse(row, "half_a_pledge", column)
        elif pledge_month and (enrolled := figures["enrolled"]):
            self.refuse(row, "pledge_of_a_participant", "pledge_month", pledge_month, enrolled=enrolled)

    def _total(self, row: int, cells: Cells) -> None:
        """Keeps what a row of totals says; it is no unit."""
        asn, enrolled = (
            self.cell(row, cells, column, list_cells.people, self.heads.lang, 0)
            for column in ("asn", "enrolled")
        )
        self._totals[row] = (asn, enrolled)
        self._rows.append(ListedRow(row, segment=self._section, kind="total"))
        self.note(row, "total_skipped")

    def finish(self) -> None:
        """Duplicates, merged cells, nothing but thousands, an empty list, a month nobody names; questions."""
        questions = RowQuestions(self.heads, self._rows, self.answers)
        self.problems += questions.wrong_totals(self._totals)
        self._refuse_twice()
        listed = [row.row for row in self._rows if row.kind == "unit"]
        self.problems += wrong_sums_across(self.heads, UNIT_WORDS, listed)
        self.problems += self.heads.merged(listed)
        for column, cells in self._figures.items():
            self.refuse_thousands(column, cells)
        sums = questions.asked(self.known.region)
        self._questions += sums
        asked = {
            question.values["row"] for question in sums
        }  # whether a row is a unit, before what it is called
        self.problems = [
            one for one in self.problems if one.code != "name_missing" or one.values["row"] not in asked
        ]
        self._questions += beyond_asn(self._rows, self.heads)
        self._ask_nearly_known()
        self._refuse_without_segment()
        self.problems += self._questions
        self._tell(questions)
        if not self.units and not self.problems:
            self.problems.append(Problem("no_units", self.heads.table.name))
        if self.needs_month and not self.months and "month" not in self.heads.places:
            self.problems.append(Problem("no_month", self.heads.table.name))

    def _tell(self, questions: RowQuestions) -> None:
        """Rows that are no units, and those that only by chance, as it seems, are the sum of others."""
        self.notes += questions.told()
        left_out = [row for row, answer in sorted(self.answers.items()) if answer == LEAVE_OUT]
        if left_out:
            self.notes.append(Problem("rows_left_out", "", len(left_out), listed=spans(left_out)))
        if self._coded:
            self.notes.append(Problem("named_by_code", "", len(self._coded), rows=_first_few(self._coded)))
        if self._empty:
            self.notes.append(
                Problem("rows_without_figures", "", len(self._empty), rows=_first_few(self._empty))
            )

    def _ask_nearly_known(self) -> None:
        """Asks about a name that the data do not have but for a letter or a remark in brackets."""
        listed = {key[1] for _, _, keys in self._named for key in keys if key[0] == "code"}
        unknown = [(given.row, given.unit.name, given.unit.segment) for given in self._unknown]
        for row, name, segment in [*unknown, *((row, name, "") for row, name in self._no_segment)]:
            near = None if row in self.answers else self.known.nearest(name, segment, listed)
            if near:
                values: dict[str, Any] = {"name": near.name, "office": near.code, "rows": (row,)}
                self._questions.append(
                    self.heads.problem(row, "nearly_known", self._name_place, name, **values)
                )

    def _refuse_without_segment(self) -> None:
        """Refuses a unit of no known segment, unless it is asked whether it is one, or another, at all."""
        place = "segment" if "segment" in self.heads.places else ""
        asked = {row for question in self._questions for row in question.values["rows"]}
        for row, name in self._no_segment:
            if row not in asked:
                self.refuse(row, "segment_unknown", place, name)

    def _refuse_twice(self) -> None:
        seen: dict[tuple[str, str], int] = {}
        for row, name, keys in self._named:
            earlier = [seen[key] for key in keys if key in seen]
            if earlier:
                self.refuse(row, "unit_twice", self._name_place, name, earlier=min(earlier))
            seen |= {key: seen.get(key, row) for key in keys}


def _code(code: str, office: KnownUnit | None, known: KnownUnits) -> str:
    """The code a unit has from now on: that of the data where they have it, whatever else a list calls it.

    A kecamatan known by name has the code its tile has, where a list has seven digits of BPS (3324010).
    """
    of_bps = BPS_CODE.fullmatch(code) and office and office.segment == "kecamatan"
    if office and (office.base_code or known.coded(code) or of_bps):
        return office.code
    return code or (office.code if office else "")


def _numbers_columns(values: Sequence[Value]) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 or (1), (2), (3)."""
    numbers = [str(value).strip(" ()") for value in values if value is not None]
    if len(numbers) < 2 or not numbers[0].isdecimal():
        return False
    return numbers == [str(int(numbers[0]) + i) for i in range(len(numbers))]


def _first_few(rows: list[int]) -> str:
    """Row numbers for a message."""
    return ", ".join(map(str, rows[:8])) + (" …" if len(rows) > 8 else "")
