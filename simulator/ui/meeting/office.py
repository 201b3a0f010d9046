"""The dialog that finds one office by a few letters and shows its sheet in large type."""

from html import escape

import streamlit as st

from simulator.report.sentences.unit_names import row_name
from simulator.report.sentences.unit_sheet import Sheet, published_units, unit_sheet
from simulator.report.tables.units import UnitTable, unit_table
from simulator.ui import session
from simulator.ui.foreign import as_text
from simulator.ui.html import Html
from simulator.ui.meeting import at_hand, first_field
from simulator.ui.session import say
from simulator.ui.tables import draw
from simulator.words.sentence import joined
from simulator.words.sources import source_titles

_state = st.session_state


def show() -> None:
    """A list that takes letters, arrows and Enter, and the sheet of the office chosen."""
    units = unit_table(session.projection(), at_hand.discussed_month())
    offices = offices_of(units)
    chosen = st.selectbox(
        say("meeting.office.which"),
        list(offices),
        index=None,
        filter_mode="contains",
        key="mt-office",
        placeholder=say("meeting.office.letters"),
    )
    first_field.take_up()
    if chosen is None:
        return
    c, lang = session.context(), session.lang()
    sheet = unit_sheet(c, units, offices[chosen], lang)
    draw(lambda page: _written(chosen, sheet, page), key="mt-sheet")
    sources = source_titles(" ".join(sheet.sources), c.sources, lang)
    st.caption(as_text(f"{say('units.sheet.marks')} {sources}."))


def offices_of(units: UnitTable) -> dict[str, str]:
    """Every office by name, with the key of its sheet.

    An office without figures of its own has the sheet of its group, as its name in the list shows; no
    number of a group is divided among its offices.
    """
    baseline, lang = units.projection.baseline, session.lang()
    own = {row_name(row, baseline, lang): row.key for row in units.rows}
    own |= {name: code for code, name in published_units(units).items()}
    grouped = {
        say(
            "meeting.office.in_group", office=baseline.unit_names[i], group=row_name(row, baseline, lang)
        ): row.key
        for row in units.rows
        if row.is_pooled
        for i in row.units
        if baseline.unit_names[i] not in own
    }
    return dict(sorted({**own, **grouped}.items()))


def _written(name: str, sheet: Sheet, page: Html) -> str:
    """Finding, large numbers, the scenario, and the bill of a month; numbers with their marks."""
    numbers = "".join(
        f"<div><dt>{escape(one.label)}</dt>"
        f"<dd>{page.sentence(one.words, marks=len(one.words.parts) == 1)}</dd></div>"  # else its words do
        for one in sheet.numbers
    )
    notes = "".join(f"<p>{escape(note)}</p>" for note in sheet.notes)
    given = f"<p>{page.sentence(sheet.scenario)}</p>" if sheet.scenario else ""
    return (
        f"<h2>{escape(name)}</h2><p><b>{page.sentence(sheet.finding)}</b></p>"
        f'<dl class="mt-office">{numbers}</dl>{notes}{given}<h3>{escape(say("units.sheet.bill"))}</h3>'
        f"{page.table(sheet.bill, look='plain-rows', marks=True)}"
        f"<p>{page.sentence(joined(sheet.rate_notes, page.lang))}</p>"
    )
