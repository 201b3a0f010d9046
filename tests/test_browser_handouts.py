"""Hand-outs in a real browser: buttons give their files, the message is copied, unsaved changes show."""

import io
import subprocess
import sys

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from pptx import Presentation
from rendered import pages

from tests.browser import ROOT, choose, hosts_requested, resize, run_count, slider, wait_done


@pytest.fixture
def open_handouts(open_page, program_url):
    def open_in(lang: str = "id", width: int = 1440, height: int = 900):
        page = open_page(f"{program_url}/handouts?lang={lang}", width, height)
        wait_done(page)
        page.locator(".copy-text textarea").wait_for()
        return page

    return open_in


def fetched(page, words: str) -> tuple[str, bytes]:
    """Name and content of the file that a button downloads."""
    with page.expect_download() as download:
        page.get_by_role("button", name=words).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_each_button_gives_its_file_of_the_chosen_scenarios(open_handouts):
    page = open_handouts()
    choose(page, "Skenario lain", "Semua OPD dan kecamatan 100 %")
    page.keyboard.press("Escape")
    name, brief = fetched(page, "Ringkasan (PDF)")
    (only,) = pages(brief)
    assert (
        name == "komitmen-september-ringkasan.pdf"
        and "1.256" in only.text
        and "Semua OPD dan kecamatan 100 %" in only.text
    )
    name, units = fetched(page, "Lembar unit (PDF)")
    assert name == "komitmen-september-unit.pdf" and len(pages(units)) == 9
    name, book = fetched(page, "Buku kerja (XLSX)")
    sheet = openpyxl.load_workbook(io.BytesIO(book))["Bulanan"]
    assert name == "komitmen-september-data.xlsx" and {
        row[0]: row[2] for row in sheet.iter_rows(min_row=2, values_only=True) if row[2]
    } == {"A": "A\u00a0· Komitmen September", "B": "B\u00a0· Semua OPD dan kecamatan 100 %"}
    name, deck = fetched(page, "Presentasi (PPTX)")
    assert name == "komitmen-september-rakor.pptx" and len(Presentation(io.BytesIO(deck)).slides) >= 8


def test_what_is_typed_stands_in_the_sheet_of_one_unit_and_in_the_minutes(open_handouts):
    page = open_handouts()
    page.get_by_text("Rapat, narahubung, dan batas waktu").click()
    for label, words in (("Nama rapat", "Rakor Monev IV"), ("Narahubung", "Bu Sari, 0294-381000")):
        done = run_count(page)
        page.get_by_label(label).fill(words)
        page.get_by_label(label).press("Enter")
        wait_done(page, done)
    choose(page, "Satu unit", "18 OPD baru sebagian")
    name, sheet = fetched(page, "Lembar satu unit (PDF)")
    (only,) = pages(sheet)
    assert name == "unit-18-opd-baru-sebagian.pdf" and "Bu Sari, 0294-381000" in only.text
    name, minutes = fetched(page, "Notulen (PDF)")
    assert name == "komitmen-september-notulen.pdf" and "Rakor Monev IV" in pages(minutes)[0].text


def test_the_message_reaches_the_clipboard_and_it_is_reported(open_handouts):
    page = open_handouts()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Salin ringkasan untuk WhatsApp").click()
    page.get_by_text("Tersalin.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n") == page.locator(
        ".copy-text textarea"
    ).input_value() and copied.startswith("*ASN Peduli Pekerja Rentan")


def test_where_the_clipboard_is_refused_the_text_is_selected_and_it_is_reported(open_handouts):
    page = open_handouts("en")
    page.evaluate(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); document.execCommand = () => false"
    )
    page.get_by_role("button", name="Copy the summary for WhatsApp").click()
    page.get_by_text("The browser refuses; the text is selected, press Ctrl+C.").wait_for()
    assert page.locator(".copy-text textarea").evaluate(
        "e => e.selectionEnd - e.selectionStart === e.value.length && document.activeElement === e"
    )


def test_unsaved_changes_are_reported_in_every_hand_out(open_handouts):
    page = open_handouts()
    assert page.get_by_text("belum disimpan").count() == 0
    done = run_count(page)
    slider(page, "OPD, % ASN").press("End")
    wait_done(page, done)
    page.wait_for_function("document.querySelector('.copy-text textarea').value.includes('belum disimpan')")
    assert "belum disimpan" in pages(fetched(page, "Ringkasan (PDF)")[1])[0].text
    assert "belum disimpan" in pages(fetched(page, "Lembar unit (PDF)")[1])[0].text


@pytest.mark.parametrize("lang, sizes", [("id", [(1440, 900), (390, 844)]), ("en", [(1024, 768)])])
def test_the_page_and_the_navigation_fit_the_window_and_are_clean_in_axe(open_handouts, lang, sizes):
    page = open_handouts(lang, *sizes[0])
    for width, height in sizes:
        resize(page, width, height)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, width
        links = page.locator(".st-key-nav a")
        links.nth(10).wait_for()  # the browser loads the script of the links on its own
        boxes = [links.nth(i).bounding_box() for i in range(links.count())]
        assert len(boxes) == 11, width
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes), width
        assert page.locator("[data-testid=stException]").count() == 0
        assert Axe().run(page).response["violations"] == [], width
    assert hosts_requested(page) == {"127.0.0.1"}


def test_the_libraries_that_write_files_are_not_loaded_before_a_file_is_asked_for():
    code = "import sys, simulator.ui.pages.handouts; print([name for name in ('pptx', 'fpdf', 'xlsxwriter') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
