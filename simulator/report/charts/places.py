"""The kecamatan as a map shows them: coloured by coverage where it may be shown, otherwise hatched."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.model.baseline import Baseline
from simulator.model.boundary import Boundary
from simulator.model.tile import Tile
from simulator.planning.groups import unit_groups
from simulator.report.charts.ranking import projected_coverage
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.unit_names import pledge_months
from simulator.report.tables.table import Column, Table, listed
from simulator.report.tables.units import UnitTable
from simulator.words import Lang, text
from simulator.words.numbers import shown
from simulator.words.quantity import Quantity, count
from simulator.words.sentence import Sentence, sentence


@dataclass(frozen=True)
class Place:
    """A kecamatan: its coverage where it may be shown, as text too, and the key of its sheet, if any."""

    name: str
    coverage: Quantity | None
    words: str
    key: str


@dataclass(frozen=True)
class PlaceMap:
    """The kecamatan in the order of a map, with the finding as title, text alternative and table."""

    title: Sentence
    alt: str
    places: tuple[Place, ...]
    table: Table


def place_map(
    c: Context,
    units: UnitTable,
    drawn: Sequence[Tile] | Sequence[Boundary],
    kind: Literal["tiles", "shapes"],
    lang: Lang,
) -> PlaceMap:
    """The kecamatan that are drawn, with their coverage in the table's month, or 100 % as published."""
    known, unknown = _known(c, units), text("units.tiles.unknown", lang)
    places = tuple(
        Place(
            one.name,
            share := known.get(one.code),
            shown(share, lang) if share else unknown,
            one.code if share else "",
        )
        for one in drawn
    )
    title = _title(c, units, places, lang)
    number = count(len(places))
    alt = sentence(f"units.{kind}.alt", lang, title=title, tiles=number, shapes=number)
    columns = (
        Column(text("units.tiles.kecamatan", lang)),
        Column(text("units.column.coverage", lang), is_number=True),
    )
    table = listed(columns, ((place.name, place.coverage or unknown) for place in places))
    return PlaceMap(title, str(alt), places, table)


def tiles_caption(baseline: Baseline, lang: Lang) -> str:
    """How many of the hatched kecamatan take part, pledged or stay out; empty where each has own figures."""
    parts, all_hidden = [], 0
    for row in unit_groups(baseline):
        if row.segment == "kecamatan" and row.is_pooled and row.status != "full":
            number, month = count(len(row.units)), pledge_months(row, baseline, lang)
            parts.append(str(sentence(f"units.tiles.caption.{row.status}", lang, number=number, month=month)))
            all_hidden += len(row.units)
    words = sentence("units.tiles.caption", lang, number=count(all_hidden), parts=", ".join(parts))
    return str(words) if parts else ""


def _known(c: Context, units: UnitTable) -> dict[str, Quantity]:
    """Coverage that may be shown, by code: of kecamatan with their own figures, or published at 100 %."""
    known = {}
    for i, row in enumerate(units.rows):
        if row.segment == "kecamatan" and not row.is_pooled:
            known[row.key] = projected_coverage(c, units, i, "whole")
        elif row.segment == "kecamatan" and row.status == "full":
            full = Quantity(1.0, "share", "published", form="whole")
            known |= {c.baseline.codes[i]: full for i in row.units}
    return known


def _title(c: Context, units: UnitTable, places: Sequence[Place], lang: Lang) -> Sentence:
    """The finding of the map: how many are at 100 %, and for how many nobody published figures."""

    def number(of: list[Place]) -> Quantity:
        return quantity(c, "count", things=tuple(place.name for place in of), what="named_units")

    full = [place for place in places if place.coverage is not None and place.coverage.number >= 1]
    hidden = [place for place in places if place.coverage is None]
    key = "hidden" if len(hidden) == len(places) else "published" if hidden else "own"
    return sentence(
        f"units.tiles.title.{key}",
        lang,
        known=number(full),
        full=number(full),
        all=number([*places]),
        hidden=number(hidden),
        month=c.month(units.month),
    )
