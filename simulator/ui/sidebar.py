"""The assumptions, on every page: seven levers that stand open, the rest under "Lanjutan"."""

import streamlit as st

from simulator.model.metrics import target_status
from simulator.model.months import month_name
from simulator.model.scenario import SEGMENTS, SETTINGS, setting_value
from simulator.planning.effects import (
    NoEffect,
    floor_leaves_out,
    heads_of,
    present_level,
    target_above_ceiling,
    why_no_effect,
)
from simulator.report.sentences.effects import effect_sentence
from simulator.ui import controls, session
from simulator.ui.session import say
from simulator.words.numbers import month_long, people, signed
from simulator.words.settings import setting_value_text

RAMPS = tuple(f"participation.{segment}.ramp_months" for segment in SEGMENTS)
ADVANCED = {
    "general": ("target.coverage_share", "target.month", "horizon_months"),
    "participation": tuple(
        f"participation.{segment}.{name}"
        for segment in SEGMENTS
        for name in ("ramp_months", "curve", "workers_per_asn", "entry_share", "new_units_per_month")
    ),
    "monev": ("monev.first_month", "monev.every_months"),
    "delivery": ("delivery.realised_share", "delivery.pledge_share", "delivery.join_delay_months"),
    "retention": ("retention.refill_share_per_month", "workforce.asn_growth_per_year"),
    "contribution": (
        "contribution.income_base_idr",
        "contribution.include_jht",
        "contribution.relief_applies",
        "contribution.transport_share",
    ),
    "risk": tuple(path for path in SETTINGS if path.startswith("risk.")),
}


def show() -> None:
    """Draws the sidebar; a moved lever has changed the scenario in its callback, before anything is drawn."""
    with st.sidebar:
        _heading("side.floor")
        for segment in SEGMENTS:
            _floor(segment)
        _heading("side.pace")
        _ramp()
        for segment in ("opd", "kecamatan"):
            path = f"monev.new_{segment}"
            controls.lever(path, say(f"side.lever_new_{segment}"))
            _note(path, "side.heads_end")
            controls.reset((path,))
        _heading("side.stopping")
        path = "retention.lapse_share_per_month"
        controls.lever(path, say("side.lever_lapse"))
        _note(path, "side.heads_end")
        controls.reset((path,))
        advanced = st.expander(say("side.advanced"), key="advanced", on_change="rerun")
        if advanced.open:
            with advanced:
                _advanced()


def _heading(key: str) -> None:
    st.html(f'<h2 class="side">{say(key)}</h2>')


def _floor(segment: str) -> None:
    path = f"participation.{segment}.target_share"
    controls.lever(path, say(f"side.lever_{segment}"), step=0.001 if segment == "other" else None)
    level = present_level(session.projection().baseline, segment)
    if level is not None:
        controls.today_mark(path, level, 1.0)
    _note(path, "side.heads_floor")
    p = session.projection()
    left_out = floor_leaves_out(p, segment)
    if left_out and setting_value(p.scenario, path) > 0:
        _why(NoEffect(path, "units_left_out", {"units": left_out}))
    controls.reset((path,))


def _ramp() -> None:
    p, lang = session.projection(), session.lang()
    months = [setting_value(p.scenario, path) for path in RAMPS]
    controls.lever(RAMPS[0], say("side.lever_ramp"), together=RAMPS)
    if len(set(months)) > 1:
        _small(say("side.ramp_differs", values=" · ".join(str(m) for m in months)))
    effects = [why_no_effect(p, session.programme(), path) for path in RAMPS]
    if all(effects):
        _why(effects[0])
    else:
        _small(say("side.ramp_done", month=month_long(month_name(p.baseline.month + max(months)), lang)))
    controls.reset(RAMPS)


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
    for group, paths in ADVANCED.items():
        _heading(f"side.group_{group}")
        for path in paths:
            controls.field(path)
            if path == "risk.deaths_per_1000_year" and setting_value(p.scenario, path) is None:
                _small(
                    say(
                        "side.empty_is_estimate",
                        value=setting_value_text(path, session.death_rate_per_1000(), lang),
                    )
                )
            if not path.startswith(("target", "horizon")) and (effect := why_no_effect(p, programme, path)):
                _why(effect)
            controls.reset((path,))
        if group == "general":
            _target_notes()


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
