"""The strip on what the last change moved."""

TEXTS = {
    "moved.heading": ("Apa yang berubah", "What moved"),
    "moved.all_segments": ("semua kelompok", "all groups"),
    "moved.more_settings": ("{named}; dan {count} pengaturan lain", "{named}; and {count} more"),
    "moved.units": ("Peserta {month} bergerak pada {units}.", "Enrolled in {month} moves in {units}."),
    "moved.unit": ("{name} ({value})", "{name} ({value})"),
    "moved.rest": ("{count} baris lain ({value})", "{count} other rows ({value})"),
    "moved.same_people_target": (
        "Jumlah peserta sama; yang berganti targetnya.",
        "The number enrolled is the same; what changed is the target.",
    ),
    "moved.same_people": (
        "Jumlah peserta sama, jadi semua unit ikut sebanding.",
        "The number enrolled is the same, so every unit moves in proportion.",
    ),
    "moved.too_small": (
        "Bergerak kurang dari yang tampil pada angka utama.",
        "Headline numbers move by less than is shown.",
    ),
    "moved.nothing": ("Tidak ada angka yang berubah.", "No number moved."),
    "effect.used_by_no_result": (
        "Pengaturan ini disimpan, tetapi belum dipakai hasil mana pun.",
        "This setting is kept, but used by no result yet.",
    ),
    "effect.months_stay": (
        "Bulan-bulan yang sudah dihitung tetap sama; hanya panjang proyeksi yang berganti.",
        "The months already computed stay the same; only the length of the projection changes.",
    ),
}
