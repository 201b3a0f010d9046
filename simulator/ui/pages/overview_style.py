"""Style rules of the overview, beside those of the whole app."""

from simulator.report.charts import theme

CSS = f"""
<style>
.ov-slide {{ display: grid; gap: .45rem; }}
[data-testid=stMainBlockContainer] .ov-slide-title {{ font-size: clamp(1.25rem, 1.4vw, 1.9rem);
  text-wrap: balance; }}
.ov-numbers {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
  gap: .25rem 1.5rem; }}
.ov-number > button {{ font-size: clamp(2.2rem, 3.2vw, 3.6rem); font-weight: 700; line-height: 1.15;
  text-decoration-thickness: 2px; text-underline-offset: .12em; }}
.ov-number.now > button {{ color: {theme.TEXT}; }}
.ov-number.then > button {{ color: {theme.ACCENT}; }}
.ov-number.target > button, .ov-number.gap > button {{ color: {theme.TARGET}; }}
.ov-caption {{ padding-top: .2rem; color: {theme.MUTED}; font-size: .95rem; line-height: 1.3; }}
.ov-caption i {{ display: inline-block; width: .7rem; height: .7rem; margin-right: .35rem; border-radius: 50%;
  vertical-align: -.02rem; }}
.ov-now {{ background: {theme.TEXT}; }}
.ov-then {{ background: {theme.ACCENT}; }}
.ov-lost {{ background: repeating-linear-gradient(135deg, {theme.TEXT} 0 3px, {theme.BACKGROUND} 3px 8px); }}
.ov-caption i.ov-target {{ border-radius: 0; width: .25rem; height: .9rem; background: {theme.TARGET}; }}
.ov-track {{ position: relative; height: 1.5rem; margin: .35rem 0 .3rem; background: {theme.GRID}; }}
.ov-track span {{ position: absolute; top: 0; height: 100%; }}
.ov-track .ov-gap {{ border: 2px dashed {theme.TARGET}; background: {theme.BACKGROUND}; color: {theme.TARGET};
  font-weight: 600; font-size: .95rem; line-height: 1.25rem; text-align: center; overflow: hidden;
  white-space: nowrap; container-type: inline-size; }}
@container (max-width: 7rem) {{ .ov-gap b {{ display: none; }} }}  /* the number is also shown above */
.ov-track .ov-mark {{ width: 5px; margin-left: -5px; top: -.3rem; height: calc(100% + .6rem);
  background: {theme.TARGET}; }}
.ov-groups {{ margin-top: .5rem; display: flex; flex-wrap: wrap; gap: .6rem 2.5rem; }}
.ov-group {{ flex: 1 1 15rem; min-width: min(15rem, 100%); }}
.ov-group p {{ font-weight: 600; margin: 0; }}
.ov-of {{ display: flex; flex-wrap: wrap; align-items: baseline; gap: .5rem; }}
.ov-of > button {{ font-size: 1.4rem; font-weight: 700; }}
.ov-bar {{ height: .5rem; background: {theme.GRID}; margin: .1rem 0 .35rem; }}
.ov-bar b {{ display: block; height: 100%; background: {theme.ACCENT}; }}
.st-key-ov-charts [data-testid=stHorizontalBlock] {{ flex-wrap: wrap; column-gap: 2.5rem; }}
.st-key-ov-charts [data-testid=stColumn] {{ flex: 1 1 26rem; width: auto; min-width: min(26rem, 100%); }}
.st-key-ov-charts h2 {{ display: flex; align-items: flex-end; min-height: 2.9rem; padding: 0;
  font-size: 1.1rem; line-height: 1.3; text-wrap: balance; }}
.st-key-ov-charts [data-testid=stVerticalBlock] {{ gap: .5rem; }}
[class*=st-key-ov-way-] {{ flex-wrap: nowrap; }}
[class*=st-key-ov-other-] {{ flex: 1 1 0; }}
.st-key-ov-more [data-testid=stElementContainer] + [data-testid=stLayoutWrapper] {{ flex: 0 0 auto;
  width: auto; }}
/* the headline may change its number of lines; a fixed height keeps everything below in place */
.st-key-ov-head {{ gap: .5rem 2rem; }}
.st-key-ov-head > :first-child {{ flex: 1 1 22rem; min-height: 3.9rem; align-self: center; }}
.st-key-ov-head > :last-child {{ flex: 0 0 auto; width: auto; max-width: 100%; }}
.st-key-ov-target {{ gap: .25rem .6rem; }}
.st-key-ov-target label {{ white-space: nowrap; }}
.st-key-ov-target > :nth-child(1) {{ flex: 0 0 5.2rem; }}
.st-key-ov-target > :nth-child(2) {{ flex: 0 0 10.5rem; }}
.st-key-ov-next {{ gap: 0 .75rem; border-left: 4px solid {theme.TARGET}; padding-left: .75rem; }}
.st-key-ov-next p {{ margin: 0; font-weight: 600; }}
.st-key-ov-next > :first-child {{ width: auto; flex: 0 1 auto; }}
.st-key-ov-next button {{ min-height: 1.5rem; padding: 0; text-decoration: underline; }}
.st-key-ov-moved {{ min-height: 7rem; gap: .4rem; }}
.st-key-ov-start {{ gap: .6rem; }}
.st-key-ov-start:empty {{ display: none; }}
/* the same height with one step left as with three, so that nothing below moves */
.first-steps {{ display: flex; flex-wrap: wrap; gap: 0 1.5rem; min-height: 2.6rem; }}
.first-steps ol {{ display: flex; flex-wrap: wrap; flex: 1 1 30rem; gap: 0 2rem; margin: 0;
  padding-left: 1.2rem; }}
.first-steps li {{ flex: 1 1 12rem; margin: 0; padding: 0; }}
.first-steps, .first-steps li {{ font-size: .9rem; line-height: 1.4; }}
.st-key-ov-more [data-testid=stVerticalBlock] {{ gap: .4rem; }}
.st-key-ov-answer {{ gap: .6rem; }}
@media (max-width: 640px) {{
  [class*=st-key-ov-way-] {{ flex-wrap: wrap; }} [class*=st-key-ov-other-] {{ flex-basis: 100%; }} }}
.ov-text {{ line-height: 1.5; }} .ov-text p {{ margin: 0 0 .35rem; }}
.ov-text .muted, .ov-text .muted button {{ color: {theme.MUTED}; font-size: .9rem; }}
.ov-answer p {{ font-size: 1.1rem; margin: 0 0 .3rem; }}
.ov-way {{ margin: 0; line-height: 1.6; }}
.ov-table {{ overflow: auto; max-height: 28rem; scroll-padding-top: 2.5rem; }}
.ov-table table {{ border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }}
.ov-table th, .ov-table td {{ padding: .25rem .75rem; border-bottom: 1px solid {theme.GRID};
  text-align: right; white-space: nowrap; }}
.ov-table tr > :first-child, .ov-table tr > :last-child {{ text-align: left; font-weight: normal; }}
.ov-table button.origin:not(:hover) {{ text-decoration: none; }}
.ov-table thead th {{ position: sticky; top: 0; background: {theme.BACKGROUND}; font-weight: 600; }}
</style>
"""
