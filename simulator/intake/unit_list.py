"""Reads a regency's own unit list from a spreadsheet and reports every problem at once."""

from collections.abc import Sequence

from simulator.errors import Problem, UserError
from simulator.intake import list_cells, list_months
from simulator.intake.column_sums import wrong_sums_across
from simulator.intake.columns import Columns
from simulator.intake.known_units import KnownUnits
from simulator.intake.list_cells import MAX_NOTE
from simulator.intake.list_headings import Cells, Headings, ListCell, find_headings
from simulator.intake.list_reader import ListReader
from simulator.intake.list_words import UNIT_WORDS, is_total
from simulator.intake.listed_units import LEAST, GivenUnit, UnitList, as_listed
from simulator.intake.offices_of_rows import OfficesOfRows
from simulator.intake.row_names import heading_segment
from simulator.intake.row_questions import (
    LEAVE_OUT,
    Answers,
    RowQuestions,
    beyond_asn,
    is_name_of_none,
    spans,
)
from simulator.intake.row_sums import Figures, ListedRow
from simulator.intake.sheet import SheetRow, SheetTable, Value, first_few
from simulator.model.baseline import UnitRow

FIGURES = ("asn", "enrolled", "pledge_month", "pledge_workers")
MAX_LIST_ROWS = 1_000  # each name is compared with every office


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
    """The units of the only sheet with a list, or of the named one; raises UserError with every problem.

    `lang` decides how numbers are read if the headings do not show it, `columns` are columns assigned by a
    person. If the list `needs_month`, a column or heading must name it. `answers` are those to the questions
    that the rows raise.
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
        self._questions: list[Problem] = []
        self._offices = OfficesOfRows(self, answers, self._questions)
        self._figures: dict[str, list[tuple[int, ListCell]]] = {column: [] for column in LEAST}
        self._empty: list[int] = []
        self._rows: list[ListedRow] = []
        self._totals: dict[int, Figures] = {}

    def read(self, row: SheetRow) -> None:
        """Read one row: a unit, a unit without figures, a heading, a total, or the numbers of the columns."""
        outside: list[Problem] = []
        cells, number = self._offices.named_by_code(self.heads.cells(row, outside), row.number), row.number
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

    def _without_figures(self, row: SheetRow) -> None:
        """Read a row without figures: a heading of what follows, or a unit without any known figure."""
        words = " ".join(value for value in row.values if isinstance(value, str))
        if segment := heading_segment(words):
            self._head(segment, row.number)
            self.note(row.number, "heads_segment", segment=segment)
        else:
            self._empty.append(row.number)

    def _head(self, segment: str, row: int) -> None:
        self._offices.section = segment or self._offices.section
        self._rows.append(ListedRow(row, kind="break"))

    def _unit(self, row: int, cells: Cells) -> None:
        before, lang = len(self.problems), self.heads.lang
        figures = {c: self.cell(row, cells, c, list_cells.people, lang, least) for c, least in LEAST.items()}
        name = self.cell(row, cells, "name", list_cells.text) or ""
        code = self.cell(row, cells, "code", list_cells.code) or ""
        segment = self.cell(row, cells, "segment", list_cells.segment) or ""
        note = self.cell(row, cells, "note", list_cells.text, MAX_NOTE) or ""
        pledge_month = self.cell(row, cells, "pledge_month", list_months.month, lang)
        month = self.cell(row, cells, "month", list_months.month, lang)
        for column in LEAST:
            self._figures[column].append((row, cells.get(column)))
        stated = segment or self._offices.segment_of(name)
        self._keep(row, code, name, stated, cells.get("number"), (figures["asn"], figures["enrolled"]))
        if len(self.problems) == before:
            self._check_complete(row, code, name, figures, pledge_month)
        if len(self.problems) > before:
            return
        office = self._offices.known_unit(row, code, name, segment)
        if len(self.problems) > before or not (segment or stated or office):
            return
        self.months += [month] if month else []
        name = office.name if office and self.answers.get(row) == office.code else name
        segment = segment or (office.segment if office else stated)
        code = self._offices.code(row, code, name, segment, office)
        unit = UnitRow(
            code=code,
            name=name,
            segment=segment,
            asn=figures["asn"],
            enrolled=figures["enrolled"],
            pledge_month=pledge_month or "",
            pledge_workers=figures["pledge_workers"] or 0,
            asn_basis="",
            enrolled_basis="",
            pledge_basis="",
            note=note,
        )
        self.units.append(GivenUnit(row, office.base_code if office else "", as_listed(unit)))

    def _keep(self, row: int, code: str, name: str, stated: str, number: ListCell, figures: Figures) -> None:
        """Keep the name and figures of a row, even if its figures are unclear."""
        office = self._offices.keep(row, code, name, stated)
        segment = office.segment if office else stated
        counted = str(number).strip(" .()") if number is not None else ""
        is_known, is_office = office is not None, bool(self.answers.get(row))
        listed = ListedRow(row, name, segment, figures, counted, is_known=is_known, is_office=is_office)
        self._rows.append(listed)

    def _check_complete(
        self, row: int, code: str, name: str, figures: dict[str, int | None], pledge_month: str | None
    ) -> None:
        if not name and code:
            self.refuse(row, "code_unknown", "code" if "code" in self.heads.places else "", code)
        elif not name:
            self.refuse(row, "name_missing", self._offices.name_place)
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
        """Keep the figures of a row of totals, which is not a unit."""
        asn, enrolled = (
            self.cell(row, cells, column, list_cells.people, self.heads.lang, 0)
            for column in ("asn", "enrolled")
        )
        self._totals[row] = (asn, enrolled)
        self._rows.append(ListedRow(row, segment=self._offices.section, kind="total"))
        self.note(row, "total_skipped")

    def finish(self) -> None:
        """Check the whole list: duplicates, merged cells, only round thousands, no rows, no month.

        Questions.
        """
        held = RowQuestions(self.heads, self._rows, self.answers)
        self.problems += held.wrong_totals(self._totals)
        self._offices.refuse_twice()
        listed = [row.row for row in self._rows if row.kind == "unit"]
        self.problems += wrong_sums_across(self.heads, UNIT_WORDS, listed)
        self.problems += self.heads.merged(listed)
        for column, cells in self._figures.items():
            self.refuse_thousands(column, cells)
        sums = held.questions(self.known.region)
        self._questions += sums
        # First whether a row is a unit at all, then its name.
        questioned = {question.values["row"] for question in sums}
        self.problems = [
            one for one in self.problems if one.code != "name_missing" or one.values["row"] not in questioned
        ]
        self._questions += beyond_asn(self._rows, self.heads)
        self._offices.ask_nearly_known()
        self._offices.refuse_without_segment()
        self.problems += self._questions
        self.notes += held.notes()
        self._note_rows()
        if not self.units and not self.problems:
            self.problems.append(Problem("no_units", self.heads.table.name))
        if self.needs_month and not self.months and "month" not in self.heads.places:
            self.problems.append(Problem("no_month", self.heads.table.name))

    def _note_rows(self) -> None:
        """Add notes on the rows that are not units, and on those named by their code."""
        left_out = [row for row, answer in sorted(self.answers.items()) if answer == LEAVE_OUT]
        if left_out:
            self.notes.append(Problem("rows_left_out", "", len(left_out), listed=spans(left_out)))
        for code, rows in (("named_by_code", self._offices.coded), ("rows_without_figures", self._empty)):
            if rows:
                self.notes.append(Problem(code, "", len(rows), rows=first_few(rows)))


def _numbers_columns(values: Sequence[Value]) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 or (1), (2), (3)."""
    numbers = [str(value).strip(" ()") for value in values if value is not None]
    if len(numbers) < 2 or not numbers[0].isdecimal():
        return False
    return numbers == [str(int(numbers[0]) + i) for i in range(len(numbers))]
