"""The travelling file: a page of its own with levers, charts and tables that needs no server."""

TEXTS = {
    "handouts.file.travel": ("Halaman simulasi (HTML)", "Simulation page (HTML)"),
    "handouts.about.travel": (
        "Satu berkas dengan tuas, grafik, dan tagihan; dibuka di peramban atau ponsel tanpa sambungan, dan dapat dikirim kembali.",
        "One file with levers, charts and bills; opens in a browser or on a phone without a connection, and can be sent back.",
    ),
    "handouts.other_data": (
        "Halaman simulasi memuat satu data dasar saja. Tidak ikut: {names}.",
        "The simulation page holds one set of data only. Left out: {names}.",
    ),
    "travel.title": ("{title}: simulasi", "{title}: simulation"),
    "travel.levers": ("Tuas", "Levers"),
    "travel.special": ("Penetapan khusus untuk satu kantor", "What one office does differently"),
    "travel.unit": ("Kantor", "Office"),
    "travel.choose_unit": ("Pilih kantor", "Choose an office"),
    "travel.remove": ("Hapus penetapan khusus {name}", "Remove the special setting of {name}"),
    "travel.refused": (
        "“{found}” tidak dapat dipakai. Isi {low} sampai {high}.",
        "“{found}” cannot be used. Give {low} to {high}.",
    ),
    "travel.keep": ("Simpan dan kirim kembali", "Save and send back"),
    "travel.author": ("Diisi oleh (nama atau kantor)", "Filled in by (name or office)"),
    "travel.named": ("{name} ({author})", "{name} ({author})"),
    "travel.save": ("Simpan skenario (JSON)", "Save scenario (JSON)"),
    "travel.save_html": ("Simpan halaman ini (HTML)", "Save this page (HTML)"),
    "travel.copy": ("Salin tautan", "Copy link"),
    "travel.copied": ("Tautan tersalin.", "The link has been copied."),
    "travel.not_copied": (
        "Tautan tidak dapat disalin di sini. Salin dari bilah alamat.",
        "The link cannot be copied here. Copy it from the address bar.",
    ),
    "travel.bad_link": (
        "Skenario dalam tautan ini tidak dapat dipakai dengan berkas ini. Yang ditampilkan skenario di dalam berkas.",
        "The scenario in this link cannot be used with this file. The scenario in the file is shown.",
    ),
    "travel.print": ("Cetak", "Print"),
    "travel.yours": ("yang sedang diubah", "the one being changed"),
    "travel.no_bands": (
        "Angka di halaman ini berlaku bila semua berjalan sesuai rencana. Area yang wajar terjadi dan peluangnya hanya ada di aplikasi.",
        "The numbers of this page hold if everything goes to plan. The likely range and the chances are only in the app.",
    ),
    "travel.changed_since": (
        "Skenario sudah diubah; angka ini didapat dengan cara yang sama. Di bawah ini menurut “{name}” sebelum diubah.",
        "The scenario has been changed; this number comes about in the same way. What follows is of “{name}” before that.",
    ),
    "travel.close": ("Tutup", "Close"),
    "travel.units": ("OPD dan kecamatan", "OPD and kecamatan"),
    "travel.basis": ("Dari mana angka-angka ini", "Where these numbers come from"),
    "travel.source.key": ("Nomor", "Number"),
    "travel.source.title": ("Sumber", "Source"),
    "travel.source.publisher": ("Penerbit", "Publisher"),
    "travel.source.date": ("Tanggal", "Date"),
    "travel.source.mark": ("Tanda", "Mark"),
    "travel.language.id": ("Bahasa Indonesia", "Bahasa Indonesia"),
    "travel.language.en": ("English", "English"),
    "travel.no_script": (
        "Halaman ini menghitung sendiri dan memerlukan JavaScript. Izinkan JavaScript di peramban, lalu buka lagi.",
        "This page computes by itself and needs JavaScript. Allow JavaScript in the browser and open it again.",
    ),
    "error.travel_other_data": (
        "skenario ini memakai data dasar lain daripada yang pertama ({allowed}). Berkas HTML hanya memuat satu data dasar.",
        "this scenario stands on other data than the first ({allowed}). The HTML file holds one set of data only.",
    ),
}
