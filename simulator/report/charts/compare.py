"""Several scenarios as lines of one chart; lists run along the chosen scenarios."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.model.actuals import Actuals
from simulator.model.metrics import METRICS, target_workers
from simulator.model.months import month_name
from simulator.model.projection import Projection
from simulator.planning.comparison import common_months, on_same_data
from simulator.report.charts.chart import Chart, Point, Series
from simulator.report.charts.parts import actual_series, monthly
from simulator.report.charts.theme import ACTUAL_LOOK, SCENARIO_LOOKS, TARGET_LOOK
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.numbers import month_long, month_short, shown
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence, sentence

SCALES = {"people": 1.0, "share": 0.01, "idr": 1e6, "ratio": 1.0}
"""By unit, what a value is divided by where it is drawn."""
NOTHING = Quantity(None, "number")  # in a month that another scenario does not reach


@dataclass(frozen=True)
class Charted:
    """A monthly series a chart can show, from month `start` on, with the key of its formula.

    A sum starts at 0 in the month before the first that all the scenarios project.
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
    """One line a scenario to its own end, the target where all share one, and what was recorded."""
    charted, months = CHARTS[metric], common_months([c.projection for c in contexts])
    lines = tuple(
        Series(name, _points(c, charted, months), look)
        for c, name, look in zip(contexts, names, SCENARIO_LOOKS)
    )
    same_data = on_same_data([c.projection for c in contexts])
    recorded = same_data and metric in ("enrolled", "contributions_idr")
    actual = actual_series(_longest(contexts), metric, ACTUAL_LOOK, lang) if recorded else ()
    return Chart(
        Sentence(lang, (text(f"chart.{metric}", lang),)),
        _alt(lines, metric, lang),
        text(f"chart.axis.{charted.unit}", lang),
        (*lines, *_target(contexts, metric, lang), *actual),
        _table(contexts, lines, lang),
        scale=SCALES[charted.unit],
    )


def _points(c: Context, charted: Charted, months: range | None) -> tuple[Point, ...]:
    """The numbers of one scenario, a sum over the `months` (month numbers) that all share."""
    values = charted.series(c.projection)
    begin = months[0] - 1 - c.baseline.month if charted.is_sum and months else 0
    if not begin:
        return monthly(c, charted.key, values, charted.start)
    return monthly(c, charted.key, values - values[begin], begin, sum_from=begin + 1)


def missing_total(projections: Sequence[Projection], month: int, today: int, actuals: Actuals) -> bool:
    """Whether a month number is a projected one that is over, and nobody recorded its enrolled total."""
    p = projections[0]
    past = min(p.baseline.month for p in projections) < month < today
    return past and actuals.total(month_name(month), p.baseline.codes, "enrolled") is None


def _longest(contexts: Sequence[Context]) -> Context:
    return max(contexts, key=lambda c: c.projection.months[-1])


def _target(contexts: Sequence[Context], metric: str, lang: Lang) -> list[Series]:
    """The target as a line, where all scenarios ask for the same in every month; else none."""
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
    """Where each line begins and ends, with the month of one that ends before the others."""
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
    )


def _table(contexts: Sequence[Context], lines: Sequence[Series], lang: Lang) -> Table:
    """A row a month; months already past say where nobody recorded what came of them."""
    c, projections = contexts[0], [c.projection for c in contexts]
    by_month = [{point.month: point.quantity for point in line.points} for line in lines]

    def name(month: int) -> str:
        is_missing = missing_total(projections, month, c.today, c.actuals)
        words = month_long(month, lang)
        return text("compare.past_month", lang, month=words) if is_missing else words

    columns = (Column(text("compare.month", lang)), *(Column(line.name, is_number=True) for line in lines))
    months = sorted(set().union(*by_month))
    return Table(columns, tuple(Row((name(m), *(line.get(m, NOTHING) for line in by_month))) for m in months))
