"""The part of the page "Realisasi" that restarts the projection in a month with actuals."""

from datetime import datetime

import streamlit as st

from simulator.errors import UserError
from simulator.intake.baseline_proposal import confirm_baseline
from simulator.intake.facts import Receipt
from simulator.intake.rebaseline import propose_rebaseline
from simulator.planning.other_data import on_other_data
from simulator.report.context import Context
from simulator.report.tables.actuals import startable_months
from simulator.ui import saving, session
from simulator.ui.problems import problem_lines
from simulator.ui.session import say
from simulator.ui.tables import draw_lines
from simulator.words.numbers import month_long, people

_state = st.session_state


def show(c: Context) -> None:
    """Draw the button that makes a data set from a month with actuals and moves the scenario to it."""
    lang, months = session.lang(), startable_months(c.baseline, c.actuals)
    st.header(say("actuals.restart"))
    st.caption(say("actuals.restart_note"))
    if not months:
        st.markdown(say("actuals.restart_none"))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        month = st.selectbox(
            say("actuals.which_month"),
            months[::-1],
            key=f"restart_month_{len(c.actuals.records)}",
            persist_state="session",
            format_func=lambda m: month_long(m, lang),
            width=260,
        )
        pressed = st.button(say("actuals.restart_from", month=month_long(month, lang)), key="restart")
    if pressed:
        try:
            receipt = Receipt(say("page.actuals"), "", datetime.now())
            made = confirm_baseline(propose_rebaseline(c.baseline.name, c.actuals, month, receipt))
        except UserError as error:
            st.error(say("actuals.restart_refused"))
            draw_lines(problem_lines(error.problems), key="restart-problems")
            return
        scenario, _ = on_other_data(session.scenario(), c.baseline, made)
        session.change(scenario)
        enrolled, of_month = people(float(made.enrolled.sum()), lang), month_long(made.month, lang)
        done = _state.actuals_restarted = say("actuals.restarted", enrolled=enrolled, month=of_month)
        saving.note([done])
        st.rerun()
