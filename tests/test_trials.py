"""The same assumptions where later counts are known: Selayar's two meetings, and Kendal's of June or July 2025."""

import json

import pytest

from simulator.errors import UserError
from simulator.model.actuals import NOTHING_RECORDED
from simulator.model.projection import project
from simulator.model.scenario import with_values
from simulator.planning.trials import closer, outcomes, pairs, scores
from simulator.report.explain.explanation import explain, quantity
from simulator.report.sentences.trials import named, trial_note, trial_sentences
from simulator.report.tables.trials import forecast_table, trial_table
from simulator.store.actuals_store import read_actuals
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.scenario_store import load
from simulator.store.trials_file import read_trials
from simulator.words import LANGUAGES
from simulator.words.numbers import shown
from tests.calculating import computed
from tests.explaining import context_of

PROGRAMME, SCENARIO = read_programme(), load("komitmen-september").scenario
C = context_of(project(SCENARIO, read_baseline_named(SCENARIO.baseline), PROGRAMME))
SHIPPED = read_trials()
BACKGROUND, PUSH, REPEAT, CEILING = 0.0005, 0.08, 0.1, 0.85  # half of a push takes effect within 2 months


def tried(scenario=SCENARIO):
    found = []
    for trial in SHIPPED.trials:
        baseline = read_baseline_named(trial.baseline)
        found += outcomes(
            trial, SHIPPED.growth, baseline, read_actuals(baseline.facts.region), scenario, PROGRAMME
        )
    return found


TRIED = tried()


def foreseen(method):
    return [round(one.foreseen, 1) for one in TRIED if one.method == method]


def test_nothing_changed_foresees_the_count_it_starts_from():
    assert foreseen("unchanged") == [206, 206, 468, 728, 728]


def test_a_straight_line_goes_on_through_the_two_counts_before():
    assert foreseen("trend") == [
        262.2,  # 206 in 22 months since May 2021: 206 + 206 ÷ 22 × 6
        327.7,  # 206 + 206 ÷ 22 × 13
        773.7,  # 468 + (468 − 206) ÷ 6 × 7
        728.7,  # 728 + (728 − 724) ÷ 11 × 2
        728.7,
    ]


def test_growth_follows_the_formula_of_one_unit_by_hand():
    """Half of a push has taken effect after 2 months: 1 − 2^(−3) of it after 6, 1 − 2^(−6.5) after 13."""

    def after(start, asn, untouched):
        return start + (CEILING * asn - start) * (1 - untouched)

    first, both = (
        (1 - PUSH) ** (1 - 2**-3),
        (1 - PUSH) ** (1 - 2**-6.5) * (1 - PUSH * REPEAT) ** (1 - 2**-3.5),
    )
    by_hand = [
        after(206, 3600, (1 - BACKGROUND) ** 6 * first),
        after(206, 3600, (1 - BACKGROUND) ** 13 * both),
        after(468, 3871, (1 - BACKGROUND) ** 7 * both / first),
    ]
    assert by_hand == pytest.approx([414.8, 468.0, 524.8], abs=0.05)
    assert [one.foreseen for one in TRIED if one.method == "growth"][:3] == pytest.approx(by_hand, abs=1e-3)


def test_kendals_units_outside_grow_not_and_a_later_meeting_brings_less_by_august():
    """Of the ASN of June 2025 those of 33 offices and the other ASN participate; none is full then."""
    baseline = read_baseline_named("kendal-2025-08")
    share, asn = 728 / 974, 10_292 / 10_345
    by_hand = [
        sum(
            unit.enrolled * share
            + max(0, CEILING * unit.asn * asn - unit.enrolled * share) * (1 - (1 - BACKGROUND) ** 2 * push)
            for unit in baseline.units
            if unit.enrolled
        )
        for push in ((1 - PUSH) ** (1 - 2**-1), (1 - PUSH) ** (1 - 2**-0.5))  # two months after it, or one
    ]
    assert foreseen("growth")[3:] == [1010.6, 897.7]
    assert by_hand == pytest.approx([1010.6, 897.7], abs=0.05)


def test_a_miss_is_reported_in_workers_and_as_a_share_of_the_asn_of_each_month():
    first = TRIED[0]
    assert first.error == 206 - 468 and first.points == pytest.approx(206 / 3600 - 468 / 3871)
    assert TRIED[6].error == 468 - 496 and TRIED[6].points == pytest.approx(468 / 3871 - 496 / 4157)  # above


def test_what_a_scenario_sets_does_not_reach_the_trials():
    moved = {
        "participation.opd.target_share": 1.0,
        "growth.push_share": 0.5,
        "retention.lapse_share_per_month": 0.2,
    }
    assert [o.foreseen for o in tried(with_values(SCENARIO, moved))] == pytest.approx(
        [o.foreseen for o in TRIED]
    )


def test_growth_misses_least_on_average_and_the_two_sentences_say_so_with_its_worst():
    unchanged, trend, growth = scores(TRIED)
    assert unchanged.mean_error == (262 + 290 + 28 + 246 + 246) / 5
    assert growth.mean_error < unchanged.mean_error < trend.mean_error
    assert (closer(growth, unchanged, of_asn=False), closer(growth, unchanged, of_asn=True)) == (4, 4)
    assert str(trial_sentences(C, TRIED, "id")) == (
        "Dengan angka pertumbuhan bawaan, 5 proyeksi meleset rata-rata 45 peserta (0,87 poin cakupan); tanpa "
        "perubahan 214 (3,48 poin), tren lurus 228 (4,07 poin). Paling jauh meleset: Kendal, bila rapat itu Juli "
        "2025, Agustus 2025, 76 peserta terlalu rendah; dibanding anggapan tanpa perubahan, hitungan pertumbuhan "
        "lebih dekat pada 4 dari 5 proyeksi menurut peserta, dan pada 4 menurut cakupan."
    )
    assert "the same for every place" in str(trial_note(C, SHIPPED.growth, "en"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_pair_of_counts_is_a_row_with_every_method_beside_what_came(lang):
    table = trial_table(C, TRIED, lang)
    assert len(table.rows) == len(pairs(TRIED)) == 5
    came, *missed = table.rows[0].cells[1:]
    minus = "−"
    assert [
        shown(quantity, lang).split()[0].replace(",", ".") for cell in (came, *missed) for quantity in cell
    ] == [
        *("468", "12.09"),
        *(f"{minus}262", f"{minus}6.37"),
        *(f"{minus}206", f"{minus}4.81"),
        *(f"{minus}53", f"{minus}0.57"),
    ]
    assert len(forecast_table(TRIED, lang).rows) == 15


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("one", TRIED, ids=lambda one: f"{one.method}-{one.start.month}-{one.end.month}")
def test_every_number_of_a_trial_is_explained_with_its_press(one, lang):
    about = {"outcome": one, "calendar": one.end.month, "name": named(one, lang)}
    keys = (
        "trial_foreseen",
        "trial_actual",
        "trial_coverage",
        "trial_error",
        "trial_distance",
        "trial_points",
    )
    for key in keys:
        made = quantity(C, key, **about)
        explanation = explain(made.origin, lang)
        assert explanation.quantity.value == made.value and explanation.sources
        if explanation.calculation:
            by_hand = computed(str(explanation.calculation).replace(" poin", ""), lang)
            assert by_hand == pytest.approx(made.number, rel=1e-5), key
    assert quantity(C, "trial_error", **about).value == one.error


def test_the_numbers_of_growth_are_those_of_the_shipped_scenario_and_of_its_twin():
    for stem in ("dorongan-yang-meluruh", "dorongan-tanpa-rakor-monev"):
        assert load(stem).scenario.growth == SHIPPED.growth


def test_a_broken_file_of_trials_is_refused_with_its_path(tmp_path):
    path = tmp_path / "trials.json"
    path.write_text(json.dumps({"trials": [{"title": {}, "baseline": "x", "meetings": None, "asn": []}]}))
    with pytest.raises(UserError) as refused:
        read_trials(path)
    assert {p.where for p in refused.value.problems} >= {"trials[0].meetings", "trials[0].asn"}


def test_a_month_that_is_not_recorded_any_more_is_left_out_of_its_trial():
    selayar = next(trial for trial in SHIPPED.trials if trial.baseline == "selayar-2023-03")
    baseline = read_baseline_named(selayar.baseline)
    assert outcomes(selayar, SHIPPED.growth, baseline, NOTHING_RECORDED, SCENARIO, PROGRAMME) == []
