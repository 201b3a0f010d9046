"""Typed, pasted, uploaded and chosen content of a page is still there after visiting another page and in the other language."""

import pytest
from streamlit.testing.v1 import AppTest
from test_every_number import log_of

from simulator.intake.typed_list import in_words, offered_rows
from simulator.store import draft_store
from simulator.store.draft_store import opened
from simulator.store.places import ROOT
from simulator.ui import session
from simulator.ui.pages import data_intake

KINDS = ("button_group", "selectbox", "multiselect", "checkbox", "text_input", "text_area")
PAGES = [
    ("overview", {}),
    ("units", {}),
    ("decides", {}),
    ("compare", {}),
    ("handouts", {}),
    ("scenarios", {}),
    ("sources", {}),
    ("data", {"data_way": "paste"}),
    ("data", {"data_way": "upload"}),
    ("actuals", {"actuals_way": "paste"}),
    ("actuals", {"actuals_way": "type"}),
]
"""Pages with their first choices; the meeting mode has only a lever, which belongs to the scenario."""
CHOSEN = {"ov-view": "cumulative", "units_view": "all", "compare_metric": "coverage_share"}
LIST = "OPD;ASN;Peserta\nDinas Satu;40;12\n"


@pytest.fixture
def app(monkeypatch, tmp_path):
    """The app with actuals on 28 November 2026, on a page."""
    monkeypatch.setattr(draft_store, "DRAFTS", tmp_path)
    monkeypatch.setattr(data_intake, "_data_name", str)  # AppTest reads it outside the session
    monkeypatch.setattr(session, "actuals", lambda: log_of(session.scenario().baseline))
    at = AppTest.from_file(str(ROOT / "app.py"))
    state = {"token": "0" * 16, "notice": (), "draft": opened("komitmen-september"), "lang": "id"}
    for name, value in state.items():
        at.session_state[name] = value
    return at.run()


def go(at, page):
    at.session_state["page_wanted"] = page
    at.run()
    assert not at.exception, at.exception


def fields(at):
    """The fields of the page by key, without the sidebar, which is on every page, and without the language."""
    found = {field.key: field for kind in KINDS for field in at.main.get(kind) if field.key}
    return {key: field for key, field in found.items() if key != "language"}


def values(at):
    return {key: at.session_state[key] for key in fields(at)}


def fill(at, key):
    """Set a field to another value, and keep that value."""
    field = fields(at)[key]
    if field.type in ("text_input", "text_area"):
        field.set_value(LIST if "paste" in key else "12")
    elif field.type == "checkbox":
        field.set_value(not field.value)
    elif field.type == "multiselect":
        field.set_value([field.options[-1]])
    elif field.type == "selectbox":
        before = at.session_state[key]
        field.select_index(len(field.options) - 1)
        at.run()
        if at.session_state[key] == before:
            fields(at)[key].select_index(0)
    else:
        field.select(CHOSEN[key])
    at.run()
    assert not at.exception, (key, at.exception)


def test_a_regency_without_data_stays_chosen_by_name(app, monkeypatch):
    monkeypatch.setattr(data_intake, "_data_name", lambda name: name or "none yet")
    go(app, "data")
    (key,) = [key for key in fields(app) if key.startswith("data_upon_")]
    fields(app)[key].select_index(len(fields(app)[key].options) - 1)
    app.run()
    for page in ("overview", "data"):
        go(app, page)
    assert fields(app)[key].proto.raw_value == "none yet" and "data_region" in " ".join(fields(app))


@pytest.mark.parametrize(("page", "first"), PAGES, ids=[" ".join((p, *f.values())) for p, f in PAGES])
def test_every_field_of_a_page_keeps_its_value(app, page, first):
    go(app, page)
    for key, value in first.items():
        app.button_group(key=key).select(value).run()
    for key in [key for key in fields(app) if key not in first]:
        if key in fields(app):  # an earlier choice may have removed it
            fill(app, key)
    before = values(app)
    assert before
    go(app, "overview" if page != "overview" else "sources")
    app.session_state["lang"] = "en"
    app.run()
    go(app, page)
    assert values(app) == before
    app.session_state["lang"] = "id"
    app.run()
    assert values(app) == before


def test_segments_chosen_in_one_language_are_the_same_in_the_other():
    for upon in (None, "kendal-2025-08"):
        assert in_words(offered_rows(upon, "id"), "en") == offered_rows(upon, "en")
        assert in_words(offered_rows(upon, "en"), "id") == offered_rows(upon, "id")
