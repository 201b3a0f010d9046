"""Whom to visit next: worked answers, and every answer compared with all sets of units."""

import dataclasses
import itertools
import json
from datetime import date

import numpy as np
import pytest
from commands import simulator
from explaining import context_of
from handout_cases import on_one_line
from hypothesis import assume, given
from hypothesis import strategies as st
from regency import PROGRAMME, Regency, unit
from rendered import pages
from strategies import cases, examples
from streamlit.testing.v1 import AppTest

from simulator.errors import UserError
from simulator.handouts.files import VISIT_LIST
from simulator.model.months import month_name, month_number
from simulator.model.parts import Override
from simulator.model.projection import project
from simulator.model.scenario import Scenario, with_values
from simulator.model.simulation import simulate
from simulator.planning import best_sets
from simulator.planning.next_answer import Question
from simulator.planning.next_units import next_units
from simulator.planning.rounding import whole
from simulator.planning.visits import with_visits
from simulator.report.charts.visits import visit_curve
from simulator.report.sentences import next_units as words
from simulator.report.tables.next_units import visit_table
from simulator.store import draft_store
from simulator.store.baseline_files import read_baseline_named
from simulator.store.draft_store import opened
from simulator.store.places import SCENARIOS
from simulator.store.scenario_store import load
from simulator.ui import session
from simulator.ui.chart.visits import figure
from simulator.words import LANGUAGES
from simulator.words.numbers import shown

CONTOH = read_baseline_named("contoh")
EXAMPLE = load("contoh").scenario
PLEDGES = load("komitmen-september").scenario
KENDAL = read_baseline_named("kendal-2025-08")
CODES = {"contoh": CONTOH.codes, "komitmen-september": KENDAL.codes}


def ask(scenario=PLEDGES, baseline=KENDAL, month="2026-12", **wanted):
    return next_units(scenario, baseline, PROGRAMME, Question(month, **wanted))


def codes(answer):
    return [answer.best.projection.baseline.codes[i] for i in answer.best.units]


def test_ten_offices_close_the_gap_of_813_in_kendal():
    # 13 OPD outside bring 83 workers each, the 18 partly in 70 each: nine bring 747, ten 830 or more
    found = ask(target=0.2)
    assert (found.feasible, found.reason, found.proven, len(found.best.units)) == (True, "reached", True, 10)
    assert found.best.reached == pytest.approx((1256 + 10 * 83) / 10345)
    assert found.best.contributions_idr == pytest.approx(830 * 8400)  # relief until December 2026
    assert found.curve[9] < 2069 <= found.curve[10] and found.curve[0] == 1256
    assert [(group.key, number) for group, number in found.best.by_group] == [("opd-outside", 10)]


def test_a_target_that_is_met_needs_nobody():
    found = ask(target=0.12)
    assert (found.feasible, found.reason, found.best.units) == (True, "already", ())
    # the likely range may be lower, so the sentence refers to the line
    c = context_of(found.best.present)
    assert str(words.finding(c, found, "id")).startswith("Bila semua berjalan sesuai rencana tidak perlu")
    assert str(words.finding(c, found, "en")).startswith("If everything goes to plan no visit is needed:")


def test_what_cannot_be_reached_is_reported_with_the_most_there_is():
    found = ask(target=0.5)
    assert (found.feasible, found.reason) == (False, "not_reachable")
    assert found.best.reached == pytest.approx((3158 + 370 + 263) / 10345, abs=0.001)
    assert ask(target=0.5, other=True).feasible  # 6,817 more ASN to ask


def test_a_visit_is_a_special_setting_that_keeps_what_else_the_unit_has():
    scenario = Scenario.model_validate(
        EXAMPLE.model_dump()
        | {
            "overrides": [
                {"unit": "DC-19", "target_share": 0.2, "workers_per_asn": 0.5, "join_month": None},
                {"unit": "DC-15", "target_share": None, "workers_per_asn": None, "join_month": "2026-03"},
            ]
        }
    )
    index = CONTOH.index
    visited = with_visits(scenario, CONTOH, [index["DC-19"], index["DC-15"], index["DC-04"]], "2025-12")
    assert [tuple(o.model_dump().values()) for o in visited.overrides] == [
        ("DC-19", 1.0, 0.5, "2025-12"),
        ("DC-15", 1.0, None, "2026-03"),
        ("DC-04", 1.0, None, None),
    ]


def test_who_must_be_visited_counts_and_who_must_not_is_left_out():
    free = ask(EXAMPLE, CONTOH, visits=3)
    kept = ask(EXAMPLE, CONTOH, visits=3, must=("KC-12",), never=(codes(free)[0],))
    assert "KC-12" in codes(kept) and codes(free)[0] not in codes(kept) and len(codes(kept)) == 3
    too_many = ask(EXAMPLE, CONTOH, visits=1, must=("KC-12", "KC-11"))
    assert (too_many.feasible, too_many.reason, set(codes(too_many))) == (
        False,
        "too_many",
        {"KC-12", "KC-11"},
    )
    too_dear = ask(EXAMPLE, CONTOH, budget_idr=0.0, must=("KC-12",))
    assert (too_dear.feasible, too_dear.reason, codes(too_dear)) == (False, "too_much", ["KC-12"])


def test_other_asn_are_asked_only_where_that_is_wanted():
    assert not any(code.startswith("LC") for code in codes(ask(EXAMPLE, CONTOH, visits=99)))
    assert codes(ask(EXAMPLE, CONTOH, visits=1, other=True)) == ["LC-01"]
    assert "LC-03" in codes(ask(EXAMPLE, CONTOH, visits=2, must=("LC-03",)))


REST = {
    "id": (
        "Mengajak ASN lainnya menambah 6.554 pekerja pada Desember 2026.",
        "Mengajak ASN lainnya dan 1 kantor menambah 6.637 pekerja pada Desember 2026.",
        "ASN lainnya bukan satu kantor: 6.817 ASN di sekolah, puskesmas, dan unit lain.",
        "ASN lainnya dihitung satu",
        "Tanpa ASN lainnya, sebagai gantinya 1 dari 13 OPD yang belum ikut: 1 kunjungan,",
    ),
    "en": (
        "Asking other ASN brings 6,554 more enrolled in December 2026.",
        "Asking other ASN and 1 office brings 6,637 more enrolled in December 2026.",
        "Other ASN are not one office: 6,817 ASN in schools, health centres and other units.",
        "other ASN counted as one",
        "Without other ASN, in exchange for 1 of 13 OPD that do not take part yet: 1 visit,",
    ),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_rest_of_the_civil_service_is_not_counted_as_an_office(lang):
    alone, with_one = (ask(visits=number, other=True) for number in (1, 2))
    c = context_of(alone.best.present)
    first, second, note, axis, instead = REST[lang]
    text = str(words.reason(c, alone, lang))
    assert text.startswith(first) and note in text
    assert str(words.reason(c, with_one, lang)).startswith(second)
    assert axis in visit_curve(c, alone, lang).visits_axis and axis in str(visit_curve(c, alone, lang).title)
    assert str(words.alternative(c, alone.best, alone.alternatives[0], lang)).startswith(instead)
    assert words.made_scenario(c, alone.best, lang).name.count("lainnya untuk" if lang == "id" else "ASN for")
    for limit in ({"target": 0.5}, {"budget_idr": 6e7}, {"budget_idr": 0.0}, {"visits": 0}):
        answer = ask(**limit, must=("LAIN-01",))
        found = str(words.finding(c, answer, lang))
        assert "1 kantor " not in found and "1 office " not in found, found
        assert {"id": "ASN lainnya", "en": "other ASN"}[lang] in found
    offices = str(words.reason(c, ask(visits=1), lang))
    assert note not in offices and axis not in visit_curve(c, ask(visits=1), lang).visits_axis


def test_a_unit_of_other_asn_that_a_list_names_is_one_visit():
    found = ask(EXAMPLE, CONTOH, visits=1, other=True)
    assert found.best.rest == () and not found.may_ask_rest
    c = context_of(found.best.present)
    assert str(words.finding(c, found, "id")).startswith("1 kunjungan menambah")


def test_alternatives_do_without_one_of_the_visits_and_bring_no_more():
    found = ask(EXAMPLE, CONTOH, visits=4)
    assert len(found.alternatives) == 3
    enrolled = [found.best.enrolled, *(other.enrolled for other in found.alternatives)]
    assert enrolled == sorted(enrolled, reverse=True)
    assert all(set(other.units) != set(found.best.units) for other in found.alternatives)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_visits_that_bring_less_than_a_worker_are_reported_and_one_choice_does_without_them(lang):
    found = ask(EXAMPLE, CONTOH, budget_idr=3e6)
    (spare,) = found.spare
    assert CONTOH.codes[spare] == "DC-09" == codes(found)[-1] and 0.5 < found.best.gains[spare] < 1
    without = [other for other in found.alternatives if set(other.units) == set(found.best.units) - {spare}]
    assert len(without) == 1 and len(found.alternatives) == 3
    c = context_of(found.best.present)
    texts = {
        "id": "Dinas Contoh Pelayanan Warga: menambah kurang dari satu pekerja pada Desember 2026, jadi boleh dilewati.",
        "en": "Dinas Contoh Pelayanan Warga: brings less than one worker in December 2026, so it may be passed over.",
    }
    assert texts[lang] in str(words.reason(c, found, lang))
    assert ask(EXAMPLE, CONTOH, budget_idr=3e6, must=("DC-09",)).spare == ()  # requested
    early = ask(EXAMPLE, CONTOH, month="2025-09", visits=99)  # a plan that has just begun
    assert len(early.spare) > 1 and all(early.best.gains[i] < 1 for i in early.spare)
    ends = {"id": "masing-masing menambah kurang", "en": "each brings less than one"}
    assert ends[lang] in str(words.reason(c, early, lang))
    assert ask(EXAMPLE, CONTOH, target=0.55).spare == ()  # the fewest visits, so each counts


@pytest.mark.parametrize(
    "changes, option",
    [
        ({"month": "2030-01"}, "--month"),
        ({"month": "soon"}, "--month"),
        ({"join_month": "soon"}, "--from"),
        ({"must": ("X",)}, "--with"),
        ({"never": ("X",)}, "--without"),
        ({"must": ("OPD-05",), "never": ("OPD-05",)}, "--without"),
        ({"target": 1.1, "visits": None}, "--target"),
        ({"visits": -1}, "--visits"),
        ({"budget_idr": -1.0, "visits": None}, "--budget-idr"),
    ],
)
def test_a_question_without_sense_is_refused(changes, option):
    with pytest.raises(UserError) as refused:
        ask(**({"visits": 3} | changes))
    assert [problem.where for problem in refused.value.problems] == [option]


# ---- the command


def answer_of(*arguments, stderr=b""):
    """The output of the command; `stderr` is None if it may also write there."""
    answered = simulator("next", *arguments)
    assert answered.returncode == 0 and stderr in (None, answered.stderr)
    return json.loads(answered.stdout)


def test_the_command_answers_as_the_planner_does_and_says_what_it_needs_to_name_offices():
    answer = answer_of(SCENARIOS / "komitmen-september.json", "--month", "2026-12", "--target", "0.2")
    found = ask(target=0.2)
    assert list(answer) == [
        "units",
        "reached",
        "contributions_idr",
        "feasible",
        "reason",
        "proven",
        "alternatives",
    ]
    assert answer["units"] == codes(found) and answer["reached"] == found.best.reached
    assert answer["contributions_idr"] == found.best.contributions_idr
    assert [len(other["units"]) for other in answer["alternatives"]] == [
        len(o.units) for o in found.alternatives
    ]
    assert answer["reason"].startswith(
        "Bila semua berjalan sesuai rencana, 10 kantor cukup untuk menutup kekurangan 813 pekerja pada Desember 2026: mulai dari kantor di antara 13 OPD yang belum ikut."
    )
    assert "belum dapat disebut" in answer["reason"]


def test_the_command_takes_units_and_a_month_to_join():
    limits = ("--month", "2026-12", "--visits", "3", "--from", "2026-06", "--other")
    units = ("--with", "KC-12", "LC-03", "--without", "DC-04", "--lang", "en")
    answer = answer_of(SCENARIOS / "contoh.json", *limits, *units)
    found = ask(
        EXAMPLE, CONTOH, visits=3, join_month="2026-06", other=True, must=("KC-12", "LC-03"), never=("DC-04",)
    )
    assert answer["units"] == codes(found) and {"KC-12", "LC-03"} < set(answer["units"])
    assert "Every choice was weighed" in answer["reason"]


def test_exactly_one_of_target_visits_and_budget_is_asked():
    for limits in ((), ("--visits", "3", "--target", "0.2")):
        answered = simulator("next", SCENARIOS / "contoh.json", "--month", "2026-12", *limits)
        assert answered.returncode == 2 and answered.stdout == b"" and len(answered.stderr.splitlines()) == 1


# ---- the page and the list to print


def page():
    from simulator.ui import session
    from simulator.ui.pages import next_units

    session.start()
    next_units.show()


def on_screen(stem, draft=None, **state):
    """The page in November 2026 for a shipped scenario, and its answer."""
    at = AppTest.from_function(page)
    first = {"token": "0" * 16, "notice": (), "draft": draft or opened(stem), "lang": "id"}
    for name, value in (first | {f"next_{name}": value for name, value in state.items()}).items():
        at.session_state[name] = value
    at.run()
    assert not at.exception
    return at


@pytest.fixture
def november(monkeypatch, tmp_path):
    monkeypatch.setattr(draft_store, "DRAFTS", tmp_path)


@pytest.fixture
def pressing(november, monkeypatch):
    """Context for presses and typing, which happen outside a run."""
    monkeypatch.setattr(session, "lang", lambda: "id")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "stem, limit, state",
    [
        ("contoh", ("--visits", "5"), {"kind": "visits"}),
        ("contoh", ("--budget-idr", "1000000"), {"kind": "budget_idr"}),
        ("komitmen-september", ("--target", "0.2"), {"kind": "target", "never": ["kecamatan-outside"]}),
    ],
)
def test_the_page_says_what_the_command_line_says(november, stem, limit, state, lang):
    at = on_screen(stem, lang=lang, **state)
    answer = at.session_state["next_answer"][2]
    wanted = answer.question
    without = ("--without", *wanted.never) if wanted.never else ()
    options = ("--month", wanted.month, *limit, "--from", wanted.join_month, *without)
    of_command = answer_of(SCENARIOS / f"{stem}.json", *options)
    assert wanted.join_month == "2026-11" and of_command["units"] == codes(answer)
    assert (of_command["reached"], of_command["contributions_idr"]) == (
        answer.best.reached,
        answer.best.contributions_idr,
    )
    assert [other["units"] for other in of_command["alternatives"]] == [
        [CODES[stem][i] for i in other.units] for other in answer.alternatives
    ]
    context = context_of(answer.best.present)
    reason = answer_of(SCENARIOS / f"{stem}.json", *options, "--lang", lang)["reason"]
    assert reason == str(words.reason(context, answer, lang))
    table = visit_table(context, answer.best, lang)
    *rows, total = table.rows
    gain = whole(answer.best.enrolled - answer.best.present.enrolled[answer.best.at])
    assert sum(row.cells[2].value for row in rows) == total.cells[2].value == gain
    curve = visit_curve(context, answer, lang)
    if wanted.budget_idr is None:
        assert curve.points[len(answer.best.units)].value == pytest.approx(curve.reached.value)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_visit_is_written_as_one(lang):
    c = context_of(project(PLEDGES, KENDAL, PROGRAMME))
    texts = {
        "id": "1 kunjungan menambah 83 pekerja pada Desember 2026: 1 dari 13 OPD yang belum ikut",
        "en": "1 visit brings 83 more enrolled in December 2026: 1 of 13 OPD that do not take part yet",
    }
    answer = ask(visits=1)
    assert str(words.finding(c, answer, lang)) == texts[lang]
    made = words.made_scenario(c, answer.best, lang)
    assert made.name.endswith(
        {"id": "1 kunjungan untuk Desember 2026", "en": "1 visit for December 2026"}[lang]
    )
    enough = str(words.finding(c, ask(target=1300 / 10345), lang))
    assert enough.startswith(
        {
            "id": "Bila semua berjalan sesuai rencana, 1 kantor cukup ",
            "en": "If everything goes to plan, 1 office is enough ",
        }[lang]
    )
    given = str(words.finding(c, ask(budget_idr=700_000), lang))
    assert {"id": "1 kantor menambah 83 ", "en": "1 office brings 83 "}[lang] in given


def drawn(answer):
    curve = visit_curve(context_of(answer.best.present), answer, "id")
    return curve, figure(curve, "id")["layout"]["xaxis"]


def test_the_curve_counts_whole_visits_from_what_there_is_without_any():
    everyone = [CONTOH.codes[i] for i in ask(EXAMPLE, CONTOH, visits=99).best.units]
    must, *never = everyone
    curve, axis = drawn(ask(EXAMPLE, CONTOH, visits=5, must=(must,), never=tuple(never)))
    # the only possible visit: its gain is the whole possible gain
    assert [point is None for point in curve.points] == [True, False] and axis["dtick"] == 1
    assert (
        str(curve.title)
        == "Satu kunjungan saja sudah menghasilkan separuh dari seluruh tambahan yang mungkin"
    )
    assert curve.reached.value > drawn(ask(EXAMPLE, CONTOH, visits=0))[0].reached.value
    curve, axis = drawn(ask(EXAMPLE, CONTOH, visits=5, never=tuple(everyone)))
    assert str(curve.title) == "Tidak ada kunjungan yang menambah peserta" and axis["dtick"] == 1
    assert "dtick" not in drawn(ask(EXAMPLE, CONTOH, visits=5))[1]


def test_the_answer_becomes_a_scenario_one_step_of_undo_away(pressing):
    at = on_screen("contoh", kind="visits")
    best, before = at.session_state["next_answer"][2].best, at.session_state["draft"].scenario
    at.button(key="next-make").click().run()
    made = at.session_state["draft"]
    assert made.scenario.name == "Contoh: semua tuas digerakkan: 5 kunjungan untuk Desember 2026"
    assert made.scenario.parent == before.name and made.undo[-1] == before
    assert made.scenario.overrides == best.projection.scenario.overrides
    assert Scenario.model_validate(made.scenario.model_dump()) == made.scenario
    assert project(made.scenario, CONTOH, PROGRAMME).coverage_share[best.at] == best.reached


def test_what_is_typed_and_no_number_keeps_the_last_one_and_says_why(pressing):
    at = on_screen("contoh", kind="visits")
    at.text_input(key="next_typed_visits").set_value("2,5").run()
    texts = [error.value.replace("\\", "") for error in at.error]
    assert texts == ["“2,5” tidak dapat dipakai. Isi 0 sampai 1.000."]
    assert at.session_state["next_answer"][2].question.visits == 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_visit_list_prints_on_one_sheet_with_the_bill_of_each_office(lang):
    answer = ask(EXAMPLE, CONTOH, visits=99)
    context = context_of(answer.best.present)
    (sheet,) = pages(VISIT_LIST.made([context], lang, date(2026, 11, 28), answer=answer))
    text = on_one_line(sheet)
    assert len(answer.best.units) == 26 and sheet.outside() == []
    assert all(CONTOH.unit_names[i] in text for i in answer.best.units)
    bills = [row.cells[3] for row in visit_table(context, answer.best, lang).rows]
    assert all(shown(bill, lang) in text for bill in bills)


# ---- against every set there is


def all_sets(scenario, baseline, at, join_month, candidates, must):
    """The enrolled in the month and the additional contributions of every set of units, each projected."""
    now = project(scenario, baseline, PROGRAMME)
    for number in range(len(candidates) + 1):
        for units in itertools.combinations(candidates, number):
            if set(must) <= set(units):
                p = project(with_visits(scenario, baseline, units, join_month), baseline, PROGRAMME)
                yield units, float(p.enrolled[at]), float(p.contributions_idr[at] - now.contributions_idr[at])


@st.composite
def questions(draw):
    """A scenario, a regency of at most six units and a question, with a queue in half of the cases."""
    content, regency = draw(cases(first_month="2025-01"))
    assume(regency.month < "2080-01")  # files cannot name a month after 2100
    regency = regency._replace(units=regency.units[:6])
    regency = regency._replace(
        history=[*regency.history[:-1], (regency.month, sum(row["enrolled"] for row in regency.units))]
    )
    kept = [row["code"] for row in regency.units]
    content["overrides"] = [o for o in content["overrides"] if o["unit"] in kept]
    scenario = Scenario.model_validate(content)
    if draw(st.booleans()):
        scenario = with_values(
            scenario,
            {
                f"participation.{s}.new_units_per_month": draw(st.sampled_from([0.1, 0.3, 1.0]))
                for s in ("opd", "kecamatan", "other")
            },
        )
    first = month_number(regency.month)
    at = draw(st.integers(0, scenario.horizon_months))
    join = draw(st.integers(1, 12))
    named = draw(st.lists(st.sampled_from(kept), unique=True, max_size=2))
    must = tuple(named[:1]) if draw(st.booleans()) else ()
    never = tuple(named[1:])
    wanted = Question(
        month_name(first + at),
        join_month=month_name(first + join),
        must=must,
        never=never,
        other=draw(st.booleans()),
    )
    return scenario, regency.baseline(), wanted, at


def candidates_of(baseline, wanted):
    """The units that may be visited."""
    return [
        i
        for i, one in enumerate(baseline.units)
        if one.code in wanted.must
        or (one.code not in wanted.never and (one.segment != "other" or wanted.other))
    ]


def would_lose(scenario, baseline, wanted, at):
    """The units that an unrequested visit leaves with fewer workers."""
    now = project(scenario, baseline, PROGRAMME).enrolment.enrolled[:, at]
    found = []
    for i in candidates_of(baseline, wanted):
        visited = project(with_visits(scenario, baseline, [i], wanted.join_month), baseline, PROGRAMME)
        loses = visited.enrolment.enrolled[i, at] < now[i] - 1e-9
        found += [i] if loses and baseline.codes[i] not in wanted.must else []
    return set(found)


@examples(45)
@given(case=questions(), data=st.data())
def test_no_set_of_units_is_better(case, data):
    scenario, baseline, wanted, at = case
    must = [baseline.index[code] for code in wanted.must]
    every = list(all_sets(scenario, baseline, at, wanted.join_month, candidates_of(baseline, wanted), must))
    near = 1e-6 * max(1.0, *(enrolled for _, enrolled, _ in every))
    kind = data.draw(st.sampled_from(["target", "visits", "budget_idr"]))
    asn = float(project(scenario, baseline, PROGRAMME).asn[at])
    if kind == "visits":
        value = data.draw(st.integers(0, 6))
        allowed = [one for one in every if len(one[0]) <= value]
    elif kind == "budget_idr":
        value = data.draw(st.sampled_from([max(0.0, cost) + 1 for _, _, cost in every]))
        losing = would_lose(scenario, baseline, wanted, at)
        better = [one for one in every if one[2] <= value]
        allowed = [one for one in better if not losing & set(one[0])]
    else:
        value = min(
            1.0, data.draw(st.sampled_from([max(0, enrolled - near) / asn for _, enrolled, _ in every]))
        )
        allowed = [one for one in every if one[1] >= value * asn]
    found = next_units(scenario, baseline, PROGRAMME, Question(**(vars(wanted) | {kind: value})))
    assert found.feasible == bool(allowed)
    if kind != "budget_idr" or not losing:
        assert found.proven
    elif found.proven:  # and none is better in which a unit loses
        assert found.best.enrolled >= max((e for _, e, _ in better), default=0.0) - near
    mine = next(one for one in every if set(one[0]) == set(found.best.units))
    assert found.best.enrolled == mine[1] and found.best.contributions_idr == mine[2]
    if not allowed:
        return
    assert mine in allowed
    if kind == "target":
        fewest = min(len(units) for units, _, _ in allowed)
        assert len(found.best.units) == fewest
        allowed = [one for one in every if len(one[0]) == fewest]
    most = max(enrolled for _, enrolled, _ in allowed)
    assert found.best.enrolled == pytest.approx(most, abs=near)
    if kind != "target":
        assert (
            len(found.best.units) == min(len(u) for u, enrolled, _ in allowed if enrolled >= most - 1e-12)
            or found.best.enrolled >= most - near
        )
    by_visits = [
        max((e for u, e, _ in every if len(u) == k), default=np.nan) for k in range(len(found.curve))
    ]
    assert np.allclose(found.curve, by_visits, atol=near, equal_nan=True)


# ---- offices that queue, and more sets than can be checked


def queueing(asn):
    """A regency whose OPD all wait in one queue, and a scenario in which one joins every second month."""
    units = [
        unit("IN", "opd", 100, 40),
        *(unit(f"O{i:02}", "opd", size) for i, size in enumerate(asn)),
    ]
    baseline = Regency(units, [("2025-08", 40)], None).baseline()
    scenario = with_values(
        PLEDGES.model_copy(update={"overrides": (), "baseline": baseline.name}),
        {"participation.opd.new_units_per_month": 0.5, "retention.lapse_share_per_month": 0.013},
    )
    return scenario, baseline


def two_in_one_queue():
    """Of two OPD with 50 ASN each only the first joins; the second would start with twice as many workers."""
    units = [unit("IN", "opd", 100, 40), unit("O1", "opd", 50), unit("O2", "opd", 50)]
    baseline = Regency(units, [("2025-08", 40)], None).baseline()
    twice = Override(unit="O2", target_share=None, workers_per_asn=2.0, join_month=None)
    changes = {"participation.opd.new_units_per_month": 0.5, "participation.opd.entry_share": 0.3}
    scenario = with_values(PLEDGES.model_copy(update={"baseline": baseline.name}), changes)
    return scenario.model_copy(update={"overrides": (twice,)}), baseline


def test_a_visit_that_lets_a_larger_office_move_up_counts_with_what_that_brings():
    # October: O1 opens with 0.3 of 50 = 15; visited to begin in December it makes room for O2 with 2 x 15
    scenario, baseline = two_in_one_queue()
    wanted = {"month": "2025-10", "join_month": "2025-12", "never": ("IN", "O2")}
    found = ask(scenario, baseline, visits=1, **wanted)
    assert (codes(found), found.best.enrolled, found.proven) == (["O1"], pytest.approx(40 + 30), True)
    assert ask(scenario, baseline, target=70 / 200, **wanted).feasible


def test_nobody_is_asked_to_withdraw_so_that_others_can_be_paid_for_and_no_proof_is_claimed():
    # A has 2 workers for each of 100 ASN: down by 100 it would pay for all of B, which has 40 of 100
    units = [unit("A", "opd", 100, 200), unit("B", "opd", 100, 40)]
    baseline = Regency(units, [("2025-08", 240)], None).baseline()
    scenario = PLEDGES.model_copy(update={"overrides": (), "baseline": baseline.name})
    found = ask(scenario, baseline, budget_idr=30 * 8400.0)
    assert (codes(found), found.reason, found.proven, found.left_over) == ([], "nothing", False, 30)
    paid = ask(scenario, baseline, budget_idr=60 * 8400.0)
    assert (codes(paid), paid.proven) == (["B"], True)  # exactly the budget
    must = ask(scenario, baseline, budget_idr=30 * 8400.0, must=("A",))
    assert codes(must) == ["B", "A"] and must.proven


@pytest.mark.parametrize("budget", [250_000.0, 900_000.0, 2_000_000.0])
def test_where_walks_are_thinned_out_no_set_brings_more_than_the_bound_that_is_reported(monkeypatch, budget):
    scenario, baseline = queueing([31, 47, 58, 76, 83, 97, 120])
    monkeypatch.setattr(best_sets, "MOST_STATES", 3)
    found = ask(scenario, baseline, month="2026-06", budget_idr=budget)
    every = list(all_sets(scenario, baseline, 10, "2025-09", range(8), ()))
    most = max(enrolled for _, enrolled, cost in every if cost <= budget)
    assert not found.proven and found.best.contributions_idr <= budget
    assert found.best.enrolled <= most <= found.best.enrolled + found.left_over
    assert found.best.enrolled == pytest.approx(
        project(found.best.projection.scenario, baseline, PROGRAMME).enrolled[10]
    )
    brings = {units: enrolled - every[0][1] for units, enrolled, _ in every}
    apart = [abs(more - sum(brings[(one,)] for one in units)) for units, more in brings.items()]
    assert max(apart) > 10  # a visited unit leaves the queue, so gains do not add up


def test_forty_offices_that_all_differ_are_too_many_for_a_proof_and_the_bound_is_reported():
    scenario, baseline = queueing([40 + 7 * i for i in range(40)])
    scenario = scenario.model_copy(
        update={
            "overrides": tuple(
                Override(
                    unit=code, target_share=None, workers_per_asn=1 + 0.001 * 2**0.5 * i, join_month=None
                )
                for i, code in enumerate(baseline.codes)
            )
        }
    )
    found = ask(scenario, baseline, month="2026-06", budget_idr=12_345_678.0)
    assert (found.feasible, found.reason, found.proven) == (True, "most", False)
    assert found.best.contributions_idr <= 12_345_678
    per_worker = found.best.present.contribution_per_member_idr[10]
    assert found.left_over == pytest.approx((12_345_678 - found.best.contributions_idr) / per_worker)
    c = context_of(found.best.present)
    for lang, bound in (("id", "kurang dari satu pekerja lagi"), ("en", "less than one more worker")):
        assert bound in str(words.reason(c, found, lang))
    far = dataclasses.replace(found, left_over=12.2)
    assert "paling banyak menambah 13 pekerja lagi" in str(words.reason(c, far, "id"))


# ---- data without named offices


@pytest.mark.parametrize(
    ("lang", "list_needed"),
    [
        ("id", "masukkan daftar ASN dan peserta per OPD dan kecamatan di halaman Data"),
        ("en", "enter a list of ASN and workers by OPD and kecamatan on the Data page"),
    ],
)
def test_one_row_for_all_offices_names_none_and_says_which_list_it_needs(lang, list_needed):
    answer = answer_of(
        SCENARIOS / "komitmen-september.json",
        *("--baseline", "selayar-2023-03", "--month", "2024-04", "--target", "0.2", "--lang", lang),
        stderr=None,
    )
    assert list_needed in answer["reason"] and "1 kantor" not in answer["reason"]
    assert answer["units"] == ["OPD-SEMUA"] and answer["reached"] == 1


def test_the_page_shows_no_list_where_the_data_name_no_office(november):
    scenario = PLEDGES.model_copy(update={"baseline": "selayar-2023-03", "overrides": ()})
    draft = dataclasses.replace(opened("komitmen-september"), scenario=scenario)
    at = on_screen("komitmen-september", draft=draft, kind="visits")
    title = " ".join(element.proto.body for element in at.get("html"))
    assert "Data ini hanya punya satu baris, “Seluruh OPD Kepulauan Selayar”" in title
    assert not [b for b in at.button if b.key == "next-make"] and not at.multiselect


def test_who_is_chosen_in_one_box_is_not_offered_in_the_other(pressing):
    at = on_screen("contoh", kind="visits")
    must, never = (at.multiselect(key=f"next_{name}") for name in ("must", "never"))
    assert must.options == never.options and len(must.options) > 5
    first, second = must.options[:2]
    must.select(first).run()
    assert first not in at.multiselect(key="next_never").options
    at.multiselect(key="next_never").select(second).run()
    assert second not in at.multiselect(key="next_must").options
    wanted = at.session_state["next_answer"][2].question
    assert wanted.must and wanted.never and not set(wanted.must) & set(wanted.never)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_enough_offices_are_reported_with_the_chance_that_the_target_is_reached_by_visiting_them(lang):
    found = ask(target=0.2)
    c = context_of(found.best.present)
    made = found.best.projection.scenario
    made = with_values(made, {"target.coverage_share": 0.2, "target.month": "2026-12"})
    chance = simulate(made, KENDAL, PROGRAMME).target_chance
    assert chance < 0.05  # pledges made in a visit are fulfilled in part
    texts = {
        "id": "Peluang mencapai 20 % pada Desember 2026 kurang dari 5 %",
        "en": "The chance of reaching 20 % in December 2026 is less than 5 %",
    }
    assert texts[lang] in str(words.reason(c, found, lang))


@pytest.mark.parametrize(("lang", "past"), [("id", "sudah lewat"), ("en", "already past")])
def test_offices_that_were_enough_in_a_month_that_is_over_are_reported_as_of_a_past_month(lang, past):
    found = ask(target=0.2)
    for today, is_past in ((2026 * 12 + 11, False), (2027 * 12, True)):
        c = context_of(found.best.present, today=today)
        assert (f"2026 ({past})" in str(words.finding(c, found, lang))) == is_past
