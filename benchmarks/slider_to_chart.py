"""From a key press on a slider to the last chart redrawn, in a real browser, beside the same page with plotly express.

    python -m benchmarks.slider_to_chart [--presses 30]

Both pages are open at once and pressed in turn, so that a busy moment of the machine falls on both. The clock runs in the
browser: from the keydown event to the last change inside a chart. Painting the screen comes after that and is not counted.
"""

import argparse
import statistics
from contextlib import ExitStack
from pathlib import Path

from tests.browser import open_browser, running_app, slider

HERE = Path(__file__).parent
PAGES = {"react": (HERE / "demo_page.py", "react"), "express": (HERE / "demo_page.py", "express")}  # script and its argument
SLIDER = "OPD"
WARM_UP_PRESSES = 3
QUIET_MS = 600  # without a change in any chart: the redrawing is over, the next press may come

# Remembers when the key went down and when each chart last changed; a chart torn down and rebuilt counts as the new one.
WATCH = """() => {
    const CHART = ".chart-plot, [data-testid=stPlotlyChart]";
    document.addEventListener("keydown", () => { window.pressed = performance.now(); window.changed = new Map(); }, true);
    new MutationObserver((changes) => {
        const now = performance.now();
        for (const { target } of changes) {
            const chart = (target.nodeType === 1 ? target : target.parentElement)?.closest(CHART);
            if (chart) window.changed?.set(chart, now);
        }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    window.unchanged = () => [...document.querySelectorAll(CHART)].filter((chart) => !window.changed.has(chart)).length;
    window.lastChange = () => Math.max(...window.changed.values());
}"""
SETTLED = f"() => changed.size && !unchanged() && performance.now() - lastChange() > {QUIET_MS}"


def open_page(browser, url: str):
    """A page with its charts drawn, watched, and its slider in focus."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(url)
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.wait_for_timeout(2000)
    page.evaluate(WATCH)
    slider(page, SLIDER).focus()
    return page


def press(page) -> float:
    """Milliseconds from one key press to the last chart redrawn; playwright's TimeoutError if a chart does not change."""
    page.keyboard.press("ArrowRight")
    page.wait_for_function(SETTLED)
    return page.evaluate("lastChange() - pressed")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presses", type=int, default=30, help="key presses on each page")
    presses = parser.parse_args().presses

    times = {name: [] for name in PAGES}
    with ExitStack() as running:
        browser = running.enter_context(open_browser())
        pages = {name: open_page(browser, running.enter_context(running_app(*page))) for name, page in PAGES.items()}
        for turn in range(WARM_UP_PRESSES + presses):
            for name, page in pages.items():
                taken_ms = press(page)
                if turn >= WARM_UP_PRESSES:
                    times[name].append(taken_ms)

    medians = {name: statistics.median(taken) for name, taken in times.items()}
    print(f"key press on a slider to the last chart redrawn, {presses} presses each, ms")
    for name, taken in times.items():
        low, _, high = statistics.quantiles(taken)
        print(f"  {name:8} median {medians[name]:5.0f}   middle half {low:4.0f} to {high:4.0f}")
    first, other = PAGES
    print(f"  {first} / {other}: {medians[first] / medians[other]:.2f}")


if __name__ == "__main__":
    main()
