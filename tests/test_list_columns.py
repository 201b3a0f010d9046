"""The meaning of columns, remembered for lists with the same headings."""

from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from simulator.errors import UserError
from simulator.store.list_columns import find_columns, keep_columns
from simulator.ui.pages import list_columns

HEADINGS = ("No", "Institusi", "Tetap", "Lain", "JPR")
CHOSEN = {"name": (1,), "asn": (2, 3), "enrolled": (4,), "code": ()}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "list_columns.json"


def test_a_choice_is_found_again_for_the_same_headings_and_kind_of_list_only(path):
    assert find_columns("units", HEADINGS, path) is None
    keep_columns("units", HEADINGS, CHOSEN, path)
    assert find_columns("units", HEADINGS, path) == CHOSEN
    assert find_columns("actuals", HEADINGS, path) is find_columns("units", HEADINGS[:-1], path) is None


def test_a_later_choice_takes_the_place_of_the_one_before_and_none_forgets_it(path):
    keep_columns("units", HEADINGS, CHOSEN, path)
    keep_columns("units", HEADINGS, {"name": (0,)}, path)
    assert find_columns("units", HEADINGS, path) == {"name": (0,)}
    keep_columns("units", HEADINGS, None, path)
    assert find_columns("units", HEADINGS, path) is None


def test_the_choices_used_longest_ago_go_first(path, monkeypatch):
    monkeypatch.setattr("simulator.store.list_columns.MOST_KEPT", 4)
    for number in range(5):
        keep_columns("units", (str(number),), {"name": (0,)}, path)
    assert find_columns("units", ("0",), path) is None
    assert find_columns("units", ("1",), path) == {"name": (0,)}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{", "not_json"),
        ('{"choices": [{"kind": "units", "headings": [], "columns": {"name": [-1]}}]}', "too_low"),
        ('{"choices": [], "more": 1}', "unknown_key"),
    ],
)
def test_a_broken_file_is_reported_and_left_as_it_is(path, content, code):
    path.write_text(content, encoding="utf-8")
    for act in (
        lambda: find_columns("units", HEADINGS, path),
        lambda: keep_columns("units", HEADINGS, CHOSEN, path),
    ):
        with pytest.raises(UserError) as caught:
            act()
        assert caught.value.problems[0].code == code
    assert path.read_text(encoding="utf-8") == content


# ---- on screen


def shown(given: str, name: str):
    """The part of the page for a list, and its result."""
    import streamlit as st

    from simulator.intake import list_words
    from simulator.intake.spreadsheet import read_text
    from simulator.ui.pages.list_columns import choose_columns

    st.session_state.lang = "id"
    kind = getattr(list_words, name)
    st.session_state.chosen = choose_columns([read_text(given, "daftar.csv")], kind, None)


@pytest.fixture
def screen(path, monkeypatch):
    """A function (list as CSV, kind) -> the page with it, which stores choices in a file of its own."""
    for function in (find_columns, keep_columns):
        monkeypatch.setattr(list_columns, function.__name__, partial(function, path=path))
    return lambda given, kind="UNIT_WORDS": AppTest.from_function(
        shown, kwargs={"given": given, "name": kind}
    ).run()


def label(at):
    return at.expander[0].label


def field(at, name):
    (found,) = [box for box in at.multiselect if box.label == name]
    return found


def test_what_the_headings_say_is_shown_folded_and_is_nobody_s_choice(screen, path):
    at = screen("No;SKPD;Jumlah PNS;PPPK;Peserta\n1;Dinas Sosial;40;6;5\n")
    assert label(at) == "Kolom yang dibaca: Nama B · ASN C + D · Peserta E"
    assert not at.multiselect and at.session_state.chosen is None and not path.exists()


def test_columns_are_chosen_remembered_for_such_lists_and_forgotten_again(screen):
    given = "Institusi;Tetap;Lain;JPR\nDinas Sosial;40;6;5\n"
    at = screen(given)
    assert label(at) == "Tunjukkan kolom mana yang berisi apa"
    assert field(at, "ASN").options == ["A · Institusi", "B · Tetap", "C · Lain", "D · JPR"]
    field(at, "Nama").set_value([0]).run()
    field(at, "ASN").set_value([1, 2]).run()
    field(at, "Peserta").set_value([3]).run()
    expected = {"name": (0,), "asn": (1, 2), "enrolled": (3,)}
    assert at.session_state.chosen == expected
    assert label(at) == "Kolom yang dibaca: Nama A · ASN B + C · Peserta D"

    later = screen(given.replace("40;6;5", "41;6;9"))
    assert later.session_state.chosen == expected
    assert screen(given.replace("Tetap", "PNS")).session_state.chosen is None
    at.button[0].click().run()
    assert at.session_state.chosen is None and field(at, "Nama").value == []


def test_a_column_chosen_for_one_thing_is_no_longer_another_and_one_figure_has_one_name(screen):
    at = screen("Kecamatan;Peserta JKK;Peserta JKM;ASN\nBoja;4;5;12\n")
    assert label(at) == "Kolom yang dibaca: Nama A · ASN D · Peserta B + C"  # open: which of them is meant?
    field(at, "Peserta").set_value([2]).run()
    assert at.session_state.chosen == {"name": (0,), "asn": (3,), "enrolled": (2,)}
    field(at, "Catatan").set_value([3]).run()
    assert at.session_state.chosen["asn"] == () and at.session_state.chosen["note"] == (3,)
    field(at, "Nama").set_value([0, 1]).run()
    assert at.session_state.chosen["name"] == (1,)  # the one chosen last


def test_lists_of_actuals_and_lists_without_headings_are_remembered_apart(screen):
    at = screen("Periode;Tahun;Institusi;JPR\n9;2025;Dinas Sosial;5\n", "ACTUAL_WORDS")
    field(at, "Nama").set_value([2]).run()
    field(at, "Peserta").set_value([3]).run()
    assert at.session_state.chosen == {"month": (0,), "year": (1,), "name": (2,), "enrolled": (3,)}
    bare = screen("Dinas Sosial;40;5\nDinas Pasar;4;1\n")
    field(bare, "Nama").set_value([0]).run()
    assert bare.session_state.chosen == {"name": (0,)}
    assert field(bare, "ASN").options == ["A · Dinas Sosial", "B · 40", "C · 5"]


def test_a_broken_file_of_choices_is_reported_and_the_headings_are_read(screen, path):
    path.write_text("{", encoding="utf-8")
    at = screen("Kecamatan;ASN;Peserta\nBoja;4;1\n")
    assert at.session_state.chosen is None and "bukan JSON yang benar" in at.get("html")[0].value
