"""The look of the meeting mode: all on one screen, without a frame, readable from the back of the room."""

from simulator.report.charts import theme

CSS = f"""
<style>
[data-testid=stHeader], [data-testid=stSidebar],
  [data-testid=stExpandSidebarButton] {{ display: none !important; }}
[data-testid=stMainBlockContainer] {{ padding: 1.2vh 2.2vw .6vh !important; max-width: none; }}
.st-key-meeting {{ flex: none; height: 98dvh; gap: .8vh; }}
.mt-name {{ display: flex; justify-content: space-between; gap: 2rem; font-size: clamp(18px, 1.6vw, 28px);
  line-height: 1.35; color: {theme.MUTED}; }}
.mt-name p {{ display: flex; min-width: 0; margin: 0; font-size: inherit; white-space: pre; }}
.mt-name p > b {{ overflow: hidden; text-overflow: ellipsis; }}
.mt-name p > span {{ flex: none; }} /* a long name must not hide what follows it */
.mt-name > span {{ letter-spacing: .25em; white-space: nowrap; }}
[data-testid=stMainBlockContainer] h1.mt-finding {{ font-size: clamp(28px, 2.9vw, 54px); line-height: 1.18;
  min-height: 2.36em; padding: 0; margin: 0; text-wrap: balance; color: {theme.TEXT}; }}
[data-testid=stLayoutWrapper]:has(> .st-key-mt-body) {{ flex: 1 1 0; min-height: 0; }}
.st-key-mt-body {{ height: 100%; container-type: size; display: grid;
  grid-template-columns: minmax(15.5rem, 27vw) 1fr; gap: 1.5vw; align-items: center; }}
/* fits the screen: the figure has one size, which the script scales */
.st-key-mt-body .chart-plot {{ height: calc(100cqh - 2.2rem); }}
.st-key-meeting {{ --chart: 1; }}
@media (min-width: 1600px) and (min-height: 900px) {{ .st-key-meeting {{ --chart: 1.4; }} }}
.st-key-mt-body .chart-table {{ display: none; }} /* the overview page shows this table */
.st-key-mt-body .chart-picture {{ height: 2.2rem; font-size: clamp(14px, 1.1vw, 20px); }}
.mt-number {{ font-size: clamp(64px, min(9vw, 27vw / var(--letters) / .64), 170px); font-weight: 700;
  line-height: 1; color: {theme.ACCENT}; font-variant-numeric: tabular-nums; letter-spacing: -.02em; }}
:is(.mt-number, .mt-difference) button.quantity.origin {{ letter-spacing: inherit;
  text-decoration-thickness: 4px; text-underline-offset: .1em; }}
.mt-caption {{ font-size: clamp(20px, 1.9vw, 34px); line-height: 1.25; margin-top: .3em; }}
.mt-caption, .mt-difference span {{ text-wrap: balance; }}
.mt-difference {{ font-size: clamp(20px, 1.9vw, 34px); line-height: 1.25; min-height: 4.9em; margin-top: .5em;
  color: {theme.UNKNOWN}; }}
.mt-difference b {{ display: block; font-size: 2em; line-height: 1.15; color: {theme.TEXT};
  font-variant-numeric: tabular-nums; }}
.mt-difference i {{ display: inline-block; width: 1.9em; margin-right: .4em; vertical-align: .28em;
  border-top: .16em dashed {theme.UNKNOWN}; }}
.mt-chance {{ font-size: clamp(18px, 1.5vw, 28px); line-height: 1.3; text-wrap: balance; }}
.st-key-mt-body:has(.mt-chance) .mt-difference {{ min-height: 0; margin-bottom: .5em; }}
.st-key-mt-foot {{ display: grid; grid-template-columns: auto minmax(0, 1fr) auto auto auto; gap: 1vw;
  align-items: center; }}
.st-key-mt-lever {{ gap: 0; }}
.st-key-meeting:has(.mt-back) .st-key-mt-lever {{ opacity: .3; }} .mt-back {{ font-style: normal; }}
.st-key-mt-lever [data-testid=stSlider] label p {{ font-size: clamp(20px, 1.8vw, 30px); }}
.st-key-mt-lever [data-testid=stTooltipIcon] {{ display: none; }}
.st-key-mt-lever [data-testid=stElementContainer]:has([data-testid=stTextInput]) {{ width: 7rem; }}
.st-key-mt-lever [data-testid=stTextInput] input {{ font-size: clamp(20px, 1.8vw, 30px); font-weight: 600; }}
.st-key-mt-lever [data-testid=stTextInput] [data-testid=stTextInputRootElement] {{ height: 2.6rem; }}
.st-key-mt-lever [data-testid=stSlider] label {{ min-height: 2.6rem; max-width: calc(100% - 7.5rem); }}
.mt-none, .mt-held {{ font-size: clamp(17px, 1.4vw, 24px) !important; line-height: 1.3; min-height: 2.6em;
  margin: 0 !important; color: {theme.MUTED}; }}
.mt-held {{ display: none; }}
/* A note on units that a lever does not reach stays while it is in use; its keys show only without one. */
.st-key-mt-lever:focus-within .mt-none:empty {{ display: none; }}
.st-key-mt-lever:focus-within .mt-none:empty + .mt-held {{ display: block; }}
.st-key-mt-lever [data-testid=stAlertContainer] {{ padding: .1rem .6rem; }}
.st-key-mt-lever [data-testid=stAlertContainer] p {{ font-size: clamp(17px, 1.4vw, 24px); }}
.st-key-mt-lever:has([data-testid=stAlert]) :is(.mt-none, .mt-held) {{ display: none; }}
.st-key-mt-lever [data-testid=stSlider] [role=group] {{ zoom: 1.6; margin-top: -.1rem; }}
.st-key-mt-foot > :has(> .st-key-mt-month), .st-key-mt-month {{ width: clamp(15rem, 18.5vw, 24rem); }}
.st-key-mt-foot > :is(.st-key-mt-month, :has(> .st-key-mt-month)) {{ align-self: start; }} /* as the lever */
.st-key-mt-month label p {{ font-size: clamp(15px, 1.2vw, 22px); color: {theme.MUTED}; }}
.st-key-mt-month input {{ font-size: clamp(18px, 1.5vw, 26px); font-weight: 600; }}
.st-key-mt-month [role=group] {{ height: auto; min-height: 2.6rem; }}
.st-key-mt-buttons {{ display: grid !important; grid-template-columns: repeat(6, auto); gap: .2vw;
  width: max-content; }}
.mt-typed {{ font-size: clamp(20px, 1.8vw, 30px) !important; line-height: 1.3; margin: 0 !important; }}
.mt-typed b {{ color: {theme.ACCENT}; }}
.mt-answer {{ line-height: 1.35; margin: .4em 0; }}
.mt-office {{ display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: 0; }}
[data-testid=stDialog] .mt-office dd {{ margin: 0; font-weight: 600; line-height: 1.2;
  font-size: clamp(28px, 2.8vw, 50px) !important; }}
.mt-all-keys {{ display: grid; grid-template-columns: minmax(3rem, max-content) 1fr; gap: .3rem 1.5rem;
  margin: 0; }}
.mt-all-keys dt {{ font-weight: 600; max-width: 12em; }} .mt-all-keys dd {{ margin: 0; }}
.mt-all-keys kbd {{ font: inherit; border: 1px solid {theme.MUTED}; border-radius: .2rem;
  padding: 0 .35rem; }}
.st-key-mt-foot button[kind=tertiary] {{ color: {theme.MUTED}; padding: .3rem;
  min-width: clamp(34px, 3vw, 54px); }}
.st-key-mt-foot button[kind=tertiary] [data-testid=stIconMaterial] {{ font-size: clamp(26px, 2.4vw, 40px);
  width: auto; height: auto; }}
.st-key-mt-foot button[kind=tertiary] [data-testid=stMarkdownContainer] {{ position: absolute; width: 1px;
  height: 1px; overflow: hidden; clip-path: inset(50%); }}
:is(.st-key-mt-previous, .st-key-mt-next) button[kind=tertiary] [data-testid=stIconMaterial] {{
  font-size: clamp(34px, 3.4vw, 64px); }}
.mt-keys {{ font-size: clamp(14px, 1.3vw, 22px) !important; line-height: 1.3; min-height: 1.3em;
  margin: 0 !important; color: {theme.MUTED}; animation: mt-fade-1 1.5s 12s forwards; }}
.mt-note {{ font-size: clamp(17px, 1.4vw, 24px) !important; line-height: 1.3; margin: 0 !important;
  font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }}
@keyframes mt-fade-0 {{ to {{ opacity: 0; visibility: hidden; }} }}
@keyframes mt-fade-1 {{ to {{ opacity: 0; visibility: hidden; }} }} /* another name restarts it */
[data-testid=stDialog] > :has(> [role=dialog]) {{ width: min(92vw, max(44rem, 62vw)); max-width: none; }}
[data-testid=stDialog] :is(p, li, label, td, th, dt, dd, summary, button, input, [data-tag]),
  [role=listbox] :is([role=option], [role=option] *) {{ font-size: clamp(18px, 1.5vw, 28px) !important;
  line-height: 1.4; }}
[data-testid=stDialog] :is(h1, h2, h2 p, h3) {{ font-size: clamp(24px, 2.2vw, 40px) !important;
  line-height: 1.2; }}
[data-testid=stDialog] button[aria-label]:not([data-tag] *) svg {{ width: clamp(18px, 1.4vw, 28px);
  height: auto; }}
[data-testid=stDialog] :is([data-tag], button[kind]) {{ height: auto; max-width: none; }}
[data-testid=stDialog] [data-tag] > span {{ max-width: none; }}
[data-testid=stElementContainer]:has(.fictitious) {{ position: absolute; }} /* the watermark takes no space */
.fictitious::before {{ top: 40vh; bottom: auto; font-size: 12vw; right: 3vw; opacity: .1; }}
@media print {{
  .st-key-mt-foot, .mt-keys {{ display: none !important; }}
  .st-key-meeting, .st-key-mt-body {{ display: block !important; height: auto !important; }}
  .st-key-mt-body {{ container-type: normal; }} .mt-difference {{ min-height: 0; }}
}}
@media (max-width: 640px) {{
  .mt-name p {{ flex-wrap: wrap; }} .mt-note {{ white-space: normal; }}
  .st-key-meeting {{ --chart: .6; height: auto; }}
  [data-testid=stLayoutWrapper]:has(> .st-key-mt-body) {{ flex: none; }}
  .st-key-mt-body {{ container-type: normal; height: auto; grid-template-columns: minmax(0, 1fr); }}
  .st-key-mt-body .chart-plot {{ height: 288px; }}
  .mt-number {{ font-size: 72px; }}
  .mt-all-keys {{ grid-template-columns: minmax(0, 1fr); gap: 0; }}
  .mt-all-keys dd {{ margin-bottom: .6rem; }}
  .mt-difference {{ min-height: 0; }}
  .mt-difference b {{ display: inline; margin-right: .4em; }}
  .st-key-mt-foot {{ grid-template-columns: 44px minmax(0, 1fr) 44px; }}
  .st-key-mt-foot > :is(.st-key-mt-month, :has(.st-key-mt-month)) {{ grid-column: 1 / -1;
    justify-self: center; }}
  .st-key-mt-foot > :is(.st-key-mt-buttons, :has(> .st-key-mt-buttons)) {{ grid-column: 1 / -1;
    justify-self: center; }}
  .st-key-mt-foot button[kind=tertiary] {{ min-width: 44px; min-height: 44px; }} /* for a finger */
  /* Office names in full: Streamlit gives each option 40 pixels. */
  body:has(.st-key-mt-office) [role=listbox] [role=option] {{ padding: 0 .25rem; }}
  body:has(.st-key-mt-office) [role=listbox] [role=option] * {{ font-size: 13px !important;
    line-height: 1.2 !important; white-space: normal; overflow: visible; padding: 0; }}
}}
</style>
"""
