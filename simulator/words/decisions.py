"""The status of a scenario, what it allows, and its decision log."""

from simulator.model.beside_settings import Status
from simulator.words import Lang, text

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
    "status.label": ("Status: {status}", "Status: {status}"),
    "status.parent": ("Salinan dari “{name}”", "Copied from “{name}”"),
    "status.propose": ("Usulkan", "Propose"),
    "status.propose_help": (
        "Menandai skenario ini sebagai usulan untuk rapat. Masih dapat diubah.",
        "Marks this scenario as proposed to the meeting. It can still be changed.",
    ),
    "status.withdraw": ("Kembalikan ke rancangan", "Back to draft"),
    "status.agree": ("Sepakati…", "Agree…"),
    "status.agree_needs_file": (
        "Simpan dulu, lalu skenario ini dapat disepakati.",
        "Save it first; then it can be agreed.",
    ),
    "status.agree_needs_decision": (
        "Agar dapat disepakati, catat dulu satu keputusan dengan penanggung jawabnya.",
        "To agree on it, first record one decision and its owner.",
    ),
    "status.agree_sure": (
        "Setelah disepakati, “{name}” disimpan dan terkunci: tidak dapat diubah lagi, hanya disalin.",
        "Once agreed, “{name}” is saved and locked: it can no longer be changed, only copied.",
    ),
    "status.agree_yes": ("Ya, sepakati dan kunci", "Yes, agree and lock"),
    "status.agree_no": ("Belum", "Not yet"),
    "status.locked": (
        "Skenario ini disepakati, jadi terkunci. Bila tuas digeser atau tombol di bawah ditekan, dibuat salinan; skenario yang disepakati tidak berubah.",
        "This scenario is agreed and therefore locked. Moving a lever or pressing the button below makes a copy; the agreed one stays as it is.",
    ),
    "status.copy": ("Buat salinan untuk diubah", "Make a copy to change"),
    "status.copied": (
        "“{parent}” sudah disepakati, jadi terkunci. Perubahan Anda masuk ke salinan baru: “{name}”. Urungkan untuk kembali.",
        "“{parent}” is agreed and therefore locked. Your change went into a new copy: “{name}”. Undo leads back.",
    ),
    "decisions.title": ("Catatan keputusan ({count})", "Decision log ({count})"),
    "decisions.none": (
        "Belum ada catatan. Tulis pertanyaannya dan dugaan peserta rapat sebelum tuas digeser.",
        "Nothing is written down yet. Write the question, and what the room expects, before a lever is moved.",
    ),
    "decisions.add": ("Tambah catatan", "Add an entry"),
    "decisions.edit": ("Ubah", "Edit"),
    "decisions.edit_which": ("Ubah catatan {number}", "Edit entry {number}"),
    "decisions.remove": ("Hapus", "Remove"),
    "decisions.remove_which": ("Hapus catatan {number}", "Remove entry {number}"),
    "decisions.full": (
        "Catatan sudah {most}, paling banyak yang dapat disimpan.",
        "There are {most} entries, the most that can be kept.",
    ),
    "decisions.entry": ("Catatan keputusan", "Entry of the decision log"),
    "decisions.offer": ("Pakai hasil sekarang: “{sentence}”", "Use the present result: “{sentence}”"),
    "decisions.take": ("Masukkan ke catatan", "Put into the log"),
    "decisions.needs_question": ("Pertanyaan masih kosong.", "The question is empty."),
    "decisions.kept_on_saving": (
        "Catatan ini disimpan bersama skenario.",
        "The log is saved with the scenario.",
    ),
}


def status_name(status: Status, lang: Lang) -> str:
    """Rancangan, Diusulkan or Disepakati."""
    return text(f"status.{status}", lang)
