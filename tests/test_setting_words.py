"""Every setting has a name, a sentence of help and a worded value, in both languages."""

import re

import pytest

from simulator.model.parts import SEGMENTS, Override
from simulator.model.scenario import OVERRIDE_SETTINGS, SETTINGS
from simulator.report.sentences.settings import bounds_of, override_value
from simulator.words import LANGUAGES, all_texts
from simulator.words.numbers import NO_BREAK
from simulator.words.settings import (
    segment_name,
    setting_bounds,
    setting_help,
    setting_label,
    setting_value_text,
)

PATHS = [*SETTINGS, *(f"overrides.*.{name}" for name in OVERRIDE_SETTINGS)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_setting_has_its_own_name_and_one_sentence_of_help(lang):
    assert len(PATHS) > 40
    assert len({setting_label(path, lang) for path in PATHS}) == len(PATHS)
    for path in PATHS:
        sentence = setting_help(path, lang)
        assert sentence.endswith(".") and ". " not in sentence, path


def test_no_words_are_kept_for_settings_that_do_not_exist():
    known = {re.sub(rf"^participation\.({'|'.join(SEGMENTS)})\.", "participation.*.", path) for path in PATHS}
    worded = {key.removeprefix("setting.") for key, *_ in all_texts() if key.startswith("setting.")}
    assert worded == known


@pytest.mark.parametrize(
    "path, value, indonesian, english",
    [
        ("target.coverage_share", 0.2, "20 %", "20 %"),
        ("participation.opd.target_share", 0.701, "70,1 %", "70.1 %"),
        ("participation.opd.curve", "front-loaded", "cepat di awal", "fast at first"),
        ("participation.other.new_units_per_month", 0.25, "0,25 unit per bulan", "0.25 units a month"),
        ("participation.kecamatan.workers_per_asn", 1.0, "1 pekerja per ASN", "1 worker per ASN"),
        ("horizon_months", 24, "24 bulan", "24 months"),
        ("monev.first_month", None, "belum dijadwalkan", "not planned"),
        ("monev.first_month", "2025-11", "November 2025", "November 2025"),
        ("retention.lapse_share_per_month", 0.05, "5 % per bulan", "5 % a month"),
        ("workforce.asn_growth_per_year", -0.005, "−0,5 % per tahun", "−0.5 % a year"),
        ("contribution.income_base_idr", 1_000_000.0, "Rp 1.000.000", "Rp 1,000,000"),
        ("contribution.relief_applies", True, "ya", "yes"),
        ("risk.deaths_per_1000_year", None, "diperkirakan", "estimated"),
        ("risk.accidents_per_1000_year", 3.47, "3,47 per 1.000 orang per tahun", "3.47 per 1,000 a year"),
        ("risk.prior_person_years", 500.0, "500 orang-tahun", "500 person-years"),
        ("uncertainty.seed", 2025, "2025", "2025"),
        ("overrides.*.join_month", "never", "tidak pernah", "never"),
        ("overrides[3].target_share", None, "mengikuti kelompoknya", "as its group"),
    ],
)
def test_a_value_reads_with_its_unit(path, value, indonesian, english):
    assert (setting_value_text(path, value, "id"), setting_value_text(path, value, "en")) == (
        indonesian,
        english,
    )


@pytest.mark.parametrize(
    "path, indonesian",
    [
        ("risk.accidents_per_1000_year", "0 – 1.000 per 1.000 orang per tahun"),
        ("horizon_months", "1 – 120 bulan"),
        ("participation.opd.target_share", "0 % – 100 %"),
        ("retention.lapse_share_per_month", "0 % per bulan – 100 % per bulan"),
        ("uncertainty.seed", "0 – 9007199254740991"),
    ],
)
def test_bounds_say_their_unit_once(path, indonesian):
    assert str(bounds_of(None, path, "id")) == indonesian


def test_values_that_differ_late_can_be_distinguished():
    assert setting_value_text("participation.opd.target_share", 0.701234, "id") == "70,12 %"
    assert setting_value_text("participation.opd.target_share", 0.701234, "id", "fine") == "70,1234 %"


def test_a_segment_is_named_in_the_label():
    assert setting_label("participation.opd.target_share", "id") == "Partisipasi minimal OPD"
    assert [segment_name(s, "en") for s in SEGMENTS] == ["OPD", "kecamatan", "other ASN"]


def test_an_override_reads_as_what_it_asks_for():
    override = Override(unit="OPD-26", target_share=1.0, workers_per_asn=None, join_month="2025-11")
    assert (
        str(override_value(None, override, "A", "id"))
        == "Partisipasi unit ini: 100 %; Bulan masuk unit ini: November 2025"
    )
    assert str(override_value(None, None, "A", "en")) == "nothing special"


def test_an_unknown_setting_is_an_error():
    with pytest.raises(KeyError):
        setting_label("participation.opd.nothing", "id")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bound_stays_on_one_line_with_its_unit(lang):
    for path, setting in SETTINGS.items():
        if setting.low is not None:
            assert not any(" " in end for end in setting_bounds(path, lang).values())
    assert setting_bounds("target.coverage_share", lang) == {
        "low": f"0{NO_BREAK}%",
        "high": f"100{NO_BREAK}%",
    }
