"""One more Rakor Monev: its gain within a year, and how much less a later one gains."""

from dataclasses import replace

import numpy as np
import pytest

from simulator.model.months import month_name, month_number
from simulator.model.projection import project
from simulator.model.ranges import outside_ranges, with_usual_growth
from simulator.model.scenario import with_value, with_values
from simulator.model.simulation import simulate
from simulator.planning.one_more_rakor import askable_months, one_more_rakor, one_rakor_in
from simulator.report.explain.explanation import explain
from simulator.report.sentences.asks import plan_parts
from simulator.report.sentences.rakor import answer_sentences, brings_sentences
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES
from tests.calculating import computed
from tests.explaining import PROGRAMME, context_of

KENDAL = read_baseline_named("kendal-2025-08")
PLEDGES = load("komitmen-september").scenario
TODAY = KENDAL.month + 1  # September 2025
# Nobody dies or stops, so that only growth changes enrolment.
PUSH = {"growth.push_share": 0.1, "growth.push_repeat_factor": 0.5, "risk.deaths_per_1000_year": 0.0}


def answer_to(changes, today=TODAY):
    return one_more_rakor(with_values(PLEDGES, PUSH | changes), KENDAL, PROGRAMME, today)


def test_the_gain_is_what_the_formula_says_of_those_not_paying_yet():
    """The second of two, three months after the first: 974 + 282 participate, 83 × 13 and 18.5 × 7 are outside."""
    two, five = answer_to({"monev.first_month": "2025-11", "monev.meetings": 1})
    assert (two.number, two.month, two.judged) == (2, 6, 18)
    assert (five.number, five.month) == (5, 15)
    p = two.missed
    left = (p.seats.asn - p.seats.seats)[p.seats.start <= 18, 18].sum()  # after the first one
    assert two.gain == pytest.approx(left * (1 - (1 - 0.1 * 0.5) ** (1 - 0.5 ** (12 / 2))), rel=1e-9)
    assert 0 < five.gain < two.gain / 6  # 0.5 ** 3 of the first, and fewer are left


def test_without_end_it_is_the_next_that_is_not_past_and_the_gain_is_of_it_alone():
    (next_one, later) = answer_to({"monev.first_month": "2025-11"}, today=KENDAL.month + 4)
    assert (next_one.number, next_one.month, later.number) == (2, 6, 5)
    assert next_one.gain == answer_to({"monev.first_month": "2025-11", "monev.meetings": 1})[0].gain
    assert (
        answer_to({"monev.first_month": "2025-11"}, today=KENDAL.month + 3)[0].number == 1
    )  # this very month
    assert (
        answer_to({"monev.first_month": "2025-02"})[0].number == 4
    )  # November 2025, after two others and that of the data


def test_where_none_is_planned_it_is_one_in_the_first_month_ahead():
    first, _ = answer_to({"monev.first_month": None}, today=KENDAL.month + 16)
    assert (first.number, first.month) == (1, 16)
    assert first.missed.scenario.monev.first_month is None and first.gain > 0


def test_nothing_is_reported_of_a_year_that_cannot_be_projected():
    assert answer_to({"monev.first_month": "2035-08"}) == ()  # month 120
    assert len(answer_to({"monev.first_month": "2034-02", "monev.every_months": 3})) == 1


def test_new_units_count_as_what_a_rakor_brings():
    (one, _) = answer_to({"growth.push_share": 0.0, "monev.new_opd": 3})
    opened = sum(sorted(KENDAL.asn[KENDAL.outside], reverse=True)[:3]) * PLEDGES.participation.opd.entry_share
    assert one.gain == pytest.approx(opened, rel=1e-9)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_answers_in_words_whose_numbers_are_explained(lang):
    scenario = with_values(PLEDGES, PUSH | {"monev.first_month": "2025-12", "monev.meetings": 1})
    c = context_of(project(scenario, KENDAL, PROGRAMME))
    answer = answer_sentences(c, lang)[0]
    found = one_more_rakor(scenario, KENDAL, PROGRAMME, c.today)
    gains = [f"+{one.gain:.0f}" for one in found]
    start, end = {
        "id": ("Satu Rakor Monev lagi pada Maret 2026", "pekerja dalam setahun; yang ke-5: "),
        "en": ("One more Rakor Monev in March 2026", "enrolled within a year; no. 5: "),
    }[lang]
    assert str(answer).startswith(start) and f"{gains[0]} {end}{gains[1]}." in str(answer)
    for number in answer.quantities:
        explanation = explain(number.origin, lang)
        assert explanation.calculation is None or computed(
            str(explanation.calculation), lang
        ) == pytest.approx(number.value)
    too_small = with_value(scenario, "growth.push_share", 1e-6)
    nobody = {"id": "tidak menambah pekerja.", "en": "would bring nobody."}
    first = answer_sentences(context_of(project(too_small, KENDAL, PROGRAMME)), lang)[0]
    assert str(first).endswith(nobody[lang])


def test_a_plan_with_a_push_names_its_rakor_monev_and_slides_say_what_one_more_brings():
    changes = PUSH | {"monev.first_month": "2025-12", "monev.every_months": 4, "monev.meetings": 3}
    c = context_of(project(with_values(PLEDGES, changes), KENDAL, PROGRAMME))
    assert [str(part) for part in plan_parts(c, "id")] == [
        "Rakor Monev mulai Desember 2025, lalu tiap 4 bulan, 3 kali"
    ]
    answer, repeated = map(str, brings_sentences(c, "id"))
    assert "lagi pada Desember 2026" in answer and repeated.startswith("Itu yang ke-4 sejak Desember 2025")
    assert "ubah bulan pertama" in str(answer_sentences(c, "id")[-1]) and "ubah" not in repeated  # on paper
    _, likely, _ = map(str, brings_sentences(c.with_simulation(), "id"))
    assert likely.startswith("Yang wajar terjadi: ") and likely.endswith(" pekerja, bila rentang ini benar.")
    at_rest = context_of(project(PLEDGES, KENDAL, PROGRAMME))
    assert plan_parts(at_rest, "id") == [] and brings_sentences(at_rest, "id") == []


def held_in(month, **changes):
    scenario = with_values(PLEDGES, PUSH | {f"monev.{name}": value for name, value in changes.items()})
    return one_rakor_in(scenario, KENDAL, PROGRAMME, month_number(month))


def test_of_a_month_in_the_schedule_it_is_that_one_and_none_after_it():
    second = answer_to({"monev.first_month": "2025-11", "monev.meetings": 1})[0]
    for meetings in (1, 2, 9, None):
        one = held_in("2026-02", first_month="2025-11", meetings=meetings)
        assert (one.number, one.month, one.moved) == (2, 6, 0) and one.gain == second.gain


def test_where_none_comes_before_it_is_the_only_one_and_the_schedule_after_it_is_left_out():
    alone = answer_to({"monev.first_month": "2026-07"}, today=KENDAL.month)[0]
    for first in (None, "2026-07", "2026-09"):
        one = held_in("2026-07", first_month=first)
        assert (one.number, one.moved) == (1, 0) and one.gain == alone.gain


def test_the_one_before_keeps_its_month_where_the_month_asked_about_is_outside_the_schedule():
    """One in November 2025 and one in June 2026, seven months apart; the schedule has three months."""
    one = held_in("2026-06", first_month="2025-11", meetings=1)
    assert (one.number, one.month, one.moved) == (2, 10, 0)
    assert one.scenario.monev.first_month == "2025-11" and one.scenario.monev.every_months == 7
    p = one.missed
    left = (p.seats.asn - p.seats.seats)[p.seats.start <= 22, 22].sum()
    assert one.gain == pytest.approx(left * (1 - (1 - 0.1 * 0.5) ** (1 - 0.5 ** (12 / 2))), rel=1e-9)


def test_two_before_are_laid_in_the_rhythm_that_moves_them_least():
    """November 2025 and February 2026, then June: October, February, June."""
    one = held_in("2026-06", first_month="2025-11", meetings=2)
    assert (one.number, one.moved) == (3, 1)
    assert one.scenario.monev.first_month == "2025-10" and one.scenario.monev.every_months == 4
    years = held_in("2031-06", first_month="2025-11", meetings=2)  # no rhythm is longer than two years
    assert years.scenario.monev.every_months == 24 and years.moved == 40  # February 2026 as June 2029


def test_every_month_offered_can_be_answered_and_those_beside_them_cannot():
    offered = askable_months(KENDAL, TODAY)
    assert (month_name(offered[0]), month_name(offered[-1])) == ("2025-09", "2034-08")
    assert askable_months(KENDAL, KENDAL.month - 3)[0] == KENDAL.month
    ends = {month: held_in(month_name(month)) for month in (offered[0], offered[-1], offered[-1] + 1)}
    assert [one is not None for one in ends.values()] == [True, True, False]
    assert held_in("2025-07") is None  # before the data


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_month_asked_about_is_answered_with_what_was_taken_otherwise(lang):
    scenario = with_values(
        load("dorongan-yang-meluruh").scenario,
        {
            "monev.first_month": "2025-11",
            "monev.every_months": 3,
            "growth.push_repeat_factor": 0.5,
        },
    )
    c = context_of(project(scenario, KENDAL, PROGRAMME), today=TODAY)
    one = one_rakor_in(scenario, KENDAL, PROGRAMME, month_number("2026-06"))
    brings, likely, alone, moved, repeated = answer_sentences(c, lang, people, month_number("2026-06"))
    starts = {"id": "Rakor Monev pada Juni 2026: +", "en": "A Rakor Monev in June 2026: +"}
    assert str(brings).startswith(starts[lang]) and brings.quantities[0].value == pytest.approx(one.gain)
    low, high = (number.value for number in likely.quantities)
    assert low < one.gain < high
    ends = {"id": "bergeser paling jauh 1 bulan.", "en": "as if moved by at most 1 month."}
    assert str(moved).endswith(ends[lang]) and str(alone)
    assert [number.value for number in repeated.quantities] == [4, 0.5]  # May 2026 is before it too
    for answer in (brings, likely, moved):
        assert all(explain(number.origin, lang).title for number in answer.quantities)
    in_schedule = answer_sentences(c, lang, None, month_number("2026-05"))
    assert str(moved) not in map(str, in_schedule)


def test_a_month_asked_about_may_bring_nobody():
    scenario = with_values(PLEDGES, {"monev.new_opd": 3, "monev.first_month": "2025-09"})
    c = context_of(
        project(scenario, KENDAL, PROGRAMME), today=TODAY
    )  # 13 OPD outside: five meetings bring all of them in
    answer, *_ = answer_sentences(c, "id", None, month_number("2027-06"))
    assert str(answer) == "Rakor Monev pada Juni 2027 tidak menambah pekerja."


def people(c):
    """A context with simulations of people only."""
    return replace(c, simulation=simulate(c.scenario, c.baseline, c.programme, 200, money=False))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_beside_the_gain_stands_its_likely_range_and_how_many_came_before(lang):
    changes = {"monev.first_month": "2025-07", "monev.every_months": 17}
    scenario = with_values(load("dorongan-yang-meluruh").scenario, changes)
    c = context_of(project(scenario, KENDAL, PROGRAMME), today=KENDAL.month + 15)
    _, likely, repeated = answer_sentences(c, lang, people)
    one, _ = one_more_rakor(scenario, KENDAL, PROGRAMME, c.today)
    held, missed = (people(c.of(p)).simulated.enrolled[one.judged] for p in (one.held, one.missed))
    ends = [number.value for number in likely.quantities]
    assert ends == pytest.approx(list(np.quantile(held - missed, (0.05, 0.95))))
    assert ends[0] < one.gain < ends[1]
    assert [number.value for number in repeated.quantities] == [2, 0.1]
    for number in (*likely.quantities, *repeated.quantities):
        assert explain(number.origin, lang).title
    assert len(answer_sentences(c, lang)) == 2  # with the likely range switched off


def test_a_likely_range_of_nobody_is_not_reported_as_0_to_0():
    # in every draw the push has faded after the first: the second brings nobody in any of them
    scenario = with_values(load("dorongan-yang-meluruh").scenario, {"growth.push_repeat_factor": 0.0})
    ranges = [one for one in scenario.uncertainty.ranges if "repeat" not in one.setting]
    scenario = with_values(scenario, {"uncertainty.ranges": tuple(ranges)})
    c = context_of(project(scenario, KENDAL, PROGRAMME), today=TODAY)
    nobody, likely, _ = map(str, answer_sentences(c, "id", people))
    assert nobody.endswith("tidak menambah pekerja.")
    assert likely == "Hampir semua simulasi memberi jumlah yang sama."


def test_that_a_rakor_brings_nobody_is_called_an_assumption():
    c = context_of(project(PLEDGES, KENDAL, PROGRAMME))
    (answer,) = answer_sentences(c, "id", people)
    assert "asumsi skenario ini" in str(answer)
    taken = with_usual_growth(PLEDGES)
    assert taken.growth.push_share == 0.06 and taken.growth.push_repeat_factor == 0.11
    assert not outside_ranges(taken)
    kept = {one.setting: one for one in PLEDGES.uncertainty.ranges}.items()
    assert kept <= {one.setting: one for one in taken.uncertainty.ranges}.items()
    now = context_of(project(taken, KENDAL, PROGRAMME))
    assert "dalam setahun" in str(answer_sentences(now, "id", people)[0])
