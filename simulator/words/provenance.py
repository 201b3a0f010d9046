"""The origin of numbers: titles, terms and notes of the formulas, and the marks on numbers."""

from simulator.model.baseline import Baseline
from simulator.model.baseline_facts import Basis
from simulator.words import Lang, text
from simulator.words.numbers import MINUS, shown
from simulator.words.quantity import RANGE_ENDS, Mark, Quantity

IN_WORDS: tuple[Mark, ...] = (
    "assumed",
    "fictitious",
)  # marks shown as a word beside the number, not as ±

UNMARKED: tuple[Mark, ...] = ("published", "counted", "fictitious")

TEXTS = {
    "basis.published": ("publikasi", "published"),
    "basis.derived": ("turunan", "derived"),
    "basis.allocated": ("perkiraan", "estimated"),
    "basis.assumed": ("asumsi", "assumption"),
    "basis.fictitious": ("fiktif", "fictitious"),
    "basis.counted": ("dihitung", "counted"),
    "basis_help.published": (
        "Tercetak di laman resmi, atau di pers yang mengutip pejabat.",
        "Printed on an official page, or by the press quoting officials.",
    ),
    "basis_help.derived": (
        "Hitungan atas angka publikasi dan asumsi di bawah ini.",
        "Arithmetic on published figures and the assumptions below.",
    ),
    "basis_help.allocated": (
        "Jumlah publikasi dibagi rata ke unit; tidak ada yang menerbitkan bagiannya.",
        "A published total spread evenly over units; nobody published the parts.",
    ),
    "basis_help.assumed": (
        "Tidak ada yang menerbitkannya; perencana dapat mengubahnya.",
        "Published by nobody; a planner can change it.",
    ),
    "basis_help.fictitious": (
        "Dibuat untuk contoh; tidak ada kabupaten yang menerbitkannya.",
        "Invented for demonstration; no regency published it.",
    ),
    "basis_help.counted": ("Dihitung satu per satu, jadi tepat.", "Counted one by one, so it is exact."),
    "origin.heading": ("Dari mana angka ini?", "Where does this number come from?"),
    "origin.in_words": ("Rumus", "Formula"),
    "origin.with_values": ("Dengan angka skenario ini", "With this scenario's values"),
    "origin.result": ("Hasil", "Result"),
    "origin.on_screen": ("di layar {shown}", "on screen {shown}"),
    "origin.mark": ("Tanda", "Mark"),
    "origin.parts": ("Angka yang dipakai", "Values used"),
    "origin.column_part": ("Angka", "Number"),
    "origin.column_value": ("Nilai", "Value"),
    "origin.column_mark": ("Tanda", "Mark"),
    "origin.column_source": ("Sumber", "Source"),
    "origin.computed": ("hasil hitungan skenario ini", "computed in this scenario"),
    "origin.sources": ("Sumber", "Sources"),
    "origin.reference": ("nilai bawaan program", "the program's own default"),
    "origin.chosen": ("diisi perencana", "chosen by the planner"),
    "origin.title.asn_total": ("ASN seluruhnya", "All ASN"),
    "origin.title.target_share": ("Cakupan yang ditargetkan", "Target coverage"),
    "origin.title.asn_in": ("Seluruh ASN {month}", "All ASN, {month}"),
    "origin.title.to_enrol_in": (
        "Yang masih perlu didaftarkan, {place}, {month}",
        "Still to enrol, {place}, {month}",
    ),
    "origin.title.actual_in": ("Realisasi {figure}, {name}, {month}", "Actual of {figure}, {name}, {month}"),
    "origin.title.entry": ("Realisasi {figure}, {name}, {month}", "Actual of {figure}, {name}, {month}"),
    "origin.title.pledged_due": ("Komitmen {name} yang sudah tiba", "Pledges of {name} that are due"),
    "origin.title.pledge_paid": ("Yang dibayar dari komitmen {name}", "Paid for of the pledges of {name}"),
    "origin.title.arrears_months": ("Bulan menunggak, {name}", "Months in arrears, {name}"),
    "origin.title.arrears_workers": (
        "Pekerja yang belum lunas, {name}",
        "Workers unpaid, {name}",
    ),
    "origin.title.estimate": ("Taksiran dari realisasi: {setting}", "Estimate from actuals: {setting}"),
    "origin.title.estimate_bound": (
        "Batas rentang taksiran: {setting}",
        "Bound of the estimate's interval: {setting}",
    ),
    "origin.title.estimate_count": ("Dasar taksiran: {setting}", "Behind the estimate: {setting}"),
    "origin.title.mean_error": ("Rata-rata meleset: {name}", "Mean absolute error: {name}"),
    "origin.title.mean_error_share": ("Rata-rata meleset: {name}", "Mean absolute error: {name}"),
    "origin.title.gap_at_target": ("Kurang dari target", "Short of the target"),
    "origin.title.surplus": ("Lebih dari target", "More than the target"),
    "origin.title.actual_gap": ("Selisih dari target menurut realisasi", "Apart from the target as recorded"),
    "origin.title.actual_coverage": ("Cakupan menurut realisasi {month}", "Coverage as recorded, {month}"),
    "origin.title.enrolled_now": ("Peserta pada {month}", "Enrolled in {month}"),
    "origin.title.coverage_now": ("Cakupan pada {month}", "Coverage in {month}"),
    "origin.title.pledges": ("Pekerja yang dijanjikan", "Workers pledged"),
    "origin.title.enrolled_in": ("Peserta pada {month}", "Enrolled in {month}"),
    "origin.title.coverage_in": ("Cakupan pada {month}", "Coverage in {month}"),
    "origin.title.enrolled_segment_in": ("Peserta {segment} pada {month}", "Enrolled, {segment}, in {month}"),
    "origin.title.target_workers": ("Pekerja menurut target", "Workers the target asks for"),
    "origin.title.gap": ("Kurang dari target", "Short of the target"),
    "origin.title.asn_segment_in": ("ASN {segment} pada {month}", "ASN, {segment}, in {month}"),
    "origin.title.asn_offices": ("ASN di OPD dan kecamatan", "ASN of OPD and kecamatan"),
    "origin.title.alone_share": (
        "Yang harus dicapai {segment} bila hanya kelompok ini yang menutup kekurangan",
        "What {segment} would have to reach to close the gap alone",
    ),
    "origin.title.needed_workers": (
        "Pekerja yang perlu dari OPD dan kecamatan",
        "Workers needed from OPD and kecamatan",
    ),
    "origin.title.needed_share": (
        "Yang harus dicapai OPD dan kecamatan",
        "What OPD and kecamatan must reach",
    ),
    "origin.title.ceiling": (
        "Cakupan bila semua OPD dan kecamatan 100 %",
        "Coverage with all OPD and kecamatan at 100 %",
    ),
    "origin.title.contribution_per_member": (
        "Iuran per pekerja pada {month}",
        "Contribution per worker in {month}",
    ),
    "origin.title.contributions_in": ("Iuran {month}", "Contributions in {month}"),
    "origin.title.cumulative_contributions": ("Jumlah iuran sampai {month}", "Contributions up to {month}"),
    "origin.title.deaths_in": ("Perkiraan kematian {month}", "Expected deaths in {month}"),
    "origin.title.jkm_in": ("Perkiraan manfaat JKM {month}", "Expected JKM payouts in {month}"),
    "origin.title.jkk_in": ("Perkiraan manfaat JKK {month}", "Expected JKK payouts in {month}"),
    "origin.title.payouts_in": ("Perkiraan manfaat {month}", "Expected payouts in {month}"),
    "origin.title.cumulative_payouts": (
        "Jumlah perkiraan manfaat sampai {month}",
        "Expected payouts up to {month}",
    ),
    "origin.title.claims_ratio": ("Manfaat dibanding iuran, {month}", "Claims ratio, {month}"),
    "origin.title.claims_ratio.cumulative": (
        "Manfaat dibanding iuran sampai {month}",
        "Claims ratio up to {month}",
    ),
    "origin.title.claims_ratio.over": (
        "Manfaat dibanding iuran, {over} bulan sampai {month}",
        "Claims ratio, {over} months to {month}",
    ),
    "origin.title.cumulative_premiums.over": (
        "Jumlah iuran JKK dan JKM, {over} bulan sampai {month}",
        "JKK and JKM contributions, {over} months to {month}",
    ),
    "origin.title.cumulative_payouts.over": (
        "Jumlah perkiraan manfaat, {over} bulan sampai {month}",
        "Expected payouts, {over} months to {month}",
    ),
    "origin.title.death_rate": ("Angka kematian per 1.000 orang per tahun", "Deaths per 1,000 a year"),
    "origin.title.exposure": ("Orang-tahun terlindungi sejauh ini", "Person-years in force so far"),
    "origin.title.contributions_so_far": ("Iuran sejauh ini", "Contributions so far"),
    "origin.title.payouts_so_far": ("Santunan sejauh ini", "Paid out so far"),
    "origin.title.deaths_so_far": ("Kematian sejauh ini", "Deaths so far"),
    "origin.title.premium_per_member": (
        "Iuran JKK dan JKM per pekerja pada {month}",
        "JKK and JKM contribution per worker in {month}",
    ),
    "origin.title.premium_bill": ("Iuran JKK dan JKM {month}", "JKK and JKM contributions in {month}"),
    "origin.title.premiums_in": ("Iuran JKK dan JKM {month}", "JKK and JKM contributions in {month}"),
    "origin.title.cumulative_premiums": (
        "Jumlah iuran JKK dan JKM sampai {month}",
        "JKK and JKM contributions up to {month}",
    ),
    "origin.title.relief_in": ("Keringanan iuran {month}", "Contribution relief in {month}"),
    "origin.title.cumulative_jht": ("Jumlah JHT sampai {month}", "JHT up to {month}"),
    "origin.title.rule": ("{rule}", "{rule}"),
    "origin.title.full_premium": (
        "Iuran JKK dan JKM per pekerja tanpa keringanan",
        "JKK and JKM contribution per worker without relief",
    ),
    "origin.title.relief_share": ("Potongan JKK dan JKM", "Taken off JKK and JKM"),
    "origin.title.other_members": (
        "Peserta yang bukan pekerja transportasi",
        "Enrolled who are no transport workers",
    ),
    "origin.title.monthly_death": ("Peluang meninggal dalam sebulan", "Probability of death in a month"),
    "origin.title.setting": ("{setting}", "{setting}"),
    "origin.title.dated_amount": ("{rule}", "{rule}"),
    "origin.title.history_point": ("Peserta {name} menurut riwayat", "Enrolled of {name} by its history"),
    "origin.title.fact": ("{fact}", "{fact}"),
    "origin.title.counted": ("{fact}, seperti dijumlah data", "{fact}, as the data add up"),
    "origin.title.special_units": ("Unit dengan penetapan khusus ini", "Units with this special setting"),
    "origin.title.reference": ("Nilai bawaan: {setting}", "Default: {setting}"),
    "origin.title.bound": ("Batas: {setting}", "Bound: {setting}"),
    "origin.title.lever_value": ("{setting}: yang dicari", "{setting}: what was sought"),
    "origin.title.target_workers_in": (
        "Pekerja menurut target pada {month}",
        "Workers the target asks for in {month}",
    ),
    "origin.title.target_month": ("Bulan target tercapai", "Month in which the target is met"),
    "origin.title.attribution_part": (
        "Bagian dari selisih {metric} {month}: {player}",
        "Part of the difference in {metric}, {month}: {player}",
    ),
    "origin.title.attribution_place": (
        "Selisih {metric} {month}: {place}",
        "Difference in {metric}, {month}: {place}",
    ),
    "origin.title.joined_in": ("Yang masuk {month}", "Joined in {month}"),
    "origin.title.left_in": ("Yang keluar {month}", "Left in {month}"),
    "origin.title.metric_in": ("{metric}, {month}", "{metric}, {month}"),
    "origin.title.override": ("{name}: {setting}", "{name}: {setting}"),
    "origin.title.relative_difference": ("Selisih relatif: {of}", "Relative difference: {of}"),
    "origin.title.months_to_target": ("Bulan sampai target tercapai", "Months until the target is met"),
    "origin.title.participating_level": (
        "Yang dicapai {segment} yang ikut",
        "What participating {segment} have reached",
    ),
    "origin.title.floor_workers": (
        "Pekerja bila partisipasi minimal {segment} tercapai",
        "Workers once the floor of {segment} is reached",
    ),
    "origin.title.left_out_units": ("Unit yang tetap di luar {month}", "Units that stay outside in {month}"),
    "origin.title.left_out_asn": (
        "ASN di unit yang tetap di luar {month}",
        "ASN of units that stay outside in {month}",
    ),
    "origin.title.segment_units": ("Unit {segment}", "Units of {segment}"),
    "origin.title.least_planned": (
        "Rencana terendah di antara unit {segment} yang ikut",
        "The lowest plan among the units of {segment} that take part",
    ),
    "origin.title.status_units": ("Unit {segment} yang {status}", "{segment} that {status}"),
    "origin.title.status_asn": ("ASN di {segment} yang {status}", "ASN of {segment} that {status}"),
    "origin.title.status_to_enrol": (
        "ASN tanpa pekerja di {segment} yang {status}",
        "ASN without a worker in {segment} that {status}",
    ),
    "origin.title.status_pledges": ("Komitmen {segment}", "Pledged by {segment}"),
    "origin.offices": ("OPD dan kecamatan", "OPD and kecamatan"),
    "origin.status.full": ("sudah 100 %", "are at 100 %"),
    "origin.status.partial": ("baru sebagian ASN-nya ikut", "take part partly"),
    "origin.status.pledged": ("mulai kemudian", "begin later"),
    "origin.status.outside": ("belum ikut", "take no part yet"),
    "origin.title.difference": ("Selisih: {of}", "Difference: {of}"),
    "origin.title.total": ("Bersama-sama: {of}", "Together: {of}"),
    "origin.title.other_rows": ("Baris lain, dijumlahkan", "Other rows together"),
    "origin.title.recorded": ("Hasil saat disimpan", "Result when it was saved"),
    "origin.note.recorded_in_file": (
        "Dicatat dalam berkas skenario saat disimpan.",
        "Recorded in the scenario's file when it was saved.",
    ),
    "origin.title.count": ("Banyaknya", "How many"),
    "origin.some_units": ("beberapa unit", "some units"),
    "origin.title.data_units": ("Unit, {place}, {month}", "Units, {place}, {month}"),
    "origin.title.data_participating": (
        "Unit yang ikut, {place}, {month}",
        "Units taking part, {place}, {month}",
    ),
    "origin.title.data_own_figures": (
        "Unit dengan angka sendiri, {month}",
        "Units with figures of their own, {month}",
    ),
    "origin.title.data_total": ("{total}, {place}, {month}", "{total}, {place}, {month}"),
    "origin.title.row_asn": ("ASN {place}", "ASN of {place}"),
    "origin.title.row_asn_in": ("ASN {place} pada {month}", "ASN of {place} in {month}"),
    "origin.title.row_enrolled": ("Peserta {place} pada {month}", "Enrolled of {place} in {month}"),
    "origin.title.row_coverage": ("Cakupan {place} pada {month}", "Coverage of {place} in {month}"),
    "origin.title.row_projected_coverage": (
        "Peserta per ASN {place} pada {month}",
        "Enrolled per ASN of {place} in {month}",
    ),
    "origin.title.row_expected_coverage": (
        "Cakupan {place} pada {month}",
        "Coverage of {place} in {month}",
    ),
    "origin.title.row_projected": ("Peserta {place} pada {month}", "Enrolled of {place} in {month}"),
    "origin.title.row_to_enrol": (
        "Yang masih perlu didaftarkan {place} pada {month}",
        "Still to enrol for {place} in {month}",
    ),
    "origin.title.row_below_plan": (
        "Di bawah rencana {place} pada {month}",
        "Below the plan of {place} in {month}",
    ),
    "origin.title.below_plan_in": (
        "Di bawah rencana {place} pada {month}",
        "Below the plan of {place} in {month}",
    ),
    "origin.title.row_bill": ("Iuran {place}, {month}", "Bill of {place}, {month}"),
    "origin.title.row_payouts": (
        "Perkiraan manfaat {place}, {month}",
        "Expected payouts of {place}, {month}",
    ),
    "origin.title.rate_ahead": ("Iuran per pekerja pada {month}", "Contribution per worker in {month}"),
    "origin.title.bill_ahead": ("Iuran {place} sebulan, {month}", "Bill of {place} a month, {month}"),
    "origin.title.row_pledges": ("Pekerja yang dijanjikan {place}", "Workers pledged by {place}"),
    "origin.title.unit_asn": ("ASN {place}", "ASN of {place}"),
    "origin.title.jkk_death": ("JKK meninggal, aturan {month}", "JKK for a death, rules of {month}"),
    "origin.title.scholarship_most": (
        "Beasiswa paling banyak, aturan {month}",
        "Scholarship at most, rules of {month}",
    ),
    "origin.title.scholarship_years": (
        "Tahun iuran sebelum beasiswa JKM",
        "Years of contributions before a JKM scholarship",
    ),
    "origin.title.row_to_enrol_now": (
        "Masih perlu didaftarkan, {place}, {month}",
        "Still to enrol, {place}, {month}",
    ),
    "origin.title.likely_value": ("{setting}: untuk peluang ini", "{setting}: for this chance"),
    "origin.title.likely_chance": ("Peluang mencapai target", "Chance of meeting the target"),
    "origin.title.visit_bill": ("Iuran {place}, {month}", "Contributions of {place}, {month}"),
    "origin.title.most_with_visits": (
        "Peserta paling banyak, {month}",
        "Most that can be enrolled, {month}",
    ),
    "origin.title.units_counted": ("Banyaknya unit", "Number of units"),
    "origin.all_units": ("semua unit", "all units"),
    "origin.part.pledged": ("komitmen yang mulai {month}", "pledges that begin in {month}"),
    "origin.part.figure": ("angka ini", "this figure"),
    "origin.part.asn": ("jumlah ASN", "number of ASN"),
    "origin.part.asn_opd": ("ASN di OPD", "ASN of OPD"),
    "origin.part.asn_kecamatan": ("ASN di kecamatan", "ASN of kecamatan"),
    "origin.part.asn_other": ("ASN lainnya", "other ASN"),
    "origin.part.offices_asn": ("ASN di OPD dan kecamatan", "ASN of OPD and kecamatan"),
    "origin.part.asn_segment": ("ASN-nya {month}", "its ASN, {month}"),
    "origin.part.plans_reached": (
        "pekerja bila rencana unit yang naik tercapai",
        "workers once the plans of rising units are reached",
    ),
    "origin.part.plans_opening": (
        "pekerja yang menjadi awal rencana itu",
        "workers those plans begin with",
    ),
    "origin.part.growth": ("pertumbuhan ASN sampai {month}", "growth of ASN up to {month}"),
    "origin.part.row_to_enrol": ("yang masih perlu didaftarkan, {row}", "still to enrol, {row}"),
    "origin.part.row_below_plan": ("di bawah rencana {row}", "below the plan of {row}"),
    "origin.part.row_planned": ("pekerja menurut rencana {month}", "workers planned, {month}"),
    "origin.part.actual": ("realisasi peserta", "enrolled as recorded"),
    "origin.part.enrolled_segment": ("pesertanya {month}", "its enrolled, {month}"),
    "origin.part.enrolled": ("peserta {month}", "enrolled in {month}"),
    "origin.part.enrolled_opd": ("peserta dari OPD", "enrolled through OPD"),
    "origin.part.enrolled_kecamatan": ("peserta dari kecamatan", "enrolled through kecamatan"),
    "origin.part.enrolled_other": ("peserta dari ASN lainnya", "enrolled through other ASN"),
    "origin.part.pledge_workers_opd": ("komitmen OPD", "pledged by OPD"),
    "origin.part.pledge_workers_kecamatan": ("komitmen kecamatan", "pledged by kecamatan"),
    "origin.part.pledge_workers_other": ("komitmen ASN lainnya", "pledged by other ASN"),
    "origin.part.before": ("peserta {month}", "enrolled in {month}"),
    "origin.part.left": ("yang keluar {month}", "those who left, {month}"),
    "origin.part.joined": ("yang masuk {month}", "those who joined, {month}"),
    "origin.part.target_share": ("target cakupan", "target coverage"),
    "origin.part.target_workers": ("pekerja menurut target", "workers the target asks for"),
    "origin.part.jkk_share": ("tarif JKK", "JKK rate"),
    "origin.part.income_base": ("dasar penghasilan", "income base"),
    "origin.part.jkm_idr": ("iuran JKM", "JKM contribution"),
    "origin.part.relief": ("keringanan", "relief"),
    "origin.part.setting": ("{setting}", "{setting}"),
    "origin.part.jht_share": ("tarif JHT", "JHT rate"),
    "origin.part.per_member": ("iuran per pekerja {month}", "contribution per worker, {month}"),
    "origin.part.person_months": ("orang-bulan {first} – {last}", "person-months, {first} – {last}"),
    "origin.part.amount": ("iuran per pekerja {first} – {last}", "contribution per worker, {first} – {last}"),
    "origin.part.death_share": ("peluang meninggal sebulan", "probability of death in a month"),
    "origin.part.under_3": ("peserta dengan kepesertaan di bawah 3 bulan", "enrolled below 3 months"),
    "origin.part.over_3": ("peserta sejak 3 bulan atau lebih", "enrolled for 3 months or more"),
    "origin.part.over_36": ("peserta sejak 36 bulan atau lebih", "enrolled for 36 months or more"),
    "origin.part.funeral": ("biaya pemakaman", "funeral grant"),
    "origin.part.full_jkm": ("JKM penuh", "full JKM"),
    "origin.part.scholarship": ("beasiswa per kematian", "scholarship per death"),
    "origin.part.accidents": ("kecelakaan per 1.000 orang per tahun", "accidents per 1,000 a year"),
    "origin.part.fatal_share": ("bagian yang meninggal", "share that is fatal"),
    "origin.part.death_multiple": ("pengali JKK meninggal", "multiple for a JKK death"),
    "origin.part.death_fixed": ("tambahan JKK meninggal", "fixed part for a JKK death"),
    "origin.part.nonfatal_cost": ("biaya per kecelakaan tidak fatal", "cost of a non-fatal accident"),
    "origin.part.jkm": ("manfaat JKM {month}", "JKM payouts in {month}"),
    "origin.part.jkk": ("manfaat JKK {month}", "JKK payouts in {month}"),
    "origin.part.jkm_sum": ("jumlah manfaat JKM", "JKM payouts added up"),
    "origin.part.jkk_sum": ("jumlah manfaat JKK", "JKK payouts added up"),
    "origin.part.payouts": ("perkiraan manfaat", "expected payouts"),
    "origin.part.without_jht": ("iuran tanpa JHT", "contributions without JHT"),
    "origin.part.prior_rate": ("angka kematian acuan", "prior death rate"),
    "origin.part.prior_years": ("bobot angka kematian acuan", "weight of the prior"),
    "origin.part.deaths": ("kematian sejauh ini", "deaths so far"),
    "origin.part.exposure": ("orang-tahun terlindungi", "person-years in force"),
    "origin.part.point": ("peserta {month}", "enrolled in {month}"),
    "origin.part.months": ("bulan dari {first} ke {last}", "months from {first} to {last}"),
    "origin.part.person_months_so_far": ("orang-bulan terlindungi", "person-months in force"),
    "origin.part.lowest_rate": ("iuran terendah sebulan", "lowest contribution a month"),
    "origin.part.transport_share": ("bagian pekerja transportasi", "share of transport workers"),
    "origin.part.death_rate": ("kematian per 1.000 orang per tahun", "deaths per 1,000 a year"),
    "origin.part.whole_workers": (
        "peserta {month}, dibulatkan ke orang",
        "enrolled in {month}, whole people",
    ),
    "origin.part.so_far": ("sejauh ini", "so far"),
    "origin.part.premium": (
        "iuran JKK dan JKM per pekerja {month}",
        "JKK and JKM contribution per worker, {month}",
    ),
    "origin.part.present": ("nilainya sekarang", "its present value"),
    "origin.part.changed": ("{title}, sesudah perubahan", "{title}, after the change"),
    "origin.part.unchanged": ("{title}, sebelum perubahan", "{title}, before the change"),
    "origin.part.by_scenario": ("{title} menurut {scenario}", "{title} by {scenario}"),
    "origin.part.one_of": ("{title}", "{title}"),
    "origin.part.stayed": ("yang bertahan {month}", "those who stayed, {month}"),
    "origin.part.cases": ("kejadian", "cases"),
    "origin.part.counted_over": ("dihitung atas", "counted over"),
    "origin.part.error": ("meleset {month}", "error of {month}"),
    "origin.part.foreseen": ("proyeksi {month}", "projected for {month}"),
    "origin.part.named": ("menurut {name}", "by {name}"),
    "origin.part.moved_first": ("pengaruhnya bila berubah pertama", "what it moves if changed first"),
    "origin.part.moved": (
        "rata-rata pengaruhnya sesudah {number} yang lain berubah",
        "what it moves on average after {number} others have changed",
    ),
    "origin.part.row_asn": ("ASN baris ini", "ASN of this row"),
    "origin.part.row_enrolled": ("peserta baris ini {month}", "enrolled of this row, {month}"),
    "origin.part.bill_workers": ("pekerja yang iurannya dibayar", "workers paid for"),
    "origin.part.scholarship_child": ("beasiswa per anak", "scholarship of a child"),
    "origin.part.scholarship_children": ("banyaknya anak", "number of children"),
    "origin.part.scholarship_months": ("bulan kepesertaan", "months of membership"),
    "origin.part.row_workers": (
        "pekerja baris ini {month}, dibulatkan ke orang",
        "workers of this row, {month}, whole people",
    ),
    "origin.note.members_move": (
        "Yang keluar: peluang meninggal {death_share:fine} sebulan, berhenti {lapse_share_per_month:fine} sebulan, dan kursi yang dikurangi. Yang masuk: kursi baru (komitmen {pledge_share:fine}, rencana {realised_share:fine} terwujud) dan pengganti peserta yang berhenti {refill_share_per_month:fine} sebulan.",
        "Who left: probability of death {death_share:fine} a month, lapse {lapse_share_per_month:fine} a month, and seats withdrawn. Who joined: new seats (pledges {pledge_share:fine}, plans {realised_share:fine} come true) and replacements of those who left, {refill_share_per_month:fine} a month.",
    ),
    "origin.note.members_grow": (
        "Tumbuh sendiri, di luar rencana: dari ASN yang belum membayar di unit yang sudah ikut, {background_share_per_month:fine} ikut sendiri dan {push_share:fine} ikut sesudah Rakor Monev pertama, separuhnya dalam {push_half_life_months}; dorongan yang berikutnya {push_repeat_factor} kali yang sebelumnya; paling banyak {ceiling_share:fine} ASN.",
        "Growth by itself, beside the plans: of ASN not paying yet in units that take part, {background_share_per_month:fine} join by themselves and {push_share:fine} after the first Rakor Monev, half of them within {push_half_life_months}; what the next one brings is {push_repeat_factor} times the one before; at most {ceiling_share:fine} of ASN.",
    ),
    "origin.note.rounded_up": (
        "Dibulatkan ke atas, karena jumlah pekerja selalu bilangan bulat.",
        "Rounded up, since only whole workers count.",
    ),
    "origin.note.relief": (
        "Keringanan adalah bagian peserta yang berhak × 50 %. Hitungan ini mengandaikan PP 50/2025 berlaku; pastikan dahulu ke cabang BPJS Ketenagakerjaan.",
        "Relief is the share of members entitled × 50 %. This assumes that PP 50/2025 applies; the branch of BPJS Ketenagakerjaan has yet to confirm it.",
    ),
    "origin.note.several_months": (
        "Bulan yang dijumlahkan: {first} sampai {last}.",
        "Months added up: {first} to {last}.",
    ),
    "origin.note.nothing_yet": (
        "Jumlah dimulai pada bulan pertama proyeksi.",
        "The sum begins in the first projected month.",
    ),
    "origin.note.monthly_death": (
        "Peluang sebulan dihitung dari {rate:exact} kematian per 1.000 peserta per tahun, sehingga dua belas bulan memberi angka setahun itu.",
        "The monthly probability follows from {rate:exact} deaths per 1,000 a year, so that twelve months give that yearly rate.",
    ),
    "origin.note.scholarship_understates": (
        "Beasiswa adalah rata-rata nasional atas semua kematian, jadi terlalu rendah bagi peserta dengan kepesertaan 36 bulan atau lebih.",
        "The scholarship is a national average over all deaths, so it is too low for members of 36 months or more.",
    ),
    "origin.note.incurred": (
        "Dicatat pada bulan kejadian, bukan bulan pembayaran. JHT tidak termasuk.",
        "Counted in the month of the event, not of the payment. JHT is not included.",
    ),
    "origin.note.nothing_paid_in": (
        "Tidak ada iuran, jadi perbandingannya tidak ada.",
        "Nothing is paid in, so there is no ratio.",
    ),
    "origin.note.ratio_means": (
        "Angka ini lebih banyak mencerminkan tarif dan keringanan daripada programnya. Risiko ditanggung bersama secara nasional.",
        "It measures tariff and relief more than the programme. Risk is pooled nationally.",
    ),
    "origin.note.typed": ("Diisi langsung oleh perencana.", "Typed by the planner."),
    "origin.note.deaths_unknown": (
        "Kematian peserta belum diketahui, jadi hanya angka kematian acuan yang dipakai.",
        "The deaths of members are not known, so the prior death rate alone is used.",
    ),
    "origin.note.no_experience": (
        "Tidak ada dasar untuk memperkirakannya, jadi dipakai nol.",
        "There is nothing to estimate it from, so zero is used.",
    ),
    "origin.note.capped": ("Paling tinggi 1.000 per 1.000 orang.", "Capped at 1,000 per 1,000."),
    "origin.note.trapezoid": (
        "Di antara dua titik riwayat, peserta dianggap berubah merata tiap bulan.",
        "Between two points of the history, enrolment is taken to change evenly.",
    ),
    "origin.note.lowest_base": (
        "Semua peserta dihitung pada dasar penghasilan terendah, tanpa JHT.",
        "All members are counted at the lowest income base, without JHT.",
    ),
    "origin.note.not_computed": (
        "Angka ini diambil dari sumbernya, bukan hasil hitungan.",
        "This figure is taken from its source, not computed.",
    ),
    "origin.note.no_offices": (
        "Data ini tidak memuat OPD atau kecamatan.",
        "This data has no OPD or kecamatan.",
    ),
    "origin.note.of_units": (
        "Jumlah dari {units} unit pada data dasar.",
        "The total of {units} units in the baseline data.",
    ),
    "origin.note.relief_period": ("Berlaku {first} sampai {last}.", "In force {first} to {last}."),
    "origin.note.setting": (
        "Nilai ini pengaturan skenario, bukan hasil hitungan.",
        "This value is a setting of the scenario, not computed.",
    ),
    "origin.note.counted_in_data": (
        "Dihitung dari unit, riwayat, dan tarif pada data dasar.",
        "Counted from the units, the history and the rates of the baseline data.",
    ),
    "origin.note.special_units": (
        "Dihitung dari penetapan khusus skenario ini.",
        "Counted among the special settings of this scenario.",
    ),
    "origin.note.reference": (
        "Nilai ini berlaku selama tidak ada yang memilih lain.",
        "This value holds as long as nobody chooses another.",
    ),
    "origin.note.bound": (
        "Di luar batas ini sebuah nilai ditolak.",
        "Beyond this bound a value is refused.",
    ),
    "origin.note.sought_first": (
        "Dicari langkah demi langkah dari nilainya sekarang: nilai pertama yang membuat target tercapai pada {month}.",
        "Sought step by step from its present value: the first with which the target is met in {month}.",
    ),
    "origin.note.sought_most": (
        "Dari semua nilainya, ini yang menghasilkan pekerja paling banyak; target tetap tidak tercapai.",
        "Of all its values the one that brings the most workers; the target is still not met.",
    ),
    "origin.note.first_met": (
        "Bulan pertama saat target tercapai: {month}.",
        "The first month in which the target is met: {month}.",
    ),
    "origin.note.never_met": (
        "Target tidak tercapai dalam masa proyeksi.",
        "The target is not met within the projection.",
    ),
    "origin.note.left_out": (
        "Unit yang pada {month} belum mulai menurut skenario ini.",
        "Units that by this scenario have not begun in {month}.",
    ),
    "origin.note.units_of_data": ("Dihitung dari data dasar.", "Counted in the baseline data."),
    "origin.note.least_planned": (
        "Bagian ASN yang sudah dicapai atau direncanakan, terendah dari semua unit yang ikut dalam masa proyeksi.",
        "The share of ASN reached already or planned, lowest of all units that take part within the projection.",
    ),
    "origin.note.counted_settings": (
        "Pengaturan lain yang ikut berubah: {names}.",
        "Other settings that changed as well: {names}.",
    ),
    "origin.note.counted_rakor": (
        "Dihitung dari Rakor Monev pertama dalam jadwal skenario ini.",
        "Counted from the first Rakor Monev of this scenario's schedule.",
    ),
    "origin.note.counted_moved_rakor": (
        "Dihitung dari jadwal skenario ini dan bulan yang ditanyakan.",
        "Counted from this scenario's schedule and the month asked about.",
    ),
    "origin.note.counted_limit": ("Batas yang dipakai program ini.", "A limit this program uses."),
    "origin.note.last_counts": (
        "Catatan terakhir yang berlaku. Yang lama tetap terlihat di bawah ini.",
        "The last record counts. Older ones stay visible below.",
    ),
    "origin.note.last_of_units": (
        "Jumlah dari {units} unit. Catatan terakhir setiap unit yang berlaku.",
        "The sum of {units} units. The last record of each counts.",
    ),
    "origin.note.recorded_by": (
        "Dicatat {when} oleh {by}, dari {file}.",
        "Recorded {when} by {by}, from {file}.",
    ),
    "origin.note.recorded_before": (
        "Dicatat sebelumnya dan berlaku sampai sekarang.",
        "Recorded before, and in force until now.",
    ),
    "origin.note.to_be_recorded": (
        "Dari daftar yang sedang ditinjau; belum dicatat.",
        "From the list being looked over; not recorded yet.",
    ),
    "origin.note.due_units": (
        "Komitmen {units} unit yang bulannya sudah tiba.",
        "Pledges of {units} units whose month has come.",
    ),
    "origin.note.paid_at_most": (
        "Yang lunas, atau peserta bila itu tidak dicatat; tiap unit paling banyak sebesar komitmennya.",
        "Paid up, or enrolled where that is not recorded; of each unit at most what it pledged.",
    ),
    "origin.note.months_on_end": (
        "Bulan berturut-turut dengan peserta lebih banyak daripada yang lunas, sampai bulan terakhir yang dicatat.",
        "Consecutive months with more enrolled than paid up, until the last one recorded.",
    ),
    "origin.note.unpaid_all_the_time": (
        "Paling sedikit yang belum lunas dalam salah satu bulan itu: lebih banyak tidak mungkin menunggak terus.",
        "The fewest unpaid in one of those months: no more can have been unpaid all the time.",
    ),
    "origin.note.interval": (
        "Rentang 95 % menurut {method}: {low} sampai {high}. Setiap orang dianggap memutuskan sendiri.",
        "95 % interval by {method}: {low} to {high}. Every person is taken to decide alone.",
    ),
    "origin.note.bound_low": ("Batas bawah 95 % menurut {method}.", "The lower 95 % bound by {method}."),
    "origin.note.bound_high": ("Batas atas 95 % menurut {method}.", "The upper 95 % bound by {method}."),
    "origin.note.added_up_from_actuals": (
        "Dijumlahkan dari realisasi yang dicatat, bulan demi bulan.",
        "Added up from the actuals recorded, month by month.",
    ),
    "origin.note.as_shown": (
        "Dihitung dari kedua angka seperti di layar.",
        "Of both numbers as they are on screen.",
    ),
    "origin.note.counted_pairs": (
        "Pasangan perkiraan dan realisasi.",
        "Pairs of a forecast and an actual.",
    ),
    "origin.note.counted_months_ahead": (
        "Bulan dari data sampai bulan yang diperkirakan.",
        "Months from the data to the month foreseen.",
    ),
    "origin.note.counted_saves": ("Skenario yang disimpan: {names}.", "Saved scenarios: {names}."),
    "origin.note.counted_named_units": ("Unit yang dihitung: {names}.", "Units counted: {names}."),
    "origin.note.counted_records": ("Baris yang dicatat.", "Rows recorded."),
    "origin.note.only_one": (
        "Hanya ini yang mengubah angkanya, jadi seluruh selisih adalah bagiannya.",
        "Only this moves the number, so the whole difference is its part.",
    ),
    "origin.note.shapley": (
        "Bagian ini rata-rata pengaruhnya bila perubahan dilakukan dalam semua urutan yang mungkin. Jadi tidak ada urutan yang diutamakan, dan jumlah semua bagian tepat sama dengan selisihnya.",
        "This part is the mean of what it moves over every order in which the changes could be made. So no order is preferred, and the parts add up exactly to the difference.",
    ),
    "origin.note.between": (
        "Kedua ujungnya: {before} menurut {a}, {after} menurut {b}.",
        "The two ends: {before} by {a}, {after} by {b}.",
    ),
    "origin.note.rounded_to_add_up": (
        "Di layar dibulatkan sehingga semua bagian berjumlah tepat.",
        "On screen rounded so that all parts add up.",
    ),
    "origin.note.read_off": (
        "Dibaca langsung dari proyeksi.",
        "Read off the projection as it is.",
    ),
    "origin.note.sought_likely": (
        "Nilai terkecil yang mencapai target dalam cukup banyak dari {draws} simulasi; dicari satu demi satu.",
        "The least value that meets the target in enough of {draws} simulations, sought step by step.",
    ),
    "origin.note.of_draws": (
        "Bagian dari {draws} simulasi yang mencapai target, bila rentang pengaturan benar.",
        "The part of {draws} simulations that meet the target, if the ranges of settings are right.",
    ),
    "origin.note.best_visits": (
        "Peserta paling banyak dengan kunjungan sebanyak itu, dari semua pilihan kantor.",
        "The most enrolled with so many visits, over every choice of offices.",
    ),
    "origin.note.counted_left_over": (
        "Sisa anggaran dibagi iuran seorang pekerja.",
        "What the budget leaves over, by the contribution of one worker.",
    ),
    "origin.note.counted_moved_up": (
        "Tambahan peserta kantor yang tidak dikunjungi: gilirannya lebih cepat.",
        "More enrolled in offices that are not visited: their turn comes sooner.",
    ),
    "origin.note.counted_visits": (
        "Kunjungan pada kurva di bawah judul ini.",
        "Visits on the curve below this title.",
    ),
    "origin.note.counted_limit_given": ("Batas yang diminta.", "The limit asked for."),
    "origin.note.counted_units": ("Unit di kelompok ini.", "Units of this group."),
    "origin.note.counted_named": ("Yang dihitung: {names}.", "Counted: {names}."),
    "origin.note.counted_rows": ("Baris yang dihitung: {names}.", "Rows counted: {names}."),
    "origin.note.target_met": (
        "Target tercapai: pesertanya sedikitnya sebanyak itu.",
        "The target is met: there are at least as many enrolled.",
    ),
    "origin.note.target_set": (
        "Target adalah pengaturan skenario.",
        "The target is a setting of the scenario.",
    ),
    "origin.note.not_recorded": (
        "Belum ada realisasi untuk bulan itu.",
        "Nothing is recorded for that month.",
    ),
    "origin.note.below_plan_by_row": (
        "Baris demi baris: baris yang sudah mencapai rencananya, atau belum punya, tidak ikut dihitung.",
        "Row by row: a row that has reached its plan, or has none yet, adds nothing.",
    ),
    "origin.note.plan_reached": (
        "Pekerja sudah sedikitnya sebanyak yang direncanakan.",
        "There are at least as many workers as planned.",
    ),
    "origin.note.no_plan": (
        "Tidak satu pun unitnya masuk dalam masa proyeksi, jadi tidak ada rencana.",
        "None of its units begins within the projection, so there is no plan.",
    ),
    "origin.note.to_enrol_by_row": (
        "ASN tanpa pekerja terdaftar, baris demi baris: baris yang pesertanya sudah sebanyak ASN tidak menambah apa pun.",
        "ASN without an enrolled worker, row by row: a row with as many enrolled as ASN adds nobody.",
    ),
    "origin.note.recorded": (
        "Dicatat pada halaman Realisasi, atau tercantum di sumbernya.",
        "Recorded on the page of actuals, or printed in its source.",
    ),
    "origin.note.nobody_left": (
        "Pekerja sudah sedikitnya sebanyak ASN, jadi tidak ada lagi yang perlu didaftarkan.",
        "There are at least as many workers as ASN, so none is to be found.",
    ),
    "origin.note.whole_workers": (
        "Pekerja dibulatkan ke orang sehingga semua baris berjumlah tepat.",
        "Workers are whole people, rounded so that all rows add up.",
    ),
    "origin.note.nobody_enrolled": (
        "Tidak ada peserta, jadi tidak ada manfaat.",
        "Nobody is enrolled, so nothing is paid.",
    ),
    "origin.note.pooled": (
        "Manfaat dibagi menurut peserta, karena lama kepesertaan hanya diketahui untuk semua unit bersama.",
        "Payouts are shared out by enrolment, since membership time is known only for all units together.",
    ),
}


def data_mark(basis: Basis, baseline: Baseline) -> Mark:
    """The mark of a figure in a regency's data: its basis, or fictitious for an invented regency."""
    return "fictitious" if baseline.facts.fictitious else basis


def basis_name(basis: Mark, lang: Lang) -> str:
    """The word for a mark: publikasi, turunan, perkiraan, asumsi, or fiktif."""
    return text(f"basis.{basis}", lang)


def marked(shown: str, basis: Mark, lang: Lang) -> str:
    """A number as text with its mark: none if published, ± if derived or allocated, otherwise the word."""
    if basis == "published" or shown.startswith("±"):
        return shown
    return f"{shown} {basis_name(basis, lang)}" if basis in IN_WORDS else f"± {shown}"


BARE = ("month", "day", "chance")  # units that are written without a mark


def is_marked(quantity: Quantity) -> bool:
    """Whether a quantity is shown with a mark; zero is no estimate, and a chance is worded as one."""
    return bool(quantity.value) and quantity.unit not in BARE and quantity.basis not in UNMARKED


def with_mark(quantity: Quantity, lang: Lang, space: str = " ") -> str:
    """A quantity as text with its mark: ± if derived or allocated, the word in brackets if assumed.

    There is no mark if it is published or counted, zero, or fictitious, which is stated once for the whole
    page. `space` separates a number from its sign and unit.
    """
    words = shown(quantity, lang).replace(" ", space)
    if quantity.form in RANGE_ENDS:
        return _range_end(words, quantity, lang, space)
    if not is_marked(quantity):
        return words
    if quantity.basis == "assumed" and quantity.form == "bracketed":
        return f"{words}, {basis_name(quantity.basis, lang)}"
    return mark_beside(words, quantity.basis, lang, space)


def _range_end(words: str, quantity: Quantity, lang: Lang, space: str) -> str:
    """One end of a range with its half of the brackets around both: ± (−931 sampai −82)."""
    if quantity.basis in UNMARKED:
        return words
    is_word = quantity.basis == "assumed"
    if quantity.form == "range_low":
        return f"({words}" if is_word else f"±{space}({words}"
    return f"{words}) ({basis_name(quantity.basis, lang)})" if is_word else f"{words})"


def mark_beside(words: str, mark: Mark, lang: Lang, space: str = " ") -> str:
    """Words with a mark beside them, such as a column title with the mark of all its numbers.

    A negative number is put in brackets after ±, so that ± and minus do not run together.
    """
    if mark in UNMARKED:
        return words
    if mark != "assumed" and words.startswith(MINUS):
        words = f"({words})"
    return f"{words} ({basis_name(mark, lang)})" if mark == "assumed" else f"±{space}{words}"
