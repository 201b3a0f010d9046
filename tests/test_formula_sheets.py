"""The calculating sheets: after a change in a spreadsheet, their months are those of the model with the same change."""

import io
import re
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
from handout_cases import PROGRAMME, TODAY, contexts_of, projected
from spreadsheets import libreoffice

from simulator.handouts.formulas.inputs import INPUTS
from simulator.handouts.formulas.places import MONTH_COLUMNS, UNIT_COLUMNS
from simulator.handouts.workbook import workbook_bytes
from simulator.model.metrics import COLUMNS, METRICS, target_workers
from simulator.model.parts import Override
from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, Scenario, with_override, with_values
from simulator.words.settings import setting_label, setting_value_text

SHEETS = {
    "id": ("Hitung ulang", "Hitung kursi", "Hitung peserta", "Hitung per bulan"),
    "en": ("Recalculate", "Recalculated seats", "Recalculated enrolled", "Recalculated months"),
}
RETENTION = {"retention.lapse_share_per_month": 0.03, "retention.refill_share_per_month": 0.4}
SHARES = {f"participation.{s}.target_share": 0.7 for s in ("opd", "kecamatan", "other")}
MONEY = {
    "contribution.income_base_idr": 2_000_000.0,
    "contribution.include_jht": True,
    "contribution.transport_share": 0.3,
    "risk.deaths_per_1000_year": 9.0,
    "risk.scholarship_per_death_idr": 6_000_000.0,
}
QUEUE = {
    "participation.opd.new_units_per_month": 0.4,
    "participation.other.new_units_per_month": 0.05,
    "monev.first_month": "2025-10",
    "monev.every_months": 4,
    "monev.new_opd": 2,
    "monev.new_kecamatan": 1,
    "delivery.join_delay_months": 2,
    "delivery.realised_share": 0.6,
    "delivery.pledge_share": 0.8,
}
GROWTH = {
    "growth.background_share_per_month": 0.002,
    "growth.push_share": 0.1,
    "growth.push_half_life_months": 2.5,
    "growth.push_repeat_factor": 0.4,
    "growth.ceiling_share": 0.7,
    "monev.first_month": "2025-05",
    "monev.every_months": 2,
}
ONLY_THE_FIRST_PUSHES = {"growth.push_repeat_factor": 0.0}
SINCE_LONG_AGO = {"monev.first_month": "2000-01"}
CASES = {
    "retention and money": (
        "dua-puluh-persen-2026",
        "id",
        RETENTION | MONEY | GROWTH | ONLY_THE_FIRST_PUSHES,
    ),
    "floors of three": (
        "komitmen-september",
        "en",
        SHARES
        | GROWTH
        | SINCE_LONG_AGO
        | {"participation.opd.ramp_months": 7, "participation.opd.curve": "s-curve"},
    ),
    "queue": (
        "komitmen-september",
        "id",
        QUEUE | SHARES | GROWTH | {"monev.meetings": 4, "workforce.asn_growth_per_year": -0.03},
    ),
    "nobody meets": (
        "contoh",
        "en",
        {
            "monev.first_month": None,
            "participation.kecamatan.curve": "front-loaded",
            "participation.opd.curve": "step",
            "risk.prior_person_years": 2200.0,
            "contribution.relief_applies": False,
        },
    ),
}


def opened(data: bytes, values: bool = False):
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def to_read(*projections, lang: str = "id"):
    """A workbook whose sheets are read when their rows are requested."""
    data = workbook_bytes(contexts_of(*projections), lang, TODAY)
    return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)


def months_of(sheet) -> dict[str, list[float]]:
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    return {name: [row[at] for row in rows] for at, name in enumerate(MONTH_COLUMNS)}


def typed(value, lang: str):
    """A value as a planner would type it into its cell."""
    if isinstance(value, bool):
        return {"id": ("tidak", "ya"), "en": ("no", "yes")}[lang][value]
    if value in ("s-curve", "front-loaded", "step"):
        return setting_value_text("participation.opd.curve", value, lang)
    if isinstance(value, str) and value[:2] == "20":
        return datetime.strptime(value, "%Y-%m")
    return {"id": "tidak pernah", "en": "never"}[lang] if value == "never" else value


def changed(data: bytes, lang: str, changes: dict, overrides: tuple[Override, ...]) -> bytes:
    """The workbook after typing into yellow cells; formulas lose their stored values."""
    book = opened(data)
    inputs, seats, *_ = (book[name] for name in SHEETS[lang])
    rows = {row[0].value: row[1] for row in inputs.iter_rows()}
    for path, value in changes.items():
        rows[setting_label(path, lang)].value = typed(value, lang)
    units = {row[0].value: row for row in seats.iter_rows(min_row=2)}
    for override in overrides:
        for name in ("target_share", "workers_per_asn", "join_month"):
            if (value := getattr(override, name)) is not None:
                units[override.unit][UNIT_COLUMNS.index(name)].value = typed(value, lang)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def overrides_of(scenario: Scenario) -> tuple[Override, ...]:
    """Two overrides: of an office of any kind, and of one outside that joins by itself or never."""
    kendal = scenario.baseline != "contoh"
    first, second, third = ("OPD-01", "OPD-30", "OPD-24") if kendal else ("DC-01", "DC-20", "DC-09")
    return (
        Override(unit=first, target_share=0.3, workers_per_asn=None, join_month=None),
        Override(unit=second, target_share=0.9, workers_per_asn=1.5, join_month="2026-02"),
        Override(unit=third, target_share=None, workers_per_asn=None, join_month="never"),
    )


@pytest.fixture(scope="module")
def recalculated():
    """By case: the sheet of months as LibreOffice computes it after the changes, and the model's projection with them."""
    files, expected = {}, {}
    for case, (stem, lang, changes) in CASES.items():
        before = projected(stem)
        overrides = overrides_of(before.scenario) if case in ("queue", "floors of three") else ()
        data = workbook_bytes(contexts_of(before), lang, TODAY)
        files[f"{case}.xlsx"] = changed(data, lang, changes, overrides)
        scenario = with_values(before.scenario, changes)
        for override in overrides:
            scenario = with_override(scenario, override)
        expected[case] = project(scenario, before.baseline, PROGRAMME)
        assert abs(expected[case].payouts_idr - before.payouts_idr).max() > 1
    done = libreoffice(files, "xlsx")
    return {
        case: (months_of(opened(done[case], values=True)[SHEETS[CASES[case][1]][-1]]), expected[case])
        for case in CASES
    }


@pytest.mark.filterwarnings("ignore:Unable to read chart")  # as LibreOffice writes them
@pytest.mark.parametrize("case", CASES)
def test_changed_inputs_give_the_months_of_run(recalculated, case):
    found, p = recalculated[case]
    assert len(found["t"]) == len(p.months)
    for name in COLUMNS:
        assert found[name] == pytest.approx(METRICS[name].series(p).tolist(), rel=1e-9, abs=1e-9), name
    assert found["target"] == target_workers(p).tolist()


def test_every_input_is_a_coloured_cell_with_unit_bounds_mark_and_source():
    p = projected("dua-puluh-persen-2026")
    book = opened(workbook_bytes(contexts_of(p), "id", TODAY))
    sheet = book["Hitung ulang"]
    rows = {row[0].value: row for row in sheet.iter_rows()}
    for path in INPUTS:
        _, cell, unit, bounds, mark, source = rows[setting_label(path, "id")]
        assert cell.fill.start_color.rgb == "FFFFF3C4" and not sheet.protection.sheet, path
        assert mark.value and source.value and (bounds.value or path == "monev.first_month"), path
        assert unit.value or SETTINGS[path].kind not in ("int", "float"), path
        (rule,) = (r for r in sheet.data_validations.dataValidation if cell.coordinate in r.sqref)
        kind, low, high = SETTINGS[path].kind, SETTINGS[path].low, SETTINGS[path].high
        if kind in ("int", "float"):
            assert rule.type == {"int": "whole", "float": "decimal"}[kind]
            assert (float(rule.formula1), float(rule.formula2)) == (low, high) and rule.error
        else:
            assert rule.type == {"choice": "list", "switch": "list", "month": "date"}[kind]


def test_what_the_sheet_cannot_do_is_reported_on_it():
    for lang, words in (
        ("id", "Tidak dapat diubah di sini: lama proyeksi"),
        ("en", "Not to be changed here: length of the projection"),
    ):
        sheet = to_read(projected("contoh"), lang=lang)[SHEETS[lang][0]]
        assert any(str(row[0].value).startswith(words) for row in sheet.iter_rows())


def test_only_the_scenario_in_hand_is_computed():
    """Beside two others; the results on the sheet are those of the first."""
    p, *others = (projected(stem) for stem in ("dua-puluh-persen-2026", "contoh", "komitmen-september"))
    book = to_read(p, *others)
    rows = {row[0].value: row for row in book["Hitung ulang"].iter_rows()}
    assert rows["Hitung ulang skenario “20 % pada Desember 2026”"]
    at = p.months.tolist().index(2026 * 12 + 11)
    assert (
        rows["Peserta pada Desember 2026"][1].value
        == rows["Peserta pada Desember 2026"][3].value
        == p.enrolled[at]
    )
    paid = rows["Jumlah iuran seluruhnya sampai Agustus 2027"]
    assert paid[1].value == pytest.approx(p.contributions_idr[1:].sum(), rel=1e-12)


def test_a_column_of_given_amounts_names_each_rule_that_gives_them():
    later = PROGRAMME.rates[-1].model_copy(
        update={"in_force_from": "2027-01", "source": "S2", "basis": "assumed"}
    )
    relief = PROGRAMME.relief[1].model_copy(update={"source": "S3"})
    other = PROGRAMME.model_copy(
        update={"rates": (*PROGRAMME.rates, later), "relief": (PROGRAMME.relief[0], relief)}
    )
    given = projected("dua-puluh-persen-2026")
    c = replace(
        contexts_of(given)[0], projection=project(given.scenario, given.baseline, other), programme=other
    )
    sheet = opened(workbook_bytes([c], "en", TODAY))[SHEETS["en"][3]]
    titles = {name: cell.value for name, cell in zip(MONTH_COLUMNS, sheet[1])}
    assert titles["jkm_idr"].endswith(f"(published, {PROGRAMME.rates[-1].source}; assumption, S2)")
    assert titles["relief_transport"].endswith(f"(published, {PROGRAMME.relief[0].source})")
    assert titles["relief_others"].endswith("(published, S3)")


def test_every_input_is_named_by_a_formula():
    """An input that no formula reads would change nothing."""
    book = opened(workbook_bytes(contexts_of(projected("contoh", horizon_months=2)), "id", TODAY))
    inputs = {row[0].value: row[0].row for row in book["Hitung ulang"].iter_rows() if row[0].value}
    named = set()
    for sheet in (book[name] for name in SHEETS["id"]):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    named |= set(re.findall(r"'Hitung ulang'!\$B\$(\d+)", cell.value))
    for path in INPUTS:
        assert str(inputs[setting_label(path, "id")]) in named, path
