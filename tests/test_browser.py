"""Without a browser, tests are skipped with the reason, and in CI they fail."""

import pytest

from tests import browser


@pytest.fixture
def no_browser(monkeypatch):
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    monkeypatch.setattr(browser, "_PLACES", ())


def test_without_a_browser_a_test_is_skipped_with_the_reason(no_browser, monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="set BROWSER_PATH"):
        browser.require_browser()


def test_without_a_browser_a_test_fails_in_ci(no_browser, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="set BROWSER_PATH"):
        browser.require_browser()


def test_browser_path_goes_before_what_is_installed(no_browser, monkeypatch):
    monkeypatch.setenv("BROWSER_PATH", "my/browser")
    assert browser.require_browser() == "my/browser"


def test_an_app_that_does_not_start_is_shown_with_its_output(tmp_path):
    with (
        pytest.raises(RuntimeError, match=r"no-such-page\.py"),
        browser.running_app(tmp_path / "no-such-page.py"),
    ):
        pass
