"""Office files conform to ISO/IEC 29500, and their properties are ours."""

import re
import shutil
import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest
from handout_cases import SIX, TODAY, contexts_of, projected
from pptx import Presentation

from simulator.handouts.files import HAND_OUTS

XML_NAMES = """<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<attribute name="space" type="NCName"/><attribute name="lang" type="language"/></schema>"""
VALIDATE = Path(__file__).parents[2] / "shared" / "ooxml" / "validate.py"
OFFICE = {name: file for name, file in HAND_OUTS.items() if "openxmlformats" in file.mime}
CASES = {
    "kendal": ["dua-puluh-persen-2026"],
    "kendal-3": SIX[:3],
    "contoh": ["contoh"],
    "contoh-3": ["contoh", *SIX[1:3]],
}


def sheets_within(data: bytes) -> dict[str, bytes]:
    """The workbooks embedded in a file for its charts, by the end of their names."""
    with ZipFile(BytesIO(data)) as file:
        return {Path(name).name: file.read(name) for name in file.namelist() if name.endswith(".xlsx")}


def with_xml_names(folder: Path) -> Path:
    """The validator with a schema for `xml:space`, which the schema of documents uses without importing it."""
    shutil.copytree(VALIDATE.parent, folder)
    schema = folder / "xsd" / "wml.xsd"
    at = 'namespace="http://www.w3.org/XML/1998/namespace"'
    schema.write_text(
        schema.read_text("utf-8").replace(f"{at}/>", f'{at} schemaLocation="xml.xsd"/>'), "utf-8"
    )
    (folder / "xsd" / "xml.xsd").write_text(XML_NAMES, "utf-8")
    return folder / VALIDATE.name


@pytest.mark.skipif(
    not VALIDATE.exists(), reason="the schemas of ISO/IEC 29500 are not beside the project: ../shared/ooxml"
)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_part_of_every_office_file_keeps_to_the_standard(lang, tmp_path):
    assert {"deck", "minutes", "workbook"} <= OFFICE.keys()
    for case, stems in CASES.items():
        contexts = contexts_of(*map(projected, stems))
        for name, file in OFFICE.items():
            data = file.made(contexts, lang, TODAY)
            for inner, content in {file.ending: data, **sheets_within(data)}.items():
                (tmp_path / f"{case}-{name}-{inner}").write_bytes(content)
    files = sorted(tmp_path.iterdir())
    done = subprocess.run(
        [sys.executable, with_xml_names(tmp_path / "schemas"), *files], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(" 0 errors") == len(files) > len(CASES) * len(OFFICE)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Every hand-out in English, of a scenario with an author."""
    contexts = contexts_of(
        projected("dua-puluh-persen-2026", author="Bapperida & Kendal"), projected("contoh")
    )
    return {name: file.made(contexts, "en", TODAY) for name, file in HAND_OUTS.items()}


def core_of(data: bytes, name: str):
    """The properties of an office file, read by its own library.

    By openpyxl for a DOCX too, whose part is the same.
    """
    if name == "deck":
        return Presentation(BytesIO(data)).core_properties
    if name == "workbook":
        return openpyxl.load_workbook(BytesIO(data)).properties
    return openpyxl.packaging.core.DocumentProperties.from_tree(
        openpyxl.xml.functions.fromstring(ZipFile(BytesIO(data)).read("docProps/core.xml"))
    )


@pytest.mark.parametrize("name", OFFICE)
def test_properties_of_office_files_are_ours(files, name):
    core = core_of(files[name], name)
    assert core.title.endswith("“20 % pada Desember 2026”") or core.title == "Data: 20 % pada Desember 2026"
    assert core.subject == "FICTITIOUS · ASN Peduli Pekerja Rentan · Kabupaten Kendal · Kabupaten Contoh"
    assert core.language == "en-GB"
    assert (core.author if name == "deck" else core.creator) == "Bapperida & Kendal"
    assert core.created.replace(tzinfo=None) == datetime(TODAY.year, TODAY.month, TODAY.day)


@pytest.mark.parametrize("name", HAND_OUTS)
def test_no_file_names_the_library_that_wrote_it(files, name):
    """Neither does the workbook of a chart."""
    texts = [files[name]]
    if name in OFFICE:
        parts = [files[name], *sheets_within(files[name]).values()]
        texts = [
            ZipFile(BytesIO(part)).read(f"docProps/{kind}.xml") for part in parts for kind in ("app", "core")
        ]
    for words in texts:
        assert not re.search(rb"python-|xlsxwriter|fpdf|Microsoft|Steve Canny|4:3", words, re.IGNORECASE)
    if name == "deck":
        assert b"<PresentationFormat>Widescreen (16:9)</PresentationFormat>" in texts[0]
        of_slides = ZipFile(BytesIO(files[name])).read("ppt/presentation.xml")
        assert b'<p:sldSz cx="12192000" cy="6858000"/>' in of_slides  # no "screen4x3"
    if name in OFFICE:
        assert all(b"ASN Peduli Pekerja Rentan</Application>" in words for words in texts[::2])


@pytest.mark.parametrize("name", [name for name in HAND_OUTS if name not in OFFICE])
def test_properties_of_a_pdf_are_ours(files, name):
    properties = pypdfium2.PdfDocument(files[name]).get_metadata_dict()
    assert properties["Title"].endswith("“20 % pada Desember 2026”")
    subject = "ASN Peduli Pekerja Rentan · Kabupaten Kendal"
    if name == "minutes_pdf":  # belong to every scenario shown
        subject = f"FICTITIOUS · {subject} · Kabupaten Contoh"
    assert properties["Subject"] == subject
    assert properties["Author"] == "Bapperida & Kendal" and properties["CreationDate"].startswith(
        "D:20261122"
    )
    assert properties["Creator"] == properties["Producer"] == "ASN Peduli Pekerja Rentan"
    assert b"/Lang (en-GB)" in files[name]


def test_a_scenario_without_an_author_is_its_regency_s():
    data = HAND_OUTS["deck"].made(contexts_of(projected("contoh")), "id", TODAY)
    core = Presentation(BytesIO(data)).core_properties
    assert core.author == core.last_modified_by == "Kabupaten Contoh" and core.language == "id-ID"


def test_every_letter_of_slides_notes_and_charts_is_of_the_language(files):
    with ZipFile(BytesIO(files["deck"])) as deck, ZipFile(BytesIO(files["workbook"])) as book:
        parts = [
            (file, n)
            for file in (deck, book)
            for n in file.namelist()
            if re.search(r"ppt/.*xml$|charts/.*xml$", n)
        ]
        assert len(parts) > 30
        for file, part in parts:
            text = file.read(part).decode()
            tags = re.findall(r"<a:(?:rPr|defRPr|endParaRPr)\b[^>]*", text)
            assert all('lang="en-GB"' in tag for tag in tags), part
            assert text.count("<a:t>") <= text.count("<a:rPr"), part
