"""The units: how many are at 100 %, pledged, partly in and outside, and who has furthest to go."""

from bisect import bisect_left
from dataclasses import replace

import numpy as np

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, SMALL, Box, Canvas, cut, fits, write
from simulator.handouts.deck.charts import Bar, bar_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import Column, Row, draw, in_pages
from simulator.planning.groups import STATUSES, UnitGroup, unit_groups
from simulator.report.charts.theme import ACCENT, COVERAGE_STEPS, MUTED, TARGET, UNKNOWN
from simulator.report.charts.units import shortened
from simulator.report.tables.units import UnitTable, unit_table
from simulator.words import text
from simulator.words.numbers import month_long, month_short, people, percent
from simulator.words.units import counted, pledge_months, row_name, status_text, title

COLOURS = {"full": ACCENT, "partial": COVERAGE_STEPS[1], "pledged": TARGET, "outside": UNKNOWN}
ASKED_FIRST = ("outside", "pledged", "partial", "full")
LIST_SIZES, LIST_GAP = (15, 14, 13, 12), 0.6
ROOM = 14.0  # points for what stands around a name that fills its line
MOST_SLIDES = 4  # of rows; what does not fit is counted in one line
SIZES = ((12, 2), (11, 1))  # of the letters of the rows, with the lines a name may take
CHART_WIDTH, NOTE = 460.0, 40.0


def units_today(canvas: Canvas, material: Material) -> None:
    """How units take part today, with the names of those that may be named."""
    lang, p = material.lang, material.main
    rows, month = unit_groups(p.baseline), month_long(p.baseline.month, lang)
    offices = [row for row in rows if row.segment != "other"] or list(rows)
    segments = list(dict.fromkeys(row.segment for row in offices))
    slide = canvas.slide(
        text("deck.units", lang),
        title(rows, lang),
        [text("deck.note.units", lang, month=month), *_published_note(rows, material)],
    )
    bars = [
        Bar(
            text(f"deck.status.{status}", lang),
            [
                sum(len(row.units) for row in offices if row.segment == s and row.status == status)
                for s in segments
            ],
            COLOURS[status],
        )
        for status in STATUSES
    ]
    names = [text(f"units.segment.{segment}", lang) for segment in segments]
    alt = text(
        "deck.units.alt",
        lang,
        parts="; ".join(
            f"{bar.name}: {', '.join(f'{people(n, lang)} {name}' for n, name in zip(bar.values, names))}"
            for bar in bars
        ),
    )
    bar_chart(
        slide,
        Box(MARGIN, BODY.top + 30, CHART_WIDTH, 90 + 112 * len(segments)),
        names,
        bars,
        text("deck.units.axis", lang),
        lang,
        alt,
    )
    _key(slide, bars)
    left = MARGIN + CHART_WIDTH + 28
    box = Box(left, BODY.top, MARGIN + INNER - left, BODY.height)
    write(slide, box, _lists(offices, material, box), sizes=LIST_SIZES, gap=LIST_GAP)


def _key(slide, bars: list[Bar]) -> None:
    """The parts of the bars by name, each in front of its colour's square."""
    used = [bar for bar in bars if sum(bar.values)]
    width = CHART_WIDTH / len(used)
    for i, bar in enumerate(used):
        write(slide, Box(MARGIN + i * width, BODY.top + 2, 14, 18), ["■"], sizes=(13,), colour=bar.colour)
        write(
            slide, Box(MARGIN + i * width + 16, BODY.top + 2, width - 18, 18), [bar.name], sizes=(13, 12, 11)
        )


def _lists(offices: list[UnitGroup], material: Material, box: Box) -> list[str]:
    """Who is of each status, by name where names may be told: as many whole names as fit, those who do not take part first."""
    lang, size = material.lang, LIST_SIZES[-1]
    of = {status: [row for row in offices if row.status == status] for status in ASKED_FIRST}
    names = {
        status: [
            cut(name, size, box.width - ROOM).replace(" ", "\u00a0")
            for row in rows
            for name in (row.published_names or (() if row.is_pooled else (row.name,)))
        ]
        for status, rows in of.items()
    }
    note = [text("units.groups_only", lang)] if any(row.is_pooled for row in offices) else []

    def told(most: dict[str, int]) -> list[str]:
        return [
            _listed(status, of[status], names[status], most[status], material)
            for status in ASKED_FIRST
            if of[status]
        ] + note

    kept = dict.fromkeys(ASKED_FIRST, 0)
    for status in ASKED_FIRST:  # the first number of names that is too many, less one
        kept[status] = bisect_left(
            range(1, len(names[status]) + 1),
            True,
            key=lambda most: not fits(told(kept | {status: most}), box, size, LIST_GAP),
        )
    return told(kept)


def _listed(status: str, rows: list[UnitGroup], names: list[str], most: int, material: Material) -> str:
    """The units of one status in a sentence with at most so many names; for pledges also the workers and the months."""
    lang, baseline = material.lang, material.main.baseline
    listed = ", ".join(names[:most])
    if 0 < most < len(names):
        listed = text("deck.units.and_more", lang, names=listed, more=people(len(names) - most, lang))
    if status == "pledged":
        workers = sum(int(baseline.pledge_workers[row.units].sum()) for row in rows)
        months = pledge_months(
            replace(rows[0], units=np.concatenate([row.units for row in rows])), baseline, lang
        )
        listed = f"{text('deck.units.pledge', lang, workers=people(workers, lang), months=months)} {listed}"
    return text(f"deck.units.{status}", lang, units=counted(rows, lang), names=listed).strip()


def _published_note(rows: tuple[UnitGroup, ...], material: Material) -> list[str]:
    return [text("units.groups_only", material.lang)] if any(row.is_pooled for row in rows) else []


def units_missing(canvas: Canvas, material: Material) -> None:
    """Every row, furthest to go first, on as many slides as may be; the rest is counted, the total always stands."""
    lang, p = material.lang, material.main
    table = unit_table(p, material.month)
    order = sorted(range(len(table.rows)), key=lambda i: (-table.whole["to_asn"][i], i))
    columns = _columns(table, material)
    total, box = _total(table, material), Box(BODY.left, BODY.top, BODY.width, BODY.height - NOTE)
    size, sheets = _sheets(table, order, columns, total, box, material)
    finding = _finding(table, order, material)
    notes = [text("deck.note.missing", lang, month=material.month_of(table.month)), material.of_scenario()]
    for slide, rows in canvas.pages(material.topic("deck.units"), finding, sheets, notes, lang):
        draw(
            slide,
            box,
            columns,
            rows,
            size=size,
            name=finding,
            among=[row for sheet in sheets for row in sheet],
        )
        said = text("units.legend_fictitious" if p.baseline.facts.fictitious else "units.legend", lang)
        write(
            slide,
            Box(MARGIN, BODY.bottom - NOTE + 10, INNER, NOTE - 10),
            [f"{said} {' '.join(material.past())}"],
            sizes=(12, SMALL),
            colour=MUTED,
        )


def _finding(table: UnitTable, order: list[int], material: Material) -> str:
    lang, most = material.lang, order[0]
    key = "units.ranking.title" if table.whole["to_asn"][most] else "units.ranking.title.full"
    name = row_name(table.rows[most], table.projection.baseline, lang)
    return text(
        key,
        lang,
        month=material.month_of(table.month),
        name=shortened(name, 60),
        number=people(table.whole["to_asn"][most], lang),
        all=people(table.total("to_asn"), lang),
    )


def _columns(table: UnitTable, material: Material) -> list[Column]:
    lang, then = material.lang, month_short(int(table.projection.months[table.month]), material.lang)
    now = month_short(table.projection.baseline.month, lang)
    return [
        Column(text("units.column.name", lang), 4.0, number=False),
        Column(text("units.column.status", lang), 1.6, number=False),
        *(
            Column(f"{text(f'units.column.{name}', lang)} {now}", 1.45)
            for name in ("asn", "enrolled", "coverage")
        ),
        Column(text("units.column.projected", lang, month=then), 1.35),
        Column(f"{text('units.column.to_asn', lang)}, {then}", 1.6),
    ]


def _sheets(
    table: UnitTable, order: list[int], columns: list[Column], total: Row, box: Box, material: Material
) -> tuple[float, list[list[Row]]]:
    """The size of the letters and the rows by slide: all where they fit, else as many as fit before one line that counts the others."""
    for size, lines in SIZES:
        rows = [_row(table, i, material, lines) for i in order]
        sheets = in_pages(columns, [*rows, total], box, size)
        if len(sheets) <= MOST_SLIDES:
            return size, sheets
    kept = len(rows)
    while len(sheets) > MOST_SLIDES:
        kept = min(kept - 1, sum(len(sheet) for sheet in sheets[:MOST_SLIDES]) - 1)
        sheets = in_pages(columns, [*rows[:kept], _rest(table, order[kept:], material), total], box, size)
    return size, sheets


def _row(table: UnitTable, i: int, material: Material, lines: int) -> Row:
    lang, baseline, row = material.lang, table.projection.baseline, table.rows[i]
    asn, enrolled = (
        material.told(people(table.whole[name][i], lang), basis[i])
        for name, basis in (("asn", table.asn_basis), ("enrolled", table.enrolled_basis))
    )
    coverage = material.told(
        percent(table.whole["enrolled"][i] / table.whole["asn"][i], lang, 1, trim=False), "derived"
    )
    return Row(
        (
            row_name(row, baseline, lang),
            status_text(row, baseline, lang),
            asn,
            enrolled,
            coverage,
            *_projected(table, [i], material),
        ),
        most=lines,
    )


def _projected(table: UnitTable, places: list[int], material: Material) -> tuple[str, ...]:
    return tuple(
        material.told(people(int(table.whole[name][places].sum()), material.lang), "derived")
        for name in ("projected", "to_asn")
    )


def _rest(table: UnitTable, places: list[int], material: Material) -> Row:
    """The rows that are not listed, in one line."""
    lang = material.lang
    asn, enrolled = (int(table.whole[name][places].sum()) for name in ("asn", "enrolled"))
    units = counted([table.rows[i] for i in places], lang)
    return Row(
        (
            text("deck.units.rest", lang, units=units),
            "",
            material.told(people(asn, lang), "derived"),
            material.told(people(enrolled, lang), "derived"),
            material.told(percent(enrolled / asn, lang, 1, trim=False), "derived"),
            *_projected(table, places, material),
        )
    )


def _total(table: UnitTable, material: Material) -> Row:
    lang = material.lang
    asn, enrolled = (
        material.told(people(table.total(name), lang), table.basis_of_sum(name))
        for name in ("asn", "enrolled")
    )
    coverage = material.told(
        percent(table.total("enrolled") / table.total("asn"), lang, 1, trim=False), "derived"
    )
    return Row(
        (
            text("units.total", lang),
            "",
            asn,
            enrolled,
            coverage,
            *_projected(table, np.arange(len(table.rows)).tolist(), material),
        ),
        strong=True,
    )
