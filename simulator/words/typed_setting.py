"""A number typed for a setting, in the language's notation; or the reason why it is refused."""

from simulator.model.ranges import TYPED_PLACES
from simulator.model.scenario import SETTINGS
from simulator.model.settings import Setting
from simulator.words import Lang, text
from simulator.words.numbers import in_own_marks, parse_number
from simulator.words.settings import setting_bounds

TEXTS = {
    "typed.not_understood": (
        "“{found}” tidak dimengerti. Isi {low} sampai {high}.",
        "“{found}” is not understood. Give {low} to {high}.",
    ),
    "typed.other_marks": (
        "“{found}” tidak dimengerti. Pakai koma untuk desimal: {suggestion}.",
        "“{found}” is not understood. Use a point for decimals: {suggestion}.",
    ),
    "typed.not_whole": (
        "{found} bukan bilangan bulat. Isi bilangan bulat {low} sampai {high}.",
        "{found} is not a whole number. Give a whole number, {low} to {high}.",
    ),
    "typed.out_of_bounds": (
        "{found} di luar batas. Isi {low} sampai {high}.",
        "{found} is out of bounds. Give {low} to {high}.",
    ),
}


class Refused(ValueError):
    """Typed text is no value of the setting: "not_understood", "not_whole" or "out_of_bounds"."""

    def __init__(self, path: str, typed: str, mistake: str):
        super().__init__(f"{path}: {typed!r} {mistake}")
        self.path, self.typed, self.mistake = path, typed, mistake

    def reason(self, lang: Lang) -> str:
        """Why it was refused and what is allowed, in words."""
        suggestion = in_own_marks(self.typed, lang) if self.mistake == "not_understood" else ""
        key = "typed.other_marks" if suggestion else f"typed.{self.mistake}"
        found = self.typed or "–"
        return text(key, lang, found=found, suggestion=suggestion, **setting_bounds(self.path, lang))


def scale(declared: Setting) -> float:
    """The factor between a value and what is shown and typed: shares are percentages there."""
    return 100.0 if declared.unit.startswith("share") else 1.0


def typed_value(path: str, typed: str, lang: Lang) -> float | int:
    """The value of a setting for a typed number; raises Refused."""
    try:
        number = parse_number(typed, lang)
    except ValueError:
        raise Refused(path, typed, "not_understood") from None
    return scaled_value(path, number, typed)


def scaled_value(path: str, number: float, typed: str) -> float | int:
    """The value of a setting for `number` in the unit of typed values; raises Refused with the text `typed`."""
    declared = SETTINGS[path]
    value, (low, high) = round(number / scale(declared), TYPED_PLACES), declared.bounds
    if declared.kind == "int" and not value.is_integer():
        raise Refused(path, typed, "not_whole")
    if not low <= value <= high:
        raise Refused(path, typed, "out_of_bounds")
    return int(value) if declared.kind == "int" else value
