"""How wide letters are: text broken into lines by the widths of Arial and Arimo."""

from functools import cache

from simulator.handouts import font

LINE = 1.2  # height of a line per point of size, as office programs set it
SPARE = 0.98  # of a width: programs round the places of letters
_UNKNOWN = 1000
NARROWEST = 0.19  # letter, per point of size


def width_of(words: str, size: float, bold: bool = False) -> float:
    """Width of one line in points; a letter whose width nobody knows counts as a full square."""
    return sum(_letter(letter, bold) for letter in words) * size / 1000


@cache
def _letter(letter: str, bold: bool) -> float:
    return font.width(letter, bold) or _UNKNOWN


def wrapped(words: str, size: float, width: float, bold: bool = False) -> list[str]:
    """Lines of at most `width` points, broken at breaking spaces; a word wider than a line is broken."""
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
    """A word in pieces that fit a line each; one letter always does."""
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
    """The words as far as they fill so many lines; what is left out is marked."""
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
