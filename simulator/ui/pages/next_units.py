"""Whom next: the visit list that reaches a target or keeps to a limit, the curve behind it, other choices."""

from functools import partial
from typing import Any

import streamlit as st

from simulator.handouts.files import VISIT_LIST
from simulator.model.metrics import target_status
from simulator.model.months import month_name
from simulator.model.parts import OFFICES
from simulator.planning.groups import UnitGroup, unit_groups
from simulator.planning.next_answer import Answer, Question, Visits
from simulator.planning.next_units import next_units
from simulator.report.charts.theme import GRID, MUTED
from simulator.report.charts.visits import visit_curve
from simulator.report.sentences import next_units as words
from simulator.report.sentences.unit_names import row_name
from simulator.report.tables.next_units import visit_table
from simulator.store.places import slug
from simulator.ui import hand, made, session
from simulator.ui.chart import chart, visits
from simulator.ui.foreign import as_text
from simulator.ui.of_data import draw_of_data
from simulator.ui.session import say
from simulator.ui.tables import draw, draw_lines, draw_table, draw_title
from simulator.words.numbers import month_long, parse_number, trimmed

KINDS = ("target", "visits", "budget_idr")
FIRST = {"visits": (5, 1000), "budget_idr": (1_000_000, 10**12)}  # to begin with, and at most
CHART_PX = 380
CSS = f"""<style>
.next-rows {{ overflow-x: auto; }}
.next-rows table {{ border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.35;
  font-variant-numeric: tabular-nums; }}
.next-rows th, .next-rows td {{ padding: .3rem .4rem; border-bottom: 1px solid {GRID}; font-weight: normal;
  text-align: right; vertical-align: bottom; }}
.next-rows tr > :first-child {{ text-align: left; padding-left: 0; min-width: 10rem; width: 45%; }}
.next-rows thead th {{ color: {MUTED}; }} .next-rows .total > * {{ font-weight: 600; }}
.next-rows button.origin:not(:hover) {{ text-decoration: none; }}
.st-key-next-body [data-testid=stHorizontalBlock] {{ flex-wrap: wrap; column-gap: 2.5rem; }}
.st-key-next-body [data-testid=stColumn] {{ flex: 1 1 26rem; width: auto; min-width: min(26rem, 100%); }}
[class*=st-key-next-other-] {{ flex-wrap: nowrap; }}
@media (max-width: 640px) {{ [class*=st-key-next-other-] {{ flex-wrap: wrap; }} }}
@media (max-width: 640px) {{ .next-rows table {{ font-size: .8rem; }}
  .next-rows tr > :first-child {{ min-width: 6.5rem; }} .next-rows :is(th, td) {{ padding: .3rem .2rem; }} }}
</style>"""
_state = st.session_state


def show() -> None:
    """Draws the page for the scenario being worked on."""
    c, lang = session.context(), session.lang()
    st.html(CSS)
    heading = st.container()
    question = _question()
    answer = _answered(question)
    with heading:
        draw_title(words.finding(c, answer, lang), key="next-title")
        draw_of_data(c, "next-of-data")
    if not words.names_offices(c):
        return
    with st.container(key="next-body"):
        left, right = st.columns(2)
        with left:
            _list(answer)
        with right:
            _curve(answer)
    _others(answer)


def _answered(question: Question) -> Answer:
    """The answer, kept while scenario and question stay the same."""
    p = session.projection()
    if (kept := _state.get("next_answer")) and kept[0] is p.scenario and kept[1] == question:
        found: Answer = kept[2]
        return found
    found = next_units(p.scenario, p.baseline, session.programme(), question)
    _state.next_answer = (p.scenario, question, found)
    return found


# ---- what is asked


def _question() -> Question:
    p = session.projection()
    last = len(p.months) - 1
    coming = min(last, max(1, session.today() - p.baseline.month))
    _state.setdefault("next_kind", KINDS[0])
    with st.container(horizontal=True, vertical_alignment="bottom", key="next-asked"):
        kind = st.segmented_control(
            say("next.kind"),
            KINDS,
            key="next_kind",
            required=True,
            persist_state="session",
            format_func=lambda kind: say(f"next.kind.{kind}"),
        )
        limit = _limit(kind or KINDS[0])
        target = target_status(p).month
        first = target if coming <= target <= last else min(last, coming + 11)
        month = _month("next_month", "next.month", range(coming, last + 1), first)
        join = _month("next_join", "next.join", range(coming, month + 1), coming)
        other = False
        if any(segment not in OFFICES for segment in p.baseline.segments):
            other = st.toggle(say("next.include_other"), key="next_other", persist_state="session")
    groups = _askable(other=other)
    must, never = (
        tuple(p.baseline.codes[i] for key in _kept(name, groups) for i in groups[key].units)
        for name in ("must", "never")
    )
    month_text, join_text = (month_name(p.baseline.month + t) for t in (month, join))
    return Question(month_text, join_month=join_text, must=must, never=never, other=other, **limit)


def _limit(kind: str) -> dict[str, Any]:
    """The number beside the kind of question."""
    if kind == "target":
        return {kind: round(_typed(kind, 100 * session.scenario().target.coverage_share, 100) / 100, 8)}
    value = _typed(kind, *FIRST[kind])
    return {kind: int(value) if kind == "visits" else value}


def _typed(kind: str, first: float, most: float) -> float:
    """What is typed as the limit, written in the language's own way; else what was typed before, and why."""
    key, lang = f"next_typed_{kind}", session.lang()
    kept = _state.setdefault(f"next_last_{kind}", first)
    if _state.get(f"{key}_in") != lang:
        _state[key], _state[f"{key}_in"] = trimmed(kept, lang, 4), lang
    typed = st.text_input(say(f"next.{kind}"), key=key, width=150, persist_state="session")
    try:
        value = parse_number(typed, lang)
    except ValueError:
        value = -1.0
    if not 0 <= value <= most or (kind == "visits" and not value.is_integer()):
        st.error(as_text(say("next.not_a_limit", found=typed, most=trimmed(most, lang, 0))))
        return float(kept)
    _state[f"next_last_{kind}"] = value
    return value


def _month(key: str, label: str, offsets: range, first: int) -> int:
    """A month chosen among some offsets from the baseline, `first` to begin with."""
    start = session.projection().baseline.month
    if _state.get(key) not in [start + t for t in offsets]:
        _state[key] = start + first
    chosen: int = st.selectbox(
        say(label),
        [start + t for t in offsets],
        key=key,
        width=165,
        persist_state="session",
        format_func=lambda month: month_long(month, session.lang()),
    )
    return chosen - start


def _askable(*, other: bool) -> dict[str, UnitGroup]:
    """The units and groups that may be chosen, by key."""
    groups = unit_groups(session.projection().baseline)
    return {group.key: group for group in groups if other or group.segment in OFFICES}


def _kept(name: str, groups: dict[str, UnitGroup]) -> list[str]:
    """What is chosen of them; the box itself stands below the list. Who must not be visited need not."""
    never = _state.get("next_never", [])
    chosen = [key for key in _state.get(f"next_{name}", []) if key in groups]
    return chosen if name == "never" else [key for key in chosen if key not in never]


# ---- what is answered


def _list(answer: Answer) -> None:
    c, lang, best = session.context(), session.lang(), answer.best
    draw(lambda page: f"<h2>{page.sentence(say('next.list'))}</h2>", key="next-list-title")
    if best.units:
        draw_table(visit_table(c, best, lang), key="next-list", look="next-rows", label=say("next.list"))
    draw_lines([*words.notes(c, answer, lang), words.how_counted(c, answer, lang)], key="next-notes")
    if best.units:
        with st.container(horizontal=True, key="next-do"):
            _make_button(best, "next-make", "primary")
            _print_button(answer)
    _boxes(answer)


def _boxes(answer: Answer) -> None:
    """Who is kept in and who is left out; who is chosen in one box is not offered in the other."""
    c, lang, groups = session.context(), session.lang(), _askable(other=answer.question.other)
    for name, other in (("must", "never"), ("never", "must")):
        hand.put(f"next_{name}", _kept(name, groups))
        elsewhere = _kept(other, groups)
        st.multiselect(
            say(f"next.{name}"),
            [key for key in groups if key not in elsewhere],
            key=f"next_{name}",
            placeholder=say("next.choose"),
            persist_state="session",
            format_func=lambda key: row_name(groups[key], c.baseline, lang),
            select_all=False,
        )


def _make_button(visits: Visits, key: str, kind: Any = "secondary") -> None:
    scenario = words.made_scenario(session.context(), visits, session.lang())
    helped = as_text(say("ways.make_help", name=scenario.name))
    st.button(say("ways.make"), key=key, type=kind, help=helped, on_click=partial(made.take, scenario))


def _print_button(answer: Answer) -> None:
    draft, lang = session.draft(), session.lang()
    content = partial(
        VISIT_LIST.made, [session.context()], lang, session.day(), unsaved=draft.unsaved, answer=answer
    )
    st.download_button(
        say("next.print"),
        content,
        file_name=f"{slug(draft.scenario.name, 'skenario')}-{VISIT_LIST.ending}",
        mime=VISIT_LIST.mime,
        on_click="ignore",
        icon=":material/print:",
        key="next-print",
    )


def _curve(answer: Answer) -> None:
    drawn = visit_curve(session.context(), answer, session.lang())
    draw_title(drawn.title, key="next-curve-title", level=2)
    chart(visits.figure(drawn, session.lang()), drawn, key="next-curve", height=CHART_PX)


def _others(answer: Answer) -> None:
    if not answer.alternatives:
        return
    draw(lambda page: f"<h2>{page.sentence(say('next.other'))}</h2>", key="next-others")
    for i, other in enumerate(answer.alternatives):
        said = words.alternative(session.context(), answer.best, other, session.lang())
        with st.container(horizontal=True, vertical_alignment="center", key=f"next-other-{i}"):
            draw(partial(_paragraph, said), key=f"next-other-words-{i}")
            _make_button(other, f"next-make-{i}")


def _paragraph(said: Any, page: Any) -> str:
    return f"<p>{page.sentence(said)}</p>"
