"""How sure, whom next and what decides in a real browser, and a quick walk over all pages."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import choose, does, drawn_count, go, wait_done, wait_drawn

LINKS = "[data-testid=stPageLink-NavLink]"
PLAN = "bila semua berjalan sesuai rencana"
ONE_MORE = ".st-key-notes-one-more"


@pytest.fixture
def shown(open_page, program_url, open_draft):
    """A function that opens a page of the app on a scenario with a target in the future."""

    def show(path="", stem="dua-puluh-persen-2026", size=(1440, 900)):
        page = open_page(f"{program_url}/{path}?draft={open_draft(stem)}&lang=id", *size)
        wait_done(page)
        return page

    return show


def plotted(page, key):
    return page.locator(f".chart-plot[data-key={key}]")


def bands(page, key):
    """The number of lines of a chart that are filled to another one."""
    return plotted(page, key).evaluate(
        "node => node.data.filter(trace => trace.fill?.startsWith('to')).length"
    )


def button(page, words):
    """The visible button with this text: Streamlit keeps a second one for touch screens."""
    return page.get_by_role("button", name=words, exact=True).filter(visible=True).first


def test_nothing_fails_on_a_quick_walk_over_all_pages(shown):
    page = shown()
    wait_drawn(page, "enrolment")
    links = page.locator(LINKS)
    last = links.count() - 1
    meeting = next(i for i in range(last + 1) if "(M)" in links.nth(i).inner_text())
    places = [i for i in range(last + 1) if i != meeting]  # the meeting mode has no links to the next page
    assert len(places) > 9
    for i, place in enumerate([*places, *reversed(places), meeting]):
        links.nth(place).evaluate("link => link.click()")
        page.wait_for_timeout(60 * (i % 5))  # leave at once, or while the charts of the page are drawn
    wait_drawn(page, "meeting-chart")
    assert page.failed == []


def test_a_list_of_offices_speaks_the_language_of_the_page(shown):
    page = shown("next_units", stem="contoh")
    field = page.get_by_role("combobox", name="Harus dikunjungi")
    field.click()
    offered = page.get_by_role("option")
    expect(offered.first).to_have_text("Dinas Contoh Pengairan")  # no option to take all comes first
    field.fill("tidak ada kantor seperti ini")
    expect(offered).to_have_text(["Tidak ada yang cocok"])
    assert page.get_by_label("Dismiss").count() == 0


def test_a_question_to_whom_next_is_answered_and_the_answer_becomes_a_scenario(shown):
    page = shown("next_units")
    wait_drawn(page, "next-curve")
    does(page, page.get_by_text("Kunjungan", exact=True).first.click)
    field = page.get_by_label("Paling banyak")
    field.fill("3")
    does(page, lambda: field.press("Enter"))
    text = page.locator("h1").inner_text()
    assert text.startswith("3 kunjungan menambah ")
    gain = re.search(r"menambah (\S+) pekerja", text)[1]
    total = page.locator(".next-rows .total").inner_text()
    assert gain in total.split()
    does(page, button(page, "Jadikan skenario").click)
    expect(page.get_by_text("3 kunjungan untuk").first).to_be_visible()
    does(page, button(page, "Urungkan").click)
    assert page.locator("h1").inner_text() == text


def test_what_decides_names_it_draws_it_and_lists_whom_to_ask(shown):
    page = shown("decides")
    wait_drawn(page, "decides-chart")
    before = page.locator("h1").inner_text()
    assert "ketidakpastian peserta" in before
    asks = page.locator(".st-key-decides-find-out li")
    assert asks.count() == 3 and all("minta" in ask and "menyempit" in ask for ask in asks.all_inner_texts())
    drawn = drawn_count(page, "decides-chart")
    choose(page, "Hasil", "Jumlah manfaat")
    wait_drawn(page, "decides-chart", after=drawn)
    assert "ketidakpastian jumlah manfaat" in page.locator("h1").inner_text()


def test_first_month_and_rhythm_of_the_rakor_monev_move_the_line_and_its_sentence(shown):
    page = shown(stem="dorongan-tanpa-rakor-monev")
    drawn = wait_drawn(page, "enrolment")

    def end():
        return plotted(page, "enrolment").evaluate(
            "(node, name) => node.data.find(trace => trace.name === name).y.at(-1)", PLAN
        )

    without, text = end(), page.locator(ONE_MORE).inner_text()
    choose(page, "Rakor Monev pertama", "Desember 2026")
    drawn = wait_drawn(page, "enrolment", after=drawn)
    every_three = end()
    assert every_three > without
    assert text not in page.locator(ONE_MORE).inner_text()
    assert "Desember 2026" in page.locator(ONE_MORE).inner_text()
    field = page.get_by_role("textbox", name="Jarak antar-Rakor Monev")
    field.fill("12")
    does(page, lambda: field.press("Enter"))
    wait_drawn(page, "enrolment", after=drawn)
    assert without < end() < every_three


def test_a_rakor_monev_that_brings_nobody_is_called_an_assumption_and_given_a_push(shown):
    page = shown(stem="komitmen-september")
    drawn = wait_drawn(page, "enrolment")
    notes = page.locator(ONE_MORE)
    assert "asumsi skenario ini, bukan temuan" in notes.inner_text()
    does(page, button(page, "Pakai dorongan seperti itu").click)
    wait_drawn(page, "enrolment", after=drawn)
    text = notes.inner_text()
    assert "Satu Rakor Monev lagi pada" in text and "Yang wajar terjadi:" in text
    # also below the chart, with the assumption: how many are taken to have been held before
    below = page.locator(".st-key-likely-words").inner_text()
    assert [line for line in text.splitlines() if line not in below] == []


def test_a_rakor_monev_of_a_named_month_is_asked_about_and_answered_beside_the_list_and_below_the_chart(
    shown,
):
    page = shown(stem="dorongan-yang-meluruh")
    wait_drawn(page, "enrolment")
    next_one = page.locator(ONE_MORE).inner_text()
    choose(page, "Rakor Monev yang ditanyakan", "Desember 2027")
    notes = page.locator(ONE_MORE)
    expect(notes).to_contain_text("Rakor Monev pada Desember 2027")
    below = page.locator(".st-key-likely-words").inner_text()
    assert [line for line in notes.inner_text().splitlines() if line not in below] == []
    go(page, "Kantor berikutnya")
    expect(notes).to_contain_text("Rakor Monev pada Desember 2027")  # kept from page to page
    assert button(page, "Urungkan").is_disabled()  # the scenario has not changed
    choose(page, "Rakor Monev yang ditanyakan", "Berikutnya menurut jadwal")
    expect(notes).to_have_text(next_one, use_inner_text=True)


def test_key_b_shows_the_band_and_the_chance_in_the_meeting_and_hides_them(shown):
    page = shown("sources", size=(1280, 720))
    page.wait_for_function("document.documentElement.dataset.keys === 'm'")
    page.keyboard.press("m")
    drawn = wait_drawn(page, "meeting-chart")
    page.wait_for_function("document.documentElement.dataset.keys?.includes('b')")
    wait_done(page)
    assert bands(page, "meeting-chart") == 0 and "Peluang mencapai" not in page.locator("body").inner_text()
    page.keyboard.press("b")
    drawn = wait_drawn(page, "meeting-chart", after=drawn)
    assert bands(page, "meeting-chart") >= 2
    expect(page.locator("body")).to_contain_text("Peluang mencapai")
    page.keyboard.press("b")
    wait_drawn(page, "meeting-chart", after=drawn)
    assert bands(page, "meeting-chart") == 0


def test_the_switch_of_the_likely_range_stays_over_pages(shown):
    page = shown()
    drawn = wait_drawn(page, "enrolment")
    assert bands(page, "enrolment") >= 2
    does(page, page.get_by_text("Yang wajar terjadi", exact=True).first.click)
    wait_drawn(page, "enrolment", after=drawn)
    assert bands(page, "enrolment") == 0
    go(page, "Bandingkan")
    assert not page.get_by_role("switch", name="Yang wajar terjadi").is_checked()
    go(page, "Ringkasan")
    wait_drawn(page, "enrolment")
    assert bands(page, "enrolment") == 0


def test_ten_thousand_simulations_are_made_on_request(shown):
    page = shown()
    wait_drawn(page, "enrolment")
    words = page.locator(".st-key-likely-words")
    assert "Dari 1.000 simulasi" in words.inner_text()
    does(page, button(page, "Hitung sepuluh ribu simulasi").click)
    expect(words).to_contain_text("Dari 10.000 simulasi")
    assert button(page, "Hitung sepuluh ribu simulasi").count() == 0


def test_a_range_typed_in_the_table_moves_its_picture(shown):
    page = shown("decides")
    wait_drawn(page, "decides-chart")
    picture = page.locator(".range[aria-label^='Rentang 0,5 % per bulan sampai']")
    assert " sampai 5 % " in picture.get_attribute("aria-label")
    width = picture.locator(".bar").bounding_box()["width"]
    field = page.locator("[class*='st-key-range-high-retention-lapse'] input")
    field.fill("10")
    does(page, lambda: field.press("Enter"))
    expect(picture).to_have_attribute("aria-label", re.compile(" sampai 10 % "))
    assert picture.locator(".bar").bounding_box()["width"] > width


def test_on_a_phone_few_months_are_named_upright_and_the_name_of_marks_stays_within_the_chart(shown):
    page = shown("compare", "dorongan-yang-meluruh", size=(390, 844))
    key = page.locator(".chart-plot").first.get_attribute("data-key")
    wait_drawn(page, key)
    axis = plotted(page, key).evaluate(
        "node => [node._fullLayout.xaxis.tickangle, node._fullLayout.xaxis._vals.length]"
    )
    assert axis[0] == 0 and 1 < axis[1] <= 4
    inside = plotted(page, key).evaluate("""node => {
        const box = node.getBoundingClientRect();
        const names = [...node.querySelectorAll(".annotation")].filter(name => name.textContent.startsWith("Rakor Monev"));
        return names.map(name => name.getBoundingClientRect()).map(({ left, right }) => left >= box.left && right <= box.right);
    }""")
    assert inside == [True]


def test_what_is_short_is_written_into_the_bar_whole_or_not_at_all(shown):
    for size, is_seen in (((390, 844), False), ((1440, 900), True)):
        page = shown(stem="dorongan-yang-meluruh", size=size)
        gap = page.locator(".ov-gap")
        words = gap.locator("b")
        assert words.is_visible() is is_seen
        if is_seen:
            assert words.bounding_box()["width"] < gap.bounding_box()["width"]
