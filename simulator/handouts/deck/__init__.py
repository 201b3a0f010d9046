"""The deck for a Rakor Monev: a few slides that tell the story, and an appendix for questions."""

from collections.abc import Sequence
from datetime import date

from simulator.handouts.deck.appendix import divider
from simulator.handouts.deck.ask import still_open, what_was_agreed, what_we_ask
from simulator.handouts.deck.basis import assumptions, limits, sources
from simulator.handouts.deck.canvas import Canvas
from simulator.handouts.deck.compare import (
    compared_how_sure,
    compared_in_numbers,
    scenarios_compared,
    settings_compared,
)
from simulator.handouts.deck.cover import cover, foot
from simulator.handouts.deck.log import decision_log
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.money import money_by_period, money_recorded, what_it_costs
from simulator.handouts.deck.office import one_office
from simulator.handouts.deck.offices import which_offices
from simulator.handouts.deck.stand import groups_today, progress_by_office, where_we_stand
from simulator.handouts.deck.takes import ways_behind, what_it_takes
from simulator.handouts.deck.target import target_and_gap
from simulator.handouts.deck.units import units_missing, units_today
from simulator.handouts.deck.why import why_they_differ
from simulator.handouts.details import NOTHING_KNOWN, Details
from simulator.handouts.house_style import PLAIN, HouseStyle
from simulator.handouts.properties import properties_of, sealed
from simulator.handouts.stamp import any_made_up
from simulator.planning.comparison import MOST
from simulator.report.context import Context, simulated
from simulator.words import Lang, text

STORY = (
    cover,
    where_we_stand,
    target_and_gap,
    what_it_takes,
    scenarios_compared,
    which_offices,
    one_office,
    what_it_costs,
    what_we_ask,
    what_was_agreed,
)
APPENDIX = (
    divider,
    ways_behind,
    progress_by_office,
    groups_today,
    units_today,
    units_missing,
    money_recorded,
    money_by_period,
    compared_in_numbers,
    compared_how_sure,
    why_they_differ,
    settings_compared,
    still_open,
    decision_log,
    assumptions,
    sources,
    limits,
)
"""The parts of the deck in order; each adds the slides it needs, some of them none.

The story has seven slides. With several scenarios the comparison replaces what it takes, which then comes
first after the divider. What was agreed and a requested office take one more slide each.
"""


def deck_bytes(
    contexts: Sequence[Context],
    lang: Lang,
    today: date,
    *,
    unsaved: bool = False,
    style: HouseStyle = PLAIN,
    office: str = "",
    details: Details = NOTHING_KNOWN,
) -> bytes:
    """Write a PPTX on one to six scenarios, led by the first; the same input gives the same bytes.

    `unsaved`: the first scenario has unsaved changes. `office` is the key of a unit or group that gets its
    own slide; `details` name the meeting and its day for the cover. Raises ValueError for no scenario or
    more than six, KeyError for an unknown office.
    """
    if not 1 <= len(contexts) <= MOST:
        raise ValueError(f"a deck is of 1 to {MOST} scenarios, not {len(contexts)}")
    contexts = simulated(contexts)
    material = Material(contexts, lang, today, unsaved, office, details)
    watermark = text("header.fictitious", lang) if any_made_up(contexts) else ""
    canvas = Canvas(foot(material), watermark, lang, style)
    for slides in (*STORY, *APPENDIX):
        slides(canvas, material)
    title = text("handouts.deck.title", lang, scenario=contexts[0].scenario.name)
    return sealed(canvas.saved(), properties_of(title, contexts, lang, today))
