"""Serving an agency: people sign in at a provider, and the agency's lists decide what each may do.

This holds whatever their browser sends.
"""

import json
import re

import pytest
from browser import PATIENCE_S, does, english_names, go, opened, running_app, slider, wait_done
from oidc import CLIENT, COOKIE_SECRET, provider, secrets_file
from playwright.sync_api import expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from test_front import response_to, stream

PEOPLE = {
    "Ani": {"email": "Ani@Kendal.example", "email_verified": True},
    "Budi": {"email": "budi@kendal.example"},
    "Cahya": {"email": "cahya@kendal.example"},
    "Palsu": {"email": "ani@kendal.example", "email_verified": False},
}
LISTS = 'hosts = ["simulator.kendal.example"]\neditors = ["ani@kendal.example"]\nviewers = ["Budi@kendal.example"]\n'


@pytest.fixture(scope="module")
def logs(tmp_path_factory):
    return tmp_path_factory.mktemp("logs")


@pytest.fixture(scope="module")
def agency(home, logs):
    """The address of the app that serves an agency."""
    (home / "agency.toml").write_text(LISTS)
    with provider(PEOPLE) as address:
        options = secrets_file(home / "secrets.toml", address, "http://127.0.0.1:{port}")
        with running_app(home / "app.py", options=options, log=logs / "server.log") as url:
            yield url


@pytest.fixture
def scenarios(files):
    """Restore the scenario files that a test changes."""


@pytest.fixture
def signed_in(browser, agency):
    """A function who -> a page with that person signed in, in a browser context of their own."""
    contexts = []

    def sign_in(who: str, lang: str = "id"):
        contexts.append(browser.new_context(viewport={"width": 1440, "height": 900}))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE_S * 1000)
        page.goto(f"{agency}/?lang={lang}")
        wait_done(page)
        page.get_by_role("button", name={"id": "Masuk", "en": "Sign in"}[lang]).click()
        page.get_by_role("link", name=who).click()
        page.wait_for_url(f"{agency}/**")
        wait_done(page)
        return page

    yield sign_in
    for context in contexts:
        context.close()


def audit(home) -> list[dict]:
    log = home / "data" / "audit.jsonl"
    return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []


def held(home) -> dict:
    """The scenario files, their histories and the trash."""
    found = (path for path in (home / "scenarios").rglob("*.json") if ".drafts" not in path.parts)
    return {path: path.read_bytes() for path in found}


def move(page) -> None:
    """Move the first lever."""
    does(page, lambda: slider(page, "OPD, % ASN").press("ArrowRight"))


def manage(page, stem: str) -> None:
    words = page.locator(f".st-key-manage-{stem}").get_by_role("button", name=re.compile("^(Kelola|Manage)"))
    does(page, words.first.click)


def is_at_the_door(page) -> None:
    expect(page.get_by_role("button", name="Masuk", exact=True)).to_be_visible()
    expect(page.get_by_test_id("stPageLink")).to_have_count(0)
    assert page.get_by_role("slider").count() == 0 and "peserta" not in page.locator("body").inner_text()


def test_whoever_has_not_signed_in_is_asked_to_on_every_page_and_sees_nothing_else(agency, open_page, home):
    before = held(home)
    for path in ("", "scenarios", "meeting", "data"):
        is_at_the_door(opened(open_page, agency, path))
    page = opened(open_page, agency, lang="en")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    does(page, page.get_by_role("button", name="ID", exact=True).click)
    is_at_the_door(page)
    assert not english_names(page) and held(home) == before
    assert not list((home / "scenarios").glob(".drafts/*"))


def test_an_editor_saves_and_history_and_audit_log_say_who(signed_in, scenarios, home):
    page, before = signed_in("Ani"), len(audit(home))
    assert "hanya melihat" not in page.locator("body").inner_text()
    move(page)
    does(page, page.get_by_role("button", name="Simpan", exact=True).click)
    expect(page.get_by_text("tersimpan.").first).to_be_visible()
    (line,) = audit(home)[before:]
    assert (line["who"], line["did"], line["what"]) == (
        "ani@kendal.example",
        "saved",
        "scenarios/komitmen-september.json",
    )
    go(page, "Skenario")
    manage(page, "komitmen-september")
    page.get_by_text("Riwayat (").click()
    expect(page.get_by_text("disimpan oleh ani@kendal.example")).to_be_visible()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_viewer_who_tries_is_refused_and_keeps_the_work_though_nothing_is_written(
    lang, signed_in, scenarios, home
):
    shown = {"id": "terdaftar hanya untuk melihat", "en": "is listed to look only"}[lang]
    page, before, lines = signed_in("Budi"), held(home), audit(home)
    if lang == "en":
        does(page, page.get_by_role("radio", name="EN").click)
    expect(page.get_by_text({"id": "· hanya melihat", "en": "· may only look"}[lang])).to_be_visible()
    does(page, lambda: slider(page, "OPD, % ASN" if lang == "id" else "OPD, % of ASN").press("ArrowRight"))
    work = page.url

    def is_refused() -> None:
        expect(page.get_by_text(shown)).to_be_visible()
        assert held(home) == before and audit(home) == lines

    does(page, page.locator(".st-key-save button").click)
    is_refused()
    does(page, page.locator("[data-testid=stPageLink] a[href*=scenarios]").click)
    for key in ("duplicate", "delete"):
        manage(page, "contoh")
        does(page, page.locator(f".st-key-{key} button").first.click)
        is_refused()
    page.goto(work)  # the work survives a refresh
    wait_done(page)
    expect(page.get_by_text({"id": "belum disimpan", "en": "not saved"}[lang])).to_be_visible()


@pytest.mark.parametrize("who, expected", [("Cahya", "tidak terdaftar"), ("Palsu", "akun instansi")])
def test_whoever_is_on_no_list_or_has_an_address_that_is_not_theirs_sees_that_alone(who, expected, signed_in):
    page = signed_in(who)
    expect(page.get_by_text(expected)).to_be_visible()
    expect(page.get_by_test_id("stPageLink")).to_have_count(0)
    if who == "Cahya":
        page.get_by_role("button", name="Keluar").click()
        expect(page.get_by_role("button", name="Masuk")).to_be_visible()


def test_whoever_signs_out_is_at_the_door_again(signed_in):
    page = signed_in("Ani")
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_role("button", name="Masuk")).to_be_visible()
    wait_done(page)
    is_at_the_door(page)
    assert not [cookie for cookie in page.context.cookies() if cookie["name"].startswith("_streamlit_user")]


def test_whoever_is_taken_off_the_list_is_out_at_the_next_move(signed_in, scenarios, home):
    page, before = signed_in("Ani"), held(home)
    try:
        (home / "agency.toml").write_text(LISTS.replace("ani@", "orang-lain@"))
        does(page, page.get_by_role("link", name="Data", exact=True).click)
        expect(page.get_by_text("tidak terdaftar")).to_be_visible()
        (home / "agency.toml").unlink()
        page.reload()
        expect(page.get_by_text("tidak dapat dibaca")).to_be_visible()
        expect(page.get_by_test_id("stPageLink")).to_have_count(0)
    finally:
        (home / "agency.toml").write_text(LISTS)
    assert held(home) == before


def test_a_cookie_is_out_of_reach_of_scripts_and_one_that_somebody_else_signed_opens_nothing(
    signed_in, browser, agency
):
    cookies = [c for c in signed_in("Ani").context.cookies() if c["name"].startswith("_streamlit_user")]
    assert cookies and all(c["httpOnly"] and c["sameSite"] == "Lax" for c in cookies)
    (user,) = [c for c in cookies if c["name"] == "_streamlit_user"]
    claims = {"is_logged_in": True, "email": "ani@kendal.example", "provider": "default", "origin": agency}
    forged = create_signed_value("x" * 32, "_streamlit_user", json.dumps(claims)).decode()
    assert create_signed_value(COOKIE_SECRET, "_streamlit_user", json.dumps(claims)).decode() != forged
    first = "B" if user["value"][0] == "A" else "A"  # the last letter may hold unused bits
    for value in (forged, first + user["value"][1:], json.dumps(claims)):
        with browser.new_context() as context:
            context.add_cookies([{"name": "_streamlit_user", "value": value, "url": agency}])
            page = context.new_page()
            page.goto(agency)
            wait_done(page)
            is_at_the_door(page)


def test_the_agency_s_name_is_answered_and_no_other(agency):
    server = agency.removeprefix("http://")
    port = server.rpartition(":")[2]
    ours, other = f"simulator.kendal.example:{port}", f"evil.example:{port}"
    assert (
        response_to(server, "/", Host=ours).status == 200
        and response_to(server, "/", Host=other).status == 403
    )
    assert stream(server, ours, f"http://{ours}") == 101 and stream(server, ours, f"http://{other}") == 403


def test_no_secret_stands_in_what_the_server_says_or_in_the_audit_log(signed_in, logs, home):
    signed_in("Ani").close()
    text = (logs / "server.log").read_text() + (home / "data" / "audit.jsonl").read_text()
    assert text and CLIENT["client_secret"] not in text and COOKIE_SECRET not in text
