"""The basis of the death rate: observed deaths, the named priors, and the rate at which JKM breaks even."""

TEXTS = {
    "sources.section.deaths": ("Angka kematian", "Death rate"),
    "deaths.observed": (
        "Teramati sampai {month}: {deaths} kematian dalam {exposure} orang-tahun, yaitu {rate} per 1.000 orang per tahun (rentang {low} sampai {high}).",
        "Observed up to {month}: {deaths} deaths in {exposure} person-years, that is {rate} per 1,000 a year (interval {low} to {high}).",
    ),
    "deaths.unknown": (
        "Kematian peserta belum diketahui, jadi hanya angka acuan yang dipakai. Orang-tahun terlindungi juga tidak dihitung.",
        "Deaths are not known, so only the prior is used. The person-years in force do not count either.",
    ),
    "deaths.one_point": (
        "Riwayatnya hanya satu bulan, sehingga tidak diketahui dalam berapa orang-tahun kematian itu terjadi. Kematian baru dapat dimasukkan bersama riwayat.",
        "The history is one month: nobody can say over how many person-years deaths fell, so deaths can only be given together with a history.",
    ),
    "deaths.estimate": (
        "Dipakai skenario ini: {rate} per 1.000 orang per tahun (rentang {low} sampai {high}), rata-rata tertimbang dari acuan dan yang teramati.",
        "Used by this scenario: {rate} per 1,000 a year (interval {low} to {high}), the weighted mean of prior and what was observed.",
    ),
    "deaths.prior_only": (
        "Dipakai skenario ini: {rate} per 1.000 orang per tahun (rentang {low} sampai {high}), dari acuan saja.",
        "Used by this scenario: {rate} per 1,000 a year (interval {low} to {high}), by the prior alone.",
    ),
    "deaths.certain": (
        "Dipakai skenario ini: {rate} per 1.000 orang per tahun.",
        "Used by this scenario: {rate} per 1,000 a year.",
    ),
    "deaths.typed": (
        "Angka kematian diisi sendiri: {rate} per 1.000 orang per tahun. Acuan di bawah tidak mengubah apa pun sampai angka itu dikosongkan.",
        "The death rate is typed: {rate} per 1,000 a year. The priors below change nothing until it is left empty.",
    ),
    "deaths.break_even": (
        "Iuran JKM {premium} sebulan impas pada {full} kematian per 1.000 orang per tahun. Di atas itu manfaat JKM melebihi iurannya; risikonya ditanggung bersama secara nasional.",
        "A JKM contribution of {premium} a month breaks even at {full} deaths per 1,000 a year. Above that JKM benefits exceed their contribution; the risk is pooled nationally.",
    ),
    "deaths.break_even_relief": (
        "Selama masa keringanan titik impasnya {relieved}.",
        "During the relief it breaks even at {relieved}.",
    ),
    "deaths.priors": ("Angka acuan yang dapat dipilih", "Priors to choose from"),
    "deaths.interval_note": (
        "Rentang: 95 %, dengan orang-tahun terlindungi dianggap tepat.",
        "Intervals: 95 %, with the person-years in force taken as exact.",
    ),
    "deaths.prior": ("Acuan", "Prior"),
    "deaths.prior.population": ("Penduduk usia kerja", "Population of working age"),
    "deaths.prior.without_employer": ("Peserta bukan penerima upah (BPU)", "Workers without an employer"),
    "deaths.prior.all_segments": ("Semua segmen peserta", "All segments of members"),
    "deaths.prior_rate": ("Per 1.000 orang per tahun", "Per 1,000 a year"),
    "deaths.weight": ("bobot {years} orang-tahun", "weight {years} person-years"),
    "deaths.gives": ("Menjadi, dengan yang teramati", "Gives, with what was observed"),
    "deaths.interval": ("{low} sampai {high}", "{low} to {high}"),
    "deaths.payouts": ("Manfaat sampai {month}", "Payouts up to {month}"),
    "deaths.ratio": ("{ratio} iuran", "{ratio} contributions"),
    "deaths.use": ("Pakai acuan: {prior}", "Use the prior: {prior}"),
    "deaths.used": (
        "Acuan dan bobotnya dipakai. Dapat diurungkan.",
        "Prior and weight are used. Can be undone.",
    ),
    "origin.title.observed_death_rate": (
        "Kematian teramati per 1.000 orang per tahun",
        "Observed deaths per 1,000 a year",
    ),
    "origin.title.death_bound": ("Batas rentang angka kematian", "Bound of the death rate's interval"),
    "origin.title.observed_bound": (
        "Batas rentang kematian teramati",
        "Bound of the interval of the observed deaths",
    ),
    "origin.title.break_even": ("Angka kematian yang impas untuk JKM", "Death rate at which JKM breaks even"),
    "origin.title.prior_figure": ("Acuan: {prior}", "Prior: {prior}"),
    "origin.note.death_bound": (
        "Titik 2,5 % dan 97,5 % sebaran gamma: kematian acuan dan teramati sebagai bentuk, orang-tahun acuan dan teramati sebagai skala. Orang-tahun terlindungi dianggap tepat.",
        "The 2.5 % and 97.5 % points of a gamma distribution: deaths of prior and observed as its shape, person-years of both as its scale. The person-years in force are taken as exact.",
    ),
    "origin.note.observed_bound": (
        "Rentang 95 % menurut Garwood, untuk jumlah kejadian yang sedikit.",
        "Garwood's 95 % interval, for a small count of events.",
    ),
    "origin.note.break_even": (
        "Iuran JKM setahun dibagi santunan penuh; tanpa beasiswa, dan tanpa peserta dengan kepesertaan di bawah 3 bulan.",
        "A year's JKM contribution by the full benefit; without scholarships, and without members below 3 months.",
    ),
}
