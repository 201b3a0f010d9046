"""Realisasi: plan against actual, units to contact, a new start, estimates and the back-test."""

from collections.abc import Callable

import streamlit as st

from simulator.errors import UserError
from simulator.planning.actuals import by_group, months_with_actuals
from simulator.planning.dues import arrears, unkept_pledges
from simulator.planning.estimation import Estimate, estimates, taken_over
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.actuals import arrears_lines, ask_note, behind_lines, finding, pledge_lines
from simulator.report.sentences.backtest import backtest_note, backtest_sentence
from simulator.report.sentences.trials import trial_note, trial_sentences
from simulator.report.tables import actuals as tables
from simulator.report.tables import actuals_export, backtest, trials
from simulator.report.tables.estimates import estimate_table
from simulator.report.tables.records import record_table
from simulator.report.tables.table import Table
from simulator.store.places import slug
from simulator.ui import forecasts, saving, session
from simulator.ui.foreign import as_text
from simulator.ui.pages import actuals_entry, actuals_start
from simulator.ui.problems import problem_lines
from simulator.ui.session import say
from simulator.ui.tables import download_csv, draw_lines, draw_table, draw_text, draw_title, fold
from simulator.words.numbers import month_long, people
from simulator.words.sentence import joined
from simulator.words.settings import setting_label

SHOWN = 500  # records shown
_state = st.session_state


def show() -> None:
    """Draw the page."""
    lang = session.lang()
    try:
        known = session.actuals()
    except UserError as error:
        st.title(say("actuals.broken"))
        return draw_lines(problem_lines(error.problems), key="actuals-broken")
    c = session.context()
    draw_title(finding(c, lang), key="actuals-title")
    if restarted := _state.pop("actuals_restarted", ""):
        st.toast(as_text(restarted))  # the message at the top may be out of view
    if known.records:
        _compared(c)
        _whom_to_ask(c)
    else:
        st.markdown(say("actuals.none_yet"))
    actuals_entry.show(known)
    actuals_start.show(c)
    _estimates(c)
    _backtest(c)
    _trials(c)
    _log(c)
    return None


def _compared(c: Context) -> None:
    """Plan and actual of one month, by default the newest: of the regency, and of units and groups."""
    p, known, lang = c.projection, c.actuals, session.lang()
    totals, groups = tables.total_figures(p, known), by_group(p, known)
    units = {t: tables.group_figures(groups, t) for t in months_with_actuals(p, known)}
    months = sorted({one.point.month for one in totals} | {t for t in units if units[t]}, reverse=True)
    if not months:
        return
    key = f"actuals_month_{len(known.records)}"  # so that the newest month is shown after a record
    called = {t: month_long(int(p.months[t]), lang) for t in months}
    month = _state[key] if _state.get(key) in called else months[0]
    st.header(say("actuals.totals", month=called[month]))
    if len(months) > 1:
        label = say("actuals.shown_month")
        month = st.selectbox(
            label, months, key=key, format_func=called.__getitem__, width=260, persist_state="session"
        )
    if of_month := [one for one in totals if one.point.month == month]:
        draw_table(tables.compared_table(c, of_month, lang), key="totals")
    st.header(say("actuals.units", month=called[month]))
    apart, near = tables.by_gap(units[month])
    if apart:
        _units(c, apart, "units")
    if near:
        label = say("actuals.units_near", count=people(len(near), lang))
        fold(label, lambda: _units(c, near, "units_near"), key="actuals_near")
    if not units[month]:
        st.markdown(say("actuals.units_none"))
    _download("compared", say("actuals.compared"), lambda: actuals_export.compared_export(c, lang))


def _units(c: Context, ones: list[tables.PlanAndActual], key: str) -> None:
    more = tables.more_figures(c.projection, c.actuals, ones)
    draw_table(tables.compared_table(c, ones, session.lang(), more), key=key)


def _whom_to_ask(c: Context) -> None:
    p, known, lang = c.projection, c.actuals, session.lang()
    unkept = unkept_pledges(p.baseline, known)
    asked = {one.group.key for one in unkept}  # a group asked about its pledge is not asked again
    recorded = by_group(p, known)
    others = tuple(one for one in recorded if one.group.key not in asked)
    ends_after = int(quantity(c, "rule", name="arrears_months").number)
    lines = [
        *arrears_lines(c, arrears(p.baseline, known, ends_after), lang),
        *pledge_lines(c, unkept, lang),
        *behind_lines(c, others, lang),
    ]
    st.header(say("actuals.ask"))
    draw_text(ask_note(c, lang), key="actuals-ask-least", look="note")
    if lines:
        draw_lines(lines, key="actuals-ask")
    else:
        st.markdown(say("actuals.ask_none" if recorded else "actuals.ask_unknown"))


def _estimates(c: Context) -> None:
    estimated, lang = estimates(c.projection, c.actuals, c.programme), session.lang()
    st.header(say("actuals.estimates"))
    st.caption(say("actuals.estimates_note"))
    draw_table(estimate_table(c, estimated, lang), key="estimates")
    with st.container(horizontal=True, vertical_alignment="center"):
        for estimate in estimated:
            if estimate.refusal is None:
                words = say("actuals.take", setting=setting_label(estimate.path, lang))
                st.button(as_text(words), key=f"take-{estimate.path}", on_click=_take, args=(estimate,))
        _download(
            "estimates", say("actuals.estimates"), lambda: actuals_export.estimates_export(estimated, lang)
        )


def _take(estimate: Estimate) -> None:
    session.change(taken_over(session.scenario(), estimate))
    saving.note([say("actuals.took")])


def _backtest(c: Context) -> None:
    """Errors of the model on the history, and of every saved scenario of this regency on later months."""
    lang = session.lang()
    tried = forecasts.of_regency(c.projection)
    finding_of_all = backtest_sentence(c, *tried, lang)
    st.header(say("backtest.heading"))
    if finding_of_all is None:
        st.markdown(say("backtest.none"))
        return
    draw_text(joined((finding_of_all, "."), lang, ""), key="backtest")
    draw_text(backtest_note(c, *tried, lang), key="backtest-note", look="note")
    draw_table(backtest.error_table(c, *tried, lang), key="errors")
    _download("backtest", say("backtest.heading"), lambda: backtest.pair_table(c, *tried, lang))


def _trials(c: Context) -> None:
    """How plain forecasts and growth by itself performed where later counts are known."""
    lang = session.lang()
    st.header(say("trials.heading"))
    try:
        tried = forecasts.elsewhere(c.scenario)
    except UserError as error:
        return draw_lines(problem_lines(error.problems), key="trials-broken")
    draw_text(trial_sentences(c, tried, lang), key="trials")
    draw_text(trial_note(c, tried[0].growth, lang), key="trials-note", look="note")
    draw_table(trials.trial_table(c, tried, lang), key="trials-table")
    _download("trials", say("trials.heading"), lambda: trials.forecast_table(tried, lang))
    return None


def _log(c: Context) -> None:
    records, lang = c.actuals.records, session.lang()
    heading = say("actuals.log", count=people(len(records), lang))

    def log() -> None:
        draw_table(record_table(records[::-1][:SHOWN], c.baseline, lang), key="actuals-records")
        _download("records", heading, lambda: actuals_export.records_export(c, lang))

    if records:
        fold(heading, log, key="actuals_log")


def _download(what: str, heading: str, table: Callable[[], Table]) -> None:
    region = slug(session.projection().baseline.facts.region, "kabupaten")
    download_csv(
        say("actuals.download"),
        table,
        f"{say(f'actuals.file.{what}')}-{region}.csv",
        type="tertiary",
        key=f"download-{what}",
        help=say("actuals.download_which", table=heading),
    )
