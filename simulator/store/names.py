"""Names reduced to what tells them apart, so that an office is found however a file writes it."""

import re
import unicodedata

from simulator.errors import Problem
from simulator.model.words import MAX_NAME, is_name


def tidy(text: str) -> str:
    """A name as a list would print it: one line, single spaces, no invisible characters."""
    visible = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return " ".join(visible.split())


def name_problems(name: str, where: str) -> list[Problem]:
    """What is wrong with a name somebody gave: one problem, or none."""
    if not 1 <= len(name) <= MAX_NAME:
        return [Problem("wrong_length", where, len(name), low=1, high=MAX_NAME)]
    return [] if is_name(name) else [Problem("not_one_name", where, name)]


def plain(text: str) -> str:
    """A heading or name in small letters and digits, without remarks in brackets."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"\([^()]*\)", " ", tidy(text)).casefold()))


def plain_name(name: str) -> str:
    """An office's name without what lists add or leave out: "Kecamatan", "Kab. …"."""
    words = re.sub(r"\b(kabupaten|kab) \w+$", "", plain(name)).strip()
    return re.sub(r"^(kecamatan|kec) (?=.)", "", words)
