"""The shipped data add up to the published figures, in both readings, and state the source of each figure."""

import csv
import itertools
import json
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
KENDAL = ("kendal-2025-08", "kendal-2025-08-38")
BASELINES = (*KENDAL, "contoh")


def table(path):
    with open(DATA / path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def content(path):
    return json.loads((DATA / path).read_text(encoding="utf-8"))


def units(name, segment=None):
    return [u for u in table(f"baselines/{name}/units.csv") if segment in (None, u["segment"])]


def participating(rows):
    return [u for u in rows if int(u["enrolled"]) > 0]


def pledged(rows):
    return [u for u in rows if u["pledge_month"]]


def outside(rows):
    return [u for u in rows if int(u["enrolled"]) == 0 and not u["pledge_month"]]


def total(rows, column):
    return sum(int(u[column] or 0) for u in rows)


def facts(name):
    return {f["key"]: f["value"] for f in content(f"baselines/{name}/baseline.json")["facts"]}


def person_years(history):
    """Person-years between (month, enrolled) points by monthly trapezoid."""
    points = [(int(month[:4]) * 12 + int(month[5:]), enrolled) for month, enrolled in history]
    return (
        sum(
            (later[0] - earlier[0]) * (earlier[1] + later[1]) / 2
            for earlier, later in itertools.pairwise(points)
        )
        / 12
    )


def published_history(name):
    return [(p["month"], p["enrolled"]) for p in content(f"baselines/{name}/baseline.json")["history"]]


# ---- Kendal, both readings


@pytest.mark.parametrize("name", KENDAL)
def test_974_workers_are_573_of_opd_and_138_of_kecamatan_and_263_of_others(name):
    assert [total(units(name, s), "enrolled") for s in ("opd", "kecamatan", "other")] == [573, 138, 263]
    assert total(units(name), "enrolled") == 974 == 573 + 138 + 263
    assert total(units(name), "asn") == 10_345
    assert round(974 / 10_345, 5) == 0.09415


@pytest.mark.parametrize("name", KENDAL)
def test_pledges_bring_1256_and_leave_813_to_the_target(name):
    assert [total(units(name, s), "pledge_workers") for s in ("opd", "kecamatan")] == [245, 37]
    assert {u["pledge_month"] for u in pledged(units(name))} == {"2025-09"}
    assert 974 + 245 + 37 == 1256 and round(1256 / 10_345, 4) == 0.1214
    assert pytest.approx(2069) == 0.20 * 10_345 and 2069 - 1256 == 813


@pytest.mark.parametrize("name", KENDAL)
def test_22_opd_and_11_kecamatan_take_part_and_the_rest_are_pledged_or_outside(name):
    opd, kecamatan = units(name, "opd"), units(name, "kecamatan")
    assert [len(kind(opd)) for kind in (participating, pledged, outside)] == [22, 3, 13]
    assert [len(kind(kecamatan)) for kind in (participating, pledged, outside)] == [11, 2, 7]
    assert total(kecamatan, "asn") == 370 == 20 * 18.5


def test_1834_asn_are_of_the_22_participating_opd_in_the_default_reading():
    opd = units("kendal-2025-08", "opd")
    assert total(participating(opd), "asn") == 1834
    assert {u["asn"] for u in outside(opd)} == {"83"} and total(pledged(opd), "asn") == 245


def test_1834_asn_are_of_all_38_opd_in_the_second_reading():
    opd = units("kendal-2025-08-38", "opd")
    assert len(opd) == 38 and total(opd, "asn") == 1834 and total(pledged(opd), "asn") == 245


@pytest.mark.parametrize(
    "name, needed, ceiling", [("kendal-2025-08", 0.51, 0.366), ("kendal-2025-08-38", 0.82, 0.238)]
)
def test_what_the_target_asks_of_opd_and_kecamatan_and_what_they_can_reach(name, needed, ceiling):
    asn = total(units(name, "opd") + units(name, "kecamatan"), "asn")
    assert asn + total(units(name, "other"), "asn") == 10_345
    assert round((2069 - 263) / asn, 2) == needed
    assert round((asn + 263) / 10_345, 3) == ceiling


@pytest.mark.parametrize("name", KENDAL)
def test_no_named_office_has_a_figure_that_nobody_published(name):
    named = [u for u in units(name) if "published as 100 %" in u["note"]]
    assert [u["name"] for u in named] == [
        "Diskominfo",
        "Bapenda",
        "Disperinaker",
        "Baperlitbang",
        "Patean",
        "Kaliwungu",
        "Pegandon",
        "Patebon",
        "Kangkung",
    ]
    assert {u[c] for u in named for c in ("asn_basis", "enrolled_basis")} == {"allocated", "assumed"}
    real = {r["name"] for r in table("opd_names.csv")} | {r["abbreviation"] for r in table("opd_names.csv")}
    real |= {k["name"] for k in table("kecamatan.csv")}
    assert not real & {u["name"] for u in units(name) if u not in named}


def test_history_gives_1712_person_years_and_5_06_deaths_per_1000():
    exposure = person_years(published_history("kendal-2025-08"))
    assert round(exposure, 2) == 1712.33
    assert round((6.4 / 1000 * 500 + 8) / (500 + exposure) * 1000, 2) == 5.06
    assert round(exposure * 12 * 16_800) == 345_206_400 == facts("kendal-2025-08")["contributions_so_far_idr"]


@pytest.mark.parametrize(
    "history, exposure, rate",
    [
        (
            [("2022-01", 0), ("2025-06", 728), ("2025-07", 724), ("2025-08", 974)],
            1374.92,
            5.97,
        ),  # were the 724 of July 2025
        (
            [("2023-01", 0), ("2024-07", 724), ("2025-06", 728), ("2025-08", 974)],
            1350.33,
            6.05,
        ),  # had the programme begun in 2023
    ],
)
def test_open_questions_about_the_history_change_the_death_rate_as_the_sources_say(history, exposure, rate):
    assert round(person_years(history), 2) == exposure
    assert round(11.2 / (500 + person_years(history)) * 1000, 2) == rate


def test_the_two_kendal_readings_differ_only_in_what_the_1834_asn_are():
    first, second = (content(f"baselines/{name}/baseline.json") for name in KENDAL)
    assert first["alternative"] == KENDAL[1] and second["alternative"] == KENDAL[0]
    assert {k for k in first if first[k] != second[k]} == {"title", "reading", "alternative", "facts"}
    differing = [(a["key"], b["key"]) for a, b in zip(first["facts"], second["facts"], strict=True) if a != b]
    assert differing == [("opd_asn_participating", "opd_asn_all")]


# ---- rates and benefits


def test_a_worker_costs_16800_a_month_and_half_of_that_under_relief():
    rates, relief = content("programme.json")["rates"][0], content("programme.json")["relief"]
    low, high = rates["income_base_min_idr"], rates["income_base_max_idr"]
    monthly = rates["jkk_share_of_base"] * low + rates["jkm_idr"]
    assert monthly == 16_800 and 12 * monthly == 201_600
    assert rates["jkk_share_of_base"] * high == 207_000 and rates["jht_share_of_base"] * low == 20_000
    assert {monthly * (1 - r["reduction_share"]) for r in relief} == {8_400}
    assert [(r["group"], r["from"], r["to"]) for r in relief] == [
        ("transport", "2026-01", "2027-03"),
        ("others", "2026-04", "2026-12"),
    ]


def test_336_million_paid_are_eight_full_jkm_benefits_and_a_fatal_accident_pays_70_million():
    benefits = content("programme.json")["benefits"][-1]
    assert 8 * benefits["jkm_full_idr"] == 336_000_000 == facts("kendal-2025-08")["payouts_so_far_idr"]
    assert benefits["jkk_death_base_multiple"] * 1_000_000 + benefits["jkk_death_fixed_idr"] == 70_000_000
    assert (
        benefits["scholarship_max_per_child_idr"]
        == 8 * 1_500_000 + 3 * 2_000_000 + 3 * 3_000_000 + 5 * 12_000_000
    )
    assert benefits["scholarship_max_children"] * benefits["scholarship_max_per_child_idr"] == 174_000_000


def test_rates_and_benefits_reach_back_to_2015_with_todays_benefits_marked_assumed_before_2019():
    programme = content("programme.json")
    before, since = programme["benefits"][:2]
    assert programme["rates"][0]["from"] == before["from"] == "2015-07" and since["from"] == "2019-12"
    assert (before["basis"], since["basis"]) == ("assumed", "published")
    assert {k for k in since if since[k] != before[k]} == {"from", "basis", "source", "note"}


def test_default_risk_figures_follow_from_the_published_ones():
    table_25_to_64 = [r for r in table("mortality.csv") if 25 <= int(r["age_from"]) <= 60]
    rates = [
        0.6 * float(r["male_qx_per_1000"]) + 0.4 * float(r["female_qx_per_1000"]) for r in table_25_to_64
    ]
    assert len(rates) == 8 and round(sum(rates) / 8, 1) == 6.4
    assert round(2375 / 105_182, 3) == 0.023
    assert round(46.7 - 42, 1) == 4.7
    assert round((8.2 - 0.023 * (70 + 4.7)) / (1 - 0.023), 1) == 6.6
    assert round(12 * 6800 / 42e6 * 1000, 2) == 1.94
    assert [round(x, 2) for x in (573 / 1834, 138 / (11 * 18.5), 263 / 6817, 313 / 458)] == [
        0.31,
        0.68,
        0.04,
        0.68,
    ]


# ---- every baseline

KEYS = [
    "title",
    "region",
    "month",
    "fictitious",
    "reading",
    "alternative",
    "deaths",
    "history",
    "facts",
    "open_questions",
]


@pytest.mark.parametrize("name", BASELINES)
def test_published_totals_agree_with_the_units_and_with_each_other(name):
    baseline, by_key = content(f"baselines/{name}/baseline.json"), facts(name)
    assert [key for key in baseline if key != "setting_sources"] == KEYS and len(by_key) == len(
        baseline["facts"]
    )
    opd, kecamatan, everybody = units(name, "opd"), units(name, "kecamatan"), units(name)
    after = total(everybody, "enrolled") + total(everybody, "pledge_workers")
    counted = {
        "asn_total": total(everybody, "asn"),
        "enrolled_total": total(everybody, "enrolled"),
        "opd_count": len(opd),
        "opd_participating": len(participating(opd)),
        "opd_pledged": len(pledged(opd)),
        "opd_asn_all": total(opd, "asn"),
        "opd_asn_participating": total(participating(opd), "asn"),
        "opd_enrolled": total(opd, "enrolled"),
        "opd_pledge_workers": total(opd, "pledge_workers"),
        "kecamatan_count": len(kecamatan),
        "kecamatan_participating": len(participating(kecamatan)),
        "kecamatan_enrolled": total(kecamatan, "enrolled"),
        "kecamatan_pledged": len(pledged(kecamatan)),
        "kecamatan_pledge_workers": total(kecamatan, "pledge_workers"),
        "pledge_workers_total": total(everybody, "pledge_workers"),
        "enrolled_after_pledges": after,
        "other_enrolled": total(units(name, "other"), "enrolled"),
        "opd_full_count": sum(int(u["enrolled"]) >= int(u["asn"]) for u in opd),
        "kecamatan_full_count": sum(int(u["enrolled"]) >= int(u["asn"]) for u in kecamatan),
        "coverage_share": round(total(everybody, "enrolled") / total(everybody, "asn"), 4),
        "coverage_after_pledges_share": round(after / total(everybody, "asn"), 4),
        "target_workers": round(by_key["target_share"] * total(everybody, "asn")),
        "target_gap_workers": by_key["target_workers"] - after,
        "increase_total": by_key["enrolled_total"] - by_key["enrolled_before"],
        "deaths": baseline["deaths"]["value"],
        "contributions_so_far_idr": round(person_years(published_history(name)) * 201_600),
    }
    assert {key: by_key[key] for key in counted if key in by_key} == {
        key: counted[key] for key in counted if key in by_key
    }
    beside = {
        "enrolled_before",
        "target_share",
        "payouts_so_far_idr",
        "coverage_misprint_share",
        "informal_workers",
        "informal_covered",
    }
    assert set(by_key) - set(counted) <= beside


@pytest.mark.parametrize("name", BASELINES)
def test_history_increases_in_time_and_ends_at_the_baseline_with_the_units_total(name):
    baseline, history = content(f"baselines/{name}/baseline.json"), published_history(name)
    assert [month for month, _ in history] == sorted({month for month, _ in history})
    assert history[-1] == (baseline["month"], total(units(name), "enrolled"))


@pytest.mark.parametrize("name", KENDAL)
def test_the_tile_map_of_kendal_places_its_20_kecamatan_on_7_by_4_tiles(name):
    columns = ("code", "name", "tile_row", "tile_column")
    assert table(f"baselines/{name}/tiles.csv") == [
        {c: k[c] for c in columns} for k in table("kecamatan.csv")
    ]
    places = {(int(k["tile_row"]), int(k["tile_column"])) for k in table("kecamatan.csv")}
    assert len(places) == 20 and all(0 <= row < 4 and 0 <= column < 7 for row, column in places)
    coded = {u["code"]: u["name"] for u in units(name, "kecamatan") if u["code"].startswith("33.24.")}
    assert len(coded) == 5 and coded.items() <= {k["code"]: k["name"] for k in table("kecamatan.csv")}.items()


# ---- Kabupaten Contoh


def test_contoh_is_fictitious_varied_and_uneven():
    assert content("baselines/contoh/baseline.json")["fictitious"] is True
    everybody = units("contoh")
    assert [len(units("contoh", s)) for s in ("opd", "kecamatan", "other")] == [24, 12, 3]
    assert (min(int(u["asn"]) for u in everybody), max(int(u["asn"]) for u in everybody)) == (6, 900)
    coverages = {round(int(u["enrolled"]) / int(u["asn"]), 3) for u in everybody}
    assert min(coverages) == 0 and max(coverages) > 1 and len(coverages) > 15
    assert len({u["pledge_month"] for u in pledged(everybody)}) == 5
    assert any(int(u["pledge_workers"]) > int(u["asn"]) for u in pledged(everybody))
    assert all(
        len({u["asn"] for u in outside(units("contoh", s))}) >= least
        for s, least in (("opd", 5), ("kecamatan", 4), ("other", 1))
    )
    enrolled = [e for _, e in published_history("contoh")]
    assert len(enrolled) == 6 and sum(later < earlier for earlier, later in itertools.pairwise(enrolled)) == 1
    assert {u[c] for u in everybody for c in ("asn_basis", "enrolled_basis")} == {"published"}
    tiles = table("baselines/contoh/tiles.csv")
    assert [(k["code"], k["name"]) for k in tiles] == [
        (u["code"], u["name"]) for u in units("contoh", "kecamatan")
    ]
    assert len({(k["tile_row"], k["tile_column"]) for k in tiles}) == 12


def test_contoh_bears_no_real_name():
    real = {k["name"] for k in table("kecamatan.csv")} | {"Kendal"}
    real |= {
        o[c] for o in table("opd_names.csv") for c in ("abbreviation", "name", "name_before_2026") if o[c]
    }
    assert len(real) > 80
    invented = "\n".join(p.read_text(encoding="utf-8") for p in (DATA / "baselines" / "contoh").iterdir())
    assert [
        name for name in sorted(real) if re.search(rf"\b{re.escape(name)}\b", invented, re.IGNORECASE)
    ] == []
    assert not any(u["code"].startswith("33.") for u in units("contoh"))


# ---- Kepulauan Selayar

SELAYAR = "selayar-2023-03"


def test_selayar_is_one_unit_with_what_the_press_gave_and_nothing_allocated():
    (unit,) = units(SELAYAR)
    assert (unit["asn"], unit["enrolled"], unit["pledge_month"]) == ("3600", "206", "")
    assert unit["asn_basis"] == unit["enrolled_basis"] == "published"
    baseline = content(f"baselines/{SELAYAR}/baseline.json")
    assert [key for key in baseline] == KEYS and baseline["deaths"] is None
    assert published_history(SELAYAR) == [("2021-05", 0), ("2023-03", 206)]
    assert facts(SELAYAR) == {
        "asn_total": 3600,
        "enrolled_total": 206,
        "coverage_share": round(206 / 3600, 4),
        "offices": 38,
        "offices_participating": 16,
    }


def test_the_actuals_of_selayar_name_the_press_they_were_read_in():
    recorded = table("actuals/kabupaten-kepulauan-selayar.csv")
    assert [(row["month"], row["enrolled"], row["file"][:3]) for row in recorded] == [
        ("2023-09", "468", "S72"),
        ("2024-04", "496", "S73"),
    ]
    sources = content("sources.json")
    for row in recorded:
        assert row["enrolled"] in sources[row["file"][:3]]["supports"]["id"]
        assert sources[row["file"][:3]]["date"][:7] == row["month"]


# ---- sources and texts


def every_value(value, path=""):
    """All (path, value) pairs inside a JSON value."""
    yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from every_value(part, f"{path}.{key}")


FILES = [
    "sources.json",
    "programme.json",
    *(f"baselines/{name}/baseline.json" for name in (*BASELINES, SELAYAR)),
]


@pytest.mark.parametrize("file", FILES)
def test_every_source_named_anywhere_is_in_the_list_of_sources(file):
    known = content("sources.json")
    named = {v for path, v in every_value(content(file)) if path.endswith(".source")}
    named |= {
        key for _, v in every_value(content(file)) if isinstance(v, str) for key in re.findall(r"\bS\d+\b", v)
    }
    assert named and named <= known.keys()


def numbers(text, swap):
    """The numbers of a text as the other language would write them, if `swap`, in order of size."""
    return sorted(
        n.translate(str.maketrans(".,", ",.")) if swap else n for n in re.findall(r"\d(?:[\d.,]*\d)?", text)
    )


@pytest.mark.parametrize("file", FILES)
def test_both_languages_are_complete_and_give_the_same_numbers(file):
    texts = [
        (path, v) for path, v in every_value(content(file)) if isinstance(v, dict) and v.keys() & {"id", "en"}
    ]
    assert texts
    for path, text in texts:
        assert list(text) == ["id", "en"] and all(text.values()), path
        assert numbers(text["id"], swap=True) == numbers(text["en"], swap=False), path


def test_sources_md_is_written_from_sources_json():
    render = runpy.run_path(str(ROOT / "docs" / "make_sources.py"))["render"]
    assert (ROOT / "docs" / "sources.md").read_text(encoding="utf-8") == render(content("sources.json"))


def test_every_source_has_a_basis_a_publisher_and_a_date():
    for key, source in content("sources.json").items():
        may = [key for key in ("results", "region") if key in source]
        keys = ["title", "publisher", "date", "basis", "supports", *may]
        assert list(source) == keys, key
        assert source["basis"] == "derived" or "results" not in source, key
        assert re.fullmatch(r"S[1-9]\d*", key) and source["basis"] in ("published", "derived", "assumed"), key
        assert (
            all(source["publisher"].values())
            and not any(" / " in name for name in source["publisher"].values())
            and re.fullmatch(r"–|\d{4}(-\d\d){0,2}", source["date"])
        ), key
        assert (source["publisher"]["en"] == "–") == (source["basis"] != "published"), key
