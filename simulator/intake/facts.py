"""The facts of a new baseline: history, deaths, origin, and the older facts that still hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from simulator.model.baseline import UnitRow
from simulator.model.baseline_facts import BaselineFacts, Basis, Deaths, Fact, Observation, Text
from simulator.planning.other_data import added_up
from simulator.words import LANGUAGES, Lang, text
from simulator.words.numbers import moment
from simulator.words.quantity import Quantity, month
from simulator.words.sentence import Filling, sentence

OWN_LIST = "S20"  # the source of imported figures
STANDING = (
    "asn_total",
    "opd_count",
    "kecamatan_count",
    "target_share",
    "informal_workers",
    "informal_covered",
)
"""Facts that do not describe one month; the others are not copied from the older baseline."""


@dataclass(frozen=True)
class Receipt:
    """Who imported which file, and when; `by` may be empty."""

    file: str
    by: str
    when: datetime

    @property
    def month(self) -> str:
        """The month of the import, YYYY-MM."""
        return f"{self.when:%Y-%m}"

    def moment(self, lang: Lang) -> str:
        """The time of the import in words."""
        return moment(self.when, lang)


def in_both(key: str, **values: Filling) -> Text:
    """A sentence in both languages, as stored in a baseline."""
    return {lang: str(sentence(key, lang, **values)) for lang in LANGUAGES}


def new_facts(
    old: BaselineFacts | None,
    units: Sequence[UnitRow],
    in_month: str,
    receipt: Receipt,
    region: str,
    deaths: int | None,
    *,
    since: str | None = None,
) -> BaselineFacts:
    """The facts of a baseline made of a list, based on the facts of an older one or of none.

    `deaths` are all deaths paid under JKM so far, None if not given: then the older number remains, with an
    open question as long as it is older than the list. `since` is the month of the estimates, if it is not
    that of `old`.
    """
    known = old.deaths if old else None
    needs_answer = old is not None and known is not None and old.deaths_until != in_month and deaths is None
    return BaselineFacts(
        title=_title(region, in_month, fictitious=old is not None and old.fictitious),
        region=region,
        month=in_month,
        fictitious=old is not None and old.fictitious,
        reading=_reading(units, since or (old.month if old else in_month), receipt),
        alternative=None,
        deaths=known if deaths is None else Deaths(value=float(deaths), basis="published", source=OWN_LIST),
        history=_history(old, units, in_month),
        facts=_standing(old, in_month) if old else (),
        open_questions=_questions(old, in_month, needs_answer) if old else (),
        deaths_month=old.deaths_until if old and needs_answer else None,
        setting_sources=old.setting_sources if old and old.region == region else {},
    )


def _title(region: str, in_month: str, *, fictitious: bool) -> Text:
    def name(lang: Lang) -> str:
        return text("compare.fictitious", lang, name=region) if fictitious else region

    return in_both("intake.title", name=name, month=month(in_month))


def _questions(old: BaselineFacts, in_month: str, needs_answer: bool) -> tuple[Text, ...]:
    """The older open questions; the one about deaths only if it is still open."""
    if old.deaths is None:
        return old.open_questions
    before, now = (_deaths_question(old, old.deaths, month) for month in (old.month, in_month))
    others = [question for question in old.open_questions if question != before]
    return (*others, *([now] if needs_answer else []))


def _deaths_question(old: BaselineFacts, known: Deaths, in_month: str) -> Text:
    """The question how many deaths there were up to a month later than the last known one."""
    deaths = Quantity(known.value, "count", known.basis)
    return in_both(
        "intake.deaths_question", deaths=deaths, since=month(old.deaths_until), month=month(in_month)
    )


def _reading(units: Sequence[UnitRow], since: str, receipt: Receipt) -> Text:
    key = "intake.reading_by" if receipt.by else "intake.reading"
    taken_in = in_both(key, file=receipt.file, when=receipt.moment, by=receipt.by)
    rest = _estimated(units)
    if not rest.value:
        return taken_in
    estimates = in_both("intake.reading_rest", rest=rest, units=_counted(len(units)), month=month(since))
    return {lang: f"{taken_in[lang]} {estimates[lang]}" for lang in LANGUAGES}


def _counted(number: int) -> Quantity:
    return Quantity(number, "count", "counted")


def _estimated(units: Sequence[UnitRow]) -> Quantity:
    """The fact how many units have no figures of their own."""
    return _counted(sum(not unit.has_own_figures for unit in units))


def _history(old: BaselineFacts | None, units: Sequence[UnitRow], in_month: str) -> tuple[Observation, ...]:
    """The older points and the total of the new month; an unchanged one keeps its source too."""
    before = [point for point in (old.history if old else ()) if point.month < in_month]
    total, last = float(added_up(units)["enrolled"]), old.history[-1] if old else None
    if last and last.month == in_month and last.enrolled == total:
        sources = " ".join(dict.fromkeys([*last.source.split(), OWN_LIST]))
        return (*before, last.model_copy(update={"source": sources}))
    rest = _estimated(units)
    note = in_both("intake.total_note", rest=rest, units=_counted(len(units))) if rest.value else None
    basis: Basis = "assumed" if rest.value else "published"
    now = Observation(month=in_month, enrolled=total, basis=basis, source=OWN_LIST, note=note)
    return (*before, now)


def _standing(old: BaselineFacts, in_month: str) -> tuple[Fact, ...]:
    """The older facts that still hold in a month, each with its own month if that differs."""
    if old.month == in_month:
        return old.facts
    return tuple(_as_of(fact, old.month) for fact in old.facts if fact.key in STANDING)


def _as_of(fact: Fact, known_in: str) -> Fact:
    """A fact with its month, added only once."""
    if fact.note and all(fact.note[lang].startswith(text("intake.as_of", lang)) for lang in LANGUAGES):
        return fact
    since = in_both("intake.as_of_month", month=month(known_in))
    note = {lang: f"{since[lang]} {fact.note[lang] if fact.note else ''}".strip() for lang in LANGUAGES}
    return fact.model_copy(update={"note": note})
