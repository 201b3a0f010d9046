"""A regency without any data in a real browser: a workbook with two lists, one sheet after the other.

The projection begins with the chosen sheet.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from simulator.store.baseline_files import read_baseline
from tests.browser import choose, does, go, opened, wait_drawn
from tests.spreadsheets import book

OFFICES = [
    ["Nama OPD", "Jumlah ASN", "Peserta"],
    ["Dinas Kesehatan", 412, 51],
    ["Dinas Pendidikan", 1210, 88],
    ["Sekretariat Daerah", 150, 0],
]
DISTRICTS = [["Kecamatan", "ASN", "Peserta"], ["Bandungan", 22, 9], ["Ambarawa", 31, 0]]
WORDS = {
    "id": {
        "upon": "Melanjutkan data",
        "none": "Kabupaten atau kota lain, yang belum punya data",
        "region": "Nama kabupaten atau kota",
        "name_missing": "Isikan nama kabupaten atau kotanya di atas.",
        "month": "Bulan data",
        "october": "Oktober 2025",
        "sheet": "Lembar yang dibaca",
        "several": "Beberapa lembar memuat daftar unit: 'Lembar1, Lembar2'. Pilih satu lembar.",
        "title": "3 unit mendapat angka sendiri; peserta 139 pada Oktober 2025",
        "accept": "Pakai data ini",
        "use": "Pakai untuk skenario ini",
        "number": "1.772",
        "overview": "Ringkasan",
        "units": "OPD & kecamatan",
        "actuals": "Realisasi",
        "data": "Data",
        "short": "Riwayat terlalu pendek untuk diuji.",
    },
    "en": {
        "upon": "Building upon",
        "none": "A regency or city without data yet",
        "region": "Name of the regency or city",
        "name_missing": "Name its regency or city above.",
        "month": "Month of the data",
        "october": "October 2025",
        "sheet": "Sheet to read",
        "several": "Several sheets hold a unit list: 'Lembar1, Lembar2'. Choose one sheet.",
        "title": "Units that get figures of their own: 3; 139 enrolled in October 2025",
        "accept": "Use these data",
        "use": "Use for this scenario",
        "number": "1,772",
        "overview": "Overview",
        "units": "OPD & kecamatan",
        "actuals": "Actuals",
        "data": "Data",
        "short": "The history is too short to be tried.",
    },
}


def upload(page):
    files = page.get_by_test_id("stFileUploaderDropzoneInput")
    does(
        page,
        lambda: files.set_input_files(
            {"name": "daftar.xlsx", "mimeType": "", "buffer": book(OFFICES, DISTRICTS)}
        ),
    )


def accept(page, texts):
    does(page, page.get_by_role("button", name=texts["accept"], exact=True).click)
    does(page, page.get_by_role("dialog").get_by_role("button", name=texts["use"]).click)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_regency_without_data_begins_with_one_sheet_of_a_workbook_and_goes_on_with_the_other(
    open_page, url, baselines, lang
):
    texts = WORDS[lang]
    page = opened(open_page, url, "data", lang)
    choose(page, texts["upon"], texts["none"])
    upload(page)
    page.get_by_text(texts["name_missing"]).wait_for()
    assert page.get_by_role("button", name=texts["accept"]).count() == 0
    region = page.get_by_role("textbox", name=texts["region"])
    region.fill("Kabupaten Semarang")
    does(page, lambda: region.press("Enter"))
    page.get_by_text(texts["several"]).wait_for()
    choose(page, texts["month"], texts["october"])
    choose(page, texts["sheet"], "Lembar1")
    page.get_by_role("heading").get_by_text(texts["title"], exact=True).wait_for()
    main = page.get_by_role("main").inner_text()
    assert texts["number"] in main and "0 →" not in main and "→ 0" not in main
    assert Axe().run(page).response["violations"] == []
    accept(page, texts)
    made = read_baseline(baselines / "semarang-2025-10")
    assert (made.facts.region, made.unit_names, int(made.enrolled.sum()), len(made.facts.history)) == (
        "Kabupaten Semarang",
        tuple(row[0] for row in OFFICES[1:]),
        139,
        1,
    )

    go(page, texts["overview"])
    wait_drawn(page, "enrolment")
    assert (
        page.locator("button.origin", has_text="139").count()
        and "Kabupaten Semarang" in page.locator(".st-key-head").inner_text()
    )
    lines = page.locator(".chart-plot[data-key=enrolment]").evaluate(
        "node => node.data.map(line => Array.from(line.y ?? []))"
    )
    assert any(line and line[0] == 139 for line in lines)
    assert page.get_by_test_id("stMain").evaluate("node => node.scrollWidth <= node.clientWidth")
    go(page, texts["units"])
    wait_drawn(page, "units_heat")
    expect(page.locator(".row-table tbody tr:not(.head)")).to_have_count(3)
    go(page, texts["actuals"])
    page.get_by_text(texts["short"]).wait_for()

    go(page, texts["data"])
    assert (
        page.get_by_role("combobox", name=texts["upon"]).input_value()
        == f"Kabupaten Semarang · {texts['october']} (semarang-2025-10)"
    )
    choose(page, texts["month"], texts["october"])
    upload(page)
    choose(page, texts["sheet"], "Lembar2")
    accept(page, texts)
    both = read_baseline(baselines / "semarang-2025-10-v2")
    assert (both.unit_names[3:], int(both.enrolled.sum()), both.segments) == (
        ("Bandungan", "Ambarawa"),
        148,
        ("opd",) * 3 + ("kecamatan",) * 2,
    )
