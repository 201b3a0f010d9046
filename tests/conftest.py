"""Fixtures that several test files share: one browser, and apps started on a free port."""

import gc
import os
import secrets
import shutil
import sys
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import expect
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import local_script_runner

from simulator import __version__, clock
from simulator.store.draft_store import DRAFTS, keep_draft, opened
from tests.browser import PATIENCE_S, ROOT, open_browser, require_browser, running_app
from tests.commands import simulator

# Keep compiled bytecode whatever this machine is set to: otherwise each of the many processes compiles again.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# For all tests and the programs they start, today is 28 November 2026.
os.environ.setdefault(clock.GIVEN, "1795867200")

# The slowest files without a browser: they start many processes or make many hand-outs.
LONG = {
    "test_attribution",
    "test_bounds_explained",
    "test_brief",
    "test_deck",
    "test_every_number",
    "test_formula_sheets",
    "test_how_to_add",
    "test_pack",
    "test_run",
    "test_workbook",
}

# The same examples every time and no deadline; `--hypothesis-profile=thorough` draws new ones.
settings.register_profile(
    "usual",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("thorough", settings.get_profile("usual"), derandomize=False, print_blob=True)
settings.load_profile("usual")


def pytest_addoption(parser):
    """Add `--write-golden`, which overwrites the golden texts with the present output, for review."""
    parser.addoption("--write-golden", action="store_true")


@pytest.fixture(scope="session", autouse=True)
def components():
    """Scan the installed packages for components once per process, not for each app that a test runs."""
    with pytest.MonkeyPatch.context() as patch:
        found = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", found)
        yield


@pytest.fixture(scope="session", autouse=True)
def ends_of_runs():
    """Wait for an app within a test by joining its thread; AppTest polls every millisecond, which is slow."""
    looks = local_script_runner.require_widgets_deltas

    def waits(runner, _timeout=0):
        runner._script_thread.join(PATIENCE_S)
        if not runner.script_stopped():
            looks(runner, 0)  # raises

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local_script_runner, "require_widgets_deltas", waits)
        yield


@pytest.fixture
def golden(request):
    """A function that compares a text with its golden file, or writes the file."""

    def holds(name: str, found: str) -> None:
        path = ROOT / "tests" / "golden" / "words" / f"{name}.txt"
        lines = [line.rstrip() for line in found.replace(f" {__version__}", " …").splitlines()]
        if request.config.getoption("write_golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        assert lines == path.read_text(encoding="utf-8").splitlines()

    return holds


@pytest.hookimpl(tryfirst=True)  # before -m is applied
def pytest_collection_modifyitems(items):
    """Mark tests that need a browser; their files and slow ones come first, short ones fill the end."""
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker("browser")
    slow = {item.path for item in items if item.get_closest_marker("browser")}
    items.sort(key=lambda item: (item.path not in slow, item.path.stem not in LONG))


def pytest_collection_finish():
    """Freeze the objects made so far.

    Streamlit collects garbage after each run of an app and would scan them each time.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """One headless browser; see `require_browser` for the case without one."""
    require_browser()
    expect.set_options(timeout=PATIENCE_S * 1000)
    with open_browser(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture(scope="session")
def context(browser):
    """One cache and set of cookies for all pages, as a user has; Streamlit's sessions stay separate."""
    (context,) = browser.contexts
    context.set_default_timeout(PATIENCE_S * 1000)
    return context


@pytest.fixture
def open_page(context):
    """A function (url, width, height) -> page, for pages that are closed after the test.

    `page.addresses` lists every address the page requested, `page.failed` every uncaught error of its scripts.
    What pages of another test wrote into local storage is deleted.
    """
    pages = []

    def open_at(url: str, width: int = 1440, height: int = 900):
        page = context.new_page()
        if not pages:
            written = {"origin": url, "storageTypes": "local_storage"}
            page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", written)
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.addresses = []
        page.on("request", lambda request: page.addresses.append(request.url))
        page.failed = []
        page.on("pageerror", lambda error: page.failed.append(error.stack))
        page.goto(url)
        return page

    yield open_at
    for page in pages:
        page.close()


@pytest.fixture(scope="module")
def start_app():
    """A function like `running_app` for the tests of one file: the apps it started end with the file."""
    with ExitStack() as running:
        yield lambda script, *arguments, **settings: running.enter_context(
            running_app(Path(script), *arguments, **settings)
        )


@pytest.fixture(scope="session")
def program_url():
    """The address of the program itself, for tests that change neither its data nor its scenario files."""
    with running_app(ROOT / "app.py") as url:
        yield url


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A copy of the program that tests may change, with its own scenario files and data, and without actuals.

    Compiled bytecode is copied too, so that each copy does not compile again.
    """
    folder = tmp_path_factory.mktemp("program")
    for name in ("simulator", "data", "scenarios"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns(".*", "actuals", "list_columns.json")
        )
    shutil.copy(ROOT / "app.py", folder)
    return folder


@pytest.fixture(scope="module")
def url(start_app, home):
    """The address of that copy, running."""
    return start_app(home / "app.py")


@pytest.fixture
def files(home):
    """The scenario files, restored to the shipped ones after each test."""
    yield home / "scenarios"
    shutil.rmtree(home / "scenarios")
    shutil.copytree(ROOT / "scenarios", home / "scenarios", ignore=shutil.ignore_patterns(".*"))


@pytest.fixture
def baselines(home):
    """The folder of data sets, restored to the shipped one after each test."""
    yield home / "data" / "baselines"
    shutil.rmtree(home / "data" / "baselines")
    shutil.copytree(
        ROOT / "data" / "baselines", home / "data" / "baselines", ignore=shutil.ignore_patterns(".*")
    )


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    """The test's own scenario files, in this process; see `own_app.own_scenarios`."""
    from tests.own_app import own_scenarios

    return own_scenarios(tmp_path / "scenarios", monkeypatch)


@pytest.fixture
def own_app(own_folder):
    """The app running on those scenario files."""
    from tests.own_app import opened_app

    return opened_app()


@pytest.fixture
def refused(tmp_path, monkeypatch):
    """A function (name, data, *arguments) -> error lines of `intake` for a list it refuses or cannot find.

    Checks at the end that no file under `data` was added, removed or changed.
    """
    monkeypatch.chdir(tmp_path)

    def content():
        return {path: path.read_bytes() for path in (ROOT / "data").rglob("*") if path.is_file()}

    before = content()

    def lines(name, data, *arguments):
        if data is not None:
            (tmp_path / name).write_bytes(data)
        done = simulator("intake", name, *arguments)
        assert (done.returncode, done.stdout) == (2, b"")
        return done.stderr.decode().splitlines()

    yield lines
    assert content() == before


@pytest.fixture(scope="module")
def open_draft():
    """A function stem -> token of a new draft of that scenario, deleted afterwards."""
    tokens = []

    def keep(stem: str) -> str:
        tokens.append(secrets.token_hex(8))
        keep_draft(tokens[-1], opened(stem))
        return tokens[-1]

    yield keep
    for token in tokens:
        (DRAFTS / f"{token}.json").unlink(missing_ok=True)
