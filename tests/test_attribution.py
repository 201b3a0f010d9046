"""Why two scenarios differ: parts that can be checked by hand, add up, and depend on no order."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from regency import PROGRAMME, Regency, unit
from strategies import examples, overrides, regencies, scenarios, values

from simulator.errors import UserError
from simulator.model.metrics import METRICS
from simulator.model.months import month_number
from simulator.model.parts import Override
from simulator.model.projection import project
from simulator.model.scenario import (
    SETTINGS,
    Scenario,
    changed_settings,
    setting_value,
    with_override,
    with_value,
    with_values,
)
from simulator.planning import attribution
from simulator.planning.attribution import APART, MOST_PLAYERS, attribute, mean_moves, months_of_both
from simulator.planning.by_unit import BY_UNIT
from simulator.planning.players import OF_SEGMENT, by_block, players
from simulator.planning.rounding import adding_up
from simulator.report.charts.waterfall import waterfall_of
from simulator.report.explain.explanation import explain
from simulator.report.sentences.attribution import why_differ
from simulator.report.sentences.ranges import range_name
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load
from simulator.ui.chart import waterfall
from simulator.words import LANGUAGES
from simulator.words.attribution import metric_name
from simulator.words.errors import problem_text
from simulator.words.numbers import shown
from tests.explaining import context_of

RESTING = load("komitmen-september").scenario
ONE_OPD = Regency([unit("A", "opd", 100, enrolled=50)], [("2025-08", 50)], 0)
DECEMBER = month_number("2026-12")


def projected(scenario, baseline=None):
    return project(scenario, baseline or read_baseline_named(scenario.baseline), PROGRAMME)


def shipped(stem):
    return projected(load(stem).scenario)


def answered(a, b, metric, lang, names=None):
    return why_differ(context_of(a), context_of(b), metric, DECEMBER, lang, names)


def worded_table(table, lang):
    return [worded for row in table.rows for worded in (str(row.cells[0]), shown(row.cells[1], lang))]


def parts_of(found):
    """The value of each part by the key of its player."""
    return {part.player.key: part.value for part in found.parts}


def largest(found):
    """The number to which the tolerance of 1e-9 is relative: the largest one involved."""
    return max(abs(found.before), abs(found.after), *(abs(part.value) for part in found.parts), 1e-300)


# ---- worked by hand


def test_the_value_of_a_game_worked_by_hand():
    # neither 0; first alone 1; second alone 2; both 6.
    # First: ½·1 + ½·(6 − 2) = 2.5; second: ½·2 + ½·(6 − 1) = 3.5
    moves = mean_moves(np.array([0.0, 1.0, 2.0, 6.0]))  # changed alone, then after the other
    assert moves.tolist() == [[1.0, 4.0], [2.0, 5.0]] and moves.mean(1).tolist() == [2.5, 3.5]
    assert mean_moves(np.array([7.0])).tolist() == []


def test_a_floor_and_more_workers_per_asn_share_what_only_both_bring():
    """100 ASN, 50 enrolled; only both changes together bring 200 workers.

    A floor of 100 % alone brings 100 workers, 2 workers per ASN alone changes nothing: (50 + 150) ÷ 2
    and (0 + 100) ÷ 2.
    """
    baseline = ONE_OPD.baseline()
    a = with_values(
        RESTING,
        {
            "participation.opd.ramp_months": 1,
            "participation.opd.target_share": 0.0,
            "participation.opd.workers_per_asn": 1.0,
        },
    )
    b = with_values(a, {"participation.opd.target_share": 1.0, "participation.opd.workers_per_asn": 2.0})
    found = attribute(
        projected(a, baseline), projected(b, baseline), PROGRAMME, "enrolled", baseline.month + 3
    )
    assert (found.before, found.after) == (pytest.approx(50), pytest.approx(200))
    assert parts_of(found) == {
        "participation.opd.target_share": pytest.approx(100),
        "participation.opd.workers_per_asn": pytest.approx(50),
    }
    assert dict(found.by_segment) == {"opd": pytest.approx(150)}


def test_one_changed_setting_is_the_whole_difference_of_kendal():
    """The partly participating OPD reach 70.1 % of their ASN: 813 more workers in December 2026."""
    found = attribute(
        shipped("komitmen-september"), shipped("dua-puluh-persen-2026"), PROGRAMME, "enrolled", DECEMBER
    )
    assert parts_of(found) == {
        "participation.opd.target_share": pytest.approx(found.total),
        "participation.opd.ramp_months": 0.0,
    }
    assert found.without_part == ("target.month",) and not found.grouped
    assert [(row.key, round(value)) for row, value in found.by_group if value] == [("opd-partial", 813)]


def test_the_contribution_of_a_member_is_split_by_hand():
    """Rp 16,800 a member before; after: income base Rp 2 million instead of 1, and JHT.

    On the higher base, JKK is 20,000 + JKM 6,800. JHT adds 2 % of the base: 20,000, or 40,000 on the higher
    base.
    """
    baseline = ONE_OPD.baseline()
    a = with_values(
        RESTING,
        {
            "contribution.relief_applies": False,
            "contribution.include_jht": False,
            "contribution.income_base_idr": 1_000_000.0,
        },
    )
    b = with_values(a, {"contribution.include_jht": True, "contribution.income_base_idr": 2_000_000.0})
    found = attribute(
        projected(a, baseline), projected(b, baseline), PROGRAMME, "contributions_idr", baseline.month + 1
    )
    jht, base = (20_000 + 40_000) / 2, (10_000 + 30_000) / 2
    assert parts_of(found) == {
        "contribution.include_jht": pytest.approx(50 * jht),
        "contribution.income_base_idr": pytest.approx(50 * base),
    }


# ---- identities over random scenarios


@st.composite
def pairs(draw, most=4):
    """Two scenarios over one regency that differ in some settings, or in the overrides of some units."""
    regency = draw(regencies(first_month="2020-01"))
    a = Scenario.model_validate(draw(scenarios(regency)))
    paths = draw(st.lists(st.sampled_from(sorted(SETTINGS)), min_size=1, max_size=most, unique=True))
    b = with_values(a, {path: draw(values(SETTINGS[path], regency.month)) for path in paths})
    if draw(st.booleans()):
        b = with_values(b, {"overrides": draw(overrides(regency))[:2]})
    baseline = regency.baseline()
    a, b = projected(a, baseline), projected(b, baseline)
    first, last = months_of_both(a, b)
    return a, b, draw(st.sampled_from(sorted(METRICS))), draw(st.integers(first, last))


def attributed(a, b, metric, month):
    """The attribution, or None if the result does not exist."""
    try:
        return attribute(a, b, PROGRAMME, metric, month)
    except UserError as error:
        assert [problem.code for problem in error.problems] == [
            "undefined_result"
        ] and metric == "claims_ratio"
        return None


@given(pairs())
@examples(60)
def test_parts_add_up_to_the_difference_and_so_do_segments_and_rows(pair):
    a, b, metric, month = pair
    found = attributed(*pair)
    if found is None:
        return
    tolerance = 1e-9 * largest(found)
    assert abs(sum(part.value for part in found.parts) - found.total) <= tolerance
    assert (
        found.total
        == METRICS[metric].series(b)[month - b.baseline.month]
        - METRICS[metric].series(a)[month - a.baseline.month]
    )
    for split in (found.by_segment, found.by_group):
        assert (metric not in BY_UNIT and split == ()) or abs(
            sum(value for _, value in split) - found.total
        ) <= tolerance
    assert {path for path, *_ in changed_settings(a.scenario, b.scenario)} == {
        path for part in found.parts for path in part.player.settings
    } | set(found.without_part)


@given(pairs())
@examples(40)
def test_the_other_way_round_every_part_is_the_opposite(pair):
    a, b, metric, month = pair
    forth, back = attributed(a, b, metric, month), attributed(b, a, metric, month)
    assert (forth is None) == (back is None)
    if forth:
        assert parts_of(back).keys() == parts_of(forth).keys()
        assert all(
            abs(parts_of(back)[key] + value) <= 1e-9 * largest(forth)
            for key, value in parts_of(forth).items()
        )


@given(pairs(most=3))
@examples(30)
def test_a_part_is_the_mean_over_every_order_of_the_changes(pair):
    """Compared with the definition: every order, one change after the other, on the whole projection."""
    a, b, metric, month = pair
    found = attributed(*pair)
    if found is None:
        return
    at, moved = month - a.baseline.month, {part.player.key: [] for part in found.parts}
    steps = {part.player.key: part.player.settings for part in found.parts}
    for order in permutations(steps):
        scenario, before = a.scenario, found.before
        for key in order:
            for path in steps[key]:
                if path.startswith("overrides."):
                    code = path.removeprefix("overrides.")
                    nothing = Override(unit=code, target_share=None, workers_per_asn=None, join_month=None)
                    scenario = with_override(
                        scenario, next((o for o in b.scenario.overrides if o.unit == code), nothing)
                    )
                else:
                    scenario = with_value(scenario, path, setting_value(b.scenario, path))
            after = METRICS[metric].series(projected(scenario, a.baseline))[at]
            moved[key].append(after - before)
            before = after
    assert all(
        abs(np.mean(moved[part.player.key]) - part.value) <= 1e-9 * largest(found) for part in found.parts
    )


@pytest.mark.parametrize("metric", sorted(APART))
def test_segments_computed_apart_give_the_parts_of_whole_projections_with_fewer_of_them(metric, monkeypatch):
    a, other = shipped("semua-100-persen"), load("tren-123-per-bulan").scenario
    changes = {"delivery.realised_share": 0.6, "retention.lapse_share_per_month": 0.04}
    b = projected(with_values(other, changes))
    made = []
    monkeypatch.setattr(attribution, "project", lambda *given: made.append(given) or project(*given))
    found = attribute(a, b, PROGRAMME, metric, DECEMBER)
    moving, _ = players(a, b, metric)
    assert len(moving) == (4 if metric in OF_SEGMENT else 8)
    assert len(made) <= 2 ** len(moving) / (1 if metric in OF_SEGMENT else 4)

    def worth(chosen):
        paths = [path for i, player in enumerate(moving) if chosen >> i & 1 for path in player.settings]
        mixed = with_values(a.scenario, {path: setting_value(b.scenario, path) for path in paths})
        return METRICS[metric].series(projected(mixed, a.baseline))[DECEMBER - a.baseline.month]

    expected = mean_moves(np.array([worth(chosen) for chosen in range(2 ** len(moving))])).mean(1)
    parts = parts_of(found)
    for player, value in zip(moving, expected):
        assert abs(parts[player.key] - value) <= 1e-9 * largest(found)


@given(st.data())
@examples(60)
def test_a_setting_listed_without_part_moves_the_metric_on_no_scenario(data):
    a, b, metric, month = data.draw(pairs(most=8))
    _, without_part = players(a, b, metric)
    settings = [path for path in without_part if not path.startswith("overrides.")]
    assume(settings)
    moved = projected(
        with_values(a.scenario, {path: setting_value(b.scenario, path) for path in settings}), a.baseline
    )
    before, after = (METRICS[metric].series(p)[month - p.baseline.month] for p in (a, moved))
    assert np.isnan(before) and np.isnan(after) or abs(after - before) <= 1e-9 * max(abs(before), abs(after))


@given(regencies(), st.data())
@examples(40)
def test_units_add_up_to_every_metric_that_is_a_sum(regency, data):
    p = projected(Scenario.model_validate(data.draw(scenarios(regency))), regency.baseline())
    t = data.draw(st.integers(0, len(p.months) - 1))
    assert METRICS.keys() - BY_UNIT.keys() == {"claims_ratio"}
    for metric, split in BY_UNIT.items():
        total = METRICS[metric].series(p)[t]
        assert split(p, t).sum() == pytest.approx(total, rel=1e-9, abs=1e-9)


# ---- many settings, other data, no result


def test_more_than_twelve_are_counted_by_block_and_the_answer_says_so():
    a, b = (
        shipped("komitmen-september"),
        projected(
            with_values(
                load("komitmen-september").scenario,
                {
                    **{
                        f"participation.{s}.{name}": value
                        for s in ("opd", "kecamatan", "other")
                        for name, value in (
                            ("target_share", 0.5),
                            ("ramp_months", 6),
                            ("curve", "step"),
                            ("workers_per_asn", 1.5),
                        )
                    },
                    "retention.lapse_share_per_month": 0.02,
                },
            )
        ),
    )
    assert len(players(a, b, "enrolled")[0]) == 13 > MOST_PLAYERS
    found = attribute(a, b, PROGRAMME, "enrolled", DECEMBER)
    assert found.grouped and set(parts_of(found)) == {
        "participation.opd",
        "participation.kecamatan",
        "participation.other",
        "retention",
    }
    assert sum(parts_of(found).values()) == pytest.approx(found.total, rel=1e-9)
    assert "Lebih dari 12 pengaturan" in str(answered(a, b, "enrolled", "id").notes[1])
    twelve = projected(
        with_value(b.scenario, "retention.lapse_share_per_month", a.scenario.retention.lapse_share_per_month)
    )
    exact = attribute(a, twelve, PROGRAMME, "enrolled", a.baseline.month + 2)
    assert not exact.grouped and len(exact.parts) == 12


def test_every_block_there_can_be_is_few_enough():
    def other(declared, now):
        """Another value of a setting within its bounds."""
        if declared.kind == "switch":
            return not now
        if declared.kind == "month":
            return "2026-03"
        if declared.options:
            return next(option for option in declared.options if option != now)
        bound = declared.high if now != declared.high else declared.low
        return int(bound) if declared.kind == "int" else bound

    a = shipped("komitmen-september")
    changes = {path: other(declared, setting_value(a.scenario, path)) for path, declared in SETTINGS.items()}
    b = projected(with_values(a.scenario, changes))
    assert len(list(changed_settings(a.scenario, b.scenario))) == len(SETTINGS)
    found, _ = players(a, b, "payouts_idr")
    assert (
        len(found) > MOST_PLAYERS >= len(by_block(found)) + 2
    )  # room for overrides and data, if they differ too


def special(unit_code, **keys):
    return Override(
        **({"unit": unit_code, "target_share": None, "workers_per_asn": None, "join_month": None} | keys)
    )


def test_special_settings_of_units_nobody_published_figures_of_are_one_part_of_their_group():
    a = shipped("komitmen-september")
    b = projected(
        with_override(
            with_override(a.scenario, special("OPD-26", join_month="2025-11")),
            special("OPD-27", join_month="2026-01"),
        )
    )
    found = attribute(a, b, PROGRAMME, "enrolled", DECEMBER)
    (part,) = found.parts
    assert part.player.key == "overrides.opd-outside" and part.player.settings == (
        "overrides.OPD-26",
        "overrides.OPD-27",
    )
    answer = answered(a, b, "enrolled", "id")
    drawn = waterfall_of(answer, "id")
    assert str(answer.parts[0].name) == "Penetapan khusus 13 OPD belum ikut"
    places = [str(line.name) for lines in answer.groups.values() for line in lines]
    notes = [str(note) for note in answer.notes]
    explanation = explain(answer.parts[0].quantity.origin, "id")
    worded = (
        answer.sentence,
        drawn.alt,
        *worded_table(drawn.table, "id"),
        waterfall.figure(drawn, "id"),
        *notes,
        *places,
        explanation.title,
        explanation.formula,
        *explanation.notes,
    )
    assert "OPD-2" not in " ".join(map(str, worded))


def test_other_data_are_one_more_part():
    a = shipped("komitmen-september")
    b = projected(
        with_value(a.scenario, "participation.opd.target_share", 0.5),
        read_baseline_named("kendal-2025-08-38"),
    )
    found = attribute(a, b, PROGRAMME, "enrolled", DECEMBER)
    assert set(parts_of(found)) == {"baseline", "participation.opd.target_share"} and found.by_group == ()
    assert sum(parts_of(found).values()) == pytest.approx(found.total, rel=1e-9)
    assert dict(found.by_segment).keys() == {"opd", "kecamatan", "other"}


def test_data_in_which_a_special_setting_has_no_place_are_refused_in_words():
    a, example = shipped("komitmen-september"), load("contoh").scenario
    code = next(code for code in read_baseline_named("contoh").codes if code not in a.baseline.index)
    with pytest.raises(UserError) as refused:
        attribute(
            a,
            projected(with_override(example, special(code, target_share=0.5))),
            PROGRAMME,
            "enrolled",
            DECEMBER,
        )
    lines = [problem_text(problem, "id") for problem in refused.value.problems]
    assert any(
        f"'{code}', yang punya penetapan khusus, tidak ada pada data dasar kendal-2025-08" in line
        for line in lines
    )


@pytest.mark.parametrize(
    "metric, month, code",
    [
        ("people", DECEMBER, "not_one_of"),
        ("enrolled", month_number("2025-07"), "outside_projection"),
        ("enrolled", month_number("2027-09"), "outside_projection"),
    ],
)
def test_an_unknown_number_and_a_month_not_in_both_are_refused(metric, month, code):
    with pytest.raises(UserError) as refused:
        attribute(shipped("komitmen-september"), shipped("dua-puluh-persen-2026"), PROGRAMME, metric, month)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_a_ratio_where_nothing_is_paid_in_has_no_parts():
    baseline = Regency(
        [unit("A", "opd", 100, pledge_month="2025-10", pledge_workers=20)], [("2025-08", 0)], 0
    ).baseline()
    a, b = projected(RESTING, baseline), projected(with_value(RESTING, "risk.fatal_share", 0.5), baseline)
    with pytest.raises(UserError) as refused:
        attribute(a, b, PROGRAMME, "claims_ratio", baseline.month + 1)
    assert "claims_ratio" in problem_text(refused.value.problems[0], "en")
    assert attribute(a, b, PROGRAMME, "claims_ratio", baseline.month + 2).total > 0


# ---- words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("metric", METRICS)
def test_the_numbers_shown_add_up_in_every_metric(metric, lang):
    a, b = shipped("banyak-yang-berhenti"), shipped("semua-100-persen")
    answer = answered(a, b, metric, lang)
    drawn = waterfall_of(answer, lang)
    total = number(shown(answer.total.quantity, lang))

    def added(lines):
        return sum(number(shown(line.quantity, lang)) for line in lines)

    assert added(answer.parts) == pytest.approx(total, abs=1e-6)
    assert (answer.segments == {}) == (metric not in BY_UNIT)
    for split in (answer.segments.values(), [line for lines in answer.groups.values() for line in lines]):
        assert not split or added(split) == pytest.approx(total, abs=1e-6)
    assert added(answer.ends[1:]) - added(answer.ends[:1]) == pytest.approx(total, abs=1e-6)
    assert sum(part.exact for part in answer.parts) == pytest.approx(answer.total.exact, rel=1e-9)
    assert metric_name(metric, lang) in str(answer.sentence) and str(answer.ends[0].name) in drawn.alt
    figure, _ = waterfall.figure(drawn, lang)
    assert len(figure["data"][1]["x"]) == len(answer.parts) == len(drawn.table.rows) - 3


@pytest.mark.parametrize("metric", METRICS)
def test_each_number_is_explained_by_a_sum_that_gives_it(metric):
    answer = answered(shipped("banyak-yang-berhenti"), shipped("semua-100-persen"), metric, "id")
    places = [line for lines in answer.groups.values() for line in lines]
    lines = [*answer.ends, *answer.parts, answer.total, *answer.segments.values(), *places]
    for line in lines:
        explanation = explain(line.quantity.origin, "id")
        assert explanation.quantity.value == pytest.approx(
            line.quantity.value if line is answer.total else line.exact, rel=1e-9, abs=1e-9
        )
    part = explain(answer.parts[0].quantity.origin, "id")
    assert str(part.calculation).endswith(f"÷ {len(part.terms)}")
    assert answer.sentence.quantities and all(q.origin for q in answer.sentence.quantities)


def number(shown):
    """The value of a worded number in either language, with its scale applied."""
    scale = next(
        (
            scale
            for words, scale in (("miliar", 1e9), ("billion", 1e9), ("juta", 1e6), ("million", 1e6))
            if words in shown
        ),
        1.0,
    )
    digits = "".join(c for c in shown if c.isdigit() or c in ".,")
    parts = digits.replace(",", ".").split(".")
    whole = (
        parts[0]
        if len(parts) == 1
        else "".join(parts)
        if len(parts[-1]) == 3
        else f"{''.join(parts[:-1])}.{parts[-1]}"
    )
    return (-1 if "−" in shown else 1) * float(whole) * scale


def test_the_sentence_of_kendal():
    a, b = shipped("komitmen-september"), shipped("dua-puluh-persen-2026")
    assert (
        str(answered(a, b, "enrolled", "id", ("A", "B")).sentence)
        == "Desember 2026, Peserta: 1.256 menurut “A”, 2.069 menurut “B”; selisih +813 berasal dari Partisipasi minimal OPD: 0 % → 70,1 % (+813)."
    )
    assert str(answered(a, b, "enrolled_other", "en").sentence).endswith(
        "no setting that differs moves this number."
    )
    assert str(answered(a, b, "left", "en").sentence).endswith("the difference is too small to show.")


def test_a_setting_without_part_is_named_below():
    answer = answered(shipped("komitmen-september"), shipped("dua-puluh-persen-2026"), "enrolled", "id")
    assert (
        str(answer.notes[-1])
        == "Juga berbeda, tetapi tidak memengaruhi angka ini: Bulan sampai tercapai, OPD; Bulan target."
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_changed_range_has_no_part_and_is_named_below(lang):
    path = "retention.lapse_share_per_month"
    ranges = tuple(one for one in RESTING.uncertainty.ranges if one.setting != path)
    a, b = projected(RESTING), projected(with_values(RESTING, {"uncertainty.ranges": ranges}))
    assert attribute(a, b, PROGRAMME, "enrolled", DECEMBER).without_part == (f"uncertainty.ranges.{path}",)
    assert str(answered(a, b, "enrolled", lang).notes[-1]).endswith(f": {range_name(path, lang)}.")


@given(st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=12), st.floats(0, 1e4))
@examples(200)
def test_rounded_parts_always_add_up_and_nothing_stays_nothing(parts, before):
    after = before + sum(parts)
    total = int(np.floor(after + 0.5)) - int(np.floor(before + 0.5))
    shown = adding_up([*parts, 0.0], 1.0, total)
    assert shown[-1] == 0
    assert sum(shown) == total or not any(abs(part) > 1e-9 * max(1.0, abs(total)) for part in parts)
    assert all(abs(count - part) < 2 for count, part in zip(shown, parts))


@pytest.mark.parametrize(
    "metric, by, shown_as",
    [
        ("enrolled", 813.0, "+813"),
        ("payouts_idr", -9e6, "−Rp 9 juta"),
        ("coverage_share", 0.0786, "+7,86 poin"),
    ],
)
def test_a_difference_carries_its_sign_and_unit(metric, by, shown_as):
    answer = answered(shipped("komitmen-september"), shipped("dua-puluh-persen-2026"), metric, "id")
    assert shown(replace(answer.total.quantity, value=by, step=None), "id") == shown_as
