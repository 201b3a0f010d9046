"""LibreOffice Calc: one cell per unit and month; the time its formulas add to opening and saving the file."""

import csv
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell as cell

from benchmarks.peers.task import MONTHS, Task

COPIES = 10  # of the projection in one file, so that opening the file matters less
INPUTS = ("asn", "enrolled", "opening", "reached", "start", "ramp_start", "ramp_months")


def seconds_of_formulas(task: Task) -> tuple[float, list[float]]:
    """Seconds that the formulas of one projection take, and the resulting enrolled [months from 0].

    It opens and saves a file with formulas and no results, and for comparison the same file without formulas.
    """
    with tempfile.TemporaryDirectory() as folder:
        times, enrolled = {}, []
        for name, with_formulas in (("bare", False), ("formulas", True)):
            path = Path(folder) / f"{name}.xlsx"
            _write(path, task, with_formulas=with_formulas)
            started = time.perf_counter()
            _saved(path, "xlsx:Calc MS Excel 2007 XML", Path(folder) / "out")
            times[name] = time.perf_counter() - started
        _saved(Path(folder) / "formulas.xlsx", "csv", Path(folder) / "out")
        with open(Path(folder) / "out" / "formulas.csv", encoding="utf-8", newline="") as file:
            enrolled = [float(value) for value in list(csv.reader(file))[-1][len(INPUTS) :]]
    return (times["formulas"] - times["bare"]) / COPIES, enrolled


def _saved(path: Path, kind: str, folder: Path) -> None:
    command = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    subprocess.run(
        [command, profile, "--headless", "--convert-to", kind, "--outdir", folder, path],
        check=True,
        capture_output=True,
        timeout=300,
    )


def _write(path: Path, task: Task, *, with_formulas: bool) -> None:
    with xlsxwriter.Workbook(path) as book:
        for copy in range(COPIES):
            sheet, units = book.add_worksheet(f"P{copy}"), len(task.asn)
            for i in range(units):
                for column, name in enumerate(INPUTS):
                    sheet.write(i, column, float(getattr(task, name)[i]))
                for t in range(MONTHS + 1):
                    for block, formula in enumerate(_formulas(task, i, t, units)):
                        place = i + block * units, len(INPUTS) + t
                        if with_formulas:
                            sheet.write_formula(*place, formula, None, "")
                        else:
                            sheet.write(*place, 1.0)
            for t in range(MONTHS + 1):
                column = len(INPUTS) + t
                people = f"=SUM({cell(units, column)}:{cell(2 * units - 1, column)})"
                sheet.write_formula(2 * units, column, people, None, "")


def _formulas(task: Task, i: int, t: int, units: int) -> tuple[str, str]:
    """Seats and enrolled of a unit in a month."""
    asn, enrolled, opening, reached, start, ramp_start, ramp_months = (
        cell(i, column, col_abs=True) for column in range(len(INPUTS))
    )
    if t == 0:
        return f"={enrolled}", f"={enrolled}"
    now, before = (cell(i, len(INPUTS) + month) for month in (t, t - 1))
    member = cell(i + units, len(INPUTS) + t - 1)
    done = f"MIN(1,MAX(0,({t}-{ramp_start}+1)/{ramp_months}))"
    seats = f"=IF({t}<{start},0,{asn}*({opening}+({reached}-{opening})*{done}))"
    kept = f"MIN({member}*{task.stays!r},{now})"
    new = f"MIN({now}-{kept},MAX(0,{now}-{before}))"
    return seats, f"={kept}+{new}+{task.refill!r}*({now}-{kept}-{new})"
