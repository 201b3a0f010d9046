"""Several scenarios as lines of one chart; every sequence is in the order of the chosen scenarios."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from simulator.model.growth import rakor_brings
from simulator.model.metrics import METRICS, target_workers
from simulator.model.months import month_name
from simulator.model.projection import Projection
from simulator.planning.comparison import common_months, on_same_data
from simulator.report.charts.chart import SHARES, Chart, Point, Series
from simulator.report.charts.likely import Likely, band
from simulator.report.charts.parts import actual_series, edge_name, monthly, rakor_in, with_marks
from simulator.report.charts.theme import ACTUAL_LOOK, SCENARIO_LOOKS, TARGET_LOOK
from simulator.report.context import Context
from simulator.report.explain.chances import BANDED
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.chance import band_alt, likely_name
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.compare import enumerated
from simulator.words.numbers import month_long, month_short, shown
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Sentence, sentence

SCALES = {"people": 1.0, "share": 0.01, "idr": 1e6, "ratio": 1.0}
"""The divisor, by unit, for values as drawn."""
NOTHING = Quantity(None, "number")  # in a month that this scenario does not reach


@dataclass(frozen=True)
class Charted:
    """A monthly series that a chart can show, from month `start` on, with the key of its formula.

    A sum starts at 0 in the month before the first one that all scenarios project.
    """

    key: str
    unit: str
    start: int
    series: Callable[[Projection], np.ndarray]  # [months from 0]
    is_sum: bool = False


def _summed(name: str) -> Callable[[Projection], np.ndarray]:
    return lambda p: np.r_[0.0, np.cumsum(METRICS[name].series(p)[1:])]


CHARTS = {
    "enrolled": Charted("enrolled_in", "people", 0, METRICS["enrolled"].series),
    "coverage_share": Charted("coverage_in", "share", 0, METRICS["coverage_share"].series),
    "contributions_idr": Charted("contributions_in", "idr", 1, METRICS["contributions_idr"].series),
    "payouts_idr": Charted("payouts_in", "idr", 1, METRICS["payouts_idr"].series),
    "cumulative_contributions_idr": Charted(
        "cumulative_contributions", "idr", 0, _summed("contributions_idr"), is_sum=True
    ),
    "cumulative_payouts_idr": Charted("cumulative_payouts", "idr", 0, _summed("payouts_idr"), is_sum=True),
    "claims_ratio": Charted("claims_ratio", "ratio", 1, METRICS["claims_ratio"].series),
}


def comparison(contexts: Sequence[Context], names: Sequence[str], metric: str, lang: Lang) -> Chart:
    """One line for each scenario to its own end, the target where all share one, and what was recorded.

    Each simulated scenario has its band behind its line, where all use the same data and the metric can have
    a band.
    """
    charted, months = CHARTS[metric], common_months([c.projection for c in contexts])
    lines = tuple(
        Series(name, _points(c, charted, months), look)
        for c, name, look in zip(contexts, names, SCENARIO_LOOKS)
    )
    same_data = on_same_data([c.projection for c in contexts])
    if same_data and metric in BANDED:
        lines = _with_bands(lines, contexts, metric, charted.start, lang)
    recorded = same_data and metric in ("enrolled", "contributions_idr")
    actual = actual_series(_longest(contexts), metric, ACTUAL_LOOK, lang) if recorded else ()
    chart = Chart(
        Sentence(lang, (text(f"chart.{metric}", lang),)),
        _alt(lines, metric, lang),
        text(f"chart.axis.{charted.unit}", lang),
        (*lines, *_target(contexts, metric, lang), *actual),
        _table(contexts, lines, lang),
        scale=SCALES[charted.unit],
    )
    return _with_rakor(chart, contexts, names, lang)


def _with_bands(
    lines: tuple[Series, ...], contexts: Sequence[Context], metric: str, first: int, lang: Lang
) -> tuple[Series, ...]:
    """The lines, those of simulated scenarios with a band; only a single band is named beside its end."""
    is_alone = sum(c.simulation is not None for c in contexts) == 1

    def banded(line: Series, c: Context) -> Series:
        if c.simulation is None:
            return line
        name = likely_name(lang) if is_alone else text("chance.likely_of", lang, name=line.name)
        return replace(line, band=replace(band(c, Likely(metric, first=first), name), is_named=is_alone))

    return tuple(map(banded, lines, contexts))


def _with_rakor(chart: Chart, contexts: Sequence[Context], names: Sequence[str], lang: Lang) -> Chart:
    """The chart with marks for Rakor Monev that bring somebody; scenarios are named where theirs differ.

    A scenario's marks end where its own line ends, even if another line goes on for longer.
    """
    held = [rakor_in(chart, c) if rakor_brings(c.scenario) else () for c in contexts]
    holding = [f"“{name}”" for name, months in zip(names, held) if months]
    alike = len(set(held)) == 1
    key, about = ("chart.rakor", {}) if alike else ("chart.rakor.of", {"names": enumerated(holding, lang)})
    drawn = {month for each, c in zip(held, contexts) for month in each if month <= c.projection.months[-1]}
    months = tuple(sorted(drawn))
    return with_marks(chart, months, text(key, lang, **about), lang)


def _points(c: Context, charted: Charted, months: range | None) -> tuple[Point, ...]:
    """The numbers of one scenario; a sum runs over the `months` (month numbers) that all share."""
    values = charted.series(c.projection)
    begin = months[0] - 1 - c.baseline.month if charted.is_sum and months else 0
    if not begin:
        return monthly(c, charted.key, values, charted.start)
    return monthly(c, charted.key, values - values[begin], begin, sum_from=begin + 1)


def missing_total(contexts: Sequence[Context], month: int) -> bool:
    """Whether a month (its number) is projected and over, and nobody recorded its enrolled total.

    The records are those of the first scenario's regency.
    """
    c = contexts[0]
    past = min(other.baseline.month for other in contexts) < month and c.is_past(Month(month))
    return past and c.actuals.total(month_name(month), c.baseline.codes, "enrolled") is None


def _longest(contexts: Sequence[Context]) -> Context:
    return max(contexts, key=lambda c: c.projection.months[-1])


def _target(contexts: Sequence[Context], metric: str, lang: Lang) -> list[Series]:
    """The target as a line, where all scenarios have the same in every month; else an empty list."""
    c, scenarios = _longest(contexts), [c.scenario for c in contexts]
    same_asn = (
        on_same_data([c.projection for c in contexts])
        and len({scenario.workforce.asn_growth_per_year for scenario in scenarios}) == 1
    )
    if len({scenario.target.coverage_share for scenario in scenarios}) > 1:
        return []
    share = quantity(c, "target_share")
    if metric == "coverage_share":
        points = tuple(Point(month, share) for month in c.projection.months.tolist())
    elif metric == "enrolled" and same_asn:
        points = monthly(c, "target_workers_in", target_workers(c.projection))
    else:
        return []
    name = sentence("compare.target_line", lang, share=share)
    return [Series(str(name), points, TARGET_LOOK, named="along")]


def _alt(lines: Sequence[Series], metric: str, lang: Lang) -> str:
    """Where each line begins and ends, with its last month where it ends before the others."""
    last, ends = max(line.points[-1].month for line in lines), []
    for line in lines:
        start, end = (shown(line.points[at].quantity, lang) for at in (0, -1))
        if line.points[-1].month < last:
            end = f"{end} ({month_short(line.points[-1].month, lang)})"
        ends.append(text("compare.alt_line", lang, name=line.name, start=start, end=end))
    return text(
        "compare.alt",
        lang,
        metric=text(f"chart.{metric}", lang),
        first=month_long(min(line.points[0].month for line in lines), lang),
        last=month_long(last, lang),
        lines="; ".join(ends),
    ) + "".join(f" {band_alt(line.band, lang)}" for line in lines if line.band)


def _table(contexts: Sequence[Context], lines: Sequence[Series], lang: Lang) -> Table:
    """One row per month, edges of bands last; past months without a recorded total are marked."""
    by_month = [{point.month: point.quantity for point in line.points} for line in lines]

    def name(month: int) -> str:
        is_missing = missing_total(contexts, month)
        words = month_long(month, lang)
        return text("compare.past_month", lang, month=words) if is_missing else words

    edges = [(line.band, at) for line in lines if line.band for at in range(len(SHARES))]
    by_month += [{point.month: point.quantity for point in of.edges[at]} for of, at in edges]
    titles = (*(line.name for line in lines), *(edge_name(of, SHARES[at], lang) for of, at in edges))
    columns = (Column(text("compare.month", lang)), *(Column(title, is_number=True) for title in titles))
    months = sorted(set().union(*by_month))
    return Table(columns, tuple(Row((name(m), *(line.get(m, NOTHING) for line in by_month))) for m in months))
