"""Charts without a medium: every number in them and in their tables is explained by the value it shows."""

import math

import pytest

from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.months import month_number
from simulator.model.projection import project
from simulator.model.scenario import with_values
from simulator.report.charts.chart import Chart
from simulator.report.charts.compare import CHARTS, comparison
from simulator.report.charts.enrolment import enrolment, history, meeting
from simulator.report.charts.heat_map import heat_map
from simulator.report.charts.money import money, views
from simulator.report.charts.places import place_map
from simulator.report.charts.ranking import ranking
from simulator.report.charts.waterfall import waterfall_of
from simulator.report.explain.explanation import explain
from simulator.report.sentences.attribution import why_differ
from simulator.report.tables.units import unit_table
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.places import BASELINES
from simulator.store.scenario_store import load
from simulator.store.tiles_file import read_tiles
from simulator.ui.chart import over_months
from simulator.words.numbers import shown
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence
from tests.explaining import context_of

TODAY = month_number("2026-01")
RECORDED = Actuals(
    [
        Record(
            "2026-01-01T08:00:00",
            "",
            "a.csv",
            "2025-09",
            TOTAL,
            {"enrolled": 1190, "contributions_idr": 20_000_000, "claims_idr": 42_000_000},
        )
    ]
)
JHT_AND_GROWTH = {"contribution.include_jht": True, "workforce.asn_growth_per_year": 0.03}
NOBODY = {
    "retention.lapse_share_per_month": 1.0,
    "retention.refill_share_per_month": 0.0,
    "delivery.pledge_share": 0.0,
}


def context(stem, changes=(), actuals=RECORDED):
    scenario = with_values(load(stem).scenario, dict(changes))
    p = project(scenario, read_baseline_named(scenario.baseline), read_programme())
    return context_of(p, today=TODAY, actuals=actuals)


def drawn_of(c):
    """Every chart about one scenario."""
    units = unit_table(c.projection, 8)
    yield from (enrolment(c, "id"), history(c, "id"), meeting(c, None, 1, "id"))
    yield from (money(c, view, "id") for view in views(c.projection))
    yield from (comparison([c, c], ["A", "B"], metric, "id") for metric in CHARTS)
    yield from (ranking(c, units, "id"), heat_map(c, "id"))
    tiles = read_tiles(BASELINES / c.baseline.name)
    if tiles:
        yield place_map(c, units, tiles, "tiles", "id")


def numbers_of(chart):
    """Every number in points, title and table of a chart."""
    if isinstance(chart, Chart):
        yield from (point.quantity for series in chart.series for point in series.points)
    yield from getattr(chart, "title", Sentence("id", ())).quantities
    for row in chart.table.rows:
        for cell in row.cells:
            if isinstance(cell, Quantity):
                yield cell
            elif isinstance(cell, Sentence):
                yield from cell.quantities


@pytest.mark.parametrize(
    ("stem", "changes"),
    [
        ("komitmen-september", {}),
        ("banyak-yang-berhenti", JHT_AND_GROWTH),
        ("contoh", {}),
        ("komitmen-september", NOBODY),
    ],
)
def test_every_number_drawn_is_the_one_its_origin_explains(stem, changes):
    c, explained = context(stem, changes), 0
    for chart in drawn_of(c):
        for i, number in enumerate(numbers_of(chart)):
            if number.origin is None or (i % 7 and number.origin.key == "row_expected_coverage"):
                continue  # every seventh of the heat map's thousands of cells
            explanation = explain(number.origin, "id").quantity
            if number.value is None:
                assert math.isnan(explanation.value)
                continue
            near = (
                0.006 if number.unit == "share" else max(1.0, 1e-9 * abs(number.value))
            )  # whole people, percent
            assert abs(explanation.value - number.value) < near, (number.origin.key, number.origin.about)
            assert explanation.unit == number.unit
            assert explanation.basis == number.basis or number.origin.key == "actual_in", number.origin
            explained += 1
    assert explained > 600


def test_every_part_of_the_waterfall_is_explained():
    one, other = context("komitmen-september"), context("dua-puluh-persen-2026")
    chart = waterfall_of(why_differ(one, other, "enrolled", month_number("2026-12"), "id"), "id")
    steps = [step.quantity for step in chart.steps]
    assert len(steps) > 2 and all(number.origin for number in (*steps, *numbers_of(chart)))


def test_a_ratio_of_nothing_is_a_gap_and_has_no_name_at_its_end():
    c = context("komitmen-september", NOBODY)
    chart = comparison([c, c], ["A", "B"], "claims_ratio", "en")
    (line, _) = chart.series
    assert not line.known[1:]
    figure = over_months.figure(chart, "en", 400)
    assert figure["data"][0]["y"][-1] is None
    assert shown(line.points[-1].quantity, "en") == "–"


def test_the_target_of_all_is_one_line_and_that_of_different_ones_none():
    one, other = context("komitmen-september"), context("komitmen-september", {"target.coverage_share": 0.3})
    assert [s.named for s in comparison([one, one], ["A", "B"], "enrolled", "id").series[2:3]] == ["along"]
    assert [s.named for s in comparison([one, other], ["A", "B"], "enrolled", "id").series[2:]] == ["inside"]
