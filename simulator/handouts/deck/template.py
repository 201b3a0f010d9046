"""The empty presentation to which the slides are added."""

from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from simulator.handouts.deck.boxes import FONT, HEIGHT, INNER, MARGIN, WIDTH, Box
from simulator.report.charts.theme import ACCENT, BACKGROUND, MUTED, SCENARIO_LOOKS, SHADE, TEXT

TITLE_LAYOUT = 5  # of python-pptx's own template: a title and nothing else
LENGTHS = {  # attributes of a master that are lengths or font sizes
    qn(f"a:{tag}"): names
    for tags, names in (
        (("off", "chOff"), ("x", "y")),
        (("ext", "chExt"), ("cx", "cy")),
        (("rPr", "defRPr", "endParaRPr"), ("sz",)),
        (("pPr", *(f"lvl{i}pPr" for i in range(1, 10))), ("marL", "indent")),
        (("bodyPr",), ("lIns", "tIns", "rIns", "bIns")),
        (("ln",), ("w",)),
    )
    for tag in tags
}
PLACES = {"TITLE": Box(MARGIN, 42, INNER, 74), "BODY": Box(MARGIN, 126, INNER, 374)}


def presentation(template: bytes | None = None) -> Any:
    """An empty wide presentation: an agency's own, or one in the colours and font of the app."""
    if template is not None:
        return _scaled(_emptied(Presentation(BytesIO(template))))
    file = Presentation()
    _widened(file)
    _dress(file)
    return file


def _widened(file: Any) -> None:
    """Set the slide size of the deck, without a type: a new file of the library calls itself 4 : 3."""
    file.slide_width, file.slide_height = Pt(WIDTH), Pt(HEIGHT)
    file.element.sldSz.attrib.pop("type", None)


def _emptied(file: Any) -> Any:
    """Remove a presentation's slides and the sections that list them."""
    for slide in list(file.slides._sldIdLst):
        file.part.drop_rel(slide.rId)
        file.slides._sldIdLst.remove(slide)
    for sections in list(file.part._element.iter("{*}sectionLst")):
        extension = sections.getparent()
        extension.getparent().remove(extension)
    return file


def _scaled(file: Any) -> Any:
    """Scale a 16 : 9 presentation to the deck's slide size, including masters and layouts."""
    factor = Pt(WIDTH) / file.slide_width
    _widened(file)
    holders = [of for master in file.slide_masters for of in (master, *master.slide_layouts)]
    for element in (element for holder in holders for element in holder._element.iter()):
        for name in LENGTHS.get(element.tag, ()):
            if element.get(name) is not None:  # an extension has the same tag as an extent
                element.set(name, str(round(int(element.get(name)) * factor)))
    return file


def _dress(file: Any) -> None:
    """Give the template the app's colours, font and one layout, so that slides users add look the same."""
    _one_layout(file)
    for key, relation in list(file.part.package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # the preview picture of the library's template
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
    """Keep one layout, with title and body at the positions that the deck uses."""
    kept = file.slide_layouts[TITLE_LAYOUT]
    for layout in list(file.slide_layouts):
        if layout is not kept:
            file.slide_layouts.remove(layout)
    for holder in (file.slide_master, kept):
        for shape in list(holder.placeholders):
            place = PLACES.get(shape.placeholder_format.type.name)
            if place:
                shape.left, shape.top, shape.width, shape.height = map(Pt, place)
            else:
                shape._element.getparent().remove(shape._element)
