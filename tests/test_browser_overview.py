"""The overview in a real browser: levers, an answer that becomes a scenario, explained numbers."""

from itertools import combinations

import plotly
import pytest
from axe_playwright_python.sync_playwright import Axe
from rendered import pages

from tests.browser import (
    drawn_count,
    english_names,
    hosts_requested,
    opened,
    resize,
    run_count,
    settle,
    slider,
    wait_done,
    wait_drawn,
)

MISSED = "Target 20 % (2.069 pekerja) akhir September 2025 (sudah lewat) tidak tercapai menurut skenario ini: 1.256, kurang 813."
SIZES = [(1440, 900), (1920, 1080), (1024, 768), (390, 844)]


def overview(open_page, program_url, lang="id", size=(1440, 900)):
    page = open_page(f"{program_url}/?lang={lang}", *size)
    wait_done(page)
    wait_drawn(page, "enrolment")
    wait_drawn(page, "money")
    return page


def click(page, locator):
    run = run_count(page)
    locator.click()
    wait_done(page, after=run)


def button(page, words):
    """The visible button with this text: Streamlit keeps a second one for touch screens."""
    return page.get_by_role("button", name=words, exact=True).filter(visible=True).first


PLAN = "bila semua berjalan sesuai rencana"
PAYOUTS = ("Manfaat", "manfaat sesuai rencana")  # by month, and beside a band


def last_y(page, chart, *names):
    return page.locator(f".chart-plot[data-key={chart}]").evaluate(
        "(node, names) => node.data.find(trace => names.includes(trace.name)).y.at(-1)", names
    )


def test_a_lever_moves_the_sentence_the_slide_and_the_chart(open_page, program_url):
    page = overview(open_page, program_url)
    assert page.locator("h1").inner_text() == MISSED
    before, drawn = last_y(page, "enrolment", PLAN), drawn_count(page, "enrolment")
    run = run_count(page)
    slider(page, "OPD, % ASN").press("End")
    wait_done(page, after=run)
    wait_drawn(page, "enrolment", after=drawn)
    assert last_y(page, "enrolment", PLAN) > before + 1000
    assert page.locator("h1").inner_text() != MISSED


@pytest.mark.parametrize(
    ("lang", "ask", "make", "clause", "name"),
    [
        (
            "id",
            "Apa yang dibutuhkan?",
            "Jadikan skenario",
            "minimal 70,1 % ASN-nya dalam",
            "Komitmen September: OPD minimal 70,1 %",
        ),
        (
            "en",
            "What would it take?",
            "Make it a scenario",
            "at least 70.1 % of its ASN in",
            "Komitmen September: OPD at least 70.1 %",
        ),
    ],
)
def test_the_answer_becomes_a_scenario_only_when_asked_and_can_be_undone(
    open_page, program_url, lang, ask, make, clause, name
):
    page = overview(open_page, program_url, lang)
    before = page.locator("h1").inner_text()
    click(page, button(page, ask))
    assert clause in page.get_by_role("status").filter(has_text="70").inner_text()
    assert page.locator("h1").inner_text() == before  # nothing is applied silently
    click(page, button(page, make))
    assert page.locator(".st-key-head").get_by_text(name).is_visible()
    now = page.locator("h1").inner_text()
    assert "September 2025" in now and now != before  # the target is still in the same month
    assert (
        page.get_by_role("status").filter(has_text=clause).count() == 0
    )  # the answer belonged to the other scenario
    click(page, button(page, "Urungkan" if lang == "id" else "Undo"))
    assert page.locator("h1").inner_text() == before


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_newcomer_sees_headline_numbers_and_both_charts_without_scrolling(open_page, program_url, lang):
    page = overview(open_page, program_url, lang)
    assert page.locator(".first-steps").is_visible() and page.locator(".st-key-ov-next").is_visible()
    for chart in ("enrolment", "money"):
        box = page.locator(f".chart-plot[data-key={chart}]").bounding_box()
        assert box["y"] + box["height"] < 900


def test_a_number_shows_its_origin_and_money_is_shown_by_month_cumulative_or_since_the_start(
    open_page, program_url
):
    page = overview(open_page, program_url)
    page.locator(".ov-number.then button").filter(visible=True).first.click()
    page.get_by_role("dialog").wait_for()
    shown = page.get_by_role("dialog").inner_text()
    assert "September 2025" in shown and "974" in shown and "282" in shown
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    ends = []
    for words in ("per bulan", "kumulatif", "sejak awal"):
        drawn = drawn_count(page, "money")
        click(page, page.locator(".st-key-ov-view").get_by_text(words, exact=True))
        wait_drawn(page, "money", after=drawn)
        ends.append(last_y(page, "money", *PAYOUTS))
    assert ends[0] < ends[1] and ends[2] - ends[1] == pytest.approx(336)


def test_the_table_opens_and_downloads(open_page, program_url):
    page = overview(open_page, program_url)
    assert page.locator(".ov-table").count() == 0  # not built while folded
    click(page, page.locator(".st-key-ov-table summary"))
    first = page.locator(".ov-table tbody tr").first.locator("th, td").all_inner_texts()
    assert first[:6] == ["Agustus 2025", "573", "138", "263", "974", "9,42 %"]
    with page.expect_download() as download:
        page.get_by_text("Unduh tabel (CSV)").filter(visible=True).first.click()
    assert download.value.suggested_filename == "komitmen-september-ringkasan.csv"
    assert "2025-08;573;138;263;974;0,094152" in download.value.path().read_text(encoding="utf-8-sig")


def test_a_browser_reads_plotly_once_for_all_pages_and_again_with_its_next_version(open_page, program_url):
    for _ in range(2):
        page = overview(open_page, program_url)
        (script,) = (url for url in page.addresses if "plotly.min.js" in url)
    read = page.evaluate("script => performance.getEntriesByName(script)[0].toJSON()", script)
    assert read["transferSize"] == 0 and read["decodedBodySize"] > 1_000_000
    address, _, version = script.partition("?")
    assert version == plotly.__version__
    assert "immutable" in page.request.get(script).headers["cache-control"]
    for other in (address, f"{address.replace('plotly.min', 'nothing')}?{version}"):
        assert "immutable" not in page.request.get(other).headers.get("cache-control", "")


def test_nothing_runs_out_of_the_page_at_any_size(open_page, program_url):
    page = overview(open_page, program_url)
    for size in SIZES:
        resize(page, *size)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], size
        assert page.locator("[data-testid=stMain]").evaluate("e => e.scrollWidth - e.clientWidth") <= 1, size
        columns = [page.locator(f".ov-group.{s}").bounding_box() for s in ("opd", "kecamatan", "other")]
        for a, b in combinations(columns, 2):
            beside = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
            assert beside or abs(a["y"] - b["y"]) > 20, size


@pytest.mark.parametrize("lang", ["id", "en"])
def test_axe_finds_nothing_with_everything_open_and_nothing_leaves_the_machine(open_page, program_url, lang):
    page = overview(open_page, program_url, lang)
    click(page, page.locator(".st-key-ov-ask button").filter(visible=True).first)
    click(page, page.locator(".st-key-ov-more summary"))
    click(page, page.locator(".st-key-ov-table summary"))
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert lang == "en" or english_names(page) == []
    assert hosts_requested(page) == {"127.0.0.1"}


def test_print_has_the_scenario_and_each_chart_whole_on_one_page(open_page, program_url):
    printed = pages(overview(open_page, program_url).pdf(format="A4"))
    texts = ["".join(page.text.split()) for page in printed]
    assert "KomitmenSeptember" in texts[0] and not any(page.outside() for page in printed)
    for title, *of_chart in (
        ("Pesertanaikdari974", "2.500", "Jan2027", "1.256"),
        ("Manfaat1,49×iuran", "1.000", "Jul2027", "iuransesuairencana", "Rp411juta"),
    ):
        (words,) = (words for words in texts if title in words)
        assert [part for part in of_chart if part not in words] == []
    assert not any("Lanjutan" in words or "Bandingkan" in words for words in texts)


def test_the_comparison_prints_across_on_a_few_pages_with_every_column_whole(open_page, program_url):
    page = opened(open_page, program_url, "compare")
    page.locator("[class*=st-key-compare_units] table").wait_for()
    printed = pages(page.pdf(prefer_css_page_size=True))
    assert 1 < len(printed) <= 6 and all(one.width > one.height for one in printed)
    assert not any(one.outside() for one in printed)
    words = "".join("".join(one.text.split()) for one in printed)
    assert words.count("Dorongan") > 3 and "Jumlah" in words and "Dibandingkandengan" not in words


def test_the_buttons_of_other_ways_are_whole_and_in_line(open_page, program_url):
    page = overview(open_page, program_url)
    click(page, button(page, "Apa yang dibutuhkan?"))
    click(page, page.get_by_text("Cara lain dan yang tidak cukup"))
    settle(page)
    places = page.locator(".st-key-ov-more").evaluate(
        """fold => [...fold.querySelectorAll("button p")].map(words => {
            const box = words.closest("button").getBoundingClientRect();
            return [words.scrollWidth <= words.clientWidth, Math.round(box.right), Math.round(fold.getBoundingClientRect().right)];
        })"""
    )
    ends = [right for whole, right, edge in places if whole and right < edge]
    assert len(places) > 2 and len(ends) == len(places) and len(set(ends[1::2])) == 1
