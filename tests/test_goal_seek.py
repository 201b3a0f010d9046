"""Which value of one setting brings a result to a wanted value: worked answers, and properties of every answer."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regency import PROGRAMME, Regency, unit
from strategies import cases, examples

from simulator.errors import UserError
from simulator.model.metrics import METRICS
from simulator.model.months import LAST_MONTH, month_name, month_number
from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, Scenario, setting_value, with_value, with_values
from simulator.model.simulation import simulate
from simulator.planning.goal_seek import Limits, seek
from simulator.report.sentences.seeking import seek_sentence
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES

PLEDGES = load("komitmen-september").scenario
KENDAL = read_baseline_named("kendal-2025-08")
OPD, KECAMATAN, OTHER = (f"participation.{segment}.target_share" for segment in ("opd", "kecamatan", "other"))


def answer(lever, value, metric="enrolled", month="2026-12", scenario=PLEDGES, baseline=KENDAL):
    return seek(scenario, baseline, PROGRAMME, metric, month, value, lever)


def result(lever, value, metric="enrolled", month="2026-12", scenario=PLEDGES, baseline=KENDAL):
    """The metric with the lever at a value, in a new projection."""
    p = project(with_value(scenario, lever, value), baseline, PROGRAMME)
    return float(METRICS[metric].series(p)[month_number(month) - baseline.month])


def below(value):
    return math.nextafter(value, -math.inf)


def test_the_floor_of_opd_that_brings_2069():
    # 4 OPD at 100 % (336) and 3 pledged ones (245) stay; 18 OPD with 1,498 ASN follow the floor; 175 kecamatan and 263 others stay
    by_hand = (2069 - 336 - 245 - 175 - 263) / 1498
    found = answer(OPD, 2069)
    assert (found.feasible, found.reason) == (True, "reached")
    assert found.value == pytest.approx(by_hand, abs=1e-12) and round(by_hand, 3) == 0.701
    assert found.reached == result(OPD, found.value) >= 2069 > result(OPD, below(found.value))


def test_the_floor_of_other_asn_that_brings_2069():
    by_hand = (2069 - 1256 + 263) / 6817
    found = answer(OTHER, 2069)
    assert found.value == pytest.approx(by_hand, abs=1e-12)
    assert result(OTHER, found.value) >= 2069 > result(OTHER, below(found.value))


def test_kecamatan_alone_cannot_bring_it_and_the_most_is_reported():
    found = answer(KECAMATAN, 2069)
    assert (found.feasible, found.reason, found.value) == (False, "not_reachable", 1.0)
    assert found.reached == pytest.approx(
        1256 + 206 - 138
    )  # the 11 kecamatan have 206 ASN in the list, the pledged two are full
    assert "1.324" in str(seek_sentence(found, "id"))


def test_a_lever_of_whole_units_is_answered_with_the_fewest_that_do():
    # meetings in November 2025, February, May, August and November 2026; each unit starts with 31 % of 83 ASN
    per_unit = 0.31 * 83
    found = answer("monev.new_opd", 1256 + 11 * per_unit)
    assert found.feasible and found.value == 3  # two at a time bring ten by December 2026, three all thirteen
    assert result("monev.new_opd", 3) == pytest.approx(1256 + 13 * per_unit) and result(
        "monev.new_opd", 2
    ) == pytest.approx(1256 + 10 * per_unit)


def test_the_longest_pace_that_still_makes_it_is_a_whole_number_of_months():
    plan = with_values(PLEDGES, {OPD: 0.75, "participation.opd.ramp_months": 24})
    found = answer("participation.opd.ramp_months", 2069, scenario=plan)
    months = int(found.value)
    assert found.feasible and found.value == months
    assert (
        result("participation.opd.ramp_months", months, scenario=plan)
        >= 2069
        > result("participation.opd.ramp_months", months + 1, scenario=plan)
    )


def test_a_result_can_be_sought_downwards_too():
    leaking = with_value(PLEDGES, "retention.refill_share_per_month", 0.1)
    found = answer("retention.lapse_share_per_month", 900, scenario=leaking)
    assert found.feasible and found.present > 900 >= found.reached
    assert result("retention.lapse_share_per_month", below(found.value), scenario=leaking) > 900


def test_a_present_value_that_already_gives_it_stays():
    found = answer(OPD, 1256)
    assert (found.feasible, found.reason, found.value, found.reached) == (True, "already", 0.0, 1256.0)


@pytest.mark.parametrize(
    "lever",
    ["participation.other.new_units_per_month", "monev.every_months", "uncertainty.seed", "risk.fatal_share"],
)
def test_a_lever_without_effect_says_so_and_stays_where_it_is(lever):
    found = answer(lever, 2069)
    assert (found.feasible, found.reason) == (False, "no_effect")
    assert found.value == setting_value(PLEDGES, lever) and found.reached == 1256


def test_a_rate_that_is_estimated_is_sought_from_its_estimate():
    found = answer("risk.deaths_per_1000_year", 1.0, metric="claims_ratio", month="2027-08")
    assert found.feasible and 2 < found.value < 5.06
    assert found.reached == pytest.approx(1.0)


def test_a_result_that_does_not_exist_is_reported_as_undefined():
    nobody = Regency([unit("A", "opd", 50)], [("2025-08", 0)], 0).baseline()
    found = answer("risk.fatal_share", 1.0, metric="claims_ratio", baseline=nobody)
    assert (found.feasible, found.reason, found.value, found.reached) == (False, "undefined", None, None)
    assert str(seek_sentence(found, "id")) == "Tidak dapat dihitung: hasilnya tidak ada pada bulan itu."


def test_the_length_of_the_projection_can_be_sought_without_harm():
    found = answer("horizon_months", 2069)
    assert (found.feasible, found.reason) == (False, "no_effect")


@pytest.mark.parametrize(
    "changes, words",
    [
        ({"metric": "units"}, "--metric"),
        ({"lever": "target.month"}, "--lever"),
        ({"lever": "participation.opd"}, "--lever"),
        ({"lever": "name"}, "--lever"),
        ({"month": "2027-09"}, "--month"),
        ({"month": "2025-07"}, "--month"),
        ({"month": "soon"}, "--month"),
        ({"value": math.inf}, "--value"),
        ({"value": math.nan}, "--value"),
    ],
)
def test_a_question_without_sense_is_refused(changes, words):
    with pytest.raises(UserError) as refused:
        answer(**({"lever": OPD, "value": 2069.0} | changes))
    assert [p.where for p in refused.value.problems] == [words]


@examples(40)
@given(data=st.data(), case=cases())
def test_whatever_is_called_reached_is_reached(data, case):
    content, regency = case
    scenario, baseline = Scenario.model_validate(content), regency.baseline()
    lever = data.draw(
        st.sampled_from(
            [
                path
                for path, d in SETTINGS.items()
                if d.kind in ("int", "float") and not path.startswith("uncertainty")
            ]
        )
    )
    metric = data.draw(st.sampled_from(sorted(METRICS)))
    at = data.draw(st.integers(0, min(scenario.horizon_months, month_number(LAST_MONTH) - baseline.month)))
    series = METRICS[metric].series(project(scenario, baseline, PROGRAMME))
    wanted = float(np.nan_to_num(series[at])) * data.draw(st.floats(0, 3)) + data.draw(
        st.sampled_from([0.0, 0.1, 50.0, 1e6])
    )
    found = seek(scenario, baseline, PROGRAMME, metric, month_name(baseline.month + at), wanted, lever)
    assert all(str(seek_sentence(found, lang)) for lang in LANGUAGES)
    if found.value is None:
        assert not found.feasible and found.reason == "undefined"
        return
    declared = SETTINGS[lever]
    assert declared.low <= found.value <= declared.high
    value = int(found.value) if declared.kind == "int" else found.value
    assert value == found.value
    again = METRICS[metric].series(project(with_value(scenario, lever, value), baseline, PROGRAMME))
    again = float(again[at]) if at < len(again) else math.nan
    assert again == found.reached
    if found.reason == "already":
        assert found.reached == wanted
    elif found.feasible:
        assert found.reached <= wanted if found.present > wanted else found.reached >= wanted
    else:  # then no obvious value reaches it either
        for end in (declared.low, declared.high):
            there = METRICS[metric].series(project(with_value(scenario, lever, end), baseline, PROGRAMME))
            if at < len(there) and not math.isnan(there[at]):
                assert (there[at] > wanted) if found.present > wanted else (there[at] < wanted)


# ---- several levers


def test_levers_move_together_the_same_share_of_their_way():
    half_way = with_values(PLEDGES, {OPD: 0.4, KECAMATAN: 0.7})
    found = seek(half_way, KENDAL, PROGRAMME, "enrolled", "2026-12", 2069.0, OPD, KECAMATAN)
    shares = [(found.values[OPD] - 0.4) / 0.6, (found.values[KECAMATAN] - 0.7) / 0.3]
    assert found.feasible and shares[0] == pytest.approx(shares[1]) and 0 < shares[0] < 1
    p = project(with_values(half_way, found.values), KENDAL, PROGRAMME)
    assert p.enrolled[16] == found.reached == pytest.approx(2069)


def test_each_lever_goes_to_the_bound_that_helps_and_one_that_does_nothing_stays():
    leaking = with_values(
        PLEDGES, {"retention.lapse_share_per_month": 0.05, "retention.refill_share_per_month": 0.2}
    )
    paths = ("retention.lapse_share_per_month", "retention.refill_share_per_month", "monev.every_months")
    found = seek(leaking, KENDAL, PROGRAMME, "enrolled", "2026-12", 1100.0, *paths)
    lapse, refill, every = (found.values[path] for path in paths)
    assert found.feasible and lapse < 0.05 and refill > 0.2 and every == leaking.monev.every_months
    assert (0.05 - lapse) / 0.05 == pytest.approx((refill - 0.2) / 0.8)


def test_further_values_that_give_the_result_are_reported():
    # a rise of 961 workers over n months brings 961 / n in the sixth, and none where it takes five or fewer
    ramp = "participation.opd.ramp_months"
    rising = with_values(PLEDGES, {OPD: 0.8, ramp: 60})
    found = seek(rising, KENDAL, PROGRAMME, "joined", "2026-02", 50.0, ramp)
    enough = [n for n in range(1, 61) if result(ramp, n, "joined", "2026-02", rising) >= 50]
    assert enough[0] == 6 and enough == list(range(6, enough[-1] + 1))
    assert (found.value, found.others) == (enough[-1], (6.0,))
    assert "Nilai lain yang juga memberi hasil itu: 6." in str(seek_sentence(found, "id"))


@pytest.mark.parametrize("value", [900.0, 2069.0, 5000.0])
@pytest.mark.parametrize("other", [OPD, "growth.push_share", "delivery.realised_share"])
def test_beside_meetings_without_end_the_nearest_result_is_no_worse_than_the_present_one(other, value):
    # every month since 2010, so that the largest number in a file was over long before the baseline
    endless = {"monev.first_month": "2010-01", "monev.every_months": 1, "monev.meetings": None}
    plan = with_values(PLEDGES, endless | {"monev.new_opd": 1, "growth.push_share": 0.05})
    now = project(plan, KENDAL, PROGRAMME).enrolled[16]
    found = seek(plan, KENDAL, PROGRAMME, "enrolled", "2026-12", value, "monev.meetings", other)
    assert found.present == now and abs(found.reached - value) <= abs(now - value)
    assert project(with_values(plan, found.values), KENDAL, PROGRAMME).enrolled[16] == found.reached


@pytest.mark.parametrize("levers", [(OPD, OPD), (OPD, "name")])
def test_levers_without_sense_are_refused(levers):
    with pytest.raises(UserError) as refused:
        seek(PLEDGES, KENDAL, PROGRAMME, "enrolled", "2026-12", 2069.0, *levers)
    assert [p.where for p in refused.value.problems] == ["--lever"]


# ---- with a wanted chance


def chance_of(found, value, metric="enrolled", scenario=PLEDGES, draws=1000):
    """The share of draws that reach a value with the levers as found, in a new simulation."""
    changed = with_values(scenario, found.values)
    simulation = simulate(changed, KENDAL, PROGRAMME, draws, money=False)
    return simulation.chance(metric, 16, value)


def likely(value, chance, *levers, metric="enrolled", scenario=PLEDGES, draws=1000):
    return seek(scenario, KENDAL, PROGRAMME, metric, "2026-12", value, *levers, limits=Limits(chance, draws))


@pytest.mark.parametrize("levers", [(OTHER,), (OPD, KECAMATAN, OTHER)])
@pytest.mark.parametrize("metric, value", [("enrolled", 2069.0), ("coverage_share", 0.2)])
def test_four_of_five_draws_reach_it_and_with_any_less_they_do_not(levers, metric, value):
    found = likely(value, 0.8, *levers, metric=metric)
    assert found.feasible and found.reason == "reached"
    assert found.chance == chance_of(found, value, metric) >= 0.8
    less = {path: share * (1 - 1e-6) for path, share in found.values.items()}
    simulation = simulate(with_values(PLEDGES, less), KENDAL, PROGRAMME, 1000, money=False)
    assert simulation.chance(metric, 16, value) < 0.8
    assert found.planned and all(found.planned[path] < found.values[path] for path in levers)
    assert found.reached > value  # plans fall short in most draws
    assert str(seek_sentence(found, "id")).startswith("Agar peluangnya 4 dari 5: ")


@pytest.mark.parametrize("value", [2069.0, 1000.0])  # to be reached, and reached already
def test_of_too_few_draws_it_is_reported_that_they_are(value):
    few, enough = (str(seek_sentence(likely(value, 0.8, OTHER, draws=n), "id")) for n in (199, 200))
    assert few.endswith(
        "Simulasinya hanya 199, terlalu sedikit untuk area dan peluang yang dapat diandalkan: pakai 1.000 atau lebih."
    )
    assert "terlalu sedikit" not in enough


def test_more_draws_than_few_are_closed_in_on_too():
    found = likely(2069.0, 0.7, OTHER, draws=3000)
    assert found.chance == chance_of(found, 2069.0, draws=3000) >= 0.7
    assert found.chance <= 0.7 + 2 / 3000


def test_a_chance_that_no_value_gives_is_reported_with_the_best():
    found = likely(2069.0, 0.8, OPD)
    assert (found.feasible, found.reason, found.value) == (False, "not_reachable", 1.0)
    assert found.chance == chance_of(found, 2069.0) < 0.4


def test_a_chance_there_is_already_needs_no_move():
    found = likely(1000.0, 0.5, OPD)
    assert (found.feasible, found.reason, found.value) == (True, "already", 0.0)
    assert found.chance == chance_of(found, 1000.0) >= 0.5


def test_a_lever_that_is_drawn_cannot_be_moved_and_one_without_effect_says_so():
    drawn = likely(2069.0, 0.5, "delivery.realised_share")
    assert (drawn.feasible, drawn.reason, drawn.value) == (False, "drawn", 1.0)
    idle = likely(2069.0, 0.5, "monev.every_months")
    assert (idle.feasible, idle.reason) == (False, "no_effect")


def test_a_setting_that_could_be_drawn_but_has_no_range_is_a_lever():
    ranges = [one for one in PLEDGES.uncertainty.ranges if one.setting != "delivery.realised_share"]
    fixed = with_values(PLEDGES, {OPD: 1.0, KECAMATAN: 1.0, OTHER: 0.2, "delivery.realised_share": 0.1})
    fixed = with_values(fixed, {"uncertainty.ranges": tuple(one.model_dump() for one in ranges)})
    found = likely(2069.0, 0.5, "delivery.realised_share", scenario=fixed)
    assert found.reason == "reached" and 0.1 < found.value < 1
    assert found.chance == chance_of(found, 2069.0, scenario=fixed) >= 0.5


def test_the_fewest_new_units_are_sought_in_whole_numbers():
    joining = with_values(PLEDGES, {OPD: 1.0, KECAMATAN: 1.0})
    found = likely(2000.0, 0.5, "monev.new_opd", scenario=joining)
    assert found.feasible and isinstance(found.value, int)
    fewer = with_values(joining, {"monev.new_opd": found.value - 1})
    assert simulate(fewer, KENDAL, PROGRAMME, 1000, money=False).chance("enrolled", 16, 2000.0) < 0.5
    assert chance_of(found, 2000.0, scenario=joining) >= 0.5


def test_a_setting_that_draws_hang_on_is_drawn_anew():
    open_plans = with_values(PLEDGES, {OPD: 1.0, KECAMATAN: 1.0, OTHER: 0.12})
    found = likely(2069.0, 0.9, "uncertainty.leadership_correlation", scenario=open_plans)
    assert found.chance == chance_of(found, 2069.0, scenario=open_plans)


@pytest.mark.parametrize("value", [1400.0, 1800.0])  # reached already, and to be reached
def test_a_chance_is_sought_where_the_push_of_meetings_alone_is_drawn(value):
    fading = load("dorongan-yang-meluruh").scenario
    push = tuple(one for one in fading.uncertainty.ranges if one.setting == "growth.push_share")
    certain = {"risk.deaths_per_1000_year": 5.0, "uncertainty.mortality_year_cv": 0.0}
    drawn = with_values(fading, certain | {"uncertainty.ranges": push})
    found = seek(drawn, KENDAL, PROGRAMME, "enrolled", "2026-06", value, OPD, limits=Limits(0.8, 300))
    there = simulate(with_values(drawn, found.values), KENDAL, PROGRAMME, 300, money=False)
    assert found.feasible and found.chance == there.chance("enrolled", 10, value) >= 0.8


@pytest.mark.parametrize(
    "lever, stem, value, chance",
    [
        ("uncertainty.leadership_correlation", "komitmen-september", 1200.0, 0.8),
        ("uncertainty.leadership_correlation", "dua-puluh-persen-2026", 1800.0, 0.8),
        ("uncertainty.unit_variance_share", "komitmen-september", 1200.0, 0.5),
        ("uncertainty.unit_variance_share", "dua-puluh-persen-2026", 1800.0, 0.8),
        ("risk.prior_person_years", "dua-puluh-persen-2026", 1280.0, 0.9),
        ("risk.prior_person_years", "dua-puluh-persen-2026", 1620.0, 0.9),
    ],
)
def test_what_moves_the_spread_is_never_reported_with_less_of_a_chance_than_there_is(
    lever, stem, value, chance
):
    scenario = load(stem).scenario
    found = likely(value, chance, lever, scenario=scenario, draws=200)
    now = simulate(scenario, KENDAL, PROGRAMME, 200, money=False).chance("enrolled", 16, value)
    assert found.reason == "not_reachable" and now <= found.chance < chance


@pytest.mark.parametrize("value, enough", [(1150.0, "already"), (1200.0, "reached")])
def test_an_empty_death_rate_gives_a_chance_already_only_where_so_many_draws_of_the_scenario_do(
    value, enough
):
    # 95 and 93.25 % of 400 draws; with the estimate typed in, 94.5 and 93.5 %
    scenario = load("dua-puluh-persen-2026").scenario
    now = simulate(scenario, KENDAL, PROGRAMME, 400, money=False).chance("enrolled", 16, value)
    wanted = 0.95 if enough == "already" else 0.935
    found = likely(value, wanted, "risk.deaths_per_1000_year", scenario=scenario, draws=400)
    assert (now >= wanted, found.reason) == (enough == "already", enough)
    assert found.chance == now or enough == "reached" and found.chance >= wanted > now


@pytest.mark.parametrize(
    "changes, option",
    [
        ({"chance": 0.0}, "--chance"),
        ({"chance": 1.1}, "--chance"),
        ({"draws": 0}, "--draws"),
        ({"metric": "joined"}, "--metric"),
    ],
)
def test_a_chance_without_sense_is_refused(changes, option):
    arguments = {"metric": "enrolled", "chance": 0.5, "draws": 10} | changes
    with pytest.raises(UserError) as refused:
        likely(2069.0, arguments["chance"], OPD, metric=arguments["metric"], draws=arguments["draws"])
    assert [p.where for p in refused.value.problems] == [option]


# ---- under a budget


def paid_more(found, scenario=PLEDGES):
    now, then = (project(s, KENDAL, PROGRAMME) for s in (scenario, with_values(scenario, found.values)))
    return then.contributions_idr[16] - now.contributions_idr[16]


def budgeted(budget, *levers, scenario=PLEDGES, chance=None):
    arguments = ("enrolled", "2026-12", 2069.0, *levers)
    return seek(scenario, KENDAL, PROGRAMME, *arguments, limits=Limits(chance, budget_idr=budget))


def test_a_budget_that_is_enough_changes_nothing():
    # 813 workers at Rp 8,400 in a month of relief
    assert budgeted(813 * 8400.0, OPD) == budgeted(None, OPD)


@pytest.mark.parametrize("levers", [(OPD,), (OPD, OTHER)])
def test_a_budget_that_is_not_enough_is_spent_to_its_end(levers):
    found = budgeted(400 * 8400.0, *levers)
    assert (found.feasible, found.reason) == (False, "over_budget")
    assert paid_more(found) == pytest.approx(400 * 8400) and paid_more(found) <= 400 * 8400 + 1e-3
    assert found.reached == pytest.approx(1256 + 400)


def test_whole_units_stay_within_the_budget():
    joining = with_values(PLEDGES, {OPD: 1.0, "monev.every_months": 12})
    budget = 3 * 84 * 8400.0
    found = seek(
        joining,
        KENDAL,
        PROGRAMME,
        "enrolled",
        "2026-12",
        2900.0,
        "monev.new_opd",
        limits=Limits(budget_idr=budget),
    )
    more = with_values(joining, {"monev.new_opd": found.value + 1})
    assert found.reason == "over_budget" and paid_more(found, joining) <= budget
    now, then = (project(s, KENDAL, PROGRAMME).contributions_idr[16] for s in (joining, more))
    assert then - now > budget


def test_a_chance_is_sought_as_far_as_the_budget_lasts():
    found = budgeted(2000 * 8400.0, OTHER, chance=0.8)
    assert found.reason == "over_budget" and found.chance == chance_of(found, 2069.0) < 0.8
    assert paid_more(found) == pytest.approx(2000 * 8400)
    with pytest.raises(UserError):
        budgeted(-1.0, OPD)
