"""The review on the page of data before an import: totals before and after, units by name, and the effect of other data on a scenario."""

from dataclasses import replace
from datetime import datetime

import pytest

from simulator.intake.baseline_proposal import Request, propose_baseline
from simulator.intake.facts import Receipt
from simulator.intake.spreadsheet import read_text
from simulator.intake.typed_list import SPARE_ROWS, headings, offered_rows, typed_table
from simulator.model.parts import Override
from simulator.model.projection import project
from simulator.model.scenario import OVERRIDE_SETTINGS
from simulator.planning.other_data import added_up, on_other_data
from simulator.report.explain.explanation import explain
from simulator.report.sentences.data import (
    data_quantity,
    differences,
    other_units,
    override_lines,
    proposal_sentence,
)
from simulator.report.sentences.scenarios import other_data_sentences
from simulator.report.tables.data import FIGURES, change_table, totals_table
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.baseline_store import write_baseline
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES
from simulator.words.intake import note_text
from simulator.words.numbers import shown
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence
from tests.explaining import context_of

KENDAL = read_baseline_named("kendal-2025-08")
CONTOH = read_baseline_named("contoh")
RECEIPT = Receipt("daftar.csv", "", datetime(2026, 11, 22))
LIST = "Nama;Kelompok;ASN;Peserta\nDiskominfo;OPD;90;90\nDinas Sosial;OPD;70;20\nPatean;Kecamatan;20;12\n"


def proposed(text=LIST, upon="kendal-2025-08", month="2025-08", **request):
    return propose_baseline(
        [read_text(text, "daftar.csv")], Request("uji", upon, month, **request), RECEIPT, "id"
    )


def in_words(cell, lang):
    return shown(cell, lang) if isinstance(cell, Quantity) else str(cell)


def worded(table, lang):
    """The rows of a table as shown on screen, by column."""
    titles = [column.title for column in table.columns]
    return [dict(zip(titles, (in_words(cell, lang) for cell in row.cells))) for row in table.rows]


def changed(proposal, lang):
    return worded(change_table(proposal.base, proposal.baseline, proposal.changes, lang), lang)


def totals(proposal, lang):
    return worded(totals_table(proposal.base, proposal.baseline, lang), lang)


def special(unit, **values):
    return Override.model_validate({"unit": unit} | dict.fromkeys(OVERRIDE_SETTINGS) | values)


def test_every_unit_is_in_exactly_one_row_or_sentence():
    p = proposed()
    rows, others = changed(p, "id"), [str(o) for o in other_units(p.base, p.baseline, p.changes, "id")]
    assert [row["Nama unit"] for row in rows] == ["Diskominfo", "Dinas Sosial", "Patean"]
    assert len(rows) + sum(int(line.split()[0]) for line in others) == len(p.changes) == 59
    assert (
        str(proposal_sentence(p.base, p.baseline, p.changes, "id"))
        == "3 unit mendapat angka sendiri; peserta 974 pada Agustus 2025"
    )


def test_old_figures_nobody_published_are_never_shown_for_one_unit():
    diskominfo, sosial, _ = changed(proposed(), "id")
    assert (
        diskominfo["ASN"] == diskominfo["Peserta"] == "perkiraan → 90"
        and sosial["Perubahan"] == "ganti perkiraan"
    )
    (own,) = changed(
        proposed("Kode;Nama;ASN;Peserta\nDC-01;Dinas Contoh Pertanian;200;150\n", upon="contoh"), "id"
    )
    assert (own["ASN"], own["Peserta"]) == ("214 → 200", "96 → 150")


def test_totals_stand_before_and_after_in_each_language():
    rows = {row["Kelompok"]: row for row in totals(proposed(month="2026-10", totals={"opd": 900}), "id")}
    assert (
        rows["OPD"]["Peserta"] == "573 → 900"
        and rows["Kecamatan"]["Peserta"] == "138"
        and rows["Semua"]["Peserta"] == "974 → 1.301"
    )
    assert totals(proposed(month="2026-10", totals={"opd": 900}), "en")[-1]["Enrolled"] == "974 → 1,301"


def test_a_total_that_stands_in_a_later_month_is_reported_and_one_that_was_given_is_not():
    def is_shown(**request):
        return [note_text(note, "id") for note in proposed(**request).notes if note.code.startswith("total_")]

    assert is_shown() == []
    assert is_shown(
        text="Nama;Kelompok;ASN;Peserta\nDinas Sosial;OPD;70;10\n", month="2026-10", totals={"opd": 900}
    ) == [
        f"Jumlah peserta {segment}, {total}, masih keadaan Agustus 2025, karena daftar tidak memuat semua unit. Bila jumlah pada Oktober 2026 berbeda, isikan jumlah barunya."
        for segment, total in (("kecamatan", 138), ("ASN lainnya", 263))
    ]
    assert is_shown(text="Nama;Kelompok;ASN;Peserta\nDinas Sosial;OPD;300;300\n", month="2026-10")[0] == (
        "Jumlah peserta OPD pada Agustus 2025 adalah 573. Jumlah itu tidak dipaksakan pada Oktober 2026: unit tanpa angka sendiri tidak diturunkan, "
        "sehingga jumlahnya menjadi 859 (perkiraan). Bila jumlah Oktober 2026 diketahui, isikan."
    )


def test_every_way_of_adding_up_a_baseline_agrees():
    for baseline in (KENDAL, CONTOH):
        for segment in ("", "opd", "kecamatan", "other"):
            rows = baseline.rows[segment] if segment else slice(None)
            of = {"segment": segment} if segment else {}
            assert (
                added_up(baseline.units, segment)
                == {figure: data_quantity(baseline, figure, **of).value for figure in FIGURES}
                == {
                    "units": len(baseline.asn[rows]),
                    "participating": baseline.participating[rows].sum(),
                    "asn": baseline.asn[rows].sum(),
                    "enrolled": baseline.enrolled[rows].sum(),
                    "pledge_workers": baseline.pledge_workers[rows].sum(),
                }
            )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_of_a_review_is_explained_with_its_own_value(lang):
    p = proposed(month="2026-10", totals={"opd": 900})
    tables = (totals_table(p.base, p.baseline, lang), change_table(p.base, p.baseline, p.changes, lang))
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    sentences = [proposal_sentence(p.base, p.baseline, p.changes, lang), *differences(KENDAL, CONTOH, lang)]
    sentences += other_units(p.base, p.baseline, p.changes, lang)
    numbers = [cell for cell in cells if isinstance(cell, Quantity)]
    numbers += [q for one in (*cells, *sentences) if isinstance(one, Sentence) for q in one.quantities]
    assert len(numbers) > 40
    for number in numbers:
        made = explain(number.origin, lang)
        assert made.quantity.value == number.value and made.title and "{" not in made.title
        assert made.notes or made.terms


def test_a_scenario_on_other_data_keeps_everything_but_settings_of_units_unknown_there():
    scenario = load("komitmen-september").scenario.model_copy(
        update={"overrides": (special("OPD-01", target_share=1.0), special("OPD-05", target_share=0.5))}
    )
    moved, lost = on_other_data(scenario, KENDAL, CONTOH)
    assert (
        moved == scenario.model_copy(update={"baseline": "contoh", "overrides": (), "description": ""})
        and lost == scenario.overrides
    )
    assert override_lines(lost, KENDAL, CONTOH, moved.overrides, "id")[0] == "Diskominfo (kode OPD-01)"
    same, none = on_other_data(scenario, KENDAL, KENDAL)
    assert same == scenario and none == ()


def test_a_special_setting_whose_unit_is_called_otherwise_is_reported():
    first, *others = KENDAL.units
    renamed = replace(KENDAL, units=(replace(first, name="Dinas Kominfo"), *others))
    kept = (special("OPD-01", target_share=1.0), special("OPD-02", target_share=1.0))
    assert override_lines((), KENDAL, renamed, kept, "en") == [
        "The special setting of code OPD-01 applies to Dinas Kominfo; in the old data Diskominfo."
    ]


def test_other_data_are_described_by_month_totals_and_target(tmp_path):
    programme, scenario = read_programme(), load("komitmen-september").scenario
    p = proposed(month="2026-10", totals={"opd": 599})
    later = write_baseline("later", p.units, p.facts, folder=tmp_path)
    lines = [str(line) for line in differences(KENDAL, later, "id")]
    assert lines[1:] == [
        "Bulan data: Agustus 2025 → Oktober 2026.",
        "Unit: 59. ASN: 10.345. Peserta: 974 → 1.000.",
    ]
    assert len(differences(KENDAL, KENDAL, "id")) == 2
    contexts = (context_of(project(scenario, baseline, programme)) for baseline in (KENDAL, later))
    message = [str(line) for line in other_data_sentences(*contexts, "id")]
    assert "Okt 2026 sampai" in message[0] and message[1].endswith(
        "Sesudahnya: Bulan target Sep 2025 di luar proyeksi."
    )
    assert worded(totals_table(KENDAL, later, "id"), "id")[-1]["Peserta"] == "974 → 1.000"


# ---- typed on screen


def test_offered_rows_are_those_of_the_template_with_own_figures_only():
    rows = offered_rows("kendal-2025-08", "id")
    assert len(rows) == 59 + SPARE_ROWS and all(row[3:] == (None,) * 4 for row in rows)
    assert offered_rows("contoh", "en")[0] == (
        "DC-01",
        "Dinas Contoh Pertanian",
        "OPD",
        "214",
        "96",
        None,
        None,
    )
    assert offered_rows(None, "id") == [(None,) * 7] * SPARE_ROWS


@pytest.mark.parametrize("lang", ["id", "en"])
def test_only_what_was_typed_goes_into_the_list_and_reads_back(lang):
    offered = offered_rows("contoh", lang)
    assert typed_table(offered, offered, lang) is None
    typed = list(offered)
    typed[0] = (*offered[0][:3], "200", "150", None, None)
    typed[-1] = (None, "Dinas Baru", "OPD", "1.256" if lang == "id" else "1,256", "6", None, None)
    table = typed_table(offered, typed, lang)
    assert table.rows[0].values == headings(lang) and [row.number for row in table.rows[1:]] == [
        1,
        len(offered),
    ]
    p = propose_baseline([table], Request("uji", "contoh", "2025-08"), RECEIPT, lang)
    assert [(c.new.name, c.new.asn, c.new.enrolled) for c in p.changes if c.kind in ("new", "changed")] == [
        ("Dinas Contoh Pertanian", 200, 150),
        ("Dinas Baru", 1256, 6),
    ]
