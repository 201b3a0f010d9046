"""Two servers on one folder behind nginx, as `deploy/nginx.conf` has it: real processes, TLS, a browser, forty writers."""

import http.client
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from browser import ROOT, does, run_count, running_app, slider, wait_done
from visitor import Visitor

from simulator.store import draft_store
from simulator.store.scenario_store import load, save_new, versions

NAME = "localhost"  # which the program goes by without a setting
LEVER = "lever participation.opd.target_share"
MOVED = "OPD, % ASN"
WRITERS, FILES, ROUNDS = 40, 10, 3


@pytest.fixture(scope="module")
def nginx():
    """Where nginx is; without one the tests are skipped, but fail where they have to run."""
    if not (shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") and shutil.which("openssl")):
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("no nginx or openssl found")
    return shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")


def free_ports(count: int) -> list[int]:
    with ExitStack() as held:
        return [
            held.enter_context(socket.create_server(("127.0.0.1", 0))).getsockname()[1] for _ in range(count)
        ]


@pytest.fixture(scope="module")
def office(nginx, home, tmp_path_factory):
    """The address nginx answers on, the servers by port, and its log of who answered what."""
    folder, (first, second, http, https) = tmp_path_factory.mktemp("nginx"), free_ports(4)
    certificate = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem", "-days", "2"]
    subject = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *certificate, *subject]
    subprocess.run(make, check=True, capture_output=True)
    shipped = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for written, here in (
        ("127.0.0.1:8501", f"127.0.0.1:{first}"),
        ("127.0.0.1:8502", f"127.0.0.1:{second}"),
        ("listen 443 ", f"listen 127.0.0.1:{https} "),
        ("listen 80;", f"listen 127.0.0.1:{http};"),
        ("simulator.example", NAME),
        ("/etc/ssl/simulator", str(folder)),
    ):
        assert written in shipped
        shipped = shipped.replace(written, here)
    (folder / "simulator.conf").write_text(shipped, encoding="utf-8")
    (folder / "nginx.conf").write_text(
        f"{'user root;' if os.geteuid() == 0 else ''} daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
        "events {}\nhttp {\n"
        + "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("proxy", "client_body", "fastcgi"))
        + f"uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;\n"
        f"log_format who '$upstream_addr $uri'; access_log {folder}/access.log who;\n"
        f"include {folder}/simulator.conf;\n}}\n"
    )
    with ExitStack() as running:
        for port in (first, second):
            running.enter_context(running_app(home / "app.py", port=port))
        server = subprocess.Popen([nginx, "-p", folder, "-c", folder / "nginx.conf"])
        running.callback(lambda: (server.terminate(), server.wait()))
        while server.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", https)).close()
                break
            except OSError:
                time.sleep(0.05)
        assert server.poll() is None, (folder / "error.log").read_text()
        yield f"https://{NAME}:{https}", folder / "access.log"


def trusting(office) -> dict:
    """How a visitor gets there: the certificate is the office's own, and the name is known to browsers only."""
    tls = ssl.create_default_context(cafile=office[1].with_name("fullchain.pem"))
    return {"ssl": tls, "address": ("127.0.0.1", int(office[0].rpartition(":")[2])), "proxy": None}


def of_person(number: int) -> dict[str, str]:
    return {"Cookie": f"simulator={number:032x}"}


def answered(log: Path) -> list[str]:
    """Which servers answered so far."""
    return [line.split()[0] for line in log.read_text().splitlines()]


def draft_of(home: Path, token: str) -> dict:
    """What is on disk of somebody's work."""
    return json.loads((home / "scenarios" / ".drafts" / f"{token}.json").read_text())


def floor_of(scenario) -> int:
    return round(scenario.participation.opd.target_share * 100)


def test_forty_writers_on_ten_scenarios_lose_and_double_nothing(office, home, files, monkeypatch):
    monkeypatch.setattr(draft_store, "DRAFTS", files / ".drafts")
    scenario = load("komitmen-september", files).scenario
    stems = [save_new(scenario.model_copy(update={"name": f"Bersama {n}"}), files)[0] for n in range(FILES)]
    tokens = [f"{number:016x}" for number in range(WRITERS)]
    for number, token in enumerate(tokens):
        draft_store.keep_draft(token, draft_store.opened(stems[number % FILES], files))

    def floors(number: int) -> list[int]:  # no two writers of a file set the same
        return [10 + number // FILES * ROUNDS + n for n in range(ROUNDS)]

    def write(number: int) -> list[int]:
        """Moves and saves in turn; what was said to be saved."""
        saved = []
        options = trusting(office) | {"additional_headers": of_person(number)}
        with Visitor(office[0], f"draft={tokens[number]}", **options) as visitor:
            for floor in floors(number):
                visitor.move(LEVER, floor)
                visitor.press("save")
                assert not visitor.errors
                asked = "save_as_name" in visitor.elements  # told that the file has changed
                assert visitor.elements["save"].disabled != asked
                saved += [] if asked else [floor]
        return saved

    with ThreadPoolExecutor(WRITERS) as pool:
        saved = list(pool.map(write, range(WRITERS)))
    for n, stem in enumerate(stems):
        kept = [floor_of(version.scenario) for version in versions(stem, files)]
        told = [floor for number in range(n, WRITERS, FILES) for floor in saved[number]]
        assert sorted(kept) == sorted([floor_of(scenario), *told]) and told
        assert floor_of(load(stem, files).scenario) == kept[0]
    for number, token in enumerate(tokens):
        draft = draft_of(home, token)
        steps = [*draft["undo"], draft["scenario"]]
        moved = [round(step["participation"]["opd"]["target_share"] * 100) for step in steps]
        assert moved == [floor_of(scenario), *floors(number)]
    assert len(set(answered(office[1]))) >= 2


def test_the_program_answers_through_nginx_with_its_headers_and_to_its_own_name_alone(office):
    url, context = office[0], trusting(office)["ssl"]
    port = int(url.rpartition(":")[2])

    def asked(host: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=60)
        connection.sock = context.wrap_socket(
            socket.create_connection(("127.0.0.1", port)), server_hostname=NAME
        )
        connection.request("GET", "/", headers={"Host": host})
        answer = connection.getresponse()
        answer.read()
        return answer

    answer = asked(f"{NAME}:{port}")
    assert answer.status == 200
    assert answer.getheader("strict-transport-security") and answer.getheader("x-frame-options") == "DENY"
    assert "default-src 'self'" in answer.getheader("content-security-policy")
    cookie = answer.getheader("set-cookie")
    assert all(word in cookie for word in ("simulator=", "Secure", "HttpOnly", "SameSite=Lax"))
    with pytest.raises(http.client.RemoteDisconnected):
        asked("evil.example")
    context.check_hostname = False
    with pytest.raises(ssl.SSLError):
        context.wrap_socket(
            socket.create_connection(("127.0.0.1", port)), server_hostname="evil.example"
        ).close()


def server_at(port: str) -> int:
    """The process that serves on a port, as its command says."""
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # one that has just ended
            if f"--server.port={port}".encode() in command.read_bytes().split(b"\0"):
                return int(command.parent.name)
    raise AssertionError(f"nothing serves on {port}")


def test_a_page_goes_on_at_the_other_server_when_its_own_is_killed(office, home, browser):
    """Last in the file: one server is gone then."""
    context = browser.new_context(ignore_https_errors=True)
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(f"{office[0]}/?lang=id")
    wait_done(page)
    asked_by_page = [line.split() for line in office[1].read_text().splitlines()]
    before = next(who for who, what in reversed(asked_by_page) if what.startswith("/static/"))
    slider(page, MOVED).focus()
    for _ in range(3):
        does(page, lambda: page.keyboard.press("ArrowRight"))
    token = page.evaluate("new URLSearchParams(location.search).get('draft')")
    moved = draft_of(home, token)
    run = run_count(page)
    os.kill(server_at(before.rpartition(":")[2]), signal.SIGKILL)
    page.wait_for_function(
        "run => { const now = Number(document.documentElement.dataset.run); return now > 0 && now < run; }",
        arg=run,
    )
    wait_done(page)
    assert page.evaluate("new URLSearchParams(location.search).get('draft')") == token
    assert draft_of(home, token) == moved
    shown = slider(page, MOVED).input_value()
    assert float(shown) == round(moved["scenario"]["participation"]["opd"]["target_share"] * 100, 6)
    does(page, page.get_by_role("button", name="Urungkan").click)
    assert draft_of(home, token)["scenario"] == moved["undo"][-1]
    context.close()
