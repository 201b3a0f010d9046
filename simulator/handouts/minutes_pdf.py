"""`notulen.pdf`: the minutes of a meeting on A4, on as many pages as needed."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise
from typing import Unpack

from simulator.handouts.details import NOTHING_KNOWN, Details
from simulator.handouts.flow import Flow
from simulator.handouts.letters import LINE
from simulator.handouts.minutes import Block, Empty, Facts, Listed, LoggedDecision, Minutes, minutes_of
from simulator.handouts.paper import (
    ARTIFACT,
    HEIGHT_MM,
    INNER_MM,
    MARGIN_MM,
    POINT_MM,
    WIDTH_MM,
    Paper,
    PaperLook,
)
from simulator.handouts.properties import properties_of
from simulator.report.charts.theme import MUTED
from simulator.report.context import Context
from simulator.report.tables.table import Table
from simulator.words import Lang, text

SIZE, SMALL = 10.5, 7.5  # points
BOTTOM_MM = HEIGHT_MM - 17.0  # the page number is below
LABEL_MM, INDENT_MM = 46.0, 6.0
ROW_MM = 9.5  # height of a row to write in by hand
SIGNATURE_MM = 24.0  # height of the space to sign
FOOT_GAP_MM, FOOT_MOST_MM = 6.0, 120.0  # above the small print; a higher one may leave the signatures' page


def minutes_pdf_bytes(
    contexts: Sequence[Context],
    lang: Lang,
    today: date,
    *,
    unsaved: bool = False,
    details: Details = NOTHING_KNOWN,
) -> bytes:
    """The minutes as PDF."""
    minutes = minutes_of(contexts, lang, today, details, unsaved)
    title = text("minutes.title_of", lang, scenario=contexts[0].scenario.name)
    paper = Paper(properties_of(title, contexts, lang, today))
    _Writer(paper, minutes).write()
    return paper.data()


class _Writer:
    """Writes minutes on their pages."""

    def __init__(self, paper: Paper, minutes: Minutes):
        self.paper, self.minutes = paper, minutes
        self.flow = Flow(paper, self._turn, BOTTOM_MM)

    def write(self) -> None:
        """Write the whole document."""
        flow, minutes = self.flow, self.minutes
        flow.say(minutes.title, 20, bold=True, tag="H1")
        flow.down(2)
        self._facts(minutes.facts)
        for section in minutes.sections:
            self._heading(section.heading)
            for block in section.blocks:
                self._block(block)
        self._signatures()
        flow.down(FOOT_GAP_MM)
        for words in minutes.foot:
            flow.say(words, SMALL, colour=MUTED)
            flow.down(1.5)

    def _foot_height(self) -> float:
        lines = sum(len(self.paper.lines(words, INNER_MM, SMALL)) for words in self.minutes.foot)
        return FOOT_GAP_MM + lines * SMALL * POINT_MM * LINE + 1.5 * len(self.minutes.foot)

    def _turn(self) -> float:
        """Begin a page with number, header and, if figures are invented, the watermark."""
        paper = self.paper
        paper.add_page()
        if self.minutes.made_up:
            paper.watermark()
        number = text("handouts.page", paper.language, number=paper.page)
        paper.say(number, 0, HEIGHT_MM - 12, WIDTH_MM, 8, colour=MUTED, align="C", tag=ARTIFACT)
        return (
            paper.say(self.minutes.header, MARGIN_MM, MARGIN_MM, INNER_MM, 8, colour=MUTED, tag=ARTIFACT) + 4
        )

    def _heading(self, words: str) -> None:
        self.flow.down(5)
        self.flow.need(32)
        self.flow.say(words, 13, bold=True, tag="H2")
        self.flow.down(1)

    def _block(self, block: Block) -> None:
        flow = self.flow
        if isinstance(block, Facts):
            self._facts(block)
        elif isinstance(block, Empty):
            self._empty(block)
        elif isinstance(block, LoggedDecision):
            flow.down(1.5)
            flow.need(16)
            for line in block.question.splitlines():
                flow.say(line, SIZE, bold=True, tag="H3")
            flow.down(0.8)
            self._facts(block.facts)
        elif isinstance(block, Table):
            flow.table(block, SIZE - 1)
        elif isinstance(block, Listed):
            self._listed(block)
        else:
            flow.say(block, SIZE)
            flow.down(1.2)

    def _listed(self, block: Listed) -> None:
        group = self.paper.group
        with group("L"):
            for number, line in enumerate(block.lines, 1):
                self.flow.need(SIZE / 2)
                with group("LI"):
                    self.paper.say(f"{number}.", MARGIN_MM, self.flow.y, INDENT_MM, SIZE, tag="Lbl")
                    with group("LBody"):
                        self.flow.say(line, SIZE, x=MARGIN_MM + INDENT_MM, width=INNER_MM - INDENT_MM)
                self.flow.down(1)

    def _facts(self, facts: Facts) -> None:
        """Write a label beside each value, or beside a rule to write on."""
        left, width = MARGIN_MM + LABEL_MM, INNER_MM - LABEL_MM
        for label, words in facts.rows:
            self.flow.need(7 if words is None else SIZE / 2)
            self.paper.say(label, MARGIN_MM, self.flow.y, LABEL_MM - 2, SIZE, colour=MUTED)
            if words is None:
                self.paper.rule(left, self.flow.y + 5, width, MUTED)
                self.flow.down(7)
                continue
            for line in words.splitlines() if isinstance(words, str) else (words,):
                self.flow.say(line, SIZE, x=left, width=width)
            self.flow.down(0.8)

    def _empty(self, empty: Empty) -> None:
        """Write an empty table with bordered rows; its titles are repeated on every page."""
        widths = [INNER_MM * part / sum(empty.parts) for part in empty.parts]
        edges = list(accumulate(widths, initial=MARGIN_MM))
        self.flow.need(2 * ROW_MM)
        with self.paper.group("Table"):
            self._cells(empty.titles, edges, 1.6, 7, bold=True, tag="TH")
            for number in range(1, empty.rows + 1):
                if self.flow.y + ROW_MM > self.flow.bottom:
                    self.flow.need(ROW_MM)
                    self._cells(empty.titles, edges, 1.6, 7, bold=True, tag="TH")
                cells = [f"{number}", *[""] * (len(widths) - 1)]
                self._cells(cells, edges, 2.6, ROW_MM, colour=MUTED, tag="TD")

    def _cells(
        self,
        words: Sequence[str],
        edges: Sequence[float],
        below: float,
        height: float,
        **look: Unpack[PaperLook],
    ) -> None:
        """Write a row of bordered cells, with the words `below` millimetres under the upper border."""
        with self.paper.group("TR"):
            for cell, left, right in zip(words, edges, edges[1:]):
                self.paper.say(cell, left + 1.5, self.flow.y + below, right - left - 2, SIZE - 1, **look)
        self._boxes(edges, height)

    def _boxes(self, edges: Sequence[float], height: float) -> None:
        for left, right in pairwise(edges):
            self.paper.box(left, self.flow.y, right - left, height)
        self.flow.down(height)

    def _signatures(self) -> None:
        """Write the places to sign, on one page with the small print, which would look lost by itself."""
        self.flow.down(4)
        self.flow.need(SIGNATURE_MM + 17 + min(FOOT_MOST_MM, self._foot_height()))
        self._heading(self.minutes.signatures)
        width, y = INNER_MM / len(self.minutes.signers), self.flow.y
        for place, signer in enumerate(self.minutes.signers):
            x = MARGIN_MM + place * width
            self.paper.say(signer, x, y, width - 8, SIZE)
            self.paper.rule(x, y + SIGNATURE_MM, width - 14, MUTED)
        self.flow.y = y + SIGNATURE_MM + 2
