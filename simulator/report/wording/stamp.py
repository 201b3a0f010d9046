"""What every hand-out carries."""

TEXTS = {
    "stamp.fictitious": ("FIKTIF: semua nama dan angka {region} dikarang untuk peragaan", "FICTITIOUS: every name and figure of {region} is invented for demonstration"),
    "stamp.scenario": ("Skenario {name}", "Scenario {name}"),
    "stamp.data": ("Data {title}", "Data {title}"),
    "stamp.data_of": ("Data {title}, keadaan {month}", "Data {title}, as of {month}"),
    "stamp.program": ("Program versi {version}, dibuat {day}", "Program version {version}, made on {day}"),
}
