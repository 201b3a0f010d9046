"""`unit.pdf`: the A4 sheets of all units, and of groups of units without published figures of their own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from simulator.handouts.details import NOTHING_KNOWN, Details
from simulator.handouts.flow import Flow
from simulator.handouts.letters import LINE
from simulator.handouts.paper import ARTIFACT, HEIGHT_MM, INNER_MM, MARGIN_MM, POINT_MM, Paper
from simulator.handouts.properties import properties_of
from simulator.handouts.stamp import marks_legend, stamp_lines
from simulator.handouts.writing import written
from simulator.report.charts.theme import MUTED
from simulator.report.context import Context
from simulator.report.sentences.groups import slide
from simulator.report.sentences.unit_sheet import Sheet, unit_sheet
from simulator.report.tables.table import Table
from simulator.report.tables.units import UnitTable, unit_table
from simulator.words import Lang, text
from simulator.words.numbers import day_long
from simulator.words.sentence import Sentence, joined
from simulator.words.sources import source_titles

SIZE, SMALL = 11.0, 7.5  # points
SIGN_MM = 20.0  # height of the space for contact, deadline and signature
SHARES = (0.36, 0.24, 0.40)  # shares of the width for these three


def unit_sheets_bytes(
    contexts: Sequence[Context],
    lang: Lang,
    today: date,
    *,
    unsaved: bool = False,
    details: Details = NOTHING_KNOWN,
    only: str = "",
) -> bytes:
    """The sheets of the first scenario, one for each row of the unit table in its order, or `only` one.

    The line on the scenario is for the target's month, or the last month if the projection does not contain
    it. `only` is a key of `sheet_keys`; raises KeyError for any other.
    """
    c = contexts[0]
    table = unit_table(c.projection, slide(c.projection).month)
    places = {row.key: i for i, row in enumerate(table.rows)}
    sheets = {key: unit_sheet(c, table, key, lang) for key in ([only] if only else places)}
    title = text("handouts.units.title", lang, scenario=c.scenario.name)
    if only:
        title = text("handouts.units.title_of", lang, scenario=c.scenario.name, unit=sheets[only].name)
    paper = Paper(properties_of(title, [c], lang, today))
    stamp = " · ".join(stamp_lines([c], lang, today, unsaved))
    for key, sheet in sheets.items():
        sources = source_titles(" ".join(sheet.sources), c.sources, lang)
        foot = f"{marks_legend(c, lang)} {text('handouts.units.headings', lang)} {sources}."
        _Sheet(paper, table, places.get(key), sheet, (foot, stamp)).write(details)
    return paper.data()


class _Sheet:
    """Writes one sheet: a page, or more if its texts are long.

    `place` is the index of its row in the table, None for a unit without a row of its own.
    """

    def __init__(self, paper: Paper, table: UnitTable, place: int | None, sheet: Sheet, foot: Sequence[str]):
        self.paper, self.table, self.place, self.sheet, self.foot = paper, table, place, sheet, foot
        lines = sum(len(paper.lines(words, INNER_MM, SMALL)) for words in foot)
        self.foot_mm = lines * SMALL * POINT_MM * LINE + 2 * (len(foot) - 1)
        self.flow = Flow(paper, self._turn, HEIGHT_MM - MARGIN_MM - self.foot_mm - 4)
        paper.bookmark(sheet.name)

    def write(self, details: Details) -> None:
        """Write the whole sheet, with the foot on its last page."""
        flow, sheet, lang = self.flow, self.sheet, self.paper.language
        flow.say(sheet.name, 21, bold=True, tag="H1")
        flow.down(1.5)
        flow.say(sheet.finding, 13, marks=False)
        self._numbers()
        if self.place is not None:
            enrolled, asn = (self.table.whole[name][self.place] for name in ("enrolled", "asn"))
            self.paper.bar(MARGIN_MM, flow.y + 2, INNER_MM, enrolled / max(1, asn), 2.2)
        flow.down(7.5)
        flow.say(sheet.scenario or "", SIZE)
        self._heading(text("units.sheet.bill", lang))
        flow.table(_labelled(sheet.bill), SIZE, strong=0, marks=False)
        flow.down(2)
        notes = joined((*sheet.rate_notes, text("handouts.units.computed", lang)), lang)
        flow.say(notes, 9, colour=MUTED, marks=False)
        self._heading(text("units.sheet.family", lang))
        flow.table(sheet.family, SIZE)
        flow.down(2)
        often = joined((sheet.rare, text("handouts.units.often", lang)), lang)
        flow.say(often, SIZE, marks=False)
        names = () if self.place is None else self.table.rows[self.place].published_names
        published = [text("handouts.units.published", lang, names=", ".join(names))] if names else []
        for note in (text("units.sheet.care", lang), *sheet.notes, *published):
            flow.down(2)
            flow.say(note, SIZE)
        self._answer(details)
        self._foot()

    def _turn(self) -> float:
        paper, facts = self.paper, self.table.projection.baseline.facts
        paper.add_page()
        if facts.fictitious:
            paper.watermark()
        header = text("handouts.header", paper.language, region=facts.region)
        return paper.say(header, MARGIN_MM, MARGIN_MM, INNER_MM, SMALL, colour=MUTED, tag=ARTIFACT) + 3

    def _heading(self, words: str) -> None:
        self.flow.down(5)
        self.flow.need(30)
        self.flow.say(words, 13, bold=True, tag="H2")
        self.flow.down(1)

    def _numbers(self) -> None:
        """Write large numbers side by side below their labels, which may take several lines."""
        paper, numbers = self.paper, self.sheet.numbers
        self.flow.down(5)
        self.flow.need(24)
        y, width = self.flow.y, INNER_MM / len(numbers)
        labels = [len(paper.lines(number.label, width - 3, 9.5)) for number in numbers]
        under = y + max(labels) * 9.5 * POINT_MM * LINE
        for place, number in enumerate(numbers):
            x = MARGIN_MM + place * width
            paper.say(number.label, x, y, width - 3, 9.5, colour=MUTED)
            self.flow.y = paper.large(number.words, x, under + 0.5, width - 3, 28)

    def _answer(self, details: Details) -> None:
        """Write contact and deadline as typed, or lines to write them on, and a line for the signature."""
        paper, flow, lang = self.paper, self.flow, self.paper.language
        deadline = day_long(details.deadline, lang) if details.deadline else ""
        fields = {"contact": details.contact.strip(), "deadline": deadline, "signature": ""}
        widths = [INNER_MM * share for share in SHARES]
        lines = [len(paper.lines(words, width - 5, SIZE)) for words, width in zip(fields.values(), widths)]
        height = max(SIGN_MM, 6 + max(lines) * SIZE * POINT_MM * LINE)
        flow.down(4)
        flow.need(height)
        x = MARGIN_MM
        for (name, words), width in zip(fields.items(), widths):
            below = paper.say(text(f"handouts.units.{name}", lang), x, flow.y, width - 5, 9.5, colour=MUTED)
            if words:
                paper.say(words, x, below + 0.5, width - 5, SIZE)
            else:
                paper.rule(x, flow.y + SIGN_MM, width - 5, MUTED)
            x += width
        flow.down(height)

    def _foot(self) -> None:
        """Write marks, sources and stamp at the lower edge of the page."""
        y = HEIGHT_MM - MARGIN_MM - self.foot_mm
        self.paper.rule(MARGIN_MM, y - 2, INNER_MM)
        for words in self.foot:
            y = self.paper.say(words, MARGIN_MM, y, INNER_MM, SMALL, colour=MUTED) + 2


def _labelled(bill: Table) -> Table:
    """The bill with its labels, including marks, as text; a note below says that its amounts are computed."""
    rows = []
    for row in bill.rows:
        label, *amounts = row.cells
        words = written(label) if isinstance(label, Sentence) else label
        rows.append(replace(row, cells=(words, *amounts)))
    return replace(bill, rows=tuple(rows))
