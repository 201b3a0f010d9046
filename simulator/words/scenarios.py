"""The page of scenario files, its dialogs, and the sentences on the saved results of a file."""

TEXTS = {
    "scenarios.title": (
        "{count} skenario tersimpan; {met} mencapai targetnya bila semua berjalan sesuai rencana",
        "Scenarios saved: {count}; reaching their target if everything goes to plan: {met}",
    ),
    "scenarios.title_none": ("Belum ada skenario tersimpan", "No scenario has been saved yet"),
    "scenarios.work": ("Yang sedang dikerjakan", "The one being worked on"),
    "scenarios.files": ("Skenario tersimpan", "Saved scenarios"),
    "scenarios.look_for": ("Cari nama skenario", "Look for a scenario's name"),
    "scenarios.some_rows": (
        "{shown} dari {count} skenario ditampilkan. Ketik sebagian namanya untuk menemukan yang lain.",
        "{shown} of {count} scenarios are shown. Type a part of a name to find another one.",
    ),
    "scenarios.name": ("Nama", "Name"),
    "scenarios.author": ("Penyusun", "Author"),
    "scenarios.description": ("Keterangan", "Description"),
    "scenarios.description_of_before": (
        "Keterangan ini ditulis untuk pengaturan sebelum diubah. Sesuaikan bila tidak benar lagi.",
        "This description was written for the settings before they were changed. Adapt it where it is no longer true.",
    ),
    "scenarios.from_parent": ("Dibuat dari “{name}”; yang berbeda:", "Made from “{name}”; what differs:"),
    "scenarios.like_parent": (
        "Dibuat dari “{name}”; semua pengaturannya masih sama.",
        "Made from “{name}”; all its settings are still the same.",
    ),
    "scenarios.no_file": ("Belum punya berkas.", "It has no file yet."),
    "scenarios.in_file": ("Berkas: {stem}.json", "File: {stem}.json"),
    "scenarios.unsaved": ("Ada perubahan yang belum disimpan.", "There are changes not yet saved."),
    "scenarios.save": ("Simpan", "Save"),
    "scenarios.save_as": ("Simpan dengan nama lain", "Save under another name"),
    "scenarios.new_name": ("Nama baru", "New name"),
    "scenarios.cancel": ("Batal", "Cancel"),
    "scenarios.modified": ("Diubah {when}", "Changed {when}"),
    "scenarios.is_open": ("sedang dibuka", "open now"),
    "scenarios.open": ("Buka", "Open"),
    "scenarios.open_which": ("Buka {name}", "Open {name}"),
    "scenarios.manage": ("Kelola", "Manage"),
    "scenarios.manage_which": ("Kelola {name}", "Manage {name}"),
    "scenarios.rename": ("Ganti nama", "Rename"),
    "scenarios.duplicate": ("Buat salinan", "Make a copy"),
    "scenarios.copy_of": ("{name} (salinan)", "{name} (copy)"),
    "scenarios.download": ("Unduh", "Download"),
    "scenarios.delete": ("Hapus", "Delete"),
    "scenarios.delete_help": (
        "Dipindahkan ke tempat sampah; dapat dipulihkan.",
        "Moved to the trash; it can be restored.",
    ),
    "scenarios.broken": ("Tidak dapat dibaca", "Cannot be read"),
    "scenarios.more_problems": (
        "dan {count} masalah lagi, lihat Kelola",
        "and more problems ({count}), see Manage",
    ),
    "scenarios.trash": ("Tempat sampah ({count})", "Trash ({count})"),
    "scenarios.restore": ("Pulihkan", "Restore"),
    "scenarios.restore_which": ("Pulihkan {name}", "Restore {name}"),
    "scenarios.upload": (
        "Unggah berkas skenario (JSON, paling besar 1 MB)",
        "Upload a scenario file (JSON, at most 1 MB)",
    ),
    "scenarios.choose_file": ("Pilih berkas", "Choose a file"),
    "scenarios.upload_broken": (
        "{file} tidak dimuat. Tidak ada yang diubah. {count} masalah:",
        "{file} was not loaded. Nothing was changed. Problems ({count}):",
    ),
    "scenarios.upload_read": ("{file} terbaca. {result}.", "{file} can be read. {result}."),
    "scenarios.upload_add": ("Tambahkan ke daftar", "Add to the list"),
    "scenarios.name_empty": (
        "Nama masih kosong. Isi 1 sampai 120 huruf.",
        "The name is empty. Give 1 to 120 characters.",
    ),
    "scenarios.name_taken": (
        "Nama “{name}” sudah dipakai skenario lain. Pilih nama lain, misalnya {free}.",
        "The name “{name}” is taken by another scenario. Choose another one, such as {free}.",
    ),
    "scenarios.saved": ("“{name}” tersimpan.", "“{name}” has been saved."),
    "scenarios.agreed": (
        "“{name}” disepakati, tersimpan, dan terkunci.",
        "“{name}” is agreed, saved and locked.",
    ),
    "scenarios.rename_agreed": (
        "Skenario yang disepakati tidak dapat diganti namanya. Buat salinan untuk mengubahnya.",
        "An agreed scenario cannot be renamed. Make a copy to change it.",
    ),
    "scenarios.delete_agreed": (
        "Skenario ini disepakati. Saya yakin ingin memindahkannya ke tempat sampah.",
        "This scenario is agreed. I am sure it should go to the trash.",
    ),
    "scenarios.renamed": ("Nama diganti menjadi “{name}”.", "Renamed to “{name}”."),
    "scenarios.copied": ("Salinan dibuat: “{name}”.", "A copy has been made: “{name}”."),
    "scenarios.added": ("“{name}” ditambahkan ke daftar.", "“{name}” has been added to the list."),
    "scenarios.deleted": (
        "“{name}” ada di tempat sampah dan dapat dipulihkan di bawah.",
        "“{name}” is in the trash and can be restored below.",
    ),
    "scenarios.restored": ("“{name}” dipulihkan.", "“{name}” has been restored."),
    "scenarios.opened": ("“{name}” dibuka.", "“{name}” is open."),
    "scenarios.leave_title": ("Perubahan belum disimpan", "Changes are not saved"),
    "scenarios.leave": (
        "Perubahan pada “{work}” belum disimpan. Bila “{name}” dibuka sekarang, perubahan itu hilang.",
        "Changes to “{work}” are not saved. If “{name}” is opened now, they are lost.",
    ),
    "scenarios.leave_save": ("Simpan dulu, lalu buka", "Save first, then open"),
    "scenarios.leave_drop": ("Buka tanpa menyimpan", "Open without saving"),
    "scenarios.conflict_title": ("Berkas sudah diubah di tempat lain", "The file was changed elsewhere"),
    "scenarios.conflict": (
        "Berkas {stem}.json sudah berubah sejak dibuka di sini (diubah {when}). Supaya pekerjaan orang lain tidak tertimpa, perubahan Anda belum disimpan.",
        "The file {stem}.json has changed since it was opened here (changed {when}). So that nobody's work is overwritten, your changes are not saved yet.",
    ),
    "scenarios.conflict_gone": (
        "Berkas {stem}.json sudah tidak ada di folder skenario. Simpan dengan nama baru agar perubahan Anda tidak hilang.",
        "The file {stem}.json is no longer in the scenario folder. Save under a new name so that your changes are not lost.",
    ),
    "scenarios.reopen": (
        "Buka versi di berkas, tinggalkan perubahan saya",
        "Open the version in the file, drop my changes",
    ),
    "scenarios.met": (
        "Target tercapai: {enrolled} pekerja, target {needed}, {month:short}",
        "Target met: {enrolled} workers, {needed} asked for, {month:short}",
    ),
    "scenarios.not_met": (
        "Kurang {gap}: {enrolled} dari {needed} pekerja, {month:short}",
        "{gap} short: {enrolled} of {needed} workers, {month:short}",
    ),
    "scenarios.target_outside": (
        "Bulan target {month:short} di luar proyeksi",
        "Target month {month:short} lies outside the projection",
    ),
    "record.none": (
        "Berkas ini tidak memuat catatan hasil, jadi tidak ada yang dapat dibandingkan.",
        "This file holds no record of its results, so there is nothing to compare.",
    ),
    "record.same": (
        "Hasil sama dengan saat disimpan ({when}).",
        "Same results as when it was saved ({when}).",
    ),
    "record.differs": (
        "Hasil berbeda dari saat disimpan ({when}):",
        "The results differ from when it was saved ({when}):",
    ),
    "record.program": (
        "Versi programnya lain: dahulu {then}, sekarang {now}.",
        "The program is another version: then {then}, now {now}.",
    ),
    "record.baseline": (
        "Data dasarnya sudah berubah sejak itu.",
        "The data it uses have changed since.",
    ),
    "record.by_hand": (
        "Program dan data dasarnya sama, jadi isi berkasnya diubah di luar program ini.",
        "Program and data are the same, so the file itself was changed outside this program.",
    ),
}
