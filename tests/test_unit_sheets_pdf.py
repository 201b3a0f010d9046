"""The sheets of units on paper: one page each, the figures of the sheet on screen, and no unpublished figure."""

import re

import pytest
from handout_cases import (
    LONG,
    PROGRAMME,
    SOURCES,
    STRANGE,
    TODAY,
    body,
    contexts_of,
    many_units,
    on_one_line,
    overlaps,
    projected,
)
from rendered import pages

from simulator.handouts.paper import writable
from simulator.handouts.unit_sheets import unit_sheets_bytes
from simulator.handouts.writing import written, written_table
from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.baseline import OWN_FIGURE
from simulator.planning.groups import unit_groups
from simulator.report.sentences.groups import slide
from simulator.report.sentences.unit_names import row_name
from simulator.report.sentences.unit_sheet import unit_sheet
from simulator.report.tables.units import unit_table
from tests.explaining import basis_of, context_of

NOW = 2026 * 12 + 10  # November 2026


def sheets(p, lang="id", **more):
    """The pages, none with text outside."""
    made = pages(unit_sheets_bytes(contexts_of(p), lang, TODAY, **more))
    assert all(
        page.outside() == [] and round(page.width) == 595 and round(page.height) == 842 for page in made
    )
    return made


def plain(words: str) -> str:
    return " ".join(writable(words).split())


@pytest.mark.parametrize(("stem", "lang"), [("komitmen-september", "id"), ("contoh", "en")])
def test_there_is_a_page_for_every_row_in_order_with_what_the_sheet_on_screen_says(stem, lang):
    p = projected(stem)
    c, table, made = context_of(p, today=NOW), unit_table(p, slide(p).month), sheets(p, lang)
    assert len(made) == len(table.rows) > 5
    for row, page in zip(table.rows, made):
        sheet, text = unit_sheet(c, table, row.key, lang), on_one_line(page)
        cells = [written(row.cells[0]) for row in sheet.bill.rows]
        cells += [
            words
            for part in (sheet.bill, sheet.family)
            for row in written_table(part, lang, marks=False)[1]
            for words in row[part is sheet.bill :]
        ]
        for words in (
            row_name(row, p.baseline, lang),
            sheet.finding,
            *sheet.rate_notes,
            *sheet.notes,
            *(n.words for n in sheet.numbers),
        ):
            assert plain(str(words)) in text, words
        assert all(word in text.split() for cell in cells for word in plain(cell).split())


def test_what_the_scenario_gives_a_row_carries_the_marks_of_its_explanation():
    p = projected("komitmen-september", name="Skenario 2")
    table = unit_table(p, slide(p).month)
    for row, page in zip(table.rows, sheets(p)):
        bases = {
            basis_of(key, p, PROGRAMME, SOURCES, row=row.key, month=1)
            for key in ("row_projected", "row_bill")
        }
        assert bases == {"derived"} and re.search(
            r"Menurut skenario “Skenario 2”: (± [1-9][\d.]*|0) peserta pada September 2025,"
            r" iuran (± Rp [1-9][\d.]*|Rp 0) sebulan\.",  # zero of any number is not an estimate
            on_one_line(page),
        )
        assert (
            "Rp 42 juta" in on_one_line(page)
            and "± Rp 70 juta" in on_one_line(page)
            and "sampai ± Rp 174 juta" in on_one_line(page)
        )
        assert "Semua iuran di tabel dan catatan ini hasil hitungan (±)." in on_one_line(page)
    assert "± 336 peserta pada September 2025, iuran ± Rp 5.644.800" in on_one_line(sheets(p)[0])


def test_a_sheet_says_what_was_recorded_of_its_unit_last():
    p, file = projected("contoh"), "Rekap"
    log = Actuals(
        [
            Record("2026-11-02T08:00:00", "Ani", file, month, unit, {"enrolled": enrolled})
            for month, unit, enrolled in (("2026-10", TOTAL, 1347), ("2026-10", "DC-04", 99))
        ]
    )
    (c,) = contexts_of(p, actuals=log)
    table = unit_table(p, slide(p).month)
    texts = {key: str(unit_sheet(c, table, key, "id").scenario) for key in ("DC-04", "DC-05")}
    assert texts["DC-04"].startswith(
        "Realisasi Oktober 2026: 99 peserta; angka lain di lembar ini menurut data Agustus 2025. Menurut skenario"
    )
    assert texts["DC-05"].startswith("Menurut skenario")


def test_both_amounts_stand_beside_each_other_while_the_relief_runs():
    text = on_one_line(sheets(projected("komitmen-september"))[1])
    assert (
        "Untuk November 2026 (sekarang) mulai Januari 2027 Per ASN, satu pekerja Rp 8.400 Rp 16.800" in text
    )
    assert "Kelompok, ± 237 peserta (Agustus 2025) Rp 1.990.800 Rp 3.981.600" in text and "± 1.261" in text
    assert (
        "mengandaikan PP 50/2025 berlaku; pastikan dahulu ke cabang" in text
        and "September 2025 sudah lewat; realisasi belum dimasukkan." in text
    )


def test_offices_named_at_100_percent_are_named_and_nothing_else_is_reported_of_them():
    p = projected("komitmen-september")
    names = [name for row in unit_groups(p.baseline) for name in row.published_names]
    assert len(names) == 9
    texts = [on_one_line(page) for page in sheets(p)]
    for name in names:
        assert sum(name in page for page in texts) == 1 and not any(page.startswith(name) for page in texts)
    assert (
        "Diterbitkan sudah 100 %: Diskominfo, Bapenda, Disperinaker, Baperlitbang. Jumlah ASN masing-masing tidak diterbitkan."
        in texts[0]
    )


def test_no_unit_without_figures_of_its_own_has_a_page():
    for stem in ("komitmen-september", "contoh"):
        baseline = projected(stem).baseline
        own = {
            name
            for name, a, e in zip(baseline.unit_names, baseline.asn_basis, baseline.enrolled_basis)
            if a in OWN_FIGURE and e in OWN_FIGURE
        }
        headings = [body(page)[1].text.strip() for page in sheets(projected(stem))]
        assert not {h for h in headings if h in baseline.unit_names} - own
    assert len([h for h in headings if h in own]) > 20


def test_a_made_up_regency_says_so_on_every_page_and_unsaved_changes_too():
    assert all(
        "FIKTIF" in on_one_line(page) and "belum disimpan" in on_one_line(page)
        for page in sheets(projected("contoh"), unsaved=True)
    )
    assert not any("FIKTIF" in on_one_line(page) for page in sheets(projected("komitmen-september")))


def test_120_units_under_long_names_are_120_pages_on_which_everything_has_its_place(tmp_path):
    p = projected("contoh", many_units(tmp_path / "many"), name=LONG)
    made = sheets(p)
    assert len(made) == 120
    assert not any(overlaps(page) for page in made)


def test_a_name_the_font_cannot_write_is_written_as_near_as_it_can():
    p = projected("komitmen-september", name=STRANGE)
    assert plain(STRANGE) in on_one_line(sheets(p)[0])
