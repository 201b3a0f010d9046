"""The assumptions, on every page: seven levers that stand open, the rest under "Lanjutan"."""

import streamlit as st

from simulator.model.metrics import target_status
from simulator.model.months import month_name
from simulator.model.scenario import LEVERS, SETTINGS, setting_value
from simulator.planning.effects import (
    ACTING,
    NoEffect,
    floor_leaves_out,
    heads_of,
    present_level,
    target_above_ceiling,
    why_no_effect,
)
from simulator.report.sentences.effects import effect_sentence
from simulator.report.tables.assumptions import IN_FORCE
from simulator.ui import controls, session
from simulator.ui.session import say
from simulator.words.numbers import month_long, people, signed
from simulator.words.settings import lever_label, setting_value_text

HEADINGS = {
    "participation.opd.target_share": "side.floor",
    "participation.opd.ramp_months": "side.pace",
    "retention.lapse_share_per_month": "side.stopping",
}
"""What stands above the first lever of its kind."""
GROUPS = tuple(dict.fromkeys(SETTINGS[path].group for path in IN_FORCE))


def show() -> None:
    """Draws the sidebar; a moved lever has changed the scenario in its callback, before anything is drawn."""
    with st.sidebar:
        for path, together in LEVERS.items():
            if path in HEADINGS:
                _heading(HEADINGS[path])
            controls.lever(path, lever_label(path, session.lang()))
            if path.endswith("target_share"):
                _floor(path)
            elif len(together) > 1:
                _together(together)
            else:
                _note(path, "side.heads_end")
            controls.reset(together)
        advanced = st.expander(say("side.advanced"), key="advanced", on_change="rerun")
        if advanced.open:
            with advanced:
                _advanced()


def _heading(key: str) -> None:
    st.html(f'<h2 class="side">{say(key)}</h2>')


def _floor(path: str) -> None:
    """Today's level below the slider, what the floor means, and whom it does not reach."""
    p, segment = session.projection(), path.split(".")[1]
    level = present_level(p.baseline, segment)
    if level is not None:
        controls.today_mark(path, level, 1.0)
    _note(path, "side.heads_floor")
    left_out = floor_leaves_out(p, segment)
    if left_out and setting_value(p.scenario, path) > 0:
        _why(NoEffect(path, "units_left_out", {"units": left_out}))


def _together(paths: tuple[str, ...]) -> None:
    """When a plan whose months one lever moves in every segment is reached."""
    p, lang = session.projection(), session.lang()
    months = [setting_value(p.scenario, path) for path in paths]
    if len(set(months)) > 1:
        _small(say("side.ramp_differs", values=" · ".join(str(m) for m in months)))
    effects = [why_no_effect(p, session.programme(), path) for path in paths]
    if all(effects):
        _why(effects[0])
    else:
        _small(say("side.ramp_done", month=month_long(month_name(p.baseline.month + max(months)), lang)))


def _note(path: str, key: str) -> None:
    """Why a lever does nothing now, or what it means in heads."""
    p, lang = session.projection(), session.lang()
    effect = why_no_effect(p, session.programme(), path)
    if effect:
        return _why(effect)
    if (
        path.startswith("retention.lapse")
        and setting_value(p.scenario, path)
        and p.scenario.retention.refill_share_per_month == 1
    ):
        return _small(say("side.refilled_at_once"))
    if setting_value(p.scenario, path):
        heads = heads_of(p, session.programme(), path)
        _small(say(key, heads=signed(people(heads, lang), heads), month=month_long(int(p.months[-1]), lang)))
    return None


def _small(words: str) -> None:
    st.caption(words)


def _why(effect: NoEffect) -> None:
    """Says why a setting changes nothing."""
    _small(str(effect_sentence(session.context(), effect, session.lang())))


def _advanced() -> None:
    p, programme, lang = session.projection(), session.programme(), session.lang()
    for group in GROUPS:
        _heading(f"side.group_{group}")
        for path in _fields(group):
            controls.field(path)
            if path == "risk.deaths_per_1000_year" and setting_value(p.scenario, path) is None:
                _small(
                    say(
                        "side.empty_is_estimate",
                        value=setting_value_text(path, session.death_rate_per_1000(), lang),
                    )
                )
            if path in ACTING and (effect := why_no_effect(p, programme, path)):
                _why(effect)
            controls.reset((path,))
        if group == "general":
            _target_notes()


def _fields(group: str) -> list[str]:
    """The settings of a group that no lever moves, or that one moves only together with others."""
    alone = {paths[0] for paths in LEVERS.values() if len(paths) == 1}
    return [path for path, setting in SETTINGS.items() if setting.group == group and path not in alone]


def _target_notes() -> None:
    """A target month outside the projection, or a target above what everybody taking part can reach."""
    p = session.projection()
    status = target_status(p)
    if not status.inside:
        outside = {"month": p.scenario.target.month}
        return _why(NoEffect("target.month", "target_outside_projection", outside))
    above = target_above_ceiling(p, session.programme())
    if above:
        _why(above)
    return None
