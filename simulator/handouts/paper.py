"""A sheet of A4 in the fonts every PDF reader brings along: text that wraps in its place, rules and bars."""

import unicodedata
from datetime import UTC, datetime, time
from typing import Literal, TypedDict, Unpack

from fpdf import FPDF

from simulator.handouts.letters import LINE, cut, width_of, wrapped
from simulator.handouts.properties import PROGRAM, Properties
from simulator.handouts.writing import Words, written
from simulator.report.charts.theme import ACCENT, GRID, TEXT
from simulator.words import LANGUAGES, Lang, text
from simulator.words.numbers import NO_BREAK
from simulator.words.provenance import basis_name, is_marked
from simulator.words.sentence import Sentence

WIDTH_MM, HEIGHT_MM, MARGIN_MM = 210.0, 297.0, 13.0
INNER_MM = WIDTH_MM - 2 * MARGIN_MM
POINT_MM = 25.4 / 72
FONT, ENCODING = "helvetica", "windows-1252"  # a core font: nothing to embed, nothing to install
# What the core fonts lack, in signs they have.
WRITTEN = str.maketrans({"−": "–", "≈": "±", "→": "–", "\t": " ", "\n": " ", "\r": " "})
REMARK = 9.5  # points of a word behind a large number
Align = Literal["L", "R", "C"]


class Look(TypedDict, total=False):
    """How letters look: thin, dark and at the left by default."""

    bold: bool
    colour: str
    align: Align


def writable(words: str) -> str:
    """Words in the letters of the core fonts: accents they lack are dropped, other scripts become "?"."""

    def letter(c: str) -> str:
        if c == NO_BREAK:
            return c
        try:
            c.encode(ENCODING)
        except UnicodeEncodeError:
            plain = unicodedata.normalize("NFKD", c).encode("ascii", "ignore").decode()
            return plain or ("" if unicodedata.combining(c) or not c.isprintable() else "?")
        return c if c.isprintable() else ""

    return "".join(letter(c) for c in unicodedata.normalize("NFC", words).translate(WRITTEN))


class Paper(FPDF):
    """A document of A4 pages on which everything is put by place.

    Places are in millimetres from the upper left corner, sizes of letters in points.
    """

    def __init__(self, properties: Properties):
        super().__init__("portrait", "mm", "A4")
        self.core_fonts_encoding = ENCODING
        self.set_auto_page_break(False)
        self.set_margins(MARGIN_MM, MARGIN_MM)
        self.set_title(properties.title)
        self.set_subject(properties.subject)
        self.set_author(properties.author)
        self.set_lang(LANGUAGES[properties.lang].tag)
        self.set_creator(PROGRAM)
        self.set_producer(PROGRAM)
        self.set_creation_date(datetime.combine(properties.today, time(), UTC))
        self.language: Lang = properties.lang

    def lines(
        self, words: str, width: float, size: float, *, bold: bool = False, most: int | None = None
    ) -> list[str]:
        """Words broken into lines of a width; the last of `most` ends in … where there are more."""
        letters, points = writable(words), width / POINT_MM
        kept = letters if most is None else cut(letters, size, points, most, bold)
        return [line.replace(NO_BREAK, " ") for line in wrapped(kept, size, points, bold)]

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
        **look: Unpack[Look],
    ) -> float:
        """Writes words from the place downwards, wrapped; returns where the next line would begin."""
        bold = look.get("bold", False)
        align = look.get("align", "L")
        colour = look.get("colour", TEXT)
        self.set_text_color(colour)
        self.set_font(FONT, "B" if bold else "", size)
        for line in self.lines(written(words, marks=marks), width, size, bold=bold, most=most):
            spare = max(0.0, width - width_of(line, size, bold) * POINT_MM)
            self.text(x + {"L": 0.0, "C": spare / 2, "R": spare}[align], y + size * POINT_MM, line)
            y += size * POINT_MM * LINE
        return y

    def large(
        self, number: Sentence, x: float, y: float, width: float, size: float, *, colour: str = TEXT
    ) -> float:
        """A number in large letters on one line, the word for how far it is known small behind it."""
        has_word = any(one.basis == "assumed" and is_marked(one) for one in number.quantities)
        if has_word:
            right = width_of(writable(written(number, marks=False)), size, True) * POINT_MM + 2
            word = f"({basis_name('assumed', self.language)})"
            self.say(word, x + right, y + (size - REMARK) * POINT_MM, width - right, REMARK, most=1)
        return self.say(number, x, y, width, size, bold=True, colour=colour, most=1, marks=not has_word)

    def rule(self, x: float, y: float, width: float, colour: str = GRID, thickness: float = 0.2) -> None:
        """A level line."""
        self.set_draw_color(colour)
        self.set_line_width(thickness)
        self.line(x, y, x + width, y)

    def bar(self, x: float, y: float, width: float, share: float, height: float = 1.6) -> None:
        """A track with its filled share, at most full."""
        for colour, of in ((GRID, 1.0), (ACCENT, min(1.0, share))):
            self.set_fill_color(colour)
            if of > 0:
                self.rect(x, y, width * of, height, style="F")

    def watermark(self) -> None:
        """The word for invented figures, pale across the page; before anything else is written."""
        word = text("header.fictitious", self.language)
        with self.rotation(52, WIDTH_MM / 2, HEIGHT_MM / 2):
            self.say(word, 0, HEIGHT_MM / 2 - 20, WIDTH_MM, 96, bold=True, colour="#eef3f3", align="C")

    def data(self) -> bytes:
        """The finished document."""
        return bytes(self.output())
