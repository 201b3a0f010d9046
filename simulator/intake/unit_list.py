"""A regency's own unit list: finds the table in a spreadsheet and reads it row by row, every problem at once."""

from dataclasses import dataclass
from typing import Any

from simulator.errors import Problem, UserError
from simulator.intake import list_cells
from simulator.intake.known_units import KnownUnit, KnownUnits
from simulator.intake.list_cells import MAX_NOTE
from simulator.intake.list_headings import Headings, find_headings
from simulator.intake.list_words import is_total, segment_told
from simulator.intake.sheet import SheetRow, SheetTable, Value
from simulator.store.names import plain_name

FIGURES = ("asn", "enrolled", "pledge_month", "pledge_workers")
LEAST = {"asn": 1, "enrolled": 0, "pledge_workers": 0}


@dataclass(frozen=True)
class GivenUnit:
    """A unit of somebody's list: `row` is its place there, `known_as` the code of the same unit in the baseline it builds upon.

    `code` is empty where the list has none and the unit is not known.
    """

    row: int
    known_as: str
    code: str
    name: str
    segment: str
    asn: int
    enrolled: int
    pledge_month: str
    pledge_workers: int
    note: str


@dataclass(frozen=True)
class UnitList:
    """What a list says: its units, the months its rows name, and what a reader should know of how it was read."""

    units: tuple[GivenUnit, ...]
    months: tuple[str, ...]
    notes: tuple[Problem, ...]


def read_unit_list(
    tables: list[SheetTable],
    known: KnownUnits,
    lang: str = "id",
    sheet: str | None = None,
    *,
    needs_month: bool = False,
) -> UnitList:
    """The units of the one sheet that holds a list, or of the sheet named; raises UserError with every problem of every row.

    `lang` says how numbers are written where the headings do not tell. Where the list `needs_month`, it must have a column for it.
    """
    heads = find_headings(tables, lang, sheet)
    problems = [
        heads.problem(heads.row.number, f"no_{column}_column")
        for column in ("asn", "enrolled")
        if column not in heads.places
    ]
    if problems:
        raise UserError(problems)
    rows = _Rows(heads, known)
    for row in heads.table.rows:
        if row.number > heads.row.number:
            rows.read(row)
    rows.finish()
    if needs_month and "month" not in heads.places:
        rows.problems.append(Problem("no_month", heads.table.name))
    if rows.problems:
        raise UserError(rows.problems)
    return UnitList(tuple(rows.units), tuple(dict.fromkeys(rows.months)), tuple(rows.notes))


class _Rows:
    """Reads rows one after the other and keeps what they say."""

    def __init__(self, heads: Headings, known: KnownUnits):
        self.heads, self.known = heads, known
        self.units: list[GivenUnit] = []
        self.months: list[str] = []
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []
        self._figures: dict[str, list[tuple[int, Value]]] = {column: [] for column in LEAST}
        self._empty: list[int] = []
        self._named: list[
            tuple[int, str, set[tuple[str, str]]]
        ] = []  # row, name, and what would make another row the same unit
        self._sums: dict[str, int | None] = {"asn": 0, "enrolled": 0}  # None once a figure was unclear
        self._since_total = dict(self._sums)
        self._taken_rows: list[int] = []
        self.notes += heads.notes()

    def read(self, row: SheetRow) -> None:
        """One row: a unit, a unit without figures, a total, or the numbers of the columns."""
        values, outside = row.values, []
        cells = self.heads.cells(row, outside)
        first = next((value for value in values if value is not None), None)
        if (
            isinstance(first, str)
            and is_total(first)
            or isinstance(cells["name"], str)
            and is_total(cells["name"])
        ):
            self._total(row, cells)
        elif row.number == self.heads.row.number + 1 and _numbers_columns(values):
            self.notes.append(self.heads.problem(row.number, "column_numbers"))
        elif all(cells.get(column) is None for column in FIGURES):
            self._empty.append(row.number)
        else:
            self.problems += outside
            self._unit(row.number, cells)

    def _unit(self, row: int, cells: dict[str, Value]) -> None:
        before = len(self.problems)
        self._taken_rows.append(row)
        read = {
            column: self._cell(row, cells, column, list_cells.people, self.heads.lang, least)
            for column, least in LEAST.items()
        }
        name = self._cell(row, cells, "name", list_cells.text)
        code = self._cell(row, cells, "code", list_cells.code)
        segment = self._cell(row, cells, "segment", list_cells.segment)
        note = self._cell(row, cells, "note", list_cells.text, MAX_NOTE)
        pledge_month, month = (
            self._cell(row, cells, column, list_cells.month, self.heads.lang)
            for column in ("pledge_month", "month")
        )
        for column in LEAST:
            self._figures[column].append((row, cells.get(column)))
        for sums in (self._sums, self._since_total):
            sums.update(
                {
                    column: None if total is None or read[column] is None else total + read[column]
                    for column, total in sums.items()
                }
            )
        self._name(row, code or "", name or "", segment or "")
        if len(self.problems) > before:
            return
        self._missing(row, name, read, pledge_month)
        if len(self.problems) > before:
            return
        unit = self._known(row, code or "", name or "", segment or "")
        segment = segment or (unit.segment if unit else self._segment_of_heading(name))
        if len(self.problems) > before:
            return
        self.months += [month] if month else []
        self.units.append(
            GivenUnit(
                row,
                unit.base_code if unit else "",
                code or (unit.code if unit else ""),
                name,
                segment,
                read["asn"],
                read["enrolled"],
                pledge_month or "",
                read["pledge_workers"] or 0,
                note or "",
            )
        )

    def _name(self, row: int, code: str, name: str, segment: str) -> None:
        """Keeps what a row is called, also where its figures are unclear."""
        office = self.known.coded(code) or self.known.named(name, segment)
        segment = segment or (office.segment if office else self._segment_of_heading(name))
        keys = {
            ("code", code or (office.code if office else "")),
            ("known", office.base_code if office else ""),
            (segment, plain_name(name)),
        }
        self._named.append((row, name, {key for key in keys if key[1]}))

    def _known(self, row: int, code: str, name: str, segment: str) -> KnownUnit | None:
        """The office a row speaks of, None where it is a new one; tells where code, name and segment do not fit together."""
        coded, named = self.known.coded(code), self.known.named(name, segment)
        tell, place = self.heads.problem, "segment" if "segment" in self.heads.places else ""
        if coded and named and coded.code != named.code:
            self.problems.append(tell(row, "code_of_another", "code", code, name=coded.name))
        elif coded and segment and coded.segment != segment:
            self.problems.append(
                tell(row, "segment_of_another", place, segment, name=coded.name, segment=coded.segment)
            )
        elif not (coded or named or segment or self._segment_of_heading(name)):
            self.problems.append(tell(row, "segment_unknown", place, name))
        return coded or named

    def _segment_of_heading(self, name: str) -> str:
        """What a list headed "Nama OPD" or "Kecamatan" says of all its units, but for those whose name says otherwise."""
        told = segment_told(str(self.heads.row.values[self.heads.places["name"]]))
        return told if segment_told(name) in ("", told) else ""

    def _cell(self, row: int, cells: dict[str, Value], column: str, reader: Any, *bounds: Any) -> Any:
        """What one cell says, None where it is empty or unclear; the latter is told."""
        return self.heads.cell(row, cells, column, self.problems, reader, *bounds)

    def _missing(
        self, row: int, name: str | None, read: dict[str, int | None], pledge_month: str | None
    ) -> None:
        tell = self.heads.problem
        if not name:
            self.problems.append(tell(row, "name_missing", "name"))
        self.problems += [
            tell(row, "figure_missing", column, low=LEAST[column])
            for column in ("asn", "enrolled")
            if read[column] is None
        ]
        if (pledge_month is None) != (read["pledge_workers"] is None) and (
            pledge_month or read["pledge_workers"]
        ):
            self.problems.append(
                tell(
                    row,
                    "half_a_pledge",
                    "pledge_month" if "pledge_month" in self.heads.places else "pledge_workers",
                )
            )
        elif pledge_month and read["enrolled"]:
            self.problems.append(
                tell(row, "pledge_of_a_participant", "pledge_month", pledge_month, enrolled=read["enrolled"])
            )

    def _total(self, row: SheetRow, cells: dict[str, Value]) -> None:
        """A total is not a unit; it must be the sum of all rows before it, or of those since the total before."""
        for column in self._since_total:
            if cells.get(column) is None:
                continue
            told = self._cell(row.number, cells, column, list_cells.people, self.heads.lang, 0)
            sums = {self._since_total[column], self._sums[column]}
            if told is not None and None not in sums and told not in sums:
                self.problems.append(
                    self.heads.problem(row.number, "total_differs", column, told, sum=max(sums))
                )
        self._since_total = dict.fromkeys(self._since_total, 0)
        self.notes.append(self.heads.problem(row.number, "total_skipped"))

    def finish(self) -> None:
        """What only shows once every row is read: duplicates, merged cells, a column of nothing but thousands, an empty list."""
        self._twice()
        self.problems += self.heads.merged(self._taken_rows)
        for column, figures in self._figures.items():
            written = [(row, value) for row, value in figures if value is not None]
            if written and all(list_cells.shows_only_thousands(value) for _, value in written):
                self.problems += [
                    self.heads.problem(row, "only_thousands", column, value) for row, value in written
                ]
        if self._empty:
            self.notes.append(
                Problem("rows_without_figures", "", len(self._empty), {"rows": _listed(self._empty)})
            )
        if not self.units and not self.problems:
            self.problems.append(Problem("no_units", self.heads.table.name))

    def _twice(self) -> None:
        seen: dict[tuple[str, str], int] = {}
        for row, name, keys in self._named:
            earlier = [seen[key] for key in keys if key in seen]
            if earlier:
                self.problems.append(
                    self.heads.problem(row, "unit_twice", "name", name, earlier=min(earlier))
                )
            seen |= {key: seen.get(key, row) for key in keys}


def _numbers_columns(values: tuple[Value, ...]) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 or (1), (2), (3)."""
    numbers = [str(value).strip(" ()") for value in values if value is not None]
    return (
        len(numbers) > 1
        and numbers[0].isdecimal()
        and numbers == [str(int(numbers[0]) + i) for i in range(len(numbers))]
    )


def _listed(rows: list[int]) -> str:
    """Row numbers, the first few."""
    return ", ".join(map(str, rows[:8])) + (" …" if len(rows) > 8 else "")
