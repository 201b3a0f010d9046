"""Monthly actuals in a real browser: reviewed, recorded, compared with the plan, and used as a new start.

The app runs in a copy of the project.
"""

import csv
import json
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from spreadsheets import book

from simulator.store.baseline_files import read_baseline
from tests.browser import choose, does, go, hosts_requested, opened, resize, wait_drawn

SIZES = [(1440, 900), (1024, 768), (390, 844)]
MONTHS = "Bulan;Unit;Peserta;Lunas;Meninggal;Berhenti;Iuran\n" + "".join(
    f"2025-{9 + i:02d};Jumlah;{1190 + 11 * i};{1150 + i};0;{12 + i};{19_320_000 + i}\n" for i in range(3)
)
IN_ENGLISH = [["Month", "Unit", "Enrolled"], ["October 2025", "Total", "1,205"], ["2025-09", "Nobody", 3]]


@pytest.fixture
def log(home):
    """The log of Kendal, deleted after each test."""
    yield home / "data" / "actuals" / "kabupaten-kendal.csv"
    shutil.rmtree(home / "data" / "actuals", ignore_errors=True)
    shutil.rmtree(home / "data" / "baselines" / "kendal-2025-11", ignore_errors=True)


def press(page, words):
    does(page, page.get_by_role("button", name=words, exact=True).click)


def paste(page, text):
    if not page.get_by_role("textbox", name="Sel dari lembar kerja").is_visible():
        does(page, page.get_by_text("Tempel", exact=True).click)
    box = page.get_by_role("textbox", name="Sel dari lembar kerja")
    box.fill(text)
    does(page, lambda: box.press("Control+Enter"))


def record(page, text):
    paste(page, text)
    press(page, "Catat")


def test_what_was_given_by_control_and_enter_holds_back_no_press(open_page, url, log):
    page = opened(open_page, url, "actuals")
    paste(page, MONTHS)
    page.wait_for_timeout(60)  # by then the app has surely received the text
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert page.evaluate(
        "dispatchEvent(new Event('asks-whether-a-value-is-on-its-way', { cancelable: true }))"
    )


def test_a_problem_records_nothing_and_what_was_looked_over_is_recorded_and_drawn(open_page, url, log):
    page = opened(open_page, url, "actuals")
    assert page.get_by_role("heading", level=1).inner_text() == "Belum ada realisasi yang dicatat"
    paste(page, "Bulan;Unit;Peserta\n2025-09;Jumlah;1190\n2025-09;Dinas Antah;3\n")
    page.get_by_text("Baris 3, kolom Unit (B3): unit 'Dinas Antah' tidak ada").wait_for()
    assert page.get_by_role("button", name="Catat", exact=True).count() == 0 and not log.exists()
    paste(page, MONTHS)
    page.get_by_role("heading", name="Tinjau: 3 baris akan dicatat").wait_for()
    assert not log.exists(), "nothing is recorded before it is confirmed"
    press(page, "Catat")
    assert (
        page.get_by_role("heading", level=1).inner_text()
        == "November 2025: 1.212 peserta, 44 di bawah rencana “Komitmen September”"
    )
    with open(log, encoding="utf-8") as file:
        assert [(row["month"], row["enrolled"], row["file"]) for row in csv.DictReader(file)] == [
            ("2025-09", "1190", "ditempel"),
            ("2025-10", "1201", "ditempel"),
            ("2025-11", "1212", "ditempel"),
        ]
    page.get_by_text(
        "ada yang belum lunas 3 bulan berturut-turut sampai November 2025, paling banyak 40 pekerja"
    ).wait_for()
    go(page, "Ringkasan")
    wait_drawn(page, "enrolment")
    page.get_by_text("Realisasi 1.212").first.wait_for()


def test_after_a_long_list_the_confirmation_is_in_view_and_the_same_list_changes_nothing(open_page, url, log):
    page = opened(open_page, url, "actuals")
    long = "Bulan;Unit;Peserta\n" + "".join(
        f"{2025 + (8 + i) // 12}-{(8 + i) % 12 + 1:02d};Jumlah;{1190 + i}\n" for i in range(14)
    )
    record(page, long)
    shown = page.locator(".st-key-actuals_entry").get_by_text("14 baris realisasi dicatat.")
    shown.wait_for()
    page.wait_for_function(
        "() => { const top = document.querySelector('.st-key-actuals_entry').getBoundingClientRect().top; return top >= 0 && top < 300; }"
    )
    assert 0 < shown.bounding_box()["y"] < 900
    expect(page.get_by_test_id("stToast")).to_have_count(1)
    before = log.read_bytes()
    paste(page, long)
    page.get_by_text("Tidak ada yang berubah").wait_for()
    assert page.get_by_role("button", name="Catat", exact=True).count() == 0 and log.read_bytes() == before
    paste(page, "Bulan;Unit;Peserta\n2026-11;Jumlah;200\n")
    page.get_by_text("Berubah lebih dari 5 kali lipat; periksa sebelum mencatat").wait_for()
    page.get_by_text("Periksa dulu: angka berikut tidak biasa").wait_for()


def test_the_newest_month_is_shown_first_and_another_can_be_chosen(open_page, url, log):
    page = opened(open_page, url, "actuals")
    record(page, MONTHS)
    expect(page.get_by_role("heading", name="Rencana dan realisasi kabupaten, November 2025")).to_have_count(
        1
    )
    shown = page.locator("td button.origin")
    assert (
        shown.get_by_text("1.212", exact=True).count() == 1
        and shown.get_by_text("1.152", exact=True).count() == 1
        and shown.get_by_text("1.190", exact=True).count() == 0
    )
    choose(page, "Bulan yang dilihat", "September 2025")
    page.get_by_role("heading", name="Rencana dan realisasi kabupaten, September 2025").wait_for()
    assert (
        shown.get_by_text("1.190", exact=True).count() == 1
        and shown.get_by_text("1.212", exact=True).count() == 0
    )


def test_beside_the_projection_stands_how_far_a_scenario_saved_then_was_off(open_page, url, log, home):
    path = home / "scenarios" / "rencana-agustus.json"
    content = json.loads((home / "scenarios" / "komitmen-september.json").read_text(encoding="utf-8"))
    recorded = {
        "saved_at": "2025-08-20T08:00:00",
        "program_version": "1.0.0",
        "baseline_digest": "",
        "headline": {},
    }
    path.write_text(json.dumps(content | {"name": "Rencana Agustus", "record": recorded}), encoding="utf-8")
    try:
        page = opened(open_page, url)
        page.get_by_text("Pada riwayat, model tanpa unit baru meleset 250 peserta").wait_for()
        go(page, "Realisasi")
        record(page, MONTHS)
        go(page, "Ringkasan")
        folded = page.get_by_text(
            "Skenario yang disimpan Agustus 2025 meleset 44 peserta (3,6\u00a0%) setelah 3 bulan"
        )
        folded.wait_for()
        assert page.get_by_text("Rencana Agustus, disimpan Agustus 2025: 66").count() == 0
        does(page, folded.click)
        page.get_by_text("Rencana Agustus, disimpan Agustus 2025: 66 (5,5\u00a0%) setelah 1 bulan").wait_for()
        go(page, "Realisasi")
        press(page, "Mulai dari November 2025")
        go(page, "Ringkasan")
        assert (
            page.locator(".st-key-ov-backtest")
            .get_by_text("Skenario yang disimpan Agustus 2025 meleset 44 peserta")
            .count()
        ), "also beside the next projection"
    finally:
        path.unlink()


def test_a_file_is_refused_whole_or_corrects_in_the_open(open_page, url, log):
    page = opened(open_page, url, "actuals")
    record(page, MONTHS)
    does(page, page.get_by_text("Unggah", exact=True).click)
    files = page.locator("input[type=file]")
    before = log.read_bytes()
    does(
        page,
        lambda: files.set_input_files({"name": "oktober.xlsx", "mimeType": "", "buffer": book(IN_ENGLISH)}),
    )
    page.get_by_text("'Nobody' tidak ada pada data ini").wait_for()
    assert log.read_bytes() == before
    does(
        page,
        lambda: files.set_input_files(
            {"name": "oktober.xlsx", "mimeType": "", "buffer": book(IN_ENGLISH[:2])}
        ),
    )
    page.get_by_text("Oktober 2025, Seluruh kabupaten, Peserta: 1.201 menjadi 1.205").wait_for()
    press(page, "Catat")
    does(page, page.get_by_text("Semua catatan (4)").click)
    shown = page.get_by_test_id("stExpander").last.inner_text()
    assert "1.201" in shown and "1.205" in shown and "oktober.xlsx" in shown


def test_a_figure_can_be_typed_and_is_read_as_a_row_of_a_file_is(open_page, url, log):
    page = opened(open_page, url, "actuals")
    month = page.locator(".st-key-actuals_entry").get_by_role("combobox", name="Bulan")
    month.fill("September 2025")  # typed, because an open list may close again while the page settles
    does(page, lambda: month.press("Enter"))
    box = page.get_by_role("textbox", name="Peserta", exact=True)
    box.fill("1,190")
    does(page, lambda: box.press("Enter"))
    page.get_by_text("Bila maksudnya 1.190 orang, tulis 1190").wait_for()
    box.fill("1.190")
    does(page, lambda: box.press("Enter"))
    press(page, "Catat")
    assert "2025-09,,1190," in log.read_text(encoding="utf-8")


def test_a_figure_is_withdrawn_after_a_look_and_stays_among_the_records(open_page, url, log):
    page = opened(open_page, url, "actuals")
    record(page, MONTHS)
    does(page, page.get_by_text("Ketik", exact=True).click)
    month = page.locator(".st-key-actuals_entry").get_by_role("combobox", name="Bulan")
    month.fill("November 2025")
    does(page, lambda: month.press("Enter"))
    there = page.get_by_role("combobox", name="Tarik angka yang sudah dicatat")
    there.fill("Peserta")
    does(page, page.get_by_role("option", name="Peserta: 1.212").click)
    page.keyboard.press("Escape")  # the list of options
    page.get_by_text("November 2025, Seluruh kabupaten, Peserta: 1.212 ditarik").wait_for()
    assert "withdrawn" not in log.read_text(encoding="utf-8")
    press(page, "Catat")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Oktober 2025: 1.201 peserta")
    assert log.read_text(encoding="utf-8").splitlines()[-1].endswith("2025-11,,withdrawn,,,,,,,")
    does(page, page.get_by_text("Semua catatan (4)").click)
    shown = page.get_by_test_id("stExpander").last.inner_text()
    assert "ditarik" in shown and "1.212" in shown


def test_each_number_shows_its_origin_and_each_table_can_be_downloaded(open_page, url, log):
    page = opened(open_page, url, "actuals")
    page.get_by_role("textbox", name="Dicatat oleh").fill("Ani")
    record(page, MONTHS)
    choose(page, "Bulan yang dilihat", "September 2025")
    for shown, message in (
        ("1.190", "ditempel"),
        ("−66", "1.190 − 1.256"),
        ("1.256", "komitmen yang mulai September 2025"),
        ("250", "Juli 2024"),
    ):
        number = page.locator("button.origin").get_by_text(shown, exact=True).first
        does(page, number.click)
        dialog = page.get_by_role("dialog")
        dialog.get_by_text(message).first.wait_for()
        words = dialog.inner_text()
        assert "Dari mana angka ini?" in words and shown in words and (shown != "1.190" or "Ani" in words)
        dialog.get_by_role("button", name="Tutup").click()
        dialog.wait_for(state="detached")
    for i, (name, line) in enumerate(
        (
            ("rencana-dan-realisasi", "2025-09;Seluruh kabupaten;Peserta;1256;1190;-66"),
            ("taksiran", "Berhenti per bulan"),
            ("uji-proyeksi", "2024-07;2025-08;13;724;974;-250"),
        )
    ):
        with page.expect_download() as downloading:
            page.get_by_role("button", name="Unduh tabel (CSV)").nth(i).click()
        assert downloading.value.suggested_filename == f"{name}-kabupaten-kendal.csv"
        assert line in downloading.value.path().read_text(encoding="utf-8-sig")


def test_one_press_starts_the_projection_at_the_actual_and_can_be_undone(open_page, url, log, home):
    page = opened(open_page, url, "actuals")
    record(page, MONTHS)
    press(page, "Mulai dari November 2025")
    page.get_by_test_id("stToast").get_by_text(
        "Proyeksi kini dimulai dari 1.212 peserta, November 2025"
    ).wait_for()
    expect(page.get_by_text("Proyeksi kini dimulai dari 1.212 peserta, November 2025")).to_have_count(2)
    assert (
        page.get_by_role("heading", level=1).inner_text()
        == "Proyeksi dimulai dari realisasi November 2025, 1.212 peserta; realisasi Desember 2025 dan seterusnya ditunggu"
    )
    made = read_baseline(home / "data" / "baselines" / "kendal-2025-11")
    assert (made.month_text, int(made.enrolled.sum()), [int(n) for n in made.history[1][-3:]]) == (
        "2025-11",
        1212,
        [1190, 1201, 1212],
    )
    go(page, "Ringkasan")
    assert page.locator(".ov-number.now").inner_text().split("\n") == ["1.212", "peserta November 2025"]
    press(page, "Urungkan")  # on the older data it is still an actual
    first = page.locator(".ov-number.now").inner_text().split("\n")
    assert first == ["1.212", "peserta November 2025, realisasi"]


def test_an_estimate_is_taken_over_only_when_asked_for(open_page, url, log):
    page = opened(open_page, url, "actuals")
    record(page, MONTHS)
    expect(page.get_by_text("Terlalu sedikit: perlu paling sedikit 5 kejadian.")).to_have_count(1)
    press(page, "Pakai taksiran: Berhenti per bulan")
    assert page.locator(
        'input[type=range][aria-label="Berhenti per bulan, % peserta"]'
    ).input_value() not in ("", "0")
    press(page, "Urungkan")
    assert (
        float(page.locator('input[type=range][aria-label="Berhenti per bulan, % peserta"]').input_value())
        == 0
    )


@pytest.mark.parametrize("lang", ["id", "en"])
def test_axe_finds_nothing_and_no_size_scrolls_sideways(open_page, url, log, lang):
    page = opened(open_page, url, "actuals")
    record(page, MONTHS)
    page = opened(open_page, url, "actuals", lang)
    for width, height in SIZES:
        resize(page, width, height)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert hosts_requested(page) == {"127.0.0.1"}
