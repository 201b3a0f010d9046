"""A regency's own figures in a real browser, from the template to a projection that starts there.

Nothing is recorded before it is confirmed.
"""

import contextlib
import io
import json
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError, expect

from simulator.model.projection import project
from simulator.model.scenario import OVERRIDE_SETTINGS
from simulator.planning.records import record_of
from simulator.store.baseline_files import read_baseline, read_baseline_named, read_programme
from simulator.store.scenario_store import load, scenario_bytes
from simulator.store.tiles_file import read_tiles
from tests.browser import choose, does, english_names, go, opened, resize, settle, wait_drawn
from tests.spreadsheets import book, libreoffice, saved

KENDAL = "kendal-2025-08"
WORDS = {
    "id": {
        "template": "Unduh templat Excel",
        "month": "Bulan data",
        "september": "September 2025",
        "accept": "Pakai data ini",
        "use": "Pakai untuk skenario ini",
        "later": "Jangan sekarang",
        "units": "OPD & kecamatan",
        "overview": "Ringkasan",
        "data": "Data",
        "undo": "Urungkan",
        "paste": "Tempel dari Excel",
        "type": "Ketik di sini",
        "cells": "Tempel sel beserta judul kolomnya",
    },
    "en": {
        "template": "Download the Excel template",
        "month": "Month of the data",
        "september": "September 2025",
        "accept": "Use these data",
        "use": "Use for this scenario",
        "later": "Not now",
        "units": "OPD & kecamatan",
        "overview": "Overview",
        "data": "Data",
        "undo": "Undo",
        "paste": "Paste from Excel",
        "type": "Type here",
        "cells": "Paste the cells with their column headings",
    },
}


@pytest.fixture
def open_data(open_page, url):
    def show(lang="id", path="data", size=(1440, 900)):
        return opened(open_page, url, path, lang, size)

    return show


def upload(page, name, data):
    does(
        page,
        lambda: page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        ),
    )


def press(page, words):
    does(page, page.get_by_role("button", name=words, exact=True).filter(visible=True).last.click)


def accept(page, lang):
    """Accept the reviewed list; return the dialog that offers it to the scenario."""
    press(page, WORDS[lang]["accept"])
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=WORDS[lang]["use"]).wait_for()
    return dialog


def template(page, lang):
    with page.expect_download() as downloading:
        page.get_by_role("button", name=WORDS[lang]["template"]).click()
    return openpyxl.load_workbook(io.BytesIO(Path(downloading.value.path()).read_bytes()))


def into_cell(page, column, row, typed):
    """Type into a cell of the grid, a canvas, reached by a click on the row's name and by arrow keys."""

    def chosen(place):
        page.locator(f"#glide-cell-{place}-{row}[aria-selected=true]").wait_for(state="attached")

    for _ in range(12):  # a click has no effect until the grid has laid out its cells
        page.get_by_test_id("stDataFrame").evaluate("node => node.scrollIntoView({block: 'center'})")
        box = page.get_by_test_id("stDataFrame").bounding_box()
        page.mouse.click(box["x"] + 0.25 * box["width"], box["y"] + 18 + 35 * (row + 1))
        with contextlib.suppress(TimeoutError):  # too late for a double click, which would open the cell
            page.locator(f"#glide-cell-2-{row}[aria-selected=true]").wait_for(state="attached", timeout=5000)
            break
    chosen(2)
    for place in range(3, column + 1):
        page.keyboard.press("ArrowRight")
        chosen(place)
    page.keyboard.press("Enter")  # opens the cell
    field = page.locator("#portal").locator("input, textarea")
    field.fill(typed)  # single fast key presses may be lost while the cell opens
    expect(field).to_have_value(typed)
    does(page, lambda: page.keyboard.press("Enter"))


def speak(page, lang):
    does(page, page.get_by_role("radio", name=lang.upper(), exact=True).click)


def violations(page):
    found = Axe().run(page).response["violations"]
    return [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in found]


def all_files(folder):
    return sorted((str(p.relative_to(folder)), p.read_bytes()) for p in folder.rglob("*") if p.is_file())


@pytest.mark.parametrize("lang", ["id", "en"])
def test_from_the_template_to_a_projection_that_starts_at_the_new_figures(open_data, baselines, lang):
    words, page = WORDS[lang], open_data(lang)
    workbook = template(page, lang)
    sheet = workbook.worksheets[0]
    names, total = [], 0
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, 2).value:
            asn, enrolled = (6000, 300) if row == 60 else (40 + row, 10 + row % 25)
            sheet.cell(row, 4, asn), sheet.cell(row, 5, enrolled)
            names, total = [*names, sheet.cell(row, 2).value], total + enrolled
    assert len(names) == 59 and total == 1_524
    filled = saved(workbook)
    upload(page, "isi.xlsx", libreoffice({"isi.xlsx": filled}, "xlsx")["isi"] if lang == "id" else filled)
    assert page.get_by_role("button", name=words["accept"]).count() == 0  # the month is not known yet
    choose(page, words["month"], words["september"])
    shown = f"{total:,}".replace(",", "." if lang == "id" else ",")
    assert f"974 → {shown}" in page.get_by_role("main").inner_text()
    shipped = {"README.md", "contoh", KENDAL, f"{KENDAL}-38", "selayar-2023-03"}
    assert {folder.name for folder in baselines.iterdir()} == shipped

    dialog = accept(page, lang)
    made = read_baseline(baselines / "kendal-2025-09")
    assert made.enrolled.sum() == total and made.own_figures.all() and set(made.unit_names) == set(names)
    assert f"974 → {shown}" in dialog.inner_text()
    does(page, dialog.get_by_role("button", name=words["use"]).click)
    assert (
        shown in page.locator("h1").inner_text()
        and words["september"] in page.locator(".st-key-head").inner_text()
    )

    go(page, words["overview"])
    wait_drawn(page, "enrolment")
    lines = page.locator(".chart-plot[data-key=enrolment]").evaluate(
        "node => node.data.map(line => Array.from(line.y ?? []))"
    )
    assert any(line and line[0] == total for line in lines)  # the projection starts there
    assert any(line and line[-1] == total and 724 in line for line in lines)  # and the history ends there

    go(page, words["units"])
    for chart in ("units_ranking", "units_heat", "units_tiles"):
        wait_drawn(page, chart)
    expect(page.locator(".row-table tbody tr:not(.head)")).to_have_count(59)
    assert shown in page.locator("tr[data-row=total]").inner_text()
    patean = page.locator("tr[data-row='33.24.04']").inner_text()
    assert "Patean" in patean and str(40 + 43) in patean
    kecamatan = page.locator(".chart-plot[data-key=units_tiles]").evaluate("node => node.data[0].hovertext")
    assert len(kecamatan) == 20 and all("%" in words for words in kecamatan)
    ranked = page.locator(".chart-plot[data-key=units_ranking]").evaluate("node => node.data[0].y.length")
    heated = page.locator(".chart-plot[data-key=units_heat]").evaluate("node => node.data[0].z.length")
    assert ranked == heated == 59

    page.get_by_role("button", name=words["undo"]).click()
    page.get_by_text("Agustus 2025" if lang == "id" else "August 2025").first.wait_for()


REFUSED = [
    (
        "daftar.xlsx",
        book(
            [
                ["Nama", "Kelompok", "ASN", "Peserta"],
                ["Dinas Sosial", "OPD", 70, "n/a"],
                ["Dinas Baru", "Dinass", 2.5, 4],
            ]
        ),
        [
            "3 hal perlu diperbaiki. Tidak ada yang diubah.",
            "Baris 2, kolom Peserta (Lembar1!D2)",
            "'n/a' bukan jumlah orang. Isi bilangan bulat 0 sampai",
            "Baris 3, kolom Kelompok",
        ],
    ),
    (
        "daftar.csv",
        b"Nama;Kelompok;ASN;Peserta\nDinas A;OPD;1700;120\nDinas B;OPD;400;400\n",
        ["Daftar memuat 2.100 ASN OPD, sedangkan jumlah publikasi 1.834"],
    ),
    (
        "daftar.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        ["Excel 97–2003 (.xls) tidak dibaca", "Excel Workbook (.xlsx)"],
    ),
    ("gambar.png", b"\x89PNG\r\n\x1a\n\0\0", ["bukan lembar kerja XLSX atau CSV"]),
]


def test_a_refused_file_says_why_and_leaves_nothing_behind(open_data, baselines, subtests):
    before = all_files(baselines)
    page = open_data()
    choose(page, "Bulan data", "Agustus 2025")  # the month of the totals, which are binding then
    for name, data, shown in REFUSED:
        with subtests.test(name):
            upload(page, name, data)
            for words in shown:
                expect(page.get_by_role("main")).to_contain_text(words, use_inner_text=True)
            assert page.get_by_role("button", name="Pakai data ini").count() == 0
            assert all_files(baselines) == before


def test_pasted_cells_are_reviewed_and_nothing_is_taken_until_confirmed(open_data, baselines):
    before = all_files(baselines)
    page = open_data("en")
    does(page, page.get_by_role("radio", name=WORDS["en"]["paste"]).click)
    choose(page, WORDS["en"]["month"], "August 2025")
    box = page.get_by_role("textbox", name=WORDS["en"]["cells"])
    box.fill("Name\tSegment\tASN\tEnrolled\nDinas Sosial\tOPD\t1,070\t20\nPatean\tKecamatan\t20\t12\n")
    does(page, lambda: box.press("Control+Enter"))
    shown = page.get_by_role("main").inner_text()
    assert (
        "Units that get figures of their own: 2; 974 enrolled in August 2025" in shown
        and "estimate → 1,070" in shown
        and "spread again" in shown
    )
    assert all_files(baselines) == before and violations(page) == []
    dialog = accept(page, "en")
    assert (baselines / "kendal-2025-08-v2" / "units.csv").is_file()
    assert violations(page) == []
    does(page, dialog.get_by_role("button", name=WORDS["en"]["later"]).click)
    assert (
        "August 2025" in page.locator("h1").inner_text()
        and page.locator(".st-key-data-row-kendal-2025-08-v2").count() == 1
    )
    assert page.get_by_role("textbox", name=WORDS["en"]["cells"]).input_value() == ""


def test_a_column_that_no_heading_names_is_chosen_on_screen(open_data, home, baselines):
    given = "Nama OPD;Tetap;Peserta;Bulan\nDinas Sosial;40;5;Okt 2025\n;;Kepala BKPSDM;\n"
    page = open_data()
    upload(page, "daftar.csv", given.encode())
    main = page.get_by_role("main")
    assert "kolom ASN tidak ada. Tunjukkan kolomnya" in main.inner_text()
    field = page.get_by_test_id("stMultiSelect").filter(has_text="ASN").get_by_role("combobox")
    field.scroll_into_view_if_needed()
    settle(page)
    field.fill("B · Tetap")
    does(page, page.get_by_role("option", name="B · Tetap").click)
    shown = main.inner_text()
    assert "Kolom yang dibaca: Nama A · ASN B · Peserta C · Bulan D" in shown
    assert "perkiraan → 40" in shown and "Baris 3: dilewati sampai baris 3: tanda tangan" in shown
    assert page.get_by_role("button", name="Pakai data ini").is_visible()
    assert '"asn": [' in (home / "data" / "list_columns.json").read_text(encoding="utf-8")


def test_figures_are_typed_row_by_row_on_screen(open_data, baselines):
    page = open_data()
    does(page, page.get_by_role("radio", name=WORDS["id"]["type"]).click)
    choose(page, "Bulan data", "Agustus 2025")
    for column, typed in ((4, "71"), (5, "21")):  # ASN and enrolled of the second office
        into_cell(page, column, 1, typed)
    shown = page.get_by_role("main").inner_text()
    assert "1 unit mendapat angka sendiri" in shown and "Sekretariat DPRD" in shown, shown[-600:]
    assert violations(page) == []
    accept(page, "id")
    made = read_baseline(baselines / "kendal-2025-08-v2")
    place = made.unit_names.index("Sekretariat DPRD")
    assert (made.asn[place], made.enrolled[place], made.own_figures.sum()) == (71, 21, 1)


def test_special_settings_without_a_unit_in_the_new_data_are_named_and_dropped_only_when_confirmed(
    open_data, home
):
    path = home / "scenarios" / "komitmen-september.json"
    shipped = path.read_bytes()
    content = json.loads(shipped)
    content["overrides"] = [{"unit": "OPD-01", **dict.fromkeys(OVERRIDE_SETTINGS), "target_share": 0.5}]
    path.write_text(json.dumps(content), encoding="utf-8")
    try:
        page = open_data()
        use = page.locator(".st-key-use-contoh").get_by_role("button")
        does(page, use.click)
        dialog = page.get_by_role("dialog")
        text = dialog.inner_text()
        assert "Diskominfo (kode OPD-01)" in text and "974 → 948" in text and "Unit: 59 → 39" in text
        does(page, dialog.get_by_role("button", name="Jangan sekarang").click)
        assert "Kabupaten Kendal" in page.locator("h1").inner_text()
        does(page, use.click)
        does(
            page,
            page.get_by_role("dialog")
            .get_by_role("button", name="Pakai, dan lepaskan 1 penetapan khusus")
            .click,
        )
        assert (
            "Kabupaten Contoh" in page.locator("h1").inner_text()
            and "Diskominfo (kode OPD-01)" in page.locator(".message").first.inner_text()
        )
        press(page, "Urungkan")
        assert "Kabupaten Kendal" in page.locator("h1").inner_text()
        does(page, use.click)
        assert (
            "Diskominfo (kode OPD-01)" in page.get_by_role("dialog").inner_text()
        )  # the override came back with the data
    finally:
        path.write_bytes(shipped)


def test_a_scenario_recorded_on_other_data_says_what_changed_when_opened(open_data, home):
    scenario = load("komitmen-september").scenario
    record = record_of(project(scenario, read_baseline_named(KENDAL), read_programme()), datetime(2026, 1, 2))
    moved = scenario.model_copy(update={"name": "Di data lain", "baseline": "contoh", "record": record})
    path = home / "scenarios" / "di-data-lain.json"
    path.write_bytes(scenario_bytes(moved))
    try:
        page = open_data(path="scenarios")
        does(page, page.locator(".st-key-row-di-data-lain").get_by_role("button", name="Buka").click)
        text = page.get_by_role("alert").first.inner_text()
        assert (
            "Saat disimpan, skenario ini memakai data lain." in text
            and "(kendal-2025-08) → Kabupaten Contoh" in text
            and "Peserta: 974 → 948" in text
        )
    finally:
        path.unlink()


def test_the_map_draws_shapes_where_there_are_any_and_tiles_with_a_word_where_they_are_broken(
    open_data, baselines
):
    tiles, path = read_tiles(baselines / KENDAL), baselines / KENDAL / "boundaries.geojson"
    corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    features = [
        {
            "type": "Feature",
            "properties": {"name": t.name},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[110 + (t.column + x) / 10, -6.9 - (t.row + y) / 10] for x, y in corners]],
            },
        }
        for t in tiles
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features[:-1]}), encoding="utf-8")
    page = open_data(path="units")
    wait_drawn(page, "units_shapes")
    assert page.locator(".chart-plot[data-key=units_tiles]").count() == 0
    assert (
        f"Tanpa batas wilayah dalam boundaries.geojson: {tiles[-1].name}."
        in page.get_by_role("main").inner_text()
    )
    assert (
        page.locator(".chart-plot[data-key=units_shapes] .js-fill").count() == 19 and violations(page) == []
    )
    marks = page.locator(".chart-plot[data-key=units_shapes] .point")
    names = page.locator(".chart-plot[data-key=units_shapes]").evaluate(
        "node => node.data.at(-1).hovertext.map(text => text.split(':')[0])"
    )
    does(page, lambda: marks.nth(names.index("Patean")).click(force=True))
    assert page.locator("h1").inner_text() == "Patean"

    path.write_text('{"type": "FeatureCollection", "features": [{}]}', encoding="utf-8")
    broken = open_data(path="units")
    wait_drawn(broken, "units_tiles")
    assert (
        "boundaries.geojson: features[0]: '' bukan kecamatan dalam data ini"
        in broken.get_by_role("alert").first.inner_text()
    )


def uneven(tiles):
    """A different shape for each tile: uneven rows and columns within 40 km, shared corners, one hole."""

    def corner(column, row):
        west = (0, 1.3, 2.1, 3.4, 3.9, 5.2, 6.0, 7.0)[column] + 0.12 * (row % 2)
        north = (0, 0.5, 1.0, 2.2, 4.0)[row] + 0.07 * (column % 3)
        return [round(109.9 + west * 0.055, 4), round(-6.9 - north * 0.07, 4)]

    for tile in tiles:
        ring = [corner(tile.column + x, tile.row + y) for x, y in ((0, 1), (1, 1), (1, 0), (0, 0), (0, 1))]
        (west, south), (east, north) = (
            tuple(pick(p[i] for p in ring) for i in (0, 1)) for pick in (min, max)
        )
        hole = [
            [west + (east - west) * x, south + (north - south) * y]
            for x, y in ((0.3, 0.3), (0.7, 0.3), (0.7, 0.7), (0.3, 0.7), (0.3, 0.3))
        ]
        yield {
            "type": "Feature",
            "properties": {"code": tile.code},
            "geometry": {"type": "Polygon", "coordinates": [ring, hole] if tile.name == "Patean" else [ring]},
        }


def names_keep_apart(chart, least):
    boxes = chart.evaluate("""node => [...node.querySelectorAll(".textpoint text")].filter(text => text.style.visibility !== "hidden").map(text => {
        const box = text.getBoundingClientRect();
        return [box.left, box.top, box.right, box.bottom];
    })""")
    assert len(boxes) >= least
    assert [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ] == []


def a_hole_is_empty(chart):
    assert len(chart.evaluate("node => node.data.at(-1).hovertext")) == 20
    inside = chart.evaluate("""node => {
        const place = node.data.findIndex(trace => (trace.text || "").startsWith?.("Patean"));
        const path = node.querySelectorAll(".js-fill")[place], box = path.getBBox();
        const at = share => { const point = node.querySelector("svg").createSVGPoint(); point.x = box.x + box.width * share; point.y = box.y + box.height / 2; return path.isPointInFill(point); };
        return [at(0.18), at(0.5), at(0.82)];
    }""")
    assert inside == [True, False, True]


def test_names_on_small_shapes_keep_apart_and_a_hole_is_empty(open_data, baselines, subtests):
    tiles = read_tiles(baselines / KENDAL)
    (baselines / KENDAL / "boundaries.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": list(uneven(tiles))}), encoding="utf-8"
    )
    page = open_data(path="units")
    drawn = wait_drawn(page, "units_shapes")
    chart = page.locator(".chart-plot[data-key=units_shapes]")
    for size, least in (((1440, 900), 8), ((1920, 1080), 8), ((390, 844), 5)):
        with subtests.test(size=size):
            if size[0] != page.viewport_size["width"]:
                resize(page, *size)
                drawn = wait_drawn(page, "units_shapes", after=drawn)
                settle(page)
            names_keep_apart(chart, least)
            a_hole_is_empty(chart)


def test_the_page_fits_every_screen_is_clean_in_axe_and_asks_nothing_of_any_other_machine(open_data, url):
    page = open_data()
    for lang in ("id", "en"):
        if lang == "en":
            speak(page, lang)
        settle(page)
        assert violations(page) == [], lang
        assert lang == "en" or english_names(page) == []
    for width, height in ((1440, 900), (1920, 1080), (1024, 768), (390, 844)):
        resize(page, width, height)
        assert page.get_by_test_id("stMain").evaluate("node => node.scrollWidth <= node.clientWidth"), (
            width,
            height,
        )
    assert [address for address in page.addresses if not address.startswith((url, "data:", "blob:"))] == []


def test_on_a_telephone_a_list_is_reviewed_without_scrolling_sideways(open_data, baselines):
    page = open_data("id", size=(390, 844))
    settle(page)  # the sidebar folds away
    choose(page, "Bulan data", "September 2025")
    upload(
        page,
        "daftar.csv",
        b"Nama;Kelompok;ASN;Peserta\nDinas Pengendalian Penduduk;OPD;70;20\nPatean;Kecamatan;20;12\n",
    )
    page.get_by_role("button", name="Pakai data ini").wait_for()
    assert (
        page.get_by_test_id("stMain").evaluate("node => node.scrollWidth <= node.clientWidth")
        and violations(page) == []
    )
    accept(page, "id")
    dialog = page.get_by_role("dialog").bounding_box()
    assert dialog["x"] >= 0 and dialog["x"] + dialog["width"] <= 390


def test_what_was_given_is_still_there_after_another_page_and_in_the_other_language(open_data, baselines):
    page, words = open_data(), WORDS

    def month_of(lang):
        return page.get_by_role("combobox", name=words[lang]["month"]).input_value()

    upload(page, "daftar.csv", b"Nama;ASN;Peserta\nDinas Sosial;70;33\n")
    choose(page, "Bulan data", "Agustus 2026")
    page.get_by_role("button", name=words["id"]["accept"]).wait_for()
    go(page, "Ringkasan")
    go(page, "Data")
    page.get_by_text("daftar.csv masih dipakai.").wait_for()
    page.get_by_role("button", name=words["id"]["accept"]).wait_for()
    assert month_of("id") == "Agustus 2026"
    speak(page, "en")
    page.get_by_role("button", name=words["en"]["accept"]).wait_for()
    assert month_of("en") == "August 2026" and page.get_by_text("daftar.csv is still in use.").is_visible()

    does(page, page.get_by_role("radio", name=words["en"]["type"]).click)
    into_cell(page, 4, 2, "9")
    into_cell(page, 5, 2, "3")
    accept_button = page.get_by_role("button", name=words["en"]["accept"])
    accept_button.wait_for()
    before = page.get_by_role("table").last.inner_text()
    assert "→ 3" in before
    assert page.get_by_role("combobox", name="Building upon").input_value().startswith("Kendal Regency")
    speak(page, "id")
    go(page, "Ringkasan")
    go(page, "Data")
    speak(page, "en")
    accept_button.wait_for()
    assert page.get_by_role("table").last.inner_text() == before
