"""The meeting room in a real browser: a server that goes away, a value by keys, an entry that is not lost."""

import socket

from playwright.sync_api import expect

from tests.browser import does, opened, running_app, wait_done, wait_drawn

LEVER = "Partisipasi minimal: OPD, % ASN"


def in_the_room(open_page, url):
    page = opened(open_page, url, "meeting", size=(1440, 900))
    wait_drawn(page, "meeting-chart")
    page.wait_for_function("document.documentElement.dataset.keys?.includes('PageDown')")
    return page


def test_levers_move_on_without_the_server_and_it_has_their_values_when_it_is_back(open_page, home):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with running_app(home / "app.py", port=port) as url:
        page = in_the_room(open_page, url)
    bar = page.locator(".adrift")
    bar.get_by_text("Sambungan ke aplikasi terputus.").wait_for()  # the server has ended
    bar.get_by_role("slider").press("End")
    shown = page.locator(".mt-number").filter(visible=True)
    expect(shown).to_have_text("2.517")
    page.keyboard.press("2")  # another lever, by its number
    bar.get_by_role("slider", name="Kecamatan, % ASN").press("End")
    expect(shown).to_have_text("2.585")
    with running_app(home / "app.py", port=port):
        expect(bar).to_have_count(0)
        expect(page.locator(f'input[type=range][aria-label="{LEVER}"]')).to_have_value("100")
        page.wait_for_function("document.documentElement.dataset.live === undefined")
        wait_done(page)
        expect(shown).to_have_text("2.585")  # by the app, which has both
        does(page, lambda: page.keyboard.press("z"))
        expect(shown).to_have_text("1.256")  # one step of undo
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_value_is_typed_after_the_number_of_its_lever_and_a_note_outlives_escape_and_another_page(
    open_page, url
):
    page = in_the_room(open_page, url)
    for key in ("1", "6", "0"):  # quickly, one after the other
        page.keyboard.press(key)
    page.locator(".mt-typed", has_text="60").wait_for()
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
