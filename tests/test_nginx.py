"""Two servers on one folder behind nginx, as `deploy/nginx.conf` has it: real processes, TLS, a browser, forty writers."""

import http.client
import json
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from behind_nginx import NAME, behind_nginx, free_ports, kill_server_of
from browser import PATIENCE_S, does, slider, wait_done
from visitor import Visitor

from simulator.store import draft_store
from simulator.store.scenario_store import load, save_new, versions

LEVER = "lever participation.opd.target_share"
MOVED = "OPD, % ASN"
WRITERS, FILES, ROUNDS = 40, 10, 3


@pytest.fixture(scope="module")
def agency(home, tmp_path_factory):
    """The address of nginx, and its log of which server answered what."""
    (https,) = free_ports(1)
    with behind_nginx(home / "app.py", tmp_path_factory.mktemp("nginx"), https) as served:
        yield served


def trusting(agency) -> dict:
    """Connection options for a visitor: the certificate is the agency's own, and only browsers resolve the name."""
    tls = ssl.create_default_context(cafile=agency[1].with_name("fullchain.pem"))
    return {"ssl": tls, "address": ("127.0.0.1", int(agency[0].rpartition(":")[2])), "proxy": None}


def of_person(number: int) -> dict[str, str]:
    return {"Cookie": f"simulator={number:032x}"}


def answered(log: Path) -> list[str]:
    """The servers that have answered so far."""
    return [line.split()[0] for line in log.read_text().splitlines()]


def draft_of(home: Path, token: str) -> dict:
    """The stored draft of a visitor's work."""
    return json.loads((home / "scenarios" / ".drafts" / f"{token}.json").read_text())


def floor_of(scenario) -> int:
    return round(scenario.participation.opd.target_share * 100)


def test_forty_writers_on_ten_scenarios_lose_and_double_nothing(agency, home, files, monkeypatch):
    monkeypatch.setattr(draft_store, "DRAFTS", files / ".drafts")
    scenario = load("komitmen-september", files).scenario
    stems = [save_new(scenario.model_copy(update={"name": f"Bersama {n}"}), files)[0] for n in range(FILES)]
    tokens = [f"{number:016x}" for number in range(WRITERS)]
    for number, token in enumerate(tokens):
        draft_store.keep_draft(token, draft_store.opened(stems[number % FILES], files))

    def floors(number: int) -> list[int]:  # no two writers of one file set the same value
        return [10 + number // FILES * ROUNDS + n for n in range(ROUNDS)]

    def write(number: int) -> list[int]:
        """Move and save in turn, on a page that is quick to draw; returns what was reported as saved."""
        saved = []
        options = trusting(agency) | {"additional_headers": of_person(number)}
        with Visitor(agency[0], f"draft={tokens[number]}", "sources", **options) as visitor:
            for floor in floors(number):
                visitor.move(LEVER, floor)
                visitor.press("save")
                assert not visitor.errors
                is_asking = "save_as_name" in visitor.elements  # because the file has changed
                assert visitor.elements["save"].disabled != is_asking
                saved += [] if is_asking else [floor]
        return saved

    with ThreadPoolExecutor(WRITERS) as pool:
        saved = list(pool.map(write, range(WRITERS)))
    for n, stem in enumerate(stems):
        kept = [floor_of(version.scenario) for version in versions(stem, files)]
        saved_floors = [floor for number in range(n, WRITERS, FILES) for floor in saved[number]]
        assert sorted(kept) == sorted([floor_of(scenario), *saved_floors]) and saved_floors
        assert floor_of(load(stem, files).scenario) == kept[0]
    for number, token in enumerate(tokens):
        draft = draft_of(home, token)
        steps = [*draft["undo"], draft["scenario"]]
        moved = [round(step["participation"]["opd"]["target_share"] * 100) for step in steps]
        assert moved == [floor_of(scenario), *floors(number)]
    assert len(set(answered(agency[1]))) >= 2


def test_the_program_answers_through_nginx_with_its_headers_and_to_its_own_name_alone(agency):
    url, context = agency[0], trusting(agency)["ssl"]
    port = int(url.rpartition(":")[2])

    def is_asking(host: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=PATIENCE_S)
        connection.sock = context.wrap_socket(
            socket.create_connection(("127.0.0.1", port)), server_hostname=NAME
        )
        connection.request("GET", "/", headers={"Host": host})
        answer = connection.getresponse()
        answer.read()
        return answer

    answer = is_asking(f"{NAME}:{port}")
    assert answer.status == 200
    assert answer.getheader("strict-transport-security") and answer.getheader("x-frame-options") == "DENY"
    assert "default-src 'self'" in answer.getheader("content-security-policy")
    cookie = answer.getheader("set-cookie")
    assert all(word in cookie for word in ("simulator=", "Secure", "HttpOnly", "SameSite=Lax"))
    with pytest.raises(http.client.RemoteDisconnected):
        is_asking("evil.example")
    context.check_hostname = False
    with pytest.raises(ssl.SSLError):
        context.wrap_socket(
            socket.create_connection(("127.0.0.1", port)), server_hostname="evil.example"
        ).close()


def test_a_page_goes_on_at_the_other_server_when_its_own_is_killed(agency, home, browser):
    """Last in the file, because one server is gone afterwards."""
    context = browser.new_context(ignore_https_errors=True)
    context.set_default_timeout(PATIENCE_S * 1000)
    page = context.new_page()
    page.goto(f"{agency[0]}/?lang=id")
    wait_done(page)
    slider(page, MOVED).focus()
    for _ in range(3):
        does(page, lambda: page.keyboard.press("ArrowRight"))
    token = page.evaluate("new URLSearchParams(location.search).get('draft')")
    moved = draft_of(home, token)
    kill_server_of(page, agency[1])
    assert page.evaluate("new URLSearchParams(location.search).get('draft')") == token
    assert draft_of(home, token) == moved
    shown = slider(page, MOVED).input_value()
    assert float(shown) == round(moved["scenario"]["participation"]["opd"]["target_share"] * 100, 6)
    does(page, page.get_by_role("button", name="Urungkan").click)
    assert draft_of(home, token)["scenario"] == moved["undo"][-1]
    context.close()
