"""User-supplied text on a page (names, notes, file names), shown literally and never interpreted.

HTML is escaped by `html.escape`, Markdown (also labels and help of Streamlit) by `as_text`.
"""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:=&^])")
_JOINER = "\u2060"  # invisible, without width
# What Streamlit replaces in the text after Markdown: ":name:", addresses, arrows. A joiner breaks these up.
_FOUND_LATER = re.compile(
    r"(?<=:)(?=[\w+/-])|(?<=www)(?=\.)|(?=@)|(?<!\S.)(?<=[<>~-])(?=[->=])", re.IGNORECASE
)
_INDENT = re.compile(r"(^|[\r\n])[ \t]+")  # an indent, which would mark a block of code


def as_text(words: str) -> str:
    """Text escaped so that Markdown shows it exactly as it was written."""
    return _SIGNS.sub(r"\\\1", _FOUND_LATER.sub(_JOINER, _INDENT.sub(r"\1", words)))
