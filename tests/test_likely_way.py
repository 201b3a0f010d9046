"""The floor for a chance of four in five, next to the floor if everything goes to plan."""

from explaining import context_of
from regency import PROGRAMME

from simulator.model.projection import project
from simulator.model.scenario import with_values
from simulator.model.simulation import simulate
from simulator.planning.likely_way import LIKELY, likely_ways
from simulator.planning.what_it_takes import what_it_takes
from simulator.report.sentences.ways import likely_sentence
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load

KENDAL = read_baseline_named("kendal-2025-08")
PLEDGES = with_values(load("komitmen-september").scenario, {"target.month": "2026-12"})
NOVEMBER = 2026 * 12 + 10


def chance(scenario):
    simulation = simulate(scenario, KENDAL, PROGRAMME, 1000, money=False)
    assert simulation.target_chance is not None
    return simulation.target_chance


def test_the_first_way_cannot_and_the_first_that_can_is_reported_beside_it():
    answer = what_it_takes(PLEDGES, KENDAL, PROGRAMME)
    first, other = likely_ways(answer, PROGRAMME, 0)
    assert (first.way, first.value, first.reason) == (answer.first, 1.0, "not_reachable")
    assert first.chance == chance(first.projection.scenario) < LIKELY
    assert other.reason == "reached" and other.chance == chance(other.projection.scenario) >= LIKELY
    assert other.value > other.way.value
    less = with_values(other.projection.scenario, {path: other.value * (1 - 1e-6) for path in other.paths})
    assert chance(less) < LIKELY
    c = context_of(project(PLEDGES, KENDAL, PROGRAMME))
    assert str(likely_sentence(c, first, "id")) == (
        "Peluang 4 dari 5 tidak tercapai dengan cara ini: paling besar sekitar 1 dari 5"
        " bila setiap OPD yang ikut mencapai minimal 100 % ASN-nya dalam 12 bulan."
    )
    text = str(likely_sentence(c, other, "en"))
    assert text.startswith("For a chance of 4 in 5, if these ranges are right: other ASN reach at least 39 %")
    assert text.endswith("not 15.8 %.")


def test_of_a_target_that_the_line_meets_the_floors_for_a_likely_one_are_reported():
    plan = with_values(PLEDGES, {"target.month": "2026-12", "participation.opd.target_share": 0.8})
    answer = what_it_takes(plan, KENDAL, PROGRAMME)
    assert answer.status.met and chance(plan) < 0.1
    first, other = likely_ways(answer, PROGRAMME, NOVEMBER)
    assert (first.way.lever, first.value, first.reason) == ("opd", 1.0, "not_reachable")
    assert other.reason == "reached" and other.chance == chance(other.projection.scenario) >= LIKELY
    assert other.projection.scenario.participation.opd.target_share == 0.8
    c = context_of(project(plan, KENDAL, PROGRAMME))
    texts = [str(likely_sentence(c, one, "id")) for one in (first, other)]
    assert texts[0].startswith("Peluang 4 dari 5 tidak tercapai dengan cara ini: paling besar ")
    assert texts[1].startswith("Agar peluangnya 4 dari 5 bila rentang ini benar: ASN lainnya")
    assert texts[1].endswith("bukan 0 %.")


def test_where_the_chance_is_good_enough_it_is_reported_alone():
    met = with_values(PLEDGES, {"target.month": "2026-12", "target.coverage_share": 0.07})
    (only,) = likely_ways(what_it_takes(met, KENDAL, PROGRAMME), PROGRAMME, NOVEMBER)
    c = context_of(project(met, KENDAL, PROGRAMME))
    assert only.reason == "already" and only.chance == chance(met) >= LIKELY
    assert str(likely_sentence(c, only, "id")).startswith("Peluangnya ")


def test_a_target_whose_month_is_over_or_ways_that_are_over_need_no_chance():
    met = with_values(PLEDGES, {"target.coverage_share": 0.1, "target.month": "2025-09"})
    assert likely_ways(what_it_takes(met, KENDAL, PROGRAMME), PROGRAMME, NOVEMBER) == ()
    assert likely_ways(what_it_takes(PLEDGES, KENDAL, PROGRAMME), PROGRAMME, NOVEMBER + 24) == ()
    everything = {f"participation.{segment}.target_share": 1.0 for segment in ("opd", "kecamatan", "other")}
    most = with_values(PLEDGES, everything | {"target.month": "2026-12"})
    assert likely_ways(what_it_takes(most, KENDAL, PROGRAMME), PROGRAMME, NOVEMBER) == ()
