"""How well earlier forecasts did: what a saved scenario foresaw of later months, in numbers and in words."""

from dataclasses import replace

import pytest

from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.months import month_number
from simulator.model.projection import project
from simulator.model.scenario import with_values
from simulator.planning.backtest import forecasts, history_misses, observed
from simulator.report.explain.explanation import explain
from simulator.report.sentences.backtest import backtest_lines, backtest_sentence
from simulator.report.tables.backtest import error_table
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.scenario_store import load
from simulator.words.numbers import shown
from tests.explaining import context_of

PROGRAMME, KENDAL = read_programme(), read_baseline_named("kendal-2025-08")
SCENARIO = load("komitmen-september").scenario
ACTUALS = {"2025-09": 1190, "2025-10": 1201, "2025-11": 1212}  # the plan is 1,256 in each of these months
HISTORY = history_misses(SCENARIO, KENDAL, PROGRAMME)
C = context_of(project(SCENARIO, KENDAL, PROGRAMME))


def actuals():
    return observed(
        KENDAL,
        Actuals(
            Record("2026-01-01T08:00:00", "", "a.csv", month, TOTAL, {"enrolled": enrolled})
            for month, enrolled in ACTUALS.items()
        ),
    )


def finding(found, history, lang):
    return str(backtest_sentence(C, found, history, lang) or "")


def lines(found, history, lang):
    return [str(line) for line in backtest_lines(C, found, history, lang)]


def rows(found, history, lang):
    made = error_table(C, found, history, lang)
    titles = [column.title for column in made.columns]
    return [
        dict(zip(titles, (cell if isinstance(cell, str) else shown(cell, lang) for cell in row.cells)))
        for row in made.rows
    ]


def save(month, name="Komitmen September", **settings):
    return name, month and month_number(month), project(with_values(SCENARIO, settings), KENDAL, PROGRAMME)


def missed(forecast):
    return [(miss.horizon, round(miss.error)) for miss in forecast.misses]


def test_a_scenario_saved_before_the_months_is_held_against_each_of_them():
    (forecast,) = forecasts([save("2025-08")], actuals())
    assert not forecast.hindsight and missed(forecast) == [(1, 66), (2, 55), (3, 44)]


def test_what_had_come_when_it_was_saved_is_hindsight_and_distinguished():
    foreseen, late = forecasts([save("2025-10")], actuals())
    assert (foreseen.hindsight, missed(foreseen)) == (False, [(3, 44)]) and (
        late.hindsight,
        missed(late),
    ) == (True, [(1, 66), (2, 55)])
    (only,) = forecasts([save(None)], actuals())
    assert only.hindsight and only.saved is None and len(only.misses) == 3


def test_each_save_is_held_against_the_actuals_after_it_and_of_several_in_a_month_the_last_counts():
    eager = {"participation.opd.target_share": 0.5}
    found = forecasts(
        [save("2025-12"), save("2025-09", **eager), save("2025-09"), save("2025-08")], actuals()
    )
    assert [(f.saved - KENDAL.month if f.saved else None, f.hindsight, len(f.misses)) for f in found] == [
        (1, False, 2),
        (0, False, 3),
        (4, True, 3),
    ]
    assert missed(found[0])[0][1] > 55 and missed(found[1])[1][1] == 55


def test_a_mean_error_of_a_half_is_shown_rounded_up_on_the_row_and_in_its_explanation():
    contoh = read_baseline_named("contoh")
    scenario = load("contoh").scenario
    history = history_misses(scenario, contoh, PROGRAMME)
    alike = [miss for miss in history if miss.horizon == 8]
    assert [(miss.foreseen, miss.actual) for miss in alike] == [(505, 448), (448, 690)]  # 57 and 242: 149.5
    c = context_of(project(scenario, contoh, PROGRAMME))
    row = next(row for row in error_table(c, [], history, "id").rows if row.cells[1].value == 8)
    explanation = explain(row.cells[3].origin, "id")
    assert f"{explanation.calculation} = {shown(row.cells[3], 'id')}" == "(57 + 242) ÷ 2 = 150"


def test_without_actuals_there_is_nothing_to_try():
    assert forecasts([save("2025-08")], observed(KENDAL, Actuals())) == []


@pytest.mark.parametrize(
    "lang, saved, late, of_history",
    [
        (
            "id",
            "Skenario yang disimpan Agustus 2025 meleset 44 peserta (3,6 %) setelah 3 bulan",
            "Dari data Agustus 2025, “Komitmen September” meleset 44 peserta (3,6 %) setelah 3 bulan; tanpa catatan kapan disimpan",
            "Pada riwayat, model tanpa unit baru meleset 250 peserta (25,7 %) setelah 13 bulan",
        ),
        (
            "en",
            "The scenario saved in August 2025 missed by 44 enrolled (3.6 %) after 3 months",
            "From the data of August 2025, “Komitmen September” missed by 44 enrolled (3.6 %) after 3 months; not recorded as saved before",
            "On the history, the model without new units missed by 250 enrolled (25.7 %) after 13 months",
        ),
    ],
)
def test_the_finding_shows_what_was_foreseen_before_what_was_not(lang, saved, late, of_history):
    assert finding(forecasts([save("2025-08")], actuals()), HISTORY, lang) == saved
    assert finding(forecasts([save(None)], actuals()), HISTORY, lang) == late
    assert finding([], HISTORY, lang) == of_history and finding([], [], lang) == ""


def test_several_scenarios_are_averaged_where_most_pairs_are():
    found = [
        *forecasts([save("2025-08", "A")], actuals()),
        *forecasts([save("2025-09", "B", **{"delivery.pledge_share": 0.0})], actuals()),
    ]
    assert missed(found[1]) == [(2, -227), (3, -238)]
    assert (
        finding(found, HISTORY, "id")
        == "2 skenario yang disimpan sebelumnya meleset rata-rata 141 peserta (11,6 %) setelah 3 bulan"
    )


def test_each_forecast_is_one_line_in_short():
    assert lines(forecasts([save("2025-10")], actuals()), HISTORY, "id") == [
        "Komitmen September, disimpan Oktober 2025: 44 (3,6 %) setelah 3 bulan.",
        "Komitmen September, tanpa catatan kapan disimpan: 66 (5,5 %) setelah 1 bulan · 55 (4,6 %) setelah 2 bulan.",
        "Riwayat, model tanpa perubahan: 246 (25,3 %) setelah 2 bulan · 4 (0,5 %) setelah 11 bulan · 250 (25,7 %) setelah 13 bulan.",
    ]
    assert lines([], [], "en") == []


def test_the_table_has_a_row_for_each_forecast_and_number_of_months_ahead():
    table = rows(forecasts([save("2025-10")], actuals()), HISTORY, "id")
    assert [tuple(row.values()) for row in table] == [
        ("Komitmen September, disimpan Oktober 2025", "3", "1", "44", "3,6 %"),
        ("Komitmen September, tanpa catatan kapan disimpan", "1", "1", "66", "5,5 %"),
        ("Komitmen September, tanpa catatan kapan disimpan", "2", "1", "55", "4,6 %"),
        ("Riwayat, model tanpa perubahan", "2", "1", "246", "25,3 %"),
        ("Riwayat, model tanpa perubahan", "11", "1", "4", "0,5 %"),
        ("Riwayat, model tanpa perubahan", "13", "1", "250", "25,7 %"),
    ]


def test_months_without_anybody_enrolled_have_no_percentage():
    nobody = [replace(HISTORY[0], actual=0)]
    assert rows([], nobody, "en")[0]["In %"] == "–" and "(–)" in finding([], nobody, "en")
