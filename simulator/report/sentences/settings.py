"""Settings in sentences: a value with its unit, a change, an override, what makes scenarios differ."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from simulator.model.parts import Override
from simulator.model.scenario import OVERRIDE_SETTINGS, setting_value
from simulator.model.source import Source
from simulator.planning.groups import unit_groups
from simulator.planning.players import DATA, OVERRIDES, Player
from simulator.report.context import Context
from simulator.report.explain.cited import reference_basis, setting_basis
from simulator.report.sentences.unit_names import row_name
from simulator.words import Lang, text
from simulator.words.provenance import basis_name
from simulator.words.quantity import Form, Origin, Quantity, Unit
from simulator.words.sentence import Sentence, joined, sentence
from simulator.words.settings import (
    setting_bounds,
    setting_help,
    setting_label,
    setting_of,
    setting_value_text,
    value_sentence,
)
from simulator.words.sources import source_titles

FORMS: tuple[Form, ...] = ("", "fine", "finest")  # ever more decimal places
BARE: dict[Unit, Unit] = {
    "share_per_month": "share",
    "share_per_year": "share",
    "idr_each": "idr_each",
    "share": "share",
}
"""The unit of the first value of a pair, where the second shows the unit's word; otherwise a plain number."""


def value_of(c: Context, path: str, lang: Lang, form: Form = "") -> Sentence:
    """The value of a setting of a scenario."""
    basis, origin = setting_basis(c, path)[0], Origin("setting", c, (("path", path),))
    return value_sentence(path, setting_value(c.scenario, path), lang, form, basis=basis, origin=origin)


def reference_of(c: Context, path: str, lang: Lang, form: Form = "") -> Sentence:
    """The reference value of a setting, with its sources in this regency."""
    basis, origin = reference_basis(c, path)[0], Origin("reference", c, (("path", path),))
    return value_sentence(path, setting_of(path).reference, lang, form, basis=basis, origin=origin)


def bounds_of(c: Context, path: str, lang: Lang) -> Sentence:
    """The allowed values of a setting: 1 – 120 bulan, the unit once, or its choices; empty for a month."""
    setting = setting_of(path)
    if setting.low is None:
        options = setting.options or ((True, False) if setting.kind == "switch" else ())
        return joined([value_sentence(path, option, lang) for option in options], lang, " / ")
    low, high = (
        value_sentence(path, bound, lang, "fine", basis="counted", origin=Origin("bound", c, about))
        for end, bound in (("low", setting.low), ("high", setting.high))
        for about in ((("end", end), ("path", path)),)
    )
    of_shares = setting.unit.startswith("share")
    return sentence("value.range", lang, low=low if of_shares else _without_unit(low, high), high=high)


def setting_card(path: str, keys: str, sources: Mapping[str, Source], lang: Lang) -> tuple[str, ...]:
    """What a setting does, its bounds, and its reference value with the sources named by `keys`."""
    declared = setting_of(path)
    reference = setting_value_text(path, declared.reference, lang)
    named = source_titles(keys, sources, lang) if keys else basis_name("assumed", lang)
    return (
        setting_help(path, lang),
        *([] if declared.low is None else [text("side.help_bounds", lang, **setting_bounds(path, lang))]),
        text("side.help_reference", lang, reference=reference),
        text("side.help_source", lang, sources=named),
    )


def changed_setting(before: Context, after: Context, path: str, lang: Lang, label: str = "") -> Sentence:
    """A changed setting under its name or a given `label`: Partisipasi minimal OPD: 0 % → 70,1 %."""
    values = distinguishable((before, after), lambda c, form: value_of(c, path, lang, form))
    return sentence(
        "compare.changed",
        lang,
        setting=label or setting_label(path, lang),
        before=_without_unit(*values),
        after=values[1],
    )


def distinguishable(things: Sequence[Any], worded: Callable[[Any, Form], Sentence]) -> list[Sentence]:
    """Put things into words, with enough decimal places for different ones to read differently."""
    exact = len({str(worded(thing, FORMS[-1])) for thing in things})
    for form in FORMS:
        sentences = [worded(thing, form) for thing in things]
        if len(set(map(str, sentences))) == exact:
            break
    return sentences


def override_value(c: Context, override: Override | None, name: str, lang: Lang, form: Form = "") -> Sentence:
    """What an override sets for a unit or group called `name`; keys it leaves open are skipped."""
    parts = [
        joined((f"{setting_label(path, lang)}:", _worded(c, path, value, name, lang, form)), lang)
        for key in OVERRIDE_SETTINGS
        if (value := getattr(override, key, None)) is not None and (path := f"overrides.*.{key}")
    ]
    return joined(parts or [text("value.nothing_special", lang)], lang, "; ")


def _worded(c: Context, path: str, value: Any, name: str, lang: Lang, form: Form) -> Sentence:
    origin = Origin("override", c, (("name", name), ("path", path), ("value", value)))
    return value_sentence(path, value, lang, form, origin=origin)


def _without_unit(one: Sentence, other: Sentence) -> Sentence:
    """The first of two values without its unit's word, which the second repeats."""
    if not one.quantities or not other.quantities:
        return one
    (quantity,) = one.quantities
    return Sentence(one.lang, (replace(quantity, unit=BARE.get(quantity.unit, "number")),))


def player_name(player: Player, a: Context, b: Context, lang: Lang) -> Sentence:
    """What changed: a setting with both values, an override, a block of the file, or the data."""
    if player.key == DATA:
        before, after = (c.baseline.facts.title[lang] for c in (a, b))
        return sentence("attribution.baseline", lang, before=before, after=after)
    if player.key == OVERRIDES:
        return sentence("attribution.overrides", lang)
    if player.key.startswith(f"{OVERRIDES}."):
        names = {group.key: row_name(group, a.baseline, lang) for group in unit_groups(a.baseline)}
        return sentence("compare.override", lang, unit=names[player.key.removeprefix(f"{OVERRIDES}.")])
    if len(player.settings) == 1:
        return changed_setting(a, b, player.settings[0], lang)
    return sentence(
        "attribution.block",
        lang,
        block=text(f"attribution.block.{player.key}", lang),
        count=counted_settings(a, [setting_label(path, lang) for path in player.settings]),
    )


def counted_settings(c: Context, names: list[str]) -> Quantity:
    """How many settings there are; the explanation names them."""
    about = (("things", tuple(names)), ("what", "settings"))
    return Quantity(float(len(names)), "count", "counted", Origin("count", c, about))
