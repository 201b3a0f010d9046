"""The stamp that every hand-out carries."""

from datetime import date

from handout_cases import SOURCES, contexts_of, projected

from simulator import __version__
from simulator.handouts.stamp import (
    lettered,
    marks_legend,
    names_in_lists,
    shortest_sentence,
    source_keys,
    stamp_lines,
)
from simulator.words.sources import source_line


def context(file: str, **changes):
    (made,) = contexts_of(projected(file, **changes))
    return made


def test_a_hand_out_names_scenarios_with_their_status_data_program_and_day():
    lines = stamp_lines(
        [context("komitmen-september"), context("dua-puluh-persen-2026")], "id", date(2026, 11, 2)
    )
    assert lines == [
        "Skenario: Komitmen September (rancangan)",
        "Skenario: 20 % pada Desember 2026 (rancangan)",
        "Data Kabupaten Kendal · Agustus 2025",
        f"Program versi {__version__}, dibuat 2 November 2026",
    ]


def test_status_and_unsaved_changes_stand_beside_the_name():
    lines = stamp_lines(
        [context("komitmen-september", status="agreed"), context("tren-19-per-bulan")],
        "en",
        date(2026, 11, 2),
        unsaved=True,
    )
    assert lines[:2] == [
        "Scenario: Komitmen September (agreed, not saved)",
        "Scenario: Tren 19 per bulan (draft)",
    ]


def test_what_is_made_up_is_reported_first_and_once():
    lines = stamp_lines(
        [context("contoh"), context("komitmen-september"), context("contoh", name="Kedua")],
        "en",
        date(2026, 5, 31),
    )
    assert lines[0] == "FICTITIOUS: every name and figure of Kabupaten Contoh is invented for demonstration"
    assert [line for line in lines if line.startswith("Data")] == [
        "Data: Kabupaten Contoh (fictitious) · August 2025",
        "Data: Kendal Regency · August 2025",
    ]
    assert lines[-1].endswith("31 May 2026")


def test_the_sources_are_those_behind_the_numbers():
    kendal, contoh = context("komitmen-september"), context("contoh")
    keys = source_keys([kendal])
    assert {"S1", "S7", "S11", "S22", "S28"} <= set(
        keys
    ) and "S60" not in keys  # the figures, the rate, the relief, deaths, accidents
    assert "S60" in source_keys([contoh]) and "S22" not in source_keys([contoh])
    assert all(word in marks_legend(kendal, "id") for word in ("publikasi", "±", "Asumsi", "Fiktif"))
    assert [source_line(key, SOURCES[key], "id").split()[0] for key in keys] == keys


def test_scenarios_of_one_name_are_distinguished_by_their_letters():
    same = [
        context("komitmen-september"),
        context("contoh", name="Komitmen September"),
        context("komitmen-september"),
    ]
    assert lettered(same) == [f"{letter}\u00a0· Komitmen September" for letter in "ABC"] and lettered(
        same[:1]
    ) == ["Komitmen September"]
    assert names_in_lists(same, "id")[1] == "B\u00a0· Komitmen September (fiktif)"
    assert (
        stamp_lines(same[::2], "id", date(2026, 11, 2), names=lettered(same[::2]))[1]
        == "Skenario: B\u00a0· Komitmen September (rancangan)"
    )
    assert lettered([context("contoh", name="Nama " * 20)] * 2, 12)[0] == "A\u00a0· Nama Nama N…"


def test_the_scenario_that_ends_first_is_named_where_the_others_go_on():
    long, short = context("komitmen-september"), context("dua-puluh-persen-2026", horizon_months=12)
    assert (
        shortest_sentence([long, short], "id")
        == "Jumlah dihitung sampai Agustus 2026, bulan terakhir “B\u00a0· 20 % pada Desember 2026”; proyeksi yang lain lebih panjang."
    )
    assert (
        "the last month of “A\u00a0· 20 % pada Desember 2026” and “C\u00a0· 20 % pada Desember 2026”;"
        in shortest_sentence([short, long, short], "en")
    )
    assert shortest_sentence([long, long], "id") == shortest_sentence([long], "id") == ""
