"""The structure that a screen reader finds in a PDF: headings, paragraphs and charts in reading order, an outline, whole names."""

import io
import re
from importlib.metadata import version

import pypdfium2
import pytest
from handout_cases import LETTERS, LONG, TODAY, contexts_of, projected
from pypdfium2 import raw
from rendered import pages

from simulator.handouts.asks import ask_lines
from simulator.handouts.files import HAND_OUTS, PDF
from simulator.report.charts.enrolment import enrolment

NAME = "Şükrü Łukasz Győrő Ţepeş"
PAPERS = [name for name, file in HAND_OUTS.items() if file.mime == PDF]


def made(paper: str, stem: str = "contoh", **changes) -> bytes:
    return HAND_OUTS[paper].made(contexts_of(projected(stem, **changes)), "id", TODAY)


def elements(data: bytes, number: int = 0) -> list[tuple[str, str]]:
    """The path of kinds and the text of every element of a page's structure, in order."""
    document = pypdfium2.PdfDocument(data)
    tree = raw.FPDF_StructTree_GetForPage(document[number])
    root, found = raw.FPDF_StructTree_GetChildAtIndex(tree, 0), []

    def words(element, getter) -> str:
        length = getter(element, None, 0)
        buffer = io.BytesIO(bytes(length)).getbuffer()
        into = (raw.c_char * length).from_buffer(buffer)
        getter(element, into, length)
        return bytes(buffer).decode("utf-16-le").rstrip("\0")

    def walk(element, above: str) -> None:
        for i in range(raw.FPDF_StructElement_CountChildren(element)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, i)
            if child:
                kind = words(child, raw.FPDF_StructElement_GetType)
                found.append((above + kind, words(child, raw.FPDF_StructElement_GetAltText)))
                walk(child, f"{above}{kind} ")

    walk(root, "")
    return found


def test_the_library_whose_private_parts_make_the_tree_is_the_one_they_were_read_in():
    """Another release may change its private structure: check `handouts/structure.py` against it, then name it here."""
    assert version("fpdf2") == "2.8.9"


@pytest.mark.parametrize("name", PAPERS)
def test_a_pdf_is_tagged_in_its_language_and_shows_its_title(name):
    data = made(name)
    assert b"/MarkInfo" in data and b"/Marked true" in data and b"/StructTreeRoot" in data
    assert b"/Lang (id-ID)" in data and b"/DisplayDocTitle true" in data
    kinds = [kind for kind, _ in elements(data)]
    assert kinds.count("H1") == 1 and kinds.count("H2") >= 2 and len(kinds) > 20


def test_tables_are_read_by_rows_with_their_heads_and_lists_by_items():
    kinds = [kind for kind, _ in elements(made("brief"))]
    assert [kind for kind in kinds if kind == "Table"] == ["Table"] * 2
    rows = " ".join(kind.split()[-1] for kind in kinds if kind.startswith("Table")).split("Table")[1:]
    for table in rows:
        head, *others = table.split("TR")[1:]
        assert set(head.split()) == {"TH"} and others
        assert all(row.split() == ["TD"] * len(head.split()) for row in others)
    asks = ask_lines(contexts_of(projected("contoh"))[0], "id")
    assert kinds.count("L LI LBody") >= len(asks) > 1
    minutes = [kind for page in (0, 1) for kind, _ in elements(made("minutes_pdf"), page)]
    assert minutes.count("Table TR TH") >= 4 and minutes.count("Table TR TD") > 10
    assert minutes.count("L LI Lbl") == minutes.count("L LI LBody P") > 0


def test_the_head_of_a_column_says_that_it_is_one():
    assert b"/A <</O /Table /Scope /Column>>" in made("brief")


def test_the_chart_of_the_brief_is_one_figure_with_words_that_stand_for_it():
    (c,) = contexts_of(projected("contoh"))
    found = elements(made("brief"))
    figures = [words for kind, words in found if kind == "Figure"]
    (text,), line = figures, enrolment(c, "id").alt
    assert text.startswith(f"{line} Area yang wajar terjadi, Agustus 2028: ") and len(line) > 40


@pytest.mark.parametrize("name", PAPERS)
def test_everything_on_a_page_is_tagged_or_reported_as_nothing_to_read(name):
    """Between two marks only colours and line widths are set."""
    document = pypdfium2.PdfDocument(made(name))
    for page in document:
        loose = [o for o in page.get_objects() if not raw.FPDFPageObj_CountMarks(o)]
        assert not loose


def test_the_booklet_has_a_bookmark_for_every_sheet_that_leads_to_its_page():
    data = made("units")
    document = pypdfium2.PdfDocument(data)
    texts = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert len(texts) == len(document) > 20 and [at for _, at in texts] == [*range(len(document))]
    for (title, _), page in zip(texts, pages(data)):
        assert title in " ".join(page.text.split())


@pytest.mark.parametrize("name", PAPERS)
def test_letters_of_latin_extended_are_written_and_read_back(name):
    assert NAME in " ".join(" ".join(page.text.split()) for page in pages(made(name, name=NAME)))


@pytest.mark.parametrize("long", [LONG, LETTERS])
def test_a_name_of_120_letters_stands_whole_in_every_pdf(long):
    for name in PAPERS:
        shown = "".join(page.text for page in pages(made(name, name=long)))
        assert re.sub(r"\s", "", long) in re.sub(r"\s", "", shown), name
        assert "…" not in shown, name
