"""Backing up all files with work in them into one file, and restoring them."""

TEXTS = {
    "backup.done": (
        "{count} berkas disalin ke {file}.",
        "{count} files copied to {file}.",
    ),
    "backup.left_out": (
        "{name} tidak ikut disalin: tidak dapat dibaca, atau hanya berupa tautan.",
        "{name} was not copied: it cannot be read, or is only a link.",
    ),
    "backup.restored": (
        "{count} berkas dipulihkan dari {file}. Isi sebelumnya disimpan di {before}.",
        "{count} files restored from {file}. What was there before is kept in {before}.",
    ),
    "error.file_exists": (
        "berkas ini sudah ada dan tidak ditimpa. Pakai nama lain.",
        "this file exists and is not written over. Use another name.",
    ),
    "error.not_a_backup": (
        "bukan cadangan yang utuh dari program ini ({found}). Tidak ada yang diubah.",
        "this is no whole backup of this program ({found}). Nothing was changed.",
    ),
}
