"""The catalogue of all texts: `text(key, lang)` returns a sentence; the other modules here contain them.

A module defines `TEXTS`: key → (Indonesian, English). Any further language has a module of its own, which
`languages` refers to. Tests ensure that all languages are complete and take the same values.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from simulator.words.languages import LANGUAGES as LANGUAGES
from simulator.words.languages import Lang as Lang


@cache
def _texts() -> dict[str, tuple[str, str]]:
    result: dict[str, tuple[str, str]] = {}
    for module in iter_modules(__path__):
        texts = getattr(import_module(f"{__name__}.{module.name}"), "TEXTS", {})
        twice = result.keys() & texts.keys()
        if twice:
            raise ValueError(f"said in two places: {sorted(twice)}")
        result.update(texts)
    return result


def text(key: str, lang: Lang, /, **values: Any) -> str:
    """The sentence of a key, values filled in; raises KeyError for an unknown key or a missing value."""
    return template(key, lang).format(**values)


def template(key: str, lang: Lang, /) -> str:
    """The sentence of a key as in the catalogue, with names in braces; raises KeyError for an unknown key."""
    texts = LANGUAGES[lang].texts
    return texts[key] if texts else _texts()[key][lang == "en"]


def all_texts() -> Iterator[tuple[str, str, str]]:
    """The key, the Indonesian and the English of every sentence."""
    return ((key, *pair) for key, pair in _texts().items())
