"""The table of units as a screen shows it: columns, sections of rows and a total, every cell worded."""

from collections.abc import Mapping
from typing import Any

from simulator.model.scenario import OVERRIDE_SETTINGS
from simulator.planning.groups import STATUSES, UnitGroup
from simulator.planning.overrides import MIXED, row_value
from simulator.report.tables.units import UnitTable
from simulator.words import Lang, text
from simulator.words.numbers import decimal, month_long, month_short, people, percent, rupiah
from simulator.words.provenance import IN_WORDS, basis_name
from simulator.words.units import EXAMPLES, row_name, special_text, status_text

VIEWS = {
    "now": ("name", "bar", "asn", "enrolled", "coverage", "status"),
    "all": (
        "name",
        "bar",
        "asn",
        "enrolled",
        "coverage",
        "status",
        "asn_then",
        "projected",
        "to_asn",
        "to_plan",
        "bill_idr",
        "payouts_idr",
    ),
    "special": ("name", "bar", "enrolled", "projected", *OVERRIDE_SETTINGS, "clear"),
}
KINDS = {"name": "text", "status": "text", "bar": "bar", "clear": "clear"} | dict.fromkeys(
    OVERRIDE_SETTINGS, "edit"
)
ROW_ORIGINS = {
    "asn": "row_asn",
    "enrolled": "row_enrolled",
    "projected": "row_projected",
    "to_asn": "row_still_to_find",
    "bill_idr": "row_bill",
    "payouts_idr": "row_payouts",
}
TOTAL_ORIGINS = {
    "asn": "asn_total",
    "enrolled": "enrolled_now",
    "coverage": "coverage_now",
    "projected": "enrolled_in",
    "bill_idr": "contributions_in",
    "payouts_idr": "payouts_in",
}
"""Which explanation stands behind a number, by column."""
TOTAL = "total"


def content(
    table: UnitTable, view: str, lang: Lang, refused: Mapping[tuple[str, str], str]
) -> dict[str, Any]:
    """What `ui.table` draws; `refused` are typed texts that were not taken, by row and column."""
    left_out = set() if table.grows else {"asn_then"}
    if all(row.is_pooled for row in table.rows):
        left_out.add("status")  # a group is called by its status
    names = [name for name in VIEWS[view] if name not in left_out]
    return {
        "columns": [_column(table, name, lang) for name in names],
        "sections": [
            {
                "id": segment,
                "fold": text("units.fold", lang, name=text(f"units.segment.{segment}", lang)),
                "cells": [_sum_cell(table, name, segment, lang) for name in names],
                "rows": [
                    {
                        "id": table.rows[i].key,
                        "cells": [_cell(table, name, i, lang, refused) for name in names],
                    }
                    for i in table.places(segment)
                ],
            }
            for segment in table.segments
        ],
        "total": {"cells": [_sum_cell(table, name, None, lang) for name in names]},
    }


def origin_of(row: str, column: str, month: int) -> tuple[str, dict[str, Any]]:
    """The explanation behind a cell: its key, and what it is asked for."""
    at = {"month": 0 if column in ("asn", "enrolled", "coverage") else month}
    if row == TOTAL:
        return TOTAL_ORIGINS[column], at
    return ROW_ORIGINS[column], {"row": row} | at


def _column(table: UnitTable, name: str, lang: Lang) -> dict[str, Any]:
    p = table.projection
    now, then = p.baseline.month, int(p.months[table.month])
    example = special_text(name, EXAMPLES[name], lang) if name in EXAMPLES else ""
    helped = (
        ""
        if name == "name"
        else text(
            f"units.help.{name}",
            lang,
            now=month_long(now, lang),
            then=month_long(then, lang),
            rate=rupiah(table.rate_idr, lang),
            example=example,
        )
    )
    return {
        "id": name,
        "label": text(f"units.column.{name}", lang, month=month_short(then, lang)),
        "help": helped,
        "kind": KINDS.get(name, "number"),
    }


def _cell(
    table: UnitTable, name: str, i: int, lang: Lang, refused: Mapping[tuple[str, str], str]
) -> dict[str, Any]:
    row, baseline = table.rows[i], table.projection.baseline
    if name == "name":
        called = row_name(row, baseline, lang)
        return {"text": called, "sort": called, "hint": called, "open": text("units.open", lang, name=called)}
    if name == "bar":
        return _bar(int(table.whole["enrolled"][i]), int(table.whole["asn"][i]), float(table.floor[i]), lang)
    if name == "status":
        return {"text": status_text(row, baseline, lang), "sort": STATUSES.index(row.status)}
    if name == "coverage":
        return _coverage(int(table.whole["enrolled"][i]), int(table.whole["asn"][i]), lang)
    if name in OVERRIDE_SETTINGS:
        return _edit(table, name, row, lang, refused)
    if name == "clear":
        special = any(
            row_value(table.projection.scenario, baseline, row, key) is not None for key in OVERRIDE_SETTINGS
        )
        return (
            {"clear": text("units.special.clear", lang, name=row_name(row, baseline, lang))}
            if special
            else {}
        )
    value = int(table.whole[name][i])
    if name == "to_plan" and not table.has_plan[i]:
        return {"text": people(None, lang), "sort": -1}
    basis = {"asn": table.asn_basis, "enrolled": table.enrolled_basis}.get(name)
    return _number(value, lang, basis[i] if basis else "derived", name in ROW_ORIGINS)


def _sum_cell(table: UnitTable, name: str, segment: str | None, lang: Lang) -> dict[str, Any]:
    if name == "name":
        return {"text": text(f"units.segment.{segment}" if segment else "units.total", lang)}
    if name in ("bar", "coverage"):
        enrolled, asn = table.total("enrolled", segment), table.total("asn", segment)
        return (
            _coverage(enrolled, asn, lang, not segment)
            if name == "coverage"
            else _bar(enrolled, asn, 0.0, lang)
        )
    if name not in table.whole:
        return {}
    basis = table.basis_of_sum(name, segment) if name in ("asn", "enrolled") else "derived"
    return _number(table.total(name, segment), lang, basis, not segment and name in TOTAL_ORIGINS)


def _number(value: int, lang: Lang, basis: str, explained: bool) -> dict[str, Any]:
    cell = {"text": decimal(value, lang), "sort": value}
    if explained:
        cell["explain"] = text("units.explain", lang)
    if basis not in ("published", "fictitious") and not (
        basis == "derived" and value == 0
    ):  # nobody missing is no estimate; the legend says what is made up
        cell |= {
            "mark": basis_name(basis, lang) if basis in IN_WORDS else "±",
            "mark_hint": text(f"basis_help.{basis}", lang),
        }
    return cell


def _coverage(enrolled: int, asn: int, lang: Lang, explained: bool = False) -> dict[str, Any]:
    marked = (
        {"mark": "±", "mark_hint": text("basis_help.derived", lang)} if enrolled else {}
    )  # nobody of any number of ASN is no estimate
    return (
        {"text": percent(enrolled / asn, lang, 1, trim=False), "sort": enrolled / asn}
        | marked
        | ({"explain": text("units.explain", lang)} if explained else {})
    )


def _bar(enrolled: int, asn: int, floor: float, lang: Lang) -> dict[str, Any]:
    words = text("units.bar", lang, enrolled=people(enrolled, lang), asn=people(asn, lang))
    hint = text("units.bar.floor", lang, bar=words, floor=percent(floor, lang, 1)) if floor else words
    return {"bar": {"share": enrolled / asn, "floor": floor or None}, "hint": hint, "sort": enrolled / asn}


def _edit(
    table: UnitTable, name: str, row: UnitGroup, lang: Lang, refused: Mapping[tuple[str, str], str]
) -> dict[str, Any]:
    p = table.projection
    value = row_value(p.scenario, p.baseline, row, name)
    typed = refused.get((row.key, name))
    label = text(
        "units.special.field",
        lang,
        column=text(f"units.column.{name}", lang),
        name=row_name(row, p.baseline, lang),
    )
    return {
        "edit": {
            "value": special_text(name, value, lang) if typed is None else typed,
            "label": label,
            "refused": typed is not None,
            "placeholder": text("units.special.mixed", lang)
            if value == MIXED
            else _as_segment(table, name, row, lang),
        }
    }


def _as_segment(table: UnitTable, name: str, row: UnitGroup, lang: Lang) -> str:
    """What holds where nothing special is set."""
    if name == "join_month":
        return text("units.special.already", lang) if row.status in ("full", "partial") else ""
    return special_text(
        name, getattr(getattr(table.projection.scenario.participation, row.segment), name), lang
    )


__all__ = ["VIEWS", "TOTAL", "content", "origin_of"]
