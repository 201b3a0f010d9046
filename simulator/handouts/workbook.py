"""`data.xlsx`: the numbers behind the other hand-outs, charts, settings, sources, and the scenario files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from simulator.handouts import book_months, book_settings, book_summary
from simulator.handouts.book import Book
from simulator.handouts.book_bands import write_bands
from simulator.handouts.book_charts import draw_charts
from simulator.handouts.book_comparison import write_comparison
from simulator.handouts.formulas import add_formula_sheets
from simulator.handouts.properties import properties_of
from simulator.handouts.stamp import (
    NAME_MOST,
    any_made_up,
    lettered,
    letters,
    names_in_lists,
    stamp_lines,
)
from simulator.model.scenario import scenario_json
from simulator.model.source import Source
from simulator.report.charts.enrolment import enrolment
from simulator.report.charts.money import money
from simulator.report.context import Context, simulated
from simulator.report.explain.cited import sources_here
from simulator.report.sentences.groups import slide
from simulator.report.tables.decisions import decision_table
from simulator.report.tables.sources import source_table
from simulator.report.tables.table import Column, Row, Table
from simulator.report.tables.unit_export import units_file
from simulator.report.tables.units import unit_table
from simulator.words import Lang, text
from simulator.words.decisions import status_name

FILE_WIDTH = 90  # characters


def workbook_bytes(contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False) -> bytes:
    """The workbook of the scenarios; the first, the current one, provides summary, units and charts."""
    contexts = simulated(contexts)
    c, names = contexts[0], names_in_lists(contexts, lang)
    title = text("handouts.book.title", lang, name=c.scenario.name)
    book = Book(properties_of(title, contexts, lang, today), _foot(contexts, lang, today))
    summary = book.sheet(_sheet("summary", lang), book_summary.WIDTHS, across=False)
    short = names_in_lists(contexts, lang, NAME_MOST)  # for use beside the lines of charts
    months = book_months.months_table(contexts, short, lang)
    book.table(_sheet("months", lang), months, book_months.WIDTHS, fixed=2)
    units = units_file(c, unit_table(c.projection, slide(c.projection).month), lang)
    book.table(_sheet("units", lang), units, (40, *[16] * (len(units.columns) - 1)))
    if len(contexts) > 1:
        write_comparison(book, _sheet("comparison", lang), contexts, names)
    paths = (enrolment(c, lang), money(c, "cumulative", lang))
    write_bands(book, paths)
    add_formula_sheets(book, c)
    _settings(book, contexts, names)
    _decisions(book, contexts, names)
    _sources(book, sources_here(c))
    _files(book, contexts, names)
    stamp = stamp_lines(contexts, lang, today, unsaved, lettered(contexts))
    book_summary.write_summary(book, summary, c, stamp)
    draw_charts(book, summary, contexts, short, book_summary.CHARTS_AT)
    return book.data()


def _sheet(name: str, lang: Lang) -> str:
    return text(f"handouts.book.sheet.{name}", lang)


def _foot(contexts: Sequence[Context], lang: Lang, today: date) -> str:
    """The footer of printed pages; the scenarios' names, which may be too long for it, are in the summary."""
    *_, program = stamp_lines(contexts, lang, today)
    return f"{text('header.fictitious', lang)} · {program}" if any_made_up(contexts) else program


def _settings(book: Book, contexts: Sequence[Context], names: list[str]) -> None:
    """Write the sheet of all settings, then the sheet of those that differ."""
    lang, before = book.lang, book_settings.WIDTHS_BEFORE
    settings = book_settings.settings_table(contexts, names, lang)
    values = [book_settings.VALUE_WIDTH] * (len(contexts) + 1)
    widths = (*before, *values, *book_settings.WIDTHS_BEHIND)
    book.table(_sheet("settings", lang), settings, widths, fixed=2)
    differences = book_settings.difference_table(contexts, names, lang)
    widths = (*before, *values)[: len(differences.columns)]
    book.table(_sheet("differences", lang), differences, widths, fixed=2)


def _decisions(book: Book, contexts: Sequence[Context], names: list[str]) -> None:
    """Write the decision log of every scenario with the scenario's status; its name is in its first row."""
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
    """Write each scenario's file into a column, one line per cell; joined, the lines restore the file."""
    files = [scenario_json(c.scenario).split("\n") for c in contexts]
    rows = zip_longest(*files)
    table = Table(tuple(map(Column, names)), tuple(map(Row, rows)))
    book.table(_sheet("files", book.lang), table, [FILE_WIDTH] * len(names), fixed=0)
