"""The overview: progress to the target, workers still to enrol in each group, and the two charts."""

TEXTS = {
    "overview.target": (
        "Target {share} ({workers} pekerja) akhir {month}",
        "The target of {share} ({workers} workers) at the end of {month}",
    ),
    "past.month": ("{month} (sudah lewat)", "{month} (already past)"),
    "overview.met": (
        "{target} tercapai: {enrolled}, lebih {over}.",
        "{target} is met: {enrolled}, {over} more.",
    ),
    "overview.met_exactly": ("{target} tercapai: {enrolled}.", "{target} is met: {enrolled}."),
    "overview.met_projected": (
        "{target} tercapai bila semua berjalan sesuai rencana: {enrolled}, lebih {over}{chance}.",
        "{target} is met if everything goes to plan: {enrolled}, {over} more{chance}.",
    ),
    "overview.met_exactly_projected": (
        "{target} tercapai bila semua berjalan sesuai rencana: {enrolled}{chance}.",
        "{target} is met if everything goes to plan: {enrolled}{chance}.",
    ),
    "overview.missed": (
        "{target} belum tercapai: {enrolled}, kurang {gap}{chance}.",
        "{target} is not met: {enrolled}, {gap} short{chance}.",
    ),
    "overview.missed_past": (
        "{target} tidak tercapai menurut skenario ini: {enrolled}, kurang {gap}.",
        "{target} is not met in this scenario: {enrolled}, {gap} short.",
    ),
    "overview.missed_barely_past": (
        "{target} tidak tercapai menurut skenario ini; kekurangannya tidak sampai satu pekerja.",
        "{target} is not met in this scenario: less than one worker short.",
    ),
    "overview.missed_barely": (
        "{target} hampir tercapai; kekurangannya tidak sampai satu pekerja{chance}.",
        "{target} is nearly met: less than one worker short{chance}.",
    ),
    "overview.chance": ("; peluangnya {chance}", "; the chance is {chance}"),
    "overview.recorded_met": (
        "{target} tercapai menurut realisasi: {actual}, lebih {apart}.",
        "{target} was met as recorded: {actual}, {apart} more.",
    ),
    "overview.recorded_missed": (
        "{target} tidak tercapai menurut realisasi: {actual}, kurang {apart}.",
        "{target} was not met as recorded: {actual}, {apart} short.",
    ),
    "overview.recorded_projected": (
        "Skenario ini memproyeksikan {enrolled}.",
        "This scenario projects {enrolled}.",
    ),
    "overview.recorded": ("realisasi {actual}", "recorded: {actual}"),
    "overview.of_data": (
        "Realisasi {latest} sudah tercatat: {enrolled} peserta. Angka di halaman ini masih dihitung dari data {month}; lewat halaman Realisasi, hitungan dapat dimulai dari realisasi.",
        "{latest} is recorded: {enrolled} enrolled. The numbers of this page are still computed from the data of {month}; on the page Actuals they can be made to start from what was recorded.",
    ),
    "overview.since": ("Tercapai sejak {month}.", "Met since {month}."),
    "overview.lost_after": (
        "Mulai {month} turun lagi di bawah target.",
        "From {month} it falls below the target again.",
    ),
    "overview.met_before": (
        "Pernah tercapai {first}, lalu turun lagi mulai {lost}.",
        "It was met in {first}, then lost again from {lost}.",
    ),
    "overview.met_later": ("Baru tercapai {month}.", "It is met only in {month}."),
    "overview.beyond": (
        "{target} di luar masa proyeksi, yang berakhir {last}.",
        "{target} lies beyond the projection, which ends in {last}.",
    ),
    "overview.before": (
        "{target} mendahului data {baseline}.",
        "{target} lies before the data of {baseline}.",
    ),
    "overview.then_short": ("Pada {last}: {enrolled}, kurang {gap}.", "In {last}: {enrolled}, {gap} short."),
    "overview.then_barely": (
        "Pada {last}: kekurangannya tidak sampai satu pekerja.",
        "In {last}: less than one worker short.",
    ),
    "overview.then_met": ("Pada {last}: {enrolled}, sudah cukup.", "In {last}: {enrolled}, which suffices."),
    "overview.now": ("peserta {month}", "enrolled, {month}"),
    "overview.now_recorded": ("peserta {month}, realisasi", "enrolled, {month}, as recorded"),
    "overview.then": ("proyeksi {month}", "projected, {month}"),
    "overview.target_of": ("target {share} dari {asn} ASN", "target, {share} of {asn} ASN"),
    "overview.short_projected": ("kurang menurut proyeksi", "short as projected"),
    "overview.short": ("pekerja masih kurang", "workers short"),
    "overview.short_of": ("kurang {gap}", "{gap} short"),
    "overview.next": (
        "Bulan target, {month}, sudah lewat. Pilih target berikutnya.",
        "{month}, the target month, is past. Choose the next target.",
    ),
    "overview.next_unrecorded": (
        "Bulan target, {month}, sudah lewat. Pilih target berikutnya dan catat realisasi.",
        "{month}, the target month, is past. Choose the next target and record the actual figures.",
    ),
    "overview.target_short": ("Target", "Target"),
    "overview.target_month_short": ("pada akhir", "at the end of"),
    "overview.record": ("Catat realisasi", "Record actuals"),
    "first.heading": ("Langkah pertama", "First steps"),
    "first.lever": (
        "Geser tuas: angka dan grafik ikut berubah.",
        "Move a lever: numbers and charts follow.",
    ),
    "first.ask": (
        "Tekan “Apa yang dibutuhkan?” untuk melihat caranya.",
        "Press “What would it take?” to see how.",
    ),
    "first.save": (
        "Simpan hasilnya sebagai skenario Anda.",
        "Save the result as a scenario of your own.",
    ),
    "overview.past": ("realisasi belum dimasukkan", "actual figures not entered"),
    "overview.track": (
        "{now} peserta pada {start}, {then} pada {month}, target {target}.",
        "{now} enrolled in {start}, {then} in {month}, target {target}.",
    ),
    "overview.track_now": (
        "{now} peserta pada {start}, target {target}.",
        "{now} enrolled in {start}, target {target}.",
    ),
    "overview.groups": (
        "Yang masih perlu didaftarkan sampai satu pekerja per ASN, {month}",
        "Still to enrol in each group, to one worker per ASN, {month}",
    ),
    "overview.of_asn": ("dari {asn} ASN", "of {asn} ASN"),
    "overview.to_enrol": (
        "{to_enrol} ASN belum menanggung pekerja.",
        "{to_enrol} ASN do not pay for a worker yet.",
    ),
    "overview.nobody_to_enrol": (
        "Setiap ASN sudah menanggung satu pekerja.",
        "Every ASN pays for a worker already.",
    ),
    "overview.alone": (
        "Bila hanya kelompok ini yang menutup kekurangan: perlu {share:tenths} ASN-nya.",
        "To close the gap alone it needs {share:tenths} of its ASN.",
    ),
    "overview.alone_average": (
        "Bila hanya kelompok ini yang menutup kekurangan: perlu rata-rata {share:tenths} ASN-nya, termasuk {outside} yang belum ikut.",
        "To close the gap alone it needs on average {share:tenths} of its ASN, including {outside} that do not take part yet.",
    ),
    "overview.not_alone": ("Kelompok ini saja tidak cukup.", "Not enough alone."),
    "overview.together": (
        "OPD dan kecamatan bersama-sama perlu mencapai {workers} peserta dari {asn} ASN ({share:tenths}) bila peserta dari ASN lainnya tetap {other} seperti {month}.",
        "Together, OPD and kecamatan need {workers} enrolled for their {asn} ASN ({share:tenths}) if enrolment through other ASN stays at {other}, as in {month}.",
    ),
    "overview.together_average": (
        "OPD dan kecamatan bersama-sama perlu mencapai {workers} peserta dari {asn} ASN (rata-rata {share:tenths}, termasuk yang belum ikut) bila peserta dari ASN lainnya tetap {other} seperti {month}.",
        "Together, OPD and kecamatan need {workers} enrolled for their {asn} ASN (on average {share:tenths}, including those that do not take part yet) if enrolment through other ASN stays at {other}, as in {month}.",
    ),
    "overview.not_together": (
        "OPD dan kecamatan bersama-sama tidak cukup: perlu {workers} peserta, padahal ASN-nya hanya {asn}, bila peserta dari ASN lainnya tetap {other} seperti {month}.",
        "OPD and kecamatan together are not enough: {workers} enrolled are needed, but they have only {asn} ASN, if enrolment through other ASN stays at {other}, as in {month}.",
    ),
    "overview.enrolment.recorded": (
        "Realisasi {actual} pada {since}; proyeksi {end} pada {month}",
        "{actual} recorded in {since}; {end} projected in {month}",
    ),
    "overview.enrolment.rise": (
        "Peserta naik dari {start} menjadi {end} pada {month}",
        "Enrolment rises from {start} to {end} in {month}",
    ),
    "overview.enrolment.rise_flat": (
        "Peserta naik dari {start} menjadi {end} pada {month}, lalu tetap",
        "Enrolment rises from {start} to {end} in {month}, then stays",
    ),
    "overview.enrolment.fall": (
        "Peserta turun dari {start} menjadi {end} pada {month}",
        "Enrolment falls from {start} to {end} in {month}",
    ),
    "overview.enrolment.fall_flat": (
        "Peserta turun dari {start} menjadi {end} pada {month}, lalu tetap",
        "Enrolment falls from {start} to {end} in {month}, then stays",
    ),
    "overview.enrolment.peak": (
        "Peserta naik sampai {peak} pada {month}, lalu turun menjadi {end}",
        "Enrolment rises to {peak} in {month}, then falls to {end}",
    ),
    "overview.enrolment.flat": (
        "Peserta tetap {start} sampai {month}",
        "Enrolment stays at {start} up to {month}",
    ),
    "overview.enrolment.axis": ("peserta", "enrolled"),
    "overview.enrolment.alt": (
        "Grafik garis peserta per bulan. {title}. Target {target} pada {month}.",
        "Line chart of enrolment by month. {title}. Target {target} in {month}.",
    ),
    "overview.observed": ("Terdata", "Observed"),
    "overview.actual.enrolled": ("Realisasi", "Actual"),
    "overview.actual.contributions_idr": ("Realisasi iuran", "Actual contributions"),
    "overview.actual.claims_idr": ("Manfaat dibayar", "Claims paid"),
    "overview.table.actual": ("Realisasi", "Actual"),
    "overview.projected": ("Proyeksi", "Projected"),
    "overview.target_line": ("Target", "Target"),
    "overview.money.title": (
        "Manfaat {ratio} iuran, {span}",
        "Payouts are {ratio} contributions, {span}",
    ),
    "overview.money.title_nothing": ("Tidak ada iuran, {span}", "Nothing is paid in, {span}"),
    "overview.money.view": (
        "Tampilan grafik iuran dan manfaat",
        "View of the chart of contributions and payouts",
    ),
    "overview.money.view.monthly": ("per bulan", "by month"),
    "overview.money.view.year": ("setahun terakhir", "past year"),
    "overview.money.view.cumulative": ("kumulatif", "cumulative"),
    "overview.money.view.since_start": ("sejak awal", "since the start"),
    "overview.money.axis.monthly": ("Rp juta per bulan", "Rp million a month"),
    "overview.money.axis.year": ("Rp juta, 12 bulan terakhir", "Rp million, last 12 months"),
    "overview.money.axis.cumulative": ("Rp juta, kumulatif", "Rp million, cumulative"),
    "overview.money.axis.since_start": ("Rp juta, kumulatif", "Rp million, cumulative"),
    "overview.money.alt": (
        "Grafik garis iuran JKK dan JKM serta perkiraan manfaat. {title}.",
        "Line chart of JKK and JKM contributions and expected payouts. {title}.",
    ),
    "overview.contributions": ("Iuran", "Contributions"),
    "overview.payouts": ("Manfaat", "Payouts"),
    "overview.relief": ("keringanan iuran", "contribution relief"),
    "overview.shaded": ("Ditandai: {name}.", "Marked: {name}."),
    "overview.so_far": (
        "Sampai {month} dibayarkan santunan {payouts}; iuran yang masuk {contributions}.",
        "{payouts} paid out against {contributions} of contributions so far, up to {month}.",
    ),
    "overview.ratio_means": (
        "Manfaat dibanding iuran {ratio}, {span}. Risiko ditanggung bersama secara nasional: angka ini lebih banyak mencerminkan tarif dan keringanan daripada programnya.",
        "Payouts are {ratio} contributions, {span}. Risk is pooled nationally: the figure reflects tariff and relief more than the programme.",
    ),
    "overview.jht": (
        "JHT ({jht}, {span}) adalah tabungan pekerja sendiri, jadi tidak termasuk dalam garis maupun area yang wajar terjadi.",
        "JHT ({jht}, {span}) is the workers' own saving, so neither the lines nor the likely range include it.",
    ),
    "overview.relief_ends": (
        "Mulai {month} iuran JKK dan JKM per pekerja {change} dari {before} menjadi {after} sebulan; iuran seluruh program dari {bill_before} menjadi {bill_after}. Hitungan ini mengandaikan PP 50/2025 berlaku; pastikan dahulu ke cabang BPJS Ketenagakerjaan.",
        "From {month} the JKK and JKM contribution per worker {change} from {before} to {after} a month; the whole programme's bill goes from {bill_before} to {bill_after}. This assumes that PP 50/2025 applies; the branch of BPJS Ketenagakerjaan has yet to confirm it.",
    ),
    "overview.doubles": ("naik dua kali lipat", "doubles"),
    "overview.rises": ("naik", "rises"),
    "overview.reading": ("Data yang dipakai: {reading}", "Figures used: {reading}"),
    "overview.reading_gives": (
        "OPD dan kecamatan perlu rata-rata {needed:tenths} ASN-nya agar target tercapai bila peserta dari ASN lainnya tetap; bila semuanya 100 %, cakupannya {ceiling:tenths}.",
        "OPD and kecamatan need {needed:tenths} of their ASN on average for the target if enrolment through other ASN stays as it is; with all of them at 100 %, coverage is {ceiling:tenths}.",
    ),
    "overview.reading_other": (
        "Cara baca lain: {reading} Dengan itu perlu {needed:tenths}, dan paling banyak {ceiling:tenths}.",
        "The other reading: {reading} It asks for {needed:tenths}, and gives at most {ceiling:tenths}.",
    ),
    "overview.reading_same": (
        "Hasil skenario ini sama pada kedua cara baca.",
        "This scenario gives the same on both readings.",
    ),
    "overview.reading_differs": (
        "Skenario ini memberi {other} peserta pada {month} menurut cara baca lain, di sini {here}.",
        "On the other reading this scenario gives {other} enrolled in {month}, here {here}.",
    ),
    "overview.table": ("Tabel per kelompok dan bulan", "Table by group and month"),
    "overview.table.download": ("Unduh tabel (CSV)", "Download table (CSV)"),
    "overview.table.file": ("ringkasan", "overview"),
    "overview.table.month": ("Bulan", "Month"),
    "overview.table.enrolled": ("Peserta", "Enrolled"),
    "overview.table.target": ("Target", "Target"),
    "overview.table.total": ("Jumlah", "Total"),
    "overview.table.coverage": ("Cakupan", "Coverage"),
    "overview.table.contributions": ("Iuran JKK dan JKM (Rp)", "JKK and JKM contributions (Rp)"),
    "overview.table.payouts": ("Perkiraan manfaat (Rp)", "Expected payouts (Rp)"),
    "overview.table.relief": ("Keringanan", "Relief"),
    "overview.table.note": ("Keterangan", "Note"),
    "overview.table.sum": ("{name}, kumulatif", "{name}, cumulative"),
    "overview.table.year": ("{name}, 12 bulan terakhir", "{name}, last 12 months"),
    "overview.table.past": ("proyeksi, realisasi belum dimasukkan", "projected, actual figures not entered"),
    "overview.table.projected": ("proyeksi", "projected"),
    "overview.table.observed": ("terdata", "observed"),
}
