"""A widget from a declared setting: slider and typed value for a lever, one field for the rest."""

from functools import cache
from typing import Any

import streamlit as st
from pydantic import ValidationError

from simulator.model.months import month_name, month_number
from simulator.model.scenario import LEVERS, SETTINGS, setting_value, with_values
from simulator.model.settings import Setting
from simulator.report.explain.cited import reference_keys
from simulator.ui import origin, session
from simulator.ui.html import Html
from simulator.ui.session import say
from simulator.words import Lang
from simulator.words.numbers import month_long, parse_number, trimmed
from simulator.words.provenance import basis_name
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence
from simulator.words.settings import setting_help, setting_label, setting_value_text

_state = st.session_state
MONTHS_BEFORE, MONTHS_AFTER = 12, 120  # of the baseline month, in a list of months


def scale(declared: Setting) -> float:
    """What a value is multiplied by on screen: shares are shown as percent."""
    return 100.0 if declared.unit.startswith("share") else 1.0


def lever(path: str, label: str) -> None:
    """A slider with a typed value beside it; it moves every setting of its lever."""
    declared, paths = SETTINGS[path], LEVERS[path]
    factor = scale(declared)
    low, high, step = (number * factor for number in declared.slider)
    now = setting_value(session.scenario(), path) * factor
    high = max(high, now)
    whole = declared.kind == "int"
    slider, typed = f"lever {path}", f"typed {path}"
    places = 0 if whole else 1
    _state[slider] = int(now) if whole else round(now, 6)
    if typed not in _state.get("refused", {}):
        _state[typed] = _shown(now, places)

    def moved() -> None:
        _take(paths, (int(_state[slider]) if whole else round(_state[slider] / factor, 8)), typed)

    number = int if whole else float
    with st.container(key=f"card-{path.replace('.', '-')}"):  # style.py puts the typed value beside the label
        st.slider(
            label,
            number(low),
            number(high),
            step=number(step),
            key=slider,
            on_change=moved,
            help=help_text(declared),
        )
        st.text_input(
            say("side.typed", label=label),
            key=typed,
            label_visibility="collapsed",
            on_change=_typed_in,
            args=(typed, paths, factor, declared),
        )
    _refusal(typed, declared)


def today_mark(path: str, level: Quantity, words: Sentence) -> None:
    """Today's level as a mark under the slider's track, which ends at the setting's upper bound."""
    at = min(1.0, level.number / SETTINGS[path].slider[1])
    side, page = "from-left" if at < 0.5 else "from-right", Html(session.lang())
    mark = f'<i style="left:{at:.2%}" aria-hidden="true"></i>'
    html = f'<div class="today {side}">{mark}<span>{page.sentence(words)}</span></div>'
    origin.draw_numbers(html, page, key=f"today {path}")


def field(path: str) -> None:
    """One field for a setting: typed number, list of choices or months, or a switch."""
    declared = SETTINGS[path]
    {
        "float": _number_field,
        "int": _number_field,
        "choice": _choice_field,
        "switch": _switch,
        "month": _month_field,
    }[declared.kind](declared)


def reset(paths: tuple[str, ...]) -> None:
    """A button back to the saved value, where the present one differs."""
    saved, now = session.draft().saved, session.scenario()
    if any(setting_value(saved, p) != setting_value(now, p) for p in paths):
        shown = setting_value_text(paths[0], setting_value(saved, paths[0]), session.lang())
        st.button(
            say("side.reset", value=shown),
            key=f"reset {paths[0]}",
            type="tertiary",
            help=say("side.reset_help"),
            on_click=lambda: session.change(with_values(now, {p: setting_value(saved, p) for p in paths})),
        )


def help_text(declared: Setting) -> str:
    """What a setting does, its bounds, reference value and source: the lever's card."""
    keys = reference_keys(declared.path, session.projection().baseline)
    return _card(declared, keys, session.lang())


@cache
def _card(declared: Setting, keys: str, lang: Lang) -> str:
    """The words of a lever's card, which hang on the program and the data only, put together once."""
    parts = [setting_help(declared.path, lang)]
    if declared.low is not None:
        low, high = (
            setting_value_text(declared.path, bound, lang) for bound in (declared.low, declared.high)
        )
        parts.append(say("side.help_bounds", low=low, high=high))
    parts.append(
        say("side.help_reference", reference=setting_value_text(declared.path, declared.reference, lang))
    )
    parts.append(
        say("side.help_source", sources=session.source_titles(keys) if keys else basis_name("assumed", lang))
    )
    return "\n\n".join(parts)


def _take(paths: tuple[str, ...], value: Any, typed: str) -> None:
    _state.get("refused", {}).pop(typed, None)
    session.change(with_values(session.scenario(), {p: value for p in paths}))


def _typed_in(typed: str, paths: tuple[str, ...], factor: float, declared: Setting) -> None:
    text, refused = _state[typed].strip(), _state.setdefault("refused", {})
    if declared.nullable and not text:
        return _take(paths, None, typed)
    try:
        value = round(parse_number(text, session.lang()) / factor, 10)
    except ValueError:
        refused[typed] = (text, "side.not_understood")
        return None
    if declared.kind == "int" and not value.is_integer():
        refused[typed] = (text, "side.not_whole")
        return None
    try:
        _take(paths, int(value) if declared.kind == "int" else value, typed)
    except ValidationError:
        refused[typed] = (text, "side.out_of_bounds")
    return None


def _refusal(typed: str, declared: Setting) -> None:
    """Says what was typed and not taken; the setting keeps its value and the field its text."""
    refused = _state.get("refused", {}).get(typed)
    if refused is not None:
        low, high = (
            setting_value_text(declared.path, bound, session.lang())
            for bound in (declared.low, declared.high)
        )
        text, reason = refused
        st.error(say(reason, found=text or "–", low=low, high=high))


def _shown(value: float, least_places: int) -> str:
    """A number as somebody would type it: at least `least_places`, at most as many as it has."""
    return trimmed(value, session.lang(), 8, least_places)


def _number_field(declared: Setting) -> None:
    factor, typed = scale(declared), f"field {declared.path}"
    now = setting_value(session.scenario(), declared.path)
    if typed not in _state.get("refused", {}):
        _state[typed] = "" if now is None else _shown(now * factor, 0)
    label = f"{setting_label(declared.path, session.lang())} ({say(f'unit.{declared.unit}')})"
    st.text_input(
        label,
        key=typed,
        help=help_text(declared),
        on_change=_typed_in,
        args=(typed, (declared.path,), factor, declared),
    )
    _refusal(typed, declared)


def _choice_field(declared: Setting) -> None:
    key = f"choice {declared.path}"
    _state[key] = setting_value(session.scenario(), declared.path)
    st.selectbox(
        setting_label(declared.path, session.lang()),
        declared.options,
        key=key,
        help=help_text(declared),
        format_func=lambda option: setting_value_text(declared.path, option, session.lang()),
        on_change=lambda: _take((declared.path,), _state[key], key),
    )


def _switch(declared: Setting) -> None:
    key = f"switch {declared.path}"
    _state[key] = setting_value(session.scenario(), declared.path)
    st.toggle(
        setting_label(declared.path, session.lang()),
        key=key,
        help=help_text(declared),
        on_change=lambda: _take((declared.path,), _state[key], key),
    )


def _month_field(declared: Setting) -> None:
    key, lang = f"month {declared.path}", session.lang()
    now = setting_value(session.scenario(), declared.path)
    start = session.projection().baseline.month
    months = {month_name(start + t) for t in range(-MONTHS_BEFORE, MONTHS_AFTER + 1)} | (
        {now} if now else set()
    )
    options = [None] * declared.nullable + sorted(months, key=month_number)
    _state[key] = now
    st.selectbox(
        setting_label(declared.path, lang),
        options,
        key=key,
        help=help_text(declared),
        format_func=lambda month: say("side.none") if month is None else month_long(month, lang),
        on_change=lambda: _take((declared.path,), _state[key], key),
    )
