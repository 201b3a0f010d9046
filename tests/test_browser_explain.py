"""What a change moved, and why two scenarios differ, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import does, drawn_count, go, hosts_requested, resize, slider, wait_done, wait_drawn

SIZES = [(1440, 900), (1920, 1080), (1024, 768), (390, 844)]
WORDS = {
    "id": {
        "lever": "OPD, % ASN",
        "kecamatan": "Kecamatan, % ASN",
        "undo": "Urungkan",
        "heading": "Apa yang berubah · Partisipasi minimal OPD: 0 % → 100 %.",
        "moves": "bertambah 1.261, dari 18 OPD yang baru sebagian ASN-nya ikut",
        "first": "tidak tercapai → April 2026",
        "back": "OPD: 100 % → 0 %",
        "none": "Tidak ada angka yang berubah. Semua unit yang ikut sudah mencapai atau merencanakan sedikitnya",
        "differ": "selisih −359 berasal dari Penggantian peserta yang berhenti: 100 % → 10 % per bulan (−181)",
        "metric": "Angka",
        "ratio": "Manfaat dibanding iuran sebulan",
        "pooled": "tidak dirinci per unit",
    },
    "en": {
        "lever": "OPD, % of ASN",
        "kecamatan": "Kecamatan, % of ASN",
        "undo": "Undo",
        "heading": "What moved · Floor of participation, OPD: 0 % → 100 %.",
        "moves": "rises by 1,261, from 18 OPD where only part of the ASN take part",
        "first": "not reached → April 2026",
        "back": "OPD: 100 % → 0 %",
        "none": "No number moved. Every unit that takes part already has or plans at least",
        "differ": "the difference of −359 comes from Replacement of those who left: 100 % → 10 % a month (−181)",
        "metric": "Number",
        "ratio": "Claims ratio of the month",
        "pooled": "is not split by unit",
    },
}


def opened(open_page, program_url, path, lang, size=(1440, 900)):
    page = open_page(f"{program_url}/{path}?lang={lang}", *size)
    wait_done(page)
    wait_drawn(page, "compare" if path else "enrolment")
    return page


def words_of(locator):
    return locator.inner_text().replace("\u00a0", " ")


def unfold(page):
    does(page, page.locator(".st-key-why summary").click)
    wait_drawn(page, "why-chart")


def assert_clean(page):
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert hosts_requested(page) == {"127.0.0.1"}


@pytest.mark.parametrize("lang", WORDS)
def test_a_lever_moved_shows_what_it_moved_and_one_without_effect_shows_why(open_page, program_url, lang):
    words, page = WORDS[lang], opened(open_page, program_url, "", lang)
    strip = page.locator(".moved")
    assert strip.count() == 0  # nothing has been changed yet
    does(page, lambda: slider(page, words["lever"]).press("End"))
    shown = words_of(strip)
    assert shown.startswith(words["heading"]) and words["moves"] in shown and words["first"] in shown
    expect(strip.locator("dd")).to_have_count(4)
    assert_clean(page)
    strip.locator("dd button").first.click()
    page.get_by_role("dialog").wait_for()
    assert strip.locator("dd button").first.inner_text() in page.get_by_role("dialog").inner_text()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    does(page, lambda: slider(page, words["kecamatan"]).press("ArrowRight"))
    assert words["none"] in words_of(strip) and strip.locator("dd").count() == 0
    for shown in (words["none"], words["back"]):  # an undo step is a change as well
        does(page, page.get_by_role("button", name=words["undo"]).filter(visible=True).first.click)
        assert shown in words_of(strip)


@pytest.mark.parametrize("lang", WORDS)
def test_the_waterfall_opens_adds_up_and_follows_the_choice(open_page, program_url, lang):
    words, page = WORDS[lang], opened(open_page, program_url, "compare", lang)
    assert page.locator(".chart-plot[data-key=why-chart]").count() == 0  # not computed while folded
    unfold(page)
    section, plot = page.locator(".st-key-why"), page.locator(".chart-plot[data-key=why-chart]")
    assert words["differ"] in words_of(section.locator("p[role=status]:not(.chart-failed)"))
    bars, ends = plot.evaluate("node => [node.data[1].x, node.data[2].x]")
    assert sum(bars) == pytest.approx(ends[1] - ends[0]) and len(bars) == 2
    assert "“Banyak yang berhenti membayar” (897)" in plot.get_attribute("aria-label")
    assert [cell.inner_text() for cell in section.locator(".compare.why tr.total td").all()] == [
        "−234",
        "−50",
        "−75",
    ]
    assert_clean(page)
    drawn = drawn_count(page, "why-chart")
    section.get_by_role("combobox", name=words["metric"], exact=True).click()
    does(page, page.get_by_role("option", name=words["ratio"], exact=True).click)
    wait_drawn(page, "why-chart", after=drawn)
    expect(section).to_contain_text(words["pooled"])  # this text is below the chart and appears after it
    assert words["ratio"] in words_of(section.locator("p[role=status]:not(.chart-failed)"))
    assert section.locator(".compare.why").count() == 0


def test_nothing_runs_out_of_the_page_at_any_size(open_page, program_url):
    page = opened(open_page, program_url, "", "id")
    does(page, lambda: slider(page, WORDS["id"]["lever"]).press("End"))
    for size in SIZES:
        resize(page, *size)
        assert page.locator(".moved").evaluate("e => e.scrollWidth - e.clientWidth") <= 1, size
        assert page.locator("[data-testid=stMain]").evaluate("e => e.scrollWidth - e.clientWidth") <= 1, size
    resize(page, *SIZES[0])
    does(page, page.get_by_role("button", name=WORDS["id"]["undo"]).filter(visible=True).first.click)
    go(page, "Bandingkan")
    wait_drawn(page, "compare")
    unfold(page)
    for size in SIZES:
        if size != SIZES[0]:  # unfolded at this size already
            drawn = drawn_count(page, "why-chart")
            resize(page, *size)
            wait_drawn(page, "why-chart", drawn)
        assert page.locator("[data-testid=stMain]").evaluate("e => e.scrollWidth - e.clientWidth") <= 1, size
        plot = page.locator(".chart-plot[data-key=why-chart]")
        edge = plot.bounding_box()
        found = (name.bounding_box() for name in plot.locator(".annotation-text").all())
        names = [box for box in found if box]
        assert len(names) == 4, size
        assert all(box["x"] + box["width"] <= edge["x"] + edge["width"] + 1 for box in names), size
