"""Checks of an agency's own template and logo."""

import zipfile
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.parts.image import Image
from pptx.util import Emu

from simulator.errors import Problem

WIDE = 16 / 9
SLACK = 0.01  # relative deviation of the aspect ratio
TITLES = ("TITLE", "CENTER_TITLE")
PICTURES = ("image/png", "image/jpeg")
MAX_UNPACKED = 100_000_000  # bytes of all parts together, as the library holds each in memory


def titled_layout(file: Any) -> Any:
    """The layout with a title and the fewest other placeholders; None if no layout has a title."""
    layouts = [
        layout
        for layout in file.slide_layouts
        if any(shape.placeholder_format.type.name in TITLES for shape in layout.placeholders)
    ]
    return min(layouts, key=lambda layout: len(layout.placeholders), default=None)


def template_faults(template: bytes) -> list[Problem]:
    """Why a template cannot be used: unreadable, too large, not 16 : 9, or no layout with a title."""
    try:
        with zipfile.ZipFile(BytesIO(template)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size > MAX_UNPACKED:
            return [Problem("template_unpacks", "rakor.pptx", size, allowed=MAX_UNPACKED)]
        file = Presentation(BytesIO(template))
        layout = titled_layout(file)
    except Exception:  # a broken package can make the library raise anything
        return [Problem("template_unreadable", "rakor.pptx")]
    width, height = Emu(file.slide_width or 0), Emu(file.slide_height or 0)
    if height == 0 or abs(width / height / WIDE - 1) > SLACK:
        found = {"width": round(width.cm, 1), "height": round(height.cm, 1)}
        return [Problem("template_size", "rakor.pptx", **found)]
    return [] if layout is not None else [Problem("template_no_title", "rakor.pptx")]


def logo_faults(logo: bytes) -> list[Problem]:
    """Why a picture cannot be used on a slide."""
    try:
        known = Image.from_blob(logo).content_type in PICTURES
    except Exception:  # as above
        known = False
    return [] if known else [Problem("logo_unreadable", "logo")]
