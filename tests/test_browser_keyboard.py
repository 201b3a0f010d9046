"""The main path by keyboard alone in a real browser: every focus stop is visible, no mouse is needed."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser import does, opened, settle, slider, wait_done

STOP = """() => {
    const node = document.activeElement, place = node.getBoundingClientRect();
    const looks = () => { // of the stop and what it lies in: a field has its frame around it
        const seen = [];
        for (let at = node, i = 0; at && i < 4; at = at.parentElement, i++) {
            const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(at);
            seen.push([outlineStyle === "none" ? "" : outlineWidth, boxShadow, borderColor]);
        }
        return seen;
    };
    return {
        name: node.matches("main") ? "main" : node.getAttribute("aria-label") || node.innerText.split("\\n").pop(),
        isMarked: document.activeElement !== document.body && JSON.stringify(looks()),
        isInView: place.top >= -1 && place.bottom <= innerHeight + 1 && place.right > 0,
    };
}"""
UNMARKED = f"""async () => {{
    const node = document.activeElement;
    const isMoving = ({{ progress, endTime }}) => progress !== null && Number.isFinite(endTime);
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    node.blur();
    await drawn();
    const fading = document.getAnimations().filter((one) => isMoving(one.effect.getComputedTiming()));
    await Promise.allSettled(fading.map((one) => one.finished)); // a frame's colour fades
    Object.defineProperty(document, "activeElement", {{ value: node, configurable: true }});
    const {{ isMarked }} = ({STOP})();
    delete document.activeElement;
    node.focus({{ preventScroll: true, focusVisible: true }});
    return isMarked;
}}"""
AT_A_STOP = 3  # equal frames in a row: the page scrolls to the focused element at once


def stops(page, most=120):
    """The elements that Tab stops at, in order."""
    for _ in range(most):
        page.keyboard.press("Tab")
        yield page.evaluate(STOP)


@pytest.mark.parametrize(("size", "most", "is_open"), [((1440, 900), 60, True), ((720, 450), 24, False)])
def test_each_stop_of_the_tab_key_is_in_view_and_marked(open_page, url, size, most, is_open):
    """720 × 450 equals 1440 × 900 at 200 % zoom, where the sidebar is folded away."""
    page = opened(open_page, url, size=size)
    settle(page)
    names = []
    for _ in stops(page, most):
        settle(page, AT_A_STOP)
        stop = page.evaluate(STOP)
        if stop["name"] != "main":  # the page itself, which the arrow keys scroll
            assert stop["isInView"], stop["name"]
            assert stop["isMarked"] != page.evaluate(UNMARKED), stop["name"]
            names.append(stop["name"])
    assert names[0] == "Langsung ke isi halaman"
    assert {"Ringkasan", "Target (%)", "Apa yang dibutuhkan?", "2.069"} <= set(names)
    assert ("OPD, % ASN" in names) == is_open


def by_tab(page, name):
    """Press Tab until the element with this name has the focus."""
    assert any(stop["name"] == name for stop in stops(page)), name


def test_a_lever_a_question_an_explanation_and_saving_need_no_mouse(open_page, url, files):
    page = opened(open_page, url)
    settle(page)
    by_tab(page, "OPD, % ASN")
    does(page, lambda: [page.keyboard.press("PageUp") for _ in range(5)])
    expect(slider(page, "OPD, % ASN")).to_have_value("50")
    by_tab(page, "Simpan")
    does(page, lambda: page.keyboard.press("Enter"))
    saved = json.loads((files / "komitmen-september.json").read_text(encoding="utf-8"))
    assert saved["participation"]["opd"]["target_share"] == 0.5
    by_tab(page, "2.069")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    wait_done(page)
    by_tab(page, "Apa yang dibutuhkan?")
    does(page, lambda: page.keyboard.press("Enter"))
    page.locator(".ov-answer").first.wait_for()


def test_the_focus_stays_with_a_sidebar_that_opens_and_folds(open_page, url):
    page = opened(open_page, url, size=(720, 450))
    settle(page)
    by_tab(page, "Buka bilah samping")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Lipat bilah samping")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-testid=stSidebar]') !== null")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Buka bilah samping")).to_be_focused()


def test_the_focus_stays_with_a_button_that_makes_a_file(open_page, url):
    page = opened(open_page, url, "handouts")
    button = page.get_by_test_id("stDownloadButton").get_by_role("button").first
    button.focus()
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(button).to_be_focused()


PAST_THE_EDGE = """() => [...document.querySelectorAll("[data-testid=stMain] :is(button, input, a, select, textarea, h1, h2, h3, summary)")]
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest(".chart-plot, table, .modebar"))
    .map((node) => [node.getAttribute("aria-label") || node.innerText, node.getBoundingClientRect()])
    .filter(([, { left, right, width }]) => width > 1 && (left < -1 || right > innerWidth + 1))
    .map(([name, { left, right }]) => `${name}: ${Math.round(left)} to ${Math.round(right)}`)"""


PAGES = ("units", "next_units", "decides", "compare", "scenarios", "data", "meeting")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_at_400_percent_nothing_that_is_pressed_lies_past_the_edge(open_page, url, lang):
    """320 × 256 equals 1280 × 1024 at 400 % zoom; wider tables and charts scroll by themselves."""
    page = opened(open_page, url, "", lang, (320, 256))
    for name in ("", *PAGES):
        if name:
            does(page, page.locator(f".st-key-nav a[href^='{name}?']").click)
        settle(page)
        assert page.evaluate(PAST_THE_EDGE) == [], name
        main = page.locator("[data-testid=stMain]")
        assert main.evaluate("node => node.scrollWidth <= node.clientWidth"), name


COVERED = """() => {
    const node = document.activeElement, table = node.closest(".row-table, .chart-table table");
    if (!table) return null;
    const { left, top, width, height } = node.getBoundingClientRect();
    return node !== table && !node.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""


@pytest.mark.parametrize("size", [(720, 450), (360, 225)])
def test_no_stop_in_the_table_of_offices_lies_under_what_stands_still(open_page, url, size):
    """At 200 % and 400 % of 1440 × 900, head, total and first column hide much of what scrolls below them."""
    page = opened(open_page, url, "units", size=size)
    does(page, page.get_by_role("radio", name="Penetapan khusus").click)
    page.locator(".row-table").focus()
    for key in ("Tab", "Shift+Tab"):
        names = []
        while True:
            page.keyboard.press(key)
            settle(page, AT_A_STOP)
            covered = page.evaluate(COVERED)
            if covered is None or page.evaluate("document.activeElement.matches('.row-table')"):
                break
            names.append(page.evaluate(STOP)["name"])
            assert not covered, (key, names)
        assert {"Unit", "Peserta Agu 2025", "Buka lembar 13 OPD belum ikut"} <= set(names), names
        page.keyboard.press("Shift+Tab" if key == "Tab" else "Tab")


def test_no_number_in_the_table_of_a_chart_lies_under_its_head(open_page, url):
    page = opened(open_page, url, size=(360, 225))
    table = page.locator(".chart-table").first
    table.locator("summary").click()
    settle(page)
    table.locator("td button").last.focus()
    gone = 0
    while (covered := page.evaluate(COVERED)) is not None:
        assert not covered, page.evaluate(STOP)
        gone += 1
        page.keyboard.press("Shift+Tab")
        settle(page, AT_A_STOP)
    assert gone > 20
