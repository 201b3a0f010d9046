"""How often something rare happens: in one office of 84 workers about one death in 2 to 3 years."""

import pytest
from handout_cases import contexts_of, projected
from hypothesis import given
from hypothesis import strategies as st

from simulator.planning.rare import Frequency, expected_a_year, frequency
from simulator.report.explain.explanation import explain
from simulator.report.sentences.rare import rare_in_regency, rare_of_published, rare_of_row
from simulator.report.sentences.unit_sheet import unit_sheet
from simulator.report.tables.units import unit_table
from simulator.store.baseline_files import read_baseline_named
from simulator.words import LANGUAGES
from tests.calculating import computed

(KENDAL,) = contexts_of(projected("komitmen-september"))
(CONTOH,) = contexts_of(projected("contoh"))


@pytest.mark.parametrize(
    ("people", "rate", "often"),
    [
        (84, 5.0625, Frequency(False, 2, 3)),  # 0.425 a year: one in 2.35 years
        (84, 3.47, Frequency(False, 3, 4)),  # 0.291 a year: one in 3.43
        (18, 5.0625, Frequency(False, 10, 10)),  # 0.091 a year: one in 10.97, in fives
        (5, 5.0625, Frequency(False, 40, 40)),  # one in 39.5 years
        (974, 5.0625, Frequency(True, 4, 5)),  # 4.93 a year
        (974, 3.47, Frequency(True, 3, 4)),  # 3.38 a year
        (10_345, 5.0625, Frequency(True, 50, 50)),  # 52.4 a year
        (200, 5.0, Frequency(True, 1, 1)),
        (100, 5.0, Frequency(False, 2, 2)),
        (84, 0.0, None),
        (0, 5.0, None),
    ],
)
def test_the_frequency_follows_from_people_and_rate_by_hand(people, rate, often):
    assert frequency(people, rate) == often


def test_what_happens_once_in_millions_of_years_never_happens():
    assert frequency(1, 2.3e-308) is None and frequency(10, 1e-5) is None


@given(st.integers(1, 100_000), st.floats(0.01, 1000))
def test_a_frequency_in_words_holds_the_expected_number_or_lies_within_a_third_of_it(people, rate):
    often, expected = frequency(people, rate), expected_a_year(people, rate)
    shown = expected if often.is_often else 1 / expected
    assert 1 <= often.low <= often.high <= often.low + 1 or often.low == often.high
    assert often.low - 0.051 <= shown <= often.high + 0.051 or abs(often.low - shown) <= shown / 3


def test_an_office_of_84_workers_at_100_percent_sees_a_death_in_2_to_3_years():
    assert str(rare_of_published(KENDAL, "OPD-01", "id")) == (
        "Di antara ≈ 84 pekerja (perkiraan): sekitar satu kematian dalam 2–3 tahun, satu kecelakaan kerja dalam 3–4 tahun."
    )


def test_a_group_and_the_regency_are_reported_as_cases_a_year():
    partial = str(rare_of_row(KENDAL, "opd-partial", "id"))  # 573 − 336 = 237 enrolled: 1.2 deaths a year
    assert partial == (
        "Di antara 237 peserta: sekitar 1–2 kematian setahun, satu kecelakaan kerja dalam 1–2 tahun."
    )
    assert str(rare_in_regency(KENDAL, "en")).startswith(
        "Among 974 enrolled: about 4–5 deaths a year, 3–4 work accidents a year. In one office of 83 workers, the mean ASN of an OPD: about one death in 2–3 years"
    )


def test_who_is_not_in_yet_is_reported_for_one_worker_per_asn():
    assert str(rare_of_row(KENDAL, "opd-outside", "id")).startswith("Di antara 1.079 pekerja, satu per ASN:")


def test_one_unit_for_a_whole_regency_has_no_office_of_mean_size():
    selayar = read_baseline_named("selayar-2023-03")
    (c,) = contexts_of(projected("komitmen-september", selayar))
    assert "OPD" not in str(rare_in_regency(c, "id"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_of_a_frequency_is_explained_and_rounds_what_is_computed(lang):
    texts = [
        rare_in_regency(KENDAL, lang),
        rare_of_published(KENDAL, "OPD-01", lang),
        rare_of_row(CONTOH, "DC-01", lang),
    ]
    numbers = [one for sentence in texts for one in sentence.quantities]
    assert len(numbers) > 12
    for one in numbers:
        explanation = explain(one.origin, lang)
        assert explanation.quantity.value == one.value and explanation.sources
        if one.origin.key == "rare_bound":
            assert abs(computed(str(explanation.calculation), lang) - one.number) <= max(1, one.number / 3)


def test_the_sheet_of_every_row_says_how_often():
    table = unit_table(CONTOH.projection, 1)
    for row in table.rows:
        assert "kematian" in str(unit_sheet(CONTOH, table, row.key, "id").rare)
