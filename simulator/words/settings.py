"""The name and the help text of each setting of a scenario, and its value as text.

Keys are `setting.PATH` and `setting_help.PATH` with the paths of the file; `*` replaces the segment in a
path, and its name is filled in. A lever also has a shorter name, `lever.PATH`.
"""

import re
from dataclasses import replace
from typing import Any, cast

from simulator.model.parts import SEGMENTS
from simulator.model.scenario import OVERRIDE_SETTINGS, SETTINGS
from simulator.model.settings import Setting
from simulator.words import Lang, text
from simulator.words.numbers import NO_BREAK, month_long
from simulator.words.quantity import Form, Mark, Origin, Quantity, Unit
from simulator.words.sentence import Sentence, sentence

TEXTS = {
    "segment.opd": ("OPD", "OPD"),
    "segment.kecamatan": ("kecamatan", "kecamatan"),
    "segment.other": ("ASN lainnya", "other ASN"),
    "setting.horizon_months": ("Lama proyeksi", "Length of the projection"),
    "setting_help.horizon_months": (
        "Banyaknya bulan yang dihitung sesudah bulan data.",
        "How many months are computed after the month of the data.",
    ),
    "setting.target.coverage_share": ("Target cakupan", "Target coverage"),
    "setting_help.target.coverage_share": (
        "Peserta per seluruh ASN yang ingin dicapai.",
        "Enrolled workers per ASN of the whole regency to be reached.",
    ),
    "setting.target.month": ("Bulan target", "Target month"),
    "setting_help.target.month": (
        "Bulan saat target cakupan ingin dicapai.",
        "The month in which the target coverage is to be reached.",
    ),
    "setting.participation.*.target_share": (
        "Partisipasi minimal {segment}",
        "Floor of participation, {segment}",
    ),
    "setting_help.participation.*.target_share": (
        "Setiap unit yang ikut merencanakan sedikitnya bagian ini dari ASN-nya; unit yang sudah di atasnya tidak diturunkan.",
        "Every unit that takes part plans for at least this share of its ASN; a unit already above it is not lowered.",
    ),
    "setting.participation.*.ramp_months": (
        "Bulan sampai tercapai, {segment}",
        "Months to get there, {segment}",
    ),
    "setting_help.participation.*.ramp_months": (
        "Lamanya dari awal sampai rencana sebuah unit tercapai penuh.",
        "How long it takes from the start until a unit's plan is fully reached.",
    ),
    "setting.participation.*.curve": ("Bentuk kenaikan, {segment}", "Shape of the rise, {segment}"),
    "setting_help.participation.*.curve": (
        "Cara kenaikan terbagi selama bulan-bulan itu.",
        "How the rise is spread over those months.",
    ),
    "setting.participation.*.workers_per_asn": ("Pekerja per ASN, {segment}", "Workers per ASN, {segment}"),
    "setting_help.participation.*.workers_per_asn": (
        "Berapa pekerja rentan yang ditanggung tiap ASN yang ikut.",
        "How many vulnerable workers each participating ASN pays for.",
    ),
    "setting.participation.*.entry_share": (
        "Porsi awal unit baru, {segment}",
        "Opening share of new units, {segment}",
    ),
    "setting_help.participation.*.entry_share": (
        "Bagian ASN yang ikut pada bulan pertama sebuah unit yang sebelumnya belum ikut.",
        "The share of ASN taking part in the first month of a unit that comes in from outside.",
    ),
    "setting.participation.*.new_units_per_month": (
        "Unit baru di luar Rakor Monev, {segment}",
        "New units besides the Rakor Monev, {segment}",
    ),
    "setting_help.participation.*.new_units_per_month": (
        "Unit yang masuk tiap bulan di luar Rakor Monev, ASN terbanyak lebih dulu.",
        "Units that join each month apart from the Rakor Monev, most ASN first.",
    ),
    "setting.monev.first_month": ("Rakor Monev pertama", "First Rakor Monev"),
    "setting_help.monev.first_month": (
        "Bulan Rakor Monev pertama; unit baru dan dorongannya mulai terlihat bulan berikutnya.",
        "The month of the first Rakor Monev; its new units and its push begin to show in the month after.",
    ),
    "setting.monev.every_months": ("Jarak antar-Rakor Monev", "Months between Rakor Monev"),
    "setting_help.monev.every_months": (
        "Rakor Monev berulang tiap sekian bulan.",
        "The Rakor Monev returns every so many months.",
    ),
    "setting.monev.meetings": ("Banyaknya Rakor Monev", "Number of Rakor Monev"),
    "setting_help.monev.meetings": (
        "Sesudah sekian kali tidak ada Rakor Monev lagi; kosong berarti terus berulang.",
        "After so many there is no further Rakor Monev; empty means that they go on.",
    ),
    "setting.monev.new_opd": ("OPD baru tiap Rakor Monev", "New OPD after each Rakor Monev"),
    "setting_help.monev.new_opd": (
        "OPD yang belum ikut dan masuk sesudah tiap Rakor Monev, ASN terbanyak lebih dulu.",
        "OPD from outside that join after each Rakor Monev, most ASN first.",
    ),
    "setting.monev.new_kecamatan": (
        "Kecamatan baru tiap Rakor Monev",
        "New kecamatan after each Rakor Monev",
    ),
    "setting_help.monev.new_kecamatan": (
        "Kecamatan yang belum ikut dan masuk sesudah tiap Rakor Monev, ASN terbanyak lebih dulu.",
        "Kecamatan from outside that join after each Rakor Monev, most ASN first.",
    ),
    "setting.growth.background_share_per_month": ("Ikut tanpa diajak", "Joining by themselves"),
    "setting_help.growth.background_share_per_month": (
        "Bagian dari ASN yang belum membayar, di unit yang sudah ikut, yang mulai membayar tiap bulan tanpa rencana.",
        "The share of ASN not paying yet, in units that take part, who begin to pay each month without a plan.",
    ),
    "setting.growth.push_share": ("Dorongan satu Rakor Monev", "What one Rakor Monev brings"),
    "setting_help.growth.push_share": (
        "Bagian dari ASN yang belum membayar, di unit yang sudah ikut, yang akhirnya ikut karena Rakor Monev pertama.",
        "The share of ASN not paying yet, in units that take part, whom the first Rakor Monev brings in the end.",
    ),
    "setting.growth.push_half_life_months": ("Separuh dorongan tercapai dalam", "Half of it comes within"),
    "setting_help.growth.push_half_life_months": (
        "Berapa bulan sampai separuh dari dorongan satu Rakor Monev terjadi; sesudah itu makin sedikit.",
        "Months until half of what a Rakor Monev brings has come; after that ever fewer.",
    ),
    "setting.growth.push_repeat_factor": (
        "Kekuatan Rakor Monev berikutnya",
        "Strength of the next Rakor Monev",
    ),
    "setting_help.growth.push_repeat_factor": (
        "Dorongan tiap Rakor Monev adalah dorongan yang sebelumnya dikali angka ini; 0,5 berarti separuhnya.",
        "What each Rakor Monev brings, as a multiple of the one before; 0.5 means half of it.",
    ),
    "setting.growth.ceiling_share": ("Batas atas tumbuh sendiri", "Ceiling of growth by itself"),
    "setting_help.growth.ceiling_share": (
        "Bagian ASN satu unit yang paling banyak dicapai tanpa rencana khusus.",
        "The most of a unit's ASN that growth without a plan of its own can reach.",
    ),
    "setting.delivery.realised_share": ("Keterlaksanaan rencana", "Plans that come true"),
    "setting_help.delivery.realised_share": (
        "Bagian dari kenaikan yang direncanakan yang sungguh terjadi.",
        "The share of a planned rise that really comes about.",
    ),
    "setting.delivery.pledge_share": ("Keterlaksanaan komitmen", "Pledges that come true"),
    "setting_help.delivery.pledge_share": (
        "Bagian dari pekerja yang sudah dijanjikan yang sungguh didaftarkan.",
        "The share of the workers already pledged who are really enrolled.",
    ),
    "setting.delivery.join_delay_months": ("Keterlambatan masuk", "Delay in joining"),
    "setting_help.delivery.join_delay_months": (
        "Bulan dari giliran sebuah unit baru sampai unit itu mulai membayar.",
        "Months from a new unit's turn until it begins to pay.",
    ),
    "setting.retention.lapse_share_per_month": ("Berhenti per bulan", "Lapse a month"),
    "setting_help.retention.lapse_share_per_month": (
        "Bagian peserta yang iurannya tidak lagi dibayar tiap bulan, di luar yang meninggal.",
        "The share of enrolled workers no longer paid for each month, deaths apart.",
    ),
    "setting.retention.refill_share_per_month": (
        "Penggantian peserta yang berhenti",
        "Replacement of those who left",
    ),
    "setting_help.retention.refill_share_per_month": (
        "Bagian dari peserta berhenti yang digantikan pekerja lain tiap bulan.",
        "The share of those who left replaced by another worker each month.",
    ),
    "setting.workforce.asn_growth_per_year": ("Pertumbuhan ASN", "Growth of ASN"),
    "setting_help.workforce.asn_growth_per_year": (
        "Perubahan jumlah ASN tiap tahun, sama di semua unit.",
        "The yearly change in the number of ASN, the same in every unit.",
    ),
    "setting.contribution.income_base_idr": ("Dasar penghasilan per bulan", "Income base a month"),
    "setting_help.contribution.income_base_idr": (
        "Penghasilan yang dilaporkan; dasar iuran JKK dan JHT serta santunan JKK.",
        "The declared income on which JKK and JHT contributions and JKK grants are computed.",
    ),
    "setting.contribution.include_jht": ("JHT ikut dibayar", "JHT paid as well"),
    "setting_help.contribution.include_jht": (
        "Menambah iuran tabungan hari tua 2 % dari dasar penghasilan.",
        "Adds the old-age saving of 2 % of the income base.",
    ),
    "setting.contribution.relief_applies": ("Keringanan iuran PP 50/2025", "Relief of PP 50/2025"),
    "setting_help.contribution.relief_applies": (
        "Apakah iuran JKK dan JKM dipotong separuh selama masa keringanan; pastikan dahulu ke cabang BPJS Ketenagakerjaan.",
        "Whether JKK and JKM contributions are halved in the relief months; to be confirmed by the branch of BPJS Ketenagakerjaan.",
    ),
    "setting.contribution.transport_share": ("Porsi pekerja transportasi", "Share of transport workers"),
    "setting_help.contribution.transport_share": (
        "Bagian peserta yang masa keringanannya lebih panjang, Januari 2026 sampai Maret 2027.",
        "The share of enrolled workers with the longer relief, January 2026 to March 2027.",
    ),
    "setting.risk.deaths_per_1000_year": ("Angka kematian", "Death rate"),
    "setting_help.risk.deaths_per_1000_year": (
        "Kematian di luar kecelakaan kerja; bila kosong, diperkirakan dari pengalaman program ini dan angka acuan.",
        "Deaths outside work accidents; left empty, it is estimated from the programme's own experience and the prior.",
    ),
    "setting.risk.prior_deaths_per_1000_year": ("Angka kematian acuan", "Prior death rate"),
    "setting_help.risk.prior_deaths_per_1000_year": (
        "Angka kematian penduduk usia kerja, dipakai bersama pengalaman program ini.",
        "Mortality of the working-age population, used together with the programme's own experience.",
    ),
    "setting.risk.prior_person_years": ("Bobot angka kematian acuan", "Weight of the prior"),
    "setting_help.risk.prior_person_years": (
        "Bobot angka acuan dalam orang-tahun, di samping orang-tahun program ini.",
        "How much the prior counts beside the programme's own person-years.",
    ),
    "setting.risk.accidents_per_1000_year": ("Angka kecelakaan kerja", "Work accident rate"),
    "setting_help.risk.accidents_per_1000_year": (
        "Kasus JKK per 1.000 peserta per tahun.",
        "JKK cases per 1,000 enrolled workers a year.",
    ),
    "setting.risk.fatal_share": ("Kecelakaan yang berakibat meninggal", "Accidents that are fatal"),
    "setting_help.risk.fatal_share": (
        "Bagian kasus JKK yang berakhir dengan kematian.",
        "The share of JKK cases that end in death.",
    ),
    "setting.risk.nonfatal_cost_idr": ("Biaya per kecelakaan tidak fatal", "Cost of a non-fatal accident"),
    "setting_help.risk.nonfatal_cost_idr": (
        "Rata-rata manfaat untuk kecelakaan yang tidak berakibat meninggal.",
        "Average benefit for an accident that is not fatal.",
    ),
    "setting.risk.scholarship_per_death_idr": ("Beasiswa per kematian", "Scholarship per death"),
    "setting_help.risk.scholarship_per_death_idr": (
        "Rata-rata nasional atas semua kematian, jadi terlalu rendah bagi peserta dengan kepesertaan 36 bulan atau lebih.",
        "A national average over all deaths, so too low for members of more than 3 years.",
    ),
    "setting.uncertainty.draws": ("Banyaknya simulasi", "Number of simulations"),
    "setting_help.uncertainty.draws": (
        "Berapa kali masa depan disimulasikan untuk menggambar area berwarna dan menghitung peluang.",
        "How many times the future is simulated for bands and chances.",
    ),
    "setting.uncertainty.seed": ("Benih acak", "Random seed"),
    "setting_help.uncertainty.seed": (
        "Angka yang sama memberi simulasi yang sama.",
        "The same number gives the same simulations.",
    ),
    "setting.uncertainty.unit_variance_share": ("Perbedaan antarkantor", "Differences between offices"),
    "setting_help.uncertainty.unit_variance_share": (
        "Berapa bagian dari naik turunnya keterlaksanaan yang berasal dari tiap kantor sendiri, bukan dari semua kantor bersama.",
        "How much of the spread of delivery is each office's own, and not common to all offices.",
    ),
    "setting.uncertainty.leadership_correlation": ("Pengaruh pimpinan", "Influence of leadership"),
    "setting_help.uncertainty.leadership_correlation": (
        "Seberapa jauh keterlaksanaan rencana dan komitmen, dorongan Rakor Monev, pengganti, dan yang berhenti membaik atau memburuk bersama.",
        "How far delivery, pledges, the push of a Rakor Monev, refill and lapse get better or worse together.",
    ),
    "setting.uncertainty.exposure_cv": ("Ketidakpastian orang-tahun", "Uncertainty of the person-years"),
    "setting_help.uncertainty.exposure_cv": (
        "Seberapa jauh orang-tahun terlindungi sampai bulan data dapat meleset (simpangan baku dibagi rata-rata).",
        "Standard deviation over mean of the person-years up to the month of the data.",
    ),
    "setting.uncertainty.mortality_year_cv": ("Beda kematian antartahun", "Deaths differ from year to year"),
    "setting_help.uncertainty.mortality_year_cv": (
        "Seberapa jauh angka kematian berbeda dari tahun ke tahun (simpangan baku dibagi rata-rata).",
        "Standard deviation over mean of the death rate from year to year.",
    ),
    "setting.uncertainty.nonfatal_cost_cv": ("Keragaman biaya kecelakaan", "Spread of accident costs"),
    "setting_help.uncertainty.nonfatal_cost_cv": (
        "Seberapa jauh biaya berbeda dari kasus ke kasus (simpangan baku dibagi rata-rata).",
        "Standard deviation over mean of the cost per case.",
    ),
    "setting.overrides.*.target_share": ("Partisipasi unit ini", "Participation of this unit"),
    "setting_help.overrides.*.target_share": (
        "Bagian ASN yang direncanakan unit ini, juga bila di bawah tingkat sekarang.",
        "The share of ASN this unit plans for, also where it is below the present level.",
    ),
    "setting.overrides.*.workers_per_asn": ("Pekerja per ASN unit ini", "Workers per ASN of this unit"),
    "setting_help.overrides.*.workers_per_asn": (
        "Berapa pekerja rentan yang ditanggung tiap ASN yang ikut di unit ini.",
        "How many vulnerable workers each participating ASN of this unit pays for.",
    ),
    "setting.overrides.*.join_month": ("Bulan masuk unit ini", "Month this unit joins"),
    "setting_help.overrides.*.join_month": (
        "Bulan unit ini mulai, atau tidak pernah; tidak berlaku bagi unit yang sudah ikut.",
        "The month this unit begins, or never; says nothing about a unit that already takes part.",
    ),
    "lever.participation.opd.target_share": ("OPD, % ASN", "OPD, % of ASN"),
    "lever.participation.kecamatan.target_share": ("Kecamatan, % ASN", "Kecamatan, % of ASN"),
    "lever.participation.other.target_share": ("ASN lainnya, % ASN", "Other ASN, % of ASN"),
    "lever.participation.opd.ramp_months": ("Bulan sampai tercapai", "Months to get there"),
    "lever.monev.new_opd": ("OPD baru tiap Rakor Monev", "New OPD after each Rakor Monev"),
    "lever.monev.new_kecamatan": ("Kecamatan baru tiap Rakor Monev", "New kecamatan after each Rakor Monev"),
    "lever.retention.lapse_share_per_month": (
        "Berhenti per bulan, % peserta",
        "Lapse a month, % of enrolled",
    ),
    "lever.growth.push_share": (
        "Dorongan Rakor Monev, % belum membayar",
        "One Rakor Monev brings, % not paying",
    ),
    "lever.growth.push_half_life_months": (
        "Separuhnya tercapai dalam, bulan",
        "Half of it comes within, months",
    ),
    "lever.growth.push_repeat_factor": (
        "Yang berikutnya, kali dorongan sebelumnya",
        "The next one, times the push before",
    ),
    "lever.growth.ceiling_share": ("Batas tumbuh sendiri, % ASN", "Grows up to, % of ASN"),
    "curve.linear": ("merata tiap bulan", "evenly each month"),
    "curve.s-curve": ("pelan, cepat, lalu pelan", "slow, fast, then slow"),
    "curve.front-loaded": ("cepat di awal", "fast at first"),
    "curve.step": ("sekaligus", "all at once"),
    "value.workers_per_asn": ("{number} pekerja per ASN", "{number} workers per ASN"),
    "value.asn": ("{number} ASN", "{number} ASN"),
    "value.months": ("{number} bulan", "{number} months"),
    "value.units": ("{number} unit", "{number} units"),
    "value.meetings": ("{number} kali", "{number} meetings"),
    "value.meetings.one": ("1 kali", "1 meeting"),
    "value.without_end": ("terus berulang", "without end"),
    "value.units_per_month": ("{number} unit per bulan", "{number} units a month"),
    "value.workers_per_asn.one": ("1 pekerja per ASN", "1 worker per ASN"),
    "value.months.one": ("1 bulan", "1 month"),
    "value.units.one": ("1 unit", "1 unit"),
    "value.units_per_month.one": ("1 unit per bulan", "1 unit a month"),
    "value.person_years.one": ("{number} orang-tahun", "{number} person-year"),
    "value.share_per_month": ("{number} per bulan", "{number} a month"),
    "value.share_per_year": ("{number} per tahun", "{number} a year"),
    "value.per_1000_year": ("{number} per 1.000 orang per tahun", "{number} per 1,000 a year"),
    "value.person_years": ("{number} orang-tahun", "{number} person-years"),
    "value.points": ("{number} poin", "{number} points"),
    "value.range": ("{low} – {high}", "{low} – {high}"),
    "value.fixed": ("tetap {value}", "fixed at {value}"),
    "value.signed_range": (
        "{low:range_low} sampai {high:range_high}",
        "{low:range_low} to {high:range_high}",
    ),
    "value.yes": ("ya", "yes"),
    "value.no": ("tidak", "no"),
    "value.never": ("tidak pernah", "never"),
    "value.not_planned": ("belum dijadwalkan", "not planned"),
    "value.estimated": ("diperkirakan", "estimated"),
    "value.as_its_group": ("mengikuti kelompoknya", "as its group"),
    "value.nothing_special": ("tanpa penetapan khusus", "nothing special"),
}


UNITS: dict[str, Unit] = {
    "idr": "idr_each",
    "person_years": "number",
    **dict.fromkeys(("spread", "factor", "count"), "number"),
}
"""The unit of a quantity for units of settings that have another name there, or no word of their own."""
EMPTY = {
    "monev.first_month": "not_planned",
    "monev.meetings": "without_end",
    "risk.deaths_per_1000_year": "estimated",
}
"""The meaning of an empty setting; all others mean that a unit follows its group."""


def segment_name(segment: str, lang: Lang) -> str:
    """The name of a segment within a sentence: OPD, kecamatan, ASN lainnya."""
    return text(f"segment.{segment}", lang)


def setting_label(path: str, lang: Lang) -> str:
    """The name of the setting at a path of the file; raises KeyError for an unknown path.

    The path of an override's key is `overrides.*.target_share` or, in problems, `overrides[2].target_share`.
    """
    key, segment = _key(path)
    return text(f"setting.{key}", lang, segment=segment_name(segment, lang) if segment else "")


def lever_label(path: str, lang: Lang) -> str:
    """The name of the lever at a path, as beside its slider; raises KeyError if there is no lever."""
    return text(f"lever.{path}", lang)


def setting_help(path: str, lang: Lang) -> str:
    """What the setting does, in one sentence; raises KeyError for an unknown path."""
    return text(f"setting_help.{_key(path)[0]}", lang)


def setting_of(path: str) -> Setting:
    """The declaration of a setting or of an override's key; raises KeyError for an unknown path."""
    key, _ = _key(path)
    return OVERRIDE_SETTINGS[key.rpartition(".")[2]] if key.startswith("overrides") else SETTINGS[path]


def setting_unit(path: str) -> Unit:
    """The unit of a numeric setting."""
    unit = setting_of(path).unit
    return cast(Unit, UNITS.get(unit, unit))


def setting_quantity(path: str, value: Any) -> Quantity | None:
    """A setting's value as a number; None for a month, a choice, a switch, the seed, or an empty value."""
    # A seed is a name, not an amount.
    is_number = setting_of(path).kind in ("int", "float") and path != "uncertainty.seed"
    if value is None or not is_number:
        return None
    unit = setting_unit(path)
    is_broken = unit == "idr_each" and not float(value).is_integer()
    return Quantity(value, unit, form="fine" if is_broken else "")


def value_sentence(
    path: str,
    value: Any,
    lang: Lang,
    form: Form = "",
    *,
    basis: Mark = "assumed",
    origin: Origin | None = None,
) -> Sentence:
    """A setting's value with its unit: 70,1 %, 12 bulan, Rp 1.000.000, ya, tidak pernah."""
    quantity = setting_quantity(path, value)
    if quantity is None:
        return Sentence(lang, (_in_words(path, value, lang),))
    number = replace(quantity, form=form or quantity.form, basis=basis, origin=origin)
    if setting_of(path).unit == "person_years":
        return sentence(f"value.person_years{'.one' * (value == 1)}", lang, number=number)
    return Sentence(lang, (number,))


def setting_value_text(path: str, value: Any, lang: Lang, form: Form = "") -> str:
    """The same as plain text."""
    return str(value_sentence(path, value, lang, form))


def setting_bounds(path: str, lang: Lang) -> dict[str, str]:
    """The bounds of a setting as text for sentences, each unbroken with its unit."""
    ends = (setting_value_text(path, bound, lang) for bound in setting_of(path).bounds)
    low, high = (end.replace(" ", NO_BREAK) for end in ends)
    return {"low": low, "high": high}


def _in_words(path: str, value: Any, lang: Lang) -> str:
    setting = setting_of(path)
    if value is None:
        return text(f"value.{EMPTY.get(path, 'as_its_group')}", lang)
    if setting.unit == "month":
        return text("value.never", lang) if value == "never" else month_long(value, lang)
    if setting.unit == "switch":
        return text("value.yes" if value else "value.no", lang)
    return text(f"curve.{value}", lang) if setting.unit == "choice" else str(value)


def _key(path: str) -> tuple[str, str | None]:
    """The path with `*` in place of its segment or index in the overrides, and the segment."""
    found = re.fullmatch(rf"participation\.({'|'.join(SEGMENTS)})\.(\w+)", path)
    if found:
        return f"participation.*.{found[2]}", found[1]
    return re.sub(r"^overrides\[\d+\]", "overrides.*", path), None
