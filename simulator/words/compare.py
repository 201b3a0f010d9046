"""The page that compares scenarios, and the names of the headline numbers."""

from simulator.words import Lang, text

TEXTS = {
    "compare.title.one": (
        "“{name}” paling cepat mencapai {target}: {month}, dengan iuran {cost} sampai saat itu{chance}",
        "“{name}” reaches {target} first: {month}, with contributions of {cost} by then{chance}",
    ),
    "compare.chance": (
        "; peluangnya pada {month} {chance}",
        "; the chance in {month} is {chance}",
    ),
    "compare.title.start": (
        "“{name}” sudah mencapai {target} pada bulan data, {month}",
        "“{name}” has reached {target} already in the month of the data, {month}",
    ),
    "compare.title.tie": (
        "{names} sama-sama mencapai {target} pada {month}; iuran paling kecil pada “{name}”, {cost} sampai saat itu{chance}",
        "{names} reach {target} together in {month}; “{name}” pays the least, {cost} by then{chance}",
    ),
    "compare.title.start_tie": (
        "{names} sudah mencapai {target} pada bulan data, {month}",
        "{names} have reached {target} already in the month of the data, {month}",
    ),
    "compare.title.none": (
        "Tidak satu pun mencapai {target}; paling dekat “{name}”, kurang {gap}",
        "None reaches {target}; “{name}” comes nearest, {gap} short",
    ),
    "compare.title.regencies": (
        "{regions}: kabupaten yang berbeda tidak diberi peringkat",
        "{regions}: different regencies are not ranked",
    ),
    "compare.target.same": ("target {share}", "the target of {share}"),
    "compare.target.own": ("targetnya sendiri", "its own target"),
    "compare.and": ("{first} dan {last}", "{first} and {last}"),
    "compare.and.of_many": ("{first}, dan {last}", "{first} and {last}"),
    "compare.too_few": (
        "Pilih paling sedikit dua skenario untuk dibandingkan",
        "Choose at least two scenarios to compare",
    ),
    "compare.too_few_help": (
        "Simpan skenario yang sedang dikerjakan, ubah, lalu bandingkan keduanya; atau pilih dari yang tersimpan.",
        "Save the scenario you are working on, change it and compare the two; or choose from the saved ones.",
    ),
    "compare.which": ("Skenario (2 sampai 6)", "Scenarios (2 to 6)"),
    "compare.too_many": (
        "Paling banyak {most} skenario sekaligus. Belum dibandingkan: {names}.",
        "At most {most} scenarios at a time. Not compared: {names}.",
    ),
    "compare.choose": ("Pilih skenario", "Choose scenarios"),
    "compare.against": ("Dibandingkan dengan", "Compared with"),
    "compare.metric": ("Grafik", "Chart"),
    "compare.unsaved": ("{name} (belum disimpan)", "{name} (not saved)"),
    "compare.fictitious": ("{name} (fiktif)", "{name} (fictitious)"),
    "compare.past": (
        "Ada bulan yang sudah lewat dan belum ada realisasinya, terakhir {month}.",
        "Some past months have no actual figures yet, the last of them {month}.",
    ),
    "compare.month": ("Bulan", "Month"),
    "compare.past_month": ("{month} · realisasi belum dimasukkan", "{month} · actual not entered"),
    "compare.target_line": ("target {share}", "target {share}"),
    "compare.numbers": ("Angka utama", "Headline numbers"),
    "compare.number": ("Angka", "Number"),
    "compare.numbers_note": (
        "Abu-abu: selisih terhadap “{name}”. Jumlah dihitung dari {first} sampai {month}, bulan-bulan yang dicakup semua skenario.",
        "Grey: difference from “{name}”. Sums run from {first} to {month}, the months every scenario covers.",
    ),
    "compare.no_common": (
        "Masa proyeksi skenario-skenario ini tidak punya bulan yang sama, jadi jumlah dan unit tidak dibandingkan.",
        "The projections of these scenarios share no month, so sums and units are not compared.",
    ),
    "compare.targets_differ": (
        "Target skenario-skenario ini berbeda, jadi angka pada bulan target memuat bulannya, bukan selisih.",
        "These scenarios have different targets, so numbers in the target month carry the month, not a difference.",
    ),
    "compare.same": ("sama", "same"),
    "compare.settings": ("Yang berbeda", "What differs"),
    "compare.settings_same": ("Semua pengaturan sama.", "All settings are the same."),
    "compare.setting": ("Pengaturan", "Setting"),
    "compare.baseline": ("Data dasar", "Data"),
    "compare.of_units": ("{count} dari {units} unit", "{count} of {units} units"),
    "compare.changed": ("{setting}: {before} → {after}", "{setting}: {before} → {after}"),
    "compare.override": ("Penetapan khusus {unit}", "Special setting of {unit}"),
    "compare.units": ("Peserta per unit atau kelompok, {month}", "Enrolled by unit or group, {month}"),
    "compare.unit": ("Unit atau kelompok", "Unit or group"),
    "compare.segment": ("Kelompok", "Group"),
    "compare.different_data": (
        "Skenario-skenario ini memakai data dasar yang berbeda, jadi hanya jumlah per kelompok yang dibandingkan, dan angka awalnya tidak sama.",
        "These scenarios use different data, so only totals by group are compared, and they do not start from the same numbers.",
    ),
    "compare.alt": ("{metric}, {first} sampai {last}. {lines}.", "{metric}, {first} to {last}. {lines}."),
    "compare.alt_line": ("{name}: dari {start} menjadi {end}", "{name}: from {start} to {end}"),
    "chart.enrolled": ("Peserta", "Enrolled"),
    "chart.coverage_share": ("Cakupan", "Coverage"),
    "chart.contributions_idr": ("Iuran per bulan", "Contributions a month"),
    "chart.payouts_idr": ("Manfaat per bulan", "Payouts a month"),
    "chart.cumulative_contributions_idr": ("Iuran kumulatif", "Cumulative contributions"),
    "chart.cumulative_payouts_idr": ("Manfaat kumulatif", "Cumulative payouts"),
    "chart.claims_ratio": ("Manfaat dibanding iuran", "Claims ratio"),
    "chart.axis.people": ("pekerja", "workers"),
    "compare.scenario": ("Skenario", "Scenario"),
    "headline.target": ("Target", "Target"),
    "compare.target_of": ("{share}, {month:short}", "{share}, {month:short}"),
    "chart.axis.share": ("% dari ASN", "% of ASN"),
    "chart.axis.idr": ("Rp juta", "Rp million"),
    "chart.axis.ratio": ("manfaat ÷ iuran tanpa JHT", "payouts ÷ contributions without JHT"),
    "headline.end_of_projection": ("akhir proyeksi", "the end of the projection"),
    "headline.target_month_number": ("Target tercapai", "Target reached"),
    "headline.months_to_target": ("Bulan sampai target tercapai", "Months until the target is reached"),
    "headline.enrolled_at_target": ("Peserta pada bulan target", "Enrolled in the target month"),
    "headline.coverage_at_target": ("Cakupan pada bulan target", "Coverage in the target month"),
    "headline.gap_at_target": ("Kurang pada bulan target", "Short in the target month"),
    "headline.enrolled_at_horizon": ("Peserta, {end}", "Enrolled, {end}"),
    "headline.coverage_at_horizon": ("Cakupan, {end}", "Coverage, {end}"),
    "headline.until": ("sampai {end}", "to {end}"),
    "headline.between": ("dari {start} sampai {end}", "from {start} to {end}"),
    "headline.contributions_total_idr": ("Iuran {span}", "Contributions {span}"),
    "headline.payouts_total_idr": ("Manfaat {span}", "Payouts {span}"),
    "headline.claims_ratio_total": ("Manfaat dibanding iuran {span}", "Claims ratio {span}"),
    "headline.not_reached": ("tidak tercapai", "not reached"),
}


def headline_name(name: str, lang: Lang, end: str | None = None, start: str | None = None) -> str:
    """The name of a headline number.

    `end` and `start` are the last and first month of sums in words, if they are not the projection's own.
    """
    end = end or text("headline.end_of_projection", lang)
    between = text("headline.between", lang, start=start, end=end) if start else None
    return text(f"headline.{name}", lang, end=end, span=between or text("headline.until", lang, end=end))


def quoted(name: str) -> str:
    """A scenario's name in quotation marks, for use within a sentence."""
    return f"“{name}”"


def enumerated(words: list[str], lang: Lang) -> str:
    """Words as a list, "A, B, dan C"; in English without the last comma."""
    *before, last = words
    return text(and_key(len(words)), lang, first=", ".join(before), last=last) if before else last


def and_key(number: int) -> str:
    """The key of the text that joins two or more words; Indonesian has a comma before the last of three."""
    return "compare.and.of_many" if number > 2 else "compare.and"
