"""An agency with sign-in, two servers behind nginx with TLS: a person who signed in stays signed in when their server is killed."""

import json

import pytest
from behind_nginx import NAME, behind_nginx, free_ports, kill_server_of
from browser import PATIENCE_S, does, slider, wait_done
from oidc import provider, secrets_file

MAIL = "ani@kendal.example"


@pytest.fixture
def agency(home, tmp_path):
    """The address of nginx, and its log of which server answered what."""
    (https,) = free_ports(1)
    (home / "agency.toml").write_text(f'hosts = ["{NAME}"]\neditors = ["{MAIL}"]\nviewers = []\n')
    with provider({"Ani": {"email": MAIL, "email_verified": True}}) as address:
        options = secrets_file(home / "secrets.toml", address, f"https://{NAME}:{https}")
        with behind_nginx(home / "app.py", tmp_path, https, options) as served:
            yield served


def test_whoever_signed_in_works_on_at_the_other_server(agency, home, browser):
    url, log = agency
    context = browser.new_context(ignore_https_errors=True)
    context.set_default_timeout(PATIENCE_S * 1000)
    page = context.new_page()
    page.goto(f"{url}/?lang=id")
    wait_done(page)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("link", name="Ani").click()
    page.wait_for_url(f"{url}/**")
    wait_done(page)
    kept = context.cookies()
    assert kept and all(cookie["secure"] for cookie in kept)
    does(page, lambda: slider(page, "OPD, % ASN").press("ArrowRight"))
    kill_server_of(page, log)
    does(page, page.get_by_role("button", name="Simpan", exact=True).click)
    (line,) = (home / "data" / "audit.jsonl").read_text().splitlines()
    texts = json.loads(line)
    assert (texts["who"], texts["did"]) == (MAIL, "saved")
    context.close()
