"""The tables on the page "Realisasi": each number tells where it comes from, each table can be downloaded."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from simulator.model.actuals import Actuals
from simulator.model.projection import Projection
from simulator.planning.backtest import Forecast, Miss
from simulator.planning.estimation import Estimate
from simulator.report.explain.actuals import (
    Told,
    of_actual,
    of_difference,
    of_error,
    of_estimate,
    plan_question,
)
from simulator.report.tables import actuals as report
from simulator.report.tables import actuals_export, backtest
from simulator.report.tables.actuals import Cell
from simulator.store.places import slug
from simulator.ui import origin, session
from simulator.ui.rows import draw_linked_rows, draw_list, draw_rows
from simulator.ui.saving import escaped
from simulator.ui.session import say
from simulator.words.provenance import data_mark
from simulator.words.sources import source_line

_state = st.session_state


def compared(
    p: Projection,
    known: Actuals,
    cells: Sequence[Cell],
    rows: report.Rows,
    key: str,
    more: Mapping[str, Sequence[Cell]],
) -> None:
    """Draws plan, actual and difference, a row for each of `cells`, with what else is recorded of them (`report.more_cells`)."""
    links, asked = {}, {}
    for i, cell in enumerate(cells):
        for column, mark in (
            ("plan", "derived"),
            ("actual", data_mark("published", p.baseline)),
            ("difference", "derived"),
        ):
            if cell.plan is not None or column == "actual":
                links[i, say(f"actuals.{column}")] = (f"{column} {i}", mark, say("origin.heading"))
                asked[f"{column} {i}"] = (column, cell, rows[i][say(f"actuals.{column}")])
        for figure, others in more.items():
            if others[i].point.actual is not None:
                links[i, say(f"actuals.figure.{figure}")] = (
                    f"{figure} {i}",
                    data_mark("published", p.baseline),
                    say("origin.heading"),
                )
                asked[f"{figure} {i}"] = ("actual", others[i], rows[i][say(f"actuals.figure.{figure}")])
    draw_linked_rows(
        rows, links, key=key, on_press=lambda pressed: _state.update(actuals_asked=(key, pressed))
    )
    if (found := _asked(key, asked)) is None:
        return
    column, cell, shown = found
    if column == "plan":
        question, context = plan_question(cell)
        origin.open_dialog(question, shown, **context)
    else:
        _tell(
            of_actual(p, known, cell, session.lang())
            if column == "actual"
            else of_difference(p, cell, session.lang())
        )


def estimates(found: Sequence[Estimate]) -> None:
    """Draws estimates beside the scenario's values."""
    lang = session.lang()
    given = {str(i): estimate for i, estimate in enumerate(found) if estimate.value is not None}
    links = {(int(i), say("actuals.estimate")): (i, "derived", say("origin.heading")) for i in given}
    draw_linked_rows(
        [report.estimate_cells(estimate, lang) for estimate in found],
        links,
        key="estimates",
        on_press=lambda pressed: _state.update(actuals_asked=("estimates", pressed)),
    )
    if estimate := _asked("estimates", given):
        _tell(of_estimate(estimate, lang))


def errors(p: Projection, tried: Sequence[Forecast], history: Sequence[Miss]) -> None:
    """Draws the errors of earlier forecasts by months ahead, and what should be known of them."""
    lang, behind = (
        session.lang(),
        {str(i): one for i, one in enumerate(backtest.behind(tried, history, session.lang()))},
    )
    st.caption(say("backtest.note", pairs=sum(len(misses) for _, misses in behind.values())))
    links = {(int(i), say("backtest.mean_error")): (i, "derived", say("origin.heading")) for i in behind}
    draw_linked_rows(
        backtest.rows(tried, history, lang),
        links,
        key="errors",
        on_press=lambda pressed: _state.update(actuals_asked=("errors", pressed)),
    )
    if found := _asked("errors", behind):
        _tell(of_error(p, *found, lang))


def download(what: str, heading: str, *content: Any) -> None:
    """A button that downloads one of the tables of `report.actuals_export`."""
    write: Callable[..., bytes] = getattr(actuals_export, f"{what}_csv")
    lang, region = session.lang(), session.projection().baseline.facts.region
    st.download_button(
        say("actuals.download"),
        lambda: write(*content, lang),
        mime="text/csv",
        on_click="ignore",
        type="tertiary",
        key=f"download-{what}",
        file_name=f"{say(f'actuals.file.{what}')}-{slug(region, 'kabupaten')}.csv",
        help=say("actuals.download_which", table=heading),
    )


def _asked(key: str, answers: dict[str, Any]) -> Any:
    """What was asked for by a press in the table `key`, once; None where nothing was."""
    where, pressed = _state.get("actuals_asked", ("", ""))
    if where != key:
        return None
    del _state["actuals_asked"]
    return answers.get(pressed)


def _tell(told: Told) -> None:
    st.dialog(say("origin.heading"), width="medium")(_draw)(told)


def _draw(told: Told) -> None:
    st.markdown(f"### {escaped(told.title)}")
    if told.calculation:
        st.markdown(escaped(told.calculation))
    for note in told.notes:
        st.markdown(escaped(note))
    if told.rows:
        draw_rows(told.rows)
    st.markdown(f"**{say('origin.sources')}**")
    draw_list([source_line(key, session.sources()[key], session.lang()) for key in told.sources])
