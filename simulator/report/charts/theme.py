"""The look of every chart: colours, line styles and the layout they share, as plain dicts for Plotly."""

from typing import Any

# FONT, TEXT, ACCENT and BACKGROUND are said again in .streamlit/config.toml, which cannot import them; a test compares.
FONT = "'Segoe UI', system-ui, sans-serif"

BACKGROUND = "#ffffff"
VEIL = "rgba(255, 255, 255, 0.7)"  # behind a name that stands among lines
TEXT = "#1f2a37"  # slate; also what has been observed
MUTED = "#4b5563"  # axis labels and second thoughts
UNKNOWN = "#5b6472"  # what nobody published
GRID = "#e5e7eb"
SHADE = "#eef2f6"  # months with relief
ACCENT = "#0b6e6e"  # the projection
TARGET = "#a34a08"  # amber, always dashed
ERROR = "#b91c1c"  # errors and nothing else

TARGET_LINE = {"color": TARGET, "dash": "dash", "width": 2}
OBSERVED_LINE = {"color": TEXT, "dash": "solid", "width": 2.5}
PROJECTION_LINE = {"color": ACCENT, "dash": "solid", "width": 2.5}

# Figures that were allocated or not published: `marker.pattern` of bars, `fillpattern` of filled scatter.
HATCH = {"shape": "/", "fgcolor": UNKNOWN, "bgcolor": BACKGROUND, "size": 7, "solidity": 0.25}

# Coverage from low to high, for tiles and the heat map; write on them with `text_on`.
COVERAGE_STEPS = ("#cfe6e7", "#9ac6ca", "#5f9fa5", "#2a757c", "#0b4146")

# Okabe and Ito (2008), without black (observed) and yellow (too pale on white). Colour, dash and symbol each tell the
# six apart alone; the slate outline keeps the pale ones visible. Names beside the lines are written in TEXT.
_SCENARIO_LOOKS = (
    ("#0072b2", "solid", "circle"),
    ("#d55e00", "dash", "square"),
    ("#009e73", "dot", "diamond"),
    ("#cc79a7", "dashdot", "triangle-up"),
    ("#e69f00", "longdash", "x"),
    ("#56b4e9", "longdashdot", "cross"),
)
SCENARIO_STYLES: tuple[dict[str, Any], ...] = tuple(
    {
        "line": {"color": colour, "dash": dash, "width": 2.5},
        "marker": {"color": colour, "symbol": symbol, "size": 8, "line": {"color": TEXT, "width": 1}},
    }
    for colour, dash, symbol in _SCENARIO_LOOKS
)

_AXIS = {
    "automargin": True,
    "fixedrange": True,  # no zoom by accident, and a finger on the chart scrolls the page
    "gridcolor": GRID,
    "gridwidth": 1,
    "linecolor": GRID,
    "tickfont": {"color": MUTED, "size": 13},
    "title": {"font": {"color": MUTED, "size": 13}},
    "zeroline": False,
}
_LAYOUT: dict[str, Any] = {
    "colorway": [colour for colour, _, _ in _SCENARIO_LOOKS],
    "dragmode": False,
    "font": {"family": FONT, "size": 14, "color": TEXT},
    "hoverlabel": {
        "bgcolor": BACKGROUND,
        "bordercolor": GRID,
        "font": {"family": FONT, "color": TEXT, "size": 14},
    },
    "hovermode": "closest",
    "margin": {
        "l": 8,
        "r": 28,
        "t": 8,
        "b": 8,
    },  # automargin adds what the axes need, but not half a last month's name
    "paper_bgcolor": BACKGROUND,
    "plot_bgcolor": BACKGROUND,
    "showlegend": False,
    "xaxis": _AXIS | {"showgrid": False},
    "yaxis": _AXIS,
}
_SEPARATORS = {"id": ",.", "en": ".,"}  # decimal sign, then thousands, as Plotly wants them


def themed(layout: dict[str, Any], lang: str) -> dict[str, Any]:
    """The shared layout with a figure's own `layout` laid over it; what the figure says wins, key by key at every depth.

    `lang` is "id" or "en" and decides the number separators. Neither argument is changed.
    """
    shared = _LAYOUT | {"separators": _SEPARATORS[lang]}
    for name in layout:  # a second axis looks like the first
        if name.startswith(("xaxis", "yaxis")):
            shared.setdefault(name, _LAYOUT[name[:5]])
    return _laid_over(shared, layout)


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = below | above
    for name in below.keys() & above.keys():
        if isinstance(below[name], dict) and isinstance(above[name], dict):
            merged[name] = _laid_over(below[name], above[name])
    return merged


def month_ticks(span_months: int, most: int) -> dict[str, Any]:
    """Settings of a time axis of so many months: every month while there are few, else at most `most` names, so that none comes twice."""
    return {"dtick": "M1"} if span_months <= most else {"nticks": most}


def contrast_ratio(colour: str, other: str) -> float:
    """Contrast of two "#rrggbb" colours, from 1 to 21; text needs 4.5, lines and marks 3 (WCAG 2.2, 1.4.3 and 1.4.11)."""
    darker, lighter = sorted((_luminance(colour), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_on(colour: str) -> str:
    """The text colour that reads best on `colour` ("#rrggbb"): TEXT or white."""
    return max((TEXT, BACKGROUND), key=lambda text: contrast_ratio(text, colour))


def _luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", 0..1 (WCAG 2.2, definition of relative luminance)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
