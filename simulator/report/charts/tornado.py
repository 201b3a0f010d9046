"""Bars from a middle value outward: a result with one setting at the low and high end of its range."""

from dataclasses import dataclass

from simulator.model.simulation.drawn import BY_OFFICE, LEADERSHIP
from simulator.model.uncertainty import RANGED
from simulator.planning.sensitivity import Swing, Tornado
from simulator.planning.variance import VarianceShares
from simulator.report.charts.compare import SCALES
from simulator.report.context import Context
from simulator.report.explain.decides import metric_unit
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.decides import result_name
from simulator.report.tables.table import Cell, Column, Table, listed, titled
from simulator.words import Lang, text
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence, joined, sentence
from simulator.words.settings import setting_label

LEAST = 0.005  # share of the spread; smaller shares are left out


@dataclass(frozen=True)
class SwingBar:
    """One setting: its name and share, its value at both ends, and the result there (value None: none)."""

    name: str
    share: Sentence | str
    low: Quantity
    high: Quantity
    at_low: Quantity
    at_high: Quantity


@dataclass(frozen=True)
class SwingChart:
    """Bars, the longest on top, around the result at the middle of all ranges, with title and table."""

    title: Sentence
    alt: str
    axis: str
    middle: Quantity
    bars: tuple[SwingBar, ...]
    table: Table
    scale: float = 1.0


def swing_chart(
    c: Context, tornado: Tornado, shares: VarianceShares, draws: int, title: Sentence, lang: Lang
) -> SwingChart:
    """The bars of a tornado, each with its setting's share of the spread, without those that move nothing."""
    unit = metric_unit(tornado.metric)
    moved = [one for one in tornado.swings if one.size > 0]
    bars = tuple(_bar(c, tornado, one, shares, draws, lang) for one in moved)
    middle = quantity(c, "at_the_middles", result=tornado.metric, month=tornado.month, value=tornado.value)
    bar_texts = (
        sentence(
            "decides.bar",
            lang,
            setting=bar.name,
            low=bar.low,
            high=bar.high,
            at_low=bar.at_low,
            at_high=bar.at_high,
        )
        for bar in bars
    )
    alt = sentence("decides.alt", lang, title=title, value=middle, bars=joined(bar_texts, lang, "; "))
    axis = text(f"chart.axis.{unit}", lang)
    return SwingChart(title, str(alt), axis, middle, bars, _table(bars, lang), SCALES.get(unit, 1.0))


def middle_sentence(c: Context, chart: SwingChart, tornado: Tornado, lang: Lang) -> Sentence:
    """The result at the middle of all ranges, and how to read the bars."""
    result, month = result_name(tornado.metric, lang), c.month(tornado.month)
    note = sentence("decides.middle", lang, result=result, month=month, value=chart.middle)
    differ = c.scenario.uncertainty.unit_variance_share > 0
    if differ and any(one.setting in BY_OFFICE and one.size > 0 for one in tornado.swings):
        return joined([note, sentence("decides.of_all_offices", lang)], lang)
    return note


def _bar(
    c: Context, tornado: Tornado, one: Swing, shares: VarianceShares, draws: int, lang: Lang
) -> SwingBar:
    about = {"swing": one, "result": tornado.metric, "month": tornado.month}
    form = "tenths" if one.setting in BY_OFFICE else ""  # computed, not typed: the part all offices share
    low, high = (quantity(c, "swing_setting", end=end, **about).written(form) for end in ("low", "high"))
    at_low, at_high = (quantity(c, "swing_end", end=end, **about) for end in ("low", "high"))
    share = shares.of_settings.get(one.setting)
    note: Sentence | str = ""
    if share is not None:
        number = quantity(c, "spread_share", value=share, draws=draws)
        note = sentence("decides.share_of", lang, share=number.written("whole"))
    elif one.setting in LEADERSHIP:
        note = text("decides.in_group", lang)
    elif one.setting not in RANGED:
        note = text("decides.decision", lang)
    return SwingBar(setting_label(one.setting, lang), note, low, high, at_low, at_high)


def _table(bars: tuple[SwingBar, ...], lang: Lang) -> Table:
    names = ("low", "high", "at_low", "at_high")
    columns = (
        Column(text("decides.column.setting", lang)),
        *titled((f"decides.column.{name}" for name in names), lang, is_number=True),
        Column(text("decides.column.share", lang)),
    )
    rows: list[tuple[Cell, ...]] = [
        (bar.name, bar.low, bar.high, bar.at_low, bar.at_high, bar.share) for bar in bars
    ]
    return listed(columns, rows)


def shares_table(c: Context, shares: VarianceShares, draws: int, lang: Lang) -> Table:
    """The groups with a share of the spread above LEAST, largest first: what each holds, and its share."""
    known = sorted(
        ((share, name) for name, share in shares.of_groups.items() if share and share > LEAST), reverse=True
    )
    columns = (
        *titled(("decides.column.group", "decides.column.means"), lang),
        Column(text("decides.column.share", lang), is_number=True),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            text(f"decides.group.{name}", lang),
            text(f"decides.of_group.{name}", lang),
            quantity(c, "spread_share", value=share, draws=draws).written("whole"),
        )
        for share, name in known
    ]
    return listed(columns, rows)
