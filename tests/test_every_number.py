"""Every number on a page opens an explanation of its value, and no number in a sentence is mere text.

Pages are drawn in this process, without a browser; the numbers that `Html` writes are those a person can
press. To test another page, add the steps that open all of it to `PAGES`.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.metrics import METRICS
from simulator.model.months import month_name
from simulator.model.scenario import SETTINGS
from simulator.planning.groups import unit_groups
from simulator.report.explain.explanation import explain
from simulator.report.sentences.unit_names import row_name
from simulator.store import draft_store
from simulator.store.baseline_files import read_baseline_named
from simulator.store.draft_store import opened
from simulator.store.places import ROOT
from simulator.store.scenario_store import list_scenarios
from simulator.ui import html, session
from simulator.ui.html import Html
from simulator.ui.pages import scenario_rows
from simulator.ui.pages.compare import WORK
from simulator.ui.pages.sources import SECTIONS
from simulator.ui.pages.unit_rows import VIEWS, UnitRows
from simulator.words import LANGUAGES
from simulator.words.quantity import Quantity

RECORDED = datetime(2026, 1, 5, 8, 7)
LEVER = "lever participation.opd.target_share"
MONTHS = {name for words in LANGUAGES.values() for name in (*words.months, *words.short_months)}
MONTH = re.compile(rf"(\d+ )?({'|'.join(MONTHS)}) \d{{4}}( \d\d[.:]\d\d)?")  # a day and a time, too
SOURCE = re.compile(r"\bS\d+\b")
NUMBER = re.compile(r"<button[^>]*class=.quantity.*?</button>", re.DOTALL)
TAG = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
BLOCK = re.compile(r"<style>.*?</style>|</?(?:p|div|li|tr|h\d|dt|dd|summary|caption)\b[^>]*>", re.DOTALL)
WORDS_WITH_DIGITS = (
    "100 %",  # a definition: one worker per ASN
    "PP 50/2025",
    "65",  # the age at which membership ends by law
    "1.000",
    "1,000",  # the number of people that a rate refers to
)
ADDING_UP = ("attribution_part", "attribution_place")
ADDING_UP_BY = {"people": 1.0, "count": 1.0, "points": 0.0001, "ratio_difference": 0.01}
CASES = (("komitmen-september", "id"), ("banyak-yang-berhenti", "en"), ("contoh", "id"))
"""Scenarios and languages: a missed target, one lost again, and one met in the fictitious regency."""


def overview(at: AppTest) -> None:
    """The slide, what it takes with every way, the strip of a change, the table by month."""
    if at.button(key="ov-ask").label:
        at.button(key="ov-ask").click().run()
    at.session_state["ov-more"] = at.session_state["ov-table"] = True
    at.run()
    at.slider(key=LEVER).set_value(55).run()
    at.session_state["ov-view"] = "since_start"
    at.run()


def sources(at: AppTest) -> None:
    """Every section, and the whole sidebar."""
    at.session_state["advanced"] = at.session_state["fading"] = True
    for section in SECTIONS:
        at.session_state[f"sources_{section}"] = True
    at.run()


def units(at: AppTest) -> None:
    """The table in its three views, and the sheets of the first row, of the last and of a unit published at 100 %."""
    for view in VIEWS:
        at.session_state["units_chosen_view"] = view
        at.run()
    baseline = read_baseline_named(at.session_state["draft"].scenario.baseline)
    rows = unit_groups(baseline)
    named = [baseline.codes[row.units[0]] for row in rows if row.published_names]
    for key in (rows[0].key, rows[-1].key, *named[:1]):
        at.query_params["unit"] = key
        at.run()


def meeting(at: AppTest) -> None:
    """A lever moved, and the replay of its move."""
    at.slider(key=LEVER).set_value(55).run()
    at.button(key="mt-replay").click().run()


def compare(at: AppTest) -> None:
    """Scenarios on the same data with every part of their difference, then on the data of two regencies."""
    at.session_state["why"] = True
    at.session_state["compared"] = [WORK, "dua-puluh-persen-2026", "irama-rakor-monev"]
    at.run()
    for metric in ("coverage_share", "contributions_idr", "claims_ratio", "units_joined"):
        at.selectbox(key="why_metric").select_index(list(METRICS).index(metric)).run()
    other = "contoh" if at.session_state["draft"].stem != "contoh" else "komitmen-september"
    at.session_state["compared"] = [WORK, other]
    at.run()


def actuals(at: AppTest) -> None:
    """Every month with actuals, units near the plan, all records, and a list that corrects some."""
    at.session_state["actuals_near"] = at.session_state["actuals_log"] = True
    at.button_group(key="actuals_way").select("paste").run()
    month = log_of(at.session_state["draft"].scenario.baseline).months()[-1]
    corrected = f"Bulan;Unit;Peserta;Lunas\n{month};Jumlah;1234;\n2026-10;Jumlah;1300;1200"
    at.text_area(key="actuals_paste_0").set_value(corrected).run()


def next_units(at: AppTest) -> None:
    """Each kind of question, some offices kept in and some left out."""
    baseline = read_baseline_named(at.session_state["draft"].scenario.baseline)
    rows = [row.key for row in unit_groups(baseline) if row.segment == "kecamatan"]
    for kind in ("visits", "budget_idr", "target"):
        at.session_state["next_kind"] = kind
        at.run()
    at.session_state["next_must"], at.session_state["next_never"] = rows[-1:], rows[:2]
    at.session_state["next_other"] = True
    at.run()


def scenarios(at: AppTest) -> None:
    """The list of files, with the results for their targets."""


def decides(at: AppTest) -> None:
    """Bars, shares, things to find out and ranges for the enrolled and for payouts, with all folded parts open."""
    for name in ("more_asks", "bars", "break_even", "two_way"):
        at.session_state[f"decides_{name}"] = True
    at.session_state["ranges_others"] = True
    at.session_state["decides_decisions"] = ["participation.opd.target_share"]
    at.run()
    at.selectbox(key="decides_metric").select_index(3).run()


PAGES: dict[str, Callable[[AppTest], None]] = {
    "overview": overview,
    "meeting": meeting,
    "sources": sources,
    "units": units,
    "decides": decides,
    "compare": compare,
    "actuals": actuals,
    "scenarios": scenarios,
    "next_units": next_units,
}
"""By page, the steps of a person until everything has been drawn."""


@dataclass
class Drawn:
    """The content drawn on a page: its quantities, the words around them, and each new line."""

    quantities: list[Quantity] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


@pytest.fixture
def drawn(monkeypatch, tmp_path):
    """Everything drawn from now on; drafts are stored elsewhere, and it is November 2026."""
    seen, number, cell = Drawn(), Html.number, UnitRows.number

    def writes(page, quantity, **how):
        seen.quantities.append(quantity)
        return number(page, quantity, **how)

    def fills(rows, row, column, quantity):
        seen.quantities.append(quantity)
        return cell(rows, row, column, quantity)

    def draws(written, **how):
        whole = NUMBER.sub("…", written).replace("<wbr>", "")
        if whole != written.replace("<wbr>", ""):  # the texts of sources have numbers of their own
            seen.words += TAG.sub("\n", whole).split("\n")
        lines = BLOCK.sub("\n", written.replace("<wbr>", "").replace("</td>", " | ").replace("</th>", " | "))
        plain = (" ".join(unescape(TAG.sub("", line)).split()) for line in lines.split("\n"))
        seen.lines += [line for line in plain if line and line not in seen.lines]

    monkeypatch.setattr(Html, "number", writes)
    monkeypatch.setattr(UnitRows, "number", fills)
    monkeypatch.setattr(html, "draw", draws)
    monkeypatch.setattr(draft_store, "DRAFTS", tmp_path)
    monkeypatch.setattr(scenario_rows, "moment", lambda when, lang: "…")  # the time of an import
    monkeypatch.setattr(session, "actuals", lambda: log_of(session.scenario().baseline))
    return seen


def log_of(name: str) -> Actuals:
    """Three months of a regency's actuals, the last one also by unit: some behind, in arrears, and corrected."""
    baseline = read_baseline_named(name)
    months = [month_name(baseline.month + t) for t in (1, 2, 3)]
    totals = [
        {"enrolled": 1190 + t, "paid_up": 1150 + t, "deaths": 3, "left": 9, "contributions_idr": 19_320_000}
        for t in range(3)
    ]
    units = [
        {"enrolled": int(n * 0.9), "paid_up": int(n * 0.8), "accidents": i % 2}
        for i, n in enumerate(baseline.enrolled)
    ]
    lines = [*((month, TOTAL, of) for month, of in zip(months, totals)), (months[0], TOTAL, {"deaths": None})]
    lines += [(months[-1], code, of) for code, of in zip(baseline.codes, units)]
    return Actuals(Record(RECORDED.isoformat(), "Ani", "log.xlsx", *line) for line in lines)


def run(page: str, stem: str, lang: str) -> AppTest:
    """The app on a page, with a scenario opened, after all steps of `PAGES`."""
    at = AppTest.from_file(str(ROOT / "app.py"))
    state = {"token": "0" * 16, "notice": (), "draft": opened(stem), "lang": lang, "page_wanted": page}
    for name, value in state.items():
        at.session_state[name] = value
    at.run()
    PAGES[page](at)
    assert not at.exception, at.exception
    return at


def unexplained(quantity: Quantity, lang: str) -> bool:
    """Whether a quantity has no explanation, or one with another value than the one shown."""
    if quantity.origin is None:
        return True
    value = explain(quantity.origin, lang).quantity.value
    if quantity.value is None:
        return not math.isnan(value)
    return not abs(value - quantity.value) <= _rounding(quantity)


def _rounding(quantity: Quantity) -> float:
    """How much a shown value may differ from the exact one."""
    if quantity.origin.key in ADDING_UP:
        return 2 * (
            quantity.step or ADDING_UP_BY[quantity.unit]
        )  # both ends are rounded, and so are the parts
    subject = quantity.origin.subject
    parts = subject if isinstance(subject, tuple) else ()
    values = [quantity.value, *(part.value for part in parts)]
    of_unit = {
        "people": 1.0,
        "asn": 1.0,
        "share": 0.001,
        "points": 0.0001,
        "ratio": 0.005,
        "deaths": 0.05,
        "idr": 0.005 * max(map(abs, values)),
    }
    return of_unit.get(quantity.unit, 0.0) + (quantity.step or 0.0) + 1e-9 * max(1.0, *map(abs, values))


def _names(at: AppTest, lang: str) -> list[str]:
    """Names of things, and texts from the data."""
    scenario = at.session_state["draft"].scenario
    baseline = read_baseline_named(scenario.baseline)
    baselines = [
        baseline,
        *([read_baseline_named(baseline.facts.alternative)] if baseline.facts.alternative else []),
    ]
    rows = [row_name(row, baseline, lang) for row in unit_groups(baseline)]
    noted = (*baseline.facts.facts, *baseline.facts.history)
    notes = [note[lang] for note in (point.note for point in noted) if note]
    seed = SETTINGS["uncertainty.seed"]
    seeds = (f"{seed.low} – {seed.high}", str(seed.reference), str(scenario.uncertainty.seed))
    saved = [entry.scenario.name for entry in list_scenarios()]
    units, readings = baseline.unit_names, (of.facts.reading[lang] for of in baselines)
    return [scenario.name, *saved, *rows, *units, *readings, *notes, *seeds]


def digits_left(words: str, names: list[str]) -> str:
    """The digits in words that are no month's, no source's, no name's and no law's."""
    words = unescape(words).replace("\u00a0", " ")
    for known in sorted((*names, *WORDS_WITH_DIGITS), key=len, reverse=True):
        words = words.replace(known, "")
    plain = SOURCE.sub("", MONTH.sub("", words))
    return "".join(re.findall(r"\d+", plain))


@pytest.mark.parametrize(("stem", "lang"), CASES)
@pytest.mark.parametrize("page", PAGES)
def test_every_number_drawn_is_explained_by_the_value_it_shows(page, stem, lang, drawn, monkeypatch, golden):
    monkeypatch.setattr(session, "lang", lambda: lang)  # also while a choice is made, outside a run
    at = run(page, stem, lang)
    numbers = [quantity for quantity in drawn.quantities if quantity.value is not None]
    assert len(numbers) > 5
    wrong = {
        (number.origin.key if number.origin else "", number.value)
        for number in numbers
        if unexplained(number, lang)
    }
    assert wrong == set()
    names = _names(at, lang)
    left = {words for words in set(drawn.words) if digits_left(words, names)}
    assert left == set()
    if stem != "contoh":
        golden(f"{page}.{lang}", "\n".join(drawn.lines))
