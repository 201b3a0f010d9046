"""Scenarios compared with each other: which one is first, over which months, and the sentences on differences."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from simulator.handouts.writing import written_table
from simulator.model.actuals import NOTHING_RECORDED, TOTAL, Actuals, Record
from simulator.model.parts import Override
from simulator.model.projection import project
from simulator.model.scenario import with_override, with_value, with_values
from simulator.planning.comparison import (
    first_at_target,
    headlines,
    last_common_month,
    paid_until_target,
    unit_rows,
)
from simulator.report.charts.compare import CHARTS, comparison
from simulator.report.charts.theme import SCENARIO_LOOKS
from simulator.report.explain.explanation import explain
from simulator.report.sentences.headlines import comparison_sentence, headline_difference, headline_number
from simulator.report.tables.compare import headline_table, scenario_table, settings_table, units_table
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.baseline_store import write_baseline
from simulator.store.scenario_store import list_scenarios, load
from simulator.words import LANGUAGES
from simulator.words.numbers import shown
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence
from tests.drawing import on_screen
from tests.explaining import context_of

PROGRAMME = read_programme()
TODAY = 2026 * 12 + 10  # November 2026


def projected(scenario, baseline=None):
    return project(scenario, read_baseline_named(baseline or scenario.baseline), PROGRAMME)


def shipped(*stems):
    return [projected(load(stem).scenario) for stem in stems]


@pytest.fixture(scope="module")
def three():
    return shipped("komitmen-september", "semua-100-persen", "dua-puluh-persen-2026")


NAMES = ["A", "B", "C"]


def contexts(projections, **more):
    return [context_of(p, **more) for p in projections]


def charted(projections, names, metric, lang, actuals=NOTHING_RECORDED):
    """The chart of a metric as the screen draws it."""
    of = contexts(projections, today=TODAY, actuals=actuals)
    return on_screen(comparison(of, names[: len(of)], metric, lang), lang, 400)


def figure(*arguments):
    return charted(*arguments).figure


def title(projections, names, lang):
    return str(comparison_sentence(contexts(projections), names, lang))


def worded(piece, lang):
    if isinstance(piece, Quantity):
        return shown(piece, lang)
    return "" if piece is None else str(piece)


def plain(made, projections, reference, lang):
    """Rows of a table by name, its cells as texts, and the small print below it."""
    table = made(contexts(projections), NAMES[: len(projections)], reference, lang)
    return {
        row.cells[0]: [
            tuple(worded(piece, lang) for piece in (cell if isinstance(cell, tuple) else (cell, "")))
            for cell in row.cells[1:]
        ]
        for row in table.rows
    }


def test_the_title_says_who_is_first_and_what_it_has_cost_by_then(three):
    assert first_at_target(three) == [1]
    met = three[1]
    paid = sum(met.enrolled[1:4] * 16_800)  # met in November 2025, month 3, before any relief
    assert paid_until_target(met) == pytest.approx(paid)
    assert (
        title(three, NAMES, "id")
        == "“B” paling cepat mencapai target 20 %: November 2025, dengan iuran Rp 99 juta sampai saat itu; peluangnya pada Desember 2026 sekitar 17 dari 20"
    )


def test_the_title_says_who_comes_nearest_where_nobody_reaches_the_target():
    two = shipped("komitmen-september", "irama-rakor-monev")
    assert title(two, NAMES, "en") == "None reaches the target of 20 %; “B” comes nearest, 392 short"


def test_the_title_names_all_who_are_first_together_and_the_cheapest(three):
    again = projected(with_value(three[1].scenario, "contribution.income_base_idr", 2_000_000.0))
    assert title([three[0], again, three[1]], NAMES, "id").startswith(
        "“B” dan “C” sama-sama mencapai target 20 % pada November 2025; iuran paling kecil pada “C”,"
    )


def test_different_targets_are_called_own_targets(three):
    low = projected(with_value(three[0].scenario, "target.coverage_share", 0.05))
    assert (
        title([three[0], low], NAMES, "id")
        == "“B” sudah mencapai targetnya sendiri pada bulan data, Agustus 2025"
    )


def test_regencies_are_not_ranked_against_each_other():
    two = shipped("komitmen-september", "contoh")
    assert (
        title(two, NAMES[:2], "id")
        == "Kabupaten Kendal dan Kabupaten Contoh (fiktif): kabupaten yang berbeda tidak diberi peringkat"
    )
    other_reading = projected(two[0].scenario, "kendal-2025-08-38")
    assert "paling dekat" in title([two[0], other_reading], NAMES[:2], "id")


def test_sums_run_over_the_months_all_share():
    long, short = (
        projected(load("komitmen-september").scenario),
        projected(with_value(load("komitmen-september").scenario, "horizon_months", 4)),
    )
    assert last_common_month([long, short]) == 2025 * 12 + 11
    of_long, of_short = headlines([long, short])
    assert of_long == of_short
    assert of_long["contributions_total_idr"] == 4 * 1256 * 16_800
    assert of_long["enrolled_at_horizon"] == 1256


def test_on_data_of_different_months_every_sum_runs_over_the_months_all_project(three, tmp_path):
    """Data of November 2025 with the same 974: all sums begin in December, also in the chart and its explanation."""
    kendal = read_baseline_named("kendal-2025-08")
    last = kendal.facts.history[-1].model_copy(update={"month": "2025-11"})
    facts = kendal.facts.model_copy(update={"month": "2025-11", "history": (*kendal.facts.history, last)})
    baseline = write_baseline("later", kendal.units, facts, folder=tmp_path)
    later = project(with_value(three[1].scenario, "horizon_months", 21), baseline, PROGRAMME)
    pair = [three[1], later]
    sums = [p.contributions_idr[-21:].sum() for p in pair]
    assert [of["contributions_total_idr"] for of in headlines(pair)] == pytest.approx(sums)
    chart = comparison(contexts(pair), NAMES, "cumulative_contributions_idr", "id")
    for line, paid in zip(chart.series, sums):
        ends = [line.points[at].quantity for at in (0, -1)]
        assert [line.points[0].month, *(end.value for end in ends)] == [
            baseline.month,
            0,
            pytest.approx(paid),
        ]
    row = next(row for row in headline_table(contexts(pair), NAMES, 0, "id").rows if "Iuran" in row.cells[0])
    assert row.cells[0] == "Iuran dari Desember 2025 sampai Agustus 2027"
    for cell, paid in zip(row.cells[1:], sums):
        assert explain(cell[0].origin, "id").quantity.value == pytest.approx(paid)


def test_the_headline_table_shows_differences_from_the_reference_only(three):
    rows = plain(headline_table, three, 0, "id")
    assert rows["Peserta, Agustus 2027"] == [
        ("1.256", ""),
        ("3.791", "+2.535 (+201,8 %)"),
        ("2.069", "+813 (+64,7 %)"),
    ]
    assert rows["Target tercapai"] == [("tidak tercapai", ""), ("November 2025", ""), ("Desember 2026", "")]
    assert rows["Kurang pada bulan target"] == [("813", "Sep 2025"), ("0", "Des 2026"), ("0", "Des 2026")]
    from_c = plain(headline_table, three, 2, "en")
    assert from_c["Enrolled, August 2027"] == [
        ("1,256", "−813 (−39.3 %)"),
        ("3,791", "+1,722 (+83.2 %)"),
        ("2,069", ""),
    ]


def test_a_month_that_is_past_is_called_past_in_every_table_that_names_it(three):
    """Today is November 2026."""
    here = contexts(three, today=TODAY)
    for lang, text in (("id", "November 2025 (sudah lewat)"), ("en", "November 2025 (already past)")):
        for table in (
            headline_table(here, NAMES, 0, lang),
            scenario_table(here, NAMES, ("target_month_number",), lang),
        ):
            cells = [
                worded(cell[0] if isinstance(cell, tuple) else cell, lang)
                for row in table.rows
                for cell in row.cells
            ]
            assert any(text in cell for cell in cells), cells
            assert not any(cell.startswith(("Desember 2026 (", "December 2026 (")) for cell in cells)


def test_a_column_of_months_carries_no_mark_and_breaks_before_the_word_that_they_are_past(three):
    here = contexts([three[1]] * 3, today=TODAY)
    table = scenario_table(here, NAMES, ("target_month_number",), "id")
    titles, rows = written_table(table, "id")
    assert titles == ["Skenario", "Target tercapai"]
    assert {cells[1] for cells in rows} == {"November\u00a02025 (sudah\u00a0lewat)"}
    here = contexts([three[1]] * 3, today=2025 * 12)
    table = scenario_table(here, NAMES, ("target_month_number",), "id")
    assert written_table(table, "id")[0] == ["Skenario", "Target tercapai"]


def test_numbers_in_the_target_month_are_compared_where_targets_are_the_same(three):
    rows = plain(headline_table, three[1:], 0, "id")
    assert rows["Peserta pada bulan target"] == [("3.791", ""), ("2.069", "−1.722 (−45,4 %)")]
    assert rows["Target tercapai"] == [("November 2025", ""), ("Desember 2026", "+13 bulan")]


@pytest.mark.parametrize(
    "name, value, reference, expected",
    [
        ("enrolled_at_horizon", 1256.4, 974.0, "+282 (+29 %)"),
        ("enrolled_at_horizon", 974.4, 974.0, "sama"),  # as shown
        (
            "gap_at_target",
            0.2,
            0.0,
            "+1",
        ),  # a fraction of a worker short is short, and there is no percentage of zero
        ("coverage_at_horizon", 0.20, 0.1214, "+7,86 poin (+64,7 %)"),
        (
            "coverage_at_horizon",
            0.20,
            0.237,
            "−3,70 poin (−15,6 %)",
        ),  # as many decimal places as the one beside it
        ("contributions_total_idr", 336e6, 345e6, "−Rp 9 juta (−2,6 %)"),
        ("claims_ratio_total", 1.24, 1.5, "−0,26 (−17,3 %)"),
        ("target_month_number", 24311.0, 24314.0, "−3 bulan"),
        ("target_month_number", None, 24314.0, ""),
    ],
)
def test_a_difference_reads_with_its_unit_and_sign(three, name, value, reference, expected):
    numbers = (headline_number(context_of(three[1]), name, of, None) for of in (value, reference))
    assert str(headline_difference(*numbers, "id") or "") == expected


def test_only_settings_that_differ_are_listed_in_words(three):
    rows = plain(settings_table, three, 0, "id")
    assert rows["Partisipasi minimal OPD"] == [("0 %", ""), ("100 %", ""), ("70,1 %", "")]
    assert rows["Bulan sampai tercapai, OPD"] == [("12 bulan", ""), ("", "12 bulan"), ("16 bulan", "")]
    assert "Keringanan iuran PP 50/2025" not in rows
    assert plain(settings_table, [three[0], three[0]], 0, "id") == {}


def test_settings_that_differ_late_are_distinguished(three):
    close = [
        projected(with_value(three[0].scenario, "participation.opd.target_share", share))
        for share in (0.7, 0.700001)
    ]
    assert plain(settings_table, close, 0, "id")["Partisipasi minimal OPD"] == [
        ("70 %", ""),
        ("70,0001 %", ""),
    ]


def test_a_special_setting_of_a_unit_nobody_published_figures_of_is_named_by_its_group(three):
    special = projected(
        with_override(
            three[0].scenario,
            Override(unit="OPD-26", target_share=None, workers_per_asn=None, join_month="2025-11"),
        )
    )
    rows = plain(settings_table, [three[0], special], 0, "id")
    assert rows == {
        "Penetapan khusus 13 OPD belum ikut": [
            ("tanpa penetapan khusus", ""),
            ("Bulan masuk unit ini: November 2025 (1 dari 13 unit)", ""),
        ]
    }


def test_a_special_setting_of_a_unit_with_figures_of_its_own_names_it():
    scenario = load("contoh").scenario
    unit = read_baseline_named("contoh").codes[0]
    special = with_override(
        scenario, Override(unit=unit, target_share=0.9, workers_per_asn=None, join_month=None)
    )
    ((name, cells),) = plain(settings_table, [projected(scenario), projected(special)], 0, "id").items()
    assert name == f"Penetapan khusus {read_baseline_named('contoh').unit_names[0]}"
    assert cells[1][0].endswith("90 %")


def test_ranges_that_differ_are_compared_and_one_that_is_not_there_is_reported_as_none(three):
    scenario = three[0].scenario
    first, *others = (r.model_dump() for r in scenario.uncertainty.ranges)
    assert first["setting"] == "delivery.realised_share"
    kept = projected(with_value(scenario, "uncertainty.ranges", [first | {"low": 0.4}, *others]))
    none = projected(with_value(scenario, "uncertainty.ranges", others))
    ((name, cells),) = plain(settings_table, [three[0], kept, none], 0, "id").items()
    assert name == "Rentang: Keterlaksanaan rencana"
    assert cells == [("28 % – 84 %", ""), ("40 % – 84 %", ""), ("tanpa rentang", "")]


def test_the_number_under_which_luck_is_looked_up_changes_no_result_and_is_not_compared(three):
    other = projected(with_value(three[0].scenario, "uncertainty.seed", 7))
    assert plain(settings_table, [three[0], other], 0, "id") == {}


def test_units_add_up_to_the_shown_total_in_every_column(three):
    rows, enrolled = unit_rows(three)
    assert [row.key for row in rows][:2] == ["opd-full", "opd-partial"]
    assert enrolled.sum(0).tolist() == [1256, 3791, 2069]
    table = plain(units_table, three, 0, "id")
    assert table["18 OPD baru sebagian"] == [
        ("237", ""),
        ("1.498", "+1.261 (+532,1 %)"),
        ("1.050", "+813 (+343 %)"),
    ]
    assert table["Jumlah"] == [("1.256", ""), ("3.791", "+2.535 (+201,8 %)"), ("2.069", "+813 (+64,7 %)")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_shown_is_the_one_its_origin_explains(three, lang):
    other = projected(three[0].scenario.model_copy(update={"baseline": "kendal-2025-08-38"}))
    explained = 0
    for projections in (three, [three[0], other]):
        for made in (headline_table, units_table):
            for row in made(contexts(projections), NAMES[: len(projections)], 0, lang).rows:
                for cell, small in row.cells[1:]:
                    if isinstance(cell, Quantity):
                        explanation = explain(cell.origin, lang)
                        if cell.value:  # no gap if more are enrolled
                            assert shown(cell, lang) == shown(explanation.quantity, lang), row.cells[0]
                        explained += 1
                    for difference in small.quantities if isinstance(small, Sentence) else ():
                        explanation = explain(difference.origin, lang)
                        assert difference.value == explanation.quantity.value and explanation.calculation
                        explained += 1
    assert explained > 100


def test_on_different_data_only_segments_are_compared(three):
    other = projected(three[0].scenario.model_copy(update={"baseline": "kendal-2025-08-38"}))
    rows, enrolled = unit_rows([three[0], other])
    assert rows == () and enrolled.shape == (3, 2)
    both = [three[0], other]
    assert list(plain(units_table, both, 0, "en")) == ["OPD", "Kecamatan", "Other ASN", "Total"]
    assert next(iter(plain(settings_table, both, 0, "en"))) == "Data"


def test_projections_that_never_meet_have_no_sums(three):
    now = three[0]
    points = [
        p.model_copy(update={"month": f"20{int(p.month[2:4]) + 50}{p.month[4:]}"})
        for p in now.baseline.facts.history
    ]
    facts = now.baseline.facts.model_copy(update={"month": "2075-08", "history": points})
    later = replace(now, months=now.months + 600, baseline=replace(now.baseline, facts=facts))
    assert last_common_month([three[0], later]) is None
    assert headlines([three[0], later])[0]["contributions_total_idr"] is None
    with pytest.raises(ValueError):
        unit_rows([three[0], later])


@pytest.mark.parametrize("metric", CHARTS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_chart_of_six_has_six_looks_and_six_names_inside_its_height(metric, lang):
    six = [projected(e.scenario) for e in list_scenarios()][:6]
    names = [f"Skenario {i} dengan nama yang panjang sekali <b>" for i in range(6)]
    drawn, _, alt, table = charted(six, names, metric, lang)
    lines = [line for line in drawn["data"] if line["mode"] == "lines+markers"]
    assert [line["line"] for line in lines] == [
        {"color": look.colour, "dash": look.dash, "width": look.width} for look in SCENARIO_LOOKS
    ]
    labels = [a for a in drawn["layout"]["annotations"] if a["showarrow"]]
    assert len(labels) == 6 and all("&lt;b&gt;" in a["text"] or "…" in a["text"] for a in labels)
    assert all(len(line["x"]) == len(line["y"]) == len(line["text"]) for line in lines)
    assert drawn["layout"]["yaxis"]["range"][0] == 0
    assert table[0][1:] == names and len({len(row) for row in table}) == 1
    assert all(name in alt for name in names)


def test_labels_of_lines_that_end_together_do_not_cover_each_other(three):
    drawn = figure([three[0]] * 6, [f"Nama {i}" for i in range(6)], "enrolled", "id")
    places = sorted(a["ay"] for a in drawn["layout"]["annotations"] if a["showarrow"])
    assert all(later - earlier >= 17 for earlier, later in itertools.pairwise(places))


def test_each_line_ends_with_its_own_projection_and_the_table_leaves_the_other_months_empty():
    two = shipped("banyak-yang-berhenti", "komitmen-september")
    drawn, _, _, table = charted(two, NAMES, "enrolled", "id")
    assert [len(line["y"]) for line in drawn["data"][:2]] == [61, 25]
    assert len(table) == 62 and table[-1][2] == "–" and table[-1][1] != "–"


def test_scenarios_that_start_at_the_target_are_named_together_and_none_as_the_cheapest():
    (p,) = shipped("komitmen-september")
    there = [replace(p, scenario=with_values(p.scenario, {"target.coverage_share": 0.05}))] * 2
    assert (
        title(there, NAMES, "en")
        == "“A” and “B” have reached the target of 5 % already in the month of the data, August 2025"
    )


def test_cumulative_contributions_end_in_the_total(three):
    line = figure(three[:1], NAMES, "cumulative_contributions_idr", "id")["data"][0]["y"]
    assert line[0] == 0
    assert line[-1] * 1e6 == pytest.approx(float(np.sum(three[0].contributions_idr[1:])))


def test_months_already_past_say_that_actual_figures_are_missing(three):
    table = charted(three, NAMES, "enrolled", "id").table
    assert table[1][0] == "Agustus 2025"
    assert table[2][0] == "September 2025 · realisasi belum dimasukkan"
    assert table[-1][0] == "Agustus 2027"
    assert sum("realisasi" in row[0] for row in table) == 14  # September 2025 to October 2026


def test_what_somebody_recorded_is_drawn_beside_the_lines_and_is_no_longer_missing(three):
    actuals = Actuals(
        [
            Record("2025-12-01T00:00:00", "", "", month, TOTAL, {"enrolled": count})
            for month, count in (("2025-09", 1180), ("2025-10", 1201))
        ]
    )
    drawn, _, _, table = charted(three, NAMES, "enrolled", "id", actuals)
    (marks,) = [line for line in drawn["data"] if line["mode"] == "markers"]
    assert (marks["x"], marks["y"]) == (["2025-09-01", "2025-10-01"], [1180, 1201])
    (named,) = [note for note in drawn["layout"]["annotations"] if "Realisasi" in note["text"]]
    assert named["x"] == "2025-10-01"
    assert sum("realisasi" in row[0] for row in table) == 12 and table[2][0] == "September 2025"
    assert not [
        line
        for line in figure(three, NAMES, "coverage_share", "id", actuals)["data"]
        if line["mode"] == "markers"
    ]


def test_a_target_line_stands_where_all_ask_for_the_same(three):
    dashed = [line for line in figure(three, NAMES, "enrolled", "id")["data"] if line["mode"] == "lines"]
    assert [set(line["y"]) for line in dashed] == [{2069.0}]
    other = projected(with_values(three[0].scenario, {"target.coverage_share": 0.3}))
    assert not [
        line
        for line in figure([three[0], other], NAMES[:2], "enrolled", "id")["data"]
        if line["mode"] == "lines"
    ]
