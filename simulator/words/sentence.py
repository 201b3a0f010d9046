"""A sentence in one language that keeps its numbers as numbers, so that each medium can show its own way."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from string import Formatter

from simulator.words import Lang, template
from simulator.words.numbers import NO_BREAK, month_long, month_short, shown
from simulator.words.quantity import Month, Quantity


class Unbroken(str):
    """Words that a medium keeps on one line, such as a date."""


@dataclass(frozen=True)
class Sentence:
    """Text and quantities in order; `str` gives the plain text."""

    lang: Lang
    parts: tuple[str | Quantity, ...]

    def __str__(self) -> str:
        return "".join(part if isinstance(part, str) else shown(part, self.lang) for part in self.parts)

    @property
    def unbroken(self) -> str:
        """The plain text, with non-breaking spaces between numbers and their units."""
        parts = (p if isinstance(p, str) else shown(p, self.lang).replace(" ", NO_BREAK) for p in self.parts)
        return "".join(parts)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers in the sentence, in order."""
        return tuple(part for part in self.parts if isinstance(part, Quantity))


Words = str | Sentence
Filling = str | Quantity | Month | Sentence | Callable[[Lang], str]
"""What can replace a name in a sentence; a function returns the words in the language of the sentence."""
_WORDED: dict[str, Callable[[int, Lang], str]] = {
    "": month_long,
    "short": month_short,
    "unbroken": lambda m, lang: month_long(m, lang).replace(" ", NO_BREAK),
}


def sentence(key: str, lang: Lang, /, **values: Filling) -> Sentence:
    """The sentence of a key with its values filled in; raises KeyError for an unknown key or a missing value.

    A form after a name specifies how its number or month is written: "{share:tenths}", "{month:short}".
    """
    parts: list[str | Quantity] = []
    for before, name, form in _pieces(template(key, lang)):
        parts += [before] if before else []
        if name is None:
            continue
        value = values[name]
        if isinstance(value, Sentence):
            parts += value.parts
        elif isinstance(value, Month):
            parts.append(Unbroken(_WORDED[form](value.number, lang)))
        elif isinstance(value, Quantity):
            parts.append(value.written(form) if form else value)
        else:
            parts.append(value if isinstance(value, str) else value(lang))
    return Sentence(lang, tuple(parts))


def joined(sentences: Iterable[Sentence | str], lang: Lang, between: str = " ") -> Sentence:
    """Sentences joined into one, with `between` after each but the last."""
    parts: list[str | Quantity] = []
    for one in sentences:
        parts += [between] if parts else []
        parts += [one] if isinstance(one, str) else one.parts
    return Sentence(lang, tuple(parts))


@cache
def _pieces(words: str) -> tuple[tuple[str, str | None, str], ...]:
    """A template split into the text before each name, the name (None at the end) and its form."""
    return tuple((before, name, form or "") for before, name, form, _ in Formatter().parse(words))
