"""Assumptions and sources: every setting, rule, formula and published figure, with its mark and source."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

import streamlit as st

from simulator.handouts.writing import written_table
from simulator.planning.deaths import PRIORS, Prior, chosen_prior, with_prior
from simulator.planning.reconciliation import reconcile
from simulator.report.context import Context
from simulator.report.explain.cited import sources_here
from simulator.report.explain.explanation import quantity
from simulator.report.explain.titles import title
from simulator.report.sentences.deaths import death_sentences
from simulator.report.sentences.limits import left_out_sentences, model_sentences
from simulator.report.tables import assumptions
from simulator.report.tables import sources as tables
from simulator.report.tables.deaths import prior_table
from simulator.report.tables.table import Table
from simulator.ui import saving, session
from simulator.ui.foreign import as_text
from simulator.ui.html import Html
from simulator.ui.session import say
from simulator.ui.tables import draw, draw_lines, draw_table, draw_title, fold
from simulator.words import Lang
from simulator.words.numbers import NO_BREAK
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence

SectionContent = Table | Sequence[Sentence | str]
SourcesSection = tuple[str, SectionContent]  # a heading, or none, and a table or sentences
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
    """Draw the page; a section is computed only if it is open, or for a search in all of them."""
    draw_title(assumptions.assumptions_title(session.context(), session.lang()), key="sources-title")
    st.markdown(say("sources.intro"))
    hint = say("sources.search_hint")
    wanted = st.text_input(
        say("sources.search"), key="sources_search", placeholder=hint, persist_state="session"
    ).strip()
    if wanted:
        _search(wanted)
        return
    for name in SECTIONS:
        fold(say(f"sources.section.{name}"), partial(_section, name), key=f"sources_{name}")


def _section(name: str) -> None:
    _draw(name, SECTIONS[name](session.context(), session.lang()))
    if name == "formulas":
        _formulas()
    elif name == "deaths":
        _choose_prior()


def _search(wanted: str) -> None:
    """Every line of any section that contains the search words."""
    c, lang, found = session.context(), session.lang(), 0
    for name, blocks in SECTIONS.items():
        found_in = ((heading, _lines_with(wanted, content)) for heading, content in blocks(c, lang))
        kept = [(heading, content) for heading, content in found_in if _length(content)]
        if kept:
            st.subheader(say(f"sources.section.{name}"))
            _draw(name, kept)
        found += sum(_length(content) for _, content in kept)
    words = "sources.found" if found else "sources.nothing_found"
    st.caption(as_text(say(words, rows=found, found=wanted)))


def _lines_with(wanted: str, content: SectionContent) -> SectionContent:
    """The rows of a table, or the sentences, that contain the search words."""
    if not isinstance(content, Table):
        return [line for line in content if wanted.casefold() in str(line).casefold()]
    _, rows = written_table(content, session.lang(), marks=False)
    words = (" ".join(cells).replace(NO_BREAK, " ").casefold() for cells in rows)
    kept = (row for row, of_row in zip(content.rows, words) if wanted.casefold() in of_row)
    return Table(content.columns, tuple(kept))


def _length(content: SectionContent) -> int:
    return len(content.rows if isinstance(content, Table) else content)


def _draw(name: str, blocks: list[SourcesSection]) -> None:
    for i, (heading, content) in enumerate(blocks):
        if heading and _length(content):
            st.markdown(f"**{as_text(heading)}**")
        if isinstance(content, Table):
            draw_table(content, key=f"sources-{name}-{i}")
        elif content:
            draw_lines(content, key=f"sources-{name}-{i}")


def _formulas() -> None:
    """The formulas of the first projected month, each a number that can be clicked."""
    st.markdown(f"**{say('sources.first_month')}**")
    c = session.context()

    def line(number: Quantity, page: Html) -> str:
        named = title(number.origin, page.lang) if number.origin else ""
        return f"<li>{escape(named)}: {page.number(number, marks=True)}</li>"

    def write(page: Html) -> str:
        numbers = (quantity(c, key, month=FORMULA_MONTH) for key in FORMULAS)
        return f'<ul class="plain-lines">{"".join(line(number, page) for number in numbers)}</ul>'

    draw(write, key="sources-first-month")


def _choose_prior() -> None:
    """A button for each named prior, disabled for the one in use; it sets rate and weight in one step."""
    st.caption(say("deaths.interval_note"))
    chosen = chosen_prior(session.scenario())
    with st.container(horizontal=True):
        for prior in PRIORS:
            words = say("deaths.use", prior=say(f"deaths.prior.{prior.name}"))
            is_chosen = chosen == prior
            st.button(words, key=f"prior-{prior.name}", disabled=is_chosen, on_click=_use, args=(prior,))


def _use(prior: Prior) -> None:
    session.change(with_prior(session.scenario(), prior))
    saving.note([say("deaths.used")])


def _deaths(c: Context, lang: Lang) -> list[SourcesSection]:
    projected = [(prior, c.of(session.projected(with_prior(c.scenario, prior)))) for prior in PRIORS]
    return [("", death_sentences(c, lang)), (say("deaths.priors"), prior_table(projected, lang))]


def _settings(c: Context, lang: Lang) -> list[SourcesSection]:
    blocks: list[SourcesSection] = []
    for area in assumptions.AREAS:
        heading = "sources.group_uncertainty" if area == "uncertainty" else f"side.group_{area}"
        blocks.append((say(heading), assumptions.settings_table(c, lang, area)))
    if c.scenario.overrides:
        blocks.append((say("sources.overrides"), assumptions.overrides_table(c, lang)))
    return blocks


def _rules(c: Context, lang: Lang) -> list[SourcesSection]:
    return [
        block
        for heading, note, amounts in tables.rule_tables(c, lang)
        for block in ((str(heading), amounts), ("", [note] if note else []))
    ]


def _reconciliation(c: Context, lang: Lang) -> list[SourcesSection]:
    facts, lines = c.baseline.facts, reconcile(c.baseline, c.programme)
    compared = [line for line in lines if line.counted is not None]
    agrees = sum(line.state == "agrees" for line in compared)
    intro: list[Sentence | str] = [say("header.fictitious_long")] if facts.fictitious else []
    key = "sources.reconciled" if compared else "sources.nothing_published"
    intro.append(say(key, agrees=agrees, compared=len(compared)))
    intro.append(say("sources.reading", reading=facts.reading[lang]))
    return [
        ("", intro),
        ("", tables.reconciliation_table(c, lines, lang) if lines else []),
        (say("sources.open_questions"), [question[lang] for question in facts.open_questions]),
    ]


SECTIONS: dict[str, Callable[[Context, Lang], list[SourcesSection]]] = {
    "settings": _settings,
    "rules": _rules,
    "formulas": lambda c, lang: list(model_sentences(c, lang).items()),
    "deaths": _deaths,
    "history": lambda c, lang: [("", tables.history_table(c, lang))],
    "reconciliation": _reconciliation,
    "left_out": lambda c, lang: [("", list(left_out_sentences(c, lang).values()))],
    "sources": lambda c, lang: [("", tables.source_table(sources_here(c), lang))],
}
