"""The status of a scenario and its decision log."""

from simulator.model.scenario import Status
from simulator.report.wording import Lang, text

TEXTS = {
    "status.draft": ("Rancangan", "Draft"),
    "status.proposed": ("Diusulkan", "Proposed"),
    "status.agreed": ("Disepakati", "Agreed"),
    "decisions.question": ("Pertanyaan", "Question"),
    "decisions.expectation": ("Dugaan sebelum dihitung", "Expected beforehand"),
    "decisions.finding": ("Hasil hitungan", "Finding"),
    "decisions.decision": ("Keputusan", "Decision"),
    "decisions.owner": ("Penanggung jawab", "Owner"),
    "decisions.date": ("Tanggal", "Date"),
}


def status_name(status: Status, lang: Lang) -> str:
    """Rancangan, Diusulkan or Disepakati."""
    return text(f"status.{status}", lang)
