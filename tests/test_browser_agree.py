"""Agreeing in a real browser: write down a decision, propose, agree, change a copy, and restore a version."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import does, opened, slider, wait_done, wait_drawn

WORDS = {
    "id": {
        "log": "Catatan keputusan",
        "add": "Tambah catatan",
        "question": "Pertanyaan",
        "expectation": "Dugaan sebelum dihitung",
        "finding": "Hasil hitungan",
        "decision": "Keputusan",
        "owner": "Penanggung jawab",
        "offer": "Pakai hasil sekarang",
        "take": "Masukkan ke catatan",
        "propose": "Usulkan",
        "agree": "Sepakati…",
        "yes": "Ya, sepakati dan kunci",
        "missing": "catat dulu satu keputusan",
        "proposed": "Diusulkan",
        "agreed": "Disepakati",
        "draft": "Rancangan",
        "lever": "OPD, % ASN",
        "undo": "Urungkan",
        "locked": "sudah disepakati, jadi terkunci",
        "parent": "Salinan dari “Komitmen September”",
        "save": "Simpan",
        "saved": "tersimpan",
        "new_name": "Nama baru",
        "result": "tidak tercapai menurut skenario ini: 1.256, kurang 813",
    },
    "en": {
        "log": "Decision log",
        "add": "Add an entry",
        "question": "Question",
        "expectation": "Expected beforehand",
        "finding": "Finding",
        "decision": "Decision",
        "owner": "Owner",
        "offer": "Use the present result",
        "take": "Put into the log",
        "propose": "Propose",
        "agree": "Agree…",
        "yes": "Yes, agree and lock",
        "missing": "first record one decision",
        "proposed": "Proposed",
        "agreed": "Agreed",
        "draft": "Draft",
        "lever": "OPD, % of ASN",
        "undo": "Undo",
        "locked": "is agreed and therefore locked",
        "parent": "Copied from “Komitmen September”",
        "save": "Save",
        "saved": "has been saved",
        "new_name": "New name",
        "result": "is not met in this scenario: 1,256, 813 short",
    },
}


def click(page, words):
    does(page, page.get_by_role("button", name=words, exact=True).filter(visible=True).first.click)


def head(page):
    return page.locator(".st-key-head").inner_text()


def written(files, stem):
    return json.loads((files / f"{stem}.json").read_text(encoding="utf-8"))


def violations(page):
    """What axe finds outside the tooltip of the hovered button, which Streamlit puts outside landmarks."""
    page.mouse.move(1, 1)
    page.get_by_role("tooltip").wait_for(state="detached")
    return [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in Axe().run(page).response["violations"]]


def manage(page, stem):
    """Open the dialog of one file, with its history."""
    does(page, page.locator(f".st-key-row-{stem}").get_by_role("button", name="Kelola").click)
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Riwayat (").click()
    dialog.get_by_text("isi berkas sekarang").wait_for()
    return dialog


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_decision_is_written_down_proposed_and_agreed_and_a_moved_lever_makes_a_copy(
    open_page, url, files, lang
):
    words = WORDS[lang]
    page = opened(open_page, url, "scenarios", lang)
    click(page, words["propose"])
    assert words["proposed"] in head(page)
    expect(page.get_by_text(words["missing"])).to_have_count(1)
    assert page.get_by_role("button", name=words["agree"]).is_disabled()

    does(page, page.get_by_text(f"{words['log']} (0)").click)
    page.get_by_role("button", name=words["add"]).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(words["question"]).fill("Cukupkah komitmen September?")
    dialog.get_by_label(words["expectation"]).fill("Ya, kata ruangan.")
    dialog.get_by_role("button", name=words["offer"]).click()
    finding = dialog.get_by_label(words["finding"])
    page.wait_for_function(
        "([node, words]) => node.value.includes(words)", arg=[finding.element_handle(), words["result"]]
    )
    wait_done(page)  # until then, a field that the offer moved appears twice
    dialog.get_by_label(words["decision"], exact=True).fill("Tambah OPD.\nUkur lagi <b>Desember</b>.")
    dialog.get_by_label(words["owner"]).fill("Sekretaris Daerah")
    assert violations(page) == []
    does(page, dialog.get_by_role("button", name=words["take"]).click)
    shown = page.locator(".decision").inner_text()
    assert "Cukupkah komitmen September?" in shown and words["result"] in shown and "<b>Desember</b>" in shown

    click(page, words["agree"])
    assert written(files, "komitmen-september")["status"] == "draft"  # so far only the confirmation is shown
    click(page, words["yes"])
    agreed = written(files, "komitmen-september")
    assert (agreed["schema_version"], agreed["status"], agreed["decisions"][0]["owner"]) == (
        3,
        "agreed",
        "Sekretaris Daerah",
    )
    assert words["agreed"] in head(page) and page.get_by_role("button", name=words["undo"]).is_disabled()
    assert violations(page) == []

    does(page, lambda: slider(page, words["lever"]).press("End"))
    assert words["locked"] in page.locator(".message").first.inner_text()
    assert (
        "Komitmen September (2)" in head(page)
        and words["draft"] in head(page)
        and page.get_by_text(words["parent"]).count() == 1
    )
    click(page, words["undo"])
    assert words["agreed"] in head(page) and slider(page, words["lever"]).input_value() == "0"
    does(page, lambda: slider(page, words["lever"]).press("End"))
    page.reload()
    wait_done(page)
    assert slider(page, words["lever"]).input_value() == "100" and "Komitmen September (2)" in head(page)

    click(page, words["save"])
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(words["new_name"]).wait_for()
    does(page, dialog.get_by_role("button", name=words["save"], exact=True).click)
    copy = written(files, "komitmen-september-2")
    assert (
        copy["status"],
        copy["parent"],
        copy["decisions"],
        copy["participation"]["opd"]["target_share"],
    ) == ("draft", "Komitmen September", [], 1.0)
    assert written(files, "komitmen-september") == agreed
    assert page.get_by_role(
        "button", name=words["undo"]
    ).is_disabled()  # with its own file, the copy has no undo back to the agreed one


def test_an_agreed_file_is_not_renamed_and_is_deleted_only_after_a_question(open_page, url, files):
    (files / "sepakat.json").write_text(
        json.dumps(written(files, "contoh") | {"name": "Sepakat", "status": "agreed"}), encoding="utf-8"
    )
    page = opened(open_page, url, "scenarios")
    does(page, page.locator(".st-key-row-sepakat").get_by_role("button", name="Kelola").click)
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("tidak dapat diganti namanya").wait_for()
    assert (
        dialog.get_by_label("Nama baru").count() == 0
        and dialog.get_by_role("button", name="Hapus").is_disabled()
    )
    dialog.get_by_text("Saya yakin").click()
    page.wait_for_function(
        "() => [...document.querySelectorAll('[role=dialog] button')].some(b => b.innerText === 'Hapus' && !b.disabled)"
    )
    does(page, dialog.get_by_role("button", name="Hapus").click)
    assert not (files / "sepakat.json").exists()
    does(page, page.get_by_text("Tempat sampah (1)").click)
    does(page, page.locator("[class*=st-key-row-trash]").get_by_role("button", name="Pulihkan").click)
    assert written(files, "sepakat")["status"] == "agreed"


def test_a_version_is_noted_looked_up_compared_and_restored(open_page, url, files):
    page = opened(open_page, url, "scenarios")
    does(page, lambda: slider(page, "OPD, % ASN").press("End"))
    note = page.get_by_label("Catatan untuk versi ini")
    note.fill("Semua OPD penuh")
    does(page, lambda: note.press("Enter"))
    click(page, "Simpan")
    assert page.get_by_label("Catatan untuk versi ini").input_value() == ""
    does(page, lambda: slider(page, "Kecamatan, % ASN").press("End"))
    click(page, "Simpan")  # saved with one press and without a note

    dialog = manage(page, "komitmen-september")
    assert "Riwayat (3 versi)" in dialog.inner_text() and "Semua OPD penuh" in dialog.inner_text()
    dialog.get_by_role("button", name="Lihat").nth(1).click()
    dialog.get_by_text("Partisipasi minimal OPD: dulu 0 %, sekarang 100 %").wait_for()
    dialog.get_by_text("Partisipasi minimal kecamatan: dulu 0 %, sekarang 100 %").wait_for()
    assert violations(page) == []
    does(page, dialog.get_by_role("button", name="Bandingkan dengan yang sekarang").click)
    wait_drawn(page, "compare")
    heads = page.locator(".compare thead").first.inner_text()
    assert (
        "Komitmen September, versi" in heads
        and page.locator(".compare.words tr", has_text="Partisipasi minimal OPD").count() == 1
    )

    does(page, page.get_by_role("link", name="Skenario", exact=True).click)
    does(page, lambda: slider(page, "OPD, % ASN").press("Home"))  # unsaved work on the same file
    dialog = manage(page, "komitmen-september")
    dialog.get_by_role("button", name="Lihat").nth(1).click()
    does(page, dialog.get_by_role("button", name="Pulihkan versi ini").click)
    assert "dipulihkan: “Komitmen September”" in page.locator(".message").first.inner_text()
    assert written(files, "komitmen-september")["participation"]["kecamatan"]["target_share"] == 0.0
    assert slider(page, "Kecamatan, % ASN").input_value() == "0" and "tersimpan" in head(page)
    click(page, "Urungkan")  # the unsaved work is one undo step away
    assert (slider(page, "OPD, % ASN").input_value(), slider(page, "Kecamatan, % ASN").input_value()) == (
        "0",
        "100",
    )
    dialog = manage(page, "komitmen-september")
    assert "Riwayat (4 versi)" in dialog.inner_text() and "Dipulihkan dari versi" in dialog.inner_text()


def test_a_saving_that_was_cut_off_and_an_unreadable_version_are_reported(open_page, url, files):
    page = opened(open_page, url, "scenarios")
    before = (files / "komitmen-september.json").read_bytes()
    for press in ("End", "Home"):
        does(page, lambda press=press: slider(page, "Kecamatan, % ASN").press(press))
        click(page, "Simpan")
    versions = sorted((files / ".history" / "komitmen-september").glob("*.json"))
    assert json.loads(versions[0].read_bytes())["scenario"] == json.loads(before)
    (files / "komitmen-september.json").write_text(
        json.dumps(json.loads(versions[1].read_bytes())["scenario"], ensure_ascii=False, indent=2) + "\n",
        encoding="utf-8",
    )
    versions[0].write_bytes(versions[0].read_bytes()[:200])
    dialog = manage(page, "komitmen-september")
    shown = dialog.inner_text()
    assert "belum sampai ke berkas: penyimpanannya terputus" in shown and "tidak dapat dibaca" in shown
