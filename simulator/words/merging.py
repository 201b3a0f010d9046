"""Scenario files that offices send back: who proposes what, where they differ, and possible problems."""

TEXTS = {
    "error.merge_other_data": (
        "skenario ini memakai data dasar {found}, yang lain {allowed}. Hanya skenario di atas data yang sama dapat digabungkan.",
        "this scenario stands on the data {found}, the others on {allowed}. Only scenarios on the same data can be merged.",
    ),
    "error.merge_conflict": (
        "usulan berbeda untuk unit ini: {proposed}. Pilih dengan --take UNIT=BERKAS.",
        "different proposals for this unit: {proposed}. Choose with --take UNIT=FILE.",
    ),
    "error.merge_no_proposal": (
        "{found} tidak mengusulkan apa pun untuk unit ini. Isikan berkas yang mengusulkan.",
        "{found} proposes nothing for this unit. Name a file that does.",
    ),
    "error.merge_bad_choice": (
        "{found} bukan UNIT=BERKAS dengan salah satu berkas yang digabungkan. Contoh: OPD-26=dinas.json.",
        "{found} is not UNIT=FILE with one of the files merged. For example OPD-26=office.json.",
    ),
    "error.same_returned_twice": (
        "berkas ini tertulis dua kali. Tulis sekali saja.",
        "this file is named twice. Name it once.",
    ),
    "error.not_a_state": (
        "tidak ada skenario di dalamnya. Pakai berkas atau tautan yang disimpan dari halaman simulasi, atau berkas skenario (JSON).",
        "there is no scenario in it. Use a file or link saved from the page of the simulation, or a scenario file (JSON).",
    ),
    "note.merge_other_settings": (
        "juga berbeda pada {paths}; yang digabungkan hanya penetapan khusus.",
        "differs in {paths} as well; only special settings are merged.",
    ),
    "merge.fold": ("Gabungkan berkas yang dikembalikan kantor", "Merge files that offices sent back"),
    "merge.files": (
        "Berkas skenario atau berkas HTML yang dikembalikan (boleh banyak sekaligus)",
        "Scenario files or HTML files that came back (many at once)",
    ),
    "merge.links": ("Tautan yang dikembalikan, satu per baris", "Links that came back, one a line"),
    "merge.link": ("tautan {number}", "link {number}"),
    "merge.sent": ("Yang dikirim dahulu", "What was sent out"),
    "merge.sent_help": (
        "Penetapan khusus yang tidak diubah sejak dikirim bukan usulan kantor itu.",
        "A special setting not changed since it was sent out is no proposal of that office.",
    ),
    "merge.sent_none": (
        "Tidak ada; semua penetapan khusus adalah usulan",
        "None; every special setting is a proposal",
    ),
    "merge.title": (
        "Usulan untuk {units} unit dari {files} berkas; berbeda-beda untuk {conflicts} unit",
        "Units with proposals: {units}, from files: {files}; with differing proposals: {conflicts}",
    ),
    "merge.nothing": (
        "Tidak ada berkas yang mengusulkan penetapan khusus.",
        "No file proposes a special setting.",
    ),
    "merge.column.unit": ("Unit", "Unit"),
    "merge.column.proposal": ("Usulan", "Proposal"),
    "merge.column.files": ("Dari berkas", "From the files"),
    "merge.take_out": ("penetapan khusus dihapus", "special setting taken out"),
    "merge.some": ("{codes} ({name}: {some})", "{codes} ({name}: {some})"),
    "merge.choose": ("Usulan mana yang berlaku untuk {unit}?", "Which proposal holds for {unit}?"),
    "merge.choice": ("{proposal} ({files})", "{proposal} ({files})"),
    "merge.open_conflicts": (
        "Pilih dulu usulan untuk: {units}.",
        "First choose a proposal for: {units}.",
    ),
    "merge.other_settings": (
        "{file} juga berbeda pada: {settings}. Yang digabungkan hanya penetapan khusus.",
        "{file} differs in these as well: {settings}. Only special settings are merged.",
    ),
    "merge.name": ("{name} (gabungan)", "{name} (merged)"),
    "merge.add": ("Tambahkan gabungan ke daftar", "Add the merged scenario to the list"),
}
