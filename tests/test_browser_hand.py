"""Controls under the hand in a real browser: nothing covers or moves them, and no press is lost."""

import json
import re
from functools import partial
from itertools import product

import pytest
from playwright.sync_api import expect

from tests.browser import does, go, opened, resize, run_count, settle, slider, tap, wait_done

# 720 × 450 equals 1440 × 900 at 200 % zoom.
SIZES = [(390, 844), (720, 450), (1024, 768), (1440, 900), (1920, 1080)]
COVERED = """() => [...document.querySelectorAll(".st-key-nav a, .st-key-nav button")].filter(link => {
    const r = link.getBoundingClientRect();
    const points = [[.5, .5], [.05, .1], [.95, .1], [.05, .9], [.95, .9]];
    return points.some(([x, y]) => !link.contains(document.elementFromPoint(r.x + r.width * x, r.y + r.height * y)));
}).map(link => link.innerText)"""
FIELD = "OPD, % ASN, diketik"


def overview(open_page, url, lang="id"):
    page = opened(open_page, url, lang=lang)
    page.locator(".st-key-ov-ask button").filter(visible=True).first.wait_for()
    page.locator(".st-key-ov-target input").nth(1).wait_for()
    page.get_by_label("OPD, % ").last.wait_for()
    settle(page)
    return page


def test_nothing_covers_the_navigation_with_the_sidebar_open_or_folded(open_page, url):
    page = overview(open_page, url)
    sidebar = page.get_by_test_id("stSidebar")
    for size in SIZES:
        resize(page, *size)
        seen = set()
        for _ in range(2):
            is_folded = sidebar.get_attribute("data-collapsed") == "true"
            seen.add(is_folded)
            expect(page.locator(".st-key-nav a")).to_have_count(11)
            assert page.evaluate(COVERED) == [], (size, is_folded)
            if is_folded:
                page.get_by_test_id("stExpandSidebarButton").click()
            else:
                sidebar.hover()  # hovering shows the button
                page.locator("[data-testid=stSidebarCollapseButton] button").click()
            settle(page)
        assert len(seen) == 2, size


PLACES = """() => Object.fromEntries([...document.querySelectorAll(
    ".st-key-nav a, .st-key-head button, .st-key-ov-head input, .st-key-ov-head [data-testid=stButton] button"
)].map(node => [node.ariaLabel || node.innerText, node.getBoundingClientRect()]).map(([name, r]) => [name, [r.x, r.y]]))"""

TRACKS = """() => [...document.querySelectorAll("[class*=st-key-card-] [data-testid=stSlider] [role=group]")].map(
    node => Math.round(node.getBoundingClientRect().y))"""


@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_appears_after_a_change_moves_neither_header_nor_lever_nor_button(open_page, url, lang):
    page = overview(open_page, url, lang)
    before, levers = page.evaluate(PLACES), page.evaluate(TRACKS)
    assert len(before) > 14 and len(levers) > 6
    does(page, lambda: slider(page, "OPD, % ASN" if lang == "id" else "OPD, % of ASN").press("End"))
    page.locator(".moved").wait_for()
    settle(page)
    assert (page.evaluate(PLACES), page.evaluate(TRACKS)) == (before, levers)


def test_no_lever_moves_another_or_itself_by_its_notes(open_page, url):
    page = overview(open_page, url)
    levers = page.locator("[data-testid=stSidebar] input[type=range]")

    def places():
        tracks = page.evaluate(TRACKS)  # the sidebar scrolls to the lever that is moved
        return [y - tracks[0] for y in tracks]

    before = places()
    assert len(before) == levers.count() == 8
    for at in (0, 1, 2, 4, 5, 7):  # the floors, lapse, new offices, the push of a Rakor Monev
        does(page, partial(levers.nth(at).press, "PageUp"))
        settle(page)
        assert places() == before, at


def press(page, target, held_ms):
    """Press like a hand: at one place, with the button held down for a while."""
    box = target.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(held_ms)
    page.mouse.up()


def type_share(page):
    page.get_by_label(FIELD).click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("50")


def pull_lever(page):
    slider(page, "OPD, % ASN").press("PageUp")


def has_value(page, shown):
    expect(page.get_by_label(FIELD)).to_have_value(shown)


WAYS = {"typed": (type_share, "50,0"), "pulled": (pull_lever, "10,0")}


def undo(page):
    """Undo one step and check that the value is the initial one again."""
    does(page, page.get_by_role("button", name="Urungkan", exact=True).first.click)
    has_value(page, "0,0")
    settle(page)


def test_a_value_is_taken_before_the_button_that_follows_it(open_page, url, subtests):
    page = overview(open_page, url)
    for way, held_ms in product(WAYS, (0, 200)):
        with subtests.test(way=way, held_ms=held_ms):
            act, shown = WAYS[way]
            act(page)
            press(page, page.locator(".st-key-ov-ask button").filter(visible=True).first, held_ms)
            # the answer is about the new value and disappears when the value changes
            page.locator(".ov-answer").wait_for()
            has_value(page, shown)
            assert page.locator(".ov-answer").is_visible()
            undo(page)
            expect(page.locator(".ov-answer")).to_have_count(0)


def test_a_press_is_acted_on_in_a_browser_that_finds_no_rest(open_page, url):
    page = overview(open_page, url)
    page.evaluate("requestIdleCallback = (act, how) => how?.timeout && setTimeout(act, how.timeout)")
    type_share(page)
    press(page, page.locator(".st-key-ov-ask button").filter(visible=True).first, 0)
    page.locator(".ov-answer").wait_for()


@pytest.mark.parametrize("way", WAYS)
def test_a_value_is_saved_by_the_button_it_makes_usable(open_page, url, files, way):
    page = overview(open_page, url)
    act, shown = WAYS[way]
    act(page)
    press(page, page.get_by_role("button", name="Simpan", exact=True).first, 0)
    page.get_by_role("alert").filter(has_text="Komitmen September").wait_for()
    saved = json.loads((files / "komitmen-september.json").read_text(encoding="utf-8"))
    assert saved["participation"]["opd"]["target_share"] == float(shown.replace(",", ".")) / 100


def test_a_value_is_taken_before_the_link_that_follows_it(open_page, url, subtests):
    page = overview(open_page, url)
    for way, held_ms in (("typed", 200), ("pulled", 0)):
        with subtests.test(way=way, held_ms=held_ms):
            act, shown = WAYS[way]
            act(page)
            press(page, page.get_by_role("link", name="OPD & kecamatan", exact=True), held_ms)
            page.locator(".st-key-units_table").wait_for()
            has_value(page, shown)
            wait_done(page)
            undo(page)
            go(page, "Ringkasan")
            expect(page.locator(".st-key-units_table")).to_have_count(0)
            settle(page)


def test_the_field_shows_the_value_while_the_lever_is_dragged(open_page, url):
    page = overview(open_page, url)
    before = run_count(page)
    thumb = page.locator("[class*=st-key-card-] [data-testid=stSlider] [data-rac] > [data-rac]").first
    box = thumb.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 65, y)
    page.mouse.move(x + 130, y)
    field = page.get_by_label(FIELD)
    value = slider(page, "OPD, % ASN").input_value()
    expect(field).to_have_value(f"{value},0")  # updated in the next frame
    assert int(value) > 30 and run_count(page) == before
    does(page, page.mouse.up)
    has_value(page, f"{value},0")


SEEN = """input => {
    window.seen = [Number(input.value)];
    new MutationObserver(() => window.seen.push(Number(input.value))).observe(input, { attributes: true });
}"""


BURSTS = [
    ("ArrowRight", 3, 2, 6),
    ("ArrowRight", 8, 5, 6),
    ("ArrowRight", 30, 10, 1),
    ("ArrowRight", 30, 20, 6),
    ("PageUp", 6, 10, 6),
]


def test_a_lever_lands_where_a_burst_of_keys_left_it_and_goes_back_in_one_step(open_page, url):
    page = overview(open_page, url)
    lever, undo = slider(page, "OPD, % ASN"), page.get_by_role("button", name="Urungkan", exact=True).first
    for key, times, a_second, slowed in BURSTS:
        lever.focus()
        lever.evaluate(SEEN)
        does(page, lambda key=key, burst=(times, a_second, slowed): tap(page, key, *burst))
        does(page, undo.click)  # waits until the app has received the last value
        has_value(page, "0,0")
        expect(lever).to_have_value("0")
        expect(undo).to_be_disabled()
        moved = page.evaluate(
            "seen.slice(0, seen.findLastIndex(Boolean) + 1)"
        )  # it goes there directly, not back and forth
        assert moved == sorted(moved) and moved[-1] == times * (10 if key == "PageUp" else 1)
    does(page, page.get_by_role("button", name="Ulangi", exact=True).first.click)
    has_value(page, "60,0")
    expect(lever).to_have_value("60")


def test_keys_after_a_rest_and_each_pull_are_steps_of_their_own(open_page, url):
    page = overview(open_page, url)
    lever, undo = slider(page, "OPD, % ASN"), page.get_by_role("button", name="Urungkan", exact=True).first
    lever.focus()
    for shown in ("1,0", "2,0"):
        does(page, lambda: tap(page, "ArrowRight", 1, 1))
        page.wait_for_timeout(1100)
        has_value(page, shown)
    track = lever.locator("xpath=ancestor::*[@role='group']").bounding_box()
    for share in (0.5, 0.8):
        does(
            page,
            lambda share=share: page.mouse.click(
                track["x"] + share * track["width"], track["y"] + track["height"] * 0.75
            ),
        )
    assert int(lever.input_value()) > 60
    for shown in ("5", "2,0", "1,0", "0,0"):
        does(page, undo.click)
        expect(page.get_by_label(FIELD)).to_have_value(re.compile(f"^{shown}"))


def test_a_number_typed_on_a_lever_is_its_value(open_page, url):
    page = overview(open_page, url)
    lever = slider(page, "OPD, % ASN")
    lever.focus()
    does(page, lambda: [page.keyboard.press(key) for key in ("6", "0", "Enter")])
    has_value(page, "60,0")
    expect(lever).to_have_value("60")
    expect(lever).to_be_focused()


def test_a_second_tab_on_the_same_work_gets_a_message_and_overwrites_nothing(open_page, url):
    first = overview(open_page, url)
    does(first, lambda: slider(first, "OPD, % ASN").press("End"))
    second = open_page(first.url)
    second.get_by_text("Pekerjaan ini juga terbuka di tab lain").wait_for()
    expect(second.get_by_label(FIELD)).to_have_value("100,0")
    does(second, lambda: slider(second, "OPD, % ASN").press("Home"))
    has_value(second, "0,0")
    for page, shown in ((first, "100,0"), (second, "0,0")):
        page.reload()  # loads what was kept on disk
        has_value(page, shown)
    assert first.url != second.url and first.get_by_text("tab lain").count() == 0
