"""User-supplied text on a page (names, notes, file names), shown literally and never interpreted.

Where a page is HTML, `html.escape` does it; where Streamlit reads Markdown, labels and help too, `as_text`.
"""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:=&^])")
_JOINER = "\u2060"  # unseen, without width
# What Streamlit looks for in the text that Markdown leaves: ":name:", addresses, arrows. A joiner parts it.
_FOUND_LATER = re.compile(
    r"(?<=:)(?=[\w+/-])|(?<=www)(?=\.)|(?=@)|(?<!\S.)(?<=[<>~-])(?=[->=])", re.IGNORECASE
)
_INDENT = re.compile(r"(^|[\r\n])[ \t]+")  # that of a block of code


def as_text(words: str) -> str:
    """Text escaped so that Markdown shows it exactly as it was written."""
    return _SIGNS.sub(r"\\\1", _FOUND_LATER.sub(_JOINER, _INDENT.sub(r"\1", words)))
