"""The deck for a Rakor Monev: slides of native charts and tables, each with its finding as title."""

from collections.abc import Sequence
from datetime import date

from simulator.handouts.deck.ask import what_was_agreed, what_we_ask
from simulator.handouts.deck.basis import assumptions_and_sources, limits
from simulator.handouts.deck.canvas import COVER_SIZES, COVER_TITLE, Canvas, fits_title
from simulator.handouts.deck.compare import scenarios_compared
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.money import contributions_and_payouts
from simulator.handouts.deck.target import target_and_gap, where_we_stand
from simulator.handouts.deck.units import units_missing, units_today
from simulator.handouts.deck.why import why_they_differ
from simulator.handouts.properties import properties_of, sealed
from simulator.handouts.stamp import any_made_up, stamp_line, stamp_lines
from simulator.handouts.writing import Words
from simulator.planning.comparison import MOST
from simulator.report.context import Context
from simulator.report.sentences.headlines import comparison_sentence
from simulator.report.sentences.target import status_sentence
from simulator.words import Lang, text

SLIDES = (
    where_we_stand,
    target_and_gap,
    scenarios_compared,
    why_they_differ,
    units_today,
    units_missing,
    contributions_and_payouts,
    what_we_ask,
    what_was_agreed,
    assumptions_and_sources,
    limits,
)
"""What the deck tells, in order; each makes the slides it needs, some of them none."""


def deck_bytes(contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False) -> bytes:
    """A PPTX of one to six scenarios, the first being the one it is about; the same bytes each time.

    `unsaved`: the first scenario holds changes nobody saved. Raises ValueError for none or more than six.
    """
    if not 1 <= len(contexts) <= MOST:
        raise ValueError(f"a deck is of 1 to {MOST} scenarios, not {len(contexts)}")
    material = Material(contexts, lang, today)
    watermark = text("header.fictitious", lang) if any_made_up(contexts) else ""
    canvas = Canvas(stamp_line(contexts, lang, today, unsaved), watermark)
    _cover(canvas, material, unsaved)
    for slides in SLIDES:
        slides(canvas, material)
    title = text("handouts.deck.title", lang, scenario=contexts[0].scenario.name)
    return sealed(canvas.saved(), properties_of(title, contexts, lang, today))


def _cover(canvas: Canvas, material: Material, unsaved: bool) -> None:
    lang, projections = material.lang, material.projections
    regions = " · ".join(dict.fromkeys(p.baseline.facts.region for p in projections))
    title: Words = status_sentence(material.context, lang)
    if len(projections) > 1:
        title = material.naming(
            lambda names: comparison_sentence(material.contexts, names, lang),
            lambda words: fits_title(words, COVER_TITLE, COVER_SIZES[-1]),
        )
    stamp = stamp_lines(material.contexts, lang, material.today, unsaved, material.full_names)
    canvas.cover(text("deck.cover", lang, region=regions), title, stamp, [text("deck.note.cover", lang)])
