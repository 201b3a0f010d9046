"""Sentences on saved scenarios: their target, a file's record, earlier versions, and other data."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from simulator.model.beside_settings import ResultsRecord
from simulator.model.metrics import target_status
from simulator.planning.records import Differences
from simulator.planning.rounding import whole_short
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.headlines import headline_cell, headline_number, recorded_number
from simulator.report.tables.compare import differing_settings
from simulator.words import Lang, text
from simulator.words.compare import enumerated, headline_name
from simulator.words.numbers import MISSING, moment, printable
from simulator.words.quantity import month
from simulator.words.sentence import Sentence, sentence

WORDS = ("name", "description", "author", "status", "parent", "decisions")
"""The parts of a scenario beside its settings, by their keys."""


def target_result(c: Context, lang: Lang) -> Sentence:
    """The result for a scenario's own target; enrolled and missing workers add up to the workers required."""
    status, of_target = target_status(c.projection), month(c.scenario.target.month)
    if not status.inside:
        return sentence("scenarios.target_outside", lang, month=of_target)
    enrolled = quantity(c, "enrolled_in", month=status.month)
    needed = quantity(c, "target_workers")
    if status.met:
        return sentence("scenarios.met", lang, enrolled=enrolled, needed=needed, month=of_target)
    gap = whole_short(status.gap)
    return sentence(
        "scenarios.not_met",
        lang,
        gap=replace(quantity(c, "gap"), value=gap),
        enrolled=replace(enrolled, value=status.workers - gap),
        needed=needed,
        month=of_target,
    )


def saved_sentence(contexts: Sequence[Context], lang: Lang) -> Sentence:
    """How many scenarios are saved, and how many of them reach their target."""
    if not contexts:
        return sentence("scenarios.title_none", lang)
    names = tuple(c.scenario.name for c in contexts)
    met = tuple(c.scenario.name for c in contexts if target_status(c.projection).met)
    return sentence(
        "scenarios.title",
        lang,
        count=quantity(contexts[0], "count", things=names, what="saves"),
        met=quantity(contexts[0], "count", things=met, what="saves"),
    )


def other_data_sentences(old: Context, new: Context, lang: Lang) -> list[Sentence]:
    """How the months and the target of a scenario change on other data."""
    then, now = (sentence("data.line.span", lang, first=c.month(0), last=c.month(-1)) for c in (old, new))
    return [
        sentence("data.line.projection", lang, then=then, now=now),
        sentence("data.line.target", lang, then=target_result(old, lang), now=target_result(new, lang)),
    ]


def record_lines(
    record: ResultsRecord | None, differences: Differences | None, c: Context, version: str, lang: Lang
) -> list[Sentence | str]:
    """A file's recorded results compared with today's: first the verdict, then what differs and why.

    `version` is that of this program.
    """
    if record is None or differences is None:
        return [text("record.none", lang)]
    why: list[Sentence | str] = []
    if differences.program_changed:
        why.append(text("record.program", lang, then=printable(record.program_version, 40), now=version))
    if differences.baseline_changed:
        why.append(text("record.baseline", lang))
    if differences.same_results:
        return [text("record.same", lang, when=_saved_at(record, lang)), *why]
    numbers = [
        sentence(
            "history.then_now",
            lang,
            name=headline_name(name, lang),
            then=headline_cell(c, name, recorded_number(c, name, then), lang) or MISSING,
            now=headline_cell(c, name, headline_number(c, name, now, None), lang) or MISSING,
        )
        for name, then, now in differences.numbers
    ]
    why = why or [text("record.by_hand", lang)]
    return [text("record.differs", lang, when=_saved_at(record, lang)), *numbers, *why]


def _saved_at(record: ResultsRecord, lang: Lang) -> str:
    try:
        return moment(datetime.fromisoformat(record.saved_at), lang)
    except ValueError:  # another program wrote it
        return printable(record.saved_at, 40)


def setting_differences(then: Context, now: Context, lang: Lang) -> list[Sentence]:
    """A line for every setting that differs from another scenario."""
    return [
        sentence("history.then_now", lang, name=name, then=before, now=present)
        for name, (present, before) in differing_settings([now, then], 0, lang)
    ]


def differences(then: Context, now: Context, lang: Lang) -> list[Sentence]:
    """A line for every setting that differs from an earlier version, then one on whatever else differs."""
    lines = setting_differences(then, now, lang)
    others = [
        text(f"history.field.{field}", lang)
        for field in WORDS
        if getattr(then.scenario, field) != getattr(now.scenario, field)
    ]
    lines = lines or [sentence("history.same", lang)]
    return lines + ([sentence("history.words", lang, names=enumerated(others, lang))] if others else [])
