"""Names reduced to what tells them apart, so that an office is found however a file writes it."""

import re
import unicodedata


def tidy(text: str) -> str:
    """A name as a list would print it: one line, single spaces, no invisible characters."""
    visible = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return " ".join(visible.split())


def plain(text: str) -> str:
    """A heading or name in small letters and digits, without remarks in brackets."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"\([^()]*\)", " ", tidy(text)).casefold()))


def plain_name(name: str) -> str:
    """An office's name without what lists add or leave out: "Kecamatan", "Kab. …"."""
    words = re.sub(r"\b(kabupaten|kab) \w+$", "", plain(name)).strip()
    return re.sub(r"^(kecamatan|kec) (?=.)", "", words)
