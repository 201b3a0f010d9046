"""Several scenarios held against each other: their lines, their numbers, and the settings that differ."""

from dataclasses import replace

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, SMALL, Box, Canvas, fits_title, write
from simulator.handouts.deck.charts import line_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.handouts.letters import cut
from simulator.handouts.stamp import letters, shortest_sentence
from simulator.handouts.writing import Words
from simulator.model.projection import Projection
from simulator.planning.comparison import headlines, last_common_month, on_same_data
from simulator.report.charts import theme
from simulator.report.charts.compare import comparison
from simulator.report.sentences.headlines import comparison_sentence
from simulator.report.tables import compare
from simulator.words import Lang, text
from simulator.words.quantity import Month, Quantity, count
from simulator.words.sentence import Sentence, joined, sentence

NUMBERS = (
    "target_month_number",
    "enrolled_at_target",
    "gap_at_target",
    "enrolled_at_horizon",
    "contributions_total_idr",
    "payouts_total_idr",
    "claims_ratio_total",
)
COLOURS = [look.colour for look in theme.SCENARIO_LOOKS]
NOTE_HEIGHT, SIZE = 44.0, 12


def scenarios_compared(canvas: Canvas, material: Material) -> None:
    """Several scenarios as lines, then their headline numbers, then what is set differently."""
    if len(material.projections) < 2:
        return
    _lines(canvas, material)
    _numbers(canvas, material)
    _settings(canvas, material)


def _lines(canvas: Canvas, material: Material) -> None:
    """Every scenario over its own months."""
    lang, projections = material.lang, material.projections
    enrolled = material.explained("enrolled_in", month=len(material.main.months) - 1)
    notes: list[Words] = [material.of_scenario(), enrolled]
    title = material.naming(lambda names: comparison_sentence(material.contexts, names, lang), fits_title)
    slide = canvas.slide(text("deck.compare", lang), title, notes)
    box = Box(MARGIN, BODY.top, INNER, BODY.height - NOTE_HEIGHT)
    chart = comparison(material.contexts, material.names, "enrolled", lang)
    line_chart(slide, box, chart, lang, labels=244)
    data = [] if on_same_data(projections) else [text("compare.different_data", lang)]
    remarks: list[Words] = [*data, *_shortest(material), *material.past()]
    if remarks:
        below = BODY.under(BODY.bottom - NOTE_HEIGHT + 6)
        write(slide, below, [joined(remarks, lang)], sizes=(13, 12, SMALL), colour=theme.MUTED)


def _shortest(material: Material) -> list[str]:
    """Whose last month ends what is compared, where the others go on; several by their letters."""
    words = shortest_sentence(material.contexts, material.lang, material.names, letters(material.contexts))
    return [words] if words else []


def _numbers(canvas: Canvas, material: Material) -> None:
    """The scenarios' headline numbers, of which the note below says that all are computed."""
    lang, projections = material.lang, material.projections
    numbers = compare.scenario_table(material.contexts, material.full_names, NUMBERS, lang)
    parts, squares = (3.6, *[1.25] * len(NUMBERS)), dict(zip(material.full_names, COLOURS))
    table = SlideTable(numbers, parts, lang, marks=False, squares=squares)
    last = {"month": len(material.main.months) - 1}
    notes = [material.explained(f"cumulative_{name}", **last) for name in ("contributions", "payouts")]
    lines = [text("deck.compare.marks", lang), *_shortest(material)]
    if compare.targets_differ(projections):
        lines.append(text("compare.targets_differ", lang))
    title = _range(projections, lang)
    box = Box(BODY.left, BODY.top, BODY.width, BODY.height - NOTE_HEIGHT)
    size, pages = table.sized(box, (14, 13, SIZE))
    for slide, page in canvas.pages(text("deck.compare", lang), title, pages, notes, lang):
        end = table.draw(slide, box, str(title), size=size, page=page)
        below = Box(MARGIN, end + 8, INNER, NOTE_HEIGHT - 8)
        write(slide, below, [" ".join(lines)], sizes=(13, 12, SMALL), colour=theme.MUTED)


def _range(projections: list[Projection], lang: Lang) -> Sentence:
    """How far the scenarios lie apart in the last month all share."""
    last, numbers = last_common_month(projections), headlines(projections)
    if last is None:
        return sentence("compare.no_common", lang)
    enrolled = sorted(of["enrolled_at_horizon"] or 0.0 for of in numbers)
    paid = sorted(of["contributions_total_idr"] or 0.0 for of in numbers)
    people = {"fewest": Quantity(enrolled[0], "people"), "most": Quantity(enrolled[-1], "people")}
    money = {"least": Quantity(paid[0], "idr"), "dearest": Quantity(paid[-1], "idr")}
    return sentence("deck.compare.numbers", lang, month=Month(last), **people, **money)


def _settings(canvas: Canvas, material: Material) -> None:
    """What is set differently; a scenario with the value of the first is called the same."""
    lang, names, scenarios = material.lang, material.names, len(material.contexts)
    width = BODY.width * 1.6 / (2.2 + 1.6 * scenarios) - 12  # of a scenario's column
    titles = [cut(name, 14, width, 3, bold=True) for name in names]
    differing = compare.settings_table(material.contexts, titles, 0, lang)
    if not differing.rows:
        return
    same = text("compare.same", lang)
    rows = []
    for row in differing.rows:
        cells = tuple(same if isinstance(cell, tuple) else cell for cell in row.cells)
        rows.append(replace(row, cells=cells))
    parts = (2.2, *[1.6] * scenarios)
    table = SlideTable(replace(differing, rows=tuple(rows)), parts, lang, marks=False)
    title = sentence("deck.compare.settings", lang, number=count(len(rows)), name=names[0])
    size, pages = table.sized(BODY, (14, 13, 12, SIZE if scenarios < 5 else SMALL))
    notes = [text("deck.note.settings", lang)]
    for slide, page in canvas.pages(text("deck.compare", lang), title, pages, notes, lang):
        table.draw(slide, BODY, str(title), size=size, page=page)
