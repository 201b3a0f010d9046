"""The intake of monthly actuals: problems in a list, and what was recorded."""

TEXTS = {
    "error.no_actual_headings": (
        "judul kolom tidak ditemukan. Dalam satu baris harus ada Bulan dan paling sedikit satu angka: Peserta, Lunas, Masuk, Berhenti, Meninggal, Kecelakaan, Iuran, atau Manfaat.",
        "no column headings found. One row must hold Month and at least one figure: Enrolled, Paid up, Joined, Left, Deaths, Accidents, Contributions or Claims.",
    ),
    "error.wide_actuals": (
        "ada {found} kolom bulan. Susun bulan ke bawah: satu baris per bulan dan unit, dengan kolom Bulan.",
        "there are {found} columns of months. Put months below each other: one row for each month and unit, with a column Month.",
    ),
    "error.row_without_month": (
        "bulan kosong. Isi bulan, misalnya Oktober 2025.",
        "the month is empty. Give one, such as October 2025.",
    ),
    "error.unit_nearly_in_data": (
        "unit {found} tidak ada pada data ini, tetapi mirip dengan {name}. Tulis nama itu bila unitnya sama.",
        "the unit {found} is not in these data, but looks like {name}. Write that name if it is the same unit.",
    ),
    "error.unit_not_in_data": (
        "unit {found} tidak ada pada data ini. Pakai nama atau kode dari data, atau masukkan dulu daftar unitnya.",
        "the unit {found} is not in these data. Use a name or code of the data, or take in the unit list first.",
    ),
    "error.actual_twice": (
        "bulan {found} untuk unit ini sudah ada pada baris {earlier}. Sisakan satu baris.",
        "the month {found} of this unit is already in row {earlier}. Keep one row.",
    ),
    "error.no_actuals": (
        "tidak ada angka. Isi paling sedikit satu baris.",
        "there are no figures. Give at least one row.",
    ),
    "error.not_rupiah": (
        "{found} bukan jumlah Rupiah. Isi bilangan bulat {low} sampai {high}, misalnya 16363200.",
        "{found} is not an amount of Rupiah. Give a whole number from {low} to {high}, such as 16363200.",
    ),
    "error.bad_moment": (
        "{found} bukan waktu. Harus TTTT-BB-HHTjj:mm:dd.",
        "{found} is no point in time. It must be YYYY-MM-DDThh:mm:ss.",
    ),
    "error.paid_up_beyond_enrolled": (
        "{name}, {month}: lunas {found}, padahal peserta {enrolled}. Lunas paling banyak sama dengan peserta.",
        "{name}, {month}: {found} paid up, while {enrolled} are enrolled. Paid up may be at most the enrolled.",
    ),
    "error.units_against_total": (
        "{name}, {month}, {figure}: {count} unit berjumlah {found}, sedangkan jumlah kabupaten {total}. Perbaiki salah satunya.",
        "{name}, {month}, {figure}: {count} units add up to {found}, while the regency's total is {total}. Correct one of them.",
    ),
    "error.beyond_asn": (
        "{name}, {month}, {figure} {found}: lebih dari {most} pekerja per ASN ({asn} ASN, jadi paling banyak {allowed}).",
        "{name}, {month}, {figure} {found}: more than {most} workers per ASN ({asn} ASN, so at most {allowed}).",
    ),
    "error.joined_beyond_enrolled": (
        "{name}, {month}: masuk {found}, padahal peserta {enrolled}. Yang masuk paling banyak peserta bulan itu ditambah yang berhenti dan meninggal.",
        "{name}, {month}: {found} joined, while {enrolled} are enrolled. At most the enrolled of the month and those who left or died can have joined.",
    ),
    "error.deaths_beyond_enrolled": (
        "{name}, {month}: meninggal {found}, padahal peserta paling banyak {enrolled}, pada bulan itu atau bulan terakhir yang diketahui. Perbaiki, atau catat juga pesertanya.",
        "{name}, {month}: {found} deaths, while at most {enrolled} were enrolled, in that month or the last one known. Correct it, or record the enrolled too.",
    ),
    "error.gone_beyond_enrolled": (
        "{name}, {month}: berhenti dan meninggal {found}, padahal peserta bulan sebelumnya dan yang masuk {there}. Perbaiki, atau catat juga yang masuk.",
        "{name}, {month}: {found} left or died, while those enrolled the month before and those who joined are {there}. Correct it, or record who joined too.",
    ),
    "note.leap": (
        "{name}, {month}, {figure}: {found}, padahal {since} {before}. Berubah lebih dari {times} kali lipat; periksa sebelum mencatat.",
        "{name}, {month}, {figure}: {found}, while it was {before} in {since}. This is a change by more than a factor of {times}; check before recording.",
    ),
    "note.gone_beyond_known": (
        "{name}, {month}: berhenti dan meninggal {found}, padahal peserta terakhir yang diketahui ({since}) dan yang masuk {there}. Periksa sebelum mencatat.",
        "{name}, {month}: {found} left or died, while those last known to be enrolled ({since}) and those who joined are {there}. Check before recording.",
    ),
    "note.unbalanced": (
        "{name}, {month}: peserta {found}, padahal {before} ({since}) + masuk {joined} − berhenti {left} − meninggal {died} = {due}. Periksa sebelum mencatat.",
        "{name}, {month}: {found} enrolled, while {before} ({since}) + {joined} joined − {left} left − {died} died = {due}. Check before recording.",
    ),
    "note.off_the_rate": (
        "{name}, {month}: iuran {found}, padahal {workers} pekerja × {rate} (tarif bulan itu pada dasar terendah) = {due}. Periksa sebelum mencatat.",
        "{name}, {month}: contributions of {found}, while {workers} workers × {rate} (the rate of the month at the lowest base) = {due}. Check before recording.",
    ),
    "note.figures_known": (
        "{found} angka sama dengan yang sudah dicatat dan tidak dicatat lagi.",
        "figures as recorded before, not recorded again: {found}.",
    ),
    "note.nothing_new": (
        "semua angka sama dengan yang sudah dicatat. Tidak ada yang berubah.",
        "every figure is as recorded before. Nothing changes.",
    ),
    "error.nothing_to_withdraw": (
        "{figure} {found} untuk unit ini belum pernah dicatat, jadi tidak ada yang ditarik. Kosongkan selnya.",
        "{figure} of {found} was never recorded for this unit, so there is nothing to withdraw. Empty the cell.",
    ),
    "error.no_figure": (
        "{found} bukan angka. Kosongkan sel bila angkanya tidak dicatat; isi 0 bila memang tidak ada.",
        "{found} is no figure. Leave the cell empty where nothing is recorded; give 0 where there was none.",
    ),
    "error.subtotal_row": (
        "{found} hanya jumlah sebagian unit. Hapus baris ini.",
        "{found} adds up only some of the units. Delete this row.",
    ),
    "error.total_unclear": (
        "jumlah {found}, sedangkan {count} unit yang tercantum berjumlah {sum}; angka lain pada baris ini sama dengan jumlah unit yang tercantum. Perbaiki, atau tulis “Seluruh kabupaten” bila baris ini untuk semua {units} unit.",
        "the total is {found}, while the {count} units listed add up to {sum}; another figure of this row equals the sum of those listed. Correct it, or write “Regency” if the row is for all {units} units.",
    ),
    "note.total_of_listed": (
        "baris ini jumlah {count} unit yang tercantum, bukan seluruh kabupaten ({units} unit); dilewati. Tulis “Seluruh kabupaten” sebagai nama unit bila unit lain memang tidak punya angka.",
        "this row adds up the {count} units listed, not the whole regency ({units} units); skipped. Write “Regency” as the unit's name if the other units really have nothing.",
    ),
    "note.total_of_all": (
        "{found} berbeda dari jumlah {count} unit yang tercantum ({sum}), jadi dipakai sebagai jumlah seluruh kabupaten ({units} unit).",
        "{found} is not the sum of the {count} units listed ({sum}), so it is taken as the total of the whole regency ({units} units).",
    ),
    "error.actuals_moved": (
        "catatan realisasi berubah sejak ditinjau. Tinjau ulang.",
        "the log of actuals has changed since the review. Review again.",
    ),
    "error.not_for_actuals": (
        "{found} bukan untuk realisasi. Yang berlaku: --name, --month, --sheet, --columns, --keep, --by.",
        "{found} is not for actuals. Those that are: --name, --month, --sheet, --columns, --keep, --by.",
    ),
    "error.doubted_rows": (
        "belum ada yang dicatat. Perbaiki angkanya, atau jawab dengan --keep {rows} bila angkanya benar seperti tertulis.",
        "nothing is recorded yet. Correct the figures, or answer with --keep {rows} if they are right as they stand.",
    ),
    "actuals.taken": (
        "{rows} baris realisasi dicatat untuk {region}: {months}. {corrections} angka lama dikoreksi atau ditarik.",
        "{rows} rows of actuals recorded for {region}: {months}. {corrections} older figures corrected or withdrawn.",
    ),
    "actuals.figure.enrolled": ("Peserta", "Enrolled"),
    "actuals.figure.paid_up": ("Lunas", "Paid up"),
    "actuals.figure.joined": ("Masuk", "Joined"),
    "actuals.figure.left": ("Berhenti", "Left"),
    "actuals.figure.deaths": ("Meninggal", "Deaths"),
    "actuals.figure.accidents": ("Kecelakaan", "Accidents"),
    "actuals.figure.contributions_idr": ("Iuran (Rp)", "Contributions (Rp)"),
    "actuals.figure.claims_idr": ("Manfaat dibayar (Rp)", "Claims paid (Rp)"),
}
