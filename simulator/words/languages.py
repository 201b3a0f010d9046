"""The languages the program speaks: how each writes numbers and months; its sentences are the catalogue's."""

from collections.abc import Mapping
from dataclasses import dataclass

Lang = str
"""A key of LANGUAGES."""


@dataclass(frozen=True)
class Language:
    """How a language writes; `texts` has the sentences by key, but for the two languages of the catalogue."""

    tag: str
    """By which files name it (BCP 47)."""
    decimal_mark: str
    thousands_mark: str
    clock_mark: str
    column_mark: str
    """What stands between the columns of a CSV that spreadsheets of this language open."""
    office_code: str
    """What office programs want before a date format, so that every computer writes it in this language."""
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    scales: tuple[str, str, str]
    """A million, a thousand of them, and a million of them."""
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
