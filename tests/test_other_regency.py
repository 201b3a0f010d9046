"""Facts about Kendal are not cited for another regency: in no hand-out, on no page, by no source."""

import io
import re
import shutil
from dataclasses import replace
from datetime import datetime
from html import unescape

import docx
import openpyxl
import pytest
import test_every_number
from decks import opened as opened_deck
from decks import words
from handout_cases import SOURCES, TODAY, contexts_of, projected
from own_app import TOKEN, opened_app
from rendered import pages
from streamlit.testing.v1 import AppTest
from test_every_number import PAGES, run

from simulator.handouts.files import HAND_OUTS
from simulator.handouts.summary import summary_text
from simulator.intake.baseline_proposal import Request, confirm_baseline, propose_baseline
from simulator.intake.facts import Receipt
from simulator.intake.spreadsheet import read_text
from simulator.model.actuals import NOTHING_RECORDED, TOTAL, Actuals, Record
from simulator.model.baseline import Baseline
from simulator.model.projection import project
from simulator.planning.other_data import on_other_data
from simulator.report.charts.compare import comparison
from simulator.report.charts.theme import ACTUAL_LOOK
from simulator.report.explain.explanation import explain
from simulator.store import draft_store, places
from simulator.store import scenario_store as store
from simulator.store.baseline_files import read_baseline_named
from simulator.store.places import BASELINES
from simulator.ui import session
from simulator.ui.html import Html
from simulator.ui.pages import compare

KENDALS = {key for key, source in SOURCES.items() if source.region == "Kabupaten Kendal"}
KEY = re.compile(r"(?<![A-Z])S\d+\b")
LIST = "Nama;Kelompok;ASN;Peserta;Bulan komitmen;Komitmen\nDinas Pasar;OPD;184;0;2025-10;92\n" + "".join(
    f"{name};{segment};{asn};{enrolled};;\n"
    for name, segment, asn, enrolled in (
        ("Dinas Sosial", "OPD", 404, 80),
        ("Dinas Perhubungan", "OPD", 68, 68),
        ("Dinas Tenaga Kerja", "OPD", 626, 0),
        ("Andir", "Kecamatan", 46, 0),
        ("Regol", "Kecamatan", 56, 11),
        ("Guru", "Lainnya", 4200, 310),
    )
)


@pytest.fixture(scope="module")
def bandung(tmp_path_factory):
    """Data of Kota Bandung beside the shipped ones."""
    folder = shutil.copytree(BASELINES, tmp_path_factory.mktemp("data") / "baselines")
    receipt = Receipt("daftar.csv", "", datetime(2026, 11, 22))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(places, "BASELINES", folder)
        request = Request("bandung-2025-08", None, "2025-08", "Kota Bandung")
        yield confirm_baseline(propose_baseline([read_text(LIST, "daftar.csv")], request, receipt, "id"))


def put_on(stem, baseline):
    """A scenario made for Kendal, moved to other data as on the page Data."""
    moved, _ = on_other_data(projected(stem).scenario, read_baseline_named("kendal-2025-08"), baseline)
    return moved


def cited(text: str) -> set[str]:
    return set(KEY.findall(text)) & KENDALS


def of_pdf(data: bytes) -> str:
    return "\n".join(page.text for page in pages(data))


def of_deck(data: bytes) -> str:
    slides = opened_deck(data)
    notes = (slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide)
    tables = (
        cell.text
        for slide in slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    )
    return "\n".join([*map(words, slides), *notes, *tables])


def of_workbook(data: bytes) -> str:
    """All cells with their comments; for formulas their values, because a formula names cells such as S2."""
    cells = []
    for sheet in openpyxl.load_workbook(io.BytesIO(data), data_only=True):
        for shown in sheet.iter_rows():
            cells += [
                f"{cell.value} {cell.comment.text if cell.comment else ''}" for cell in shown if cell.value
            ]
    return "\n".join(cells)


def of_minutes(data: bytes) -> str:
    """All paragraphs and cells."""
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


READ = {
    "deck": of_deck,
    "brief": of_pdf,
    "minutes": of_minutes,
    "minutes_pdf": of_pdf,
    "units": of_pdf,
    "workbook": of_workbook,
}


def test_kendal_has_sources_of_its_own():
    assert {"S1", "S22", "S24", "S43"} <= KENDALS and "S30" not in KENDALS and READ.keys() == HAND_OUTS.keys()


@pytest.mark.parametrize("stem", ["komitmen-september", "dua-puluh-persen-2026"])
@pytest.mark.parametrize("kind", HAND_OUTS)
def test_no_hand_out_of_another_regency_cites_kendal(bandung, kind, stem):
    (of_kendal,) = contexts_of(projected(stem))
    projection = project(put_on(stem, bandung), bandung, of_kendal.programme)
    contexts = [replace(of_kendal, projection=projection)]
    text = READ[kind](HAND_OUTS[kind].made(contexts, "id", TODAY))
    assert "Kota Bandung" in text
    assert (cited(text), "Kendal" in text) == (set(), False)


def test_no_message_of_another_regency_cites_kendal(bandung):
    text = summary_text(contexts_of(projected("komitmen-september", bandung)), "id", TODAY)
    assert "Kota Bandung" in text and not cited(text) and "Kendal" not in text


# ---- recorded actuals


def recorded(enrolled):
    """A log with the total of September 2025."""
    return Actuals([Record("2025-12-01T08:00:00", "", "", "2025-09", TOTAL, {"enrolled": enrolled})])


LOGS = {"Kabupaten Kendal": recorded(1180), "Kabupaten Contoh": recorded(1003)}


def test_around_a_projection_of_another_regency_nothing_is_recorded(bandung):
    kendals = projected("komitmen-september")
    (c,) = contexts_of(kendals, actuals=LOGS["Kabupaten Kendal"])
    assert c.of(projected("dua-puluh-persen-2026")).actuals is c.actuals
    assert c.of(projected("komitmen-september", bandung)).actuals is NOTHING_RECORDED
    assert c.of(projected("contoh")).of(kendals).actuals is NOTHING_RECORDED


def page():
    import streamlit as st

    from simulator.store.scenario_store import load
    from simulator.ui import session

    session.start()
    stems = ("komitmen-september", "semua-100-persen", "contoh")
    st.session_state.found = [session.context_of(load(stem).scenario).actuals for stem in stems]


def test_a_scenario_of_another_regency_has_what_was_recorded_there(own_folder, monkeypatch):
    monkeypatch.setattr(session, "read_actuals", LOGS.get)
    at = AppTest.from_function(page)
    state = {"token": TOKEN, "notice": (), "draft": draft_store.opened("komitmen-september"), "lang": "id"}
    for name, value in state.items():
        at.session_state[name] = value
    at.run()
    assert not at.exception and at.session_state["found"] == [
        LOGS[f"Kabupaten {name}"] for name in ("Kendal", "Kendal", "Contoh")
    ]


def test_two_scenarios_of_a_made_up_regency_are_compared_without_what_was_recorded_of_kendal(
    own_folder, monkeypatch
):
    drawn, made_up = [], store.load("contoh").scenario
    again, _ = store.save_new(made_up.model_copy(update={"name": "Contoh lagi"}))
    monkeypatch.setattr(
        session, "read_actuals", lambda region: LOGS[region] if "Kendal" in region else NOTHING_RECORDED
    )
    monkeypatch.setattr(compare, "comparison", lambda *of: drawn.append(comparison(*of)) or drawn[-1])
    for stems in (["contoh", again], ["komitmen-september", "semua-100-persen"]):
        at = opened_app(page_wanted="compare", compared=stems)
        assert not at.exception, at.exception[0].stack_trace
        at.run()
    points = [[line.points for line in chart.series if line.look == ACTUAL_LOOK] for chart in drawn]
    first, *_, last = points
    assert first == [] and [point.quantity.number for point in last[0]] == [1180]


def data_behind(origin):
    """The data behind a number; None if there are none, or more than one."""
    data = getattr(origin.subject, "baseline", origin.subject)
    return data if isinstance(data, Baseline) else None


@pytest.mark.parametrize("page", [*PAGES, "data"])
def test_no_page_of_another_regency_cites_kendal(bandung, page, monkeypatch):
    """Neither its texts, including the sidebar, nor the explanations of its numbers."""
    draft = replace(draft_store.opened("komitmen-september"), scenario=put_on("komitmen-september", bandung))
    monkeypatch.setattr(test_every_number, "opened", lambda stem: draft)
    monkeypatch.setattr(session, "lang", lambda: "id")  # also while a choice is made, outside a run
    numbers, number = [], Html.number
    monkeypatch.setattr(Html, "number", lambda self, q, **how: numbers.append(q) or number(self, q, **how))
    if page in ("compare", "actuals", "data"):  # actions there bring in Kendal's data, or need actuals
        monkeypatch.setitem(PAGES, page, lambda at: None)
    at = run(page, "komitmen-september", "id")
    nodes = [node for block in (at.main, at.sidebar) for node in block]
    drawn = unescape(" ".join(str(node.proto) for node in nodes if hasattr(node, "proto")))
    assert "Kota Bandung" in drawn or page != "overview"
    assert cited(re.sub(r"<style>.*?</style>", "", drawn)) == set()
    # A trial is about the regency named in its row, whatever the regency of the scenario.
    origins = [q.origin for q in numbers if q.origin and not q.origin.key.startswith("trial_")]
    shown = [explain(of, "id") for of in origins if data_behind(of) in (None, bandung)]
    assert shown
    assert {key for one in shown for key in one.sources} & KENDALS == set()
    assert not [one.title for one in shown if "Kendal" in f"{one.title} {[*map(str, one.notes)]}"]
