"""The page of sources: its headings, published figures and rules, the model, and what it leaves out."""

from collections.abc import Mapping

from simulator.model.source import Source
from simulator.words import Lang, text

TEXTS = {
    "sources.title": (
        "{assumed} dari {settings} pengaturan adalah asumsi; sisanya angka publikasi atau turunannya",
        "{assumed} of {settings} settings are assumptions; the rest is published or derived",
    ),
    "sources.intro": (
        "Setiap angka memakai satu tanda. Tanpa tanda: publikasi. ±: turunan atau perkiraan. Kata asumsi: tidak ada yang menerbitkannya.",
        "Every number carries one mark. No mark: published. ±: derived or estimated. The word assumption: nobody published it.",
    ),
    "sources.search": ("Cari", "Search"),
    "sources.search_hint": ("misalnya kematian, iuran, S44", "such as death, contribution, S44"),
    "sources.nothing_found": ("Tidak ada baris yang memuat {found}.", "No line contains {found}."),
    "sources.found": ("{rows} baris memuat {found}.", "{rows} lines contain {found}."),
    "sources.section.settings": ("Pengaturan skenario ini", "Settings of this scenario"),
    "sources.section.rules": ("Tarif, keringanan, dan manfaat", "Rates, relief and benefits"),
    "sources.section.formulas": ("Cara menghitung", "How it is computed"),
    "sources.section.history": ("Riwayat peserta", "History of enrolment"),
    "sources.section.reconciliation": (
        "Angka publikasi dibandingkan dengan data",
        "Published figures beside the data",
    ),
    "sources.section.left_out": ("Yang tidak dihitung", "What the model leaves out"),
    "sources.section.sources": ("Daftar sumber", "List of sources"),
    "sources.group_uncertainty": (
        "Ketidakpastian: menentukan area berwarna dan peluang, bukan garis proyeksi; tidak dihitung di atas",
        "Uncertainty: decides about bands and chances, not about the projection's line; not counted above",
    ),
    "sources.overrides": ("Penetapan khusus", "Special settings"),
    "sources.first_month": (
        "Angka bulan pertama; klik untuk rumusnya",
        "Numbers of the first month; click for the formula",
    ),
    "sources.open_questions": ("Pertanyaan terbuka", "Open questions"),
    "sources.column.name": ("Nama", "Name"),
    "sources.column.value": ("Sekarang", "Now"),
    "sources.column.reference": ("Bawaan", "Default"),
    "sources.column.bounds": ("Batas", "Bounds"),
    "sources.column.mark": ("Tanda", "Mark"),
    "sources.column.source": ("Sumber", "Source"),
    "sources.column.amount": ("Besaran", "Amount"),
    "sources.column.note": ("Catatan", "Note"),
    "sources.column.month": ("Bulan", "Month"),
    "sources.column.enrolled": ("Peserta", "Enrolled"),
    "sources.column.figure": ("Angka", "Figure"),
    "sources.column.published": ("Terbit", "Published"),
    "sources.column.counted": ("Jumlah menurut data", "The data add up to"),
    "sources.column.state": ("Hasil", "Result"),
    "sources.column.number": ("Nomor", "Number"),
    "sources.column.title": ("Judul", "Title"),
    "sources.column.publisher": ("Penerbit", "Publisher"),
    "sources.column.date": ("Tanggal", "Date"),
    "sources.column.supports": ("Isi", "What it says"),
    "sources.state.agrees": ("cocok", "agrees"),
    "sources.state.differs": ("berbeda", "differs"),
    "sources.state.misprint": ("salah cetak", "misprint"),
    "sources.state.not_counted": ("tidak ada pembanding", "nothing to hold it against"),
    "sources.differs_by": ("Selisih {difference}.", "Difference {difference}."),
    "sources.reconciled": (
        "{agrees} dari {compared} angka yang dapat dibandingkan cocok.",
        "{agrees} of {compared} figures that can be compared agree.",
    ),
    "sources.nothing_published": (
        "Tidak ada angka publikasi yang dapat dibandingkan dengan data ini.",
        "No published figure can be held against these data.",
    ),
    "sources.reading": ("Cara baca data: {reading}", "Reading of the data: {reading}"),
    "fact.asn_total": ("ASN seluruhnya", "all ASN"),
    "fact.enrolled_total": ("peserta", "enrolled"),
    "fact.enrolled_before": ("peserta sebelum Rakor Monev", "enrolled before the Rakor Monev"),
    "fact.coverage_share": ("cakupan", "coverage"),
    "fact.coverage_misprint_share": (
        "cakupan seperti tercantum di EMSATUNEWS",
        "coverage as printed by EMSATUNEWS",
    ),
    "fact.increase_total": ("tambahan peserta", "increase in enrolled"),
    "fact.opd_count": ("OPD", "OPD"),
    "fact.opd_participating": ("OPD yang ikut", "OPD that take part"),
    "fact.opd_pledged": ("OPD yang berkomitmen", "OPD that pledged"),
    "fact.opd_asn_participating": ("ASN di OPD yang ikut", "ASN of OPD that take part"),
    "fact.opd_asn_all": ("ASN di semua OPD", "ASN of all OPD"),
    "fact.opd_enrolled": ("peserta dari OPD", "enrolled through OPD"),
    "fact.opd_pledge_workers": ("pekerja komitmen OPD", "workers pledged by OPD"),
    "fact.opd_full_count": ("OPD yang 100 %", "OPD at 100 %"),
    "fact.kecamatan_count": ("kecamatan", "kecamatan"),
    "fact.kecamatan_participating": ("kecamatan yang ikut", "kecamatan that take part"),
    "fact.kecamatan_enrolled": ("peserta dari kecamatan", "enrolled through kecamatan"),
    "fact.kecamatan_pledged": ("kecamatan yang berkomitmen", "kecamatan that pledged"),
    "fact.kecamatan_pledge_workers": ("pekerja komitmen kecamatan", "workers pledged by kecamatan"),
    "fact.kecamatan_full_count": ("kecamatan yang 100 %", "kecamatan at 100 %"),
    "fact.pledge_workers_total": ("pekerja komitmen seluruhnya", "all workers pledged"),
    "fact.enrolled_after_pledges": ("peserta setelah komitmen", "enrolled after the pledges"),
    "fact.coverage_after_pledges_share": ("cakupan setelah komitmen", "coverage after the pledges"),
    "fact.other_enrolled": ("peserta dari ASN lainnya", "enrolled through other ASN"),
    "fact.target_share": ("target cakupan", "target coverage"),
    "fact.target_workers": ("pekerja menurut target", "workers the target asks for"),
    "fact.target_gap_workers": ("kurang setelah komitmen", "short after the pledges"),
    "fact.deaths": ("kematian", "deaths"),
    "fact.payouts_so_far_idr": ("santunan yang dibayar", "paid out"),
    "fact.contributions_so_far_idr": ("iuran sejauh ini", "contributions so far"),
    "fact.informal_workers": ("pekerja informal kabupaten", "informal workers of the regency"),
    "fact.informal_covered": ("pekerja informal yang terdaftar", "informal workers registered"),
    "fact.offices": ("OPD, tanpa daftar per OPD", "OPD, without a list of them"),
    "fact.offices_participating": ("OPD yang ikut, tanpa daftar", "OPD that take part, without a list"),
    "fact.exposure": ("orang-tahun terlindungi", "person-years in force"),
    "rule.rates": (
        "Iuran sejak {first} · {mark} · {source}",
        "Contributions from {first} · {mark} · {source}",
    ),
    "rule.benefits": (
        "Manfaat sejak {first} · {mark} · {source}",
        "Benefits from {first} · {mark} · {source}",
    ),
    "rule.relief_transport": (
        "Keringanan pekerja transportasi, {first} sampai {last} · {mark} · {source}",
        "Relief for transport workers, {first} to {last} · {mark} · {source}",
    ),
    "rule.relief_others": (
        "Keringanan pekerja lain, {first} sampai {last} · {mark} · {source}",
        "Relief for all others, {first} to {last} · {mark} · {source}",
    ),
    "rule.jkk_share_of_base": (
        "Iuran JKK, bagian dari dasar penghasilan",
        "JKK contribution, share of the income base",
    ),
    "rule.jkm_idr": ("Iuran JKM sebulan", "JKM contribution a month"),
    "rule.jht_share_of_base": (
        "Iuran JHT, bagian dari dasar penghasilan",
        "JHT contribution, share of the income base",
    ),
    "rule.income_base_min_idr": ("Dasar penghasilan terendah", "Lowest income base"),
    "rule.income_base_max_idr": ("Dasar penghasilan tertinggi", "Highest income base"),
    "rule.reduction_share": ("Potongan JKK dan JKM", "Taken off JKK and JKM"),
    "rule.jkm_full_idr": ("JKM penuh", "Full JKM"),
    "rule.jkm_funeral_idr": ("Biaya pemakaman saja", "Funeral grant only"),
    "rule.jkm_full_from_months": (
        "JKM penuh sejak bulan kepesertaan ke-",
        "Full JKM from month of membership",
    ),
    "rule.scholarship_from_months": (
        "Beasiswa JKM sejak bulan kepesertaan ke-",
        "JKM scholarship from month of membership",
    ),
    "rule.jkk_death_base_multiple": (
        "JKK meninggal, kali dasar penghasilan",
        "JKK death, times the income base",
    ),
    "rule.jkk_death_fixed_idr": ("JKK meninggal, ditambah", "JKK death, plus"),
    "rule.jkk_disability_base_multiple": (
        "JKK cacat total tetap, kali dasar penghasilan",
        "JKK permanent total disability, times the income base",
    ),
    "rule.jkk_disability_fixed_idr": (
        "JKK cacat total tetap, ditambah",
        "JKK permanent total disability, plus",
    ),
    "rule.scholarship_max_per_child_idr": (
        "Beasiswa paling banyak per anak",
        "Scholarship, most for a child",
    ),
    "rule.scholarship_max_children": (
        "Jumlah anak penerima beasiswa, paling banyak",
        "Most children with a scholarship",
    ),
    "rule.arrears_months": (
        "Bulan menunggak sebelum perlindungan berakhir",
        "Months unpaid before protection ends",
    ),
    "rule.max_age_years": ("Usia saat mendaftar, di bawah (tahun)", "Age at enrolment, below (years)"),
    "model.who_joins": ("Siapa ikut dan kapan", "Who joins and when"),
    "model.present": (
        "Unit yang sudah ikut terus membayar. Unit dengan komitmen mulai pada bulan komitmennya, dengan {pledge} dari pekerja yang dijanjikan.",
        "Units that take part go on paying. A unit with a pledge begins in the month of its pledge, with {pledge} of the workers it pledged.",
    ),
    "model.queue": (
        "Unit lain menunggu giliran di kelompoknya: ASN terbanyak lebih dulu. Tiap bulan terbuka tempat bagi {opd} OPD, {kecamatan} kecamatan, dan {other} unit lainnya.",
        "Other units wait their turn in their group: most ASN first. Each month lets in {opd} OPD, {kecamatan} kecamatan and {other} other units.",
    ),
    "model.monev": (
        "Rakor Monev: {first_month}, lalu tiap {every_months}, {meetings}. Sesudah tiap Rakor Monev masuk {new_opd} OPD dan {new_kecamatan} kecamatan, mulai bulan berikutnya ditambah keterlambatan {delay}.",
        "Rakor Monev: {first_month}, then every {every_months}, {meetings}. After each one {new_opd} OPD and {new_kecamatan} kecamatan join, from the month after plus a delay of {delay}.",
    ),
    "model.entry": (
        "Unit dari luar mulai dengan porsi awal dari ASN-nya: OPD {opd}, kecamatan {kecamatan}, lainnya {other}.",
        "A unit from outside opens with a share of its ASN: OPD {opd}, kecamatan {kecamatan}, other {other}.",
    ),
    "model.floor": (
        "Setiap unit yang ikut lalu naik sampai partisipasi minimal: OPD {opd}, kecamatan {kecamatan}, lainnya {other}. Unit yang sudah di atasnya tidak diturunkan.",
        "Every unit that takes part then rises to the floor: OPD {opd}, kecamatan {kecamatan}, other {other}. A unit already above it is not lowered.",
    ),
    "model.ramp": (
        "Kenaikan itu berlangsung {opd} di OPD ({opd_curve}), {kecamatan} di kecamatan ({kecamatan_curve}), dan {other} di unit lainnya ({other_curve}).",
        "The rise takes {opd} in OPD ({opd_curve}), {kecamatan} in kecamatan ({kecamatan_curve}) and {other} elsewhere ({other_curve}).",
    ),
    "model.realised": (
        "Dari kenaikan yang direncanakan terwujud {realised}. Jumlah ASN berubah {growth}.",
        "Of a planned rise {realised} comes about. The number of ASN changes by {growth}.",
    ),
    "model.workers": (
        "Tiap ASN yang ikut menanggung: OPD {opd}, kecamatan {kecamatan}, lainnya {other}.",
        "Every participating ASN pays for: OPD {opd}, kecamatan {kecamatan}, other {other}.",
    ),
    "model.growth": (
        "Di luar rencana, dari ASN yang belum membayar di unit yang sudah ikut: {background_share_per_month} ikut sendiri, dan {push_share} ikut sesudah Rakor Monev pertama, separuhnya dalam {push_half_life_months}. Dorongan yang berikutnya {push_repeat_factor} kali yang sebelumnya. Paling banyak {ceiling_share} ASN.",
        "Beside plans, of ASN not paying yet in units that take part: {background_share_per_month} join by themselves, and {push_share} after the first Rakor Monev, half of them within {push_half_life_months}. What the next one brings is {push_repeat_factor} times the one before. At most {ceiling_share} of ASN.",
    ),
    "model.no_growth": (
        "Tidak ada yang ikut di luar rencana: tidak dengan sendirinya, dan tidak karena dorongan Rakor Monev.",
        "Nobody joins beside plans: neither by themselves nor pushed by a Rakor Monev.",
    ),
    "model.members": ("Peserta dari bulan ke bulan", "Enrolled from month to month"),
    "model.leave": (
        "Tiap bulan keluar peserta yang meninggal ({death:fine} dari peserta) dan yang iurannya tidak lagi dibayar ({lapse}). Bila kursi dikurangi, peserta yang melebihi sisanya juga keluar.",
        "Each month those who die leave ({death:fine} of the enrolled) and those no longer paid for ({lapse}). Where seats are withdrawn, those above them leave too.",
    ),
    "model.fill": (
        "Kursi (tempat bagi pekerja yang disanggupi ASN) yang baru langsung terisi. Dari peserta yang berhenti digantikan {refill}.",
        "New seats (workers whom ASN undertake to pay for) are filled at once. Of those who left {refill} are replaced.",
    ),
    "model.tenure": (
        "Lama kepesertaan dihitung dari riwayat peserta, yang dianggap berubah merata di antara titik publikasi.",
        "Membership time is counted from the history, taken to change evenly between published points.",
    ),
    "model.money": ("Iuran", "Contributions"),
    "model.contribution": (
        "Iuran seorang pekerja: {jkk} dari {base} ditambah {jkm}, jadi {full} sebulan.",
        "Contribution of one worker: {jkk} of {base} plus {jkm}, so {full} a month.",
    ),
    "model.jht": ("Ditambah JHT {jht} dari dasar penghasilan.", "Plus JHT of {jht} of the income base."),
    "model.no_jht": ("Tanpa JHT.", "Without JHT."),
    "model.relief": (
        "Keringanan {share}: {group}, {first} sampai {last}.",
        "Relief of {share}: {group}, {first} to {last}.",
    ),
    "model.relief_transport": (
        "pekerja transportasi ({members} dari peserta)",
        "transport workers ({members} of the enrolled)",
    ),
    "model.relief_others": (
        "pekerja lain ({members} dari peserta)",
        "all others ({members} of the enrolled)",
    ),
    "model.no_relief": ("Keringanan tidak dipakai.", "The relief is not applied."),
    "model.payouts": ("Perkiraan manfaat", "Expected payouts"),
    "model.death_rate": (
        "Angka kematian {rate} per 1.000 orang per tahun, di luar kecelakaan kerja.",
        "Deaths of {rate} per 1,000 a year, outside work accidents.",
    ),
    "model.jkm": (
        "JKM: {funeral} bagi keluarga peserta dengan kepesertaan di bawah {full_from} bulan, selebihnya {full}. Ditambah beasiswa {scholarship} sejak kepesertaan {scholarship_from} bulan.",
        "JKM: {funeral} for the family of a member below {full_from} months, otherwise {full}. Plus a scholarship of {scholarship} from {scholarship_from} months on.",
    ),
    "model.jkk": (
        "JKK: {accidents}. Dari kecelakaan itu {fatal} berakibat meninggal, dengan {multiple} × dasar penghasilan + {fixed} + beasiswa; selebihnya {cost} per kasus.",
        "JKK: {accidents}. Of these accidents {fatal} are fatal, at {multiple} × income base + {fixed} + scholarship; the others cost {cost} each.",
    ),
    "model.ratio": (
        "Manfaat dibanding iuran: JKM dan JKK dibagi iuran tanpa JHT.",
        "Claims ratio: JKM and JKK divided by contributions without JHT.",
    ),
    "left_out.jht": (
        "JHT adalah tabungan pekerja sendiri, jadi bukan manfaat yang dihitung.",
        "JHT is the worker's own saving, so it is no payout.",
    ),
    "left_out.age": (
        "Kematian tidak bergantung pada umur atau jenis kelamin. Semua peserta memakai satu angka.",
        "Deaths do not depend on age or sex. All members share one rate.",
    ),
    "left_out.ageing": (
        "Peserta dianggap tidak bertambah umur dan tidak keluar pada usia 65 tahun. Umur peserta tidak dipublikasikan.",
        "Members do not grow older, nor leave at 65. Their ages are not published.",
    ),
    "left_out.behaviour": (
        "Naik turunnya iuran dianggap tidak mengubah siapa yang ikut.",
        "People do not respond: a higher or lower contribution changes nobody's decision.",
    ),
    "left_out.arrears": (
        "Tunggakan tidak dihitung. Peserta yang iurannya tidak dibayar langsung keluar, padahal perlindungan baru berakhir setelah {months} bulan.",
        "Arrears are not tracked. A worker who is not paid for leaves at once, though protection ends only after {months} months.",
    ),
    "left_out.scholarship": (
        "Beasiswa memakai rata-rata nasional atas semua kematian, jadi terlalu rendah bagi peserta dengan kepesertaan {months} bulan atau lebih.",
        "The scholarship is a national average over all deaths, so it is too low for members of {months} months or more.",
    ),
    "left_out.other": (
        "Peserta dari ASN lainnya adalah sisa hitungan. Bila ASN di OPD membayar lebih dari satu pekerja, sisanya lebih kecil.",
        "Enrolment through other ASN is what is left over. Where ASN of OPD pay for more than one worker, it is smaller.",
    ),
    "left_out.reading": (
        "Jumlah ASN per unit bergantung pada cara membaca angka pers. Cara baca lain memberi hasil lain.",
        "ASN per unit is a reading of press figures. Another reading gives another result.",
    ),
    "left_out.history": (
        "Bulan dan awal riwayat belum pasti. Keduanya mengubah orang-tahun dan angka kematian.",
        "The months and the start of the history are not certain. Both change exposure and the death rate.",
    ),
    "left_out.bands": (
        "Kelas penghasilan di antara yang terendah dan tertinggi belum diperiksa. Iuran dihitung {share} dari dasar yang diisi.",
        "Income bands between the lowest and the highest are not verified. The contribution is {share} of the base that is typed.",
    ),
    "left_out.nonfatal": (
        "Biaya kecelakaan tidak fatal adalah rata-rata. Perawatan tidak berbatas dan tidak mengikuti dasar penghasilan.",
        "The cost of a non-fatal accident is an average. Care has no ceiling and does not follow the income base.",
    ),
    "left_out.season": (
        "Tidak ada musim, wabah, atau bencana. Setiap bulan memakai peluang yang sama.",
        "There is no season, epidemic or disaster. Every month has the same probabilities.",
    ),
    "left_out.chance": (
        "Garis proyeksi berlaku bila semua berjalan sesuai rencana. Area berwarna dan peluang hanya memuat yang diberi rentang; kejadian di luar rentang itu tidak dihitung.",
        "A projected line holds if everything goes to plan. Bands and chances hold only what has a range; what happens beyond those ranges is not counted.",
    ),
    "left_out.actuals": (
        "Realisasi sesudah bulan data tidak mengubah proyeksi sampai proyeksi dimulai darinya (halaman Realisasi).",
        "What came true after the month of the data does not move the projection until it starts there (page Actuals).",
    ),
    "left_out.regulation": (
        "Isi peraturan diambil dari pers dan laman layanan, bukan dari naskahnya.",
        "Regulations were read in the press and on service pages, not in their text.",
    ),
}


def source_line(key: str, source: Source, lang: Lang) -> str:
    """A source on one line: key, title and, if it has them, publisher and date."""
    known = (part for part in (source.publisher[lang], source.date) if part != "–")
    return ", ".join((f"{key} {source.title[lang]}", *known))


def source_titles(keys: str, sources: Mapping[str, Source], lang: Lang) -> str:
    """Sources as keys with titles; `keys` are separated by spaces."""
    return "; ".join(f"{key} {sources[key].title[lang]}" for key in keys.split())


def fact_name(key: str, lang: Lang) -> str:
    """The name of a published figure; its key if a baseline has one without a name in the catalogue."""
    return text(f"fact.{key}", lang) if f"fact.{key}" in TEXTS else key
