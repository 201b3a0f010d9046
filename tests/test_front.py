"""The requests that the server answers: only from this computer, by its own names, and never for a page of another site."""

import http.client
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from browser import PATIENCE_S, ROOT, running_app

from simulator.ui import front

STREAM = "/_stcore/stream"


@pytest.fixture(scope="module")
def outside(tmp_path_factory):
    """A file with every external address to which the server starts a connection, and a folder with the Python code that writes it."""
    folder = tmp_path_factory.mktemp("watch")
    (folder / "sitecustomize.py").write_text(
        "import pathlib, socket, sys\n"
        f"log = pathlib.Path({str(folder / 'addresses.txt')!r})\n"
        "def watch(event, args):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo'):\n"
        "        name = args[1][0] if event == 'socket.connect' else args[0]\n"
        "        if str(name) not in ('127.0.0.1', 'localhost', '::1', 'None'):\n"
        "            log.open('a').write(f'{event} {name}\\n')\n"
        "sys.addaudithook(watch)\n"
    )
    return folder / "addresses.txt"


@pytest.fixture(scope="module")
def server(outside):
    """Host and port of the app, running."""
    paths = os.pathsep.join((str(outside.parent), str(ROOT)))
    with running_app(ROOT / "app.py", env={"PYTHONPATH": paths}) as url:
        yield url.removeprefix("http://")


def response_to(server: str, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    """The response to a request with given headers."""
    connection = http.client.HTTPConnection(server, timeout=PATIENCE_S)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    if answer.status != 101:
        answer.read()
    connection.close()
    return answer


def stream(server: str, host: str, origin: str) -> int:
    """The status of the response to a websocket request with this host and this page as its origin."""
    key = {"Sec_WebSocket_Version": "13", "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    opening = {"Connection": "Upgrade", "Upgrade": "websocket", **key}
    return response_to(server, STREAM, Host=host, Origin=origin, **opening).status


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/host-config", "/units", "/nowhere"])
def test_every_answer_forbids_frames_and_anything_from_elsewhere(server, path):
    answer = response_to(server, path)
    assert answer.status == 200 or path == "/nowhere"
    policy = answer.getheader("content-security-policy")
    assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy and "http" not in policy
    assert answer.getheader("x-frame-options") == "DENY"
    assert answer.getheader("x-content-type-options") == "nosniff"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "[", "evil.example@127.0.0.1:1/"]
)
def test_a_name_that_is_not_this_computer_s_reaches_nothing(server, host):
    assert response_to(server, "/", Host=host).status == 403


def test_a_page_of_another_place_reaches_neither_the_app_nor_its_uploads(server):
    for origin in ("http://evil.example", "https://127.0.0.1", "null"):
        assert response_to(server, "/_stcore/health", Origin=origin).status == 403
        assert (
            response_to(server, "/_stcore/upload_file/a/b", "PUT", Origin=origin, Content_Length="1").status
            == 403
        )


def test_measures_of_the_server_are_nobody_s_business(server):
    assert response_to(server, "/_stcore/metrics").status == 404


def test_a_websocket_is_opened_to_this_computer_s_own_pages_alone_and_asks_nobody_outside(server, outside):
    port = server.rpartition(":")[2]
    assert stream(server, server, f"http://{server}") == 101
    assert stream(server, f"localhost:{port}", f"http://localhost:{port}") == 101
    for host, origin in (
        (server, "http://evil.example"),  # a page somewhere
        (
            f"evil.example:{port}",
            f"http://evil.example:{port}",
        ),  # whose owner pointed its name to this computer
        (server, f"http://localhost:{int(port) - 1}"),  # another program on this computer
    ):
        assert stream(server, host, origin) == 403
    assert not outside.exists(), outside.read_text()


def test_the_watch_sees_an_address_outside(outside):
    code = "import socket\ntry: socket.getaddrinfo('evil.invalid', 80)\nexcept OSError: pass"
    environment = os.environ | {"PYTHONPATH": str(outside.parent)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert "evil.invalid" in outside.read_text()
    outside.unlink()


def test_an_upload_of_unknown_length_is_refused(server):
    assert response_to(server, "/_stcore/upload_file/a/b", "PUT").status == 411


@pytest.mark.parametrize("held, status", [(0, 0), (34_000_000, 0), (36_000_000, 413)])
def test_a_visit_holds_so_many_uploads_and_no_more(held, status, monkeypatch):
    storage = {"a": {"1": SimpleNamespace(data=bytes(held))}, "b": {}}
    runtime = SimpleNamespace(uploaded_file_mgr=SimpleNamespace(file_storage=storage))
    monkeypatch.setattr(front, "get_instance", lambda: runtime)
    assert front._too_much("/_stcore/upload_file/a/2", {"content-length": "5000000"}) == status
    assert front._too_much("/_stcore/upload_file/b/2", {"content-length": "5000000"}) == 0


def test_the_app_ends_where_the_environment_opens_it_to_the_network_and_asks_nobody_outside(outside):
    watched = {"PYTHONPATH": str(outside.parent)}
    environment = os.environ | {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"} | watched
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.headless=true",
        "--server.port=0",
    ]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, timeout=PATIENCE_S, text=True
    )
    assert done.returncode == 1 and "0.0.0.0" in done.stderr
    assert not outside.exists()
