"""Plan against actual, a new start from actuals, estimates and back-test, on examples to check by hand."""

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from simulator.errors import UserError
from simulator.intake import rebaseline
from simulator.intake.facts import Receipt
from simulator.intake.rebaseline import propose_rebaseline, units_in
from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.months import month_name
from simulator.model.payouts import death_rate
from simulator.model.projection import project
from simulator.model.scenario import with_values
from simulator.planning import backtest
from simulator.planning.actuals import behind, by_group, total_points
from simulator.planning.dues import arrears, unkept_pledges
from simulator.planning.estimation import estimates, taken_over
from simulator.planning.intervals import clopper_pearson, garwood
from simulator.report.charts.enrolment import enrolment
from simulator.report.charts.money import money as money_chart
from simulator.report.sentences.actuals import behind_lines, finding, pledge_lines
from simulator.report.sentences.unit_names import row_name
from simulator.report.tables.actuals import compared_table, group_figures
from simulator.report.tables.estimates import estimate_table
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.baseline_store import write_baseline
from simulator.store.places import SCENARIOS
from simulator.store.scenario_store import load_file
from simulator.words.numbers import shown
from tests.drawing import on_screen
from tests.explaining import context_of

PROGRAMME = read_programme()
KENDAL, CONTOH = read_baseline_named("kendal-2025-08"), read_baseline_named("contoh")
SCENARIO = load_file(SCENARIOS / "komitmen-september.json")
EXAMPLE = load_file(SCENARIOS / "contoh.json")
NEAR_THREE = 3  # months of arrears after which protection ends


def log(*lines):
    return Actuals(
        Record("2026-11-01T08:00:00", "", "a.csv", month, unit, figures) for month, unit, figures in lines
    )


def projected(**settings):
    return project(with_values(SCENARIO, settings), KENDAL, PROGRAMME)


# ---- plan against actual


def test_the_pledges_of_september_are_1256_planned_and_66_short_of_it_is_reported():
    (point,) = total_points(projected(), log(("2025-09", TOTAL, {"enrolled": 1190})), "enrolled")
    assert (point.month, round(point.plan), point.actual, round(point.difference)) == (1, 1256, 1190, -66)


def test_a_unit_is_behind_since_the_first_month_of_its_last_run():
    p = project(EXAMPLE, CONTOH, PROGRAMME)
    plan = p.enrolment.enrolled[0]  # DC-01, a unit with its own figures
    actual = {1: -5, 2: 3, 3: -1, 4: -9}
    rows = by_group(
        p,
        log(
            *(
                (month_name(int(p.months[t])), "DC-01", {"enrolled": int(np.floor(plan[t] + 0.5)) + apart})
                for t, apart in actual.items()
            )
        ),
    )
    (row,) = behind(rows)
    assert (row.group.key, row.behind, row.since, row.latest.month) == ("DC-01", 9, 3, 4)
    assert sum(one.latest is not None for one in rows) == 1


def test_the_table_and_the_list_of_who_is_behind_tell_the_same_gap():
    p = project(EXAMPLE, CONTOH, PROGRAMME)
    actuals = log(*(("2025-11", code, {"enrolled": 5}) for code in CONTOH.codes))
    groups, c = by_group(p, actuals), context_of(p, actuals=actuals)
    table = compared_table(c, group_figures(groups, 3), "id")
    differences = {row.cells[0]: shown(row.cells[3], "id") for row in table.rows}
    late = behind(groups)
    assert len(late) > 10 and all(
        differences[row_name(one.group, CONTOH, "id")] == f"\N{MINUS SIGN}{one.behind}" for one in late
    )
    lines = behind_lines(c, groups, "id")
    assert [line.quantities[0].value for line in lines] == [one.behind for one in late]


def test_a_group_is_known_only_when_each_of_its_units_is():
    p, full = projected(), [f"OPD-0{n}" for n in range(1, 5)]
    one = by_group(p, log(*(("2025-09", code, {"enrolled": 84}) for code in full[:3])))
    assert all(row.latest is None for row in one)
    every = {
        row.group.key: row
        for row in by_group(p, log(*(("2025-09", code, {"enrolled": 80}) for code in full)))
    }
    assert every["opd-full"].latest.actual == 320 and every["opd-full"].behind == 16


def test_who_pledged_and_pays_for_fewer_is_named_and_one_unit_s_surplus_keeps_no_other_s_word():
    codes = [KENDAL.codes[i] for i in np.flatnonzero(KENDAL.pledged) if KENDAL.segments[i] == "opd"]
    given = [KENDAL.pledge_workers[KENDAL.index[code]] for code in codes]
    found = unkept_pledges(
        KENDAL,
        log(
            *(
                ("2025-10", code, {"enrolled": int(n), "paid_up": int(paid)})
                for code, n, paid in zip(codes, given, (given[0] + 50, given[1] - 7, given[2]))
            )
        ),
    )
    (unkept,) = found
    assert (unkept.group.key, unkept.month, unkept.pledged, unkept.paid) == ("opd-pledged", 2, 245, 238)
    assert (
        unkept_pledges(KENDAL, log(("2025-10", codes[0], {"enrolled": 1}))) == []
    )  # the other units are not recorded


def test_who_is_short_by_one_worker_or_a_twentieth_is_not_asked():
    p = project(EXAMPLE, CONTOH, PROGRAMME)
    plan = {
        code: int(np.floor(p.enrolment.enrolled[CONTOH.index[code], 1] + 0.5))
        for code in ("DC-01", "DC-02", "DC-14", "LC-01")
    }
    apart = {"DC-01": -5, "DC-02": -7, "DC-14": -1, "LC-01": -6}
    assert [plan[code] for code in apart] == [
        97,
        157,
        2,
        117,
    ]  # 5 of 97 and 6 of 117 are more than 5 %, 7 of 157 is less, and 1 worker is too few
    rows = by_group(p, log(*(("2025-09", code, {"enrolled": plan[code] + apart[code]}) for code in apart)))
    assert [row.group.key for row in behind(rows)] == ["LC-01", "DC-01"]


def test_a_pledge_not_kept_before_a_new_start_stays_asked_and_its_workers_start_next_month(tmp_path):
    came = {
        code: 76 if code == "DC-15" else int(n) for code, n in zip(CONTOH.codes, CONTOH.enrolled)
    }  # only the pledge of DC-15 was kept
    known = [("2026-06", code, {"enrolled": n}) for code, n in came.items()]
    made = propose_rebaseline(
        "contoh", log(*known), "2026-06", Receipt("Realisasi", "", datetime(2026, 11, 22, 9, 5))
    )
    baseline = write_baseline(made.name, made.units, made.facts, folder=tmp_path)
    unkept = {one.group.key: one for one in unkept_pledges(baseline, log(*known))}
    p = project(EXAMPLE, baseline, PROGRAMME)
    assert "DC-15" not in unkept
    assert (unkept["DC-16"].month, unkept["DC-16"].due, unkept["DC-16"].pledged, unkept["DC-16"].paid) == (
        0,
        -8,
        20,
        0,
    )
    assert (
        "Dinas Contoh Kehutanan: berkomitmen 20 pekerja mulai Oktober 2025, belum membayar sampai Juni 2026. Proyeksi memulainya pada Juli 2026."
        in map(str, pledge_lines(context_of(p, actuals=log(*known)), list(unkept.values()), "id"))
    )
    assert p.enrolment.enrolled[baseline.index["DC-16"], :2].tolist() == [0, pytest.approx(20)]
    assert (
        str(finding(context_of(p, actuals=log(*known)), "id"))
        == "Proyeksi dimulai dari realisasi Juni 2026, 1.024 peserta; realisasi Juli 2026 dan seterusnya ditunggu"
    )
    later = context_of(p, actuals=log(*known, ("2026-07", TOTAL, {"enrolled": 1080})))
    assert str(finding(later, "id")).startswith("Juli 2026: 1.080 peserta")


def test_two_unpaid_months_on_end_are_near_three_and_a_paid_month_breaks_the_run():
    def months(*unpaid):
        return log(
            *(
                (f"2025-{9 + i:02d}", "DC-02", {"enrolled": 150, "paid_up": 150 - n})
                for i, n in enumerate(unpaid)
            )
        )

    assert [
        (a.group.key, a.months, a.until, a.workers) for a in arrears(CONTOH, months(4, 9, 6), NEAR_THREE)
    ] == [("DC-02", 3, 3, 4)]
    assert [(a.months, a.workers) for a in arrears(CONTOH, months(0, 9, 6), NEAR_THREE)] == [(2, 6)]
    assert (
        arrears(CONTOH, months(9, 0, 6), NEAR_THREE) == []
        and arrears(CONTOH, months(9, 9, 0), NEAR_THREE) == []
    )


# ---- a new start


def kendal_rows(actuals, month="2025-09"):
    return {row.code: row for row in units_in(read_baseline_named("kendal-2025-08").units, actuals, month)}


def test_the_month_in_which_every_pledge_is_kept_puts_each_pledge_in_its_place():
    rows = kendal_rows(log(("2025-09", TOTAL, {"enrolled": 1256})))
    before = {row.code: row for row in read_baseline_named("kendal-2025-08").units}
    assert all(
        rows[code].enrolled == (row.enrolled or (row.pledge_workers if row.pledge_month else 0))
        for code, row in before.items()
    )
    assert not any(row.pledge_month for row in rows.values() if row.enrolled)


@given(st.integers(900, 3000), st.one_of(st.none(), st.integers(0, 60)))
@examples(60)
def test_whatever_the_total_the_units_add_up_to_it_and_what_was_recorded_stays(total, recorded):
    lines = [("2025-09", TOTAL, {"enrolled": total})] + (
        [("2025-09", "OPD-05", {"enrolled": recorded})] if recorded is not None else []
    )
    rows = kendal_rows(log(*lines))
    assert sum(row.enrolled for row in rows.values()) == total
    assert all(
        rows[f"OPD-0{n}"].enrolled == 84 and rows[f"OPD-0{n}"].enrolled_basis == "allocated"
        for n in range(1, 5)
    )
    if recorded is not None:
        assert (rows["OPD-05"].enrolled, rows["OPD-05"].enrolled_basis) == (recorded, "published")
    assert not [row for row in rows.values() if row.enrolled > row.asn]


def test_pledged_units_stop_at_a_worker_per_asn_and_more_may_be_recorded():
    """1,500 is 244 more than the pledges: the three OPD that pledged 82 of 82 ASN stay at that."""
    recorded = log(("2025-09", TOTAL, {"enrolled": 1500}), ("2025-09", "OPD-23", {"enrolled": 90}))
    rows = kendal_rows(recorded)
    assert [(rows[f"OPD-{n}"].enrolled, rows[f"OPD-{n}"].asn) for n in (23, 24, 25)] == [
        (90, 82),
        (82, 82),
        (81, 81),
    ]
    assert sum(row.enrolled for row in rows.values()) == 1500


@pytest.mark.parametrize("first", [990, 1190, 1201, 1256])
@pytest.mark.parametrize("more", [-50, 10, 100])
def test_a_second_start_ten_or_a_hundred_workers_on_fits_as_units_near_their_asn_stop_below_it(first, more):
    rows = units_in(
        read_baseline_named("kendal-2025-08").units, log(("2025-09", TOTAL, {"enrolled": first})), "2025-09"
    )
    again = units_in(rows, log(("2025-10", TOTAL, {"enrolled": first + more})), "2025-10")
    assert sum(row.enrolled for row in again) == first + more
    assert all(
        new.enrolled < new.asn
        for old, new in zip(rows, again)
        if 0 < old.enrolled < old.asn and old.segment != "other"
    )


@pytest.mark.parametrize(
    "total,code", [(None, "no_total_in_month"), (300, "total_does_not_fit"), (9000, "total_does_not_fit")]
)
def test_a_month_that_cannot_be_a_start_is_refused(total, code):
    with pytest.raises(UserError) as error:
        kendal_rows(log(("2025-09", TOTAL, {"deaths": 0} if total is None else {"enrolled": total})))
    assert error.value.problems[0].code == code


# ---- intervals, against the printed tables


@pytest.mark.parametrize(
    "count,low,high",
    [
        (0, 0, 3.689),
        (1, 0.0253, 5.572),
        (5, 1.623, 11.668),
        (8, 3.454, 15.763),
        (10, 4.795, 18.390),
        (100, 81.364, 121.627),
    ],
)
def test_garwood_as_printed(count, low, high):
    assert garwood(count) == pytest.approx((low, high), rel=2e-4, abs=1e-3)


@pytest.mark.parametrize(
    "count,trials,low,high",
    [
        (0, 10, 0, 0.3085),
        (5, 10, 0.1871, 0.8129),
        (10, 10, 0.6915, 1),
        (10, 100, 0.0490, 0.1762),
        (1, 20, 0.0013, 0.2487),
    ],
)
def test_clopper_and_pearson_as_printed(count, trials, low, high):
    assert clopper_pearson(count, trials) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(1, 4000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
@examples(60)
def test_an_interval_holds_what_was_seen_and_mirrors(pair):
    count, trials = pair
    low, high = clopper_pearson(count, trials)
    assert 0 <= low <= count / trials <= high <= 1
    assert clopper_pearson(trials - count, trials) == pytest.approx((1 - high, 1 - low), abs=1e-9)
    assert garwood(count)[0] <= count <= garwood(count)[1]


# ---- estimates


def estimate(path, actuals, p=None):
    return next(e for e in estimates(p or projected(), actuals, PROGRAMME) if e.path == path)


def test_twelve_months_of_1000_people_and_eight_deaths_are_8_per_1000():
    actuals = log(
        *(
            (
                month_name(KENDAL.month + t),
                TOTAL,
                {"enrolled": 1000, "deaths": 2 if t <= 4 else 0, "accidents": 0},
            )
            for t in range(1, 13)
        )
    )
    found = estimate("risk.deaths_per_1000_year", actuals)
    assert (found.cases, found.size, found.value, found.refusal) == (8, 1000, 8.0, None)
    assert (found.low, found.high) == pytest.approx((3.454, 15.763), abs=1e-3)
    assert taken_over(projected().scenario, found).risk.deaths_per_1000_year == 8.0
    assert estimate("risk.accidents_per_1000_year", actuals).refusal == "few_cases"


def test_who_stopped_is_held_against_those_of_the_month_before():
    found = estimate(
        "retention.lapse_share_per_month",
        log(
            ("2025-09", TOTAL, {"enrolled": 1200, "left": 20}),
            ("2025-10", TOTAL, {"enrolled": 1150, "left": 60}),
        ),
    )
    assert (found.cases, found.size) == (80, 974 + 1200) and found.value == pytest.approx(80 / 2174)


def test_vacant_seats_are_what_a_unit_once_had_and_lost():
    # DC-02 has 158: 30 leave and 10 join in their places; then 30 join, of whom 20 fill vacant seats
    # and 10 are growth.
    actuals = log(
        ("2025-09", "DC-02", {"enrolled": 138, "joined": 10}),
        ("2025-10", "DC-02", {"enrolled": 168, "joined": 30}),
    )
    found = estimate("retention.refill_share_per_month", actuals, project(EXAMPLE, CONTOH, PROGRAMME))
    assert (found.cases, found.size) == (10 + 20, 30 + 20)


def test_pledges_count_by_unit_up_to_what_was_pledged_and_three_offices_are_asked_for():
    codes = [KENDAL.codes[i] for i in np.flatnonzero(KENDAL.pledged)]
    pledged = {code: int(KENDAL.pledge_workers[KENDAL.index[code]]) for code in codes}
    found = estimate(
        "delivery.pledge_share",
        log(
            *(("2025-09", code, {"enrolled": pledged[code] + 9 if i else 0}) for i, code in enumerate(codes))
        ),
    )
    assert (found.cases, found.size, found.offices) == (282 - pledged[codes[0]], 282, 5)
    assert (
        estimate(
            "delivery.pledge_share", log(*(("2025-09", code, {"enrolled": 9}) for code in codes[:2]))
        ).refusal
        == "few_offices"
    )


def test_half_of_what_the_plan_asks_beyond_today_is_half_realised():
    p = projected(**{"participation.opd.target_share": 0.5, "participation.opd.ramp_months": 1})
    partial = [
        i
        for i in np.flatnonzero(KENDAL.participating & (KENDAL.enrolled < 0.4 * KENDAL.asn))
        if KENDAL.segments[i] == "opd"
    ]
    more = {i: int(np.floor(0.5 * KENDAL.asn[i] - KENDAL.enrolled[i] + 0.5)) for i in partial}
    found = estimate(
        "delivery.realised_share",
        log(
            *(
                ("2025-10", KENDAL.codes[i], {"enrolled": int(KENDAL.enrolled[i]) + more[i] // 2})
                for i in partial
            )
        ),
        p,
    )
    assert (found.cases, found.size, found.offices) == (
        sum(n // 2 for n in more.values()),
        sum(more.values()),
        len(partial),
    )


def test_the_delay_counts_from_the_turn_in_the_queue():
    p = projected(**{"participation.opd.new_units_per_month": 1.0})
    queued = sorted(
        (i for i in np.flatnonzero(p.seats.queued) if KENDAL.segments[i] == "opd"),
        key=lambda i: p.seats.start[i],
    )[:4]
    lines = [
        (month_name(KENDAL.month + t), KENDAL.codes[i], {"enrolled": 5 if t >= p.seats.start[i] + 2 else 0})
        for i in queued
        for t in range(1, 9)
    ]
    found = estimate("delivery.join_delay_months", log(*lines), p)
    assert (found.cases, found.size, found.value) == (8, 4, 2.0)
    assert taken_over(p.scenario, found).delivery.join_delay_months == 2


def test_without_actuals_nothing_is_estimated_and_each_setting_says_why():
    found = estimates(projected(), Actuals(), PROGRAMME)
    assert (
        [e.path for e in found]
        == [
            "risk.deaths_per_1000_year",
            "risk.accidents_per_1000_year",
            "retention.lapse_share_per_month",
            "retention.refill_share_per_month",
            "delivery.realised_share",
            "delivery.pledge_share",
            "delivery.join_delay_months",
        ]
        and {e.refusal for e in found} == {"no_data"}
        and {e.value for e in found} == {None}
    )


# ---- the back-test


def test_the_shipped_history_gives_three_pairs_and_neutral_settings_miss_the_rise():
    found = backtest.history_misses(SCENARIO, KENDAL, PROGRAMME)
    assert [(m.horizon, round(m.foreseen), m.actual) for m in found] == [
        (11, 724, 728),
        (13, 724, 974),
        (2, 728, 974),
    ]
    assert [
        (e.horizon, e.count, round(e.mean_absolute), round(e.mean_absolute_share, 3))
        for e in backtest.by_horizon(found)
    ] == [(2, 1, 246, 0.253), (11, 1, 4, 0.005), (13, 1, 250, 0.257)]


def test_what_the_scenario_asks_for_and_what_came_later_do_not_reach_the_back_test():
    eager = with_values(
        SCENARIO, {"participation.opd.target_share": 1.0, "retention.lapse_share_per_month": 0.2}
    )
    same = [m.foreseen for m in backtest.history_misses(SCENARIO, KENDAL, PROGRAMME)]
    assert [m.foreseen for m in backtest.history_misses(eager, KENDAL, PROGRAMME)] == same
    later = replace(
        KENDAL,
        facts=KENDAL.facts.model_copy(
            update={"deaths": KENDAL.facts.deaths.model_copy(update={"value": 99.0})}
        ),
    )
    assert [m.foreseen for m in backtest.history_misses(SCENARIO, later, PROGRAMME)] == same


def test_a_projection_is_held_against_actuals_by_months_ahead():
    p = projected()
    came = backtest.observed(
        KENDAL, log(("2025-09", TOTAL, {"enrolled": 1250}), ("2025-10", TOTAL, {"enrolled": 1300}))
    )
    found = backtest.misses(p, came)
    assert [(m.horizon, m.actual) for m in found] == [(1, 1250), (2, 1300)] and found[
        0
    ].error == pytest.approx(6, abs=0.01)


# ---- on the overview, and as new data

TODAY = KENDAL.month + 5  # January 2026: four months are over


def test_actuals_are_drawn_over_the_projection_and_only_months_without_are_shaded():
    actuals = log(
        *(
            (month, TOTAL, {"enrolled": n, "contributions_idr": 20_000_000})
            for month, n in (("2025-09", 1190), ("2025-11", 1212))
        )
    )
    p = projected()
    c = context_of(p, today=TODAY, actuals=actuals)
    drawn = on_screen(enrolment(c, "id"), "id")
    (marks,) = (trace for trace in drawn.figure["data"] if trace["mode"] == "markers")
    assert (marks["x"], marks["y"]) == (["2025-09-01", "2025-11-01"], [1190, 1212])
    assert [(s["x0"], s["x1"]) for s in drawn.figure["layout"]["shapes"] if "x0" in s] == [
        ("2025-09-16", "2025-10-16"),
        ("2025-11-16", "2025-12-16"),
    ]
    shown = {row[0]: row[2] for row in drawn.table}
    assert (shown["Bulan"], shown["September 2025"], shown["Oktober 2025"], shown["November 2025"]) == (
        "Realisasi",
        "1.190",
        "",
        "1.212",
    )
    money = on_screen(money_chart(c, "monthly", "id"), "id")
    assert [trace["y"] for trace in money.figure["data"] if trace["mode"] == "markers"] == [[20.0, 20.0]]
    assert any("Realisasi iuran" in note["text"] for note in money.figure["layout"]["annotations"])
    claims = log(
        ("2025-09", TOTAL, {"claims_idr": 42_000_000}),
        ("2025-10", TOTAL, {"contributions_idr": 20_000_000}),
    )
    paid = on_screen(money_chart(context_of(p, today=TODAY, actuals=claims), "monthly", "en"), "en")
    assert [
        (trace["y"], trace["marker"]["symbol"]) for trace in paid.figure["data"] if trace["mode"] == "markers"
    ] == [([20.0], "square"), ([42.0], "diamond-open")]
    assert paid.figure["layout"]["yaxis"]["range"][1] > 42
    assert not any(
        trace["mode"] == "markers"
        for trace in on_screen(money_chart(c, "cumulative", "id"), "id").figure["data"]
    )


def proposed(*lines, month="2025-10"):
    return propose_rebaseline(
        "kendal-2025-08", log(*lines), month, Receipt("Realisasi", "", datetime(2026, 11, 22, 9, 5))
    )


def test_a_new_start_goes_on_with_history_and_deaths():
    made = proposed(
        ("2025-09", TOTAL, {"enrolled": 1190, "deaths": 1}),
        ("2025-10", TOTAL, {"enrolled": 1201, "deaths": 0}),
    )
    assert [(o.month, o.enrolled, o.basis) for o in made.facts.history[-3:]] == [
        ("2025-08", 974, "published"),
        ("2025-09", 1190, "published"),
        ("2025-10", 1201, "published"),
    ]
    assert (made.facts.deaths.value, sum(u.enrolled for u in made.units), made.notes) == (9, 1201, ())
    assert {u.code for u in made.units} == set(KENDAL.codes)


def test_a_second_new_start_holds_what_counts_now_of_every_month_recorded(tmp_path, monkeypatch):
    first = proposed(("2025-10", TOTAL, {"enrolled": 1201}))
    made = write_baseline(first.name, first.units, first.facts, folder=tmp_path)
    monkeypatch.setattr(rebaseline, "read_baseline_named", lambda name: made)
    late = [
        ("2025-08", TOTAL, {"enrolled": 980}),
        ("2025-09", TOTAL, {"enrolled": 1300}),
        ("2025-10", TOTAL, {"enrolled": 1205}),
        ("2025-12", TOTAL, {"enrolled": 1201}),
    ]
    again = proposed(*late, month="2025-12")
    assert [(o.month, o.enrolled) for o in again.facts.history[-4:]] == [
        ("2025-08", 974),
        ("2025-09", 1300),
        ("2025-10", 1205),
        ("2025-12", 1201),
    ]  # the published figure remains


def test_deaths_of_a_month_nobody_recorded_are_asked_about_and_not_taken_as_none():
    made = proposed(
        ("2025-09", TOTAL, {"enrolled": 1190, "deaths": 1}), ("2025-10", TOTAL, {"enrolled": 1201})
    )
    assert (made.facts.deaths.value, [note.code for note in made.notes]) == (8, ["deaths_stand"])
    assert len(made.facts.open_questions) == len(KENDAL.facts.open_questions) + 1


@pytest.mark.parametrize("month", ["2025-09", "2026-06"])
def test_a_new_start_without_deaths_leaves_the_death_rate_as_it_was(tmp_path, month):
    made = proposed((month, TOTAL, {"enrolled": 1201}), month=month)
    baseline = write_baseline(made.name, made.units, made.facts, folder=tmp_path)
    assert death_rate(SCENARIO.risk, baseline) == death_rate(SCENARIO.risk, KENDAL)
    assert baseline.person_years_so_far > baseline.exposure_person_years == KENDAL.exposure_person_years


def test_a_month_not_after_the_data_is_no_new_start():
    with pytest.raises(UserError) as error:
        proposed(("2025-08", TOTAL, {"enrolled": 1190}), month="2025-08")
    assert error.value.problems[0].code == "month_before_baseline"


def test_every_estimate_and_refusal_is_worded_in_both_languages():
    for lang in ("id", "en"):
        for actuals in (
            Actuals(),
            log(("2025-09", TOTAL, {"enrolled": 990, "deaths": 1, "accidents": 0, "left": 3})),
        ):
            p = projected()
            rows = estimate_table(context_of(p, actuals=actuals), estimates(p, actuals, PROGRAMME), lang).rows
            assert len(rows) == 7 and all(all(map(str, row.cells)) for row in rows)
