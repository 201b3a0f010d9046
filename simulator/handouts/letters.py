"""Widths of letters, and text broken into lines by the widths of Arial and Arimo."""

from functools import cache

from simulator.handouts import font

LINE = 1.2  # line height per point of font size, as office programs set it
SPARE = 0.98  # share of a width that is used, as programs round the positions of letters
_UNKNOWN = 1000
NARROWEST = 0.19  # of all letters, per point of font size


def width_of(words: str, size: float, bold: bool = False) -> float:
    """Width of one line in points; a letter of unknown width counts as wide as the font size."""
    return sum(_letter(letter, bold) for letter in words) * size / 1000


@cache
def _letter(letter: str, bold: bool) -> float:
    return font.width(letter, bold) or _UNKNOWN


def wrapped(words: str, size: float, width: float, bold: bool = False) -> list[str]:
    """Break text at breaking spaces into lines of at most `width` points; a wider word is broken."""
    lines, used, space = [""], 0.0, width_of(" ", size, bold)
    for word in words.split(" "):
        wide = width_of(word, size, bold)
        longer = used + space + wide if lines[-1] else wide
        if longer <= width * SPARE:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
            used = longer
        else:
            lines += _broken(word, size, width, bold)
            used = width_of(lines[-1], size, bold)
    return lines if len(lines) == 1 or lines[0] else lines[1:]


def _broken(word: str, size: float, width: float, bold: bool) -> list[str]:
    """A word in pieces that each fit on a line; a single letter always counts as fitting."""
    pieces, used = [""], 0.0
    for letter in word:
        wide = _letter(letter, bold) * size / 1000
        if pieces[-1] and used + wide > width * SPARE:
            pieces.append("")
            used = 0.0
        pieces[-1] += letter
        used += wide
    return pieces


def cut(words: str, size: float, width: float, lines: int = 1, bold: bool = False) -> str:
    """Cut words to at most `lines` lines; an ellipsis marks what is left out."""
    if len(words) <= lines * width / (NARROWEST * size) and len(wrapped(words, size, width, bold)) <= lines:
        return words
    low, high = 0, min(len(words), int(lines * width / (NARROWEST * size)))
    while low < high:
        middle = (low + high + 1) // 2
        has_room = len(wrapped(_marked(words, middle), size, width, bold)) <= lines
        low, high = (middle, high) if has_room else (low, middle - 1)
    return _marked(words, low)


def _marked(words: str, length: int) -> str:
    return f"{words[:length].rstrip()}…"
