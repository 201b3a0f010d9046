"""A4 pages of a PDF with embedded fonts: wrapped text at given positions, rules, boxes and bars."""

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, time
from functools import cache, lru_cache
from typing import Any, Literal, TypedDict, Unpack

from fpdf import FPDF, ViewerPreferences

from simulator.handouts import font
from simulator.handouts.letters import LINE, SPARE, cut, width_of, wrapped
from simulator.handouts.properties import PROGRAM, Properties
from simulator.handouts.structure import Producer, Tree
from simulator.handouts.writing import written
from simulator.report.charts.theme import ACCENT, GRID, MUTED, TEXT
from simulator.words import LANGUAGES, Lang, text
from simulator.words.numbers import NO_BREAK
from simulator.words.provenance import basis_name, is_marked
from simulator.words.sentence import Sentence, Words

WIDTH_MM, HEIGHT_MM, MARGIN_MM = 210.0, 297.0, 13.0
INNER_MM = WIDTH_MM - 2 * MARGIN_MM
POINT_MM = 25.4 / 72
FONT = "arimo"
ARTIFACT = "Artifact"  # PDF's name for content without meaning to a screen reader
REMARK = 9.5  # font size in points of a word after a large number
Align = Literal["L", "R", "C"]


class PaperLook(TypedDict, total=False):
    """How text looks: regular weight, dark and left-aligned by default."""

    bold: bool
    colour: str
    align: Align
    tag: str  # structure element: P by default, H1 or H2 for headings, TH or TD for cells


@cache
def _letter(c: str) -> str:
    if c == NO_BREAK or ord(c) in font.letters() and c.isprintable():
        return c
    if c.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", c).encode("ascii", "ignore").decode()
    return plain or ("" if unicodedata.combining(c) or not c.isprintable() else "?")


def writable(words: str) -> str:
    """Words in letters that the font has: any white space becomes a space, other scripts become "?"."""
    return "".join(map(_letter, unicodedata.normalize("NFC", words)))


@lru_cache(maxsize=10_000)  # text that is the same on every sheet is broken only once
def _lines(words: str, width: float, size: float, bold: bool, most: int | None) -> tuple[str, ...]:
    letters, points = writable(words), width / POINT_MM
    kept = letters if most is None else cut(letters, size, points, most, bold)
    return tuple(line.replace(NO_BREAK, " ") for line in wrapped(kept, size, points, bold))


class Paper(FPDF):
    """A document of A4 pages on which everything is placed by position.

    Positions are in millimetres from the upper left corner, font sizes in points.
    """

    struct_builder: Tree

    def __init__(self, properties: Properties):
        super().__init__("portrait", "mm", "A4")
        for bold, file in font.files().items():
            self.add_font(FONT, "B" if bold else "", file)
        self.set_auto_page_break(False)
        self.set_margins(MARGIN_MM, MARGIN_MM)
        self.set_title(properties.title)
        self.set_subject(properties.subject)
        self.set_author(properties.author)
        self.set_lang(LANGUAGES[properties.lang].tag)
        self.set_creator(PROGRAM)
        self.set_producer(PROGRAM)
        self.set_creation_date(datetime.combine(properties.today, time(), UTC))
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.language: Lang = properties.lang
        self.struct_builder = Tree()

    def add_page(self, *given: Any, **options: Any) -> None:
        """Add a page, on which nothing is tagged yet."""
        super().add_page(*given, **options)
        self._tags, self._inside = 0, False

    @contextmanager
    def tagged(self, tag: str, alternative: str | None = None) -> Iterator[None]:
        """Make everything written within one element of the structure that a screen reader follows in order.

        `tag` is a PDF structure type: P, H1, Figure with `alternative` as its text, or Artifact, which screen
        readers skip. A tag within another has no effect: its content belongs to the outer one.
        """
        if self._inside:
            yield
            return
        mark = f"/{tag} BMC"
        if tag != ARTIFACT:
            mark = f"/{tag} <</MCID {self._tags}>> BDC"
            self._add_marked_content(struct_type=f"/{tag}", mcid=self._tags, alt_text=alternative)
            self._tags += 1
        self._inside = True
        self._out(mark)
        yield
        self._out("EMC")
        self._inside = False

    def group(self, kind: str) -> AbstractContextManager[None]:
        """Make everything tagged within part of one element, such as a Table of TR or an L of LI."""
        return self.struct_builder.group(kind, self.page)

    def lines(
        self, words: str, width: float, size: float, *, bold: bool = False, most: int | None = None
    ) -> list[str]:
        """Words broken into lines of a width; line number `most` ends in … if there would be more."""
        return list(_lines(words, width, size, bold, most))

    def say(
        self,
        words: Words,
        x: float,
        y: float,
        width: float,
        size: float,
        *,
        most: int | None = None,
        marks: bool = True,
        **look: Unpack[PaperLook],
    ) -> float:
        """Write words, wrapped, downwards from a position; returns where the next line would begin."""
        bold = look.get("bold", False)
        lines = self.lines(written(words, marks=marks), width, size, bold=bold, most=most)
        return self.put(lines, x, y, width, size, **look)

    def put(
        self, lines: Sequence[str], x: float, y: float, width: float, size: float, **look: Unpack[PaperLook]
    ) -> float:
        """Write lines that already fit the width; returns where the next line would begin."""
        bold, align = look.get("bold", False), look.get("align", "L")
        self.set_text_color(look.get("colour", TEXT))
        self.set_font(FONT, "B" if bold else "", size)
        with self.tagged(look.get("tag", "P")):
            for line in lines:
                spare = 0.0 if align == "L" else max(0.0, width - width_of(line, size, bold) * POINT_MM)
                self.text(x + (spare / 2 if align == "C" else spare), y + size * POINT_MM, line)
                y += size * POINT_MM * LINE
        return y

    def large(
        self, number: Sentence, x: float, y: float, width: float, size: float, *, colour: str = TEXT
    ) -> float:
        """Write a number in large letters on one line; if it is assumed, the word for that follows in small.

        The letters are smaller if it would be too wide. Returns where the next line would begin.
        """
        has_word = any(one.basis == "assumed" and is_marked(one) for one in number.quantities)
        words, remark = writable(written(number, marks=not has_word)), ""
        if has_word:
            remark = f" ({basis_name('assumed', self.language)})"
        beside = width_of(remark, REMARK) * POINT_MM + 2 if remark else 0.0
        size = min(size, size * (width - beside) * SPARE / POINT_MM / width_of(words, size, True))
        if remark:
            right = width_of(words, size, True) * POINT_MM + 2
            self.put([remark.strip()], x + right, y + (size - REMARK) * POINT_MM, beside, REMARK)
        return self.put([words.replace(NO_BREAK, " ")], x, y, width, size, bold=True, colour=colour)

    def bookmark(self, name: str) -> None:
        """Add an outline entry that leads to the current page."""
        self.start_section(writable(name))

    def rule(self, x: float, y: float, width: float, colour: str = GRID, thickness: float = 0.2) -> None:
        """Draw a horizontal line."""
        self.set_draw_color(colour)
        self.set_line_width(thickness)
        with self.tagged(ARTIFACT):
            self.line(x, y, x + width, y)

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """Draw the border of a space to write in."""
        self.set_draw_color(MUTED)
        self.set_line_width(0.2)
        with self.tagged(ARTIFACT):
            self.rect(x, y, width, height)

    def bar(self, x: float, y: float, width: float, share: float, height: float = 1.6) -> None:
        """Draw a bar with a share of it filled, at most all."""
        for colour, of in ((GRID, 1.0), (ACCENT, min(1.0, share))):
            self.set_fill_color(colour)
            if of > 0:
                with self.tagged(ARTIFACT):
                    self.rect(x, y, width * of, height, style="F")

    def watermark(self) -> None:
        """Write the word for invented figures pale across the page; call it before writing anything else."""
        word = text("header.fictitious", self.language)
        with self.tagged(ARTIFACT), self.rotation(52, WIDTH_MM / 2, HEIGHT_MM / 2):
            self.say(word, 0, HEIGHT_MM / 2 - 20, WIDTH_MM, 96, bold=True, colour="#eef3f3", align="C")

    def data(self) -> bytes:
        """Return the finished document."""
        return bytes(self.output(output_producer_class=Producer))
