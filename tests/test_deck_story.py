"""The deck as projected: a short story in large letters, an appendix, and no text left out."""

import re
from dataclasses import replace
from datetime import date

import pytest
from decks import deck, letters_of, opened, plain, table, titles, words
from handout_cases import LETTERS, SIX, projected
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from simulator.handouts.deck.boxes import LEAST, Box
from simulator.handouts.deck.canvas import Canvas, Notes
from simulator.handouts.deck.tables import SlideTable
from simulator.model.actuals import Actuals, Record
from simulator.model.beside_settings import Decision
from simulator.report.tables.progress import month_before
from simulator.report.tables.table import Column, Row, Table
from tests.explaining import context_of

KENDAL = ("komitmen-september", "dua-puluh-persen-2026", "tren-123-per-bulan")
GROWN, LOST = "Dinas Contoh Pengairan", "Dinas Contoh Kesehatan Masyarakat"
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=400)
PARAGRAPHS = st.lists(st.lists(TEXTS, min_size=1, max_size=25).map(" ".join), min_size=1, max_size=8)


def recorded(months: dict[str, dict[str, int]], total: bool = True) -> Actuals:
    """Enrolled of every unit as in the data, plus additions by name, in some months; and their total."""
    baseline, rows = projected("contoh").baseline, []
    for month, added in months.items():
        numbers = {
            code: round(float(enrolled)) + added.get(name, 0)
            for code, name, enrolled in zip(baseline.codes, baseline.unit_names, baseline.enrolled)
        }
        if total:
            numbers = {"": sum(numbers.values())}
        rows += [
            Record("2026-11-01T08:00:00", "", "a.csv", month, u, {"enrolled": n}) for u, n in numbers.items()
        ]
    return Actuals(rows)


@pytest.fixture(scope="module")
def made():
    """Decks of one and of several scenarios, in both languages, with and without actuals, by name."""
    several = [projected(name) for name in KENDAL]
    by_office = recorded({"2026-06": {GROWN: 4}, "2026-10": {GROWN: 9, LOST: -2}}, total=False)
    return {
        "kendal": deck(several[:1]),
        "kendal, 3, en": deck(several, "en"),
        "contoh": deck([projected("contoh")]),
        "contoh, by office": deck([projected("contoh")], actuals=by_office),
        "contoh, total, en": deck([projected("contoh")], "en", recorded({"2026-10": {GROWN: 9}})),
    }


def story(data: bytes) -> list[str]:
    """The titles before the appendix."""
    found = titles(data)
    return found[: next(i for i, title in enumerate(found) if title in ("Lampiran", "Appendix"))]


def test_seven_slides_carry_the_story_of_one_scenario_or_several(made):
    assert {name: len(story(data)) for name, data in made.items()} == dict.fromkeys(made, 7)


def test_several_are_compared_on_one_slide_and_what_it_takes_stands_behind_the_divider():
    data = deck([projected(name) for name in SIX])
    topics = [words(slide).split("\n")[1] for slide in opened(data)]
    assert topics[3] == "Skenario dibandingkan" and len(story(data)) == 7
    assert titles(data)[8].startswith("Bila setiap OPD")
    text = words(opened(data)[3])
    assert all(projected(name).scenario.name in text for name in SIX)


def test_no_letter_is_below_18_points_on_slides_and_in_their_charts(made):
    sizes = 0
    for data in made.values():
        for slide in opened(data):
            parts = [slide._element, *(s.chart._chartSpace for s in slide.shapes if s.has_chart)]
            for part in parts:
                for letters in part.iter("{*}rPr", "{*}defRPr", "{*}endParaRPr"):
                    if size := letters.get("sz"):
                        assert int(size) >= LEAST * 100, etree.tostring(letters.getparent())
                        sizes += 1
            for shape in slide.shapes:
                if shape.has_text_frame:
                    runs = [run for p in shape.text_frame.paragraphs for run in p.runs]
                    assert all(run.font.size.pt >= LEAST for run in runs)
    assert sizes > 2000


def test_the_presenter_gets_two_to_four_sentences_first(made):
    for data in made.values():
        for slide in opened(data)[: len(story(data))]:
            shown = slide.notes_slide.notes_text_frame.text.split("\n\n")[0]
            assert 2 <= len(re.findall(r"[.?](?= |$)", shown)) <= 4, shown
            assert "\n" not in shown and not shown.startswith(("S1", "Sumber"))


def test_office_by_office_since_the_data_most_grown_first_and_adding_up(made):
    slide = opened(made["contoh, by office"])[1]
    assert plain(slide.shapes.title.text_frame.text) == (
        "955 pekerja rentan terlindungi pada Oktober 2026: ± 19,92 % dari 4.795 ASN, bertambah ± 7 sejak Agustus 2025"
    )
    header, *rows = table(slide)
    assert header == ["Unit", "Peserta Agu 2025", "Peserta Okt 2026", "± Perubahan"]
    assert rows == [
        [GROWN, "158", "167", "+9"],
        [LOST, "71", "69", "−2"],
        ["37 unit lain bersama", "± 719", "± 719", "0"],
        ["Jumlah", "948", "955", "+7"],
    ]


def test_the_slide_of_offices_says_that_it_is_of_the_data_where_later_months_are_recorded(made):
    remark = "Daftar ini menurut data Agustus 2025; realisasi sampai Oktober 2026 belum dihitung di dalamnya."
    assert remark in words(opened(made["contoh, by office"])[4])
    assert "belum dihitung di dalamnya" not in words(opened(made["contoh"])[4])


def test_without_actuals_of_offices_that_is_reported_and_no_grid_stands_empty(made):
    shown = words(opened(made["contoh"])[1])
    assert "Angka ini dari data Agustus 2025; realisasi sesudahnya belum dicatat." in shown
    shown = words(opened(made["contoh, total, en"])[1])
    assert (
        "Actual figures are of the whole regency, not yet by unit; the table is the data of August 2025."
        in shown
    )
    for data in made.values():
        for slide in opened(data):
            for shape in slide.shapes:
                if shape.has_table:
                    cells = [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]
                    assert all(any(row) for row in cells) and len(cells) > 1


@pytest.mark.parametrize(
    "days, before", [((), 0), (("2026-07-15",), 10), (("2026-05-01",), 0), (("2026-07-15", "2026-11-22"), 10)]
)
def test_the_last_meeting_is_the_last_day_of_the_log_before_today(days, before):
    """June 2026 is 10 months after the data; a decision made today belongs to this meeting."""
    log = tuple(
        Decision(question="?", expectation="", finding="", decision="", owner="", date=day) for day in days
    )
    c = context_of(projected("contoh", decisions=log))
    c = replace(c, actuals=recorded({"2026-06": {}, "2026-10": {}}, total=False))
    assert month_before(c, str(date(2026, 11, 22))) == before


@settings(max_examples=25, deadline=None)
@given(PARAGRAPHS, st.booleans())
def test_a_text_of_any_length_stands_whole_on_as_many_slides_as_it_takes(paragraphs, bullets):
    canvas = Canvas([], "", "id")
    page = canvas.slide("Topik", "Judul", Notes(["Catatan."]))
    canvas.text(page, page.body, paragraphs, bullets=bullets)
    assert letters_of(canvas.file.slides) == "".join("".join(paragraphs).split())


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=12))
def test_a_table_of_any_cells_stands_whole_on_as_many_slides_as_it_takes(cells):
    canvas = Canvas([], "", "id")
    page = canvas.slide("Topik", "Judul", Notes(["Catatan."]))
    content = Table((Column("A"), Column("B"), Column("C")), tuple(Row(row) for row in cells))
    SlideTable(content, (2, 1, 1), "id").flow(canvas, page, "Tabel")
    whole: dict[int, str] = {0: "", 1: "", 2: ""}
    for slide in canvas.file.slides:
        letters_of([slide])
        for row in table(slide)[1:]:
            for i, cell in enumerate(row):
                whole[i] += cell
    for i, column in whole.items():
        assert "".join(column.split()) == "".join("".join(row[i] for row in cells).split())


@pytest.mark.parametrize("name", [LETTERS, "Skenario dengan nama panjang " * 4])
def test_a_long_scenario_name_stands_whole_on_the_cover(name):
    cover = opened(deck([projected("komitmen-september", name=name[:120].strip())]))[0]
    assert name[:120].strip() in words(cover)


@pytest.mark.parametrize("rows", range(10, 60, 3))
def test_the_last_slide_of_a_table_holds_three_rows_or_more(rows):
    content = Table((Column("Nama"), Column("Angka")), tuple(Row((f"Baris {i}", "1")) for i in range(rows)))
    pages = SlideTable(content, (2, 1), "id").in_pages(Box(0, 0, 600, 200), LEAST)
    assert sum(map(len, pages)) == rows and len(pages) > 1 and len(pages[-1]) >= 3
