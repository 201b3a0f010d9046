"""`data.xlsx`: the numbers behind the other hand-outs, charts, settings, sources, and the scenario files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import Any

from xlsxwriter.worksheet import Worksheet

from simulator.handouts import book_months, book_settings
from simulator.handouts.book import Book, column_letter, row_height
from simulator.handouts.book_bands import write_bands
from simulator.handouts.book_charts import draw_charts
from simulator.handouts.formulas import add_formula_sheets
from simulator.handouts.properties import properties_of
from simulator.handouts.stamp import (
    NAME_MOST,
    any_made_up,
    lettered,
    letters,
    marks_legend,
    names_in_lists,
    shortest_sentence,
    stamp_lines,
)
from simulator.handouts.writing import Words, written
from simulator.model.months import month_number
from simulator.model.scenario import scenario_json
from simulator.model.source import Source
from simulator.report.charts.enrolment import enrolment
from simulator.report.charts.money import money
from simulator.report.context import Context, simulated
from simulator.report.explain.cited import sources_here
from simulator.report.explain.explanation import explain
from simulator.report.sentences import overview
from simulator.report.sentences.apart import apart_sentences
from simulator.report.sentences.chance import how_sure
from simulator.report.sentences.groups import slide
from simulator.report.sentences.headlines import unit_of
from simulator.report.sentences.target import status_sentence
from simulator.report.tables.compare import headline_table
from simulator.report.tables.decisions import decision_table
from simulator.report.tables.sources import source_table
from simulator.report.tables.table import Cell, Column, Piece, Row, Table, pieces
from simulator.report.tables.unit_export import units_file
from simulator.report.tables.units import unit_table
from simulator.words import Lang, text
from simulator.words.decisions import status_name
from simulator.words.numbers import month_long
from simulator.words.provenance import basis_name
from simulator.words.quantity import Month, Origin, Quantity
from simulator.words.settings import setting_label

FILE_WIDTH = 90  # characters
# Characters; the first column of the charts; points.
SUMMARY_WIDTHS, CHARTS_AT, HEADING = (44, 15, 10, 11, 18, 2), 6, 14
SAID_ACROSS = 4  # columns of the comparison that a sentence below it is written across
SUMMARY_COLUMNS = ("number", "value", "unit", "mark", "source")
SUMMARY_PERCENT = 70  # printed: the numbers on a page, the charts on the next


def workbook_bytes(contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False) -> bytes:
    """The workbook of the scenarios; the first is the one in hand: its are summary, units and charts."""
    contexts = simulated(contexts)
    c, names = contexts[0], names_in_lists(contexts, lang)
    title = text("handouts.book.title", lang, name=c.scenario.name)
    book = Book(properties_of(title, contexts, lang, today), _foot(contexts, lang, today))
    summary = book.sheet(_sheet("summary", lang), SUMMARY_WIDTHS, across=False)
    short = names_in_lists(contexts, lang, NAME_MOST)  # beside the charts' lines
    months = book_months.months_table(contexts, short, lang)
    book.table(_sheet("months", lang), months, book_months.WIDTHS, fixed=2)
    units = units_file(c, unit_table(c.projection, slide(c.projection).month), lang)
    book.table(_sheet("units", lang), units, (40, *[16] * (len(units.columns) - 1)))
    if len(contexts) > 1:
        _comparison(book, contexts, names)
    paths = (enrolment(c, lang), money(c, "cumulative", lang))
    write_bands(book, paths)
    add_formula_sheets(book, c)
    _settings(book, contexts, names)
    _decisions(book, contexts, names)
    _sources(book, sources_here(c))
    _files(book, contexts, names)
    stamp = stamp_lines(contexts, lang, today, unsaved, lettered(contexts))
    _summary(book, summary, c, stamp)
    draw_charts(book, summary, contexts, short, CHARTS_AT)
    return book.data()


def _sheet(name: str, lang: Lang) -> str:
    return text(f"handouts.book.sheet.{name}", lang)


def _foot(contexts: Sequence[Context], lang: Lang, today: date) -> str:
    """What stands below every printed page; the names, which may be too long for it, are in the summary."""
    *_, program = stamp_lines(contexts, lang, today)
    return f"{text('header.fictitious', lang)} · {program}" if any_made_up(contexts) else program


def _summary(book: Book, sheet: Worksheet, c: Context, stamp: Sequence[str]) -> None:
    """The first scenario's finding, numbers with mark and sources, sentences about money, and the stamp."""
    lang = book.lang
    finding = written(status_sentence(c, lang), marks=False, space=" ")
    _line(book, sheet, 0, finding, bold=True, font_size=HEADING)
    sheet.set_print_scale(SUMMARY_PERCENT)
    sheet.set_v_pagebreaks([CHARTS_AT])
    book.write(sheet, 1, 0, text("handouts.header", lang, region=c.baseline.facts.region), text_wrap=False)
    for at, name in enumerate(SUMMARY_COLUMNS):
        align = "right" if name == "value" else "left"
        book.write(sheet, 3, at, text(f"handouts.book.{name}", lang), bold=True, align=align, bottom=1)
    row = 4
    for origin in _summary_numbers(c):
        cells = _explained(origin, lang)
        for at, cell in enumerate(cells):
            book.write(sheet, row, at, cell)
        sheet.set_row(row, row_height(cells, SUMMARY_WIDTHS))
        row += 1
    lines: list[Words] = [
        *how_sure(c, lang),
        overview.ratio_sentence(c, lang),
        *overview.relief_end_sentences(c, lang),
    ]
    lines.append(f"{marks_legend(c, lang)} {text('handouts.headings', lang)}")
    for line in (*lines, "", *stamp):
        row += 1
        _line(book, sheet, row, line)
    sheet.freeze_panes(4, 0)


def _line(
    book: Book,
    sheet: Worksheet,
    row: int,
    words: Words,
    widths: Sequence[float] = SUMMARY_WIDTHS[:5],
    **look: Any,
) -> None:
    """Words across the first columns, which have these widths."""
    said, size = written(words, space=" "), look.get("font_size", 11)
    sheet.merge_range(row, 0, row, len(widths) - 1, "")
    book.write(sheet, row, 0, said, **look)
    sheet.set_row(row, row_height([said], [sum(widths)], bold=look.get("bold", False), size=size))


def _summary_numbers(c: Context) -> list[Origin]:
    """The numbers of the summary: today, in the month of the target, and over the projection."""
    at, last = ("month", slide(c.projection).month), ("month", len(c.projection.months) - 1)
    return [
        *(Origin(key, c) for key in ("asn_total", "enrolled_now", "coverage_now")),
        *(Origin(key, c, (at,)) for key in ("enrolled_in", "coverage_in", "target_workers", "gap")),
        *(Origin(key, c, (last,)) for key in ("cumulative_contributions", "cumulative_payouts")),
        Origin("claims_ratio", c, (last, ("cumulative", True))),
    ]


def _explained(origin: Origin, lang: Lang) -> tuple[Cell, ...]:
    """What a number is called, the number, its unit, its mark and its sources."""
    c, explanation = origin.subject, explain(origin, lang)
    month = month_long(int(c.projection.months[dict(origin.about).get("month", 0)]), lang)
    name = explanation.title if month in explanation.title else f"{explanation.title}, {month}"
    number, sources = explanation.quantity, ", ".join(explanation.sources)
    unit, mark = text(f"handouts.book.unit.{number.unit}", lang), basis_name(number.basis, lang)
    return name, number, unit, mark, sources


def _comparison(book: Book, contexts: Sequence[Context], names: list[str]) -> None:
    """Headline numbers, a column a scenario, then each one's difference from the first as a formula."""
    lang, (first, *others) = book.lang, letters(contexts)
    headlines = headline_table(contexts, names, 0, lang)
    less = [Column(text("handouts.book.less", lang, name=letter, first=first), True) for letter in others]
    _, *scenarios = headlines.columns
    columns = (Column(text(f"handouts.book.{name}", lang)) for name in ("number", "unit"))
    # The month that each one's numbers "in the target month" are of.
    months = [Month(month_number(c.scenario.target.month)) for c in contexts]
    unit_word = text("handouts.book.unit.month", lang)
    rows = [Row((setting_label("target.month", lang), unit_word, *months, *[None] * len(others)))]
    formulas = {}
    for at, row in enumerate(headlines.rows, 2):
        name, *cells = row.cells
        numbers = [pieces(cell)[0] for cell in cells]
        apart = [_difference(numbers[0], cell) for cell in cells[1:]]
        for i, difference in enumerate(apart):
            if difference is not None:
                formulas[at, 2 + len(numbers) + i] = f"={column_letter(3 + i)}{at + 1}-C{at + 1}"
        rows.append(Row((name, text(f"handouts.book.unit.{unit_of(row.key)}", lang), *numbers, *apart)))
    widths = (44, 14, *[24] * len(scenarios), *[18] * len(less))
    table = Table((*columns, *scenarios, *less), tuple(rows))
    sheet = book.table(_sheet("comparison", lang), table, widths, fixed=2, formulas=formulas)
    below = len(rows) + 2
    for one in apart_sentences(contexts, letters(contexts), lang):
        _line(book, sheet, below, f"{written(one, marks=False, space=' ')} (±)", widths[:SAID_ACROSS])
        below += 1
    if shortest := shortest_sentence(contexts, lang):
        book.write(sheet, below, 0, shortest, text_wrap=False)


def _difference(first: Piece, cell: Cell) -> Quantity | None:
    """A number less the first; None for months and different targets, and where one of them is missing."""
    number, beside = pieces(cell)
    is_month_below = isinstance(beside, str)
    if is_month_below or not isinstance(number, Quantity) or not isinstance(first, Quantity):
        return None
    if number.unit == "month" or number.value is None or first.value is None:
        return None
    return Quantity(number.value - first.value, number.unit)


def _settings(book: Book, contexts: Sequence[Context], names: list[str]) -> None:
    """All settings, then those that differ."""
    lang, before = book.lang, book_settings.WIDTHS_BEFORE
    settings = book_settings.settings_table(contexts, names, lang)
    values = [book_settings.VALUE_WIDTH] * (len(contexts) + 1)
    widths = (*before, *values, *book_settings.WIDTHS_BEHIND)
    book.table(_sheet("settings", lang), settings, widths, fixed=2)
    differences = book_settings.difference_table(contexts, names, lang)
    widths = (*before, *values)[: len(differences.columns)]
    book.table(_sheet("differences", lang), differences, widths, fixed=2)


def _decisions(book: Book, contexts: Sequence[Context], names: list[str]) -> None:
    """The decision log of every scenario, with the scenario's status; its name stands in its first row."""
    lang, rows, nothing = book.lang, [], []
    for c, letter, name in zip(contexts, letters(contexts), names):
        log, status = decision_table(c.scenario, lang), status_name(c.scenario.status, lang)
        for number, row in enumerate(log.rows):
            rows.append(Row((letter, None if number else name, status, *row.cells)))
        if not log.rows:
            blank = [None] * (len(log.columns) - 1)
            nothing.append(Row((letter, name, status, text("handouts.book.nothing_decided", lang), *blank)))
    *titles, day = log.columns
    before = [Column(text(f"handouts.{key}", lang)) for key in ("brief.name", "book.name", "book.status")]
    table = Table((*before, *titles, replace(day, is_number=True)), (*rows, *nothing))
    book.table(_sheet("decisions", lang), table, (10, 22, 11, *[19] * len(titles), 18), fixed=2)


def _sources(book: Book, sources: Mapping[str, Source]) -> None:
    book.table(_sheet("sources", book.lang), source_table(sources, book.lang), (10, 36, 30, 12, 12, 54))


def _files(book: Book, contexts: Sequence[Context], names: list[str]) -> None:
    """Each scenario's file, a line a cell: put together again they are the file."""
    files = [scenario_json(c.scenario).split("\n") for c in contexts]
    rows = zip_longest(*files)
    table = Table(tuple(map(Column, names)), tuple(map(Row, rows)))
    book.table(_sheet("files", book.lang), table, [FILE_WIDTH] * len(names), fixed=0)
