"""The page on what decides: its numbers are those of the command line.

Typed, refused, undone and default ranges.
"""

import json
from dataclasses import replace

import numpy as np
import pytest
from commands import simulator
from streamlit.testing.v1 import AppTest

from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, with_values
from simulator.model.uncertainty import Range
from simulator.planning.find_out import what_to_find_out
from simulator.planning.sensitivity import tornado
from simulator.planning.two_way import two_way
from simulator.planning.variance import GROUPS, VarianceShares, variance_shares
from simulator.report.charts.tornado import middle_sentence, swing_chart
from simulator.report.explain.explanation import explain, quantity
from simulator.report.sentences.decides import find_out_ask, find_out_lines, finding
from simulator.report.sentences.ranges import basis_words, outside_sentence
from simulator.report.tables.break_even import break_even_answers, break_even_table
from simulator.store import draft_store
from simulator.store.baseline_files import read_baseline_named
from simulator.store.draft_store import opened
from simulator.store.places import SCENARIOS
from simulator.store.scenario_store import load
from simulator.ui.pages import decides
from simulator.words import LANGUAGES
from simulator.words.numbers import shown
from tests.calculating import computed
from tests.explaining import PROGRAMME, context_of

KENDAL = read_baseline_named("kendal-2025-08")
FLOOR = "participation.opd.target_share"
LAPSE, REFILL = "retention.lapse_share_per_month", "retention.refill_share_per_month"


def page():
    from simulator.ui import session
    from simulator.ui.pages import decides

    session.start()
    decides.show()


@pytest.fixture
def app(monkeypatch, tmp_path):
    """The page with "Dua puluh persen 2026", in Indonesian; drafts are kept elsewhere."""
    monkeypatch.setattr(draft_store, "DRAFTS", tmp_path)
    at = AppTest.from_function(page)
    state = {"token": "0" * 16, "notice": (), "draft": opened("dua-puluh-persen-2026"), "lang": "id"}
    for name, value in state.items():
        at.session_state[name] = value
    return at.run()


DECIDES = {
    "leadership": (
        "Kepemimpinan dan pelaksanaan menentukan 53 % dari ketidakpastian peserta pada Desember 2025",
        "53 % of the uncertainty about enrolment in December 2025 comes from leadership and delivery",
    ),
    "offices": (
        "Beda antarkantor menentukan 53 % dari ketidakpastian peserta pada Desember 2025",
        "53 % of the uncertainty about enrolment in December 2025 comes from differences between offices",
    ),
    "chance": (
        "Kebetulan (siapa yang meninggal atau mengalami kecelakaan) menentukan 53 % dari ketidakpastian peserta pada Desember 2025",
        "53 % of the uncertainty about enrolment in December 2025 comes from chance (who dies or has an accident)",
    ),
    "death_rate": (
        "Angka kematian menentukan 53 % dari ketidakpastian peserta pada Desember 2025",
        "53 % of the uncertainty about enrolment in December 2025 comes from the death rate",
    ),
    "growth.push_half_life_months": (
        "Pengaturan “Separuh dorongan tercapai dalam” menentukan 53 % dari ketidakpastian peserta pada Desember 2025",
        "53 % of the uncertainty about enrolment in December 2025 comes from the setting “Half of it comes within”",
    ),
}


@pytest.mark.parametrize("name", [*GROUPS, "growth.push_half_life_months"])
def test_whatever_decides_stands_in_a_whole_sentence(name):
    c = context_of(project(load("komitmen-september").scenario, KENDAL, PROGRAMME))
    shares = VarianceShares({name: 0.53}, {}) if "." in name else VarianceShares({}, {name: 0.53})
    texts = [str(finding(c, shares, "enrolled", 4, 1000, lang)) for lang in ("id", "en")]
    assert texts == list(DECIDES[name])


def ranges_of(at):
    found = at.session_state["draft"].scenario.uncertainty.ranges
    return {one.setting: (one.low, one.high) for one in found}


def field(at, end, path=LAPSE):
    return at.text_input(key=f"range {end} {path}")


def test_a_range_is_typed_in_percent_kept_in_the_scenario_and_undone(app):
    assert (field(app, "low").value, field(app, "high").value) == ("0,5", "5")
    field(app, "high").set_value("7,5").run()
    assert ranges_of(app)[LAPSE] == (0.005, 0.075)
    app.session_state["draft"] = app.session_state["draft"].undone()
    app.run()
    assert ranges_of(app)[LAPSE] == (0.005, 0.05) and field(app, "high").value == "5"


def test_an_end_that_is_shown_rounded_keeps_all_it_has_when_the_other_is_typed(app):
    path = "risk.accidents_per_1000_year"
    low, _ = ranges_of(app)[path]
    # written as in the evidence, "2.2–5.5", although the middle 3.47 gives 2.1946… to 5.4866…
    assert (field(app, "low", path).value, field(app, "high", path).value) == ("2,2", "5,5") and low < 2.195
    field(app, "high", path).set_value("6").run()
    assert ranges_of(app)[path] == (low, 6.0)


def test_an_end_that_was_typed_is_shown_as_it_was_typed(app):
    path = "risk.accidents_per_1000_year"
    field(app, "low", path).set_value("2,1946").run()
    assert field(app, "low", path).value == "2,1946" and ranges_of(app)[path][0] == 2.1946


@pytest.mark.parametrize(
    "end, typed, expected",
    [
        ("high", "0,1", "lebih kecil daripada batas rendah"),
        ("low", "0", "tidak mungkin terlampaui"),
        ("low", "", "Isi kedua batas"),
        ("high", "120", "di luar batas"),
        ("high", "banyak", "tidak dimengerti"),
        ("high", "7.5", "Pakai koma untuk desimal: 7,5"),
    ],
)
def test_what_is_no_range_is_refused_with_the_reason_and_stays_to_be_mended(app, end, typed, expected):
    before = ranges_of(app)
    field(app, end).set_value(typed).run()
    texts = [error.value.replace("\\", "") for error in app.error]
    assert [words for words in texts if expected in words], texts
    assert ranges_of(app) == before and field(app, end).value == typed
    field(app, end).set_value("2").run()
    assert not app.error and ranges_of(app)[LAPSE][end == "high"] == 0.02


def test_a_range_emptied_makes_the_setting_fixed_and_the_default_ranges_bring_it_back(app):
    before = ranges_of(app)
    field(app, "low").set_value("")
    field(app, "high").set_value("").run()
    assert before.keys() - ranges_of(app).keys() == {LAPSE}
    app.button(key="ranges-default").click().run()
    assert ranges_of(app) == before


def test_a_setting_without_a_range_is_given_one_in_the_place_it_has_in_the_file(app):
    app.session_state["ranges_others"] = True
    app.run()
    path = "delivery.join_delay_months"
    field(app, "low", path).set_value("1").run()
    assert path not in ranges_of(app)  # one end is not enough
    field(app, "high", path).set_value("4").run()
    assert ranges_of(app)[path] == (1, 4)
    assert list(ranges_of(app)).index(path) == list(ranges_of(app)).index(LAPSE) - 1


@pytest.mark.parametrize(
    "path", ["growth.push_share", "growth.background_share_per_month", "growth.ceiling_share"]
)
def test_a_usual_range_has_its_source_also_where_the_value_is_not_in_its_middle(path):
    c = context_of(project(load("dorongan-yang-meluruh").scenario, KENDAL, PROGRAMME))
    assert basis_words(c, path, "id").endswith(f"({SETTINGS[path].range_source})")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("id", "Berhenti per bulan 0 % per bulan ada di luar rentangnya sendiri (tetap 3 % per bulan)."),
        ("en", "lies outside its own range (fixed at 3 % a month)."),
    ],
)
def test_a_range_whose_ends_are_the_same_is_reported_as_fixed(lang, words):
    fixed = Range(setting=LAPSE, low=0.03, high=0.03)
    scenario = with_values(load("dua-puluh-persen-2026").scenario, {"uncertainty.ranges": (fixed,)})
    c = context_of(project(scenario, KENDAL, PROGRAMME))
    assert words in str(outside_sentence(c, fixed, lang))


def test_an_own_value_outside_its_range_is_reported_on_the_page_and_by_check(app, tmp_path):
    scenario = with_values(load("dua-puluh-persen-2026").scenario, {LAPSE: 0.1})
    path = tmp_path / "x.json"
    path.write_text(scenario.model_dump_json(), encoding="utf-8")
    output = simulator("check", path).stderr.decode()
    assert (
        f"{path}: {LAPSE}: " in output
        and "10 % per bulan" in output
        and "0,5 % per bulan – 5 % per bulan" in output
    )
    app.session_state["draft"] = app.session_state["draft"].changed(scenario)
    app.run()
    assert not app.exception


@pytest.mark.parametrize("metric", ["enrolled", "cumulative_payouts_idr"])
def test_bars_and_shares_are_those_of_the_command_line(metric):
    path = SCENARIOS / "dua-puluh-persen-2026.json"
    options = ("--metric", metric, "--month", "2026-12", "--draws", "1000")
    message = json.loads(simulator("sensitivity", path, *options).stdout)
    scenario = load("dua-puluh-persen-2026").scenario
    c = context_of(project(scenario, KENDAL, PROGRAMME))
    shares = variance_shares(scenario, KENDAL, PROGRAMME, metric, 16)
    found = tornado(scenario, KENDAL, PROGRAMME, metric, 16)
    chart = swing_chart(c, found, shares, 1000, finding(c, shares, metric, 16, 1000, "id"), "id")
    assert chart.middle.value == message["value"]
    moved = [one for one in message["settings"] if one["at_low"] != one["at_high"]]
    for bar, one in zip(chart.bars, moved, strict=True):
        ends = [end.value for end in (bar.low, bar.high, bar.at_low, bar.at_high)]
        assert ends == [one[name] for name in ("low", "high", "at_low", "at_high")]
    assert max(message["groups"].values()) in [q.value for q in chart.title.quantities]


def test_an_end_that_was_worked_out_has_one_decimal_and_one_that_was_typed_all_of_its_own():
    scenario = load("komitmen-september").scenario
    found = tornado(scenario, KENDAL, PROGRAMME, "enrolled", 16, ((FLOOR, 0.4125, 0.8),))
    c = context_of(project(scenario, KENDAL, PROGRAMME))
    chart = swing_chart(c, found, VarianceShares({}, {}), 0, "", "id")
    ends = {str(bar.name): (shown(bar.low, "id"), shown(bar.high, "id")) for bar in chart.bars}
    assert ends["Keterlaksanaan komitmen"] == (
        "71,4 %",
        "96,7 %",
    )  # of 60–98 %, the part that all offices share
    assert ends["Partisipasi minimal OPD"] == ("41,25 %", "80 %")
    why = "ujungnya lebih sempit daripada rentang satu kantor di bawah."
    assert str(middle_sentence(c, chart, found, "id")).endswith(why)
    alike = with_values(
        scenario, {"uncertainty.unit_variance_share": 0.0}
    )  # then the whole range 60–98 % is used
    assert why not in str(middle_sentence(c.of(project(alike, KENDAL, PROGRAMME)), chart, found, "id"))


def test_what_is_known_narrows_the_band_and_a_figure_of_money_moves_no_people():
    scenario = load("dua-puluh-persen-2026").scenario
    found = what_to_find_out(scenario, KENDAL, PROGRAMME, "enrolled", 16, 400)
    widths = [one.width for one in found.known]
    assert widths == sorted(widths) and widths[-1] < found.width
    assert "risk.accidents_per_1000_year" not in [one.setting for one in found.known]
    c = context_of(project(scenario, KENDAL, PROGRAMME))
    (ask,) = find_out_ask(c, "id")
    assert "daftar peserta pengganti per OPD dari cabang BPJS Ketenagakerjaan" in str(ask)


def test_the_page_says_of_the_first_figure_what_the_hand_outs_ask_for(app, monkeypatch):
    drawn = {}
    monkeypatch.setattr(decides, "draw_lines", lambda lines, *, key: drawn.update({key: lines}))
    app.run()
    c = context_of(project(load("dua-puluh-persen-2026").scenario, KENDAL, PROGRAMME))
    (ask,) = find_out_ask(c, "id")
    (narrowing,) = ask.quantities
    figure = str(ask).removeprefix("Data yang perlu dicari dahulu: ").split(";")[0]
    first = drawn["decides-find-out"][0]
    assert figure in str(first) and narrowing.value in [q.value for q in first.quantities]


def test_of_payouts_the_death_rate_is_asked_for_first_with_dates_of_birth_and_death():
    scenario = load("dua-puluh-persen-2026").scenario
    found = what_to_find_out(scenario, KENDAL, PROGRAMME, "cumulative_payouts_idr", 16, 1000)
    assert found.known[0].setting == "risk.deaths_per_1000_year"
    c = context_of(project(scenario, KENDAL, PROGRAMME))
    assert "tanggal lahir" in str(find_out_lines(c, found, "id")[0])


def test_where_everything_is_fixed_nothing_is_to_be_found_out():
    certain = {"uncertainty.ranges": (), "risk.deaths_per_1000_year": 5.0}
    scenario = with_values(load("dua-puluh-persen-2026").scenario, certain)
    found = what_to_find_out(scenario, KENDAL, PROGRAMME, "enrolled", 16, 400)
    assert found.known == ()
    assert find_out_ask(context_of(project(scenario, KENDAL, PROGRAMME)), "id") == []


@pytest.mark.parametrize(
    ("changes", "title", "headings"),
    [
        ({"uncertainty.draws": 199}, "Simulasinya hanya 199, terlalu sedikit untuk menyebut", []),
        (
            {
                "uncertainty.ranges": (),
                "risk.deaths_per_1000_year": 5.0,
                "uncertainty.mortality_year_cv": 0.0,
            },
            "Tidak ada yang membuat peserta",
            ["Yang perlu dicari tahu dulu"],
        ),
    ],
)
def test_few_simulations_are_not_taken_for_certainty_and_no_table_stands_empty(
    app, monkeypatch, changes, title, headings
):
    texts = []
    monkeypatch.setattr(decides, "draw_title", lambda words, *, key: texts.append(str(words)))
    draft = app.session_state["draft"]
    app.session_state["draft"] = replace(draft, scenario=with_values(draft.scenario, changes))
    app.run()
    assert texts[-1].startswith(title)
    assert [one.value for one in app.header] == [*headings, "Rentang untuk hal di luar keputusan perencana"]


def test_of_few_draws_nothing_is_reported_as_worth_finding_out():
    scenario = load("dua-puluh-persen-2026").scenario
    few, enough = (
        what_to_find_out(scenario, KENDAL, PROGRAMME, "enrolled", 16, draws) for draws in (199, 200)
    )
    assert few.known == () and enough.known != ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_how_far_the_band_narrows_is_redone_on_a_pocket_calculator(lang):
    scenario = load("dua-puluh-persen-2026").scenario
    found = what_to_find_out(scenario, KENDAL, PROGRAMME, "enrolled", 16, 400)
    path = found.known[0].setting
    c = context_of(project(scenario, KENDAL, PROGRAMME))
    explanation = explain(quantity(c, "band_narrowing", find_out=found, month=16, path=path).origin, lang)
    assert computed(str(explanation.calculation), lang) == pytest.approx(
        1 - found.known[0].width / found.width, rel=1e-6
    )
    assert [term.quantity.value for term in explanation.terms] == [found.width, found.known[0].width]


def test_a_decision_gets_a_bar_between_the_values_typed_for_it(app):
    path = "participation.opd.target_share"
    app.session_state["decides_bars"] = True
    app.run()
    app.multiselect(key="decides_decisions").select(path).run()
    app.text_input(key=f"decides low {path}").set_value("40").run()
    app.text_input(key=f"decides high {path}").set_value("95,5").run()
    assert not app.exception and not app.error
    assert app.session_state[f"decides high {path}"] == "95,5"
    app.text_input(key=f"decides high {path}").set_value("195").run()
    assert "di luar batas" in app.error[0].value


@pytest.mark.parametrize("path", ["participation.opd.ramp_months", "participation.opd.target_share"])
def test_a_decision_has_its_bar_in_the_run_in_which_it_is_chosen(app, monkeypatch, path):
    drawn = []
    monkeypatch.setattr(decides, "tornado", lambda *of: drawn.append(tornado(*of)) or drawn[-1])
    app.session_state["decides_bars"] = True
    app.run()
    app.multiselect(key="decides_decisions").select(path).run()
    assert not app.exception and path in [one.setting for one in drawn[-1].swings]


def test_the_break_even_value_of_a_lever_meets_the_target_and_a_little_less_does_not():
    scenario = load("komitmen-september").scenario
    c = context_of(project(scenario, KENDAL, PROGRAMME))
    found = {one.lever: one for one in break_even_answers(c, 16)}
    opd = found["participation.opd.target_share"]
    assert opd.feasible
    for value, met in ((opd.value, True), (opd.value - 0.001, False)):
        changed = with_values(scenario, {"participation.opd.target_share": value})
        share = project(changed, KENDAL, PROGRAMME).coverage_share[16]
        assert bool(share >= scenario.target.coverage_share) is met


@pytest.mark.parametrize("target", [0.15, 0.2])
def test_of_a_target_that_is_met_the_table_says_how_far_each_lever_can_go_until_it_no_longer_is(target):
    # 2,069 of 10,345 with 70.1 % of participating OPD: no lever must move for 20 %
    changes = {"target.coverage_share": target, "workforce.asn_growth_per_year": -0.01}
    scenario = with_values(load("dua-puluh-persen-2026").scenario, changes)
    c = context_of(project(scenario, KENDAL, PROGRAMME))
    answers = break_even_answers(c, 16)
    rows = {one.lever: row.cells for one, row in zip(answers, break_even_table(c, answers, 16, "id").rows)}
    assert str(rows["participation.other.target_share"][2]) == "tercapai berapa pun nilainya"
    last = rows[FLOOR][2]
    kept, coverage = (quantity.value for quantity in last.quantities)
    assert str(last).startswith("masih tercapai sampai ") and kept <= 0.701 and coverage >= target
    less = with_values(scenario, {FLOOR: kept - 0.001})
    assert project(less, KENDAL, PROGRAMME).coverage_share[16] < target
    assert not any("tidak tercapai" in str(cells[2]) for cells in rows.values())


def test_two_settings_at_once_are_plain_projections_of_each_pair():
    scenario = load("dua-puluh-persen-2026").scenario
    paths = ("delivery.realised_share", "participation.opd.ramp_months")
    values = (np.array([0.5, 1.0]), np.array([6.0, 12.0, 24.0]))
    found = two_way(scenario, KENDAL, PROGRAMME, "enrolled", 12, paths, values)
    for i, share in enumerate(values[0]):
        for j, months in enumerate(values[1]):
            pair = {paths[0]: float(share), paths[1]: int(months)}
            assert found[i, j] == project(with_values(scenario, pair), KENDAL, PROGRAMME).enrolled[12]
