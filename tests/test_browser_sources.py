"""The page of assumptions and sources in a real browser: folded, searchable, explained, in both languages."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import hosts_requested, resize, run_count, slider, wait_done

SECTIONS = ("settings", "rules", "formulas", "history", "reconciliation", "left_out", "sources")
WIDEST = ("rules", "reconciliation", "sources")
HEADING = {"id": "pengaturan adalah asumsi", "en": "settings are assumptions"}


@pytest.fixture
def open_sources(open_page, program_url):
    def open_in(lang: str, width: int = 1440, height: int = 900):
        page = open_page(f"{program_url}/sources?lang={lang}", width, height)
        wait_done(page)
        return page

    return open_in


def open_section(page, name):
    done = run_count(page)
    page.locator(f".st-key-sources_{name} summary").click()
    wait_done(page, done)


@pytest.mark.parametrize(
    "lang, sizes, sections",
    [("id", [(1440, 900), (390, 844)], SECTIONS), ("en", [(1024, 768)], WIDEST)],
)
def test_sections_open_fit_the_window_and_are_clean_in_axe(open_sources, lang, sizes, sections):
    page = open_sources(lang, *sizes[0])
    assert HEADING[lang] in page.locator("h1").inner_text()
    assert page.locator(".plain-rows").count() == 0  # nothing is built while everything is folded
    for name in sections:
        open_section(page, name)
    assert page.locator(".plain-rows table").count() > 5
    assert page.locator("[data-testid=stException]").count() == 0
    too_wide = "[...document.querySelectorAll('.plain-rows table')].filter(t => t.scrollWidth > t.parentElement.clientWidth + 1).length"
    for size in sizes:
        resize(page, *size)
        assert page.evaluate(too_wide) == 0, size
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, size
        assert Axe().run(page).response["violations"] == [], size
    assert hosts_requested(page) == {"127.0.0.1"}


def test_a_search_finds_lines_of_every_section_and_says_how_many(open_sources):
    page = open_sources("id")
    done = run_count(page)
    page.get_by_label("Cari").fill("S44")
    page.get_by_label("Cari").press("Enter")
    wait_done(page, done)
    found = page.get_by_text(re.compile(r"^\d+ baris memuat S44\.$"))
    assert (
        int(found.inner_text().split()[0])
        == page.locator(".plain-rows tbody tr, .plain-lines li").count()
        > 5
    )


def test_a_number_opens_its_formula_values_mark_and_sources(open_sources):
    page = open_sources("id")
    open_section(page, "formulas")
    done = run_count(page)
    page.get_by_role("button", name="± 12,14 %").click()
    wait_done(page, done)
    dialog = page.get_by_role("dialog")
    shown = dialog.inner_text()
    for words in (
        "Dari mana angka ini?",
        "Cakupan pada September 2025",
        "peserta September 2025 ÷ jumlah ASN",
        "1.256 ÷ 10.345",
        "± 12,141131 %",
        "di layar 12,14 %",
        "turunan",
        "S1 EMSATUNEWS",
        "2025-08-15",
    ):
        assert words in shown, words
    assert Axe().run(page).response["violations"] == []


def test_a_moved_lever_is_shown_as_an_assumption_of_the_planner(open_sources):
    page = open_sources("en")
    open_section(page, "settings")
    row = page.locator(".plain-rows tr", has=page.get_by_text("Lapse a month", exact=True))
    assert "0 % a month" in row.inner_text() and "S48" in row.inner_text()
    done = run_count(page)
    lapse = slider(page, "Lapse a month, % of enrolled")
    lapse.focus()
    lapse.press("ArrowRight")
    wait_done(page, done)
    assert "0.5 % a month" in row.inner_text() and "chosen by the planner" in row.inner_text()
