"""Bandingkan: two to six scenarios compared with one of them: chart, numbers, settings, and units."""

from dataclasses import replace

import streamlit as st

from simulator.planning.comparison import MOST, common_months, last_common_month, on_same_data
from simulator.report.apart import apart_from_first
from simulator.report.charts.compare import CHARTS, comparison, missing_total
from simulator.report.charts.theme import BACKGROUND, GRID, MUTED
from simulator.report.context import Context
from simulator.report.sentences import chance
from simulator.report.sentences.headlines import comparison_sentence
from simulator.report.tables.apart import apart_table
from simulator.report.tables.compare import headline_table, settings_table, targets_differ, units_table
from simulator.ui import likely, listing, session
from simulator.ui.chart import chart, over_months
from simulator.ui.choosing import choose, name_of
from simulator.ui.foreign import as_text
from simulator.ui.header import watermark_of
from simulator.ui.of_data import draw_of_data
from simulator.ui.pages import compare_why
from simulator.ui.session import say
from simulator.ui.tables import draw_table, draw_text, draw_title
from simulator.words.numbers import month_long
from simulator.words.sentence import joined

WORK = ""  # in the list of choices: the scenario being worked on, beside the files by stem
FIRST_SHOWN = 3
MOST_BANDS = 3
HEIGHT = 400  # pixels of the chart
_state = st.session_state
CSS = f"""<style>
/* six names need more than one line */
[data-testid=stMultiSelect] [role=group] {{ height: auto; max-height: none; }}
[data-testid=stMultiSelectTagsContainer] {{ flex-wrap: wrap; overflow: visible; min-width: 0; }}
.compare {{ overflow-x: auto; background:  /* a shadow at the right edge if there are more columns */
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
@media print {{ /* six columns fit on a landscape page */
  @page {{ size: A4 landscape; margin: 11mm; }}
  html {{ font-size: 12.5px !important; }}
  .st-key-compare-choice {{ display: none !important; }}
  .compare {{ overflow: visible; background: none; }}
  .compare tr > :first-child {{ position: static; min-width: 7rem; }}
  .compare thead th {{ min-width: 0; }}
}}
</style>"""


def show() -> None:
    """Draw the page; the other scenarios are compared with the first of those chosen."""
    st.html(CSS)
    heading = st.container()
    chosen = _choice()
    contexts, names = [c for c, _ in chosen], [name for _, name in chosen]
    if len(contexts) < 2:
        heading.title(say("compare.too_few"))
        st.markdown(say("compare.too_few_help"))
        return
    with heading:
        sure = [likely.simulated(c) for c in contexts]
        draw_title(comparison_sentence(sure, names, session.lang()), key="compare-title")
        if len({c.baseline.name for c in contexts}) == 1:
            draw_of_data(contexts[0], "compare-of-data")
    watermark_of(contexts)
    _notes(contexts)
    with_draws = _simulated(contexts) if likely.is_on() else contexts
    _chart(with_draws, names)
    _numbers(contexts, names)
    if likely.is_on():
        _how_sure(with_draws, names)
    compare_why.show(contexts, names)
    _units(contexts, names)


def _choice() -> list[tuple[Context, str]]:
    """The chosen scenarios with their names on this page, the reference first."""
    draft = session.draft()
    scenarios = {WORK: draft.scenario} | {e.stem: e.scenario for e in listing.entries() if e.scenario}
    scenarios |= _state.get("compared_versions", {})  # chosen in the history of a file
    if draft.stem and not draft.unsaved:
        scenarios.pop(draft.stem, None)  # else it would be listed twice
    if "compared" not in _state:
        alike = [stem for stem, scenario in scenarios.items() if scenario.baseline == draft.scenario.baseline]
        _state.compared = alike[:FIRST_SHOWN]
    stems = [WORK if stem == draft.stem and stem not in scenarios else stem for stem in _state.compared]
    _state.compared = list(dict.fromkeys(stems))
    names = {
        stem: name_of(scenario, unsaved=stem == WORK and draft.unsaved)
        for stem, scenario in scenarios.items()
    }
    left, right = st.container(key="compare-choice").columns([3, 1])
    with left:
        label = say("compare.which")
        stems = choose(names, key="compared", label=label, most=MOST, too_many="compare.too_many")
    if _state.get("compared_with") not in stems:
        _state.compared_with = stems[0] if stems else None
    right.selectbox(
        say("compare.against"),
        stems,
        key="compared_with",
        format_func=names.__getitem__,
        persist_state="session",
        placeholder=say("compare.choose"),
    )
    stems.sort(key=lambda stem: stem != _state.compared_with)
    return [(session.context_of(scenarios[stem]), names[stem]) for stem in stems]


def _notes(contexts: list[Context]) -> None:
    """What a reader must know before comparing: different data, and months that are already past."""
    projections = [c.projection for c in contexts]
    if not on_same_data(projections):
        st.warning(say("compare.different_data"))
    if last_common_month(projections) is None:
        st.warning(say("compare.no_common"))
    first, last = min(p.baseline.month for p in projections), max(int(p.months[-1]) for p in projections)
    missing = [month for month in range(first + 1, last + 1) if missing_total(contexts, month)]
    if missing:
        st.caption(say("compare.past", month=month_long(missing[-1], session.lang())))


def _simulated(contexts: list[Context]) -> list[Context]:
    """The scenarios on the data of the first, simulated with common random numbers."""
    first, seed = contexts[0], contexts[0].scenario.uncertainty.seed
    alike = [on_same_data([first.projection, c.projection]) for c in contexts]
    return [likely.simulated(c, seed=seed) if same else c for c, same in zip(contexts, alike)]


def _chart(contexts: list[Context], names: list[str]) -> None:
    """The chart of lines; with many lines only the first keeps its band, as more would be unreadable."""
    lang = session.lang()
    if len(contexts) > MOST_BANDS:
        contexts = [contexts[0], *(replace(c, simulation=None) for c in contexts[1:])]
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
    likely.switch()
    if contexts[0].simulation:
        draw_text(joined(chance.bands_of(drawn, contexts[0], lang), lang), key="compare_bands", look="note")


def _numbers(contexts: list[Context], names: list[str]) -> None:
    """The tables of headline numbers and of settings that differ."""
    lang, projections = session.lang(), [c.projection for c in contexts]
    months = common_months(projections)
    st.header(say("compare.numbers"))
    table = headline_table(contexts, names, 0, lang)
    draw_table(table, key="compare_numbers", look="compare", label=say("compare.number"))
    if months:
        first, last = (month_long(months[end], lang) for end in (0, -1))
        note = say("compare.numbers_note", name=names[0], first=first, month=last)
        st.caption(as_text(note))
    if targets_differ(projections):
        st.caption(say("compare.targets_differ"))
    st.header(say("compare.settings"))
    table = settings_table(contexts, names, 0, lang)
    if table.rows:
        draw_table(table, key="compare_settings", look="compare words", label=say("compare.setting"))
    else:
        st.markdown(say("compare.settings_same"))


def _how_sure(contexts: list[Context], names: list[str]) -> None:
    """Differences from the reference with range and chance, for scenarios on the same data."""
    last, lang = last_common_month([c.projection for c in contexts]), session.lang()
    if last is None:
        return
    st.header(say("chance.apart"))
    pairs = apart_from_first(contexts, names, last)
    if pairs:
        table = apart_table(pairs, lang)
        draw_table(table, key="compare_apart", look="compare", label=say("chance.apart"))
        note = say("chance.apart.note", name=names[0], month=month_long(last, lang))
        st.caption(as_text(note))
    if len(pairs) < len(contexts) - 1:
        st.caption(say("chance.apart.other_data"))


def _units(contexts: list[Context], names: list[str]) -> None:
    last = last_common_month([c.projection for c in contexts])
    if last is not None:
        table = units_table(contexts, names, 0, session.lang())
        st.header(say("compare.units", month=month_long(last, session.lang())))
        draw_table(table, key="compare_units", look="compare", label=table.columns[0].title)
