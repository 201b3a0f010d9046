"""Numbers on the page of actuals explain their origin; its tables are the same in the file and on screen."""

import csv
import io

import pytest

from simulator.handouts.csv_file import table_csv
from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.projection import project
from simulator.planning.actuals import by_group
from simulator.planning.backtest import forecasts, history_misses, observed
from simulator.planning.estimation import estimates
from simulator.report.explain import explanation
from simulator.report.tables import actuals_export
from simulator.report.tables.actuals import (
    actual_of,
    by_gap,
    compared_table,
    difference_of,
    group_figures,
    more_figures,
    plan_of,
    total_figures,
)
from simulator.report.tables.backtest import error_table, pair_table
from simulator.report.tables.estimates import estimate_table
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES, text
from simulator.words.numbers import month_long, people, rupiah, shown
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Sentence
from tests.explaining import context_of

PROGRAMME = read_programme()
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
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=LANGUAGES[lang].column_mark))
    return lines[lines.index([]) + 1 :]


def worded(cell, lang="id"):
    if isinstance(cell, Month):
        return month_long(cell.number, lang)
    return shown(cell, lang) if isinstance(cell, Quantity) else "" if cell is None else str(cell)


def rows_of(made, lang="id"):
    """A table's rows as displayed text, by column title."""
    titles = [column.title for column in made.columns]
    return [dict(zip(titles, (worded(cell, lang) for cell in row.cells))) for row in made.rows]


def explained(quantity, lang="id"):
    return explanation.explain(quantity.origin, lang)


def test_an_actual_shows_every_record_behind_it_the_latest_first():
    c = context_of(P, actuals=LOG)
    answer = explained(actual_of(c, total_figures(P, LOG)[0]))
    assert [
        (row["Waktu"], row["Peserta"], row["Dicatat oleh"], row["Berkas"]) for row in rows_of(answer.table)
    ] == [
        ("5 Januari 2026 08.07", "1.195", "Budi", "jan.xlsx"),
        ("5 Januari 2026 08.07", "1.190", "Ani", "jan.xlsx"),
    ]
    assert answer.title == "Realisasi Peserta, Kabupaten Kendal, September 2025"
    assert answer.sources == ("S37",)


def test_an_actual_that_is_a_sum_shows_the_records_of_its_units_with_what_was_withdrawn():
    log = Actuals(
        [
            *(record("2025-11", code, enrolled=5) for code in CONTOH.codes),
            record("2025-11", "DC-01", "Budi", enrolled=None),
            record("2025-11", "DC-01", "Budi", enrolled=6),
        ]
    )
    c = context_of(OF_CONTOH, actuals=log)
    (one,) = (one for one in total_figures(OF_CONTOH, log) if one.figure == "enrolled")
    assert one.actual == 5 * len(CONTOH.codes) + 1
    behind = rows_of(explained(actual_of(c, one), "en").table, "en")
    assert len(behind) == len(CONTOH.codes) + 2
    assert [row["Enrolled"] for row in behind[:2]] == ["6", "withdrawn"]
    of_unit = next(o for o in group_figures(by_group(OF_CONTOH, log), 3) if o.group.key == "DC-01")
    by = [row["Dicatat oleh"] for row in rows_of(explained(actual_of(c, of_unit)).table)]
    assert by == ["Budi", "Budi", "Ani"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_plan_of_every_figure_is_explained_with_the_number_on_screen(lang):
    log = Actuals(
        [record("2025-11", code, enrolled=5) for code in CONTOH.codes]
        + [record("2025-11", TOTAL, deaths=0, contributions_idr=3, claims_idr=4)]
    )
    c = context_of(OF_CONTOH, actuals=log)
    ones = [*total_figures(OF_CONTOH, log), *group_figures(by_group(OF_CONTOH, log), 3)]
    assert len({plan_of(c, one).origin.key for one in ones}) == 5
    for one in ones:
        plan = plan_of(c, one)
        answer = explained(plan, lang)
        assert answer.quantity.value == pytest.approx(one.point.plan)
        # The rate of a made-up regency has no source of its own.
        assert answer.sources or one.figure == "deaths"
        if one.figure == "enrolled":
            assert shown(answer.quantity, lang) == shown(plan, lang) == people(one.plan, lang)


def test_a_difference_is_actual_less_plan_as_both_are_shown():
    c, ones = context_of(P, actuals=LOG), total_figures(P, LOG)
    rows = rows_of(compared_table(c, ones, "id"))
    for one, row in zip(ones, rows):
        difference = difference_of(c, one)
        if difference.value is None:
            assert row["Selisih"] == "–"
            continue
        answer = explained(difference)
        assert f"{answer.calculation} = {shown(difference, 'id')}" == (
            f"{row['Realisasi']} − {row['Rencana']} = {row['Selisih']}"
        )
    assert (
        str(explained(difference_of(c, ones[0])).calculation) == "1.195 − 1.256"
        and rows[0]["Selisih"] == "−61"
    )
    assert rows[2]["Selisih"] == f"−{rupiah(21_100_800 - 19_320_000, 'id')}"


def test_what_a_projection_does_not_have_is_shown_without_a_plan():
    log = Actuals([record("2025-09", TOTAL, enrolled=1190, paid_up=1150, accidents=2)])
    rows = rows_of(compared_table(context_of(P, actuals=log), total_figures(P, log), "id"))
    assert {row["Angka"]: (row["Rencana"], row["Realisasi"], row["Selisih"]) for row in rows} == {
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
    ones = group_figures(by_group(OF_CONTOH, log), 1)
    apart, near = by_gap(ones)
    assert [(one.group.key, one.difference) for one in apart] == [
        ("DC-02", -57),
        ("DC-01", -2),
        ("LC-01", 13),
    ]
    assert [(one.group.key, one.difference) for one in near] == [("DC-03", 0), ("DC-14", 1)]
    c = context_of(OF_CONTOH, actuals=log)
    rows = rows_of(compared_table(c, apart, "id", more_figures(OF_CONTOH, log, apart)))
    assert [(row["Selisih"], row["Lunas"], row["Kecelakaan"]) for row in rows] == [
        ("−57", "–", "–"),
        ("−2", "90", "–"),
        ("+13", "–", "1"),
    ]
    of_near = rows_of(compared_table(c, near, "id", more_figures(OF_CONTOH, log, near)))
    assert list(of_near[0]) == ["Unit", "Rencana", "Realisasi", "Selisih"]


def test_an_estimate_is_cases_by_what_they_are_counted_over():
    lapse = next(e for e in estimates(P, LOG, PROGRAMME) if e.path == "retention.lapse_share_per_month")
    assert (lapse.cases, lapse.size) == (21, 974 + 1195)
    row = next(
        row
        for row in estimate_table(context_of(P, actuals=LOG), [lapse], "id").rows
        if isinstance(row.cells[2], Sentence)
    )
    value, low, high = row.cells[2].quantities
    answer = explained(value)
    assert f"{answer.calculation} = {shown(value, 'id')}" == "21 ÷ 2.169 = 1 %"
    assert "Clopper-Pearson" in str(explained(value, "en").notes[0])
    assert [explained(bound).quantity.value for bound in (low, high)] == [lapse.low, lapse.high]
    assert [explained(count).quantity.value for count in row.cells[3].quantities] == [21, 2169]


def test_an_error_shows_its_pairs_and_whose_figures_they_are():
    found = forecasts([("Komitmen", None, P)], observed(KENDAL, LOG))
    rows = error_table(context_of(P), found, history_misses(P.scenario, KENDAL, PROGRAMME), "id").rows
    first, last = (explained(row.cells[3]) for row in (rows[0], rows[-1]))
    (pair,) = rows_of(first.table)
    assert (pair["Bulan"], pair["Selisih, peserta"], first.sources) == (
        "September 2025",
        "+61",
        ("S1", "S37"),
    )
    assert last.sources == ("S1",)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_files_hold_what_the_tables_show_and_say_whose_figures_they_are(lang):
    c = context_of(P, actuals=LOG)
    data = table_csv(actuals_export.compared_export(c, lang), P, lang)
    assert [line[-3:] for line in table(data, lang)[1:]] == [
        ["1256", "1195", "-61"],
        ["1256", "1201", "-55"],
        ["21100800", "19320000", "-1780800"],
        ["", "9", ""],
        ["", "12", ""],
    ]  # workers who stopped: a projection has no such figure
    assert "S37" in data.decode() and "Komitmen September" in data.decode()
    found = estimates(P, LOG, PROGRAMME)
    assert len(table(table_csv(actuals_export.estimates_export(found, lang), P, lang), lang)) == 1 + len(
        found
    )
    tried, history = (
        forecasts([("=1+1", None, P)], observed(KENDAL, LOG)),
        history_misses(P.scenario, KENDAL, PROGRAMME),
    )
    lines = table(table_csv(pair_table(c, tried, history, lang), P, lang), lang)
    assert len(lines) == 1 + 2 + len(history) and lines[1][0].startswith("'=")
    log = table(table_csv(actuals_export.records_export(c, lang), P, lang), lang)
    assert len(log) == 1 + len(LOG.records) and log[3][8] == text("actuals.withdrawn", lang)


def test_figures_of_a_made_up_regency_are_called_so_in_the_file():
    log = Actuals([record("2025-11", code, enrolled=5) for code in CONTOH.codes])
    c = context_of(OF_CONTOH, actuals=log)
    data = table_csv(actuals_export.compared_export(c, "id"), OF_CONTOH, "id")
    assert "Realisasi;fiktif;S37" in data.decode("utf-8-sig")
    assert len(table(data)) == 2 + len(group_figures(by_group(OF_CONTOH, log), 3))
