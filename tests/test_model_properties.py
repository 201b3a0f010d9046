"""What must hold for every scenario on every regency, tried over the whole range of every setting."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from regency import Regency, projected, projected_by_oracle, unit, with_units
from results import assert_close, assert_series_close, of_units, totals
from strategies import DEFAULTS, cases, changed, examples

from simulator.model.metrics import COLUMNS
from simulator.model.parts import SEGMENTS

# ---- two implementations of the model ----------------------------------------------------------------------


@examples(250)
@given(cases() | cases(kinds=("outside",)))
def test_program_and_plain_reading_agree(case):
    scenario, regency = case
    found, expected = projected(scenario, regency), projected_by_oracle(scenario, regency)
    assert_series_close(totals(found), {name: [row[name] for row in expected.rows] for name in COLUMNS})
    shape = (len(expected.rows), len(regency.units))
    of_oracle = {
        name: np.reshape([row[name] for row in expected.unit_rows], shape).T for name in of_units(found)
    }
    assert_series_close(of_units(found), of_oracle)


# ---- the queue, by hand ------------------------------------------------------------------------------


def starts(waiting, new_units_per_month):
    """Start months by code of waiting OPD, the same in both implementations; all start within five years."""
    scenario = changed(
        DEFAULTS, {"horizon_months": 60, "participation.opd.new_units_per_month": new_units_per_month}
    )
    regency = Regency(waiting, [("2025-08", 0)], 0)
    found = projected(scenario, regency).seats.start.tolist()
    assert found == projected_by_oracle(scenario, regency).start
    return {row["code"]: start for row, start in zip(waiting, found)}


def test_the_largest_unit_comes_first_and_among_equals_the_first_code():
    waiting = [unit("D", "opd", 20), unit("C", "opd", 50), unit("B", "opd", 20), unit("A", "opd", 10)]
    assert starts(waiting, new_units_per_month=1.0) == {"C": 1, "B": 2, "D": 3, "A": 4}


def test_a_fraction_of_a_unit_a_month_adds_up_to_a_whole_one_despite_rounding():
    waiting = [unit("A", "opd", 30), unit("B", "opd", 20)]
    assert starts(waiting, new_units_per_month=0.3333333333) == {"A": 3, "B": 6}
    assert 1 / 49 * 49 < 1
    assert starts(waiting[:1], new_units_per_month=1 / 49) == {"A": 49}


# ---- identities -------------------------------------------------------------------------------------


@examples(80)
@given(cases())
def test_members_roll_forward_and_parts_add_up(case):
    scenario, regency = case
    p = projected(scenario, regency)
    members, run = p.enrolment, totals(p)
    assert_close(p.enrolled[1:], p.enrolled[:-1] - members.left[1:] + members.joined[1:], "enrolled")
    assert members.left[0] == members.joined[0] == 0
    assert np.all(members.enrolled <= p.seats.seats * (1 + 1e-9) + 1e-9)
    assert np.all(members.kept <= members.enrolled + 1e-9)
    assert np.all(
        (p.over_36_months >= 0)
        & (p.over_36_months <= p.over_3_months + 1e-9)
        & (p.over_3_months <= p.enrolled)
    )
    assert_close(sum(run[f"enrolled_{segment}"] for segment in SEGMENTS), p.enrolled, "enrolled")
    assert_close(p.seats.seats[:, 0], [row["enrolled"] for row in regency.units], "seats")
    assert p.enrolled[0] == regency.history[-1][1]
    for name in ("enrolled", "contributions_idr", "payouts_idr"):
        assert_close(of_units(p)[name].sum(0), run[name], name)
    assert_close(run["payouts_idr"], run["jkm_payouts_idr"] + run["jkk_payouts_idr"], "payouts_idr")


@examples(40)
@given(cases(), st.data())
def test_a_shorter_horizon_is_a_prefix(case, data):
    scenario, regency = case
    shorter = data.draw(st.integers(1, scenario["horizon_months"]))
    long, short = projected(scenario, regency), projected(scenario | {"horizon_months": shorter}, regency)
    for series in (totals, of_units):
        assert_series_close(
            series(short), {name: whole[..., : shorter + 1] for name, whole in series(long).items()}
        )


@examples(40)
@given(cases(), st.data())
def test_the_order_of_units_does_not_matter(case, data):
    scenario, regency = case
    order = data.draw(st.permutations(range(len(regency.units))))
    p, other = (
        projected(scenario, regency),
        projected(scenario, regency._replace(units=[regency.units[i] for i in order])),
    )
    assert_series_close(totals(other), totals(p))
    assert_series_close(of_units(other), {name: series[order] for name, series in of_units(p).items()})


@examples(60)
@given(cases(), st.data())
def test_splitting_a_unit_that_does_not_queue_leaves_totals_unchanged(case, data):
    scenario, regency = case
    position = data.draw(st.sampled_from(range(len(regency.units))))
    parts = data.draw(st.integers(2, 4))
    one = regency.units[position]
    own = [override for override in scenario["overrides"] if override["unit"] == one["code"]]
    if not one["enrolled"] and not one["pledge_month"] and not (own and own[0]["join_month"]):
        own = [{"unit": one["code"], "target_share": None, "workers_per_asn": None, "join_month": "2026-01"}]
    others = [override for override in scenario["overrides"] if override["unit"] != one["code"]]
    whole = {name: one[name] * parts for name in ("asn", "enrolled", "pledge_workers") if one[name] != ""}
    split = [one | {"code": f"{one['code']}-{part}"} for part in range(parts)]

    together = projected(
        scenario | {"overrides": others + own},
        with_units(regency, [*regency.units[:position], one | whole, *regency.units[position + 1 :]]),
    )
    apart = projected(
        scenario | {"overrides": others + [own[0] | {"unit": part["code"]} for part in split if own]},
        with_units(regency, regency.units[:position] + split + regency.units[position + 1 :]),
    )
    assert_series_close(
        totals(apart), {name: series for name, series in totals(together).items() if name != "units_joined"}
    )


def test_splitting_a_queued_unit_slows_it_down_because_the_queue_counts_units():
    scenario = changed(
        DEFAULTS, {"participation.opd.new_units_per_month": 1.0, "participation.opd.entry_share": 0.5}
    )
    history = [("2025-08", 0)]
    whole = projected(scenario, Regency([unit("A", "opd", 100)], history, 0))
    halves = projected(scenario, Regency([unit("A", "opd", 50), unit("B", "opd", 50)], history, 0))
    assert [whole.enrolled[1], halves.enrolled[1]] == [50, 25]
