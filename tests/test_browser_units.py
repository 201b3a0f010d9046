"""OPD & kecamatan in a real browser: rows sort, a typed setting moves the total, sheets open and print."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import does, english_names, resize, run_count, wait_done, wait_drawn

SIZES = [(1440, 900), (1920, 1080), (1024, 768), (390, 844)]
AXE = Axe()


@pytest.fixture
def units(open_page, program_url, open_draft):
    """A function that opens the page on a scenario, optionally with more parameters in the address."""

    def show(stem="komitmen-september", lang="id", size=(1440, 900), more=""):
        page = open_page(f"{program_url}/units?draft={open_draft(stem)}&lang={lang}{more}", *size)
        wait_done(page)
        return page

    return show


def view(page, words):
    does(page, lambda: page.get_by_role("radio", name=words).click())


def type_into(page, label, typed):
    field = page.get_by_label(label, exact=True)
    field.fill(typed)
    does(page, lambda: field.press("Tab"))


def cells(page, row):
    return [cell.inner_text().strip() for cell in page.locator(f"tr[data-row='{row}'] > *").all()]


def violations(page):
    found = AXE.run(
        page, context={"exclude": [[".fictitious"]]}
    )  # the watermark is decoration; the header has its words as text
    return [(v["id"], [node["target"] for node in v["nodes"]]) for v in found.response["violations"]]


def test_rows_sort_within_their_segment_the_month_moves_the_figures_and_a_number_shows_its_origin(
    units,
):
    page = units("contoh", "en")
    view(page, "All figures")

    def asn():
        return [
            int(row.locator("td").nth(1).inner_text())
            for row in page.locator("tbody").first.locator("tr:not(.head)").all()
        ]

    heading, before = page.get_by_role("columnheader", name="ASN", exact=True), asn()
    for expected, order in (
        (sorted(before, reverse=True), "descending"),
        (sorted(before), "ascending"),
        (before, "none"),
    ):
        heading.get_by_role("button").click()
        assert asn() == expected and heading.get_attribute("aria-sort") == order
    total = cells(page, "total")[6]
    month = page.get_by_role("combobox", name="Month of the projection")
    month.fill("August 2028")
    does(page, lambda: month.press("Enter"))
    assert (
        page.get_by_role("columnheader", name="Projected Aug 2028").count() == 1
        and cells(page, "total")[6] != total
    )
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download table (CSV)").click()
    shown = downloading.value.path().read_text(encoding="utf-8-sig")
    assert shown.startswith("FICTITIOUS") and "Projected Aug 2028" in shown
    does(page, page.locator("tr[data-row=DC-01] td.number button").first.click)
    assert "ASN of Dinas Contoh" in page.get_by_role("dialog").inner_text()


def test_a_typed_setting_moves_row_and_total_or_says_why_it_does_not(units):
    page = units()
    view(page, "Penetapan khusus")
    assert cells(page, "total")[3] == "± 1.256"
    type_into(page, "Bulan masuk, 13 OPD belum ikut", "Sep 2025")
    assert (
        cells(page, "opd-outside")[3] == "± 334" and cells(page, "total")[3] == "± 1.590"
    )  # 13 × 83 ASN at the entry share of 31 %
    assert page.get_by_label("Bulan masuk, 13 OPD belum ikut", exact=True).input_value() == "Sep 2025"
    type_into(page, "Pekerja per ASN, 13 OPD belum ikut", "banyak")
    assert (
        "13 OPD belum ikut, pekerja per ASN: “banyak” tidak dapat dipakai. Isi 0 sampai 10"
        in page.get_by_role("alert").inner_text()
    )
    refused = page.get_by_label("Pekerja per ASN, 13 OPD belum ikut", exact=True)
    assert (
        refused.input_value() == "banyak"
        and refused.get_attribute("aria-invalid") == "true"
        and cells(page, "total")[3] == "± 1.590"
    )
    type_into(page, "Pekerja per ASN, 13 OPD belum ikut", "")
    assert page.get_by_role("alert").count() == 0
    does(page, lambda: page.get_by_role("button", name="Hapus penetapan khusus 13 OPD belum ikut").click())
    assert cells(page, "total")[3] == "± 1.256"
    type_into(page, "Bulan masuk, 6 kecamatan baru sebagian", "Jan 2026")
    assert (
        page.get_by_text(
            "6 kecamatan baru sebagian sudah ikut, jadi bulan masuknya tidak mengubah apa pun."
        ).count()
        == 1
    )


def test_a_row_opens_its_sheet_which_a_refresh_finds_again(units):
    page = units()
    does(page, lambda: page.get_by_role("button", name="Buka lembar 18 OPD baru sebagian").click())
    assert page.locator("h1").inner_text() == "18 OPD baru sebagian" and "unit=opd-partial" in page.url
    page.reload()
    wait_done(page)
    assert page.locator("h1").inner_text() == "18 OPD baru sebagian"
    assert (
        "Rp 16.800" in page.locator(".sheet.bill").inner_text()
        and "Rp 174 juta" in page.locator(".sheet.family").inner_text()
    )
    does(page, lambda: page.get_by_role("button", name="Semua OPD dan kecamatan").click())
    assert (
        page.locator("h1").inner_text().startswith("13 OPD dan 7 kecamatan belum ikut")
        and "unit=" not in page.url
    )


def test_a_tile_opens_the_sheet_of_a_named_kecamatan_and_a_hatched_one_opens_nothing(units):
    page = units()
    wait_drawn(page, "units_tiles")
    tiles = page.locator(".chart-plot[data-key=units_tiles] .point path")
    names = page.locator(".chart-plot[data-key=units_tiles]").evaluate(
        "node => node.data[0].hovertext.map(text => text.split(':')[0])"
    )
    done = run_count(page)
    tiles.nth(names.index("Weleri")).click(force=True)
    wait_done(page, after=done)
    assert "unit=" not in page.url
    page.wait_for_timeout(600)  # Plotly treats two clicks within 300 ms as a double click
    does(page, lambda: tiles.nth(names.index("Patean")).click(force=True))
    page.locator(
        "h1", has_text="Patean"
    ).wait_for()  # the run just counted may still belong to the first click
    assert page.locator("h1").inner_text() == "Patean"
    assert "≈ 19, perkiraan" in page.locator(".sheet.numbers").inner_text()


def test_an_unknown_unit_in_the_address_is_reported_and_the_page_shown(units):
    page = units(more="&unit=OPD-05")
    assert "Unit OPD-05 tidak ada pada data ini." in page.get_by_role("alert").inner_text()
    assert page.locator("h1").inner_text().startswith("13 OPD")


@pytest.mark.parametrize(
    ("stem", "key", "lang", "expected"),
    [("komitmen-september", "opd-pledged", "id", "Rp 174 juta"), ("contoh", "DC-17", "en", "Rp 174 million")],
)
def test_a_sheet_prints_on_one_a4_page_with_nothing_cut(units, stem, key, lang, expected):
    page = units(stem, lang, more=f"&unit={key}")
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert re.search(
        rb"/MediaBox\s*\[0 0 594\.\d+ 841\.\d+\]|/MediaBox\s*\[0 0 595(?:\.\d+)? 842(?:\.\d+)?\]", printed
    )
    page.emulate_media(media="print")
    resize(page, 672, 1017)  # the area inside the margins of A4, in pixels of 1/96 inch
    sheet = page.locator(".st-key-sheet")
    assert (
        expected in sheet.inner_text()
        and not page.locator(".st-key-sheet-actions").is_visible()
        and not page.get_by_test_id("stSidebar").is_visible()
    )
    lowest, widest = sheet.evaluate("""node => [...node.querySelectorAll("*")].reduce(
        ([low, wide], part) => [Math.max(low, part.getBoundingClientRect().bottom), Math.max(wide, part.getBoundingClientRect().right)], [0, 0])""")
    assert 300 < lowest <= 1017 and 400 < widest <= 672


@pytest.mark.parametrize(("stem", "lang"), [("komitmen-september", "en"), ("contoh", "id")])
def test_page_and_sheet_fit_every_size_are_clean_in_axe_and_ask_nothing_of_any_other_machine(
    units, program_url, stem, lang
):
    page = units(stem, lang)
    for width, height in SIZES:
        resize(page, width, height)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, height)
        assert page.get_by_test_id("stMain").evaluate("node => node.scrollWidth <= node.clientWidth"), (
            width,
            height,
        )
    resize(page, 1440, 900)
    for chart in ("units_tiles", "units_ranking", "units_heat"):
        wait_drawn(page, chart)
    assert violations(page) == []
    assert lang == "en" or english_names(page) == []
    view(page, {"id": "Penetapan khusus", "en": "Special settings"}[lang])
    assert violations(page) == []
    does(page, page.locator("tbody tr:not(.head) th button").first.click)
    assert violations(page) == []
    assert (
        page.addresses
        and [address for address in page.addresses if not address.startswith((program_url, "data:", "blob:"))]
        == []
    )


def test_on_a_telephone_bars_have_room_and_no_word_beside_them_is_cut(units):
    for lang in ("id", "en"):
        page = units(lang=lang, size=(390, 844))
        wait_drawn(page, "units_ranking")
        node = page.locator(".chart-plot[data-key=units_ranking]")
        cut, widest = node.evaluate(
            """node => {
                const {left, right} = node.getBoundingClientRect();
                const words = [...node.querySelectorAll("text")].filter(one => one.textContent.trim());
                const out = words.filter(one => one.getBoundingClientRect().left < left - 1 || one.getBoundingClientRect().right > right + 1);
                const bars = [...node.querySelectorAll(".bars path")].map(one => one.getBoundingClientRect().width);
                return [out.map(one => one.textContent), Math.max(...bars)];
            }"""
        )
        assert cut == [] and widest > 50
