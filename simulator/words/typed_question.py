"""Parses a question typed in meeting mode into a lever, its value, and a month."""

import re
from dataclasses import dataclass

from simulator.model.months import is_month
from simulator.words import Lang
from simulator.words.languages import LANGUAGES
from simulator.words.numbers import parse_number

PHRASES = {
    "participation.opd.target_share": ("opd",),
    "participation.kecamatan.target_share": ("kecamatan",),
    "participation.other.target_share": ("asn lain", "other asn"),
    "participation.opd.ramp_months": ("bulan sampai", "months to"),
    "monev.new_opd": ("opd baru", "new opd"),
    "monev.new_kecamatan": ("kecamatan baru", "new kecamatan"),
    "retention.lapse_share_per_month": ("berhenti", "lapse"),
    "growth.push_share": ("dorongan", "brings"),
    "growth.push_half_life_months": ("separuh", "half"),
    "growth.push_repeat_factor": ("yang berikutnya", "kali dorongan", "the next one"),
    "growth.ceiling_share": ("batas tumbuh", "grows up to"),
}
"""The words for each lever in both languages; if two overlap, the longer one counts."""
_MONTHS = {
    name.casefold(): number
    for language in LANGUAGES.values()
    for names in (language.months, language.short_months)
    for number, name in enumerate(names, 1)
}


@dataclass(frozen=True)
class TypedQuestion:
    """A lever's path, the number typed for it (in percent for a share), and a month or None."""

    path: str
    number: float
    month: str | None


def read_question(typed: str, lang: Lang) -> TypedQuestion | str:
    """The question in a typed text, or the key of the sentence that explains why it is not understood.

    "bila semua OPD 60 % pada Juni 2026" means the floor of OPD at 60, and June 2026.
    """
    words = " ".join(typed.casefold().replace("\u00a0", " ").split())
    month, words = _month_in(words)
    if any(re.search(rf"\b{name}\b", words) for name in _MONTHS):
        return "meeting.ask.no_year"
    numbers = re.findall(r"-?\d[\d.,]*\d|-?\d", words)
    paths = _levers_in(words)
    if len(paths) != 1:
        return "meeting.ask.two_levers" if paths else "meeting.ask.no_lever"
    if len(numbers) != 1:
        return "meeting.ask.no_number"
    try:
        return TypedQuestion(paths[0], parse_number(numbers[0], lang), month)
    except ValueError:
        return "meeting.ask.no_number"


def _month_in(words: str) -> tuple[str | None, str]:
    """The month in the words, None if there is none, and the words without it."""
    names = "|".join(sorted(_MONTHS, key=len, reverse=True))
    found = re.search(rf"\b({names})\s+(\d{{4}})\b", words)
    if found:
        month = f"{found[2]}-{_MONTHS[found[1]]:02}"
    else:
        found = re.search(r"\b\d{4}-\d{2}\b", words)
        month = found[0] if found else ""
    if found is None or not is_month(month):
        return None, words
    return month, words[: found.start()] + words[found.end() :]


def _levers_in(words: str) -> list[str]:
    """The paths of the named levers, without those that only match part of a longer name."""
    phrases = [(phrase, path) for path, names in PHRASES.items() for phrase in names]
    levers = []
    for phrase, path in sorted(phrases, key=lambda one: -len(one[0])):
        words, count = re.subn(rf"\b{phrase}", " ", words)
        if count and path not in levers:
            levers.append(path)
    return levers
