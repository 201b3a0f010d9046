"""Problems: what is wrong and where, what was found, what is allowed; `problem_text` fills them in."""

from typing import Any

from simulator.errors import Problem
from simulator.model.months import is_month
from simulator.words import Lang, template, text
from simulator.words.numbers import as_found, month_long, printable, trimmed

QUOTING = (
    "out_of_bounds",
    "wrong_type",
    "unknown_key",
    "not_one_of",
    "not_json",
)  # these show a number as it is, or has to be, in the JSON file
PLACES = ("row", "earlier", "line", "column", "position")  # positions, which are not formatted like amounts

KINDS = {
    "whole number": ("bilangan bulat", "a whole number"),
    "number": ("bilangan", "a number"),
    "text": ("teks", "text"),
    "true or false": ("true atau false", "true or false"),
    "object": ("objek JSON", "a JSON object"),
    "list": ("daftar", "a list"),
}

TEXTS = {
    "error.no_such_file": ("berkas tidak ada. Periksa namanya.", "there is no such file. Check its name."),
    "error.not_a_file": (
        "bukan berkas biasa, jadi tidak dibaca.",
        "this is no ordinary file and is not read.",
    ),
    "error.odd_name": (
        "nama berkas ini memuat huruf yang tidak dikenal (bukan UTF-8). Ganti namanya di folder skenario.",
        "this file's name has letters nobody knows (not UTF-8). Rename it in the folder of scenarios.",
    ),
    "error.unreadable_file": (
        "berkas tidak dapat dibaca ({found}). Periksa nama dan izinnya.",
        "the file cannot be read ({found}). Check its name and permissions.",
    ),
    "error.too_large": (
        "ukuran berkas {found} byte. Paling besar {allowed} byte.",
        "the file has {found} bytes. At most {allowed} bytes are allowed.",
    ),
    "error.too_much_at_once": (
        "semua berkas dan tautan bersama berisi lebih dari {allowed} byte. Gabungkan dalam beberapa tahap.",
        "all files and links together hold more than {allowed} bytes. Merge them in several steps.",
    ),
    "error.not_utf8": (
        "byte {found} pada posisi {position} bukan UTF-8. Simpan berkas sebagai UTF-8.",
        "byte {found} at position {position} is not UTF-8. Save the file as UTF-8.",
    ),
    "error.too_deep": (
        "berkas bertingkat terlalu dalam. Paling banyak {allowed} tingkat.",
        "the file is nested too deeply. At most {allowed} levels are allowed.",
    ),
    "error.not_json": (
        "baris {line}, kolom {column} bukan JSON yang benar. Perbaiki atau unduh ulang berkasnya.",
        "line {line}, column {column} is not valid JSON. Correct the file or download it again.",
    ),
    "error.duplicate_key": (
        "kunci {found} ditulis dua kali. Tulis satu kali.",
        "the key {found} is written twice. Write it once.",
    ),
    "error.not_a_number": (
        "{found} bukan bilangan. Isi bilangan biasa.",
        "{found} is not a number. Give an ordinary number.",
    ),
    "error.wrong_type": (
        "{found} bukan {kind_id}. Isi {kind_id}.",
        "{found} is not {kind_en}. Give {kind_en}.",
    ),
    "error.missing_key": (
        "kunci ini tidak ada. Berkas harus lengkap.",
        "this key is missing. The file must be complete.",
    ),
    "error.unknown_key": (
        "kunci ini tidak dikenal (isinya {found}). Hapus atau perbaiki namanya.",
        "this key is unknown (it holds {found}). Remove it or correct its name.",
    ),
    "error.out_of_bounds": (
        "{found} di luar batas. Isi {low} sampai {high}.",
        "{found} is out of bounds. Give {low} to {high}.",
    ),
    "error.too_low": (
        "{found} terlalu kecil. Isi {low} atau lebih.",
        "{found} is too low. Give {low} or more.",
    ),
    "error.too_high": (
        "{found} terlalu besar. Isi paling banyak {high}.",
        "{found} is too high. Give {high} at most.",
    ),
    "error.newer_version": (
        "berkas ini dari versi {found}, sedangkan program ini mengenal sampai versi {allowed}. Perbarui program.",
        "this file is of version {found}, and this program knows up to version {allowed}. Update the program.",
    ),
    "error.not_one_of": (
        "{found} tidak dikenal. Pilihan: {allowed}.",
        "{found} is not known. Choose from: {allowed}.",
    ),
    "error.bad_month": (
        "{found} bukan bulan. Isi TTTT-BB dari 2000-01 sampai 2100-12, misalnya 2025-09.",
        "{found} is not a month. Give YYYY-MM from 2000-01 to 2100-12, such as 2025-09.",
    ),
    "error.bad_day": (
        "{found} bukan tanggal. Isi TTTT-BB-HH dari 2000-01-01 sampai 2100-12-31, misalnya 2025-09-30.",
        "{found} is not a date. Give YYYY-MM-DD from 2000-01-01 to 2100-12-31, such as 2025-09-30.",
    ),
    "error.bad_seconds": (
        "{found} bukan tanggal dalam detik sejak 1970. Isi misalnya 1795867200 untuk 28 November 2026, atau kosongkan.",
        "{found} is not a date in seconds since 1970. Give 1795867200 for 28 November 2026, or leave it out.",
    ),
    "error.too_many": (
        "ada {found} entri. Paling banyak {allowed}.",
        "there are {found} entries. At most {allowed} are allowed.",
    ),
    "error.not_one_name": (
        "{found} bukan nama. Isi huruf atau angka dalam satu baris, tanpa tanda kendali.",
        "{found} is not a name. Give letters or digits on one line, without control characters.",
    ),
    "error.too_short": (
        "panjangnya {found}. Isi paling sedikit {low}.",
        "its length is {found}. Give at least {low}.",
    ),
    "error.wrong_length": (
        "panjangnya {found}. Isi {low} sampai {high} huruf.",
        "its length is {found}. Give {low} to {high} characters.",
    ),
    "error.not_ranged": (
        "{found} tidak dapat diberi rentang. Rentang hanya untuk hal di luar keputusan perencana: {allowed}.",
        "{found} cannot have a range. Only what planners cannot decide has one: {allowed}.",
    ),
    "error.range_reversed": (
        "{found} lebih kecil daripada batas bawahnya, {low}. Isi batas atas yang sama atau lebih besar.",
        "{found} is less than the lower end, {low}. Give an upper end that is the same or greater.",
    ),
    "error.range_reaches_bound": (
        "rentang {low} sampai {found} mencapai nilai yang tidak mungkin terlampaui (0, atau 100 % bagi sebuah porsi). Isi nilai di dalamnya, atau batas bawah dan atas yang sama.",
        "the range {low} to {found} reaches a value that cannot be passed (0, or 100 % for a share). Give values inside, or the same lower and upper end.",
    ),
    "error.duplicate_range": (
        "{found} diberi rentang dua kali. Paling banyak satu rentang per pengaturan.",
        "{found} has two ranges. At most one range a setting.",
    ),
    "error.duplicate_unit": (
        "unit {found} ditetapkan dua kali. Paling banyak satu penetapan khusus per unit.",
        "unit {found} is set twice. At most one special setting a unit.",
    ),
    "error.unknown_unit": (
        "unit {found} tidak ada pada data dasar {baseline}. Pakai kode unit dari data itu.",
        "unit {found} is not in the data {baseline}. Use a unit code of that data.",
    ),
    "error.unit_in_group": (
        "data dasar {baseline} tidak memuat angka tersendiri untuk unit {found}: unit itu dihitung dalam kelompok {group}. Pakai --unit {group}, atau ambil daftar unit dari kabupaten dengan perintah intake.",
        "the data {baseline} hold no figures of unit {found} alone: it is counted in the group {group}. Use --unit {group}, or take in the regency's own list of units with the command intake.",
    ),
    "error.unknown_baseline": (
        "data dasar {found} tidak ada. Pilihan: {allowed}.",
        "there is no data set {found}. Choose from: {allowed}.",
    ),
    "error.outside_folder": (
        "{found} menunjuk ke luar folder skenario. Pakai nama berkas saja.",
        "{found} points outside the scenario folder. Use a file name only.",
    ),
    "error.name_taken": (
        "nama berkas ini sudah dipakai. Pilih nama lain.",
        "this file name is taken. Choose another name.",
    ),
    "error.changed_on_disk": (
        "berkas sudah berubah sejak dibuka. Simpan dengan nama lain, atau buka ulang.",
        "the file has changed since it was opened. Save under another name, or open it again.",
    ),
    "error.agreed": (
        "skenario {found} sudah disepakati, jadi tidak diubah. Buat salinan lalu ubah salinan itu.",
        "the scenario {found} is agreed and is not changed. Make a copy and change that.",
    ),
    "error.unreadable_version": (
        "versi ini tidak dapat dibaca. Versi lain tetap dapat dipakai.",
        "this version cannot be read. The others can still be used.",
    ),
    "error.last_scenario": (
        "skenario {found} tidak dihapus: ini satu-satunya yang dapat dibaca. Simpan yang lain dulu.",
        "the scenario {found} is not deleted: it is the only one that can be read. Save another one first.",
    ),
    "error.cannot_write": (
        "berkas tidak dapat ditulis ({found}). Periksa ruang dan izin folder.",
        "the file cannot be written ({found}). Check space and permissions of the folder.",
    ),
    "error.not_csv": (
        'tanda kutip tidak ditutup, atau ada huruf sesudah tanda kutip penutup. Tulis tanda kutip di dalam sel dua kali (""), atau hapus.',
        'a quote is not closed, or something follows a closing one. Write quotes within a cell twice (""), or remove them.',
    ),
    "error.wrong_columns": (
        "kolomnya {found}. Harus: {allowed}.",
        "the columns are {found}. They must be: {allowed}.",
    ),
    "error.wrong_number_of_cells": (
        "ada {found} sel. Harus {allowed}.",
        "there are {found} cells. There must be {allowed}.",
    ),
    "error.tile_place": (
        "{found} bukan tempat pada peta. Isi bilangan bulat 0 sampai {high}.",
        "{found} is no place on the map. Give a whole number from 0 to {high}.",
    ),
    "error.tile_taken": (
        "{found} berada di tempat yang sama dengan {other}. Beri tempat sendiri.",
        "{found} lies on the same place as {other}. Give it a place of its own.",
    ),
    "error.no_units": (
        "tidak ada unit. Isi paling sedikit satu baris.",
        "there are no units. Give at least one row.",
    ),
    "error.duplicate_code": (
        "kode {found} dipakai dua kali. Setiap unit punya kode sendiri.",
        "the code {found} is used twice. Each unit has a code of its own.",
    ),
    "error.not_people": (
        "{found} bukan jumlah orang. Isi bilangan bulat {low} sampai {high}, misalnya 46.",
        "{found} is not a number of people. Give a whole number from {low} to {high}, such as 46.",
    ),
    "error.pledge_of_a_participant": (
        "unit dengan {enrolled} peserta tidak boleh punya komitmen ({found}). Kosongkan salah satu.",
        "a unit with {enrolled} enrolled cannot have a pledge ({found}). Empty one of the two.",
    ),
    "error.months_must_increase": (
        "{found} tidak sesudah {before}. Urutkan menurut bulan.",
        "{found} does not come after {before}. Put the months in order.",
    ),
    "error.history_must_end_at_baseline": (
        "riwayat berakhir {found}. Harus berakhir pada bulan data {allowed}.",
        "the history ends in {found}. It must end in the month of the data, {allowed}.",
    ),
    "error.history_must_end_at_total": (
        "titik terakhir riwayat {found} orang. Harus sama dengan jumlah unit, {allowed}.",
        "the last point of the history is {found} people. It must equal the units' total, {allowed}.",
    ),
    "error.no_rate_yet": (
        "tidak ada tarif untuk {found}. Tarif pertama berlaku {first}.",
        "no rate is known for {found}. The first one is in force from {first}.",
    ),
    "error.outside_projection": (
        "{found} di luar proyeksi. Isi {first} sampai {last}.",
        "{found} is outside the projection. Give {first} to {last}.",
    ),
    "error.same_stem": (
        "dua skenario akan ditulis ke berkas {found}. Ganti salah satu nama.",
        "two scenarios would be written to the file {found}. Rename one of them.",
    ),
    "error.needs_out": (
        "--units, --draws, dan beberapa skenario memerlukan --out FOLDER.",
        "--units, --draws and several scenarios need --out FOLDER.",
    ),
    "error.template_unreadable": (
        "berkas di folder data/templates ini bukan presentasi PowerPoint (.pptx) yang dapat dibaca. Simpan ulang sebagai .pptx, atau hapus agar tampilan bawaan dipakai.",
        "this file in the folder data/templates is no PowerPoint presentation (.pptx) that can be read. Save it as .pptx again, or delete it to have the look of the program.",
    ),
    "error.template_size": (
        "ukuran slide templat di folder data/templates ini {width} × {height} cm. Yang dapat dipakai layar lebar 16:9, misalnya 33,9 × 19,1 cm: di PowerPoint, Desain › Ukuran Slide › Layar lebar.",
        "the slides of this template in the folder data/templates are {width} × {height} cm. They have to be widescreen 16:9, such as 33.9 × 19.1 cm: in PowerPoint, Design › Slide Size › Widescreen.",
    ),
    "error.template_unpacks": (
        "templat di folder data/templates ini berisi {found} byte setelah dibuka, paling besar {allowed} byte. Kecilkan gambar di dalamnya.",
        "this template in the folder data/templates holds {found} bytes once unpacked, at most {allowed} are allowed. Make the pictures in it smaller.",
    ),
    "error.template_no_title": (
        "templat di folder data/templates ini tidak mempunyai tata letak dengan judul. Tambahkan satu di Tampilan › Master Slide.",
        "this template in the folder data/templates has no layout with a title. Add one in View › Slide Master.",
    ),
    "error.logo_unreadable": (
        "berkas di folder data/templates ini bukan gambar PNG atau JPEG yang dapat dibaca.",
        "this file in the folder data/templates is no PNG or JPEG picture that can be read.",
    ),
    "error.unreadable_draft": (
        "draf yang belum disimpan tidak dapat dibaca. Skenario awal dibuka.",
        "the unsaved draft cannot be read. The first scenario is open instead.",
    ),
    "error.negative": (
        "{found} tidak dapat dipakai. Isi 0 atau bilangan yang lebih besar.",
        "{found} cannot be used. Give 0 or a greater number.",
    ),
    "error.not_a_chance": (
        "{found} bukan peluang. Isi bilangan di atas 0 sampai 1, misalnya 0.8.",
        "{found} is no chance. Give a number above 0, up to 1, such as 0.8.",
    ),
    "error.lever_twice": (
        "{found} tertulis dua kali. Tulis sekali saja.",
        "{found} is given twice. Give it once.",
    ),
    "error.with_and_without": (
        "unit {found} diminta dikunjungi dan sekaligus tidak dikunjungi. Pilih salah satu.",
        "unit {found} is to be visited and not to be visited. Name it once.",
    ),
    "error.usage": ("{said}. Lihat python -m simulator --help.", "{said}. See python -m simulator --help."),
}


def problem_text(problem: Problem, lang: Lang) -> str:
    """A problem as one line: where it is, what was found, what is allowed."""
    return sentence(f"error.{problem.code}", problem, lang)


def sentence(key: str, problem: Problem, lang: Lang) -> str:
    """The sentence of a key, filled with the values of a problem and preceded by the problem's place."""
    as_written = problem.code in QUOTING
    values = {
        k: v if k in PLACES else str(v).removesuffix(".0") if as_written else _number(v, lang) or v
        for k, v in problem.values.items()
    }
    values |= {k: month_long(values[k], lang) for k in ("month", "since", "now") if is_month(values.get(k))}
    if "guess" in values:
        values["typed"] = problem.values["guess"]
    if "kind" in values:
        values["kind_id"], values["kind_en"] = KINDS[values.pop("kind")]
    if "segment" in values:
        values["segment"] = text(f"segment.{values['segment']}", lang)
    if "figure" in values:
        values["figure"] = text(f"actuals.figure.{values['figure']}", lang)
    words = text(
        key,
        lang,
        found=as_found(problem.found)
        if as_written
        else _number(problem.found, lang) or as_found(problem.found),
        **values,
    )
    where = printable(problem.where, 300)  # a path is useful only in full
    if "row" in values:
        place = text(
            "error.at_cell" if "column" in values else "error.at_row",
            lang,
            row=values["row"],
            column=printable(values.get("column", ""), 60),
        )
        where = f"{place} ({where})" if where else place
    begins_with_value = template(key, lang).startswith("{")  # such as a path, to be kept as it is
    return f"{where}: {words}" if where else words if begins_with_value else words[0].upper() + words[1:]


def _number(value: Any, lang: Lang) -> str:
    """A number with the language's separators; empty for anything else and for absurdly large numbers."""
    return (
        trimmed(value, lang, 6)
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15
        else ""
    )
