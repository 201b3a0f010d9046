"""The lines above a table that was downloaded."""

TEXTS = {
    "tables.start_month": (
        "peserta terdata; iuran dan manfaat dihitung",
        "enrolled observed; contributions and payouts computed",
    ),
    "tables.fictitious": (
        "FIKTIF: semua nama dan angka dikarang",
        "FICTITIOUS: every name and figure is invented",
    ),
    "tables.scenario": ("Skenario", "Scenario"),
    "tables.data": ("Data", "Data"),
    "tables.data_month": ("Bulan data", "Month of the data"),
    "tables.program": ("Versi program", "Program version"),
    "tables.column": ("Kolom", "Column"),
    "tables.mark": ("Tanda", "Mark"),
    "tables.source": ("Sumber (docs/sources.md)", "Source (docs/sources.md)"),
}
