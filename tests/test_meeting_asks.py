"""The dialogs of the meeting mode: a question, a value by keys, what a target takes, an office, an entry of the log."""

import json
from html import unescape
from types import SimpleNamespace

import pytest
import streamlit as st
from own_app import message_of, opened_app, own_scenarios

from simulator.model.scenario import LEVERS, with_value
from simulator.ui.meeting import actions, note, typed_value
from simulator.words.settings import lever_label
from simulator.words.typed_question import PHRASES, TypedQuestion, read_question

OPD, KECAMATAN = "participation.opd.target_share", "participation.kecamatan.target_share"


@pytest.mark.parametrize(
    ("lang", "typed", "found"),
    [
        ("id", "bila semua OPD 60 % pada Juni 2026", TypedQuestion(OPD, 60.0, "2026-06")),
        ("id", "OPD 62,5%", TypedQuestion(OPD, 62.5, None)),
        ("id", "Kecamatan 40 Des 2026", TypedQuestion(KECAMATAN, 40.0, "2026-12")),
        ("id", "3 OPD baru tiap Rakor Monev", TypedQuestion("monev.new_opd", 3.0, None)),
        (
            "id",
            "berhenti 0,5 % pada 2026-12",
            TypedQuestion("retention.lapse_share_per_month", 0.5, "2026-12"),
        ),
        ("en", "if all OPD 62.5 % in June 2026", TypedQuestion(OPD, 62.5, "2026-06")),
        ("id", "bila semua OPD 60 % pada Juni", "meeting.ask.no_year"),
        ("id", "bila semua OPD naik", "meeting.ask.no_number"),
        ("id", "OPD 60 atau 70 %", "meeting.ask.no_number"),
        ("id", "OPD 62.5 %", "meeting.ask.no_number"),
        ("id", "bila 60 %", "meeting.ask.no_lever"),
        ("id", "OPD dan kecamatan 60 %", "meeting.ask.two_levers"),
        ("id", "", "meeting.ask.no_lever"),
    ],
)
def test_a_question_names_one_lever_one_number_and_at_most_one_month(lang, typed, found):
    assert read_question(typed, lang) == found


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_lever_can_be_asked_about_by_its_name_on_the_screen(lang):
    assert set(PHRASES) == set(LEVERS)
    for path in LEVERS:
        question = read_question(f"{lever_label(path, lang)} 3", lang)
        assert question == TypedQuestion(path, 3.0, None)


@pytest.fixture
def app(tmp_path, monkeypatch):
    own_scenarios(tmp_path / "scenarios", monkeypatch)
    return opened_app(page_wanted="meeting").run()


def opened(app, name):
    """The meeting mode with one of its dialogs open; a test's app runs whole, so each run opens it again."""
    app.session_state["meeting_dialog"] = (name, actions.DIALOGS[name])
    return app


def scenario(app):
    return app.session_state["draft"].scenario


def words(app):
    """All texts on the screen, without HTML tags."""
    html = [element.proto.body for element in app.get("html")]
    drawn = [element.proto.json for element in app.get("bidi_component") if element.proto.json]
    return unescape(" ".join([*html, *(json.loads(one).get("html", "") for one in drawn)])).replace(
        "\xa0", " "
    )


def test_a_typed_question_moves_the_lever_and_chooses_the_month(app):
    opened(app, "ask").run()
    opened(app, "ask")
    app.text_input(key="mt-question").input("bila semua OPD 60 % pada Juni 2026").run()
    assert scenario(app).participation.opd.target_share == 0.6
    assert app.selectbox(key="mt-month").value == 2026 * 12 + 5
    assert "Dijawab untuk OPD, % ASN: 60 %, bulan Juni 2026." in message_of(app).replace("\xa0", " ")


def test_an_answer_goes_away_once_a_lever_moves_and_the_example_asks_of_the_discussed_month(app):
    opened(app, "ask").run()
    assert app.text_input(key="mt-question").label.endswith("misalnya: bila OPD 60 % pada Agustus 2027")
    opened(app, "ask")
    app.text_input(key="mt-question").input("OPD 60 %").run()
    assert "Dijawab untuk OPD" in message_of(app)
    draft = app.session_state["draft"]
    changed = with_value(draft.scenario, "participation.opd.target_share", 0.7)
    app.session_state["draft"] = draft.changed(changed, None)
    app.run()
    assert not app.exception and "Dijawab untuk OPD" not in message_of(app)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("OPD 60 % pada Juni 2040", "di luar proyeksi"),
        ("OPD 160 %", "160"),
        ("2,5 OPD baru", "2"),
        ("apa kabar", "Tidak ada tuas yang disebut"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why_and_moves_nothing(app, typed, expected):
    before = scenario(app)
    opened(app, "ask").run()
    opened(app, "ask")
    app.text_input(key="mt-question").input(typed).run()
    assert expected in " ".join(one.value for one in app.error) and scenario(app) == before


def test_what_a_target_takes_is_reported_for_any_share_and_month_and_changes_nothing(app):
    before = scenario(app)
    opened(app, "needed").run()
    opened(app, "needed")
    app.text_input(key="mt-share").input("15").run()
    opened(app, "needed")
    app.selectbox(key="mt-by").set_value("2026-12").run()
    assert not app.exception and "Desember 2026" in words(app)
    assert "sudah lewat. Di bawah ini" not in words(app)
    opened(app, "needed")
    app.selectbox(key="mt-by").set_value("2026-01").run()
    assert "Januari 2026 sudah lewat. Di bawah ini" in words(app)
    app.session_state["meeting_likely"] = True
    opened(app, "needed").run()
    assert "4 dari 5" in words(app) and "peluangnya tidak disebut" not in words(app)
    opened(app, "needed")
    app.text_input(key="mt-share").input("banyak").run()
    assert "banyak" in app.error[0].value and scenario(app) == before


def test_an_office_is_found_by_name_also_within_its_group_and_shown_with_its_bill(app):
    opened(app, "office").run()
    opened(app, "office")
    field = app.selectbox(key="mt-office")
    field.set_value("Diskominfo").run()
    assert not app.exception and "Diskominfo" in words(app) and "Iuran sebulan" in words(app)
    grouped = next(name for name in field.options if "dalam kelompok" in name)
    opened(app, "office")
    app.selectbox(key="mt-office").set_value(grouped).run()
    assert not app.exception and grouped in words(app) and "Iuran sebulan" in words(app)


def test_digits_after_a_lever_s_number_are_its_value_and_other_keys_let_go(monkeypatch):
    state, taken, stepped = st.session_state, [], []
    monkeypatch.setattr(typed_value.controls, "take_typed", lambda path, typed: taken.append((path, typed)))
    keys = typed_value.first(
        {"PageDown": lambda: stepped.append(1), "Escape": lambda: stepped.append("left")}
    )

    def press(*names):
        for name in names:
            keys[name]()

    state.meeting_typed = None
    press("1", "6", "2", ",", "5", "Enter")
    assert taken == [(OPD, "62,5")] and not typed_value.is_picked()
    press("2", "4", "9", "Backspace", "0", "Enter")
    assert taken[1:] == [(list(LEVERS)[1], "40")]
    press("1", "7", "Escape", "1", "8", "PageDown")  # dropped twice; the remote still steps
    assert len(taken) == 2 and stepped == [1] and not typed_value.is_picked()
    press("Escape")
    assert stepped == [1, "left"]


def test_an_entry_goes_into_the_log_of_the_scenario(app, monkeypatch):
    written = {"question": "Bila OPD 60 %?", "finding": "Cukup.", "decision": "Ya", "owner": "", "date": ""}
    pressed = iter([written])  # the browser sends it once

    def mount(*, on_taken_change, **_):
        for taken in pressed:
            note._state[note._KEY] = SimpleNamespace(taken=taken)
            on_taken_change()

    monkeypatch.setattr(note, "_mount", mount)
    opened(app, "note").run()
    assert "Sudah masuk catatan keputusan (1)." in message_of(app)
    (entry,) = scenario(app).decisions
    assert entry.date >= "2025-01-01" and entry.model_dump() == written | {
        "expectation": "",
        "date": entry.date,
    }
    app.run()
    assert len(scenario(app).decisions) == 1
