"""Hand-outs as a reader sees them: pages of a PDF with the place of every line of text; PPTX and XLSX by way of LibreOffice."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from spreadsheets import find_libreoffice, libreoffice


@dataclass(frozen=True)
class Line:
    """A run of text on a page, in points from its top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """A page in points, with its lines of text."""

    width: float
    height: float
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """All its text, a line each."""
        return "\n".join(line.text for line in self.lines)

    def outside(self, slack: float = 0.5) -> list[str]:
        """Text that is not wholly on the page."""
        return [line.text for line in self.lines
                if line.left < -slack or line.top < -slack or line.right > self.width + slack or line.bottom > self.height + slack]


def pages(pdf: bytes) -> list[Page]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> Page:
    (width, height), text = page.get_size(), page.get_textpage()
    rectangles = [text.get_rect(i) for i in range(text.count_rects())]  # left, bottom, right, top, from the bottom left corner
    found = ((text.get_text_bounded(*corners), corners) for corners in rectangles)
    return Page(width, height, tuple(Line(words, left, height - top, right, height - bottom) for words, (left, bottom, right, top) in found if words.strip()))


def as_pdf(data: bytes, ending: str) -> bytes:
    """A PPTX or XLSX as LibreOffice prints it; skips without what it takes, with the reason, and fails under CI=true."""
    program = find_libreoffice()
    if ending == "pptx" and program and not any(Path(program).resolve().parent.glob("*sdlo.*")):  # the library that is Impress
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("LibreOffice lacks Impress: install libreoffice-impress")
    return libreoffice({f"handout.{ending}": data}, "pdf")["handout"]


def pictures(pdf: bytes, folder: Path, scale: float = 1.0) -> list[Path]:
    """Every page as a PNG in an emptied folder, to look at; 72 dots an inch times `scale`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    document, made = pypdfium2.PdfDocument(pdf), []
    for number, page in enumerate(document, 1):
        made.append(folder / f"{number:02}.png")
        page.render(scale=scale).to_pil().save(made[-1])
    document.close()
    return made
