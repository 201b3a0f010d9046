"""Assumptions and sources: every setting, rule, formula and published figure, with its mark and where it comes from."""

from collections.abc import Callable
from html import escape

import streamlit as st

from simulator.planning.reconciliation import reconcile
from simulator.report.explain.explanation import quantity
from simulator.report.explain.titles import title
from simulator.report.sentences.limits import left_out_sentences, model_sentences
from simulator.report.tables import assumptions
from simulator.report.tables.assumptions import Row
from simulator.ui import origin, session
from simulator.ui.html import Html
from simulator.ui.rows import draw_rows
from simulator.ui.session import say
from simulator.ui.tables import draw_lines
from simulator.words.sentence import Sentence

Line = Sentence | str
Block = tuple[str, list[Row] | list[Line]]  # a heading, or none, and a table or sentences
FORMULA_MONTH = 1
FORMULAS = (
    "enrolled_in",
    "coverage_in",
    "target_workers",
    "gap",
    "contribution_per_member",
    "contributions_in",
    "death_rate",
    "exposure",
    "deaths_in",
    "jkm_in",
    "jkk_in",
    "payouts_in",
    "claims_ratio",
)


def show() -> None:
    """Draws the page; a section is made only when it is open, or when a search looks into all of them."""
    assumed = assumptions.assumed_settings(session.context())
    st.title(say("sources.title", assumed=assumed, settings=len(assumptions.IN_FORCE)))
    st.markdown(say("sources.intro"))
    wanted = st.text_input(
        say("sources.search"), key="sources_search", placeholder=say("sources.search_hint")
    ).strip()
    if wanted:
        _search(wanted)
        return
    for name, blocks in SECTIONS.items():
        section = st.expander(say(f"sources.section.{name}"), key=f"sources_{name}", on_change="rerun")
        if section.open:
            with section:
                _draw(name, blocks())
                if name == "formulas":
                    _formulas()


def _search(wanted: str) -> None:
    """Every line of every section that contains the words."""
    found = 0
    for name, blocks in SECTIONS.items():
        kept = [
            (heading, [line for line in lines if wanted.casefold() in _plain(line)])
            for heading, lines in blocks()
        ]
        kept = [(heading, lines) for heading, lines in kept if lines]
        if kept:
            st.subheader(say(f"sources.section.{name}"))
            _draw(name, kept)
        found += sum(len(lines) for _, lines in kept)
    st.caption(
        say("sources.found", rows=found, found=wanted)
        if found
        else say("sources.nothing_found", found=wanted)
    )


def _plain(line: Row | Line) -> str:
    return (" ".join(line.values()) if isinstance(line, dict) else str(line)).casefold()


def _draw(name: str, blocks: list[Block]) -> None:
    for i, (heading, lines) in enumerate(blocks):
        if heading:
            st.markdown(f"**{heading}**")
        if lines and isinstance(lines[0], (str, Sentence)):
            draw_lines(lines, key=f"sources-{name}-{i}")
        elif lines:
            draw_rows(lines)


def _formulas() -> None:
    """The formulas of the first projected month, each a number that can be clicked."""
    st.markdown(f"**{say('sources.first_month')}**")
    c, page = session.context(), Html(session.lang())
    numbers = (quantity(c, key, month=FORMULA_MONTH) for key in FORMULAS)
    lines = "".join(
        f"<li>{escape(title(number.origin, page.lang))}: {page.number(number, marks=True)}</li>"
        for number in numbers
    )
    origin.draw_numbers(f'<ul class="plain-lines">{lines}</ul>', page, key="sources-first-month")


def _settings() -> list[Block]:
    scenario, lang = session.scenario(), session.lang()
    blocks: list[Block] = [
        (
            say("sources.group_uncertainty" if area == "uncertainty" else f"side.group_{area}"),
            assumptions.settings_rows(session.context(), lang, area),
        )
        for area in assumptions.AREAS
    ]
    return (
        [
            *blocks,
            (
                say("sources.overrides"),
                assumptions.override_rows(scenario, session.projection().baseline, lang),
            ),
        ]
        if scenario.overrides
        else blocks
    )


def _rules() -> list[Block]:
    tables = assumptions.rule_tables(session.programme(), session.lang())
    return [
        block for heading, note, rows in tables for block in ((heading, rows), ("", [note] if note else []))
    ]


def _model() -> list[Block]:
    return [
        (heading, list(sentences))
        for heading, sentences in model_sentences(session.context(), session.lang()).items()
    ]


def _history() -> list[Block]:
    return [("", assumptions.history_rows(session.context(), session.lang()))]


def _reconciliation() -> list[Block]:
    baseline, lang = session.projection().baseline, session.lang()
    lines = reconcile(baseline, session.programme())
    compared = [line for line in lines if line.counted is not None]
    summary = say(
        "sources.reconciled", agrees=sum(line.state == "agrees" for line in compared), compared=len(compared)
    )
    said = [summary, say("sources.reading", reading=baseline.facts.reading[lang])]
    if baseline.facts.fictitious:
        said.insert(0, say("header.fictitious_long"))
    return [
        ("", said),
        ("", assumptions.reconciliation_rows(lines, baseline, lang)),
        (say("sources.open_questions"), [question[lang] for question in baseline.facts.open_questions]),
    ]


def _left_out() -> list[Block]:
    return [("", list(left_out_sentences(session.context(), session.lang()).values()))]


def _sources() -> list[Block]:
    return [("", assumptions.source_rows(session.sources(), session.lang()))]


SECTIONS: dict[str, Callable[[], list[Block]]] = {
    "settings": _settings,
    "rules": _rules,
    "formulas": _model,
    "history": _history,
    "reconciliation": _reconciliation,
    "left_out": _left_out,
    "sources": _sources,
}
