"""The strip that shows the effects of the last change."""

TEXTS = {
    "moved.heading": ("Apa yang berubah", "What moved"),
    "moved.all_segments": ("semua kelompok", "all groups"),
    "moved.more_settings": ("{named}; dan {count} pengaturan lain", "{named}; and {count} more"),
    "moved.more": (
        "Peserta {month} bertambah {total}, dari {unit}.",
        "Enrolment in {month} rises by {total}, from {unit}.",
    ),
    "moved.less": (
        "Peserta {month} berubah {total:signed}, dari {unit}.",
        "Enrolment in {month} changes by {total:signed}, from {unit}.",
    ),
    "moved.more_units": (
        "Peserta {month} bertambah {total}: {units}.",
        "Enrolment in {month} rises by {total}: {units}.",
    ),
    "moved.less_units": (
        "Peserta {month} berubah {total:signed}: {units}.",
        "Enrolment in {month} changes by {total:signed}: {units}.",
    ),
    "moved.same_units": (
        "Peserta {month} seluruhnya tetap: {units}.",
        "Enrolment in {month} stays the same in all: {units}.",
    ),
    "moved.unit": ("{value} dari {name}", "{value} from {name}"),
    "moved.rest": ("{value} dari {count} baris lain", "{value} from {count} other rows"),
    "moved.group.full": ("{units} yang sudah 100 %", "{units} at 100 %"),
    "moved.group.partial": (
        "{units} yang baru sebagian ASN-nya ikut",
        "{units} where only part of the ASN take part",
    ),
    "moved.group.pledged": ("{units} yang mulai {month}", "{units} that begin in {month}"),
    "moved.group.outside": ("{units} yang belum ikut", "{units} that do not take part yet"),
    "moved.same_people_target": (
        "Jumlah peserta sama; yang berubah targetnya.",
        "The number enrolled is the same; what changed is the target.",
    ),
    "moved.same_people": (
        "Jumlah peserta sama, jadi angka semua unit berubah sebanding.",
        "The number enrolled is the same, so every unit moves in proportion.",
    ),
    "moved.too_small": (
        "Perubahannya terlalu kecil untuk tampak pada angka utama.",
        "Headline numbers move by less than is shown.",
    ),
    "moved.nothing": ("Tidak ada angka yang berubah.", "No number moved."),
    "effect.moves_bands_only": (
        "Pengaturan ini hanya menentukan area berwarna dan peluang, bukan garis proyeksi.",
        "This setting affects bands and chances only, not the projected line.",
    ),
    "effect.months_stay": (
        "Bulan-bulan yang sudah dihitung tetap sama; hanya panjang proyeksi yang berubah.",
        "The months already computed stay the same; only the length of the projection changes.",
    ),
}
