"""The stamp of every hand-out."""

TEXTS = {
    "stamp.fictitious": (
        "FIKTIF: semua nama dan angka {region} hanya contoh",
        "FICTITIOUS: every name and figure of {region} is invented for demonstration",
    ),
    "stamp.scenario": ("Skenario: {name} ({status})", "Scenario: {name} ({status})"),
    "stamp.unsaved": (
        "Skenario: {name} ({status}, belum disimpan)",
        "Scenario: {name} ({status}, not saved)",
    ),
    "stamp.data": ("Data {title}", "Data: {title}"),
    "stamp.data_of": ("Data {title}, keadaan {month}", "Data: {title}, as of {month}"),
    "stamp.program": ("Program versi {version}, dibuat {day}", "Program version {version}, made on {day}"),
}
