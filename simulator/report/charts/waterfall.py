"""A waterfall from one value over its parts to another, free of any medium."""

from dataclasses import dataclass

from simulator.model.metrics import METRICS
from simulator.report.charts.compare import SCALES
from simulator.report.sentences.attribution import PartLine, WhyTheyDiffer
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.quantity import Quantity
from simulator.words.sentence import Filling, Sentence, joined, sentence


@dataclass(frozen=True)
class Step:
    """A bar of the waterfall: its name and number, the levels before and after, equal where it `is_end`."""

    name: Sentence
    quantity: Quantity
    start: float
    end: float
    is_end: bool = False

    @property
    def is_less(self) -> bool:
        """Whether the step lowers the level."""
        return self.end < self.start


@dataclass(frozen=True)
class Waterfall:
    """Steps from one value to another, both ends included, with text alternative and the table behind them.

    Levels are divided by `scale` when drawn; `axis` names the value axis with its unit.
    """

    alt: str
    axis: str
    steps: tuple[Step, ...]
    table: Table
    scale: float = 1.0


def waterfall_of(why: WhyTheyDiffer, lang: Lang) -> Waterfall:
    """The waterfall from one end of a difference over its parts to the other."""
    one, other = why.ends
    level, steps = one.exact, [_end(one)]
    for part in why.parts:
        steps.append(Step(part.name, part.quantity, level, level + part.exact))
        level += part.exact
    each = (joined((part.name, Sentence(lang, (part.quantity,))), lang, ": ") for part in why.parts)
    parts = joined(each, lang, "; ")
    ends: dict[str, Filling] = {"a": one.name, "b": other.name}
    ends |= {"before": one.quantity, "after": other.quantity}
    columns = (
        Column(text("attribution.column.part", lang)),
        Column(text("attribution.column.value", lang), is_number=True),
    )
    rows = tuple(Row((line.name, line.quantity)) for line in (one, *why.parts, why.total, other))
    unit = METRICS[why.metric].unit
    return Waterfall(
        str(sentence("attribution.alt", lang, parts=parts, **ends)),
        text("attribution.axis.units" if unit == "units" else f"chart.axis.{unit}", lang),
        (*steps, _end(other)),
        Table(columns, rows),
        SCALES.get(unit, 1.0),
    )


def _end(line: PartLine) -> Step:
    return Step(line.name, line.quantity, line.exact, line.exact, is_end=True)
