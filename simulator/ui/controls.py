"""Widgets for declared settings: a slider with a typed value for a lever, one field for any other."""

from contextlib import suppress
from functools import cache
from typing import Any

import streamlit as st

from simulator.model.months import month_name, month_number
from simulator.model.scenario import LEVERS, SETTINGS, setting_value, with_values
from simulator.model.settings import Setting
from simulator.report.explain.cited import reference_keys
from simulator.report.sentences.settings import setting_card
from simulator.store.sources_file import read_sources
from simulator.ui import hand, session
from simulator.ui.foreign import as_text
from simulator.ui.html import Html
from simulator.ui.session import say
from simulator.words import Lang
from simulator.words.numbers import trimmed
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence
from simulator.words.settings import setting_label, setting_value_text
from simulator.words.typed_setting import Refused, scale, typed_value

_state = st.session_state
NOTHING = ""  # the option for no month; with None a redrawn field would show no choice
MONTHS_BEFORE, MONTHS_AFTER = 12, 120  # of the baseline month, in a list of months


def lever(path: str, label: str) -> None:
    """A slider with a typed value beside it; it changes every setting of its lever."""
    declared, paths = SETTINGS[path], LEVERS[path]
    factor, slider, typed = scale(declared), f"lever {path}", f"typed {path}"
    number, places = (int, 0) if declared.kind == "int" else (float, 1)
    low, high, step = (end * factor for end in declared.slider)
    now = setting_value(session.scenario(), path) * factor
    end = number(max(high, now))
    if _state.get(f"end {path}") != end:  # with another end it is another slider
        _state[f"end {path}"] = end
        _state.pop(slider, None)
    at = number(round(now, 6))
    hand.write(slider, at)

    def moved() -> None:
        if hand.is_echo(slider):
            return
        held = hand.hold(slider)
        with suppress(ArithmeticError, ValueError):  # impossible for a slider, which is redrawn as before
            _take(paths, number(round(_state[slider] / factor, 8)), typed, (slider, held) if held else None)

    with st.container(key=f"card-{path.replace('.', '-')}"):  # style.py puts the typed value beside the label
        st.slider(
            label,
            number(low),
            end,
            at,
            step=number(step),
            key=slider,
            on_change=moved,
            help=help_text(declared),
        )
        _typed_field(
            say("side.typed", label=label), typed, declared, paths, places, label_visibility="collapsed"
        )
        _reset(paths)
    _refusal(typed)


def today_mark(path: str, level: Quantity, words: Sentence, page: Html) -> str:
    """Today's level as a mark under the slider's track, which ends at the setting's upper bound."""
    at = min(1.0, level.number / SETTINGS[path].slider[1])
    side = "from-left" if at < 0.5 else "from-right"
    mark = f'<i style="left:{at:.2%}" aria-hidden="true"></i>'
    return f'<div class="today {side}">{mark}<span>{page.sentence(words)}</span></div>'


def field_with_reset(path: str) -> None:
    """A field for a setting, with a button that resets it."""
    with st.container(key=f"field-{path.replace('.', '-')}"):  # style.py puts the button beside the label
        field(path)
        _reset((path,))


def field(path: str, short: str = "") -> None:
    """One field for a setting: typed number, list of choices or months, or a switch.

    With a `short` label it has no help and a key of its own, so a page can show it beside the sidebar's.
    """
    declared, key, lang = (
        SETTINGS[path],
        f"{SETTINGS[path].kind} {path}{' short' * bool(short)}",
        session.lang(),
    )
    label, helped = short or setting_label(path, lang), None if short else help_text(declared)
    if declared.kind in ("float", "int"):
        _typed_field(f"{label} ({say(f'unit.{declared.unit}')})", key, declared, (path,), help=helped)
        _refusal(key)
        return
    value = setting_value(session.scenario(), path)
    now = NOTHING if value is None else value
    hand.put(key, now)

    def chosen() -> None:
        with suppress(ValueError):  # a value that is not an option
            _take((path,), None if _state[key] == NOTHING else _state[key], key)

    if declared.kind == "switch":
        st.toggle(label, bool(now), key=key, help=helped, on_change=chosen)
        return
    options = _months(declared, now) if declared.kind == "month" else list(declared.options)
    st.selectbox(
        label,
        options,
        options.index(now),
        key=key,
        help=helped,
        on_change=chosen,
        format_func=lambda option: say("side.none") if option == NOTHING else _option(path, option, lang),
    )


@cache
def _option(path: str, option: str, lang: Lang) -> str:
    """An option's text, cached: a list of months needs all of them several times in every run."""
    return setting_value_text(path, option, lang)


def _months(declared: Setting, now: str) -> list[str]:
    """The months a setting can have, including its present one, and `NOTHING` if it may be empty."""
    start = session.projection().baseline.month
    months = {month_name(start + t) for t in range(-MONTHS_BEFORE, MONTHS_AFTER + 1)}
    if now:
        months.add(now)
    return [NOTHING] * declared.nullable + sorted(months, key=month_number)


def _reset(paths: tuple[str, ...]) -> None:
    """A button that restores the saved value, if the present one differs; nothing moves when it appears."""
    saved, now = session.draft().saved, session.scenario()
    if any(setting_value(saved, p) != setting_value(now, p) for p in paths):
        shown = setting_value_text(paths[0], setting_value(saved, paths[0]), session.lang())
        st.button(
            say("side.reset", value=shown),
            key=f"reset {paths[0]}",
            type="tertiary",
            icon=":material/restart_alt:",
            help=f"{shown}: {say('side.reset_help')}",
            on_click=lambda: session.change(with_values(now, {p: setting_value(saved, p) for p in paths})),
        )


def help_text(declared: Setting) -> str:
    """The lever's card: what a setting does, its bounds, reference value and source."""
    keys = reference_keys(declared.path, session.projection().baseline)
    return _card(declared.path, keys, session.lang())


@cache
def _card(path: str, keys: str, lang: Lang) -> str:
    """The text of a lever's card, cached because it depends on the programme and the data only."""
    return "\n\n".join(setting_card(path, keys, read_sources(), lang))


def _take(paths: tuple[str, ...], value: Any, typed: str, hold: tuple[str, int] | None = None) -> None:
    _state.get("refused", {}).pop(typed, None)
    session.change(with_values(session.scenario(), {p: value for p in paths}), hold)


def _typed_field(
    label: str, key: str, declared: Setting, paths: tuple[str, ...], least_places: int = 0, **options: Any
) -> None:
    """A field for a number, written as it would be typed; text that was not accepted stays in it."""
    now = setting_value(session.scenario(), paths[0])
    if key not in _state.get("refused", {}):
        number = None if now is None else now * scale(declared)
        hand.write(key, "" if number is None else trimmed(number, session.lang(), 8, least_places))
    st.text_input(label, _state[key], key=key, on_change=_typed_in, args=(key, paths, declared), **options)


def _typed_in(key: str, paths: tuple[str, ...], declared: Setting) -> None:
    """Accept what was typed, unless the browser only repeats a value that has been replaced meanwhile."""
    if not hand.is_echo(key):
        _take_words(key, _state[key].strip(), paths, declared)


def take_typed(path: str, typed: str) -> None:
    """Accept a value typed for a lever in another place as if it had been typed in its field."""
    hand.write(f"typed {path}", typed)
    _take_words(f"typed {path}", typed, LEVERS[path], SETTINGS[path])


def _take_words(key: str, typed: str, paths: tuple[str, ...], declared: Setting) -> None:
    """Accept what was typed, or keep the text with the reason for refusing it."""
    is_empty = declared.nullable and not typed
    try:
        _take(paths, None if is_empty else typed_value(declared.path, typed, session.lang()), key)
    except Refused as refused:
        _state.setdefault("refused", {})[key] = refused


def _refusal(key: str) -> None:
    """Show why typed text was refused; the setting keeps its value, and the field keeps the text."""
    if refused := _state.get("refused", {}).get(key):
        st.error(as_text(refused.reason(session.lang())))
