"""Frames while a lever is dragged on the overview at 1920 × 1080, and the work of the page's thread in each.

    python -m benchmarks.dragging [--moves 300]

Only frames in which numbers, sentences and charts changed are counted. No frame can be shorter than the
screen's 16.7 ms. The work in it, from projection to paint, is read from a trace, by the clock and in
processor time, which a busy machine does not lengthen.
"""

import argparse
import statistics
from bisect import bisect_right

from tests.browser import ROOT, open_browser, running_app, settle, wait_done, wait_drawn

LEVER = "OPD, % ASN"
CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"]
# A mark in the trace for each update of the page, set in the frame that made the update.
MARK = """() => new MutationObserver(() => performance.mark("turn"))
    .observe(document.documentElement, { attributes: true, attributeFilter: ["data-live-turn"] })"""


def traced(page, act) -> list[dict]:
    """The events of a trace while `act` runs."""
    events, ended = [], []
    devtools = page.context.new_cdp_session(page)
    devtools.on("Tracing.dataCollected", lambda event: events.extend(event["value"]))
    devtools.once("Tracing.tracingComplete", lambda event: ended.append(True))
    devtools.send("Tracing.start", {"traceConfig": {"includedCategories": CATEGORIES}})
    act()
    devtools.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(50)
    return events


def drag(page, moves: int) -> None:
    """Drag the lever to and fro, faster than the screen refreshes."""
    box = page.get_by_role("group", name=LEVER, exact=True).bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 4, y)
    page.mouse.down()
    for i in range(moves):
        page.mouse.move(box["x"] + 4 + i % 100 * box["width"] / 110, y)
        page.wait_for_timeout(4)


def summary(name: str, milliseconds: list[float]) -> str:
    at_95 = sorted(milliseconds)[int(len(milliseconds) * 0.95)]
    return f"  {name:32} median {statistics.median(milliseconds):5.1f}   at 95 % {at_95:5.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--moves", type=int, default=300)
    options = parser.parse_args()
    with open_browser() as browser, running_app(ROOT / "app.py") as url:
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.set_default_timeout(60_000)
        page.goto(f"{url}/?lang=id")
        wait_done(page)
        for chart in ("enrolment", "money"):
            wait_drawn(page, chart)
        settle(page)
        page.evaluate(MARK)
        events = traced(page, lambda: drag(page, options.moves))

    turns = [event["ts"] for event in events if event["name"] == "turn"]
    whole = [event for event in events if event.get("ph") == "X"]
    thread = next(
        event["tid"]
        for event in whole
        if event["name"] == "FireAnimationFrame" and event["ts"] <= turns[0] <= event["ts"] + event["dur"]
    )
    tasks = [event for event in whole if event["name"] == "RunTask" and event["tid"] == thread]
    work = [task for task in tasks if any(task["ts"] <= turn <= task["ts"] + task["dur"] for turn in turns)]
    begun = sorted(
        {event["ts"] for event in whole if event["name"] == "FireAnimationFrame" and event["tid"] == thread}
    )
    frames = []  # callbacks of one frame are close together
    for at in begun:
        if not frames or at - frames[-1] > 8000:
            frames.append(at)
    apart = [
        (frames[i] - frames[i - 1]) / 1000
        for i in (bisect_right(frames, turn) for turn in turns)
        if 0 < i < len(frames)
    ]
    print(f"{len(turns)} frames in which the page moved, of {options.moves} moves of the mouse, ms")
    print(summary("from one frame to the next", apart))
    print(summary("work in the frame", [task["dur"] / 1000 for task in work]))
    print(summary("work, processor's time", [task["tdur"] / 1000 for task in work]))


if __name__ == "__main__":
    main()
