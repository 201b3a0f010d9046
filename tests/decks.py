"""Decks for tests, and their parts as read from the PPTX."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from handout_cases import LETTERS, LONG, SIX, TODAY, contexts_of, many_units, projected
from pptx import Presentation
from pptx.util import Emu
from rendered import Line, Page

from simulator.handouts.deck import deck_bytes
from simulator.handouts.deck.boxes import HEIGHT, MARGIN, WIDTH
from simulator.handouts.deck.canvas import LOWEST
from simulator.model.actuals import NOTHING_RECORDED, Actuals
from simulator.model.beside_settings import Decision
from simulator.model.projection import Projection

SLACK = 3.0  # points by which another program may place a letter differently


def deck(
    projections: list[Projection], lang: str = "id", actuals: Actuals = NOTHING_RECORDED, **options
) -> bytes:
    """The deck of these projections, made on TODAY."""
    return deck_bytes(contexts_of(*projections, actuals=actuals), lang, TODAY, **options)


def overlong(folder: Path) -> list[Projection]:
    """Six scenarios with names of 120 letters on 120 units with long names; one has a long decision log.

    One name looks like a formula and one like a link.
    """
    baseline = many_units(folder)
    names = [
        f"=1+1 {LONG}"[:120],
        LETTERS,
        LONG,
        f"http://a.b/{LONG}"[:120],
        *(f"{i} Wajib pajak dan pekerja rentan " * 4 for i in range(2)),
    ]
    entry = Decision(
        question="Apakah cukup? " * 140,
        expectation="Ya",
        finding="W" * 1900,
        decision="=Naikkan",
        owner="Badan " * 20,
        date="2026-11-02",
    )
    return [
        projected(
            file, baseline, name=name[:120].strip(), overrides=(), decisions=(entry,) * 9 if i == 1 else ()
        )
        for i, (file, name) in enumerate(zip(("contoh", *SIX[1:]), names))
    ]


def opened(data: bytes):
    """The slides of a PPTX, for reading; for recently opened data the same objects are returned."""
    return list(_slides(data))


@lru_cache(maxsize=8)
def _slides(data: bytes) -> tuple:
    return tuple(Presentation(BytesIO(data)).slides)


def titles(data: bytes) -> list[str]:
    """The title of every slide, on one line with plain spaces."""
    return [plain(slide.shapes.title.text_frame.text) for slide in opened(data)]


def words(slide) -> str:
    """All text of a slide except that of its charts, with plain spaces."""
    return plain("\n".join(text for _, text in places(slide) if text is not None))


def table(slide) -> list[list[str]]:
    """The cells of a slide's only table."""
    (found,) = (shape.table for shape in slide.shapes if shape.has_table)
    return [[plain(cell.text_frame.text) for cell in row.cells] for row in found.rows]


def chart(slide):
    """A slide's only chart."""
    (found,) = (shape.chart for shape in slide.shapes if shape.has_chart)
    return found


def plain(text: str) -> str:
    """Text with plain spaces."""
    return text.replace("\u00a0", " ")


def places(slide) -> list[tuple[tuple[float, float, float, float], str | None]]:
    """Left, top, right, bottom in points and the text of each item of a slide; None for a chart's text."""
    return list(_places(slide.part))


@lru_cache(maxsize=256)
def _places(part) -> tuple:
    found = []
    for shape in part.slide.shapes:
        left, top, width, height = (shape.left, shape.top, shape.width, shape.height)
        box = tuple(Emu(v).pt for v in (left, top, left + width, top + height))
        if shape.has_text_frame:
            found.append((box, shape.text_frame.text))
        elif shape.has_table:
            cells = (cell for row in shape.table.rows for cell in row.cells)
            found.append((box, "\n".join(cell.text_frame.text for cell in cells)))
        elif shape.has_chart:
            found.append((box, None))
    return tuple(found)


def letters_of(slides) -> str:
    """All letters below titles and topics, without spaces and watermarks; every box must be on its slide."""
    kept = []
    for slide in slides:
        for (left, top, right, bottom), text in places(slide):
            assert left >= 0 and top >= 0 and right <= WIDTH and bottom <= HEIGHT, text
            if (
                text not in (None, "FIKTIF")
                and top > MARGIN
                and bottom <= LOWEST + 1
                and text != slide.shapes.title.text_frame.text
            ):
                kept.append(text)
    return "".join("".join(kept).split())


def astray(page: Page, slide) -> list[str]:
    """Rendered lines that lie outside the box that holds their text, except bullets and slide numbers."""
    boxes = [(box, None if text is None else _joined(text)) for box, text in places(slide)]
    return [
        line.text
        for line in page.lines
        if not any(_inside(line, box) and (text is None or _joined(line.text) in text) for box, text in boxes)
        and line.text.strip() != "•"
        and not line.text.strip().isdigit()
    ]


def _inside(line: Line, box: tuple[float, float, float, float]) -> bool:
    space = (
        0.4 * (line.bottom - line.top) * line.text.endswith(" ")
    )  # at a line break, the trailing space may extend beyond the edge
    return (
        line.left >= box[0] - SLACK
        and line.top >= box[1] - SLACK
        and line.right - space <= box[2] + SLACK
        and line.bottom <= box[3] + SLACK
    )


def _joined(text: str) -> str:
    return "".join(plain(text).split())
