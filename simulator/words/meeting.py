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
        "{target} was not met as recorded: {gap} short.",
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
        "{target} is not met: {gap} short.",
    ),
    "meeting.missed_past": (
        "{target} tidak tercapai menurut skenario ini: kurang {gap} pekerja.",
        "{target} is not met in this scenario: {gap} short.",
    ),
    "meeting.missed_barely_past": (
        "{target} tidak tercapai menurut skenario ini; kekurangannya tidak sampai satu pekerja.",
        "{target} is not met in this scenario: less than one worker short.",
    ),
    "meeting.missed_barely": (
        "{target} hampir tercapai; kekurangannya tidak sampai satu pekerja.",
        "{target} is nearly met: less than one worker short.",
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
    "meeting.enough_in": (
        "{when} cukup untuk {share}.",
        "{when} there are enough for {share}.",
    ),
    "meeting.short_in": (
        "{when} kurang {gap} pekerja untuk {share}.",
        "{when} it is {gap} short of {share}.",
    ),
    "meeting.barely_in": (
        "{when} kekurangannya tidak sampai satu pekerja untuk {share}.",
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
        "← →: skenario · 1–9: tuas, lalu nilainya · A: tanya · T: target · /: kantor · N: catat · M, Esc: keluar · ?: semua tombol",
        "← →: scenario · 1–9: lever, then its value · A: ask · T: target · /: office · N: note · M, Esc: leave · ?: all keys",
    ),
    "meeting.does.step": ("skenario sebelumnya, berikutnya", "the previous, the next scenario"),
    "meeting.does.lever": (
        "pilih tuas; angka yang diketik sesudahnya adalah nilainya, Enter menerapkannya, Esc membatalkannya",
        "picks a lever; digits typed next are its value, Enter takes it, Esc drops it",
    ),
    "meeting.does.ask": ("tanya, misalnya: bila OPD 60 %", "ask, for example: if OPD 60 %"),
    "meeting.does.needed": ("apa yang dibutuhkan untuk suatu target", "what it takes to reach a target"),
    "meeting.does.office": ("apa artinya bagi suatu kantor", "what it means for one office"),
    "meeting.does.note": (
        "catat apa yang ditanyakan, ditemukan, dan diputuskan",
        "note what was asked, found and decided",
    ),
    "meeting.does.month": ("bulan sebelumnya, sesudahnya", "the month before, the month after"),
    "meeting.does.undo": ("urungkan, ulangi", "undo, redo"),
    "meeting.does.replay": ("putar ulang perubahan terakhir", "replay the last change"),
    "meeting.does.likely": ("tampilkan atau sembunyikan yang wajar terjadi", "show or hide what is likely"),
    "meeting.does.choose": ("pilih skenario", "choose scenarios"),
    "meeting.does.keys": ("tombol di bagian bawah layar", "keys at the foot of the screen"),
    "meeting.does.leave": ("keluar", "leave"),
    "meeting.help": ("Semua tombol", "All keys"),
    "meeting.type_value": ("ketik nilainya", "type its value"),
    "meeting.typed_keys": ("· Enter: terapkan · Esc: batal", "· Enter: take · Esc: drop"),
    "meeting.ask": ("Tanya: bila …", "Ask: if …"),
    "meeting.ask.question": (
        "Tuas, nilainya, dan bulan; misalnya: bila OPD 60 % pada {month}",
        "A lever, its value and a month; for example: if OPD 60 % in {month}",
    ),
    "meeting.ask.answer": ("Jawab", "Answer"),
    "meeting.ask.help": ("Tuas yang dapat ditanyakan: {levers}.", "Levers to ask about: {levers}."),
    "meeting.ask.answered": (
        "Dijawab untuk {lever}: {value}, bulan {month}.",
        "Answered for {lever}: {value}, month {month}.",
    ),
    "meeting.ask.no_lever": (
        "Tidak ada tuas yang disebut. Sebutkan salah satu di bawah ini.",
        "No lever is named. Name one of those below.",
    ),
    "meeting.ask.two_levers": (
        "Lebih dari satu tuas disebut. Tanyakan satu demi satu.",
        "More than one lever is named. Ask about one at a time.",
    ),
    "meeting.ask.no_number": (
        "Nilainya tidak jelas. Tulis satu angka, misalnya 60 %.",
        "The value is not clear. Write one number, such as 60 %.",
    ),
    "meeting.ask.no_year": (
        "Tahun dari bulan itu tidak disebut. Tulis misalnya Juni 2026.",
        "The month has no year. Write June 2026, for example.",
    ),
    "meeting.ask.outside": (
        "{month} di luar proyeksi, yang berjalan dari {first} sampai {last}.",
        "{month} is outside the projection, which runs from {first} to {last}.",
    ),
    "meeting.needed": ("Apa yang dibutuhkan untuk …", "What it takes to reach …"),
    "meeting.needed.share": ("Cakupan yang dituju, % ASN", "Coverage to reach, % of ASN"),
    "meeting.needed.month": ("pada akhir", "at the end of"),
    "meeting.needed.past": (
        "{month} sudah lewat. Di bawah ini: apa yang seharusnya dilakukan, atau apa yang masih dapat dilakukan.",
        "{month} is past. Below: what it would have taken, or what can still be done.",
    ),
    "meeting.office": ("Apa artinya bagi kantor …", "What it means for one office"),
    "meeting.office.which": ("Kantor", "Office"),
    "meeting.office.letters": ("Ketik beberapa huruf namanya", "Type a few letters of its name"),
    "meeting.office.in_group": ("{office}, dalam kelompok: {group}", "{office}, in the group: {group}"),
    "meeting.adrift": ("Sambungan ke aplikasi terputus.", "The connection to the app is lost."),
    "meeting.adrift_help": (
        "Tuas di bawah ini tetap menggerakkan angka; nilainya diteruskan begitu aplikasi tersambung lagi.",
        "The lever below still moves the numbers; its position is taken over when the app is back.",
    ),
    "meeting.adrift_keys": (
        "1–9: tuas, lalu nilainya dan Enter.",
        "1–9: lever, then its value and Enter.",
    ),
    "meeting.adrift_typed": ("{label}, diketik", "{label}, typed"),
    "meeting.adrift_refused": (
        "“{found}” tidak dapat dipakai. Isi {low} sampai {high}.",
        "“{found}” cannot be used. Give {low} to {high}.",
    ),
    "meeting.adrift_key": (
        "Tombol {key} baru bekerja setelah aplikasi tersambung lagi.",
        "The key {key} works only once the app is back.",
    ),
    "meeting.note": ("Catat", "Note"),
    "meeting.note.lost": (
        "Belum masuk catatan: sambungan terputus. Tulisan ini tersimpan; buka lagi dengan tombol N setelah tersambung.",
        "Not in the log yet: the connection is lost. This text is kept; open it again by the key N once the app is back.",
    ),
    "meeting.note.kept": (
        "Yang diketik tetap ada walau jendela ini ditutup, halaman berganti, atau sambungan terputus.",
        "What is typed stays when this window is closed, the page changes or the connection is lost.",
    ),
    "meeting.note.taken": (
        "Sudah masuk catatan keputusan ({count}).",
        "Put into the decision log ({count}).",
    ),
    "meeting.month": ("Bulan yang dibahas", "Month in question"),
    "meeting.reach.opd.some": (
        "Berlaku bagi OPD yang ikut. Tidak termasuk: {units} OPD yang belum ikut, kecamatan, dan ASN lainnya.",
        "Applies to the OPD that take part. Left out: {units} OPD that do not, kecamatan and other ASN.",
    ),
    "meeting.reach.opd.all": (
        "Berlaku bagi semua OPD. Tidak termasuk: kecamatan dan ASN lainnya.",
        "Applies to all OPD. Left out: kecamatan and other ASN.",
    ),
    "meeting.reach.kecamatan.some": (
        "Berlaku bagi kecamatan yang ikut. Tidak termasuk: {units} kecamatan yang belum ikut, OPD, dan ASN lainnya.",
        "Applies to the kecamatan that take part. Left out: {units} kecamatan that do not, OPD and other ASN.",
    ),
    "meeting.reach.kecamatan.all": (
        "Berlaku bagi semua kecamatan. Tidak termasuk: OPD dan ASN lainnya.",
        "Applies to all kecamatan. Left out: OPD and other ASN.",
    ),
    "meeting.reach.other.some": (
        "Berlaku bagi ASN lainnya. Tidak termasuk: OPD dan kecamatan.",
        "Applies to other ASN. Left out: OPD and kecamatan.",
    ),
    "meeting.reach.other.all": (
        "Berlaku bagi ASN lainnya. Tidak termasuk: OPD dan kecamatan.",
        "Applies to other ASN. Left out: OPD and kecamatan.",
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
