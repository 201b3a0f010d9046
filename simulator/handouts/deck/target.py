"""The first slides: where the programme stands, and what is missing to its target."""

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, SMALL, Box, Canvas, write
from simulator.handouts.deck.charts import line_chart
from simulator.handouts.deck.lines import Line
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import Column, Row, draw
from simulator.model.metrics import target_workers
from simulator.model.months import month_number
from simulator.planning.actuals import total_points
from simulator.report.charts import theme
from simulator.report.charts.overview import enrolment
from simulator.report.sentences import overview
from simulator.report.sentences.target import status_sentence
from simulator.report.tables.units import UnitTable, unit_table
from simulator.words import text
from simulator.words.numbers import month_long, month_short, people, percent
from simulator.words.numbers import shown as written
from simulator.words.provenance import marked_sentence

LEFT = 500.0  # points of the chart's width, of the body's
SIDE = Box(MARGIN + LEFT + 28, BODY.top, INNER - LEFT - 28, BODY.height)
CAPTION = 12


def where_we_stand(canvas: Canvas, material: Material) -> None:
    """The last observed month, the history before it, and the three groups."""
    lang, p = material.lang, material.main
    table, month = unit_table(p, 0), month_long(p.baseline.month, lang)
    enrolled, asn = table.total("enrolled"), table.total("asn")
    title = text(
        "deck.stand.title",
        lang,
        enrolled=people(enrolled, lang),
        month=month,
        coverage=percent(enrolled / asn, lang),
        asn=people(asn, lang),
    )
    slide = canvas.slide(
        text("deck.stand", lang),
        title,
        [material.origin("enrolled_now"), material.origin("coverage_now"), material.origin("asn_total")],
    )
    several = len(p.baseline.facts.history) > 1  # a single figure is no line
    if several:
        _history_chart(slide, material)
    box = SIDE if several else BODY
    columns = [
        Column(text("deck.column.group", lang), 2.1, number=False),
        Column(text("units.column.enrolled", lang), 1.5),
        Column(text("units.column.asn", lang), 1.6),
        Column(text("units.column.coverage", lang), 1.4),
    ]
    rows = [
        Row(_group_cells(material, table, segment), segment is None) for segment in (*table.segments, None)
    ]
    end = draw(
        slide,
        box,
        columns,
        rows,
        size=13 if several else 18,
        name=text("deck.stand.table", lang, month=month),
    )
    said = [text("units.sheet.marks", lang), str(overview.reading_sentences(material.context, None, lang)[0])]
    if so_far := overview.so_far_sentence(material.context, lang):
        said.insert(0, marked_sentence(so_far))
    write(slide, Box(box.left, end + 12, box.width, BODY.bottom - end - 12), said, sizes=(14, 13, 12, 11))


def _history_chart(slide, material: Material) -> None:
    p, lang = material.main, material.lang
    history = {month_number(point.month): point.enrolled for point in p.baseline.facts.history}
    months, values = sorted(history), [history[month] for month in sorted(history)]
    name = text("overview.observed", lang)
    line = Line(
        name, values, theme.OBSERVED_LINE, "circle", name, marks=tuple(range(len(months))), valued=True
    )
    alt = text(
        "deck.stand.alt",
        lang,
        points=", ".join(
            f"{month_short(month, lang)} {people(value, lang)}" for month, value in zip(months, values)
        ),
    )
    line_chart(
        slide,
        Box(MARGIN, BODY.top, LEFT, BODY.height),
        months,
        [line],
        text("overview.enrolment.axis", lang),
        lang,
        alt,
        labels=90,
    )


def _group_cells(material: Material, table: UnitTable, segment: str | None) -> tuple[str, ...]:
    lang = material.lang
    enrolled, asn = table.total("enrolled", segment), table.total("asn", segment)
    shown = (
        material.told(people(table.total(name, segment), lang), table.basis_of_sum(name, segment))
        for name in ("enrolled", "asn")
    )
    return (
        text(f"units.segment.{segment}" if segment else "units.total", lang),
        *shown,
        material.told(percent(enrolled / asn, lang), "derived"),
    )


def target_and_gap(canvas: Canvas, material: Material) -> None:
    """The path to the target, the numbers of it, and what each group has room for."""
    lang, p = material.lang, material.main
    shown = overview.slide(p)
    notes = [
        material.origin("enrolled_in", month=shown.month),
        material.origin("target_workers", month=shown.month),
    ]
    if shown.gap is not None:
        notes.append(material.origin("gap", month=shown.month))
    slide = canvas.slide(
        material.topic("deck.target"),
        str(status_sentence(material.context, lang)),
        [material.of_scenario(), *notes],
    )
    _path_chart(slide, material)
    end = _numbers(slide, material, shown)
    columns = [
        Column(text("deck.column.group", lang), 1.8, number=False),
        Column(text("units.column.enrolled", lang), 1.2),
        Column(text("deck.column.room", lang), 1.4),
        Column(text("deck.column.alone", lang), 1.9),
    ]
    rows = [
        Row(
            (
                text(f"units.segment.{g.segment}", lang),
                people(g.enrolled, lang),
                people(g.room, lang),
                text("deck.enough", lang)
                if not shown.gap
                else text("deck.not_enough", lang)
                if g.alone_share is None
                else written(overview.alone(material.context, g, shown), lang),
            )
        )
        for g in shown.groups
    ]
    end = draw(
        slide,
        Box(SIDE.left, end + 10, SIDE.width, 0),
        columns,
        rows,
        size=12,
        name=text("overview.groups", lang, month=material.month_of(shown.month)),
    )
    together = overview.together_sentence(material.context, lang)
    write(
        slide,
        Box(SIDE.left, end + 10, SIDE.width, BODY.bottom - end - 10),
        [*([str(together)] if together else []), *material.past()],
        sizes=(14, 13, 12, 11),
    )


def _numbers(slide, material: Material, shown: overview.Slide) -> float:
    """The slide's numbers, large, two in a line; returns where they end."""
    lang, p = material.lang, material.main
    numbers = [
        (shown.now, text("overview.now", lang, month=month_long(p.baseline.month, lang)), theme.TEXT),
        (shown.then, text("overview.then", lang, month=material.month_of(shown.month)), theme.ACCENT),
        (
            shown.target,
            text(
                "overview.asked",
                lang,
                share=percent(p.scenario.target.coverage_share, lang),
                asn=people(p.asn[shown.month], lang),
            ),
            theme.TARGET,
        ),
    ]
    if shown.gap is not None:
        numbers.append((max(shown.gap, 1), text("overview.short", lang), theme.TEXT))
    width, height = SIDE.width / 2, 72.0
    for i, (number, caption, colour) in enumerate(numbers):
        left, top = SIDE.left + i % 2 * width, SIDE.top + i // 2 * height
        write(
            slide,
            Box(left, top, width - 10, 36),
            [people(number, lang)],
            sizes=(30, 26, 22),
            colour=colour,
            bold=True,
        )
        write(
            slide, Box(left, top + 36, width - 10, 30), [caption], sizes=(CAPTION, SMALL), colour=theme.MUTED
        )
    return SIDE.top + (len(numbers) + 1) // 2 * height


def _path_chart(slide, material: Material) -> None:
    p, lang = material.main, material.lang
    history = {month_number(point.month): point.enrolled for point in p.baseline.facts.history}
    months = [*sorted(history)[:-1], *p.months.tolist()]  # the history ends in the baseline month
    before = [None] * (len(history) - 1)
    observed = [history.get(month) for month in months]
    asked, enrolled = target_workers(p), p.enrolled
    names = {key: text(f"overview.{key}", lang) for key in ("observed", "projected", "target_line")}
    known = tuple(i for i, value in enumerate(observed) if value is not None)
    lines = [
        Line(names["observed"], observed, theme.OBSERVED_LINE, "circle", marks=known),
        Line(
            names["projected"],
            before + enrolled.tolist(),
            theme.PROJECTION_LINE,
            label=f"{names['projected']}\n{people(enrolled[-1], lang)}",
        ),
        Line(
            names["target_line"],
            before + asked.tolist(),
            theme.TARGET_LINE,
            label=f"{names['target_line']}\n{people(asked[-1], lang)}",
        ),
    ]
    lines += came(material, "enrolled", months)
    drawing = enrolment(p, material.context.today, lang, 320, material.context.actuals)
    line_chart(
        slide,
        Box(MARGIN, BODY.top, LEFT, BODY.height),
        months,
        lines,
        text("overview.enrolment.axis", lang),
        lang,
        drawing.alt,
        labels=110,
    )


def came(material: Material, figure: str, months: list[int], unit: float = 1.0) -> list[Line]:
    """What came true of a figure, as marks at its months (month numbers); nothing where nobody recorded any."""
    p, name = material.main, text("overview.actual", material.lang)
    found = {
        int(p.months[point.month]): point.actual / unit
        for point in total_points(p, material.context.actuals, figure)
        if point.actual is not None
    }
    values = [found.get(month) for month in months]
    marks = tuple(i for i, value in enumerate(values) if value is not None)
    return [Line(name, values, theme.OBSERVED_LINE, "square", name, marks, drawn=False)] if marks else []
