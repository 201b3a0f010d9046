"""The meeting room in a real browser: a lost server, a value typed by keys, an entry that is kept."""

import socket

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import PATIENCE_S, does, opened, running_app, settle, wait_done, wait_drawn

LEVER = "Partisipasi minimal: OPD, % ASN"


def in_the_room(open_page, url, lang="id", size=(1440, 900)):
    page = opened(open_page, url, "meeting", lang, size)
    wait_drawn(page, "meeting-chart")
    page.wait_for_function("document.documentElement.dataset.keys?.includes('PageDown')")
    return page


def test_levers_move_on_without_the_server_and_it_has_their_values_when_it_is_back(open_page, home):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with running_app(home / "app.py", port=port) as url:
        page = in_the_room(open_page, url)
    bar = page.locator(".adrift")
    bar.get_by_text("Sambungan ke aplikasi terputus.").wait_for()  # the server has been stopped
    bar.get_by_role("slider").press("End")
    shown = page.locator(".mt-number").filter(visible=True)
    expect(shown).to_have_text("2.517")
    page.keyboard.press("2")  # another lever, picked by its number
    bar.get_by_role("slider", name="Kecamatan, % ASN").press("End")
    expect(shown).to_have_text("2.585")
    with running_app(home / "app.py", port=port):
        expect(bar).to_have_count(0)
        expect(page.locator(f'input[type=range][aria-label="{LEVER}"]')).to_have_value("100")
        page.wait_for_function("document.documentElement.dataset.live === undefined")
        wait_done(page)
        expect(shown).to_have_text("2.585")  # by the app, which has both values
        does(page, lambda: page.keyboard.press("z"))
        expect(shown).to_have_text("1.256")  # after one undo step
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_value_is_typed_after_the_number_of_its_lever_and_a_note_outlives_escape_and_another_page(
    open_page, url
):
    page = in_the_room(open_page, url)
    for key in ("1", "6", "0"):  # in quick succession
        page.keyboard.press(key)
    expect(page.locator(".mt-typed")).to_contain_text("60")
    page.keyboard.press("Enter")
    expect(page.locator(f'input[type=range][aria-label="{LEVER}"]')).to_have_value("60")
    wait_done(page)
    does(page, lambda: page.keyboard.press("n"))
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Pertanyaan").fill("Bila OPD 60 %?")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.reload()
    wait_done(page)
    page.wait_for_function("document.documentElement.dataset.keys?.includes('PageDown')")
    does(page, lambda: page.keyboard.press("n"))
    expect(dialog.get_by_label("Pertanyaan")).to_have_value("Bila OPD 60 %?")
    does(page, dialog.get_by_role("button", name="Masukkan ke catatan").click)
    page.get_by_text("Sudah masuk catatan keputusan (1).").wait_for()
    does(page, lambda: page.keyboard.press("n"))
    expect(dialog.get_by_label("Pertanyaan")).to_have_value("")


def test_a_note_sent_without_the_server_is_reported_to_wait_and_is_there_when_it_is_back(open_page, home):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with running_app(home / "app.py", port=port) as url:
        page = in_the_room(open_page, url)
        does(page, lambda: page.keyboard.press("n"))
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Pertanyaan").fill("Bila OPD 60 %?")
    page.locator(".adrift").wait_for()  # the server has been stopped
    dialog.get_by_role("button", name="Masukkan ke catatan").press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("Belum masuk catatan: sambungan terputus.")
    with running_app(home / "app.py", port=port):
        expect(page.locator(".adrift")).to_have_count(0)
        expect(dialog).to_have_count(0)
        wait_done(page)
        does(page, lambda: page.keyboard.press("n"))
        expect(dialog.get_by_label("Pertanyaan")).to_have_value("Bila OPD 60 %?")


@pytest.mark.parametrize(("lang", "size"), [("id", (1440, 900)), ("en", (390, 844))])
def test_without_the_server_a_value_is_typed_and_a_key_that_needs_it_says_so(open_page, home, lang, size):
    with running_app(home / "app.py") as url:
        page = in_the_room(open_page, url, lang, size)
    bar = page.locator(".adrift")
    for key in ("1", "6", "0", "Enter"):
        bar.wait_for()  # the server has been stopped
        page.keyboard.press(key)
    field, slider = bar.get_by_role("textbox"), bar.get_by_role("slider")
    expect(slider).to_have_value("60")
    expect(page.locator(".mt-number").filter(visible=True)).to_have_text("1.918" if lang == "id" else "1,918")
    message = bar.get_by_role("status")
    for key in ("t", "/", "n", "m", "PageDown"):
        page.keyboard.press(key)
        shown = key.upper() if len(key) == 1 else key
        waits = {"id": f"Tombol {shown} baru bekerja setelah", "en": f"The key {shown} works only once"}
        expect(message).to_contain_text(waits[lang])
    assert page.get_by_role("dialog").count() == 0
    page.keyboard.press("2")  # the next lever; its value is out of bounds and discarded
    page.keyboard.type("140")
    page.keyboard.press("Enter")
    expect(message).to_contain_text({"id": "“140” tidak dapat dipakai.", "en": "“140” cannot be used."}[lang])
    page.keyboard.press("Escape")
    expect(field).to_have_value("0")
    expect(slider).to_be_focused()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    for button in bar.get_by_role("button").all():
        box = button.bounding_box()
        assert box["width"] >= 44 and box["height"] >= 44


@pytest.mark.parametrize("lang", ["id", "en"])
def test_on_a_phone_every_button_of_the_room_can_be_touched_and_its_dialog_read(browser, url, lang):
    phone = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    try:
        phone.set_default_timeout(PATIENCE_S * 1000)
        page = phone.new_page()
        page.goto(f"{url}/meeting?lang={lang}")
        wait_done(page)
        page.wait_for_function("document.documentElement.dataset.keys?.includes('PageDown')")
        assert_apart(page.locator(".st-key-mt-foot button[kind=tertiary]"))
        dialog = page.get_by_role("dialog")
        for name in ("ask", "needed", "office", "note", "help"):
            does(page, page.locator(f".st-key-mt-open-{name} button").tap)
            dialog.wait_for()
            if name == "office":
                page.wait_for_function("document.activeElement.matches('[role=dialog] input')")
                page.keyboard.type({"id": "dalam kelompok", "en": "in the group"}[lang])
                page.get_by_role("option").nth(5).wait_for()
                assert page.get_by_role("listbox").evaluate(CUT) == []
                page.keyboard.press("ControlOrMeta+a")
                page.keyboard.type("ASN lain")
                page.get_by_role("option").first.tap()
                dialog.get_by_role("table").wait_for()
            settle(page)
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            assert dialog.evaluate(SIDEWAYS) == [], name
            dialog.get_by_role("button", name={"id": "Tutup", "en": "Close"}[lang]).tap()
            expect(dialog).to_have_count(0)
    finally:
        phone.close()


CUT = """list => [...list.querySelectorAll("[role=option]")].filter(option => {
    const letters = document.createRange();
    letters.selectNodeContents(option);
    const [box, text] = [option.parentElement, letters].map(of => of.getBoundingClientRect());
    return text.top < box.top || text.bottom > box.bottom || text.right > box.right;
}).map(option => option.textContent)"""
SIDEWAYS = """dialog => {
    const right = dialog.getBoundingClientRect().right;
    return [...dialog.querySelectorAll("*")].filter(node => node.getBoundingClientRect().right > right + 1).map(node => node.outerHTML);
}"""


def assert_apart(buttons):
    """Each button is large enough for a finger, and none overlaps another."""
    boxes = [button.bounding_box() for button in buttons.all()]
    assert len(boxes) > 10
    for i, a in enumerate(boxes):
        assert a["width"] >= 44 and a["height"] >= 44
        for b in boxes[:i]:
            assert (
                a["x"] >= b["x"] + b["width"] - 1
                or b["x"] >= a["x"] + a["width"] - 1
                or a["y"] >= b["y"] + b["height"] - 1
                or b["y"] >= a["y"] + a["height"] - 1
            )


def test_units_that_a_floor_does_not_reach_are_named_while_the_lever_is_held(open_page, url):
    page = in_the_room(open_page, url)
    lever, held = page.locator(f'input[type=range][aria-label="{LEVER}"]'), page.locator(".mt-held")
    lever.focus()
    expect(held).to_be_visible()  # the floor asks nothing of any office yet: the keys are shown
    does(page, lambda: lever.press("End"))
    expect(lever).to_be_focused()
    expect(page.locator(".mt-none")).to_contain_text("Tidak termasuk: 13 OPD yang belum ikut")
    expect(page.locator(".mt-none")).to_be_visible()
    expect(held).to_be_hidden()
