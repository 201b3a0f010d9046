"""The page of data: the data sets, the intake of a list, a scenario on other data, the boundaries file."""

TEXTS = {
    "data.title": (
        "Skenario ini memakai data {title}: {units} unit, {enrolled} peserta",
        "This scenario uses the data of {title} (units: {units}): {enrolled} enrolled",
    ),
    "data.sets": ("Kumpulan data", "Data sets"),
    "data.sets_note": (
        "Data lama tetap ada. Setiap skenario mencatat data yang dipakainya.",
        "Older data stay. Each scenario names the data it uses.",
    ),
    "data.in_use": ("dipakai skenario ini", "used by this scenario"),
    "data.set_line": (
        "{month} · {units} unit · {asn} ASN · {enrolled} peserta · folder {name}",
        "{month} · units: {units} · {asn} ASN · {enrolled} enrolled · folder {name}",
    ),
    "data.own_figures.none": (
        "Angka setiap unit perkiraan di dalam jumlah publikasi.",
        "The figures of each unit are estimates within the published totals.",
    ),
    "data.own_figures.some": (
        "{count} unit punya angka sendiri; sisanya perkiraan di dalam jumlah publikasi.",
        "Units with figures of their own: {count}; the rest are estimates within the published totals.",
    ),
    "data.own_figures.all": ("Semua unit punya angka sendiri.", "All units have figures of their own."),
    "data.broken": ("{name} tidak dapat dibaca:", "{name} cannot be read:"),
    "data.use": ("Pakai", "Use"),
    "data.use_which": ("Pakai {title} untuk skenario ini", "Use {title} for this scenario"),
    # another baseline for the scenario
    "data.switch_title": ("Pakai data lain untuk skenario ini?", "Use other data for this scenario?"),
    "data.switch": ("Pakai untuk skenario ini", "Use for this scenario"),
    "data.switch_losing": (
        "Pakai, dan lepaskan {count} penetapan khusus",
        "Use, and drop special settings ({count})",
    ),
    "data.later": ("Jangan sekarang", "Not now"),
    "data.switch_refused": (
        "Skenario ini tidak dapat dihitung pada data itu:",
        "This scenario cannot be computed on those data:",
    ),
    "data.switched": (
        "Skenario sekarang memakai data {title}. Dapat diurungkan.",
        "The scenario now uses the data of {title}. This can be undone.",
    ),
    "data.recorded_on": (
        "Saat disimpan, skenario ini memakai data lain.",
        "When it was saved, this scenario used other data.",
    ),
    "data.lost": (
        "Penetapan khusus ini dilepas, karena kode unitnya tidak ada pada data baru:",
        "These special settings are dropped, since the new data have no unit of that code:",
    ),
    "data.line.data": ("Data: {then} ({old}) → {now} ({new}).", "Data: {then} ({old}) → {now} ({new})."),
    "data.line.month": ("Bulan data: {then} → {now}.", "Month of the data: {then} → {now}."),
    "data.line.totals": (
        "Unit: {units}. ASN: {asn}. Peserta: {enrolled}.",
        "Units: {units}. ASN: {asn}. Enrolled: {enrolled}.",
    ),
    "data.line.span": ("{first:short} sampai {last:short}", "{first:short} to {last:short}"),
    "data.line.projection": ("Proyeksi: {then} → {now}.", "Projection: {then} → {now}."),
    "data.line.target": ("Sebelumnya: {then}. Sesudahnya: {now}.", "Before: {then}. After: {now}."),
    "data.line.lost": ("{name} (kode {code})", "{name} (code {code})"),
    "data.line.renamed": (
        "Penetapan khusus kode {code} berlaku untuk {now}; pada data lama {then}.",
        "The special setting of code {code} applies to {now}; in the old data {then}.",
    ),
    # the intake of a list
    "data.take": ("Masukkan daftar unit", "Take in a unit list"),
    "data.take_note": (
        "Daftar boleh sebagian: unit yang tidak disebut tetap perkiraan di dalam jumlah publikasi. Tidak ada yang diubah sebelum Anda menekan “Pakai data ini”.",
        "A list may be partial: units not listed remain estimates within the published totals. Nothing changes until you press “Use these data”.",
    ),
    "data.upon": ("Melanjutkan data", "Building upon"),
    "data.upon_none": (
        "Kabupaten atau kota lain, yang belum punya data",
        "A regency or city without data yet",
    ),
    "data.region": ("Nama kabupaten atau kota", "Name of the regency or city"),
    "data.template": ("Unduh templat Excel", "Download the Excel template"),
    "data.template_file": ("templat-daftar-unit.xlsx", "unit-list-template.xlsx"),
    "data.way": ("Cara memasukkan", "How to enter it"),
    "data.way.upload": ("Unggah berkas", "Upload a file"),
    "data.way.paste": ("Tempel dari Excel", "Paste from Excel"),
    "data.way.type": ("Ketik di sini", "Type here"),
    "data.upload": (
        "Berkas Excel (.xlsx) atau CSV, paling besar 5 MB",
        "Excel (.xlsx) or CSV file, at most 5 MB",
    ),
    "data.paste": ("Tempel sel beserta judul kolomnya", "Paste the cells with their column headings"),
    "data.paste_help": (
        "Salin di Excel, tempel di sini, lalu klik di luar kotak ini.",
        "Copy in Excel, paste here, then click outside this box.",
    ),
    "data.pasted": ("tempelan", "pasted cells"),
    "data.typed": ("isian di layar", "typed on screen"),
    "data.type_help": (
        "Isi hanya unit yang Anda ketahui. Angka tanpa titik ribuan boleh. Baris kosong di bawah untuk unit baru. Yang tidak diubah tidak ikut dimasukkan.",
        "Fill in only the units you know. Empty rows at the end are for new units. What you leave unchanged is not taken in.",
    ),
    "data.row": ("Baris", "Row"),
    "data.month": ("Bulan data", "Month of the data"),
    "data.month_choose": ("Pilih bulan", "Choose a month"),
    "data.month_missing": (
        "Daftarnya terbaca. Pilih bulan datanya di atas, atau isi kolom Bulan.",
        "The list can be read. Choose the month of its figures above, or fill a Month column.",
    ),
    "data.region_missing": (
        "Daftarnya belum ditinjau. Isikan nama kabupaten atau kotanya di atas.",
        "The list is not reviewed yet. Name its regency or city above.",
    ),
    "data.totals_new": ("Jumlah", "Totals"),
    "data.name": ("Nama folder data baru", "Folder name of the new data"),
    "data.by": ("Dimasukkan oleh", "Taken in by"),
    "data.more": (
        "Jumlah per kelompok, kematian, daftar lengkap",
        "Totals by group, deaths, complete list",
    ),
    "data.total": ("Semua peserta {segment} pada bulan itu", "All enrolled in that month, {segment}"),
    "data.total_help": (
        "Isi bila jumlahnya berubah, padahal daftar hanya memuat sebagian unit.",
        "Fill in where the total has changed while the list holds only some units.",
    ),
    "data.deaths": (
        "Kematian yang dibayar JKM sejak awal riwayat peserta sampai bulan itu",
        "Deaths paid under JKM since the history of enrolment begins, up to that month",
    ),
    "data.complete": ("Daftar ini memuat semua unit yang ada", "This list names every unit there is"),
    "columns.read": ("Kolom yang dibaca: {columns}", "Columns read: {columns}"),
    "columns.none_known": ("Tunjukkan kolom mana yang berisi apa", "Say which column holds what"),
    "columns.help": (
        "Huruf kolom seperti di Excel. Angka dapat dijumlahkan dari beberapa kolom (paling banyak {count}), misalnya PNS dan PPPK. Pilihan Anda diingat untuk daftar dengan judul kolom yang sama.",
        "Letters of columns as in Excel. Figures may be added up from several columns (at most {count}), such as PNS and PPPK. Your choice is remembered for lists with the same headings.",
    ),
    "columns.nowhere": ("Tidak ada dalam daftar", "Not in the list"),
    "columns.forget": ("Kembali ke yang terbaca dari judul", "Back to what the headings say"),
    "data.sheet": ("Lembar yang dibaca", "Sheet to read"),
    "data.refused": (
        "{file} belum dapat dipakai: {count} hal perlu diperbaiki. Tidak ada yang diubah.",
        "{file} cannot be used yet. Problems to correct: {count}. Nothing was changed.",
    ),
    "data.description_left_out": (
        "Keterangan skenario ini ditulis untuk {region}, jadi akan dikosongkan.",
        "The description of this scenario was written for {region} and will be emptied.",
    ),
    "data.questions": ("Yang perlu Anda jawab", "What you are asked"),
    "data.answer.sum_of_above.leave_out": (
        "Ini baris jumlah, jangan dihitung",
        "It is a total, leave it out",
    ),
    "data.answer.sum_of_above.keep": ("Ini sebuah unit", "It is a unit"),
    "data.answer.sum_of_below.leave_out": (
        "Hitung bagian-bagiannya, bukan baris ini",
        "Count its parts, not this row",
    ),
    "data.answer.sum_of_below.parts_out": (
        "Hitung baris ini, bukan bagian-bagiannya",
        "Count this row, not its parts",
    ),
    "data.answer.sum_of_below.keep": ("Semuanya unit tersendiri", "All are units of their own"),
    "data.answer.name_of_none.leave_out": ("Jangan dihitung", "Leave it out"),
    "data.answer.name_of_none.keep": ("Ini sebuah unit", "It is a unit"),
    "data.answer.nearly_known.the_office": ("Ini {name}", "It is {name}"),
    "data.answer.nearly_known.keep": ("Ini unit tersendiri", "It is a unit of its own"),
    "data.answer.nearly_known.leave_out": ("Jangan dihitung", "Leave it out"),
    "data.answer.code_of_other_name.keep": ("Ini nama baru {name}", "It is the new name of {name}"),
    "data.answer.code_of_other_name.leave_out": ("Jangan dihitung", "Leave it out"),
    "data.answer.more_than_asn.keep": ("Angkanya benar", "The figures are right"),
    "data.answer.more_than_asn.leave_out": ("Jangan dihitung", "Leave these rows out"),
    "data.more_problems": ("dan {count} lagi", "and {count} more"),
    "data.review_title": (
        "{count} unit mendapat angka sendiri; peserta {enrolled} pada {month}",
        "Units that get figures of their own: {count}; {enrolled} enrolled in {month}",
    ),
    "data.review_title_same": (
        "Tidak ada angka unit yang berubah; peserta {enrolled} pada {month}",
        "No unit's figures change; enrolled {enrolled} in {month}",
    ),
    "data.totals": ("Jumlah lama dan baru", "Old and new totals"),
    "data.changes": ("Perubahan per unit", "Changes by unit"),
    "data.notes": ("Yang perlu diketahui", "What you should know"),
    "data.accept": ("Pakai data ini", "Use these data"),
    "data.accept_note": (
        "Menjadi data baru bernama {name}. Data lama dan skenario lain tidak berubah.",
        "Becomes new data named {name}. Older data and other scenarios stay as they are.",
    ),
    "data.taken": (
        "Data baru {name} tersimpan: {units} unit, {enrolled} peserta pada {month}.",
        "New data {name} are stored (units: {units}): {enrolled} enrolled in {month}.",
    ),
    "data.all_segments": ("Semua", "All"),
    "data.column.segment": ("Kelompok", "Group"),
    "data.column.units": ("Unit", "Units"),
    "data.column.participating": ("Unit yang ikut", "Units taking part"),
    "data.column.asn": ("ASN", "ASN"),
    "data.column.enrolled": ("Peserta", "Enrolled"),
    "data.column.pledge_workers": ("Komitmen, pekerja", "Pledged, workers"),
    "data.column.unit": ("Nama unit", "Unit name"),
    "data.column.change": ("Perubahan", "Change"),
    "data.column.pledge": ("Komitmen", "Pledge"),
    "data.change.new": ("unit baru", "new unit"),
    "data.change.new_for": ("ganti perkiraan", "replaces an estimate"),
    "data.change.changed": ("angka baru", "new figures"),
    "data.change.removed": ("tidak ada lagi", "no longer there"),
    "data.estimate": ("perkiraan", "estimate"),
    "data.pledge": ("{workers} mulai {month:short}", "{workers} from {month:short}"),
    "data.moved": ("{then} → {now}", "{then} → {now}"),
    "data.others.same": (
        "{count} unit disebut dengan angka yang sama ({asn} ASN, {enrolled} peserta).",
        "Units listed with the same figures: {count} ({asn} ASN, {enrolled} enrolled).",
    ),
    "data.others.kept_own": (
        "{count} unit dengan angka sendiri tidak disebut dan tetap ({asn} ASN, {enrolled} peserta).",
        "Units with figures of their own that are not listed and stay: {count} ({asn} ASN, {enrolled} enrolled).",
    ),
    "data.others.kept": (
        "{count} unit tidak disebut; angkanya tetap perkiraan ({asn} ASN, {enrolled} peserta).",
        "Units not listed, whose figures remain estimates: {count} ({asn} ASN, {enrolled} enrolled).",
    ),
    "data.others.respread": (
        "{count} unit tidak disebut; sisa jumlah dibagi lagi di antaranya ({asn} ASN, {enrolled} peserta).",
        "Units not listed, over which the rest of the totals is spread again: {count} ({asn} ASN, {enrolled} enrolled).",
    ),
    "data.others.removed": (
        "{count} unit yang angkanya perkiraan tidak ada lagi ({asn} ASN, {enrolled} peserta).",
        "Estimated units that are no longer there: {count} ({asn} ASN, {enrolled} enrolled).",
    ),
    # boundaries.geojson
    "error.not_feature_collection": (
        "bukan GeoJSON berisi FeatureCollection. Ekspor ulang batas wilayahnya sebagai GeoJSON.",
        "this is no GeoJSON FeatureCollection. Export the boundaries as GeoJSON again.",
    ),
    "error.no_shapes": (
        "tidak memuat satu pun batas wilayah. Isi paling sedikit satu, atau hapus berkasnya.",
        "holds no shape at all. Give at least one, or delete the file.",
    ),
    "error.unknown_shape": (
        "{found} bukan kecamatan dalam data ini. Isi properti code atau name dengan salah satu: {allowed}.",
        "{found} is no kecamatan of these data. Give one of them in the property code or name: {allowed}.",
    ),
    "error.shape_twice": (
        "{found} sudah ada. Satukan menjadi satu MultiPolygon.",
        "{found} is there already. Join both in one MultiPolygon.",
    ),
    "error.not_a_ring": (
        "bukan garis tertutup. Isi paling sedikit 4 titik bujur dan lintang dalam derajat, yang terakhir sama dengan yang pertama.",
        "this is no closed line. Give at least 4 points of longitude and latitude in degrees, the last equal to the first.",
    ),
}
