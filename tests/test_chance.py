"""Chances in words: rounded to 5 points, never 0 and never 1, and "about" if more simulations might change the result."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.metrics import target_status
from simulator.model.months import month_number
from simulator.model.scenario import with_values
from simulator.model.simulation import simulate
from simulator.report.explain.explanation import explain, quantity
from simulator.report.sentences import chance
from simulator.report.sentences.chance import with_chance
from simulator.report.sentences.headlines import comparison_sentence
from simulator.report.sentences.meeting import finding
from simulator.report.sentences.target import status_sentence
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load
from simulator.words.numbers import chance_step, shown
from simulator.words.quantity import Quantity
from tests.calculating import computed
from tests.explaining import PROGRAMME, context_of

WORDS = {
    "id": ("{} dari {}", "kurang dari 5 %", "lebih dari 95 %"),
    "en": ("{} in {}", "less than 5 %", "more than 95 %"),
}


def chance_words(value, lang="id", draws=10**9):
    return shown(chance.worded(Quantity(value, "chance"), draws), lang)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "kurang dari 5 %"),
        (0.0499, "kurang dari 5 %"),
        (0.06, "1 dari 20"),
        (0.2, "1 dari 5"),
        (0.5, "1 dari 2"),
        (0.8, "4 dari 5"),
        (0.94, "19 dari 20"),
        (0.9501, "lebih dari 95 %"),
        (1.0, "lebih dari 95 %"),
    ],
)
def test_a_chance_reads_as_so_many_in_so_many(value, words):
    assert chance_words(value) == words


@given(st.floats(0, 1), st.sampled_from(["id", "en"]))
def test_over_the_whole_range_the_words_are_the_nearest_step_of_5_percent(value, lang):
    fraction, less, more = WORDS[lang]
    words = shown(Quantity(value, "chance"), lang)
    if value < 0.05:
        assert words == less
    elif value > 0.95:
        assert words == more
    else:
        step = Fraction(chance_step(value), 20)
        assert words == fraction.format(step.numerator, step.denominator)
        assert abs(step - value) <= 0.025 + 1e-12 and 0 < step < 1


@given(st.floats(0, 1), st.integers(1, 100_000))
def test_about_stands_exactly_where_two_standard_errors_reach_another_step(value, draws):
    error = 2 * (value * (1 - value) / draws) ** 0.5
    reached = {chance_step(max(0, value - error)), chance_step(value), chance_step(min(1, value + error))}
    sure = chance_words(value, draws=10**9)
    assert chance_words(value, draws=draws) == (
        f"sekitar {shown(Quantity(value, 'chance'), 'id')}"
        if len(reached) > 1 and 0.05 <= value <= 0.95
        else shown(Quantity(value, "chance"), "id")
    )
    assert sure.removeprefix("sekitar ") == shown(Quantity(value, "chance"), "id")


@given(st.lists(st.floats(0, 1), min_size=2, max_size=2).map(sorted))
def test_a_higher_chance_is_never_worded_as_a_lower_one(pair):
    assert chance_step(pair[0]) <= chance_step(pair[1])


@pytest.fixture(scope="module")
def c():
    scenario = load("banyak-yang-berhenti").scenario
    s = simulate(scenario, read_baseline_named(scenario.baseline), PROGRAMME)
    return context_of(s.projection, simulation=s)


def test_the_chance_of_the_target_is_the_share_of_simulations_that_reach_it(c):
    number = quantity(c, "target_chance")
    made = explain(number.origin, "id")
    assert number.value == c.simulated.target_chance
    assert computed(str(made.calculation), "id") == pytest.approx(number.value)
    assert str(c.simulated.seed) in " ".join(map(str, made.notes))
    assert len(made.table.rows) == len(c.scenario.uncertainty.ranges) > 2


@pytest.mark.parametrize(
    "series", ["enrolled", "coverage_share", "cumulative_contributions_idr", "cumulative_payouts_idr"]
)
def test_the_edge_of_a_band_is_the_quantile_that_run_writes_and_its_explanation_says_so(c, series):
    for place, edge in enumerate(("p5", "p25", "p50", "p75", "p95")):
        for month in (0, 1, 16):
            number = quantity(c, "band_edge", series=series, edge=edge, month=month)
            assert number.value == pytest.approx(c.simulated.band(series)[place, month], rel=1e-12)
    made = explain(number.origin, "id")
    assert "1.000 simulasi, 95 %" in str(made.notes[0]) and "Desember 2026" in made.title


def test_the_sentences_tell_chance_line_and_band(c):
    assert str(chance.target_chance(c, "id")) == (
        "Peluang mencapai 20 % pada Desember 2026 kurang dari 5 %, bila rentang ini benar."
    )
    assert str(chance.likely_enrolled(c, "id")).startswith("Yang wajar terjadi pada Desember 2026: ")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "id",
            "Bila semua berjalan sesuai rencana, pada Agustus 2027 ada 1.256 peserta; hampir semua simulasi memberi jumlah yang sama.",
        ),
        (
            "en",
            "If everything goes to plan there are 1,256 enrolled in August 2027; nearly all simulations give the same number.",
        ),
    ],
)
def test_without_any_range_the_simulations_are_reported_to_agree_and_no_empty_range_is_reported(lang, words):
    scenario = with_values(load("komitmen-september").scenario, {"uncertainty.ranges": ()})
    s = simulate(scenario, read_baseline_named(scenario.baseline), PROGRAMME)
    late = context_of(s.projection, simulation=s, today=month_number("2026-11"))
    assert str(chance.likely_enrolled(late, lang)) == words


@pytest.mark.parametrize(("draws", "few"), [(1, True), (199, True), (200, False)])
def test_fewer_than_200_simulations_are_reported_as_too_few_wherever_a_chance_is_reported(draws, few):
    scenario = load("dua-puluh-persen-2026").scenario
    s = simulate(scenario, read_baseline_named(scenario.baseline), PROGRAMME, draws)
    c = context_of(s.projection, simulation=s, today=month_number("2025-09"))
    warning = f"Simulasinya hanya {draws}, terlalu sedikit"
    assert str(chance.how_sure(c, "id")[-1]).startswith(warning) == few  # on screen and on paper
    assert [str(one) for one in chance.reading(c, "id")] == (
        []
        if few
        else [
            f"Dari {draws} simulasi, sembilan dari sepuluh berada di area berwarna dan separuhnya di "
            "bagian yang lebih gelap, dihitung bulan demi bulan."
        ]
    )
    assert (str(with_chance(c, "id")) == "") == few  # no title gives a chance of so few simulations


@pytest.mark.parametrize(
    ("lang", "met"),
    [
        ("id", "tercapai bila semua berjalan sesuai rencana: 2.069; peluangnya kurang dari 5 %."),
        ("en", "is met if everything goes to plan: 2,069; the chance is less than 5 %."),
    ],
)
def test_nobody_reads_that_the_line_meets_the_target_without_its_chance(lang, met):
    scenario = load("dua-puluh-persen-2026").scenario
    of_2025 = month_number("2025-09")
    s = simulate(scenario, read_baseline_named(scenario.baseline), PROGRAMME)
    ahead = context_of(s.projection, simulation=s, today=of_2025)
    status = target_status(s.projection)
    assert status.met and s.target_chance < 0.05
    assert str(status_sentence(ahead, lang)).endswith(met)
    assert str(with_chance(ahead, lang)) in str(finding(ahead, status.month, lang))
    assert str(with_chance(ahead, lang)) in str(comparison_sentence([ahead], ["A"], lang))
    past = context_of(s.projection, simulation=s, today=of_2025 + 24)
    assert with_chance(past, lang) == ""
