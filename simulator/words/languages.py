"""The languages of the program: how each writes numbers and months. Sentences are in the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass

Lang = str
"""A key of LANGUAGES."""


@dataclass(frozen=True)
class Language:
    """How a language writes; `texts` has its sentences by key, None for the catalogue's two languages."""

    tag: str
    """The language tag in files (BCP 47)."""
    decimal_mark: str
    thousands_mark: str
    clock_mark: str
    column_mark: str
    """The column separator of CSV files that spreadsheets in this language can open."""
    office_code: str
    """The prefix of date formats with which office programs write dates in this language on any computer."""
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    scales: tuple[str, str, str]
    """The words for 10^6, 10^9 and 10^12."""
    texts: Mapping[str, str] | None = None


LANGUAGES: dict[Lang, Language] = {
    "id": Language(
        tag="id-ID",
        decimal_mark=",",
        thousands_mark=".",
        clock_mark=".",
        column_mark=";",
        office_code="[$-421]",
        months=tuple(
            "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
        ),
        short_months=tuple("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()),
        scales=("juta", "miliar", "triliun"),
    ),
    "en": Language(
        tag="en-GB",
        decimal_mark=".",
        thousands_mark=",",
        clock_mark=":",
        column_mark=",",
        office_code="[$-409]",
        months=tuple(
            "January February March April May June July August September October November December".split()
        ),
        short_months=tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
        scales=("million", "billion", "trillion"),
    ),
}
