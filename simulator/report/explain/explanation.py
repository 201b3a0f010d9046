"""Where a shown number comes from: formula in words, formula with its values, result, mark and sources, in one language."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.source import Source
from simulator.report.explain.formulas import FORMULAS, Asked, Figure
from simulator.words import Lang, text
from simulator.words.numbers import decimal, month_long, people, percent, ratio, rupiah, rupiah_short
from simulator.words.provenance import Mark

FIGURES_SHOWN = (
    8  # significant figures of a value that is not whole, so that redoing the sum gives the shown number
)


@dataclass(frozen=True)
class Inserted:
    """A value that goes into a number, worded; `sources` are keys."""

    label: str
    value: str
    basis: Mark
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """A number explained in one language.

    `formula` is the arithmetic in words, `calculation` the same with its values, `exact` its result and `shown` the result as a screen
    rounds it; both formulas are empty where nothing is computed. `sources` are the keys behind all of it, in order.
    """

    key: str
    title: str
    value: float
    shown: str
    exact: str
    basis: Mark
    formula: str
    calculation: str
    inserted: tuple[Inserted, ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]


def explain(
    key: str,
    projection: Projection,
    programme: Programme,
    sources: Mapping[str, Source],
    lang: Lang,
    **context: Any,
) -> Explanation:
    """Explains the number of a key of `FORMULAS`; raises KeyError for an unknown key, segment or row, ValueError for a month outside.

    `context` says which one is meant: `month` (offset from the baseline, 0 where not given), `segment`, `row` (a key of
    `groups.table_rows`) and, for `claims_ratio`, `cumulative`.
    """
    asked = Asked(projection, programme, sources, context)
    figure = FORMULAS[key](asked)
    labels = {
        p.name: text(f"origin.part.{p.name.partition('#')[0]}", lang, **_worded(p.label, lang))
        for p in figure.parts
    }
    values = {p.name: as_exact(p.value, p.unit, lang) for p in figure.parts}
    computed = figure.arithmetic not in ("", "{figure}")
    title_values = {
        "month": month_long(int(projection.months[asked.month]), lang),
        "segment": _segment(context, lang),
    }
    notes = [text(f"origin.note.{name}", lang, **_worded(figure.note_values, lang)) for name in figure.notes]
    if figure.remark and figure.remark.note:
        notes.append(figure.remark.note[lang])
    return Explanation(
        key,
        text(f"origin.title.{key}", lang, **title_values),
        figure.value,
        as_shown(figure.value, figure.unit, lang),
        as_exact(figure.value, figure.unit, lang),
        figure.basis,
        _filled(figure.arithmetic, labels, lang) if computed else "",
        _filled(figure.arithmetic, values, lang) if computed else "",
        tuple(Inserted(labels[p.name], values[p.name], p.basis, _keys(p.source)) for p in figure.parts),
        tuple(notes),
        _all_sources(figure),
    )


def basis_of(
    key: str, projection: Projection, programme: Programme, sources: Mapping[str, Source], **context: Any
) -> Mark:
    """The mark alone of a number that `explain` explains; raises as it does."""
    return FORMULAS[key](Asked(projection, programme, sources, context)).basis


def as_shown(value: float, unit: str, lang: Lang) -> str:
    """A number as screens show it: whole people, 9,42 %, Rp 336 juta."""
    if unit in ("people", "person_years"):
        return people(value, lang)
    if unit in ("deaths", "per_1000_year"):
        return decimal(value, lang, 2)
    return {"share": percent, "idr": rupiah_short, "idr_each": rupiah, "ratio": ratio}[unit](value, lang)


def as_exact(value: float, unit: str, lang: Lang) -> str:
    """A number as a sum needs it: whole where it is whole, else to eight significant figures; Rupiah to the Rupiah from a million on."""
    scaled = value * 100 if unit == "share" else value
    digits = 0 if unit.startswith("idr") and abs(value) >= 1e6 else _places(scaled)
    number = decimal(scaled, lang, digits)
    mark = "," if lang == "id" else "."
    number = number.rstrip("0").rstrip(mark) if mark in number and digits else number
    return f"{number} %" if unit == "share" else f"Rp {number}" if unit.startswith("idr") else number


def _places(value: float) -> int:
    if math.isnan(value) or abs(value - round(value)) < 1e-9 * max(1.0, abs(value)):
        return 0
    return max(0, FIGURES_SHOWN - 1 - math.floor(math.log10(abs(value))))


def _filled(arithmetic: str, parts: dict[str, str], lang: Lang) -> str:
    """The arithmetic with every {part} replaced, its own numbers in the language's separators."""
    pieces = re.split(r"\{([^}]+)\}", arithmetic)
    return "".join(
        parts[piece] if i % 2 else re.sub(r"\d+", lambda n: decimal(int(n[0]), lang), piece)
        for i, piece in enumerate(pieces)
    )


def _worded(values: Mapping[str, Any], lang: Lang) -> dict[str, str]:
    """What fills a label or note: months by name, shares in percent, other numbers as they are."""
    return {
        name: month_long(value, lang)
        if name in ("month", "first", "last")
        else percent(value, lang, 4)
        if name.endswith("_share") or "_share_" in name
        else as_exact(value, "number", lang)
        for name, value in values.items()
    }


def _segment(context: Mapping[str, Any], lang: Lang) -> str:
    return text(f"segment.{context['segment']}", lang) if "segment" in context else ""


def _keys(source: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.split()))


def _all_sources(figure: Figure) -> tuple[str, ...]:
    keys = {key for source in (figure.source, *(p.source for p in figure.parts)) for key in source.split()}
    return tuple(sorted(keys, key=lambda key: int(key[1:])))
