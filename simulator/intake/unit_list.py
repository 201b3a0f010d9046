"""A regency's own unit list in a spreadsheet: read row by row, every problem at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.errors import Problem, UserError
from simulator.intake import list_cells
from simulator.intake.columns import Columns
from simulator.intake.known_units import KnownUnit, KnownUnits
from simulator.intake.list_cells import MAX_NOTE
from simulator.intake.list_headings import Cell, Cells, Headings, find_headings
from simulator.intake.list_reader import ListReader
from simulator.intake.list_words import UNIT_WORDS, is_total, named_segment
from simulator.intake.sheet import SheetRow, SheetTable, Value
from simulator.model.baseline import UnitRow
from simulator.store.names import plain_name

COLUMNS = ("code", "name", "segment", "asn", "enrolled", "pledge_month", "pledge_workers", "note")
FIGURES = ("asn", "enrolled", "pledge_month", "pledge_workers")
OWN_LIST = "the regency's own list"  # the note of a unit whose list has none
LEAST = {"asn": 1, "enrolled": 0, "pledge_workers": 0}


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
) -> UnitList:
    """The units of the one sheet that holds a list, or of that named; raises UserError with every problem.

    `lang` says how numbers are written where the headings do not tell, `columns` which is what where somebody
    says so. Where the list `needs_month`, it must have a column for it.
    """
    heads = find_headings(tables, lang, sheet, UNIT_WORDS, columns)
    missing = [column for column in ("asn", "enrolled") if column not in heads.places]
    problems = [heads.problem(heads.last_row, f"no_{column}_column") for column in missing]
    if problems:
        raise UserError(*problems)
    reader = _UnitReader(heads, known, needs_month)
    reader.read_all()
    return UnitList(tuple(reader.units), tuple(dict.fromkeys(reader.months)), tuple(reader.notes))


class _UnitReader(ListReader):
    """Reads units, and skips totals, rows without figures and the numbers of the columns."""

    def __init__(self, heads: Headings, known: KnownUnits, needs_month: bool):
        super().__init__(heads, known, LEAST)
        self.needs_month = needs_month
        self.units: list[GivenUnit] = []
        self.months: list[str] = []
        self._figures: dict[str, list[tuple[int, Cell]]] = {column: [] for column in LEAST}
        self._empty: list[int] = []
        # Row, name, what others may not be.
        self._named: list[tuple[int, str, set[tuple[str, str]]]] = []
        # None once a figure was unclear.
        self._sums: dict[str, int | None] = {"asn": 0, "enrolled": 0}
        self._since_total = dict(self._sums)
        self._unit_rows: list[int] = []

    def read(self, row: SheetRow) -> None:
        """One row: a unit, a unit without figures, a total, or the numbers of the columns."""
        outside: list[Problem] = []
        cells = self.heads.cells(row, outside)
        first = next((value for value in row.values if value is not None), None)
        if any(isinstance(value, str) and is_total(value) for value in (first, cells["name"])):
            self._total(row.number, cells)
        elif row.number == self.heads.last_row + 1 and _numbers_columns(row.values):
            self.note(row.number, "column_numbers")
        elif all(cells.get(column) is None for column in FIGURES):
            self._empty.append(row.number)
        else:
            self.problems += outside
            self._unit(row.number, cells)

    def _unit(self, row: int, cells: Cells) -> None:
        before, lang = len(self.problems), self.heads.lang
        self._unit_rows.append(row)
        figures = {c: self.cell(row, cells, c, list_cells.people, lang, least) for c, least in LEAST.items()}
        name = self.cell(row, cells, "name", list_cells.text) or ""
        code = self.cell(row, cells, "code", list_cells.code) or ""
        segment = self.cell(row, cells, "segment", list_cells.segment) or ""
        note = self.cell(row, cells, "note", list_cells.text, MAX_NOTE) or ""
        pledge_month = self.cell(row, cells, "pledge_month", list_cells.month, lang)
        month = self.cell(row, cells, "month", list_cells.month, lang)
        self._add_up(row, cells, figures)
        self._keep_name(row, code, name, segment)
        if len(self.problems) == before:
            self._check_complete(row, name, figures, pledge_month)
        if len(self.problems) > before:
            return
        office = self._known_unit(row, code, name, segment)
        if len(self.problems) > before:
            return
        self.months += [month] if month else []
        code = code or (office.code if office else "")
        segment = segment or (office.segment if office else self._segment_of_heading(name))
        people = (figures["asn"], figures["enrolled"])
        pledge = (pledge_month or "", figures["pledge_workers"] or 0)
        unit = as_listed(UnitRow(code, name, segment, *people, *pledge, "", "", "", note))
        self.units.append(GivenUnit(row, office.base_code if office else "", unit))

    def _add_up(self, row: int, cells: Cells, figures: dict[str, int | None]) -> None:
        """Keeps a row's figures for the totals below it, and as they are written."""
        for column in LEAST:
            self._figures[column].append((row, cells.get(column)))
        for sums in (self._sums, self._since_total):
            for column, total in sums.items():
                figure = figures[column]
                sums[column] = None if total is None or figure is None else total + figure

    def _keep_name(self, row: int, code: str, name: str, segment: str) -> None:
        """Keeps what a row is called, also where its figures are unclear."""
        office = self.known.coded(code) or self.known.named(name, segment)
        segment = segment or (office.segment if office else self._segment_of_heading(name))
        known, base = (office.code, office.base_code) if office else ("", "")
        keys = {("code", code or known), ("known", base), (segment, plain_name(name))}
        self._named.append((row, name, {key for key in keys if key[1]}))

    def _known_unit(self, row: int, code: str, name: str, segment: str) -> KnownUnit | None:
        """The office a row speaks of, None for a new one; code, name and segment have to fit together."""
        coded, named = self.known.coded(code), self.known.named(name, segment)
        place = "segment" if "segment" in self.heads.places else ""
        if coded and named and coded.code != named.code:
            self.refuse(row, "code_of_another", "code", code, name=coded.name)
        elif coded and segment and coded.segment != segment:
            self.refuse(row, "segment_of_another", place, segment, name=coded.name, segment=coded.segment)
        elif not (coded or named or segment or self._segment_of_heading(name)):
            self.refuse(row, "segment_unknown", place, name)
        return coded or named

    def _segment_of_heading(self, name: str) -> str:
        """What a list headed "Nama OPD" says of all its units, but for those whose name says otherwise."""
        in_heading = named_segment(self.heads.title(self.heads.places["name"][0]))
        return in_heading if named_segment(name) in ("", in_heading) else ""

    def _check_complete(
        self, row: int, name: str, figures: dict[str, int | None], pledge_month: str | None
    ) -> None:
        if not name:
            self.refuse(row, "name_missing", "name")
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
        """A total must be the sum of all rows before it, or of those since the total before."""
        for column in self._since_total:
            total = self.cell(row, cells, column, list_cells.people, self.heads.lang, 0)
            sums = [self._since_total[column], self._sums[column]]
            known = [one for one in sums if one is not None]
            if total is not None and len(known) == len(sums) and total not in known:
                self.refuse(row, "total_differs", column, total, sum=max(known))
        self._since_total = dict.fromkeys(self._since_total, 0)
        self.note(row, "total_skipped")

    def finish(self) -> None:
        """Duplicates, merged cells, nothing but thousands, an empty list, a month nobody names."""
        self._refuse_twice()
        self.problems += self.heads.merged(self._unit_rows)
        for column, cells in self._figures.items():
            self.refuse_thousands(column, cells)
        if self._empty:
            count, rows = len(self._empty), _first_few(self._empty)
            self.notes.append(Problem("rows_without_figures", "", count, rows=rows))
        if not self.units and not self.problems:
            self.problems.append(Problem("no_units", self.heads.table.name))
        if self.needs_month and "month" not in self.heads.places:
            self.problems.append(Problem("no_month", self.heads.table.name))

    def _refuse_twice(self) -> None:
        seen: dict[tuple[str, str], int] = {}
        for row, name, keys in self._named:
            earlier = [seen[key] for key in keys if key in seen]
            if earlier:
                self.refuse(row, "unit_twice", "name", name, earlier=min(earlier))
            seen |= {key: seen.get(key, row) for key in keys}


def _numbers_columns(values: Sequence[Value]) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 or (1), (2), (3)."""
    numbers = [str(value).strip(" ()") for value in values if value is not None]
    if len(numbers) < 2 or not numbers[0].isdecimal():
        return False
    return numbers == [str(int(numbers[0]) + i) for i in range(len(numbers))]


def _first_few(rows: list[int]) -> str:
    """Row numbers for a message."""
    return ", ".join(map(str, rows[:8])) + (" …" if len(rows) > 8 else "")
