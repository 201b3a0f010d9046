"""Names reduced to what tells them apart, so that an office is found however a file writes it."""

import re
import unicodedata
from functools import lru_cache

from simulator.errors import Problem
from simulator.model.names import MAX_NAME, is_name

KINDS = ("kabupaten", "kab", "kota")  # the word before a regency's name


def tidy(text: str) -> str:
    """A name as a list would print it: one line, single spaces, no invisible characters."""
    if text.isascii():  # where nothing is invisible, and most names are
        return " ".join(text.split())
    visible = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return " ".join(visible.split())


def name_problems(name: str, where: str) -> list[Problem]:
    """What is wrong with a name somebody gave: one problem, or none."""
    if not 1 <= len(name) <= MAX_NAME:
        return [Problem("wrong_length", where, len(name), low=1, high=MAX_NAME)]
    return [] if is_name(name) else [Problem("not_one_name", where, name)]


@lru_cache(10_000)  # each name of a list is held against each office
def plain(text: str) -> str:
    """A heading or name in small letters and digits, without remarks in brackets."""
    return _words(re.sub(r"\([^()]*\)", " ", text))


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", tidy(text).casefold()))


def without_kind(region: str) -> str:
    """A regency's name in small letters without the word all of them have: "kendal"."""
    words = _words(region).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in KINDS else words)


def kind_of(region: str) -> str:
    """The word a regency's name begins with: kabupaten or kota; empty where it has none."""
    first = (_words(region).split() or [""])[0]
    return "kabupaten" if first == "kab" else first if first in KINDS else ""


def is_same_region(one: str, other: str) -> bool:
    """Whether two names are of one regency; a Kota is not the Kabupaten of that name."""
    kinds = {kind_of(one), kind_of(other)} - {""}
    return without_kind(one) == without_kind(other) and len(kinds) < 2


@lru_cache(10_000)
def plain_name(name: str, region: str = "") -> str:
    """An office's name in letters and digits alone, without what lists add or leave out.

    That is "Kecamatan" before it and the regency behind it, "Kab. …", where `region` is not known a single
    word. What stands in brackets counts: "Dinas Kesehatan (RSUD)" is not "Dinas Kesehatan".
    """
    words = re.sub(r"^(kecamatan|kec) (?=.)", "", _words(name))
    if not region:
        return re.sub(r"(?<=.) (kabupaten|kab) \w+$", "", words).replace(" ", "")
    behind = without_kind(region)
    words = re.sub(rf"(?<=.) ({'|'.join(KINDS)}) {behind}$", "", words)
    if words not in (f"{kind} {behind}" for kind in KINDS):
        words = re.sub(rf"(?<=.) {behind}$", "", words)
    return words.replace(" ", "")
