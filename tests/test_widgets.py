"""Widgets that change the scenario, in the app without a browser: their initial values, and late values from a browser."""

import pytest

from simulator.model.scenario import with_values
from simulator.store.draft_store import opened
from simulator.ui import session
from tests.own_app import opened_app

LEVER = "participation.opd.target_share"
CHANGED = {
    LEVER: 0.3,
    "participation.opd.ramp_months": 5,
    "retention.lapse_share_per_month": 0.02,
    "target.coverage_share": 0.45,
    "target.month": "2027-03",
    "monev.every_months": 4,
}


pytestmark = pytest.mark.usefixtures("own_folder")


def test_a_widget_that_a_browser_begins_anew_begins_with_the_value_of_its_setting():
    draft = opened("komitmen-september")
    at = opened_app(draft=draft.changed(with_values(draft.scenario, CHANGED)))
    sliders = [widget for widget in at.slider if widget.key.startswith("lever ")]
    texts = [widget for widget in at.text_input if "." in widget.key]
    months = [widget for widget in at.selectbox if widget.key.startswith("month ")]
    assert len(sliders) == 8 and len(texts) == 11 and months
    for slider in sliders:
        assert slider.proto.default == [slider.value], slider.key
    for field in texts:
        assert field.proto.default == field.value, field.key
    for month in months:
        assert month.proto.options[month.proto.default] == month.format_func(month.value), month.key
    values = {widget.key: widget.value for widget in (*sliders, *texts, *months)}
    assert values[f"lever {LEVER}"] == 30 and values[f"typed {LEVER}"] == "30,0"
    assert (
        values["float target.coverage_share short"] == "45"
        and values["month target.month short"] == "2027-03"
    )


def test_no_first_rakor_monev_is_an_option_that_a_field_drawn_anew_shows_by_name(monkeypatch):
    monkeypatch.setattr(session, "lang", lambda: "id")  # AppTest reads it outside the session
    draft, path = opened("komitmen-september"), "monev.first_month"
    at = opened_app(draft=draft.changed(with_values(draft.scenario, {path: None})))
    field = at.selectbox(f"month {path}")
    assert field.proto.options[field.proto.default] == field.proto.raw_value == "tidak ada"
    field.select("2026-03").run()
    assert at.session_state.draft.scenario.monev.first_month == "2026-03"
    at.selectbox(f"month {path}").select("").run()
    assert not at.exception and at.session_state.draft.scenario.monev.first_month is None


def test_a_message_sent_before_the_browser_knows_the_new_value_changes_nothing(monkeypatch):
    at = opened_app()
    locale = property(lambda self: "id")  # as a browser sends it
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.locale", locale)
    at.run()
    at.slider(f"lever {LEVER}").set_value(30.0).run()
    assert at.session_state.draft.scenario.participation.opd.target_share == 0.3
    at.button("undo").click().run()
    assert at.session_state.draft.scenario.participation.opd.target_share == 0
    at.slider(f"lever {LEVER}").set_value(30.0).run()  # the previous value, sent again without user action
    assert not at.exception and at.session_state.draft.scenario.participation.opd.target_share == 0
    assert at.slider(f"lever {LEVER}").value == 0
