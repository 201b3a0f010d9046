"""Uncertainty: the likely range beside the plan, and chances."""

TEXTS = {
    "chance.plan": ("bila semua berjalan sesuai rencana", "if everything goes to plan"),
    "chance.likely": ("yang wajar terjadi", "the likely range"),
    "chance.likely_of": ("yang wajar terjadi menurut “{name}”", "the likely range under “{name}”"),
    "chance.plan.premiums": ("iuran sesuai rencana", "contributions to plan"),
    "chance.likely.premiums": ("iuran yang wajar terjadi", "likely contributions"),
    "chance.plan.payouts": ("manfaat sesuai rencana", "payouts to plan"),
    "chance.likely.payouts": ("manfaat yang wajar terjadi", "likely payouts"),
    "value.chance": ("{part} dari {whole}", "{part} in {whole}"),
    "value.chance.about": ("sekitar {part} dari {whole}", "about {part} in {whole}"),
    "value.chance.less": ("kurang dari 5 %", "less than 5 %"),
    "value.chance.more": ("lebih dari 95 %", "more than 95 %"),
    "chance.target": (
        "Peluang mencapai {share} pada {month} {chance}, bila rentang ini benar.",
        "The chance of reaching {share} in {month} is {chance}, if these ranges are right.",
    ),
    "chance.target_outside": (
        "Bulan target di luar proyeksi, jadi peluangnya tidak dapat dihitung.",
        "The target's month lies outside the projection, so its chance cannot be computed.",
    ),
    "chance.target_past": (
        "Bulan target sudah lewat, jadi peluangnya tidak disebut.",
        "The target's month is over, so no chance is given.",
    ),
    "chance.inside": (
        "Yang wajar terjadi pada {month}: {low} sampai {high} peserta; bila semua berjalan sesuai rencana {line}.",
        "{low} to {high} enrolled are likely in {month}; if everything goes to plan {line}.",
    ),
    "chance.same": (
        "Bila semua berjalan sesuai rencana, pada {month} ada {line} peserta; hampir semua simulasi memberi jumlah yang sama.",
        "If everything goes to plan there are {line} enrolled in {month}; nearly all simulations give the same number.",
    ),
    "chance.above": (
        "Bila semua berjalan sesuai rencana, pada {month} ada {line} peserta; yang wajar terjadi lebih rendah: {low} sampai {high}.",
        "If everything goes to plan there are {line} enrolled in {month}; what is likely is lower: {low} to {high}.",
    ),
    "chance.below": (
        "Bila semua berjalan sesuai rencana, pada {month} ada {line} peserta; yang wajar terjadi lebih tinggi: {low} sampai {high}.",
        "If everything goes to plan there are {line} enrolled in {month}; what is likely is higher: {low} to {high}.",
    ),
    "chance.alt": (
        "Area {name}, {month}: {low} sampai {high}.",
        "Band of {name}, {month}: {low} to {high}.",
    ),
    "chance.reading": (
        "Dari {draws} simulasi, sembilan dari sepuluh berada di area berwarna dan separuhnya di bagian yang lebih gelap, dihitung bulan demi bulan.",
        "Of {draws} simulations nine in ten lie in the coloured area and half in its dark part, month by month.",
    ),
    "chance.few": (
        "Simulasinya hanya {draws}, terlalu sedikit untuk area dan peluang yang dapat diandalkan: pakai 1.000 atau lebih.",
        "Only {draws} simulations, too few for an area and chances to rely on: use 1,000 or more.",
    ),
    "chance.no_monthly_band": (
        "Manfaat satu bulan terlalu tidak menentu untuk digambar areanya: pilih 12 bulan atau kumulatif.",
        "The payouts of one month are too uneven for a range: choose 12 months or cumulative.",
    ),
    "chance.whose": (
        "Area berwarna menunjukkan yang wajar terjadi menurut “{name}”.",
        "The coloured area shows the likely range under “{name}”.",
    ),
    "chance.no_band": (
        "Grafik ini tanpa area berwarna: ada data dasar yang lain, atau angka satu bulan terlalu tidak menentu.",
        "This chart has no range: some data differ, or the numbers of one month are too uneven.",
    ),
    "chance.fixed": (
        "Tidak ada pengaturan yang diberi rentang; hanya kematian dan kecelakaan yang berubah-ubah.",
        "No setting has a range; only deaths and accidents vary.",
    ),
    "chance.series.enrolled": ("peserta", "enrolled"),
    "chance.series.coverage_share": ("cakupan", "coverage"),
    "chance.series.contributions_idr": ("iuran sebulan", "contributions of a month"),
    "chance.series.cumulative_premiums": ("jumlah iuran JKK dan JKM", "JKK and JKM contributions so far"),
    "chance.series.cumulative_contributions_idr": ("jumlah iuran", "contributions so far"),
    "chance.series.cumulative_payouts_idr": ("jumlah manfaat", "payouts so far"),
    "chance.series.year_premiums": (
        "iuran JKK dan JKM 12 bulan terakhir",
        "JKK and JKM contributions of the last 12 months",
    ),
    "chance.series.year_payouts_idr": ("manfaat 12 bulan terakhir", "payouts of the last 12 months"),
    "origin.title.target_chance": ("Peluang mencapai target", "Chance of meeting the target"),
    "origin.title.band_edge": (
        "Yang wajar terjadi, {series}, {month}: batas {edge}",
        "The likely range, {series}, {month}: edge of {edge}",
    ),
    "origin.title.simulated": ("Banyaknya simulasi", "Number of simulations"),
    "origin.part.draws_reached": ("simulasi yang mencapainya", "simulations that reach it"),
    "origin.part.draws": ("semua simulasi", "all simulations"),
    "origin.note.band_edge": (
        "Dari {draws} simulasi, {edge} memberi angka yang lebih rendah pada bulan itu.",
        "Of {draws} simulations {edge} give a lower number in that month.",
    ),
    "origin.note.simulated": (
        "Tiap simulasi mengambil angka dari rentang di bawah ini, lalu kematian dan kecelakaan menurut peluangnya; benih acak {seed}.",
        "Each simulation takes numbers from the ranges below, then deaths and accidents by their chance; random seed {seed}.",
    ),
    "chance.switch": ("Yang wajar terjadi", "Likely range"),
    "chance.switch_help": (
        "Rencana jarang berjalan sepenuhnya. Area di belakang garis menunjukkan apa yang wajar terjadi bila hal-hal di luar keputusan perencana berubah dalam rentangnya.",
        "Plans rarely come true in full. The area behind a line shows what is likely when things planners cannot decide vary within their ranges.",
    ),
    "chance.paths": ("Beberapa simulasi satu per satu", "A few simulations one by one"),
    "chance.more": ("Hitung sepuluh ribu simulasi", "Make ten thousand simulations"),
    "chance.making": ("Menghitung sepuluh ribu simulasi …", "Making ten thousand simulations …"),
    "chance.path": ("satu simulasi", "one simulation"),
    "chance.apart": ("Seberapa yakin", "How sure"),
    "chance.apart.note": (
        "Selisih terhadap “{name}” pada {month}. Kedua skenario disimulasikan dengan angka acak yang sama, jadi selisihnya berasal dari skenario, bukan dari kebetulan. Peluangnya berlaku bila rentang ini benar.",
        "Differences from “{name}” in {month}. Both scenarios are simulated with the same luck, so that what differs comes from the scenarios and not from chance. The chances hold if these ranges are right.",
    ),
    "chance.apart.other_data": (
        "Skenario dengan data dasar lain tidak disimulasikan bersama.",
        "Scenarios on other data are not simulated together.",
    ),
    "chance.apart.more": ("Peluang lebih banyak daripada “{name}”", "Chance of more than “{name}”"),
    "chance.apart.enrolled": (
        "“{name}” dibandingkan dengan “{other}” pada {month}: {line} peserta bila semua berjalan sesuai rencana, yang wajar terjadi {low} sampai {high}; peluang pesertanya lebih banyak: {chance}.",
        "“{name}” against “{other}” in {month}: {line} enrolled if everything goes to plan, likely {low} to {high}; chance of more enrolled: {chance}.",
    ),
    "chance.apart.same": ("selalu sama", "always the same"),
    "origin.title.apart_line": (
        "Selisih {series}, {month}: “{name}” dan “{other}”",
        "Difference in {series}, {month}: “{name}” and “{other}”",
    ),
    "origin.title.apart_edge": (
        "Selisih {series} yang wajar, {month}, batas {edge}: “{name}” dan “{other}”",
        "Likely difference in {series}, {month}, edge of {edge}: “{name}” and “{other}”",
    ),
    "origin.title.apart_chance": (
        "Peluang {series} lebih banyak, {month}: “{name}” daripada “{other}”",
        "Chance of more {series}, {month}: “{name}” than “{other}”",
    ),
    "origin.part.of_one": ("menurut “{name}”", "by “{name}”"),
    "origin.part.of_other": ("menurut “{name}”", "by “{name}”"),
    "origin.part.draws_more": ("simulasi yang lebih banyak", "simulations with more"),
    "origin.note.same_luck": (
        "Kedua skenario disimulasikan dengan angka acak yang sama.",
        "Both scenarios are simulated with the same luck.",
    ),
    "chance.range.setting": ("Pengaturan", "Setting"),
    "chance.range.now": ("Sekarang", "Now"),
    "chance.range.low": ("Rendah", "Low"),
    "chance.range.high": ("Tinggi", "High"),
}
