"""An earlier version of a scenario beside the present one."""

from simulator.report.context import Context
from simulator.report.tables.compare import differing_settings
from simulator.words import Lang, text
from simulator.words.compare import enumerated
from simulator.words.sentence import Sentence, sentence

WORDS = ("name", "description", "author", "status", "parent", "decisions")
"""What a scenario holds beside its settings, by the names of its keys."""


def differences(then: Context, now: Context, lang: Lang) -> list[Sentence]:
    """A line for every setting that differs from an earlier version, then one on what else differs."""
    lines = [
        sentence("history.then_now", lang, name=name, then=before, now=present)
        for name, (present, before) in differing_settings([now, then], 0, lang)
    ]
    others = [
        text(f"history.field.{field}", lang)
        for field in WORDS
        if getattr(then.scenario, field) != getattr(now.scenario, field)
    ]
    lines = lines or [sentence("history.same", lang)]
    return lines + ([sentence("history.words", lang, names=enumerated(others, lang))] if others else [])
