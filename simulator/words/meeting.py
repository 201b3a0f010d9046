"""The meeting mode: one finding, one number, one lever, and the keys."""

TEXTS = {
    "page.meeting": ("Rapat (M)", "Meeting (M)"),
    "meeting.target": (
        "Target {share} akhir {month:unbroken}",
        "The target of {share} at the end of {month:unbroken}",
    ),
    "meeting.recorded_met": ("{target} tercapai menurut realisasi.", "{target} was met as recorded."),
    "meeting.recorded_missed": (
        "{target} tidak tercapai menurut realisasi: kurang {gap} pekerja.",
        "{target} was not met as recorded: {gap} workers short.",
    ),
    "meeting.met": ("{target} tercapai.", "{target} is met."),
    "meeting.met_until": (
        "{target} tercapai, tetapi turun lagi di bawah target mulai {month:unbroken}.",
        "{target} is met, but lost again from {month:unbroken}.",
    ),
    "meeting.missed": (
        "{target} belum tercapai: kurang {gap} pekerja.",
        "{target} is not met: {gap} workers short.",
    ),
    "meeting.missed_barely": (
        "{target} belum tercapai: kurang dari satu pekerja lagi.",
        "{target} is not met: less than one worker short.",
    ),
    "meeting.met_later": ("Baru tercapai {month:unbroken}.", "It is met only in {month:unbroken}."),
    "meeting.beyond": ("{target} di luar masa proyeksi.", "{target} lies beyond the projection."),
    "meeting.before": (
        "{target} mendahului data {baseline:unbroken}.",
        "{target} lies before the data of {baseline:unbroken}.",
    ),
    "meeting.last_met": (
        "Pada {last:unbroken} jumlahnya sudah cukup.",
        "In {last:unbroken} there are enough.",
    ),
    "meeting.last_short": (
        "Pada {last:unbroken} masih kurang {gap} pekerja.",
        "In {last:unbroken} it is {gap} workers short.",
    ),
    "meeting.last_barely": (
        "Pada {last:unbroken} kurang dari satu pekerja lagi.",
        "In {last:unbroken} it is less than one worker short.",
    ),
    "meeting.enrolled_in": ("peserta pada {month:unbroken}", "enrolled in {month:unbroken}"),
    "meeting.since_change": ("dibanding sebelum perubahan", "compared with before the change"),
    "meeting.same": ("sama dengan sebelum perubahan", "as before the change"),
    "meeting.before_change": ("sebelum perubahan", "before the change"),
    "meeting.before_line": ("Sebelum", "Before"),
    "meeting.place": ("Skenario {number} dari {count}", "Scenario {number} of {count}"),
    "meeting.copied": (
        "Yang disepakati tetap; perubahan masuk ke salinan ini.",
        "What was agreed stays; the change went into this copy.",
    ),
    "meeting.gone": (
        "{count} skenario tidak ada lagi atau tidak terbaca: {names}",
        "{count} no longer there or unreadable: {names}",
    ),
    "meeting.list": ("Pilih skenario", "Choose scenarios"),
    "meeting.replay": ("Putar ulang perubahan terakhir", "Replay the last change"),
    "meeting.leave": ("Keluar", "Leave"),
    "meeting.previous_lever": ("Tuas sebelumnya", "Previous lever"),
    "meeting.next_lever": ("Tuas berikutnya", "Next lever"),
    "meeting.keys": (
        "← → PageUp PageDown: skenario · 1–7: tuas · Z: urungkan · Y: ulangi · P: putar ulang · S: pilih skenario · M atau Esc: keluar · K: tombol",
        "← → PageUp PageDown: scenario · 1–7: lever · Z: undo · Y: redo · P: replay · S: choose scenarios · M or Esc: leave · K: keys",
    ),
    "meeting.lever_has_keys": (
        "Tombol panah menggerakkan tuas. Esc: kembali ke skenario.",
        "Arrow keys move the lever. Esc: back to the scenarios.",
    ),
    "meeting.choose": (
        "Skenario yang ditampilkan, sesuai urutan memilihnya",
        "Scenarios to show, in the order chosen",
    ),
    "meeting.choose_none": ("Belum ada yang dipilih", "None chosen yet"),
    "meeting.choose_kept": (
        "Skenario dengan perubahan yang belum disimpan tetap dalam daftar.",
        "Scenarios with unsaved changes stay in the list.",
    ),
    "meeting.choose_done": ("Mulai", "Start"),
    "meeting.save_title": ("Simpan perubahan sebelum keluar?", "Save changes before leaving?"),
    "meeting.save_all": ("Simpan dan keluar", "Save and leave"),
    "meeting.save_later": ("Keluar, simpan nanti", "Leave, save later"),
    "meeting.save_later_help": (
        "Perubahan tetap ada saat mode rapat dibuka lagi dari jendela ini.",
        "The changes are still there when the meeting mode is opened again from this window.",
    ),
    "meeting.kept": (
        "Belum disimpan, tetap dalam daftar rapat: {names}.",
        "Not saved, still in the meeting's list: {names}.",
    ),
}
