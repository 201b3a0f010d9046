"""Several scenarios held against each other: their lines, their numbers, and the settings that differ."""

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, SMALL, Box, Canvas, cut, fits_title, write
from simulator.handouts.deck.charts import line_chart
from simulator.handouts.deck.lines import Line
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import Cell, Column, Row, draw, sized
from simulator.handouts.deck.target import came
from simulator.handouts.stamp import letters, shortest_sentence
from simulator.model.projection import Projection
from simulator.planning.comparison import AT_TARGET, headlines, last_common_month, on_same_data
from simulator.report.charts import compare as compare_chart
from simulator.report.charts import theme
from simulator.report.sentences.comparison import comparison_sentence
from simulator.report.sentences.headlines import headline_text
from simulator.report.tables import compare
from simulator.words import Lang, text
from simulator.words.compare import headline_name
from simulator.words.numbers import month_long, month_short, people, percent, rupiah_short

NUMBERS = (
    "target_month_number",
    "enrolled_at_target",
    "gap_at_target",
    "enrolled_at_horizon",
    "contributions_total_idr",
    "payouts_total_idr",
    "claims_ratio_total",
)
COLOURS = [style["line"]["color"] for style in theme.SCENARIO_STYLES]
NOTE_HEIGHT, SIZE = 44.0, 12


def scenarios_compared(canvas: Canvas, material: Material) -> None:
    """The scenarios as lines, then their headline numbers, then what is set differently; nothing where there is one alone."""
    if len(material.projections) < 2:
        return
    _lines(canvas, material)
    _numbers(canvas, material)
    _settings(canvas, material)


def _lines(canvas: Canvas, material: Material) -> None:
    """Every scenario over its own months."""
    lang, projections = material.lang, material.projections
    notes = [material.of_scenario(), material.origin("enrolled_in", month=len(material.main.months) - 1)]
    title = material.naming(
        lambda names: str(comparison_sentence(material.contexts, names, lang)), fits_title
    )
    slide = canvas.slide(text("deck.compare", lang), title, notes)
    series = [dict(zip(p.months.tolist(), p.enrolled.tolist())) for p in projections]
    months = list(range(min(map(min, series)), max(map(max, series)) + 1))
    lines = [
        Line(
            name,
            [found.get(month) for month in months],
            style["line"],
            style["marker"]["symbol"],
            f"{name}\n{_end(found, months[-1], lang)}",
        )
        for name, found, style in zip(material.names, series, theme.SCENARIO_STYLES)
    ]
    lines += _target_lines(material, months, lang) + (
        came(material, "enrolled", months) if on_same_data(projections) else []
    )
    told = "; ".join(
        text(
            "compare.alt_line",
            lang,
            name=name,
            start=people(found[min(found)], lang),
            end=_end(found, months[-1], lang),
        )
        for name, found in zip(material.names, series)
    )
    alt = text(
        "compare.alt",
        lang,
        metric=text("chart.enrolled", lang),
        first=month_long(months[0], lang),
        last=month_long(months[-1], lang),
        lines=told,
    )
    line_chart(
        slide,
        Box(MARGIN, BODY.top, INNER, BODY.height - NOTE_HEIGHT),
        months,
        lines,
        text("chart.axis.people", lang),
        lang,
        alt,
        labels=244,
    )
    said = (
        ([] if on_same_data(projections) else [text("compare.different_data", lang)])
        + _shortest(material)
        + material.past()
    )
    if said:
        write(
            slide,
            Box(MARGIN, BODY.bottom - NOTE_HEIGHT + 6, INNER, NOTE_HEIGHT - 6),
            [" ".join(said)],
            sizes=(13, 12, SMALL),
            colour=theme.MUTED,
        )


def _end(found: dict[int, float], last: int, lang: Lang) -> str:
    """A scenario's last number, with its month where the others go on."""
    shown = people(found[max(found)], lang)
    return shown if max(found) == last else f"{shown} ({month_short(max(found), lang)})"


def _shortest(material: Material) -> list[str]:
    """Whose last month ends what is compared, where the others go on; several by their letters."""
    said = shortest_sentence(material.contexts, material.lang, material.names, letters(material.contexts))
    return [said] if said else []


def _target_lines(material: Material, months: list[int], lang: Lang) -> list[Line]:
    """The target where all scenarios ask for the same number of workers."""
    asked = compare_chart.shared_target(material.projections, "enrolled", months)
    share = percent(material.main.scenario.target.coverage_share, lang)
    return (
        [
            Line(
                text("compare.target_line", lang, share=share),
                [asked.get(month) for month in months],
                theme.TARGET_LINE,
                label=text("compare.target_line", lang, share=share),
            )
        ]
        if asked
        else []
    )


def _numbers(canvas: Canvas, material: Material) -> None:
    lang, projections = material.lang, material.projections
    numbers, last = headlines(projections), last_common_month(projections)
    end = None if last is None else month_long(last, lang)
    if last is None:
        title = text("compare.no_common", lang)
    else:
        enrolled, paid = (
            [of[name] for of in numbers] for name in ("enrolled_at_horizon", "contributions_total_idr")
        )
        title = text(
            "deck.compare.numbers",
            lang,
            month=end,
            fewest=people(min(enrolled), lang),
            most=people(max(enrolled), lang),
            least=rupiah_short(min(paid), lang),
            dearest=rupiah_short(max(paid), lang),
        )
    columns = [
        Column(text("deck.column.scenario", lang), 3.6, number=False),
        *(Column(headline_name(name, lang, end), 1.25) for name in NUMBERS),
    ]
    differ = compare.targets_differ(projections)
    rows = [
        Row((Cell(full_name, colour), *(_number(name, of[name], p, lang, differ) for name in NUMBERS)))
        for full_name, p, of, colour in zip(material.full_names, projections, numbers, COLOURS)
    ]
    notes = [
        material.origin("cumulative_contributions", month=len(material.main.months) - 1),
        material.origin("cumulative_payouts", month=len(material.main.months) - 1),
    ]
    said = [
        text("deck.compare.marks", lang),
        *_shortest(material),
        *([text("compare.targets_differ", lang)] if differ else []),
    ]
    box = Box(BODY.left, BODY.top, BODY.width, BODY.height - NOTE_HEIGHT)
    size, pages = sized(columns, rows, box, (14, 13, SIZE))
    for slide, page in canvas.pages(text("deck.compare", lang), title, pages, notes, lang):
        end_of_table = draw(slide, box, columns, page, size=size, name=title, among=rows)
        write(
            slide,
            Box(MARGIN, end_of_table + 8, INNER, NOTE_HEIGHT - 8),
            [" ".join(said)],
            sizes=(13, 12, SMALL),
            colour=theme.MUTED,
        )


def _number(name: str, value: float | None, p: Projection, lang: Lang, differ: bool) -> str:
    """A headline number; where targets differ, one at the target carries its month."""
    shown = headline_text(name, value, lang)
    if differ and name in AT_TARGET and value is not None:
        return f"{shown} ({month_short(p.scenario.target.month, lang)})"
    return shown


def _settings(canvas: Canvas, material: Material) -> None:
    lang, projections = material.lang, material.projections
    table = compare.differing_settings(material.contexts, 0, lang)
    if not table:
        return
    least = SIZE if len(projections) < 5 else SMALL
    width = BODY.width * 1.6 / (2.2 + 1.6 * len(projections)) - 12  # of a scenario's column
    columns = [
        Column(text("compare.setting", lang), 2.2, number=False),
        *(Column(cut(name, 14, width, 3, bold=True), 1.6, number=False) for name in material.names),
    ]
    rows = [Row((name, *_beside_reference(list(map(str, cells)), lang))) for name, cells in table]
    title = text("deck.compare.settings", lang, number=people(len(table), lang), name=material.names[0])
    size, pages = sized(columns, rows, BODY, (14, 13, 12, least))
    for slide, page in canvas.pages(
        text("deck.compare", lang), title, pages, [text("deck.note.settings", lang)], lang
    ):
        draw(slide, BODY, columns, page, size=size, name=title, among=rows)


def _beside_reference(cells: list[str], lang: Lang) -> list[str]:
    """Values of a setting, of which those equal to the first say so."""
    return [
        text("deck.compare.as_reference", lang) if i and cell == cells[0] else cell
        for i, cell in enumerate(cells)
    ]


__all__ = ["scenarios_compared"]
