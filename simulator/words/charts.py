"""The words around a chart."""

TEXTS = {
    "chart.table": ("Tabel", "Table"),
    "chart.band_hover": (
        "{month}: {low} sampai {high}, separuhnya {near} sampai {far}",
        "{month}: {low} to {high}, half of them {near} to {far}",
    ),
    "chart.edge": ("{name}: batas {share}", "{name}: edge of {share}"),
    "chart.between": ("{name}: dari {low} sampai {high}", "{name}: from {low} to {high}"),
    "chart.rakor": ("Rakor Monev", "Rakor Monev"),
    "chart.rakor.of": ("Rakor Monev dalam {names}", "Rakor Monev in {names}"),
    "chart.rakor.alt": (
        "Tanda pada sumbu bulan: {name}, {count} kali, {first} sampai {last}.",
        "Marks on the month axis: {name}, {count} of them, {first} to {last}.",
    ),
    "chart.rakor.alt.one": (
        "Tanda pada sumbu bulan: {name} {first}.",
        "Mark on the month axis: {name} in {first}.",
    ),
    "chart.copy": ("Salin gambar grafik", "Copy the chart's picture"),
    "chart.copied": ("Tersalin.", "Copied."),
    "chart.save": ("Unduh gambar grafik:", "Download the chart's picture:"),
    "chart.saved": ("Terunduh.", "Downloaded."),
    "chart.marks": (
        "Tanda tidak ditulis di dalam grafik: selain yang terdata, angkanya hasil hitungan (±) atau asumsi.",
        "No marks are written inside the chart: but for what is on record, its numbers are computed (±) or assumed.",
    ),
    "chart.sources": ("Sumber data: {titles}.", "Sources of the data: {titles}."),
    "chart.failed": (
        "Grafik tidak dapat dimuat. Angkanya ada pada tabel di bawah; muat ulang halaman untuk mencoba lagi.",
        "The chart could not be loaded. Its figures are in the table below; reload the page to try again.",
    ),
}
