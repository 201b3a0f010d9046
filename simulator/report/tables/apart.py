"""How sure it is that one scenario has more than another: differences with their range, and chances."""

from collections.abc import Sequence

from simulator.report.apart import Apart
from simulator.report.explain.chances import APART
from simulator.report.sentences.apart import apart_chance, apart_numbers
from simulator.report.sentences.chance import likely_name, plan_name
from simulator.report.tables.table import Cell, Column, Row, Table
from simulator.words import Lang, text
from simulator.words.sentence import sentence


def apart_table(pairs: Sequence[Apart], lang: Lang) -> Table:
    """How much more each scenario has than the reference: as planned, the likely range, and the chance."""
    columns = (
        Column(text("compare.scenario", lang)),
        Column(plan_name(lang).capitalize(), is_number=True),
        Column(likely_name(lang).capitalize(), is_number=True),
        Column(text("chance.apart.more", lang, name=pairs[0].names[1]), is_number=True),
    )
    return Table(columns, tuple(_row(pair, series, lang) for pair in pairs for series in APART))


def _row(pair: Apart, series: str, lang: Lang) -> Row:
    numbers, more = apart_numbers(pair, series), pair.more(series)
    chance: Cell = text("chance.apart.same", lang) if more is None else apart_chance(pair, series)
    return Row(
        (
            f"{pair.names[0]}: {text(f'chance.series.{series}', lang)}",
            numbers["line"],
            sentence("value.signed_range", lang, low=numbers["low"], high=numbers["high"]),
            chance,
        )
    )
