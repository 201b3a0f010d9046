"""Reads the month in a cell of a list, in any form in which a spreadsheet or its author writes it."""

import calendar
import re
from datetime import date

from simulator.intake.list_cells import Unclear, means_none, refuse_formula
from simulator.intake.list_words import MONTH_WORDS
from simulator.intake.sheet import Value
from simulator.model.months import is_month


def month(value: Value, lang: str) -> str:
    """A month YYYY-MM from a date, "September 2025", "Sep-25", "2025-09" or "09/2025"; raises Unclear.

    Empty for a dash. A date must be the first or last day of a month: a spreadsheet turns "Sep-25" into the
    25th of September.
    """
    if isinstance(value, date):
        return _month_of_day(value.year, value.month, value.day)
    if not isinstance(value, str):
        raise Unclear("unclear_month")
    refuse_formula(value)
    if means_none(value):
        return ""
    if not re.fullmatch(r"[\sa-z0-9./'’-]+", value.casefold()):
        raise Unclear("unclear_month")
    words = re.findall(r"[a-z]+|[0-9]+", re.sub(r"^\s*(bulan|bln|month)\b", "", value.casefold()))
    digits = [word for word in words if word.isdigit()]
    named = [MONTH_WORDS[word] for word in words if word in MONTH_WORDS]
    if len(digits) + len(named) != len(words) or any(len(word) > 4 for word in digits):
        raise Unclear("unclear_month")
    if named:
        return _named_month(named, digits, month_first=words[0] in MONTH_WORDS)
    return _month_in_digits(digits, lang)


def _named_month(named: list[int], digits: list[str], *, month_first: bool) -> str:
    """The month of "September 2025", "Sep 25" or "1 September 2025"."""
    match named, [int(word) for word in digits], [len(word) for word in digits]:
        case [number], [year], [4 | 2] if month_first:
            return _valid(year if year > 99 else 2000 + year, number)
        case [number], [day, year], [1 | 2, 4] if not month_first:
            return _month_of_day(year, number, day)
    raise Unclear("unclear_month")


def _month_in_digits(digits: list[str], lang: str) -> str:
    """The month of "2025-09", "09/2025", "2025-09-01", and of "01/09/2025" in the order of the language."""
    match [int(word) for word in digits], [len(word) for word in digits]:
        case [year, number], [4, _]:
            return _valid(year, number)
        case [number, year], [1 | 2, 4]:
            return _valid(year, number)
        case [year, number, day], [4, _, _]:
            return _month_of_day(year, number, day)
        case [first, second, year], [1 | 2, 1 | 2, 4]:
            day, number = (first, second) if lang == "id" else (second, first)
            return _month_of_day(year, number, day)
    raise Unclear("unclear_month")


def with_year(value: Value, year: Value) -> Value:
    """The month of a cell with the year of another cell; none if it has a different year of its own."""
    number = re.fullmatch(r"\s*([0-9]{4})(?:[.,]0+)?\s*", str(year))
    if value is None or number is None:
        return value
    try:
        own = month(value, "id")
    except Unclear:
        own = ""
    if own:
        return value if own.startswith(number[1]) else f"{value} {number[1]}"
    written = str(int(value) if isinstance(value, float) and value.is_integer() else value).strip()
    return f"{written}/{number[1]}" if written.isdecimal() else f"{written} {number[1]}"


def _month_of_day(year: int, number: int, day: int) -> str:
    result = _valid(year, number)
    if day not in (1, calendar.monthrange(year, number)[1]):
        raise Unclear("day_not_month")
    return result


def _valid(year: int, number: int) -> str:
    result = f"{year:04d}-{number:02d}"
    if not is_month(result):
        raise Unclear("unclear_month")
    return result
