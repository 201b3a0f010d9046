"""Two scenarios simulated with the same luck: the differences come from the scenarios alone."""

import io
from dataclasses import replace

import numpy as np
import pytest
from openpyxl import load_workbook

from simulator.handouts.brief_words import brief_words
from simulator.handouts.files import HAND_OUTS
from simulator.handouts.summary import summary_text
from simulator.handouts.writing import written, written_table
from simulator.model.scenario import with_values
from simulator.model.simulation import simulate
from simulator.report.apart import Apart, apart_from_first, with_seed_of_first
from simulator.report.explain.explanation import explain, quantity
from simulator.report.sentences.apart import apart_sentences
from simulator.report.tables.apart import apart_table
from simulator.report.tables.table import pieces
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES
from simulator.words.numbers import NO_BREAK, shown
from simulator.words.provenance import with_mark
from simulator.words.quantity import Quantity
from simulator.words.sentence import sentence
from tests.calculating import computed
from tests.explaining import PROGRAMME, context_of
from tests.handout_cases import TODAY, contexts_of, projected

MONTH = 24
SERIES = ("enrolled", "cumulative_contributions_idr", "cumulative_payouts_idr")


def simulated(stem="dua-puluh-persen-2026", draws=400, seed=7, **changes):
    scenario = with_values(load(stem).scenario, changes)
    s = simulate(scenario, read_baseline_named(scenario.baseline), PROGRAMME, draws, seed)
    return context_of(s.projection, simulation=s)


@pytest.fixture(scope="module")
def pair():
    one, other = simulated(), simulated("komitmen-september", draws=300)
    return Apart(one, other, ("Dua puluh", "Komitmen"), one.baseline.month + MONTH)


@pytest.mark.parametrize("series", SERIES)
def test_range_and_chance_are_those_of_the_draws_one_by_one(pair, series):
    apart = pair.one.simulated.series(series)[MONTH, :300] - pair.other.simulated.series(series)[MONTH]
    for edge, share in (("p5", 0.05), ("p50", 0.5), ("p95", 0.95)):
        number = quantity(pair, "apart_edge", series=series, edge=edge)
        assert number.value == pytest.approx(np.quantile(apart, share))
        assert "Dua puluh" in explain(number.origin, "id").title
    chance = quantity(pair, "apart_chance", series=series)
    assert chance.value == (apart > 1e-6).mean()
    assert computed(str(explain(chance.origin, "en").calculation), "en") == pytest.approx(chance.value)


@pytest.mark.parametrize("series", SERIES)
def test_the_line_is_the_difference_of_the_projections(pair, series):
    line = quantity(pair, "apart_line", series=series)
    enrolled = pair.one.projection.enrolled[MONTH] - pair.other.projection.enrolled[MONTH]
    assert series != "enrolled" or line.value == pytest.approx(enrolled)
    assert computed(str(explain(line.origin, "id").calculation), "id") == pytest.approx(line.value, rel=1e-6)


def test_the_same_luck_makes_differences_far_narrower_than_their_scenarios(pair):
    one, other = simulated(), simulated(**{"participation.other.target_share": 0.06})
    apart = Apart(other, one, ("B", "A"), one.baseline.month + MONTH).differences("enrolled")
    assert apart.std() < one.simulated.enrolled[MONTH].std() / 5


def test_the_same_scenario_is_always_the_same_and_has_no_chance():
    one = simulated()
    table = apart_table([Apart(one, one, ("A", "A"), one.baseline.month + MONTH)], "id")
    assert [row.cells[-1] for row in table.rows] == ["selalu sama"] * 3


def test_the_table_shows_line_range_and_chance_in_words(pair):
    (people, *_) = apart_table([pair], "id").rows
    name, line, likely, chance = people.cells
    assert name == "Dua puluh: peserta" and shown(line, "id") == "+813"
    low, high = (quantity(pair, "apart_edge", series="enrolled", edge=edge) for edge in ("p5", "p95"))
    assert str(likely) == f"+{shown(low, 'id')} sampai +{shown(high, 'id')}"
    assert shown(chance, "id") == "lebih dari 95 %"


def test_draws_of_two_seeds_are_not_held_against_each_other(pair):
    with pytest.raises(ValueError, match="seeds"):
        Apart(pair.one, simulated(seed=8), ("A", "B"), pair.month)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_message_brief_and_workbook_say_how_sure_a_difference_is_as_the_page_has_it(lang):
    contexts = contexts_of(projected("komitmen-september"), projected("dua-puluh-persen-2026"))
    (sentence_made,) = apart_sentences(contexts, ["A", "B"], lang)
    last = int(contexts[0].projection.months[-1])
    (pair,) = apart_from_first(with_seed_of_first(contexts), ["A", "B"], last)
    (row, *_) = apart_table([pair], lang).rows
    parts = [part for cell in row.cells for part in pieces(cell)]
    numbers = [of for part in parts for of in getattr(part, "quantities", [part]) if isinstance(of, Quantity)]
    assert [of.value for of in sentence_made.quantities] == [of.value for of in numbers] and len(numbers) == 4
    names = ["A · Komitmen September", "B · 20 % pada Desember 2026"]
    (named,) = apart_sentences(contexts, names, lang)
    short, words = (written(one, marks=False, space=" ") for one in (sentence_made, named))
    message = summary_text(contexts, lang, TODAY)
    book = load_workbook(io.BytesIO(HAND_OUTS["workbook"].made(contexts, lang, TODAY)))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    brief = next(brief_words([c.with_simulation() for c in contexts], lang, TODAY, False))
    assert f"{short} (±)" in cells
    for where in (message, brief.compared.note):
        assert words in where.replace("\xa0", " ")


def test_of_scenarios_with_the_same_enrolled_in_every_draw_nothing_is_reported():
    assert apart_sentences(contexts_of(*[projected("komitmen-september")] * 2), ["A", "B"], "id") == []


@pytest.mark.parametrize("lang, between", [("id", "sampai"), ("en", "to")])
def test_the_ends_of_a_range_below_nothing_carry_one_mark_around_both(lang, between):
    ends = {"low": Quantity(-931.0, "people"), "high": Quantity(-82.0, "people")}
    sentence_made = sentence("value.signed_range", lang, **ends)
    assert str(sentence_made) == f"−931 {between} −82"  # on screen, where a dotted line is the mark
    assert written(sentence_made, space=" ") == f"± (−931 {between} −82)"
    none_above = sentence("value.signed_range", lang, **(ends | {"high": Quantity(0.0, "people")}))
    assert written(none_above, space=" ") == f"± (−931 {between} 0)"
    made_up = {name: replace(end, basis="fictitious") for name, end in ends.items()}
    assert written(sentence("value.signed_range", lang, **made_up)) == f"−931 {between} −82"
    assert with_mark(ends["low"].written("signed"), lang) == "± (−931)"
    assert with_mark(replace(ends["low"], value=931.0).written("signed"), lang) == "± +931"


def test_the_table_of_a_slide_writes_a_likely_difference_so(pair):
    turned = Apart(pair.other, pair.one, ("Komitmen", "Dua puluh"), pair.month)
    _, rows = written_table(apart_table([turned], "id"), "id")
    likely = rows[0][2].replace(NO_BREAK, " ")
    low, high = likely.removeprefix("± (").removesuffix(")").split(" sampai ")
    assert likely == f"± ({low} sampai {high})" and low.startswith("−")
