"""Rakor Monev as small marks on the month axis: on screen, on slides and on paper, and in words."""

from datetime import date

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE
from pptx.util import Pt

from simulator.handouts.deck.boxes import Box
from simulator.handouts.deck.charts import line_chart
from simulator.model.months import month_number
from simulator.model.projection import project
from simulator.model.scenario import with_values
from simulator.report.charts.compare import comparison
from simulator.report.charts.enrolment import enrolment
from simulator.report.charts.enrolment import meeting as in_the_meeting
from simulator.report.charts.money import money
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load
from simulator.ui.chart.marks import marks, marks_name
from simulator.words import LANGUAGES
from tests.explaining import PROGRAMME, context_of

KENDAL = read_baseline_named("kendal-2025-08")
PLEDGES = load("komitmen-september").scenario


def context(**monev):
    changes = {f"monev.{name}": value for name, value in monev.items()}
    return context_of(project(with_values(PLEDGES, changes), KENDAL, PROGRAMME))


def months(*texts):
    return tuple(map(month_number, texts))


def test_every_rakor_within_the_months_drawn_has_its_mark_those_before_the_data_too():
    c = context(first_month="2025-07", every_months=6, meetings=4)
    held = months("2025-07", "2026-01", "2026-07", "2027-01")
    assert enrolment(c, "id").marks.months == held
    assert money(c, "monthly", "id").marks.months == held[1:]  # which begins in September 2025
    assert enrolment(context(first_month="2027-05"), "id").marks.months == months("2027-05", "2027-08")
    for without in (context(first_month=None), context(first_month="2027-09")):
        assert enrolment(without, "id").marks is None and "Rakor" not in enrolment(without, "id").alt


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_alternative_shows_them(lang):
    many = {
        "id": "Tanda pada sumbu bulan: Rakor Monev, 3 kali, Januari 2026 sampai Juli 2026.",
        "en": "Marks on the month axis: Rakor Monev, 3 of them, January 2026 to July 2026.",
    }
    one = {
        "id": "Tanda pada sumbu bulan: Rakor Monev Januari 2026.",
        "en": "Mark on the month axis: Rakor Monev in January 2026.",
    }
    assert many[lang] in enrolment(context(first_month="2026-01", meetings=3), lang).alt
    for chart in (enrolment, lambda c, lang: money(c, "cumulative", lang)):
        assert one[lang] in chart(context(first_month="2026-01", meetings=1), lang).alt


def test_on_screen_each_is_a_triangle_on_the_axis_and_they_are_named_once_clear_of_the_month_in_question():
    c = context(first_month="2025-11", every_months=3)
    drawn = enrolment(c, "id")
    shapes = marks(drawn, "2025-11-01", "2027-08-01")  # the last of them is at the end of the axis
    assert len(shapes) == 8 and {(shape["xref"], shape["yanchor"]) for shape in shapes} == {("paper", 0)}
    days = [(date.fromisoformat(f"{month}-01") - date(2025, 11, 1)).days for month in ("2026-02", "2027-08")]
    assert [shape["xanchor"] for shape in shapes][:2] == [0, days[0] / days[1]]
    assert shapes[-1]["xanchor"] == 1
    assert len(marks(drawn, "2026-02-01", "2027-08-01")) == 7
    (name,) = marks_name(drawn)
    assert (name["text"], name["x"][:7]) == ("Rakor Monev", "2027-08")
    (moved,) = marks_name(in_the_meeting(c, None, 22, "id"))  # June 2027 is at the base of its mark
    assert moved["x"][:7] == "2025-11"
    assert marks_name(enrolment(context(first_month=None), "id")) == []


def test_on_a_slide_each_is_a_triangle_on_the_axis_and_their_name_with_one_stands_beside_the_chart():
    c = context(first_month="2025-11", every_months=6, meetings=3)
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    line_chart(slide, Box(0, 0, 700, 400), enrolment(c, "id"), "id")
    triangles = [
        shape
        for shape in slide.shapes
        if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE
        and shape.auto_shape_type == MSO_SHAPE.ISOSCELES_TRIANGLE
    ]
    *marks, sample = triangles
    across = [shape.left for shape in marks]
    assert len(marks) == 3 and len({shape.top + shape.height for shape in marks}) == 1
    assert across[2] - across[1] == pytest.approx(across[1] - across[0], abs=2)  # as months do
    written = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
    (name,) = [shape for shape in written if shape.text_frame.text == "Rakor Monev"]
    assert all(other.top + other.height <= name.top for other in written if other is not name)
    assert marks[-1].left + marks[-1].width < sample.left  # there is no line there
    assert sample.left + sample.width <= name.left and name.top < sample.top < name.top + name.height
    assert name.left + name.width <= Pt(700)


def test_scenarios_held_against_each_other_mark_only_those_that_bring_somebody():
    planned = context(first_month="2025-11")  # without a push or new units
    push = load("dorongan-yang-meluruh").scenario
    pushing = context_of(project(push, KENDAL, PROGRAMME))
    assert enrolment(planned, "id").marks.months[0] == month_number("2025-11")
    assert comparison([planned, planned], ["A", "B"], "enrolled", "id").marks is None
    both = comparison([planned, pushing], ["A", "B"], "enrolled", "id").marks
    assert both.name == "Rakor Monev dalam “B”" and both.months[0] == month_number("2025-10")
    bringing = context(first_month="2025-11", new_opd=1)
    assert comparison([bringing, planned], ["A", "B"], "enrolled", "id").marks.name.endswith("“A”")


def test_the_marks_of_a_scenario_end_with_its_line():
    short = context(first_month="2025-11", new_opd=1)
    longer = context_of(project(load("banyak-yang-berhenti").scenario, KENDAL, PROGRAMME))
    chart = comparison([short, longer], ["A", "B"], "enrolled", "id")
    assert chart.months[-1] == longer.projection.months[-1] > short.projection.months[-1]
    assert chart.marks.name == "Rakor Monev dalam “A”"
    assert chart.marks.months[-1] <= short.projection.months[-1]
