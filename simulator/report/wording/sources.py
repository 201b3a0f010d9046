"""The numbered sources, and the page of assumptions and sources."""

from collections.abc import Mapping

from simulator.model.source import Source
from simulator.report.wording import Lang


def source_line(key: str, source: Source, lang: Lang) -> str:
    """A source in one line: number, title, publisher and date, where it has them."""
    return ", ".join((f"{key} {source.title[lang]}", *(part for part in (source.publisher, source.date) if part != "–")))


def source_titles(keys: str, sources: Mapping[str, Source], lang: Lang) -> str:
    """Sources by key, separated by spaces, as numbers with titles."""
    return "; ".join(f"{key} {sources[key].title[lang]}" for key in keys.split())
