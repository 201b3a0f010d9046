"""The deck: what it says, that its numbers are those of `run`, and that nothing runs over."""

import csv
import io
import re
import zipfile

import openpyxl
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

import rendered
from decks import astray, chart, deck, opened, overlong, places, plain, table, titles, words
from handout_cases import LETTERS, SCENARIOS, TODAY, projected
from simulator.__main__ import main
from simulator.model.actuals import Actuals, Record
from simulator.model.scenario import Decision

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
    return {name: (opened(made[name]), rendered.pages(pdf)) for name, pdf in rendered.as_pdfs(made, "pptx").items()}


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """What `run` writes for the scenarios, by name of the file: columns of numbers."""
    out = tmp_path_factory.mktemp("run")
    assert main(["run", *(str(SCENARIOS / f"{name}.json") for name in KENDAL), "--out", str(out)]) == 0
    found = {}
    for name in KENDAL:
        rows = list(csv.DictReader((out / f"{name}.csv").open(encoding="utf-8")))
        found[name] = {column: [row[column] if column == "month" else float(row[column]) for row in rows] for column in rows[0]}
    return found


def slide_of(data: bytes, topic: str):
    """The first slide under a topic."""
    return next(slide for slide in opened(data) if f"\n{topic}\n" in f"\n{words(slide)}\n")


def series(slide) -> dict[str, list[float]]:
    """The chart's lines by name, without months that have no value."""
    return {line.name: [value for value in line.values if value is not None] for line in chart(slide).plots[0].series}


def sheets(data: bytes):
    """The sheets behind a deck's charts."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        found = [openpyxl.load_workbook(io.BytesIO(parts.read(name))).active for name in parts.namelist() if name.endswith(".xlsx")]
    assert found
    return found


# ---- what it says

def test_each_title_states_what_was_found(pledges):
    assert titles(pledges) == [
        "Target 20 % (2.069 pekerja) akhir September 2025 belum tercapai: 1.256, kurang 813.",
        "974 pekerja rentan terlindungi pada Agustus 2025: 9,42 % dari 10.345 ASN",
        "Target 20 % (2.069 pekerja) akhir September 2025 belum tercapai: 1.256, kurang 813.",
        "13 OPD dan 7 kecamatan belum ikut; 18 OPD dan 6 kecamatan baru sebagian.",
        "Kekurangan terbesar pada September 2025: ASN lainnya, baru sebagian, 6.554 dari 9.089 pekerja.",
        "Manfaat 1,49 × iuran, Sep 2025 – Agu 2027",
        "Bila setiap OPD yang ikut mencapai minimal 70,1 % ASN-nya dalam 12 bulan, target tercapai Agustus 2026.",
        "Belum ada keputusan yang dicatat; isi tabel ini dalam rapat",
        *(title for title in titles(pledges)[8:-2]),
        "9 sumber berdiri di belakang angka utama; 3 di antaranya terbit",
        "15 hal tidak dihitung, jadi hasil ini bukan ramalan",
    ]
    assert all("31 dari 42 pengaturan adalah asumsi" in title for title in titles(pledges)[8:-2])


def test_several_scenarios_are_compared_and_told_apart(several):
    found = titles(several)
    assert found[0] == "Tren 123 per bulan reaches the target of 20 % first: April 2026, with contributions of Rp 219 million by then"
    assert found[3] == f"C · {found[0]}"
    assert "B · 20 % pada Desember 2026: +813 enrolled against A · Komitmen September, August 2027" in found
    assert "C · Tren 123 per bulan: +2,723 enrolled against A · Komitmen September, August 2027" in found
    waterfall = series(slide_of(several, "Why they differ"))
    assert [round(value) for value in waterfall["scenario"]] == [1256, 0, 2069] and round(sum(waterfall["adds"])) == 813
    assert "Floor of participation, OPD: 0 % → 70.1 %" in words(slide_of(several, "Why they differ"))


def test_every_slide_has_notes_and_only_native_charts_and_tables(pledges, several, large):
    charts = 0
    for data in (pledges, several, large):
        for slide in opened(data):
            assert slide.notes_slide.notes_text_frame.text.strip(), slide.shapes.title.text
            assert not [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
            for shape in slide.shapes:
                if shape.has_chart or shape.has_table:
                    assert shape._element.nvGraphicFramePr.cNvPr.get("descr"), slide.shapes.title.text  # what a screen reader says
                charts += shape.has_chart
    assert charts > 15


def test_the_notes_tell_where_the_numbers_come_from(pledges):
    notes = slide_of(pledges, "Target dan kekurangan").notes_slide.notes_text_frame.text
    assert "Kurang dari target: 813 (turunan)." in notes and "Sumber: " in notes and "S1 EMSATUNEWS" in notes
    assert "S7" in slide_of(pledges, "Iuran dan manfaat").notes_slide.notes_text_frame.text


def test_scenarios_status_data_program_and_day_stand_on_the_cover_and_in_every_foot(several):
    cover, *rest = opened(several)
    assert all(line in words(cover) for line in ("Scenario Komitmen September (draft)", "Data Kendal Regency · August 2025", "made on 22 November 2026"))
    assert all("made on 22 November 2026 · Data Kendal Regency · August 2025 · 3 scenarios" in words(slide) for slide in rest) and len(rest) > 10
    assert "Skenario Komitmen September (rancangan, belum disimpan)" in words(opened(deck([projected("komitmen-september")], unsaved=True))[0])


def test_made_up_figures_are_called_so_on_every_slide_and_others_on_none(pledges, large):
    made_up = opened(large)
    for slide in made_up:
        (mark,) = (shape for shape in slide.shapes if shape.name == "watermark")
        assert mark.text_frame.text == "FIKTIF" and slide.shapes[0].shape_id == mark.shape_id  # behind everything else
    assert all("FIKTIF" in words(slide).replace(mark.text_frame.text, "", 1) for slide in made_up)
    assert not any("FIKTIF" in words(slide) for slide in opened(pledges))


def test_an_office_whose_figures_nobody_published_has_none(pledges, several):
    for data in (pledges, several):
        named = [slide for slide in opened(data) if "Diskominfo" in words(slide)]
        assert len(named) == 1 and not any("Diskominfo" in cell for slide in opened(data) for shape in slide.shapes if shape.has_table
                                           for row in shape.table.rows for cell in (c.text_frame.text for c in row.cells))
        assert not re.search(r"Diskominfo[^,]*\d", words(named[0]))


def test_what_was_decided_is_printed_with_the_status():
    entry = Decision(question="Cukupkah 70 %?", expectation="Ya", finding="Kurang 12", decision="Naikkan ke 72 %", owner="Sekda", date="2026-12-01")
    data = deck([projected("komitmen-september", decisions=(entry,), status="agreed")])
    slide = slide_of(data, "Yang disepakati")
    assert slide.shapes.title.text_frame.text.startswith("1 catatan keputusan pada skenario Komitmen September (disepakati)")
    assert table(slide)[1] == ["Cukupkah 70 %?", "Ya", "Kurang 12", "Naikkan ke 72 %", "Sekda", "1 Desember 2026"]


# ---- its numbers are those of `run`

def test_the_path_to_the_target_is_the_one_that_run_writes(pledges, ran):
    lines = series(slide_of(pledges, "Target dan kekurangan"))
    assert lines["Proyeksi"] == pytest.approx(ran["komitmen-september"]["enrolled"], rel=1e-12)
    assert set(lines["Target"]) == {2069.0} and lines["Terdata"] == [0, 724, 728, 974]
    assert {"974", "1.256", "2.069", "813"} <= set(words(slide_of(pledges, "Target dan kekurangan")).splitlines())


def test_the_money_is_the_one_that_run_writes(pledges, ran):
    columns = ran["komitmen-september"]
    lines = series(slide_of(pledges, "Iuran dan manfaat"))
    for name, column in (("Iuran", "contributions_idr"), ("Manfaat", "payouts_idr")):
        assert lines[name] == pytest.approx([value / 1e6 for value in columns[column][1:]], rel=1e-12)
    *periods, total = table(slide_of(pledges, "Iuran dan manfaat"))[1:]
    assert [row[:2] for row in periods] == [["Sep 2025 – Mar 2026", "Rp 16.800"], ["Apr 2026 – Des 2026, keringanan iuran", "Rp 8.400"], ["Jan 2027 – Agu 2027", "Rp 16.800"]]
    assert total[2:] == [f"Rp {sum(columns[column][1:]) / 1e6:.0f} juta" for column in ("contributions_idr", "payouts_idr")] + ["1,49 ×"]


def test_every_compared_line_is_the_one_that_run_writes(several, ran):
    lines = series(slide_of(several, "Scenarios compared"))
    for letter, name in zip("ABC", KENDAL):
        (found,) = (values for line, values in lines.items() if plain(line).startswith(f"{letter} ·"))
        assert found == pytest.approx(ran[name]["enrolled"], rel=1e-12)


def test_the_sheet_behind_a_chart_holds_the_same_numbers(several):
    found = [shape.chart for slide in opened(several) for shape in slide.shapes if shape.has_chart]
    for one in found:
        sheet = openpyxl.load_workbook(io.BytesIO(one.part.chart_workbook.xlsx_part.blob)).active
        for column, line in enumerate(one.plots[0].series, 2):
            held = [sheet.cell(row, column).value for row in range(2, len(line.values) + 2)]
            assert [value is None for value in held] == [value is None for value in line.values]
            assert [value or 0 for value in held] == pytest.approx([value or 0 for value in line.values], rel=1e-12)
    assert len(found) > 5


def test_rows_of_units_add_up_to_their_total_and_the_rest_is_counted(large):
    slides = [slide for slide in opened(large) if slide.shapes.title.text_frame.text.startswith("Kekurangan terbesar")]
    rows = [row for slide in slides for row in table(slide)[1:]]
    numbers = [[int(re.sub(r"\D", "", row[i])) for i in (2, 3, 5, 6)] for row in rows]
    assert len(slides) == 3 and rows[-1][0] == "Jumlah" and rows[-2][0].startswith("Selebihnya: ")
    assert [sum(column) for column in zip(*numbers[:-1])] == numbers[-1]
    counted = sum(int(n) for n in re.findall(r"\d+", rows[-2][0]))
    assert counted + len(rows) - 2 == 120


def test_what_came_true_is_marked_beside_what_was_projected():
    recorded = Actuals([Record("2026-11-01T08:00:00", "", "a.csv", month, "", {"enrolled": n, "contributions_idr": n * 16_800}) for month, n in (("2025-10", 1190), ("2025-12", 1203))])
    data = deck([projected("komitmen-september")], actuals=recorded)
    assert series(slide_of(data, "Target dan kekurangan"))["Realisasi"] == [1190, 1203]
    assert series(slide_of(data, "Iuran dan manfaat"))["Realisasi"] == pytest.approx([19.992, 20.2104])


# ---- nothing runs over

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
                assert left >= 0 and top >= 0 and right <= 960 and bottom <= 540, slide.shapes.title.text_frame.text
            assert all(shape.top + shape.height <= 508 * 12700 for shape in slide.shapes if shape.has_table or shape.has_chart), slide.shapes.title.text_frame.text


def test_long_names_stand_in_full_where_the_scenarios_are_listed(large):
    rows = [row for slide in opened(large) if "Skenario" in words(slide) for shape in slide.shapes if shape.has_table for row in [[c.text_frame.text for c in r.cells] for r in shape.table.rows]]
    assert any(LETTERS in row[0] for row in rows)


def test_both_languages_hold_the_same_slides():
    indonesian, english = (deck([projected("contoh")], lang) for lang in ("id", "en"))
    assert len(opened(indonesian)) == len(opened(english))
    assert not any(title in titles(english) for title in titles(indonesian))
    assert "948" in words(opened(english)[1]) and "4,795" in words(opened(english)[1]) and "4.795" in words(opened(indonesian)[1])


# ---- files

def test_nothing_in_a_sheet_or_table_is_taken_for_a_formula_or_a_link(large):
    for sheet in sheets(large):
        assert not [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f" or cell.hyperlink]
    cells = [cell.text_frame.text for slide in opened(large) for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    assert "'=Naikkan" in cells and sum(cell.startswith(("'=", "'+", "'-", "'@")) for cell in cells) > 10
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "-"))]


def test_the_same_deck_is_the_same_file_but_for_its_day(several):
    assert deck([projected(name) for name in KENDAL], "en") == several

    def stamps(data: bytes):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for entry in parts.infolist():
                assert entry.date_time == (1980, 1, 1, 0, 0, 0)
                if entry.filename == "docProps/core.xml":
                    yield from re.findall(rb"(\d{4}-\d\d-\d\d)T", parts.read(entry))
                if entry.filename.endswith(".xlsx"):
                    yield from stamps(parts.read(entry))

    assert set(stamps(several)) == {TODAY.isoformat().encode()}


def test_more_scenarios_than_can_be_told_apart_are_refused():
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
