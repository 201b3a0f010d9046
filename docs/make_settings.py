"""Writes docs/settings.md from the settings' own declarations: python docs/make_settings.py"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from simulator.model.scenario import OVERRIDE_SETTINGS, SETTINGS  # noqa: E402
from simulator.model.settings import Setting  # noqa: E402
from simulator.words.settings import setting_help, setting_label, setting_value_text  # noqa: E402

INTRODUCTION = """# Settings

Written by `python docs/make_settings.py` from the declarations in `simulator/model/parts.py`; change
those, never this file. The path is the one in a scenario file. Bounds are allowed themselves. The reference
value is the shipped default scenario's. Sources are in `docs/sources.md`; S40–S69 are assumptions. A
regency's own data may name a source of its own (`setting_sources` of its baseline); where none is named
here, the value is an assumption elsewhere. What a lever of the sidebar moves is marked ●.
"""
HEAD = "| path | what it is called | bounds | reference | step | source |\n|---|---|---|---|---|---|\n"


def render() -> str:
    """The Markdown of all settings in the order of the file: a table per part, then what each one does."""
    parts: dict[str, dict[str, Setting]] = {}
    for path, declared in SETTINGS.items():
        parts.setdefault(path.rpartition(".")[0] or "(top level)", {})[path] = declared
    parts["overrides, of one unit"] = {f"overrides.*.{path}": d for path, d in OVERRIDE_SETTINGS.items()}
    return "\n".join([INTRODUCTION, *(_section(name, part) for name, part in parts.items())])


def _section(name: str, part: dict[str, Setting]) -> str:
    lines = "".join(_line(path, declared) for path, declared in part.items())
    return f"## {name}\n\n{HEAD}{lines}\n{''.join(map(_help, part))}"


def _line(path: str, declared: Setting) -> str:
    if declared.low is not None:
        bounds = f"{declared.low:,} to {declared.high:,}" + ", whole" * (declared.kind == "int")
    else:
        bounds = ", ".join(declared.options) or {"switch": "true, false", "month": "a month"}[declared.kind]
    bounds += ", null" * declared.nullable
    reference = setting_value_text(path, declared.reference, "en", "fine") if path in SETTINGS else "null"
    lever = " ●" * (declared.lever is not None)
    step = "" if declared.step is None else f"{declared.step:,}"
    cells = (f"`{path}`{lever}", setting_label(path, "en"), bounds, reference, step, declared.source or "–")
    return f"| {' | '.join(cells)} |\n"


def _help(path: str) -> str:
    return f"- `{path.rpartition('.')[2]}`: {setting_help(path, 'en')}\n"


if __name__ == "__main__":
    (ROOT / "docs" / "settings.md").write_text(render(), encoding="utf-8", newline="\n")
