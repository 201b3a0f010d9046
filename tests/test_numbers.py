"""Numbers are read in Indonesian and English notation.

An unclear one leads to a question, never to a guess.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.words import LANGUAGES
from simulator.words.numbers import (
    as_found,
    decimal,
    in_own_marks,
    parse_number,
    people,
    percent,
    ratio,
    rupiah,
    rupiah_short,
    rupiah_stepped,
    shown,
    trimmed,
)
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (people(1256, "id"), "1.256"),
        (people(1256, "en"), "1,256"),
        (people(None, "id"), "–"),
        (percent(0.0942, "id"), "9,42 %"),
        (percent(0.0942, "en"), "9.42 %"),
        (percent(0.2, "id"), "20 %"),
        (rupiah(16800, "id"), "Rp 16.800"),
        (rupiah_short(336e6, "id"), "Rp 336 juta"),
        (rupiah_short(336e6, "en"), "Rp 336 million"),
        (rupiah_short(1.24e9, "id"), "Rp 1,24 miliar"),
        (rupiah_short(999_999_999, "id"), "Rp 1 miliar"),
        (ratio(1.236, "id"), "1,24 ×"),
        (decimal(-0.4, "id"), "0"),
        (trimmed(5.0625, "id", 2), "5,06"),
        (trimmed(20.0, "id", 4, 1), "20,0"),
    ],
)
def test_a_number_reads_as_written_here(words, expected):
    assert words.replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("typed", "lang", "number"),
    [
        ("70,1", "id", 70.1),
        ("70,1 %", "id", 70.1),
        ("1.256", "id", 1256),
        ("Rp 1.200.000", "id", 1_200_000),
        ("70.1", "en", 70.1),
        ("1,256.5", "en", 1256.5),
        ("-2", "id", -2),
        ("−2", "en", -2),
    ],
)
def test_a_typed_number_is_understood(typed, lang, number):
    assert parse_number(typed, lang) == number


@pytest.mark.parametrize(
    ("typed", "lang"),
    [
        ("12.5", "id"),
        ("12345,6", "en"),
        ("1.25.6", "id"),
        ("abc", "id"),
        ("", "id"),
        ("1e5", "id"),
        ("٣", "id"),
        ("9" * 400, "id"),
    ],
)
def test_what_is_not_clear_is_refused(typed, lang):
    with pytest.raises(ValueError):
        parse_number(typed, lang)


@given(st.floats(-1e9, 1e9), st.sampled_from(list(LANGUAGES)))
def test_what_is_shown_can_be_typed_again(value, lang):
    assert parse_number(trimmed(value, lang, 4), lang) == pytest.approx(value, abs=5.1e-5)


def test_a_number_stays_on_one_line_with_its_unit_and_nothing_else_does():
    share, amount, ratio = Quantity(0.512, "share"), Quantity(336e6, "idr"), Quantity(1.49, "ratio")
    words = Sentence("id", ("Bila ", share, " atau ", amount, " dan ", ratio, " iuran"))
    assert words.unbroken == "Bila 51,2\u00a0% atau Rp\u00a0336\u00a0juta dan 1,49\u00a0× iuran"
    words = Sentence("en", (Quantity(0.2, "share"), " of ", Quantity(1.24e9, "idr")))
    assert words.unbroken == "20\u00a0% of Rp\u00a01.24\u00a0billion"
    offices = [Quantity(number, "count", "counted") for number in (3, 7)]
    words = Sentence("id", (offices[0], " OPD dan ", offices[1], " kecamatan"))
    assert words.unbroken == "3 OPD dan 7 kecamatan"


def test_amounts_of_one_step_are_shown_so_that_they_can_be_added_up():
    assert [rupiah_stepped(value, 1e5, "id") for value in (34_949_065, -5_607_208, 1_204_000_000)] == [
        "Rp 34,9 juta",
        "−Rp 5,6 juta",
        "Rp 1.204,0 juta",
    ]
    assert (
        rupiah_stepped(12_345_678_901, 1e7, "en") == "Rp 12.35 billion"
        and rupiah_stepped(987_654, 100, "id") == "Rp 987.700"
    )


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (Quantity(-61, "people", form="signed"), "−61"),
        (Quantity(0.4, "people", form="signed"), "0"),
        (Quantity(0.647, "share", form="signed_tenths"), "+64,7 %"),
        (Quantity(0.08, "points", form="signed"), "+8,00 poin"),
        (Quantity(13, "months", form="signed"), "+13 bulan"),
        (Quantity(0.3, "ratio_difference", form="signed"), "+0,30"),
        (Quantity(24311, "month"), "Desember 2025"),
        (Quantity(122_649_000, "idr"), "Rp 123 juta"),
        (Quantity(122_649_000, "idr", step=1e5), "Rp 122,6 juta"),
        (Quantity(-1_780_800, "idr", form="full"), "−Rp 1.780.800"),
        (Quantity(10_000.5, "idr_each", form="fine"), "Rp 10.000,5"),
        (Quantity(2.5, "number", form="two_places"), "2,50"),
        (Quantity(1.04, "deaths", form="one_place"), "1,0"),
        (Quantity(0.700001, "share"), "70 %"),
        (Quantity(0.700001, "share", form="finest"), "70,0001 %"),
        (Quantity(7 / 3, "number", form="fine"), "2,3333"),
    ],
)
def test_a_quantity_reads_as_its_unit_and_form_say(quantity, expected):
    assert shown(quantity, "id") == expected


@pytest.mark.parametrize(
    ("typed", "lang", "own"),
    [
        ("45.5", "id", "45,5"),
        ("1,500.25 %", "id", "1.500,25"),
        ("45,5", "en", "45.5"),
        ("banyak", "id", None),
        ("4.5.1", "id", None),
    ],
)
def test_a_number_with_the_marks_of_another_language_is_offered_with_ones_own(typed, lang, own):
    assert in_own_marks(typed, lang) == own


def test_what_a_message_quotes_is_quoted_to_its_end_and_short():
    assert as_found("x" * 200) == f"'{'x' * 57}…'" and as_found("C3") == "'C3'"
    assert len(as_found("x" * 200)) == len(as_found(10**99)) == 60
