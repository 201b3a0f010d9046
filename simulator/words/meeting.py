"""The meeting mode: one finding, one number, one lever, and the keys."""

TEXTS = {
    "page.meeting": ("Rapat (M)", "Meeting (M)"),
    "meeting.target": (
        "Target {share} akhir {month}",
        "The target of {share} at the end of {month}",
    ),
    "meeting.unbroken": ("{month:unbroken}", "{month:unbroken}"),
    "meeting.recorded_met": ("{target} tercapai menurut realisasi.", "{target} was met as recorded."),
    "meeting.recorded_missed": (
        "{target} tidak tercapai menurut realisasi: kurang {gap} pekerja.",
        "{target} was not met as recorded: {gap} workers short.",
    ),
    "meeting.recorded_not_met": (
        "{target} tidak tercapai menurut realisasi.",
        "{target} was not met as recorded.",
    ),
    "meeting.met": ("{target} tercapai.", "{target} is met."),
    "meeting.met_projected": (
        "{target} tercapai bila semua berjalan sesuai rencana{chance}.",
        "{target} is met if everything goes to plan{chance}.",
    ),
    "meeting.missed": (
        "{target} belum tercapai: kurang {gap} pekerja.",
        "{target} is not met: {gap} workers short.",
    ),
    "meeting.missed_past": (
        "{target} tidak tercapai menurut skenario ini: kurang {gap} pekerja.",
        "{target} is not met in this scenario: {gap} workers short.",
    ),
    "meeting.missed_barely_past": (
        "{target} tidak tercapai menurut skenario ini: kurang dari satu pekerja lagi.",
        "{target} is not met in this scenario: less than one worker short.",
    ),
    "meeting.missed_barely": (
        "{target} belum tercapai: kurang dari satu pekerja lagi.",
        "{target} is not met: less than one worker short.",
    ),
    "meeting.target_past": (
        "Bulan target, {month:unbroken}, sudah lewat.",
        "The target month, {month:unbroken}, is past.",
    ),
    "meeting.beyond": ("{target} di luar masa proyeksi.", "{target} lies beyond the projection."),
    "meeting.before": (
        "{target} mendahului data {baseline:unbroken}.",
        "{target} lies before the data of {baseline:unbroken}.",
    ),
    "meeting.in_month": ("Pada {month}", "In {month}"),
    "meeting.in_month_recorded": ("Menurut realisasi {month:unbroken}", "As recorded, in {month:unbroken}"),
    "meeting.enough_in": ("{when} cukup untuk {share}.", "{when} there are enough for {share}."),
    "meeting.short_in": (
        "{when} kurang {gap} pekerja untuk {share}.",
        "{when} it is {gap} workers short of {share}.",
    ),
    "meeting.barely_in": (
        "{when} kurang dari satu pekerja lagi untuk {share}.",
        "{when} it is less than one worker short of {share}.",
    ),
    "meeting.enrolled_in": ("peserta pada {month:unbroken}", "enrolled in {month:unbroken}"),
    "meeting.enrolled_projected": (
        "peserta pada {month} menurut proyeksi",
        "enrolled in {month} as projected",
    ),
    "meeting.enrolled_in_recorded": (
        "peserta pada {month:unbroken} menurut proyeksi; realisasi {actual}",
        "enrolled in {month:unbroken} as projected; {actual} recorded",
    ),
    "meeting.since_change": ("dibanding sebelum perubahan", "compared with before the change"),
    "meeting.same": ("jumlah ini sama dengan sebelum perubahan", "this number is as before the change"),
    "meeting.same_number": (
        "peserta tetap; kekurangannya berubah",
        "enrolment as before; what is missing has changed",
    ),
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
        "← →: skenario · 1–9: tuas · , dan . : bulan · Z, Y: urungkan, ulangi · P: putar ulang · B: yang wajar · S: pilih skenario · M, Esc: keluar · K: tombol",
        "← →: scenario · 1–9: lever · , and . : month · Z, Y: undo, redo · P: replay · B: likely · S: choose scenarios · M, Esc: leave · K: keys",
    ),
    "meeting.month": ("Bulan yang dibahas", "Month in question"),
    "meeting.reach.opd.some": (
        "Berlaku bagi OPD yang ikut. Tidak termasuk: {units} OPD yang belum ikut, kecamatan, dan ASN lainnya.",
        "Asked of the OPD that take part. Left out: {units} OPD that do not, kecamatan and other ASN.",
    ),
    "meeting.reach.opd.all": (
        "Berlaku bagi semua OPD. Tidak termasuk: kecamatan dan ASN lainnya.",
        "Asked of all OPD. Left out: kecamatan and other ASN.",
    ),
    "meeting.reach.kecamatan.some": (
        "Berlaku bagi kecamatan yang ikut. Tidak termasuk: {units} kecamatan yang belum ikut, OPD, dan ASN lainnya.",
        "Asked of the kecamatan that take part. Left out: {units} kecamatan that do not, OPD and other ASN.",
    ),
    "meeting.reach.kecamatan.all": (
        "Berlaku bagi semua kecamatan. Tidak termasuk: OPD dan ASN lainnya.",
        "Asked of all kecamatan. Left out: OPD and other ASN.",
    ),
    "meeting.reach.other.some": (
        "Berlaku bagi ASN lainnya. Tidak termasuk: OPD dan kecamatan.",
        "Asked of other ASN. Left out: OPD and kecamatan.",
    ),
    "meeting.reach.other.all": (
        "Berlaku bagi ASN lainnya. Tidak termasuk: OPD dan kecamatan.",
        "Asked of other ASN. Left out: OPD and kecamatan.",
    ),
    "meeting.lever_has_keys": (
        "Tombol panah menggerakkan tuas, angka mengisi nilainya (Enter). Esc: kembali ke skenario.",
        "Arrow keys move the lever, digits are its value (Enter). Esc: back to the scenarios.",
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
