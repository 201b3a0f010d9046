"""The slides of the deck: their frame, a title that states the finding, and text that flows to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.parts.image import Image
from pptx.slide import Slide
from pptx.util import Pt

from simulator.handouts.deck.boxes import (
    BODY_SIZES,
    GAP,
    HEIGHT,
    INDENT,
    INNER,
    LEAST,
    MARGIN,
    WIDTH,
    Box,
    SlideLook,
    fill,
    height_of,
    largest,
    lines_of,
    parted,
    rgb,
    write,
)
from simulator.handouts.deck.template import presentation
from simulator.handouts.house_style import PLAIN, HouseStyle
from simulator.handouts.letters import width_of
from simulator.handouts.template_check import titled_layout
from simulator.handouts.writing import one_line, written
from simulator.report.charts.theme import ACCENT, MUTED, SHADE
from simulator.words import Lang, text
from simulator.words.sentence import Words, sentence

TITLE_SIZES, COVER_SIZES = (30, 28, 26, 24, 22, 20), (40, 36, 32, 28)
TOPIC, TITLE = Box(MARGIN, 18, INNER, 22), Box(MARGIN, 42, INNER, 74)
FOOT = Box(MARGIN, 508, INNER - 60, 22)
LOGO, COVER_LOGO = (Box(WIDTH - MARGIN - w, top, w, h) for w, top, h in ((150, 10, 30), (240, 24, 64)))
BELOW_TITLE = 10.0
LOWEST = FOOT.top - 8  # lower edge of the content of a slide, above its foot


@dataclass(frozen=True)
class Notes:
    """The speaker notes: what the presenter says, in a few sentences, and where the numbers come from."""

    say: Sequence[Words]
    sources: Sequence[Words] = ()

    def __str__(self) -> str:
        """The sentences to say as one paragraph, then a line for each source."""
        spoken = " ".join(str(words) for words in self.say)
        return "\n".join([spoken, *(["", *map(str, self.sources)] if self.sources else [])])


@dataclass(frozen=True)
class Page:
    """A slide being filled; `body` is the area below its title."""

    slide: Slide
    body: Box
    topic: str
    title: Words
    notes: Notes


class Canvas:
    """A presentation being filled slide by slide.

    Every slide shows as many parts of the `foot` as fit on one line and, unless it is empty, the `watermark`.
    """

    def __init__(self, foot: Sequence[str], watermark: str, lang: Lang, style: HouseStyle = PLAIN):
        self.file = presentation(style.template)
        self.layout = titled_layout(self.file)
        self.watermark, self.lang, self.logo = watermark, lang, style.logo
        self.foot = _whole_on_a_line(foot)

    def slide(self, topic: str, title: Words, notes: Notes) -> Page:
        """Add a slide with its topic above the finding."""
        slide = self._blank(notes)
        self._put_logo(slide, LOGO)
        write(slide, TOPIC, [topic], sizes=(LEAST,), colour=ACCENT, bold=True)
        end = _titled(slide, title, TITLE, TITLE_SIZES)
        write(slide, FOOT, [self.foot], sizes=(LEAST,), colour=MUTED)
        _numbered(slide)
        top = max(end, TITLE.top + 40) + BELOW_TITLE
        return Page(slide, Box(MARGIN, top, INNER, LOWEST - top), topic, title, notes)

    def cover(self, title: Words, notes: Notes) -> Page:
        """Add the first slide or the divider before the appendix: a large title with room for text below."""
        slide = self._blank(notes)
        self._put_logo(slide, COVER_LOGO)
        rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(MARGIN), Pt(78), Pt(72), Pt(6))
        rule.fill.solid()
        rule.fill.fore_color.rgb = rgb(ACCENT)
        rule.line.fill.background()
        top = _titled(slide, title, Box(MARGIN, 100, INNER, 110), COVER_SIZES) + 16
        return Page(slide, Box(MARGIN, top, INNER, HEIGHT - 30 - top), "", title, notes)

    def after(self, page: Page) -> Page:
        """Add a slide that continues a page, and says so in its title."""
        title = sentence("deck.continued", self.lang, title=page.title)
        return replace(self.slide(page.topic, title, page.notes), title=page.title)

    def text(
        self,
        page: Page,
        box: Box,
        paragraphs: Sequence[Words],
        *,
        sizes: Sequence[float] = BODY_SIZES,
        bullets: bool = False,
        gap: float = GAP,
    ) -> None:
        """Write paragraphs into a box of a page in the largest size that fits, the rest on further slides."""
        indent, rest = INDENT if bullets else 0.0, lines_of(paragraphs)
        inner = Box(box.left, box.top, box.width - indent, box.height)
        size = largest(rest, sizes, inner, gap=gap)
        while rest:
            is_whole_body = box == page.body
            if is_whole_body or height_of(rest[:1], size, inner.width) <= inner.height:
                kept, rest = parted(rest, size, inner, gap)
                write(page.slide, box, kept, sizes=(size,), bullets=bullets, gap=gap)
            if rest:
                page = self.after(page)
                box = page.body
                inner = Box(box.left, box.top, box.width - indent, box.height)

    def _blank(self, notes: Notes) -> Slide:
        """Add a slide with only the speaker notes and the watermark."""
        slide: Slide = self.file.slides.add_slide(self.layout)
        for holder in list(slide.placeholders):
            if holder != slide.shapes.title:
                holder._element.getparent().remove(holder._element)
        if self.watermark:
            self._mark(slide)
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = "\n".join(map(one_line, str(notes).split("\n")))
        return slide

    def _put_logo(self, slide: Slide, box: Box) -> None:
        """Place the logo at the right of a box, as large as fits."""
        if self.logo is None:
            return
        wide, high = Image.from_blob(self.logo).size
        scale = min(box.width / wide, box.height / high)
        width, height = wide * scale, high * scale
        place = map(Pt, (box.left + box.width - width, box.top, width, height))
        picture: Any = slide.shapes.add_picture(BytesIO(self.logo), *place)
        picture._element.nvPicPr.cNvPr.set("descr", text("deck.logo", self.lang))

    def _mark(self, slide: Slide) -> None:
        """Write the watermark large and pale behind everything, so no picture can pass as published."""
        width, height = 640, 156
        box = Box((WIDTH - width) / 2, (HEIGHT - height) / 2, width, height)
        look: SlideLook = {"colour": SHADE, "bold": True, "align": "centre"}
        shape = write(slide, box, [self.watermark], sizes=(130, 110, 90), **look)
        shape.rotation, shape.name = -24, "watermark"
        slide.shapes._spTree.insert(2, shape._element)  # behind the title too

    def saved(self) -> bytes:
        """The bytes of the file as python-pptx writes it."""
        out = BytesIO()
        self.file.save(out)
        return out.getvalue()


def fits_title(words: Words) -> bool:
    """Whether a title fits its box in letters large enough for a title."""
    title = one_line(written(words))
    return height_of([title], TITLE_SIZES[-2], TITLE.width, True) <= TITLE.height


def _whole_on_a_line(parts: Sequence[str]) -> str:
    """The parts that fit on one line together; the most important are tried first."""
    kept: list[str] = []
    for part in map(one_line, parts):
        if width_of(" · ".join([*kept, part]), LEAST) <= FOOT.width * 0.97:
            kept.append(part)
    return " · ".join(kept)


def _titled(slide: Slide, words: Words, box: Box, sizes: Sequence[float]) -> float:
    """Write the title, at the smallest size as high as needed; returns where it ends."""
    title: Any = slide.shapes.title
    lines = [one_line(written(words))]
    size = largest(lines, sizes, box, bold=True)
    height = height_of(lines, size, box.width, True)
    title.left, title.top, title.width, title.height = map(Pt, (box.left, box.top, box.width, height))
    fill(title.text_frame, lines, size, 0, {"bold": True})
    title.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    return box.top + height


def _numbered(slide: Slide) -> None:
    """Write the slide number as a field, which updates when slides are moved."""
    box = Box(WIDTH - MARGIN - 50, FOOT.top, 50, FOOT.height)
    shape = write(slide, box, ["0"], sizes=(LEAST,), colour=MUTED, align="right")
    run = shape.text_frame.paragraphs[0].runs[0]._r
    run.tag = qn("a:fld")
    run.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    run.set("type", "slidenum")
