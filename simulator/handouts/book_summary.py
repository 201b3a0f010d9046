"""The summary sheet: finding, numbers with marks, and sentences of the first scenario, and the stamp."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from simulator.handouts.book import Book, row_height
from simulator.handouts.stamp import marks_legend
from simulator.handouts.writing import written
from simulator.report.context import Context
from simulator.report.explain.explanation import explain
from simulator.report.sentences import overview
from simulator.report.sentences.chance import how_sure
from simulator.report.sentences.groups import slide
from simulator.report.sentences.target import status_sentence
from simulator.report.tables.table import Cell
from simulator.words import Lang, text
from simulator.words.numbers import month_long
from simulator.words.provenance import basis_name
from simulator.words.quantity import Origin
from simulator.words.sentence import Words

# Column widths in characters; the first column of the charts; the size of the heading in points.
WIDTHS, CHARTS_AT, HEADING = (44, 15, 10, 11, 18, 2), 6, 14
SENTENCE_WIDTHS = WIDTHS[:5]  # the columns over which a sentence extends
UNDATED = ("asn_total", "target_workers", "gap")  # numbers with no month in their names
COLUMNS = ("number", "value", "unit", "mark", "source")
PERCENT = 70  # print scale at which the numbers take one page and the charts the next


def write_summary(book: Book, sheet: Worksheet, c: Context, stamp: Sequence[str]) -> None:
    """Write the first scenario's finding, numbers with mark and sources, sentences, and the stamp."""
    lang = book.lang
    finding = written(status_sentence(c, lang), marks=False, space=" ")
    book.line(sheet, 0, finding, SENTENCE_WIDTHS, bold=True, font_size=HEADING)
    sheet.set_print_scale(PERCENT)
    sheet.set_v_pagebreaks([CHARTS_AT])
    book.write(sheet, 1, 0, text("handouts.header", lang, region=c.baseline.facts.region), text_wrap=False)
    for at, name in enumerate(COLUMNS):
        align = "right" if name == "value" else "left"
        book.write(sheet, 3, at, text(f"handouts.book.{name}", lang), bold=True, align=align, bottom=1)
    row = 4
    for origin in _numbers(c):
        cells = _explained(origin, lang)
        for at, cell in enumerate(cells):
            book.write(sheet, row, at, cell)
        sheet.set_row(row, row_height(cells, WIDTHS))
        row += 1
    lines: list[Words] = [
        *how_sure(c, lang),
        overview.ratio_sentence(c, lang),
        *overview.relief_end_sentences(c, lang),
    ]
    lines.append(f"{marks_legend(c, lang)} {text('handouts.headings', lang)}")
    for line in (*lines, "", *stamp):
        row += 1
        book.line(sheet, row, line, SENTENCE_WIDTHS)
    sheet.freeze_panes(4, 0)


def _numbers(c: Context) -> list[Origin]:
    """The numbers of the summary: in the baseline month, in the target month, and over the projection."""
    at, last = ("month", slide(c.projection).month), ("month", len(c.projection.months) - 1)
    return [
        *(Origin(key, c) for key in ("asn_total", "enrolled_now", "coverage_now")),
        *(Origin(key, c, (at,)) for key in ("enrolled_in", "coverage_in", "target_workers", "gap")),
        *(Origin(key, c, (last,)) for key in ("cumulative_contributions", "cumulative_payouts")),
        Origin("claims_ratio", c, (last, ("cumulative", True))),
    ]


def _explained(origin: Origin, lang: Lang) -> tuple[Cell, ...]:
    """The name of a number, the number, its unit, its mark and its sources."""
    c, explanation = origin.subject, explain(origin, lang)
    name = explanation.title
    if origin.key in UNDATED:
        name += f", {month_long(int(c.projection.months[dict(origin.about).get('month', 0)]), lang)}"
    number, sources = explanation.quantity, ", ".join(explanation.sources)
    unit, mark = text(f"handouts.book.unit.{number.unit}", lang), basis_name(number.basis, lang)
    return name, number, unit, mark, sources
