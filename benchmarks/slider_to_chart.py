"""From a key press on a slider to the last chart redrawn, in a browser, beside the page with plotly express.

    python -m benchmarks.slider_to_chart [--presses 30] [--everything-open]

The page is the app's first page with its seven levers; `--everything-open` also opens the advanced settings
and all tables. The output also has the times of the script on the server, and the time from the command to
the first page with its charts drawn. Both pages are open at once and get key presses in turn, so that a busy
moment of the machine affects both. Times are measured in the browser, from the keydown event to the last
change inside a chart. Painting the screen comes after that and is not counted.
"""

import argparse
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from tests.browser import open_browser, running_app, slider

HERE = Path(__file__).parent
PAGES = ("react", "express")
SLIDER = "ASN lainnya, % ASN"
START = "6,0"  # above the current level, so that each press changes both charts
WARM_UP_PRESSES = 3
QUIET_MS = 600  # without a change in any chart; then redrawing is over and the next press may follow

# Records when the key went down and when each chart last changed; a rebuilt chart counts as a new one.
WATCH = """() => {
    const CHART = ".chart-plot, [data-testid=stPlotlyChart]";
    const begin = () => { window.pressed = performance.now(); window.changed = new Map(); };
    document.addEventListener("keydown", begin, true);
    new MutationObserver((changes) => {
        const now = performance.now();
        for (const { target } of changes) {
            const chart = (target.nodeType === 1 ? target : target.parentElement)?.closest(CHART);
            if (chart) window.changed?.set(chart, now);
        }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    const charts = () => [...document.querySelectorAll(CHART)];
    window.unchanged = () => charts().filter((chart) => !window.changed.has(chart)).length;
    window.lastChange = () => Math.max(...window.changed.values());
}"""
SETTLED = f"() => changed.size && !unchanged() && performance.now() - lastChange() > {QUIET_MS}"


def open_page(browser, url: str, everything: bool):
    """A watched page with its charts drawn and its slider in focus, and the time of its first chart."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(120_000)  # for a machine under load
    page.goto(url)
    page.wait_for_selector(".js-plotly-plot .main-svg")
    first_page = time.perf_counter()
    page.wait_for_timeout(2000)
    typed = page.get_by_label(f"{SLIDER}, diketik")
    typed.fill(START)
    typed.press("Enter")
    page.wait_for_timeout(1500)
    for summary in page.locator("summary").filter(visible=True).all() if everything else ():
        summary.click()
        page.wait_for_timeout(1500)
    page.evaluate(WATCH)
    slider(page, SLIDER).focus()
    return page, first_page


def press(page) -> float:
    """Milliseconds from a key press to the last chart redrawn; TimeoutError if a chart does not change."""
    page.keyboard.press("ArrowRight")
    page.wait_for_function(SETTLED)
    return page.evaluate("lastChange() - pressed")


def summary(name: str, taken: list[float]) -> str:
    low, median, high = statistics.quantiles(taken)
    return f"  {name:8} median {median:5.0f}   middle half {low:4.0f} to {high:4.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presses", type=int, default=30, help="key presses on each page")
    parser.add_argument("--everything-open", action="store_true", help="advanced settings and tables open")
    options = parser.parse_args()

    times = {name: [] for name in PAGES}
    with ExitStack() as running:
        browser = running.enter_context(open_browser())
        folder = Path(running.enter_context(tempfile.TemporaryDirectory()))
        pages, first = {}, {}
        for name in PAGES:
            started = time.perf_counter()
            url = running.enter_context(running_app(HERE / "real_app.py", name, str(folder / name)))
            pages[name], stood = open_page(browser, url, options.everything_open)
            first[name] = stood - started
        before = {name: len((folder / name).read_text().split()) for name in PAGES}
        for turn in range(WARM_UP_PRESSES + options.presses):
            for name, page in pages.items():
                taken_ms = press(page)
                if turn >= WARM_UP_PRESSES:
                    times[name].append(taken_ms)
        server = {
            name: [float(line) for line in (folder / name).read_text().split()[before[name] :]]
            for name in PAGES
        }

    print(f"key press on a slider to the last chart redrawn, {options.presses} presses each, ms")
    for name, taken in times.items():
        print(summary(name, taken))
    react, express = (statistics.median(times[name]) for name in PAGES)
    print(f"  {' / '.join(PAGES)}: {react / express:.2f}")
    print("the script on the server, ms")
    for name, taken in server.items():
        print(summary(name, taken))
    print(
        "command to first page with a chart, s: "
        + ", ".join(f"{name} {seconds:.1f}" for name, seconds in first.items())
    )


if __name__ == "__main__":
    main()
