"""Kepulauan Selayar, a regency of one unit without published deaths: its tables, hand-outs and charts."""

from dataclasses import replace

import pytest
from handout_cases import PROGRAMME, TODAY, contexts_of
from streamlit.testing.v1 import AppTest

from simulator.handouts.files import HAND_OUTS
from simulator.model.months import month_number
from simulator.model.payouts import death_rate
from simulator.model.projection import project
from simulator.model.scenario import with_values
from simulator.planning.groups import unit_groups
from simulator.report.charts.enrolment import enrolment
from simulator.report.sentences.unit_sheet import unit_sheet
from simulator.report.sentences.units import title
from simulator.report.tables.units import unit_table
from simulator.store.actuals_store import read_actuals
from simulator.store.baseline_files import read_baseline_named
from simulator.store.draft_store import opened
from simulator.store.places import ROOT
from simulator.store.scenario_store import load
from simulator.ui.chart.over_months import figure
from simulator.words import LANGUAGES

SELAYAR = read_baseline_named("selayar-2023-03")
SCENARIO = with_values(
    load("komitmen-september").scenario, {"target.month": "2024-12", "monev.first_month": "2023-03"}
).model_copy(update={"baseline": SELAYAR.name})
P = project(SCENARIO, SELAYAR, PROGRAMME)
(C,) = contexts_of(P, actuals=read_actuals(SELAYAR.facts.region))


def test_the_one_unit_is_called_by_its_name_and_has_figures_of_its_own():
    (row,) = unit_groups(SELAYAR)
    assert not row.is_pooled
    assert str(title(C, [row], "id")) == "Di Seluruh OPD Kepulauan Selayar baru sebagian ASN ikut."
    assert str(title(C, [row], "en")) == "Only part of the ASN take part: Seluruh OPD Kepulauan Selayar."


def test_its_sheet_says_what_is_missing_and_what_it_costs():
    table = unit_table(P, month_number("2024-12") - SELAYAR.month)
    sheet = unit_sheet(C, table, "OPD-SEMUA", "id")
    assert str(sheet.finding) == "Masih perlu 3.394 pekerja agar setiap ASN menanggung satu."  # 3,600 − 206
    assert [str(number.words) for number in sheet.numbers] == ["3.600", "206", "3.394"]
    assert [row.cells[1].value for row in sheet.bill.rows][:2] == [
        8_400,
        206 * 8_400,
    ]  # relief, in November 2026


def test_the_death_rate_is_the_prior_alone_as_nobody_published_deaths():
    assert SELAYAR.experience == (0, 0) and death_rate(SCENARIO.risk, SELAYAR) == pytest.approx(6.4 / 1000)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", HAND_OUTS)
def test_every_hand_out_can_be_made_of_it(name, lang):
    assert HAND_OUTS[name].made([C], lang, TODAY)[:4] in (b"%PDF", b"PK\x03\x04")


def test_the_name_of_what_was_recorded_stands_beside_its_last_point():
    notes = figure(enrolment(C, "id"), "id", 300)["layout"]["annotations"]
    (name,) = (note for note in notes if note["text"].startswith("Realisasi "))
    assert (name["y"], name["yanchor"]) == (496, "bottom")  # not below the 206 of a year before


PAGES = (
    *("overview", "units", "next_units", "decides", "compare", "handouts"),
    *("scenarios", "data", "actuals", "meeting", "sources"),
)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_drawn_of_it(page):
    draft = replace(opened("komitmen-september"), scenario=SCENARIO)
    at = AppTest.from_file(str(ROOT / "app.py"))
    state = {"token": "0" * 16, "notice": (), "draft": draft, "lang": "id", "page_wanted": page}
    for name, value in state.items():
        at.session_state[name] = value
    at.run()
    assert not at.exception and not at.error
    if page == "next_units":  # a single row leaves nothing to choose
        fields = [*at.main.selectbox, *at.main.text_input, *at.main.toggle]
        assert fields == [] and [one.label for one in at.main.button][-1] == "Buka halaman Data"
        at.button(key="next-to-data").click().run()
        assert not at.exception and "next-to-data" not in [one.key for one in at.button]
