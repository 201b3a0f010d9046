"""A slide of the deck: its frame, its title that states the finding, and text that never leaves its box.

All places are in points.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Literal, NamedTuple, TypedDict, Unpack

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Pt

from simulator.handouts.csv_file import neutralised
from simulator.handouts.letters import cut, fitted
from simulator.handouts.writing import Words, written
from simulator.report.charts.theme import ACCENT, BACKGROUND, MUTED, SCENARIO_LOOKS, SHADE, TEXT
from simulator.words import Lang
from simulator.words.numbers import NO_BREAK, printable
from simulator.words.quantity import count
from simulator.words.sentence import sentence

WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 44.0  # 13.33 × 7.5 inches: 16 : 9
INNER = WIDTH - 2 * MARGIN
FONT = "Arial"  # on every office machine, and elsewhere as a font of the same widths
TITLE_SIZES, BODY_SIZES = (28, 26, 24, 22, 20, 18), (16, 15, 14, 13, 12)
MOST_LETTERS = 4000  # of one paragraph
SMALL = 11  # foot and marks; nothing is smaller
TITLE_LAYOUT = 5  # of python-pptx's own template: a title and nothing else
LINKS = ("http:", "https:", "ftp:", "mailto:", "internal:", "external:", "{")


ALIGNMENTS = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "centre": PP_ALIGN.CENTER}


class Look(TypedDict, total=False):
    """How letters look: thin, dark and at the left by default."""

    colour: str
    bold: bool
    align: Literal["left", "right", "centre"]


class Box(NamedTuple):
    """A place on a slide, in points from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def under(self, top: float) -> "Box":
        """The part of it from a height downwards."""
        return Box(self.left, top, self.width, self.bottom - top)


COVER_TITLE, COVER_SIZES = Box(MARGIN, 112, INNER, 140), (40, 36, 32, 28, 24, 20)
TITLE = Box(MARGIN, 40, INNER, 68)
BODY = Box(MARGIN, 116, INNER, 380)
FOOT = Box(MARGIN, 506, INNER - 60, 28)


def plain(words: str) -> str:
    """Words as the sheet behind a chart may hold them: printable, and no formula or link of a spreadsheet."""
    letters = neutralised(one_line(words))
    return f"'{letters}" if letters.lower().startswith(LINKS) else letters


class Canvas:
    """A presentation being filled, slide by slide.

    Every slide carries the foot and, where figures are invented, the `watermark`.
    """

    def __init__(self, foot: str, watermark: str):
        self.file = Presentation()
        self.file.slide_width, self.file.slide_height = Pt(WIDTH), Pt(HEIGHT)
        self.foot, self.watermark = foot, watermark
        _dress(self.file)

    def slide(self, topic: str, title: Words, notes: Sequence[Words] = ()) -> Slide:
        """A new slide with its topic in small above the finding; `notes` are for the speaker."""
        slide = self._blank(notes)
        write(slide, Box(MARGIN, 20, INNER, 18), [topic], sizes=(12,), colour=ACCENT, bold=True)
        _titled(slide, title, TITLE, TITLE_SIZES)
        foot = cut(one_line(self.foot), SMALL, FOOT.width, 2)
        write(slide, FOOT, [foot], sizes=(SMALL,), colour=MUTED)
        _numbered(slide)
        return slide

    def pages(
        self, topic: str, title: Words, sheets: Sequence[Any], notes: Sequence[Words], lang: Lang
    ) -> Iterator[tuple[Any, Any]]:
        """A slide for each of the sheets, with the sheet; the titles of further ones say that they go on."""
        for i, sheet in enumerate(sheets, 1):
            page = sentence("deck.continued", lang, title=title, page=count(i), pages=count(len(sheets)))
            yield self.slide(topic, title if i == 1 else page, notes), sheet

    def cover(self, topic: str, title: Words, lines: Sequence[str], notes: Sequence[str]) -> Slide:
        """The first slide: the finding large, and what the deck stands on."""
        slide = self._blank(notes)
        rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(MARGIN), Pt(96), Pt(72), Pt(5))
        rule.fill.solid()
        rule.fill.fore_color.rgb = rgb(ACCENT)
        rule.line.fill.background()
        write(slide, Box(MARGIN, 62, INNER, 24), [topic], sizes=(16, 14, 12), colour=ACCENT, bold=True)
        _titled(slide, title, COVER_TITLE, COVER_SIZES)
        sizes = (16, 15, 14, 13, 12, 11)
        write(slide, Box(MARGIN, 272, INNER, 246), lines, sizes=sizes, colour=MUTED, gap=0.35)
        return slide

    def _blank(self, notes: Sequence[Words]) -> Slide:
        """A slide with nothing but what the speaker sees, a line each, and the watermark."""
        slide: Slide = self.file.slides.add_slide(self.file.slide_layouts[0])
        if self.watermark:
            self._mark(slide)
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = "\n".join(map(str, notes))
        return slide

    def _mark(self, slide: Slide) -> None:
        """Large and pale behind everything, so that no picture of it can be taken for published figures."""
        width, height = 640, 130
        size, _ = fitted([self.watermark], (130, 110, 90), width, height, bold=True)
        box = Box((WIDTH - width) / 2, (HEIGHT - height) / 2, width, height)
        look: Look = {"colour": SHADE, "bold": True, "align": "centre"}
        shape = write(slide, box, [self.watermark], sizes=(size,), **look)
        shape.rotation, shape.name = -24, "watermark"
        slide.shapes._spTree.insert(2, shape._element)  # behind the title too

    def saved(self) -> bytes:
        """The file's bytes, as python-pptx writes them."""
        out = BytesIO()
        self.file.save(out)
        return out.getvalue()


def one_line(words: str) -> str:
    """Words without anything that cannot be shown; spaces that do not break stay."""
    return NO_BREAK.join(printable(part, MOST_LETTERS) for part in words.split(NO_BREAK))


def write(
    slide: Slide,
    box: Box,
    paragraphs: Sequence[Words],
    *,
    sizes: Sequence[float] = BODY_SIZES,
    gap: float = 0.5,
    bullets: bool = False,
    **look: Unpack[Look],
) -> Shape:
    """Paragraphs in a box in the largest size in which they fit; at the smallest, the rest is cut."""
    shape = slide.shapes.add_textbox(*map(Pt, box))
    indent = 14 if bullets else 0
    lines = [one_line(written(words)) for words in paragraphs]
    size, kept = fitted(lines, sizes, box.width - indent, box.height, look.get("bold", False), gap)
    _filled(shape.text_frame, kept, size, gap, look)
    if bullets:
        for paragraph in shape.text_frame.paragraphs:
            _bullet(paragraph, indent)
    return shape


def fits(paragraphs: Sequence[Words], box: Box, size: float, gap: float = 0.5) -> bool:
    """Whether paragraphs of this size stand whole in a box."""
    wanted = [one_line(written(words)) for words in paragraphs]
    return fitted(wanted, (size,), box.width, box.height, gap=gap)[1] == wanted


def fits_title(words: Words, box: Box = TITLE, size: float = TITLE_SIZES[-1]) -> bool:
    """Whether a title stands whole in its box at a size, by default the smallest of a slide."""
    title = one_line(written(words, marks=False))
    return fitted([title], (size,), box.width, box.height, bold=True)[1] == [title]


def rgb(colour: str) -> RGBColor:
    """A colour of the theme ("#rrggbb") as PowerPoint takes it."""
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return RGBColor(red, green, blue)


def set_font(font: Any, size: float, colour: str = TEXT, bold: bool = False) -> None:
    """Makes letters look like the deck's."""
    font.name, font.size, font.bold = FONT, Pt(size), bold
    font.color.rgb = rgb(colour)


def _titled(slide: Slide, words: Words, box: Box, sizes: Sequence[float]) -> None:
    """Writes the title, whose numbers carry their marks on the slide below."""
    title: Any = slide.shapes.title
    title.left, title.top, title.width, title.height = map(Pt, box)
    size, kept = fitted([one_line(written(words, marks=False))], sizes, box.width, box.height, bold=True)
    _filled(title.text_frame, kept, size, 0, {"bold": True})
    title.text_frame.vertical_anchor = MSO_ANCHOR.TOP


def _filled(frame: Any, paragraphs: Sequence[str], size: float, gap: float, look: Look) -> None:
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for i, words in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.alignment = ALIGNMENTS[look.get("align", "left")]
        paragraph.space_before, paragraph.line_spacing = Pt(size * gap if i else 0), 1.0
        run = paragraph.add_run()
        run.text = words
        set_font(run.font, size, look.get("colour", TEXT), look.get("bold", False))


def _bullet(paragraph: Any, indent: float) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(Pt(indent)))
    properties.set("indent", str(-Pt(indent)))
    bullet = OxmlElement("a:buChar")
    bullet.set("char", "•")
    properties.append(bullet)


def _numbered(slide: Slide) -> None:
    """The slide's number, as a field that follows when slides are moved."""
    box = Box(WIDTH - MARGIN - 50, FOOT.top, 50, FOOT.height)
    shape = write(slide, box, ["0"], sizes=(SMALL,), colour=MUTED, align="right")
    run = shape.text_frame.paragraphs[0].runs[0]._r
    run.tag = qn("a:fld")
    run.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    run.set("type", "slidenum")


def _dress(file: Any) -> None:
    """The template in the app's colours and font, with one layout, so that what a user adds looks alike."""
    _one_layout(file)
    for key, relation in list(file.part.package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # a picture of the empty template
            file.part.package.drop_rel(key)
    part = file.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    colours = {"dk1": TEXT, "dk2": TEXT, "lt1": BACKGROUND, "lt2": SHADE}
    colours |= {"hlink": ACCENT, "folHlink": MUTED}
    colours |= {f"accent{i}": look.colour for i, look in enumerate(SCENARIO_LOOKS, 1)}
    for name, colour in colours.items():
        place = theme.find(f".//{qn('a:' + name)}")
        place[:] = [OxmlElement("a:srgbClr")]
        place[0].set("val", colour.lstrip("#"))
    for latin in theme.iterfind(f".//{qn('a:latin')}"):
        latin.set("typeface", FONT)
    part.blob = serialize_part_xml(theme)


def _one_layout(file: Any) -> None:
    """Leaves a title and a body in the places of the deck's."""
    kept = file.slide_layouts[TITLE_LAYOUT]
    for layout in list(file.slide_layouts):
        if layout is not kept:
            file.slide_layouts.remove(layout)
    places = {"TITLE": TITLE, "BODY": BODY}
    for holder in (file.slide_master, kept):
        for shape in list(holder.placeholders):
            place = places.get(shape.placeholder_format.type.name)
            if place:
                shape.left, shape.top, shape.width, shape.height = map(Pt, place)
            else:
                shape._element.getparent().remove(shape._element)
