"""The page of assumptions and sources: complete, in both languages, with the numbers in force."""

import re
from dataclasses import replace

import pytest

from simulator.handouts.writing import written_table
from simulator.model.parts import Override
from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, with_override, with_values
from simulator.planning.reconciliation import reconcile
from simulator.report.explain.explanation import explain
from simulator.report.sentences.limits import LEFT_OUT, left_out_sentences, model_sentences
from simulator.report.tables import assumptions, sources
from simulator.store.baseline_files import baseline_names, read_baseline_named, read_programme
from simulator.store.places import SCENARIOS
from simulator.store.scenario_store import DEFAULT_STEM, load_file
from simulator.store.sources_file import read_sources
from simulator.ui import session
from simulator.ui.pages import sources as page
from simulator.words import LANGUAGES, text
from simulator.words.numbers import NO_BREAK
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence
from simulator.words.sources import TEXTS
from tests.explaining import context_of

PROGRAMME, SOURCES = read_programme(), read_sources()
DEFAULT = load_file(SCENARIOS / f"{DEFAULT_STEM}.json")
NOTHING = {"workers_per_asn": None, "join_month": None}
KENDAL, CONTOH = read_baseline_named("kendal-2025-08"), read_baseline_named("contoh")


def projection(**changes):
    return context(with_values(DEFAULT, changes)).projection


def context(scenario, baseline=None):
    return context_of(project(scenario, baseline or read_baseline_named(scenario.baseline), PROGRAMME))


def reconciled(baseline, lang):
    lines = reconcile(baseline, PROGRAMME)
    return named(sources.reconciliation_table(context(DEFAULT, baseline), lines, lang), lang)


def named(table, lang="id"):
    """Rows of a table as written on screen, by the titles of their columns."""
    titles, rows = written_table(table, lang, marks=False)
    return [dict(zip(titles, (cell.replace(NO_BREAK, " ") for cell in row))) for row in rows]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_setting_stands_in_exactly_one_area_with_every_cell_filled(lang):
    rows = [
        row
        for area in assumptions.AREAS
        for row in named(assumptions.settings_table(context(DEFAULT), lang, area), lang)
    ]
    assert len(rows) == len(SETTINGS) > 40
    assert len({next(iter(row.values())) for row in rows}) == len(rows)
    assert all(cell for row in rows for title, cell in row.items() if title not in ("Batas", "Bounds"))


def test_a_setting_shows_value_reference_bounds_mark_and_source_and_a_moved_one_is_an_assumption():
    lapse = {
        row["Nama"]: row for row in named(assumptions.settings_table(context(DEFAULT), "id", "retention"))
    }["Berhenti per bulan"]
    assert lapse == {
        "Nama": "Berhenti per bulan",
        "Sekarang": "0 % per bulan",
        "Bawaan": "0 % per bulan",
        "Batas": "0 % per bulan – 100 % per bulan",
        "Tanda": "asumsi",
        "Sumber": "S48",
    }
    moved = with_values(DEFAULT, {"risk.accidents_per_1000_year": 4.0})
    rate = {
        row["Name"]: row for row in named(assumptions.settings_table(context(moved), "en", "risk"), "en")
    }["Work accident rate"]
    assert (rate["Now"], rate["Default"], rate["Mark"], rate["Source"]) == (
        "4 per 1,000 a year",
        "3.47 per 1,000 a year",
        "assumption",
        "chosen by the planner",
    )
    assert len(assumptions.assumed_settings(context(moved))) == 1 + len(
        assumptions.assumed_settings(context(DEFAULT))
    )


def test_special_settings_of_single_units_are_listed_as_assumptions():
    changed = with_override(
        DEFAULT, Override(unit="OPD-26", target_share=1.0, workers_per_asn=None, join_month="2025-11")
    )
    (row,) = named(assumptions.overrides_table(context(changed), "id"))
    assert (row["Nama"], row["Tanda"]) == (
        "1 unit dari 13 OPD belum ikut",
        "asumsi",
    ) and "November 2025" in row["Sekarang"]


@pytest.mark.parametrize(
    ("lang", "name", "amount"), [("id", "JKM penuh", "Rp 42.000.000"), ("en", "Full JKM", "Rp 42,000,000")]
)
def test_every_dated_rule_is_reported_with_its_amounts(lang, name, amount):
    tables = [
        (str(heading), note, named(amounts, lang))
        for heading, note, amounts in sources.rule_tables(context(DEFAULT), lang)
    ]
    assert len(tables) == len(PROGRAMME.rates) + len(PROGRAMME.relief) + len(PROGRAMME.benefits)
    assert all(heading and note and rows for heading, note, rows in tables)
    assert (name, amount) in {tuple(row.values()) for _, _, rows in tables for row in rows}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_model_in_sentences_carries_the_numbers_in_force(lang):
    shown = " ".join(str(s) for of in model_sentences(context_of(projection()), lang).values() for s in of)
    for number in {
        "id": ("Rp 16.800", "Rp 42.000.000", "5,06", "3,47", "31 %", "April 2026"),
        "en": ("Rp 16,800", "Rp 42,000,000", "5.06", "3.47", "31 %", "April 2026"),
    }[lang]:
        assert number in shown
    moved = projection(
        **{
            "contribution.income_base_idr": 2_000_000.0,
            "contribution.relief_applies": False,
            "contribution.include_jht": True,
            "retention.lapse_share_per_month": 0.05,
        }
    )
    shown = " ".join(str(s) for of in model_sentences(context_of(moved), lang).values() for s in of)
    assert (
        ("Rp 26.800" if lang == "id" else "Rp 26,800") in shown
        and "5 % " in shown
        and "April 2026" not in shown
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_left_out_is_reported_in_a_sentence_or_two_each(lang):
    texts = list(map(str, left_out_sentences(context_of(projection()), lang).values()))
    assert len(texts) == len(set(texts)) == len(LEFT_OUT) > 10
    assert all(re.match(r"[A-Z].*\.$", sentence) for sentence in texts)
    assert any("36" in sentence for sentence in texts)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", baseline_names())
def test_published_totals_and_history_are_shown_with_marks_and_sources(name, lang):
    baseline = read_baseline_named(name)
    rows = reconciled(baseline, lang)
    assert len(rows) == len(baseline.facts.facts) > (3 if name == "selayar-2023-03" else 20)
    assert {f"fact.{fact.key}" for fact in baseline.facts.facts} <= TEXTS.keys()
    history = named(sources.history_table(context(DEFAULT, baseline), lang), lang)
    assert len(history) == len(baseline.facts.history) + 2
    known = [row for row in rows + history if row[text("sources.column.mark", lang)]]
    assert len(known) == len(rows) + len(history) - (baseline.facts.deaths is None)
    assert all(row[text("sources.column.source", lang)] for row in known)


def test_the_misprint_is_shown_as_one_with_both_figures():
    rows = {row["Angka"]: row for row in reconciled(KENDAL, "id")}
    misprint = rows["cakupan seperti tercantum di EMSATUNEWS"]
    assert (misprint["Terbit"], misprint["Jumlah menurut data"], misprint["Hasil"]) == (
        "9,24 %",
        "9,42 %",
        "salah cetak",
    )
    assert "salah cetak untuk 9,42 %" in misprint["Catatan"]


def test_a_figure_that_differs_says_by_how_much_and_why():
    rows = {row["Figure"]: row for row in reconciled(CONTOH, "en")}
    paid = rows["paid out"]
    assert (paid["Published"], paid["The data add up to"], paid["Result"]) == (
        "Rp 178,000,000",
        "Rp 210,000,000",
        "differs",
    )
    assert paid["Note"].startswith("Difference +Rp 32,000,000. 4 × Rp 42 million")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_source_is_listed_with_what_it_says(lang):
    rows = named(sources.source_table(SOURCES, lang), lang)
    assert len(rows) == len(SOURCES) > 50 and all(all(row.values()) for row in rows)


def test_history_and_figures_of_a_made_up_regency_are_called_fictitious():
    rows = [
        *named(sources.history_table(context(DEFAULT, CONTOH), "id"))[:-1],
        *reconciled(CONTOH, "id"),
    ]
    assert len(rows) > 30 and {row["Tanda"] for row in rows} == {"fiktif"}
    assert "fiktif" not in {row["Tanda"] for row in named(sources.history_table(context(DEFAULT), "id"))}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("baseline", [KENDAL, CONTOH], ids=["kendal", "contoh"])
def test_every_number_of_the_tables_can_be_clicked_and_is_explained(baseline, lang):
    c = context(with_override(DEFAULT, Override(unit="OPD-26", target_share=1.0, **NOTHING)))
    c = c if baseline is KENDAL else context(DEFAULT, CONTOH)
    tables = [assumptions.settings_table(c, lang, area) for area in assumptions.AREAS]
    tables += [amounts for _, _, amounts in sources.rule_tables(c, lang)]
    tables += [sources.history_table(c, lang), assumptions.overrides_table(c, lang)]
    tables += [sources.reconciliation_table(c, reconcile(baseline, PROGRAMME), lang)]
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    numbers = [cell for cell in cells if isinstance(cell, Quantity)]
    numbers += [number for cell in cells if isinstance(cell, Sentence) for number in cell.quantities]
    numbers += assumptions.assumptions_title(c, lang).quantities
    assert len(numbers) > 250
    for number in numbers:
        explanation = explain(number.origin, lang)
        assert explanation.title and (explanation.notes or explanation.calculation), number.origin.key


def test_data_without_a_published_figure_are_not_reported_as_agreeing_with_none(monkeypatch):
    monkeypatch.setattr(session, "lang", lambda: "id")
    bare = replace(KENDAL, facts=KENDAL.facts.model_copy(update={"facts": (), "open_questions": ()}))
    (_, intro), (_, table), _ = page._reconciliation(context(DEFAULT, bare), "id")
    assert intro[0] == "Tidak ada angka publikasi yang dapat dibandingkan dengan data ini."
    assert table == []
    (_, intro), (_, table), _ = page._reconciliation(context(DEFAULT, KENDAL), "id")
    assert "dapat dibandingkan cocok" in intro[0] and table.rows
