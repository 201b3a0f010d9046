"""The part of the page "Realisasi" that records actuals from a file, cells or typing, after a review."""

from datetime import datetime

import streamlit as st

from simulator.errors import UserError
from simulator.intake.actuals_proposal import ActualsProposal, confirm_actuals, propose_actuals
from simulator.intake.facts import Receipt
from simulator.intake.list_words import ACTUAL_WORDS, WITHDRAWING
from simulator.intake.sheet import SheetRow, SheetTable
from simulator.model.actuals import FIGURES, TOTAL, Actuals
from simulator.model.months import month_name
from simulator.model.names import MAX_NAME
from simulator.report.explain.explanation import quantity
from simulator.report.tables.records import correction_lines, record_table, unit_name
from simulator.ui import session
from simulator.ui.browser import scroll_to
from simulator.ui.foreign import as_text
from simulator.ui.pages.list_columns import choose_columns
from simulator.ui.problems import problem_lines
from simulator.ui.session import say
from simulator.ui.tables import draw_lines, draw_table, draw_title
from simulator.ui.uploads import file_field, tables_of
from simulator.words.intake import note_text
from simulator.words.numbers import decimal, month_long, people
from simulator.words.sentence import sentence

WAYS = ("upload", "paste", "type")
SHOWN = 60  # rows and problems shown
_state = st.session_state


def show(known: Actuals) -> None:
    """Draw the section; `known` is the present log of actuals."""
    with st.container(key="actuals_entry"):
        st.header(say("actuals.enter"))
        if recorded := _state.pop("actuals_recorded", ""):
            st.success(as_text(recorded))
            st.toast(as_text(recorded))
        st.caption(say("actuals.enter_note"))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            way = st.segmented_control(
                say("actuals.way"),
                WAYS,
                key="actuals_way",
                default="type",
                required=True,
                persist_state="session",
                format_func=lambda w: say(f"actuals.way.{w}"),
            )
            by = st.text_input(
                say("actuals.by"), key="actuals_by", max_chars=MAX_NAME, width=260, persist_state="session"
            )
        try:
            name, tables = _uploaded() if way == "upload" else _pasted() if way == "paste" else _typed(known)
            if tables:
                receipt = Receipt(name, by, datetime.now())
                columns = None if way == "type" else choose_columns(tables, ACTUAL_WORDS, None)
                baseline = session.scenario().baseline
                _review(propose_actuals(tables, baseline, receipt, session.lang(), columns=columns))
        except UserError as error:
            st.error(say("actuals.refused"))
            draw_lines(problem_lines(error.problems, SHOWN), key="actuals-problems")
    scroll_to("actuals_entry", _state.get("actuals_turn", 0))


def _key(name: str) -> str:
    """A widget's key; it changes once something has been recorded, so that all fields are empty again."""
    return f"actuals_{name}_{_state.setdefault('actuals_turn', 0)}"


def _uploaded() -> tuple[str, list[SheetTable]]:
    st.caption(say("actuals.columns"))
    file = file_field(say("actuals.upload"), key=_key("file"))
    return (file.name, tables_of(file.content, file.name)) if file else ("", [])


def _pasted() -> tuple[str, list[SheetTable]]:
    name, example = say("actuals.pasted_file"), say("actuals.paste_example")
    st.caption(say("actuals.columns"))
    text = st.text_area(
        say("actuals.paste"), key=_key("paste"), height=150, placeholder=example, persist_state="session"
    )
    return name, tables_of(text, name) if text.strip() else []


def _typed(known: Actuals) -> tuple[str, list[SheetTable]]:
    """Fields for one month and unit; entries and withdrawals are read exactly like a row of a file."""
    baseline, lang, name = session.projection().baseline, session.lang(), say("actuals.typed_file")
    left, right = st.columns(2)
    months = [month_name(m) for m in range(session.today(), baseline.month - 1, -1)]
    month = left.selectbox(
        say("actuals.month"),
        months,
        key=_key("month"),
        index=None,
        placeholder="",
        persist_state="session",
        format_func=lambda m: month_long(m, lang),
    )
    units = [TOTAL, *(code for i, code in enumerate(baseline.codes) if baseline.own_figures[i])]
    unit = right.selectbox(
        say("actuals.unit"),
        units,
        key=_key("unit"),
        persist_state="session",
        format_func=lambda code: unit_name(code, baseline, lang),
    )
    typed = {
        figure: column.text_input(
            say(f"actuals.figure.{figure}"), key=_key(figure), max_chars=40, persist_state="session"
        ).strip()
        for figure, column in zip(FIGURES, [*st.columns(4), *st.columns(4)], strict=True)
    }
    withdrawn = _withdrawn(known, month, unit) if month else []
    values = [typed[figure] or (WITHDRAWING[0] if figure in withdrawn else None) for figure in FIGURES]
    if not month or not any(values):
        return name, []
    titles = ["actuals.month", "actuals.code", *(f"actuals.figure.{figure}" for figure in FIGURES)]
    headings = SheetRow(1, tuple(map(say, titles)))
    return name, [SheetTable(name, "", (headings, SheetRow(2, (month, unit or None, *values))))]


def _withdrawn(known: Actuals, month: str, unit: str) -> list[str]:
    """The figures of a month and unit that were chosen to be withdrawn."""
    recorded = {figure: known.of(month, unit, figure) for figure in FIGURES}
    there = {figure: value for figure, value in recorded.items() if value is not None}
    if not there:
        return []

    def called(figure: str) -> str:
        value = decimal(there[figure], session.lang())
        return say("actuals.as_recorded", figure=say(f"actuals.figure.{figure}"), value=value)

    return st.multiselect(
        say("actuals.withdraw"),
        list(there),
        key=_key(f"withdraw_{month}_{unit}"),
        persist_state="session",
        placeholder=say("actuals.withdraw_choose"),
        help=say("actuals.withdraw_help"),
        format_func=called,
        select_all=False,
    )


def _review(proposal: ActualsProposal) -> None:
    """The review: what would be recorded, what it corrects, and the button that records it."""
    lang = session.lang()
    notes = [note_text(note, lang) for note in proposal.notes if note not in proposal.doubts]
    if not proposal.records:
        return draw_lines(notes, key="actuals-notes")
    count = quantity(session.context(), "count", number=len(proposal.records), what="records")
    draw_title(sentence("actuals.review", lang, count=count), key="actuals-review-title", level=3)
    if proposal.doubts:
        st.warning(say("actuals.doubts"))
        draw_lines([note_text(doubt, lang) for doubt in proposal.doubts[:SHOWN]], key="actuals-doubts")
    table = record_table(proposal.records[:SHOWN], proposal.baseline, lang, with_entry=False)
    draw_table(table, key="actuals-review")
    draw_lines(notes, key="actuals-notes") if notes else None
    corrections = correction_lines(proposal.corrections(), proposal.baseline, lang)
    if len(proposal.records) > SHOWN:
        st.caption(say("data.more_problems", count=people(len(proposal.records) - SHOWN, lang)))
    if corrections:
        st.markdown(say("actuals.corrects"))
        draw_lines(corrections[:SHOWN], key="actuals-corrections")
    if st.button(say("actuals.record"), key="actuals_record", type="primary"):
        confirm_actuals(proposal)
        _state.actuals_turn += 1
        _state.actuals_recorded = say("actuals.recorded", count=people(len(proposal.records), lang))
        st.rerun()
    return None
