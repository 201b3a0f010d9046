"""Text is readable, scenarios can be distinguished without colour, and the app's theme agrees with the charts."""

import re
import tomllib
from itertools import combinations, pairwise

import pytest

from simulator.report.charts import theme
from simulator.report.charts.chart import Chart, Point, Series
from simulator.report.tables.table import Table
from simulator.ui.chart import layout as layouts
from simulator.ui.chart import over_months
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence
from tests.browser import ROOT

HEX = re.compile(r"#[0-9a-f]{6}\b")
ON_WHITE = {name: getattr(theme, name) for name in ("TEXT", "MUTED", "UNKNOWN", "ACCENT", "TARGET", "ERROR")}


def test_contrast_is_21_for_black_on_white_and_1_for_a_colour_on_itself():
    assert theme.contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast_ratio("#777777", "#ffffff") == pytest.approx(
        4.48, abs=0.005
    )  # the lightest grey that just fails
    assert theme.contrast_ratio("#0b6e6e", "#0b6e6e") == 1


@pytest.mark.parametrize("name", ON_WHITE)
@pytest.mark.parametrize("behind", ["BACKGROUND", "SHADE"])
def test_every_colour_used_for_words_reads_at_4_5_to_1(name, behind):
    assert theme.contrast_ratio(ON_WHITE[name], getattr(theme, behind)) >= 4.5


@pytest.mark.parametrize("colour", theme.COVERAGE_STEPS)
def test_a_name_can_be_read_on_every_tile(colour):
    assert theme.contrast_ratio(theme.text_on(colour), colour) >= 4.5


def test_more_coverage_is_always_darker():
    on_white = [theme.contrast_ratio(colour, "#ffffff") for colour in theme.COVERAGE_STEPS]
    assert (
        len(on_white) == 5 and on_white[0] >= 1.25
    )  # the lowest step differs from white, which means nobody
    assert all(darker >= 1.3 * lighter for lighter, darker in pairwise(on_white))


def test_six_scenarios_differ_in_colour_dash_and_symbol_each():
    assert len(theme.SCENARIO_LOOKS) == 6
    for one, other in combinations(theme.SCENARIO_LOOKS, 2):
        assert one.colour != other.colour
        assert one.dash != other.dash
        assert one.symbol != other.symbol


def test_every_scenario_marker_has_an_outline_that_stands_out_from_white():
    point = Point(2025 * 12, Quantity(1.0, "people"))
    series = tuple(Series(look.colour, (point,), look) for look in theme.SCENARIO_LOOKS)
    drawn = over_months.figure(Chart(Sentence("id", ()), "", "", series, Table((), ())), "id", 300)
    outlines = [trace["marker"]["line"] for trace in drawn["data"]]
    assert outlines
    assert all(
        line["width"] >= 1 and theme.contrast_ratio(line["color"], "#ffffff") >= 3 for line in outlines
    )


def test_the_target_the_observed_and_the_projection_differ_in_more_than_colour_or_not_at_all():
    assert theme.TARGET_LOOK.dash != theme.PROJECTION_LOOK.dash
    assert theme.contrast_ratio(theme.OBSERVED_LOOK.colour, theme.PROJECTION_LOOK.colour) >= 2


def test_what_a_figure_says_wins_and_the_rest_stays_shared():
    layout = {"yaxis": {"title": {"text": "peserta"}}, "xaxis2": {"tickformat": "%b %Y"}, "showlegend": True}
    themed = layouts.themed(layout, "id")
    assert themed["showlegend"] is True
    assert themed["yaxis"]["title"] == {"text": "peserta", "font": {"color": theme.MUTED, "size": 13}}
    assert themed["yaxis"]["gridcolor"] == themed["xaxis2"]["gridcolor"] == theme.GRID
    assert themed["font"]["color"] == theme.TEXT
    assert layout == {
        "yaxis": {"title": {"text": "peserta"}},
        "xaxis2": {"tickformat": "%b %Y"},
        "showlegend": True,
    }
    assert "xaxis2" not in layouts.themed({}, "id")


def test_a_thousand_is_1_256_with_a_point_in_indonesian_and_a_comma_in_english():
    assert layouts.themed({}, "id")["separators"] == ",."  # decimal sign first
    assert layouts.themed({}, "en")["separators"] == ".,"


def test_streamlit_gets_the_same_colours_and_font():
    configured = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    assert configured["base"] == "light"
    assert configured["font"] == theme.FONT
    assert configured["textColor"].lower() == theme.TEXT
    assert configured["primaryColor"].lower() == theme.ACCENT
    assert configured["backgroundColor"].lower() == theme.BACKGROUND


def test_no_file_repeats_a_colour_of_the_theme():
    colours = {colour for colour in vars(theme).values() if isinstance(colour, str) and HEX.fullmatch(colour)}
    assert len(colours) > 10
    program = [path for ending in ("py", "js", "css") for path in (ROOT / "simulator").rglob(f"*.{ending}")]
    repeated = {
        (path.name, colour)
        for path in program
        if path.name != "theme.py"
        for colour in HEX.findall(path.read_text(encoding="utf-8").lower())
        if colour in colours
    }
    assert repeated == set()
