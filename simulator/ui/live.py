"""Updates the page while a lever is dragged, by the model in the browser (`simulator/live/page.js`)."""

import json
from contextlib import suppress
from html import escape

import streamlit as st

from simulator.live.bundle import bundled
from simulator.live.export import model_data
from simulator.model.metrics import target_status
from simulator.model.months import month_name
from simulator.model.projection import Projection
from simulator.model.scenario import LEVERS, SETTINGS, setting_value, with_values
from simulator.report.charts import theme
from simulator.report.charts.chart import Chart
from simulator.report.charts.money import View
from simulator.report.charts.theme import BEFORE_LOOK, MONTH_LOOK, PAYOUTS_LOOK, PROJECTION_LOOK, Look
from simulator.report.context import Context
from simulator.report.live_words import live_words, money_view
from simulator.report.sentences.meeting import unmoved
from simulator.report.sentences.target import actual_enrolled
from simulator.ui import session
from simulator.ui.session import say
from simulator.words.settings import lever_label
from simulator.words.typed_setting import scale

# Content that only the app can update is shown pale until it does.
_WAITING = (
    ".live-waits, .side-note, .live-moves .fills, .chart-table, .st-key-ov-answers, .st-key-likely-words, "
    ".st-key-ov-text-money, .st-key-ov-moved, .st-key-ov-text-together, .st-key-ov-text-notes, "
    ".st-key-ov-months, .st-key-ov-backtest, .mt-none, .mt-chance"
)
_CSS = f"""
.live-place > :not(.live-now) {{ display: none !important; }}
[data-live] :is({_WAITING}) {{ opacity: .3; }}
.adrift {{ position: fixed; inset: auto 0 0; z-index: 1000100; padding: 1rem 2.2vw;
  background: {theme.BACKGROUND}; border-top: 3px solid {theme.ACCENT};
  font-size: clamp(18px, 1.6vw, 28px); }}
.adrift p {{ margin: 0 0 .6rem; font-size: inherit; line-height: 1.3; }}
.adrift div {{ display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; }}
.adrift [type=range] {{ flex: 1 1 12rem; height: 2.75rem; accent-color: {theme.ACCENT}; }}
.adrift [type=text] {{ font: inherit; font-weight: 700; width: 4.5em; min-height: 2.75rem; padding: 0 .4em;
  text-align: right; color: inherit; background: none; border: 1px solid {theme.UNKNOWN};
  border-radius: .5rem; }}
.adrift button {{ font-size: 1.6em; line-height: 1; border: 0; background: none; color: inherit;
  min-width: 2.75rem; min-height: 2.75rem; }}
.adrift p[role=status] {{ margin: .3rem 0 0; font-weight: 600; }}
.adrift p[role=status]:empty {{ display: none; }}
/* the levers of the app, which are locked */
body:has(.adrift) :is(.st-key-mt-foot, .st-key-mt-foot *) {{ visibility: hidden !important; }}
@media (max-width: 640px) {{
  .adrift div {{ display: grid; grid-template-columns: auto 1fr auto; gap: .3rem; }}
  .adrift div > span {{ text-align: center; }}
  .adrift [type=range] {{ grid-area: 2 / 1 / auto / 3; min-width: 0; }}
  .adrift [type=text] {{ grid-area: 2 / 3; }}
  .adrift button:last-child {{ grid-area: 1 / 3; justify-self: end; }}
}}
@media (pointer: coarse) {{ .adrift-keys {{ display: none; }} }}
@media (prefers-reduced-motion: no-preference) {{ /* for the step of a key; a drag is followed at once */
  [data-moves=by-steps] .live-glides {{ transition: d .15s, transform .15s; }}
}}
"""
_mount = st.components.v2.component("live", js=bundled("page.js"), css=_CSS, isolate_styles=False)


def overview(c: Context, view: View, enrolment: Chart, money: Chart) -> None:
    """Send the browser what it needs to update the overview; call this after drawing all that it updates."""
    month = target_status(c.projection).read_month
    then = month_name(int(c.projection.months[month]))
    is_recorded = month > 0 and actual_enrolled(c, then) is not None
    caption = say("overview.short_projected" if is_recorded else "overview.short")
    names = {
        "enrolled": _name(enrolment, PROJECTION_LOOK),
        "paidIn": _name(money, PROJECTION_LOOK),
        "paidOut": _name(money, PAYOUTS_LOOK),
    }
    page = {"money": money_view(c, view, session.lang()), "gapCaption": caption}
    _send(c, names, {"overview": page})


def meeting(c: Context, month: int, before: Projection | None, drawn: Chart) -> None:
    """The same for the meeting mode, which shows one month (offset).

    `before` is the projection with which a move of the current lever is compared, None if there is none.
    """
    looks = {"enrolled": PROJECTION_LOOK, "before": BEFORE_LOOK, "month": MONTH_LOOK}
    earlier = before.enrolled.tolist() if before else None
    scene = unmoved(c, month, session.lang()) | {"month": month, "before": earlier}
    _send(c, {name: _name(drawn, look) for name, look in looks.items()}, {"meeting": scene})


def _send(c: Context, names: dict[str, str], page: dict[str, object]) -> None:
    state = _mount(
        key="live",
        data={
            "scenario": c.scenario.model_dump(mode="json", exclude={"uncertainty", "decisions", "record"}),
            "model": model_data(c.baseline, c.programme),
            "words": live_words(c, session.lang()),
            "levers": [_lever(c, path, moves) for path, moves in LEVERS.items()],
            "names": names,
            "taken": st.session_state.get("live_taken", ""),
        }
        | page,
        default={"moved": ""},
        on_moved_change=lambda: None,
    )
    if isinstance(state.moved, str) and state.moved and state.moved != st.session_state.get("live_taken"):
        _take_moved(state.moved)
        st.rerun()


def _take_moved(moved: str) -> None:
    """Apply, as one step of undo, levers moved without a connection to the app: JSON of values by lever.

    Impossible values, which only another program would send, are ignored.
    """
    with suppress(ArithmeticError, AttributeError, RecursionError, TypeError, ValueError):
        values = {path: value for path, value in json.loads(moved).items() if path in LEVERS}
        settings = {one: _number(path, value) for path, value in values.items() for one in LEVERS[path]}
        session.change(with_values(session.scenario(), settings))
    st.session_state.live_taken = moved  # last: a run can be stopped wherever it accesses the session state


def _number(path: str, value: float) -> float | int:
    if type(value) not in (int, float):
        raise TypeError(path)
    return int(value) if SETTINGS[path].kind == "int" else float(value)


def _name(chart: Chart, look: Look) -> str:
    """The name of the line with this look in a chart, as Plotly knows it."""
    return escape(next(series.name for series in chart.series if series.look is look))


def _lever(c: Context, path: str, moves: tuple[str, ...]) -> dict[str, object]:
    """A lever's place on the page, the settings it changes, and the value the page was drawn for."""
    return {
        "path": path,
        "card": f"card-{path.replace('.', '-')}",
        "moves": list(moves),
        "factor": scale(SETTINGS[path]),
        "value": setting_value(c.scenario, path),
        "label": lever_label(path, session.lang()),
        **dict(zip(("low", "high", "step"), SETTINGS[path].slider)),
        **dict(zip(("least", "most"), SETTINGS[path].bounds)),
        "isWhole": SETTINGS[path].kind == "int",
    }
