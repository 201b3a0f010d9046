"""Nothing of one regency is used for another: its data, codes, deaths and overrides."""

import json
import shutil
from datetime import datetime

import pytest

from simulator.__main__ import main
from simulator.errors import UserError
from simulator.intake.baseline_proposal import Request, confirm_baseline, propose_baseline
from simulator.intake.facts import Receipt
from simulator.intake.rebaseline import propose_rebaseline
from simulator.intake.spreadsheet import read_text
from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.parts import Override
from simulator.model.payouts import death_rate
from simulator.planning.other_data import on_other_data
from simulator.store import places
from simulator.store.baseline_files import read_baseline, read_baseline_named
from simulator.store.places import BASELINES
from simulator.store.scenario_store import load
from simulator.words.errors import problem_text
from simulator.words.intake import note_text

AUGUST = "Nama OPD;ASN;Peserta\nDinas Sosial;404;80\nDinas Tenaga Kerja;626;0\nDinas Perhubungan;68;68\nDinas Pasar;90;9\n"
MERGED = (
    "Nama OPD;ASN;Peserta\nDinas Sosial dan Tenaga Kerja;1030;80\nDinas Perhubungan;68;68\nDinas Pasar;90;9\n"
)
BANDUNG = "bandung-2025-08"
WHOLE = Override(unit="OPD-01", target_share=1.0, workers_per_asn=None, join_month=None)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The shipped data, and those of Kota Bandung in August."""
    found = shutil.copytree(BASELINES, tmp_path / "baselines")
    monkeypatch.setattr(places, "BASELINES", found)
    confirm_baseline(laid(AUGUST, None, "2025-08", BANDUNG))
    return found


def laid(text, upon, month, name="uji", region="Kota Bandung", **request):
    receipt = Receipt("daftar.csv", "", datetime(2026, 11, 22))
    wanted = Request(name, upon, month, "" if upon else region, **request)
    return propose_baseline([read_text(text, "daftar.csv")], wanted, receipt, "id")


def refused(*args, **request):
    with pytest.raises(UserError) as caught:
        laid(*args, **request)
    (problem,) = caught.value.problems
    assert problem_text(problem, "en")
    return problem_text(problem, "id")


@pytest.mark.parametrize("region", ["Kota Bandung", "KOTA BANDUNG", "Bandung"])
def test_a_regency_that_has_data_is_not_begun_anew(folder, region):
    noted = refused(AUGUST, None, "2025-12", region=region)
    assert "sudah punya data" in noted and f"data dasar {BANDUNG}," in noted


def test_the_kabupaten_of_a_name_is_another_regency_than_the_kota(folder):
    assert laid(AUGUST, None, "2025-12", region="Kabupaten Bandung").facts.region == "Kabupaten Bandung"


def test_offices_no_longer_on_a_list_are_reported_with_their_asn_and_enrolled(folder):
    noted = [note_text(note, "id") for note in laid(MERGED, BANDUNG, "2025-11").notes]
    assert any(
        line.startswith("2 unit tidak ada dalam daftar ini") and "(1.030 ASN, 80 peserta)" in line
        for line in noted
    )
    noted = [note_text(note, "id") for note in laid(MERGED, BANDUNG, "2025-11", complete=True).notes]
    assert (
        "2 unit tidak ada lagi: Dinas Sosial, Dinas Tenaga Kerja (1.030 ASN, 80 peserta)." in noted
        and "1 unit baru, belum ada dalam data: Dinas Sosial dan Tenaga Kerja (1.030 ASN, 80 peserta)."
        in noted
    )


def test_a_code_that_an_office_once_had_is_never_given_to_another(folder):
    merged = confirm_baseline(laid(MERGED, BANDUNG, "2025-11", "bandung-2025-11", complete=True))
    codes = {unit.name: unit.code for unit in read_baseline_named(BANDUNG).units}
    assert {unit.name: unit.code for unit in merged.units} == {
        "Dinas Sosial dan Tenaga Kerja": "OPD-05",
        "Dinas Perhubungan": codes["Dinas Perhubungan"],
        "Dinas Pasar": codes["Dinas Pasar"],
    }
    later = laid(MERGED + "Dinas Tani;20;0\n", "bandung-2025-11", "2025-12", complete=True)
    assert next(u.code for u in later.units if u.name == "Dinas Tani") == "OPD-06"


def test_a_special_setting_of_one_regency_never_binds_an_office_of_another(folder, tmp_path, capsys):
    scenario = load("komitmen-september").scenario
    made_for = scenario.model_copy(update={"baseline": BANDUNG, "overrides": (WHOLE,)})
    kendal, bandung = read_baseline_named("kendal-2025-08"), read_baseline_named(BANDUNG)
    moved, lost = on_other_data(made_for, bandung, kendal)
    assert moved.overrides == () and lost == made_for.overrides
    path = tmp_path / "uji.json"
    path.write_text(json.dumps(made_for.model_dump(mode="json")), encoding="utf-8")
    assert main(["check", str(path), "--baseline", BANDUNG]) == 0
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main(["check", str(path), "--baseline", "kendal-2025-08"])
    output = capsys.readouterr().err
    assert ended.value.code == 2
    assert "'OPD-01' dibuat untuk Dinas Sosial (Kota Bandung)" in output and "adalah Diskominfo." in output


def test_a_special_setting_whose_data_are_not_here_is_reported(tmp_path, capsys):
    scenario = load("komitmen-september").scenario
    away = scenario.model_copy(update={"baseline": "jauh", "overrides": (WHOLE,)})
    path = tmp_path / "uji.json"
    path.write_text(json.dumps(away.model_dump(mode="json")), encoding="utf-8")
    assert main(["check", str(path), "--baseline", "kendal-2025-08"]) == 0
    assert "OPD-01 = Diskominfo" in capsys.readouterr().err


# ---- deaths


def test_deaths_without_a_history_are_refused_in_a_list_and_in_a_file(folder):
    assert "belum ada riwayat peserta" in refused(AUGUST, None, "2025-08", region="Kota Lain", deaths=3)
    path = folder / BANDUNG / "baseline.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    assert facts["deaths"] is None
    facts["deaths"] = {"value": 3.0, "basis": "published", "source": "S20"}
    path.write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_baseline_named(BANDUNG)
    assert [p.code for p in caught.value.problems] == ["deaths_without_history"]


def test_unknown_deaths_leave_the_prior_alone(folder):
    risk = load("komitmen-september").scenario.risk
    bandung, kendal = read_baseline_named(BANDUNG), read_baseline_named("kendal-2025-08")
    assert death_rate(risk, bandung) * 1000 == pytest.approx(6.4)
    assert death_rate(risk, kendal) * 1000 == pytest.approx(5.06, abs=0.005)
    later = laid(AUGUST, BANDUNG, "2026-08")
    assert later.facts.deaths is None and any(note.code == "deaths_unknown" for note in later.notes)
    assert laid(AUGUST, BANDUNG, "2026-08", deaths=2).facts.deaths.value == 2


def test_what_nobody_gave_in_data_of_the_first_version_is_unknown(folder):
    path = folder / BANDUNG / "baseline.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    facts["deaths"] = {"value": 0.0, "basis": "assumed", "source": "S20"}
    path.write_text(json.dumps(facts), encoding="utf-8")
    assert read_baseline(folder / BANDUNG).facts.deaths is None


def test_deaths_recorded_in_every_month_since_the_first_are_known_in_a_new_start(folder):
    records = [
        Record("2025-12-01T08:00:00", "", "a.csv", month, TOTAL, {"enrolled": 157, "deaths": deaths})
        for month, deaths in (("2025-09", 1), ("2025-10", 0))
    ]
    every = tuple(
        Record("2025-12-01T08:00:00", "", "a.csv", "2025-10", u.code, {"enrolled": u.enrolled})
        for u in read_baseline_named(BANDUNG).units
    )
    start = propose_rebaseline(
        BANDUNG, Actuals((*records, *every)), "2025-10", Receipt("", "", datetime(2025, 12, 1))
    )
    assert start.facts.deaths.value == 1 and len(start.facts.history) == 3
