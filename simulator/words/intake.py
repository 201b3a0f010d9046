"""The intake of a regency's own unit list: problems, notes, and the template."""

from simulator.errors import Problem
from simulator.words import Lang
from simulator.words.errors import sentence

TEXTS = {
    # the file
    "error.old_spreadsheet": (
        "Excel 97–2003 (.xls) tidak dibaca. Buka di Excel, lalu Simpan sebagai Excel Workbook (.xlsx).",
        "Excel 97–2003 (.xls) is not read. Open it in Excel and save it as Excel Workbook (.xlsx).",
    ),
    "error.open_document": (
        "OpenDocument (.ods) tidak dibaca. Buka di LibreOffice atau Excel, lalu Simpan sebagai Excel Workbook (.xlsx).",
        "OpenDocument (.ods) is not read. Open it in LibreOffice or Excel and save it as Excel Workbook (.xlsx).",
    ),
    "error.encrypted_file": (
        "berkas dilindungi kata sandi. Simpan tanpa kata sandi.",
        "the file is locked with a password. Save it without one.",
    ),
    "error.not_spreadsheet": (
        "bukan lembar kerja XLSX atau CSV. Simpan sebagai Excel (.xlsx) atau CSV.",
        "not an XLSX or CSV spreadsheet. Save as Excel (.xlsx) or CSV.",
    ),
    "error.unreadable_spreadsheet": (
        "lembar kerja rusak atau tidak lazim ({found}). Buka di Excel atau LibreOffice, lalu simpan lagi sebagai .xlsx.",
        "the spreadsheet is broken or unusual ({found}). Open it in Excel or LibreOffice and save it again as .xlsx.",
    ),
    "error.macros": (
        "berkas memuat makro. Simpan sebagai Excel biasa (.xlsx).",
        "the file holds macros. Save it as plain Excel (.xlsx).",
    ),
    "error.external_links": (
        "berkas memuat tautan ke berkas lain. Tempel sebagai nilai, hapus tautannya, lalu simpan lagi.",
        "the file holds links to other files. Paste as values, remove the links and save again.",
    ),
    "error.unpacks_too_large": (
        "isi berkas terlalu besar atau terlalu rumit setelah dibuka (paling besar {allowed} byte). Salin daftarnya saja ke berkas baru.",
        "the file is too large or too complex once unpacked (at most {allowed} bytes). Copy only the list to a new file.",
    ),
    "error.reads_too_long": (
        "berkas ini tidak selesai dibaca dalam batas waktu atau memori. Salin daftarnya saja ke berkas baru.",
        "this file is not read within the limit of time or memory. Copy only the list to a new file.",
    ),
    "error.too_many_rows": (
        "lebih dari {allowed} baris terisi. Salin daftarnya saja ke berkas baru.",
        "more than {allowed} rows are filled. Copy only the list to a new file.",
    ),
    "error.too_many_columns": (
        "ada isi sampai kolom ke-{found}. Paling banyak {allowed} kolom. Salin daftarnya saja ke berkas baru.",
        "there is content as far as column {found}. At most {allowed} columns are allowed. Copy only the list to a new file.",
    ),
    "error.hidden_sheet": (
        "lembar tersembunyi {found} berisi data. Tampilkan atau hapus lembar itu.",
        "the hidden sheet {found} holds data. Show it or delete it.",
    ),
    "error.hidden_cells": (
        "baris atau kolom tersembunyi {found} berisi data. Tampilkan (pilih seluruh lembar, klik kanan, Unhide; hapus penyaring), atau hapus isinya.",
        "the hidden rows or columns {found} hold data. Show them (select the whole sheet, right-click, Unhide; clear any filter), or delete them.",
    ),
    "error.cell_too_long": (
        "ada sel yang lebih panjang dari {allowed} huruf. Periksa tanda kutip.",
        "a cell is longer than {allowed} letters. Check the quotes.",
    ),
    "error.doubtful_encoding": (
        "{found} tidak lazim dalam nama di sini; berkas ini mungkin memakai pengodean lain. Simpan sebagai CSV UTF-8 atau Excel (.xlsx).",
        "{found} is not usual in names here; the file may be in another encoding. Save as CSV UTF-8 or Excel (.xlsx).",
    ),
    "error.empty_table": (
        "berkas ini kosong. Isi paling sedikit judul kolom dan satu baris.",
        "the file is empty. Give at least column headings and one row.",
    ),
    "error.unknown_encoding": (
        "byte {found} pada posisi {position} bukan UTF-8 maupun Windows-1252. Simpan sebagai CSV UTF-8.",
        "byte {found} at position {position} is neither UTF-8 nor Windows-1252. Save as CSV UTF-8.",
    ),
    # the table
    "error.unknown_sheet": (
        "lembar {found} tidak ada. Pilihan: {allowed}.",
        "there is no sheet {found}. Choose from: {allowed}.",
    ),
    "error.no_headings": (
        "judul kolom tidak ditemukan. Harus ada paling sedikit Nama (atau Kode), ASN, dan Peserta. Tunjukkan kolomnya, atau pakai templat.",
        "no column headings found. There must be at least Name (or Code), ASN and Enrolled. Say which column is which, or use the template.",
    ),
    "error.several_lists": (
        "beberapa lembar memuat daftar unit: {found}. Pilih satu lembar.",
        "several sheets hold a unit list: {found}. Choose one sheet.",
    ),
    "error.no_asn_column": (
        "kolom ASN tidak ada. Tunjukkan kolomnya, atau beri judul ASN atau Jumlah ASN.",
        "there is no ASN column. Say which column it is, or head it ASN or Number of ASN.",
    ),
    "error.no_enrolled_column": (
        "kolom peserta tidak ada. Tunjukkan kolomnya, atau beri judul Peserta atau Jumlah peserta.",
        "there is no enrolled column. Say which column it is, or head it Enrolled or Workers.",
    ),
    "error.no_unit_column": (
        "kolom unit belum jelas: mungkin {found}. Tunjukkan kolomnya; bila setiap baris berlaku untuk seluruh kabupaten, kosongkan isi kolom itu.",
        "which column names the unit is not clear: perhaps {found}. Say which; where each row is of the whole regency, empty that column.",
    ),
    "error.column_twice": (
        "kolom {found} berarti sama dengan kolom lain. Tunjukkan kolom yang dipakai, atau sisakan satu.",
        "the column {found} means the same as another. Say which one is meant, or keep one.",
    ),
    "error.bad_columns": (
        "{found} tidak jelas. Tulis misalnya nama=B, asn=C+D, peserta=F; yang tidak ada: kode=-. Nama yang dapat dipakai: {allowed}.",
        "{found} is not clear. Write, for example, name=B, asn=C+D, enrolled=F; what the list lacks: code=-. Names allowed: {allowed}.",
    ),
    "error.no_such_column": (
        "kolom {found} tidak ada. Isikan huruf atau judul kolom: {allowed}.",
        "there is no column {found}. Give the letters or the heading of one: {allowed}.",
    ),
    "error.column_ambiguous": (
        "{found} dapat berarti beberapa kolom: {columns}. Isikan judul lengkapnya, atau huruf kolom lain: {allowed}.",
        "{found} may be several columns: {columns}. Give its whole heading, or other letters: {allowed}.",
    ),
    "error.column_given_twice": (
        "kolom {found} dipakai dua kali. Satu kolom berisi satu hal.",
        "the column {found} is given twice. A column holds one thing.",
    ),
    "error.too_many_added": (
        "kolom untuk {found} terlalu banyak. Paling banyak {allowed}.",
        "too many columns for {found}. At most {allowed}.",
    ),
    "error.cell_without_heading": (
        "{found} berada di kolom tanpa judul. Beri judul kolom itu atau hapus isinya.",
        "{found} stands in a column without a heading. Give the column one, or empty the cell.",
    ),
    "error.merged_cells": (
        "sel {found} digabung. Pisahkan, lalu isi setiap baris.",
        "the cells {found} are merged. Split them and fill every row.",
    ),
    # a row
    "error.at_row": ("Baris {row}", "Row {row}"),
    "error.at_cell": ("Baris {row}, kolom {column}", "Row {row}, column {column}"),
    "error.name_missing": (
        "nama unit kosong. Isi nama, atau kosongkan seluruh baris.",
        "the unit has no name. Give one, or empty the whole row.",
    ),
    "error.code_unknown": (
        "kode {found} tidak dikenal, dan unit ini tanpa nama. Isi namanya.",
        "the code {found} is not known, and the unit has no name. Give its name.",
    ),
    "error.figure_missing": (
        "sel ini kosong. Isi bilangan bulat mulai {low}.",
        "this cell is empty. Give a whole number from {low}.",
    ),
    "error.fraction_of_people": (
        "{found} bukan bilangan bulat. Bila maksudnya {guess} orang, tulis {typed} tanpa tanda titik atau koma.",
        "{found} is not a whole number. If {guess} people are meant, write {typed} without a point or comma.",
    ),
    "error.percentage": (
        "{found} adalah persen, bukan jumlah. Isi jumlahnya, misalnya 46.",
        "{found} is a percentage, not a number. Give the number itself, such as 46.",
    ),
    "error.nothing_known": (
        "{found} berarti tidak ada, padahal angka ini harus diketahui. Isi bilangan bulat mulai {low}, atau hapus barisnya.",
        "{found} means none, but this figure must be known. Give a whole number from {low}, or delete the row.",
    ),
    "error.only_thousands": (
        "{found} dapat berarti ribuan atau tiga desimal. Tulis tanpa titik dan koma, misalnya 1256.",
        "{found} may mean thousands or three decimals. Write it without points and commas, such as 1256.",
    ),
    "error.formula_without_result": (
        "{found} adalah rumus tanpa hasil. Buka di Excel atau LibreOffice lalu simpan lagi, atau isi angkanya.",
        "{found} is a formula without a result. Open and save it in Excel or LibreOffice, or type the value.",
    ),
    "error.unclear_month": (
        "{found} bukan bulan yang jelas. Tulis misalnya September 2025, Sept 25, 09/2025, atau 2025-09.",
        "{found} is not clearly a month. Write, for example, September 2025, Sept 25, 09/2025 or 2025-09.",
    ),
    "error.day_not_month": (
        "{found} adalah tanggal, bukan bulan. Tulis misalnya September 2025 atau 2025-09.",
        "{found} is a day, not a month. Write, for example, September 2025 or 2025-09.",
    ),
    "error.not_a_name": (
        "{found} bukan teks biasa. Isi huruf dan angka saja.",
        "{found} is not ordinary text. Use letters and digits only.",
    ),
    "error.code_not_text": (
        "kode {found} telah diubah menjadi bilangan, tanggal, atau jam. Format kolom kode sebagai Teks, lalu ketik ulang.",
        "the code {found} was turned into a number, a date or a time. Format the code column as Text and type it again.",
    ),
    "error.not_a_segment": (
        "{found} bukan kelompok. Isi OPD, Kecamatan, atau Lainnya.",
        "{found} is not a segment. Give OPD, Kecamatan or Other.",
    ),
    "error.segment_unknown": (
        "kelompok unit {found} tidak diketahui. Isi kolom Kelompok dengan OPD, Kecamatan, atau Lainnya.",
        "the segment of {found} is not known. Put OPD, Kecamatan or Other into a Segment column.",
    ),
    "error.segment_of_another": (
        "kode ini milik {name}, kelompok {segment}. Perbaiki kode atau kelompoknya.",
        "this code belongs to {name}, segment {segment}. Correct the code or the segment.",
    ),
    "error.code_of_another": (
        "kode {found} milik {name}. Perbaiki kode atau namanya.",
        "the code {found} belongs to {name}. Correct the code or the name.",
    ),
    "error.half_a_pledge": (
        "komitmen tidak lengkap. Isi bulan dan jumlahnya, atau kosongkan keduanya.",
        "the pledge is incomplete. Give both its month and its number, or neither.",
    ),
    "error.unit_twice": (
        "{found} sudah ada pada baris {earlier}. Sisakan satu baris.",
        "{found} is already in row {earlier}. Keep one row.",
    ),
    "error.total_differs": (
        "jumlahnya {found}, sedangkan baris di atasnya berjumlah {sum}. Periksa barisnya, atau hapus baris jumlah.",
        "the total is {found}, while the rows above add up to {sum}. Check the rows, or delete the total.",
    ),
    "error.sum_across_differs": (
        "{found} bukan jumlah {columns}, yaitu {sum}. Perbaiki salah satunya.",
        "{found} is not the sum of {columns}, which is {sum}. Correct one of them.",
    ),
    # the list compared with known data
    "error.sum_of_above": (
        "{found} ({asn} ASN, {enrolled} peserta) sama dengan jumlah {count} baris di atasnya (baris {parts}). Nyatakan apakah ini baris jumlah atau sebuah unit.",
        "{found} ({asn} ASN, {enrolled} enrolled) equals the sum of {count} rows above it (rows {parts}). Say whether it is a total or a unit.",
    ),
    "error.sum_of_below": (
        "{found} ({asn} ASN, {enrolled} peserta) sama dengan jumlah {count} baris di bawahnya (baris {parts}). Nyatakan apakah baris itu bagian-bagiannya.",
        "{found} ({asn} ASN, {enrolled} enrolled) equals the sum of {count} rows below it (rows {parts}). Say whether those are its parts.",
    ),
    "error.name_of_none": (
        "{found} bukan nama unit. Nyatakan apakah baris ini jumlah atau keterangan, atau memang sebuah unit.",
        "{found} is not the name of a unit. Say whether this row is a total or a remark, or a unit after all.",
    ),
    "error.nearly_known": (
        "{found} tidak ada dalam data, tetapi mirip dengan {name}. Tulis nama itu bila unitnya sama, atau nyatakan bahwa ini unit tersendiri.",
        "{found} is not in the data, but looks like {name}. Write that name if it is the same unit, or say that it is a unit of its own.",
    ),
    "error.code_of_other_name": (
        "kode {given} dalam data milik {name}, bukan {found}. Nyatakan apakah itu nama barunya; bila unitnya lain, perbaiki kodenya.",
        "the code {given} belongs to {name} in the data, not to {found}. Say whether that is its new name; if it is another unit, correct the code.",
    ),
    "error.more_than_asn": (
        "peserta lebih banyak daripada ASN pada {count} baris (baris {listed}), misalnya {found}: {enrolled} peserta, {asn} ASN. Nyatakan apakah angkanya benar.",
        "there are more enrolled than ASN in {count} rows (rows {listed}), such as {found}: {enrolled} enrolled, {asn} ASN. Say whether that is right.",
    ),
    "error.row_not_in_list": (
        "baris {found} tidak ada dalam daftar. Isikan nomor baris seperti pada lembar kerja.",
        "there is no row {found} in the list. Give row numbers as the spreadsheet shows them.",
    ),
    "error.answer_rows": (
        "jawab dengan --leave-out {rows} untuk baris yang tidak dihitung, atau --keep {rows} untuk baris yang benar seperti tertulis.",
        "answer with --leave-out {rows} for rows that do not count, or --keep {rows} for rows that are right as they stand.",
    ),
    "error.region_missing": (
        "nama kabupaten atau kota belum ada. Isikan namanya.",
        "the name of the regency or city is not given. Name it.",
    ),
    "error.no_month": (
        "bulan data belum ada. Isikan bulannya, atau isi kolom Bulan.",
        "the month of the data is not given. Name it, or fill a Month column.",
    ),
    "error.several_months": (
        "daftar menyebut beberapa bulan: {found}. Satu daftar berlaku untuk satu bulan.",
        "the list speaks of several months: {found}. One list is for one month.",
    ),
    "error.month_ahead": (
        "bulan {found} belum tiba (sekarang {now}). Daftar ini harus berisi keadaan yang sudah terjadi.",
        "the month {found} has not come (it is {now}). A list must say what has happened.",
    ),
    "error.month_before_baseline": (
        "bulan {found} sebelum bulan data dasar {baseline}. Isi {allowed} atau sesudahnya.",
        "the month {found} is before that of the data {baseline}. Give {allowed} or later.",
    ),
    "error.given_beyond_asn": (
        "daftar memuat {found} ASN {segment}, sedangkan jumlah publikasi {total} dan {units} unit lain belum disebut. Lengkapi daftarnya atau perbaiki angkanya.",
        "the list holds {found} ASN ({segment}), while the published total is {total} and {units} other units are not listed. Complete the list or correct the figures.",
    ),
    "error.given_beyond_enrolled": (
        "daftar memuat {found} peserta {segment}, sedangkan jumlahnya {total} dan {units} unit lain yang ikut belum disebut. Lengkapi daftarnya, perbaiki angkanya, atau isikan jumlah yang baru.",
        "the list holds {found} enrolled ({segment}), while their total is {total} and {units} other units that take part are not listed. Complete the list, correct the figures, or give the new total.",
    ),
    "error.given_beyond_pledges": (
        "daftar memuat komitmen {found} pekerja {segment}, sedangkan jumlah publikasi {total} dan {units} unit lain belum disebut. Lengkapi daftarnya atau perbaiki angkanya.",
        "the list holds pledges of {found} workers ({segment}), while the published total is {total} and {units} other units are not listed. Complete the list or correct the figures.",
    ),
    "error.rest_beyond_asn": (
        "daftar memuat {given} dari {total} peserta {segment}. Sisanya, {found}, tidak muat pada {units} unit lain yang hanya punya {asn} ASN. Lengkapi daftarnya, perbaiki angkanya, atau isikan jumlah yang baru.",
        "the list holds {given} of {total} enrolled ({segment}). The other {found} do not fit the {units} other units, which have only {asn} ASN. Complete the list, correct the figures, or give the new total.",
    ),
    "error.total_not_reached": (
        "daftar memuat {found} peserta {segment}, sedangkan jumlah yang disebut {total}. Samakan keduanya.",
        "the list holds {found} enrolled ({segment}), while the total given is {total}. Make them agree.",
    ),
    "error.more_units_than_published": (
        "dengan daftar ini ada {found} unit {segment}, sedangkan data dasar {allowed}. Yang belum disebut: {names}. Pakai nama itu bila unitnya sama, atau nyatakan daftarnya lengkap.",
        "with this list there are {found} units ({segment}), while the data have {allowed}. Not listed: {names}. Use those names where the unit is the same, or say that the list is complete.",
    ),
    "error.asn_beyond_total": (
        "semua unit lain punya {found} ASN, sedangkan jumlah publikasi {total}, sehingga tidak ada sisa untuk ASN lainnya. Isikan ASN lainnya dalam daftar, atau perbaiki angkanya.",
        "all other units have {found} ASN, while the published total is {total}, which leaves none for the other ASN. List the other ASN, or correct the figures.",
    ),
    "error.enrolled_beyond_total": (
        "unit yang disebut punya {found} peserta, sedangkan jumlah pada bulan itu {total}. Perbaiki angkanya, isikan ASN lainnya dalam daftar, atau isikan jumlah yang baru.",
        "the units listed have {found} enrolled, while the total of that month is {total}. Correct the figures, list the other ASN, or give the new total.",
    ),
    "error.region_has_data": (
        "{found} sudah punya data. Susun daftar ini di atas data dasar {baseline}, bukan dari awal.",
        "{found} has data already. Build this list upon the data {baseline} instead of beginning anew.",
    ),
    "error.override_of_another": (
        "penetapan khusus {found} dibuat untuk {name} ({region}), sedangkan {found} di {baseline} adalah {other}. Hapus penetapan khusus itu, atau pakai data {region}.",
        "the special setting of {found} was made for {name} ({region}), while {found} is {other} in {baseline}. Delete the special setting, or use data of {region}.",
    ),
    "error.deaths_without_history": (
        "kematian {found} belum dapat dipakai: data ini baru punya satu bulan, belum ada riwayat peserta, sehingga tidak diketahui dalam berapa orang-tahun kematian itu terjadi. Kosongkan kematian; isikan bersama daftar bulan berikutnya.",
        "deaths of {found} cannot be used yet: these data have one month and no history of enrolled, so that nobody can say over how many person-years they fell. Leave deaths out, and give them with the list of a later month.",
    ),
    "error.deaths_fall": (
        "kematian {found} kurang dari {known} yang tercatat sampai {since}. Kematian dihitung sejak awal riwayat peserta, jadi tidak dapat turun. Bila angka pada {baseline} keliru, susun daftar ini di atas data dari sebelum kekeliruan itu.",
        "deaths of {found} are fewer than the {known} on record up to {since}. They are counted since the history of enrolment begins and cannot fall. If the number in {baseline} is wrong, build this list upon data from before that mistake.",
    ),
    "error.unsafe_name": (
        "nama {found} tidak dapat dipakai. Pakai huruf kecil, angka, dan tanda hubung, misalnya {allowed}.",
        "the name {found} cannot be used. Use small letters, digits and dashes, such as {allowed}.",
    ),
    "error.baseline_exists": (
        "data dasar {found} sudah ada dan tidak ditimpa. Pilih nama lain.",
        "the data {found} exist and are not overwritten. Choose another name.",
    ),
    # notes on how a list was read
    "note.read_as_cp1252": (
        "berkas dibaca sebagai Windows-1252. Periksa huruf beraksen, atau simpan sebagai CSV UTF-8.",
        "the file was read as Windows-1252. Check accented letters, or save as CSV UTF-8.",
    ),
    "note.unread_columns": ("kolom yang tidak dibaca: {found}.", "columns not read: {found}."),
    "note.columns_added": ("kolom yang dijumlahkan: {columns}.", "columns added up: {columns}."),
    "note.closing_skipped": (
        "dilewati sampai baris {last}: tanda tangan atau catatan di bawah tabel ({found}).",
        "skipped down to row {last}: signatures or remarks under the table ({found}).",
    ),
    "note.column_numbers": ("nomor kolom dilewati.", "the column numbers were skipped."),
    "note.total_skipped": ("baris jumlah dilewati.", "the row of totals was skipped."),
    "note.dashes_as_zero": (
        "{count} sel berisi tanda - atau “nihil” dibaca sebagai 0 ({cells}).",
        "{count} cells with a dash or “nihil” were read as 0 ({cells}).",
    ),
    "note.rounded_to_whole": (
        "{count} sel berisi pecahan yang sangat kecil, sisa hitungan lembar kerja, dan dibulatkan ({cells}).",
        "{count} cells held a tiny fraction, left behind by a spreadsheet's sums, and were rounded ({cells}).",
    ),
    "note.rows_without_figures": (
        "{found} baris tanpa angka dilewati (baris {rows}).",
        "rows without figures, skipped: {found} (rows {rows}).",
    ),
    "note.heads_segment": (
        "baris ini judul: unit di bawahnya termasuk kelompok {segment}.",
        "this row is a heading: the units below it are of the segment {segment}.",
    ),
    "note.named_by_code": (
        "{found} unit tanpa nama dikenali dari kodenya (baris {rows}).",
        "units without a name, known by their code: {found} (rows {rows}).",
    ),
    "note.rows_left_out": (
        "{found} baris tidak dihitung, sesuai jawaban (baris {listed}).",
        "rows left out, as answered: {found} (rows {listed}).",
    ),
    "note.maybe_sum_of_above": (
        "{found} ({asn} ASN, {enrolled} peserta) dibaca sebagai unit, meskipun sama dengan jumlah baris {parts}. Hapus barisnya bila itu jumlah.",
        "{found} ({asn} ASN, {enrolled} enrolled) was read as a unit, though it equals the sum of rows {parts}. Delete the row if it is a total.",
    ),
    "note.maybe_sum_of_below": (
        "{found} ({asn} ASN, {enrolled} peserta) dibaca sebagai unit, meskipun sama dengan jumlah baris {parts}. Hapus barisnya bila itu jumlah.",
        "{found} ({asn} ASN, {enrolled} enrolled) was read as a unit, though it equals the sum of rows {parts}. Delete the row if it is a total.",
    ),
    "note.took_places": (
        "{found} nama tidak dikenal dalam data dan menempati unit yang belum bernama: {names}. Periksa ejaannya.",
        "{found} names are not known in the data and take the places of units without a name: {names}. Check their spelling.",
    ),
    "note.units_added": (
        "{found} unit baru, belum ada dalam data: {names} ({asn} ASN, {enrolled} peserta).",
        "new units, not in the data so far ({found}): {names} ({asn} ASN, {enrolled} enrolled).",
    ),
    "note.not_listed": (
        "{found} unit tidak ada dalam daftar ini dan tetap seperti semula: {names} ({asn} ASN, {enrolled} peserta). Bila sudah dilebur atau dihapus, nyatakan daftarnya lengkap.",
        "units not on this list, which stay as they were ({found}): {names} ({asn} ASN, {enrolled} enrolled). If they were merged or closed, say that the list is complete.",
    ),
    "note.no_longer_there": (
        "{found} unit tidak ada lagi: {names} ({asn} ASN, {enrolled} peserta).",
        "units no longer there ({found}): {names} ({asn} ASN, {enrolled} enrolled).",
    ),
    "note.description_left_out": (
        "keterangan skenario ini ditulis untuk {region}, jadi tidak disertakan.",
        "the description of this scenario was written for {region} and is left out.",
    ),
    "note.overrides_unheld": (
        "data {baseline} yang disebut skenario ini tidak ada di sini, jadi tidak dapat diperiksa apakah penetapan khususnya untuk unit yang sama: {found}.",
        "the data {baseline} that the scenario names are not here, so that nobody can check whether its special settings are of the same units: {found}.",
    ),
    "note.deaths_unknown": (
        "kematian belum diketahui, jadi hanya angka kematian acuan yang dipakai.",
        "deaths are not known, so the prior death rate alone is used.",
    ),
    "note.deaths_stand": (
        "kematian tetap {deaths}, yaitu sampai {since}. Isikan jumlah sampai {month}; selama belum, angka kematian memakai orang-tahun sampai {since} saja.",
        "deaths remain {deaths}, which is as of {since}. Give their number as of {month}; until then the death rate counts person-years up to {since} only.",
    ),
    "note.total_stands": (
        "jumlah peserta {segment}, {total}, masih keadaan {since}, karena daftar tidak memuat semua unit. Bila jumlah pada {month} berbeda, isikan jumlah barunya.",
        "the total of {total} enrolled ({segment}) is still that of {since}, since the list does not name every unit. Where that of {month} is another, give the new total.",
    ),
    "note.total_moved": (
        "jumlah peserta {segment} pada {since} adalah {total}. Jumlah itu tidak dipaksakan pada {month}: unit tanpa angka sendiri tidak diturunkan, sehingga jumlahnya menjadi {new} (perkiraan). Bila jumlah {month} diketahui, isikan.",
        "the total of enrolled ({segment}) in {since} is {total}. It is not forced upon {month}: units without figures of their own are not lowered, so that the total becomes {new} (an estimate). Where the total of {month} is known, give it.",
    ),
    "note.start_lost": (
        "data {found}, tempat daftar sebelumnya disusun, tidak ada lagi. Daftar ini disusun di atas {baseline} saja, sehingga sisa jumlah publikasi tidak dibagi ulang.",
        "the data {found}, upon which the earlier list was laid, are no longer there. This list is laid upon {baseline} alone, so that what is left of published totals is not shared anew.",
    ),
    "note.pledges_overdue": (
        "{found} unit {segment} berkomitmen mulai {month} atau sebelumnya tetapi belum tercatat membayar. Proyeksi memulainya pada bulan pertama.",
        "units ({segment}) that pledged from {month} or before and do not pay yet: {found}. The projection starts them in its first month.",
    ),
    "note.rest_allocated": (
        "{found} dari {units} unit tidak punya angka sendiri dan tetap perkiraan.",
        "{found} of {units} units remain estimates: they have no figures of their own.",
    ),
    # in the baseline itself
    "intake.reading": (
        "Angka unit dari daftar {file}, dimasukkan {when}.",
        "Unit figures from the list {file}, taken in {when}.",
    ),
    "intake.reading_by": (
        "Angka unit dari daftar {file}, dimasukkan {when} oleh {by}.",
        "Unit figures from the list {file}, taken in {when} by {by}.",
    ),
    "intake.reading_rest": (
        "{rest} dari {units} unit tidak ada dalam daftar itu. Angkanya perkiraan menurut data {month}.",
        "{rest} of {units} units are not on that list. Their figures are estimates after the data of {month}.",
    ),
    "intake.deaths_question": (
        "Berapa kematian sampai {month}? Yang tercatat {deaths}, sampai {since}.",
        "How many deaths were there up to {month}? On record are {deaths}, up to {since}.",
    ),
    "intake.total_note": ("{rest} dari {units} unit perkiraan.", "{rest} of {units} units are estimates."),
    "intake.title": ("{name} · {month}", "{name} · {month}"),
    "intake.as_of": ("Angka per", "As of"),
    "intake.as_of_month": ("Angka per {month}.", "As of {month}."),
    "intake.taken": (
        "{name}: {units} unit, {asn} ASN, {enrolled} peserta pada {month} (sebelumnya {before}).",
        "{name} (units: {units}): {asn} ASN, {enrolled} enrolled in {month} (before: {before}).",
    ),
    # the template
    "template.sheet": ("Daftar unit", "Unit list"),
    "template.help_sheet": ("Petunjuk", "Help"),
    "template.introduction": (
        "Isi angka unit yang Anda ketahui. Baris tanpa angka tidak dibaca; unit itu tetap perkiraan. Jangan menggabung sel.",
        "Fill in the figures of the units you know. Rows without figures are not read; those units remain estimates. Do not merge cells.",
    ),
    "template.example": ("Contoh", "Example"),
    "template.segment.opd": ("OPD", "OPD"),
    "template.segment.kecamatan": ("Kecamatan", "Kecamatan"),
    "template.segment.other": ("Lainnya", "Other"),
    "template.heading.code": ("Kode", "Code"),
    "template.heading.name": ("Nama", "Name"),
    "template.heading.segment": ("Kelompok", "Segment"),
    "template.heading.asn": ("ASN", "ASN"),
    "template.heading.enrolled": ("Peserta", "Enrolled"),
    "template.heading.pledge_month": ("Bulan komitmen", "Pledge month"),
    "template.heading.pledge_workers": ("Jumlah komitmen", "Pledged workers"),
    "template.heading.month": ("Bulan", "Month"),
    "template.heading.year": ("Tahun", "Year"),
    "template.heading.note": ("Catatan", "Note"),
    "template.help.code": (
        "Kode unit sebagai teks, misalnya 33.24.04. Boleh kosong untuk unit baru.",
        "The unit's code as text, such as 33.24.04. May be empty for a new unit.",
    ),
    "template.help.name": ("Nama unit. Setiap unit satu baris.", "The unit's name. One row for each unit."),
    "template.help.segment": (
        "OPD, Kecamatan, atau Lainnya (sekolah, puskesmas, UPTD).",
        "OPD, Kecamatan or Other (schools, health centres, technical units).",
    ),
    "template.help.asn": (
        "Jumlah ASN unit itu: bilangan bulat mulai 1.",
        "The unit's civil servants: a whole number from 1.",
    ),
    "template.help.enrolled": (
        "Pekerja yang iurannya sudah dibayar pada bulan data. Isi 0 bila belum ada.",
        "Workers paid up in the month of the data. Give 0 where there are none.",
    ),
    "template.help.pledge_month": (
        "Hanya untuk unit dengan 0 peserta yang sudah berkomitmen: bulan mulai membayar, misalnya September 2025.",
        "Only for units with 0 enrolled that have pledged: the month they start to pay, such as September 2025.",
    ),
    "template.help.pledge_workers": (
        "Jumlah pekerja yang dijanjikan mulai bulan itu.",
        "The workers pledged from that month on.",
    ),
    "template.help.note": ("Bebas, paling banyak 300 huruf.", "Free text of at most 300 characters."),
    "template.example_name": ("Dinas Contoh", "Example Office"),
    "template.example_month": ("September 2025", "September 2025"),
    "template.example_note": ("menurut surat kepala dinas", "according to a letter of its head"),
}


def note_text(note: Problem, lang: Lang) -> str:
    """A note on how a list was read, as one line."""
    return sentence(f"note.{note.code}", note, lang)
