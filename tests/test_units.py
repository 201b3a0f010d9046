"""The page of OPD and kecamatan: rows add up, bills are whole people × rate, and no office gets an unpublished figure."""

import csv
import io
import json
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regency import PROGRAMME, Regency, projected, unit, with_units
from strategies import cases, examples

from simulator.errors import UserError
from simulator.handouts.csv_file import table_csv
from simulator.model.months import month_name, month_number
from simulator.model.projection import project
from simulator.model.scenario import OVERRIDE_SETTINGS, Scenario, with_values
from simulator.model.tile import Tile
from simulator.planning.effects import overrides_without_effect
from simulator.planning.groups import unit_groups
from simulator.planning.overrides import MIXED, floor_share, row_value, with_row_value, without_row
from simulator.report.charts import heat_map as heat_map_chart
from simulator.report.charts import ranking as ranking_chart
from simulator.report.charts.coverage import coverage_colour, step_labels
from simulator.report.charts.names import shortened
from simulator.report.charts.places import place_map, tiles_caption
from simulator.report.explain.explanation import explain
from simulator.report.sentences.unit_names import counted, row_name
from simulator.report.sentences.unit_sheet import published_units, sheet_keys, unit_sheet
from simulator.report.sentences.units import pledged_sentence, subtitle, title
from simulator.report.tables.unit_bill import bill_table, rate_months
from simulator.report.tables.unit_export import units_file
from simulator.report.tables.units import PAYOUT_STEP_IDR, ranked, unit_table
from simulator.store.baseline_files import baseline_names, read_baseline_named
from simulator.store.places import BASELINES
from simulator.store.scenario_store import SCENARIOS
from simulator.store.tiles_file import read_tiles
from simulator.ui.pages.unit_rows import VIEWS, UnitRows
from simulator.words import LANGUAGES
from simulator.words.numbers import month_long
from simulator.words.numbers import shown as shown_as
from simulator.words.quantity import Quantity
from simulator.words.units import refusal_text, special_text, special_value
from tests.drawing import on_screen
from tests.explaining import context_of

NOVEMBER_2026, FEBRUARY_2026 = month_number("2026-11"), month_number("2026-02")
NAMED = (
    "Diskominfo",
    "Bapenda",
    "Disperinaker",
    "Baperlitbang",
    "Pegandon",
    "Kangkung",
    "Patebon",
    "Patean",
    "Kaliwungu",
)


def shipped(stem: str, **changes) -> Scenario:
    """A shipped scenario with settings changed by path, dots written as __."""
    scenario = Scenario.model_validate_json((SCENARIOS / f"{stem}.json").read_text(encoding="utf-8"))
    return with_values(scenario, {path.replace("__", "."): value for path, value in changes.items()})


def table_of(scenario: Scenario, month: str):
    baseline = read_baseline_named(scenario.baseline)
    return unit_table(project(scenario, baseline, PROGRAMME), month_number(month) - baseline.month)


def units_csv(table, lang) -> bytes:
    return table_csv(units_file(context_of(table.projection), table, lang), table.projection, lang)


def content(table, view, lang, refused):
    return UnitRows(context_of(table.projection), table, lang, refused).content(view)


def sheet_of(table, key, lang):
    return unit_sheet(context_of(table.projection, today=NOVEMBER_2026), table, key, lang)


def worded(table, lang="id"):
    """Titles and cells as written, without marks."""
    cells = [
        [shown_as(c, lang) if isinstance(c, Quantity) else str(c) for c in row.cells] for row in table.rows
    ]
    return [[column.title for column in table.columns], *cells]


def all_words(sheet) -> str:
    """The whole text of a sheet, without the explanations of its numbers."""
    sentences = (sheet.finding, *(n.words for n in sheet.numbers), sheet.scenario, *sheet.rate_notes)
    labels = [number.label for number in sheet.numbers]
    words = (sheet.name, *labels, *map(str, sentences), *sheet.notes, *sheet.sources, sheet.foot)
    return json.dumps([words, worded(sheet.bill), worded(sheet.family)], ensure_ascii=False)


def sentence_words(sentence_of, rows, lang) -> str:
    return str(sentence_of(None, rows, lang) or "")


@st.composite
def tables(draw):
    """The table of a random scenario in a random month, over a random regency some of whose units have published figures."""
    scenario, regency = draw(cases())
    rows = [
        row | ({"asn_basis": "published", "enrolled_basis": "published"} if draw(st.booleans()) else {})
        for row in regency.units
    ]
    p = projected(scenario, Regency(rows, regency.history, regency.deaths))
    return unit_table(p, draw(st.integers(0, len(p.months) - 1)))


def ranking(table, lang):
    """The ranking as the screen draws it."""
    return on_screen(ranking_chart.ranking(context_of(table.projection), table, lang), lang)


def heat_map(projection, lang):
    """The heat map as the screen draws it."""
    return on_screen(heat_map_chart.heat_map(context_of(projection), lang), lang)


def tile_map(table, tiles, lang):
    """The tile map as the screen draws it."""
    return on_screen(place_map(context_of(table.projection), table, tiles, "tiles", lang), lang, tiles)


# ---- figures


@examples(150)
@given(tables())
def test_rows_add_up_to_segments_and_to_the_overviews_total(table):
    p, t = table.projection, table.month
    assert table.total("enrolled") == p.baseline.enrolled.sum() and table.total("asn") == p.baseline.asn.sum()
    assert table.total("projected") == np.floor(p.enrolled[t] + 0.5)
    for name, whole in table.whole.items():
        assert (
            sum(table.total(name, segment) for segment in table.segments) == table.total(name) == whole.sum()
        )
    for i, row in enumerate(table.rows):
        assert abs(table.whole["projected"][i] - p.enrolment.enrolled[row.units, t].sum()) < 1 + 1e-6


@pytest.mark.parametrize("month", ["2025-10", "2026-12"])
def test_the_month_chosen_is_that_of_the_bars_and_of_the_map(month):
    table, at = table_of(shipped("contoh"), month), VIEWS["now"].index("bar")
    drawn = place_map(context_of(table.projection), table, read_tiles(BASELINES / "contoh"), "tiles", "en")
    known = {place.key: place.coverage.number for place in drawn.places if place.coverage}
    assert month_long(table.projection.baseline.month + table.month, "en") in str(drawn.title)
    title = content(table, "now", "en", {})["columns"][at]["label"]
    assert title == {"2025-10": "Enrolled of ASN, Oct 2025", "2026-12": "Enrolled of ASN, Dec 2026"}[month]
    rows = {row["id"]: row for s in content(table, "now", "en", {})["sections"] for row in s["rows"]}
    assert len(known) > 5
    for key, coverage in known.items():
        assert rows[key]["cells"][at]["bar"]["share"] == pytest.approx(coverage)


@examples(150)
@given(tables())
def test_a_bill_is_whole_people_times_the_rate_of_the_month(table):
    bills, people = table.whole["bill_idr"], table.whole["projected"]
    assert (
        abs(bills - people * table.rate_idr) < 1
    ).all()  # a rate with a share of transport workers may have a fraction of a Rupiah
    assert abs(table.total("bill_idr") - table.total("projected") * table.rate_idr) <= 0.5


@examples(150)
@given(tables())
def test_payouts_and_what_is_short_agree_with_the_shown_people(table):
    p = table.projection
    assert abs(table.total("payouts_idr") - p.payouts_idr[table.month]) <= PAYOUT_STEP_IDR / 2 + 1e-3
    assert (table.whole["payouts_idr"] % PAYOUT_STEP_IDR == 0).all()
    assert (
        table.whole["to_enrol"] == np.maximum(0, table.whole["asn_then"] - table.whole["projected"])
    ).all()
    assert (table.whole["below_plan"] >= 0).all() and (table.whole["below_plan"][~table.has_plan] == 0).all()


@examples(60)
@given(tables())
def test_every_view_chart_export_and_sheet_can_be_drawn_for_any_regency(table):
    tiles = [
        Tile(code, f"Kecamatan {code}", i // 4, i % 4)
        for i, code in enumerate(table.projection.baseline.codes)
    ]
    for lang in LANGUAGES:
        assert sentence_words(title, table.rows, lang).endswith(".")
        for view in VIEWS:
            shown = content(table, view, lang, {})
            json.dumps(shown, allow_nan=False)
            lines = [
                *shown["sections"],
                *(row for section in shown["sections"] for row in section["rows"]),
                shown["total"],
            ]
            assert {len(line["cells"]) for line in lines} == {len(shown["columns"])}
        for figure in (ranking(table, lang), heat_map(table.projection, lang), tile_map(table, tiles, lang)):
            json.dumps(figure.figure, allow_nan=False)
            assert (
                figure.title and figure.alt and {len(row) for row in figure.table} == {len(figure.table[0])}
            )
        for key in sheet_keys(table):
            assert sheet_of(table, key, lang).name
        assert units_csv(table, lang)


def test_kendals_pledges_by_group_in_september_2025():
    table = table_of(shipped("komitmen-september"), "2025-09")
    by_key = {
        row.key: {name: int(whole[i]) for name, whole in table.whole.items()}
        for i, row in enumerate(table.rows)
    }
    assert by_key["opd-partial"]["asn"] == 1834 - 336 and by_key["opd-partial"]["enrolled"] == 573 - 336
    assert by_key["opd-partial"]["bill_idr"] == 237 * 16_800 == 3_981_600
    assert by_key["opd-pledged"] | {"payouts_idr": 0} == {
        "asn": 245,
        "enrolled": 0,
        "asn_then": 245,
        "projected": 245,
        "to_enrol": 0,
        "below_plan": 0,
        "bill_idr": 245 * 16_800,
        "payouts_idr": 0,
    }
    assert by_key["other-partial"]["to_enrol"] == 6817 - 263
    assert [table.total("projected", s) for s in ("opd", "kecamatan", "other")] == [818, 175, 263]
    assert (table.total("projected"), table.total("bill_idr"), table.total("to_enrol")) == (
        1256,
        1256 * 16_800,
        10_345 - 1256,
    )


def test_the_bill_halves_in_the_relief_months():
    assert table_of(shipped("komitmen-september"), "2026-12").total("bill_idr") == 1256 * 8_400
    assert table_of(shipped("komitmen-september"), "2027-01").total("bill_idr") == 1256 * 16_800


def test_what_is_below_plan_is_zero_for_who_has_reached_it_and_unknown_for_who_never_joins():
    table = table_of(
        shipped("komitmen-september", participation__opd__target_share=0.6), "2026-12"
    )  # ramp of 12 months: over by August 2026
    by_key = {row.key: i for i, row in enumerate(table.rows)}
    assert table.whole["below_plan"][by_key["opd-partial"]] == 0
    assert table.whole["projected"][by_key["opd-partial"]] == pytest.approx(0.6 * 1498, abs=1)
    assert not table.has_plan[by_key["opd-outside"]]
    shown = content(table, "all", "id", {})
    cells = {row["id"]: row["cells"] for s in shown["sections"] for row in s["rows"]}
    assert (
        cells["opd-outside"][[column["id"] for column in shown["columns"]].index("below_plan")]["text"] == "–"
    )


def test_a_column_of_later_asn_stands_only_where_asn_grow():
    ids = {
        growth: [
            c["id"]
            for c in content(
                table_of(shipped("contoh", workforce__asn_growth_per_year=growth), "2026-12"), "all", "id", {}
            )["columns"]
        ]
        for growth in (0.0, 0.05)
    }
    assert "asn_then" in ids[0.05] and ids[0.0] == [name for name in ids[0.05] if name != "asn_then"]


def test_status_is_full_from_one_worker_per_asn_on():
    statuses = {row.name: row.status for row in unit_groups(read_baseline_named("contoh"))}
    assert statuses["Dinas Contoh Bacaan Keliling"] == "full"  # 29 workers of 23 ASN
    assert statuses["Dinas Contoh Pelayanan Warga"] == "partial"  # 46 of 47
    assert (
        statuses["Dinas Contoh Kehutanan"] == "pledged" and statuses["Kantor Contoh Kerukunan"] == "outside"
    )


def test_the_floor_is_that_of_the_segment_unless_a_unit_has_its_own():
    scenario = shipped(
        "contoh", participation__opd__target_share=0.5, participation__opd__workers_per_asn=2.0
    )
    baseline = read_baseline_named("contoh")
    rows = {row.key: row for row in unit_groups(baseline)}
    scenario = with_row_value(scenario, baseline, rows["DC-01"], "target_share", 0.9)
    floors = dict(zip(baseline.codes, floor_share(scenario, baseline).tolist()))
    assert floors["DC-01"] == 1.8 and floors["DC-02"] == 1.0 and floors["KC-01"] == 0.5


# ---- words


def test_the_title_says_what_is_missing():
    rows = unit_groups(read_baseline_named("kendal-2025-08"))
    assert (
        sentence_words(title, rows, "id")
        == "13 OPD dan 7 kecamatan belum ikut. Di 18 OPD dan 6 kecamatan baru sebagian ASN ikut."
    )
    assert (
        sentence_words(title, rows, "en")
        == "Not taking part yet: 13 OPD and 7 kecamatan. Only part of the ASN take part: 18 OPD and 6 kecamatan."
    )
    assert (
        sentence_words(pledged_sentence, rows, "id")
        == "3 OPD dan 2 kecamatan mulai membayar sesuai komitmen."
    )


def test_the_title_of_a_regency_where_nothing_is_missing():
    full = Regency([unit("A", "opd", 5, 5), unit("B", "other", 9, 1)], [("2025-08", 6)], 0)
    assert (
        sentence_words(title, unit_groups(full.baseline()), "id")
        == "1 OPD sudah mencapai satu pekerja per ASN."
    )
    only_other = Regency([unit("B", "other", 9, 0)], [("2025-08", 0)], 0)
    assert sentence_words(title, unit_groups(only_other.baseline()), "id") == "1 unit lainnya belum ikut."


def test_groups_are_called_by_number_and_status():
    baseline = read_baseline_named("kendal-2025-08")
    assert [row_name(row, baseline, "id") for row in unit_groups(baseline)] == [
        "4 OPD sudah 100 %",
        "18 OPD baru sebagian",
        "3 OPD mulai Sep 2025",
        "13 OPD belum ikut",
        "5 kecamatan sudah 100 %",
        "6 kecamatan baru sebagian",
        "2 kecamatan mulai Sep 2025",
        "7 kecamatan belum ikut",
        "ASN lainnya, baru sebagian",
    ]
    assert sentence_words(counted, [], "id") == ""


# ---- unpublished figures


def everything_shown(table, lang) -> dict[str, str]:
    """The texts of page, charts and export about the rows, by place.

    The tile map and the nine sheets are tested separately.
    """
    shown = {f"view {view}": json.dumps(content(table, view, lang, {}), ensure_ascii=False) for view in VIEWS}
    for name, figure in (("ranking", ranking(table, lang)), ("heat map", heat_map(table.projection, lang))):
        shown[name] = json.dumps([figure.figure, figure.title, figure.alt, figure.table], ensure_ascii=False)
    shown["csv"] = units_csv(table, lang).decode("utf-8-sig")
    shown |= {f"sheet {row.key}": all_words(sheet_of(table, row.key, lang)) for row in table.rows}
    return shown


@pytest.mark.parametrize(
    "stem", ["komitmen-september", "banyak-yang-berhenti", "irama-rakor-monev", "semua-100-persen"]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_office_of_kendal_stands_beside_a_number_in_any_table_chart_export_or_sheet(stem, lang):
    table = table_of(shipped(stem), "2026-06")
    baseline = table.projection.baseline
    assert not baseline.own_figures.any() and len(baseline.codes) == 59
    for place, text in everything_shown(table, lang).items():
        for code, name in zip(baseline.codes, baseline.unit_names):
            assert code not in text, (place, code)
            if name != "Kendal":  # also the regency's own name, in the export's heading
                assert name not in text, (place, name)


def test_the_tile_map_of_kendal_says_100_percent_of_five_and_nothing_of_the_others():
    table = table_of(
        shipped("banyak-yang-berhenti"), "2026-12"
    )  # seats become vacant, but "100 %" is all that is known
    tiles = read_tiles(BASELINES / "kendal-2025-08")
    drawn = tile_map(table, tiles, "id")
    trace = drawn.figure["data"][0]
    known = {tile.name for tile, shown in zip(tiles, trace["text"]) if re.search(r"\d", shown)}
    assert known == {"Pegandon", "Kangkung", "Patebon", "Patean", "Kaliwungu"}
    assert all(shown.endswith("<br>100 %") for shown in trace["text"] if re.search(r"\d", shown))
    assert [shape == "" for shape in trace["marker"]["pattern"]["shape"]] == [
        tile.name in known for tile in tiles
    ]
    assert {tile.code for tile, key in zip(tiles, trace["customdata"]) if key} <= set(published_units(table))
    assert drawn.title == "5 dari 20 kecamatan sudah 100\u00a0%; angka 15 lainnya tidak diterbitkan."
    assert (
        tiles_caption(table.projection.baseline, "id")
        == "15 kecamatan yang diarsir: 6 baru sebagian, 2 mulai Sep 2025, 7 belum ikut. Yang mana, tidak diterbitkan."
    )


def test_the_nine_named_offices_have_a_sheet_with_100_percent_an_estimate_and_no_bill():
    table = table_of(shipped("komitmen-september"), "2025-09")
    assert sorted(published_units(table).values()) == sorted(NAMED)
    for code, name in published_units(table).items():
        sheet = sheet_of(table, code, "id")
        assert sheet.name == name and [str(n.words) for n in sheet.numbers] == [
            "100 %",
            f"≈ {table.projection.baseline.asn[table.projection.baseline.index[code]]:.0f}, perkiraan",
        ]
        assert [row[0] for row in worded(sheet.bill)] == ["Untuk", "Per ASN, satu pekerja"]
        assert sheet.scenario is None


def test_an_office_without_published_figures_has_no_sheet():
    table = table_of(shipped("komitmen-september"), "2025-09")
    assert {"OPD-05", "KEC-06", "LAIN-01"} & sheet_keys(table) == set()
    with pytest.raises(KeyError):
        sheet_of(table, "OPD-05", "id")


# ---- the sheet


def test_a_sheet_says_what_it_costs_now_and_from_january_2027():
    sheet = sheet_of(table_of(shipped("contoh"), "2026-12"), "DC-01", "id")
    assert str(sheet.finding) == "Masih perlu 118 pekerja agar setiap ASN menanggung satu."
    assert [str(n.words) for n in sheet.numbers] == ["214", "96", "118"]
    assert worded(sheet.bill) == [
        ["Untuk", "November 2026 (sekarang)", "mulai Januari 2027"],
        ["Per ASN, satu pekerja", "Rp 8.400", "Rp 16.800"],
        ["Kantor, 96 peserta (Agustus 2025)", "Rp 806.400", "Rp 1.612.800"],
        ["Kantor, bila setiap ASN menanggung satu (214)", "Rp 1.797.600", "Rp 3.595.200"],
    ]
    assert [number.basis for row in sheet.bill.rows[1:] for number in row.cells[0].quantities] == [
        "fictitious"
    ] * 2
    assert "mengandaikan PP 50/2025 berlaku; pastikan dahulu ke cabang" in str(sheet.rate_notes[1])


def test_a_sheet_says_what_a_family_receives():
    sheet = sheet_of(table_of(shipped("contoh"), "2026-12"), "DC-01", "id")
    assert [amount for _, amount, _ in worded(sheet.family)[1:]] == [
        "Rp 42 juta",
        "Rp 70 juta",
        "sampai Rp 174 juta",
    ]
    at_two_million = shipped("contoh", contribution__income_base_idr=2_000_000.0)
    sheet = sheet_of(table_of(at_two_million, "2026-12"), "DC-01", "en")
    assert worded(sheet.family, "en")[2][1] == "Rp 118 million"  # 48 × 2 + 22


def test_a_pledged_office_sees_the_bill_of_its_pledge():
    sheet = sheet_of(table_of(shipped("contoh"), "2026-12"), "DC-16", "id")
    assert str(sheet.finding) == "Iuran 20 pekerja dibayar mulai Okt 2025 sesuai komitmen."
    assert ["Kantor, 20 pekerja menurut komitmen", "Rp 168.000", "Rp 336.000"] in worded(sheet.bill)
    assert {number.basis for number in sheet.bill.rows[1].cells[0].quantities} == {"fictitious"}


def test_without_relief_a_sheet_has_the_full_rate_and_says_what_the_relief_would_be():
    sheet = sheet_of(
        table_of(shipped("contoh", contribution__relief_applies=False), "2026-12"), "DC-01", "id"
    )
    assert worded(sheet.bill)[1] == ["Per ASN, satu pekerja", "Rp 16.800", "Rp 16.800"]
    note = str(sheet.rate_notes[1])
    assert (
        "Rp 8.400 per pekerja sampai Desember 2026" in note
        and "Bila cabang BPJS Ketenagakerjaan memastikan" in note
    )


def test_every_change_of_rate_ahead_has_its_column():
    def named(today, **changes):
        c = context_of(table_of(shipped("contoh", **changes), "2026-12").projection, today=today)
        _, *amounts = bill_table(c, (), "id").rows[0].cells
        return [(month_name(m), rate.value) for m, rate in zip(rate_months(c), amounts)]

    assert named(FEBRUARY_2026) == [("2026-02", 16_800), ("2026-04", 8_400), ("2027-01", 16_800)]
    half = named(
        FEBRUARY_2026, contribution__transport_share=0.5
    )  # half of them drivers, with relief from January 2026 to March 2027
    assert half == [("2026-02", 12_600), ("2026-04", 8_400), ("2027-01", 12_600), ("2027-04", 16_800)]
    assert named(month_number("2027-02")) == [("2027-02", 16_800)]
    assert named(NOVEMBER_2026, contribution__include_jht=True) == [("2026-11", 28_400), ("2027-01", 36_800)]


@pytest.mark.parametrize(
    "stem, key",
    [
        ("contoh", "DC-01"),
        ("contoh", "DC-16"),
        ("komitmen-september", "opd-partial"),
        ("komitmen-september", "KEC-03"),
    ],
)
@pytest.mark.parametrize(
    "changes", [{}, {"contribution__relief_applies": False, "contribution__include_jht": True}]
)
def test_every_number_of_a_sheet_has_an_explanation_that_gives_it(stem, key, changes):
    table = table_of(shipped(stem, **changes), "2026-12")
    key = key if key in sheet_keys(table) else next(iter(published_units(table)))
    sheet = sheet_of(table, key, "id")
    sentences = [sheet.finding, *(n.words for n in sheet.numbers), *sheet.rate_notes]
    sentences += [sheet.scenario] if sheet.scenario else []
    cells = [cell for part in (sheet.bill, sheet.family) for row in part.rows for cell in row.cells]
    numbers = [cell for cell in cells if isinstance(cell, Quantity)]
    numbers += [n for s in (*sentences, *cells) if not isinstance(s, (str, Quantity)) for n in s.quantities]
    assert len(numbers) > 12
    for number in numbers:
        explanation = explain(number.origin, "id").quantity
        assert explanation.basis == number.basis and abs(
            explanation.value - number.value
        ) < 1 + table.rate_idr * (number.unit == "idr"), number
    assert not re.search(
        r"\d",
        "".join(part for s in sentences for part in s.parts if isinstance(part, str))
        .replace("PP 50/2025", "")
        .replace("100 %", "")
        .replace(month_long(NOVEMBER_2026, "id"), "")
        .replace("2025", "")
        .replace("2026", "")
        .replace("2027", ""),
    )


# ---- overrides


@pytest.mark.parametrize(
    ("name", "typed", "lang", "value"),
    [
        ("target_share", "70,5 %", "id", 0.705),
        ("target_share", "70.5", "en", 0.705),
        ("target_share", " 0 ", "id", 0.0),
        ("target_share", "", "id", None),
        ("workers_per_asn", "1,5", "id", 1.5),
        ("workers_per_asn", "2", "en", 2.0),
        ("workers_per_asn", "  ", "en", None),
        ("join_month", "2025-11", "id", "2025-11"),
        ("join_month", "Nov 2025", "id", "2025-11"),
        ("join_month", "oktober 2025", "en", "2025-10"),
        ("join_month", "May 2026", "id", "2026-05"),
        ("join_month", "Tidak  pernah", "en", "never"),
        ("join_month", "never", "id", "never"),
        ("join_month", "", "id", None),
    ],
)
def test_special_settings_are_read_as_typed(name, typed, lang, value):
    assert special_value(name, typed, lang) == value


@pytest.mark.parametrize(
    ("name", "typed", "lang"),
    [
        ("target_share", "tujuh", "id"),
        ("target_share", "12.5", "id"),
        ("workers_per_asn", "1.5", "id"),
        ("workers_per_asn", "1,5", "en"),
        ("join_month", "Nov", "id"),
        ("join_month", "2025-13", "id"),
        ("join_month", "11/2025", "id"),
        ("join_month", "Nov 1999", "id"),
        ("join_month", "besok", "id"),
    ],
)
def test_what_is_not_understood_is_refused_with_an_example(name, typed, lang):
    with pytest.raises(ValueError):
        special_value(name, typed, lang)
    text = refusal_text(name, "Dinas A", typed, lang)
    assert typed in text and "Dinas A" in text


def test_an_example_in_a_refusal_can_be_typed():
    for lang in LANGUAGES:
        for name in OVERRIDE_SETTINGS:
            example = re.search(
                r"(?:misalnya|such as) ([^,]+(?:,\d+ ?%?)?)[,.]", refusal_text(name, "A", "x", lang)
            )[1]
            assert special_text(name, special_value(name, example, lang), lang) == example


@given(
    st.one_of(
        st.tuples(st.just("target_share"), st.floats(0, 1)),
        st.tuples(st.just("workers_per_asn"), st.floats(0, 10)),
    )
)
def test_a_shown_special_number_reads_back_to_six_places(case):
    name, value = case
    for lang in LANGUAGES:
        assert special_value(name, special_text(name, value, lang), lang) == pytest.approx(value, abs=1e-6)


def test_numbers_out_of_bounds_change_nothing():
    scenario, baseline = shipped("contoh"), read_baseline_named("contoh")
    row = unit_groups(baseline)[0]
    for name, value in (("target_share", 1.01), ("workers_per_asn", 10.5), ("workers_per_asn", -1.0)):
        with pytest.raises(ValueError):
            with_row_value(scenario, baseline, row, name, value)


def test_an_entry_on_a_group_applies_to_all_its_units_and_keeps_their_other_settings():
    scenario, baseline = shipped("komitmen-september"), read_baseline_named("kendal-2025-08")
    rows = {row.key: row for row in unit_groups(baseline)}
    group = rows["opd-outside"]
    override = {"unit": "OPD-30", "target_share": 0.9, "workers_per_asn": None, "join_month": None}
    one = Scenario.model_validate(scenario.model_dump() | {"overrides": [override]})
    assert (
        row_value(one, baseline, group, "target_share") == MIXED
        and row_value(one, baseline, group, "join_month") is None
    )
    changed = with_row_value(one, baseline, group, "join_month", "2025-11")
    assert {o.unit for o in changed.overrides} == {baseline.codes[i] for i in group.units} and len(
        changed.overrides
    ) == 13
    assert row_value(changed, baseline, group, "join_month") == "2025-11"
    assert next(o for o in changed.overrides if o.unit == "OPD-30").target_share == 0.9
    assert without_row(changed, baseline, group) == scenario
    table = unit_table(project(changed, baseline, PROGRAMME), 3)
    assert table.whole["projected"][list(rows).index("opd-outside")] == pytest.approx(
        0.31 * 13 * 83, abs=1
    )  # all thirteen start with the entry share


def test_setting_a_row_back_to_nothing_takes_its_overrides_out():
    scenario, baseline = shipped("contoh"), read_baseline_named("contoh")
    row = next(row for row in unit_groups(baseline) if row.key == "DC-20")
    changed = with_row_value(scenario, baseline, row, "target_share", 1.0)
    assert [o.unit for o in changed.overrides if o.unit == "DC-20"] == ["DC-20"]
    assert with_row_value(changed, baseline, row, "target_share", None) == without_row(
        scenario, baseline, row
    )


def test_units_that_differ_are_shown_as_mixed():
    scenario = shipped("komitmen-september")
    override = {"unit": "OPD-05", "target_share": 0.8, "workers_per_asn": None, "join_month": None}
    scenario = Scenario.model_validate(scenario.model_dump() | {"overrides": [override]})
    cells = {
        row["id"]: row["cells"]
        for s in content(table_of(scenario, "2025-09"), "special", "id", {})["sections"]
        for row in s["rows"]
    }
    at = VIEWS["special"].index("target_share")
    assert (
        cells["opd-partial"][at]["edit"]["placeholder"] == "beragam"
        and cells["opd-partial"][at]["edit"]["value"] == ""
    )
    assert cells["opd-full"][at]["edit"]["placeholder"] == "0 %"


def test_a_joining_month_for_a_unit_already_in_is_reported_to_change_nothing():
    scenario, baseline = shipped("contoh"), read_baseline_named("contoh")
    row = next(row for row in unit_groups(baseline) if row.key == "DC-01")
    p = project(with_row_value(scenario, baseline, row, "join_month", "2026-01"), baseline, PROGRAMME)
    assert ("already_takes_part", "DC-01") in {
        (e.reason, e.values["unit"]) for e in overrides_without_effect(p, PROGRAMME)
    }


def test_what_was_refused_stays_in_its_cell():
    table = table_of(shipped("contoh"), "2026-12")
    cells = {
        row["id"]: row["cells"]
        for s in content(table, "special", "id", {("DC-01", "join_month"): "besok"})["sections"]
        for row in s["rows"]
    }
    edit = cells["DC-01"][VIEWS["special"].index("join_month")]["edit"]
    assert (edit["value"], edit["refused"]) == ("besok", True)


# ---- charts, export, names


def test_the_ranking_puts_most_workers_per_asn_first_and_nobody_last():
    table = table_of(shipped("contoh"), "2026-12")
    order = [table.rows[i].name for i in ranked(table)]
    assert order[0] == "Dinas Contoh Bacaan Keliling" and order[-1] == "Unit pelaksana teknis (contoh)"
    drawn = ranking(table, "id")
    assert (
        drawn.title
        == "Paling banyak masih perlu didaftarkan, Desember 2026: Sekolah (contoh) (783 dari 2.739 pekerja)."
    )
    assert len(drawn.table) == 1 + len(table.rows) and drawn.table[1][:2] == [
        "Dinas Contoh Bacaan Keliling",
        "126,1 %",
    ]


def test_coverage_has_five_steps():
    assert [coverage_colour(share) for share in (0, 0.1999)] == [step_labels("id")[0][0]] * 2
    assert (
        coverage_colour(0.2) == step_labels("id")[1][0]
        and coverage_colour(0.8) == coverage_colour(3.0) == step_labels("id")[4][0]
    )
    assert [words for _, words in step_labels("id")] == [
        "0 % sampai 20 %",
        "20 % sampai 40 %",
        "40 % sampai 60 %",
        "60 % sampai 80 %",
        "80 % ke atas",
    ]


def test_the_ranking_writes_percent_as_everywhere_else():
    assert ranking(table_of(shipped("contoh"), "2026-12"), "id").figure["layout"]["xaxis"]["ticktext"][
        :5
    ] == ["0 %", "25 %", "50 %", "75 %", "100 %"]


def test_the_heat_map_has_a_row_for_every_row_and_a_column_for_every_month():
    p = table_of(shipped("contoh"), "2026-12").projection
    drawn = heat_map(p, "en")
    z = np.array(drawn.figure["data"][0]["z"])
    assert z.shape == (39, 37) and z[0, 0] == 1.0  # 158 of 158 in the baseline month
    assert drawn.title == "Still nobody enrolled in August 2028: 1 other unit."


def test_a_hundred_units_with_names_of_120_characters_fit():
    rows = [
        unit(f"U{i:03d}", ("opd", "kecamatan", "other")[i % 3], 10 + i, i)
        | {"name": f"{i:03d} " + "W" * 116, "asn_basis": "published", "enrolled_basis": "published"}
        for i in range(100)
    ]
    regency = with_units(Regency(rows, [("2025-08", 0)], 0), rows)
    table = unit_table(
        project(shipped("contoh").model_copy(update={"overrides": ()}), regency.baseline(), PROGRAMME), 12
    )
    drawn = ranking(table, "id")
    assert len(table.rows) == 100 and all(
        len(name) <= 32 for name in drawn.figure["layout"]["yaxis"]["ticktext"]
    )
    assert len(drawn.title) < 140 and drawn.figure["data"][0]["hovertext"][0].count("W") == 116
    assert shortened("W" * 120, 20) == "W" * 19 + "…"


def test_a_name_with_signs_of_a_page_is_shown_as_it_is_written():
    rows = [
        unit("A", "kecamatan", 5, 2)
        | {"name": '<a href="x">Dinas</a>', "asn_basis": "published", "enrolled_basis": "published"}
    ]
    table = unit_table(
        project(
            shipped("contoh").model_copy(update={"overrides": ()}),
            Regency(rows, [("2025-08", 2)], 0).baseline(),
            PROGRAMME,
        ),
        1,
    )
    for drawn in (
        ranking(table, "id"),
        heat_map(table.projection, "id"),
        tile_map(table, [Tile("A", "<b>Dinas</b>", 0, 0)], "id"),
    ):
        assert "<a " not in json.dumps(drawn.figure) and "<b>" not in json.dumps(drawn.figure)


def test_the_export_holds_the_tables_figures_with_marks_and_its_total():
    table = table_of(shipped("komitmen-september"), "2025-09")
    lines = list(
        csv.reader(
            io.StringIO(units_csv(table, "id").decode("utf-8-sig")),
            delimiter=";",
        )
    )
    header = next(i for i, line in enumerate(lines) if line[:2] == ["Unit", "Kelompok"])
    rows = lines[header + 1 :]
    assert len(rows) == 10 and rows[-1][0] == "Jumlah"
    asn, enrolled, projected_column = (
        lines[header].index(name)
        for name in ("ASN (Agustus 2025)", "Peserta (Agustus 2025)", "Proyeksi Sep 2025")
    )
    for at in (asn, enrolled, projected_column):
        assert sum(int(row[at]) for row in rows[:-1]) == int(rows[-1][at])
    assert (
        rows[-1][asn] == "10345"
        and rows[-1][asn + 1] == "publikasi"
        and rows[0][asn + 1] == "perkiraan"
        and rows[3][asn + 1] == "asumsi"
    )
    assert [lines[header][projected_column], "turunan", "S44 S47 S48"] in lines[:header]


@pytest.mark.parametrize("stem", ["komitmen-september", "contoh", "irama-rakor-monev"])
@pytest.mark.parametrize("month", ["2025-09", "2026-12"])
def test_every_number_of_the_table_has_an_explanation_that_gives_it(stem, month):
    table = table_of(shipped(stem), month)
    rows = UnitRows(context_of(table.projection), table, "id", {})
    for view in VIEWS:
        shown = rows.content(view)
        lines = [*shown["sections"], *(row for section in shown["sections"] for row in section["rows"])]
        for line in (*lines, shown["total"] | {"id": "total"}):
            for column, cell in zip(shown["columns"], line["cells"]):
                if column["kind"] == "number":  # every one can be clicked
                    assert cell["explain"] and cell["text"] == shown_as(
                        rows.quantities[line["id"], column["id"]], "id"
                    )
    assert len(rows.quantities) > 80
    for place, number in rows.quantities.items():
        explanation = explain(number.origin, "id").quantity
        # Rows are rounded so that they add up, and a bill is of whole people.
        apart = {"share": 1e-9, "people": 1}.get(number.unit, PAYOUT_STEP_IDR + table.rate_idr)
        assert (explanation.unit, explanation.basis) == (number.unit, number.basis), place
        assert (
            np.isnan(explanation.value)
            if number.value is None
            else abs(explanation.value - number.value) < apart
        ), place


@pytest.mark.parametrize("stem", ["komitmen-september", "contoh"])
def test_every_number_above_the_table_has_an_explanation_that_gives_it(stem):
    table = table_of(shipped(stem), "2026-12")
    c = context_of(table.projection)
    heading = title(c, table.rows, "id"), subtitle(c, table, "id")
    for number in [number for sentence in heading for number in sentence.quantities]:
        explanation = explain(number.origin, "id").quantity
        assert (explanation.unit, explanation.basis) == (number.unit, number.basis)
        assert abs(explanation.value - number.value) < 1, number
    assert [number.value for number in heading[0].quantities] == {
        "komitmen-september": [13, 7, 18, 6],
        "contoh": [6, 4, 10, 3],
    }[stem]


# ---- the tiles' file


@pytest.mark.parametrize("name", baseline_names())
def test_every_shipped_tile_file_is_read(name):
    tiles = {"contoh": 12, "selayar-2023-03": 0}  # Selayar is one unit, without kecamatan
    assert len(read_tiles(BASELINES / name)) == tiles.get(name, 20)


@pytest.mark.parametrize(
    ("content_of_file", "codes"),
    [
        (b"code,name\nA,B\n", ["wrong_columns"]),
        (b"code,name,tile_row,tile_column\nA,B,0\n", ["wrong_number_of_cells"]),
        (b"code,name,tile_row,tile_column\nA,B,-1,x\nC,D,31,0\n", ["tile_place", "tile_place", "tile_place"]),
        (b"code,name,tile_row,tile_column\nA,B,0,0\nC,D,0,0\n", ["tile_taken"]),
        (b"code,name,tile_row,tile_column\nA,,0,0\n", ["wrong_length"]),
        (b"\xff\xfe", ["not_utf8"]),
    ],
)
def test_a_bad_tile_file_is_refused_with_every_problem(tmp_path, content_of_file, codes):
    (tmp_path / "tiles.csv").write_bytes(content_of_file)
    with pytest.raises(UserError) as refused:
        read_tiles(tmp_path)
    assert [p.code for p in refused.value.problems] == codes


def test_a_baseline_without_tiles_has_no_map(tmp_path):
    assert read_tiles(tmp_path) == ()


def test_figures_of_a_made_up_regency_carry_no_mark_on_screen_and_the_word_in_the_export():
    table = table_of(shipped("contoh"), "2025-09")
    shown = content(table, "now", "id", {})
    at = [i for i, column in enumerate(shown["columns"]) if column["id"] in ("asn", "enrolled")]
    for cells in (
        shown["total"]["cells"],
        *(s["cells"] for s in shown["sections"]),
        *(row["cells"] for s in shown["sections"] for row in s["rows"]),
    ):
        assert not any(
            "mark" in cells[i] for i in at
        )  # the line under the table says it once: every name and figure is fictitious
    exported = units_csv(table, "id").decode("utf-8-sig")
    assert ";fiktif;S60" in exported and "publikasi" not in exported


def test_computed_cells_carry_the_sign_of_a_derived_number_and_nobody_missing_carries_none():
    table = table_of(shipped("komitmen-september"), "2025-09")
    shown = content(table, "all", "id", {})
    marks = dict(
        zip(
            (column["id"] for column in shown["columns"]),
            (cell.get("mark", "") for cell in shown["total"]["cells"]),
        )
    )
    assert (
        marks["asn"] == marks["enrolled"] == ""
        and [marks[n] for n in ("coverage", "projected", "to_enrol", "bill_idr", "payouts_idr")] == ["±"] * 5
    )
    to_enrol = [c["id"] for c in shown["columns"]].index("to_enrol")
    full = next(row for s in shown["sections"] for row in s["rows"] if row["id"] == "opd-full")
    assert full["cells"][to_enrol]["text"] == "0" and "mark" not in full["cells"][to_enrol]


def test_a_refused_text_stands_in_quotes():
    assert "bulan masuk: “tidak” tidak dapat dipakai" in refusal_text("join_month", "Dinas A", "tidak", "id")
    assert "joining month: “no” cannot be used" in refusal_text("join_month", "Dinas A", "no", "en")
