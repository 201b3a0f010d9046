"""The words around a chart."""

TEXTS = {
    "chart.table": ("Tabel", "Table"),
    "chart.failed": (
        "Grafik tidak dapat dimuat. Angkanya ada pada tabel di bawah; muat ulang halaman untuk mencoba lagi.",
        "The chart could not be loaded. Its figures are in the table below; reload the page to try again.",
    ),
}
