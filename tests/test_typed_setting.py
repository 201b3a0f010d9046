"""Numbers typed for a setting: the value they give, and the reason why they are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.scenario import SETTINGS
from simulator.words import LANGUAGES
from simulator.words.numbers import trimmed
from simulator.words.typed_setting import Refused, scale, scaled_value, typed_value

TARGET, MONTHS = "target.coverage_share", "horizon_months"
NUMBERS = [path for path, setting in SETTINGS.items() if setting.kind in ("float", "int")]


@pytest.mark.parametrize(
    ("path", "typed", "lang", "value"),
    [
        (TARGET, "12,5", "id", 0.125),
        (TARGET, "12.5", "en", 0.125),
        ("participation.opd.workers_per_asn", "1,5", "id", 1.5),
        (MONTHS, "24", "en", 24),
    ],
)
def test_a_typed_number_is_the_value_in_the_unit_of_the_setting(path, typed, lang, value):
    found = typed_value(path, typed, lang)
    assert found == value and type(found) is type(value)


@pytest.mark.parametrize(
    ("path", "typed", "lang", "reason"),
    [
        (TARGET, "banyak", "id", "“banyak” tidak dimengerti. Isi 0 % sampai 100 %."),
        (TARGET, "", "en", "“–” is not understood. Give 0 % to 100 %."),
        (TARGET, "12.5", "id", "“12.5” tidak dimengerti. Pakai koma untuk desimal: 12,5."),
        (TARGET, "12,5", "en", "“12,5” is not understood. Use a point for decimals: 12.5."),
        (TARGET, "101", "id", "101 di luar batas. Isi 0 % sampai 100 %."),
        (MONTHS, "2,5", "id", "2,5 bukan bilangan bulat. Isi bilangan bulat 1 bulan sampai 120 bulan."),
        (MONTHS, "121", "en", "121 is out of bounds. Give 1 month to 120 months."),
    ],
)
def test_the_reason_says_what_was_found_and_what_is_allowed(path, typed, lang, reason):
    with pytest.raises(Refused) as refused:
        typed_value(path, typed, lang)
    assert refused.value.reason(lang).replace("\u00a0", " ") == reason


def test_the_reason_follows_the_language():
    with pytest.raises(Refused) as refused:
        scaled_value(TARGET, -1.0, "-1")
    assert [refused.value.reason(lang).split(".")[0] for lang in ("id", "en")] == [
        "-1 di luar batas",
        "-1 is out of bounds",
    ]


@given(st.sampled_from(NUMBERS), st.data(), st.sampled_from(sorted(LANGUAGES)))
def test_each_value_within_bounds_is_read_as_it_is_written(path, data, lang):
    (low, high), whole = SETTINGS[path].bounds, SETTINGS[path].kind == "int"
    values = st.integers(int(low), int(high)) if whole else st.floats(low, high).map(lambda x: round(x, 6))
    value = data.draw(values)
    assert typed_value(path, trimmed(value * scale(SETTINGS[path]), lang, 8), lang) == pytest.approx(value)
