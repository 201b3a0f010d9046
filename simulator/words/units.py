"""The page of OPD and kecamatan: its texts, and conversion of override values to and from typed text."""

from typing import Any

from simulator.model.months import FIRST_MONTH, LAST_MONTH, is_month
from simulator.words import LANGUAGES, Lang, text
from simulator.words.numbers import (
    decimal,
    in_own_marks,
    month_short,
    parse_number,
    percent,
)

TEXTS = {
    "units.title.outside": ("{units} belum ikut", "Not taking part yet: {units}"),
    "units.title.partial": ("Di {units} baru sebagian ASN ikut", "Only part of the ASN take part: {units}"),
    "units.title.pledged": (
        "{units} berkomitmen dan belum mulai membayar",
        "Pledged, not paying yet: {units}",
    ),
    "units.title.full": (
        "{units} sudah mencapai satu pekerja per ASN",
        "At one worker per ASN: {units}",
    ),
    "units.count": ("{number} {segment}", "{number} {segment}"),
    "units.some_of": ("{units} unit dari {name}", "{units} units of {name}"),
    "units.count.other": ("{number} unit lainnya", "{number} other units"),
    "units.count.other.one": ("{number} unit lainnya", "{number} other unit"),
    "units.month.of": ("{first:short}", "{first:short}"),
    "units.months.of": ("{first:short}–{last:short}", "{first:short}–{last:short}"),
    "units.subtitle": (
        "Keadaan {now}: {enrolled} peserta dari {asn} ASN. Menurut skenario pada {then}: {projected} peserta; {to_enrol} pekerja masih perlu didaftarkan sampai satu per ASN.",
        "As of {now}: {enrolled} enrolled of {asn} ASN. Under the scenario in {then}: {projected} enrolled; {to_enrol} still to enrol, to one per ASN.",
    ),
    "units.subtitle.pledged": ("{units} mulai membayar sesuai komitmen.", "{units} begin to pay as pledged."),
    "units.past": (
        "{month} sudah lewat; realisasi belum dimasukkan.",
        "{month} is past; actual figures have not been entered.",
    ),
    "units.month": ("Bulan proyeksi", "Month of the projection"),
    "units.view": ("Tampilan tabel", "View of the table"),
    "units.view.now": ("Ringkas", "In brief"),
    "units.view.all": ("Semua angka", "All figures"),
    "units.view.special": ("Penetapan khusus", "Special settings"),
    "units.download": ("Unduh tabel (CSV)", "Download table (CSV)"),
    "units.segment.opd": ("OPD", "OPD"),
    "units.segment.kecamatan": ("Kecamatan", "Kecamatan"),
    "units.segment.other": ("ASN lainnya", "Other ASN"),
    "units.total": ("Jumlah", "Total"),
    "units.status.full": ("100 %", "100 %"),
    "units.status.partial": ("sebagian", "partly"),
    "units.status.pledged": ("mulai {month}", "from {month}"),
    "units.status.outside": ("belum ikut", "not yet"),
    "units.group.full": ("{units} sudah 100 %", "{units} at 100 %"),
    "units.group.partial": ("{units} baru sebagian", "{units}, in part"),
    "units.group.pledged": ("{units} mulai {month}", "{units} from {month}"),
    "units.group.outside": ("{units} belum ikut", "{units}, not yet"),
    "units.group.other.full": ("ASN lainnya, sudah 100 %", "Other ASN, at 100 %"),
    "units.group.other.partial": ("ASN lainnya, baru sebagian", "Other ASN, in part"),
    "units.group.other.pledged": ("ASN lainnya, mulai {month}", "Other ASN, from {month}"),
    "units.group.other.outside": ("ASN lainnya, belum ikut", "Other ASN, not yet"),
    "units.column.name": ("Unit", "Unit"),
    "units.column.bar": ("Peserta dari ASN, {month}", "Enrolled of ASN, {month}"),
    "units.column.asn": ("ASN", "ASN"),
    "units.column.enrolled": ("Peserta", "Enrolled"),
    "units.column.enrolled_now": ("Peserta {now}", "Enrolled {now}"),
    "units.column.coverage": ("Cakupan", "Coverage"),
    "units.column.coverage_now": ("Cakupan {now}", "Coverage {now}"),
    "units.column.status": ("Status", "Status"),
    "units.column.asn_then": ("ASN {month}", "ASN {month}"),
    "units.column.projected": ("Proyeksi {month}", "Projected {month}"),
    "units.column.to_enrol": ("Masih perlu didaftarkan", "Still to enrol"),
    "units.column.below_plan": ("Di bawah rencana", "Below plan"),
    "units.column.bill_idr": ("Iuran sebulan (Rp)", "Bill a month (Rp)"),
    "units.column.payouts_idr": ("Perkiraan manfaat sebulan (Rp)", "Expected payouts a month (Rp)"),
    "units.column.target_share": ("Partisipasi unit ini", "Participation of this unit"),
    "units.column.workers_per_asn": ("Pekerja per ASN", "Workers per ASN"),
    "units.column.join_month": ("Bulan masuk", "Joining month"),
    "units.column.clear": ("Hapus", "Clear"),
    "units.help.bar": (
        "Batang: peserta dari ASN pada {then} menurut skenario. Garis tegak: partisipasi minimal dalam skenario.",
        "Bar: enrolled of ASN in {then} under the scenario. Upright line: the scenario's floor of participation.",
    ),
    "units.help.asn": ("Aparatur sipil negara pada {now}.", "Civil servants in {now}."),
    "units.help.enrolled": ("Pekerja yang dibayarkan iurannya pada {now}.", "Workers paid up in {now}."),
    "units.help.coverage": ("Peserta dibagi ASN pada {now}.", "Enrolled divided by ASN in {now}."),
    "units.help.status": (
        "100 %: paling sedikit satu pekerja per ASN pada {now}.",
        "100 %: at least one worker per ASN in {now}.",
    ),
    "units.help.asn_then": (
        "ASN pada {then} menurut pertumbuhan dalam skenario.",
        "ASN in {then} by the scenario's growth.",
    ),
    "units.help.projected": (
        "Peserta pada {then} menurut skenario, dibulatkan sehingga baris dan jumlah cocok.",
        "Enrolled in {then} under the scenario, rounded so that rows and total agree.",
    ),
    "units.help.to_enrol": (
        "ASN dikurangi peserta pada {then}: yang masih perlu didaftarkan agar setiap ASN menanggung satu pekerja. Nol bila sudah lebih.",
        "ASN less enrolled in {then}: still to enrol until every ASN pays for one worker. Zero where there are more.",
    ),
    "units.help.below_plan": (
        "Pekerja yang direncanakan unit yang ikut (partisipasi minimal, atau tingkat sekarang bila lebih tinggi), dikurangi peserta pada {then}. Tanda – bila belum ada jadwal masuk.",
        "Workers planned by the units that take part (the floor, or the present level where higher), less enrolled in {then}. A dash where the unit has no month to join.",
    ),
    "units.help.bill_idr": (
        "Peserta × {rate} per pekerja, tarif {then}.",
        "Enrolled × {rate} a worker, the rate of {then}.",
    ),
    "units.help.payouts_idr": (
        "Bagian dari perkiraan manfaat {then} menurut banyaknya peserta, dibulatkan ke ribuan. Risiko ditanggung bersama secara nasional.",
        "Share of the expected payouts of {then} by number enrolled, rounded to thousands. Risk is pooled nationally.",
    ),
    "units.help.target_share": (
        "Bagian ASN yang direncanakan, juga bila di bawah tingkat sekarang. Kosong: mengikuti kelompoknya. Contoh: {example}.",
        "Share of ASN planned for, also below the present level. Empty: as its group. Example: {example}.",
    ),
    "units.help.workers_per_asn": (
        "Pekerja yang ditanggung tiap ASN yang ikut, 0 sampai 10. Kosong: mengikuti kelompoknya.",
        "Workers paid for by each participating ASN, 0 to 10. Empty: as its group.",
    ),
    "units.help.join_month": (
        "Contoh: {example}, atau “tidak pernah”. Kosong: menurut giliran atau komitmen.",
        "Example: {example}, or “never”. Empty: by queue or pledge.",
    ),
    "units.help.clear": (
        "Menghapus penetapan khusus baris itu.",
        "Removes the special settings of that row.",
    ),
    "units.explain": ("dari mana angka ini", "where this number comes from"),
    "units.open": ("Buka lembar {name}", "Open the sheet of {name}"),
    "units.fold": ("Lipat atau buka {name}", "Fold or unfold {name}"),
    "units.bar": ("{enrolled} dari {asn} ASN", "{enrolled} of {asn} ASN"),
    "units.bar.floor": ("{bar}; partisipasi minimal {floor:tenths}", "{bar}; floor {floor:tenths}"),
    "units.legend_fictitious": (
        "Semua nama dan angka fiktif · ±: hasil hitungan dari angka fiktif. Dibulatkan ke orang; baris dan jumlah tetap cocok.",
        "All names and figures are fictitious · ±: computed from fictitious figures. Whole people; rows and totals agree.",
    ),
    "units.legend": (
        "± turunan atau perkiraan · asumsi: tidak diterbitkan · tanpa tanda: publikasi. Dibulatkan ke orang; baris dan jumlah tetap cocok.",
        "± derived or estimated · assumption: not published · no mark: published. Whole people; rows and totals agree.",
    ),
    "units.groups_only": (
        "Angka per OPD dan kecamatan tidak diterbitkan, jadi baris di sini kelompok. Muat daftar kabupaten untuk melihat tiap unit.",
        "Figures per OPD and kecamatan are not published, so rows here are groups. Load the regency's own list to see each unit.",
    ),
    "units.groups_also": (
        "Baris kelompok menggabungkan {segments} yang angkanya sendiri tidak diterbitkan. Muat daftarnya untuk melihat tiap unit.",
        "Rows of groups pool {segments} whose own figures are not published. Load their list to see each unit.",
    ),
    "units.ranking.title": (
        "Paling banyak masih perlu didaftarkan, {month}: {name} ({number} dari {all} pekerja).",
        "Most still to enrol in {month}: {name} ({number} of {all} workers).",
    ),
    "units.ranking.title.full": (
        "Semua mencapai satu pekerja per ASN pada {month}.",
        "All reach one worker per ASN in {month}.",
    ),
    "units.ranking.alt": (
        "Peringkat cakupan. {title} Teratas {first}: {first_label}. Terbawah {last}: {last_label}.",
        "Ranking by coverage. {title} First {first}: {first_label}. Last {last}: {last_label}.",
    ),
    "units.ranking.bar": ("{coverage} · {to_enrol} belum", "{coverage} · {to_enrol} to enrol"),
    "units.ranking.bar.full": ("{coverage}", "{coverage}"),
    "units.ranking.floor": ("partisipasi minimal {floor}", "floor {floor}"),
    "units.ranking.axis": ("Peserta per ASN", "Enrolled per ASN"),
    "units.ranking.coverage": ("Peserta per ASN", "Enrolled per ASN"),
    "units.ranking.note": (
        "Garis tegak jingga: partisipasi minimal dalam skenario.",
        "Upright amber line: the scenario's floor of participation.",
    ),
    "units.heat.title.some": (
        "Masih tanpa peserta pada {month}: {units}.",
        "Still nobody enrolled in {month}: {units}.",
    ),
    "units.heat.title.all": (
        "Semua sudah punya peserta pada {month}.",
        "All have workers enrolled in {month}.",
    ),
    "units.heat.alt": (
        "Cakupan bulan demi bulan. {title} {rows} baris, {first} sampai {last}.",
        "Coverage month by month. {title} {rows} rows, {first} to {last}.",
    ),
    "units.heat.none": ("tanpa peserta", "nobody"),
    "units.step": ("{low} sampai {high}", "{low} to {high}"),
    "units.step.last": ("{low} ke atas", "{low} and up"),
    "units.tiles.title.published": (
        "{known} dari {all} kecamatan sudah 100\u00a0%; angka {hidden} lainnya tidak diterbitkan.",
        "{known} of {all} kecamatan are at 100\u00a0%; figures of the other {hidden} are not published.",
    ),
    "units.tiles.title.hidden": (
        "Angka {all} kecamatan tidak diterbitkan.",
        "Figures of the {all} kecamatan are not published.",
    ),
    "units.tiles.title.own": (
        "{full} dari {all} kecamatan mencapai satu pekerja per ASN pada {month}.",
        "{full} of {all} kecamatan reach one worker per ASN in {month}.",
    ),
    "units.tiles.alt": ("Peta petak {tiles} kecamatan. {title}", "Tile map of {tiles} kecamatan. {title}"),
    "units.tiles.caption": (
        "{number} kecamatan yang diarsir: {parts}. Yang mana, tidak diterbitkan.",
        "The {number} hatched kecamatan: {parts}. Which is which is not published.",
    ),
    "units.tiles.caption.full": ("{number} sudah 100 %", "{number} at 100 %"),
    "units.tiles.caption.partial": ("{number} baru sebagian", "{number} partly in"),
    "units.tiles.caption.pledged": ("{number} mulai {month}", "{number} from {month}"),
    "units.tiles.caption.outside": ("{number} belum ikut", "{number} not yet"),
    "units.tiles.positions": (
        "Letak petak perkiraan, bukan peta batas wilayah.",
        "Tile positions are approximate, not a map of boundaries.",
    ),
    "units.shapes.alt": (
        "Peta {shapes} kecamatan menurut batas wilayahnya. {title}",
        "Map of {shapes} kecamatan in their boundaries. {title}",
    ),
    "units.shapes.names": (
        "Nama yang tidak muat tampak bila bidangnya ditunjuk, dan pada tabel.",
        "Names that do not fit show when the shape is pointed at, and in the table.",
    ),
    "units.shapes.missing": (
        "Tanpa batas wilayah dalam boundaries.geojson: {names}.",
        "Without a shape in boundaries.geojson: {names}.",
    ),
    "units.tiles.kecamatan": ("Kecamatan", "Kecamatan"),
    "units.tiles.unknown": ("tidak diterbitkan", "not published"),
    "units.published": ("Diterbitkan sudah 100 %", "Published at 100 %"),
    "units.export.month": (" ({month})", " ({month})"),
    "units.export.segment": ("Kelompok", "Group"),
    "units.export.mark": ("Tanda {column}", "Mark of {column}"),
    "units.sheet.unknown": ("Unit {unit} tidak ada pada data ini.", "There is no unit {unit} in this data."),
    "units.sheet.back": ("Semua OPD dan kecamatan", "All OPD and kecamatan"),
    "units.sheet.print": ("Cetak satu halaman", "Print one page"),
    "units.sheet.full": (
        "Setiap ASN sudah menanggung satu pekerja rentan.",
        "Every ASN already pays for one vulnerable worker.",
    ),
    "units.sheet.partial": (
        "Masih perlu {to_enrol} pekerja agar setiap ASN menanggung satu.",
        "{to_enrol} still to enrol until every ASN pays for one.",
    ),
    "units.sheet.pledged": (
        "Iuran {workers} pekerja dibayar mulai {month} sesuai komitmen.",
        "Paid for from {month}, as pledged: {workers}.",
    ),
    "units.sheet.outside": (
        "Belum ikut. Bila setiap ASN menanggung satu, {asn} pekerja rentan terlindungi.",
        "Not taking part yet. With one worker per ASN, {asn} vulnerable workers are protected.",
    ),
    "units.sheet.published": (
        "Diterbitkan sudah 100 %: setiap ASN ikut.",
        "Published at 100 %: every ASN takes part.",
    ),
    "units.sheet.asn": ("ASN", "ASN"),
    "units.sheet.enrolled": ("Peserta, {month}", "Enrolled, {month}"),
    "units.sheet.to_enrol": ("Masih perlu didaftarkan sampai satu per ASN", "Still to enrol, one per ASN"),
    "units.sheet.coverage": ("Cakupan menurut publikasi", "Coverage, published"),
    "units.sheet.estimate": ("≈ {asn}, perkiraan", "≈ {asn}, an estimate"),
    "units.sheet.no_count": (
        "Jumlah ASN tidak diterbitkan; perkiraan ini jumlah publikasi yang dibagi rata. Karena itu lembar ini tidak memuat iuran.",
        "The number of ASN is not published; this estimate is a published total spread evenly. Hence no bill on this sheet.",
    ),
    "units.sheet.group": (
        "Angka per unit tidak diterbitkan, jadi lembar ini untuk seluruh kelompok.",
        "Figures by unit are not published, so this sheet is for the whole group.",
    ),
    "units.sheet.scenario": (
        "Menurut skenario “{scenario}”: {projected} peserta pada {month}, iuran {bill} sebulan.",
        "Under the scenario “{scenario}”: {projected} enrolled in {month}, a bill of {bill} a month.",
    ),
    "units.sheet.recorded": (
        "Realisasi {month}: {actual} peserta; angka lain di lembar ini menurut data {baseline}.",
        "Recorded in {month}: {actual} enrolled; the other numbers of this sheet are those of the data of {baseline}.",
    ),
    "units.sheet.bill": ("Iuran sebulan", "Bill a month"),
    "units.sheet.for": ("Untuk", "For"),
    "units.sheet.now": ("{month} (sekarang)", "{month} (now)"),
    "units.sheet.from": ("mulai {month}", "from {month}"),
    "units.sheet.per_asn": ("Per ASN, satu pekerja", "Per ASN, one worker"),
    "units.sheet.enrolled.unit": (
        "Kantor, {number} peserta ({month})",
        "Office, {number} enrolled ({month})",
    ),
    "units.sheet.enrolled.pool": (
        "Kelompok, {number} peserta ({month})",
        "Group, {number} enrolled ({month})",
    ),
    "units.sheet.pledged.unit": (
        "Kantor, {number} pekerja menurut komitmen",
        "Office, {number} workers as pledged",
    ),
    "units.sheet.pledged.pool": (
        "Kelompok, {number} pekerja menurut komitmen",
        "Group, {number} workers as pledged",
    ),
    "units.sheet.asn.unit": (
        "Kantor, bila setiap ASN menanggung satu ({number:bracketed})",
        "Office, with one worker per ASN ({number:bracketed})",
    ),
    "units.sheet.asn.pool": (
        "Kelompok, bila setiap ASN menanggung satu ({number:bracketed})",
        "Group, with one worker per ASN ({number:bracketed})",
    ),
    "units.sheet.relief_on": (
        "Keringanan iuran PP 50/2025 dihitung sampai {last}. Hitungan ini mengandaikan PP 50/2025 berlaku; pastikan dahulu ke cabang BPJS Ketenagakerjaan. Tanpa keringanan {full} per pekerja.",
        "The relief of PP 50/2025 is counted until {last}. This assumes that PP 50/2025 applies; the branch of BPJS Ketenagakerjaan has yet to confirm it. Without relief {full} a worker.",
    ),
    "units.sheet.relief_off": (
        "Skenario ini tidak memakai keringanan. Bila cabang BPJS Ketenagakerjaan memastikan PP 50/2025 berlaku: {low} per pekerja sampai {last}.",
        "This scenario counts no relief. If the branch of BPJS Ketenagakerjaan confirms that PP 50/2025 applies: {low} a worker until {last}.",
    ),
    "units.sheet.relief_over": (
        "Masa keringanan PP 50/2025 sudah lewat; tarif tidak berubah lagi menurut aturan yang diketahui.",
        "The relief of PP 50/2025 is over; no further change of rate is known.",
    ),
    "units.sheet.base": ("Dasar penghasilan {base} sebulan{jht}.", "Income base {base} a month{jht}."),
    "units.sheet.with_jht": (", dengan JHT", ", with JHT"),
    "units.sheet.family": ("Yang diterima keluarga", "What a family receives"),
    "units.sheet.jkm": ("Meninggal di luar kecelakaan kerja (JKM)", "Death not caused by work (JKM)"),
    "units.sheet.jkm_note": (
        "sejak {months} bulan kepesertaan; sebelumnya {funeral} untuk pemakaman",
        "from {months} months' membership; before that {funeral} for the funeral",
    ),
    "units.sheet.jkk": ("Meninggal karena kecelakaan kerja (JKK)", "Death by a work accident (JKK)"),
    "units.sheet.jkk_note": (
        "{multiple} × dasar penghasilan {base} + {fixed}",
        "{multiple} × income base {base} + {fixed}",
    ),
    "units.sheet.scholarship": ("Beasiswa anak", "Scholarship for the children"),
    "units.sheet.scholarship_value": ("sampai {amount}", "up to {amount}"),
    "units.sheet.scholarship_note": (
        "{children} anak, paling banyak {child} seorang; pada JKM sesudah {years} tahun iuran, pada JKK langsung",
        "{children} children, at most {child} each; under JKM after {years} years' contributions, under JKK at once",
    ),
    "units.sheet.care": (
        "Pengobatan akibat kecelakaan kerja ditanggung sesuai kebutuhan medis.",
        "Care after a work accident is covered as medically needed.",
    ),
    "units.sheet.sources": ("Tanda dan sumber", "Marks and sources"),
    "units.sheet.marks": (
        "Tanpa tanda: publikasi. ±: turunan atau perkiraan. Asumsi: tidak ada yang menerbitkannya. Fiktif: dibuat untuk contoh.",
        "No mark: published. ±: derived or estimated. Assumption: published by nobody. Fictitious: invented for demonstration.",
    ),
    "units.sheet.foot": (
        "Skenario {scenario} · {data} · program {version}",
        "Scenario {scenario} · {data} · program {version}",
    ),
    "units.special.note": (
        "Isi sel bila sebuah unit tidak mengikuti kelompoknya. Perubahan langsung dihitung dan dapat diurungkan.",
        "Fill a cell to set a row apart from its segment. Changes take effect at once and can be undone.",
    ),
    "units.special.groups": (
        "Pada baris kelompok, isian berlaku untuk semua unit di dalamnya.",
        "On a group's row an entry applies to all units in it.",
    ),
    "units.special.lowers": (
        "{units}: isian ini menurunkan partisipasi di bawah tingkat {month}.",
        "{units}: this entry lowers participation below the level of {month}.",
    ),
    "units.special.mixed": ("beragam", "mixed"),
    "units.special.already": ("sudah ikut", "takes part"),
    "units.special.field": ("{column}, {name}", "{column}, {name}"),
    "units.special.clear": ("Hapus penetapan khusus {name}", "Clear the special settings of {name}"),
    "units.special.bad_target_share": (
        "{name}, partisipasi unit ini: “{found}” tidak dapat dipakai. Isi 0 % sampai 100 %, misalnya {example}, atau kosongkan.",
        "{name}, participation: “{found}” cannot be used. Give 0 % to 100 %, such as {example}, or leave it empty.",
    ),
    "units.special.bad_workers_per_asn": (
        "{name}, pekerja per ASN: “{found}” tidak dapat dipakai. Isi 0 sampai 10, misalnya {example}, atau kosongkan.",
        "{name}, workers per ASN: “{found}” cannot be used. Give 0 to 10, such as {example}, or leave it empty.",
    ),
    "units.special.bad_join_month": (
        "{name}, bulan masuk: “{found}” tidak dapat dipakai. Isi bulan dari 2000 sampai 2100, misalnya {example}, atau “tidak pernah”, atau kosongkan.",
        "{name}, joining month: “{found}” cannot be used. Give a month from 2000 to 2100, such as {example}, or “never”, or leave it empty.",
    ),
}
EXAMPLES = {"target_share": 0.705, "workers_per_asn": 1.5, "join_month": "2026-01"}


def special_text(name: str, value: Any, lang: Lang) -> str:
    """An override's value as a user would type it; empty for None."""
    if value is None:
        return ""
    if name == "target_share":
        return percent(value, lang, 6)
    if name == "workers_per_asn":
        return decimal(value, lang, len(f"{round(value, 6):.6f}".rstrip("0").partition(".")[2]))
    return text("value.never", lang) if value == "never" else month_short(value, lang)


def special_value(name: str, typed: str, lang: Lang) -> float | str | None:
    """The override value that a user typed, None for empty text; raises ValueError if it is not understood.

    Bounds are checked later, when the scenario is created.
    """
    typed = " ".join(typed.split())
    if not typed:
        return None
    if name == "join_month":
        return _month(typed.lower())
    number = parse_number(typed, lang)
    return round(number / 100, 10) if name == "target_share" else number


def refusal_text(name: str, row: str, typed: str, lang: Lang) -> str:
    """Why a typed value was refused, with an example of a valid one."""
    example = special_text(name, EXAMPLES[name], lang)
    if name != "join_month":
        example = in_own_marks(typed, lang) or example
    return text(f"units.special.bad_{name}", lang, name=row, found=typed, example=example)


def _month(typed: str) -> str:
    """A month typed as 2025-11, Nov 2025 or November 2025 in any language, or the word for never."""
    if typed in (text("value.never", lang).lower() for lang in LANGUAGES):
        return "never"
    name, _, year = typed.rpartition(" ")
    written = (names for words in LANGUAGES.values() for names in (words.months, words.short_months))
    for names in written:
        lowered = [n.lower() for n in names]
        if name in lowered:
            typed = f"{year}-{lowered.index(name) + 1:02d}"
    if not is_month(typed):
        raise ValueError(f"{typed} is no month from {FIRST_MONTH} to {LAST_MONTH}")
    return typed
