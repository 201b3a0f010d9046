"""The most enrolled for each number of visits, as a curve, free of any medium."""

import math
from dataclasses import dataclass

from simulator.planning.next_answer import VisitPlan
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.next_units import with_question
from simulator.report.tables.table import Column, Table, listed
from simulator.words import Lang, text
from simulator.words.quantity import Quantity, count
from simulator.words.sentence import Filling, Sentence, sentence


@dataclass(frozen=True, eq=False)
class VisitCurve:
    """The most enrolled with 0, 1, 2, … visits (None where more visits are required), and the number chosen.

    `chosen` is the number of visits in the answer, and `reached` the enrolled it leads to; `target` is the
    workers required, None where the question names no target.
    """

    title: Sentence
    alt: str
    axis: str
    visits_axis: str
    points: tuple[Quantity | None, ...]
    chosen: int
    reached: Quantity
    reached_label: str
    target: Quantity | None
    target_label: str
    table: Table


def visit_curve(c: Context, answer: VisitPlan, lang: Lang) -> VisitCurve:
    """The curve of an answer."""
    best, here = answer.best, with_question(c, answer)
    points = tuple(
        None
        if math.isnan(value)
        else quantity(c.of(best.present), "most_with_visits", month=best.at, visits=i, value=value)
        for i, value in enumerate(answer.curve)
    )
    known = [(i, point) for i, point in enumerate(points) if point]
    last, most = known[-1]
    without = quantity(c.of(best.present), "enrolled_in", month=best.at)
    half = _half(known, without.number)
    values: dict[str, Filling] = {
        "month": here.month(best.at),
        "visits": count(last),
        "least": without,
        "most": most,
        "half": quantity(c, "count", number=half, what="visits"),
    }
    title = "next.curve.flat"
    if most.number > without.number:
        title = "next.curve.title.one" if half == 1 else "next.curve.title"
    title += ".rest" if answer.may_ask_rest and title != "next.curve.flat" else ""
    reached = quantity(c.of(best.projection), "enrolled_in", month=best.at)
    target = (
        quantity(here, "target_workers_in", month=best.at) if answer.question.target is not None else None
    )
    columns = [Column(text(f"next.curve.{name}", lang), True) for name in ("visits", "enrolled")]
    return VisitCurve(
        sentence(title, lang, **values),
        str(sentence("next.curve.alt", lang, **values)),
        text("next.curve.enrolled", lang),
        text("next.curve.visits.rest" if answer.may_ask_rest else "next.curve.visits", lang),
        points,
        len(best.units),
        reached,
        str(sentence("next.curve.chosen", lang, visits=count(len(best.units)), enrolled=reached)),
        target,
        str(sentence("next.curve.target", lang, workers=target)) if target else "",
        listed(columns, ((count(i), point) for i, point in known)),
    )


def _half(known: list[tuple[int, Quantity]], without: float) -> int:
    """The fewest visits that bring at least half of the workers that the most visits bring."""
    most = known[-1][1].number
    return next(i for i, point in known if point.number - without >= (most - without) / 2)
