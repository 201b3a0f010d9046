"""The message for WhatsApp: its numbers, its formatting characters, and names that contain such characters."""

import re

import pytest
from handout_cases import SIX, STRANGE, TODAY, contexts_of, projected

from simulator import __version__
from simulator.handouts.summary import summary_text


def message(*projections, lang="id", **more):
    return summary_text(contexts_of(*projections), lang, TODAY, **more)


def test_the_message_says_what_the_overview_says():
    text = message(projected("komitmen-september"))
    for line in (
        "*ASN Peduli Pekerja Rentan · Kabupaten Kendal*",
        "*Target 20 % (2.069 pekerja) akhir September 2025 (sudah lewat) tidak tercapai menurut skenario ini: 1.256, kurang 813.*",
        "• Agustus 2025: *974* peserta, ± 9,42 %",
        "• September 2025: *± 1.256* peserta, ± 12,14 % (realisasi belum dimasukkan)",
        "• Masih perlu didaftarkan sampai satu per ASN, Sep 2025: OPD ± 2.340 · Kecamatan ± 195 · ASN lainnya ± 6.554",
        "• Sep 2025 – Agu 2027, perkiraan: iuran ± Rp 411 juta, manfaat ± Rp 612 juta (± 1,49 × iuran tanpa JHT)",
        "_Skenario: Komitmen September (rancangan)_",
        "_Data Kabupaten Kendal · Agustus 2025_",
        f"_Program versi {__version__}, dibuat 22 November 2026_",
    ):
        assert line in text.splitlines(), line
    assert "S7" in text and len(text) < 2100


def test_the_message_in_english_has_english_numbers_and_says_what_is_made_up():
    text = message(projected("contoh"), lang="en")
    assert (
        "• August 2025: *948* enrolled, ± 19.77 %" in text
        and "_FICTITIOUS: every name and figure of Kabupaten Contoh is invented for demonstration_" in text
    )


def test_other_scenarios_are_named_by_who_is_first():
    text = message(*(projected(stem) for stem in SIX))
    assert (
        "“C · Semua OPD dan kecamatan 100 %” paling cepat mencapai target 20 %: November 2025 (sudah lewat), dengan iuran ± Rp 99 juta sampai saat itu; peluangnya pada Desember 2026 sekitar 17 dari 20."
        in text
    )
    assert text.count("_Skenario: ") == 6


def test_a_made_up_regency_is_not_mixed_up_with_a_real_one():
    text = message(projected("komitmen-september"), projected("contoh"))
    assert (
        "Kabupaten Kendal dan Kabupaten Contoh (fiktif): kabupaten yang berbeda tidak diberi peringkat."
        in text
    )


def test_unsaved_changes_are_reported():
    assert "(rancangan, belum disimpan)_" in message(projected("komitmen-september"), unsaved=True)


@pytest.mark.parametrize(
    "name", ["*tebal* _miring_ ~coret~ `kode` ```blok```", "* bintang", "a*b*c _ d", "> kutipan", STRANGE]
)
def test_a_name_changes_neither_lines_nor_signs(name):
    plain, strange = (
        message(projected("komitmen-september"), projected("semua-100-persen")),
        message(projected("komitmen-september", name=name), projected("semua-100-persen", name=name)),
    )
    assert len(strange.splitlines()) == len(plain.splitlines())
    for a, b in zip(plain.splitlines(), strange.splitlines()):
        assert re.sub(r"[^*_~`]", "", a) == re.sub(r"[^*_~`]", "", b), b
    assert all(line.startswith("_") == line.endswith("_") for line in strange.splitlines())


def test_bold_and_italic_begin_and_end_on_their_line():
    for line in message(projected("komitmen-september")).splitlines():
        assert line.count("*") % 2 == 0 and line.count("_") in (0, 2), line
