"""Text can be read, scenarios can be told apart without colour, and the app's own theme says the same as the charts."""

import tomllib
from itertools import combinations, pairwise

import pytest

from simulator.report.charts import theme
from tests.browser import ROOT

ON_WHITE = {name: getattr(theme, name) for name in ("TEXT", "MUTED", "UNKNOWN", "ACCENT", "TARGET", "ERROR")}


def test_contrast_is_21_for_black_on_white_and_1_for_a_colour_on_itself():
    assert theme.contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast_ratio("#777777", "#ffffff") == pytest.approx(
        4.48, abs=0.005
    )  # the grey that just fails
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
    assert len(on_white) == 5 and on_white[0] >= 1.25  # the lowest step is told from nobody, which is white
    assert all(darker >= 1.3 * lighter for lighter, darker in pairwise(on_white))


def test_six_scenarios_differ_in_colour_dash_and_symbol_each():
    assert len(theme.SCENARIO_STYLES) == 6
    for one, other in combinations(theme.SCENARIO_STYLES, 2):
        assert one["line"]["color"] != other["line"]["color"]
        assert one["line"]["dash"] != other["line"]["dash"]
        assert one["marker"]["symbol"] != other["marker"]["symbol"]


def test_every_scenario_marker_has_an_outline_that_stands_out_from_white():
    outlines = [style["marker"]["line"] for style in theme.SCENARIO_STYLES]
    assert outlines
    assert all(
        line["width"] >= 1 and theme.contrast_ratio(line["color"], "#ffffff") >= 3 for line in outlines
    )


def test_the_target_the_observed_and_the_projection_differ_in_more_than_colour_or_not_at_all():
    assert theme.TARGET_LINE["dash"] != theme.PROJECTION_LINE["dash"]
    assert theme.contrast_ratio(theme.OBSERVED_LINE["color"], theme.PROJECTION_LINE["color"]) >= 2


def test_what_a_figure_says_wins_and_the_rest_stays_shared():
    layout = {"yaxis": {"title": {"text": "peserta"}}, "xaxis2": {"tickformat": "%b %Y"}, "showlegend": True}
    themed = theme.themed(layout, "id")
    assert themed["showlegend"] is True
    assert themed["yaxis"]["title"] == {"text": "peserta", "font": {"color": theme.MUTED, "size": 13}}
    assert themed["yaxis"]["gridcolor"] == themed["xaxis2"]["gridcolor"] == theme.GRID
    assert themed["font"]["color"] == theme.TEXT
    assert layout == {
        "yaxis": {"title": {"text": "peserta"}},
        "xaxis2": {"tickformat": "%b %Y"},
        "showlegend": True,
    }
    assert "xaxis2" not in theme.themed({}, "id")


def test_a_thousand_is_1_256_with_a_point_in_indonesian_and_a_comma_in_english():
    assert theme.themed({}, "id")["separators"] == ",."  # decimal sign first
    assert theme.themed({}, "en")["separators"] == ".,"


def test_streamlit_is_told_the_same_colours_and_font():
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    assert told["base"] == "light"
    assert told["font"] == theme.FONT
    assert told["textColor"].lower() == theme.TEXT
    assert told["primaryColor"].lower() == theme.ACCENT
    assert told["backgroundColor"].lower() == theme.BACKGROUND
