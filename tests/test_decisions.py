"""The decision log in words."""

from simulator.model.beside_settings import Decision
from simulator.report.tables.decisions import decision_columns, decision_rows
from simulator.store.scenario_store import load
from simulator.words.decisions import status_name

ASKED = Decision(
    question="Cukupkah 70 %?", expectation="Ya", finding="", decision=" ", owner="", date="2026-11-22"
)
SETTLED = ASKED.model_copy(
    update={"finding": "Kurang 12", "decision": "Naikkan ke 72 %", "owner": "Sekda", "date": "2026-12-01"}
)


def test_the_log_reads_question_expectation_finding_decision_owner_and_day_and_a_dash_where_nothing_was_written():
    scenario = load("komitmen-september").scenario.model_copy(update={"decisions": (ASKED, SETTLED)})
    assert decision_columns("id") == [
        "Pertanyaan",
        "Dugaan sebelum dihitung",
        "Hasil hitungan",
        "Keputusan",
        "Penanggung jawab",
        "Tanggal",
    ]
    assert decision_rows(scenario, "id") == [
        ["Cukupkah 70 %?", "Ya", "–", "–", "–", "22 November 2026"],
        ["Cukupkah 70 %?", "Ya", "Kurang 12", "Naikkan ke 72 %", "Sekda", "1 Desember 2026"],
    ]
    assert [row[-1] for row in decision_rows(scenario, "en")] == ["22 November 2026", "1 December 2026"]
    assert decision_rows(load("komitmen-september").scenario, "id") == []


def test_a_status_has_a_name_in_both_languages():
    assert [status_name(s, "id") for s in ("draft", "proposed", "agreed")] == [
        "Rancangan",
        "Diusulkan",
        "Disepakati",
    ]
    assert [status_name(s, "en") for s in ("draft", "proposed", "agreed")] == ["Draft", "Proposed", "Agreed"]
