"""OPD & kecamatan: which units are missing, all units as rows, map and months; typed special settings."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st
from pydantic import ValidationError

from simulator.model.metrics import target_status
from simulator.planning.effects import overrides_without_effect
from simulator.planning.groups import UnitGroup, unit_groups
from simulator.planning.overrides import with_row_value, without_row
from simulator.report.charts.heat_map import heat_map
from simulator.report.charts.ranking import ranking
from simulator.report.charts.theme import BACKGROUND, GRID, MUTED, UNKNOWN
from simulator.report.sentences.levers import effect_sentence
from simulator.report.sentences.rare import rare_in_regency
from simulator.report.sentences.unit_names import groups_sentence, row_name
from simulator.report.sentences.unit_sheet import sheet_keys
from simulator.report.sentences.units import lowered_sentence, subtitle, title
from simulator.report.tables.unit_export import units_file
from simulator.report.tables.units import UnitTable, unit_table
from simulator.ui import origin, session
from simulator.ui.chart import bars
from simulator.ui.foreign import as_text
from simulator.ui.of_data import draw_of_data
from simulator.ui.pages import unit_sheet
from simulator.ui.pages.unit_places import draw_chart, say_steps, show_map, steps
from simulator.ui.pages.unit_rows import VIEWS, UnitRows
from simulator.ui.session import say
from simulator.ui.table import table
from simulator.ui.tables import download_csv, draw, draw_text
from simulator.words.numbers import month_long
from simulator.words.quantity import Quantity
from simulator.words.units import refusal_text, special_value

# Pixels; longer content scrolls between the header and the total.
TABLE_HEIGHT = {"now": 560, "all": 640, "special": 640}
_state = st.session_state
CSS = f"""<style>
.steps {{ display: flex; flex-wrap: wrap; gap: .2rem .9rem; font-size: .82rem; color: {MUTED}; }}
.steps i {{ display: inline-block; width: .9rem; height: .9rem; margin-right: .35rem;
  border: 1px solid {UNKNOWN}; vertical-align: -.1rem; }}
.steps i.hatched {{ background: repeating-linear-gradient(135deg, {UNKNOWN} 0 1px, {BACKGROUND} 1px 5px); }}
.st-key-published [data-testid=stButton] button {{ min-height: 1.5rem; padding: 0; text-decoration: underline;
  text-decoration-color: {GRID}; }}
@media (max-width: 1300px) {{ .st-key-units-top [data-testid=stColumn] {{ min-width: 100%; }} }}
</style>"""


def show() -> None:
    """Draw the page, or the sheet named in the address."""
    units = unit_table(session.projection(), _month())
    code = st.query_params.get("unit")
    if code in sheet_keys(units):
        return unit_sheet.show(units, code)
    lang, c = session.lang(), session.context()
    st.html(CSS)
    heading, below = title(c, units.rows, lang), subtitle(c, units, lang)
    draw(lambda page: f"<h1>{page.sentence(heading)}</h1><p>{page.sentence(below)}</p>", key="units_heading")
    draw_of_data(c, "units_of_data")
    if code:
        st.warning(as_text(say("units.sheet.unknown", unit=code)))
    view = _controls(units)
    if view == "now":
        with st.container(key="units-top"):
            left, right = st.columns([8, 5], gap="medium")
    else:
        left, right = st.container(), st.container()
    with left:
        _table(units, view)
    with right:
        show_map(units)
    draw_text(rare_in_regency(c, lang), key="units_rare", look="note")
    ranked, heated = ranking(c, units, lang), heat_map(c, lang)
    draw_chart("units_ranking", ranked, bars.figure(ranked, lang), bars.height(len(ranked.bars)))
    if (units.floor > 0).any():
        st.caption(say("units.ranking.note"))
    legend = steps((BACKGROUND, "units.heat.none"))
    draw_chart("units_heat", heated, bars.heat_map(heated), bars.height(len(heated.names)), legend=legend)
    say_steps(legend)
    if missing := c.missing_months:
        past = month_long(int(units.projection.months[missing[-1]]), lang)
        st.caption(say("compare.past", month=past))
    return None


def _month() -> int:
    """The month shown, as offset from the baseline: the chosen one, else the target's, else the last."""
    p = session.projection()
    last = len(p.months) - 1
    chosen = int(_state.get("units_chosen_month", 0)) - p.baseline.month
    if 1 <= chosen <= last:
        return chosen
    target = target_status(p)
    return target.month if target.inside and target.month else last


def _controls(units: UnitTable) -> str:
    """View, month and download; returns the view."""
    c, p, lang = session.context(), units.projection, session.lang()
    view: str = _state.get("units_chosen_view", "now")
    _state.units_view, _state.units_month = view, int(p.months[units.month])

    def chosen() -> None:
        _state.units_chosen_view, _state.units_chosen_month = _state.units_view, _state.units_month

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            say("units.view"),
            list(VIEWS),
            key="units_view",
            required=True,
            on_change=chosen,
            format_func=lambda view: say(f"units.view.{view}"),
        )
        st.selectbox(
            say("units.month"),
            p.months[1:].tolist(),
            key="units_month",
            on_change=chosen,
            width=190,
            format_func=lambda month: month_long(month, lang),
        )
        st.space("stretch")
        file_name = f"unit-{p.scenario.baseline}.csv"
        download_csv(say("units.download"), lambda: units_file(c, units, lang), file_name, type="tertiary")
    return view


# ---- the table and what is typed into it


def _table(units: UnitTable, view: str) -> None:
    rows = UnitRows(session.context(), units, session.lang(), _state.get("units_refused", {}))
    table(
        rows.content(view),
        key="units_table",
        label=say("page.units"),
        max_height=TABLE_HEIGHT[view],
        on_action=lambda action: _act(action, rows.quantities),
    )
    is_fictitious = units.projection.baseline.facts.fictitious
    st.caption(say("units.legend_fictitious" if is_fictitious else "units.legend"))
    if groups := groups_sentence(units.rows, session.lang()):
        st.caption(groups)
    if view == "special":
        _special_notes(units)


def _act(action: dict[str, Any], quantities: Mapping[tuple[str, str], Quantity]) -> None:
    """Handle a click or an entry in the table; `quantities` are its numbers, by row and column."""
    key, column, baseline = action["row"], action["column"], session.projection().baseline
    if action["do"] == "open":
        unit_sheet.ask(key)
    elif action["do"] == "explain":
        origin.press(quantities[key, column])
    else:
        row = next(row for row in unit_groups(baseline) if row.key == key)
        refused = _state.setdefault("units_refused", {})
        if action["do"] == "edit":
            _edit(row, column, action["text"], refused)
            return
        session.change(without_row(session.scenario(), baseline, row))
        for cell in [cell for cell in refused if cell[0] == key]:
            del refused[cell]


def _edit(row: UnitGroup, name: str, typed: str, refused: dict[tuple[str, str], str]) -> None:
    scenario, baseline = session.scenario(), session.projection().baseline
    try:
        value = special_value(name, typed, session.lang())
        changed = with_row_value(scenario, baseline, row, name, value)
    except (ValueError, ValidationError):  # both mean an impossible value
        refused[row.key, name] = typed
        return
    refused.pop((row.key, name), None)
    if changed != scenario:
        session.change(changed)


def _special_notes(units: UnitTable) -> None:
    """Notes: refused entries, special settings without effect, and the meaning of an entry on a group."""
    p, lang = units.projection, session.lang()
    rows = {row.key: row for row in units.rows}
    refused = [
        refusal_text(name, row_name(rows[key], p.baseline, lang), typed, lang)
        for (key, name), typed in _state.get("units_refused", {}).items()
        if key in rows
    ]
    if refused:
        st.error(as_text("\n\n".join(refused)))
    row_of = {p.baseline.codes[i]: row for row in units.rows for i in row.units}
    idle = {
        (row_of[effect.values["unit"]].key, effect.reason): effect
        for effect in overrides_without_effect(p, session.programme())
    }
    for (key, _), effect in idle.items():
        named = replace(effect, values=effect.values | {"unit": row_name(rows[key], p.baseline, lang)})
        st.caption(as_text(str(effect_sentence(session.context(), named, lang))))
    if lowered := lowered_sentence(session.context(), units.rows, lang):
        st.caption(as_text(str(lowered)))
    of_groups = f" {say('units.special.groups')}" if any(row.is_pooled for row in units.rows) else ""
    st.caption(say("units.special.note") + of_groups)
