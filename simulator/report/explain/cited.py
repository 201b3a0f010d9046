"""Which numbered sources stand behind settings and what is computed from them."""

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
    """Source keys, each once and as they come; of what is given each may hold several, or none."""
    return " ".join(dict.fromkeys(" ".join(keys).split()))


def by_number(*keys: str) -> tuple[str, ...]:
    """Source keys, each once, S7 before S11."""
    return tuple(sorted(each_once(*keys).split(), key=lambda key: (len(key), key)))


def reference_keys(path: str, baseline: Baseline) -> str:
    """The source keys of a setting's reference value; empty where it is an assumption without any.

    What a regency's own data say of it goes before what holds everywhere.
    """
    return baseline.facts.setting_sources.get(path, SETTINGS[path].source)


def setting_basis(c: Context, path: str) -> tuple[Basis, str]:
    """Mark and source keys of a setting: its reference value's, or those of the named prior it is part of.

    Assumed and none where it has another value.
    """
    if keeps_reference(c.scenario, path):
        return reference_basis(c, path)
    prior = chosen_prior(c.scenario)
    keys = {RATE: prior.rate_source, WEIGHT: prior.weight_source} if prior else {}
    return (c.sources[keys[path]].basis, keys[path]) if path in keys else ("assumed", "")


def reference_basis(c: Context, path: str) -> tuple[Basis, str]:
    """Mark and source keys of a setting's reference value; the first source is the one it rests on."""
    keys = reference_keys(path, c.baseline)
    return (c.sources[keys.split()[0]].basis, keys) if keys else ("assumed", "")


def range_keys(c: Context, path: str) -> str:
    """The keys of the sources that say why a range is as it is; none where it is not the usual one."""
    given, of = range_of(c.scenario, path), SETTINGS[path]
    by_default = given in ranges_by_default(c.scenario)
    return of.range_source if by_default or is_usual(given) else ""


def setting_keys(c: Context, *paths: str) -> str:
    """The source keys, each once, of the settings that have their reference value."""
    kept = (path for path in paths if keeps_reference(c.scenario, path))
    return each_once(*(reference_keys(path, c.baseline) for path in kept))


def derivation_key(c: Context, key: str, value: float) -> str:
    """The key of a numbered derivation, empty where other data or rates give another value.

    Also where the derivation is another regency's, and its value met by chance.
    """
    is_met = any(math.isclose(value, result) for result in c.sources[key].results)
    return key if is_met and _is_of(c.sources[key], c.baseline) else ""


def sources_here(c: Context) -> dict[str, Source]:
    """The numbered sources but for those of other regencies."""
    return {key: source for key, source in c.sources.items() if _is_of(source, c.baseline)}


def _is_of(source: Source, baseline: Baseline) -> bool:
    return source.region in (None, baseline.facts.region)


def death_keys(c: Context) -> str:
    """The derivation behind the death rate, where it is the one that is used."""
    return derivation_key(c, "S22", death_rate(c.scenario.risk, c.baseline) * 1000)


def payout_keys(c: Context) -> str:
    """The sources of the death and accident rates by which payouts are expected."""
    return each_once(death_keys(c), setting_keys(c, "risk.accidents_per_1000_year"))


def contribution_keys(c: Context) -> str:
    """The sources of what is paid for a worker: the rates, and the relief at its reference value."""
    return each_once("S7", setting_keys(c, "contribution.relief_applies", "contribution.transport_share"))


def target_keys(c: Context, workers: float) -> str:
    """The sources of the workers a target asks for: the derivation that gives as many, and the target's."""
    return each_once(derivation_key(c, "S23", workers), setting_keys(c, "target.coverage_share"))
