"""`ringkasan.pdf`: one page of A4 with progress to the target, costs, requests and assumptions."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import product
from typing import Any

from simulator.handouts.brief_words import Brief, Compared, brief_words
from simulator.handouts.flow import Flow
from simulator.handouts.letters import LINE
from simulator.handouts.line_chart import draw_chart
from simulator.handouts.paper import ARTIFACT, HEIGHT_MM, INNER_MM, MARGIN_MM, POINT_MM, Paper, PaperLook
from simulator.handouts.paper_table import draw_table
from simulator.handouts.properties import properties_of
from simulator.handouts.writing import number
from simulator.report.charts.theme import ACCENT, MUTED, TEXT
from simulator.report.context import Context, simulated
from simulator.words import Lang, text
from simulator.words.sentence import Words

# Factors for all letters and gaps; the first that leaves room for the chart is used.
SCALES = (1.1, 1.05, 1.0, 0.95, 0.9, 0.86, 0.82)
LEAST_POINTS = 7.0  # the smallest letters; if not everything fits, fewer words are printed
# Least and greatest height of the chart; the least height with letters above their usual size.
CHART_MM, LARGE_CHART_MM = (50.0, 88.0), 66.0
# Number of gaps between sections, and how many millimetres of the spare height each may get at most.
GAPS, GAP_MOST = 5, 7.0
TOP_MM, BOTTOM_MM = 9.0, HEIGHT_MM - 8.0
GAP_MM = 5.0  # between the two columns
BEHIND_POINTS, STAMP_POINTS = 9.5, 6.8  # text on the pages after the first; the stamp on every page


def brief_bytes(contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False) -> bytes:
    """The brief of the first scenario, compared with the others (at most five).

    The text is as large as possible while leaving room for the chart, which gets the remaining height. A long
    decision log, and names too long to fit side by side, follow on pages after the first.
    """
    contexts = simulated(contexts)
    title = text("handouts.brief.title", lang, scenario=contexts[0].scenario.name)
    properties, greatest = properties_of(title, contexts[:1], lang, today), CHART_MM[1]
    trials = Paper(properties)  # one paper for all trials: opening the fonts takes longer than drawing
    for words, scale in product(brief_words(contexts, lang, today, unsaved), SCALES):
        least = LARGE_CHART_MM if scale > 1 else CHART_MM[0]
        spare = BOTTOM_MM - _Page(trials, words, scale).draw(least)
        if spare >= 0:
            break
    height = min(greatest, least + spare)
    further = max(0.0, min(GAP_MOST, (spare + least - height) / GAPS))
    page = _Page(Paper(properties), words, scale, further)
    page.draw(height)
    page.write_behind()
    return page.paper.data()


Drawing = Callable[[float, float, float], float]
"""Draws a part of the page, given left, top and width; returns where it ends."""


class _Page:
    """A new page of a paper at one scale, with `further` additional millimetres between sections."""

    def __init__(self, paper: Paper, words: Brief, scale: float, further: float = 0.0):
        self.paper, self.words, self.scale, self.further = paper, words, scale, further
        self._add_page()

    def _add_page(self) -> None:
        self.paper.add_page()
        if self.words.made_up:
            self.paper.watermark()

    def write_behind(self) -> None:
        """Write what has no room on the first page, on as many pages as needed."""
        if not self.words.behind:
            return
        flow = Flow(self.paper, self._turn, BOTTOM_MM - self._stamp_height() - 4)
        for heading, lines in self.words.behind:
            flow.need(20)
            flow.say(heading, 12, bold=True, tag="H2")
            for line in lines:
                flow.down(1.2)
                flow.say(line, BEHIND_POINTS)
            flow.down(5)

    def _turn(self) -> float:
        """Begin a page after the first, with header, page number and stamp; returns where its text begins."""
        self._add_page()
        right: PaperLook = {"colour": MUTED, "align": "R", "tag": ARTIFACT}
        named = f"{self.words.kind} · {text('handouts.page', self.paper.language, number=self.paper.page)}"
        end = self._say(self.words.header, MARGIN_MM, TOP_MM, INNER_MM / 2, 7.5, colour=MUTED, tag=ARTIFACT)
        end = max(end, self._say(named, MARGIN_MM + INNER_MM / 2, TOP_MM, INNER_MM / 2, 7.5, **right))
        self._stamp(TOP_MM, tag=ARTIFACT)
        return end + 4

    def draw(self, chart_height: float) -> float:
        """Draw everything on the page and return where it ends."""
        words, gap = self.words, 3.2 * self.scale + self.further
        y = self._head(TOP_MM)
        y = self._beside(y + gap, 0.6, partial(self._chart, chart_height), self._money)
        asks = partial(self._listed, "handouts.brief.asks", words.asks)
        y = self._beside(y + gap, 0.53, self._groups, asks)
        if words.compared:
            y = self._compared(words.compared, y + gap)
        if words.decisions:
            y = self._listed(words.decisions_heading, words.decisions, MARGIN_MM, y + gap, INNER_MM)
        assumptions = partial(self._listed, "handouts.brief.assumptions", words.assumptions, small=True)
        limits = partial(self._listed, "deck.limits", words.limits, small=True)
        y = self._beside(y + gap, 0.62, assumptions, limits)
        return self._stamp(y + 3.2 * self.scale)

    def _stamp(self, y: float, tag: str = "P") -> float:
        """Draw the stamp at the lower edge of the page, or at `y` if that is lower.

        Returns where the page's content ends.
        """
        height = self._stamp_height()
        at = max(y, BOTTOM_MM - height)
        self.paper.rule(MARGIN_MM, at - 1.2 * self.scale, INNER_MM)
        self._say(self.words.stamp, MARGIN_MM, at, INNER_MM, STAMP_POINTS, colour=MUTED, tag=tag)
        return y + height

    def _stamp_height(self) -> float:
        size = self._points(STAMP_POINTS)
        return len(self.paper.lines(self.words.stamp, INNER_MM, size)) * size * POINT_MM * LINE

    def _points(self, size: float) -> float:
        """A font size at the scale of the page, never below the smallest."""
        return max(LEAST_POINTS, size * self.scale)

    def _say(self, words: Words, x: float, y: float, width: float, size: float, **style: Any) -> float:
        return self.paper.say(words, x, y, width, self._points(size), **style)

    def _heading(self, words: Words, x: float, y: float, width: float, *, marks: bool = True) -> float:
        return self._say(words, x, y, width, 9.6, bold=True, tag="H2", marks=marks) + 0.8 * self.scale

    def _beside(self, y: float, share: float, left: Drawing, right: Drawing) -> float:
        """Draw two columns from the same height; returns the end of the longer one."""
        width = (INNER_MM - GAP_MM) * share
        end = left(MARGIN_MM, y, width)
        return max(end, right(MARGIN_MM + width + GAP_MM, y, INNER_MM - GAP_MM - width))

    def _head(self, y: float) -> float:
        words, left = self.words, INNER_MM * 0.62
        end = self._say(words.header, MARGIN_MM, y, left - GAP_MM, 7.5, colour=MUTED)
        right: PaperLook = {"colour": MUTED, "align": "R"}
        y = max(end, self._say(words.kind, MARGIN_MM + left, y, INNER_MM - left, 7.5, **right))
        style: PaperLook = {"bold": True, "tag": "H1"}
        y = self._say(words.headline, MARGIN_MM, y + 2 * self.scale, INNER_MM, 15.5, marks=False, **style)
        y = self._say(words.scenario, MARGIN_MM, y + 0.5, INNER_MM, 8.6, colour=MUTED)
        width = INNER_MM / len(words.numbers)
        ends = []
        for place, (label, quantity) in enumerate(words.numbers):
            x, colour = MARGIN_MM + place * width, ACCENT if place == 1 else TEXT
            top, size = y + 2.4 * self.scale, self._points(22)
            large = number(quantity, self.paper.language)
            under = self.paper.large(large, x, top, width - 3, size, colour=colour)
            ends.append(self._say(label, x, under, width - 3, 8.2, colour=MUTED))
        return max(ends)

    def _chart(self, height: float, x: float, y: float, width: float) -> float:
        chart = self.words.chart
        y = self._heading(chart.title, x, y, width, marks=False)
        y += 0.8 * self.scale
        with self.paper.tagged("Figure", chart.alt):
            draw_chart(self.paper, chart, x, y, width, height, self._points(7.2))
        return self._say(self.words.how_sure, x, y + height, width, 7.8)

    def _money(self, x: float, y: float, width: float) -> float:
        y = self._heading(text("deck.money", self.paper.language), x, y, width)
        y = draw_table(self.paper, self.words.money, (x, y, width), self._points(7.8))
        for note in self.words.money_notes:
            y = self._say(note, x, y + 1.4 * self.scale, width, 7.8)
        return y

    def _groups(self, x: float, y: float, width: float) -> float:
        y = self._heading(self.words.groups_title, x, y, width)
        y = draw_table(self.paper, self.words.groups, (x, y, width), self._points(8.2))
        together = self.words.together
        return self._say(together, x, y + 1.4 * self.scale, width, 7.8) if together else y

    def _compared(self, compared: Compared, y: float) -> float:
        """Draw the table of scenarios, the first in bold, and the note that marks all of its numbers."""
        y = self._heading(compared.title, MARGIN_MM, y, INNER_MM)
        box, size = (MARGIN_MM, y, INNER_MM), self._points(7.2)
        y = draw_table(self.paper, compared.table, box, size, strong=0, marks=False)
        return self._say(compared.note, MARGIN_MM, y + 0.8 * self.scale, INNER_MM, 6.8, colour=MUTED)

    def _listed(
        self, heading: str, lines: Sequence[Words], x: float, y: float, width: float, small: bool = False
    ) -> float:
        """Draw a heading and lines below it, each with a bullet unless they are small print."""
        y = self._heading(text(heading, self.paper.language), x, y, width)
        size, colour, gap, indent = (6.8, MUTED, 0.4, 0.0) if small else (8.2, TEXT, 0.8, 3.0 * self.scale)
        with self.paper.group("L"):
            for line in lines:
                if not small:
                    self._say("•", x, y, indent, size, tag=ARTIFACT)
                with self.paper.group("LI"):
                    y = self._say(line, x + indent, y, width - indent, size, colour=colour, tag="LBody")
                y += gap * self.scale
        return y
