"""The spreadsheet a planner fills in: names in place, one column for each figure, and a second sheet that says what they are for."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from simulator.intake.known_units import KnownUnit
from simulator.intake.template_words import COLUMNS, TemplateWords
from simulator.intake.unit_list import LEAST
from simulator.store.baseline_files import MAX_PEOPLE

WIDTHS = {
    "code": 16,
    "name": 60,
    "segment": 13,
    "asn": 12,
    "enrolled": 12,
    "pledge_month": 18,
    "pledge_workers": 18,
    "note": 36,
}
SPARE_ROWS = 200  # below the names, ready for more units
_HEAD = PatternFill("solid", fgColor="DCE6F1")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def template(offices: tuple[KnownUnit, ...], words: TemplateWords) -> bytes:
    """The template as XLSX: codes as text, so that no spreadsheet makes a date or a time of them."""
    book = Workbook()
    sheet = book.active
    sheet.title = words.sheet
    sheet.append([words.headings[column] for column in COLUMNS])
    for unit in offices:
        filled = {"code": unit.code, "name": unit.name, "segment": words.segments[unit.segment]}
        sheet.append([filled.get(column) for column in COLUMNS])
    last = len(offices) + SPARE_ROWS
    for place, (column, width) in enumerate(WIDTHS.items(), 1):
        letter = sheet.cell(1, place).column_letter
        sheet.column_dimensions[letter].width = width
        sheet.cell(1, place).font, sheet.cell(1, place).fill = Font(bold=True), _HEAD
        for row in range(2, last + 2):
            sheet.cell(row, place).number_format = "#,##0" if column in LEAST else "@"
        check = _validation(column, words)
        check.add(f"{letter}2:{letter}{last + 1}")
        sheet.add_data_validation(check)
    sheet.freeze_panes = "C2"
    _help(book, words)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _validation(column: str, words: TemplateWords) -> DataValidation:
    """What the spreadsheet itself allows in a column, with its help when a cell is chosen."""
    if column in LEAST:
        check = DataValidation(
            "whole", operator="between", formula1=str(LEAST[column]), formula2=str(MAX_PEOPLE)
        )
    elif column == "segment":
        check = DataValidation("list", formula1='"' + ",".join(words.segments.values()) + '"')
    else:
        check = DataValidation("textLength", operator="lessThanOrEqual", formula1="300")
    check.promptTitle, check.prompt, check.showInputMessage, check.showErrorMessage = (
        words.headings[column][:32],
        words.helps[column][:255],
        True,
        True,
    )
    check.allow_blank = True
    return check


def _help(book: Workbook, words: TemplateWords) -> None:
    sheet = book.create_sheet(words.help_sheet)
    (
        sheet.column_dimensions["A"].width,
        sheet.column_dimensions["B"].width,
        sheet.column_dimensions["C"].width,
    ) = 22, 80, 40
    sheet.append([words.introduction])
    sheet.append([])
    sheet.append(["", "", words.example_title])
    for column in COLUMNS:
        sheet.append([words.headings[column], words.helps[column], words.example.get(column)])
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = _WRAPPED
    sheet["A1"].alignment = Alignment(wrap_text=False)
    sheet["C3"].font = Font(bold=True)
