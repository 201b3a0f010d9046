"""The band of a native chart: areas stacked on a transparent one, behind the lines.

Only the first line with a band gets areas, as programs stack all areas of a chart on each other; other bands
are drawn by their edges alone.
"""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.chtfmt import ChartFormat
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from simulator.handouts.deck.boxes import plain, tint
from simulator.report.charts.chart import SHARES, Band, Chart
from simulator.words import Lang
from simulator.words.numbers import percent

EDGES = tuple(place for place, share in enumerate(SHARES) if share != 0.5)
OF_A_LINE = ("c:spPr", "c:marker", "c:dPt", "c:dLbls", "c:smooth")


def add_areas(data: CategoryChartData, chart: Chart, band: Band, months: list[int], lang: Lang) -> None:
    """Add the areas as series: up to the lowest edge, then from edge to edge."""
    below, low = dict.fromkeys(months, 0.0), 0.0
    for place in EDGES:
        levels = {point.month: chart.level(point) for point in band.edges[place]}
        values = [levels[month] - below[month] if month in levels else None for month in months]
        data.add_series(plain(f"{band.name} ({percent(low, lang)} – {percent(SHARES[place], lang)})"), values)
        below, low = below | levels, SHARES[place]


def stack_areas(native: Any, band: Band, colour: str) -> None:
    """Turn the last series of a native line chart into areas, all visible except the lowest."""
    lines = native._chartSpace.chart.plotArea.find(qn("c:lineChart"))
    start = f'<c:areaChart {nsdecls("c")}><c:grouping val="stacked"/><c:varyColors val="0"/></c:areaChart>'
    stacked = parse_xml(start)
    lines.addprevious(stacked)
    areas = lines.findall(qn("c:ser"))[-len(EDGES) :]
    for area in areas:
        for element in [part for name in OF_A_LINE for part in area.findall(qn(name))]:
            area.remove(element)
        stacked.append(area)
    for axis in lines.findall(qn("c:axId")):
        stacked.append(parse_xml(f'<c:axId {nsdecls("c")} val="{axis.get("val")}"/>'))
    ChartFormat(areas[0]).fill.background()
    for area, (_, _, opacity) in zip(areas[1:], band.strips):
        tint(ChartFormat(area), colour, opacity)
