"""Reduces names to what distinguishes them, so that an office is found however a file writes it."""

import re
import unicodedata
from functools import lru_cache

from simulator.errors import Problem
from simulator.model.names import MAX_NAME, is_name

KINDS = ("kabupaten", "kab", "kota")  # the words before a regency's name


def tidy(text: str) -> str:
    """A name on one line with single spaces and without invisible characters."""
    if text.isascii():  # a quick way for names without invisible characters, which most are
        return " ".join(text.split())
    visible = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return " ".join(visible.split())


def name_problems(name: str, where: str) -> list[Problem]:
    """The problem with a name that somebody entered: one problem, or none."""
    if not 1 <= len(name) <= MAX_NAME:
        return [Problem("wrong_length", where, len(name), low=1, high=MAX_NAME)]
    return [] if is_name(name) else [Problem("not_one_name", where, name)]


@lru_cache(10_000)  # each name of a list is compared with each office
def plain(text: str) -> str:
    """A heading or name in lower-case letters and digits, without remarks in brackets."""
    return _words(re.sub(r"\([^()]*\)", " ", text))


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", tidy(text).casefold()))


def without_kind(region: str) -> str:
    """A regency's name in lower case without the word that all of them begin with: "kendal"."""
    words = _words(region).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in KINDS else words)


def kind_of(region: str) -> str:
    """The word that a regency's name begins with: kabupaten or kota; empty if it has none."""
    first = (_words(region).split() or [""])[0]
    return "kabupaten" if first == "kab" else first if first in KINDS else ""


def is_same_region(one: str, other: str) -> bool:
    """Whether two names mean the same regency; a Kota is not the Kabupaten of the same name."""
    kinds = {kind_of(one), kind_of(other)} - {""}
    return without_kind(one) == without_kind(other) and len(kinds) < 2


@lru_cache(10_000)
def plain_name(name: str, region: str = "") -> str:
    """An office's name in letters and digits only, without words that lists add or leave out.

    These are "Kecamatan" before it and the regency after it, "Kab. …", which is one word if `region` is not
    known. Text in brackets counts: "Dinas Kesehatan (RSUD)" is not "Dinas Kesehatan".
    """
    words = re.sub(r"^(kecamatan|kec) (?=.)", "", _words(name))
    if not region:
        return re.sub(r"(?<=.) (kabupaten|kab) \w+$", "", words).replace(" ", "")
    behind = without_kind(region)
    words = re.sub(rf"(?<=.) ({'|'.join(KINDS)}) {behind}$", "", words)
    if words not in (f"{kind} {behind}" for kind in KINDS):
        words = re.sub(rf"(?<=.) {behind}$", "", words)
    return words.replace(" ", "")
