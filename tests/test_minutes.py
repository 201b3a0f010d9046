"""The minutes: one content as DOCX and PDF, every decision in full, and lines to write on where nothing was noted."""

import re
from datetime import date
from io import BytesIO

import docx
import pytest
from handout_cases import LETTERS, LONG, TODAY, contexts_of, on_one_line, overlaps, projected
from hypothesis import given, settings
from hypothesis import strategies as st
from rendered import pages

from simulator.handouts.details import NOTHING_KNOWN, Details
from simulator.handouts.files import HAND_OUTS
from simulator.model.beside_settings import Decision

KNOWN = Details("Rakor Monev IV", "Ruang Ngesti Widhi", date(2026, 11, 22))
ENTRY = Decision(
    question="Cukupkah 70 %?",
    expectation="Ya",
    finding="Kurang 12",
    decision="Naikkan ke 72 %.",
    owner="Sekretaris Daerah",
    date="2026-11-22",
)


def read(name: str, *projections, lang: str = "id", details: Details = NOTHING_KNOWN, **more) -> str:
    """The whole text of the minutes, on one line."""
    data = HAND_OUTS[name].made(contexts_of(*projections), lang, TODAY, details=details, **more)
    if name == "minutes_pdf":
        made = pages(data)
        assert not any(page.outside() or overlaps(page) for page in made)
        return " ".join(map(on_one_line, made))
    document = docx.Document(BytesIO(data))
    parts = [
        document.element.body,
        document.sections[0].header._element,
        document.sections[0].footer._element,
    ]
    shown = (
        "".join(
            node.text or " " if node.tag.endswith("}t") else " "
            for node in part.iter()
            if node.tag[-2:] in ("}t", "ab", "br", "}p")
        )
        for part in parts
    )
    return " ".join(" ".join(shown).split())


MEDIA = pytest.mark.parametrize("name", ["minutes", "minutes_pdf"])


@MEDIA
def test_the_minutes_say_meeting_day_place_state_requests_and_decisions_in_full(name):
    text = read(name, projected("dua-puluh-persen-2026", decisions=(ENTRY,)), details=KNOWN)
    for words in (
        "ASN Peduli Pekerja Rentan · Kabupaten Kendal",
        "Notulen rapat Rapat Rakor Monev IV Tanggal 22 November 2026 Tempat Ruang Ngesti Widhi",
        "Daftar hadir No. Nama Jabatan / instansi Tanda tangan 1 2 3 4 5 6 7 8 9 10 11 12",
        "Agustus 2025: 974 peserta, ± 9,42 %",
        "Target 20 %",
        "Yang diminta dari rapat ini 1. Menetapkan bulan mulai",
        "Keputusan rapat 1. Cukupkah 70 %?",
        "Keputusan Naikkan ke 72 %. Penanggung jawab Sekretaris Daerah Tanggal 22 November 2026",
        "Pengesahan Pimpinan rapat Notulis",
        "dibuat 22 November 2026",
    ):
        assert words in text, words
    assert "Belum ada keputusan" not in text and "Keputusan pada tanggal lain" not in text


@MEDIA
def test_without_a_decision_the_minutes_say_so_and_leave_lines_for_some(name):
    text = read(name, projected("komitmen-september"), lang="en")
    assert (
        "Decisions of the meeting No decision is recorded yet. What the meeting decides can be written below."
        " No. Decision Owner Date 1 2 3 4 5" in text
    )
    assert "Meeting Rakor Monev, ASN Peduli Pekerja Rentan, Kabupaten Kendal Date Place Attendance" in text


@MEDIA
def test_decisions_of_another_day_are_not_reported_as_of_this_meeting(name):
    earlier = ENTRY.model_copy(update={"date": "2026-08-02", "decision": "Tetap oleh ASN."})
    text = read(name, projected("komitmen-september", decisions=(earlier, ENTRY)))
    assert "Tanggal 22 November 2026 Tempat" in text  # the day of the latest entry
    (of_day, other) = text.split("Keputusan pada tanggal lain")
    assert "Naikkan ke 72 %." in of_day and "Tetap oleh ASN." not in of_day and "2 Agustus 2026" in other
    text = read(name, projected("komitmen-september", decisions=(earlier,)), details=KNOWN)
    assert "Belum ada keputusan yang dicatat" in text.split("Keputusan pada tanggal lain")[0]


@MEDIA
def test_several_scenarios_are_listed_compared_and_each_keeps_its_own_log(name):
    logs = [projected(stem, decisions=(ENTRY,)) for stem in ("komitmen-september", "semua-100-persen")]
    text = read(name, *logs, unsaved=True)
    assert "Skenario: A · Komitmen September (rancangan, belum disimpan)" in text
    assert "paling cepat mencapai target 20 %" in text
    assert "Keputusan rapat: B · Semua OPD dan kecamatan 100 % 1. Cukupkah 70 %?" in text
    assert "FIKTIF" not in text and "FIKTIF" in read(name, projected("contoh"))


@MEDIA
def test_a_decision_nobody_answers_for_leaves_a_line_to_write_who(name):
    text = read(name, projected("contoh", decisions=(ENTRY.model_copy(update={"owner": "", "finding": ""}),)))
    assert "Penanggung jawab Tanggal 22 November 2026" in text and "Hasil hitungan" not in text


WORDS = st.text(st.sampled_from("abc ŞłőţĞ WM.,%\n"), min_size=1, max_size=400).map(lambda w: f"x{w}x")


@settings(max_examples=12, deadline=None)
@given(st.lists(WORDS, min_size=5, max_size=5))
def test_whatever_was_written_down_stands_whole_in_both(words):
    names = ("question", "expectation", "finding", "decision")
    entry = ENTRY.model_copy(update=dict(zip(names, words)) | {"owner": words[4].replace("\n", " ")[:120]})
    p = projected("contoh", decisions=(entry,))  # its target is met, so there is no search for ways
    for name in ("minutes", "minutes_pdf"):
        text = re.sub(r"\s", "", read(name, p))
        for wanted in (*words[:4], entry.owner):
            assert re.sub(r"\s", "", wanted) in text, name


@MEDIA
def test_long_names_and_many_long_decisions_go_on_over_further_pages(name):
    long = ENTRY.model_copy(update={"decision": f"{LONG} " * 16 + "selesai.", "owner": LETTERS})
    same = [projected(stem, name=LONG, decisions=(long,) * 6) for stem in ("contoh", "contoh")]
    text = read(name, *same, details=Details(meeting=LONG * 3, place=LETTERS))
    assert text.count("selesai.") == 12 and "…" not in text
    text = re.sub(r"Halaman \d+ ASN Peduli Pekerja Rentan · Kabupaten Contoh", "", text)  # between two pages
    assert re.sub(r"\s", "", text).count(LETTERS) == 13


def test_no_line_of_the_document_ends_between_a_number_and_its_mark_or_unit():
    document = docx.Document(
        BytesIO(HAND_OUTS["minutes"].made(contexts_of(projected("contoh")), "id", TODAY))
    )
    shown = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert re.search("±\u00a0[1-9]", shown) and not re.search("±[ \n]", shown)


@pytest.mark.parametrize("entries", range(1, 9))
def test_small_print_and_signatures_share_a_page_and_no_page_begins_with_the_end_of_a_sentence(entries):
    log = tuple(ENTRY.model_copy(update={"finding": f"{LONG} {i}."}) for i in range(entries))
    same = [projected(stem, decisions=log) for stem in ("dua-puluh-persen-2026", "komitmen-september")]
    data = HAND_OUTS["minutes_pdf"].made(contexts_of(*same), "id", TODAY, details=KNOWN)
    *before, last = map(on_one_line, pages(data))
    assert "Pengesahan" in last and "Tanpa tanda: publikasi." in last and "Program versi" in last
    assert not any("Pengesahan" in page or "Tanpa tanda: publikasi." in page for page in before)
    found = next(page for page in (*before, last) if "paling cepat mencapai target" in page)
    assert "peluangnya" in found.split("paling cepat mencapai target")[1]


def test_in_the_document_no_row_of_a_comparison_is_divided_between_pages():
    same = [projected(stem) for stem in ("dua-puluh-persen-2026", "komitmen-september")]
    document = docx.Document(BytesIO(HAND_OUTS["minutes"].made(contexts_of(*same), "id", TODAY)))
    comparison = next(table for table in document.tables if len(table.columns) > 2)
    marks = [[mark.tag.rpartition("}")[2] for mark in row._tr.trPr] for row in comparison.rows]
    assert len(marks) > 2 and all("cantSplit" in row for row in marks)
    assert ["tblHeader" in row for row in marks] == [True] + [False] * (len(marks) - 1)


def test_in_the_document_signatures_and_small_print_are_kept_on_one_page():
    document = docx.Document(
        BytesIO(HAND_OUTS["minutes"].made(contexts_of(projected("contoh")), "id", TODAY))
    )
    texts = [paragraph.text for paragraph in document.paragraphs]
    *held, last = document.paragraphs[texts.index("Pengesahan") + 1 :]
    rows = [row for cell in document.tables[-1]._cells for row in cell.paragraphs]
    assert len(held) == 2 and len(rows) == 8 and "Program versi" in last.text
    assert all(one.paragraph_format.keep_with_next for one in (*rows, *held))
    assert all(one.paragraph_format.keep_together for one in (*held[1:], last))
    assert document.styles["Heading 1"].paragraph_format.keep_with_next
    assert not last.paragraph_format.keep_with_next
