"""A heat map of one result over two settings, free of any medium."""

from dataclasses import dataclass

import numpy as np

from simulator.model.arrays import Floats
from simulator.planning.two_way import steps, two_way
from simulator.report.context import Context
from simulator.report.explain.decides import metric_unit
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.decides import result_name
from simulator.report.tables.table import Cell, Column, Table, listed
from simulator.words import Lang
from simulator.words.numbers import shown
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence, sentence
from simulator.words.settings import setting_label, setting_value_text


@dataclass(frozen=True, eq=False)
class TwoWay:
    """A result for each pair of values of two settings (rows and columns), with title, text and table."""

    title: Sentence
    alt: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    row_name: str
    column_name: str
    results: Floats  # [rows, columns], NaN where there is none
    labels: tuple[tuple[str, ...], ...]
    table: Table


def two_way_chart(c: Context, metric: str, month: int, paths: tuple[str, str], lang: Lang) -> TwoWay:
    """The results over the sliders of two settings; all other settings keep their values."""
    values = (steps(paths[0]), steps(paths[1]))
    results = two_way(c.scenario, c.baseline, c.programme, metric, month, paths, values)
    rows, columns = (
        tuple(setting_value_text(path, one, lang) for one in of.tolist()) for path, of in zip(paths, values)
    )
    unit = metric_unit(metric)
    numbers = [[Quantity(None if np.isnan(x) else x, unit) for x in row] for row in results.tolist()]
    names = [setting_label(path, lang) for path in paths]
    ends = (float(np.nanmin(results)), float(np.nanmax(results)))
    least, most = (quantity(c, "two_way_end", result=metric, month=month, value=end) for end in ends)
    title = sentence(
        "decides.two_way.title",
        lang,
        result=result_name(metric, lang),
        month=c.month(month),
        least=least,
        most=most,
        first=names[0],
        second=names[1],
    )
    table_rows: list[tuple[Cell, ...]] = [(name, *of_row) for name, of_row in zip(rows, numbers)]
    titles = (Column(f"{names[0]} ↓ · {names[1]} →"), *(Column(one, is_number=True) for one in columns))
    labels = tuple(tuple(shown(one, lang) for one in row) for row in numbers)
    return TwoWay(
        title, str(title), rows, columns, names[0], names[1], results, labels, listed(titles, table_rows)
    )
