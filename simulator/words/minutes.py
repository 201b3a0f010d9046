"""The minutes of a meeting, on paper and as a document."""

TEXTS = {
    "minutes.title": ("Notulen rapat", "Minutes of the meeting"),
    "minutes.title_of": ("Notulen: “{scenario}”", "Minutes: “{scenario}”"),
    "minutes.meeting": ("Rapat", "Meeting"),
    "minutes.meeting_default": (
        "Rakor Monev ASN Peduli Pekerja Rentan, {region}",
        "Rakor Monev, ASN Peduli Pekerja Rentan, {region}",
    ),
    "minutes.day": ("Tanggal", "Date"),
    "minutes.place": ("Tempat", "Place"),
    "minutes.attendance": ("Daftar hadir", "Attendance"),
    "minutes.number": ("No.", "No."),
    "minutes.name": ("Nama", "Name"),
    "minutes.office": ("Jabatan / instansi", "Position / office"),
    "minutes.signature": ("Tanda tangan", "Signature"),
    "minutes.stand": ("Keadaan program", "Where the programme stands"),
    "minutes.shown": ("Skenario yang dipaparkan", "Scenarios shown"),
    "minutes.decisions": ("Keputusan rapat", "Decisions of the meeting"),
    "minutes.decisions_of": ("Keputusan rapat: {name}", "Decisions of the meeting: {name}"),
    "minutes.earlier": ("Keputusan pada tanggal lain", "Decisions of other days"),
    "minutes.earlier_of": ("Keputusan pada tanggal lain: {name}", "Decisions of other days: {name}"),
    "minutes.none": (
        "Belum ada keputusan yang dicatat. Keputusan rapat dapat ditulis di bawah ini.",
        "No decision is recorded yet. What the meeting decides can be written below.",
    ),
    "minutes.entry": ("{number}. {question}", "{number}. {question}"),
    "minutes.signatures": ("Pengesahan", "Signatures"),
    "minutes.chair": ("Pimpinan rapat", "Chair"),
    "minutes.taker": ("Notulis", "Minutes taken by"),
}
