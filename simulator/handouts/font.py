"""The font of PDF hand-outs: Arimo, with the widths of Arial; Latin letters with every accent.

The package contains one variable font; the two weights in use are generated from it once.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import fontpkg_arimo
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

_FILE = fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf"
_WEIGHTS = {False: 400, True: 700}
# Latin with its extensions, including Vietnamese, punctuation, arrows, mathematical signs.
_LETTERS = (*range(0x20, 0x370), *range(0x1E00, 0x1F00), *range(0x2000, 0x2300), 0x25A0)
_WITHOUT = ["GDEF", "GPOS", "GSUB", "MVAR", "STAT"]  # tables that only typesetting programs need
_WEIGHT = ["HVAR", "fvar", "gvar"]  # tables that derive other weights from the regular one


@cache
def _open() -> TTFont:
    return TTFont(_FILE, lazy=True)


@cache
def letters() -> frozenset[int]:
    """Every code point that the font can write."""
    return frozenset(_open().getBestCmap()) & frozenset(_LETTERS)


@cache
def width(letter: str, bold: bool) -> float | None:
    """The width of a letter in thousandths of the font size; None if the font lacks it."""
    if ord(letter) not in letters():
        return None
    font = _open()
    glyphs = font.getGlyphSet(location={"wght": _WEIGHTS[bold]})
    return float(glyphs[font.getBestCmap()[ord(letter)]].width * 1000 / font["head"].unitsPerEm)


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="letters-", ignore_cleanup_errors=True)


@cache
def files() -> dict[bool, Path]:
    """The font files, by whether they are bold; they are deleted when the program ends."""
    return {bold: _made(weight, Path(_folder().name)) for bold, weight in _WEIGHTS.items()}


def _made(weight: int, folder: Path) -> Path:
    font, place = TTFont(_FILE, lazy=True, recalcTimestamp=False), folder / f"{weight}.ttf"
    if weight == _WEIGHTS[False]:  # the weight in which the outlines are stored
        for table in _WEIGHT:
            del font[table]
    options = Options(layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += _WITHOUT
    subset = Subsetter(options)
    subset.populate(unicodes=_LETTERS)
    subset.subset(font)
    if "fvar" in font:
        instantiateVariableFont(font, {"wght": weight}, inplace=True, optimize=False)
    font.save(place)
    return place
