"""The map of the kecamatan, with the meaning of its five colours, on the page of units."""

from typing import Any

import streamlit as st

from simulator.report.charts.coverage import step_labels
from simulator.report.charts.places import place_map, tiles_caption
from simulator.report.sentences.unit_sheet import published_units
from simulator.report.tables.units import UnitTable
from simulator.ui import session, unit_map
from simulator.ui.chart import Titled, chart
from simulator.ui.chart.picture import Legend
from simulator.ui.chart.places import shapes, tiles
from simulator.ui.foreign import as_text
from simulator.ui.pages import unit_sheet
from simulator.ui.problems import problem_lines
from simulator.ui.session import say
from simulator.ui.tables import draw_title


def draw_chart(key: str, drawn: Titled, figure: dict[str, Any], height: int, **options: Any) -> None:
    """Draw a chart below its finding."""
    draw_title(drawn.title, key=f"{key}_title", level=2)
    chart(figure, drawn, key=key, height=height, **options)


def show_map(units: UnitTable) -> None:
    """Draw the map, what its colours mean, and buttons for the units published at 100 %."""
    baseline, lang = units.projection.baseline, session.lang()
    places = unit_map.read(baseline)
    for line in problem_lines(places.problems):
        st.error(as_text(line))
    position = ""
    is_hatched = any(row.segment == "kecamatan" and row.is_pooled for row in units.rows)
    legend = steps(("", "units.tiles.unknown") if is_hatched else None)
    if places.boundaries:
        drawn = place_map(session.context(), units, places.boundaries, "shapes", lang)
        draw_chart(
            "units_shapes", drawn, *shapes(drawn, places.boundaries), on_click=_open_place, legend=legend
        )
        position = say("units.shapes.names")
        if places.without_shape:
            position += f" {say('units.shapes.missing', names=', '.join(places.without_shape))}"
    elif places.tiles:
        drawn = place_map(session.context(), units, places.tiles, "tiles", lang)
        draw_chart("units_tiles", drawn, *tiles(drawn, places.tiles), on_click=_open_place, legend=legend)
        position = say("units.tiles.positions")
    if position:
        say_steps(legend)
        st.caption(as_text(f"{tiles_caption(baseline, lang)} {position}".strip()))
    published = published_units(units)
    if published:
        st.markdown(f"**{say('units.published')}**")
        with st.container(horizontal=True, gap="small", key="published"):
            for code, name in published.items():
                st.button(
                    as_text(name), key=f"unit {code}", type="tertiary", on_click=unit_sheet.ask, args=(code,)
                )


def _open_place(key: str) -> None:
    if key:
        unit_sheet.ask(key)


def steps(other: tuple[str, str] | None) -> Legend:
    """The legend of the five colours and of `other`, a colour ("" for hatching) with the key of its text."""
    return [*step_labels(session.lang()), *([(other[0], say(other[1]))] if other else [])]


def say_steps(legend: Legend) -> None:
    """The same legend, drawn on the page."""
    signs = []
    for colour, words in legend:
        sign = f'<i style="background: {colour}">' if colour else '<i class="hatched">'
        signs.append(f"<span>{sign}</i>{words}</span>")
    st.html(f'<div class="steps">{"".join(signs)}</div>')
