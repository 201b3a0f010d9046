"""Scenario files and their comparison in a real browser: saved, reloaded, compared, and no work lost."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from simulator.store import scenario_store as store
from tests.browser import (
    choose,
    does,
    english_names,
    go,
    hosts_requested,
    opened,
    resize,
    slider,
    wait_done,
    wait_drawn,
)

SIZES = [(1440, 900), (1920, 1080), (1024, 768), (390, 844)]


def button(page, words):
    """The first visible button with this text."""
    return page.get_by_role("button", name=words, exact=True).filter(visible=True).first


def click(page, words):
    does(page, button(page, words).click)


def click_in(place, words):
    """Press a button in a dialog or a row, which opens or closes something without waiting for a run."""
    place.get_by_role("button", name=words, exact=True).filter(visible=True).first.click()


def row(page, stem):
    return page.locator(f".st-key-row-{stem}")


def manage(page, stem, words="Kelola"):
    """Open the dialog of one file."""
    does(page, row(page, stem).get_by_role("button", name=words).click)
    return page.get_by_role("dialog")


def message(page):
    return page.locator(".message").first.inner_text()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "id",
            {
                "scenarios": "Skenario",
                "compare": "Bandingkan",
                "save_as": "Simpan dengan nama lain",
                "name": "Nama baru",
                "save": "Simpan",
                "saved": "tersimpan",
                "which": "Skenario (2 sampai 6)",
                "row": "Partisipasi minimal OPD",
                "sure": "Hasil sama dengan saat disimpan",
            },
        ),
        (
            "en",
            {
                "scenarios": "Scenarios",
                "compare": "Compare",
                "save_as": "Save under another name",
                "name": "New name",
                "save": "Save",
                "saved": "has been saved",
                "which": "Scenarios (2 to 6)",
                "row": "Floor of participation, OPD",
                "sure": "Same results as when it was saved",
            },
        ),
    ],
)
def test_save_reload_and_compare(open_page, url, files, lang, words):
    page = opened(open_page, url, "scenarios", lang)
    lever = {"id": "OPD, % ASN", "en": "OPD, % of ASN"}[lang]
    does(page, lambda: slider(page, lever).press("End"))
    click(page, words["save_as"])
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(words["name"]).fill("OPD penuh")
    does(page, lambda: click_in(dialog, words["save"]))
    assert words["saved"] in message(page)
    written = json.loads((files / "opd-penuh.json").read_text(encoding="utf-8"))
    assert (
        written["participation"]["opd"]["target_share"] == 1.0
        and written["record"]["headline"]["enrolled_at_horizon"] == 2517
    )

    page.reload()
    wait_done(page)
    assert slider(page, lever).input_value() == "100"
    fresh = opened(open_page, url, "scenarios", lang)  # another session, which reads the file
    does(fresh, row(fresh, "opd-penuh").get_by_test_id("stButton").get_by_role("button").first.click)
    assert words["sure"] in message(fresh)
    assert slider(fresh, lever).input_value() == "100"

    go(fresh, words["compare"])
    wait_drawn(fresh, "compare")
    chooser = fresh.get_by_role("combobox", name=words["which"])
    chooser.fill("Komitmen")
    if "Komitmen September" not in fresh.get_by_test_id("stMultiSelect").inner_text():
        does(fresh, lambda: chooser.press("Enter"))
    heads = fresh.locator(".compare thead").first.inner_text()
    assert "OPD penuh" in heads and "Komitmen September" in heads
    differs = fresh.locator(".compare.words tr", has_text=words["row"]).inner_text()
    assert "100 %" in differs and "0 %" in differs
    assert "OPD penuh" in fresh.locator("h1").inner_text()
    shown = {"id": "2.517", "en": "2,517"}[lang]
    does(fresh, fresh.locator(".compare td button", has_text=shown).first.click)
    assert shown in fresh.get_by_role("dialog").inner_text()  # the source of this number


def test_the_header_saves_from_any_page(open_page, url, files):
    page = opened(open_page, url, "")
    before = (files / "komitmen-september.json").read_bytes()
    does(page, lambda: slider(page, "Kecamatan, % ASN").press("End"))
    click(page, "Simpan")
    after = json.loads((files / "komitmen-september.json").read_text(encoding="utf-8"))
    assert after["participation"]["kecamatan"]["target_share"] == 1.0 and after["record"] is not None
    assert "belum disimpan" not in page.locator(".st-key-head").inner_text()
    assert (files / "komitmen-september.json").read_bytes() != before


def test_a_newer_version_on_disk_is_reported_and_nothing_is_overwritten(open_page, url, files):
    page = opened(open_page, url, "")
    elsewhere = (
        (files / "komitmen-september.json")
        .read_text(encoding="utf-8")
        .replace('"author": ""', '"author": "Rekan"')
    )
    does(page, lambda: slider(page, "OPD, % ASN").press("End"))
    (files / "komitmen-september.json").write_text(elsewhere, encoding="utf-8")
    click(page, "Simpan")
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("sudah berubah sejak dibuka di sini").wait_for()
    assert dialog.get_by_label("Nama baru").input_value() == "Komitmen September (2)"
    does(page, lambda: click_in(dialog, "Simpan"))
    assert (files / "komitmen-september.json").read_text(encoding="utf-8") == elsewhere
    assert (
        json.loads((files / "komitmen-september-2.json").read_text(encoding="utf-8"))["participation"]["opd"][
            "target_share"
        ]
        == 1.0
    )

    other = opened(open_page, url, "")
    does(other, lambda: slider(other, "OPD, % ASN").press("End"))
    (files / "komitmen-september.json").write_text(elsewhere.replace("Rekan", "Rekan lain"), encoding="utf-8")
    click(other, "Simpan")
    does(
        other,
        lambda: click_in(other.get_by_role("dialog"), "Buka versi di berkas, tinggalkan perubahan saya"),
    )
    assert slider(other, "OPD, % ASN").input_value() == "0"


def test_unsaved_changes_are_asked_about_before_another_is_opened(open_page, url, files):
    page = opened(open_page, url, "scenarios")
    does(page, lambda: slider(page, "OPD, % ASN").press("End"))
    does(page, row(page, "tren-19-per-bulan").get_by_role("button", name="Buka").click)
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("perubahan itu hilang").wait_for()
    does(page, lambda: click_in(dialog, "Batal"))
    assert slider(page, "OPD, % ASN").input_value() == "100"
    does(page, row(page, "tren-19-per-bulan").get_by_role("button", name="Buka").click)
    does(page, lambda: click_in(page.get_by_role("dialog"), "Simpan dulu, lalu buka"))
    assert (
        json.loads((files / "komitmen-september.json").read_text(encoding="utf-8"))["participation"]["opd"][
            "target_share"
        ]
        == 1.0
    )
    assert slider(page, "OPD, % ASN").input_value() == "0"
    assert "Tren 19 per bulan" in page.locator(".st-key-head").inner_text()


def test_a_file_is_renamed_copied_deleted_and_restored(open_page, url, files):
    page = opened(open_page, url, "scenarios")
    dialog = manage(page, "tren-19-per-bulan")
    dialog.get_by_label("Nama baru").fill("komitmen SEPTEMBER ")
    click_in(dialog, "Ganti nama")
    dialog.get_by_text("sudah dipakai skenario lain").wait_for()
    dialog.get_by_label("Nama baru").fill("Tren lambat")
    does(page, lambda: click_in(dialog, "Ganti nama"))
    assert (
        "Tren lambat" in message(page)
        and (files / "tren-19-per-bulan.json").exists()
        and not (files / "tren-lambat.json").exists()
    )
    dialog = manage(page, "tren-19-per-bulan")
    dialog.get_by_text("Riwayat (2 versi)").click()
    dialog.get_by_text("Nama diganti dari “Tren 19 per bulan”").wait_for()
    assert (
        dialog.get_by_text("Nama: Tren 19 per bulan").count() == 1
        and dialog.get_by_text("Nama: Tren lambat").count() == 0
    )
    does(page, lambda: click_in(dialog, "Buat salinan"))
    assert (files / "tren-lambat-salinan.json").exists()
    dialog = manage(page, "tren-19-per-bulan")
    does(page, lambda: click_in(dialog, "Hapus"))
    assert not (files / "tren-19-per-bulan.json").exists() and row(page, "tren-19-per-bulan").count() == 0
    does(page, page.get_by_text("Tempat sampah (1)").click)
    does(page, page.locator("[class*=st-key-row-trash]").get_by_role("button", name="Pulihkan").click)
    assert (files / "tren-19-per-bulan.json").exists()
    expect(row(page, "tren-19-per-bulan")).to_have_count(1)


def test_work_has_its_file_again_when_that_comes_back_from_the_trash(open_page, url, files):
    page = opened(open_page, url, "scenarios")
    dialog = manage(page, "komitmen-september")
    does(page, lambda: click_in(dialog, "Hapus"))
    head = page.locator(".st-key-head")
    assert "belum disimpan" in head.inner_text()
    expect(page.get_by_text("Belum punya berkas.")).to_have_count(1)
    does(page, page.get_by_text("Tempat sampah (1)").click)
    does(page, page.locator("[class*=st-key-row-trash]").get_by_role("button", name="Pulihkan").click)
    assert (
        "belum disimpan" not in head.inner_text()
        and page.get_by_text("Berkas: komitmen-september.json").count() == 1
    )
    does(page, lambda: slider(page, "OPD, % ASN").press("End"))
    click(page, "Simpan")  # without asking for a name
    assert (
        json.loads((files / "komitmen-september.json").read_text(encoding="utf-8"))["participation"]["opd"][
            "target_share"
        ]
        == 1.0
    )


def test_the_header_shows_a_name_as_it_is_written(open_page, url, files):
    content = json.loads((files / "tren-19-per-bulan.json").read_text(encoding="utf-8"))
    for stem, name in (("spasi", "Nama "), ("tanda", "*Nama* <b>_dua_</b> ")):
        (files / f"{stem}.json").write_text(json.dumps(content | {"name": name}), encoding="utf-8")
        page = opened(open_page, url, "scenarios")
        does(page, row(page, stem).get_by_role("button", name="Buka").click)
        assert page.locator(".st-key-head strong").inner_text().strip() == name.strip()


def test_a_broken_file_is_marked_with_its_problems_and_the_list_goes_on(open_page, url, files):
    content = json.loads((files / "contoh.json").read_text(encoding="utf-8"))
    content["horizon_months"], content["target"]["month"] = 0, "kapan-kapan"
    (files / "rusak.json").write_text(json.dumps(content), encoding="utf-8")
    page = opened(open_page, url, "scenarios")
    shown = row(page, "rusak").inner_text()
    assert (
        "Tidak dapat dibaca" in shown
        and "horizon_months: 0 di luar batas. Isi 1 sampai 120." in shown
        and "target.month" in shown
    )
    expect(row(page, "komitmen-september")).to_have_count(1)


def test_an_uploaded_file_is_read_as_strictly_and_added_under_a_free_name(open_page, url, files):
    page = opened(open_page, url, "scenarios")
    good = (files / "contoh.json").read_bytes()
    count = len(list(files.glob("*.json")))
    upload = page.get_by_test_id("stFileUploaderDropzoneInput")
    broken = good.replace(b'"horizon_months": ', b'"horizon_months": "x", "colour": ')
    does(
        page,
        lambda: upload.set_input_files(
            {"name": "rusak.json", "mimeType": "application/json", "buffer": broken}
        ),
    )
    page.get_by_text("tidak dimuat. Tidak ada yang diubah. 2 masalah:").wait_for()
    assert len(list(files.glob("*.json"))) == count
    does(
        page,
        lambda: upload.set_input_files({"name": "baik.json", "mimeType": "application/json", "buffer": good}),
    )
    page.get_by_text("sudah dipakai skenario lain").wait_for()
    assert page.get_by_label("Nama baru").input_value() == "Contoh: semua tuas digerakkan (2)"
    page.get_by_label("Nama baru").fill("Dari rekan")
    click(page, "Tambahkan ke daftar")
    assert json.loads((files / "dari-rekan.json").read_text(encoding="utf-8"))["name"] == "Dari rekan"


def test_name_and_description_are_edited_and_a_taken_name_is_refused(open_page, url, files):
    page = opened(open_page, url, "scenarios")
    name = page.get_by_label("Nama", exact=True)
    name.fill("tren 19 PER bulan")
    does(page, lambda: name.press("Enter"))
    assert "sudah dipakai skenario lain" in page.get_by_test_id("stAlertContainer").inner_text()
    assert page.get_by_label("Nama", exact=True).input_value() == "Komitmen September"
    name.fill("Komitmen kita")
    does(page, lambda: name.press("Enter"))
    assert "Komitmen kita" in page.locator(".st-key-head").inner_text()
    click(page, "Urungkan")
    assert page.get_by_label("Nama", exact=True).input_value() == "Komitmen September"
    click(page, "Ulangi")
    click(page, "Simpan")  # the same file under another name, as its history notes
    newest, *_ = store.versions("komitmen-september", files)
    assert (newest.scenario.name, newest.note) == ("Komitmen kita", "Nama diganti dari “Komitmen September”")


def test_reference_and_chart_are_chosen_and_still_there_after_another_page(open_page, url):
    page = opened(open_page, url, "compare")
    drawn = wait_drawn(page, "compare")
    choose(page, "Skenario (2 sampai 6)", "20 % pada Desember 2026")
    page.keyboard.press("Escape")
    choose(page, "Dibandingkan dengan", "20 % pada Desember 2026")
    does(page, page.get_by_test_id("stMain").get_by_text("Iuran kumulatif", exact=True).click)
    wait_drawn(page, "compare", after=drawn)

    def seen():
        heads = page.locator(".compare thead").first.inner_text().split("\t")
        name, end = page.locator(".chart-plot[data-key=compare]").evaluate(
            """node => {
                const line = node.data.find(({ name }) => name && name !== "yang wajar terjadi");
                return [line.name, Math.round(line.y.at(-1))];
            }"""
        )
        return heads[1], name, end

    assert seen() == ("20 % pada Desember 2026", "20 % pada Desember 2026", 591)  # Rp million by August 2027
    go(page, "Skenario")
    go(page, "Bandingkan")
    wait_drawn(page, "compare")
    assert seen() == ("20 % pada Desember 2026", "20 % pada Desember 2026", 591)


def test_seven_scenarios_are_refused_in_words_and_six_are_all_seen_with_contoh_marked(open_page, url):
    page = opened(open_page, url, "compare")
    wait_drawn(page, "compare")
    assert page.locator(".fictitious").count() == 0
    box = page.get_by_role("combobox", name="Skenario (2 sampai 6)")
    for name in ("Contoh", "Tiap", "Tren 123", "Tren 19"):
        box.click()
        box.fill(name)
        does(page, page.get_by_role("option").first.click)
    page.keyboard.press("Escape")
    assert (
        "Paling banyak 6 skenario sekaligus. Belum dibandingkan: "
        in page.get_by_test_id("stAlertContainer").first.inner_text()
    )
    expect(page.locator(".fictitious")).to_have_count(1)
    assert "tidak diberi peringkat" in page.get_by_role("heading", level=1).inner_text()
    heads = page.locator(".compare").first.locator("thead th")
    expect(heads).to_have_count(7)
    edges = page.locator(".compare").evaluate_all(
        "all => all.map(table => table.scrollWidth - table.clientWidth)"
    )
    assert max(edges) <= 0, edges


@pytest.mark.parametrize("path", ["scenarios", "compare"])
def test_a_page_fits_every_screen_and_axe_finds_nothing(open_page, url, path):
    for lang in ("id", "en"):
        page = opened(open_page, url, path, lang)
        if path == "compare":
            wait_drawn(page, "compare")
        found = Axe().run(page).response["violations"]
        assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found] == []
        assert lang == "en" or english_names(page) == []
        assert hosts_requested(page) == {"127.0.0.1"}
    for width, height in SIZES:
        resize(page, width, height)
        assert page.locator("[data-testid=stMain]").evaluate("e => e.scrollWidth - e.clientWidth") <= 1
        heading = page.locator("h1").bounding_box()
        assert heading["width"] <= width and heading["y"] < height
    assert page.get_by_test_id("stException").count() == 0


def test_what_offices_sent_back_is_merged_after_a_choice_where_they_differ(open_page, url, files):
    sent = json.loads((files / "komitmen-september.json").read_text(encoding="utf-8"))
    override = {"unit": "OPD-26", "workers_per_asn": None, "join_month": None}

    def returned(name, share):
        content = sent | {"overrides": [override | {"target_share": share}]}
        return {"name": name, "mimeType": "application/json", "buffer": json.dumps(content).encode()}

    page = opened(open_page, url, "scenarios")
    does(page, page.locator("summary").filter(has_text="Gabungkan berkas").click)
    upload = page.locator(".st-key-merge").get_by_test_id("stFileUploaderDropzoneInput")
    does(page, lambda: upload.set_input_files([returned("satu.json", 1.0), returned("dua.json", 0.5)]))
    page.get_by_text("Usulan untuk 1 unit dari 2 berkas; berbeda-beda untuk 1 unit").wait_for()
    page.get_by_text("Pilih dulu usulan untuk").wait_for()
    does(page, page.locator("label").filter(has_text="(dua.json)").last.click)
    click(page, "Tambahkan gabungan ke daftar")
    merged = json.loads((files / "komitmen-september-gabungan.json").read_text(encoding="utf-8"))
    assert [o["target_share"] for o in merged["overrides"]] == [0.5]
    assert merged["parent"] == "Komitmen September"
