"""The meeting mode in a real browser, as on a projector: sizes, keys, a presenter's remote, frozen axes.

No work is lost.
"""

import json
import re
import shutil
from itertools import combinations
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from rendered import pages

from simulator.store import scenario_store as store
from simulator.store import trash
from tests.browser import (
    ROOT,
    choose,
    does,
    drawn_count,
    english_names,
    hosts_requested,
    resize,
    run_count,
    settle,
    slider,
    tap,
    wait_done,
    wait_drawn,
)

CHART = "meeting-chart"
THREE = ("komitmen-september", "tren-19-per-bulan", "contoh")
LEVER = {"id": "Partisipasi minimal: OPD, % ASN", "en": "Floor of participation: OPD, % of ASN"}
BLOCKS = (
    ".mt-name",
    ".mt-finding",
    ".mt-number",
    ".mt-caption",
    ".mt-difference",
    f".chart-plot[data-key={CHART}]",
    ".st-key-mt-previous",
    ".st-key-mt-lever",
    ".st-key-mt-next",
    ".st-key-mt-month",
    ".st-key-mt-buttons",
    ".mt-keys",
)


@pytest.fixture
def meeting(open_page, url, home, request):
    """A function that opens the meeting mode by its key from a page, on a list of three scenarios."""
    token = f"{abs(hash(request.node.name)):016x}"[:16]
    drafts = home / "scenarios" / ".drafts"
    drafts.mkdir(exist_ok=True)
    (drafts / f"{token}.meeting.json").write_text(
        json.dumps([{"stem": stem, "draft": None, "here": i == 0} for i, stem in enumerate(THREE)])
    )

    def opened(lang="id", size=(1280, 720), path="sources"):
        page = open_page(f"{url}/{path}?draft={token}&lang={lang}", *size)
        enter(page)
        return page

    return opened


def enter(page):
    wait_done(page)
    page.wait_for_function("document.documentElement.dataset.keys === 'm'")
    page.keyboard.press("m")
    page.wait_for_function("document.documentElement.dataset.keys?.includes('PageDown')")
    wait_drawn(page, CHART)
    wait_done(page)


def press(page, key):
    """Press a key that makes the app run, and wait for the end of that run."""
    does(page, lambda: page.keyboard.press(key))


def move(page, key, lang="id"):
    """Press a key on the lever, which handles its own keys."""
    does(page, lambda: slider(page, LEVER[lang]).press(key))


def move_to_rest(page, key, lang="id"):
    """Press a key on the lever that moves lines, and wait until they have stopped."""
    drawn = drawn_count(page, CHART)
    move(page, key, lang)
    wait_drawn(page, CHART, after=drawn)


def shown(page, part):
    return " ".join(page.locator(f".mt-{part}").inner_text().split())


def name(page):
    return page.locator(".mt-name b").first.inner_text()


def place(page):
    return page.locator(".mt-name [role=img]").get_attribute("aria-label")


def y_range(page):
    return page.locator(f".chart-plot[data-key={CHART}]").evaluate("node => node._fullLayout.yaxis.range")


def lines(page):
    """Dash and last value of the earlier line and of the projection above it, as drawn."""
    return page.locator(f".chart-plot[data-key={CHART}]").evaluate("""node => {
        const at = node._fullData.findIndex(trace => trace.line.color === '#0b6e6e');
        return [at - 1, at].map(i => [node._fullData[i].line.dash, node.data[i].y.at(-1)]) }""")


def boxes(page, selectors):
    return page.evaluate(
        """selectors => selectors.flatMap(s => [...document.querySelectorAll(s)].map(e => {
        const r = e.getBoundingClientRect(); return [s + ' ' + e.textContent.slice(0, 30), r.left, r.top, r.right, r.bottom] })).filter(b => b[3] > b[1])""",
        selectors,
    )


def overlapping(found):
    return [
        (a[0], b[0])
        for a, b in combinations(found, 2)
        if min(a[3], b[3]) - max(a[1], b[1]) > 1 and min(a[4], b[4]) - max(a[2], b[2]) > 1
    ]


# ---- sizes


def draw_at(page, width, height):
    """Resize the window and wait until the chart is drawn at that size."""
    drawn = drawn_count(page, CHART)
    page.set_viewport_size({"width": width, "height": height})
    wait_drawn(page, CHART, after=drawn)
    settle(page)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_everything_is_large_apart_and_on_one_screen(meeting, lang):
    page = meeting(lang, (1920, 1080))
    move_to_rest(page, "End", lang)
    everything_fits(page, (1920, 1080))
    for size in ((1280, 720), (1024, 768)):
        draw_at(page, *size)
        everything_fits(page, size)
    expect(page.locator(".chart-plot")).to_have_count(1)
    expect(page.locator("input[type=range]")).to_have_count(1)
    for away in (
        ".st-key-nav",
        ".st-key-head",
        "[data-testid=stSidebar]",
        "[data-testid=stHeader]",
        ".chart-table",
    ):
        assert page.locator(away).filter(visible=True).count() == 0
    draw_at(page, 390, 844)  # a phone, where the page scrolls
    names, numbers = (boxes(page, [f".chart-plot {of}"]) for of in (".annotation-text", ".ytick text"))
    assert len(names) > 3 and len(numbers) > 3
    assert {pair for pair in overlapping([*names, *numbers]) if any("ytick" in one for one in pair)} == set()


def test_the_meeting_prints_on_one_page_with_its_chart_whole_below_the_number(meeting):
    page = meeting(size=(1920, 1080))
    (paper,) = pages(page.pdf(format="A4"))
    assert not paper.outside()
    words = "".join(paper.text.split())
    assert all(part in words for part in ("1.256", "Target", "Proyeksi", "Jan2027")) and "1–9" not in words
    page.emulate_media(media="print")
    resize(page, 703, 1030)  # the area inside the margins of A4, in pixels of 1/96 inch
    caption, chart = (page.locator(part).first.bounding_box() for part in (".mt-caption", ".main-svg"))
    assert caption["y"] + caption["height"] <= chart["y"] and chart["x"] + chart["width"] <= 703


def everything_fits(page, size):
    assert page.locator(".mt-number").evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 64
    texts = page.locator(
        f".chart-plot[data-key={CHART}]"
    ).evaluate("""node => {
        const zoom = node.getBoundingClientRect().width / node.offsetWidth;
        return [...node.querySelectorAll('svg text')].filter(t => t.textContent.trim()).map(t => parseFloat(getComputedStyle(t).fontSize) * Math.max(1, zoom)) }""")
    assert len(texts) > 8 and min(texts) >= 20
    found = boxes(page, BLOCKS)
    assert len(found) == len(BLOCKS)
    assert [b for b in found if b[1] < 0 or b[2] < 0 or b[3] > size[0] or b[4] > size[1]] == []
    assert overlapping(found) == []
    assert (
        page.get_by_role("combobox").evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    )  # the month is not cut off
    finding = page.locator(".mt-finding")
    assert (
        finding.evaluate("e => e.clientHeight / parseFloat(getComputedStyle(e).fontSize)") < 2.4
    )  # at most two lines
    number = shown(page, "number")
    page.locator(".mt-number").evaluate(
        "e => { e.textContent = '30.345'; e.style.setProperty('--letters', 6) }"
    )  # as for a larger regency
    assert page.locator(".mt-number").evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 64
    end = page.locator(".mt-number").evaluate(
        "e => { const range = document.createRange(); range.selectNodeContents(e); return range.getBoundingClientRect().right }"
    )
    assert end <= page.locator(f".chart-plot[data-key={CHART}]").bounding_box()["x"]
    words = boxes(page, [f".chart-plot[data-key={CHART}] svg text"])
    assert overlapping(words) == [] and [w for w in words if w[3] > size[0]] == []
    for part in ("[data-testid=stMain]", "html"):
        assert page.locator(part).evaluate(
            "e => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]"
        ) == [0, 0]
    page.locator(".mt-number").evaluate(
        "(e, number) => { e.textContent = number; e.style.setProperty('--letters', number.length) }", number
    )


def test_the_keys_are_shown_once_then_fade_and_come_back_when_asked(meeting):
    page = meeting()

    def seen():
        return page.locator(".mt-keys").evaluate("e => getComputedStyle(e).visibility") == "visible"

    assert seen()
    page.evaluate("document.getAnimations().forEach(animation => animation.finish())")
    assert not seen()
    press(page, "k")
    assert seen()
    leave(page)
    enter(page)
    assert not seen()


# ---- in and out


def leave(page, key="Escape"):
    page.keyboard.press(key)
    page.wait_for_function("document.documentElement.dataset.keys === 'm'")
    wait_done(page)


def test_keys_and_a_link_lead_in_from_any_page_and_keys_and_a_button_back_to_it(meeting):
    page = meeting(path="units")
    for key in ("Escape", "m"):
        assert urlsplit(page.url).path == "/meeting"
        leave(page, key)
        assert urlsplit(page.url).path == "/units" and page.locator(".st-key-nav").is_visible()
        enter(page)
    leave(page)
    page.get_by_role("link", name="Data", exact=True).click()
    page.wait_for_url("**/data?*")
    wait_done(page)
    page.get_by_role("link", name="Rapat (M)").click()
    page.locator(".mt-number").wait_for()
    page.locator(".st-key-mt-leave button").filter(visible=True).first.click()
    page.locator(".st-key-nav").wait_for()
    assert urlsplit(page.url).path == "/data"


def test_letters_typed_into_a_field_stay_there(open_page, url):
    page = open_page(f"{url}/scenarios")
    wait_done(page)
    page.wait_for_function("document.documentElement.dataset.keys === 'm'")
    author = page.get_by_label("Penyusun")
    author.fill("")
    author.press("m")
    does(page, lambda: author.press("Enter"))
    assert urlsplit(page.url).path == "/scenarios" and author.input_value() == "m"


# ---- the lever, before and after


def test_a_lever_moves_number_line_and_difference_and_the_axis_stays_through_undo_redo_and_replay(meeting):
    page = meeting()
    start, axis = shown(page, "number"), y_range(page)
    assert start == "1.256" and shown(page, "difference") == ""
    move(page, "End")
    does(page, lambda: [page.keyboard.press(key) for key in ("9", "0", "Enter")])  # typed on the lever
    assert name(page) == "Komitmen September" and slider(page, LEVER["id"]).input_value() == "90"
    after = shown(page, "number")
    assert shown(
        page, "difference"
    ) == f"+{int(after.replace('.', '')) - 1256:,} dibanding sebelum perubahan".replace(",", ".")
    (dash, before), (_, now) = lines(page)
    assert dash == "dash" and round(before) == 1256 and round(now) == int(after.replace(".", ""))
    axes = [y_range(page)]
    page.keyboard.press("Escape")  # releases the lever
    expect(page.locator(".mt-number")).to_have_count(1)
    page.keyboard.press("p")
    page.get_by_text("sebelum perubahan", exact=True).wait_for()
    axes.append(y_range(page))
    assert shown(page, "number") == start and round(lines(page)[1][1]) == 1256
    page.get_by_text("dibanding sebelum perubahan", exact=True).wait_for()  # then forward again by itself
    axes.append(y_range(page))
    assert shown(page, "number") == after
    press(page, "z")
    press(page, "z")
    axes.append(y_range(page))
    assert (shown(page, "number"), shown(page, "difference")) == (start, "")
    press(page, "y")
    press(page, "Control+y")
    axes.append(y_range(page))
    assert shown(page, "number") == after
    assert axes == [axis] * 5


def test_lines_move_to_their_new_place_instead_of_jumping(meeting):
    page = meeting()
    page.emulate_media(reduced_motion="no-preference")
    trace = f".chart-plot[data-key={CHART}] .scatterlayer .trace:nth-of-type(4)"
    seen = page.evaluate_handle(  # the visible line: while a lever is held, that is the one drawn on top
        """trace => {
            const seen = new Set();
            const look = () => {
                const line = [".live-line", ".js-line"].map((one) => document.querySelector(`${trace} path${one}`)).find(Boolean);
                if (line) seen.add(getComputedStyle(line).getPropertyValue("d"));
                requestAnimationFrame(look);
            };
            look();
            return seen;
        }""",
        trace,
    )
    move_to_rest(page, "End")
    # the old and the new position (as written by Plotly and by the page), and at least one in between
    assert seen.evaluate("seen => seen.size") > 3


@pytest.mark.parametrize(("number", "end"), [(1, "20"), (3, "2")])
def test_a_burst_of_keys_is_one_change_and_the_remote_steps_when_it_has_been_taken(meeting, number, end):
    page = meeting()
    press(page, str(number))
    lever = page.locator("input[type=range]")
    start, undo = lever.input_value(), page.locator(".st-key-mt-undo button").filter(visible=True)
    lever.focus()
    does(page, lambda: tap(page, "ArrowRight", 20, 20, slowed=4))
    expect(lever).to_have_value(end)
    page.keyboard.press("PageDown")  # immediately, with the lever still in focus
    page.get_by_text("Tren 19 per bulan", exact=True).wait_for()
    wait_done(page)
    press(page, "PageUp")
    assert name(page) == "Komitmen September" and lever.input_value() == end
    press(page, "z")
    assert lever.input_value() == start
    expect(undo).to_be_disabled()
    field = page.locator(".st-key-mt-lever input[type=text]")
    field.fill("7")
    page.keyboard.press("PageDown")  # also from a field, whose text is applied first
    page.get_by_text("Tren 19 per bulan", exact=True).wait_for()
    wait_done(page)
    page.locator(".st-key-mt-next button").filter(visible=True).first.focus()
    press(page, "PageUp")
    assert name(page) == "Komitmen September" and lever.input_value() == "7"


def test_one_lever_is_shown_at_a_time_and_each_can_be_reached(meeting):
    page = meeting()
    labels = []
    for number in range(9, 0, -1):
        press(page, str(number))
        press(page, "Escape")  # releases the lever; otherwise the next digit would be its value
        labels.append(page.locator("input[type=range]").get_attribute("aria-label"))
    assert len(set(labels)) == 9 and labels[-1] == LEVER["id"]
    press(page, "9")
    for _ in range(3):  # the last two have no key, and the first follows them
        run = run_count(page)
        page.locator(".st-key-mt-next button").filter(visible=True).first.press("Enter")
        wait_done(page, after=run)
        labels.append(page.locator("input[type=range]").get_attribute("aria-label"))
    assert len(set(labels)) == 11 and labels[-1] == LEVER["id"]


def test_refused_text_is_reported_without_running_out_of_the_screen(meeting):
    page = meeting()
    run = run_count(page)
    field = page.locator(".st-key-mt-lever input[type=text]")
    field.fill("m15")
    field.press("Enter")
    wait_done(page, after=run)
    assert "m15" in page.locator(".st-key-mt-lever [data-testid=stAlertContainer]").inner_text()
    assert page.locator("[data-testid=stMain]").evaluate("e => e.scrollHeight - e.clientHeight") == 0
    assert overlapping(boxes(page, BLOCKS)) == []


# ---- the discussed month


def month_of(page):
    return page.get_by_label("Bulan yang dibahas").input_value()


def test_headline_number_and_chart_are_of_the_month_chosen_through_undo_and_the_next_scenario(meeting):
    page = meeting()
    assert (
        month_of(page) == "Agustus 2027"
        and shown(page, "caption") == "peserta pada Agustus 2027 menurut proyeksi"
    )
    for _ in range(8):
        press(page, ",")
    says = "Pada Desember 2026 kurang 813"
    assert month_of(page) == "Desember 2026" and says in shown(page, "finding")
    assert shown(page, "caption") == "peserta pada Desember 2026 menurut proyeksi"
    move(page, "End")
    number = int(shown(page, "number").replace(".", ""))
    marked = page.locator(f".chart-plot[data-key={CHART}]").evaluate(
        "node => node.data.filter(trace => trace.x.length === 1).map(trace => [trace.x[0], Math.round(trace.y[0])])"
    )
    assert ["2026-12-01", number] in marked
    page.keyboard.press("Escape")
    press(page, "z")
    press(page, "PageDown")
    assert name(page) == "Tren 19 per bulan" and month_of(page) == "Desember 2026"
    choose(page, "Bulan yang dibahas", "Maret 2026")
    page.locator(".mt-caption", has_text="pada Maret 2026 (sudah lewat) menurut proyeksi").wait_for()
    assert month_of(page) == "Maret 2026" and "pada Maret 2026" in shown(page, "caption")


def test_what_is_pointed_at_is_what_is_described_on_a_projector(meeting):
    page = meeting(size=(1920, 1080))
    chart = page.locator(f".chart-plot[data-key={CHART}]")
    place = chart.evaluate("""node => {
        const line = node._fullData.findIndex(trace => trace.name === "Proyeksi");
        const { xaxis, yaxis } = node._fullLayout, trace = node.data[line], i = trace.x.length - 9;
        const r = node.getBoundingClientRect();
        return [r.left + xaxis._offset + xaxis.d2p(trace.x[i]), r.top + yaxis._offset + yaxis.d2p(trace.y[i]), trace.text[i]] }""")
    page.mouse.move(place[0] - 1, place[1] - 1)
    page.mouse.move(place[0], place[1])
    label = chart.locator(".hoverlayer .hovertext")
    label.wait_for()
    assert "".join(label.text_content().split()) == re.sub(r"<[^>]*>|\s", "", place[2])
    box = label.bounding_box()
    assert abs(box["y"] + box["height"] / 2 - place[1]) < 60
    assert box["x"] - 60 < place[0] < box["x"] + box["width"] + 60


# ---- the list


def test_a_remote_steps_through_the_list_and_every_press_counts(meeting):
    page = meeting()
    axis = y_range(page)
    seen = [name(page)]
    for key in ("PageDown", "ArrowRight", "PageDown"):  # the last press is at the end of the list
        press(page, key)
        seen.append(name(page))
    assert seen == [
        "Komitmen September",
        "Tren 19 per bulan",
        "Contoh: semua tuas digerakkan",
        "Contoh: semua tuas digerakkan",
    ]
    expect(page.locator(".fictitious")).to_have_count(1)
    assert "FIKTIF" in shown(page, "name")
    assert page.locator("[data-testid=stMain]").evaluate("e => e.scrollHeight - e.clientHeight") == 0
    assert y_range(page) == axis  # one axis for the whole list, so that more workers are drawn higher
    page.keyboard.press("PageUp")
    page.keyboard.press("ArrowLeft")
    page.get_by_text("Komitmen September").wait_for()
    wait_done(page)
    assert page.locator(".fictitious").count() == 0


def test_scenarios_are_chosen_in_order_in_a_dialog_whose_keys_are_its_own(open_page, url):
    page = open_page(url, 1280, 720)
    enter(page)
    press(page, "s")
    field = page.get_by_role("dialog").get_by_role("combobox")
    for words in ("Tren 123", "Semua OPD"):
        field.fill(words)
        page.get_by_role("option").first.wait_for()
        field.press("Enter")
        page.get_by_role("dialog").get_by_text(words).first.wait_for()
    page.keyboard.press("Escape")  # closes the options
    assert page.get_by_role("dialog").is_visible() and urlsplit(page.url).path == "/meeting"
    page.get_by_role("button", name="Mulai", exact=True).filter(visible=True).first.click()
    page.locator(".mt-name [role=img]").wait_for()
    assert page.locator(".mt-name [role=img]").get_attribute("aria-label") == "Skenario 1 dari 3"
    wait_done(page)
    press(page, "PageDown")
    assert name(page) == "Tren 123 per bulan"
    press(page, "PageDown")
    assert name(page) == "Semua OPD dan kecamatan 100 %"


def test_changes_stay_with_their_scenario_survive_a_refresh_and_are_offered_on_leaving(meeting, home):
    page = meeting()
    move(page, "End")
    page.keyboard.press("Escape")
    changed = shown(page, "number")
    press(page, "PageDown")
    assert name(page) == "Tren 19 per bulan" and "belum disimpan" not in shown(page, "name")
    page.reload()
    wait_done(page)
    page.wait_for_function("document.documentElement.dataset.keys?.includes('PageDown')")
    assert name(page) == "Tren 19 per bulan"
    press(page, "PageUp")
    assert (
        name(page) == "Komitmen September"
        and "belum disimpan" in shown(page, "name")
        and shown(page, "number") == changed
    )
    press(page, "PageDown")
    page.keyboard.press("Escape")
    page.get_by_role("dialog").get_by_text("Komitmen September").wait_for()
    page.get_by_role("button", name="Keluar, simpan nanti", exact=True).filter(visible=True).first.click()
    page.get_by_text("Belum disimpan, tetap dalam daftar rapat: Komitmen September.").wait_for()
    enter(page)
    page.keyboard.press("m")
    page.get_by_role("button", name="Simpan dan keluar", exact=True).filter(visible=True).first.click()
    page.locator(".st-key-nav").wait_for()
    wait_done(page)
    saved = json.loads((home / "scenarios" / "komitmen-september.json").read_text(encoding="utf-8"))
    assert saved["participation"]["opd"]["target_share"] == 1.0
    assert (
        page.locator(".st-key-head").get_by_text("Tren 19 per bulan").is_visible()
    )  # the work at hand is still open
    shutil.copy(ROOT / "scenarios" / "komitmen-september.json", home / "scenarios")


def test_a_file_somebody_else_changed_is_not_written_over_and_the_change_stays(meeting, home):
    page, path = meeting(), home / "scenarios" / "komitmen-september.json"
    move(page, "End")
    page.keyboard.press("Escape")
    others = path.read_bytes().replace(b'"author": ""', b'"author": "Sekretariat"')
    path.write_bytes(others)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Simpan dan keluar", exact=True).filter(visible=True).first.click()
    assert "komitmen-september" in page.get_by_role("dialog").get_by_test_id("stAlertContainer").inner_text()
    page.get_by_role("button", name="Keluar, simpan nanti", exact=True).filter(visible=True).first.click()
    page.locator(".st-key-head").get_by_text("belum disimpan").wait_for()
    assert path.read_bytes() == others
    shutil.copy(ROOT / "scenarios" / "komitmen-september.json", home / "scenarios")


def test_a_lever_on_an_agreed_scenario_makes_a_copy_beside_it_and_says_so(meeting, files):
    path = files / THREE[1]
    agreed = json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) | {"status": "agreed"}
    path.with_suffix(".json").write_text(json.dumps(agreed), encoding="utf-8")
    page = meeting()
    press(page, "PageDown")
    assert shown(page, "name").startswith("Tren 19 per bulan · disepakati")
    move(page, "End")
    assert (
        shown(page, "name").startswith("Tren 19 per bulan (2) · belum disimpan")
        and place(page) == "Skenario 3 dari 4"
    )
    assert page.get_by_role("alert").inner_text() == "Yang disepakati tetap; perubahan masuk ke salinan ini."
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert [b for b in boxes(page, [".mt-note"]) if b[4] > 720] == [] and page.locator(
        "[data-testid=stMain]"
    ).evaluate("e => e.scrollHeight - e.clientHeight") == 0
    page.keyboard.press("Escape")
    press(page, "PageUp")
    assert (
        shown(page, "name").startswith("Tren 19 per bulan · disepakati")
        and page.locator(".mt-note").count() == 0
    )
    press(page, "PageDown")
    press(page, "z")
    assert (
        shown(page, "name").startswith("Tren 19 per bulan · disepakati")
        and place(page) == "Skenario 2 dari 3"
    )


def test_a_long_name_is_cut_and_never_the_note_beside_it(meeting, files):
    content = json.loads((files / f"{THREE[0]}.json").read_text(encoding="utf-8")) | {
        "name": "Rancangan kepesertaan " * 5 + "Kendal",
        "status": "proposed",
    }
    (files / f"{THREE[0]}.json").write_text(json.dumps(content), encoding="utf-8")
    page = meeting()
    move(page, "End")
    marks = page.locator(".mt-name p > span")
    assert marks.inner_text().strip() == "· diusulkan · belum disimpan"
    cut, (_, left, _, right, _), dots = (
        page.locator(".mt-name p > b").evaluate("e => e.scrollWidth > e.clientWidth"),
        *boxes(page, [".mt-name p > span", ".mt-name [role=img]"]),
    )
    assert cut and left > 0 and right <= dots[1]


def rename(stem, name, folder):
    before = store.load(stem, folder)
    store.save(before.scenario.model_copy(update={"name": name}), stem, before.version, folder)


def test_renamed_scenarios_come_under_their_new_name_and_missing_ones_are_reported(meeting, files, home):
    page = meeting()
    leave(page)
    folder = home / "scenarios"
    rename(THREE[1], "Tren pelan", folder)
    trash.delete(store.entry(THREE[2], folder), folder)
    enter(page)
    assert (
        page.get_by_role("alert").inner_text()
        == "1 skenario tidak ada lagi atau tidak terbaca: Contoh: semua tuas digerakkan"
    )
    assert place(page) == "Skenario 1 dari 2"
    press(page, "PageDown")
    assert name(page) == "Tren pelan" and page.get_by_role("alert").count() == 0
    rename(THREE[1], "Tren lambat", folder)
    page.reload()
    wait_done(page)
    page.locator(".mt-name b", has_text="Tren lambat").wait_for()
    assert place(page) == "Skenario 2 dari 2" and "belum disimpan" not in shown(page, "name")


# ---- for everybody, and without a connection


@pytest.mark.parametrize("lang", ["id", "en"])
def test_axe_finds_nothing_with_a_change_on_screen_and_nothing_leaves_the_machine(meeting, lang):
    page = meeting(lang)
    move_to_rest(page, "End", lang)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.keyboard.press("Escape")
    press(page, "s")
    page.get_by_role("dialog").wait_for()
    assert lang == "en" or english_names(page) == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.lang") == lang
    assert hosts_requested(page) == {"127.0.0.1"}
