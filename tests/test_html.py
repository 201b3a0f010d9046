"""Tables as HTML: numbers are buttons if they have an explanation, and columns declared as numbers are right-aligned."""

import re

from explaining import context_of
from regency import PROGRAMME

from simulator.model.projection import project
from simulator.report.explain.explanation import quantity
from simulator.report.tables.table import Column, Row, Table
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load
from simulator.ui.html import Html
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence


def enrolled():
    scenario = load("komitmen-september").scenario
    return quantity(
        context_of(project(scenario, read_baseline_named(scenario.baseline), PROGRAMME)), "enrolled_now"
    )


def written(*cells, number=True):
    page = Html("id")
    columns = (Column("Nama"), *(Column("Besar", number) for _ in cells[1:]))
    return page.table(Table(columns, (Row(cells),))), page


def test_a_number_that_something_explains_is_a_button_that_finds_it_again():
    number = enrolled()
    html, page = written("peserta", number)
    (place,) = re.findall(
        r'<button type="button" class="quantity origin published" data-id="(\d+)" [^>]*>974</button>', html
    )
    assert page.quantities[int(place)] is number


def test_a_number_without_an_explanation_is_no_button():
    html, page = written("rencana", Quantity(1256, "people"))
    assert '<span class="quantity">1.256</span>' in html and "<button" not in html and not page.quantities


def test_numbers_stand_at_the_right_because_their_column_says_so():
    assert '<td role="cell" data-title="Besar" class="number">12 orang</td>' in written("a", "12 orang")[0]
    assert 'class="number"' not in written("a", "12", number=False)[0]
    assert '<th scope="col" role="columnheader" class="number">Besar</th>' in written("a", None)[0]


def test_what_stands_below_in_a_cell_is_in_small_print_and_an_empty_cell_is_empty():
    apart = Sentence("id", ("(", Quantity(3, "people", form="signed"), ")"))
    html, _ = written("a", (Quantity(5, "people"), apart), None)
    assert (
        '<span class="quantity">5</span><small><span class="whole">(<span class="quantity">+3</span>)</span></small></td>'
        in html
    )
    assert html.endswith('class="number"></td></tr></tbody></table></div>')


def test_texts_are_escaped_and_long_addresses_may_break():
    assert "&lt;b&gt;a/<wbr>b_<wbr>c&lt;/<wbr>b&gt;" in written("x", "<b>a/b_c</b>", number=False)[0]
    assert Html("id").lines(["a & b"]) == '<ul class="plain-lines"><li>a &amp; b</li></ul>'


def test_a_total_is_named_by_its_class_and_a_scrolling_table_by_its_label():
    table = Table(
        (Column("Nama"), Column("Besar", True)), (Row(("Jumlah", Quantity(1, "people")), is_total=True),)
    )
    html = Html("id").table(table, look="wide", label="Tiap <bulan>")
    assert html.startswith(
        '<div class="wide" role="region" tabindex="0" aria-label="Tiap &lt;bulan&gt;"><table'
    )
    assert '<tr role="row" class="total"><th scope="row" role="rowheader">Jumlah</th>' in html
