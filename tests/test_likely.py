"""Line, band and chance are the same numbers on screen, in every hand-out and on the command line."""

import csv
import io
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import openpyxl
import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from simulator.__main__ import main
from simulator.handouts.brief import brief_bytes
from simulator.handouts.deck import deck_bytes
from simulator.handouts.summary import summary_text
from simulator.handouts.workbook import workbook_bytes
from simulator.report.charts.chart import SHARES
from simulator.report.charts.compare import comparison
from simulator.report.charts.enrolment import enrolment
from simulator.report.charts.money import money
from simulator.report.context import simulated
from simulator.report.sentences.chance import how_sure
from simulator.store.places import ROOT
from simulator.ui import likely
from simulator.ui.chart import over_months
from simulator.ui.pages import overview
from tests.handout_cases import SCENARIOS, TODAY, contexts_of, on_one_line, projected
from tests.rendered import pages

STEM = "dua-puluh-persen-2026"
EDGES = {"p5": 0, "p50": SHARES.index(0.5), "p95": -1}


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """Columns of `run --draws` by metric and edge, with the number of draws of the scenario."""
    out = tmp_path_factory.mktemp("run")
    assert main(["run", str(SCENARIOS / f"{STEM}.json"), "--draws", "1000", "--out", str(out)]) == 0
    found: dict[str, dict[str, list[float]]] = {}
    for row in csv.DictReader((out / f"{STEM}.bands.csv").open(encoding="utf-8")):
        for edge in EDGES:
            found.setdefault(row["metric"], {}).setdefault(edge, []).append(float(row[edge] or "nan"))
    return found


@pytest.fixture(scope="module")
def contexts():
    return simulated(contexts_of(projected(STEM)))


@pytest.fixture(scope="module")
def deck(contexts):
    return Presentation(io.BytesIO(deck_bytes(contexts, "id", TODAY)))


@pytest.fixture(scope="module")
def book(contexts):
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(contexts, "id", TODAY)))


def test_the_screen_draws_the_edges_that_run_writes(contexts, ran):
    (c,) = contexts
    outer = over_months.figure(enrolment(c, "id"), "id", 300)["data"][0]
    of = ran["enrolled"]
    assert outer["y"] == pytest.approx(of["p5"] + of["p95"][::-1])
    paid_in, paid_out = (band for _, band in money(c, "cumulative", "id").bands)
    for band, metric in ((paid_in, "contributions_idr"), (paid_out, "payouts_idr")):
        for edge, place in EDGES.items():
            drawn = [point.quantity.number for point in band.edges[place]]
            assert drawn == pytest.approx(ran[f"cumulative_{metric}"][edge])


def test_the_band_of_12_months_is_that_of_what_the_last_12_months_add_in_each_simulation(contexts):
    (c,) = contexts
    paid_in, paid_out = (band for _, band in money(c, "year", "id").bands)
    sums = c.simulated.cumulative_payouts_idr
    p5 = [np.quantile(sums[t] - sums[t - 12], 0.05) for t in range(12, len(sums))]
    assert [point.quantity.number for point in paid_out.edges[0]] == pytest.approx(p5)
    assert [point.month - c.baseline.month for point in paid_in.middle] == list(range(12, len(sums)))
    assert money(c, "monthly", "id").bands == ()


def test_compare_draws_the_edges_that_run_writes_behind_each_line(contexts, ran):
    other = replace(contexts[0], simulation=None)
    for metric in ("enrolled", "coverage_share", "cumulative_contributions_idr", "cumulative_payouts_idr"):
        ((_, band),) = comparison([contexts[0], other], ["A", "B"], metric, "id").bands
        assert band.is_named and band.name == "yang wajar terjadi"
        for edge, place in EDGES.items():
            drawn = [point.quantity.number for point in band.edges[place]]
            assert drawn == pytest.approx(ran[metric][edge])
    both = comparison([contexts[0]] * 2, ["A", "B"], "contributions_idr", "id")
    named = [(band.is_named, band.name) for _, band in both.bands]  # their colours identify the scenario
    assert named == [(False, f"yang wajar terjadi menurut “{name}”") for name in "AB"]
    assert [point.quantity.number for point in both.bands[0][1].edges[0]] == pytest.approx(
        ran["contributions_idr"]["p5"][1:]
    )
    assert comparison([contexts[0]] * 2, ["A", "B"], "payouts_idr", "id").bands == ()


def test_compare_marks_rakor_monev_and_says_whose_they_are():
    with_and_without = contexts_of(*map(projected, ("dorongan-yang-meluruh", "dorongan-tanpa-rakor-monev")))
    chart = comparison(with_and_without, ["A", "B"], "enrolled", "id")
    assert chart.marks and chart.marks.name == "Rakor Monev dalam “A”" and chart.marks.name in chart.alt
    assert comparison(with_and_without[:1] * 2, ["A", "A"], "enrolled", "id").marks.name == "Rakor Monev"
    assert comparison(with_and_without[1:] * 2, ["B", "B"], "enrolled", "id").marks is None


def test_the_slide_and_the_workbook_hold_the_edges_that_run_writes(deck, book, ran):
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    people, money = ([*chart.plots[-1].series] for chart in charts if len(list(chart.plots)) == 2)
    for lines, metric, scale in (
        (people, "enrolled", 1),
        (money, "cumulative_contributions_idr", 1e6),
        (money[3:], "cumulative_payouts_idr", 1e6),
    ):
        for line, edge in zip(lines[:2], ("p5", "p95"), strict=True):
            held = [value * scale for value in line.values if value is not None]
            assert held == pytest.approx(ran[metric][edge])
    _, *rows = book["Yang wajar"].iter_rows(values_only=True)
    for column, metric, edge in (
        (2, "enrolled", "p5"),
        (4, "enrolled", "p50"),
        (6, "enrolled", "p95"),
        (11, "cumulative_contributions_idr", "p5"),
        (24, "cumulative_payouts_idr", "p95"),
    ):
        assert [row[column] for row in rows] == pytest.approx(ran[metric][edge]), (metric, edge)


def test_every_medium_says_chance_and_band_in_the_same_words(contexts, deck, book):
    """Numbers on paper carry marks, so words are compared without them."""

    def plain(words):
        return " ".join(words.replace("±", "").replace("(asumsi)", "").split())

    texts = [plain(str(sentence)) for sentence in how_sure(contexts[0], "id")]
    assert "kurang dari 5 %" in texts[0] and texts[1].startswith("Bila semua berjalan sesuai rencana")
    shapes = [shape for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    brief = [on_one_line(page) for page in pages(brief_bytes(contexts, "id", TODAY))]
    cells = [str(cell.value) for row in book["Ringkasan"].iter_rows() for cell in row]
    media = {
        "deck": " ".join(shape.text_frame.text for shape in shapes),
        "brief": " ".join(brief),
        "workbook": " ".join(cells),
        "message": summary_text(contexts, "id", TODAY),
    }
    for medium, words in media.items():
        assert all(sentence in plain(words) for sentence in texts), (medium, plain(words)[:2000])


def test_the_switch_stays_and_a_scenario_is_simulated_once_for_its_value(monkeypatch):
    made, drawn = [], []
    monkeypatch.setattr(
        likely, "simulate", lambda *a, real=likely.simulate, **k: made.append(a) or real(*a, **k)
    )
    monkeypatch.setattr(
        overview, "enrolment", lambda c, lang, **k: drawn.append(c) or enrolment(c, lang, **k)
    )
    at = AppTest.from_file(str(ROOT / "app.py")).run()
    at.run()
    assert len(made) == 1 and drawn[-1].simulation is not None  # on from the start
    at.button(key="likely-more").click().run()
    assert len(made) == 2 and drawn[-1].simulated.draws == likely.MANY
    at.toggle(key="likely").set_value(False).run()
    assert drawn[-1].simulation is None
    at.run()
    assert drawn[-1].simulation is None and len(made) == 2


@pytest.mark.parametrize(
    "draws, kept",
    [
        ([1000] * 20, 12),
        ([10_000] * 6, 4),
        ([1000, 10_000, 10_000, 10_000, 10_000], 4),
        ([100_000, 1000], 1),  # the newest always
        ([1000], 1),
    ],
)
def test_of_scenarios_seen_the_last_twelve_are_kept_with_40000_simulations_at_most(draws, kept):
    seen = [SimpleNamespace(draws=count) for count in draws]
    assert likely._kept(seen) == seen[:kept]
