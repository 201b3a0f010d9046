"""Every projected number in a hand-out's sentences comes with its month."""

import re
import sys

import pytest
from handout_cases import TODAY, contexts_of, projected

from simulator.handouts import writing
from simulator.handouts.brief import brief_bytes
from simulator.handouts.deck import deck_bytes
from simulator.handouts.minutes_pdf import minutes_pdf_bytes
from simulator.handouts.summary import summary_text
from simulator.words.sentence import Sentence

MONTH = re.compile(r"(Jan|Feb|Mar|Apr|Mei|May|Ju[nl]|Agu|Aug|Sep|Okt|Oct|Nov|Des|Dec)[a-z]*[\s\u00a0]20\d\d")


def sentences_written(monkeypatch, make):
    """Every whole sentence that a hand-out writes."""
    written, seen = writing.written, []

    def noted(words, **options):
        seen.append(words)
        return written(words, **options)

    for name, module in list(sys.modules.items()):
        if name.startswith("simulator.handouts.") and getattr(module, "written", None) is written:
            monkeypatch.setattr(module, "written", noted)
    make()
    return [words for words in seen if isinstance(words, Sentence)]


def projected_in(words):
    """The projected numbers in a sentence: of a month after the data, or relative to the target.

    The ASN that the target refers to belong to a number that names their month.
    """
    origins = [q.origin for q in words.quantities if q.origin]
    of_a_month = [of.key for of in origins if dict(of.about).get("month") and of.key != "asn_in"]
    return of_a_month + [of.key for of in origins if of.key in ("gap", "surplus")]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("make", [deck_bytes, brief_bytes, minutes_pdf_bytes, summary_text])
def test_a_sentence_with_a_projected_number_names_a_month(make, lang, monkeypatch):
    contexts = contexts_of(*map(projected, ("komitmen-september", "dua-puluh-persen-2026")))
    written = sentences_written(monkeypatch, lambda: make(contexts, lang, TODAY))
    texts = [words for words in written if len(words.parts) > 1 and projected_in(words)]
    assert texts
    assert not [str(words) for words in texts if not MONTH.search(str(words))]
