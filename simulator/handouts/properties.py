"""The properties of a file: title, subject, author, organisation, language and day; no library's name.

The libraries that write office files put their own name and the current time there; `sealed` replaces
both parts, so that the same content gives the same bytes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from pptx.oxml.ns import nsdecls, qn

from simulator.handouts.stamp import any_made_up
from simulator.report.context import Context
from simulator.words import LANGUAGES, Lang, text
from simulator.words.numbers import printable

PROGRAM = "ASN Peduli Pekerja Rentan"
WIDE = "Widescreen (16:9)"  # format of a deck; the template of the library says 4:3
LONGEST = 250  # most characters of a property; Windows shows no more
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LETTERS = [qn(f"a:{name}") for name in ("rPr", "defRPr", "endParaRPr")]
_DRAWN = re.compile(r"ppt/.*\.xml|xl/(charts|drawings)/.*\.xml")


@dataclass(frozen=True)
class Properties:
    """The properties of one file."""

    title: str
    subject: str
    author: str
    organisation: str
    lang: Lang
    today: date


def properties_of(title: str, contexts: Sequence[Context], lang: Lang, today: date) -> Properties:
    """The properties of a hand-out; its author is the first scenario's, or the regency if none is named."""
    regions = " · ".join(dict.fromkeys(c.baseline.facts.region for c in contexts))
    subject = text("handouts.header", lang, region=regions)
    if any_made_up(contexts):
        subject = f"{text('header.fictitious', lang)} · {subject}"
    author = contexts[0].scenario.author.strip() or contexts[0].baseline.facts.region
    title, subject, author, regions = (printable(w, LONGEST) for w in (title, subject, author, regions))
    return Properties(title, subject, author, regions, lang, today)


def sealed(data: bytes, properties: Properties) -> bytes:
    """Put these properties into a PPTX, XLSX or DOCX, also into the workbooks behind its charts.

    The text of slides and charts is marked with the language, for spell checkers and screen readers.
    """
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith(".xlsx"):
                content = sealed(content, properties)
            elif name == "docProps/core.xml":
                content = _core(properties)
            elif name == "docProps/app.xml":
                content = _app(properties, is_deck="ppt/presentation.xml" in source.namelist())
            elif _DRAWN.fullmatch(name):
                content = _explicit(content, LANGUAGES[properties.lang].tag)
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()


def _core(properties: Properties) -> bytes:
    day = f"{properties.today:%Y-%m-%d}T00:00:00Z"
    values = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.author,
        "cp:lastModifiedBy": properties.author,
        "dc:language": LANGUAGES[properties.lang].tag,
    }
    times = (f'<dcterms:{n} xsi:type="dcterms:W3CDTF">{day}</dcterms:{n}>' for n in ("created", "modified"))
    spaces = nsdecls("cp", "dc", "dcterms", "xsi")
    content = _elements(values) + "".join(times)
    return f"{_XML}<cp:coreProperties {spaces}>{content}</cp:coreProperties>".encode()


def _app(properties: Properties, is_deck: bool) -> bytes:
    values = {"Application": PROGRAM} | ({"PresentationFormat": WIDE} if is_deck else {})
    values |= {"Company": properties.organisation}
    space = nsdecls("ep").replace(":ep=", "=")  # as the default namespace, like office programs write it
    return f"{_XML}<Properties {space}>{_elements(values)}</Properties>".encode()


def _elements(values: dict[str, str]) -> str:
    return "".join(f"<{name}>{escape(words)}</{name}>" for name, words in values.items())


def _explicit(content: bytes, tag: str) -> bytes:
    """A part in which every text run names its language, and lines, corners and labels are explicitly plain.

    By default the standard smooths lines, rounds corners and shows all parts of a label; readers differ.
    """
    root = etree.fromstring(content)
    for run in root.iter(qn("a:r"), qn("a:fld")):
        if run.find(_LETTERS[0]) is None:
            run.insert(0, etree.Element(_LETTERS[0]))
    for letters in root.iter(*_LETTERS):
        letters.set("lang", tag)
    for language in root.iter(qn("c:lang")):
        language.set("val", tag)
        if root.find(qn("c:roundedCorners")) is None:
            language.addnext(etree.Element(qn("c:roundedCorners"), val="0"))
    for series in root.iterfind(f".//{qn('c:lineChart')}/{qn('c:ser')}"):
        if series.find(qn("c:smooth")) is None:
            etree.SubElement(series, qn("c:smooth"), val="0")
    for labels in root.iter(qn("c:dLbls")):
        _values_alone(labels)
    whole: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return whole


def _values_alone(labels: etree._Element) -> None:
    """Make labels that show values state that they show nothing else."""
    value = labels.find(qn("c:showVal"))
    if value is not None and labels.find(qn("c:showSerName")) is None:
        value.addprevious(etree.Element(qn("c:showLegendKey"), val="0"))
        for name in ("BubbleSize", "Percent", "SerName", "CatName"):  # in the order of the schema
            value.addnext(etree.Element(qn(f"c:show{name}"), val="0"))
