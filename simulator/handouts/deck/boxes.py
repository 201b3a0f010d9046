"""Boxes on a slide and the text in them: no letters below 18 points, and no word left out.

All positions are in points.
"""

from collections.abc import Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any, Literal, NamedTuple, TypedDict, Unpack

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Pt

from simulator.handouts.csv_file import neutralised
from simulator.handouts.letters import LINE, wrapped
from simulator.handouts.writing import one_line, written
from simulator.report.charts.theme import TEXT
from simulator.words.sentence import Words

WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 44.0  # 13.33 × 7.5 inches: 16 : 9
INNER = WIDTH - 2 * MARGIN
FONT = "Arial"  # on every office computer, and elsewhere replaced by a font of the same widths
LEAST = 18  # points: readable from the last row of a meeting room; nothing is smaller
BODY_SIZES = (26, 24, 22, 20, LEAST)
INDENT = 20.0  # of a bulleted list
GAP = 0.5  # space between paragraphs, as a share of their font size
LINKS = ("http:", "https:", "ftp:", "mailto:", "internal:", "external:", "{")
ALIGNMENTS = {"left": "l", "right": "r", "centre": "ctr"}


class SlideLook(TypedDict, total=False):
    """How text looks: regular weight, dark and left-aligned by default."""

    colour: str
    bold: bool
    align: Literal["left", "right", "centre"]


class Box(NamedTuple):
    """A rectangle on a slide, in points from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def under(self, top: float) -> "Box":
        """The part below `top`."""
        return Box(self.left, top, self.width, self.bottom - top)

    def above(self, bottom: float) -> "Box":
        """The part above `bottom`."""
        return Box(self.left, self.top, self.width, bottom - self.top)

    def beside(self, left: float) -> "Box":
        """The part to the right of `left`, measured from the left edge of the box."""
        return Box(self.left + left, self.top, self.width - left, self.height)


def plain(words: str) -> str:
    """Words that are safe in the sheet behind a chart: printable, and no formula or link of a spreadsheet."""
    letters = neutralised(one_line(words))
    return f"'{letters}" if letters.lower().startswith(LINKS) else letters


def lines_of(paragraphs: Sequence[Words]) -> list[str]:
    """Paragraphs as text, each on one line."""
    return [one_line(written(words)) for words in paragraphs]


def height_of(lines: Sequence[str], size: float, width: float, bold: bool = False, gap: float = GAP) -> float:
    """The height of paragraphs in points."""
    count = sum(_count(words, size, width, bold) for words in lines)
    return (count * LINE + max(0, len(lines) - 1) * gap) * size


@lru_cache(4096)
def _count(words: str, size: float, width: float, bold: bool) -> int:
    return len(wrapped(words, size, width, bold))


def largest(
    lines: Sequence[str], sizes: Sequence[float], box: Box, bold: bool = False, gap: float = GAP
) -> float:
    """The first of the sizes at which all paragraphs fit in a box, otherwise the last."""
    fit = (size for size in sizes if height_of(lines, size, box.width, bold, gap) <= box.height)
    return next(fit, sizes[-1])


def parted(lines: Sequence[str], size: float, box: Box, gap: float = GAP) -> tuple[list[str], list[str]]:
    """The paragraphs that fit whole in a box, and the rest.

    A first paragraph higher than the box is broken between lines, so that the box is never left empty.
    """
    most, of_first = max(1, int(box.height / (size * LINE))), wrapped(lines[0], size, box.width)
    if len(of_first) > most:
        return [" ".join(of_first[:most])], [" ".join(of_first[most:]), *lines[1:]]
    kept = 1
    while kept < len(lines) and height_of(lines[: kept + 1], size, box.width, gap=gap) <= box.height:
        kept += 1
    return list(lines[:kept]), list(lines[kept:])


def write(
    slide: Slide,
    box: Box,
    paragraphs: Sequence[Words],
    *,
    sizes: Sequence[float] = BODY_SIZES,
    gap: float = GAP,
    bullets: bool = False,
    **look: Unpack[SlideLook],
) -> Shape:
    """Write paragraphs into a box in the largest size that fits; at the smallest size the box grows."""
    indent, lines, bold = INDENT if bullets else 0.0, lines_of(paragraphs), look.get("bold", False)
    inner = Box(box.left, box.top, box.width - indent, box.height)
    size = largest(lines, sizes, inner, bold, gap)
    height = max(box.height, height_of(lines, size, inner.width, bold, gap))
    shape = slide.shapes.add_textbox(*map(Pt, (box.left, box.top, box.width, height)))
    fill(shape.text_frame, lines, size, gap, look)
    if bullets:
        for paragraph in shape.text_frame.paragraphs:
            _bullet(paragraph, indent)
    return shape


def end_of(shape: Shape) -> float:
    """The lower edge of a text box, in points from the top."""
    return float(shape.top.pt + shape.height.pt)


def fill(frame: Any, paragraphs: Sequence[str], size: float, gap: float, look: SlideLook) -> None:
    """Write paragraphs of one size into a text frame."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    body = frame._txBody
    for empty in body.p_lst:
        body.remove(empty)
    align = ALIGNMENTS[look.get("align", "left")]
    for i, words in enumerate(paragraphs):
        paragraph = deepcopy(_paragraph(align, size * gap if i else 0))
        paragraph.append(run(words, size, look.get("colour", TEXT), look.get("bold", False)))
        body.append(paragraph)


def run(words: str, size: float, colour: str = TEXT, bold: bool = False) -> Any:
    """A text run in the font of the deck, to append to a paragraph.

    It is a copy of what python-pptx writes; creating each run with python-pptx took two fifths of the time of
    a deck.
    """
    made = deepcopy(_run(size, colour, bold))
    made[-1].text = words
    return made


@lru_cache(256)
def _run(size: float, colour: str, bold: bool) -> Any:
    return parse_xml(f"<a:r {nsdecls('a')}>{letters('rPr', size, colour, bold)}<a:t/></a:r>")


def letters(tag: str, size: float, colour: str = TEXT, bold: bool = False) -> str:
    """The XML element for the look of text."""
    fill = f'<a:solidFill><a:srgbClr val="{rgb(colour)}"/></a:solidFill><a:latin typeface="{FONT}"/>'
    return f'<a:{tag} sz="{Pt(size).centipoints}" b="{bold:d}">{fill}</a:{tag}>'


@lru_cache(256)
def _paragraph(align: str, before: float) -> Any:
    spaces = (
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{Pt(before).centipoints}"/></a:spcBef>'
    )
    return parse_xml(f'<a:p {nsdecls("a")}><a:pPr algn="{align}">{spaces}</a:pPr></a:p>')


def rgb(colour: str) -> RGBColor:
    """A colour of the theme ("#rrggbb") as a python-pptx colour."""
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return RGBColor(red, green, blue)


def tint(form: Any, colour: str, opacity: float) -> None:
    """Fill a shape or an area with a translucent colour, without an outline."""
    form.fill.solid()
    form.fill.fore_color.rgb = rgb(colour)
    see_through = OxmlElement("a:alpha")
    see_through.set("val", str(round(opacity * 100_000)))
    form.fill._xPr.find(qn("a:solidFill"))[0].append(see_through)
    form.line.fill.background()


def set_font(font: Any, size: float, colour: str = TEXT, bold: bool = False) -> None:
    """Set the font of the deck."""
    font.name, font.size, font.bold = FONT, Pt(size), bold
    font.color.rgb = rgb(colour)


def _bullet(paragraph: Any, indent: float) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(Pt(indent)))
    properties.set("indent", str(-Pt(indent)))
    bullet = OxmlElement("a:buChar")
    bullet.set("char", "•")
    properties.append(bullet)
