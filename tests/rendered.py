"""Rendered hand-outs: PDF pages with the position of every line; PPTX and XLSX via LibreOffice."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT, FPDFText_GetFontSize, FPDFText_GetUnicode
from spreadsheets import find_libreoffice, libreoffice

LEVEL = 1e-3  # by how much the matrix of level text may be off


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
    """A page in points, with its level lines; `slanted` has the pieces of a watermark or of an axis title."""

    width: float
    height: float
    lines: tuple[Line, ...]
    slanted: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """All its text, one line each; the slanted text is joined on the last line."""
        return "\n".join([*(line.text for line in self.lines), "".join(line.text for line in self.slanted)])

    def outside(self, slack: float = 0.5) -> list[str]:
        """Text that is not entirely on the page."""
        return [
            line.text
            for line in (*self.lines, *self.slanted)
            if line.left < -slack
            or line.top < -slack
            or line.right > self.width + slack
            or line.bottom > self.height + slack
        ]


def pages(pdf: bytes) -> list[Page]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> Page:
    (width, height), slanted = page.get_size(), []

    def line(
        words: str, corners: tuple[float, float, float, float]
    ) -> Line:  # left, bottom, right, top, from the bottom left corner
        left, bottom, right, top = corners
        return Line(words, left, height - top, right, height - bottom)

    before = page.get_textpage()
    for piece in list(page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], max_depth=1, textpage=before)):
        if abs(piece.get_matrix().b) > LEVEL:  # its bounding box covers other text too
            slanted.append(line(piece.extract(), piece.get_bounds()))
            page.remove_obj(piece)
    text = page.get_textpage()
    rectangles = [text.get_rect(i) for i in range(text.count_rects())]
    level = (
        line(text.get_text_bounded(*corners).replace("\x02", "-"), corners) for corners in rectangles
    )  # a hyphen at the end of a line is read as \x02
    return Page(width, height, tuple(found for found in level if found.text.strip()), tuple(slanted))


def smallest_letters(pdf: bytes) -> float:
    """The size in points of the smallest letters on the pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage() for page in document]
        return min(
            FPDFText_GetFontSize(text, i)
            for text in texts
            for i in range(text.count_chars())
            if chr(FPDFText_GetUnicode(text, i)).strip()
        )
    finally:
        document.close()


def as_pdf(data: bytes, ending: str) -> bytes:
    """A PPTX or XLSX as LibreOffice prints it; see `as_pdfs`."""
    return as_pdfs({"handout": data}, ending)["handout"]


def as_pdfs(files: dict[str, bytes], ending: str) -> dict[str, bytes]:
    """Several PPTX or XLSX files, by name, as LibreOffice prints them.

    If LibreOffice or its Impress is missing, the test is skipped with the reason, or fails under CI=true.
    """
    program = find_libreoffice()
    if ending == "pptx" and program and not has_impress(Path(program)):
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
            "LibreOffice lacks Impress: install libreoffice-impress"
        )
    return libreoffice({f"{name}.{ending}": data for name, data in files.items()}, "pdf")


def has_impress(program: Path) -> bool:
    """Whether this LibreOffice has the library of Impress."""
    return any(program.resolve().parent.glob("*sdlo.*"))


def pictures(pdf: bytes, folder: Path, scale: float = 1.0) -> list[Path]:
    """Every page as a PNG in an emptied folder, for inspection; 72 dots per inch times `scale`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    document, made = pypdfium2.PdfDocument(pdf), []
    for number, page in enumerate(document, 1):
        made.append(folder / f"{number:02}.png")
        page.render(scale=scale).to_pil().save(made[-1])
    document.close()
    return made
