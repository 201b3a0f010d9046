"""A name with unusual spaces and characters appears in every hand-out as its author sees it."""

import io

import docx
import openpyxl
import pytest
import rendered
from decks import opened, words
from handout_cases import TODAY, contexts_of, projected

from simulator.handouts.files import HAND_OUTS
from simulator.handouts.summary import summary_text
from simulator.words.numbers import printable

SPACES = {
    "no-break": "\u00a0",
    "narrow no-break": "\u202f",
    "en": "\u2002",
    "thin": "\u2009",
    "ideographic": "\u3000",
}
UNSEEN = {"zero-width": "\u200b", "soft hyphen": "\u00ad", "joiner": "\u2060", "left-to-right mark": "\u200e"}
SIGNS = {f"{name} space": (sign, "Rencana Desember") for name, sign in SPACES.items()} | {
    name: (sign, "RencanaDesember") for name, sign in UNSEEN.items()
}


def texts_of(data: bytes, ending: str) -> str:
    """The whole text of a hand-out, on one line."""
    if ending.endswith("pdf"):
        found = " ".join(page.text for page in rendered.pages(data))
    elif ending.endswith("pptx"):
        found = " ".join(map(words, opened(data)))
    elif ending.endswith("docx"):
        found = " ".join(node.text for node in docx.Document(io.BytesIO(data)).element.iter() if node.text)
    else:
        sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
        found = " ".join(str(cell) for sheet in sheets for row in sheet.values for cell in row)
    seen = "".join(letter for letter in found if letter not in UNSEEN.values())
    return " ".join(seen.split())


@pytest.mark.parametrize("sign, reads", SIGNS.values(), ids=SIGNS)
def test_a_name_on_one_line_has_plain_spaces_and_nothing_unseen(sign, reads):
    assert printable(f"Rencana{sign}Desember", 60) == reads
    assert printable("a\x07b", 60) == "a?b"  # characters that are neither letters nor spaces are reported


def test_every_hand_out_writes_such_a_name_without_a_question_mark():
    name = "".join(f"A{sign}B" for sign, _ in SIGNS.values())
    read = "A B" * len(SPACES) + "AB" * len(UNSEEN)
    (c,) = contexts_of(projected("komitmen-september", name=name))
    texts = {file.ending: file.made([c], "id", TODAY) for file in HAND_OUTS.values()}
    texts = {ending: texts_of(data, ending) for ending, data in texts.items()}
    texts["message"] = summary_text([c], "id", TODAY)
    assert len(texts) == len(HAND_OUTS) + 1 == 7
    for ending, text in texts.items():
        assert read in text, ending
        assert "A?B" not in text
