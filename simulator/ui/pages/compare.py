"""Bandingkan: two to six scenarios against one of them, as a chart, in numbers, settings, unit by unit."""

import streamlit as st

from simulator.model.projection import Projection
from simulator.planning.comparison import MOST, last_common_month, on_same_data
from simulator.report.charts.compare import CHARTS, comparison, missing_total
from simulator.report.charts.theme import BACKGROUND, GRID, MUTED
from simulator.report.context import Context
from simulator.report.sentences.comparison import comparison_sentence
from simulator.report.tables.compare import headline_table, settings_table, targets_differ, units_table
from simulator.store.baseline_files import read_baseline_named
from simulator.ui import saving, session
from simulator.ui.chart import chart, over_months
from simulator.ui.header import watermark
from simulator.ui.pages import compare_why
from simulator.ui.session import say
from simulator.ui.tables import draw_table, draw_title
from simulator.words.compare import enumerated
from simulator.words.numbers import month_long

WORK = ""  # in the list of choices: the scenario being worked on, beside the files by stem
FIRST_SHOWN = 3
HEIGHT = 400  # pixels of the chart
_state = st.session_state
CSS = f"""<style>
/* six names need more than one line */
[data-testid=stMultiSelect] [role=group] {{ height: auto; max-height: none; }}
[data-testid=stMultiSelectTagsContainer] {{ flex-wrap: wrap; overflow: visible; min-width: 0; }}
.compare {{ overflow-x: auto; background:  /* a shadow at the right edge while more columns lie beyond it */
  linear-gradient(to left, {BACKGROUND} 40%, transparent) right / 2.5rem 100% no-repeat local,
  linear-gradient(to left, {MUTED}59, transparent) right / 1rem 100% no-repeat scroll; }}
.compare table {{ border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }}
.compare th, .compare td {{ padding: .3rem .55rem; border-bottom: 1px solid {GRID}; text-align: right;
  vertical-align: top; font-weight: normal; }}
.compare tr > :first-child {{ text-align: left; padding-left: 0; min-width: 9rem; position: sticky; left: 0;
  background: {BACKGROUND}; }}
.compare thead th {{ font-weight: 600; vertical-align: bottom; min-width: 5.5rem; max-width: 12rem; }}
.compare small {{ display: block; color: {MUTED}; font-size: .8rem; }}
.compare.words td, .compare.words thead th {{ text-align: left; }}
.compare.words small {{ font-size: .875rem; }}
</style>"""


def show() -> None:
    """Draws the page."""
    st.html(CSS)
    heading = st.container()
    chosen, reference = _choice()
    contexts, names = [c for c, _ in chosen], [name for _, name in chosen]
    projections = [c.projection for c in contexts]
    with heading:
        if len(chosen) < 2:
            st.title(say("compare.too_few"))
        else:
            draw_title(comparison_sentence(contexts, names, session.lang()), key="compare-title")
    if len(chosen) < 2:
        st.markdown(say("compare.too_few_help"))
        return
    if (
        any(p.baseline.facts.fictitious for p in projections)
        and not session.projection().baseline.facts.fictitious
    ):
        watermark()  # the header draws it for the open scenario
    _notes(projections)
    _chart(contexts, names)
    _numbers(contexts, names, reference)
    _settings(contexts, names, reference)
    compare_why.show(contexts, names)
    _units(contexts, names, reference)


def _choice() -> tuple[list[tuple[Context, str]], int]:
    """The chosen scenarios with the names they go by here, the reference first; and its position."""
    entries = {e.stem: e for e in saving.entries() if e.scenario}
    draft = session.draft()
    scenarios = (
        {WORK: draft.scenario}
        | {stem: e.scenario for stem, e in entries.items()}
        | _state.get("compared_versions", {})
    )  # asked for in a history
    if not draft.unsaved:
        scenarios.pop(draft.stem, None)  # the same twice
    names = {stem: _name(scenario.name, stem, scenario.baseline) for stem, scenario in scenarios.items()}
    if "compared" not in _state:
        alike = [stem for stem, scenario in scenarios.items() if scenario.baseline == draft.scenario.baseline]
        _state.compared = alike[:FIRST_SHOWN]
    _state.compared = [
        WORK if stem == draft.stem and stem not in scenarios else stem for stem in _state.compared
    ]
    _state.compared = list(dict.fromkeys(stem for stem in _state.compared if stem in scenarios))
    left, right = st.columns([3, 1])
    with left:
        st.multiselect(
            say("compare.which"),
            list(scenarios),
            key="compared",
            format_func=names.__getitem__,
            placeholder=say("compare.choose"),
            persist_state="session",
        )
        stems, beyond = _state.compared[:MOST], _state.compared[MOST:]
        if beyond:  # not by the box itself, which would refuse in English
            st.warning(
                saving.escaped(
                    say(
                        "compare.too_many",
                        most=MOST,
                        names=enumerated([names[stem] for stem in beyond], session.lang()),
                    )
                )
            )
    if _state.get("compared_with") not in stems:
        _state.compared_with = stems[0] if stems else None
    with right:
        st.selectbox(
            say("compare.against"),
            stems,
            key="compared_with",
            format_func=names.__getitem__,
            persist_state="session",
            placeholder=say("compare.choose"),
        )
    ordered = sorted(stems, key=lambda stem: stem != _state.compared_with)
    here = session.context()
    return [(here.of(session.projected(scenarios[stem])), names[stem]) for stem in ordered], 0


def _name(name: str, stem: str, baseline: str) -> str:
    named = say("compare.unsaved", name=name) if stem == WORK and session.draft().unsaved else name
    return say("compare.fictitious", name=named) if read_baseline_named(baseline).facts.fictitious else named


def _notes(projections: list[Projection]) -> None:
    """What a reader must know before comparing: different data, and months that are already past."""
    if not on_same_data(projections):
        st.warning(say("compare.different_data"))
    if last_common_month(projections) is None:
        st.warning(say("compare.no_common"))
    months = range(
        min(p.baseline.month for p in projections) + 1, max(int(p.months[-1]) for p in projections) + 1
    )
    missing = [
        month
        for month in months
        if missing_total(projections, month, session.today(), session.readable_actuals())
    ]
    if missing:
        st.caption(say("compare.past", month=month_long(max(missing), session.lang())))


def _chart(contexts: list[Context], names: list[str]) -> None:
    lang = session.lang()
    if _state.get("compare_metric") is None:
        _state.compare_metric = next(iter(CHARTS))
    metric = st.segmented_control(
        say("compare.metric"),
        list(CHARTS),
        key="compare_metric",
        format_func=lambda name: say(f"chart.{name}"),
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    drawn = comparison(contexts, names, metric or _state.compare_metric, lang)
    chart(over_months.figure(drawn, lang, HEIGHT), drawn, key="compare", height=HEIGHT)


def _numbers(contexts: list[Context], names: list[str], reference: int) -> None:
    lang, projections = session.lang(), [c.projection for c in contexts]
    last = last_common_month(projections)
    st.header(say("compare.numbers"))
    table = headline_table(contexts, names, reference, lang)
    draw_table(table, key="compare_numbers", look="compare", label=say("compare.number"))
    if last is not None:
        st.caption(
            saving.escaped(say("compare.numbers_note", name=names[reference], month=month_long(last, lang)))
        )
    if targets_differ(projections):
        st.caption(say("compare.targets_differ"))


def _settings(contexts: list[Context], names: list[str], reference: int) -> None:
    st.header(say("compare.settings"))
    table = settings_table(contexts, names, reference, session.lang())
    if table.rows:
        draw_table(table, key="compare_settings", look="compare words", label=say("compare.setting"))
    else:
        st.markdown(say("compare.settings_same"))


def _units(contexts: list[Context], names: list[str], reference: int) -> None:
    last = last_common_month([c.projection for c in contexts])
    if last is not None:
        table = units_table(contexts, names, reference, session.lang())
        st.header(say("compare.units", month=month_long(last, session.lang())))
        draw_table(table, key="compare_units", look="compare", label=table.columns[0].title)
