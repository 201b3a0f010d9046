"""Spreadsheets for tests: written by LibreOffice, by openpyxl, or part by part with unusual content."""

import io
import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pytest

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def find_libreoffice() -> str | None:
    """Path of LibreOffice, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def libreoffice(files: dict[str, bytes], ending: str) -> dict[str, bytes]:
    """Convert files with LibreOffice to another ending; returns the results by name without ending.

    Without LibreOffice the test is skipped, or fails under CI=true.
    """
    program = find_libreoffice()
    if program is None:
        reason = "LibreOffice is not installed: install libreoffice-calc"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with tempfile.TemporaryDirectory() as scratch:
        source, target = Path(scratch, "from"), Path(scratch, "to")
        source.mkdir()
        for name, data in files.items():
            (source / name).write_bytes(data)
        profile = f"-env:UserInstallation={Path(scratch, 'profile').as_uri()}"  # not that of a running one
        done = subprocess.run(
            [
                program,
                profile,
                "--headless",
                "--convert-to",
                ending,
                "--outdir",
                str(target),
                *map(str, sorted(source.iterdir())),
            ],
            capture_output=True,
            timeout=600,
        )
        made = {path.stem: path.read_bytes() for path in target.glob(f"*.{ending}")}
    assert made.keys() == {Path(name).stem for name in files}, done.stderr.decode(errors="replace")
    return made


def book(*sheets: list[list], change=None) -> bytes:
    """A workbook of plain rows, one list per sheet, after `change(workbook)`; formulas have no result."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for number, rows in enumerate(sheets, 1):
        sheet = workbook.create_sheet(f"Lembar{number}")
        for row in rows:
            sheet.append(row)
    if change:
        change(workbook)
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    """A workbook as file bytes."""
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a ZIP by path."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {path: archive.read(path) for path in archive.namelist()}


def raw(rows: str, strings: str = "", after: str = "", before: str = "", **more: str | bytes) -> bytes:
    """An XLSX of one sheet with these rows, shared strings and elements after the rows, all as XML.

    `more` adds or replaces parts, by path.
    """
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{_TYPES}styles+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}worksheet+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}sharedStrings+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="Daftar" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{RELATIONS}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId3" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"/>',
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
            "xl/worksheets/sheet1.xml": before + sheet,
            **more,
        }
    )
