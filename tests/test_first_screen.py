"""The first screen: the next step if the target is past, editing the target beside its headline, the first steps."""

import re
from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

import pytest
from handout_cases import contexts_of, projected
from streamlit.testing.v1 import AppTest

from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.months import month_number
from simulator.report.sentences.overview import next_step_sentence
from simulator.store import draft_store
from simulator.store.draft_store import opened
from simulator.store.places import ROOT
from simulator.ui import listing, saving, session

FIELD, MONTH = "float target.coverage_share short", "month target.month short"


@pytest.fixture
def app(monkeypatch, tmp_path):
    """The overview on 28 November 2026, on the scenario whose target was September 2025, without actuals."""
    monkeypatch.setattr(draft_store, "DRAFTS", tmp_path)
    monkeypatch.setattr(session, "actuals", Actuals)
    monkeypatch.setattr(listing, "entries", list)  # no scenario has been saved yet
    at = AppTest.from_file(str(ROOT / "app.py"))
    for name, value in {
        "token": "0" * 16,
        "notice": (),
        "draft": opened("komitmen-september"),
        "lang": "id",
    }.items():
        at.session_state[name] = value
    return at.run()


def next_step(today, actuals=None):
    (c,) = contexts_of(projected("komitmen-september"))
    step = next_step_sentence(replace(c, today=month_number(today), actuals=actuals or Actuals()), "id")
    return step and str(step)


def test_a_target_that_is_past_is_followed_by_what_comes_next():
    assert next_step("2025-09") is None
    past = "Bulan target, September 2025, sudah lewat. Pilih target berikutnya"
    assert next_step("2025-10") == next_step("2026-11") == f"{past} dan catat realisasi."
    recorded = Record(datetime(2025, 10, 2).isoformat(), "", "", "2025-09", TOTAL, {"enrolled": 1200})
    assert next_step("2025-10", Actuals([recorded])) == f"{past}."


def test_the_target_and_its_month_are_edited_beside_the_headline(app):
    assert (app.text_input(key=FIELD).value, app.selectbox(key=MONTH).value) == ("20", "2025-09")
    app.text_input(key=FIELD).set_value("25,5").run()
    app.selectbox(key=MONTH).set_value("2026-12").run()
    target = app.session_state["draft"].scenario.target
    assert (target.coverage_share, target.month) == (0.255, "2026-12")
    assert "ov-record" not in [button.key for button in app.button]  # nothing is past any more


def test_the_next_step_leads_to_where_actuals_are_recorded(app):
    app.button(key="ov-record").click().run()
    assert "actuals_way" in app.session_state


def steps(at):
    html = "".join(element.proto.body for element in at.get("html") if "first-steps" in element.proto.body)
    return [step.split()[0] for step in re.findall("<li>(.*?)</li>", html)]


def test_the_first_steps_go_one_by_one_as_they_are_done_and_all_with_a_scenario_of_ones_own(app, monkeypatch):
    assert steps(app) == ["Geser", "Tekan", "Simpan"]
    app.slider(key="lever participation.opd.target_share").set_value(60).run()
    assert steps(app) == ["Tekan", "Simpan"]
    app.button(key="ov-ask").click().run()
    assert steps(app) == ["Simpan"]
    mine = saving.recorded(opened("komitmen-september").scenario)
    monkeypatch.setattr(listing, "entries", lambda: [SimpleNamespace(scenario=mine)])
    app.run()
    assert steps(app) == []


def test_a_description_of_other_settings_is_called_so(app):
    note = "Keterangan ini ditulis untuk pengaturan sebelum diubah."

    def is_shown():
        return any(note in caption.value for caption in app.caption)

    app.session_state["page_wanted"] = "scenarios"
    app.run()
    assert not is_shown()
    app.slider(key="lever participation.opd.target_share").set_value(55).run()
    assert is_shown()
    app.text_area(key="work_description").set_value("OPD minimal 55 %.").run()
    assert not is_shown()
