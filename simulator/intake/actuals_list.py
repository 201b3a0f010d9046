"""Monthly actuals in a spreadsheet, one row a month and unit: read row by row, every problem at once."""

from dataclasses import dataclass
from typing import Any

from simulator.errors import Problem, UserError
from simulator.intake import list_cells
from simulator.intake.known_units import KnownUnits
from simulator.intake.list_cells import Unclear
from simulator.intake.list_headings import Headings, find_headings
from simulator.intake.list_words import UNIT_WORDS, ListWords, is_total, segment_told
from simulator.intake.sheet import SheetRow, SheetTable, Value
from simulator.model.actuals import FIGURES, PEOPLE, TOTAL
from simulator.store.actuals_store import MAX_IDR
from simulator.store.names import plain

ACTUAL_WORDS = ListWords(
    {
        "code": UNIT_WORDS.words["code"],
        "name": UNIT_WORDS.words["name"],
        "month": ("bulan|bulan iuran|bulan data|periode", "month|period"),
        "enrolled": UNIT_WORDS.words["enrolled"],
        "paid_up": (
            "lunas|peserta lunas|iuran lunas|sudah bayar|sudah membayar|pekerja lunas",
            "paid up|paid|workers paid up|paid up workers",
        ),
        "joined": ("masuk|peserta masuk|peserta baru|pekerja masuk", "joined|workers joined|new workers"),
        "left": ("berhenti|keluar|peserta keluar|peserta berhenti", "left|stopped|workers left"),
        "deaths": ("meninggal|kematian|klaim jkm|jumlah kematian", "deaths|died|jkm claims"),
        "accidents": (
            "kecelakaan|kecelakaan kerja|kasus jkk|klaim jkk",
            "accidents|work accidents|jkk cases|jkk claims",
        ),
        "contributions_idr": (
            "iuran|iuran rp|jumlah iuran|iuran dibayar|iuran masuk",
            "contributions|contributions idr|contributions paid",
        ),
        "claims_idr": (
            "manfaat|manfaat rp|manfaat dibayar|klaim|klaim rp|klaim dibayar",
            "claims|claims idr|claims paid|payouts",
        ),
        "number": UNIT_WORDS.words["number"],
    },
    ("month", "name", "code"),
    FIGURES,
    "no_actual_headings",
)
WITHDRAWING = ("tarik", "ditarik", "withdraw", "withdrawn")  # in the place of a figure
NOTHING = (
    "-",
    "–",
    "—",
    "n/a",
    "na",
    "n.a.",
    "nihil",
    "tidak ada",
    "none",
)  # what offices write where they have no figure
_WHOLE = (
    "kabupaten",
    "semua",
    "semua unit",
    "seluruh kabupaten",
    "all",
    "all units",
    "regency",
    "whole regency",
)


@dataclass(frozen=True)
class GivenActual:
    """One row: figures of a month and a unit's code, or of TOTAL; None withdraws what was recorded before.

    `adds_up` is a row of TOTAL whose words leave open what it is the sum of: all units, or those that are listed.
    """

    row: int
    month: str
    unit: str
    figures: dict[str, int | None]
    adds_up: bool = False


@dataclass(frozen=True)
class ActualsList:
    """What a list says, and what a reader should know of how it was read."""

    rows: tuple[GivenActual, ...]
    notes: tuple[Problem, ...]
    heads: Headings


def read_actuals_list(
    tables: list[SheetTable], known: KnownUnits, lang: str, sheet: str | None, month: str | None
) -> ActualsList:
    """The actuals of the one sheet that holds some, or of the sheet named; raises UserError with every problem of every row.

    `month` is that of rows without one. `lang` says how numbers are written where the headings do not tell. A row without a unit, or
    with the word total, is the whole regency, unless it only adds up the units listed while others are missing.
    """
    _refuse_wide(tables, lang)
    heads = find_headings(tables, lang, sheet, ACTUAL_WORDS)
    if "month" not in heads.places and month is None:
        raise UserError([Problem("no_month", heads.table.name)])
    reader = _Rows(heads, known, month)
    for row in heads.table.rows:
        if row.number > heads.row.number:
            reader.read(row)
    reader.finish()
    if reader.problems:
        raise UserError(reader.problems)
    return ActualsList(tuple(reader.rows), tuple(reader.notes), heads)


def _refuse_wide(tables: list[SheetTable], lang: str) -> None:
    """A table with a column for each month is told apart from one that nobody can read; raises UserError."""
    for table in tables:
        for row in table.rows[:2]:
            columns = [
                ACTUAL_WORDS.columns.get(plain(value)) for value in row.values if isinstance(value, str)
            ]
            months = [value for value in row.values if _is_month(value, lang)]
            if len(months) >= 2 and "month" not in columns and ("name" in columns or "code" in columns):
                raise UserError([Problem("wide_actuals", table.sheet or table.name, len(months))])


def _is_month(value: Value, lang: str) -> bool:
    try:
        list_cells.month(value, lang)
    except Unclear:
        return False
    return True


class _Rows:
    """Reads rows one after the other and keeps what they say."""

    def __init__(self, heads: Headings, known: KnownUnits, month: str | None):
        self.heads, self.known, self.month = heads, known, month
        self.rows: list[GivenActual] = []
        self.problems: list[Problem] = []
        self.notes = heads.notes()
        self._read: list[int] = []
        self._cells: dict[str, list[tuple[int, Value]]] = {
            figure: [] for figure in FIGURES if figure in heads.places
        }

    def read(self, row: SheetRow) -> None:
        """One row: its month, its unit and at least one figure."""
        before = len(self.problems)
        cells = self.heads.cells(row, self.problems)
        self._read.append(row.number)
        figures = {}
        for figure in self._cells:
            if isinstance(cells[figure], str) and plain(cells[figure]) in WITHDRAWING:
                figures[figure] = None
                continue
            if isinstance(cells[figure], str) and cells[figure].strip().casefold() in NOTHING:
                self.problems.append(self.heads.problem(row.number, "no_figure", figure, cells[figure]))
                continue
            self._cells[figure].append((row.number, cells[figure]))
            found = (
                self._cell(row.number, cells, figure, list_cells.people, self.heads.lang, 0)
                if figure in PEOPLE
                else self._cell(row.number, cells, figure, list_cells.rupiah, self.heads.lang, MAX_IDR)
            )
            if found is not None:
                figures[figure] = found
        month = self._cell(row.number, cells, "month", list_cells.month, self.heads.lang) or self.month
        unit = self._unit(row.number, cells)
        if len(self.problems) > before:
            return
        if month is None:
            self.problems.append(self.heads.problem(row.number, "row_without_month", "month"))
        elif figures:
            named = next(
                (
                    plain(value)
                    for value in (cells.get("name"), cells.get("code"))
                    if isinstance(value, str) and plain(value)
                ),
                "",
            )
            self.rows.append(
                GivenActual(row.number, month, unit, figures, unit == TOTAL and named not in _WHOLE)
            )

    def _unit(self, row: int, cells: dict[str, Value]) -> str | None:
        """The code of the unit a row speaks of, TOTAL where it names none."""
        name, code = (
            self._cell(row, cells, "name", list_cells.text) or "",
            self._cell(row, cells, "code", list_cells.code) or "",
        )
        if is_total(code) or plain(code) in _WHOLE:
            name, code = name or code, ""
        if not code and segment_told(name) and is_total(name):
            self.problems.append(
                self.heads.problem(
                    row, "subtotal_row", "name" if "name" in self.heads.places else "code", name
                )
            )
            return None
        if not code and (not name or is_total(name) or plain(name) in _WHOLE):
            return TOTAL
        if not code and self.known.coded(name):
            code, name = name, ""
        coded, named = self.known.coded(code), self.known.named(name, "") if name else None
        if code and not coded:
            self.problems.append(self.heads.problem(row, "unit_not_in_data", "code", code))
        elif name and not code and not (named and named.base_code):
            self.problems.append(self.heads.problem(row, "unit_not_in_data", "name", name))
        elif coded and named and coded.code != named.code:
            self.problems.append(self.heads.problem(row, "code_of_another", "code", code, name=coded.name))
        elif coded and not coded.base_code:
            self.problems.append(self.heads.problem(row, "unit_not_in_data", "code", code))
        else:
            return (coded or named).base_code
        return None

    def _cell(self, row: int, cells: dict[str, Value], column: str, reader: Any, *bounds: Any) -> Any:
        """What one cell says, None where it is empty or unclear; the latter is told."""
        return self.heads.cell(row, cells, column, self.problems, reader, *bounds)

    def finish(self) -> None:
        """What only shows once every row is read: a month and unit told twice, merged cells, nothing but thousands, an empty list."""
        if not self.problems:
            self._totals()
        seen: dict[tuple[str, str], int] = {}
        for given in self.rows:
            earlier = seen.setdefault((given.month, given.unit), given.row)
            if earlier != given.row:
                self.problems.append(
                    self.heads.problem(given.row, "actual_twice", found=given.month, earlier=earlier)
                )
        for figure, cells in self._cells.items():
            written = [(row, value) for row, value in cells if value is not None]
            if (
                written
                and all(list_cells.shows_only_thousands(value) for _, value in written)
                and figure in PEOPLE
            ):
                self.problems += [
                    self.heads.problem(row, "only_thousands", figure, value) for row, value in written
                ]
        self.problems += self.heads.merged(self._read)
        if not self.rows and not self.problems:
            self.problems.append(Problem("no_actuals", self.heads.table.name))

    def _totals(self) -> None:
        """Tells a regency's total from a sum of the units listed: the latter is left out with a note, as a unit list does it."""
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
        """Whether a total below some units is that of the regency: all are listed, or it is another number than their sum; told where some are not."""
        compared = {
            figure: told
            for figure, told in total.figures.items()
            if told is not None and _known(units, figure)
        }
        if any(len(_known(units, figure)) >= self.known.count for figure in compared) or not compared:
            return True
        sums = [{figure: sum(_known(rows, figure)) for figure in compared} for rows in (units, since)]
        values = {"count": len(units), "units": self.known.count}
        if compared in sums:
            self.notes.append(self.heads.problem(total.row, "total_of_listed", found=None, **values))
            return False
        alike = [
            figure for figure, told in compared.items() if told and any(told == one[figure] for one in sums)
        ]
        if alike:
            other = next(figure for figure, told in compared.items() if told != sums[0][figure])
            self.problems.append(
                self.heads.problem(
                    total.row, "total_unclear", other, compared[other], sum=sums[0][other], **values
                )
            )
            return False
        figure, told = next(iter(compared.items()))
        self.notes.append(
            self.heads.problem(total.row, "total_of_all", figure, told, sum=sums[0][figure], **values)
        )
        return True


def _known(rows: list[GivenActual], figure: str) -> list[int]:
    return [value for given in rows if (value := given.figures.get(figure)) is not None]
