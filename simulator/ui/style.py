"""The app's few style rules beside Streamlit's theme."""

from simulator.model.scenario import LEVERS, SETTINGS
from simulator.report.charts.theme import ACCENT, CSS_VARIABLES, GRID, MUTED, TEXT
from simulator.ui.html import key_class

# Rules for descendants match whole classes: with a part of a class (`[class*=…]`), each change of any class
# would make the browser restyle everything below it.
_CARD = f":is({', '.join('.' + key_class(f'card {path}') for path in LEVERS)})"
_FIELD = f":is({', '.join('.' + key_class(f'field {path}') for path in SETTINGS)})"

CSS = f"""
<style>
{CSS_VARIABLES}
[data-testid=stMainBlockContainer] {{ padding: 1.4rem 2.5rem 3rem; max-width: 1500px; }}
[data-testid=stMainBlockContainer] h1 {{ font-size: 1.6rem; line-height: 1.3; margin: 0;
  padding: .25rem 0 .35rem; }}
[data-testid=stMainBlockContainer] h2 {{ font-size: 1.25rem; }}
[data-testid=stMainBlockContainer] h3 {{ font-size: 1.1rem; }}
[data-testid=stMainBlockContainer] :is(h2, h3) {{ line-height: 1.2; margin: 0; padding: .75rem 0 .25rem; }}
/* Streamlit fades each element that a run has not redrawn yet: a hundred layers to paint for each move.
  Instead, the whole page turns pale if a run takes long (browser.js). */
[data-stale=true], [data-testid=stExpander] :is(details, summary) {{ opacity: 1 !important;
  transition: none !important; }}
[data-runs=long] [data-testid=stMain] {{ opacity: .4; }}
.piece > :last-child {{ margin-bottom: 0; }}
.piece dl {{ padding-left: 0; }} /* Streamlit indents lists in HTML */
/* enough contrast while the pointer is over it, too */
[data-testid=stButtonGroup] [aria-checked=true] p {{ color: {TEXT}; }}
/* as high as the fields beside them, so that the labels line up */
.st-key-next_kind button, .st-key-units_view button, .st-key-actuals_way button {{ min-height: 2.5rem; }}
/* "Press Enter to apply", which is English in every language */
[data-testid=InputInstructions] {{ display: none; }}
[data-testid=stSidebar][data-collapsed=false] {{ min-width: 330px; }}
[data-testid=stSidebarHeader] {{ height: 2rem; }}
[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarCollapseButton] {{ visibility: visible; }}
/* the top bar contains only the button that opens the sidebar; it must not cover the page or take clicks */
[data-testid=stHeader], [data-testid=stToolbar] {{ background: none; pointer-events: none; }}
[data-testid=stExpandSidebarButton] {{ pointer-events: auto; margin-left: -.9rem; }}
[data-testid=stStatusWidget] {{ position: fixed; right: .5rem; bottom: .25rem; }}
@media (max-width: 768px) {{
  [data-testid=stSidebar] {{ top: var(--below-navigation, 0);
    height: calc(100% - var(--below-navigation, 0px)); box-shadow: none; border-right: 1px solid {GRID}; }}
}}
[data-testid=stSidebar] [data-testid=stVerticalBlock] {{ gap: .2rem; }}
[data-testid=stSidebar] h2.side {{ font-size: 1rem; padding: .7rem 0 .1rem; margin: 0;
  border-bottom: 1px solid #d6dee2; }}
[data-testid=stSliderThumbValue], [data-testid=stSliderTickBar] {{ display: none; }}
[data-testid=stCaptionContainer], [data-testid=stCaptionContainer] p {{
  color: {MUTED} !important; opacity: 1; }}
[data-testid=stSidebar] [data-testid=stCaptionContainer] p {{ font-size: .82rem; line-height: 1.25; }}
[class*=st-key-reset-] {{ position: absolute; right: 0; bottom: .45rem; width: auto; }}
{_FIELD} [class*=st-key-reset-] {{ top: -.1rem; bottom: auto; }}
:is({_CARD}, {_FIELD}) [data-testid=stButton] button {{ min-height: 1.6rem; padding: 0 .2rem; }}
:is({_CARD}, {_FIELD}) [data-testid=stButton] p {{ font-size: 0; }}
[class*=st-key-field-] {{ position: relative; }}
{_FIELD} label {{ padding-right: 2rem; }}
[class*=st-key-notes-] {{ min-height: 1.3rem; gap: 0; }}
[class*=st-key-notes-participation] {{ min-height: 3.5rem; }}
[class*=st-key-notes-participation][class*=target_share] {{ min-height: 6.2rem; }}
[class*=st-key-notes-participation][class*=other-target_share] {{ min-height: 2.9rem; }}
.st-key-notes-monev-first_month {{ min-height: 3.3rem; }}
.st-key-notes-monev-every_months {{ min-height: 2.3rem; }}
.st-key-notes-retention-lapse_share_per_month {{ min-height: 5.2rem; }}
.st-key-notes-one-more {{ min-height: 8rem; }} /* space for the notes of a move: nothing below shifts */
[class*=st-key-card-] {{ position: relative; padding-top: .35rem; }}
{_CARD} [data-testid=stSlider] [role=group] {{ margin: -.35rem 1.9rem 0 0; width: auto; }}
{_CARD} [data-testid=stSlider] label {{ max-width: calc(100% - 5.2rem); min-height: 2rem;
  align-items: center; }}
{_CARD} [data-testid=stElementContainer]:has([data-testid=stTextInput]) {{ position: absolute;
  top: .35rem; right: 0; width: 4.8rem; }}
{_CARD} [data-testid=stTextInput] input {{ text-align: right; padding: .15rem .5rem;
  font-variant-numeric: tabular-nums; }}
{_CARD} [data-testid=stTextInput] [data-baseweb],
  {_CARD} [data-testid=stTextInputRootElement] {{ height: 2rem; min-height: 2rem; }}
.today {{ position: relative; height: 1.5rem; margin: -.55rem 2.275rem .2rem .375rem; font-size: .8rem;
  color: {MUTED}; }}
.side-note {{ font-size: .82rem; line-height: 1.25; color: {MUTED}; margin: 0; }}
.today i {{ position: absolute; top: 0; width: 0; height: 0; margin-left: -5px; border: 5px solid transparent;
  border-bottom: 7px solid {TEXT}; border-top: 0; }}
.today span {{ position: absolute; top: .3rem; }}
.today.from-right span {{ right: 0; }}
.fictitious::before {{ content: attr(data-word); position: fixed; z-index: 1000; pointer-events: none;
  right: 1rem; bottom: .5rem; font-size: 4rem; font-weight: 700; color: {ACCENT}; opacity: .13; }}
.st-key-person {{ gap: .4rem; margin-top: -.8rem; }}
.st-key-head {{ gap: .4rem; }}
.st-key-head > :first-child {{ flex: 1 1 9rem; }}
.st-key-head > :last-child {{ margin-left: auto; padding-left: .8rem; }}
.work > * {{ display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
  line-height: 1.4; }}
.work span {{ color: {MUTED}; font-size: .875rem; }}
.st-key-head button p, .st-key-head [data-testid=stCaptionContainer] p {{ font-size: .875rem;
  white-space: nowrap; }}
.st-key-nav {{ border-bottom: 1px solid {GRID}; padding-bottom: .25rem; gap: .75rem .1rem; }}
.st-key-nav a {{ padding: 0 .2rem; border-radius: .3rem; }} .st-key-nav a p {{ font-size: .85rem; }}
/* so that Tab skips the closed sidebar */
[data-testid=stSidebar][data-collapsed=true] > * {{ content-visibility: hidden; visibility: hidden; }}
:is(.st-key-nav a, button.origin, summary):focus-visible, [data-testid=stSlider] [data-focus-visible] {{
  outline: 3px solid {ACCENT}; outline-offset: 2px; }}
button.origin, span.quantity, span.whole {{ white-space: nowrap; }}
button.origin {{ font: inherit; color: inherit; font-variant-numeric: tabular-nums; background: none;
  border: 0; padding: 0; cursor: pointer; text-underline-offset: .25em; }}
button.origin:not(.published, .counted) {{ text-decoration: underline dotted; }}
button.origin:hover {{ color: {ACCENT}; }}
.st-key-head [data-testid=stMarkdownContainer], .st-key-head [data-testid=stCaptionContainer] {{ margin: 0; }}
.st-key-head p {{ margin: 0; }} .st-key-head button {{ min-height: 1.6rem; padding: 0; }}
.st-key-head [data-testid=stButtonGroup] button {{ padding: 0 .6rem; }}
.plain-rows {{ container-type: inline-size; }}
.plain-rows table {{ border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.35;
  font-variant-numeric: tabular-nums; }}
.plain-rows th, .plain-rows td {{ text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0;
  border-bottom: 1px solid {GRID}; font-weight: 400; }}
.plain-rows thead th {{ color: {MUTED}; }}
.plain-rows .number {{ text-align: right; white-space: nowrap; }}
.plain-rows .short {{ white-space: nowrap; }}
.plain-rows .total > * {{ font-weight: 600; }} .plain-rows small {{ display: block; color: {MUTED}; }}
.message {{ padding: .75rem 1rem; border-radius: .5rem; }}
.message p {{ margin: 0; }}
.message p + p {{ margin-top: .5rem; }}
.message.success {{ background: #e7f5ec; color: #14532d; }}
.message.info {{ background: #e8f2fc; color: #003a70; }}
.message.warning {{ background: #fff8dc; color: #694c00; }}
.message.error {{ background: #fdeaea; color: #7a1f26; }}
p.note {{ margin: 0; font-size: .875rem; color: {MUTED}; }}
ul.plain-lines {{ padding-left: 1.25rem; margin: 0; }} .plain-lines li {{ margin: .2rem 0; }}
@container (max-width: 680px) {{
  .plain-rows thead {{ position: absolute; clip-path: inset(50%); }}
  .plain-rows tr, .plain-rows th, .plain-rows td {{ display: block; border: 0; padding: .1rem 0; }}
  .plain-rows tr {{ border-bottom: 1px solid {GRID}; padding: .5rem 0; }}
  .plain-rows th[scope=row] {{ font-weight: 600; }}
  .plain-rows .number {{ text-align: left; white-space: normal; }} /* the number itself does not wrap */
  .plain-rows td:empty {{ display: none; }}
  .plain-rows td::before {{ content: attr(data-title) ": "; color: {MUTED}; }}
}}
@media (max-width: 640px) {{
  .st-key-head > :first-child {{ flex-basis: 100%; }} .work > * {{ white-space: normal; }}
  [data-testid=stMainBlockContainer] {{ padding: 4.2rem 1rem 2rem; }}
  .st-key-head > :last-child {{ margin-left: 0; padding-left: 0; }}
  [data-testid=stButtonGroup] > div {{ flex-wrap: wrap; }}
}}
@page {{ margin: 12mm; }}
@media print {{
  * {{ print-color-adjust: exact !important; }} /* bars and marks are drawn as backgrounds */
  [data-testid=stSidebar], [data-testid=stHeader], .st-key-nav,
    .st-key-head :is(button, a), .first-steps, [data-testid=stDownloadButton] {{ display: none !important; }}
  [data-testid=stMainBlockContainer] {{ padding: 0 !important; }}
  [data-testid=stElementContainer]:has(.chart-plot), .message, tr {{ break-inside: avoid; }}
  h1, h2, h3 {{ break-after: avoid; }}
  [data-testid=stElementContainer]:has(:is(h1, h2, h3)) {{ break-after: avoid; }}
}}
</style>
"""
