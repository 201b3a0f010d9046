"""Reads monthly actuals from a spreadsheet, one row per month and unit, and reports every problem at once."""

from dataclasses import dataclass

from simulator.errors import Problem, UserError
from simulator.intake import list_cells, list_months
from simulator.intake.actuals_tables import refuse_unread_units, refuse_wide
from simulator.intake.columns import Columns
from simulator.intake.known_units import KnownUnits
from simulator.intake.list_headings import Cells, Headings, ListCell, find_headings
from simulator.intake.list_reader import ListReader
from simulator.intake.list_words import ACTUAL_WORDS, WITHDRAWING, is_total, named_segment
from simulator.intake.row_names import is_bare_region, is_of_region
from simulator.intake.sheet import SheetRow, SheetTable
from simulator.model.actuals import FIGURES, PEOPLE, TOTAL
from simulator.store.actuals_store import MAX_IDR
from simulator.store.names import plain

# Cell texts for a missing figure.
NOTHING = ("n/a", "na", "n.a.", "nihil", "tidak ada", "none")
_WHOLE = "kabupaten|semua|semua unit|seluruh kabupaten|all|all units|regency|whole regency".split("|")


@dataclass(frozen=True)
class GivenActual:
    """One row: figures for a month and a unit code or TOTAL; None withdraws an earlier record.

    `adds_up` marks a row of TOTAL whose words leave open whether it is the sum of all units or only of those
    listed.
    """

    row: int
    month: str
    unit: str
    figures: dict[str, int | None]
    adds_up: bool = False


@dataclass(frozen=True)
class ActualsList:
    """The rows of a list, and notes on how it was read."""

    rows: tuple[GivenActual, ...]
    notes: tuple[Problem, ...]
    heads: Headings


def read_actuals_list(
    tables: list[SheetTable],
    known: KnownUnits,
    lang: str,
    sheet: str | None,
    month: str | None,
    columns: Columns | None = None,
) -> ActualsList:
    """The actuals of the only sheet with actuals, or of the named one; raises UserError with every problem.

    `month` is used for rows without one. `lang` decides how numbers are read if the headings do not show it.
    A row without a unit, or with the word total, is the whole regency, unless it only adds up the listed
    units while others are missing.
    """
    refuse_wide(tables, lang)
    heads = find_headings(tables, lang, sheet, ACTUAL_WORDS, columns)
    if "name" not in (columns or {}):
        refuse_unread_units(heads)
    if "month" not in heads.places:
        named = sorted({*heads.months(FIGURES), *([month] if month else [])})
        if len(named) != 1:
            code = "several_months" if named else "no_month"
            raise UserError(Problem(code, heads.table.name, ", ".join(named)))
        (month,) = named
    reader = _ActualsReader(heads, known, month)
    reader.read_all()
    return ActualsList(tuple(reader.rows), tuple(reader.notes), heads)


class _ActualsReader(ListReader):
    """Reads one row per month and unit."""

    def __init__(self, heads: Headings, known: KnownUnits, month: str | None):
        super().__init__(heads, known, FIGURES)
        self.month = month
        self.rows: list[GivenActual] = []
        self._row_numbers: list[int] = []
        figures = [figure for figure in FIGURES if figure in heads.places]
        self._cells: dict[str, list[tuple[int, ListCell]]] = {figure: [] for figure in figures}

    def read(self, row: SheetRow) -> None:
        """Read one row: its month, its unit and at least one figure."""
        before, number = len(self.problems), row.number
        cells = self.heads.cells(row, self.problems)
        self._row_numbers.append(number)
        figures = self._figures(number, cells)
        month = self.cell(number, cells, "month", list_months.month, self.heads.lang) or self.month
        unit = self._unit(number, cells)
        if unit is None or len(self.problems) > before:
            return
        if month is None:
            self.refuse(number, "row_without_month", "month")
        elif figures:
            named = [plain(value) for key in ("name", "code") if isinstance(value := cells.get(key), str)]
            adds_up = unit == TOTAL and next(filter(None, named), "") not in _WHOLE
            self.rows.append(GivenActual(number, month, unit, figures, adds_up))

    def _figures(self, row: int, cells: Cells) -> dict[str, int | None]:
        """The figures of a row; None for one that is withdrawn."""
        figures: dict[str, int | None] = {}
        for figure, written in self._cells.items():
            value = cells[figure]
            if isinstance(value, str) and plain(value) in WITHDRAWING:
                figures[figure] = None
            elif isinstance(value, str) and value.strip().casefold() in NOTHING:
                self.refuse(row, "no_figure", figure, value)
            else:
                written.append((row, value))
                reader, bound = (list_cells.people, 0) if figure in PEOPLE else (list_cells.rupiah, MAX_IDR)
                found = self.cell(row, cells, figure, reader, self.heads.lang, bound)
                if found is not None:
                    figures[figure] = found
        return figures

    def _unit(self, row: int, cells: Cells) -> str | None:
        """The code of the unit of a row, TOTAL if it names none, None if the row is refused."""
        name = self.cell(row, cells, "name", list_cells.text) or ""
        code = self.cell(row, cells, "code", list_cells.code) or ""
        if is_total(code) or plain(code) in _WHOLE:
            name, code = name or code, ""
        if not code and named_segment(name) and is_total(name):
            self.refuse(row, "subtotal_row", "name" if "name" in self.heads.places else "code", name)
            return None
        if not code and (not name or is_total(name) or plain(name) in _WHOLE or self._is_region(name)):
            return TOTAL
        if not code and self.known.coded(name):
            code, name = name, ""
        return self._known_unit(row, name, code)

    def _is_region(self, name: str) -> bool:
        """Whether a row has the name of the regency itself, and is not a kecamatan of that name."""
        region = self.known.region
        return is_of_region(name, region) or is_bare_region(name, region) and not self.known.named(name, "")

    def _known_unit(self, row: int, name: str, code: str) -> str | None:
        coded, named = self.known.coded(code), self.known.named(name, "") if name else None
        office = coded or named
        if code and not coded:
            self.refuse(row, "unit_not_in_data", "code", code)
        elif coded and named and coded.code != named.code:
            self.refuse(row, "code_of_another", "code", code, name=coded.name)
        elif office is None or not office.base_code:
            column, found = ("code", code) if coded else ("name", name)
            near = None if office else self.known.nearest(name, "", ())
            if near and near.base_code:
                self.refuse(row, "unit_nearly_in_data", column, found, name=near.name)
            else:
                self.refuse(row, "unit_not_in_data", column, found)
        else:
            return office.base_code
        return None

    def finish(self) -> None:
        """Check the whole list: rows given twice, merged cells, only round thousands, an empty list."""
        if not self.problems:
            self._sort_totals()
        seen: dict[tuple[str, str], int] = {}
        for given in self.rows:
            earlier = seen.setdefault((given.month, given.unit), given.row)
            if earlier != given.row:
                self.refuse(given.row, "actual_twice", found=given.month, earlier=earlier)
        for figure, cells in self._cells.items():
            if figure in PEOPLE:
                self.refuse_thousands(figure, cells)
        self.problems += self.heads.merged(self._row_numbers)
        if not self.rows and not self.problems:
            self.problems.append(Problem("no_actuals", self.heads.table.name))

    def _sort_totals(self) -> None:
        """Keep totals of the regency and leave out, with a note, a row that adds up only the listed units."""
        kept: list[GivenActual] = []
        listed: dict[str, list[GivenActual]] = {}
        since: dict[str, list[GivenActual]] = {}
        for given in self.rows:
            units = listed.setdefault(given.month, [])
            if given.unit != TOTAL:
                units.append(given)
                since.setdefault(given.month, []).append(given)
                kept.append(given)
            elif not given.adds_up or not units or self._is_whole(given, units, since.pop(given.month, [])):
                kept.append(given)
        self.rows = kept

    def _is_whole(self, total: GivenActual, units: list[GivenActual], since: list[GivenActual]) -> bool:
        """Whether a total below some units is that of the regency: all are listed, or it is not their sum.

        `since` are the units listed since the previous total. A doubtful row is refused, a clear one noted.
        """
        known = {figure: value for figure, value in total.figures.items() if value is not None}
        compared = {figure: value for figure, value in known.items() if _known(units, figure)}
        if not compared or any(len(_known(units, figure)) >= self.known.count for figure in compared):
            return True
        sums = [{figure: sum(_known(rows, figure)) for figure in compared} for rows in (units, since)]
        count, of = len(units), self.known.count
        if compared in sums:
            self.note(total.row, "total_of_listed", count=count, units=of)
            return False
        if any(value and value in (one[figure] for one in sums) for figure, value in compared.items()):
            figure = next(figure for figure, value in compared.items() if value != sums[0][figure])
            value, listed = compared[figure], sums[0][figure]
            self.refuse(total.row, "total_unclear", figure, value, sum=listed, count=count, units=of)
            return False
        figure, value = next(iter(compared.items()))
        self.note(total.row, "total_of_all", figure, value, sum=sums[0][figure], count=count, units=of)
        return True


def _known(rows: list[GivenActual], figure: str) -> list[int]:
    return [value for given in rows if (value := given.figures.get(figure)) is not None]
