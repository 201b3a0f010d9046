"""The ranges of settings that nobody decides: their table, and the sentences on each."""

TEXTS = {
    "ranges.heading": (
        "Rentang untuk hal di luar keputusan perencana",
        "Ranges for what planners cannot decide",
    ),
    "ranges.note": (
        "Rendah dan tinggi adalah batas wajar: satu dari dua puluh kemungkinan lebih rendah, dan satu dari dua puluh lebih tinggi. Rentang yang sama dipakai untuk area “yang wajar terjadi” dan untuk daftar di atas. Kosongkan keduanya bila sebuah pengaturan hendak dibuat tetap.",
        "Low and high are the likely limits: one time in twenty it is lower, one time in twenty higher. The same ranges make “the likely range” and the list above. Empty both to make a setting fixed.",
    ),
    "ranges.low": ("rendah", "low"),
    "ranges.high": ("tinggi", "high"),
    "ranges.field": ("{setting}: {end} ({unit})", "{setting}: {end} ({unit})"),
    "ranges.now": ("{setting}: sekarang {value}", "{setting}: now {value}"),
    "ranges.none": (
        "Tanpa rentang: tetap pada nilainya sendiri.",
        "Without a range: fixed at its own value.",
    ),
    "ranges.others": (
        "Beri rentang pada pengaturan lain ({count} tanpa rentang)",
        "Give other settings a range ({count} have none)",
    ),
    "ranges.default": ("Rentang bawaan", "Default ranges"),
    "ranges.default_help": (
        "Mengganti semua rentang dengan rentang bawaan bagi nilai-nilai skenario ini.",
        "Replaces all ranges by the default ones for the values of this scenario.",
    ),
    "ranges.same_width": (
        "Sama lebarnya, dengan nilai skenario ini di tengah; batas-batasnya ditulis dibulatkan.",
        "As wide, with this scenario's own value in the middle; its ends are written rounded.",
    ),
    "ranges.of": ("Rentang: {setting}", "Range: {setting}"),
    "ranges.without": ("tanpa rentang", "no range"),
    "ranges.outside": (
        "{setting} {value} ada di luar rentangnya sendiri ({range}). Simulasi mengikuti rentang itu, bukan nilainya.",
        "{setting}, {value}, lies outside its own range ({range}). Simulations follow the range, not the value.",
    ),
    "ranges.picture": (
        "Rentang {low} sampai {high}, tengahnya {middle}, sekarang {now}.",
        "Range of {low} to {high}, its middle {middle}, now {now}.",
    ),
    "ranges.one_end": (
        "Isi kedua batas, rendah dan tinggi, atau kosongkan keduanya.",
        "Give both ends, low and high, or empty both.",
    ),
    "ranges.reversed": (
        "Batas tinggi {high} lebih kecil daripada batas rendah {low}. Isi yang sama atau lebih besar.",
        "The high end {high} is less than the low end {low}. Give the same or more.",
    ),
    "ranges.reaches_bound": (
        "{low} sampai {high} mencapai nilai yang tidak mungkin terlampaui (0, atau 100 % bagi sebuah porsi). Isi nilai di antaranya, atau dua batas yang sama.",
        "{low} to {high} reaches a value that cannot be passed (0, or 100 % for a share). Give values between, or the same low and high.",
    ),
    "origin.title.range_end": ("Rentang: {setting}", "Range: {setting}"),
    "origin.note.range_low": (
        "Batas rendah: satu dari dua puluh kemungkinan lebih rendah daripada ini.",
        "The low end: one time in twenty it is lower than this.",
    ),
    "origin.note.range_high": (
        "Batas tinggi: satu dari dua puluh kemungkinan lebih tinggi daripada ini.",
        "The high end: one time in twenty it is higher than this.",
    ),
}
