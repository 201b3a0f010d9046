"""Moving a lever stays quick in the browser: it restyles and repaints only what changes."""

import re

from tests.browser import ROOT, does, opened, slider, wait_drawn

# An ancestor selected by part of its class: any class change makes the browser restyle all its descendants.
PART_OF_A_CLASS = re.compile(r"\[class\*=[^\]]*\](?:\[[^\]]*\]|:[\w-]+)*[\s>+~]+[^\s{,]")
# Counts changes of the language attribute and collects what is animated in any frame from now on.
WATCH = """() => {
    window.named = 0;
    new MutationObserver(changes => window.named += changes.length)
        .observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
    window.moving = new Set();
    const look = () => {
        for (const { effect } of document.getAnimations())
            if (!effect.target.closest(".chart-plot, [data-testid=stSlider]")) moving.add(effect.target.className);
        requestAnimationFrame(look);
    };
    look();
}"""
STATE = """([kind, state]) => document.querySelector("[data-testid=stApp]").dataset[kind] = state"""
OPACITY = """() => getComputedStyle(document.querySelector("[data-testid=stMain]")).opacity"""


def test_no_rule_names_what_stands_above_by_part_of_its_class():
    files = (path for path in (ROOT / "simulator" / "ui").rglob("*") if path.suffix in (".py", ".css"))
    assert [path.name for path in files if PART_OF_A_CLASS.search(path.read_text(encoding="utf-8"))] == []


def test_a_rule_that_names_it_so_is_found():
    assert PART_OF_A_CLASS.search("[class*=st-key-card-] label { }")
    assert PART_OF_A_CLASS.search("[class*=st-key-card-]\n  > [data-testid=stSlider] { }")
    assert not PART_OF_A_CLASS.search("[class*=st-key-card-][class*=share] { }")


def test_a_move_neither_names_the_language_anew_nor_fades_what_it_does_not_change(open_page, url):
    page = opened(open_page, url)
    page.emulate_media(reduced_motion="no-preference")
    wait_drawn(page, "enrolment")
    page.evaluate(WATCH)
    does(page, lambda: slider(page, "OPD, % ASN").press("End"))
    wait_drawn(page, "enrolment")
    assert page.evaluate("named") == 0
    assert page.evaluate("[...moving]") == []


def test_a_chart_of_a_moved_lever_is_drawn_once_not_moved_and_drawn(open_page, url):
    page = opened(open_page, url)
    drawn = wait_drawn(page, "enrolment")
    page.evaluate("""() => document.querySelector(".chart-plot[data-key=enrolment]")
        .on("plotly_transitioning", () => window.isTransition = true)""")
    does(page, lambda: slider(page, "OPD, % ASN").press("PageUp"))
    wait_drawn(page, "enrolment", after=drawn)
    assert page.evaluate("window.isTransition") is None


def test_a_page_is_pale_while_a_run_takes_long_and_the_server_is_there(open_page, url):
    page = opened(open_page, url)
    assert page.evaluate(OPACITY) == "1"
    for kind, otherwise, again in (
        ("testScriptState", "notRunning", "running"),
        ("testConnectionState", "DISCONNECTED_FOREVER", "CONNECTED"),
    ):
        page.evaluate(STATE, ["testScriptState", "running"])
        page.wait_for_function(f"({OPACITY})() < 1")
        page.evaluate(STATE, [kind, otherwise])
        page.wait_for_function(f"({OPACITY})() === '1'")
        page.evaluate(STATE, [kind, again])
