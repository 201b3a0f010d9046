"""What is asked of the meeting, and what it agreed on."""

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, SMALL, Box, Canvas, write
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import Column, Row, draw, sized
from simulator.handouts.deck.units import ASKED_FIRST
from simulator.handouts.marks import ask_lines
from simulator.planning.what_it_takes import Way, WhatItTakes, what_it_takes
from simulator.report.explain.explanation import quantity
from simulator.report.explain.offices import OFFICES
from simulator.report.sentences.unit_sheet import rates
from simulator.report.sentences.ways import answer_sentences, way_sentence
from simulator.report.tables.decisions import decision_columns, decision_rows
from simulator.report.tables.units import UnitTable, unit_table
from simulator.words import text
from simulator.words.decisions import status_name
from simulator.words.numbers import month_long, month_short, people, percent, rupiah
from simulator.words.quantity import least_known
from simulator.words.units import counted

LEFT = 400.0
SIDE = Box(MARGIN + LEFT + 28, BODY.top, INNER - LEFT - 28, BODY.height)
OTHER_WAYS = 2
CELL_LINES = 6  # of an entry of the log on a slide; in full in the notes
LOG_SIZES, BLANK_ROWS = (16, 14, 12), 6
PARTS = (2.2, 1.8, 1.8, 2.2, 1.3, 1.1)  # of the log's columns


def what_we_ask(canvas: Canvas, material: Material) -> None:
    """What the brief asks for, what would meet a target that is missed, and the counts behind it, all as of the month of the data."""
    lang, p = material.lang, material.main
    answer = what_it_takes(p.scenario, p.baseline, material.context.programme)
    title, ways = _ways(answer, material)
    slide = canvas.slide(
        material.topic("deck.ask"),
        title,
        [
            material.of_scenario(),
            *([text("deck.note.ask", lang)] if answer.ways else []),
            *_all_ways(answer, material),
        ],
    )
    write(
        slide,
        Box(MARGIN, BODY.top, LEFT, BODY.height),
        [*ask_lines(material.context, lang, searching=False), *ways],
        sizes=(16, 15, 14, 13, 12),
        bullets=True,
    )
    month = month_short(p.baseline.month, lang)
    columns = [
        Column(text("deck.column.group", lang), 3.4, number=False),
        Column(f"{text('units.column.asn', lang)} {month}", 1.3),
        Column(text("deck.column.pledged", lang), 1.3),
        Column(text("deck.column.to_find", lang, month=month), 1.6),
    ]
    end = draw(
        slide,
        SIDE,
        columns,
        _groups(unit_table(p, 0), material),
        size=12,
        name=text("deck.ask.table", lang, month=month_long(p.baseline.month, lang)),
    )
    write(
        slide,
        Box(SIDE.left, end + 12, SIDE.width, BODY.bottom - end - 12),
        [*_bill(material), *material.past()],
        sizes=(14, 13, 12, SMALL),
    )


def _ways(answer: WhatItTakes, material: Material) -> tuple[str, list[str]]:
    """What has to happen for the target, as the title says it, and what else is to be said of it."""
    lang, p, status = material.lang, material.main, answer.status
    if status.met:
        target = text(
            "overview.target",
            lang,
            share=percent(p.scenario.target.coverage_share, lang),
            workers=people(status.workers, lang),
            month=month_long(p.scenario.target.month, lang),
        )
        lost = {} if status.turns is None else {"lost": month_long(p.baseline.month + status.turns, lang)}
        return text(
            "deck.ask.met_then_lost"
            if lost
            else "deck.ask.stays_met"
            if status.first_met == 0 and status.lost is None
            else "deck.ask.met",
            lang,
            target=target,
            **lost,
        ), []
    c = material.context
    sentences = list(map(str, answer_sentences(c, answer, lang, in_plan=True)))
    if answer.first is None:
        return sentences[-1], sentences[:-1]
    title = str(way_sentence(c, answer.first, lang, named_first=True, says_past=True))
    return title, [
        *(words for words in sentences if words != title),
        *(str(way_sentence(c, way, lang, says_past=True)) for way in _others(answer)),
    ]


def _others(answer: WhatItTakes) -> list[Way]:
    """Ways beside the first, those that suffice before those that do not; haste is no plan."""
    beside = (
        way
        for way in answer.ways
        if way is not answer.first and not way.no_effect and not way.lever.startswith("hurried")
    )
    return sorted(beside, key=lambda way: way.when == "never")[:OTHER_WAYS]


def _all_ways(answer: WhatItTakes, material: Material) -> list[str]:
    return [str(way_sentence(material.context, way, material.lang)) for way in answer.ways]


def _bill(material: Material) -> list[str]:
    """What one worker costs an ASN a month, now and from each month the rate is known to change."""
    lang = material.lang
    (now, rate), *later = rates(material.main, material.context.programme, material.context.today)
    said = [text("deck.ask.bill", lang, rate=rupiah(rate, lang), month=month_long(now, lang))]
    return said + [
        text("deck.ask.bill_later", lang, rate=rupiah(rate, lang), month=month_long(month, lang))
        for month, rate in later
    ]


def _groups(table: UnitTable, material: Material) -> list[Row]:
    """A row for the offices of each status, those that are asked most first, then the other ASN and all of them."""
    lang, found = material.lang, []
    for status in ASKED_FIRST:
        places = [i for i, row in enumerate(table.rows) if row.status == status and row.segment in OFFICES]
        if places:
            name = text(
                "deck.ask.group",
                lang,
                units=counted([table.rows[i] for i in places], lang),
                status=text(f"deck.status.{status}", lang),
            )
            found.append(Row((name, *_asked(table, places, material))))
    if others := table.places("other"):
        found.append(Row((text("units.segment.other", lang), *_asked(table, others, material))))
    return [*found, Row((text("units.total", lang), *_asked(table, table.places(), material)), strong=True)]


def _asked(table: UnitTable, places: list[int], material: Material) -> tuple[str, str, str]:
    lang, p = material.lang, material.main
    rows = [table.rows[i] for i in places]
    asn, to_asn = (int(table.whole[name][places].sum()) for name in ("asn", "to_asn"))
    basis = (
        table.basis_of_sum("asn")
        if places == table.places()
        else least_known(table.asn_basis[i] for i in places)
    )
    pledging = [row for row in rows if row.status == "pledged"]
    pledged = sum(int(row.total(p.baseline.pledge_workers)) for row in pledging)
    marks = (
        quantity(material.context, "status_pledges", status="pledged", segment=segment).basis
        for segment in {row.segment for row in pledging}
    )
    mark = least_known(marks, default="published")
    return (
        material.told(people(asn, lang), basis),
        material.told(people(pledged, lang), mark) if pledged else people(None, lang),
        material.told(people(to_asn, lang), "derived"),
    )


def what_was_agreed(canvas: Canvas, material: Material) -> None:
    """The decision logs of the scenarios; where nothing is written down yet, a table to write in."""
    lang = material.lang
    logs = [(p.scenario, decision_rows(p.scenario, lang)) for p in material.projections]
    for (scenario, entries), name in zip(logs, material.names):
        if entries:
            _log(
                canvas,
                material,
                text(
                    "deck.agreed.title",
                    lang,
                    name=name,
                    status=status_name(scenario.status, lang).lower(),
                    number=people(len(entries), lang),
                ),
                entries,
            )
    if not any(entries for _, entries in logs):
        slide = canvas.slide(
            text("deck.agreed", lang), text("deck.agreed.nothing", lang), [text("deck.note.agreed", lang)]
        )
        draw(
            slide,
            BODY,
            _log_columns(material),
            [Row(("",) * len(PARTS))] * BLANK_ROWS,
            size=14,
            name=text("deck.agreed", lang),
            least=BODY.height / (BLANK_ROWS + 2),
        )


def _log_columns(material: Material) -> list[Column]:
    return [Column(name, part, number=False) for name, part in zip(decision_columns(material.lang), PARTS)]


def _log(canvas: Canvas, material: Material, title: str, entries: list[list[str]]) -> None:
    """As large as fits one slide, else small on several; the notes hold what is cut."""
    columns = _log_columns(material)
    rows = [Row(tuple(entry), most=CELL_LINES) for entry in entries]
    size, pages = sized(columns, rows, BODY, LOG_SIZES)
    for slide, page in canvas.pages(
        text("deck.agreed", material.lang),
        title,
        pages,
        [" · ".join(entry) for entry in entries],
        material.lang,
    ):
        draw(slide, BODY, columns, page, size=size, name=title, among=rows)
