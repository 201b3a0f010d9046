"""The likely range as a band behind a line, and its edges in the table of a chart."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from simulator.model.simulation import quantiles
from simulator.report.charts.chart import EDGES, SHARES, Band, Chart, Point, Series
from simulator.report.charts.parts import edge_name, monthly
from simulator.report.charts.theme import Look
from simulator.report.context import Context
from simulator.report.explain.chances import BANDED
from simulator.report.sentences.chance import Of, band_alt, likely_name, plan_name
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.quantity import Month, Quantity

PATHS = 5  # single simulations in a chart


@dataclass(frozen=True)
class Likely:
    """The simulations behind a line, from the offset `first` on.

    `series` is a key of BANDED, `of` selects the names for line and band, and `before` is the amount before
    the first projected month.
    """

    series: str
    of: Of = ""
    before: float = 0.0
    first: int = 0


def with_likely(
    chart: Chart, c: Context, lines: Mapping[Look, Likely], lang: Lang, *, paths: bool = False
) -> Chart:
    """A chart with bands behind the lines of these looks, and their edges in its text and table.

    Unchanged where the scenario was not simulated. With `paths`, a few single simulations are drawn too.
    """
    if c.simulation is None:
        return chart
    series = [_banded(one, c, lines.get(one.look), lang) for one in chart.series]
    bands = [one.band for one in series if one.band]
    single = [path for look, one in lines.items() if paths for path in _paths(c, one, look, lang)]
    alt = " ".join((chart.alt, *(band_alt(band, lang) for band in bands)))
    table = _with_edges(chart.table, bands, lang)
    return replace(chart, series=(*single, *series), alt=alt, table=table)


def _banded(series: Series, c: Context, likely: Likely | None, lang: Lang) -> Series:
    if likely is None:
        return series
    return replace(
        series, name=plan_name(lang, likely.of), band=band(c, likely, likely_name(lang, likely.of))
    )


def band(c: Context, likely: Likely, name: str) -> Band:
    """The band of a series, month by month from the baseline on."""
    _, draws_of = BANDED[likely.series]
    about: dict[str, Any] = {"series": likely.series} | ({"before": likely.before} if likely.before else {})
    values = quantiles(draws_of(c.simulated), SHARES) + likely.before
    edges = (
        monthly(c, "band_edge", row, likely.first, edge=edge, **about) for edge, row in zip(EDGES, values)
    )
    return Band(name, tuple(edges))


def _paths(c: Context, likely: Likely, look: Look, lang: Lang) -> list[Series]:
    """The first few simulations as single lines, thin and dashed unlike the edges of the band."""
    unit, draws_of = BANDED[likely.series]
    begin, name = c.baseline.month + likely.first, text("chance.path", lang)
    thin = replace(look, width=1, dash="dashdot")
    first_few = (draws_of(c.simulated)[likely.first :, :PATHS].T + likely.before).tolist()
    return [
        Series(
            name,
            tuple(Point(begin + t, Quantity(value, unit)) for t, value in enumerate(values)),
            thin,
            named="",
        )
        for values in first_few
    ]


def _with_edges(table: Table, bands: list[Band], lang: Lang) -> Table:
    """The table with one column for each edge, before the last column, which holds notes."""
    columns = [Column(edge_name(band, share, lang), is_number=True) for band in bands for share in SHARES]
    by_month = [{point.month: point.quantity for point in edge} for band in bands for edge in band.edges]
    *before, note = table.columns

    def widened(row: Row) -> Row:
        month, *cells, last = row.cells
        assert isinstance(month, Month)
        return replace(row, cells=(month, *cells, *(edge.get(month.number) for edge in by_month), last))

    return Table((*before, *columns, note), tuple(map(widened, table.rows)))
