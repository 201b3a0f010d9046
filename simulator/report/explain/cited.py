"""The numbered sources behind settings and behind what is computed from them."""

import math

from simulator.model.baseline import Baseline
from simulator.model.baseline_facts import Basis
from simulator.model.payouts import death_rate
from simulator.model.ranges import is_usual, range_of, ranges_by_default
from simulator.model.scenario import SETTINGS, keeps_reference
from simulator.model.source import Source
from simulator.planning.deaths import RATE, WEIGHT, chosen_prior
from simulator.report.context import Context


def each_once(*keys: str) -> str:
    """Join source keys, each once, in order; an argument may hold several keys, spaces between, or none."""
    return " ".join(dict.fromkeys(" ".join(keys).split()))


def by_number(*keys: str) -> tuple[str, ...]:
    """Source keys, each once, in numeric order: S7 before S11."""
    return tuple(sorted(each_once(*keys).split(), key=lambda key: (len(key), key)))


def reference_keys(path: str, baseline: Baseline) -> str:
    """The source keys of a setting's reference value; empty where it is an assumption without a source.

    The sources in a regency's own data take precedence over those that apply everywhere.
    """
    return baseline.facts.setting_sources.get(path, SETTINGS[path].source)


def setting_basis(c: Context, path: str) -> tuple[Basis, str]:
    """Mark and source keys of a setting: those of its reference value, or of the named prior it belongs to.

    With any other value, the setting is assumed and has no source.
    """
    if keeps_reference(c.scenario, path):
        return reference_basis(c, path)
    prior = chosen_prior(c.scenario)
    keys = {RATE: prior.rate_source, WEIGHT: prior.weight_source} if prior else {}
    return (c.sources[keys[path]].basis, keys[path]) if path in keys else ("assumed", "")


def reference_basis(c: Context, path: str) -> tuple[Basis, str]:
    """Mark and source keys of a setting's reference value; the mark is that of the first source."""
    keys = reference_keys(path, c.baseline)
    return (c.sources[keys.split()[0]].basis, keys) if keys else ("assumed", "")


def range_keys(c: Context, path: str) -> str:
    """The keys of the sources that justify a range; none where the range is not the usual one."""
    given, of = range_of(c.scenario, path), SETTINGS[path]
    by_default = given in ranges_by_default(c.scenario)
    return of.range_source if by_default or is_usual(given) else ""


def setting_keys(c: Context, *paths: str) -> str:
    """The source keys, each once, of those settings that keep their reference value."""
    kept = (path for path in paths if keeps_reference(c.scenario, path))
    return each_once(*(reference_keys(path, c.baseline) for path in kept))


def derivation_key(c: Context, key: str, value: float) -> str:
    """The key of a numbered derivation, or "" where other data or rates give another value.

    Also "" where the derivation belongs to another regency and the value matches by coincidence.
    """
    is_met = any(math.isclose(value, result) for result in c.sources[key].results)
    return key if is_met and _is_of(c.sources[key], c.baseline) else ""


def sources_here(c: Context) -> dict[str, Source]:
    """The numbered sources without those of other regencies."""
    return {key: source for key, source in c.sources.items() if _is_of(source, c.baseline)}


def _is_of(source: Source, baseline: Baseline) -> bool:
    return source.region in (None, baseline.facts.region)


def death_keys(c: Context) -> str:
    """The key of the derivation of the death rate, where that rate is the one in use."""
    return derivation_key(c, "S22", death_rate(c.scenario.risk, c.baseline) * 1000)


def payout_keys(c: Context) -> str:
    """The sources of the death and accident rates from which expected payouts follow."""
    return each_once(death_keys(c), setting_keys(c, "risk.accidents_per_1000_year"))


def contribution_keys(c: Context) -> str:
    """The sources of the contribution for a worker: the rates, and relief at its reference value."""
    return each_once("S7", setting_keys(c, "contribution.relief_applies", "contribution.transport_share"))


def target_keys(c: Context, workers: float) -> str:
    """The sources of the workers a target requires: the derivation with that result, and the target's."""
    return each_once(derivation_key(c, "S23", workers), setting_keys(c, "target.coverage_share"))
