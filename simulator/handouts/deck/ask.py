"""What is asked of the meeting, and what it agreed on."""

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, Box, Canvas, write
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import Column, Row, draw, in_pages
from simulator.handouts.letters import cut
from simulator.planning.groups import STATUSES
from simulator.planning.what_it_takes import Way, WhatItTakes, what_it_takes
from simulator.report.decisions import decision_columns, decision_rows
from simulator.report.unit_sheet import rates
from simulator.report.units import UnitTable, unit_table
from simulator.report.ways import answer_sentences, way_sentence
from simulator.report.wording import text
from simulator.report.wording.decisions import status_name
from simulator.report.wording.numbers import month_long, people, rupiah
from simulator.report.wording.units import counted

LEFT = 410.0
SIDE = Box(MARGIN + LEFT + 28, BODY.top, INNER - LEFT - 28, BODY.height)
OTHER_WAYS = 4
CELL_LINES = 6  # of an entry of the log on a slide; in full in the notes
LOG_SIZES, BLANK_ROWS = (16, 14, 12), 6
PARTS = (2.2, 1.8, 1.8, 2.2, 1.3, 1.1)  # of the log's columns


def what_we_ask(canvas: Canvas, material: Material) -> None:
    """The way to the target, and what every group still has to find beside what it pledged."""
    lang, p = material.lang, material.main
    answer = what_it_takes(p.scenario, p.baseline, material.programme)
    sentences = answer_sentences(answer, p.scenario, p.baseline.month, material.this_month, lang)
    first = way_sentence(answer.first, lang, named_first=True) if answer.first else sentences[-1]
    slide = canvas.slide(text("deck.ask", lang), first, [text("deck.of_scenario", lang, name=p.scenario.name), text("deck.note.ask", lang), *_all_ways(answer, material)])
    said = list(dict.fromkeys([*(words for words in sentences if words != first), *(way_sentence(way, lang) for way in _others(answer)), *_bill(material)]))
    write(slide, Box(MARGIN, BODY.top, LEFT, BODY.height), said, sizes=(16, 15, 14, 13, 12), bullets=True)
    table = unit_table(p, material.month)
    columns = [Column(text("deck.column.group", lang), 3.0, number=False), Column(text("deck.column.pledged", lang), 1.3), Column(text("units.column.to_plan", lang), 1.4),
               Column(text("deck.column.to_find", lang), 1.6)]
    draw(slide, SIDE, columns, _groups(table, material), size=13, name=text("deck.ask.table", lang, month=material.month_of(table.month)))


def _others(answer: WhatItTakes) -> list[Way]:
    """Ways beside the first, those that suffice before those that do not."""
    return sorted((way for way in answer.ways if way is not answer.first and not way.no_effect), key=lambda way: way.when == "never")[:OTHER_WAYS]


def _all_ways(answer: WhatItTakes, material: Material) -> list[str]:
    return [way_sentence(way, material.lang) for way in answer.ways]


def _bill(material: Material) -> list[str]:
    """What one worker costs an ASN a month, now and from each month the rate is known to change."""
    lang = material.lang
    (now, rate), *later = rates(material.main, material.programme, material.this_month)
    said = [text("deck.ask.bill", lang, rate=rupiah(rate, lang), month=month_long(now, lang))]
    return said + [text("deck.ask.bill_later", lang, rate=rupiah(rate, lang), month=month_long(month, lang)) for month, rate in later]


def _groups(table: UnitTable, material: Material) -> list[Row]:
    """A row for the units of each segment and status, then all of them."""
    lang, found = material.lang, []
    for segment in table.segments:
        for status in STATUSES:
            places = [i for i in table.places(segment) if table.rows[i].status == status]
            if places:
                units = text("units.segment.other", lang) if segment == "other" else counted([table.rows[i] for i in places], lang)
                name = text("deck.ask.group", lang, units=units, status=text(f"deck.status.{status}", lang))
                found.append(Row((name, *_asked(table, places, material))))
    return [*found, Row((text("units.total", lang), *_asked(table, table.places(), material)), strong=True)]


def _asked(table: UnitTable, places: list[int], material: Material) -> tuple[str, str, str]:
    lang, baseline = material.lang, table.projection.baseline
    pledged = sum(int(baseline.pledge_workers[table.rows[i].units].sum()) for i in places)
    to_plan, to_asn = (int(table.whole[name][places].sum()) for name in ("to_plan", "to_asn"))
    plans = any(table.has_plan[i] for i in places)
    return people(pledged or None, lang), people(to_plan if plans else None, lang), material.told(people(to_asn, lang), "derived")


def what_was_agreed(canvas: Canvas, material: Material) -> None:
    """The decision logs of the scenarios; where nothing is written down yet, a table to write in."""
    lang = material.lang
    logs = [(p.scenario, decision_rows(p.scenario, lang)) for p in material.projections]
    for (scenario, entries), name in zip(logs, material.names):
        if entries:
            _log(canvas, material, text("deck.agreed.title", lang, name=name, status=status_name(scenario.status, lang).lower(), number=people(len(entries), lang)), entries)
    if not any(entries for _, entries in logs):
        slide = canvas.slide(text("deck.agreed", lang), text("deck.agreed.nothing", lang), [text("deck.note.agreed", lang)])
        draw(slide, BODY, _log_columns(material), [Row(("",) * len(PARTS))] * BLANK_ROWS, size=14, name=text("deck.agreed", lang), least=BODY.height / (BLANK_ROWS + 2))


def _log_columns(material: Material) -> list[Column]:
    return [Column(name, part, number=False) for name, part in zip(decision_columns(material.lang), PARTS)]


def _log(canvas: Canvas, material: Material, title: str, entries: list[list[str]]) -> None:
    """As large as fits one slide, else small on several; the notes hold what is cut."""
    columns = _log_columns(material)
    widths = [part / sum(PARTS) * BODY.width - 12 for part in PARTS]
    for size in LOG_SIZES:
        rows = [Row(tuple(cut(words, size, width, CELL_LINES) for words, width in zip(entry, widths))) for entry in entries]
        pages = in_pages(columns, rows, BODY, size)
        if len(pages) == 1:
            break
    for slide, page in canvas.pages(text("deck.agreed", material.lang), title, pages, [" · ".join(entry) for entry in entries], material.lang):
        draw(slide, BODY, columns, page, size=size, name=title, among=rows)
