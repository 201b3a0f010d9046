"""How the same assumptions perform in other places with known later counts."""

TEXTS = {
    "trials.heading": ("Asumsi yang sama di tempat lain", "The same assumptions elsewhere"),
    "trials.finding": (
        "Dengan angka pertumbuhan bawaan, {count} proyeksi meleset rata-rata {growth} peserta ({growth_points} cakupan); tanpa perubahan {unchanged} ({unchanged_points}), tren lurus {trend} ({trend_points}).",
        "With the default growth numbers, {count} projections miss by {growth} enrolled on average ({growth_points} of coverage); no change by {unchanged} ({unchanged_points}), a straight line by {trend} ({trend_points}).",
    ),
    "trials.lesson": (
        "Paling jauh meleset: {place}, {month}, {workers} peserta terlalu {side}; dibanding anggapan tanpa perubahan, hitungan pertumbuhan lebih dekat pada {closer} dari {count} proyeksi menurut peserta, dan pada {closer_points} menurut cakupan.",
        "Furthest off: {place}, {month}, {workers} enrolled too {side}; growth is closer than no change in {closer} of {count} projections by enrolled, in {closer_points} by coverage.",
    ),
    "trials.low": ("rendah", "low"),
    "trials.high": ("tinggi", "high"),
    "trials.note": (
        "Angka pertumbuhan seperti skenario “Dorongan yang meluruh”, sama untuk semua tempat: {settings}. Angka itu sendiri dibaca dari dua kabupaten ini, jadi uji ini menunjukkan apakah angka yang sama cocok untuk keduanya, bukan ketepatannya di tempat lain. Rapat dihitung pada bulan pelaksanaannya.",
        "The numbers of growth are those of the scenario “Dorongan yang meluruh”, the same for every place: {settings}. They were themselves read off these two regencies, so this shows whether one set of numbers does for both, not how accurate it is elsewhere. Meetings are counted as they were held.",
    ),
    "trials.setting": ("{setting} {value}", "{setting} {value}"),
    "trials.place": ("Tempat", "Place"),
    "trials.span": ("{first:short} → {last:short}", "{first:short} → {last:short}"),
    "trials.actual": ("Yang terjadi", "Actual"),
    "trials.method": ("Cara", "Method"),
    "trials.missed_by": ("Meleset: {method}", "Missed by: {method}"),
    "trials.method.unchanged": ("tanpa perubahan", "no change"),
    "trials.method.trend": ("tren lurus", "straight line"),
    "trials.method.growth": ("tumbuh sendiri", "growth by itself"),
    "trials.points": ("Selisih, poin cakupan", "Error, points of coverage"),
    "origin.title.trial_foreseen": ("Proyeksi {name}, {month}", "Projected for {name}, {month}"),
    "origin.title.trial_actual": ("Peserta {name}, {month}", "Enrolled, {name}, {month}"),
    "origin.title.trial_coverage": ("Cakupan {name}, {month}", "Coverage, {name}, {month}"),
    "origin.title.trial_error": ("Meleset {name}, {month}", "Missed by {name}, {month}"),
    "origin.title.trial_distance": ("Meleset {name}, {month}", "Missed by {name}, {month}"),
    "origin.title.trial_points": (
        "Meleset dalam cakupan, {name}, {month}",
        "Missed coverage, {name}, {month}",
    ),
    "origin.title.trial_mean": ("Rata-rata meleset: {name}", "Mean absolute error: {name}"),
    "origin.title.trial_mean_points": (
        "Rata-rata meleset dalam cakupan: {name}",
        "Mean absolute error of coverage: {name}",
    ),
    "origin.title.trial_setting": ("{setting}, seperti diuji", "{setting}, as tried"),
    "origin.part.counted_in": ("peserta {month}", "enrolled in {month}"),
    "origin.part.asn_counted_in": ("ASN {month}", "ASN in {month}"),
    "origin.part.foreseen_for": ("proyeksi {month}", "projected for {month}"),
    "origin.note.trial_growth": (
        "Model diproyeksikan dari {month} dengan rapat yang diadakan dan angka di bawah ini; pengaturan lain tidak mengubah apa pun.",
        "The model is projected from {month} with the meetings that were held and the numbers below; no other setting moves anything.",
    ),
    "origin.note.trial_unchanged": (
        "Jumlah {month} dianggap tetap.",
        "The number of {month} is taken to stay.",
    ),
    "origin.note.trial_line": (
        "Garis lurus melalui dua angka terakhir dalam riwayat.",
        "A straight line through the last two counts of the history.",
    ),
    "origin.note.counted_forecasts": (
        "Setiap pasang angka publikasi, dari yang lebih awal ke yang lebih kemudian.",
        "Every pair of published counts, from the earlier to the later.",
    ),
    "origin.note.counted_closer": (
        "Proyeksi pertumbuhan yang selisihnya lebih kecil daripada tanpa perubahan.",
        "Projections of growth whose error is smaller than that of no change.",
    ),
    "origin.note.trial_mean": (
        "Rata-rata jarak tanpa tanda, atas {count} proyeksi.",
        "The mean distance without its sign, over {count} projections.",
    ),
    "origin.note.trial_setting": (
        "Angka skenario “Dorongan yang meluruh”.",
        "The number of the scenario “Dorongan yang meluruh”.",
    ),
}
