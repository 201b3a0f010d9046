"""The requests to a meeting: the same ones in the same order in every hand-out."""

import pytest
from decks import opened, plain, words
from handout_cases import TODAY, contexts_of, projected
from rendered import pages

from simulator.handouts.asks import ask_lines
from simulator.handouts.brief import brief_bytes
from simulator.handouts.deck import deck_bytes
from simulator.handouts.summary import summary_text
from simulator.handouts.writing import written
from simulator.model.beside_settings import Decision

STEMS = ("komitmen-september", "semua-100-persen", "contoh")
DECISION = Decision(
    question="Cukup?", expectation="", finding="", decision="Ya.", owner="Sekda", date="2026-11-22"
)


def requests(c, lang):
    return [joined(written(ask)) for ask in ask_lines(c, lang)]


def joined(shown):
    """The text without spaces, because each medium breaks lines differently."""
    return "".join(plain(shown).split())


def in_order(shown, requested):
    """Whether the text contains all requests in this order."""
    places = [joined(shown).find(ask) for ask in requested]
    return -1 not in places and places == sorted(places)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("stems", [STEMS[:1], STEMS, STEMS[2:]], ids=["missed", "three", "met"])
def test_deck_brief_and_message_ask_for_the_same_in_the_same_order(stems, lang):
    contexts = contexts_of(*map(projected, stems))
    requested = requests(contexts[0], lang)
    assert len(requested) >= 4 and len(set(requested)) == len(requested)
    slides = [
        slide for slide in opened(deck_bytes(contexts, lang, TODAY)) if requested[0] in joined(words(slide))
    ]
    assert in_order(" ".join(map(words, slides)), requested)
    (brief,) = pages(brief_bytes(contexts, lang, TODAY))
    assert in_order(brief.text.replace("•", ""), requested)
    message = summary_text(contexts, lang, TODAY)
    numbered = [line.split(". ", 1)[1] for line in message.splitlines() if line[:1].isdigit()]
    assert list(map(joined, numbered)) == requested


@pytest.mark.parametrize("lang, plan", [("id", "Menyepakati"), ("en", "Agree on")])
def test_a_plan_that_is_agreed_is_not_asked_for_again(lang, plan):
    def requested(status):
        (c,) = contexts_of(projected("contoh", status=status, decisions=(DECISION,)))
        return [str(ask) for ask in ask_lines(c, lang)]

    draft, agreed = requested("proposed"), requested("agreed")
    (of_plan,) = (ask for ask in draft if ask.startswith(plan))
    assert agreed == [ask for ask in draft if ask != of_plan]
