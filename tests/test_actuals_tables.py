"""Numbers on the page of actuals tell where they come from, and its tables are the same in the file as on screen."""

import csv
import io

import pytest

from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.projection import project
from simulator.planning.actuals import by_row
from simulator.planning.backtest import forecasts, history_misses, observed
from simulator.planning.estimation import estimates
from simulator.report.explain.actuals import of_actual, of_difference, of_error, of_estimate, plan_question
from simulator.report.tables import actuals_export, backtest
from simulator.report.tables.actuals import by_gap, more_cells, row_cells, row_rows, total_cells, total_rows
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.scenario_store import load
from simulator.store.sources_file import read_sources
from simulator.words import LANGUAGES
from simulator.words.numbers import people, rupiah
from tests.explaining import context_of, explain

PROGRAMME, SOURCES = read_programme(), read_sources()
KENDAL, CONTOH = read_baseline_named("kendal-2025-08"), read_baseline_named("contoh")
P = project(load("komitmen-september").scenario, KENDAL, PROGRAMME)
OF_CONTOH = project(load("contoh").scenario, CONTOH, PROGRAMME)


def record(month, unit, by="Ani", **figures):
    return Record("2026-01-05T08:07:00", by, "jan.xlsx", month, unit, figures)


LOG = Actuals(
    [
        record("2025-09", TOTAL, enrolled=1190, contributions_idr=19_320_000, deaths=1, left=9),
        record("2025-09", TOTAL, "Budi", enrolled=1195),
        record("2025-09", TOTAL, "Cici", deaths=None),
        record("2025-10", TOTAL, enrolled=1201, left=12),
    ]
)


def table(data, lang="id"):
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";" if lang == "id" else ","))
    return lines[lines.index([]) + 1 :]


def test_an_actual_tells_every_record_behind_it_the_latest_first():
    cell = total_cells(P, LOG)[0]
    told = of_actual(P, LOG, cell, "id")
    assert [(row["Waktu"], row["Peserta"], row["Dicatat oleh"], row["Berkas"]) for row in told.rows] == [
        ("5 Januari 2026 08.07", "1.195", "Budi", "jan.xlsx"),
        ("5 Januari 2026 08.07", "1.190", "Ani", "jan.xlsx"),
    ]
    assert told.title == "Realisasi Peserta, Kabupaten Kendal, September 2025" and told.sources == ("S37",)


def test_an_actual_that_is_a_sum_tells_the_records_of_its_units_with_what_was_withdrawn():
    log = Actuals(
        [
            *(record("2025-11", code, enrolled=5) for code in CONTOH.codes),
            record("2025-11", "DC-01", "Budi", enrolled=None),
            record("2025-11", "DC-01", "Budi", enrolled=6),
        ]
    )
    (cell,) = (cell for cell in total_cells(OF_CONTOH, log) if cell.figure == "enrolled")
    assert cell.point.actual == 5 * len(CONTOH.codes) + 1
    told = of_actual(OF_CONTOH, log, cell, "en")
    assert len(told.rows) == len(CONTOH.codes) + 2 and [row["Enrolled"] for row in told.rows[:2]] == [
        "6",
        "withdrawn",
    ]
    of_row = next(cell for cell in row_cells(by_row(OF_CONTOH, log), 3) if cell.row.key == "DC-01")
    assert [row["Dicatat oleh"] for row in of_actual(OF_CONTOH, log, of_row, "id").rows] == [
        "Budi",
        "Budi",
        "Ani",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_plan_of_every_cell_is_explained_with_the_number_on_screen(lang):
    log = Actuals(
        [record("2025-11", code, enrolled=5) for code in CONTOH.codes]
        + [record("2025-11", TOTAL, deaths=0, contributions_idr=3, claims_idr=4)]
    )
    cells = [*total_cells(OF_CONTOH, log), *row_cells(by_row(OF_CONTOH, log), 3)]
    assert len({plan_question(cell)[0] for cell in cells}) == 5
    for cell in cells:
        key, context = plan_question(cell)
        told = explain(key, OF_CONTOH, PROGRAMME, SOURCES, lang, **context)
        assert told.value == pytest.approx(cell.point.plan) and (
            told.sources or cell.figure == "deaths"
        )  # a made-up regency's rate has no source of its own
        if cell.figure == "enrolled":
            assert told.shown == people(cell.plan, lang)


def test_a_difference_is_actual_less_plan_as_both_are_shown():
    cells = total_cells(P, LOG)
    rows = total_rows(cells, "id")
    assert [of_difference(P, cell, "id").calculation for cell in cells] == [
        f"{row['Realisasi']} − {row['Rencana']} = {row['Selisih']}" for row in rows
    ]
    assert of_difference(P, cells[0], "id").calculation == "1.195 − 1.256 = −61"
    assert rows[2]["Selisih"] == f"−{rupiah(21_100_800 - 19_320_000, 'id')}"


def test_what_a_projection_does_not_have_is_shown_without_a_plan():
    log = Actuals([record("2025-09", TOTAL, enrolled=1190, paid_up=1150, accidents=2)])
    shown = {
        row["Angka"]: (row["Rencana"], row["Realisasi"], row["Selisih"])
        for row in total_rows(total_cells(P, log), "id")
    }
    assert shown == {
        "Peserta": ("1.256", "1.190", "−66"),
        "Lunas": ("–", "1.150", "–"),
        "Kecelakaan": ("–", "2", "–"),
    }


def test_units_stand_by_how_far_they_are_behind_and_those_within_one_worker_apart():
    log = Actuals(
        [
            record("2025-09", code, enrolled=enrolled, **more)
            for code, enrolled, more in (
                ("DC-01", 95, {"paid_up": 90}),
                ("DC-02", 100, {}),
                ("DC-03", 29, {}),
                ("DC-14", 3, {}),
                ("LC-01", 130, {"accidents": 1}),
            )
        ]
    )
    cells = row_cells(by_row(OF_CONTOH, log), 1)
    apart, near = by_gap(cells)
    assert [(cell.row.key, cell.difference) for cell in apart] == [
        ("DC-02", -57),
        ("DC-01", -2),
        ("LC-01", 13),
    ]
    assert [(cell.row.key, cell.difference) for cell in near] == [("DC-03", 0), ("DC-14", 1)]
    rows = row_rows(OF_CONTOH, apart, more_cells(OF_CONTOH, log, apart), "id")
    assert [(row["Selisih"], row["Lunas"], row["Kecelakaan"]) for row in rows] == [
        ("−57", "–", "–"),
        ("−2", "90", "–"),
        ("+13", "–", "1"),
    ]
    assert list(row_rows(OF_CONTOH, near, more_cells(OF_CONTOH, log, near), "id")[0]) == [
        "Unit",
        "Rencana",
        "Realisasi",
        "Selisih",
    ]


def test_an_estimate_is_cases_by_what_they_are_counted_over():
    lapse = next(e for e in estimates(P, LOG, PROGRAMME) if e.path == "retention.lapse_share_per_month")
    assert (lapse.cases, lapse.size) == (21, 974 + 1195)
    assert (
        of_estimate(lapse, "id").calculation == "21 ÷ 2.169 = 1 %"
        and "Clopper-Pearson" in of_estimate(lapse, "en").notes[0]
    )


def test_an_error_tells_its_pairs_and_whose_figures_they_are():
    found = forecasts([("Komitmen", None, P)], observed(KENDAL, LOG))
    behind = backtest.behind(found, history_misses(P.scenario, KENDAL, PROGRAMME), "id")
    told = of_error(P, *behind[0], "id")
    assert (told.rows[0]["Bulan"], told.rows[0]["Selisih, peserta"], told.sources) == (
        "September 2025",
        "+61",
        ("S1", "S37"),
    )
    assert of_error(P, *behind[-1], "id").sources == ("S1",) and len(behind) == len(
        backtest.rows(found, history_misses(P.scenario, KENDAL, PROGRAMME), "id")
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_files_hold_what_the_tables_show_and_say_whose_figures_they_are(lang):
    data = actuals_export.compared_csv(context_of(P, actuals=LOG), lang)
    assert [line[-3:] for line in table(data, lang)[1:]] == [
        ["1256", "1195", "-61"],
        ["1256", "1201", "-55"],
        ["21100800", "19320000", "-1780800"],
        ["", "9", ""],
        ["", "12", ""],
    ]  # who stopped: a projection has no such figure
    assert "S37" in data.decode() and "Komitmen September" in data.decode()
    found = estimates(P, LOG, PROGRAMME)
    assert len(table(actuals_export.estimates_csv(P, found, lang), lang)) == 1 + len(found)
    tried, history = (
        forecasts([("=1+1", None, P)], observed(KENDAL, LOG)),
        history_misses(P.scenario, KENDAL, PROGRAMME),
    )
    lines = table(actuals_export.backtest_csv(P, tried, history, lang), lang)
    assert len(lines) == 1 + 2 + len(history) and lines[1][0].startswith("'=")
    log = table(actuals_export.records_csv(P, LOG, lang), lang)
    assert len(log) == 1 + len(LOG.records) and log[3][8] == ("ditarik" if lang == "id" else "withdrawn")


def test_figures_of_a_made_up_regency_are_called_so_in_the_file():
    log = Actuals([record("2025-11", code, enrolled=5) for code in CONTOH.codes])
    data = actuals_export.compared_csv(context_of(OF_CONTOH, actuals=log), "id").decode("utf-8-sig")
    assert "Realisasi;fiktif;S37" in data and len(
        table(actuals_export.compared_csv(context_of(OF_CONTOH, actuals=log), "id"))
    ) == 2 + len(row_rows(OF_CONTOH, row_cells(by_row(OF_CONTOH, log), 3), {}, "id"))
