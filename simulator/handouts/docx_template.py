"""Adapts python-docx's empty document: paper, fonts and language, and no parts outside the standard."""

from typing import Any

from docx.opc.part import XmlPart
from docx.oxml.ns import nsmap, qn
from docx.shared import Mm, Pt, RGBColor

from simulator.report.charts.theme import TEXT
from simulator.words import LANGUAGES, Lang

FONT, SIZE = "Arial", 10.5  # points
MARGIN = 20.0  # millimetres
STYLES = {"Normal": (SIZE, TEXT), "Title": (20.0, TEXT), "Heading 1": (13.0, TEXT), "Heading 2": (SIZE, TEXT)}
"""Font size in points and colour of each style."""
UNUSED = ("thumbnail", "stylesWithEffects", "customXml", "webSettings", "fontTable")
"""Parts of the library's template to remove, by the last segment of their relationship type."""


def dress(document: Any, lang: Lang) -> None:
    """Set A4 paper, the fonts of the other hand-outs, and the language of the text."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    for name, (size, colour) in STYLES.items():
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour[1:])
        style.font.bold = name != "Normal"
        letters = style.element.rPr.rFonts
        for key in list(letters.attrib):
            if key.endswith("Theme"):
                del letters.attrib[key]
        for script in ("hAnsi", "cs", "eastAsia"):
            letters.set(qn(f"w:{script}"), FONT)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    title = document.styles["Title"].element.pPr
    for border in title.findall(qn("w:pBdr")):
        title.remove(border)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGES[lang].tag)


def cleaned(document: Any) -> Any:
    """Remove what the library's template contains beyond the standard, and return the document.

    Word 2010 left its own namespaces there, and a picture of the empty page.
    """
    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in UNUSED:
                del relations[key]
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            for name in [name for name in part.element.attrib if name.endswith("}Ignorable")]:
                del part.element.attrib[name]
    settings = document.settings.element
    for setting in list(settings):
        if not setting.tag.startswith(f"{{{nsmap['w']}}}"):
            settings.remove(setting)
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    return document
