"""The visit list of a whole regency on paper: one page as long as the text is readable, otherwise two with the reason."""

import csv
from datetime import date

import pytest

from simulator.handouts.files import VISIT_LIST
from simulator.planning.next_answer import Question
from simulator.planning.next_units import next_units
from simulator.report.tables.next_units import visit_table
from simulator.store.places import DATA
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES
from simulator.words.numbers import shown
from tests.explaining import context_of
from tests.handout_cases import on_one_line
from tests.regency import PROGRAMME, Regency, unit
from tests.rendered import pages

OWN = {"asn_basis": "published", "enrolled_basis": "published"}


def names(file):
    with (DATA / file).open(encoding="utf-8", newline="") as rows:
        return [row["name"] for row in csv.DictReader(rows)]


def listed(offices, lang="id"):
    """The table and the pages for a number of offices with names like Kendal's, including the longest."""
    called = [*names("opd_names.csv"), *names("kecamatan.csv")][:offices]
    units = [unit(f"U{i:02}", "opd", 15 + 7 * i, 3) | OWN | {"name": name} for i, name in enumerate(called)]
    baseline = Regency(units, [("2025-08", 3 * offices)], None).baseline()
    scenario = load("komitmen-september").scenario.model_copy(
        update={"overrides": (), "baseline": baseline.name}
    )
    answer = next_units(scenario, baseline, PROGRAMME, Question("2026-12", visits=99))
    assert len(answer.best.units) == offices == len(called)
    c = context_of(answer.best.present)
    made = VISIT_LIST.made([c], lang, date(2026, 11, 28), answer=answer)
    return visit_table(c, answer.best, lang), pages(made)


@pytest.mark.parametrize("offices", [30, 44])
def test_a_list_that_can_be_read_on_one_page_is_on_one(offices):
    table, sheets = listed(offices)
    (sheet,) = sheets
    assert sheet.outside() == [] and all(str(row.cells[0]) in on_one_line(sheet) for row in table.rows)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("offices", [47, 48, 58])
def test_a_longer_one_says_why_it_goes_on_and_ends_with_the_sum_of_all(offices, lang):
    table, (first, second) = listed(offices, lang)
    assert first.outside() == [] == second.outside()
    before, after = on_one_line(first), on_one_line(second)
    on_first = [str(row.cells[0]) in before for row in table.rows]
    held = sum(on_first)
    assert 40 < held < offices and on_first == [True] * held + [False] * (offices + 1 - held)
    assert all(str(row.cells[0]) in after for row in table.rows[held:])
    texts = {
        "id": f"Berlanjut di halaman 2: {offices - held} kantor lagi dan jumlah semuanya. Dengan huruf 8 pt,",
        "en": f"Continues on page 2 with the offices that remain ({offices - held}) and the sum of all. At 8 points,",
    }
    assert texts[lang] in before and {"id": "jumlah dari semua", "en": "the sum of all"}[lang] in after
    bills = shown(table.rows[-1].cells[3], lang)
    assert bills in after and bills not in before
