"""Dragging a lever updates the overview in a real browser; on release the app shows the same numbers."""

import pytest
from playwright.sync_api import expect

from tests.browser import (
    PATIENCE_S,
    does,
    opened,
    run_count,
    settle,
    slider,
    wait_alike,
    wait_done,
    wait_drawn,
)

LEVERS = {
    "id": ("OPD, % ASN", "Berhenti per bulan, % peserta"),
    "en": ("OPD, % of ASN", "Lapse a month, % of enrolled"),
}

# All numbers that update while dragging: in sentences and titles, large numbers, groups, and at line ends.
SHOWN = """() => {
    const words = (selector) => [...document.querySelectorAll(selector)].filter((node) => node.getClientRects().length)
        .map((node) => node.innerText.replace(/\\s+/g, " ").trim());
    return {
        sentence: words(".st-key-ov-title h1"),
        titles: words(".st-key-ov-charts h2"),
        large: words(".ov-number > :first-child"),
        captions: words(".ov-number > .ov-caption"),
        track: words(".ov-track > *").filter(Boolean),
        alt: [...document.querySelectorAll(".ov-track")].filter((node) => node.getClientRects().length).map((node) => node.ariaLabel),
        groups: words(".ov-of > button"),
        ends: [...document.querySelectorAll(".annotation tspan[style*=bold]")].map((node) => node.textContent).sort(),
    };
}"""
# For each line that moves along: the values of its path, and those of the line that Plotly drew.
LINES = """() => [...document.querySelectorAll(".chart-plot")].flatMap((node) => {
    const { yaxis } = node._fullLayout;
    return node._fullData.filter((trace) => trace.line?.width > 2 && trace.mode.startsWith("lines") && trace.type === "scatter").map((trace) => {
        const moved = node.querySelector(`.trace${trace.uid} .live-line`);
        const numbers = ((moved && getComputedStyle(moved).getPropertyValue("d").match(/-?[\\d.]+/g)) ?? []).map(Number);
        const heights = numbers.filter((_, i) => i % 2).map((pixel) => yaxis.p2l(pixel));
        return { name: trace.name, moved: heights, drawn: Array.from(trace.y), pixel: Math.abs(yaxis.p2l(0) - yaxis.p2l(1)) };
    });
})"""


def overview(open_page, url, lang):
    page = opened(open_page, url, lang=lang, size=(1920, 1080))
    wait_drawn(page, "enrolment")
    wait_drawn(page, "money")
    settle(page)
    return page


def track_of(page, label):
    return page.get_by_role("group", name=label, exact=True).bounding_box()


def is_live(page):
    return page.evaluate("document.documentElement.dataset.live !== undefined")


def pull(page, label, start, end):
    """Grab the lever at one share of its track, drag it to another, and keep holding it."""
    box = track_of(page, label)
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * start, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * end, y, steps=12)
    still(page)


def still(page):
    """Wait until the shown numbers no longer change: the last move may still be on its way."""
    wait_alike(page, SHOWN)


@pytest.mark.parametrize("lang", LEVERS)
def test_a_pulled_lever_shows_every_number_that_the_app_shows_on_release(open_page, url, lang):
    page = overview(open_page, url, lang)
    for label, end in zip(LEVERS[lang], (0.71, 0.13)):
        run, before = run_count(page), page.evaluate(SHOWN)
        pull(page, label, 0.02, end)
        assert is_live(page) and run_count(page) == run
        held, lines = page.evaluate(SHOWN), {line["name"]: line for line in page.evaluate(LINES)}
        assert held["sentence"] != before["sentence"] or held["titles"] != before["titles"]
        assert held["ends"] != before["ends"]
        page.mouse.up()
        wait_done(page, after=run)
        page.wait_for_function("document.documentElement.dataset.live === undefined")
        settle(page)
        assert page.evaluate(SHOWN) == held
        moved = 0
        for line in page.evaluate(LINES):
            before = lines.get(line["name"], {"moved": [], "drawn": [], "pixel": 0})
            for one, other in zip(before["moved"] or before["drawn"], line["drawn"]):
                assert abs(one - other) <= before["pixel"] * 0.2
                moved += 1
        assert moved > 50


RECORD = """() => {
    window.titlesShown = [];
    new MutationObserver(() => requestAnimationFrame(() => {
        const shown = [...document.querySelectorAll(".st-key-ov-title-enrolment h2 > *")].find((node) => node.getClientRects().length);
        titlesShown.push(shown.innerText);
    })).observe(document.documentElement, { attributes: true, attributeFilter: ["data-live-turn"] });
}"""
TITLE = ".st-key-ov-title-enrolment h2 > :not(.live-now)"


def test_arrow_keys_move_the_page_before_the_app_answers(open_page, url):
    page = overview(open_page, url, "id")
    page.evaluate(RECORD)
    lever, run = slider(page, LEVERS["id"][0]), run_count(page)
    lever.focus()
    for _ in range(4):
        lever.press("PageUp")
    wait_done(page, after=run)
    page.wait_for_function("document.documentElement.dataset.live === undefined")
    expect(slider(page, LEVERS["id"][0])).to_have_value("40")
    page.wait_for_function(
        "title => titlesShown.includes(document.querySelector(title).innerText)", arg=TITLE
    )


def test_a_finger_moves_the_page_too(browser, url):
    context = browser.new_context(has_touch=True, viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE_S * 1000)
    page = context.new_page()
    page.goto(f"{url}/?lang=id")
    wait_done(page)
    wait_drawn(page, "enrolment")
    settle(page)
    box, run = track_of(page, LEVERS["id"][0]), run_count(page)
    devtools = context.new_cdp_session(page)

    def touch(kind, share=None):
        at = {"x": box["x"] + box["width"] * (share or 0), "y": box["y"] + box["height"] / 2}
        devtools.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [] if share is None else [at]}
        )

    touch("touchStart", 0.02)
    for step in range(1, 9):
        touch("touchMove", 0.02 + step * 0.08)
    page.wait_for_function("document.documentElement.dataset.live !== undefined")
    still(page)
    held = page.evaluate(SHOWN)
    touch("touchEnd")
    wait_done(page, after=run)
    page.wait_for_function("document.documentElement.dataset.live === undefined")
    settle(page)
    assert page.evaluate(SHOWN) == held
    context.close()


def test_a_lever_put_back_where_it_was_leaves_the_page_as_it_was(open_page, url):
    page = overview(open_page, url, "id")
    before, box = page.evaluate(SHOWN), track_of(page, LEVERS["id"][0])
    pull(page, LEVERS["id"][0], 0.02, 0.6)
    assert page.evaluate(SHOWN) != before
    page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2, steps=6)
    page.wait_for_function("document.documentElement.dataset.live === undefined")
    settle(page)
    assert page.evaluate(SHOWN) == before
    page.mouse.up()


def test_where_the_model_cannot_run_the_app_still_answers_on_release(open_page, url):
    page = overview(open_page, url, "id")
    page.evaluate("() => { window.structuredClone = () => { throw new Error('not here'); }; }")
    before, run = page.evaluate(SHOWN), run_count(page)
    pull(page, LEVERS["id"][0], 0.02, 0.6)
    assert not is_live(page) and page.evaluate(SHOWN) == before
    page.mouse.up()
    wait_done(page, after=run)
    settle(page)
    assert page.evaluate(SHOWN) != before


ROOM = """() => ({
    words: [...document.querySelectorAll("h1.mt-finding, .st-key-mt-figure")].map((node) => node.innerText.replace(/\\s+/g, " ")),
    ends: [...document.querySelectorAll(".annotation tspan[style*=bold]")].map((node) => node.textContent).sort(),
    points: [...document.querySelectorAll(".trace .points path")].map((node) => new DOMMatrix(getComputedStyle(node).transform))
        .map(({ e, f }) => [Math.round(e), Math.round(f)]),
})"""


@pytest.mark.parametrize("lang", LEVERS)
def test_the_meeting_mode_shows_in_hand_what_it_shows_on_release(open_page, url, lang):
    page = opened(open_page, url, "meeting", lang=lang, size=(1920, 1080))
    wait_drawn(page, "meeting-chart")
    settle(page)
    label = page.locator(".st-key-mt-lever [data-testid=stSlider] [role=group]").get_attribute("aria-label")
    for start, end in (
        (0.02, 0.6),
        (0.6, 0.3),
    ):  # the second pull continues from the change made by the first
        before, run = page.evaluate(ROOM), run_count(page)
        pull(page, label, start, end)
        assert is_live(page) and run_count(page) == run
        held = page.evaluate(ROOM)
        assert held["words"] != before["words"] and held["ends"] != before["ends"]
        assert held["points"] != before["points"]
        page.mouse.up()
        wait_done(page, after=run)
        page.wait_for_function("document.documentElement.dataset.live === undefined")
        settle(page)
        assert page.evaluate(ROOM) == held


# For each chart, two frames after the app has drawn it: the number of lines drawn over it.
OVER_WHAT_IS_DRAWN = """() => {
    window.over = [];
    for (const node of document.querySelectorAll(".chart-plot"))
        new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(() =>
            over.push([node.dataset.key, node.querySelectorAll(".live-line").length, node.matches(".live-moves")]))))
            .observe(node, { attributes: true, attributeFilter: ["data-drawn"] });
}"""


def test_nothing_lies_over_a_chart_once_the_app_has_drawn_it(open_page, url):
    page = overview(open_page, url, "id")
    typed = page.get_by_label("ASN lainnya, % ASN, diketik")
    # Values above the present level, so that each step moves both charts, but within their axes.
    typed.fill("6,0")
    does(page, lambda: typed.press("Enter"))
    settle(page)
    page.evaluate(OVER_WHAT_IS_DRAWN)
    for _ in range(3):
        does(page, lambda: slider(page, "ASN lainnya, % ASN").press("ArrowRight"))
        settle(page)
    assert page.evaluate("over.filter(([, lines, pale]) => lines || pale)") == []
    assert set(page.evaluate("over.map(([key]) => key)")) == {"enrolment", "money"}
