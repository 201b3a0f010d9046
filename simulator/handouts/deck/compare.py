"""Several scenarios held against each other: their lines, their numbers, and the settings that differ."""

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, SMALL, Box, Canvas, cut, write
from simulator.handouts.deck.charts import Line, line_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import Cell, Column, Row, draw, sized
from simulator.handouts.deck.target import came
from simulator.model.projection import Projection
from simulator.planning.comparison import AT_TARGET, headlines, last_common_month, on_same_data
from simulator.report import compare, compare_chart, theme
from simulator.report.wording import Lang, text
from simulator.report.wording.compare import headline_name, headline_value
from simulator.report.wording.compare import title as finding
from simulator.report.wording.numbers import month_long, month_short, people, percent, rupiah_short

NUMBERS = ("target_month_number", "enrolled_at_target", "gap_at_target", "enrolled_at_horizon", "contributions_total_idr", "payouts_total_idr", "claims_ratio_total")
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
    lang, projections = material.lang, list(material.projections)
    notes = [material.origin("enrolled_in", month=len(material.main.months) - 1)]
    slide = canvas.slide(text("deck.compare", lang), finding(projections, material.names, lang), [text("deck.of_scenario", lang, name=projections[0].scenario.name), *notes])
    series = compare_chart.series(projections, "enrolled")
    months = list(range(min(min(line) for line in series), max(max(line) for line in series) + 1))
    lines = []
    for name, found, style in zip(material.names, series, theme.SCENARIO_STYLES):
        values = [found.get(month) for month in months]
        lines.append(Line(name, values, style["line"], style["marker"]["symbol"], f"{name}\n{people(next(v for v in reversed(values) if v is not None), lang)}"))
    lines += _target_lines(material, months, lang) + (came(material, "enrolled", months) if on_same_data(projections) else [])
    line_chart(slide, Box(MARGIN, BODY.top, INNER, BODY.height - NOTE_HEIGHT), months, lines, text("chart.axis.people", lang), lang,
               compare_chart.chart_alt(projections, material.names, "enrolled", lang), labels=230)
    said = ([] if on_same_data(projections) else [text("compare.different_data", lang)]) + material.past()
    if said:
        write(slide, Box(MARGIN, BODY.bottom - NOTE_HEIGHT + 6, INNER, NOTE_HEIGHT - 6), [" ".join(said)], sizes=(13, 12, SMALL), colour=theme.MUTED)


def _target_lines(material: Material, months: list[int], lang: Lang) -> list[Line]:
    """The target where all scenarios ask for the same number of workers."""
    asked = compare_chart.shared_target(list(material.projections), "enrolled", months)
    share = percent(material.main.scenario.target.coverage_share, lang)
    return [Line(text("compare.target_line", lang, share=share), [asked.get(month) for month in months], theme.TARGET_LINE,
                 label=text("compare.target_line", lang, share=share))] if asked else []


def _numbers(canvas: Canvas, material: Material) -> None:
    lang, projections = material.lang, list(material.projections)
    numbers, last = headlines(projections), last_common_month(projections)
    end = None if last is None else month_long(last, lang)
    if last is None:
        title = text("compare.no_common", lang)
    else:
        enrolled, paid = ([of[name] for of in numbers] for name in ("enrolled_at_horizon", "contributions_total_idr"))
        title = text("deck.compare.numbers", lang, month=end, fewest=people(min(enrolled), lang), most=people(max(enrolled), lang),
                     least=rupiah_short(min(paid), lang), dearest=rupiah_short(max(paid), lang))
    columns = [Column(text("deck.column.scenario", lang), 3.6, number=False), *(Column(headline_name(name, lang, end), 1.25) for name in NUMBERS)]
    differ = compare.targets_differ(projections)
    rows = [Row((Cell(f"{letter}{p.scenario.name}", colour), *(_number(name, of[name], p, lang, differ) for name in NUMBERS)))
            for letter, p, of, colour in zip(_letters(material), projections, numbers, COLOURS)]
    notes = [material.origin("cumulative_contributions", month=len(material.main.months) - 1), material.origin("cumulative_payouts", month=len(material.main.months) - 1)]
    said = [text("deck.compare.marks", lang), *([text("compare.targets_differ", lang)] if differ else [])]
    box = Box(BODY.left, BODY.top, BODY.width, BODY.height - NOTE_HEIGHT)
    size, pages = sized(columns, rows, box, (14, 13, SIZE))
    for slide, page in canvas.pages(text("deck.compare", lang), title, pages, notes, lang):
        end_of_table = draw(slide, box, columns, page, size=size, name=title, among=rows)
        write(slide, Box(MARGIN, end_of_table + 8, INNER, NOTE_HEIGHT - 8), [" ".join(said)], sizes=(13, 12, SMALL), colour=theme.MUTED)


def _number(name: str, value: float | None, p: Projection, lang: Lang, differ: bool) -> str:
    """A headline number; where targets differ, one at the target carries its month."""
    shown = headline_value(name, value, lang)
    if differ and name in AT_TARGET and value is not None:
        return f"{shown} ({month_short(p.scenario.target.month, lang)})"
    return shown


def _letters(material: Material) -> list[str]:
    return [f"{name[0]}\u00a0· " for name in material.names]


def _settings(canvas: Canvas, material: Material) -> None:
    lang, projections = material.lang, list(material.projections)
    table = compare.settings_table(projections, 0, lang)
    if not table:
        return
    least = SIZE if len(projections) < 5 else SMALL
    width = BODY.width * 1.6 / (2.2 + 1.6 * len(projections)) - 12  # of a scenario's column
    columns = [Column(text("compare.setting", lang), 2.2, number=False),
               *(Column(cut(name, 14, width, 3, bold=True), 1.6, number=False) for name in material.names)]
    rows = [Row((name, *(cell.shown or text("deck.compare.as_reference", lang) for cell in cells))) for name, cells in table]
    title = text("deck.compare.settings", lang, number=people(len(table), lang), name=material.names[0])
    size, pages = sized(columns, rows, BODY, (14, 13, 12, least))
    for slide, page in canvas.pages(text("deck.compare", lang), title, pages, [text("deck.note.settings", lang)], lang):
        draw(slide, BODY, columns, page, size=size, name=title, among=rows)


__all__ = ["scenarios_compared"]
