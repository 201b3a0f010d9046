"""The travelling file, opened from disk in a real browser: its numbers are the program's, and it sends no request."""

import copy
import dataclasses
import json
import re
from contextlib import nullcontext
from datetime import date
from functools import reduce

import pytest
from axe_playwright_python.sync_playwright import Axe
from handout_cases import SIX, contexts_of, projected
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from regency import GOLDEN, scenario_of
from results import assert_close, totals
from test_merging import link

from simulator.__main__ import main
from simulator.errors import UserError
from simulator.handouts.travel import WORDS, _pack, _words, travel_bytes
from simulator.handouts.writing import written
from simulator.live.bundle import FOLDER, bundled
from simulator.live.export import exported
from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.metrics import COLUMNS, target_status
from simulator.model.parts import Override
from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, scenario_json, setting_value, with_values
from simulator.report.charts.compare import comparison
from simulator.report.charts.enrolment import enrolment
from simulator.report.charts.money import money, views
from simulator.report.explain.explanation import explain
from simulator.report.sentences.headlines import comparison_sentence
from simulator.report.sentences.target import status_sentence
from simulator.report.tables.compare import headline_table
from simulator.report.tables.units import unit_table
from simulator.store.baseline_files import read_programme
from simulator.store.places import SCENARIOS
from simulator.store.returned_file import MAX_HTML_BYTES, read_returned
from simulator.store.scenario_file import read_scenario
from simulator.store.scenario_store import load_file
from simulator.ui.sidebar import FIELDS, GROUPS
from simulator.words import LANGUAGES, text
from simulator.words.numbers import NO_BREAK, decimal, shown, trimmed
from simulator.words.provenance import basis_name
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence
from simulator.words.settings import setting_help, setting_label
from tests.browser import PATIENCE_S

TODAY = date(2026, 11, 22)
NOON = "2026-11-22T12:00:00"
HOSTILE = "</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>"
JS = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.js")}


@pytest.fixture
def open_file(browser, tmp_path):
    """Opens the file of some contexts from disk on a fixed day.

    Any request except for the file itself fails the test.
    """
    wanted, opened = [], []

    def open_it(contexts, lang="id", width=1440, height=900, content=None, fragment=""):
        path = tmp_path / f"{len(opened)}.html"
        path.write_bytes(content or travel_bytes(contexts, lang, TODAY))
        page = browser.new_page(viewport={"width": width, "height": height})
        opened.append(page)
        page.clock.set_fixed_time(NOON)
        page.on("request", lambda request: wanted.append(request.url))
        page.on("pageerror", lambda error: wanted.append(str(error)))
        page.goto(path.as_uri() + fragment)
        page.locator("#finding").wait_for()
        return page

    yield open_it
    for page in opened:
        page.close()
    assert [url for url in wanted if not re.fullmatch(r"file:.*/\d+\.html(#.*)?|blob:.*", url)] == []


def until(page, holds):
    """Waits until a condition holds, by polling, because the page does not allow code from outside."""
    for _ in range(10 * PATIENCE_S):
        if holds():
            return
        page.wait_for_timeout(100)
    assert holds()


def words_at(page, where):
    return page.locator(where).first.inner_text().replace("\n", " ")


def rows(page, where):
    """The texts of the cells in a table's body."""
    return page.evaluate(
        "where => [...document.querySelectorAll(`${where} tbody tr`)].map(row => [...row.cells].map(cell => cell.textContent))",
        where,
    )


def marked(sentence):
    return written(sentence).replace(NO_BREAK, " ")


def plain(page, where):
    return words_at(page, where).replace(NO_BREAK, " ")


# ---- the same numbers


def cases():
    """Scenarios with every kind of finding: met, missed, lost, before the data, beyond the projection, recorded."""
    for stem in (
        "komitmen-september",
        "dua-puluh-persen-2026",
        "banyak-yang-berhenti",
        "contoh",
        "irama-rakor-monev",
    ):
        yield pytest.param(contexts_of(projected(stem)), id=stem)
    scenario = load_file(SCENARIOS / "komitmen-september.json")
    for month in ("2025-01", "2025-08", "2026-12", "2031-01"):
        changed = with_values(scenario, {"target.month": month, "target.coverage_share": 0.12})
        yield pytest.param(contexts_of(projected("komitmen-september", target=changed.target)), id=month)
    recorded = Actuals(
        Record("2026-01-05T08:07:00", "Sari", "a.csv", month, TOTAL, figures)
        for month, figures in (
            ("2025-09", {"enrolled": 1201, "contributions_idr": 20_300_000}),
            ("2025-11", {"enrolled": 1310, "claims_idr": 42_000_000}),
            ("2025-12", {"claims_idr": 0}),
        )
    )
    yield pytest.param(contexts_of(projected("komitmen-september"), actuals=recorded), id="recorded")


@pytest.mark.parametrize("contexts", list(cases()))
def test_finding_charts_and_units_are_those_of_the_program(open_file, contexts):
    page = open_file(contexts)
    for lang in LANGUAGES:
        speak(page, lang)
        assert_is_of_the_program(page, *contexts, lang)


def speak(page, lang):
    page.get_by_role("button", name=lang.upper(), exact=True).click()


def assert_is_of_the_program(page, c, lang):
    assert plain(page, "#finding") == marked(status_sentence(c, lang))
    assert_chart(page, "enrolment", enrolment(c, lang), lang)
    choice = {text(f"overview.money.view.{view}", lang): view for view in views(c.projection)}
    buttons = page.locator("#money .views button")
    assert buttons.all_inner_texts() == list(choice)
    for button, view in zip(buttons.all(), choice.values()):
        button.click()
        assert_chart(page, "money", money(c, view, lang), lang)
    table = unit_table(c.projection, target_status(c.projection).read_month)
    found = rows(page, "#units")
    assert len(found) == len(table.rows) + 1
    for i, cells in enumerate(found[:-1]):
        figures = [
            decimal(table.whole[name][i], lang)
            for name in ("projected", "to_enrol", "bill_idr", "payouts_idr")
        ]
        assert cells[4:] == figures
        assert [re.sub(r"[^\d.,]", "", cell.split(NO_BREAK)[-1].split(" (")[0]) for cell in cells[1:3]] == [
            decimal(table.whole[name][i], lang) for name in ("asn", "enrolled")
        ]


def assert_chart(page, name, chart, lang):
    assert words_at(page, f"#{name} figcaption") == str(chart.title)
    assert page.locator(f"#{name} svg").get_attribute("aria-label") == chart.alt
    assert chart.axis in page.locator(f"#{name} svg text").all_text_contents()
    assert_drawn(page, name, chart, lang)


def assert_drawn(page, name, chart, lang):
    """The table of a drawing has every value of every series of the chart."""
    months = sorted({point.month for series in chart.series for point in series.points})
    expected = []
    for series in chart.series:
        values = {point.month: shown(point.quantity, lang) for point in series.points}
        expected.append([series.name, *(values.get(month, "–") for month in months)])
    titles = page.locator(f"#{name} thead th").all_text_contents()[1:]
    columns = [list(column) for column in zip(*(row[1:] for row in rows(page, f"#{name}")))]
    found = [
        [title, *(re.sub(r"^±\s| \(\w+\)$", "", cell).replace(NO_BREAK, " ") for cell in column)]
        for title, column in zip(titles, columns)
    ]
    assert found == expected


def test_money_stays_as_it_is_looked_at_until_there_is_no_such_view(open_file):
    """By keyboard, in the other language, next to a lever, and on paper; a rate changes in steps."""
    page = open_file(contexts_of(projected("komitmen-september")))
    lines = page.locator("#money polyline")
    page.get_by_role("button", name="per bulan").press("Enter")
    steps = lines.first.get_attribute("points").split()
    months = page.evaluate("simulator.state().horizon_months")
    assert len(steps) == 3 * months - 2 and len(lines.last.get_attribute("points").split()) == months
    chosen = page.locator("#money .views [aria-pressed=true]")
    page.get_by_role("button", name="setahun terakhir").press("Enter")
    assert chosen.inner_text() == "setahun terakhir"
    assert page.evaluate("document.activeElement === document.querySelector('.views [aria-pressed=true]')")
    page.locator("input[type=range]").first.press("End")
    assert chosen.inner_text() == "setahun terakhir"
    speak(page, "en")
    assert chosen.inner_text() == "past year"
    page.emulate_media(media="print")
    assert not page.locator("#money .views").is_visible()
    assert text("overview.money.axis.year", "en") in page.locator("#money svg text").all_text_contents()
    page.emulate_media(media="screen")
    field = page.get_by_label("Length of the projection")
    field.fill("12")
    field.press("Tab")
    assert chosen.inner_text() == "cumulative" and page.get_by_role("button", name="past year").count() == 0


@pytest.mark.parametrize(
    "stems", [SIX, ("tren-19-per-bulan", "komitmen-september"), ("irama-rakor-monev", "banyak-yang-berhenti")]
)
def test_the_comparison_is_that_of_the_program(open_file, stems):
    contexts = contexts_of(*map(projected, stems))
    page = open_file(contexts)
    for lang in LANGUAGES:
        speak(page, lang)
        assert_compared(page, contexts, lang)


def assert_compared(page, contexts, lang):
    names = [c.scenario.name for c in contexts]
    # The file cannot simulate, so it gives no chance.
    of_program = marked(comparison_sentence(contexts, names, lang))
    assert plain(page, "#compared h2") == re.split("; peluangnya|; the chance", of_program)[0]
    chart = comparison(contexts, names, "enrolled", lang)
    assert page.locator("#comparison svg").get_attribute("aria-label") == chart.alt
    assert_drawn(page, "comparison", chart, lang)
    table = headline_table(contexts, names, 0, lang)
    expected = [
        [row.cells[0], *(written(first(cell, lang)) if first(cell, lang) else "–" for cell in row.cells[1:])]
        for row in table.rows
    ]
    found = [[cell.replace(NO_BREAK, " ") for cell in row] for row in rows(page, "#numbers")]
    assert found == [[cell.replace(NO_BREAK, " ") for cell in row] for row in expected]


def first(cell, lang):
    of = cell[0] if isinstance(cell, tuple) else cell
    return Sentence(lang, (of,)) if isinstance(of, Quantity) else of


def test_anybody_can_hold_it_against_the_program(open_file):
    """`window.simulator.run` gives the rows of `run` for shipped and reference scenarios of its data."""
    page = open_file(contexts_of(projected("komitmen-september")))
    seen = 0
    for path in [*sorted(SCENARIOS.glob("*.json")), *sorted((GOLDEN / "reference").glob("*.json"))]:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["baseline"] != "kendal-2025-08":
            continue
        scenario = scenario_of(content)
        c = contexts_of(project(scenario, projected("komitmen-september").baseline, read_programme()))[0]
        found = page.evaluate("scenario => simulator.run(scenario)", content)
        assert list(found[0]) == ["month", *COLUMNS]
        for name, values in totals(c.projection).items():
            assert_close([row[name] for row in found], values, name)
        seen += 1
    assert seen > 10


UNITS = (
    "people",
    "share",
    "share_per_month",
    "ratio",
    "idr",
    "idr_each",
    "number",
    "months",
    "workers_per_asn",
    "deaths",
)
FORMS = ("", "tenths", "one_place", "two_places", "fine")
VALUES = st.one_of(
    st.floats(-1e13, 1e13),
    st.floats(-2, 2),
    st.integers(-(10**6), 10**6).map(lambda n: n / 8),
    st.sampled_from([0.0, 1.0]),
)


@pytest.fixture(scope="module")
def reader(browser):
    page = browser.new_page()
    page.add_script_tag(content=bundled("words.js"))
    yield page
    page.close()


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(VALUES, st.sampled_from(UNITS), st.sampled_from(FORMS)), min_size=40, max_size=60))
def test_a_number_reads_as_it_does_in_the_program(reader, given_numbers):
    for lang in LANGUAGES:
        words = _words(lang)
        wanted = [{"value": value, "unit": unit, "form": form} for value, unit, form in given_numbers]
        found = reader.evaluate(
            "([numbers, words]) => numbers.map(one => shown(one, words))", [wanted, words]
        )
        assert found == [shown(Quantity(value, unit, form=form), lang) for value, unit, form in given_numbers]


def test_every_text_the_page_asks_for_is_in_the_file():
    wanted = {
        key
        for code in JS.values()
        for key in re.findall(r'"([a-z_]+(?:\.[a-z_]+)+)"', code)
        if key.startswith(WORDS)
    }
    assert len(wanted) > 60 and wanted - {"unit.json"} <= _words("id")["texts"].keys()
    travel = {key for key in _words("id")["texts"] if key.startswith("travel.")}
    whole = "\n".join(JS.values())
    parts = ("travel.title", "travel.no_script", "travel.source.", "travel.language.")
    assert [key for key in travel if not key.startswith(parts) and f'"{key}"' not in whole] == []


# ---- using it, and sending it back


def test_a_lever_moves_everything_and_comes_back_as_a_scenario(open_file, tmp_path):
    page = open_file(contexts_of(projected("komitmen-september")))
    slider = page.locator("input[type=range]").first
    slider.focus()
    page.keyboard.press("End")
    moved = with_values(
        load_file(SCENARIOS / "komitmen-september.json"), {"participation.opd.target_share": 1.0}
    )
    (c,) = contexts_of(project(moved, projected("komitmen-september").baseline, read_programme()))
    assert words_at(page, "#enrolment figcaption") == str(enrolment(c, "id").title)
    page.get_by_label("Diisi oleh").fill("Dinas Kesehatan")
    page.get_by_label("Diisi oleh").press("Tab")
    page.get_by_text("Penetapan khusus untuk satu kantor").click()
    page.get_by_label("Kantor", exact=True).select_option("OPD-26")
    page.get_by_label("Partisipasi unit ini").fill("62,5")
    page.get_by_label("Partisipasi unit ini").press("Tab")
    for words, ending in (("Simpan skenario", "json"), ("Simpan halaman", "html")):
        with page.expect_download() as download:
            page.get_by_role("button", name=words).click()
        assert download.value.suggested_filename == f"komitmen-september-dinas-kesehatan.{ending}"
        download.value.save_as(tmp_path / f"back.{ending}")
    back = read_returned((tmp_path / "back.json").read_bytes(), "back.json")
    assert back.overrides == (
        Override(unit="OPD-26", target_share=0.625, workers_per_asn=None, join_month=None),
    )
    assert (back.name, back.author, back.parent, back.status) == (
        "Komitmen September (Dinas Kesehatan)",
        "Dinas Kesehatan",
        "Komitmen September",
        "draft",
    )
    assert back.participation.opd.target_share == 1.0
    saved = (tmp_path / "back.html").read_bytes()
    assert len(saved) <= MAX_HTML_BYTES and read_returned(saved, "back.html") == back
    until(page, lambda: "#s=" in page.url and read_returned(page.url.encode(), "link") == back)
    fragment = page.url[page.url.index("#") :]
    finding = words_at(page, "#finding")
    again = open_file(None, content=saved)
    assert (
        words_at(again, "#finding") == finding
        and again.evaluate("simulator.state().author") == "Dinas Kesehatan"
    )
    linked = open_file(contexts_of(projected("komitmen-september")), fragment=fragment)
    until(linked, lambda: linked.evaluate("simulator.state().overrides.length === 1"))
    assert words_at(linked, "#finding") == finding
    linked.get_by_role("button", name="Kembalikan semua").click()
    assert linked.evaluate("simulator.state()")["name"] == "Komitmen September"


@pytest.mark.parametrize("fragment", ["#s=%%%", "#s=AAAA", "#s=q1bKK83JUbJSUDIxMAAA", "#s="])
def test_a_link_that_cannot_be_used_is_reported(open_file, fragment):
    page = open_file(contexts_of(projected("komitmen-september")), "en", fragment=fragment)
    page.get_by_text("cannot be used with this file").wait_for()
    assert page.evaluate("simulator.state()")["name"] == "Komitmen September"


@pytest.mark.parametrize(("high", "is_usable"), [(0.9, True), (1.5, False)])
def test_a_link_is_used_if_its_ranges_are_within_the_bounds_of_their_settings(open_file, high, is_usable):
    p = projected("komitmen-september")
    content = json.loads(scenario_json(p.scenario)) | {"name": "Dari tautan"}
    content["uncertainty"]["ranges"][0] |= {"low": 0.3, "high": high}
    fragment = link(json.dumps(content).encode()).partition(".html")[2]
    page = open_file(contexts_of(p), "en", fragment=fragment)
    if is_usable:
        until(page, lambda: page.evaluate("simulator.state()")["name"] == "Dari tautan")
    else:
        page.get_by_text("cannot be used with this file").wait_for()
        assert page.evaluate("simulator.state()")["name"] == "Komitmen September"


SHARE, RATE = "delivery.realised_share", "risk.deaths_per_1000_year"
RANGES = {  # whether a scenario may have them
    ((SHARE, 0.3, 0.9),): True,
    ((SHARE, 0.3, 0.9), (RATE, 4, 9)): True,
    ((SHARE, 1, 1),): True,
    ((SHARE, 0.3, 1.5),): False,
    ((SHARE, -0.1, 0.9),): False,
    ((SHARE, 0.9, 0.3),): False,
    ((SHARE, 0.3, 1),): False,
    ((SHARE, 0, 0.9),): False,
    ((SHARE, 0.3, 0.9), (SHARE, 0.3, 0.9)): False,
    ((RATE, 0, 9),): False,
    (("target.coverage_share", 0.1, 0.2),): False,
    (("no.such_setting", 0.1, 0.2),): False,
}


def test_the_page_accepts_the_ranges_that_the_program_reads(browser):
    p = projected("komitmen-september")
    known, contents = json.loads(scenario_json(p.scenario)), []
    for ranges, is_allowed in RANGES.items():
        content = copy.deepcopy(known)
        content["uncertainty"]["ranges"] = [dict(zip(("setting", "low", "high"), one)) for one in ranges]
        contents.append(content)
        with nullcontext() if is_allowed else pytest.raises(UserError):
            read_scenario(json.dumps(content).encode(), "link.json")
    page = browser.new_page()
    page.add_script_tag(content=bundled("state.js"))
    is_valid = "([contents, known, data]) => contents.map((content) => isValid(content, known, data))"
    found = page.evaluate(is_valid, [contents, known, exported(p.baseline, read_programme())])
    page.close()
    assert dict(zip(RANGES, found, strict=True)) == RANGES


def test_a_typed_value_that_cannot_be_used_is_reported_and_not_taken(open_file):
    page = open_file(contexts_of(projected("komitmen-september")))
    field = page.get_by_label("OPD, % ASN, diketik")
    for typed in ("140", "abc", "1.5"):
        field.fill(typed)
        field.press("Tab")
        assert (
            f"“{typed}” tidak dapat dipakai. Isi 0 sampai 100." in page.locator(".lever").first.inner_text()
        )
        assert page.evaluate("simulator.state().participation.opd.target_share") == 0
    field.fill("70,1")
    field.press("Tab")
    assert page.evaluate("simulator.state().participation.opd.target_share") == 0.701
    assert page.locator(".refusal").first.inner_text() == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_other_setting_is_set_as_in_the_sidebar_and_gives_the_numbers_of_the_program(open_file, lang):
    (c,) = contexts_of(projected("irama-rakor-monev"))
    page = open_file([c], lang)
    assert not page.locator("#advanced label").first.is_visible()
    for fold in ("#fading", "#advanced"):
        page.locator(f"{fold} > summary").press("Enter")
    named = page.locator("#advanced h3, #advanced label").all_text_contents()
    groups = [group for group in GROUPS if group != "general"]
    assert [name.strip() for name in named] == [
        words
        for group in groups
        for words in (
            text(f"side.group_{group}", lang),
            *(label(path, lang) for path in FIELDS if SETTINGS[path].group == group),
        )
    ]
    changes = {
        path: other_value(c.scenario, path)
        for path in FIELDS
        if SETTINGS[path].group in (*groups, "monev") and SETTINGS[path].kind != "month"
    }
    for path, value in changes.items():
        enter(page, path, value, lang)
    state = page.evaluate("simulator.state()")
    moved = with_values(c.scenario, changes)
    assert {path: at(state, path) for path in SETTINGS} == {p: at(scenario_dict(moved), p) for p in SETTINGS}
    assert page.locator("[aria-invalid]").count() == 0
    assert_is_of_the_program(page, *contexts_of(project(moved, c.baseline, read_programme())), lang)
    assert page.locator("#advanced[open], #fading[open]").count() == 2


def label(path, lang):
    declared = SETTINGS[path]
    name = setting_label(path, lang)
    return f"{name} ({text(f'unit.{declared.unit}', lang)})" if declared.kind in ("int", "float") else name


def other_value(scenario, path):
    """Another value of a setting, as a user would enter it."""
    declared, now = SETTINGS[path], setting_value(scenario, path)
    if declared.kind == "switch":
        return not now
    if declared.kind == "choice":
        return next(option for option in declared.options if option != now)
    low, high = declared.bounds
    value = low + (high - low) * 0.3
    return max(1, int(value)) if declared.kind == "int" else round(value, 4)


def enter(page, path, value, lang):
    field = page.get_by_label(label(path, lang), exact=True)
    assert SETTINGS[path].group == "monev" or setting_help(path, lang) in described(page, field)
    if isinstance(value, bool):
        field.press("Space")
    elif isinstance(value, str):
        field.select_option(value)
    else:
        factor = 100 if SETTINGS[path].unit.startswith("share") else 1
        field.fill(trimmed(value * factor, lang, 6))
        field.press("Tab")


def described(page, field):
    ids = field.get_attribute("aria-describedby").split()
    return " ".join(page.locator(f"[id='{one}']").text_content() for one in ids)


def at(content, path):
    return reduce(lambda place, name: place[name], path.split("."), content)


def scenario_dict(scenario):
    return json.loads(scenario_json(scenario))


def test_fields_follow_a_lever_and_what_is_empty_is_nothing(open_file):
    page = open_file(contexts_of(projected("komitmen-september")))
    page.locator("#advanced > summary").click()
    page.get_by_label("Bulan sampai tercapai", exact=True).press("End")
    for segment in ("OPD", "kecamatan", "ASN lainnya"):
        assert page.get_by_label(f"Bulan sampai tercapai, {segment} (bulan)").input_value() == "60"
    opd = page.get_by_label("Bulan sampai tercapai, OPD (bulan)")
    opd.fill("7")
    opd.press("Tab")
    assert page.get_by_label("Bulan sampai tercapai", exact=True).input_value() == "7"
    deaths = page.get_by_label(label("risk.deaths_per_1000_year", "id"))
    for typed, taken in (("5,5", 5.5), ("9999", 5.5), ("", None)):
        deaths.fill(typed)
        deaths.press("Tab")
        assert page.evaluate("simulator.state().risk.deaths_per_1000_year") == taken
        assert (deaths.get_attribute("aria-invalid") is not None) == (typed == "9999")


def test_the_focus_and_what_is_open_stay_where_fields_are_drawn_anew(open_file):
    page = open_file(contexts_of(projected("komitmen-september")))
    page.locator("#advanced > summary").click()
    page.get_by_label("Lama proyeksi").fill("36")
    page.get_by_label("Lama proyeksi").press("Tab")
    until(page, lambda: page.get_by_label("Bulan target").locator("option").count() == 37)
    until(page, lambda: page.evaluate("document.activeElement.textContent.trim()") == "Lanjutan")
    assert page.locator("#advanced").get_attribute("open") is not None


# ---- the file


def test_six_scenarios_fit_into_less_than_2_mb_and_nothing_is_asked_of_anybody():
    content = travel_bytes(contexts_of(*map(projected, SIX)), "id", TODAY)
    assert len(content) < 2_000_000
    text = content.decode()
    assert "default-src 'none'" in text and "unsafe" not in text.split("<title>")[0]
    assert not re.search(r"<(?:link|img|iframe|object)\b|<script[^>]*\bsrc\b|@import|url\(", text)


def test_pack_writes_the_page_alone(tmp_path):
    stems = [SCENARIOS / f"{stem}.json" for stem in SIX[:2]]
    assert main(["pack", *map(str, stems), "--html", "--out", str(tmp_path / "out")]) == 0
    (path,) = (tmp_path / "out").iterdir()
    assert (
        path.name == "simulasi.html"
        and read_returned(path.read_bytes(), path.name).name == "Komitmen September"
    )
    assert (
        main(["pack", str(stems[0]), str(SCENARIOS / "contoh.json"), "--html", "--out", str(tmp_path)]) == 2
    )


def test_scenarios_on_other_data_are_refused():
    with pytest.raises(UserError) as refused:
        travel_bytes(contexts_of(projected("komitmen-september"), projected("contoh")), "id", TODAY)
    assert [p.code for p in refused.value.problems] == ["travel_other_data"]


def test_hostile_names_are_text(open_file):
    contexts = contexts_of(
        projected("komitmen-september", name=HOSTILE[:120], description=HOSTILE, author=HOSTILE)
    )
    baseline = contexts[0].baseline
    units = tuple(dataclasses.replace(unit, name=HOSTILE) for unit in baseline.units)
    contexts += contexts_of(projected("dua-puluh-persen-2026", dataclasses.replace(baseline, units=units)))
    contexts[0] = contexts_of(
        projected("komitmen-september", contexts[1].baseline, name=HOSTILE[:120], author=HOSTILE[:100])
    )[0]
    page = open_file(contexts)
    page.locator("input[type=range]").first.focus()
    page.keyboard.press("End")
    assert page.evaluate("window.hacked") is None
    assert HOSTILE[:120] in page.locator("select").first.inner_text()
    assert page.locator("img").count() == 0 and page.locator("script").count() == 3


@pytest.mark.parametrize(("lang", "width"), [("id", 1440), ("en", 390)])
def test_axe_finds_nothing_and_nothing_runs_over_the_side(open_file, lang, width):
    page = open_file(contexts_of(*map(projected, SIX[:2])), lang, width, 844)
    for fold in page.locator("summary").all():
        fold.click()
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [node["target"] for node in v["nodes"]]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="EN" if lang == "id" else "ID", exact=True).click()
    assert page.evaluate("document.documentElement.lang") == ("en" if lang == "id" else "id")


# ---- reading it: on a phone, on paper, and the explanation of a number


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_source_that_is_cited_is_listed(lang):
    data = _pack(contexts_of(*map(projected, SIX[:2])), lang, TODAY, False)
    cited = {key for one in data["explained"][lang] for key in one["sources"].split(", ") if key}
    cited |= {key for of in data["finding"][lang] for one in of.values() for key in one["sources"]}
    listed = [row[0] for row in data["sources"][lang]]
    assert len(cited) > 10 and cited <= set(listed)
    assert listed == sorted(listed, key=lambda key: int(key[1:]))


@pytest.mark.parametrize("contexts", list(cases()))
def test_every_number_of_the_finding_opens_what_the_program_says_of_it(open_file, contexts):
    page = open_file(contexts)
    dialog = page.get_by_role("dialog")
    (c,) = contexts
    for lang in LANGUAGES:
        speak(page, lang)
        numbers = [of for of in status_sentence(c, lang).quantities if of.unit != "month"]
        buttons = page.locator("#finding button")
        assert len(numbers) == buttons.count() >= 3
        for button, number in zip(buttons.all(), numbers):
            button.press("Enter")
            expected = explain(number.origin, lang)
            assert dialog.locator("h3").inner_text() == expected.title
            message = dialog.inner_text().replace(NO_BREAK, " ")
            for sentence_ in (expected.formula, *(() if expected.table else expected.notes)):
                assert str(sentence_ or "").replace(NO_BREAK, " ") in message
            if expected.calculation:
                assert marked(expected.calculation) in message
            assert basis_name(expected.quantity.basis, lang) in message
            assert button.inner_text().replace(NO_BREAK, " ") in message
            sources = dialog.locator("li").all_inner_texts()
            assert [one.split(" ")[0] for one in sources] == list(expected.sources)
            page.keyboard.press("Escape")
            assert dialog.count() == 0 and button.evaluate("node => node === document.activeElement")


@pytest.mark.parametrize(("lang", "width"), [("id", 1440), ("en", 390)])
def test_a_number_moved_since_says_whose_explanation_it_opens(open_file, lang, width):
    page = open_file(
        contexts_of(projected("komitmen-september"), projected("dua-puluh-persen-2026")), lang, width
    )
    page.locator("select").first.select_option("1")
    page.locator("input[type=range]").first.press("End")
    number = page.locator("#finding button").nth(2)
    number.click()
    dialog = page.get_by_role("dialog")
    words_of = text("travel.changed_since", lang, name=projected("dua-puluh-persen-2026").scenario.name)
    assert words_of in dialog.inner_text() and number.inner_text() in dialog.inner_text()
    assert text("origin.with_values", lang) not in dialog.inner_text()
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    dialog.get_by_role("button", name=text("travel.close", lang)).click()
    assert dialog.count() == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_a_phone_nothing_of_a_table_or_a_chart_is_out_of_sight(open_file, lang):
    page = open_file(contexts_of(*map(projected, SIX)), lang, 390, 844)
    hidden = page.evaluate("""[...document.querySelectorAll("td, tbody th, svg text")]
        .filter(node => node.getBoundingClientRect().width && node.checkVisibility())
        .filter(node => { const { left, right } = node.getBoundingClientRect(); return left < 0 || right > innerWidth; })
        .map(node => node.textContent)""")
    assert hidden == []
    bill = page.locator("#units td:nth-child(7)").first
    title = page.locator("#units thead th").nth(6).text_content()
    assert bill.evaluate("cell => getComputedStyle(cell, '::before').content") == f'"{title}: "'


def test_on_paper_nothing_is_cut_and_the_month_of_the_units_is_named(open_file):
    page = open_file(contexts_of(*map(projected, SIX)))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})  # as wide as A4 between its margins
    # In one evaluation, because the page redraws its charts for another width.
    beyond = (
        "nodes => nodes.map(n => n.getBoundingClientRect()).filter(b => b.left < 0 || b.right > 720).length"
    )
    assert page.locator("svg, #basis th").evaluate_all(beyond) == 0
    assert page.locator("#units .on-paper").inner_text() == "September 2025"
    wide = page.locator("#basis h3 + .scroll th").evaluate_all("nodes => nodes.map(n => n.offsetWidth)")
    assert min(wide[1:3]) > 180  # title and publisher, whatever the address below


@pytest.mark.parametrize("lang", LANGUAGES)
def test_that_bands_are_not_in_the_file_is_reported_below_the_line(open_file, lang):
    page = open_file(contexts_of(projected("komitmen-september")), lang)
    assert words_at(page, "#enrolment .note") == text("travel.no_bands", lang)
