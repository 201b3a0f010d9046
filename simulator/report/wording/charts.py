"""The words around a chart, by language."""

TABLE = {"id": "Tabel", "en": "Table"}
CHART_FAILED = {
    "id": "Grafik tidak dapat dimuat. Angkanya ada pada tabel di bawah; muat ulang halaman untuk mencoba lagi.",
    "en": "The chart could not be loaded. Its figures are in the table below; reload the page to try again.",
}
