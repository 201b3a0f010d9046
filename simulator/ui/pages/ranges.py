"""The table of ranges: present value, both ends as fields, a picture and the basis of each."""

import streamlit as st
from pydantic import ValidationError

from simulator.model.ranges import end_as_known, outside_ranges, range_of, ranges_by_default
from simulator.model.scenario import with_value
from simulator.model.uncertainty import RANGED, Range
from simulator.report.context import Context
from simulator.report.sentences.ranges import basis_words, now_sentence, outside_sentence
from simulator.ui import hand, session
from simulator.ui.foreign import as_text
from simulator.ui.range_picture import picture
from simulator.ui.session import say
from simulator.ui.tables import draw_message, draw_text, fold
from simulator.words.numbers import trimmed
from simulator.words.settings import setting_label, setting_value_text
from simulator.words.typed_setting import Refused, scale, typed_value

_state = st.session_state
ENDS = ("low", "high")
WIDTHS = (3.0, 1.1, 1.1, 1.6, 4.0)
PLACES = 4  # decimal places shown; the range itself keeps all it has


def show(c: Context) -> None:
    """Draw the table: settings with a range, and those without one folded away."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.header(say("ranges.heading"))
        st.space("stretch")
        help_words = say("ranges.default_help")
        st.button(say("ranges.default"), key="ranges-default", help=help_words, on_click=_take_defaults)
    st.caption(say("ranges.note"))
    if outside := outside_ranges(c.scenario):
        lines = [outside_sentence(c, one, session.lang()) for one in outside]
        draw_message(lines, kind="warning", key="ranges-outside")
    ranged = [path for path in RANGED if range_of(c.scenario, path)]
    for path in ranged:
        _row(c, path)
    others = [path for path in RANGED if path not in ranged]

    def without() -> None:
        for path in others:
            _row(c, path)

    fold(say("ranges.others", count=len(others)), without, key="ranges_others")


def _row(c: Context, path: str) -> None:
    lang = session.lang()
    name, low, high, drawn, basis = st.columns(WIDTHS, vertical_alignment="center")
    with name:
        draw_text(now_sentence(c, path, lang), key=f"range-now-{path}")
    for column, end in ((low, "low"), (high, "high")):
        with column:
            _field(path, end)
    with drawn:
        if range_of(c.scenario, path):
            st.html(picture(c, path, lang))
    with basis:
        st.caption(as_text(basis_words(c, path, lang)))
    if refused := _state.get("refused", {}).get(f"range {path}"):
        st.error(as_text(refused))


def _field(path: str, end: str) -> None:
    """A field for one end of a range, empty if there is none; refused text stays in it."""
    declared, key = RANGED[path], f"range {end} {path}"
    given = range_of(session.scenario(), path)
    if f"range {path}" not in _state.get("refused", {}):
        hand.write(key, _written(given, end))
    unit, label = say(f"unit.{declared.unit}"), setting_label(path, session.lang())
    st.text_input(
        say(f"ranges.{end}"),
        _state[key],
        key=key,
        help=say("ranges.field", setting=label, end=say(f"ranges.{end}"), unit=unit),
        on_change=_typed_in,
        args=(path, key),
    )


def _written(given: Range | None, end: str) -> str:
    """One end of a range as its field shows it."""
    if given is None:
        return ""
    value = end_as_known(given.setting, getattr(given, end))
    return trimmed(value * scale(RANGED[given.setting]), session.lang(), PLACES)


def _typed_in(path: str, key: str) -> None:
    """Accept both ends, or keep what was typed with the reason for refusing it."""
    if hand.is_echo(key):
        return
    typed = [_state[f"range {end} {path}"].strip() for end in ENDS]
    refused = _state.setdefault("refused", {})
    refused.pop(f"range {path}", None)
    if not any(typed):
        _take(path, None)
        return
    if not all(typed):
        refused[f"range {path}"] = say("ranges.one_end")
        return
    try:
        low, high = (_read(path, end, words) for end, words in zip(ENDS, typed))
    except Refused as error:
        refused[f"range {path}"] = error.reason(session.lang())
        return
    try:
        _take(path, Range(setting=path, low=low, high=high))
    except ValidationError as error:
        refused[f"range {path}"] = _reason(path, error.errors()[0]["type"], low, high)


def _read(path: str, end: str, typed: str) -> float:
    """One end as a number, unchanged if its text was not edited; raises Refused."""
    given = range_of(session.scenario(), path)
    if given and typed == _written(given, end):
        return float(getattr(given, end))
    return typed_value(path, typed, session.lang())


def _reason(path: str, mistake: str, low: float, high: float) -> str:
    """The reason why two values of a setting are not a valid range."""
    key = "ranges.reversed" if mistake == "range_reversed" else "ranges.reaches_bound"
    ends = (setting_value_text(path, end, session.lang(), "finest") for end in (low, high))
    return say(key, **dict(zip(ENDS, ends)))


def _take(path: str, given: Range | None) -> None:
    """Set or remove the range of a setting, in the order of the file."""
    known = {one.setting: one for one in session.scenario().uncertainty.ranges}
    known.pop(path, None)
    if given:
        known[path] = given
    _take_all(tuple(known[one] for one in RANGED if one in known))


def _take_defaults() -> None:
    _take_all(ranges_by_default(session.scenario()))


def _take_all(ranges: tuple[Range, ...]) -> None:
    session.change(with_value(session.scenario(), "uncertainty.ranges", ranges))
