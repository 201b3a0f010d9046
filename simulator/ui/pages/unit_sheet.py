"""The sheet of one unit or group: one page on the screen, one page of A4 on paper."""

from html import escape

import streamlit as st

from simulator.report.charts.theme import GRID, MUTED
from simulator.report.sentences.unit_sheet import LargeNumber, Sheet, unit_sheet
from simulator.report.tables.units import UnitTable
from simulator.ui import session
from simulator.ui.foreign import as_text
from simulator.ui.header import icon_button
from simulator.ui.html import Html
from simulator.ui.session import say
from simulator.ui.tables import draw
from simulator.words.sentence import joined
from simulator.words.sources import source_titles

CSS = f"""<style>
.sheet table {{ border-collapse: collapse; width: 100%; max-width: 52rem;
  font-variant-numeric: tabular-nums; }}
.sheet th, .sheet td {{ padding: .4rem .75rem .4rem 0; border-bottom: 1px solid {GRID}; text-align: left;
  font-weight: normal; }}
.sheet .number {{ text-align: right; }}
.sheet {{ overflow-x: auto; }}
.sheet.bill td {{ white-space: nowrap; }}
.sheet thead th {{ color: {MUTED}; }}
.sheet.family tbody th {{ width: 34%; }}
.sheet.family td:first-of-type {{ font-weight: 600; white-space: nowrap; }}
.sheet.numbers {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .5rem 1rem;
  margin-bottom: 1rem; }}
.sheet .large {{ margin: 0; font-size: 2rem; font-weight: 600; line-height: 1.5; }}
.st-key-sheet p {{ margin: .5rem 0; }}
@media (max-width: 640px) {{
  .sheet.bill {{ font-size: .85rem; }}
  .sheet.family tr, .sheet.family th, .sheet.family td {{ display: block; width: auto !important; padding: 0;
    border: 0; }}
  .sheet.family tr {{ padding: .5rem 0; border-bottom: 1px solid {GRID}; }}
}}
@media print {{
  @page {{ size: A4; margin: 14mm 16mm; }}
  html {{ font-size: 13px !important; }}
  .st-key-sheet-actions, .st-key-head {{ display: none !important; }}
  [data-testid=stMainBlockContainer] {{ padding: 0 !important; max-width: none; }}
  .stApp, [data-testid=stAppViewContainer], [data-testid=stMain] {{ position: static !important;
    height: auto !important; overflow: visible !important; }}
  .st-key-sheet [data-testid=stVerticalBlock], .st-key-sheet {{ gap: .5rem !important; }}
}}
</style>"""
_print_button = st.components.v2.component(
    "print",
    html='<button type="button"></button>',
    css="button { padding: .35rem .9rem; border: 1px solid var(--edge); border-radius: .5rem; "
    "background: none; color: inherit; font: inherit; cursor: pointer; }",
    js="""export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = () => window.print();
}""",
)


def ask(key: str) -> None:
    """Request the sheet of a row, or of a unit published at 100 %, through the address."""
    st.query_params["unit"] = key


def show(units: UnitTable, key: str) -> None:
    """Draw the sheet of a row or of a unit published at 100 %."""
    c, lang = session.context(), session.lang()
    sheet = unit_sheet(c, units, key, lang)
    st.html(CSS)
    with st.container(horizontal=True, vertical_alignment="center", key="sheet-actions"):
        icon_button("sheet_back", say("units.sheet.back"), "arrow_back", lambda: st.query_params.pop("unit"))
        st.space("stretch")
        _print_button(key="sheet_print", width="content", data={"label": say("units.sheet.print")})
    with st.container(key="sheet"):
        draw(lambda page: _written(sheet, page), key="sheet_words")
        sources = source_titles(" ".join(sheet.sources), c.sources, lang)
        st.caption(as_text(f"{say('units.sheet.marks')} {sources}."))
        st.caption(as_text(sheet.foot))


def _written(sheet: Sheet, page: Html) -> str:
    """The whole sheet, its numbers with their marks as on paper."""
    paragraphs = (*sheet.notes, say("units.sheet.care"))
    return "".join(
        (
            f"<h1>{escape(sheet.name)}</h1><p><strong>{page.sentence(sheet.finding)}</strong></p>",
            f'<div class="sheet numbers">{"".join(_number(number, page) for number in sheet.numbers)}</div>',
            f"<p>{page.sentence(sheet.scenario)}</p>" if sheet.scenario else "",
            f"<h2>{escape(say('units.sheet.bill'))}</h2>",
            page.table(sheet.bill, look="sheet bill", marks=True),
            f'<p class="note">{page.sentence(joined(sheet.rate_notes, page.lang))}</p>',
            f"<h2>{escape(say('units.sheet.family'))}</h2>{page.table(sheet.family, look='sheet family')}",
            f"<p>{page.sentence(sheet.rare)}</p>",
            *(f"<p>{escape(words)}</p>" for words in paragraphs),
        )
    )


def _number(number: LargeNumber, page: Html) -> str:
    is_bare = len(number.words.parts) == 1  # otherwise its words show its basis
    words = page.sentence(number.words, marks=is_bare)
    return f'<div><p class="note">{escape(number.label)}</p><p class="large">{words}</p></div>'
