"""An earlier version of a scenario beside the present one, in words."""

from simulator.model.projection import Projection
from simulator.report.tables.compare import settings_table
from simulator.words import Lang, text
from simulator.words.compare import enumerated

WORDS = ("name", "description", "author", "status", "parent", "decisions")
"""What a scenario holds beside its settings, by the names of its keys."""


def differences(then: Projection, now: Projection, lang: Lang) -> list[str]:
    """A line for every setting in which an earlier version differs from the present one, then one that names what else was written otherwise."""
    lines = [
        text("history.then_now", lang, name=name, then=cells[1].shown, now=cells[0].shown)
        for name, cells in settings_table([now, then], 0, lang)
    ]
    others = [
        text(f"history.field.{field}", lang)
        for field in WORDS
        if getattr(then.scenario, field) != getattr(now.scenario, field)
    ]
    lines = lines or [text("history.same", lang)]
    return lines + ([text("history.words", lang, names=enumerated(others, lang))] if others else [])
