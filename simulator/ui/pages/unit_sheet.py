"""The sheet of one unit or group: one page on the screen, one page of A4 on paper."""

import html

import streamlit as st

from simulator.report.charts.theme import GRID, MUTED
from simulator.report.sentences.overview import missing_months
from simulator.report.sentences.unit_sheet import Sheet, unit_sheet
from simulator.report.tables.units import UnitTable
from simulator.ui import origin, session
from simulator.ui.saving import escaped
from simulator.ui.session import say
from simulator.words.numbers import month_long
from simulator.words.sources import source_titles

CSS = f"""<style>
.sheet table {{ border-collapse: collapse; width: 100%; max-width: 52rem; font-variant-numeric: tabular-nums; }}
.sheet th, .sheet td {{ padding: .4rem .75rem .4rem 0; border-bottom: 1px solid {GRID}; text-align: right; font-weight: normal; }}
.sheet th:first-child, .sheet.family td {{ text-align: left; }}
.sheet {{ overflow-x: auto; }}
.sheet.bill td {{ white-space: nowrap; }}
.sheet thead th {{ color: {MUTED}; }}
.sheet.family tbody th {{ width: 34%; }}
.sheet.family td:first-of-type {{ font-weight: 600; white-space: nowrap; }}
.sheet small {{ color: {MUTED}; font-size: .875rem; }}
.st-key-sheet-numbers button p {{ font-size: 2rem; font-weight: 600; }}
.st-key-sheet-numbers .plain {{ font-size: 2rem; font-weight: 600; line-height: 1.5; }}
@media (max-width: 640px) {{
  .sheet.bill {{ font-size: .85rem; }}
  .sheet.family tr, .sheet.family th, .sheet.family td {{ display: block; width: auto !important; padding: 0; border: 0; }}
  .sheet.family tr {{ padding: .5rem 0; border-bottom: 1px solid {GRID}; }}
}}
@media print {{
  @page {{ size: A4; margin: 14mm 16mm; }}
  html {{ font-size: 13px !important; }}
  .st-key-sheet-actions {{ display: none !important; }}
  [data-testid=stMainBlockContainer] {{ padding: 0 !important; max-width: none; }}
  .stApp, [data-testid=stAppViewContainer], [data-testid=stMain] {{ position: static !important; height: auto !important; overflow: visible !important; }}
  .st-key-sheet [data-testid=stVerticalBlock], .st-key-sheet {{ gap: .5rem !important; }}
}}
</style>"""
_print_button = st.components.v2.component(
    "print",
    html='<button type="button"></button>',
    css="button { padding: .35rem .9rem; border: 1px solid #8a94a0; border-radius: .5rem; background: none; color: inherit; font: inherit; cursor: pointer; }",
    js="""export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = () => window.print();
}""",
)


def show(units: UnitTable, key: str) -> None:
    """Draws the sheet of a row or of a unit published at 100 %."""
    lang, p = session.lang(), units.projection
    sheet = unit_sheet(units, key, session.programme(), session.today(), lang)
    st.html(CSS)
    with st.container(horizontal=True, vertical_alignment="center", key="sheet-actions"):
        st.button(
            say("units.sheet.back"),
            icon=":material/arrow_back:",
            type="tertiary",
            key="sheet_back",
            on_click=_close,
        )
        st.space("stretch")
        _print_button(key="sheet_print", width="content", data={"label": say("units.sheet.print")})
    with st.container(key="sheet"):
        st.title(escaped(sheet.name))
        st.markdown(f"**{escaped(sheet.finding)}**")
        _numbers(sheet)
        if sheet.scenario:
            over = units.month in missing_months(p, session.today(), session.readable_actuals())
            past = f" {say('units.past', month=month_long(int(p.months[units.month]), lang))}" if over else ""
            st.markdown(escaped(sheet.scenario + past))
        st.header(say("units.sheet.bill"))
        _table("bill", sheet.bill[0], sheet.bill[1:])
        st.caption(escaped(" ".join(sheet.rate_notes)))
        st.header(say("units.sheet.family"))
        _table("family", (), [(what, amount, terms) for what, amount, terms in sheet.family])
        for note in (*sheet.notes, say("units.sheet.care")):
            st.markdown(escaped(note))
        sources = source_titles(" ".join(sheet.sources), session.sources(), lang)
        st.caption(escaped(f"{say('units.sheet.marks')} {sources}."))
        st.caption(escaped(sheet.foot))


def _close() -> None:
    del st.query_params["unit"]


def _numbers(sheet: Sheet) -> None:
    with st.container(key="sheet-numbers"):
        for column, number in zip(st.columns(3), sheet.numbers):
            with column:
                st.caption(escaped(number.label))
                if number.origin:
                    key, context = number.origin
                    origin.number(key, number.shown, **context)
                else:
                    st.html(f'<div class="plain">{html.escape(number.shown)}</div>')


def _table(name: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    head = (
        f"<thead><tr>{''.join(f'<th scope=col>{html.escape(cell)}</th>' for cell in header)}</tr></thead>"
        if header
        else ""
    )
    body = "".join(
        f"<tr><th scope=row>{html.escape(first)}</th>{''.join(f'<td>{html.escape(cell)}</td>' for cell in rest)}</tr>"
        for first, *rest in rows
    )
    st.html(f'<div class="sheet {name}"><table>{head}<tbody>{body}</tbody></table></div>')
