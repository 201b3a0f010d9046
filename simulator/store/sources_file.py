"""Reads the numbered sources, `data/sources.json`, strictly."""

from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, RootModel, StringConstraints

from simulator.model.source import Source
from simulator.store.places import DATA
from simulator.store.strict_json import parse, read_bytes, validated

Key = Annotated[str, StringConstraints(pattern=r"^S[1-9]\d*$")]


class _Sources(RootModel[dict[Key, Source]]):
    model_config = ConfigDict(strict=True, frozen=True)


def read_sources(path: Path = DATA / "sources.json") -> dict[str, Source]:
    """Every source by its number such as "S44", in the order of the file; cached like a baseline.

    Raises UserError with every problem.
    """
    return _sources(path.name, read_bytes(path))


@lru_cache(maxsize=4)
def _sources(name: str, raw: bytes) -> dict[str, Source]:
    return validated(_Sources, parse(raw, name), name).root
