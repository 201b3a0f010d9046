"""Makes the spreadsheet that a planner fills in: names, a column per figure, and a sheet of explanations."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from simulator.intake.known_units import KnownUnits
from simulator.intake.listed_units import COLUMNS, LEAST
from simulator.model.parts import SEGMENTS
from simulator.store.baseline_files import MAX_PEOPLE, read_baseline_named
from simulator.words import Lang, text

WIDTHS = dict(zip(COLUMNS, (16, 60, 13, 12, 12, 18, 18, 36)))
SPARE_ROWS = 200  # below the names, ready for more units
EXAMPLE_FIGURES = {"code": "33.24.99", "asn": 83, "enrolled": 0, "pledge_workers": 46}
_HEAD = PatternFill("solid", fgColor="DCE6F1")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def template_xlsx(upon: str | None, lang: Lang) -> bytes:
    """The template for the offices of the baseline `upon`, or without names; raises UserError.

    Codes are text, so that no spreadsheet turns them into a date or a time.
    """
    offices = KnownUnits(read_baseline_named(upon) if upon else None).offices
    book = Workbook()
    sheet = book.active
    sheet.title = text("template.sheet", lang)
    sheet.append([_heading(column, lang) for column in COLUMNS])
    for unit in offices:
        segment = text(f"template.segment.{unit.segment}", lang)
        filled = {"code": unit.code, "name": unit.name, "segment": segment}
        sheet.append([filled.get(column) for column in COLUMNS])
    for place, column in enumerate(COLUMNS, 1):
        _prepare(sheet, place, column, len(offices) + SPARE_ROWS + 1, lang)
    sheet.freeze_panes = "C2"
    _add_help(book, lang)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _heading(column: str, lang: Lang) -> str:
    return text(f"template.heading.{column}", lang)


def _prepare(sheet: Worksheet, place: int, column: str, last_row: int, lang: Lang) -> None:
    """Set the width, formats and allowed input of a column."""
    head = sheet.cell(1, place)
    head.font, head.fill = Font(bold=True), _HEAD
    sheet.column_dimensions[head.column_letter].width = WIDTHS[column]
    for row in range(2, last_row + 1):
        sheet.cell(row, place).number_format = "#,##0" if column in LEAST else "@"
    check = _validation(column, lang)
    check.promptTitle = _heading(column, lang)[:32]
    check.prompt = text(f"template.help.{column}", lang)[:255]
    check.showInputMessage = check.showErrorMessage = check.allow_blank = True
    check.add(f"{head.column_letter}2:{head.column_letter}{last_row}")
    sheet.add_data_validation(check)


def _validation(column: str, lang: Lang) -> DataValidation:
    """The validation rule of the spreadsheet for a column."""
    if column in LEAST:
        least, most = str(LEAST[column]), str(MAX_PEOPLE)
        return DataValidation("whole", operator="between", formula1=least, formula2=most)
    if column == "segment":
        choices = ",".join(text(f"template.segment.{segment}", lang) for segment in SEGMENTS)
        return DataValidation("list", formula1=f'"{choices}"')
    return DataValidation("textLength", operator="lessThanOrEqual", formula1="300")


def _add_help(book: Workbook, lang: Lang) -> None:
    """Add a second sheet that explains each column, with one example row."""
    example = EXAMPLE_FIGURES | {
        "name": text("template.example_name", lang),
        "segment": text("template.segment.opd", lang),
        "pledge_month": text("template.example_month", lang),
        "note": text("template.example_note", lang),
    }
    sheet = book.create_sheet(text("template.help_sheet", lang))
    for letter, width in (("A", 22), ("B", 80), ("C", 40)):
        sheet.column_dimensions[letter].width = width
    sheet.append([text("template.introduction", lang)])
    sheet.append([])
    sheet.append(["", "", text("template.example", lang)])
    for column in COLUMNS:
        sheet.append([_heading(column, lang), text(f"template.help.{column}", lang), example[column]])
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = _WRAPPED
    sheet["A1"].alignment = Alignment(wrap_text=False)
    sheet["C3"].font = Font(bold=True)
