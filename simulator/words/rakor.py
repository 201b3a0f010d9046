"""The effect of one more Rakor Monev."""

TEXTS = {
    "rakor.one_more": (
        "Satu Rakor Monev lagi pada {month}: {gain:signed} pekerja dalam setahun.",
        "One more Rakor Monev in {month}: {gain:signed} enrolled within a year.",
    ),
    "rakor.one_more.and_later": (
        "Satu Rakor Monev lagi pada {month}: {gain:signed} pekerja dalam setahun; yang ke-{number}: {later:signed}.",
        "One more Rakor Monev in {month}: {gain:signed} enrolled within a year; no. {number}: {later:signed}.",
    ),
    "rakor.one_more.nobody": (
        "Satu Rakor Monev lagi pada {month} tidak menambah pekerja.",
        "One more Rakor Monev in {month} would bring nobody.",
    ),
    "rakor.asked": (
        "Rakor Monev pada {month}: {gain:signed} pekerja dalam setahun.",
        "A Rakor Monev in {month}: {gain:signed} enrolled within a year.",
    ),
    "rakor.asked.nobody": (
        "Rakor Monev pada {month} tidak menambah pekerja.",
        "A Rakor Monev in {month} would bring nobody.",
    ),
    "rakor.asked.alone": (
        "Yang dijadwalkan sesudahnya tidak ikut dihitung.",
        "Those planned after it are left out.",
    ),
    "rakor.asked.moved": (
        "Dalam skenario, jarak antar-Rakor Monev selalu sama. Bulan itu di luar jadwal, jadi yang sebelumnya dihitung seolah-olah bergeser paling jauh {months}.",
        "A scenario holds its Rakor Monev evenly apart. That month is outside the schedule, so those before it are counted as if moved by at most {months}.",
    ),
    "rakor.ask": ("Rakor Monev yang ditanyakan", "The Rakor Monev asked about"),
    "rakor.ask_help": (
        "Bulan Rakor Monev yang jawabannya dibaca di bawah ini: berapa pekerja yang ditambahnya dalam setahun. Pilihan ini tidak mengubah skenario.",
        "The month of the Rakor Monev answered below: how many workers it brings within a year. This choice does not change the scenario.",
    ),
    "rakor.ask.next": ("Berikutnya menurut jadwal", "The next of the schedule"),
    "rakor.one_more.likely": (
        "Yang wajar terjadi: {range} pekerja, bila rentang ini benar.",
        "The likely range: {range} workers, if these ranges are right.",
    ),
    "rakor.one_more.same": (
        "Hampir semua simulasi memberi jumlah yang sama.",
        "Nearly all simulations give the same number.",
    ),
    "rakor.repeated": (
        "Itu yang ke-{number} sejak {month}, dan tiap Rakor Monev dianggap menghasilkan {factor} kali dorongan yang sebelumnya.",
        "It is no. {number} since {month}, and each is taken to bring {factor} times the push of the one before.",
    ),
    "rakor.not_held": (
        "Bila yang lalu tidak diadakan, ubah bulan pertama atau jaraknya.",
        "If earlier ones were not held, change the first month or the interval.",
    ),
    "rakor.none_assumed": (
        "Bahwa Rakor Monev tidak menambah siapa pun adalah asumsi skenario ini, bukan temuan: di Kendal dan Kepulauan Selayar peserta naik sesudah Rakor Monev pertama.",
        "That a Rakor Monev brings nobody is this scenario's assumption, not a finding: in Kendal and Kepulauan Selayar enrolment rose after the first one.",
    ),
    "rakor.take_push": ("Pakai dorongan seperti itu", "Take such a push"),
    "rakor.take_push_help": (
        "Mengisi ikut tanpa diajak, dorongan, dan batasnya dengan tengah rentang bawaan, beserta rentangnya.",
        "Fills growth by itself, the push and its ceiling with the middles of their default ranges, and the ranges with them.",
    ),
    "rakor.held": ("dengan Rakor Monev itu", "with that Rakor Monev"),
    "rakor.missed": ("tanpa Rakor Monev itu", "without that Rakor Monev"),
}
