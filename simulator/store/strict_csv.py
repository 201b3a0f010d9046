"""Reads CSV strictly: UTF-8, all required columns, every row complete."""

import csv
import io
from collections.abc import Sequence

from simulator.errors import Problem


def csv_rows(
    raw: bytes, name: str, columns: Sequence[str]
) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """Line number and cells by column of every row of the file called `name`, and every problem.

    Rows of a wrong length are left out.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"0x{raw[error.start]:02x}"
        return [], [Problem("not_utf8", name, found, position=error.start + 1)]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        lines = [(reader.line_num, cells) for cells in reader if cells]
    except csv.Error:
        return [], [Problem("not_csv", f"{name}:{reader.line_num}")]
    if not lines or tuple(lines[0][1]) != tuple(columns):
        found = ",".join(lines[0][1]) if lines else ""
        return [], [Problem("wrong_columns", name, found, allowed=",".join(columns))]
    rows, problems = [], []
    for line, cells in lines[1:]:
        if len(cells) == len(columns):
            rows.append((line, dict(zip(columns, cells))))
        else:
            where, allowed = f"{name}:{line}", len(columns)
            problems.append(Problem("wrong_number_of_cells", where, len(cells), allowed=allowed))
    return rows, problems


def whole_number(text: str, low: int, high: int) -> int | None:
    """The whole number in a cell; None if it is not one or out of bounds."""
    if text.isascii() and text.isdigit() and len(text) < 15 and low <= int(text) <= high:
        return int(text)
    return None
