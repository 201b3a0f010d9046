"""The value of each lever at which the target's coverage is reached in a month, all else unchanged.

Where it is reached already: how far each lever can go before it no longer is.
"""

import math

from simulator.model.months import month_name
from simulator.model.projection import project
from simulator.model.scenario import LEVERS, SETTINGS, setting_value, with_value
from simulator.planning.goal_seek import SeekResult, seek
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.settings import value_of
from simulator.report.tables.table import Cell, Table, listed, titled
from simulator.words import Lang, text
from simulator.words.sentence import Sentence, sentence
from simulator.words.settings import setting_label

PLACES = 1000  # a tenth of a percent
SOUGHT = tuple(path for path, moved in LEVERS.items() if len(moved) == 1)


def break_even_answers(c: Context, month: int) -> list[SeekResult]:
    """The value each lever needs, moved alone, to reach the target's coverage in a month (offset)."""
    share = c.scenario.target.coverage_share
    name = month_name(c.baseline.month + month)
    return [seek(c.scenario, c.baseline, c.programme, "coverage_share", name, share, path) for path in SOUGHT]


def break_even_table(c: Context, answers: list[SeekResult], month: int, lang: Lang) -> Table:
    """One row per lever: its value now, and the one that reaches the target or comes nearest to it."""
    rows: list[tuple[Cell, ...]] = [
        (setting_label(one.lever, lang), value_of(c, one.lever, lang), _needed(c, one, month, lang))
        for one in answers
    ]
    return listed(titled((f"decides.break_even.{name}" for name in ("lever", "now", "needed")), lang), rows)


def _needed(c: Context, answer: SeekResult, month: int, lang: Lang) -> Sentence | str:
    if answer.value is None or answer.reason in ("already", "no_effect"):
        return text(f"decides.break_even.{'already' if answer.reason == 'already' else 'no_effect'}", lang)
    is_met = answer.present > answer.wanted
    if is_met and not answer.feasible:  # coverage never falls to the target
        return text("decides.break_even.anywhere", lang)
    changed = with_value(c.scenario, answer.lever, _kept(c, answer) if is_met else _rounded(c, answer))
    there = c.of(project(changed, c.baseline, c.programme))
    return sentence(
        f"decides.break_even.{'kept' if is_met else 'reached' if answer.feasible else 'nearest'}",
        lang,
        value=value_of(there, answer.lever, lang),
        coverage=quantity(there, "coverage_in", month=month),
    )


def _rounded(c: Context, answer: SeekResult) -> float | int | None:
    """The value found, rounded as it would be typed and away from the present, so that it still reaches."""
    value, setting = answer.value, SETTINGS[answer.lever]
    if value is None or setting.kind == "int" or not answer.feasible:
        return value
    beyond = math.ceil if value > setting_value(c.scenario, answer.lever) else math.floor
    return min(max(beyond(value * PLACES) / PLACES, setting.bounds[0]), setting.bounds[1])


def _kept(c: Context, answer: SeekResult) -> float | int:
    """The last rounded value on this side of the crossing, where the target is still reached."""
    value, now = answer.value, float(setting_value(c.scenario, answer.lever))
    if value is None or answer.reached is None:
        raise ValueError(f"nothing was found for {answer.lever}")
    if SETTINGS[answer.lever].kind == "int":
        towards_now = 1 if now > value else -1
        return value if answer.reached >= answer.wanted else int(value) + towards_now
    back = math.floor if value > now else math.ceil
    kept = back(round(value * PLACES, 6)) / PLACES
    return min(kept, now) if value < now else max(kept, now)
