"""The look of every chart in every medium: colours, and lines with dashes and symbols, as plain data."""

from dataclasses import dataclass, replace

# .streamlit/config.toml, which cannot import, repeats FONT, TEXT, ACCENT and BACKGROUND; a test checks it.
FONT = "'Segoe UI', system-ui, sans-serif"

BACKGROUND = "#ffffff"
VEIL = "rgba(255, 255, 255, 0.7)"  # behind a name among lines
TEXT = "#1f2a37"  # slate; also for what was observed
MUTED = "#4b5563"  # axis labels and secondary text
UNKNOWN = "#5b6472"  # figures that nobody published
GRID = "#e5e7eb"
SHADE = "#eef2f6"  # months with relief
# Opacity of a band in the colour of its line: its outer parts, and the half in the middle.
SOFT, DARK = 0.16, 0.36
ACCENT = "#0b6e6e"  # the projection
TARGET = "#a34a08"  # amber, always dashed
ERROR = "#b91c1c"  # errors and nothing else
UP, DOWN = "#0072b2", "#d55e00"  # Okabe and Ito: distinct to every kind of eye; less is hatched too
HATCH = "#c9d0d8"  # over what was not published: pale, so that names on it stay readable
EDGE = "#767f8c"  # around fields and buttons
_VARIABLES = {
    "ground": BACKGROUND,
    "text": TEXT,
    "muted": MUTED,
    "unknown": UNKNOWN,
    "line": GRID,
    "shade": SHADE,
    "accent": ACCENT,
    "target": TARGET,
    "error": ERROR,
    "edge": EDGE,
}
CSS_VARIABLES = f":root {{ {' '.join(f'--{name}: {colour};' for name, colour in _VARIABLES.items())} }}"
"""The colours for files with style rules and scripts, which cannot import them."""


@dataclass(frozen=True)
class Look:
    """How a line or points are drawn: colour ("#rrggbb"), dash, width, symbol of the points ("" for none).

    Dashes and symbols have Plotly's names. `is_sparse`: only some points have a symbol.
    """

    colour: str
    dash: str = "solid"
    symbol: str = ""
    width: float = 2.5
    outline: str = ""
    is_sparse: bool = False


TARGET_LOOK = Look(TARGET, "dash", width=2)
OBSERVED_LOOK = Look(TEXT, symbol="circle")
PROJECTION_LOOK = Look(ACCENT)
MONTH_LOOK = Look(ACCENT, symbol="circle")
PAYOUTS_LOOK = Look(TEXT, "dot")
ACTUAL_LOOK = Look(TEXT, symbol="square")
CLAIMS_LOOK = replace(ACTUAL_LOOK, symbol="diamond-open")
BEFORE_LOOK = Look(UNKNOWN, "dash", width=2)

# Coverage from low to high, for tiles and the heat map; take the colour of text on them from `text_on`.
COVERAGE_STEPS = ("#cfe6e7", "#9ac6ca", "#5f9fa5", "#2a757c", "#0b4146")

# Okabe and Ito (2008), without black (observed) and yellow (too pale on white). Colour, dash and symbol each
# suffice to tell the six apart; the slate outline keeps the pale ones visible. Names beside them are in TEXT.
SCENARIO_LOOKS = tuple(
    Look(colour, dash, symbol, outline=TEXT, is_sparse=True)
    for colour, dash, symbol in (
        ("#0072b2", "solid", "circle"),
        ("#d55e00", "dash", "square"),
        ("#009e73", "dot", "diamond"),
        ("#cc79a7", "dashdot", "triangle-up"),
        ("#e69f00", "longdash", "x"),
        ("#56b4e9", "longdashdot", "cross"),
    )
)


def contrast_ratio(colour: str, other: str) -> float:
    """Contrast of two "#rrggbb" colours, from 1 to 21.

    Text needs 4.5, lines and marks 3 (WCAG 2.2, 1.4.3 and 1.4.11).
    """
    darker, lighter = sorted((_luminance(colour), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def faded(colour: str, opacity: float) -> str:
    """A colour ("#rrggbb") with an opacity of 0..1, in the notation of a browser."""
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return f"rgba({red}, {green}, {blue}, {opacity})"


def text_on(colour: str) -> str:
    """The text colour that is easiest to read on `colour` ("#rrggbb"): TEXT or white."""
    return max((TEXT, BACKGROUND), key=lambda text: contrast_ratio(text, colour))


def _luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", 0..1 (WCAG 2.2, definition of relative luminance)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
