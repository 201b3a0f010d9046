"""The units by workers per ASN, and how many of them take part."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from simulator.planning.groups import STATUSES, UnitGroup
from simulator.report.charts.chart import Bar, BarChart, BarPart, PartedBars
from simulator.report.charts.names import shortened
from simulator.report.charts.theme import ACCENT, COVERAGE_STEPS, TARGET, UNKNOWN
from simulator.report.context import Context
from simulator.report.sentences.unit_names import row_name
from simulator.report.tables.table import Cell, Column, listed
from simulator.report.tables.units import UnitFigure, UnitTable, ranked, row_figure, sum_figure
from simulator.words import Lang, text
from simulator.words.numbers import month_short, shown
from simulator.words.quantity import Form, Origin, Quantity, count
from simulator.words.sentence import Sentence, sentence

TITLE_LETTERS = 60  # of a name in the title
FIGURES: tuple[UnitFigure, ...] = ("projected", "asn_then", "to_enrol")
STATUS_COLOURS = {"full": ACCENT, "partial": COVERAGE_STEPS[1], "pledged": TARGET, "outside": UNKNOWN}


def ranking(c: Context, units: UnitTable, lang: Lang) -> BarChart:
    """Rows by projected workers per ASN in the table's month, highest on top, with the floor as a mark."""
    order, title = ranked(units), ranking_title(c, units, lang)
    bars = tuple(_bar(c, units, i, lang) for i in order)
    month = month_short(int(c.projection.months[units.month]), lang)
    columns = (
        "units.ranking.coverage",
        "units.column.projected",
        "units.column.asn",
        "units.column.to_enrol",
    )
    rows: list[tuple[Cell, ...]] = []
    for bar, i in zip(bars, order):
        numbers = (row_figure(c, units, figure, i) for figure in FIGURES)
        rows.append((bar.name, replace(bar.quantity, form="one_place"), *numbers))
    titles = (Column(text(key, lang, month=month), is_number=True) for key in columns)
    table = listed((Column(text("units.column.name", lang)), *titles), rows)
    alt = sentence(
        "units.ranking.alt",
        lang,
        title=title,
        first=bars[0].name,
        first_label=bars[0].label,
        last=bars[-1].name,
        last_label=bars[-1].label,
    )
    return BarChart(title, str(alt), text("units.ranking.axis", lang), bars, table)


def ranking_title(c: Context, units: UnitTable, lang: Lang) -> Sentence:
    """The row with the most workers still to enrol in the table's month, and how many they are."""
    most = int(np.argmax(units.whole["to_enrol"]))
    to_enrol = row_figure(c, units, "to_enrol", most)
    return sentence(
        "units.ranking.title" if to_enrol.value else "units.ranking.title.full",
        lang,
        month=c.month(units.month),
        name=shortened(row_name(units.rows[most], c.baseline, lang), TITLE_LETTERS),
        number=to_enrol,
        all=sum_figure(c, units, "to_enrol"),
    )


def _bar(c: Context, units: UnitTable, i: int, lang: Lang) -> Bar:
    coverage, to_enrol = projected_coverage(c, units, i, "tenths"), row_figure(c, units, "to_enrol", i)
    key = "units.ranking.bar" if to_enrol.value else "units.ranking.bar.full"
    floor = Quantity(float(units.floor[i]), "share", "assumed", form="tenths") if units.floor[i] > 0 else None
    return Bar(
        row_name(units.rows[i], c.baseline, lang),
        coverage,
        sentence(key, lang, coverage=coverage, to_enrol=to_enrol),
        floor,
        str(sentence("units.ranking.floor", lang, floor=floor)) if floor else "",
    )


def projected_coverage(c: Context, units: UnitTable, i: int, form: Form) -> Quantity:
    """Workers per ASN of a row in the table's month, both in whole people as the table shows them."""
    about = (("month", units.month), ("row", units.rows[i].key))
    share = float(units.projected_share[i])
    return Quantity(share, "share", "derived", Origin("row_projected_coverage", c, about), form)


def statuses(rows: Sequence[UnitGroup], lang: Lang) -> PartedBars:
    """How many units of each segment have each status."""
    segments = list(dict.fromkeys(row.segment for row in rows))
    names = [text(f"units.segment.{segment}", lang) for segment in segments]

    def number(segment: str, status: str) -> Quantity:
        return count(sum(len(row.units) for row in rows if (row.segment, row.status) == (segment, status)))

    parts = tuple(
        BarPart(
            text(f"participation.{status}", lang),
            tuple(number(segment, status) for segment in segments),
            STATUS_COLOURS[status],
        )
        for status in STATUSES
    )
    part_texts = (
        f"{part.name}: {', '.join(f'{shown(n, lang)} {name}' for n, name in zip(part.quantities, names))}"
        for part in parts
    )
    alt = text("deck.units.alt", lang, parts="; ".join(part_texts))
    return PartedBars(alt, text("deck.units.axis", lang), tuple(names), parts)
