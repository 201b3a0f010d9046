"""Numbers as text in each language: 1.256 · 9,42 % · Rp 336 juta, or 1,256 · 9.42 % · Rp 336 million."""

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from simulator.model.months import month_name
from simulator.words import LANGUAGES, Lang, text
from simulator.words.quantity import RANGE_ENDS, Quantity

MINUS = "−"
MISSING = "–"
NO_BREAK = "\u00a0"
FOUND = 60  # most characters of a value quoted in a message


def decimal(value: float | None, lang: Lang, places: int = 0) -> str:
    """A number with the language's separators; a dash if it is missing."""
    if value is None or math.isnan(value):
        return MISSING
    number = f"{abs(value):,.{places}f}"
    sign = MINUS if value < 0 and float(number.replace(",", "")) else ""
    return sign + number.translate(_marks(lang))


@cache
def _marks(lang: Lang) -> dict[int, int]:
    return str.maketrans(",.", LANGUAGES[lang].thousands_mark + LANGUAGES[lang].decimal_mark)


def trimmed(value: float | None, lang: Lang, most: int, least: int = 0) -> str:
    """A number with as many decimals as it needs, at least `least` and at most `most`."""
    if value is None or math.isnan(value):
        return MISSING
    places = next(n for n in range(least, most + 1) if round(value, n) == round(value, most))
    return decimal(value, lang, places)


def people(value: float | None, lang: Lang) -> str:
    """Whole people: 1.256. A half goes up; callers round first (`planning.rounding`) so that parts add up."""
    return decimal(value if value is None or math.isnan(value) else math.floor(value + 0.5), lang)


def percent(share: float | None, lang: Lang, places: int = 2, *, trim: bool = True) -> str:
    """A share 0..1 as 9,42 %; trailing zeros are dropped unless `trim` is off."""
    if share is None or math.isnan(share):
        return MISSING
    number = decimal(round(share * 100, places), lang, places)
    mark = LANGUAGES[lang].decimal_mark
    if trim and mark in number:
        number = number.rstrip("0").rstrip(mark)
    return f"{number} %"


def rupiah(value: float | None, lang: Lang) -> str:
    """Rupiah in full: Rp 16.800."""
    if value is None or math.isnan(value):
        return MISSING
    return f"{_sign(value)}Rp {decimal(abs(value), lang)}"


def rupiah_short(value: float | None, lang: Lang) -> str:
    """Rupiah to three significant figures: Rp 336 juta, Rp 1,24 miliar; in full below a million."""
    if value is None or math.isnan(value):
        return MISSING
    for scale, word in _scales(lang):
        if abs(value) >= scale * 0.9995:
            scaled = abs(value) / scale
            places = 2 if scaled < 9.995 else 1 if scaled < 99.95 else 0
            number = decimal(scaled, lang, places)
            mark = LANGUAGES[lang].decimal_mark
            number = number.rstrip("0").rstrip(mark) if mark in number and places else number
            return f"{_sign(value)}Rp {number} {word}"
    return rupiah(value, lang)


def rupiah_stepped(value: float, step: float, lang: Lang) -> str:
    """Rupiah to a step such as 100,000, so amounts add up: Rp 122,6 juta; in full for steps below 10,000."""
    scale, word = next((pair for pair in _scales(lang) if pair[0] <= step * 100), (1.0, ""))
    if not word:
        return rupiah(round(value / step) * step, lang)
    number = decimal(abs(value) / scale, lang, max(0, round(math.log10(scale / step))))
    return f"{_sign(value)}Rp {number} {word}"


@cache
def _scales(lang: Lang) -> list[tuple[float, str]]:
    """The large numbers with a word of their own, largest first."""
    return list(zip((1e12, 1e9, 1e6), reversed(LANGUAGES[lang].scales)))


SIGNIFICANT = 8  # figures of a fractional exact number, so that recomputing gives what is shown
PLACES = {"whole": 0, "tenths": 1, "one_place": 1, "two_places": 2, "fine": 4}
# Units with another word for one: 1 month, 2 months.
OF_ONE = ("workers_per_asn", "months", "units", "meetings", "units_per_month")
EXACTLY = ("one_place", "two_places")  # trailing zeros are written too


def shown(quantity: Quantity, lang: Lang) -> str:
    """A quantity without its mark: 1.256 · 9,42 % · Rp 336 juta · 12 bulan; a dash if it has no value."""
    value, unit, form = quantity.value, quantity.unit, quantity.form
    if value is None or math.isnan(value):
        return MISSING
    if form in RANGE_ENDS:
        return shown(quantity.written("signed"), lang)
    if form.startswith("signed"):
        plain = quantity.written(form.removeprefix("signed").removeprefix("_"))
        return signed(shown(plain, lang), value)
    if form == "bare":
        return decimal(value, lang)
    if form == "exact" and unit not in ("month", "day"):
        return _exact(value, unit, lang)
    return _WRITTEN.get(unit, _number)(value, quantity, lang)


def _number(value: float, quantity: Quantity, lang: Lang) -> str:
    """A number with the decimals of its form, and the word for its unit."""
    unit, form = quantity.unit, quantity.form
    if form in EXACTLY:
        number = decimal(value, lang, PLACES[form])
    else:
        number = trimmed(value, lang, _places(value) if form == "finest" else PLACES.get(form, 2))
    one = ".one" if unit in OF_ONE and abs(value) == 1 else ""
    return number if unit == "number" else text(f"value.{unit}{one}", lang, number=number)


def _share(value: float, quantity: Quantity, lang: Lang) -> str:
    unit, form = quantity.unit, quantity.form
    places = _places(value, 100) if form == "finest" else PLACES.get(form, 2)
    number = percent(value, lang, places, trim=form not in EXACTLY)
    return number if unit == "share" else text(f"value.{unit}", lang, number=number)


def _points(value: float, quantity: Quantity, lang: Lang) -> str:
    return text("value.points", lang, number=decimal(round(value * 100, 2), lang, 2))


def _idr(value: float, quantity: Quantity, lang: Lang) -> str:
    """Rupiah to three significant figures or to the quantity's step; in full if the form says so."""
    if quantity.form == "full":
        return rupiah(value, lang)
    if quantity.step is None:
        return rupiah_short(value, lang)
    return rupiah_stepped(value, quantity.step, lang)


def _idr_each(value: float, quantity: Quantity, lang: Lang) -> str:
    """Whole Rupiah, with decimals if the form asks for them."""
    if quantity.form not in ("fine", "finest"):
        return rupiah(value, lang)
    places = PLACES["fine"] if quantity.form == "fine" else _places(value)
    return f"{_sign(value)}Rp {trimmed(abs(value), lang, places)}"


CHANCE_STEPS = 20  # of 5 %


def chance_step(chance: float) -> int:
    """The step of 5 % to which a chance is rounded: 1 to 19, 0 below 5 % and 20 above 95 %."""
    if not 0.05 <= chance <= 0.95:
        return CHANCE_STEPS * (chance > 0.5)
    return math.floor(chance * CHANCE_STEPS + 0.5)


def _chance(value: float, quantity: Quantity, lang: Lang) -> str:
    """A chance as 1 dari 5: never 0 and never 1, as nobody can be that sure."""
    step = chance_step(value)
    if step in (0, CHANCE_STEPS):
        return text(f"value.chance.{'more' if step else 'less'}", lang)
    fraction, key = Fraction(step, CHANCE_STEPS), ".about" if quantity.form == "about" else ""
    return text(f"value.chance{key}", lang, part=fraction.numerator, whole=fraction.denominator)


def _two_places(value: float, quantity: Quantity, lang: Lang) -> str:
    return decimal(value, lang, PLACES.get(quantity.form, 2))


def _people(value: float, quantity: Quantity, lang: Lang) -> str:
    return people(value, lang)


_WRITTEN: dict[str, Callable[[float, Quantity, Lang], str]] = {
    **dict.fromkeys(("people", "count", "person_years"), _people),
    **dict.fromkeys(("share", "share_per_month", "share_per_year"), _share),
    **dict.fromkeys(("deaths", "deaths_per_1000_year", "ratio_difference"), _two_places),
    "chance": _chance,
    "points": _points,
    "idr": _idr,
    "idr_each": _idr_each,
    "ratio": lambda value, quantity, lang: ratio(value, lang),
    "month": lambda value, quantity, lang: month_long(int(value), lang),
    "day": lambda value, quantity, lang: day_long(date.fromordinal(int(value)), lang),
}
"""The function that writes a number of each unit; for any other unit its word follows the number."""


def _places(value: float, times: int = 1) -> int:
    """The decimal places needed to write a number in full, after multiplying it without rounding errors."""
    exponent = (Decimal(repr(value)) * times).normalize().as_tuple().exponent
    return max(0, -int(exponent))


def _exact(value: float, unit: str, lang: Lang) -> str:
    """Whole numbers as they are, others to eight significant figures; whole Rupiah from a million on."""
    scaled = value * 100 if unit.startswith(("share", "points")) else value
    places = 0 if unit.startswith("idr") and abs(value) >= 1e6 else _significant_places(scaled)
    number = trimmed(scaled, lang, places)
    if unit == "points":
        return text("value.points", lang, number=number)
    if unit.startswith("share"):
        return f"{number} %"
    return f"Rp {number}" if unit.startswith("idr") else number


def _significant_places(value: float) -> int:
    if abs(value - round(value)) < 1e-9 * max(1.0, abs(value)):
        return 0
    return max(0, SIGNIFICANT - 1 - math.floor(math.log10(abs(value))))


def parse_number(typed: str, lang: Lang) -> float:
    """The number that a user typed in the language's own notation, with or without a unit sign.

    Raises ValueError if it is ambiguous or too large for a float. A thousands mark must precede three digits,
    so that 12.5 in Indonesian is rejected and never read as 125.
    """
    mark, thousands = LANGUAGES[lang].decimal_mark, LANGUAGES[lang].thousands_mark
    plain = re.sub("Rp|%|×", "", typed).replace(NO_BREAK, " ").strip().replace(MINUS, "-")
    whole = rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+|\d+"
    if not re.fullmatch(rf"-?(?:{whole})(?:{re.escape(mark)}\d+)?", plain, re.ASCII):
        raise ValueError(typed)
    number = float(plain.replace(thousands, "").replace(mark, "."))
    if math.isinf(number):
        raise ValueError(typed)
    return number


def in_own_marks(typed: str, lang: Lang) -> str | None:
    """A number typed with the marks of any language, in those of `lang`: 45,5 for 45.5; None for others."""
    for other in LANGUAGES:
        try:
            return trimmed(parse_number(typed, other), lang, 8)
        except ValueError:
            continue
    return None


def signed(shown: str, value: float) -> str:
    """A difference that is already text, with its sign in front; zero has none."""
    return shown if value < 0 or not any(c in shown for c in "123456789") else f"+{shown}"


def ratio(value: float | None, lang: Lang) -> str:
    """A ratio as 1,24 ×."""
    return MISSING if value is None or math.isnan(value) else f"{decimal(value, lang, 2)} ×"


def month_long(month: str | int, lang: Lang) -> str:
    """A month (YYYY-MM or month number) as September 2025."""
    year, number = (month if isinstance(month, str) else month_name(month)).split("-")
    return f"{LANGUAGES[lang].months[int(number) - 1]} {year}"


def month_short(month: str | int, lang: Lang) -> str:
    """A month (YYYY-MM or month number) as Sep 2025."""
    year, number = (month if isinstance(month, str) else month_name(month)).split("-")
    return f"{LANGUAGES[lang].short_months[int(number) - 1]} {year}"


def span(first: str | int, last: str | int, lang: Lang) -> str:
    """Two months as Sep 2025 – Aug 2027, each unbroken; the same month twice is named once."""
    months = (month_short(month, lang).replace(" ", NO_BREAK) for month in (first, last))
    return " – ".join(dict.fromkeys(months))


def day_long(day: date, lang: Lang) -> str:
    """A day as 22 November 2026."""
    return f"{day.day} {LANGUAGES[lang].months[day.month - 1]} {day.year}"


def moment(when: datetime, lang: Lang) -> str:
    """A point in time as 22 November 2026 14.05."""
    return f"{day_long(when, lang)} {when:%H}{LANGUAGES[lang].clock_mark}{when:%M}"


def as_found(value: Any) -> str:
    """A value from a user's file in a form that a message can show: short, on one line, printable."""
    if value is None:
        return "null"
    if isinstance(value, str):
        words = repr(value)
        return f"{printable(words[:-1], FOUND - 1)}{words[-1]}"  # with closing quote even if cut
    return printable(str(value).lower() if isinstance(value, bool) else str(value), FOUND)


def printable(words: str, longest: int) -> str:
    """User-supplied text on one line of at most `longest` characters, without unprintable characters.

    All kinds of white space become a space; characters that only control breaking or joining are removed.
    """
    shown = "".join(map(_printable, words)).encode("utf-8", "replace").decode()
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def _printable(letter: str) -> str:
    if letter.isprintable():
        return letter
    return " " if letter.isspace() else "" if unicodedata.category(letter) == "Cf" else "?"


def _sign(value: float) -> str:
    return MINUS if value < 0 else ""
