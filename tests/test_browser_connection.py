"""A server that goes away and comes back: the page says so in both languages, and the work goes on."""

import socket
from functools import partial

import pytest
from playwright.sync_api import expect

from tests.browser import does, opened, running_app, slider, wait_done

WORDS = {
    "id": ("Sambungan ke aplikasi terputus", "Pekerjaan Anda tersimpan.", "OPD, % ASN", "Urungkan"),
    "en": ("The connection to the app is lost", "Your work is kept.", "OPD, % of ASN", "Undo"),
}


def test_a_lost_server_is_reported_in_our_words_and_the_work_goes_on_when_it_is_back(open_page, home):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with running_app(home / "app.py", port=port) as url:
        page_in = {lang: opened(open_page, url, lang=lang) for lang in WORDS}
        for lang, page in page_in.items():
            does(page, partial(slider(page, WORDS[lang][2]).press, "End"))
    for lang, page in page_in.items():  # the server has been stopped
        shows_lost_connection(page, lang)
        page.evaluate("document.documentElement.dataset.run = 0")
    with running_app(home / "app.py", port=port):
        for lang, page in page_in.items():
            goes_on(page, lang)


def shows_lost_connection(page, lang):
    title, kept, *_ = WORDS[lang]
    dialog = page.get_by_role("dialog")
    dialog.get_by_text(kept).wait_for()
    assert dialog.get_by_role("heading").inner_text() == title
    assert "Streamlit" not in dialog.inner_text() and dialog.locator("code:visible").count() == 0


def goes_on(page, lang):
    *_, lever, undo = WORDS[lang]
    wait_done(page)  # without any action of the user
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(slider(page, lever)).to_have_value("100")
    does(page, lambda: slider(page, lever).press("Home"))  # the first move already takes effect
    expect(page.locator("[class*=st-key-card-] input[type=text]").first).to_have_value(
        "0,0" if lang == "id" else "0.0"
    )
    does(page, page.get_by_role("button", name=undo, exact=True).filter(visible=True).first.click)
    expect(slider(page, lever)).to_have_value("100")


@pytest.mark.parametrize(
    ("lang", "title", "open_now"),
    [("id", "Halaman tidak ditemukan", "Ringkasan"), ("en", "There is no such page", "Overview")],
)
def test_an_address_without_a_page_is_reported_in_our_words(open_page, url, lang, title, open_now):
    page = opened(open_page, url, "tidak-ada", lang=lang)
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("heading", name=title, exact=True).wait_for()
    expect(dialog.get_by_text(f"{open_now}.")).to_have_count(1)
    assert "app's main page" not in dialog.inner_text()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
