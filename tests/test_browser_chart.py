"""The chart component in a real browser: one lasting node, with text and a table, and no outside requests."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import ROOT, drawn_count, hosts_requested, run_count, settle, slider, wait_done, wait_drawn

PAGE = ROOT / "tests" / "pages" / "chart_page.py"


@pytest.fixture(scope="module")
def url(start_app):
    return start_app(PAGE)


def plot(page, key="members"):
    return page.locator(f".chart-plot[data-key={key}]")


def tick_texts(page, axis):
    """The texts along one axis, "x" or "y", of the first chart."""
    return plot(page).locator(f".{axis}tick text").all_text_contents()


def last_y(page):
    """The last value in the browser's copy of the figure."""
    return plot(page).evaluate("node => node.data[0].y.at(-1)")


def test_a_chart_draws_with_its_alternative_text_and_the_theme_and_a_click_on_a_point_reaches_the_page(
    open_page, url
):
    page = open_page(url)
    wait_drawn(page, "members")
    assert plot(page).get_attribute("role") == "img"
    assert plot(page).get_attribute("aria-label") == "Peserta: 974, 1.256, lalu 2069"
    expect(plot(page).locator(".scatterlayer .trace")).to_have_count(1)
    assert plot(page).evaluate("node => node.layout.font.color") == "#1f2a37"
    assert plot(page).bounding_box()["height"] == 300
    tester = page.locator(
        "#js-plotly-tester"
    )  # Plotly's own element, which a screen reader would announce as an image without a name
    assert tester.get_attribute("aria-hidden") == "true"
    run = wait_done(page)
    point = plot(page).locator(".point").nth(1).bounding_box()
    page.mouse.click(point["x"] + point["width"] / 2, point["y"] + point["height"] / 2)
    wait_done(page, after=run)
    page.get_by_text("clicked: Sep").wait_for()


def test_an_unchanged_figure_is_not_drawn_again_and_a_changed_one_on_the_same_node_with_its_drawing(
    open_page, url
):
    page = open_page(url)
    drawn = wait_drawn(page, "members")
    run = wait_done(page)
    page.get_by_role("link", name="Grafik").click()  # the page already open: a run that changes nothing
    wait_done(page, after=run)
    settle(page)
    assert drawn_count(page, "members") == drawn
    drawing = plot(page).locator(".main-svg").first
    before = drawing.element_handle()
    slider(page, "Akhir").press("ArrowRight")
    wait_drawn(page, "members", after=drawn)
    assert last_y(page) == 2070
    assert plot(page).get_attribute("aria-label").endswith("2070")
    assert before.evaluate("(old, now) => old === now && old.isConnected", drawing.element_handle())


def test_the_table_opens_by_keyboard_has_headers_is_clean_in_axe_and_follows_the_figure(open_page, url):
    page = open_page(url)
    drawn = wait_drawn(page, "members")
    table = page.locator(".chart-table").first
    assert table.locator("td").count() == 0  # built only when opened
    table.locator("summary").press("Enter")
    table.locator("tbody tr").nth(2).wait_for()
    assert table.locator("thead th[scope=col]").all_text_contents() == ["Bulan", "Peserta"]
    assert table.locator("tbody th[scope=row]").all_text_contents() == [
        "2025-08-01",
        "2025-09-01",
        "2025-10-01",
    ]
    assert table.locator("td").all_text_contents() == ["974", "1256", "2069"]
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    slider(page, "Akhir").press("Home")
    wait_drawn(page, "members", after=drawn)
    assert table.locator("td").all_text_contents() == ["974", "1256", "0"]


def test_a_chart_that_was_hidden_draws_when_shown_and_plotly_comes_once_from_this_machine(open_page, url):
    page = open_page(url)
    wait_drawn(page, "members")
    assert drawn_count(page, "hidden") == 0
    page.get_by_role("tab", name="Dua").click()
    wait_drawn(page, "hidden")
    assert plot(page, "hidden").locator(".main-svg").first.bounding_box()["width"] > 300
    scripts = [address for address in page.addresses if "plotly.min.js" in address]
    assert len(scripts) == 1 and scripts[0].startswith(f"{url}/component/")
    assert hosts_requested(page) == {"127.0.0.1"}


def test_a_chart_comes_back_after_a_page_with_an_upload_field_of_odd_markup_clean_in_axe(open_page, url):
    page = open_page(url)
    wait_drawn(page, "members")
    run = wait_done(page)
    page.get_by_role("link", name="Kosong").click()
    run = wait_done(page, after=run)
    assert plot(page).count() == 0
    page.get_by_test_id("stFileUploaderDropzone").wait_for()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.get_by_role("link", name="Grafik").click()
    wait_done(page, after=run)
    wait_drawn(page, "members")
    expect(plot(page).locator(".scatterlayer .trace")).to_have_count(1)


def test_a_chart_left_while_it_still_moves_is_cleared_when_it_has_moved(open_page, url):
    page = open_page(url)
    wait_drawn(page, "members")
    wait_done(page)
    page.evaluate("""() => {
        const react = window.Plotly.react;
        window.Plotly.react = (node, data, layout, config) => {
            window.left = node;
            node.on("plotly_transitioned", () => { window.moved = true; });
            return react(node, data, { ...layout, transition: { duration: 1500 } }, config);
        };
    }""")
    slider(page, "Akhir").press("Home")
    page.wait_for_function("window.left?._transitioning")
    page.get_by_role("link", name="Kosong").evaluate("link => link.click()")
    page.wait_for_function("!window.left.isConnected && !window.left._fullLayout")
    assert page.evaluate("window.moved")
    assert page.failed == []


def test_a_narrower_window_makes_a_narrower_chart(open_page, url):
    page = open_page(url, 1440, 900)
    drawn = wait_drawn(page, "members")
    page.set_viewport_size({"width": 390, "height": 844})
    wait_drawn(page, "members", after=drawn)
    page.wait_for_function(
        "document.querySelector('.chart-plot .main-svg').getBoundingClientRect().width < 390"
    )


def test_at_390_pixels_the_chart_fits_and_a_finger_scrolls_the_page(open_page, url):
    page = open_page(url, 390, 844)
    wait_drawn(page, "members")
    box = plot(page).locator(".main-svg").first.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert plot(page).evaluate("node => node._fullLayout.dragmode") is False


@pytest.mark.parametrize(
    ("lang", "thousand", "month", "word"),
    [("id", "1.000", "Agu 2025", "Tabel"), ("en", "1,000", "Aug 2025", "Table")],
)
def test_numbers_months_and_words_follow_the_language(open_page, url, lang, thousand, month, word):
    page = open_page(f"{url}/?lang={lang}")
    wait_drawn(page, "members")
    wait_done(page)
    assert thousand in tick_texts(page, "y")
    assert month in tick_texts(page, "x")
    assert page.locator(".chart-table summary").first.text_content() == word
    assert page.evaluate("document.documentElement.lang") == lang


def test_a_chart_draws_under_a_base_path(open_page, start_app):
    page = open_page(start_app(PAGE, options=("--server.baseUrlPath=sim/kendal",)) + "/sim/kendal")
    wait_drawn(page, "members")
    (script,) = (address for address in page.addresses if "plotly.min.js" in address)
    assert urlsplit(script).path.startswith("/sim/kendal/")


@pytest.mark.parametrize(
    ("lang", "words"), [("id", "Grafik tidak dapat dimuat"), ("en", "The chart could not be loaded")]
)
def test_without_plotly_a_message_and_the_table_stand_in(open_page, start_app, lang, words):
    page = open_page(f"{start_app(PAGE, 'no-plotly')}/?lang={lang}")
    page.locator(".chart-failed").first.wait_for()
    assert words in page.locator(".chart-failed").first.text_content()
    page.locator(".chart-table td").first.wait_for()
    assert page.locator(".chart-table td").first.text_content() == "974"
    run = run_count(page)
    slider(page, "Akhir").press("Home")
    wait_done(page, after=run)
    page.get_by_role("cell", name="0", exact=True).first.wait_for()
