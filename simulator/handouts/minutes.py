"""The content of the minutes of a meeting, for any medium; missing details become lines to write on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from simulator.handouts.asks import ask_lines
from simulator.handouts.details import Details
from simulator.handouts.stamp import (
    any_made_up,
    lettered,
    marks_legend,
    names_in_lists,
    scenario_lines,
    source_keys,
    stamp_lines,
)
from simulator.model.beside_settings import Decision
from simulator.report.context import Context, simulated
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.groups import slide, together_sentence
from simulator.report.sentences.headlines import comparison_sentence
from simulator.report.sentences.target import latest, status_sentence
from simulator.report.tables.decisions import decision_columns
from simulator.report.tables.groups import groups_table
from simulator.report.tables.table import Table
from simulator.words import Lang, text
from simulator.words.numbers import day_long
from simulator.words.quantity import Month
from simulator.words.sentence import Words, sentence
from simulator.words.sources import source_titles

ATTENDANCE, UNDECIDED = 12, 5  # numbers of empty rows


@dataclass(frozen=True)
class Facts:
    """Rows of a label and its text; None is a line to write on."""

    rows: tuple[tuple[str, Words | None], ...]


@dataclass(frozen=True)
class Empty:
    """A table to write in: titles, relative widths of the columns, number of rows."""

    titles: tuple[str, ...]
    parts: tuple[float, ...]
    rows: int


@dataclass(frozen=True)
class Listed:
    """Numbered lines."""

    lines: tuple[Words, ...]


@dataclass(frozen=True)
class LoggedDecision:
    """An entry of the decision log: question, then what was expected, found and decided, by whom, when."""

    question: str
    facts: Facts


Block = Words | Facts | Empty | Listed | LoggedDecision | Table


@dataclass(frozen=True)
class Section:
    """A heading and the blocks below it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Minutes:
    """The minutes: details of the meeting, sections, signers, and small print."""

    header: str
    title: str
    facts: Facts
    sections: tuple[Section, ...]
    signatures: str
    signers: tuple[str, ...]
    foot: tuple[str, ...]
    made_up: str  # the word for fictitious data if any figure is, else empty


def minutes_of(
    contexts: Sequence[Context], lang: Lang, today: date, details: Details, unsaved: bool
) -> Minutes:
    """The minutes of a meeting on the first scenario, compared with the others.

    The day is that of `details`, or of the latest entry in a decision log, or a line to write on.
    """
    contexts = simulated(contexts)
    region = contexts[0].baseline.facts.region
    day = details.day or _latest_day(contexts)
    meeting = details.meeting.strip() or text("minutes.meeting_default", lang, region=region)
    facts = {
        "meeting": meeting,
        "day": day_long(day, lang) if day else None,
        "place": details.place.strip() or None,
    }
    sources = source_titles(" ".join(source_keys(contexts)), contexts[0].sources, lang)
    return Minutes(
        header=text("handouts.header", lang, region=region),
        title=text("minutes.title", lang),
        facts=Facts(tuple((text(f"minutes.{key}", lang), words) for key, words in facts.items())),
        sections=(
            _attendance(lang),
            _stand(contexts[0], lang),
            _shown(contexts, lang, unsaved),
            Section(
                text("handouts.brief.asks", lang),
                (Listed(tuple(ask_lines(contexts[0], lang))),),
            ),
            *_decisions(contexts, lang, day),
        ),
        signatures=text("minutes.signatures", lang),
        signers=(text("minutes.chair", lang), text("minutes.taker", lang)),
        foot=(
            f"{marks_legend(contexts[0], lang)} {text('handouts.headings', lang)} {sources}.",
            " · ".join(stamp_lines(contexts, lang, today, unsaved, lettered(contexts))),
        ),
        made_up=text("header.fictitious", lang) if any_made_up(contexts) else "",
    )


def _latest_day(contexts: Sequence[Context]) -> date | None:
    days = [date.fromisoformat(entry.date) for c in contexts for entry in c.scenario.decisions]
    return max(days, default=None)


def _attendance(lang: Lang) -> Section:
    titles = tuple(text(f"minutes.{name}", lang) for name in ("number", "name", "office", "signature"))
    return Section(text("minutes.attendance", lang), (Empty(titles, (0.7, 4, 4, 3), ATTENDANCE),))


def _stand(c: Context, lang: Lang) -> Section:
    """The last observed numbers, whether the target is met, and the groups in the month the brief shows."""
    t, enrolled = latest(c)
    coverage = quantity(c, "actual_coverage" if t else "coverage_now", month=t)
    month, at = Month(c.baseline.month + t), slide(c.projection).month
    observed = sentence(
        f"handouts.text.{'recorded' if t else 'enrolled'}",
        lang,
        month=month,
        bold=enrolled,
        coverage=coverage,
    )
    together = together_sentence(c, lang)
    return Section(
        text("minutes.stand", lang),
        (
            observed,
            status_sentence(c, lang),
            *([together] if together else []),
            str(sentence("handouts.brief.groups", lang, month=c.month(at))),
            groups_table(c, at, ("enrolled", "asn", "coverage", "to_enrol"), lang),
        ),
    )


def _shown(contexts: Sequence[Context], lang: Lang, unsaved: bool) -> Section:
    """The scenarios with their status, and the finding on several of them."""
    rows = scenario_lines(contexts, names_in_lists(contexts, lang), lang, unsaved)
    lines = [comparison_sentence(contexts, lettered(contexts), lang)] if len(contexts) > 1 else []
    return Section(text("minutes.shown", lang), (*rows, *lines))


def _decisions(contexts: Sequence[Context], lang: Lang, day: date | None) -> list[Section]:
    """The log entries of the day of the meeting, then those of other days, by scenario."""
    sections = []
    names = lettered(contexts)
    for key, of_day in (("decisions", True), ("earlier", False)):
        for c, name in zip(contexts, names):
            entries = [e for e in c.scenario.decisions if (e.date == f"{day}") == of_day]
            if entries:
                several = len(contexts) > 1
                heading = text(f"minutes.{key}{'_of' if several else ''}", lang, name=name)
                sections.append(Section(heading, tuple(_numbered(entries, lang))))
    if not any(e.date == f"{day}" for c in contexts for e in c.scenario.decisions):
        sections.insert(0, _undecided(lang))
    return sections


def _numbered(entries: Sequence[Decision], lang: Lang) -> list[LoggedDecision]:
    """Entries in full; an empty decision or owner becomes a line to write on."""
    labels = dict(zip(Decision.model_fields, decision_columns(lang)))
    made = []
    for number, entry in enumerate(entries, 1):
        texts = {name: words.strip() or None for name, words in entry.model_dump().items()}
        texts["date"] = day_long(date.fromisoformat(entry.date), lang)
        kept = ("decision", "owner", "date")
        facts = tuple(
            (labels[name], value)
            for name, value in texts.items()
            if name != "question" and (value or name in kept)
        )
        question = text("minutes.entry", lang, number=number, question=entry.question.strip())
        made.append(LoggedDecision(question, Facts(facts)))
    return made


def _undecided(lang: Lang) -> Section:
    columns = dict(zip(Decision.model_fields, decision_columns(lang)))
    titles = (text("minutes.number", lang), *(columns[name] for name in ("decision", "owner", "date")))
    empty = Empty(titles, (0.7, 6, 3, 2.2), UNDECIDED)
    return Section(text("minutes.decisions", lang), (text("minutes.none", lang), empty))
