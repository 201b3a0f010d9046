"""Run two servers of the program behind nginx, configured by `deploy/nginx.conf`, for tests."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from browser import ROOT, run_count, running_app, wait_done
from playwright.sync_api import Page

NAME = "localhost"  # the server name the program uses unless configured otherwise


def free_ports(count: int) -> list[int]:
    """Ports of this computer on which nothing listens."""
    with ExitStack() as held:
        return [
            held.enter_context(socket.create_server(("127.0.0.1", 0))).getsockname()[1] for _ in range(count)
        ]


@contextmanager
def behind_nginx(
    app: Path, folder: Path, https: int, options: tuple[str, ...] = ()
) -> Iterator[tuple[str, Path]]:
    """Run two servers of `app` behind nginx, with a certificate made in `folder`.

    Yields the address and the access log, which records the server that answered each request. Without nginx
    the test is skipped, or fails under CI=true.
    """
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not (nginx and shutil.which("openssl")):
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("no nginx or openssl found")
    first, second, http = free_ports(3)
    _certify(folder)
    _configure(folder, first, second, http, https)
    with ExitStack() as running:
        for port in (first, second):
            running.enter_context(running_app(app, port=port, options=options))
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


def _certify(folder: Path) -> None:
    certificate = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem", "-days", "2"]
    subject = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *certificate, *subject]
    subprocess.run(make, check=True, capture_output=True)


def _configure(folder: Path, first: int, second: int, http: int, https: int) -> None:
    """Write the shipped configuration with only the ports, the name and the files changed."""
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


def kill_server_of(page: Page, log: Path) -> None:
    """Kill the server that sent a page its static files; wait until the page has restarted on the other."""
    requests_of_page = [line.split() for line in log.read_text().splitlines()]
    server = next(who for who, what in reversed(requests_of_page) if what.startswith("/static/"))
    run = run_count(page)
    os.kill(_process_at(server.rpartition(":")[2]), signal.SIGKILL)
    page.wait_for_function(
        "run => { const now = Number(document.documentElement.dataset.run); return now > 0 && now < run; }",
        arg=run,
    )
    wait_done(page)


def _process_at(port: str) -> int:
    """The id of the process that serves on a port, found by its command line."""
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # a process that has just ended
            if f"--server.port={port}".encode() in command.read_bytes().split(b"\0"):
                return int(command.parent.name)
    raise AssertionError(f"nothing serves on {port}")
