"""The stamp of every hand-out: scenarios, data, program and day, the legend of marks, and the sources."""

from collections.abc import Sequence
from datetime import date

from simulator import __version__
from simulator.model.names import MAX_NAME
from simulator.planning.comparison import last_common_month
from simulator.report.context import Context
from simulator.report.explain.explanation import explain
from simulator.words import Lang, text
from simulator.words.compare import enumerated, quoted
from simulator.words.decisions import status_name
from simulator.words.numbers import NO_BREAK, day_long, month_long, printable
from simulator.words.quantity import Origin

NAME_MOST = 40  # most characters of a name beside others; the stamp has it in full
BEHIND = ("enrolled_now", "coverage_in", "target_workers", "cumulative_contributions", "cumulative_payouts")
"""Numbers that every hand-out shows, by their formulas' keys; each hand-out names the sources behind them."""


def stamp_lines(
    contexts: Sequence[Context], lang: Lang, today: date, unsaved: bool = False, names: Sequence[str] = ()
) -> list[str]:
    """Lines on invented regencies, scenarios with their status and data sets, then program and day.

    `unsaved`: the first scenario has unsaved changes. `names` replace the scenarios' own names.
    """
    return [
        *_made_up(contexts, lang),
        *scenario_lines(contexts, names, lang, unsaved),
        *data_lines(contexts, lang),
        _program(lang, today),
    ]


def any_made_up(contexts: Sequence[Context]) -> bool:
    """Whether any of the regencies is fictitious."""
    return any(c.baseline.facts.fictitious for c in contexts)


def letters(contexts: Sequence[Context]) -> list[str]:
    """The letters A, B, … in the order of the scenarios, which distinguish scenarios of the same name."""
    return [chr(ord("A") + i) for i in range(len(contexts))]


def lettered(contexts: Sequence[Context], most: int = MAX_NAME) -> list[str]:
    """The scenarios' names, cut to `most` characters, after their letters; a single one has no letter."""
    names = [printable(c.scenario.name, most) for c in contexts]
    if len(names) == 1:
        return names
    return [f"{letter}{NO_BREAK}· {name}" for letter, name in zip(letters(contexts), names)]


def names_in_lists(contexts: Sequence[Context], lang: Lang, most: int = MAX_NAME) -> list[str]:
    """The same with fictitious data marked, so that they never appear unmarked in a list with real ones."""
    return _unmixed(contexts, lettered(contexts, most), lang)


def letters_in_lists(contexts: Sequence[Context], lang: Lang) -> list[str]:
    """The same with letters alone, if there is no room for names."""
    return _unmixed(contexts, letters(contexts), lang)


def _unmixed(contexts: Sequence[Context], names: Sequence[str], lang: Lang) -> list[str]:
    """Names, with a mark on those of scenarios on fictitious data."""
    return [
        text("compare.fictitious", lang, name=name) if c.baseline.facts.fictitious else name
        for c, name in zip(contexts, names)
    ]


def shortest_sentence(
    contexts: Sequence[Context],
    lang: Lang,
    one: Sequence[str] | None = None,
    several: Sequence[str] | None = None,
) -> str:
    """Which scenario's last month ends the compared sums; empty if all end together or share no month.

    `one` are the scenarios' names to use if a single one ends there, `several` if more do; the default is
    names with letters.
    """
    projections = [c.projection for c in contexts]
    last, ends = last_common_month(projections), [int(p.months[-1]) for p in projections]
    if last is None or max(ends) == last:
        return ""
    names = (one if ends.count(last) == 1 else several) or lettered(contexts, NAME_MOST)
    shown = [name for name, end in zip(names, ends) if end == last]
    return text(
        "handouts.shortest",
        lang,
        month=month_long(last, lang),
        names=enumerated([quoted(name) for name in shown], lang),
    )


def _made_up(contexts: Sequence[Context], lang: Lang) -> list[str]:
    regions = dict.fromkeys(c.baseline.facts.region for c in contexts if c.baseline.facts.fictitious)
    return [text("stamp.fictitious", lang, region=region) for region in regions]


def scenario_lines(contexts: Sequence[Context], names: Sequence[str], lang: Lang, unsaved: bool) -> list[str]:
    """A line for each scenario with its status; `names` replace the scenarios' own names."""
    lines = []
    for i, (c, name) in enumerate(zip(contexts, names or [c.scenario.name for c in contexts])):
        key = "unsaved" if unsaved and i == 0 else "scenario"
        status = status_name(c.scenario.status, lang)
        lines.append(text(f"stamp.{key}", lang, name=name, status=status.lower()))
    return lines


def data_lines(contexts: Sequence[Context], lang: Lang) -> list[str]:
    """A line for each data set with its month."""
    lines = []
    for facts in {c.baseline.digest: c.baseline.facts for c in contexts}.values():
        title, month = facts.title[lang], month_long(facts.month, lang)
        key = "stamp.data" if month in title else "stamp.data_of"
        lines.append(text(key, lang, title=title, month=month))
    return lines


def _program(lang: Lang, today: date) -> str:
    return text("stamp.program", lang, version=__version__, day=day_long(today, lang))


def marks_legend(c: Context, lang: Lang) -> str:
    """What the marks mean; for a fictitious regency nothing is published."""
    return text("handouts.marks_made_up" if c.baseline.facts.fictitious else "units.sheet.marks", lang)


def source_keys(contexts: Sequence[Context]) -> list[str]:
    """The keys of all sources behind the headline numbers of the projections, in the order of the sources."""
    behind = {
        key
        for c in contexts
        for name in BEHIND
        for key in explain(Origin(name, c, (("month", len(c.projection.months) - 1),)), "id").sources
    }
    return [key for key in contexts[0].sources if key in behind]
