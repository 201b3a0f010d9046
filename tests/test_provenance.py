"""Every clickable number is explained by values from which anyone can recompute it."""

import ast
import math
from functools import cache

import numpy as np
import pytest

from simulator.model.metrics import METRICS, target_status
from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, setting_value, with_values
from simulator.report.explain import explanation
from simulator.report.explain.cited import contribution_keys, derivation_key, payout_keys
from simulator.report.sentences.groups import slide
from simulator.report.sentences.target import latest
from simulator.report.tables.units import ORIGINS, PAYOUT_STEP_IDR, row_figure, unit_table
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.places import ROOT, SCENARIOS
from simulator.store.scenario_store import DEFAULT_STEM, load_file
from simulator.store.sources_file import read_sources
from simulator.words import LANGUAGES
from simulator.words.numbers import people, percent, rupiah, rupiah_short, shown
from simulator.words.provenance import marked
from simulator.words.quantity import Quantity
from tests.calculating import ALL_FORMULAS, FORMULAS, WHOLE_UP, computed, questions
from tests.explaining import Explained, context_of, explain

PROGRAMME, SOURCES = read_programme(), read_sources()
SAYING = [p for room in ("ui", "report") for p in sorted((ROOT / "simulator" / room).rglob("*.py"))]
UNITS = (
    {key: "people" for key in FORMULAS}
    | dict.fromkeys(
        (
            "coverage_now",
            "coverage_in",
            "row_coverage",
            "row_projected_coverage",
            "row_expected_coverage",
            "needed_share",
            "ceiling",
            "alone_share",
            "target_share",
            "relief_in",
            "other_members",
            "participating_level",
        ),
        "share",
    )
    | dict.fromkeys(
        (
            "contributions_in",
            "cumulative_contributions",
            "jkm_in",
            "jkk_in",
            "payouts_in",
            "cumulative_payouts",
            "contributions_so_far",
            "payouts_so_far",
            "row_bill",
            "visit_bill",
            "row_payouts",
            "premium_bill",
            "premiums_in",
            "cumulative_premiums",
            "cumulative_jht",
            "bill_ahead",
            "jkk_death",
            "scholarship_most",
        ),
        "idr",
    )
    | {
        "contribution_per_member": "idr_each",
        "premium_per_member": "idr_each",
        "full_premium": "idr_each",
        "rate_ahead": "idr_each",
        "scholarship_years": "number",
        "deaths_in": "deaths",
        "claims_ratio": "ratio",
        "death_rate": "deaths_per_1000_year",
        "exposure": "person_years",
    }
)


def projection(stem, **changes):
    scenario = with_values(load_file(SCENARIOS / f"{stem}.json"), changes)
    return project(scenario, read_baseline_named(scenario.baseline), PROGRAMME)


@cache
def answers_of(case, lang):
    """Every question about a case of `SCENARIO_CHANGES` with its answer, for both tests of all answers."""
    stem, changes = SCENARIO_CHANGES[case]
    p = projection(stem, **changes)
    origins = (
        (key, context, explain(key, p, PROGRAMME, SOURCES, lang, **context)) for key, context in questions(p)
    )
    return p, tuple(origins)


SCENARIO_CHANGES = [
    ("komitmen-september", {}),
    ("banyak-yang-berhenti", {}),
    ("semua-100-persen", {}),
    ("contoh", {}),
    (
        "irama-rakor-monev",
        {
            "contribution.include_jht": True,
            "contribution.transport_share": 0.3,
            "contribution.income_base_idr": 2_500_000.0,
            "workforce.asn_growth_per_year": 0.03,
            "risk.deaths_per_1000_year": 7.3,
            "target.coverage_share": 0.35,
        },
    ),
]


OF_METRIC = {
    "enrolled_in": "enrolled",
    "coverage_in": "coverage_share",
    "joined_in": "joined",
    "left_in": "left",
    "deaths_in": "deaths",
    "contributions_in": "contributions_idr",
    "jkm_in": "jkm_payouts_idr",
    "jkk_in": "jkk_payouts_idr",
    "payouts_in": "payouts_idr",
    "claims_ratio": "claims_ratio",
}


@pytest.mark.parametrize("stem, changes", SCENARIO_CHANGES)
def test_what_explains_a_number_by_month_gives_the_one_of_the_projection(stem, changes):
    p = projection(stem, **changes)
    for key, metric in OF_METRIC.items():
        of_model = METRICS[metric].series(p)
        explained = [explanation.quantity(context_of(p), key, month=t).value for t in range(1, len(of_model))]
        assert explained == pytest.approx(of_model[1:].tolist(), rel=1e-12), key


CASES = pytest.mark.parametrize(
    "case", range(len(SCENARIO_CHANGES)), ids=[stem for stem, _ in SCENARIO_CHANGES]
)


@pytest.mark.parametrize("lang", LANGUAGES)
@CASES
def test_the_inserted_values_give_the_shown_number_on_a_pocket_calculator(case, lang):
    p, answers = answers_of(case, lang)
    calculated = set()
    for key, context, answer in answers:
        assert isinstance(answer, Explained) and answer.title and (answer.calculation or answer.notes), key
        if answer.calculation:
            result = computed(answer.calculation, lang)
            result = math.ceil(result - 1e-6) if key in WHOLE_UP else result
            near = [
                shown(Quantity(result * (1 + off), UNITS[key]), lang) for off in (0, -1e-6, 1e-6)
            ]  # a half may round either way
            assert answer.shown in near and answer.shown == shown(Quantity(answer.value, UNITS[key]), lang), (
                key,
                context,
                answer.calculation,
            )
            calculated.add(key)
    assert calculated >= FORMULAS.keys() - {
        "actual_in",
        "actual_gap",
        "gap_at_target",
        "target_share",
        "deaths_so_far",
        "payouts_so_far",
        "row_asn",
        "row_enrolled",
        "death_rate",
        "asn_offices",
        "asn_segment_in",
        "relief_in",
        "setting",
        "reference",
        "bound",
        "dated_amount",
        "history_point",
        "fact",
        "counted",
        "special_units",
        "most_with_visits",
        "lever_value",
        "likely_value",
        "likely_chance",
        "override",
        "months_to_target",
        "target_month",
        "left_out_units",
        "left_out_asn",
        "segment_units",
        "least_planned",
        "status_units",
        "status_asn",
        "rule",
        "relief_share",
        "monthly_death",
        "row_asn_in",
        "row_pledges",
        "unit_asn",
        "units_counted",
    }
    assert ("row_asn_in" in calculated) == ("asn_segment_in" in calculated)
    assert ("asn_segment_in" in calculated) == (p.scenario.workforce.asn_growth_per_year != 0)
    assert ("death_rate" in calculated) == (p.scenario.risk.deaths_per_1000_year is None)


@pytest.mark.parametrize("lang", LANGUAGES)
@CASES
def test_every_value_used_stands_in_the_calculation_and_in_the_list_with_a_mark_and_every_source_exists(
    case, lang
):
    for key, _, answer in answers_of(case, lang)[1]:
        if answer.calculation:
            numbers = [value.removeprefix("Rp ") for value in (i.value for i in answer.terms)]
            assert numbers and all(number in answer.calculation for number in numbers), key
            assert all(i.label in answer.formula for i in answer.terms), key
        assert {s for i in answer.terms for s in i.sources} <= set(answer.sources) <= SOURCES.keys(), key
        assert all(
            i.basis in ("published", "derived", "allocated", "assumed", "fictitious") for i in answer.terms
        )


@pytest.mark.parametrize(
    "key, context, shown, calculation",
    [
        ("asn_total", {}, "10.345", "3.158 + 370 + 6.817"),
        ("enrolled_now", {}, "974", "573 + 138 + 263"),
        ("coverage_now", {}, "9,42 %", "974 ÷ 10.345"),
        ("pledges", {}, "282", "245 + 37"),
        ("coverage_in", {"month": 1}, "12,14 %", "1.256 ÷ 10.345"),
        ("target_workers", {}, "2.069", "20 % × 10.345"),
        ("gap", {}, "813", "2.069 − 1.256"),
        ("needed_workers", {}, "1.806", "2.069 − 263"),
        ("needed_share", {}, "51,19 %", "(2.069 − 263) ÷ 3.528"),
        ("alone_share", {"segment": "opd", "month": 1}, "51,65 %", "(818 + 2.069 − 1.256) ÷ 3.158"),
        ("ceiling", {}, "36,65 %", "(3.528 + 263) ÷ 10.345"),
        ("exposure", {}, "1.712", "(30 × (0 + 724) ÷ 2 + 11 × (724 + 728) ÷ 2 + 2 × (728 + 974) ÷ 2) ÷ 12"),
        ("death_rate", {}, "5,06", "(6,4 × 500 + 1.000 × 8) ÷ (500 + 1.712,3333)"),
        ("contributions_so_far", {}, "Rp 345 juta", "20.548 × Rp 16.800"),
        ("payouts_so_far", {}, "Rp 336 juta", ""),
        ("deaths_so_far", {}, "8", ""),
        ("contribution_per_member", {"month": 1}, "Rp 16.800", "1 % × Rp 1.000.000 + Rp 6.800"),
        ("contribution_per_member", {"month": 8}, "Rp 8.400", "(1 % × Rp 1.000.000 + Rp 6.800) × (1 − 50 %)"),
        ("contributions_in", {"month": 8}, "Rp 10,6 juta", "1.256 × Rp 8.400"),
        ("row_bill", {"row": "opd-pledged", "month": 1}, "Rp 4,12 juta", "245 × Rp 16.800"),
        ("row_to_enrol", {"row": "opd-partial", "month": 1}, "1.261", "1.498 − 237"),
    ],
)
def test_the_numbers_the_room_will_ask_about(key, context, shown, calculation):
    explained = explain(key, projection("komitmen-september"), PROGRAMME, SOURCES, "id", **context)
    assert (explained.shown, explained.calculation) == (shown, calculation)


def test_explanations_agree_with_what_the_screens_read_from_the_projection():
    p = projection("tren-123-per-bulan")
    last = len(p.months) - 1
    answer = {
        key: explain(key, p, PROGRAMME, SOURCES, "en", month=last).shown
        for key in (
            "enrolled_in",
            "coverage_in",
            "cumulative_contributions",
            "cumulative_payouts",
            "contribution_per_member",
            "gap",
        )
    }
    assert answer["enrolled_in"] == people(p.enrolled[last], "en")
    assert answer["coverage_in"] == percent(p.coverage_share[last], "en")
    assert answer["cumulative_contributions"] == rupiah_short(p.contributions_idr[1:].sum(), "en")
    assert answer["cumulative_payouts"] == rupiah_short(p.payouts_idr[1:].sum(), "en")
    assert answer["contribution_per_member"] == rupiah(p.contribution_per_member_idr[last], "en")
    assert answer["gap"] == people(target_status(p).gap, "en")


def test_published_figures_carry_no_estimate_and_allocated_ones_never_count_as_published():
    p = projection("komitmen-september")
    basis = {
        key: explain(key, p, PROGRAMME, SOURCES, "id").basis
        for key in ("enrolled_now", "asn_total", "pledges", "payouts_so_far", "gap", "coverage_now")
    }
    assert basis == {
        "enrolled_now": "published",
        "asn_total": "published",
        "pledges": "published",
        "payouts_so_far": "published",
        "gap": "derived",
        "coverage_now": "derived",
    }
    assert explain("row_asn", p, PROGRAMME, SOURCES, "id", row="opd-full").basis == "allocated"
    assert explain("row_asn", p, PROGRAMME, SOURCES, "id", row="opd-outside").basis == "assumed"
    inserted = {i.label: i.basis for i in explain("enrolled_now", p, PROGRAMME, SOURCES, "id").terms}
    assert inserted == {
        "peserta dari OPD": "published",
        "peserta dari kecamatan": "published",
        "peserta dari ASN lainnya": "assumed",
    }


def test_a_setting_the_planner_moved_is_an_assumption_without_the_old_source():
    moved = projection("komitmen-september", **{"risk.accidents_per_1000_year": 5.0})
    rate = {i.label: i for i in explain("jkk_in", moved, PROGRAMME, SOURCES, "id", month=1).terms}[
        "kecelakaan per 1.000 orang per tahun"
    ]
    assert (rate.value, rate.basis, rate.sources) == ("5", "assumed", ())
    kept = projection("komitmen-september")
    rate = {i.label: i for i in explain("jkk_in", kept, PROGRAMME, SOURCES, "id", month=1).terms}[
        "kecelakaan per 1.000 orang per tahun"
    ]
    assert (rate.value, rate.basis, rate.sources) == ("3,47", "derived", ("S28",))


def test_a_month_outside_the_projection_and_an_unknown_row_are_errors():
    p = projection("komitmen-september")
    with pytest.raises(ValueError, match="outside 0 to 24"):
        explain("enrolled_in", p, PROGRAMME, SOURCES, "id", month=25)
    with pytest.raises(KeyError):
        explain("row_asn", p, PROGRAMME, SOURCES, "id", row="OPD-99")


def test_reference_values_are_those_of_the_shipped_default_scenario():
    shipped = load_file(SCENARIOS / f"{DEFAULT_STEM}.json")
    assert len(SETTINGS) > 40
    assert {path: setting_value(shipped, path) for path in SETTINGS} == {
        path: setting.reference for path, setting in SETTINGS.items()
    }


@pytest.mark.parametrize(
    "stem",
    ["komitmen-september", "banyak-yang-berhenti", "dorongan-yang-meluruh", "irama-rakor-monev", "contoh"],
)
def test_the_units_table_shows_what_its_explanations_say(stem):
    p = projection(stem)
    compared = 0
    for month in (0, 1, 8, len(p.months) - 1):
        table = unit_table(p, month)
        for place, row in enumerate(table.rows):
            for column in table.whole.keys() & ORIGINS.keys():
                number = row_figure(context_of(p), table, column, place)
                explained = explanation.explain(number.origin, "id").quantity
                apart = {"bill_idr": 1, "payouts_idr": PAYOUT_STEP_IDR}.get(
                    column, 1
                )  # rows are rounded so that they add up
                if number.value is None:
                    assert math.isnan(explained.value), (row.key, column, month)
                else:
                    assert abs(explained.value - table.whole[column][place]) < apart + 1e-6, (
                        row.key,
                        column,
                        month,
                    )
                compared += 1
    assert compared > 150


def test_every_number_a_page_lets_one_click_has_an_explanation():
    keys = {
        argument.value
        for path in SAYING
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("number", "link", "quantity")
        for argument in node.args[:2]
        if isinstance(argument, ast.Constant)
    }
    assert len(SAYING) > 20 and len(keys) > 5
    assert keys.union(*ORIGINS.values()) <= ALL_FORMULAS.keys()


def test_the_slide_shows_what_its_explanations_say():
    p = projection("komitmen-september")
    shown = slide(p)
    values = {
        key: explain(key, p, PROGRAMME, SOURCES, "id", month=shown.month).value
        for key in ("enrolled_now", "enrolled_in", "target_workers", "gap")
    }
    assert values == {
        "enrolled_now": latest(context_of(p))[1].value,
        "enrolled_in": shown.then,
        "target_workers": shown.target,
        "gap": shown.gap,
    }
    rows = np.concatenate((p.baseline.rows["opd"], p.baseline.rows["kecamatan"]))
    asn, other = p.baseline.asn[rows].sum(), p.baseline.enrolled[p.baseline.rows["other"]].sum()
    needed = (target_status(p).workers - other) / asn
    assert explain("needed_share", p, PROGRAMME, SOURCES, "id").value == needed
    ceiling = (asn + other) / p.baseline.asn.sum()
    assert explain("ceiling", p, PROGRAMME, SOURCES, "id").value == ceiling


def test_an_invented_figure_is_called_fictitious_wherever_kendals_is_called_published():
    p = projection("contoh")
    for key in ("asn_total", "enrolled_now", "pledges", "payouts_so_far", "deaths_so_far"):
        explained = explain(key, p, PROGRAMME, SOURCES, "id")
        assert explained.basis == "fictitious" and {i.basis for i in explained.terms} == {"fictitious"}, key
    for key, context in questions(p):
        assert not any(
            "S60" in i.sources and i.basis != "fictitious"
            for i in explain(key, p, PROGRAMME, SOURCES, "id", **context).terms
        ), key
    rates = {i.basis for i in explain("contribution_per_member", p, PROGRAMME, SOURCES, "id", month=1).terms}
    assert "published" in rates  # the law is not fictitious
    assert (
        marked("948", "fictitious", "id") == "948 fiktif"
        and marked("948", "fictitious", "en") == "948 fictitious"
    )


KENDALS_OWN = {"S21", "S22", "S23", "S32", "S33", "S34"}


def cited(p):
    """The sources behind computed numbers; published figures and reference values always have their own."""
    return {
        s
        for key, context in questions(p)
        if key not in ("fact", "reference")
        for s in explain(key, p, PROGRAMME, SOURCES, "id", **context).sources
    }


def test_kendals_derivations_are_cited_for_kendal_and_for_no_other_data_or_rate():
    assert cited(projection("komitmen-september")) >= KENDALS_OWN
    assert not cited(projection("contoh")) & KENDALS_OWN
    typed = projection(
        "komitmen-september",
        **{
            "risk.deaths_per_1000_year": 7.3,
            "risk.accidents_per_1000_year": 5.0,
            "target.coverage_share": 0.3,
        },
    )
    assert not cited(typed) & {"S22", "S23", "S28", "S34"}
    assert payout_keys(context_of(projection("komitmen-september"))) == "S22 S28"
    assert payout_keys(context_of(typed)) == ""
    assert (
        contribution_keys(
            context_of(
                projection(
                    "komitmen-september",
                    **{"contribution.transport_share": 0.5, "contribution.relief_applies": False},
                )
            )
        )
        == "S7"
    )


def test_the_results_of_the_derivations_are_those_their_own_text_gives():
    p = projection("komitmen-september")
    answer = {
        s: explain(key, p, PROGRAMME, SOURCES, "id").value
        for s, key in (
            ("S21", "exposure"),
            ("S22", "death_rate"),
            ("S23", "target_workers"),
            ("S32", "contributions_so_far"),
            ("S33", "ceiling"),
        )
    }
    c = context_of(p)
    assert answer.keys() == {key for key, source in SOURCES.items() if source.results}
    assert all(
        derivation_key(c, s, value) == s and derivation_key(c, s, value * 1.001) == ""
        for s, value in answer.items()
    )
    for s, number in (
        ("S21", "1.712,33"),
        ("S22", "5,06"),
        ("S23", "2.069"),
        ("S32", "345,2"),
        ("S33", "36,6 %"),
    ):
        assert number in SOURCES[s].supports["id"]


def test_the_first_projected_month_names_the_pledges_that_begin_in_it_with_their_source():
    scenario = load_file(SCENARIOS / "komitmen-september.json")
    projection = project(scenario, read_baseline_named(scenario.baseline), read_programme())
    explained = explain("enrolled_in", projection, read_programme(), read_sources(), "id", month=1)
    pledged = next(value for value in explained.terms if value.label.startswith("komitmen"))
    assert (pledged.value, pledged.basis, pledged.sources) == ("282", "published", ("S1",))
    assert explained.terms[0].basis == "published" and explained.terms[0].value == "974"
