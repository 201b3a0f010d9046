"""The workbook: numbers that are numbers and equal `run`, formulas with their values, and the scenario files themselves."""

import csv
import io
import re
from datetime import datetime
from functools import lru_cache

import openpyxl
import pytest
from handout_cases import (
    LONG,
    SCENARIOS,
    SIX,
    SOURCES,
    STRANGE,
    TODAY,
    contexts_of,
    many_units,
    on_one_line,
    projected,
)
from rendered import as_pdf, pages, smallest_letters
from spreadsheets import libreoffice, parts_of, zipped
from xlsxwriter.worksheet import Worksheet

from simulator import __version__
from simulator.__main__ import main
from simulator.handouts.workbook import workbook_bytes
from simulator.model.beside_settings import Decision
from simulator.model.metrics import COLUMNS
from simulator.model.parts import Override
from simulator.report.sentences.groups import slide
from simulator.report.tables.units import unit_table
from simulator.store.scenario_store import read_scenario

SHEETS = [
    "Ringkasan",
    "Bulanan",
    "OPD dan kecamatan",
    "Perbandingan",
    "Yang wajar",
    "Hitung ulang",
    "Hitung kursi",
    "Hitung peserta",
    "Hitung per bulan",
    "Pengaturan",
    "Yang berbeda",
    "Keputusan",
    "Sumber",
    "Berkas skenario",
]
DECISION = Decision(
    question="=1+1", expectation="@x", finding="-", decision="+72 %", owner="Sekda", date="2026-11-22"
)


@lru_cache(8)
def made(*projections, lang="id", **more):
    """The workbook of some projections, the same for all tests."""
    return workbook_bytes(contexts_of(*projections), lang, TODAY, **more)


def opened(data: bytes, values: bool = False):
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def to_read(*projections, **more):
    """A workbook whose sheets are read when their rows are requested, because the calculating sheets take most of the time."""
    return openpyxl.load_workbook(io.BytesIO(made(*projections, **more)), read_only=True)


@pytest.fixture(scope="module")
def six() -> bytes:
    return made(*(projected(stem) for stem in SIX))


@pytest.fixture(scope="module")
def book(six):
    """The workbook opened with its formulas."""
    return opened(six)


@pytest.fixture(scope="module")
def results(six):
    """The workbook opened with the values of its formulas."""
    return opened(six, values=True)


def cells(sheet):
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_sheets_have_names_in_the_language_and_their_headers_stay_in_sight(book):
    assert book.sheetnames == SHEETS
    assert [to_read(projected("komitmen-september"), lang="en").sheetnames[i] for i in (0, 1, -1)] == [
        "Summary",
        "Months",
        "Scenario files",
    ]
    for sheet in book:
        assert sheet.freeze_panes, sheet.title
        assert all(sheet.column_dimensions[letter].width for letter in "AB")


def test_every_month_of_every_scenario_equals_run_to_the_last_digit(book, capsys):
    rows = list(book["Bulanan"].iter_rows(min_row=2, values_only=True))
    for stem in SIX:
        assert main(["run", str(SCENARIOS / f"{stem}.json")]) == 0
        expected = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        found, rows = rows[: len(expected)], rows[len(expected) :]
        letter = "ABCDEF"[SIX.index(stem)]
        assert {row[0] for row in found} == {letter} and [row[2] for row in found] == [
            f"{letter}\u00a0· {projected(stem).scenario.name}",
            *[None] * (len(found) - 1),
        ]
        for row, of in zip(found, expected):
            assert isinstance(row[1], datetime) and f"{row[1]:%Y-%m}" == of["month"]
            assert [float(cell) for cell in row[3 : 3 + len(COLUMNS)]] == [
                float(of[name]) for name in COLUMNS
            ]  # none is rounded
    assert rows == []


def test_numbers_are_numbers_under_a_format_and_headers_carry_the_unit(book):
    sheet = book["Bulanan"]
    header, first, *_ = sheet.iter_rows()
    assert all("(" in cell.value for cell in header[3:-1])
    assert (
        all(cell.data_type == "n" and cell.number_format != "General" for cell in first[3:-1])
        and first[4].number_format == "0.00%"
    )
    settings = book["Pengaturan"]
    by_path = {row[-1].value: row for row in settings.iter_rows(min_row=2)}
    assert (
        by_path["target.coverage_share"][2].value == 0.2
        and by_path["target.coverage_share"][2].number_format == "0.00%"
    )
    assert (
        by_path["contribution.income_base_idr"][2].value == 1_000_000
        and by_path["contribution.income_base_idr"][1].value == "Rp"
    )
    assert by_path["target.month"][2].value == "September 2025"
    assert by_path["uncertainty.seed"][2].value == 2025
    titles = [cell.value for cell in settings[1]]
    assert "Tanda nilai A" in titles and "Sumber nilai A" in titles  # of the first scenario alone


def test_the_summary_names_numbers_with_mark_and_source_and_carries_the_stamp():
    p = projected("komitmen-september")
    sheet = to_read(p, unsaved=True)["Ringkasan"]
    assert (
        sheet["A1"].value
        == "Target 20 % (2.069 pekerja) akhir September 2025 (sudah lewat) tidak tercapai menurut skenario ini: 1.256, kurang 813."
    )
    rows = {row[0]: row[1:5] for row in sheet.iter_rows(min_row=5, max_row=14, values_only=True)}
    assert (
        rows["Peserta pada Agustus 2025"][:3] == (974, "orang", "publikasi")
        and rows["Pekerja menurut target, September 2025"][0] == 2069
    )
    assert rows["Jumlah iuran sampai Agustus 2027"][0] == pytest.approx(
        (p.enrolled * p.contribution_per_member_idr)[1:].sum(), rel=1e-12
    )
    assert (
        all(re.search(r" 20\d\d$", name) for name in rows)  # every number names its month
        and "Manfaat dibanding iuran sampai Agustus 2027" in rows
        and all(mark for _, _, mark, _ in rows.values())
        and "S7" in rows["Jumlah iuran sampai Agustus 2027"][3]
    )
    texts = [cell.value for cell in cells(sheet)]
    assert (
        "Skenario: Komitmen September (rancangan, belum disimpan)" in texts
        and "Data Kabupaten Kendal · Agustus 2025" in texts
    )
    assert any("dari ± Rp 8.400 menjadi ± Rp 16.800" in str(words) for words in texts) and any(
        "Angka di judul adalah hasil hitungan (±)" in str(words) for words in texts
    )
    assert f"Program versi {__version__}, dibuat 22 November 2026" in texts


def test_what_is_made_up_is_marked_where_names_stand():
    book = opened(made(projected("contoh")))
    assert any("FIKTIF" in str(cell.value) for cell in cells(book["Ringkasan"])) and book["Bulanan"][
        "C2"
    ].value.endswith("(fiktif)")
    assert all("FIKTIF" in sheet.oddFooter.left.text for sheet in book)
    assert "fiktif" in [cell.value for cell in book["OPD dan kecamatan"][2]]


def test_units_are_rows_of_whole_people_and_the_total_adds_them_up():
    for stem in ("komitmen-september", "contoh"):
        p = projected(stem)
        table = unit_table(p, slide(p).month)
        sheet = to_read(p)["OPD dan kecamatan"]
        *body, total = list(sheet.iter_rows(min_row=2))
        assert next(row[0].value for row in body) and len(body) == len(table.rows)
        assert [row[3].value for row in body] == table.whole["asn"].tolist() and [
            row[-2].value for row in body
        ] == table.whole["bill_idr"].tolist()
        assert total[3].value == f"=SUM(D2:D{len(body) + 1})"


def test_offices_named_at_100_percent_have_no_row_of_their_own():
    text = " ".join(
        str(cell.value) for cell in cells(to_read(projected("komitmen-september"))["OPD dan kecamatan"])
    )
    assert "Diskominfo" not in text and "4 OPD sudah 100 %" in text


def test_formulas_stand_as_the_library_would_write_them(book):
    """`book` prevents XlsxWriter from renaming functions that have another name in files; none is used."""
    formulas = [cell.value for sheet in book for cell in cells(sheet) if cell.data_type == "f"]
    usual = Worksheet()
    usual.use_future_functions = True
    pieces = {name for formula in formulas for name in re.findall(r"[A-Z][A-Z.]+\(", formula)}
    assert len(formulas) > 3000 and {"SUM(", "MAX("} < pieces
    assert [name for name in pieces if usual._prepare_formula(name) != name] == []
    assert usual._prepare_formula("=XLOOKUP(1)") == "_xlfn.XLOOKUP(1)"


@pytest.mark.filterwarnings("ignore:Unable to read chart")  # as LibreOffice writes them
def test_formulas_carry_the_values_libreoffice_arrives_at(six, book, results):
    """LibreOffice gets them without values, so that it must compute them."""
    bare = {
        path: re.sub(rb"(<f>[^<]*</f>)<v>[^<]*</v>", rb"\1", part) for path, part in parts_of(six).items()
    }
    assert sum(len(part) for part in bare.values()) < sum(len(part) for part in parts_of(six).values())
    given, formulas = results, book
    computed = opened(libreoffice({"data.xlsx": zipped(bare)}, "xlsx")["data"], values=True)
    found = [
        (sheet.title, cell.coordinate) for sheet in formulas for cell in cells(sheet) if cell.data_type == "f"
    ]
    computing = {title for title in SHEETS if title.startswith("Hitung")}
    assert len(found) > 3000 and {title for title, _ in found} == {
        "Perbandingan",
        "OPD dan kecamatan",
        "Yang wajar",
        *computing,
    }
    for title, place in found:
        if computed[title][place].value in (None, ""):  # the place of a unit that does not queue
            assert title == "Hitung kursi" and given[title][place].value in (None, "")
            continue
        assert given[title][place].value is not None
        assert computed[title][place].value == pytest.approx(given[title][place].value, rel=1e-9, abs=1e-9), (
            title,
            place,
        )


def test_the_comparison_has_a_column_a_scenario_and_its_difference_from_the_first(results):
    sheet = results["Perbandingan"]
    header, *rows = list(sheet.iter_rows(values_only=True))
    assert (
        list(header[2:8])
        == [f"{letter}\u00a0· {projected(stem).scenario.name}" for letter, stem in zip("ABCDEF", SIX)]
        and len(header) == 13
    )
    paid = next(row for row in rows if row[0] == "Iuran sampai Agustus 2027")
    assert paid[2] == pytest.approx(projected(SIX[0]).contributions_idr[1:].sum()) and paid[
        8
    ] == pytest.approx(paid[3] - paid[2])
    target, reached, *_ = rows
    assert target[:3] == ("Bulan target", "bulan", datetime(2025, 9, 1)) and target[8] is None
    assert (
        reached[0] == "Target tercapai"
        and reached[2] == "tidak tercapai"
        and reached[4] == datetime(2025, 11, 1)
    )
    assert sheet["E3"].number_format.endswith('" (sudah lewat)"') and "lewat" not in sheet["D3"].number_format
    assert header[8] == "B dikurangi A" and not any(str(row[0]).startswith("Jumlah dihitung") for row in rows)
    unequal = to_read(projected(SIX[0]), projected(SIX[1], horizon_months=12))["Perbandingan"]
    assert (
        [row[0] for row in unequal.iter_rows(values_only=True)][-1]
        == "Jumlah dihitung sampai Agustus 2026, bulan terakhir “B\u00a0· 20 % pada Desember 2026”; proyeksi yang lain lebih panjang."
    )
    assert "Perbandingan" not in to_read(projected(SIX[0])).sheetnames


def test_only_what_differs_is_listed_apart():
    rows = list(
        to_read(projected("komitmen-september"), projected("semua-100-persen"))["Yang berbeda"].iter_rows(
            min_row=2, values_only=True
        )
    )
    assert ("Partisipasi minimal OPD", "%", 0, 1) in [row[:4] for row in rows] and 0 < len(rows) < 15
    (same,) = to_read(projected("komitmen-september"))["Yang berbeda"].iter_rows(min_row=2, values_only=True)
    assert same[0] == "Semua pengaturan memakai nilai bawaan."
    plain = projected("komitmen-september").scenario.uncertainty
    one_less = plain.model_copy(update={"ranges": plain.ranges[1:], "exposure_cv": 0.3})
    ranged = to_read(projected("komitmen-september", uncertainty=one_less))["Yang berbeda"]
    assert [row[:4] for row in ranged.iter_rows(min_row=2, values_only=True)] == [
        ("Ketidakpastian orang-tahun", "sebaran", 0.3, 0.2),
        ("Rentang: Keterlaksanaan rencana", None, "tanpa rentang", "28 % – 84 %"),
    ]
    special = projected(
        "contoh", overrides=(Override(unit="DC-01", target_share=0.5, workers_per_asn=None, join_month=None),)
    )
    for book in (to_read(special), to_read(projected("contoh"), special)):
        assert any("Dinas Contoh Pertanian" in str(cell.value) for cell in cells(book["Yang berbeda"]))
        assert any("Dinas Contoh Pertanian" in str(cell.value) for cell in cells(book["Pengaturan"]))


@pytest.mark.parametrize(
    "changes",
    [{}, {"name": STRANGE, "description": "baris\nlain\u2028lagi \x07 =1+1", "decisions": (DECISION,)}],
    ids=["shipped", "strange"],
)
def test_the_scenario_in_its_sheet_is_the_same_scenario(changes):
    first, second = projected("dua-puluh-persen-2026", **changes), projected("contoh")
    sheet = opened(made(first, second))["Berkas skenario"]
    for column, p in zip("AB", (first, second)):
        lines = [cell.value for cell in sheet[column][1:] if cell.value is not None]
        assert read_scenario("\n".join(lines).encode(), "sheet") == p.scenario


def test_decisions_stand_with_status_owner_and_day():
    rows = list(
        to_read(
            projected("komitmen-september", status="agreed", decisions=(DECISION,)),
            projected("semua-100-persen"),
        )["Keputusan"].iter_rows(min_row=2, values_only=True)
    )
    assert rows[0] == (
        "A",
        "A\u00a0· Komitmen September",
        "Disepakati",
        "'=1+1",
        "'@x",
        "'-",
        "'+72 %",
        "Sekda",
        datetime(2026, 11, 22),
    )
    assert rows[1][:4] == (
        "B",
        "B\u00a0· Semua OPD dan kecamatan 100 %",
        "Rancangan",
        "Belum ada keputusan yang dicatat.",
    )


def test_every_source_but_those_of_other_regencies_is_listed(book):
    assert [row[0] for row in book["Sumber"].iter_rows(min_row=2, values_only=True)] == [
        key for key, source in SOURCES.items() if source.region in (None, "Kabupaten Kendal")
    ]


def test_no_text_is_taken_for_a_formula(tmp_path):
    baseline = many_units(tmp_path / "many")
    data = made(
        projected("contoh", baseline, name='=HYPERLINK("x")', decisions=(DECISION,)),
        projected("contoh", baseline, name="@SUM(A1)"),
        unsaved=True,
    )
    book, risky = opened(data), 0
    for sheet in book:
        for cell in cells(sheet):
            if cell.data_type == "f" and sheet.title.startswith("Hitung"):
                assert "HYPERLINK" not in cell.value and "@" not in cell.value  # no name in them
                continue
            assert cell.data_type != "f" or re.fullmatch(
                r"=SUM\([A-Z]2:[A-Z]\d+\)|=[A-Z]\d+-[A-Z]\d+", cell.value
            ), (sheet.title, cell.coordinate, cell.value)
            assert (
                not isinstance(cell.value, str)
                or cell.data_type == "f"
                or not cell.value.startswith(tuple("=+-@"))
            ), (sheet.title, cell.coordinate)
            risky += str(cell.value).startswith(("'=", "'+", "'-", "'@"))
    assert risky > 100 and not any(
        "HYPERLINK" in re.sub(r"<c:v>.*?</c:v>", "", part.decode())
        for path, part in parts_of(data).items()
        if "chart" in path
    )


def test_two_charts_are_native_and_name_their_scenarios_and_units(six):
    charts = {
        path: part.decode()
        for path, part in parts_of(six).items()
        if re.fullmatch(r"xl/charts/chart\d+\.xml", path)
    }
    assert len(charts) == 2
    for chart in charts.values():  # by the standard a line is smoothed by default
        _, lines = chart.split("<c:lineChart>")  # of the lines behind the areas, which have no markers
        assert lines.count('<c:smooth val="0"/>') == lines.count("<c:ser>")
        assert '<c:roundedCorners val="0"/>' in chart
    enrolment, money = (charts[path] for path in sorted(charts))
    # four areas each; six lines and the target; two lines, two edges; Rakor Monev on both
    assert enrolment.count("<c:ser>") == 4 + 7 + 1 and money.count("<c:ser>") == 4 + 4 + 1
    for chart in (enrolment, money):  # a triangle where the last column of the sheet of bands has a 1
        *_, meetings = chart.split("<c:ser>")
        assert "▲ Rakor Monev dalam" in meetings and 'formatCode="&quot;▲&quot;;;"' in meetings
        assert "'Yang wajar'!$AC$2:$AC$26" in meetings
    assert "Peserta (orang)" in enrolment and "Rp juta, kumulatif" in money and "prstDash" in enrolment
    assert "Bulanan!$D$2:$D$26" in enrolment and "Bulanan!$C$27" in enrolment


def test_libreoffice_prints_it_with_everything_on_its_pages():
    pdf = as_pdf(
        made(*(projected(stem, name=LONG, decisions=(DECISION,) * 3) for stem in SIX), lang="en"), "xlsx"
    )
    printed = pages(pdf)
    assert all(page.outside() == [] for page in printed[1:]) and smallest_letters(pdf) >= 7
    assert set(printed[0].outside()) <= {
        line.text for line in printed[1].lines
    }  # what LibreOffice hides at the edge of one page it shows on the next
    assert any("1,256" in page.text for page in printed)
    months = [
        shown
        for shown in map(on_one_line, printed)
        if re.search(r"/ \d+ Scenario Month .*\b[A-F] \w{3} 20\d\d ", shown)
    ]  # titles of columns and of rows
    assert len(months) >= 12 and len(months) % 3 == 0  # on every page, three beside each other
