"""The texts of the page in the browser are those of the program: numbers, sentences and titles, in both languages."""

import json

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from regency import PROGRAMME, scenario_of
from test_live_model import given_scenarios, random_cases

from simulator.live.bundle import bundled
from simulator.live.export import model_data
from simulator.model.metrics import target_status
from simulator.model.months import month_number
from simulator.model.projection import project
from simulator.model.scenario import with_values
from simulator.planning.rounding import largest_remainder
from simulator.report.charts.enrolment import enrolment
from simulator.report.charts.money import money, views
from simulator.report.charts.names import spread
from simulator.report.context import Context
from simulator.report.live_words import live_words, money_view
from simulator.report.sentences.meeting import finding, unmoved
from simulator.report.sentences.target import status_sentence
from simulator.store.baseline_files import read_baseline_named
from simulator.store.sources_file import read_sources
from simulator.words import LANGUAGES
from simulator.words.numbers import people, ratio, rupiah_short

SOURCES = read_sources()
SAY_ALL = """cases => JSON.stringify(JSON.parse(cases).map(({ scenario, model, words, views, meetings }) => {
    const p = project(scenario, model), status = targetStatus(p, scenario.target);
    return [
        statusSentence(p, status, words), enrolmentTitle(p, words), ...views.map((view) => moneyTitle(p, view, words)),
        ...meetings.map((meeting) => meetingFinding(p, scenario.target, meeting, words)),
    ].map(plainText);
}))"""


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    page.add_script_tag(content=bundled("overview.js", "meeting.js", "model.js", "chart_lines.js"))
    yield page
    page.close()


def assert_same_words(page, contexts):
    cases, expected = [], []
    for c in contexts:
        last, status = len(c.projection.months) - 1, target_status(c.projection)
        discussed = sorted({0, last // 2, last, status.read_month})
        for lang in LANGUAGES:
            cases.append(
                {
                    "scenario": c.scenario.model_dump(mode="json"),
                    "model": model_data(c.baseline, PROGRAMME),
                    "words": live_words(c, lang),
                    "meetings": [{"month": month} | unmoved(c, month, lang) for month in discussed],
                    "views": [money_view(c, view, lang) for view in views(c.projection)],
                }
            )
            titles = [money(c, view, lang).title for view in views(c.projection)]
            findings = [finding(c, month, lang) for month in discussed]
            texts = [status_sentence(c, lang), enrolment(c, lang).title, *titles, *findings]
            expected.append([str(one) for one in texts])
    found = json.loads(page.evaluate(SAY_ALL, json.dumps(cases)))
    for case, one, other in zip(cases, found, expected):
        assert one == other, case["scenario"]["name"]
    return found


def context(scenario, baseline, today):
    return Context(project(scenario, baseline, PROGRAMME), PROGRAMME, SOURCES, month_number(today))


def test_findings_of_every_given_scenario_read_as_in_the_program(page):
    months = {"2025-10": 0.11, "2025-08": 0.0942, "2026-12": 0.2, "2040-01": 0.3}
    contexts = [
        context(
            with_values(scenario_of(content), {"target.month": month, "target.coverage_share": share}),
            read_baseline_named(content["baseline"]),
            "2026-02",
        )
        for content in given_scenarios()[::2]
        for month, share in months.items()
    ]
    found = assert_same_words(page, contexts)
    assert len({texts[0] for texts in found}) > 50


def test_findings_of_random_scenarios_read_as_in_the_program(page):
    cases = random_cases(100)
    contexts = []
    for content, regency in cases:
        baseline = regency.baseline()
        contexts.append(context(scenario_of(content), baseline, content["target"]["month"]))
    assert_same_words(page, contexts)


def test_a_year_in_which_next_to_nothing_is_paid_reads_as_in_the_program(page):
    of = {
        "retention.lapse_share_per_month": 0.9,
        "retention.refill_share_per_month": 0.0,
        "horizon_months": 60,
    }
    scenario = with_values(scenario_of(given_scenarios()[0]), of)
    c = context(scenario, read_baseline_named(scenario.baseline), "2026-02")
    assert 0 < c.projection.enrolled[-1] < 1e-30
    assert_same_words(page, [c])


def test_groups_of_the_slide_add_up_as_in_the_program(page):
    @seed(1)
    @settings(max_examples=200, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.lists(st.floats(0, 5000), min_size=1, max_size=3))
    def collect(values):
        cases.append(values)

    cases = []
    collect()
    cases += [[0.5, 0.5], [18.9999999, 1.5, 2.5], [3.0]]
    found = page.evaluate(
        "cases => cases.map(v => largestRemainder(v, wholePeople(v.reduce((a, b) => a + b))))", cases
    )
    assert found == [largest_remainder(values).tolist() for values in cases]


NUMBERS = [
    0,
    0.5,
    1.5,
    2.5,
    999.5,
    1000,
    12345.678,
    999499.9,
    999500,
    1234567,
    9995000,
    9.995e8,
    1.005e6,
    1.125e6,
    2.5e12,
]
NUMBERS += [-0.4, -0.5, -3.2, -1.6e6, 336e6, 99.95e6, 999.5e6, 0.004999, 1.245, 1.255]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_read_as_in_the_program(page, lang):
    @seed(2)
    @settings(max_examples=300, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(
        st.floats(-1e13, 1e13)
        | st.floats(-1e6, 1e6)
        | st.integers(-2_000_000, 2_000_000).map(lambda n: n / 8)
    )
    def collect(value):
        numbers.append(value)

    numbers = list(NUMBERS)
    collect()
    written = "([all, language]) => all.map(n => [people(n, language), rupiahShort(n, language), timesText(n, language)])"
    found = page.evaluate(written, [numbers, LANGUAGE[lang]])
    for number, text in zip(numbers, found, strict=True):
        assert text == [people(number, lang), rupiah_short(number, lang), ratio(number, lang)], number


_C = context(scenario_of(given_scenarios()[0]), read_baseline_named("kendal-2025-08"), "2025-09")
LANGUAGE = {lang: live_words(_C, lang)["language"] for lang in LANGUAGES}


def test_names_beside_lines_are_kept_apart_as_in_the_program(page):
    cases = [
        ([10.0, 12.0], [38.0, 38.0]),
        ([-5.0, 200.0, 201.0, 250.0], [38.0, 19.0, 57.0, 38.0]),
        ([240.0, 240.0, 240.0], [57.0, 57.0, 57.0]),
        ([], []),
    ]
    for middles, heights in cases:
        bottom = 240 + (heights[-1] / 2 if heights else 0)
        for apart in (3, 0):
            found = page.evaluate("of => spread(...of)", [middles, heights, 0, bottom, apart])
            assert found == pytest.approx(spread(middles, heights, 0.0, bottom, apart))
