"""The current state of the programme: what was recorded since the last meeting, else what is published."""

from dataclasses import replace

from simulator.handouts.deck.boxes import LEAST, Box
from simulator.handouts.deck.canvas import Canvas, Notes, Page
from simulator.handouts.deck.charts import line_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.report.charts.enrolment import history
from simulator.report.explain.explanation import quantity
from simulator.report.sentences import overview
from simulator.report.sentences.groups import together_sentence
from simulator.report.sentences.target import latest, latest_month
from simulator.report.tables.groups import GroupFigure, groups_table
from simulator.report.tables.progress import Change, changes, month_before, progress_table, total_change
from simulator.words import Lang, text
from simulator.words.quantity import Month, count
from simulator.words.sentence import Filling, Words, sentence

CHART_WIDTH, GAP, REMARK = 450.0, 20.0, 26.0
FEW = 6  # with at most this many points, each shows its value
PROGRESS_PARTS, GROUP_PARTS = (4.2, 1.7, 1.7, 1.3), (1.6, 1.4, 1.4)


def where_we_stand(canvas: Canvas, material: Material) -> None:
    """Add the last observed month: by office if recorded that way, otherwise with the months before it."""
    c, lang = material.context, material.lang
    month, enrolled = latest(c)
    before = month_before(c, f"{material.today}")
    rows, total = changes(c, before, lang), total_change(c, before, lang)
    keys = ("actual_in", "actual_coverage") if month else ("enrolled_now", "coverage_now")
    about = {"month": month} if month else {}
    sources = [*(material.explained(key, **about) for key in keys), material.explained("asn_total")]
    coverage = quantity(c, keys[1], month=month)
    now = Month(c.baseline.month + month)
    numbers: dict[str, Filling] = {"enrolled": enrolled, "month": now, "coverage": coverage}
    since = Month(c.baseline.month + before)
    say: list[Words] = [sentence("deck.say.stand", lang, **numbers)]
    numbers["asn"] = quantity(c, "asn_total")
    title = sentence("deck.stand.title", lang, **numbers)
    if month:
        by = total.by.value or 0
        moves = "same" if not by else "more" if by > 0 else "fewer"
        numbers |= {"change": replace(total.by, value=abs(by), form=""), "since": since}
        change = sentence(f"deck.stand.{moves}", lang, **numbers)
        title = sentence("deck.stand.title_since", lang, **numbers, moved=change)
        say.append(sentence("deck.say.stand_since", lang, moved=change))
    say += [_office_names(rows, lang), text("deck.say.stand_then", lang)]
    page = canvas.slide(text("deck.stand", lang), title, Notes(say, sources))
    if moved(rows):
        _progress(page, material, rows, total, before)
    else:
        _published(canvas, page, material)


def moved(rows: list[Change]) -> list[Change]:
    """The offices with a changed number of enrolled."""
    return [one for one in rows if one.by.value != 0]


def _office_names(rows: list[Change], lang: Lang) -> Words:
    if not rows:
        return text("deck.say.stand_total", lang)
    grown = count(sum((one.by.value or 0) > 0 for one in rows))
    return sentence("deck.say.stand_offices", lang, grown=grown, number=count(len(rows)))


def _progress(page: Page, material: Material, rows: list[Change], total: Change, before: int) -> None:
    """Draw as many offices as fit on the slide, largest changes first, and the others as one row."""
    shown = moved(rows)
    table = _table(material, shown, total, before)
    while shown and table.height(page.body.width) > page.body.height:
        shown = shown[:-1]
        table = _table(material, shown, total, before)
    size, _ = table.sized(page.body)
    table.draw(page.slide, page.body, text("deck.stand", material.lang), size=size)


def _table(material: Material, shown: list[Change], total: Change, before: int) -> SlideTable:
    others = len(material.context.baseline.codes) - sum(one.units for one in shown)
    content = progress_table(material.context, shown, total, others, material.lang, before)
    return SlideTable(content, PROGRESS_PARTS, material.lang)


def _published(canvas: Canvas, page: Page, material: Material) -> None:
    """Draw the observed months as a line, the groups beside it, and a remark on what is not recorded."""
    c, lang = material.context, material.lang
    key = "deck.stand.total_only" if latest_month(c) else "deck.stand.nothing_recorded"
    remark = sentence(key, lang, month=Month(c.baseline.month))
    remarks: list[Words] = [*([so_far] if (so_far := overview.so_far_sentence(c, lang)) else []), remark]
    observed = history(c, lang)
    (series,) = observed.series
    place = page.body.above(page.body.bottom - REMARK * len(remarks) - 10)
    if len(series.points) > 1:  # a single value makes no line
        few = replace(series, is_valued=len(series.points) <= FEW)
        chart = replace(observed, series=(few,))
        line_chart(page.slide, Box(place.left, place.top, CHART_WIDTH, place.height), chart, lang, labels=96)
        place = place.beside(CHART_WIDTH + GAP)
    groups = groups_table(c, 0, ("enrolled", "coverage"), lang)
    name = str(sentence("deck.stand.table", lang, month=material.month(0)))
    table = SlideTable(groups, GROUP_PARTS, lang)
    size, _ = table.sized(place)
    table.draw(page.slide, place, name, size=size)
    below = page.body.under(page.body.bottom - REMARK * len(remarks))
    canvas.text(page, below, remarks, sizes=(20, LEAST), gap=0.1)


def progress_by_office(canvas: Canvas, material: Material) -> None:
    """Add every recorded office, if the enrolled of any changed."""
    c, lang = material.context, material.lang
    before = month_before(c, f"{material.today}")
    rows = changes(c, before, lang)
    if not moved(rows):
        return
    total = total_change(c, before, lang)
    others = len(c.baseline.codes) - sum(one.units for one in rows)
    now, since = Month(c.baseline.month + latest_month(c)), Month(c.baseline.month + before)
    title = sentence("deck.progress.title", lang, number=count(len(rows)), month=now, since=since)
    notes = Notes([title, text("deck.say.progress", lang)])
    page = canvas.slide(text("deck.progress", lang), title, notes)
    content = progress_table(c, rows, total, others, lang, before)
    SlideTable(content, PROGRESS_PARTS, lang).flow(canvas, page, str(title))


def groups_today(canvas: Canvas, material: Material) -> None:
    """Add OPD, kecamatan and other ASN in the baseline month and the target month, with how to read them."""
    c, lang = material.context, material.lang
    then = material.target_month
    for month in dict.fromkeys((0, then)):
        now: tuple[GroupFigure, ...] = ("enrolled", "asn", "coverage", "to_enrol")
        figures: tuple[GroupFigure, ...] = ("enrolled", "to_enrol", "alone") if month else now
        title = sentence("deck.groups.title", lang, month=material.month(month))
        together = together_sentence(c, lang) if month else None
        reading = overview.reading_sentences(c, None, lang)[0]
        remarks: list[Words] = [*([together] if together else []), *material.past()] if month else [reading]
        notes = Notes([title, text("deck.say.groups", lang)], [material.of_scenario()])
        page = canvas.slide(text("deck.groups", lang), title, notes)
        table = SlideTable(
            groups_table(c, month, figures, lang, total=not month),
            (2.0, 1.3, 1.5, 1.4, 1.6)[: len(figures) + 1],
            lang,
        )
        page, end = table.flow(canvas, page, str(title))
        canvas.text(page, page.body.under(end + 14), remarks, sizes=(20, LEAST))
