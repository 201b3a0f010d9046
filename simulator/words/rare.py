"""How often rare events happen among the workers of an office, a group or the regency."""

TEXTS = {
    "rare.among.enrolled": ("Di antara {people} peserta: {cases}.", "Among {people} enrolled: {cases}."),
    "rare.among.asn": (
        "Di antara {people} pekerja, satu per ASN: {cases}.",
        "Among {people} workers, one per ASN: {cases}.",
    ),
    "rare.among.published": (
        "Di antara ≈ {people} pekerja (perkiraan): {cases}.",
        "Among ≈ {people} workers (an estimate): {cases}.",
    ),
    "rare.among.office": (
        "Di satu kantor {people} pekerja, rata-rata ASN per OPD: {cases}.",
        "In one office of {people} workers, the mean ASN of an OPD: {cases}.",
    ),
    "rare.both": ("{deaths}, {accidents}", "{deaths}, {accidents}"),
    "rare.years.deaths": (
        "sekitar satu kematian dalam {low}–{high} tahun",
        "about one death in {low}–{high} years",
    ),
    "rare.years.accidents": (
        "satu kecelakaan kerja dalam {low}–{high} tahun",
        "one work accident in {low}–{high} years",
    ),
    "rare.years_about.deaths": (
        "sekitar satu kematian dalam {low} tahun",
        "about one death in {low} years",
    ),
    "rare.years_about.accidents": (
        "satu kecelakaan kerja dalam {low} tahun",
        "one work accident in {low} years",
    ),
    "rare.every_year.deaths": ("sekitar satu kematian setahun", "about one death a year"),
    "rare.every_year.accidents": ("satu kecelakaan kerja setahun", "one work accident a year"),
    "rare.cases.deaths": ("sekitar {low}–{high} kematian setahun", "about {low}–{high} deaths a year"),
    "rare.cases.accidents": (
        "{low}–{high} kecelakaan kerja setahun",
        "{low}–{high} work accidents a year",
    ),
    "rare.cases_about.deaths": ("sekitar {low} kematian setahun", "about {low} deaths a year"),
    "rare.cases_about.accidents": ("{low} kecelakaan kerja setahun", "{low} work accidents a year"),
    "rare.never.deaths": ("tidak ada kematian yang diperkirakan", "no death is expected"),
    "rare.never.accidents": (
        "tidak ada kecelakaan kerja yang diperkirakan",
        "no work accident is expected",
    ),
    "rare.note": (
        "Berlaku bila jumlah peserta tetap. Di satu kantor, hampir setiap bulan tidak ada kejadian.",
        "This holds if their number stays the same. In one office, nearly every month has no case.",
    ),
    "origin.title.rare_bound": ("Seberapa sering: {rate}", "How often: {rate}"),
    "origin.title.people_of": ("Pekerja, {place}", "Workers, {place}"),
    "origin.title.office_size": ("Rata-rata ASN per OPD", "Mean ASN of an OPD"),
    "origin.rate.deaths": ("kematian", "deaths"),
    "origin.rate.accidents": ("kecelakaan kerja", "work accidents"),
    "origin.note.rare_rounded": (
        "Dibulatkan ke tahun atau kejadian utuh di bawah dan di atasnya; di atas sepuluh ke kelipatan lima.",
        "Rounded to the whole years or cases below and above; above ten, to multiples of five.",
    ),
    "origin.note.office_size": ("Dibulatkan ke orang utuh.", "Rounded to whole people."),
    "origin.part.people": ("pekerja", "workers"),
    "origin.part.opd_count": ("banyaknya OPD", "number of OPD"),
}
