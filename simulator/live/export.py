"""The data for the model in the browser: baseline, programme and settings, as one JSON object."""

from dataclasses import asdict
from functools import lru_cache
from typing import Any

from simulator.model.baseline import Baseline
from simulator.model.programme import Programme
from simulator.model.scenario import LEVERS, SETTINGS
from simulator.model.settings import Setting
from simulator.model.uncertainty import scale_of
from simulator.words import LANGUAGES
from simulator.words.settings import lever_label, setting_label, setting_value_text


def exported(baseline: Baseline, programme: Programme) -> dict[str, Any]:
    """Everything a projection and its levers need beside a scenario; keys as in the files, texts by language.

    Raises UserError if the programme has no rate or benefit for the month of the baseline.
    """
    programme.rates_of(baseline.month)
    programme.benefits_of(baseline.month)
    return model_data(baseline, programme) | {
        "settings": [_setting(setting) for setting in SETTINGS.values()],
        "levers": [_lever(path, moved) for path, moved in LEVERS.items()],
    }


def model_data(baseline: Baseline, programme: Programme) -> dict[str, Any]:
    """The input of `model.js`: the content of the baseline's two files, and of `data/programme.json`."""
    return {
        "baseline": _of_baseline(baseline),
        "programme": programme.model_dump(mode="json", by_alias=True),
    }


@lru_cache(maxsize=8)
def _of_baseline(baseline: Baseline) -> dict[str, Any]:
    return {
        "name": baseline.name,
        "digest": baseline.digest,
        "facts": baseline.facts.model_dump(mode="json"),
        "units": [asdict(unit) for unit in baseline.units],
    }


def _setting(setting: Setting) -> dict[str, Any]:
    """A setting's declaration, with its name and the names of its options."""
    return {
        "path": setting.path,
        "kind": setting.kind,
        "unit": setting.unit,
        "low": setting.low,
        "high": setting.high,
        "slider_high": setting.slider_high,
        "step": setting.step,
        "options": list(setting.options),
        "nullable": setting.nullable,
        "range_scale": scale_of(setting.path) if setting.may_range else None,
        "reference": setting.reference,
        "resting": setting.resting,
        "group": setting.group,
        "label": {lang: setting_label(setting.path, lang) for lang in LANGUAGES},
        "option_names": {
            lang: [setting_value_text(setting.path, option, lang) for option in setting.options]
            for lang in LANGUAGES
        },
    }


def _lever(path: str, moved: tuple[str, ...]) -> dict[str, Any]:
    """A lever: the paths it moves together, and its short name."""
    return {
        "path": path,
        "moves": list(moved),
        "label": {lang: lever_label(path, lang) for lang in LANGUAGES},
    }
