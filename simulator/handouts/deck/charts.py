"""Native charts in the look of the app; positions and sizes in points."""

import math
from datetime import date
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.util import Pt

from simulator.handouts.deck.axes import (
    month_axis,
    month_format,
    names_axis,
    nice_scale,
    number_format,
    value_axis,
)
from simulator.handouts.deck.bands import add_areas, stack_areas
from simulator.handouts.deck.boxes import LEAST, Box, plain, rgb, set_font
from simulator.handouts.deck.line_names import DASHES, KEY, LEADER, MARK, mark_months, name_lines
from simulator.handouts.deck.lines import AXIS_SIZE, DrawnLine, covered, lines_of, places_of
from simulator.handouts.letters import width_of
from simulator.model.months import month_name
from simulator.report.charts.chart import Chart, PartedBars, Series
from simulator.report.charts.theme import MUTED, text_on
from simulator.words import Lang
from simulator.words.numbers import shown

LABEL_SIZE = LEAST
LEFT, ABOVE, BELOW, BELOW_BARS = 86.0, 24.0, 36.0, 60.0  # points around the plot for the axes
LABELS = 180.0  # points: width of the names beside the lines
MARKED = 9  # most markers on a sparse line
VALUE_SIDES = {
    XL_LABEL_POSITION.ABOVE: (0, -1),
    XL_LABEL_POSITION.BELOW: (0, 1),
    XL_LABEL_POSITION.RIGHT: (1, 0),
    XL_LABEL_POSITION.LEFT: (-1, 0),
}
SYMBOLS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "x": XL_MARKER_STYLE.X,
    "cross": XL_MARKER_STYLE.PLUS,
}


def line_chart(slide: Slide, box: Box, chart: Chart, lang: Lang, *, labels: float = LABELS) -> None:
    """Draw a chart over months, from zero up; `labels` is the least width in points of the lines' names."""
    months, lines = lines_of(chart, lang)
    labels = max(labels, *(width_of(word, LEAST) + LEADER + KEY for line in lines for word in line.words))
    if chart.marks:
        labels = max(labels, width_of(chart.marks.name, AXIS_SIZE) + LEADER + KEY + MARK)
    data = CategoryChartData()
    data.categories = [date.fromisoformat(f"{month_name(month)}-01") for month in months]
    data.categories.number_format = month_format(lang)
    for line in lines:
        data.add_series(plain(line.series.name), line.values)
    for _, band in chart.bands[:1]:
        add_areas(data, chart, band, months, lang)
    native = _added(slide, box, XL_CHART_TYPE.LINE_MARKERS, data, chart.alt)
    plot = Box(box.left + LEFT, box.top + ABOVE, box.width - LEFT - labels, box.height - ABOVE - BELOW)
    highest = max(value for line in lines for value in line.values if value is not None)
    whole = chart.series[0].last.quantity.unit == "people"
    top, step = nice_scale(highest * 1.06, whole)
    _plain_chart(native, box, plot)
    value_axis(native.value_axis, top, step, chart.axis, lang)
    month_axis(native.category_axis, months[-1] - months[0] + 1, plot.width, lang)
    from_edge = parse_xml(f'<c:crossBetween {nsdecls("c")} val="midCat"/>')
    native.value_axis._element.find(qn("c:crosses")).addnext(from_edge)
    for series, line in zip(native.plots[0].series, lines):
        _dress(series, line)
        if line.series.is_valued:
            _show_values(series, line, places_of(line, plot, top, months), plot, lang)
    for look, band in chart.bands[:1]:
        stack_areas(native, band, look.colour)
    if chart.marks:
        mark_months(slide, plot, chart.marks, months)
    name_lines(slide, plot, lines, top, months, labels)


def _added(slide: Slide, box: Box, kind: XL_CHART_TYPE, data: CategoryChartData, alt: str) -> Any:
    """Add a native chart in its box, with a text alternative for screen readers."""
    shapes: Any = slide.shapes
    frame = shapes.add_chart(kind, *map(Pt, box), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    return frame.chart


def bar_chart(slide: Slide, box: Box, bars: PartedBars, lang: Lang) -> None:
    """Draw horizontal stacked bars, the first on top, each part with its number if there is room."""
    left = 12 + max(width_of(name, LABEL_SIZE) for name in bars.names)
    plot = Box(box.left + left, box.top, box.width - left - 10, box.height - BELOW_BARS)
    chart, top = _bars(slide, box, plot, bars, lang)
    for series, part in zip(chart.plots[0].series, bars.parts):
        for i, number in enumerate(part.quantities):
            wide = width_of(shown(number, lang), LABEL_SIZE, True) + 6
            if number.number / top * plot.width > wide:
                label = series.points[i].data_label
                label.has_text_frame = False
                _show_value(label, text_on(part.colour), lang)


def waterfall_chart(slide: Slide, box: Box, bars: PartedBars, lang: Lang) -> Box:
    """Draw horizontal stacked bars without names; returns their area, for placing names and numbers."""
    plot = Box(box.left, box.top, box.width - 10, box.height - BELOW_BARS)
    chart, _ = _bars(slide, box, plot, bars, lang)
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    return plot


def _bars(slide: Slide, box: Box, plot: Box, bars: PartedBars, lang: Lang) -> tuple[Any, float]:
    data = CategoryChartData()
    data.categories = [plain(name) for name in bars.names]
    for part in bars.parts:
        data.add_series(plain(part.name), [number.number for number in part.quantities])
    chart = _added(slide, box, XL_CHART_TYPE.BAR_STACKED, data, bars.alt)
    longest = max(map(sum, zip(*([n.number for n in part.quantities] for part in bars.parts))))
    top, step = nice_scale(longest)
    _plain_chart(chart, box, plot)
    value_axis(chart.value_axis, top, step, bars.axis, lang)
    names_axis(chart.category_axis)
    # Keeps the scale at the bottom although the names run from the top.
    chart.value_axis._element.find(qn("c:crosses")).set("val", "max")
    chart.plots[0].gap_width, chart.plots[0].overlap = 55, 100
    for series, part in zip(chart.plots[0].series, bars.parts):
        if not part.colour:
            series.format.fill.background()
            continue
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(part.colour)
    return chart, top


def _show_value(label: Any, colour: str, lang: Lang) -> None:
    made = label._get_or_add_dLbl()
    for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"):
        made.find(qn(f"c:show{name}")).set("val", "1" if name == "Val" else "0")
    set_font(label.font, LABEL_SIZE, colour, True)
    code = number_format(lang).replace(">", "&gt;")
    number = parse_xml(f'<c:numFmt {nsdecls("c")} formatCode="{code}" sourceLinked="0"/>')
    first = made.find(qn("c:spPr"))  # the schema requires the format before both
    (made.find(qn("c:txPr")) if first is None else first).addprevious(number)


def _plain_chart(chart: Any, box: Box, plot: Box) -> None:
    """Remove title and legend, and put the plot exactly where the names beside it expect it."""
    chart.has_title = chart.has_legend = False
    set_font(chart.font, AXIS_SIZE, MUTED)
    area = chart._chartSpace.chart.plotArea
    for found in area.findall(qn("c:layout")):
        area.remove(found)
    parts = {"x": (plot.left - box.left) / box.width, "y": (plot.top - box.top) / box.height}
    parts |= {"w": plot.width / box.width, "h": plot.height / box.height}
    places = "".join(f'<c:{name} val="{value:.5f}"/>' for name, value in parts.items())
    layout = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    words = f"<c:layout {nsdecls('c')}><c:manualLayout>{layout}{places}</c:manualLayout></c:layout>"
    area.insert(0, parse_xml(words))


def _dress(series: Any, line: DrawnLine) -> None:
    """Set colour, dash and width of a line and its markers; a sparse look has them at only some points."""
    series.smooth = False
    look = line.series.look
    _stroke(series.format.line, line.series)
    series.marker.style = XL_MARKER_STYLE.NONE
    if not line.symbol:
        return
    every = math.ceil(len(line.known) / MARKED) if look.is_sparse else 1
    for place in line.known[::every]:
        point = series.points[place]
        point.marker.style, point.marker.size = SYMBOLS[line.symbol], 8
        point.marker.format.fill.solid()
        point.marker.format.fill.fore_color.rgb = rgb(look.colour)
        point.marker.format.line.color.rgb = rgb(look.colour)
        # A point with a format of its own inherits nothing from its series.
        _stroke(point.format.line, line.series)


def _show_values(
    series: Any, line: DrawnLine, points: list[tuple[float, float]], plot: Box, lang: Lang
) -> None:
    """Show the values of all points, each on the side where it covers least of the line."""
    for i, (place, point) in enumerate(zip(line.known, line.series.known)):
        label = series.points[place].data_label
        width = width_of(shown(point.quantity, lang), LABEL_SIZE, True)
        label.position = min(VALUE_SIDES, key=lambda side: covered(points, i, VALUE_SIDES[side], width, plot))
        _show_value(label, line.series.look.colour, lang)


def _stroke(stroke: Any, series: Series) -> None:
    if series.drawn == "points" or not series.look.width:
        stroke.fill.background()
        return
    stroke.color.rgb = rgb(series.look.colour)
    stroke.width, stroke.dash_style = Pt(series.look.width), DASHES[series.look.dash]
