"""The saved versions of a scenario."""

TEXTS = {
    "history.title": ("Riwayat ({count} versi)", "History (versions: {count})"),
    "history.none": (
        "Belum ada versi lama. Setiap penyimpanan dicatat di sini.",
        "There are no earlier versions yet. Each save is kept here.",
    ),
    "history.kept": (
        "Paling banyak {most} versi terbaru disimpan.",
        "At most the {most} latest versions are kept.",
    ),
    "history.note": ("Catatan untuk versi ini (boleh kosong)", "Note for this version (may be empty)"),
    "history.saved_by": ("disimpan oleh {who}", "saved by {who}"),
    "history.no_author": ("tanpa penyusun", "no author"),
    "history.is_file": ("isi berkas sekarang", "what the file holds now"),
    "history.ahead": (
        "belum sampai ke berkas: penyimpanannya terputus",
        "did not reach the file: saving was cut off",
    ),
    "history.unreadable": ("Versi {name} tidak dapat dibaca", "Version {name} cannot be read"),
    "history.view": ("Lihat", "View"),
    "history.view_which": ("Lihat versi {when}", "View the version of {when}"),
    "history.more": ("Tampilkan versi yang lebih lama", "Show older versions"),
    "history.differs": ("Dibandingkan dengan berkas sekarang:", "Beside the file as it is now:"),
    "history.same": (
        "Semua pengaturannya sama dengan berkas sekarang.",
        "All its settings are those of the file as it is now.",
    ),
    "history.then_now": ("{name}: dulu {then}, sekarang {now}", "{name}: then {then}, now {now}"),
    "history.words": ("Juga berbeda: {names}", "Also different: {names}"),
    "history.field.name": ("nama", "name"),
    "history.field.description": ("keterangan", "description"),
    "history.field.author": ("penyusun", "author"),
    "history.field.status": ("status", "status"),
    "history.field.parent": ("asal salinan", "what it was copied from"),
    "history.field.decisions": ("catatan keputusan", "decision log"),
    "history.compare": ("Bandingkan dengan yang sekarang", "Compare with the present one"),
    "history.restore": ("Pulihkan versi ini", "Restore this version"),
    "history.restore_help": (
        "Menjadi versi terbaru. Isi berkas sekarang tetap ada di riwayat.",
        "It becomes the latest version. What the file holds now stays in the history.",
    ),
    "history.locked": (
        "Skenario ini disepakati, jadi versi lamanya tidak dapat dipulihkan ke berkas ini.",
        "This scenario is agreed, so no earlier version can be restored into its file.",
    ),
    "history.restored": (
        "Versi {when} dipulihkan: “{name}”.",
        "The version of {when} has been restored: “{name}”.",
    ),
    "history.renamed_note": ("Nama diganti dari “{name}”", "Renamed from “{name}”"),
    "history.named": ("Nama: {name}", "Name: {name}"),
    "history.restored_note": ("Dipulihkan dari versi {when}", "Restored from the version of {when}"),
    "history.version_name": ("{name}, versi {when}", "{name}, version of {when}"),
}
