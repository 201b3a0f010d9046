"""The rows of units for `ui.table`, and the quantity behind each of their numbers."""

from collections.abc import Mapping
from typing import Any

from simulator.model.scenario import OVERRIDE_SETTINGS
from simulator.planning.groups import STATUSES, UnitGroup
from simulator.planning.overrides import MIXED, row_value
from simulator.report.context import Context
from simulator.report.sentences.unit_names import row_name, status_text
from simulator.report.tables.units import UnitFigure, UnitTable, row_figure, sum_figure
from simulator.words import Lang, text
from simulator.words.numbers import month_short, shown
from simulator.words.provenance import basis_name, is_marked
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Filling, sentence
from simulator.words.units import EXAMPLES, special_text

OBSERVED = ("name", "bar", "asn", "enrolled", "coverage", "status")
VIEWS = {
    "now": ("name", "bar", "asn", "enrolled", "projected", "status"),
    "all": (*OBSERVED, "asn_then", "projected", "to_enrol", "below_plan", "bill_idr", "payouts_idr"),
    "special": ("name", "bar", "enrolled", "projected", *OVERRIDE_SETTINGS, "clear"),
}
KINDS = {"name": "text", "status": "text", "bar": "bar", "clear": "clear"} | dict.fromkeys(
    OVERRIDE_SETTINGS, "edit"
)
TOTAL = "total"  # the row of the total
OF_BAR: tuple[UnitFigure, UnitFigure] = ("projected", "asn_then")
RowCell = dict[str, Any]


class UnitRows:
    """Writer of the rows; it remembers numbers by row and column, so that a press can be resolved.

    `refused` are typed texts that were not accepted, by row and column.
    """

    def __init__(self, c: Context, table: UnitTable, lang: Lang, refused: Mapping[tuple[str, str], str]):
        self.c, self.table, self.lang, self.refused = c, table, lang, refused
        self.quantities: dict[tuple[str, str], Quantity] = {}

    def content(self, view: str) -> dict[str, Any]:
        """Columns, sections and total of a view, in the form `ui.table` needs."""
        left_out = set() if self.table.grows else {"asn_then"}
        if all(row.is_pooled for row in self.table.rows):
            left_out.add("status")  # the name of a pooled row contains its status
        names = [name for name in VIEWS[view] if name not in left_out]
        return {
            "columns": [self._column(name) for name in names],
            "sections": [self._section(names, segment) for segment in self.table.segments],
            "total": {"cells": [self._sum_cell(name, None) for name in names]},
        }

    def _section(self, names: list[str], segment: str) -> dict[str, Any]:
        rows = [
            {"id": self.table.rows[i].key, "cells": [self._cell(name, i) for name in names]}
            for i in self.table.places(segment)
        ]
        fold = text("units.fold", self.lang, name=text(f"units.segment.{segment}", self.lang))
        cells = [self._sum_cell(name, segment) for name in names]
        return {"id": segment, "fold": fold, "cells": cells, "rows": rows}

    def _column(self, name: str) -> dict[str, Any]:
        now, then = Month(self.c.baseline.month), Month(int(self.c.projection.months[self.table.month]))
        example = special_text(name, EXAMPLES[name], self.lang) if name in EXAMPLES else ""
        rate = Quantity(self.table.rate_idr, "idr_each")
        values: dict[str, Filling] = {"now": now, "then": then, "rate": rate, "example": example}
        helped = "" if name == "name" else sentence(f"units.help.{name}", self.lang, **values)
        months = {"month": month_short(then.number, self.lang), "now": month_short(now.number, self.lang)}
        of_data = name in ("enrolled", "coverage")  # the projected number is beside them
        called = f"{name}_now" if of_data else name
        label = text(f"units.column.{called}", self.lang, **months)
        return {"id": name, "label": label, "help": str(helped), "kind": KINDS.get(name, "number")}

    def _cell(self, name: Any, place: int) -> RowCell:
        row = self.table.rows[place]
        called = row_name(row, self.c.baseline, self.lang)
        if name == "name":
            opens = text("units.open", self.lang, name=called)
            return {"text": called, "sort": called, "hint": called, "open": opens}
        if name == "status":
            status = status_text(row, self.c.baseline, self.lang)
            return {"text": status, "sort": STATUSES.index(row.status)}
        if name == "bar":
            enrolled, asn = (row_figure(self.c, self.table, of, place) for of in OF_BAR)
            return self._bar(enrolled, asn, float(self.table.floor[place]))
        if name == "clear":
            clears = text("units.special.clear", self.lang, name=called)
            return {"clear": clears} if self._is_special(row) else {}
        if name in OVERRIDE_SETTINGS:
            return self._edit(name, row, called)
        return self.number(row.key, name, row_figure(self.c, self.table, name, place))

    def _sum_cell(self, name: Any, segment: str | None) -> RowCell:
        if name == "name":
            return {"text": text(f"units.segment.{segment}" if segment else "units.total", self.lang)}
        if name == "bar":
            enrolled, asn = (sum_figure(self.c, self.table, of, segment) for of in OF_BAR)
            return self._bar(enrolled, asn)
        if name in KINDS:
            return {}
        return self.number(segment or TOTAL, name, sum_figure(self.c, self.table, name, segment))

    def number(self, row: str, column: str, number: Quantity) -> RowCell:
        """A clickable number with its mark; one without a value is sorted as -1."""
        self.quantities[row, column] = number
        cell: RowCell = {
            "text": shown(number, self.lang),
            "sort": -1 if number.value is None else number.value,
            "explain": text("units.explain", self.lang),
        }
        if is_marked(number):
            beside = basis_name(number.basis, self.lang) if number.basis == "assumed" else "±"
            cell |= {"mark": beside, "mark_hint": text(f"basis_help.{number.basis}", self.lang)}
        return cell

    def _bar(self, enrolled: Quantity, asn: Quantity, floor: float = 0.0) -> RowCell:
        words = sentence("units.bar", self.lang, enrolled=enrolled, asn=asn)
        if floor:
            words = sentence("units.bar.floor", self.lang, bar=words, floor=Quantity(floor, "share"))
        share = enrolled.number / asn.number if asn.number else 0.0  # the last ASN may have left
        return {"bar": {"share": share, "floor": floor or None}, "hint": str(words), "sort": share}

    def _is_special(self, row: UnitGroup) -> bool:
        values = (row_value(self.c.scenario, self.c.baseline, row, name) for name in OVERRIDE_SETTINGS)
        return any(value is not None for value in values)

    def _edit(self, name: str, row: UnitGroup, called: str) -> RowCell:
        value = row_value(self.c.scenario, self.c.baseline, row, name)
        typed = self.refused.get((row.key, name))
        column = text(f"units.column.{name}", self.lang)
        written = special_text(name, None if value == MIXED else value, self.lang)
        others = text("units.special.mixed", self.lang) if value == MIXED else self._as_segment(name, row)
        return {
            "edit": {
                "value": written if typed is None else typed,
                "label": text("units.special.field", self.lang, column=column, name=called),
                "refused": typed is not None,
                "placeholder": others,
            }
        }

    def _as_segment(self, name: str, row: UnitGroup) -> str:
        """The value that applies if no special setting is made."""
        if name == "join_month":
            return text("units.special.already", self.lang) if row.status in ("full", "partial") else ""
        segment = self.c.scenario.participation.of(row.segment)
        return special_text(name, getattr(segment, name), self.lang)
