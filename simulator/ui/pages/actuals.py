"""Realisasi: plan against what came, who has to be asked, a start anew, estimates and the back-test."""

from datetime import datetime

import streamlit as st

from simulator.errors import UserError
from simulator.intake.baseline_proposal import confirm
from simulator.intake.facts import Receipt
from simulator.intake.new_start import propose_rebaseline
from simulator.model.actuals import Actuals
from simulator.model.projection import Projection
from simulator.planning import actuals as planning
from simulator.planning.estimation import Estimate, estimates, taken_over
from simulator.planning.other_data import on_other_data
from simulator.report.tables import actuals as report
from simulator.report.tables import backtest
from simulator.ui import forecasts, saving, session
from simulator.ui.pages import actuals_entry
from simulator.ui.pages import actuals_tables as tables
from simulator.ui.rows import draw_list, draw_rows
from simulator.ui.saving import escaped
from simulator.ui.session import say
from simulator.words.errors import problem_text
from simulator.words.numbers import month_long, people, percent
from simulator.words.settings import setting_label

_state = st.session_state


def show() -> None:
    """Draws the page."""
    p, lang = session.projection(), session.lang()
    try:
        known = session.actuals()
    except UserError as error:
        st.title(say("actuals.broken"))
        return draw_list([problem_text(problem, lang) for problem in error.problems])
    st.title(escaped(report.finding(p, known, lang)))
    if told := _state.pop("actuals_restarted", ""):
        st.toast(told)  # the message at the top may be out of view
    if known.records:
        _compared(p, known)
        _whom_to_ask(p, known)
    else:
        st.markdown(say("actuals.none_yet"))
    actuals_entry.show(known)
    _restart(p, known)
    _estimates(p, known)
    _backtest(p)
    _log(p, known)
    return None


def _compared(p: Projection, known: Actuals) -> None:
    """Plan and actual of one month, the newest first: of the regency, and of units and groups."""
    lang, totals, rows = session.lang(), report.total_cells(p, known), planning.by_row(p, known)
    units = {t: report.row_cells(rows, t) for t in planning.months_with_actuals(p, known)}
    months = sorted(
        {cell.point.month for cell in totals} | {t for t, cells in units.items() if cells}, reverse=True
    )
    if not months:
        return
    key = f"actuals_month_{len(known.records)}"  # another one after each record, so that the newest month is shown
    month = _state.get(key, months[0])
    st.header(say("actuals.totals", month=month_long(int(p.months[month]), lang)))
    if len(months) > 1:
        month = st.selectbox(
            say("actuals.shown_month"),
            months,
            key=key,
            format_func=lambda t: month_long(int(p.months[t]), lang),
            width=260,
        )
    if of_month := [cell for cell in totals if cell.point.month == month]:
        tables.compared(p, known, of_month, report.total_rows(of_month, lang), "totals", {})
    st.header(say("actuals.units", month=month_long(int(p.months[month]), lang)))
    apart, near = report.by_gap(units[month])
    if apart:
        _units(p, known, apart, "units")
    if near:
        folded = st.expander(
            say("actuals.units_near", count=people(len(near), lang)), key="actuals_near", on_change="rerun"
        )
        if folded.open:
            with folded:
                _units(p, known, near, "units_near")
    if not units[month]:
        st.markdown(say("actuals.units_none"))
    tables.download("compared", say("actuals.compared"), session.context())


def _units(p: Projection, known: Actuals, cells: list[report.Cell], key: str) -> None:
    more = report.more_cells(p, known, cells)
    tables.compared(p, known, cells, report.row_rows(p, cells, more, session.lang()), key, more)


def _whom_to_ask(p: Projection, known: Actuals) -> None:
    lang, baseline = session.lang(), p.baseline
    ends_after = session.programme().benefits_of(baseline.month).arrears_months
    unkept = planning.unkept_pledges(baseline, known)
    others = tuple(
        row for row in planning.by_row(p, known) if row.row.key not in {one.row.key for one in unkept}
    )  # who is asked for its pledge is not asked twice
    lines = [
        *report.arrears_lines(planning.arrears(baseline, known, ends_after), baseline, ends_after, lang),
        *report.pledge_lines(unkept, baseline, lang),
        *report.behind_lines(p, others, lang),
    ]
    st.header(say("actuals.ask"))
    st.caption(
        say(
            "actuals.ask_least",
            workers=people(planning.LEAST_BEHIND, lang),
            share=percent(planning.LEAST_BEHIND_SHARE, lang),
        )
    )
    if lines:
        draw_list(lines)
    else:
        st.markdown(say("actuals.ask_none"))


def _restart(p: Projection, known: Actuals) -> None:
    """The button that makes new data of a month with actuals and puts the scenario on them."""
    lang, months = session.lang(), report.startable_months(p.baseline, known)
    st.header(say("actuals.restart"))
    st.caption(say("actuals.restart_note"))
    if not months:
        st.markdown(say("actuals.restart_none"))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        month = st.selectbox(
            say("actuals.which_month"),
            months[::-1],
            key=f"restart_month_{len(known.records)}",
            format_func=lambda m: month_long(m, lang),
            width=260,
        )
        pressed = st.button(say("actuals.restart_from", month=month_long(month, lang)), key="restart")
    if pressed:
        try:
            made = confirm(
                propose_rebaseline(
                    p.baseline.name, known, month, Receipt(say("page.actuals"), "", datetime.now())
                )
            )
        except UserError as error:
            st.error(say("actuals.restart_refused"))
            draw_list([problem_text(problem, lang) for problem in error.problems])
            return
        scenario, _ = on_other_data(session.scenario(), made)
        session.change(scenario)
        _state.actuals_restarted = say(
            "actuals.restarted",
            enrolled=people(float(made.enrolled.sum()), lang),
            month=month_long(made.month, lang),
        )
        saving.note([_state.actuals_restarted])
        st.rerun()


def _estimates(p: Projection, known: Actuals) -> None:
    found = estimates(p, known, session.programme())
    st.header(say("actuals.estimates"))
    st.caption(say("actuals.estimates_note"))
    tables.estimates(found)
    with st.container(horizontal=True, vertical_alignment="center"):
        for estimate in found:
            if estimate.refusal is None:
                st.button(
                    say("actuals.take", setting=setting_label(estimate.path, session.lang())),
                    key=f"take-{estimate.path}",
                    on_click=_take,
                    args=(estimate,),
                )
        tables.download("estimates", say("actuals.estimates"), p, found)


def _take(estimate: Estimate) -> None:
    session.change(taken_over(session.scenario(), estimate))
    saving.note([say("actuals.took")])


def _backtest(p: Projection) -> None:
    """Errors of the model on the history, and of every saved scenario of this regency on what came after its data."""
    tried, history = forecasts.found(p)
    finding = backtest.finding(tried, history, session.lang())
    st.header(say("backtest.heading"))
    if finding:
        st.markdown(escaped(f"{finding}."))
        tables.errors(p, tried, history)
        tables.download("backtest", say("backtest.heading"), p, tried, history)
    else:
        st.markdown(say("backtest.none"))


def _log(p: Projection, known: Actuals) -> None:
    if known.records:
        folded = st.expander(
            say("actuals.log", count=people(len(known.records), session.lang())),
            key="actuals_log",
            on_change="rerun",
        )
        if folded.open:
            with folded:
                draw_rows(
                    report.record_rows(
                        known.records[::-1][:500], p.baseline, session.lang(), with_origin=True
                    )
                )
                tables.download(
                    "records", say("actuals.log", count=people(len(known.records), session.lang())), p, known
                )
