"""The death rate: observed deaths, named priors, the estimate with its interval, and where JKM breaks even."""

import math
from dataclasses import replace

import pytest
from handout_cases import one_month_of_history
from hypothesis import given
from hypothesis import strategies as st
from test_every_number import run

from simulator.model.payouts import death_rate
from simulator.model.projection import project
from simulator.model.scenario import with_value
from simulator.planning.deaths import (
    PRIORS,
    chosen_prior,
    estimate_interval,
    observed_interval,
    with_prior,
)
from simulator.planning.intervals import gamma_interval, garwood
from simulator.planning.reconciliation import reconcile
from simulator.report.explain.explanation import explain, quantity
from simulator.report.sentences.deaths import death_sentences
from simulator.report.tables.deaths import prior_table
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES
from simulator.words.numbers import shown
from simulator.words.quantity import Quantity
from tests.calculating import computed
from tests.explaining import context_of

PROGRAMME, SCENARIO = read_programme(), load("komitmen-september").scenario
KENDAL = read_baseline_named("kendal-2025-08")
POPULATION, WITHOUT_EMPLOYER, ALL_SEGMENTS = PRIORS


def context(scenario=SCENARIO, baseline=KENDAL):
    return context_of(project(scenario, baseline, PROGRAMME))


def death_words(c, lang="id"):
    return [str(sentence) for sentence in death_sentences(c, lang)]


def sentence_of(piece):
    """A piece of a cell in Indonesian."""
    return shown(piece, "id") if isinstance(piece, Quantity) else piece


# ---- the numbers


@pytest.mark.parametrize(
    ("prior", "rate"),
    [
        (POPULATION, (6.4 * 0.5 + 8) / (500 + 1712.3333) * 1000),  # 11.2 ÷ 2,212.33 = 5.06
        (WITHOUT_EMPLOYER, (3.7 * 2.2 + 8) / (2200 + 1712.3333) * 1000),  # 16.14 ÷ 3,912.33 = 4.13
        (ALL_SEGMENTS, (1.8 * 0.5 + 8) / (500 + 1712.3333) * 1000),  # 8.9 ÷ 2,212.33 = 4.02
    ],
)
def test_each_prior_gives_the_weighted_mean_with_8_deaths_in_1712_person_years(prior, rate):
    chosen = with_prior(SCENARIO, prior)
    assert death_rate(chosen.risk, KENDAL) * 1000 == pytest.approx(rate)
    low, high = estimate_interval(chosen, KENDAL)
    assert low < rate < high
    assert chosen_prior(chosen) == prior


def test_the_default_is_the_population_and_a_rate_of_ones_own_is_no_named_prior():
    assert chosen_prior(SCENARIO) == POPULATION
    assert chosen_prior(with_value(SCENARIO, "risk.prior_deaths_per_1000_year", 3.7)) is None


def test_a_claim_of_42_to_46_5_million_gives_3_5_to_3_85_deaths_of_those_without_an_employer():
    of_2023 = [1.981 * 12 * 6_800 / claim * 1000 for claim in (46.5e6, 42e6)]
    assert [round(rate, 2) for rate in of_2023] == [3.48, 3.85]
    assert of_2023[0] < WITHOUT_EMPLOYER.deaths_per_1000_year < of_2023[1]


def test_the_observed_interval_is_garwoods_over_the_person_years():
    low, high = garwood(8)  # 3.454 to 15.763 in the printed table
    assert observed_interval(KENDAL) == pytest.approx((low / 1.7123333, high / 1.7123333))


@given(st.integers(0, 200))
def test_gamma_points_of_a_count_and_one_more_are_garwoods_interval(count):
    assert gamma_interval(count, count + 1) == pytest.approx(garwood(count), rel=1e-9)


def test_an_interval_of_shape_1_is_that_of_waiting_times():
    low, high = gamma_interval(1, 1)  # below x with chance 1 − e^(−x)
    assert (low, high) == pytest.approx((-math.log(0.975), -math.log(0.025)))


# of Kendal's history 0 in January 2022, 724 in July 2024, 728 in June 2025 and 974 in August 2025
COUNTED = {
    "2024-07": 30 * (0 + 724) / 2 / 12,
    "2025-06": (30 * (0 + 724) / 2 + 11 * (724 + 728) / 2) / 12,
    None: (30 * (0 + 724) / 2 + 11 * (724 + 728) / 2 + 2 * (728 + 974) / 2) / 12,
}


def counted_until(month):
    """Kendal, with deaths known up to a month of its history."""
    return replace(KENDAL, facts=KENDAL.facts.model_copy(update={"deaths_month": month}))


@pytest.mark.parametrize("month", COUNTED)
def test_exposure_ends_with_the_month_deaths_are_counted_to_and_person_years_so_far_go_on(month):
    until = counted_until(month)
    assert until.exposure_person_years == pytest.approx(COUNTED[month], rel=1e-12)
    assert until.person_years_so_far == pytest.approx(COUNTED[None], rel=1e-12)
    rate = (6.4 / 1000 * 500 + 8) / (500 + COUNTED[month])
    assert death_rate(SCENARIO.risk, until) == pytest.approx(rate, rel=1e-12)
    (paid,) = [line for line in reconcile(KENDAL, PROGRAMME) if line.fact.key == "contributions_so_far_idr"]
    (same,) = [line for line in reconcile(until, PROGRAMME) if line.fact.key == "contributions_so_far_idr"]
    assert same.counted == paid.counted


# ---- the sentences


def test_kendal_says_what_was_observed_what_is_used_and_the_break_even():
    observed, used, break_even = death_words(context())
    assert observed == (
        "Teramati sampai Agustus 2025: 8 kematian dalam 1.712 orang-tahun, yaitu 4,67 per 1.000 orang per tahun (rentang 2,02 sampai 9,21)."
    )
    assert used.startswith("Dipakai skenario ini: 5,06 per 1.000 orang per tahun (rentang 2,55 sampai 8,43)")
    assert "impas pada 1,94" in break_even and break_even.endswith(
        "Selama masa keringanan titik impasnya 0,97."
    )


def test_the_month_that_deaths_are_known_up_to_is_reported():
    observed = death_words(context(baseline=counted_until("2024-07")), "en")[0]
    assert observed.startswith(
        "Observed up to July 2024: 8 deaths in 905 person-years, that is 8.84 per 1,000"
    )


@pytest.mark.parametrize("month", COUNTED)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_of_the_sentences_is_explained_and_can_be_computed_again(lang, month):
    sentences = death_sentences(context(baseline=counted_until(month)), lang)
    quantities = [one for sentence in sentences for one in sentence.quantities]
    calculated = 0
    for one in quantities:
        explanation = explain(one.origin, lang)
        assert explanation.quantity.value == one.value and explanation.sources
        if explanation.calculation:
            calculated += 1
            assert computed(str(explanation.calculation), lang) == pytest.approx(one.number, rel=1e-5)
    assert len(quantities) > 5 and calculated > 2


def test_unknown_deaths_leave_the_prior_alone_and_a_history_of_one_month_says_why(tmp_path):
    selayar = death_words(context(SCENARIO, read_baseline_named("selayar-2023-03")))
    assert selayar[0].startswith("Kematian peserta belum diketahui") and len(selayar) == 3
    assert (
        selayar[1]
        == "Dipakai skenario ini: 6,40 per 1.000 orang per tahun (rentang 1,41 sampai 15,08), dari acuan saja."
    )
    one_month = death_words(context(SCENARIO, one_month_of_history(tmp_path / "one")))
    assert "hanya satu bulan" in one_month[1] and len(one_month) == 4


def test_a_typed_rate_goes_before_every_prior_and_says_so():
    typed = with_value(SCENARIO, "risk.deaths_per_1000_year", 7.0)
    assert estimate_interval(typed, KENDAL) is None
    assert death_words(context(typed))[1].startswith(
        "Angka kematian diisi sendiri: 7,00 per 1.000 orang per tahun."
    )


def test_without_any_experience_no_interval_is_claimed():
    nothing = with_value(SCENARIO, "risk.prior_person_years", 0.0)
    selayar = read_baseline_named("selayar-2023-03")
    assert estimate_interval(nothing, selayar) is None
    assert (
        death_words(context(nothing, selayar))[1] == "Dipakai skenario ini: 0,00 per 1.000 orang per tahun."
    )


def test_a_history_in_which_nobody_was_enrolled_has_no_observed_rate():
    nobody = tuple(point.model_copy(update={"enrolled": 0.0}) for point in KENDAL.facts.history)
    empty = replace(KENDAL, facts=KENDAL.facts.model_copy(update={"history": nobody}))
    assert observed_interval(empty) is None


def test_each_prior_has_a_row_with_what_it_does_to_payouts():
    rows = prior_table([(p, context(with_prior(SCENARIO, p))) for p in PRIORS], "id").rows
    texts = [" ".join(str(sentence_of(piece)) for cell in row.cells[:3] for piece in cell) for row in rows]
    assert texts == [
        "Penduduk usia kerja S30, S51 6,40 bobot 500 orang-tahun 5,06 2,55 sampai 8,43",
        "Peserta bukan penerima upah (BPU) S76, S77 3,70 bobot 2.200 orang-tahun 4,13 2,36 sampai 6,37",
        "Semua segmen peserta S13, S51 1,80 bobot 500 orang-tahun 4,02 1,83 sampai 7,06",
    ]
    payouts = [row.cells[3][0].number for row in rows]
    assert payouts == sorted(payouts, reverse=True)  # of the deaths among 1,256 over two years
    assert payouts[0] == pytest.approx(context().projection.payouts_idr[1:].sum())


def test_a_chosen_prior_is_cited_with_its_sources():
    c = context(with_prior(SCENARIO, WITHOUT_EMPLOYER))
    assert set(explain(quantity(c, "death_rate").origin, "id").sources) >= {"S76", "S77", "S1"}


def test_a_press_sets_rate_and_weight_as_one_step_that_can_be_undone():
    at = run("sources", "komitmen-september", "id")
    before = at.session_state["draft"]
    at.button(key="prior-without_employer").click().run()
    after = at.session_state["draft"]
    assert not at.exception
    assert chosen_prior(after.scenario) == WITHOUT_EMPLOYER
    assert len(after.undo) == len(before.undo) + 1 and after.undo[-1] == before.scenario
    assert at.button(key="prior-without_employer").disabled
