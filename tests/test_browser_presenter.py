"""A presenter's hour from start to end: three scenarios, a lever, undo, replay, explain, agree, the pack."""

import io
import json

import openpyxl
import pytest
from pptx import Presentation
from rendered import pages

from tests.browser import does, hosts_requested, wait_done, wait_drawn

STEMS = ("komitmen-september", "dua-puluh-persen-2026", "semua-100-persen")
TOKEN = "00c0ffee00c0ffee"


def press(page, key):
    does(page, lambda: page.keyboard.press(key))


def button(page, words):
    return page.get_by_role("button", name=words, exact=True).filter(visible=True).first


def shown(page, part):
    return page.locator(f".mt-{part}").inner_text().replace("\n", " ").replace("\u00a0", " ")


def fetched(page, words):
    with page.expect_download() as download:
        page.get_by_role("button", name=words).click()
    return download.value.path().read_bytes()


@pytest.fixture
def meeting(open_page, url, home, files):
    """The meeting mode at 1280×720, opened by its key, on a list of three scenarios."""
    drafts = home / "scenarios" / ".drafts"
    drafts.mkdir(exist_ok=True)
    (drafts / f"{TOKEN}.meeting.json").write_text(
        json.dumps([{"stem": stem, "draft": None, "here": i == 0} for i, stem in enumerate(STEMS)])
    )
    page = open_page(f"{url}/?draft={TOKEN}", 1280, 720)
    wait_done(page)
    page.wait_for_function("document.documentElement.dataset.keys === 'm'")
    page.keyboard.press("m")
    page.wait_for_function("document.documentElement.dataset.keys?.includes('PageDown')")
    wait_drawn(page, "meeting-chart")
    wait_done(page)
    return page


def test_from_the_first_scenario_to_the_pack(meeting, files):
    page = meeting
    seen = [page.locator(".mt-name b").first.inner_text()]
    for _ in range(2):  # a presenter's remote
        press(page, "PageDown")
        seen.append(page.locator(".mt-name b").first.inner_text())
    assert seen == [
        json.loads((files / f"{stem}.json").read_text(encoding="utf-8"))["name"] for stem in STEMS
    ]
    press(page, "PageUp")
    press(page, "PageUp")

    # try a lever in both directions
    before = shown(page, "number")
    does(page, lambda: page.locator("input[type=range]").press("End"))
    page.keyboard.press("Escape")  # releases the lever
    after = shown(page, "number")
    assert before == "1.256" and after == "2.517"
    press(page, "z")
    assert shown(page, "number") == before
    press(page, "y")
    page.keyboard.press("p")
    page.get_by_text("sebelum perubahan", exact=True).wait_for()
    page.get_by_text("dibanding sebelum perubahan", exact=True).wait_for()
    assert shown(page, "number") == after

    # leaving keeps the change; the overview says what it moved
    page.keyboard.press("Escape")
    button(page, "Keluar, simpan nanti").click()
    page.locator(".st-key-nav").wait_for()
    wait_done(page)
    moved = page.locator(".moved").inner_text().replace("\u00a0", " ")
    assert (
        "Partisipasi minimal OPD: 0 % → 100 %" in moved
        and "bertambah 1.261, dari 18 OPD yang baru sebagian ASN-nya ikut" in moved
    )

    # written down, proposed and agreed
    does(page, page.get_by_role("link", name="Skenario", exact=True).click)
    does(page, page.get_by_text("Catatan keputusan (0)").click)
    button(page, "Tambah catatan").click()
    dialog = page.get_by_role("dialog")
    for label, words in (
        ("Pertanyaan", "Bila semua OPD penuh?"),
        ("Keputusan", "Semua OPD 100 % dalam 12 bulan."),
        ("Penanggung jawab", "Sekretaris Daerah"),
    ):
        dialog.get_by_label(label, exact=True).fill(words)
    does(page, dialog.get_by_role("button", name="Masukkan ke catatan").click)
    for words in ("Usulkan", "Sepakati…", "Ya, sepakati dan kunci"):
        does(page, button(page, words).click)
    agreed = json.loads((files / "komitmen-september.json").read_text(encoding="utf-8"))
    assert agreed["status"] == "agreed" and agreed["participation"]["opd"]["target_share"] == 1.0

    # the exact reasons why it differs from another scenario
    does(page, page.get_by_role("link", name="Bandingkan", exact=True).click)
    wait_drawn(page, "compare")
    does(page, page.locator(".st-key-why summary").click)
    wait_drawn(page, "why-chart")
    bars, ends = page.locator(".chart-plot[data-key=why-chart]").evaluate(
        "node => [node.data[1].x, node.data[2].x]"
    )
    assert bars and sum(bars) == pytest.approx(ends[1] - ends[0])

    # the pack contains what was agreed, with the same numbers
    does(page, page.get_by_role("link", name="Bagikan", exact=True).click)
    page.locator(".copy-text textarea").wait_for()
    deck = Presentation(io.BytesIO(fetched(page, "Presentasi (PPTX)")))
    words = "\n".join(
        shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
    )
    words += "\n".join(
        cell.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    )
    assert after in words and "Semua OPD 100 % dalam 12 bulan." in words and "disepakati" in words
    (brief,) = pages(fetched(page, "Ringkasan (PDF)"))
    assert after in brief.text and "Sekretaris Daerah" in brief.text
    assert len(pages(fetched(page, "Lembar unit (PDF)"))) == 9
    book = openpyxl.load_workbook(io.BytesIO(fetched(page, "Buku kerja (XLSX)")))
    assert any(
        cell == "Sekretaris Daerah"
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    )
    assert page.locator(".copy-text textarea").input_value().count("disepakati") >= 1
    assert hosts_requested(page) == {"127.0.0.1"}
