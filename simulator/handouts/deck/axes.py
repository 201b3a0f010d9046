"""Axes of native charts: numbers from zero in even steps, months, names."""

import math
from typing import Any

from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from simulator.handouts.deck.boxes import LEAST, rgb, set_font
from simulator.handouts.deck.lines import AXIS_SIZE
from simulator.handouts.line_chart import nice_step
from simulator.report.charts.theme import GRID, MUTED
from simulator.words import LANGUAGES, Lang

STEPS = 5  # most steps on an axis
MONTH_WIDTH = 96.0  # points that the name of a month needs


def nice_scale(highest: float, whole: bool = True) -> tuple[float, float]:
    """The top of an axis from zero, and the step between its lines: at least 1 for `whole` numbers."""
    small = 1.0 if whole else 1e-6
    step = nice_step(max(highest, small) / small, STEPS) * small
    return max(1, math.ceil(highest / step - 1e-9)) * step, step


def month_format(lang: Lang) -> str:
    """The format for months with names in the given language, independent of the computer's settings."""
    return LANGUAGES[lang].office_code + "mmm yyyy"


def number_format(lang: Lang) -> str:
    """The format for whole numbers grouped as in the language, independent of the computer's settings."""
    mark = f"\\{LANGUAGES[lang].thousands_mark}"
    return f"[>=1000000]0{mark}000{mark}000;[>=1000]0{mark}000;0"


def value_axis(axis: Any, top: float, step: float, title: str, lang: Lang) -> None:
    """Set up an axis of numbers from zero to `top`, with a line every `step` and a title."""
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, top, step
    axis.has_major_gridlines, axis.major_tick_mark = True, XL_TICK_MARK.NONE
    axis.major_gridlines.format.line.color.rgb = rgb(GRID)
    axis.major_gridlines.format.line.width = Pt(0.75)
    axis.format.line.fill.background()
    axis.tick_labels.number_format = number_format(lang) if step >= 1 else "0.0##"
    axis.tick_labels.number_format_is_linked = False
    set_font(axis.tick_labels.font, AXIS_SIZE, MUTED)
    axis.has_title = True
    axis.axis_title.text_frame.text = title
    set_font(axis.axis_title.text_frame.paragraphs[0].runs[0].font, AXIS_SIZE, MUTED)


def month_axis(axis: Any, months: int, width: float, lang: Lang) -> None:
    """Set up an axis of months that names as many as there is room for, at a constant step."""
    axis.major_tick_mark, axis.tick_label_position = XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.LOW
    axis.format.line.color.rgb = rgb(GRID)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = month_format(lang), False
    set_font(axis.tick_labels.font, AXIS_SIZE, MUTED)
    axis._element.txPr.bodyPr.set("rot", "0")  # horizontal, never slanted
    room = max(1, int(width // MONTH_WIDTH))
    step = next(step for step in (1, 2, 3, 6, 12, 24, 36, 60, 120) if months / step <= room)
    for name in ("baseTimeUnit", "majorUnit", "majorTimeUnit", "minorUnit", "minorTimeUnit"):
        for found in axis._element.findall(qn(f"c:{name}")):
            axis._element.remove(found)
    after = axis._element.find(qn("c:lblOffset"))
    for name, value in (("majorTimeUnit", "months"), ("majorUnit", step), ("baseTimeUnit", "months")):
        after.addnext(parse_xml(f'<c:{name} {nsdecls("c")} val="{value}"/>'))


def names_axis(axis: Any) -> None:
    """Set up an axis of names, the first at the top."""
    axis.reverse_order, axis.major_tick_mark = True, XL_TICK_MARK.NONE
    axis.format.line.color.rgb = rgb(GRID)
    set_font(axis.tick_labels.font, LEAST)
