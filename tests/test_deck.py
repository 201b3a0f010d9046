"""The deck: its texts, its numbers, which are those of `run`, and that nothing overflows."""

import csv
import io
import re
import zipfile
from dataclasses import replace

import numpy as np
import openpyxl
import pytest
import rendered
from decks import astray, chart, deck, letters_of, opened, overlong, places, plain, table, titles, words
from handout_cases import (
    LETTERS,
    LONG,
    SCENARIOS,
    SIX,
    TODAY,
    anew,
    contexts_of,
    one_month_of_history,
    projected,
)
from hypothesis import given
from hypothesis import strategies as st
from pptx.enum.shapes import MSO_SHAPE_TYPE

from simulator.__main__ import main
from simulator.handouts.asks import ask_lines
from simulator.handouts.deck import deck_bytes
from simulator.handouts.deck.boxes import Box
from simulator.handouts.deck.boxes import plain as in_a_sheet
from simulator.handouts.deck.lines import covered
from simulator.handouts.writing import written
from simulator.model.actuals import Actuals, Record
from simulator.model.beside_settings import Decision
from simulator.model.metrics import target_status
from simulator.model.parts import Participation
from simulator.model.simulation import simulate
from simulator.planning.groups import unit_groups
from simulator.report.charts.names import APART, spread
from simulator.store.baseline_files import read_baseline_named
from simulator.words.numbers import people, shown
from simulator.words.quantity import Quantity

KENDAL = ("komitmen-september", "dua-puluh-persen-2026", "tren-123-per-bulan")


@pytest.fixture(scope="module")
def pledges():
    """The deck of one scenario, in Indonesian."""
    return deck([projected("komitmen-september")])


@pytest.fixture(scope="module")
def several():
    """The deck of three scenarios on published figures, in English."""
    return deck([projected(name) for name in KENDAL], "en")


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """Six long-named scenarios on 120 long-named units."""
    return deck(overlong(tmp_path_factory.mktemp("large") / "many"))


@pytest.fixture(scope="module")
def printed(pledges, several, large):
    """Each deck as LibreOffice prints it."""
    made = {"pledges": pledges, "several": several, "large": large}
    return {
        name: (opened(made[name]), rendered.pages(pdf))
        for name, pdf in rendered.as_pdfs(made, "pptx").items()
    }


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """The output of `run` for the scenarios, by name of the file: columns of numbers."""
    out = tmp_path_factory.mktemp("run")
    assert main(["run", *(str(SCENARIOS / f"{name}.json") for name in KENDAL), "--out", str(out)]) == 0
    found = {}
    for name in KENDAL:
        rows = list(csv.DictReader((out / f"{name}.csv").open(encoding="utf-8")))
        found[name] = {
            column: [row[column] if column == "month" else float(row[column]) for row in rows]
            for column in rows[0]
        }
    return found


def slide_of(data: bytes, topic: str):
    """The first slide under a topic."""
    return next(slide for slide in opened(data) if f"\n{topic}\n" in f"\n{words(slide)}\n")


def with_floor(share: float) -> Participation:
    """The participation of the shipped scenario with another floor of the OPD."""
    plan = projected("dua-puluh-persen-2026").scenario.participation
    return plan.model_copy(update={"opd": plan.opd.model_copy(update={"target_share": share})})


def series(slide) -> dict[str, list[float]]:
    """The chart's lines by name, without months that have no value."""
    return {
        line.name: [value for value in line.values if value is not None]
        for line in chart(slide).plots[-1].series  # areas of a band come first
    }


def sheets(data: bytes):
    """The embedded sheets of a deck's charts."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        found = [
            openpyxl.load_workbook(io.BytesIO(parts.read(name))).active
            for name in parts.namelist()
            if name.endswith(".xlsx")
        ]
    assert found
    return found


# ---- its texts


def test_each_title_states_what_was_found(pledges):
    found = titles(pledges)
    assert found[:8] == [
        "Rakor Monev ASN Peduli Pekerja Rentan",
        "974 pekerja rentan terlindungi pada Agustus 2025: ± 9,42 % dari 10.345 ASN",
        "Target 20 % (± 2.069 pekerja) akhir September 2025 (sudah lewat) tidak tercapai menurut skenario ini: ± 1.256, kurang ± 813.",
        "Bila setiap OPD yang ikut mencapai minimal ± 70,1 % ASN-nya dalam ± 24 bulan, target tercapai Agustus 2027.",
        "13 OPD dan 7 kecamatan belum ikut. Di 18 OPD dan 6 kecamatan baru sebagian ASN ikut.",
        "Manfaat ± 1,49 × iuran, Sep 2025 – Agu 2027",
        "6 hal diminta dari rapat ini",
        "Lampiran",
    ]
    assert found[12:14] == [
        "± 9.089 pekerja masih perlu didaftarkan sampai satu per ASN pada September 2025",
        "Iuran dan perkiraan manfaat menurut masa satu tarif",
    ]
    assert sum("37 dari 48 pengaturan adalah asumsi" in title for title in found) > 3
    assert any(
        title.startswith("Angka utama bersumber dari 9 rujukan; 3 di antaranya publikasi") for title in found
    )
    assert found[-1].startswith("15 hal tidak dihitung, jadi hasil ini bukan ramalan")


def test_several_scenarios_are_compared_on_one_slide_and_distinguished_in_the_appendix(several):
    found = titles(several)
    first = "“C” reaches the target of 20 % first: April 2026 (already past), with contributions of ± Rp 219 million by then; the chance in December 2026 is about 13 in 20"
    story = found[: found.index("Appendix")]
    assert story.count(first) == found.count(first) == 1
    assert sum("Tren" in words(slide) for slide in opened(several)[: len(story)]) == 1
    apart = [title for title in found if "enrolled than" in title and "(continued)" not in title]
    assert apart == [
        "The chance that “B · 20 % pada Desember 2026” brings more enrolled than “A · Komitmen September” in August 2027: more than 95 %",
        "“B · 20 % pada Desember 2026” brings ± 813 more enrolled than “A · Komitmen September” in August 2027",
        "“C · Tren 123 per bulan” brings ± 2,723 more enrolled than “A · Komitmen September” in August 2027",
    ]
    waterfall = series(slide_of(several, "Why they differ"))
    assert [round(value) for value in waterfall["scenario"]] == [1256, 0, 2069]
    assert round(sum(waterfall["adds"])) == 813
    assert "Floor of participation, OPD: 0 % → 70.1 %" in words(slide_of(several, "Why they differ"))


def test_no_slide_shows_what_does_not_differ():
    same = deck([projected("komitmen-september"), projected("komitmen-september", name="Salinan")])
    assert not [slide for slide in opened(same) if "Mengapa berbeda" in words(slide)]
    assert not [title for title in titles(same) if "membedakan" in title or "menghasilkan" in title]


def test_how_sure_a_difference_is_stands_in_the_appendix_as_on_the_page_that_compares():
    contexts = contexts_of(*map(projected, ("dorongan-yang-meluruh", "dorongan-tanpa-rakor-monev", "contoh")))
    made = deck_bytes(contexts, "id", TODAY)
    (slide,) = (slide for slide in opened(made) if "Peluang “B”" in words(slide))
    title = plain(slide.shapes.title.text_frame.text)
    assert (
        title
        == "Peluang “B” menghasilkan peserta lebih banyak daripada “A” pada Agustus 2027: kurang dari 5 %"
    )
    first, other, _ = contexts
    seed = first.scenario.uncertainty.seed  # both with the random numbers of the first
    here, there = (simulate(c.scenario, c.baseline, c.programme, seed=seed) for c in (other, first))
    apart = here.series("enrolled")[24] - there.series("enrolled")[24]
    low, high = (people(float(number), "id") for number in np.quantile(apart, (0.05, 0.95)))
    (_, *rows), more = table(slide), float((apart > 1e-6).mean())
    assert rows[0] == [
        "B: peserta",
        "−429",
        f"± ({low} sampai {high})",
        plain(shown(Quantity(more, "chance"), "id")),
    ]
    assert len(rows) == 3  # the third has other data
    assert "Skenario dengan data dasar lain tidak disimulasikan bersama." in words(slide)


def test_every_slide_has_notes_and_only_native_charts_and_tables(pledges, several, large):
    charts = 0
    for data in (pledges, several, large):
        for slide in opened(data):
            assert slide.notes_slide.notes_text_frame.text.strip(), slide.shapes.title.text
            assert not [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
            for shape in slide.shapes:
                if shape.has_chart or shape.has_table:
                    assert shape._element.nvGraphicFramePr.cNvPr.get("descr"), (
                        slide.shapes.title.text
                    )  # read by a screen reader
                charts += shape.has_chart
    assert charts > 15


def test_the_notes_say_what_to_say_then_where_the_numbers_come_from(pledges):
    content, notes = slide_of(pledges, "Target dan kekurangan").notes_slide.notes_text_frame.text.split(
        "\n\n"
    )
    assert content.startswith(
        "Target 20 % (2.069 pekerja) akhir September 2025 (sudah lewat) tidak tercapai menurut skenario ini"
    )
    assert "jarak ke garis proyeksi pada September 2025 adalah kekurangan yang dibahas hari ini." in content
    assert "Kurang dari target: 813 (turunan)." in notes and "Sumber: " in notes and "S1 EMSATUNEWS" in notes
    assert "S7" in slide_of(pledges, "Iuran dan manfaat").notes_slide.notes_text_frame.text


def test_the_cover_names_meeting_and_day_and_the_divider_all_that_the_deck_is_made_of(several):
    cover, *rest = opened(several)
    assert cover.shapes.title.text_frame.text == "Rakor Monev ASN Peduli Pekerja Rentan"
    assert "Kabupaten Kendal · 22 November 2026" in words(cover)
    assert "Scenario: A · Komitmen September (draft)" in words(cover)
    (divider,) = (slide for slide in rest if slide.shapes.title.text_frame.text == "Appendix")
    assert all(
        line in words(divider)
        for line in (
            "Scenario: A · Komitmen September (draft)",
            "Scenario: C · Tren 123 per bulan (draft)",
            "Data: Kendal Regency · August 2025",
            "made on 22 November 2026",
        )
    )
    foot = "Data: Kendal Regency · August 2025 · Scenario: A · Komitmen September (draft)"
    assert all(foot in words(slide) for slide in rest if slide is not divider) and len(rest) > 20
    assert "Skenario: Komitmen September (rancangan, belum disimpan)" in words(
        opened(deck([projected("komitmen-september")], unsaved=True))[0]
    )


def test_made_up_figures_are_called_so_on_every_slide_and_others_on_none(pledges, large):
    made_up = opened(large)
    for slide in made_up:
        (mark,) = (shape for shape in slide.shapes if shape.name == "watermark")
        assert (
            mark.text_frame.text == "FIKTIF" and slide.shapes[0].shape_id == mark.shape_id
        )  # behind everything else
    assert all("FIKTIF" in words(slide).replace(mark.text_frame.text, "", 1) for slide in made_up)
    assert not any("FIKTIF" in words(slide) for slide in opened(pledges))


def test_an_office_whose_figures_nobody_published_has_none(pledges, several):
    for data in (pledges, several):
        named = [slide for slide in opened(data) if "Diskominfo" in words(slide)]
        assert len(named) == 1 and not any(
            "Diskominfo" in cell
            for slide in opened(data)
            for shape in slide.shapes
            if shape.has_table
            for row in shape.table.rows
            for cell in (c.text_frame.text for c in row.cells)
        )
        assert not re.search(r"Diskominfo[^,]*\d", words(named[0]))


def decided(decision: str = "Naikkan ke 72 %", **changes) -> Decision:
    """An entry of the decision log."""
    entry = Decision(
        question="Cukupkah 70 %?",
        expectation="Ya",
        finding="Kurang 12",
        decision=decision,
        owner="Sekda",
        date="2026-12-01",
    )
    return entry.model_copy(update=changes)


@pytest.mark.parametrize("status, topic", [("agreed", "Disepakati"), ("draft", "Keputusan yang dicatat")])
def test_agreed_stands_only_above_what_was_agreed(status, topic):
    log = (decided(), decided("", question="Siapa yang menagih?"))
    slides = opened(deck([projected("komitmen-september", decisions=log, status=status)]))
    topics = [words(slide).split("\n") for slide in slides]
    (agreed,) = (lines for lines in topics if topic in lines)
    assert "Naikkan ke 72 % – Sekda, 1 Desember 2026" in agreed and "Siapa yang menagih?" not in agreed
    (still_open,) = (lines for lines in topics if "Belum diputuskan" in lines)
    assert (
        "Siapa yang menagih?" in still_open and "Naikkan ke 72 % – Sekda, 1 Desember 2026" not in still_open
    )
    assert sum("Disepakati" in lines for lines in topics) == (status == "agreed")
    (log_slide,) = (lines for lines in topics if "Catatan keputusan" in lines)
    assert {"1. Pertanyaan: Cukupkah 70 %?", "Hasil hitungan: Kurang 12"} <= {*log_slide}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_letter_is_one_that_every_font_of_an_office_has(lang):
    """Only the Latin letters of Windows, minus, arrow and square: for others PowerPoint changes the font within a word."""
    data = deck([projected(stem) for stem in SIX[:3]], lang=lang)
    letters = {letter for slide in opened(data) for letter in words(slide)} - {"\n"}
    assert letters - {bytes([i]).decode("cp1252", "ignore") for i in range(256)} <= {"−", "→", "■"}


def test_an_entry_of_the_log_that_fits_on_a_slide_is_not_parted():
    log = tuple(decided(finding="Kurang dua belas pekerja. " * 10) for _ in range(7))
    slides = opened(deck([projected("komitmen-september", decisions=log)]))
    bodies = [
        shape.text_frame.text.split("\n")
        for slide in slides
        if "Catatan keputusan" in words(slide).split("\n")
        for shape in slide.shapes
        if shape.has_text_frame and "Pertanyaan: " in shape.text_frame.text
    ]
    assert len(bodies) > 1
    assert all(re.match(r"\d\. Pertanyaan", lines[0]) and lines[-1].startswith("Tanggal") for lines in bodies)


def test_notes_on_numbers_or_settings_stand_only_beside_those_they_apply_to():
    slides = opened(deck([projected(stem) for stem in SIX[:3]]))
    differ = [slide for slide in slides if "Target skenario-skenario ini berbeda" in words(slide)]
    assert len(differ) == 1 and "Kurang pada bulan target" in words(differ[0])
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert [t[:16] for t in titles if "pengaturan adalah asumsi" in t][:1] == ["A: 37 dari 48 pe"]


def test_without_a_log_nothing_is_left_to_fill_in(pledges):
    assert not any("Disepakati" in words(slide).split("\n") for slide in opened(pledges))
    for slide in opened(pledges):
        for shape in slide.shapes:
            if shape.has_table:
                assert all(any(cell.text_frame.text for cell in row.cells) for row in shape.table.rows)


@pytest.mark.parametrize(
    "stem, share",
    [("komitmen-september", 0.2), ("dua-puluh-persen-2026", 0.2), ("contoh", 0.2), ("contoh", 0.9)],
)
def test_what_is_asked_for_is_what_the_brief_asks_and_the_offices_count_the_same(stem, share):
    p = projected(stem)
    p = projected(stem, target=p.scenario.target.model_copy(update={"coverage_share": share}))
    data = deck([p])
    content, asks = words(slide_of(data, "Yang diminta")), ask_lines(*contexts_of(p), "id")
    places_of_asks = [content.index(plain(written(ask))) for ask in asks]
    assert places_of_asks == sorted(places_of_asks) and f"{len(asks)} hal diminta dari rapat ini" in content
    header, *rows = table(slide_of(data, "OPD dan kecamatan"))
    assert header[1].endswith("Agu 2025") and "Agu 2025" in header[3]

    def number(words: str) -> int:
        return int(re.sub(r"\D", "", words) or 0)

    def row(status: str) -> list[int]:
        (found,) = (cells for cells in rows if cells[0].endswith(status))
        return [number(cell) for cell in found[1:]]

    assert row("belum ikut")[0] == number(
        re.search(r"belum ikut menurut keadaan Agustus 2025 \(([\d.]+) ASN", content)[1]
    )
    assert row("baru sebagian")[2] == number(re.search(r"Mendaftarkan ± ([\d.]+) pekerja lagi", content)[1])
    assert row("berkomitmen")[1] == number(
        re.search(r"iuran ([\d.]+) pekerja yang dikomitmenkan", content)[1]
    )
    assert all(sum(number(cells[i]) for cells in rows[:-1]) == number(rows[-1][i]) for i in (1, 2, 3))
    takes = slide_of(data, "Yang dibutuhkan")
    met = target_status(p).met
    content = plain(takes.shapes.title.text_frame.text)
    assert met == bool(
        re.search("tercapai bila rencana dan komitmen skenario ini dijalankan; peluangnya [^;]+$", content)
    )
    assert met != ("Bila " in takes.shapes.title.text_frame.text + words(takes))


def test_a_scenario_that_ends_before_the_others_is_drawn_to_its_own_end_and_named():
    data = deck(
        [
            projected("komitmen-september"),
            projected("tren-123-per-bulan"),
            projected("tren-19-per-bulan", horizon_months=1),
        ]
    )
    charted, numbers, *_ = (slide for slide in opened(data) if "Skenario dibandingkan" in words(slide))
    drawn = [values for name, values in series(charted).items() if "wajar" not in name]  # no band
    assert [len(values) for values in drawn][:3] == [25, 25, 2]
    assert "1.274 (Sep 2025)" in words(charted)
    (frame,) = (shape for shape in charted.shapes if shape.has_chart)
    assert "1.274 (Sep 2025)" in frame._element.nvGraphicFramePr.cNvPr.get("descr")
    for slide in (charted, numbers):
        assert re.search(r"sampai September 2025, bulan terakhir “C · Tren 19 per bulan”", words(slide))


def test_the_answer_of_a_comparison_stands_whole_however_long_the_names_are():
    data = deck([projected(name, name=f"{i} {LONG}"[:120]) for i, name in enumerate(SIX)])
    title = plain(slide_of(data, "Skenario dibandingkan").shapes.title.text_frame.text)
    assert re.search(
        r"mencapai target 20 %: \w+ \d{4}(?: \(sudah lewat\))?, dengan iuran ± Rp [\d,]+ \w+ sampai saat itu"
        r"(; peluangnya pada \w+ \d{4} (sekitar )?[^;]+)?$",
        title,
    ), title


def test_scenarios_of_one_name_have_letters_on_the_cover_and_in_the_notes():
    cover, *rest = opened(deck([projected("komitmen-september")] * 2))
    assert "Skenario: A · Komitmen September (rancangan)" in words(cover)
    (divider,) = (slide for slide in rest if slide.shapes.title.text_frame.text == "Lampiran")
    assert all(f"Skenario: {letter} · Komitmen September (rancangan)" in words(divider) for letter in "AB")
    notes = [plain(slide.notes_slide.notes_text_frame.text) for slide in rest]
    assert any("Menurut skenario “A · Komitmen September”." in content for content in notes) and not any(
        "skenario Komitmen September" in content for content in notes
    )


def test_the_foot_holds_what_stands_whole_on_its_line_and_the_divider_all(large):
    region = ("Kabupaten " + "Kepulauan " * 11).strip()
    kendal = projected("komitmen-september")
    facts = kendal.baseline.facts.model_copy(update={"title": {"id": region, "en": region}})
    data = deck([projected("komitmen-september", replace(kendal.baseline, facts=facts), name=LETTERS)])
    (divider,) = (slide for slide in opened(data) if slide.shapes.title.text_frame.text == "Lampiran")
    assert f"Data {region}, keadaan Agustus 2025" in words(divider) and LETTERS in words(divider)
    feet = [words(slide).split("\n")[2] for slide in opened(data)[1:] if slide.shapes.title is not None]
    assert not any("…" in words(slide) for slide in opened(data)) and len(feet) > 15
    assert all(
        line.startswith("FIKTIF · Data Kabupaten Contoh (fiktif)")
        for slide in opened(large)[1:]
        for line in words(slide).split("\n")
        if line.startswith("FIKTIF ·")
    )


def test_who_does_not_take_part_is_named_first_and_everybody_is_named(pledges, large):
    data = deck([projected("contoh")])
    text = words(slide_of(data, "OPD dan kecamatan"))
    assert text.index("6 OPD dan 4 kecamatan, belum ikut") < text.index("4 OPD dan 2 kecamatan, berkomitmen")
    (named,) = (
        words(slide) for slide in opened(data) if "Belum ikut: 6 OPD dan 4 kecamatan." in words(slide)
    )
    offices = [row for row in unit_groups(read_baseline_named("contoh")) if row.segment != "other"]
    assert all(row.name in named for row in offices) and len(offices) == 36
    ends = [
        max(named.index(row.name) for row in offices if row.status == status)
        for status in ("outside", "pledged", "partial", "full")
    ]
    assert ends == sorted(ends)
    # Published figures name only units at 100 %.
    assert any("Belum ikut: 13 OPD dan 7 kecamatan.\n" in words(slide) for slide in opened(pledges))
    letters = "".join("".join(words(slide).split()) for slide in opened(large))
    assert all(f"{i}{''.join(LONG.split())}"[:80] in letters for i in range(100, 119))


def test_a_row_is_as_high_as_its_text(pledges):
    slide = next(slide for slide in opened(pledges) if "adalah asumsi" in slide.shapes.title.text_frame.text)
    (found,) = (shape.table for shape in slide.shapes if shape.has_table)
    heights = {round(row.height.pt, 1) for row in list(found.rows)[1:]}
    assert heights <= {round(n * 18 * 1.2 + 7, 1) for n in (1, 2, 3)}


def test_one_figure_of_the_past_is_no_line(tmp_path):
    slide = opened(deck([projected("contoh", one_month_of_history(tmp_path / "one"))]))[1]
    assert "948" in words(slide) and table(slide)[-1][:2] == ["Jumlah", "948"]
    assert not [shape for shape in slide.shapes if shape.has_chart or shape.shape_type == MSO_SHAPE_TYPE.LINE]


def test_lines_that_end_close_together_are_named_by_a_list_of_samples_and_not_by_far_leaders():
    floors = [
        projected("dua-puluh-persen-2026", name=f"Usul {i}", participation=with_floor(0.701 + i / 500))
        for i in range(6)
    ]
    slide = slide_of(deck(floors), "Skenario dibandingkan")
    strokes = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE]
    assert [(stroke.width.pt, stroke.height.pt) for stroke in strokes] == [(30, 0)] * 7
    assert len({stroke.line.dash_style for stroke in strokes[:6]}) == 6
    assert all(re.search(rf"{letter} · Usul {i}\s", words(slide)) for i, letter in enumerate("ABCDEF")) and {
        "target 20 %",
        "yang wajar terjadi",
    } <= set(words(slide).split("\n"))


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(10, 60)), min_size=1, max_size=7))
def test_names_beside_lines_keep_their_order_and_move_only_where_they_must(given_places):
    places_of_lines, heights = zip(*sorted(given_places))
    found = spread(places_of_lines, heights, -500, 1000)
    lower = [middle + height / 2 for middle, height in zip(found, heights)]
    assert all(
        above + APART <= middle - height / 2 + 1e-6
        for above, middle, height in zip(lower, found[1:], heights[1:])
    )
    assert sum(found) == pytest.approx(sum(places_of_lines), abs=1e-6)  # increases and decreases
    if all(
        b - a >= (h + k) / 2 + APART
        for a, b, h, k in zip(places_of_lines, places_of_lines[1:], heights, heights[1:])
    ):
        assert found == pytest.approx(places_of_lines)
    inside = spread(places_of_lines, heights, 0, 450)
    assert inside[0] - heights[0] / 2 >= -1e-6 and inside == sorted(inside)


def test_a_value_stands_where_its_line_does_not_pass():
    plot, points = Box(0, 0, 400, 300), [(0.0, 200.0), (200.0, 199.0), (210.0, 100.0)]
    hidden = {side: covered(points, 1, side, 24, plot) for side in ((0, -1), (0, 1))}
    assert hidden[0, -1] > 0 and hidden[0, 1] == 0


def test_no_word_of_a_narrow_table_is_broken(printed):
    _slides, pages = printed["several"]
    assert {"Kecamatan", "Other ASN"} <= {line.text.strip() for line in pages[1].lines}


# ---- its numbers are those of `run`


def test_the_path_to_the_target_is_the_one_that_run_writes(pledges, ran):
    lines = series(slide_of(pledges, "Target dan kekurangan"))
    assert lines["bila semua berjalan sesuai rencana"] == pytest.approx(
        ran["komitmen-september"]["enrolled"], rel=1e-12
    )
    assert set(lines["Target"]) == {2069.0} and lines["Terdata"] == [0, 724, 728, 974]
    assert {"974", "± 1.256", "± 2.069", "± 813"} <= set(
        words(slide_of(pledges, "Target dan kekurangan")).splitlines()
    )


def test_the_money_is_the_one_that_run_writes(pledges, ran):
    columns = ran["komitmen-september"]
    lines = series(slide_of(pledges, "Iuran dan manfaat"))
    for name, column in (
        ("iuran sesuai rencana", "contributions_idr"),
        ("manfaat sesuai rencana", "payouts_idr"),
    ):
        added_up = np.cumsum([0.0, *columns[column][1:]])
        assert lines[name] == pytest.approx(added_up / 1e6, rel=1e-12)
    (by_period,) = (s for s in opened(pledges) if "menurut masa" in s.shapes.title.text_frame.text)
    *periods, total = table(by_period)[1:]
    assert [row[:2] for row in periods] == [
        ["Sep 2025 – Mar 2026", "Rp 16.800"],
        ["Apr 2026 – Des 2026, keringanan iuran", "Rp 8.400"],
        ["Jan 2027 – Agu 2027", "Rp 16.800"],
    ]
    assert total[2:] == [
        f"Rp {sum(columns[column][1:]) / 1e6:.1f} juta".replace(".", ",")
        for column in ("contributions_idr", "payouts_idr")
    ] + ["1,49 ×"]


def test_every_compared_line_is_the_one_that_run_writes(several, ran):
    lines = series(slide_of(several, "Scenarios compared"))
    for letter, name in zip("ABC", KENDAL):
        (found,) = (values for line, values in lines.items() if plain(line).startswith(f"{letter} ·"))
        assert found == pytest.approx(ran[name]["enrolled"], rel=1e-12)


def test_the_sheet_behind_a_chart_holds_the_same_numbers(several):
    found = [shape.chart for slide in opened(several) for shape in slide.shapes if shape.has_chart]
    for one in found:
        sheet = openpyxl.load_workbook(io.BytesIO(one.part.chart_workbook.xlsx_part.blob)).active
        drawn = [line for plot in reversed(one.plots) for line in plot.series]  # areas of a band last
        for column, line in enumerate(drawn, 2):
            held = [sheet.cell(row, column).value for row in range(2, len(line.values) + 2)]
            assert [value is None for value in held] == [value is None for value in line.values]
            assert [value or 0 for value in held] == pytest.approx(
                [value or 0 for value in line.values], rel=1e-12
            )
    assert len(found) > 5


def test_rows_of_units_add_up_to_their_total():
    slides = [
        s
        for s in opened(deck([projected("contoh")]))
        if "sampai satu per ASN pada Desember\u00a02026" in s.shapes.title.text_frame.text
    ]
    rows = [row for slide in slides for row in table(slide)[1:]]
    numbers = [[int(re.sub(r"\D", "", cell)) for cell in row[1:]] for row in rows]
    assert len(rows) == 40 and rows[-1][0] == "Jumlah"
    assert [sum(column) for column in zip(*numbers[:-1])] == numbers[-1]


def test_what_came_true_is_marked_beside_what_was_projected():
    recorded = Actuals(
        [
            Record(
                "2026-11-01T08:00:00",
                "",
                "a.csv",
                month,
                "",
                {"enrolled": n, "contributions_idr": n * 16_800},
            )
            for month, n in (("2025-10", 1190), ("2025-12", 1203))
        ]
    )
    data = deck([projected("komitmen-september")], actuals=recorded)
    assert series(slide_of(data, "Target dan kekurangan"))["Realisasi"] == [1190, 1203]
    by_month = slide_of(data, "Iuran dan manfaat per bulan, dengan realisasi")
    assert series(by_month)["Realisasi iuran"] == pytest.approx([19.992, 20.2104])


# ---- nothing is cut off, nothing overflows


def test_long_names_and_decisions_stand_whole(large):
    """Nine entries whose findings have 1,900 of the widest letters."""
    slides = opened(large)
    assert not any("…" in words(slide) for slide in slides)
    log = letters_of(slide for slide in slides if "\nCatatan keputusan\n" in f"\n{words(slide)}\n")
    assert log.count("W" * 1900) == 9 and log.count("Apakahcukup?" * 140) == 9
    assert any(f"B · {LETTERS}" in words(slide) for slide in slides)


def test_there_is_a_page_for_every_slide_and_nothing_lies_outside_it(printed):
    for name, (slides, pages) in printed.items():
        assert len(pages) == len(slides) > 12, name
        assert [page.outside() for page in pages if page.outside()] == [], name


def test_every_line_stands_within_the_box_it_was_written_in(printed):
    lines = 0
    for name, (slides, pages) in printed.items():
        for slide, page in zip(slides, pages):
            assert astray(page, slide) == [], (name, slide.shapes.title.text_frame.text)
            lines += len(page.lines)
    assert lines > 1500


def test_no_box_leaves_the_slide_and_no_table_covers_the_foot(pledges, several, large):
    for data in (pledges, several, large):
        for slide in opened(data):
            for (left, top, right, bottom), _ in places(slide):
                assert left >= 0 and top >= 0 and right <= 960 and bottom <= 540, (
                    slide.shapes.title.text_frame.text
                )
            assert all(
                shape.top + shape.height <= 508 * 12700
                for shape in slide.shapes
                if shape.has_table or shape.has_chart
            ), slide.shapes.title.text_frame.text


def test_long_names_stand_in_full_where_the_scenarios_are_listed(large):
    rows = [
        row
        for slide in opened(large)
        if "Skenario" in words(slide)
        for shape in slide.shapes
        if shape.has_table
        for row in [[c.text_frame.text for c in r.cells] for r in shape.table.rows]
    ]
    assert any(LETTERS in row[0] for row in rows)


def test_both_languages_hold_the_same_slides():
    indonesian, english = (deck([projected("contoh")], lang) for lang in ("id", "en"))
    assert len(opened(indonesian)) == len(opened(english))
    assert set(titles(english)) & set(titles(indonesian)) == {"Rakor Monev ASN Peduli Pekerja Rentan"}
    assert (
        "948" in words(opened(english)[1])
        and "4,795" in words(opened(english)[1])
        and "4.795" in words(opened(indonesian)[1])
    )


# ---- files


def test_nothing_in_a_sheet_or_table_is_taken_for_a_formula_or_a_link(large):
    for sheet in sheets(large):
        assert not [
            cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f" or cell.hyperlink
        ]
    cells = [
        cell.text_frame.text
        for slide in opened(large)
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    # Slides compute nothing, so names appear unchanged.
    assert [cell for cell in cells if cell.startswith("=")]
    assert not [cell for cell in cells if cell.startswith("'")]
    assert [in_a_sheet(name) for name in ("=1+1", "http://a.b", "Dinas")] == ["'=1+1", "'http://a.b", "Dinas"]


def test_the_same_deck_is_the_same_file_but_for_its_day(several):
    assert deck([anew(name) for name in KENDAL], "en") == several

    def stamps(data: bytes):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for entry in parts.infolist():
                assert entry.date_time == (1980, 1, 1, 0, 0, 0)
                if entry.filename == "docProps/core.xml":
                    yield from re.findall(rb"(\d{4}-\d\d-\d\d)T", parts.read(entry))
                if entry.filename.endswith(".xlsx"):
                    yield from stamps(parts.read(entry))

    assert set(stamps(several)) == {TODAY.isoformat().encode()}


def test_more_scenarios_than_can_be_distinguished_are_refused():
    with pytest.raises(ValueError, match="1 to 6"):
        deck([projected("contoh")] * 7)


def test_without_impress_the_rendering_is_skipped_with_the_reason_and_fails_in_ci(monkeypatch):
    monkeypatch.setattr(rendered, "find_libreoffice", lambda: "/usr/bin/soffice")
    monkeypatch.setattr(rendered, "has_impress", lambda program: False)
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="libreoffice-impress"):
        rendered.as_pdf(b"", "pptx")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="libreoffice-impress"):
        rendered.as_pdf(b"", "pptx")
