"""Reads the regencies on which assumptions are tried, `data/trials.json`, strictly."""

from functools import lru_cache
from pathlib import Path

from simulator.model.trial import Trials
from simulator.store.places import DATA
from simulator.store.strict_json import parse, read_bytes, validated


def read_trials(path: Path = DATA / "trials.json") -> Trials:
    """Every trial and the growth settings to try, cached like a baseline.

    Raises UserError with every problem.
    """
    return _trials(path.name, read_bytes(path))


@lru_cache(maxsize=4)
def _trials(name: str, raw: bytes) -> Trials:
    return validated(Trials, parse(raw, name), name)
