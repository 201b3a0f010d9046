"""Two tabs on one draft: the second gets a copy; a closed tab blocks nobody."""

from types import SimpleNamespace

import pytest

from simulator.ui import tabs


@pytest.fixture
def as_tab(monkeypatch):
    """A function (name) that switches to the tab with this name; `open` are the open tabs."""
    monkeypatch.setattr(tabs, "_working", {})
    still_open = {"first", "second"}
    monkeypatch.setattr(tabs.runtime, "exists", lambda: True)
    instance = SimpleNamespace(is_active_session=still_open.__contains__)
    monkeypatch.setattr(tabs.runtime, "get_instance", lambda: instance)

    def works(name):
        monkeypatch.setattr(tabs, "get_script_run_ctx", lambda: SimpleNamespace(session_id=name))

    works.open = still_open
    return works


def test_the_second_tab_cannot_have_the_draft_while_the_first_is_open(as_tab):
    as_tab("first")
    assert tabs.claim("a") and tabs.claim("a")
    as_tab("second")
    assert not tabs.claim("a") and tabs.claim("b")
    as_tab.open.remove("first")
    assert tabs.claim("a")


def test_a_tab_that_comes_back_after_another_took_its_draft_cannot_have_it(as_tab):
    as_tab("first")
    assert tabs.claim("a")
    as_tab.open.remove("first")  # its computer slept
    as_tab("second")
    assert tabs.claim("a")
    as_tab.open.add("first")
    as_tab("first")
    assert not tabs.claim("a")
