"""Several scenarios compared: on one slide of the story, then in numbers and by differing settings."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.handouts.deck.boxes import LEAST, height_of, lines_of
from simulator.handouts.deck.canvas import Canvas, Notes, Page, fits_title
from simulator.handouts.deck.charts import line_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.handouts.stamp import shortest_sentence
from simulator.model.projection import Projection
from simulator.planning.comparison import headlines, last_common_month, on_same_data
from simulator.report.apart import Apart, apart_from_first, with_seed_of_first
from simulator.report.charts import theme
from simulator.report.charts.compare import comparison
from simulator.report.explain.chances import APART
from simulator.report.sentences.apart import apart_chance
from simulator.report.sentences.headlines import comparison_sentence
from simulator.report.tables import compare
from simulator.report.tables.apart import apart_table
from simulator.words import Lang, text
from simulator.words.numbers import month_long
from simulator.words.quantity import Month, Quantity, count
from simulator.words.sentence import Sentence, Words, sentence

NUMBERS = (
    ("target_month_number", "enrolled_at_target", "gap_at_target", "enrolled_at_horizon"),
    ("contributions_total_idr", "payouts_total_idr", "claims_ratio_total"),
)
COLOURS = [look.colour for look in theme.SCENARIO_LOOKS]
LABELS, REMARKS = 290.0, 150.0  # points beside the chart, and at most below it


def scenarios_compared(canvas: Canvas, material: Material) -> None:
    """Add the slide with every scenario as a line over its own months."""
    if len(material.projections) < 2:
        return
    lang = material.lang
    enrolled = material.explained("enrolled_in", month=len(material.main.months) - 1)
    title = material.naming(lambda names: comparison_sentence(material.contexts, names, lang), fits_title)
    say = [title, text("deck.say.compare", lang, name=material.full_names[0])]
    page = canvas.slide(text("deck.compare", lang), title, Notes(say, [material.of_scenario(), enrolled]))
    data = [] if on_same_data(material.projections) else [text("compare.different_data", lang)]
    shared: list[Words] = [*data, *_shortest(material), *material.past()]
    named = [] if material.names == material.full_names else ["; ".join(material.full_names)]
    # Longer names appear only on the divider, as the comparison must fit on one slide.
    remarks = shared if _height(page, [*named, *shared]) > REMARKS else [*named, *shared]
    high = min(REMARKS, _height(page, remarks))
    box = page.body.above(page.body.bottom - high - 8)
    line_chart(
        page.slide, box, comparison(material.contexts, material.names, "enrolled", lang), lang, labels=LABELS
    )
    if remarks:
        canvas.text(page, page.body.under(page.body.bottom - high), remarks, sizes=(LEAST,), gap=0.1)


def _height(page: Page, remarks: Sequence[Words]) -> float:
    """The height of the remarks below the chart in points."""
    return height_of(lines_of(remarks), LEAST, page.body.width, gap=0.1) if remarks else 0.0


def _shortest(material: Material) -> list[str]:
    """Which scenario's last month ends the comparison, if others continue; several are named by letters."""
    words = shortest_sentence(material.contexts, material.lang, material.names, material.letters)
    return [words] if words else []


def compared_in_numbers(canvas: Canvas, material: Material) -> None:
    """Add the scenarios by their full names with their headline numbers: people, then money."""
    lang, projections = material.lang, material.projections
    if len(projections) < 2:
        return
    squares, title = dict(zip(material.full_names, COLOURS)), _range(projections, lang)
    last = {"month": len(material.main.months) - 1}
    sources = [material.explained(f"cumulative_{name}", **last) for name in ("contributions", "payouts")]
    for figures in NUMBERS:
        remarks: list[Words] = [*_shortest(material)]
        if "gap_at_target" in figures and compare.targets_differ(projections):
            remarks.append(text("compare.targets_differ", lang))
        numbers = compare.scenario_table(material.contexts, material.full_names, figures, lang)
        page = canvas.slide(
            text("deck.compare", lang), title, Notes([title, text("deck.say.numbers", lang)], sources)
        )
        table = SlideTable(numbers, (2.6, *[1.5] * len(figures)), lang, squares=squares)
        page, end = table.flow(canvas, page, str(title))
        canvas.text(page, page.body.under(end + 12), remarks, sizes=(LEAST,), gap=0.1)


def _range(projections: list[Projection], lang: Lang) -> Sentence:
    """How far the scenarios are apart in the last month that all share."""
    last, numbers = last_common_month(projections), headlines(projections)
    if last is None:
        return sentence("compare.no_common", lang)
    enrolled = sorted(of["enrolled_at_horizon"] or 0.0 for of in numbers)
    paid = sorted(of["contributions_total_idr"] or 0.0 for of in numbers)
    people = {"fewest": Quantity(enrolled[0], "people"), "most": Quantity(enrolled[-1], "people")}
    money = {"least": Quantity(paid[0], "idr"), "dearest": Quantity(paid[-1], "idr")}
    return sentence("deck.compare.numbers", lang, month=Month(last), **people, **money)


def compared_how_sure(canvas: Canvas, material: Material) -> None:
    """Add what the others have more than the first, with likely range and chance, under the same luck."""
    lang, names = material.lang, material.names
    last = last_common_month(material.projections)
    if len(names) < 2 or last is None:
        return
    pairs = apart_from_first(with_seed_of_first(material.contexts), names, last)
    if all(pair.more(series) is None for pair in pairs for series in APART):
        return
    title = _likeliest(pairs, lang) or sentence("deck.apart", lang, name=names[0], month=Month(last))
    note = text("chance.apart.note", lang, name=names[0], month=month_long(last, lang))
    page = canvas.slide(text("deck.compare", lang), title, Notes([title, note]))
    table = SlideTable(apart_table(pairs, lang), (2.1, 1.1, 2.8, 1.5), lang)
    page, end = table.flow(canvas, page, str(title))
    others = [text("chance.apart.other_data", lang)] * (len(pairs) < len(names) - 1)
    canvas.text(page, page.body.under(end + 12), [note, *others], sizes=(LEAST,), gap=0.1)


def _likeliest(pairs: Sequence[Apart], lang: Lang) -> Sentence | None:
    """Which scenario has the best chance of more enrolled than the first; None if none of them differs."""
    differing = [pair for pair in pairs if pair.more("enrolled") is not None]
    if not differing:
        return None
    best = max(differing, key=lambda pair: apart_chance(pair, "enrolled").number)
    about = best.title_values({}, lang)
    return sentence("deck.apart.likeliest", lang, chance=apart_chance(best, "enrolled"), **about)


def settings_compared(canvas: Canvas, material: Material) -> None:
    """Add the settings that differ; "the same" stands for a value equal to that of the first scenario."""
    lang, names = material.lang, material.names
    differing = compare.settings_table(material.contexts, names, 0, lang)
    if not differing.rows:
        return
    same = text("compare.same", lang)
    rows = []
    for row in differing.rows:
        cells = tuple(same if isinstance(cell, tuple) else cell for cell in row.cells)
        rows.append(replace(row, cells=cells))
    title = sentence("deck.compare.settings", lang, number=count(len(rows)), name=names[0])
    page = canvas.slide(text("deck.compare", lang), title, Notes([title, text("deck.note.settings", lang)]))
    parts = (2.4, *[1.6] * len(names))
    SlideTable(replace(differing, rows=tuple(rows)), parts, lang).flow(canvas, page, str(title))
