"""Settings in sentences: a value with its unit, what a change leads from and to, and the special setting of a unit."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from simulator.model.scenario import OVERRIDE_SETTINGS, Override, setting_value
from simulator.report.context import Context
from simulator.report.explain.cited import setting_basis
from simulator.report.explain.sought import unit_of
from simulator.words import Lang, text
from simulator.words.quantity import Form, Origin, Quantity
from simulator.words.sentence import Sentence, joined, sentence
from simulator.words.settings import setting_label, setting_value_text

FORMS: tuple[Form, ...] = ("", "fine", "finest")  # ever more decimal places
IN_WORDS = ("month", "choice", "switch")  # units of settings that are no quantities
BARE = {"share_per_month": "share", "share_per_year": "share", "idr_each": "idr_each", "share": "share"}
"""The unit of a value whose word stands behind the next one only; any other is a plain number."""


def value_of(c: Context, path: str, lang: Lang, form: Form = "") -> Sentence:
    """The value of a setting of a scenario: 70,1 %, 12 bulan, Rp 1.000.000, ya, tidak pernah."""
    value = setting_value(c.scenario, path)
    quantity = _quantity(path, value, Origin("setting", c, (("path", path),)))
    if quantity is None:
        return Sentence(lang, (setting_value_text(path, value, lang),))
    basis, _ = setting_basis(c, path)
    return _with_unit(replace(quantity, basis=basis, form=_form(quantity, form)), lang)


def changed_setting(before: Context, after: Context, path: str, lang: Lang, label: str = "") -> Sentence:
    """A changed setting, under a `label` of its own or its name: Partisipasi minimal OPD: 0 % → 70,1 %."""
    values = told_apart((before, after), lambda c, form: value_of(c, path, lang, form))
    return sentence(
        "compare.changed",
        lang,
        setting=label or setting_label(path, lang),
        before=_without_unit(*values),
        after=values[1],
    )


def told_apart(things: Sequence[Any], worded: Callable[[Any, Form], Sentence]) -> list[Sentence]:
    """Things in words, with as many decimal places as it takes for different ones to read differently."""
    exact = len({str(worded(thing, FORMS[-1])) for thing in things})
    for form in FORMS:
        sentences = [worded(thing, form) for thing in things]
        if len(set(map(str, sentences))) == exact:
            break
    return sentences


def override_value(c: Context, override: Override | None, name: str, lang: Lang, form: Form = "") -> Sentence:
    """What a special setting asks of a unit or group called `name`; the keys it leaves open are left out."""
    parts = [
        joined((f"{setting_label(path, lang)}:", _asked(c, path, value, name, lang, form)), lang)
        for key in OVERRIDE_SETTINGS
        if (value := getattr(override, key, None)) is not None and (path := f"overrides.*.{key}")
    ]
    return joined(parts or [text("value.nothing_special", lang)], lang, "; ")


def _asked(c: Context, path: str, value: Any, name: str, lang: Lang, form: Form) -> Sentence:
    origin = Origin("override", c, (("name", name), ("path", path), ("value", value)))
    quantity = _quantity(path, value, origin)
    if quantity is None:
        return Sentence(lang, (setting_value_text(path, value, lang),))
    return _with_unit(replace(quantity, basis="assumed", form=_form(quantity, form)), lang)


def _quantity(path: str, value: Any, origin: Origin) -> Quantity | None:
    """A setting as a number, None where it is none: a month, a choice, a seed, or nothing typed."""
    unit = unit_of(path)
    is_number = value is not None and unit not in IN_WORDS and path != "uncertainty.seed"
    return Quantity(float(value), unit, origin=origin) if is_number else None


def _form(quantity: Quantity, form: Form) -> Form:
    """A part of a Rupiah is never left away."""
    return "fine" if quantity.unit == "idr_each" and not form and quantity.value % 1 else form


def _with_unit(quantity: Quantity, lang: Lang) -> Sentence:
    if quantity.unit == "person_years":  # written without its unit elsewhere
        return sentence("value.person_years", lang, number=quantity)
    return Sentence(lang, (quantity,))


def _without_unit(one: Sentence, other: Sentence) -> Sentence:
    """The first of two values without the word of its unit, where the second has the same."""
    if not one.quantities or not other.quantities:
        return one
    (quantity,) = one.quantities
    return Sentence(one.lang, (replace(quantity, unit=BARE.get(quantity.unit, "number")),))
