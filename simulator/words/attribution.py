"""Why two scenarios differ: the parts of the difference, in words and numbers that add up as shown."""

from simulator.words import Lang, text

TEXTS = {
    "metric.enrolled": ("Peserta", "Enrolled"),
    "metric.coverage_share": ("Cakupan", "Coverage"),
    "metric.enrolled_opd": ("Peserta OPD", "Enrolled, OPD"),
    "metric.enrolled_kecamatan": ("Peserta kecamatan", "Enrolled, kecamatan"),
    "metric.enrolled_other": ("Peserta ASN lainnya", "Enrolled, other ASN"),
    "metric.units_joined": ("OPD dan kecamatan yang ikut", "OPD and kecamatan taking part"),
    "metric.joined": ("Peserta masuk dalam sebulan", "Joined in the month"),
    "metric.left": ("Peserta keluar dalam sebulan", "Left in the month"),
    "metric.contributions_idr": ("Iuran sebulan", "Contributions in the month"),
    "metric.deaths": ("Perkiraan kematian sebulan", "Expected deaths in the month"),
    "metric.jkm_payouts_idr": ("Manfaat JKM sebulan", "JKM payouts in the month"),
    "metric.jkk_payouts_idr": ("Manfaat JKK sebulan", "JKK payouts in the month"),
    "metric.payouts_idr": ("Manfaat sebulan", "Payouts in the month"),
    "metric.claims_ratio": ("Manfaat dibanding iuran sebulan", "Claims ratio of the month"),
    "attribution.heading": ("Mengapa berbeda?", "Why do they differ?"),
    "attribution.from": ("Dari skenario", "From scenario"),
    "attribution.to": ("Ke skenario", "To scenario"),
    "attribution.metric": ("Angka", "Number"),
    "attribution.month": ("Bulan", "Month"),
    "attribution.sentence": (
        "{month}, {metric}: {before} menurut “{a}”, {after} menurut “{b}”; selisih {total} berasal dari {parts}.",
        "{month}, {metric}: {before} under “{a}”, {after} under “{b}”; the difference of {total} comes from {parts}.",
    ),
    "attribution.sentence.small": (
        "{month}, {metric}: {before} menurut “{a}”, {after} menurut “{b}”; selisihnya terlalu kecil untuk ditampilkan.",
        "{month}, {metric}: {before} under “{a}”, {after} under “{b}”; the difference is too small to show.",
    ),
    "attribution.sentence.none": (
        "{month}, {metric}: {before} menurut “{a}”, {after} menurut “{b}”; tidak ada pengaturan berbeda yang memengaruhi angka ini.",
        "{month}, {metric}: {before} under “{a}”, {after} under “{b}”; no setting that differs moves this number.",
    ),
    "attribution.part": ("{name} ({value})", "{name} ({value})"),
    "attribution.rest": ("{count} lainnya bersama ({value})", "{count} others together ({value})"),
    "attribution.block": ("{block} ({count} pengaturan)", "{block} ({count} settings)"),
    "attribution.block.participation.opd": ("Partisipasi OPD", "Participation, OPD"),
    "attribution.block.participation.kecamatan": ("Partisipasi kecamatan", "Participation, kecamatan"),
    "attribution.block.participation.other": ("Partisipasi ASN lainnya", "Participation, other ASN"),
    "attribution.block.monev": ("Rakor Monev", "Rakor Monev"),
    "attribution.block.growth": ("Tumbuh sendiri", "Growth by itself"),
    "attribution.block.delivery": ("Keterlaksanaan", "Delivery"),
    "attribution.block.retention": ("Bertahan", "Retention"),
    "attribution.block.workforce": ("Jumlah ASN", "Number of ASN"),
    "attribution.block.contribution": ("Iuran", "Contributions"),
    "attribution.block.risk": ("Risiko dan manfaat", "Risk and benefits"),
    "attribution.block.target": ("Target", "Target"),
    "attribution.overrides": ("Semua penetapan khusus", "All special settings"),
    "attribution.baseline": ("Data dasar: {before} → {after}", "Data: {before} → {after}"),
    "attribution.method": (
        "Bagian sebuah pengaturan adalah rata-rata pengaruhnya atas semua urutan perubahan. Dengan begitu urutannya tidak berpengaruh, dan jumlah semua bagian tepat sama dengan selisihnya.",
        "The part of a setting is the mean of what it moves over every order of the changes. No order is preferred, and the parts add up exactly to the difference.",
    ),
    "attribution.grouped": (
        "Lebih dari {most} pengaturan berbeda, jadi pengaturan di bagian berkas yang sama dihitung bersama.",
        "More than {most} settings differ, so those of one part of the file are counted together.",
    ),
    "attribution.without": (
        "Juga berbeda, tetapi tidak memengaruhi angka ini: {names}.",
        "These differ too, but do not move this number: {names}.",
    ),
    "attribution.column.part": ("Pengaturan yang berubah", "Changed setting"),
    "attribution.column.value": ("Bagian", "Part"),
    "attribution.column.row": ("Unit atau kelompok", "Unit or group"),
    "attribution.column.segment": ("Kelompok", "Group"),
    "attribution.column.difference": ("Selisih", "Difference"),
    "attribution.where": ("Asal selisih menurut unit", "Where the difference lies"),
    "attribution.not_by_unit": (
        "Angka ini berlaku untuk seluruh unit sekaligus, jadi tidak dirinci per unit.",
        "This number holds for all units together and is not split by unit.",
    ),
    "attribution.alt": (
        "Grafik air terjun dari “{a}” ({before}) ke “{b}” ({after}). {parts}.",
        "Waterfall from “{a}” ({before}) to “{b}” ({after}). {parts}.",
    ),
    "attribution.axis.units": ("unit", "units"),
    "attribution.axis.cut": ("{axis} (tidak mulai dari nol)", "{axis} (does not begin at zero)"),
    "attribution.two": ("Pilih dua skenario yang berlainan.", "Choose two different scenarios."),
    "attribution.counting": ("Menghitung bagian setiap pengaturan …", "Computing the part of each setting …"),
    "error.no_month_in_both": (
        "masa proyeksi kedua skenario tidak punya bulan yang sama, jadi tidak ada yang dapat dibandingkan.",
        "the two projections share no month, so there is none to compare.",
    ),
    "error.data_do_not_fit": (
        "unit {found}, yang punya penetapan khusus, tidak ada pada data dasar {baseline}, jadi selisihnya tidak dapat dibagi. Hapus penetapan itu, atau bandingkan pada data dasar yang sama.",
        "the special setting of unit {found} has no place in the data {baseline}, so the difference cannot be split. Remove it, or compare on the same data.",
    ),
    "error.undefined_result": (
        "angka {metric} tidak ada pada {found} di salah satu skenario, atau di antara keduanya (tidak ada iuran), jadi selisihnya tidak dapat dibagi. Pilih angka atau bulan lain.",
        "the number {metric} does not exist in {found} in one of the scenarios or between them (nothing is paid in), so the difference cannot be split. Choose another number or month.",
    ),
}


def metric_name(metric: str, lang: Lang) -> str:
    """The name of a metric of one month; raises KeyError for one without a name."""
    return text(f"metric.{metric}", lang)
