"""A band behind a line is the same on screen, slides, paper and in the workbook: its edges are as given."""

import io
from dataclasses import replace

import openpyxl
import pytest
from pptx import Presentation

from simulator.handouts.book import Book
from simulator.handouts.book_bands import area_chart, write_bands
from simulator.handouts.deck.boxes import Box
from simulator.handouts.deck.charts import line_chart
from simulator.handouts.line_chart import draw_chart
from simulator.handouts.paper import Paper
from simulator.handouts.properties import Properties
from simulator.report.charts.chart import SHARES, Band, Chart, Marks, Point, Series
from simulator.report.charts.theme import (
    BACKGROUND,
    DARK,
    PAYOUTS_LOOK,
    PROJECTION_LOOK,
    SOFT,
    contrast_ratio,
)
from simulator.report.tables.table import Table
from simulator.ui.chart import over_months
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence
from tests.handout_cases import TODAY
from tests.rendered import pages

START = 2025 * 12 + 7  # August 2025
LINE = (974.0, 1250.0, 2069.0)
EDGES = (
    (974.0, 1000.0, 1100.0),
    (974.0, 1050.0, 1200.0),
    (974.0, 1100.0, 1350.0),
    (974.0, 1150.0, 1500.0),
    (974.0, 1200.0, 1900.0),
)
PLAN, LIKELY = "bila semua berjalan sesuai rencana", "yang wajar terjadi"


def points(values):
    return tuple(Point(START + t, Quantity(value, "people")) for t, value in enumerate(values))


def chart(*looks, scale=1.0):
    band = Band(LIKELY, tuple(map(points, EDGES)))
    series = tuple(Series(PLAN, points(LINE), look, band=band) for look in looks or [PROJECTION_LOOK])
    return Chart(Sentence("id", ("Peserta",)), "alt", "peserta", series, Table((), ()), scale=scale)


def test_the_screen_fills_from_edge_to_edge_and_the_half_in_the_middle_is_darker():
    outer, inner, line = over_months.figure(chart(), "id", 300)["data"]
    low, near, _, far, high = map(list, EDGES)
    assert (outer["y"], inner["y"]) == (low + high[::-1], near + far[::-1])
    assert outer["x"] == outer["x"][::-1] == inner["x"] and outer["x"][: len(low)] == line["x"]
    assert outer["fill"] == inner["fill"] == "toself"
    soft, over = (float(area["fillcolor"].split(", ")[-1].rstrip(")")) for area in (outer, inner))
    assert soft == SOFT and 1 - (1 - soft) * (1 - over) == pytest.approx(DARK)
    assert (outer["line"]["width"], inner["line"]["width"]) == (1, 0)
    assert line["y"] == list(LINE) and line["name"] == PLAN
    assert (
        outer["text"][2]
        == outer["text"][-3]
        == f"<b>{LIKELY}</b><br>Oktober 2025: 1.100 sampai 1.900, separuhnya 1.200 sampai 1.500"
    )


def test_line_and_band_have_their_names_beside_their_ends_and_only_the_line_a_value():
    notes = [note["text"] for note in over_months.figure(chart(), "id", 300)["layout"]["annotations"]]
    assert notes == ["bila semua<br>berjalan<br>sesuai rencana<br><b>2.069</b>", "yang wajar<br>terjadi"]


def test_the_axis_holds_a_band_above_its_line():
    one = chart()
    low = replace(one, series=(replace(one.series[0], points=points((974.0, 980.0, 990.0))),))
    assert low.highest == 1900 and over_months.top_of(low) > 1900


def test_a_band_differs_from_white_and_its_parts_from_each_other_by_light_alone():
    def on_white(colour, opacity):
        channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        return "#" + "".join(f"{round(255 - (255 - channel) * opacity):02x}" for channel in channels)

    for look in (PROJECTION_LOOK, PAYOUTS_LOOK):
        soft, dark = on_white(look.colour, SOFT), on_white(look.colour, DARK)
        assert contrast_ratio(soft, BACKGROUND) > 1.2 and contrast_ratio(dark, soft) > 1.25
        assert contrast_ratio(look.colour, BACKGROUND) > 4.5  # the edges are drawn in that colour
    assert PROJECTION_LOOK.dash != PAYOUTS_LOOK.dash  # the dashes tell two bands apart


@pytest.mark.parametrize("looks", [(PROJECTION_LOOK,), (PROJECTION_LOOK, PAYOUTS_LOOK)])
def test_slides_stack_areas_to_the_edges_of_the_first_band(looks):
    slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    line_chart(slide, Box(0, 0, 700, 400), chart(*looks), "id")
    (native,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    areas, lines = (list(plot.series) for plot in native.plots)
    sums = [sum(values) for values in zip(*(area.values for area in areas[:1]))]
    for area, edge in zip(areas, (EDGES[i] for i in (0, 1, 3, 4))):
        sums = list(area.values) if area is areas[0] else [a + b for a, b in zip(sums, area.values)]
        assert sums == pytest.approx(list(edge))
    of_bands = lines[: 3 * len(looks)]  # edges and the middle, which carries the name
    for low, high, _ in (of_bands[at : at + 3] for at in range(0, len(of_bands), 3)):
        assert [list(low.values), list(high.values)] == [list(EDGES[0]), list(EDGES[-1])]
    assert [list(line.values) for line in lines[len(of_bands) :]] == [list(LINE)] * len(looks)
    assert areas[0].format.fill.type is None or "noFill" in areas[0].format.fill._xPr.xml
    assert [
        f'alpha val="{round(o * 100_000)}"' in a.format.fill._xPr.xml
        for a, o in zip(areas[1:], (SOFT, DARK, SOFT))
    ] == [True] * 3
    words = " ".join(s.text_frame.text.replace("\n", " ") for s in slide.shapes if s.has_text_frame)
    assert PLAN in words and LIKELY in words


def test_paper_draws_it_and_names_both_in_full():
    paper = Paper(Properties("Uji", "", "", "", "id", TODAY))
    paper.add_page()
    with paper.tagged("Figure", "alt"):
        draw_chart(paper, chart(), 13, 20, 110, 70, 7.2)
    data = paper.data()
    assert f"/ca {SOFT}".encode() in data and f"/ca {DARK}".encode() in data
    (page,) = pages(data)
    assert all(word in page.text for word in (PLAN + " " + LIKELY).split())


def test_the_workbook_has_the_edges_in_cells_and_areas_upon_them():
    book, band = Book(Properties("Uji", "", "", "", "id", TODAY), "kaki"), chart().bands[0][1]
    held = replace(chart(), marks=Marks((START + 1,), "Rakor Monev"))
    write_bands(book, [held, chart()])
    areas = area_chart(book, PROJECTION_LOOK, band, 0)
    book.workbook.get_worksheet_by_name("Yang wajar").insert_chart(10, 0, areas)
    header, *rows = openpyxl.load_workbook(io.BytesIO(book.data()))["Yang wajar"].iter_rows(values_only=True)
    assert header[1] == PLAN and header[-1] == "Rakor Monev"
    assert [row[-1] for row in rows] == [0, 1, 0]
    assert header[2:7] == tuple(f"{LIKELY}: batas {share:.0%}".replace("%", " %") for share in SHARES)
    for t, row in enumerate(rows):
        edges = tuple(edge[t] for edge in EDGES)
        assert row[1] == row[10] == LINE[t] and row[2:7] == edges == row[11:16]
        assert row[7:10] == (f"=D{t + 2}-C{t + 2}", f"=F{t + 2}-D{t + 2}", f"=G{t + 2}-F{t + 2}")
