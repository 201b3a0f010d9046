"""The accuracy of earlier forecasts: the sentence beside the projection, and the table."""

TEXTS = {
    "backtest.saved": ("Skenario yang disimpan {month} {missed}", "The scenario saved in {month} {missed}"),
    "backtest.saved_many": (
        "{count} skenario yang disimpan sebelumnya {missed}",
        "{count} scenarios saved before {missed}",
    ),
    "backtest.late": (
        "Dari data {month}, “{name}” {missed}; tanpa catatan kapan disimpan",
        "From the data of {month}, “{name}” {missed}; not recorded as saved before",
    ),
    "backtest.history": (
        "Pada riwayat, model tanpa unit baru {missed}",
        "On the history, the model without new units {missed}",
    ),
    "backtest.missed": (
        "meleset {workers} peserta ({share}) setelah {ahead}",
        "missed by {workers} enrolled ({share}) after {ahead}",
    ),
    "backtest.missed_mean": (
        "meleset rata-rata {workers} peserta ({share}) setelah {ahead}",
        "missed by {workers} enrolled ({share}) on average after {ahead}",
    ),
    "backtest.ahead_one": ("{months} bulan", "{months} month"),
    "backtest.ahead": ("{months} bulan", "{months} months"),
    "backtest.line": ("{name}: {errors}.", "{name}: {errors}."),
    "backtest.of_horizon": ("{workers} ({share}) setelah {ahead}", "{workers} ({share}) after {ahead}"),
    "backtest.more": (
        "Peserta, dan dalam persen dari yang terjadi. Bulan dihitung dari bulan data. Rinciannya pada halaman Realisasi.",
        "Enrolled, and in percent of the actual. Months count from the month of the data. Details are on the page Actuals.",
    ),
    "backtest.heading": ("Seberapa tepat proyeksi sebelumnya", "How well earlier projections did"),
    "backtest.note": (
        "{pairs} pasang bulan. Bila sedikit, ini petunjuk dan bukan ukuran ketepatan. Bulan ke depan dihitung dari bulan data. Setiap skenario yang disimpan diuji pada bulan-bulan sesudah disimpan. Riwayat diuji dengan model tanpa unit baru dan tanpa yang berhenti.",
        "{pairs} pairs of months. Where they are few, this is a hint and no measure of accuracy. Months ahead count from the month of the data. Every saved scenario is tried on the months after it was saved. The history is tried with the model without new units and without anyone stopping.",
    ),
    "backtest.none": ("Riwayat terlalu pendek untuk diuji.", "The history is too short to be tried."),
    "backtest.forecast": ("Proyeksi", "Projection"),
    "backtest.of_history": ("Riwayat, model tanpa perubahan", "History, model without changes"),
    "backtest.of_saved": ("{name}, disimpan {month}", "{name}, saved in {month}"),
    "backtest.of_late": (
        "{name}, tanpa catatan kapan disimpan",
        "{name}, not recorded as saved before",
    ),
    "backtest.months_ahead": ("Bulan ke depan", "Months ahead"),
    "backtest.pairs": ("Pasangan", "Pairs"),
    "backtest.from": ("Dari data", "From the data of"),
    "backtest.foreseen": ("Proyeksi, peserta", "Projected, enrolled"),
    "backtest.actual": ("Yang terjadi, peserta", "Actual, enrolled"),
    "backtest.error": ("Selisih, peserta", "Error, enrolled"),
    "backtest.mean_error": ("Rata-rata meleset, peserta", "Mean absolute error, enrolled"),
    "backtest.mean_error_share": ("Dalam %", "In %"),
}
