"""Calendar months as whole numbers, so that the model can count with them."""

import re
from calendar import monthrange

FIRST_MONTH, LAST_MONTH = "2000-01", "2100-12"
_DAY = re.compile(r"-(0[1-9]|[12]\d|3[01])", re.ASCII)
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)


def is_month(text: object) -> bool:
    """Whether `text` is a month YYYY-MM from 2000-01 to 2100-12 (docs/model.md, section 2)."""
    return isinstance(text, str) and bool(_MONTH.fullmatch(text)) and FIRST_MONTH <= text <= LAST_MONTH


def is_day(text: object) -> bool:
    """Whether `text` is a day YYYY-MM-DD in a month that `is_month` accepts."""
    if not isinstance(text, str) or not is_month(text[:7]) or not _DAY.fullmatch(text[7:]):
        return False
    return int(text[8:]) <= monthrange(int(text[:4]), int(text[5:7]))[1]


def month_number(text: str) -> int:
    """Months since year 0 of `text` (YYYY-MM); the difference of two such numbers is a distance in months."""
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def month_name(number: int) -> str:
    """The YYYY-MM of a month number, the inverse of `month_number`."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
