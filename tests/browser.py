"""Find a real browser, start the app and wait until a run is done; also used by benchmarks/."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import TimeoutError as NotInTime
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Tests wait for a state; this limit only ends a wait that would never succeed.
# A machine may stall for a minute.
PATIENCE_S = 300
BETWEEN_LOOKS_MS = 50  # while waiting: each look runs in the page's own frame and slows down the page
NO_BROWSER = "no Chromium, Chrome or Edge found: install one or set BROWSER_PATH"

_NAMES = (
    "chromium-headless-shell",  # without browser windows a page opens in two thirds of the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
_PLACES = (
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find_browser() -> str | None:
    """Path of a Chromium, Chrome or Edge: BROWSER_PATH, else from PATH, else from the usual places."""
    on_path = (shutil.which(name) for name in _NAMES)
    installed = (place for place in _PLACES if Path(place).exists())
    return next((path for path in (os.environ.get("BROWSER_PATH"), *on_path, *installed) if path), None)


def require_browser() -> str:
    """Path of a browser; without one the calling test is skipped with the reason, or fails under CI=true."""
    import pytest

    path = find_browser()
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(NO_BROWSER)
    return path


@contextlib.contextmanager
def open_browser(profile: Path | None = None) -> Iterator:
    """A running browser (playwright's); raises RuntimeError if none is installed.

    With a profile folder, the browser keeps what it has loaded and compiled for the pages of its first
    context. Those pages request reduced motion: Streamlit's pulsing placeholders take a quarter of the work
    of opening a page.
    """
    path = find_browser()
    if path is None:
        raise RuntimeError(NO_BROWSER)
    with sync_playwright() as playwright:
        chromium = playwright.chromium
        if profile:
            running = chromium.launch_persistent_context(
                profile, executable_path=path, args=FLAGS, reduced_motion="reduce"
            ).browser
        else:
            running = chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield running
        finally:
            running.close()


_ports: list[int] = []  # ports that apps of this process have used: the browser caches by address


def _reserved(port: int) -> socket.socket:
    """A socket on this port of 127.0.0.1; 0 is a port that an earlier app has freed, else a new one."""
    for known in [] if port else _ports:
        with contextlib.suppress(OSError):
            return socket.create_server(("127.0.0.1", known))
    probe = socket.create_server(("127.0.0.1", port))
    if not port:
        _ports.append(probe.getsockname()[1])
    return probe


@contextlib.contextmanager
def running_app(
    script: Path,
    *arguments: str,
    options: tuple[str, ...] = (),
    env: dict[str, str] | None = None,
    port: int = 0,
    log: Path | None = None,
) -> Iterator[str]:
    """Serve `script` on a free port of 127.0.0.1, or on `port`, and yield its address.

    On leaving, the server is stopped and its temporary home removed. `arguments` reach the script, `options`
    Streamlit ("--server.baseUrlPath=sim"); `env` is added to the environment, and `log` receives the output
    of the server. Raises RuntimeError with that output if the server does not come up within `PATIENCE_S`.
    """
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home,
        _reserved(port) as probe,
    ):
        port = probe.getsockname()[1]
        probe.close()
        log = log or Path(home, "server.log")
        command = [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            str(script),
            f"--server.port={port}",
            "--server.address=127.0.0.1",
        ]
        command += ["--server.headless=true", "--browser.gatherUsageStats=false", *options, "--", *arguments]
        environment = os.environ | {"HOME": home, "USERPROFILE": home, "PYTHONPATH": str(ROOT)} | (env or {})
        with log.open("w") as output:
            server = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
            )
        try:
            _wait_until_up(server, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_until_up(server: subprocess.Popen, port: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"the app did not start:\n{log.read_text()}")


def run_count(page) -> int:
    """Completed runs this page has shown (0 before the first); see `simulator.ui.browser.finish_run`."""
    return int(page.evaluate("document.documentElement.dataset.run ?? 0"))


def wait_done(page, after: int = 0) -> int:
    """Wait until a run later than number `after` is complete and nothing is running; return its number.

    Take `after = run_count(page)` before acting. An element whose script is still loading appears as a
    skeleton; this waits for those too. Charts may still be drawing: see `wait_drawn`. Raises AssertionError
    with the state of the page if the page's default timeout passes.
    """
    try:
        page.wait_for_function(
            """after => Number(document.documentElement.dataset.run ?? 0) > after
                && document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"
                && !document.querySelector("[data-testid=stSkeleton]") """,
            arg=after,
            polling=BETWEEN_LOOKS_MS,
        )
    except NotInTime as error:
        stands = """() => {
            const app = document.querySelector("[data-testid=stApp]");
            const skeletons = document.querySelectorAll("[data-testid=stSkeleton]").length;
            const error = document.querySelector("[data-testid=stException]")?.innerText;
            return { run: document.documentElement.dataset.run, ...app?.dataset, skeletons, error };
        }"""
        raise AssertionError(f"no run after {after} was done: {page.evaluate(stands)}") from error
    return run_count(page)


def does(page, act):
    """Wait for any run in progress, do something that makes the app run, and wait until it is done."""
    run = wait_done(page)
    act()
    wait_done(page, after=run)


def opened(open_page, url: str, path: str = "", lang: str = "id", size: tuple[int, int] = (1440, 900)):
    """A page of the app at `url`, opened by the fixture `open_page`, once its first run is complete."""
    page = open_page(f"{url}/{path}?lang={lang}", *size)
    wait_done(page)
    return page


def go(page, words: str) -> None:
    """Follow the link with this text to another page of the app."""
    does(page, page.get_by_role("link", name=words, exact=True).click)


def choose(page, label: str, option: str) -> None:
    """Choose an option of the list with this label."""
    field = page.get_by_role("combobox", name=label)
    field.scroll_into_view_if_needed()  # scrolling would close the list of options
    settle(page)
    field.fill(option)
    does(page, page.get_by_role("option", name=option).click)


LAID_OUT = """() => {
    const isMoving = ({progress, endTime}) => progress !== null && Number.isFinite(endTime);  // null: still to begin
    const moves = document.getAnimations().some(
        a => a.playState === "running" && isMoving(a.effect.getComputedTiming()));
    const places = [...document.querySelectorAll("[data-testid]")].map(node => node.getBoundingClientRect());
    return moves ? performance.now() : [innerWidth, ...places];  // what moves is never alike
}"""


def settle(page, pictures: int = 10) -> None:
    """Wait until nothing on the page moves: `pictures` frames in a row have the same layout."""
    wait_alike(page, LAID_OUT, pictures)


def wait_alike(page, shown: str, pictures: int = 10) -> None:
    """Wait until `shown`, a JavaScript function, returns the same value in `pictures` frames in a row."""
    page.evaluate(
        f"""(pictures) => new Promise((done, failed) => {{
            let alike = 0, before = "";
            const latest = performance.now() + {PATIENCE_S * 1000};
            const look = () => {{
                const now = JSON.stringify(({shown})());
                alike = now === before ? alike + 1 : 0;
                before = now;
                if (performance.now() > latest) failed(new Error("the page does not come to rest"));
                alike < pictures ? requestAnimationFrame(look) : done();
            }};
            look();
        }})""",
        pictures,
    )


def resize(page, width: int, height: int) -> None:
    """Resize the window, and wait until the page has adapted to the new size."""
    page.set_viewport_size({"width": width, "height": height})
    settle(page)


def drawn_count(page, key: str) -> int:
    """How often the chart with this key has been drawn on its present node; 0 without a node."""
    return int(
        page.evaluate(
            "key => document.querySelector(`.chart-plot[data-key='${key}']`)?.dataset.drawn ?? 0", key
        )
    )


def wait_drawn(page, key: str, after: int = 0) -> int:
    """Wait until the chart with this key has been drawn more than `after` times; return how often."""
    page.wait_for_function(
        "([key, after]) => Number(document.querySelector(`.chart-plot[data-key='${key}']`)?.dataset.drawn ?? 0) > after",
        arg=[key, after],
        polling=BETWEEN_LOOKS_MS,
    )
    return drawn_count(page, key)


def slider(page, label: str):
    """The slider with exactly this label.

    Its accessible name repeats the label, so role and name cannot match it exactly.
    """
    return page.locator(f'input[type=range][aria-label="{label}"]')


KEY_CODES = {"PageUp": 33, "ArrowLeft": 37, "ArrowRight": 39}


def tap(page, key: str, times: int, a_second: int, slowed: int = 1) -> None:
    """Tap a key `times` times, `a_second` by the keyboard's clock, even if the browser is slowed down."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    begun = time.time()
    for i in range(times):
        at = begun + i / a_second
        time.sleep(max(0.0, at - time.time()))
        for kind in ("rawKeyDown", "keyUp"):
            code = KEY_CODES[key]
            devtools.send(
                "Input.dispatchKeyEvent",
                {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "timestamp": at},
            )
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    devtools.detach()


@cache
def _streamlit_names() -> tuple[str, ...]:
    """The accessible names in Streamlit's own scripts, cut off before the first inserted value."""
    import streamlit

    scripts = Path(streamlit.__file__).parent.glob("static/static/js/*.js")
    found = (
        re.findall(r"""aria-?[lL]abel["']?:\s*["'`]([^"'`]+)["'`]""", path.read_text("utf-8"))
        for path in scripts
    )
    return tuple({name.partition("${")[0] for names in found for name in names})


def hosts_requested(page) -> set[str | None]:
    """The hosts from which a page of the fixture `open_page` requested anything."""
    return {urlsplit(url).hostname for url in page.addresses if not url.startswith(("blob:", "data:"))}


def english_names(page) -> list[str]:
    """Accessible names on an Indonesian page that are still Streamlit's English ones."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    shown = page.evaluate(
        "[...document.querySelectorAll('[aria-label]')].map(node => node.getAttribute('aria-label'))"
    )
    theirs = _streamlit_names()
    assert (
        "Collapse sidebar" in theirs and "Remove " in theirs
    )  # otherwise the scripts are written in another way now
    begun = tuple(name for name in theirs if name.endswith(" "))
    skip = page.get_by_test_id("stSkipToContent").text_content()
    found = [name for name in shown if name in theirs or name.startswith(begun)]
    return found + [skip] * (skip == "Skip to main content")
