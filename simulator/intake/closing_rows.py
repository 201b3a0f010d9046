"""Recognises rows below a table that do not belong to it: place and date, signatures, remarks."""

import re
from collections.abc import Collection, Sequence

from simulator.intake.list_words import MONTH_WORDS, WITHDRAWING
from simulator.intake.sheet import SheetRow, Value
from simulator.store.names import plain, tidy

_OPENING = re.compile(
    r"(?:mengetahui|mengesahkan|menyetujui|disetujui|diketahui|dibuat|yang membuat|tanda tangan|ttd|nip"
    r"|kepala|plt|plh|pj|pjs|bupati|wali ?kota|sekretaris daerah|camat|lurah|pembina|penata|petugas|operator"
    r"|verifikator|sumber|catatan|keterangan|source|notes?|approved|signed)\b|a\.?\s?n\.|\*\)?\s",
    re.IGNORECASE,
)
"""The first words of signatures and remarks; no office has such a name."""
_PLACE_AND_DATE = re.compile(r"[^\W\d][^\d,]*,\s*(?:tanggal\s+)?[\d .…_-]*([a-z]+)\s+[0-9]{4}", re.IGNORECASE)
_FIGURE = re.compile(r"\s*[0-9]{1,3}(?:[.,]?[0-9]{3}){0,3}\b")
MOST_DIGITS = 1e12  # a personnel number has more


def closing_rows(
    rows: Sequence[SheetRow], names: Collection[int], figures: Collection[int]
) -> list[SheetRow]:
    """The rows at the end of a table, from its place and date or the first signature or remark on.

    They lie below the last number in a column of `figures` and begin at a row that names no unit; `names` and
    `figures` are positions of columns. Words in other columns without a name are never a unit.
    """
    is_numbered = [any(_is_figure(row.at(place)) for place in figures) for row in rows]
    first = len(rows) - is_numbered[::-1].index(True) if any(is_numbered) else 0
    for at in range(first, len(rows)):
        opening = {place for place, value in enumerate(rows[at].values) if _opens(value)}
        filled = {place for place, value in enumerate(rows[at].values) if value is not None}
        unnamed_words = names and filled.isdisjoint(names) and any(map(_has_words, rows[at].values))
        if unnamed_words or opening and filled.intersection(names) <= opening:
            return list(rows[at:])
    return []


def _opens(value: Value) -> bool:
    if not isinstance(value, str):
        return False
    text = tidy(value)
    dated = _PLACE_AND_DATE.fullmatch(text)
    return bool(_OPENING.match(text)) or dated is not None and dated[1].casefold() in MONTH_WORDS


def _has_words(value: Value) -> bool:
    return isinstance(value, str) and any(map(str.isalpha, value))


def _is_figure(value: Value) -> bool:
    if isinstance(value, str):
        return _FIGURE.match(value) is not None or plain(value) in WITHDRAWING
    return isinstance(value, int | float) and value < MOST_DIGITS
