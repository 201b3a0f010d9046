"""`data.xlsx`: the numbers behind the other hand-outs as numbers, native charts, every setting with its source, and the scenario files themselves."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from simulator.handouts.book import Book, Field, Formula, Kind, Typed, row_height
from simulator.handouts.book_charts import draw_charts
from simulator.handouts.book_months import month_fields, month_rows
from simulator.handouts.book_settings import difference_table, settings_table
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
from simulator.model.projection import Projection
from simulator.model.scenario import scenario_json
from simulator.model.source import Source
from simulator.planning.comparison import AT_TARGET, headlines, last_common_month
from simulator.report.context import Context
from simulator.report.explain.explanation import explain
from simulator.report.sentences import overview
from simulator.report.sentences.headlines import as_shown, headline_text
from simulator.report.sentences.overview import slide
from simulator.report.sentences.target import status_sentence
from simulator.report.tables.assumptions import source_rows
from simulator.report.tables.compare import targets_differ
from simulator.report.tables.decisions import decision_columns, decision_rows
from simulator.report.tables.unit_export import units_file
from simulator.report.tables.units import unit_table
from simulator.words import Lang, text
from simulator.words.compare import headline_name
from simulator.words.decisions import status_name
from simulator.words.numbers import month_long
from simulator.words.provenance import basis_name, marked_sentence
from simulator.words.quantity import Origin, Quantity

FILE_WIDTH = 90  # characters
SUMMARY_WIDTHS, CHARTS_AT, HEADING = (
    (44, 15, 10, 11, 18, 2),
    6,
    14,
)  # characters; the first column of the charts; points
SUMMARY_PERCENT = 70  # printed: the numbers on a page, the charts on the next


def workbook_bytes(contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False) -> bytes:
    """The workbook of the scenarios, the first of which is the one in hand: its summary, units and charts, and all months of all of them."""
    c, p = contexts[0], contexts[0].projection
    projections, names = [c.projection for c in contexts], names_in_lists(contexts, lang)
    book = Book(
        text("handouts.book.title", lang, name=p.scenario.name), lang, today, _foot(contexts, lang, today)
    )
    summary = book.sheet(_sheet("summary", lang), SUMMARY_WIDTHS, across=False)
    short = names_in_lists(contexts, lang, NAME_MOST)  # beside the charts' lines
    months = month_rows(contexts, short, lang)
    book.table(_sheet("months", lang), month_fields(lang), months, fixed=2)
    _units(book, c, lang)
    if len(contexts) > 1:
        _comparison(book, contexts, names, lang)
    book.table(_sheet("settings", lang), *settings_table(contexts, names, lang), fixed=2)
    book.table(_sheet("differences", lang), *difference_table(contexts, names, lang), fixed=2)
    _decisions(book, contexts, names, lang)
    _sources(book, c.sources, lang)
    _files(book, projections, names, lang)
    _summary(
        book,
        summary,
        c,
        [
            str(status_sentence(c, lang)),
            *stamp_lines(contexts, lang, today, unsaved, lettered(contexts)),
        ],
    )
    draw_charts(book, summary, projections, _sheet("months", lang), months, CHARTS_AT)
    return book.data()


def _sheet(name: str, lang: Lang) -> str:
    return text(f"handouts.book.sheet.{name}", lang)


def _foot(contexts: Sequence[Context], lang: Lang, today: date) -> str:
    """What stands below every printed page; the names, which may be too long for it, are in the summary."""
    *_, program = stamp_lines(contexts, lang, today)
    return f"{text('header.fictitious', lang)} · {program}" if any_made_up(contexts) else program


def _summary(book: Book, sheet, c: Context, words: Sequence[str]) -> None:
    """The first scenario's headline and numbers with mark and sources, what is asked for, and the stamp; `words` are headline and stamp."""
    (finding, *stamp), p, lang = words, c.projection, book.lang
    width = sum(SUMMARY_WIDTHS[:5])
    sheet.merge_range(0, 0, 0, 4, "")
    book.write(sheet, 0, 0, finding, bold=True, font_size=HEADING)
    sheet.set_row(0, row_height([finding], [width], bold=True, size=HEADING))
    sheet.set_print_scale(SUMMARY_PERCENT)
    sheet.set_v_pagebreaks([CHARTS_AT])
    book.write(sheet, 1, 0, text("handouts.header", lang, region=p.baseline.facts.region), text_wrap=False)
    for column, name in enumerate(("number", "value", "unit", "mark", "source")):
        book.write(
            sheet,
            3,
            column,
            text(f"handouts.book.{name}", lang),
            bold=True,
            align="right" if column == 1 else "left",
            bottom=1,
        )
    row = 4
    for key, kind, about in _summary_keys(p):
        told = explain(Origin(key, c, tuple(about.items())), lang)
        book.write(sheet, row, 0, told.title)
        book.write(sheet, row, 1, told.quantity.value, kind)
        worded = (
            text(f"handouts.book.unit.{kind}", lang),
            basis_name(told.quantity.basis, lang),
            ", ".join(told.sources),
        )
        for column, words in enumerate(worded, 2):
            book.write(sheet, row, column, words)
        sheet.set_row(row, row_height([told.title, *worded], [SUMMARY_WIDTHS[0], *SUMMARY_WIDTHS[2:5]]))
        row += 1
    lines = [
        marked_sentence(one)
        for one in (overview.ratio_sentence(c, lang), *overview.relief_end_sentences(c, lang))
    ] + [f"{marks_legend(c, lang)} {text('handouts.headings', lang)}"]
    for line in (*lines, "", *stamp):
        row += 1
        sheet.merge_range(row, 0, row, 4, "")
        book.write(sheet, row, 0, line)
        sheet.set_row(row, row_height([line], [width]))
    sheet.freeze_panes(4, 0)


def _summary_keys(p: Projection) -> list[tuple[str, str, dict]]:
    """Keys of `provenance.explain` of the numbers of the summary, with kind and context."""
    at, last = {"month": slide(p).month}, {"month": len(p.months) - 1}
    return [
        ("asn_total", "people", {}),
        ("enrolled_now", "people", {}),
        ("coverage_now", "share", {}),
        ("enrolled_in", "people", at),
        ("coverage_in", "share", at),
        ("target_workers", "people", at),
        ("gap", "people", at),
        ("cumulative_contributions", "idr", last),
        ("cumulative_payouts", "idr", last),
        ("claims_ratio", "ratio", last | {"cumulative": True}),
    ]


def _units(book: Book, c: Context, lang: Lang) -> None:
    """Units or groups of the first scenario, as the page of units exports them; the total is a formula."""
    content = units_file(unit_table(c.projection, slide(c.projection).month), c, lang)
    *rows, total = [[_plain(cell) for cell in row.cells] for row in content.rows]
    fields = [
        Field(column.title, _kind_of(cell), 40 if i == 0 else 16)
        for i, (column, cell) in enumerate(zip(content.columns, content.rows[-1].cells))
    ]
    sums = [
        Formula(f"=SUM({_letter(i)}2:{_letter(i)}{len(rows) + 1})", cell) if column.is_number else cell
        for i, (column, cell) in enumerate(zip(content.columns, total))
    ]
    book.table(_sheet("units", lang), fields, [*rows, sums], bold_last=True)


def _plain(cell: Any) -> Any:
    return cell.value if isinstance(cell, Quantity) else cell


def _kind_of(cell: Any) -> Kind:
    return "text" if not isinstance(cell, Quantity) else "idr" if cell.unit == "idr" else "people"


def _letter(column: int) -> str:
    return chr(ord("A") + column)


def _comparison(book: Book, contexts: Sequence[Context], names: list[str], lang: Lang) -> None:
    """Headline numbers, a column a scenario, then each one's difference from the first as a formula."""
    projections = [c.projection for c in contexts]
    numbers, last = headlines(projections), last_common_month(projections)
    end = None if last is None else month_long(last, lang)
    first, *others = letters(contexts)
    fields = [
        Field(text("handouts.book.number", lang), width=44),
        Field(text("handouts.book.unit", lang), width=14),
        *(Field(name, "people", 24) for name in names),
        *(
            Field(text("handouts.book.less", lang, name=letter, first=first), "people", 18)
            for letter in others
        ),
    ]
    rows = []
    for name in numbers[0]:
        kind = _kind(name)
        values = [as_shown(name, of[name]) if name == "gap_at_target" else of[name] for of in numbers]
        cells = [_cell(name, value, kind, lang) for value in values]
        apart = kind != "month" and not (name in AT_TARGET and targets_differ(projections))
        row = len(rows) + 2
        less = [
            Typed(Formula(f"={_letter(i + 2)}{row}-C{row}", value - values[0]), kind)
            if apart and None not in (value, values[0])
            else None
            for i, value in enumerate(values)
            if i
        ]
        rows.append([headline_name(name, lang, end), text(f"handouts.book.unit.{kind}", lang), *cells, *less])
    sheet = book.table(_sheet("comparison", lang), fields, rows, fixed=2)
    if shortest := shortest_sentence(contexts, lang):
        book.write(sheet, len(rows) + 2, 0, shortest, text_wrap=False)


def _kind(name: str) -> str:
    return (
        "month"
        if name == "target_month_number"
        else "idr"
        if name.endswith("_idr")
        else "share"
        if name.startswith("coverage")
        else "ratio"
        if name.startswith("claims")
        else "people"
    )


def _cell(name: str, value: float | None, kind: str, lang: Lang) -> Typed:
    if value is None:
        return Typed(headline_text(name, None, lang), "text")
    return (
        Typed(date(int(value) // 12, int(value) % 12 + 1, 1), "month")
        if kind == "month"
        else Typed(value, kind)
    )


def _decisions(book: Book, contexts: Sequence[Context], names: list[str], lang: Lang) -> None:
    """The decision log of every scenario, with the scenario's status; its name stands in its first row."""
    *titles, day = decision_columns(lang)
    fields = [
        Field(text("handouts.brief.name", lang), width=10),
        Field(text("handouts.book.name", lang), width=22),
        Field(text("handouts.book.status", lang), width=11),
        *(Field(title, width=19) for title in titles),
        Field(day, "day", 18),
    ]
    marks, scenarios = letters(contexts), [c.scenario for c in contexts]
    rows = [
        [
            letter,
            None if number else name,
            status_name(s.status, lang),
            *worded[:-1],
            date.fromisoformat(entry.date),
        ]
        for s, letter, name in zip(scenarios, marks, names)
        for number, (worded, entry) in enumerate(zip(decision_rows(s, lang), s.decisions))
    ]
    nothing = [
        [
            letter,
            name,
            status_name(s.status, lang),
            text("handouts.book.nothing_decided", lang),
            *[None] * 5,
        ]
        for s, letter, name in zip(scenarios, marks, names)
        if not s.decisions
    ]
    book.table(_sheet("decisions", lang), fields, [*rows, *nothing], fixed=2)


def _sources(book: Book, sources: Mapping[str, Source], lang: Lang) -> None:
    rows = source_rows(sources, lang)
    widths = (10, 36, 30, 12, 12, 54)
    book.table(
        _sheet("sources", lang),
        [Field(title, width=width) for title, width in zip(rows[0], widths, strict=True)],
        [list(row.values()) for row in rows],
    )


def _files(book: Book, projections: Sequence[Projection], names: list[str], lang: Lang) -> None:
    """Each scenario's file, a line a cell: put together again they are the file."""
    files = [scenario_json(p.scenario).split("\n") for p in projections]
    longest = max(map(len, files))
    rows = [[of[i] if i < len(of) else None for of in files] for i in range(longest)]
    book.table(_sheet("files", lang), [Field(name, width=FILE_WIDTH) for name in names], rows, fixed=0)


__all__ = ["workbook_bytes"]
