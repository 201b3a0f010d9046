"""CSV from a stranger: UTF-8, the columns it must have, every row complete."""

import csv
import io
from collections.abc import Sequence

from simulator.errors import Problem


def csv_rows(
    raw: bytes, name: str, columns: Sequence[str]
) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """Line number and cells by column of every row of the file called `name`, and every problem.

    Rows of another length are left out.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [Problem("not_utf8", name, f"0x{raw[error.start]:02x}", position=error.start + 1)]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        lines = [(reader.line_num, cells) for cells in reader if cells]
    except csv.Error:
        return [], [Problem("not_csv", f"{name}:{reader.line_num}")]
    if not lines or tuple(lines[0][1]) != tuple(columns):
        return [], [
            Problem("wrong_columns", name, ",".join(lines[0][1]) if lines else "", allowed=",".join(columns))
        ]
    problems = [
        Problem("wrong_number_of_cells", f"{name}:{line}", len(cells), allowed=len(columns))
        for line, cells in lines[1:]
        if len(cells) != len(columns)
    ]
    return [
        (line, dict(zip(columns, cells))) for line, cells in lines[1:] if len(cells) == len(columns)
    ], problems
