"""Which assumption decides a result, and whom to ask about it."""

TEXTS = {
    "note.no_shares": (
        "tidak ada bagian ketidakpastian untuk {found}. Bagian itu dihitung untuk {metrics}, dari paling sedikit {draws} simulasi, dan hanya bila hasilnya tersebar.",
        "there are no shares of the spread for {found}. They are computed for {metrics}, from at least {draws} simulations, and only where the result spreads.",
    ),
    "decides.title": (
        "{driver} menentukan {share:whole} dari ketidakpastian {result} pada {month}",
        "{share:whole} of the uncertainty about {result} in {month} comes from {driver}",
    ),
    "decides.from.leadership": ("Kepemimpinan dan pelaksanaan", "leadership and delivery"),
    "decides.from.death_rate": ("Angka kematian", "the death rate"),
    "decides.from.offices": ("Beda antarkantor", "differences between offices"),
    "decides.from.chance": (
        "Kebetulan (siapa yang meninggal atau mengalami kecelakaan)",
        "chance (who dies or has an accident)",
    ),
    "decides.from.setting": ("Pengaturan “{setting}”", "the setting “{setting}”"),
    "decides.title.none": (
        "Tidak ada yang membuat {result} pada {month} tidak pasti",
        "Nothing makes {result} in {month} uncertain",
    ),
    "decides.title.few": (
        "Simulasinya hanya {draws}, terlalu sedikit untuk menyebut apa yang menentukan {result} pada {month}: pakai 1.000 atau lebih",
        "Only {draws} simulated, too few to tell what decides about {result} in {month}: use 1,000 or more",
    ),
    "decides.group.leadership": ("Kepemimpinan dan pelaksanaan", "Leadership and delivery"),
    "decides.group.death_rate": ("Angka kematian", "The death rate"),
    "decides.group.offices": ("Beda antarkantor", "What differs between offices"),
    "decides.group.chance": (
        "Kebetulan: siapa yang meninggal atau mengalami kecelakaan",
        "Chance: who dies or has an accident",
    ),
    "decides.of_group.leadership": (
        "keterlaksanaan rencana dan komitmen, dorongan Rakor Monev, pengganti, dan yang berhenti, yang membaik atau memburuk bersama",
        "delivery, pledges, the push of a Rakor Monev, refill and lapse, which get better or worse together",
    ),
    "decides.of_group.death_rate": (
        "angka kematian peserta dan bedanya dari tahun ke tahun",
        "the death rate of the enrolled, and how it differs from year to year",
    ),
    "decides.of_group.offices": (
        "keterlaksanaan rencana dan komitmen tiap kantor sendiri-sendiri",
        "delivery and pledges of each office by itself",
    ),
    "decides.of_group.chance": (
        "yang tersisa bila semua angka diketahui",
        "what is left when every figure is known",
    ),
    "decides.result.enrolled": ("peserta", "enrolment"),
    "decides.result.coverage_share": ("cakupan", "coverage"),
    "decides.result.cumulative_contributions_idr": ("jumlah iuran", "contributions so far"),
    "decides.result.cumulative_payouts_idr": ("jumlah manfaat", "payouts so far"),
    "decides.result.claims_ratio": ("manfaat dibanding iuran sebulan", "the claims ratio of the month"),
    "decides.metric": ("Hasil", "Result"),
    "decides.month": ("Bulan", "Month"),
    "decides.counting": ("Menghitung simulasi …", "Running simulations …"),
    "decides.alt": (
        "{title}. Di tengah semua rentang: {value}. Batang dari yang terpanjang: {bars}.",
        "{title}. In the middle of all ranges: {value}. Bars, longest first: {bars}.",
    ),
    "decides.bar": (
        "{setting}: {at_low} bila {low}, {at_high} bila {high}",
        "{setting}: {at_low} at {low}, {at_high} at {high}",
    ),
    "decides.share_of": ("{share} ketidakpastian", "{share} of the uncertainty"),
    "decides.in_group": ("termasuk kelompok pelaksanaan", "with delivery"),
    "decides.middle": (
        "Bila setiap pengaturan berada di tengah rentangnya, {result} pada {month} adalah {value}. Dari titik itu satu pengaturan digeser dari rendah (bergaris) ke tinggi (penuh), yang lain tetap.",
        "With every range in its middle, {result} in {month}: {value}. From there one setting moves from low (hatched) to high (solid), all else in place.",
    ),
    "decides.of_all_offices": (
        "Keterlaksanaan rencana dan komitmen digeser sejauh semua kantor membaik atau memburuk bersama, jadi ujungnya lebih sempit daripada rentang satu kantor di bawah.",
        "How far plans and pledges come true is moved as far as all offices do better or worse together, so its ends are narrower than the range of one office below.",
    ),
    "decides.no_ranges": (
        "Tidak ada pengaturan dengan rentang, jadi tidak ada batang.",
        "No setting has a range, so there are no bars.",
    ),
    "decides.decision": ("keputusan", "a decision"),
    "decides.decisions": ("Bandingkan keputusan", "Compare decisions"),
    "decides.decisions.which": (
        "Keputusan yang diberi batang pada grafik di atas, antara dua nilai yang diisi",
        "Decisions that get a bar in the chart above, between two values you give",
    ),
    "decides.break_even": (
        "Nilai tiap tuas agar target tercapai",
        "Value of each lever that meets the target",
    ),
    "decides.break_even.note": (
        "Satu tuas digeser, yang lain tetap, bila semua berjalan sesuai rencana, untuk bulan yang dipilih di atas.",
        "One lever is moved and all else stays, if everything goes to plan, for the month chosen above.",
    ),
    "decides.break_even.lever": ("Tuas", "Lever"),
    "decides.break_even.now": ("Sekarang", "Now"),
    "decides.break_even.needed": ("Agar target tercapai", "To meet the target"),
    "decides.break_even.reached": ("{value}: cakupan {coverage}", "{value}: coverage {coverage}"),
    "decides.break_even.kept": (
        "masih tercapai sampai {value}: cakupan {coverage}",
        "still met as far as {value}: coverage {coverage}",
    ),
    "decides.break_even.anywhere": ("tercapai berapa pun nilainya", "met whatever its value"),
    "decides.break_even.nearest": (
        "tidak tercapai; yang terdekat {value}: cakupan {coverage}",
        "not reached; the nearest is {value}: coverage {coverage}",
    ),
    "decides.break_even.already": ("sudah tercapai", "met already"),
    "decides.break_even.no_effect": ("tidak mengubah cakupan", "does not change coverage"),
    "decides.two_way": ("Dua pengaturan sekaligus", "Two settings at once"),
    "decides.two_way.first": ("Ke bawah", "Downwards"),
    "decides.two_way.second": ("Ke kanan", "To the right"),
    "decides.two_way.same": ("Pilih dua pengaturan yang berlainan.", "Choose two different settings."),
    "decides.two_way.title": (
        "{first} dan {second}: {result} pada {month} dari {least} sampai {most}",
        "{first} and {second}: {result} in {month} from {least} to {most}",
    ),
    "decides.column.setting": ("Pengaturan", "Setting"),
    "decides.column.low": ("Rendah", "Low"),
    "decides.column.high": ("Tinggi", "High"),
    "decides.column.at_low": ("Hasil bila rendah", "Result at low"),
    "decides.column.at_high": ("Hasil bila tinggi", "Result at high"),
    "decides.column.share": ("Bagian ketidakpastian", "Share of the uncertainty"),
    "decides.column.group": ("Kelompok", "Group"),
    "decides.column.means": ("Isinya", "What is in it"),
    "decides.shares": ("Dari mana ketidakpastian itu", "Where the uncertainty comes from"),
    "decides.shares_note": (
        "Bagian menunjukkan berapa ketidakpastian yang hilang bila hal itu saja diketahui. Jumlahnya dapat kurang dari 100 %; sisanya timbul karena beberapa hal bekerja bersama.",
        "A share is what would be gone if that alone were known. Together they may be less than 100 %; the rest comes from things working together.",
    ),
    "decides.find_out.heading": ("Yang perlu dicari tahu dulu", "What to find out first"),
    "decides.find_out": (
        "{setting}: {figure}. Bila diketahui, rentang {result} pada {month} menyempit {narrowing:whole}, dari selebar {now} menjadi {known}.",
        "{setting}: {figure}. Once it is known, the range of {result} in {month} narrows by {narrowing:whole}, from a width of {now} to {known}.",
    ),
    "decides.find_out.none": (
        "Tidak ada satu hal yang, bila diketahui, menyempitkan rentang ini lebih dari {least}.",
        "No single thing would narrow this range by more than {least} if it were known.",
    ),
    "decides.find_out.more": ("{count} hal lain", "{count} more"),
    "decides.find_out.note": (
        "Dihitung dengan mengulang simulasi yang sama, dengan hal itu dibuat tetap di tengah rentangnya.",
        "Found by running the same simulations again with that one fixed in the middle of its range.",
    ),
    "decides.ask": (
        "Data yang perlu dicari dahulu: {figure}; rentang {result} pada {month} menyempit {narrowing:whole}.",
        "Figures to find out first: {figure}; the range of {result} in {month} narrows by {narrowing:whole}.",
    ),
    "decides.figure.delivery.realised_share": (
        "minta laporan bulanan tiap OPD dari dinas tenaga kerja: rencana dan yang iurannya sudah dibayar",
        "ask the manpower office for each OPD's monthly report: planned and paid for",
    ),
    "decides.figure.delivery.pledge_share": (
        "minta bulan dan jumlah yang dibayar tiap kantor yang berkomitmen dari cabang BPJS Ketenagakerjaan",
        "ask the branch of BPJS Ketenagakerjaan which months and how many each pledging office has paid",
    ),
    "decides.figure.delivery.join_delay_months": (
        "minta bulan diajak dan bulan mulai membayar tiap kantor dari dinas tenaga kerja",
        "ask the manpower office when each office was asked and when it began to pay",
    ),
    "decides.figure.retention.lapse_share_per_month": (
        "minta data bulan iuran yang sudah dibayar bagi tiap peserta, per OPD, dari cabang BPJS Ketenagakerjaan",
        "ask the branch of BPJS Ketenagakerjaan for the months paid for each worker, by OPD",
    ),
    "decides.figure.retention.refill_share_per_month": (
        "minta daftar peserta pengganti per OPD dari cabang BPJS Ketenagakerjaan",
        "ask the branch of BPJS Ketenagakerjaan for the workers who replaced others, by OPD",
    ),
    "decides.figure.growth.background_share_per_month": (
        "minta jumlah peserta tiap bulan sejak awal program dari cabang BPJS Ketenagakerjaan",
        "ask the branch of BPJS Ketenagakerjaan for the enrolled of every month since the start",
    ),
    "decides.figure.growth.push_share": (
        "minta jumlah peserta tiap bulan sesudah setiap Rakor Monev dari cabang BPJS Ketenagakerjaan",
        "ask the branch of BPJS Ketenagakerjaan for the enrolled of every month after each Rakor Monev",
    ),
    "decides.figure.growth.push_half_life_months": (
        "minta tanggal pendaftaran peserta sesudah setiap Rakor Monev dari cabang BPJS Ketenagakerjaan",
        "ask the branch of BPJS Ketenagakerjaan for the dates of enrolment after each Rakor Monev",
    ),
    "decides.figure.growth.push_repeat_factor": (
        "bandingkan peserta sesudah Rakor Monev pertama dan kedua, dari cabang BPJS Ketenagakerjaan",
        "compare the enrolled after the first and the second Rakor Monev, from the branch of BPJS Ketenagakerjaan",
    ),
    "decides.figure.growth.ceiling_share": (
        "minta daftar ASN sekolah, puskesmas, dan unit lain yang dapat dihubungi dari badan kepegawaian",
        "ask the personnel office which ASN of schools, health centres and other units can be reached",
    ),
    "decides.figure.participation.*.entry_share": (
        "minta jumlah ASN dan peserta tiap kantor yang baru ikut dari badan kepegawaian dan cabang BPJS Ketenagakerjaan",
        "ask the personnel office and the branch of BPJS Ketenagakerjaan for ASN and enrolled of each new office",
    ),
    "decides.figure.workforce.asn_growth_per_year": (
        "minta jumlah ASN tiap tahun, dengan yang pensiun dan yang diangkat, dari badan kepegawaian",
        "ask the personnel office for the ASN of each year, with those who retire and are appointed",
    ),
    "decides.figure.contribution.transport_share": (
        "minta data pekerjaan tiap peserta dari cabang BPJS Ketenagakerjaan",
        "ask the branch of BPJS Ketenagakerjaan for the occupation of each worker",
    ),
    "decides.figure.risk.deaths_per_1000_year": (
        "minta tanggal lahir peserta dan tanggal setiap kematian dari cabang BPJS Ketenagakerjaan",
        "ask the branch of BPJS Ketenagakerjaan for dates of birth of the enrolled and the date of each death",
    ),
    "decides.figure.risk.accidents_per_1000_year": (
        "minta kasus JKK peserta program tiap tahun dari cabang BPJS Ketenagakerjaan",
        "ask the branch of BPJS Ketenagakerjaan for the JKK cases of the programme in each year",
    ),
    "decides.figure.risk.fatal_share": (
        "minta kasus JKK menurut akibatnya dari cabang BPJS Ketenagakerjaan",
        "ask the branch of BPJS Ketenagakerjaan for JKK cases by outcome",
    ),
    "decides.figure.risk.nonfatal_cost_idr": (
        "minta biaya tiap kasus JKK dari cabang BPJS Ketenagakerjaan",
        "ask the branch of BPJS Ketenagakerjaan for the cost of each JKK case",
    ),
    "decides.figure.risk.scholarship_per_death_idr": (
        "minta jumlah anak tiap peserta dan beasiswa yang dibayar dari cabang BPJS Ketenagakerjaan",
        "ask the branch of BPJS Ketenagakerjaan for the children of each worker and scholarships paid",
    ),
    "origin.title.swing_setting": ("Ujung batang", "End of a bar"),
    "origin.note.swing_setting": (
        "Nilai pengaturan di ujung batang: batas rentangnya, dan untuk keterlaksanaan rencana dan komitmen bagian yang sama bagi semua kantor.",
        "The setting's value at the end of its bar: the end of its range, and of delivery and pledges the part all offices share.",
    ),
    "origin.title.swing_end": ("Ujung batang: {result} pada {month}", "End of a bar: {result} in {month}"),
    "origin.note.swing_end": (
        "Proyeksi dengan setiap rentang di tengahnya, dan hanya pengaturan ini pada nilai di atas.",
        "The projection with every range in its middle and only this setting at the value above.",
    ),
    "origin.title.at_the_middles": (
        "Bila setiap pengaturan berada di tengah rentangnya: {result} pada {month}",
        "With every range in its middle: {result} in {month}",
    ),
    "origin.note.at_the_middles": (
        "Proyeksi dengan setiap pengaturan yang punya rentang di tengah rentang itu, yang lain pada nilainya sendiri.",
        "The projection with every setting that has a range in the middle of it, the others at their own values.",
    ),
    "origin.title.two_way_end": (
        "Dua pengaturan: {result} pada {month}",
        "Two settings: {result} in {month}",
    ),
    "origin.note.two_way": (
        "Yang terkecil atau terbesar dari proyeksi dengan setiap pasangan nilai pada tabel; pengaturan lain pada nilainya sendiri.",
        "The least or the most of the projections with each pair of values in the table; all else at its own value.",
    ),
    "origin.title.spread_share": ("Bagian ketidakpastian", "Share of the uncertainty"),
    "origin.note.spread_share": (
        "Bagian dari ragam hasil pada {draws} simulasi yang akan hilang bila hal ini saja diketahui.",
        "The part of the result's variance over {draws} simulations that would be gone if this alone were known.",
    ),
    "origin.title.band_width": ("Lebar rentang yang wajar, {month}", "Width of the likely range, {month}"),
    "origin.note.band_width": (
        "Sembilan dari sepuluh simulasi terletak di dalam rentang selebar ini.",
        "Nine in ten simulations lie within a range as wide as this.",
    ),
    "origin.note.band_width_known": (
        "Lebar rentang itu bila simulasi yang sama diulang dengan hal ini tetap di tengah rentangnya.",
        "How wide that range is when the same simulations are run again with this one fixed in the middle of its range.",
    ),
    "origin.title.band_narrowing": ("Menyempitnya rentang, {month}", "How far the range narrows, {month}"),
    "origin.part.band_width": ("lebar sekarang", "width now"),
    "origin.part.band_width_known": ("lebar bila diketahui", "width once it is known"),
}
