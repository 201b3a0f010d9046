"""The full texts of hand-outs, once per medium and language; pages of the screen are in test_every_number.py.

After a change of words, `python run.py test tests/test_golden_words.py tests/test_every_number.py
--write-golden` rewrites the files; their diff shows the new texts.
"""

from io import BytesIO

import pytest
from handout_cases import TODAY, contexts_of, projected
from openpyxl import load_workbook
from pptx import Presentation
from rendered import pages

from simulator.handouts.files import HAND_OUTS
from simulator.handouts.summary import summary_text

LANGUAGES = ("id", "en")


def made(name: str, lang: str) -> bytes:
    contexts = contexts_of(*map(projected, ("komitmen-september", "dua-puluh-persen-2026")))
    return HAND_OUTS[name].made(contexts, lang, TODAY)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_message(lang, golden):
    contexts = contexts_of(*map(projected, ("komitmen-september", "dua-puluh-persen-2026")))
    golden(f"message.{lang}", summary_text(contexts, lang, TODAY))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["brief", "minutes_pdf", "units"])
def test_a_pdf(name, lang, golden):
    numbered = enumerate(pages(made(name, lang)), 1)
    golden(
        f"{name.removesuffix('_pdf')}_pdf.{lang}",
        "\n".join(f"== {number}\n{page.text}" for number, page in numbered),
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_deck(lang, golden):
    lines = []
    for number, slide in enumerate(Presentation(BytesIO(made("deck", lang))).slides, 1):
        lines.append(f"== {number}")
        for shape in slide.shapes:
            if shape.has_text_frame:
                lines.append(shape.text_frame.text)
            elif shape.has_table:
                lines += [" | ".join(cell.text for cell in row.cells) for row in shape.table.rows]
            elif shape.has_chart:
                lines += [series.name for series in shape.chart.plots[0].series]
        lines += ["-- notes", slide.notes_slide.notes_text_frame.text]
    golden(f"deck.{lang}", "\n".join(lines))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_of_the_workbook(lang, golden):
    lines = []
    for sheet in load_workbook(BytesIO(made("workbook", lang))):
        lines.append(f"== {sheet.title}")
        for row in sheet.iter_rows(values_only=True):
            texts = [cell for cell in row if isinstance(cell, str) and not cell.startswith("=")]
            if texts:
                lines.append(" | ".join(texts))
    golden(f"workbook.{lang}", "\n".join(lines))
