"""What a new baseline says of itself: its history, its deaths, where it comes from, and what of the older facts still holds."""

from dataclasses import dataclass
from datetime import datetime

from simulator.intake.unit_changes import added_up
from simulator.model.baseline import BaselineFacts, Deaths, Fact, Observation, UnitRow
from simulator.words import LANGUAGES, text
from simulator.words.numbers import moment, month_long, people

OWN_LIST = "S20"  # the source of figures that somebody took in
STANDING = (
    "asn_total",
    "opd_count",
    "kecamatan_count",
    "target_share",
    "informal_workers",
    "informal_covered",
)
"""Facts that are not the state of one month. The others stay with the older baseline once the month moves on."""


@dataclass(frozen=True)
class Receipt:
    """Who took in which file, and when; `by` may be empty."""

    file: str
    by: str
    when: datetime


def new_facts(
    old: BaselineFacts | None,
    units: tuple[UnitRow, ...],
    month: str,
    receipt: Receipt,
    region: str,
    deaths: int | None,
    *,
    since: str | None = None,
) -> BaselineFacts:
    """The facts of a baseline made of a list in `month`, upon the facts of an older one or of none.

    `deaths` are all paid under JKM so far, None where nobody says: then the older number stands, and is asked
    about as long as it is older than the list. `since` is the month of the estimates, where it is not that of
    `old`.
    """
    moved, fictitious = old is not None and old.month != month, old is not None and old.fictitious
    asked = old is not None and old.deaths_until != month and deaths is None
    known = (
        Deaths(value=float(deaths), basis="published", source=OWN_LIST)
        if deaths is not None
        else old.deaths
        if old
        else Deaths(value=0.0, basis="assumed", source=OWN_LIST)
    )
    return BaselineFacts(
        title=_both(
            lambda lang: (
                f"{text('compare.fictitious', lang, name=region) if fictitious else region} · {month_long(month, lang)}"
            )
        ),
        region=region,
        month=month,
        fictitious=fictitious,
        reading=_reading(units, since or (old.month if old else month), receipt),
        alternative=None,
        deaths=known,
        history=_history(old, units, month),
        facts=tuple(_kept(fact, old.month, moved) for fact in old.facts if not moved or fact.key in STANDING)
        if old
        else (),
        open_questions=(
            *(q for q in (old.open_questions if old else ()) if q != _deaths_question(old, old.month)),
            *([_deaths_question(old, month)] if asked else []),
        ),
        deaths_month=old.deaths_until if asked else None,
        setting_sources=old.setting_sources if old and old.region == region else {},
    )


def _deaths_question(old: BaselineFacts, month: str) -> dict[str, str]:
    """How many deaths there were up to a month after the one they are known for."""
    return _both(
        lambda lang: text(
            "intake.deaths_asked",
            lang,
            deaths=people(old.deaths.value, lang),
            since=month_long(old.deaths_until, lang),
            month=month_long(month, lang),
        )
    )


def _both(sentence) -> dict[str, str]:
    return {lang: sentence(lang) for lang in LANGUAGES}


def _not_listed(units: tuple[UnitRow, ...]) -> int:
    return sum(not unit.has_own_figures for unit in units)


def _reading(units: tuple[UnitRow, ...], since: str, receipt: Receipt) -> dict[str, str]:
    def sentence(lang):
        taken_in = text(
            "intake.reading_by" if receipt.by else "intake.reading",
            lang,
            file=receipt.file,
            when=moment(receipt.when, lang),
            by=receipt.by,
        )
        rest = _not_listed(units)
        return (
            taken_in
            if not rest
            else f"{taken_in} {text('intake.reading_rest', lang, rest=people(rest, lang), units=people(len(units), lang), month=month_long(since, lang))}"
        )

    return _both(sentence)


def _history(old: BaselineFacts | None, units: tuple[UnitRow, ...], month: str) -> tuple[Observation, ...]:
    """The older points and the month's own total. An unchanged total of the same month keeps its source beside the list's."""
    before = tuple(point for point in (old.history if old else ()) if point.month < month)
    total, last = float(added_up(units)["enrolled"]), old.history[-1] if old else None
    if last and last.month == month and last.enrolled == total:
        sources = last.source.split()
        return (
            *before,
            last.model_copy(
                update={"source": " ".join([*sources, *([OWN_LIST] if OWN_LIST not in sources else [])])}
            ),
        )
    rest = _not_listed(units)
    note = (
        _both(
            lambda lang: text(
                "intake.total_note", lang, rest=people(rest, lang), units=people(len(units), lang)
            )
        )
        if rest
        else None
    )
    return (
        *before,
        Observation(
            month=month, enrolled=total, basis="assumed" if rest else "published", source=OWN_LIST, note=note
        ),
    )


def _kept(fact: Fact, month: str, moved: bool) -> Fact:
    """A fact with the month it speaks of, said once."""
    if (
        not moved
        or fact.note
        and all(fact.note[lang].startswith(text("intake.as_of", lang)) for lang in LANGUAGES)
    ):
        return fact
    note = _both(
        lambda lang: (
            f"{text('intake.as_of', lang)} {month_long(month, lang)}. {fact.note[lang] if fact.note else ''}".strip()
        )
    )
    return fact.model_copy(update={"note": note})
