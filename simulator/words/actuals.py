"""The page of actuals: plan against actual, units to ask, estimates, and a new start of the projection."""

TEXTS = {
    "actuals.title_none": ("Belum ada realisasi yang dicatat", "No actuals are recorded yet"),
    "actuals.title_no_total": (
        "Jumlah peserta kabupaten belum dicatat untuk bulan-bulan proyeksi",
        "The regency's enrolled are not recorded for the months of the projection",
    ),
    "actuals.title_started": (
        "Proyeksi dimulai dari realisasi {month}, {enrolled} peserta; realisasi {next} dan seterusnya ditunggu",
        "The projection starts at the actual of {month}, {enrolled} enrolled; {next} and later are awaited",
    ),
    "actuals.title_behind": (
        "{month}: {enrolled} peserta, {apart} di bawah rencana “{scenario}”",
        "{month}: {enrolled} enrolled, {apart} below the plan “{scenario}”",
    ),
    "actuals.title_ahead": (
        "{month}: {enrolled} peserta, lebih {apart} dari rencana “{scenario}”",
        "{month}: {enrolled} enrolled, {apart} beyond the plan “{scenario}”",
    ),
    "actuals.title_even": (
        "{month}: {enrolled} peserta, sama dengan rencana “{scenario}”",
        "{month}: {enrolled} enrolled, as planned in “{scenario}”",
    ),
    "actuals.broken": ("Catatan realisasi tidak dapat dibaca", "The log of actuals cannot be read"),
    "actuals.none_yet": (
        "Catat angka bulan yang sudah lewat. Sesudah itu halaman ini membandingkannya dengan rencana.",
        "Record figures of past months. This page then holds them against the plan.",
    ),
    "actuals.compared": ("Rencana dan realisasi", "Plan and actual"),
    "actuals.totals": ("Rencana dan realisasi kabupaten, {month}", "Plan and actual of the regency, {month}"),
    "actuals.shown_month": ("Bulan yang dilihat", "Month shown"),
    "actuals.units_near": (
        "{count} unit atau kelompok sesuai rencana atau hanya berselisih 1 peserta",
        "Units or groups as planned, or 1 enrolled off: {count}",
    ),
    "actuals.units": ("Peserta per unit dan kelompok, {month}", "Enrolled by unit and group, {month}"),
    "actuals.units_none": (
        "Belum ada unit atau kelompok yang dicatat lengkap. Kelompok dibandingkan bila semua unitnya dicatat.",
        "No unit or whole group is recorded yet. A group is compared once all its units are.",
    ),
    "actuals.which_month": ("Bulan", "Month"),
    "actuals.month": ("Bulan", "Month"),
    "actuals.unit": ("Unit", "Unit"),
    "actuals.code": ("Kode", "Code"),
    "actuals.figure": ("Angka", "Figure"),
    "actuals.plan": ("Rencana", "Plan"),
    "actuals.actual": ("Realisasi", "Actual"),
    "actuals.difference": ("Selisih", "Difference"),
    "actuals.whole": ("Seluruh kabupaten", "Whole regency"),
    "actuals.ask": ("Unit yang perlu ditanya", "Whom to ask"),
    "actuals.ask_none": (
        "Tidak ada unit yang tercatat tertinggal, belum membayar sesuai komitmennya, atau menunggak.",
        "No unit is recorded as behind, below its pledge, or in arrears.",
    ),
    "actuals.ask_unknown": (
        "Belum ada unit atau kelompok yang dicatat lengkap, jadi siapa yang tertinggal belum dapat dinilai.",
        "No unit or whole group is recorded yet, so who is behind cannot be told.",
    ),
    "actuals.behind_line": (
        "{name}: {count} peserta di bawah rencana pada {month}, tertinggal sejak {since}.",
        "{name}: {count} enrolled below the plan in {month}, behind since {since}.",
    ),
    "actuals.pledge_line": (
        "{name}: berkomitmen {pledged} pekerja, tetapi pada {month} iuran dibayar untuk {paid} pekerja.",
        "{name}: pledged {pledged} workers, paid for {paid} in {month}.",
    ),
    "actuals.pledge_line_start": (
        "{name}: berkomitmen {pledged} pekerja mulai {due}, belum membayar sampai {month}. Proyeksi memulainya pada {next}.",
        "{name}: pledged {pledged} workers from {due}, does not pay as of {month}. The projection starts them in {next}.",
    ),
    "actuals.ask_least": (
        "Unit disebut tertinggal bila pesertanya paling sedikit {workers} orang dan {share} di bawah rencana.",
        "A unit is named as behind where its enrolled are at least {workers} workers and {share} below the plan.",
    ),
    "actuals.arrears_near": (
        "{name}: ada yang belum lunas {months} bulan berturut-turut sampai {month}, paling banyak {workers} pekerja. Perlindungan berakhir sesudah {allowed} bulan menunggak.",
        "{name}: some unpaid for {months} consecutive months up to {month}, at most {workers} workers. Protection ends after {allowed} unpaid months.",
    ),
    "actuals.arrears_ended": (
        "{name}: ada yang belum lunas {months} bulan berturut-turut sampai {month}, paling banyak {workers} pekerja. Perlindungan mereka dapat sudah berakhir (batas {allowed} bulan).",
        "{name}: some unpaid for {months} consecutive months up to {month}, at most {workers} workers. Their protection may have ended (limit {allowed} months).",
    ),
    "actuals.enter": ("Catat realisasi", "Record actuals"),
    "actuals.enter_note": (
        "Satu baris per bulan dan unit. Baris tanpa unit, atau dengan kata Jumlah, berlaku untuk seluruh kabupaten, kecuali bila hanya menjumlahkan sebagian unit yang tercantum. Sel boleh kosong bila tidak dicatat. Angka yang dicatat lagi mengoreksi angka lama; angka lama tetap terlihat.",
        "One row for each month and unit. A row without a unit, or with the word Total, is the whole regency, unless it only adds up some units listed. A cell may stay empty where nothing is recorded. A figure recorded again corrects the older one, which stays visible.",
    ),
    "actuals.way": ("Cara", "Way"),
    "actuals.way.upload": ("Unggah", "Upload"),
    "actuals.way.paste": ("Tempel", "Paste"),
    "actuals.way.type": ("Ketik", "Type"),
    "actuals.upload": ("Berkas XLSX atau CSV", "XLSX or CSV file"),
    "actuals.columns": (
        "Kolom: Bulan, Unit atau Kode, lalu satu atau beberapa dari Peserta, Lunas, Masuk, Berhenti, Meninggal, Kecelakaan, Iuran, Manfaat dibayar. Isi “tarik” sebagai ganti angka untuk menarik angka lama.",
        "Columns: Month, Unit or Code, then one or several of Enrolled, Paid up, Joined, Left, Deaths, Accidents, Contributions, Claims paid. The word “withdraw” in the place of a figure withdraws the older one.",
    ),
    "actuals.paste": (
        "Sel dari lembar kerja, dengan judul kolom",
        "Cells of a spreadsheet, with column headings",
    ),
    "actuals.paste_example": (
        "Bulan;Unit;Peserta;Lunas\n2025-09;Jumlah;1190;1150",
        "Month;Unit;Enrolled;Paid up\n2025-09;Total;1190;1150",
    ),
    "actuals.pasted_file": ("ditempel", "pasted"),
    "actuals.typed_file": ("diketik", "typed"),
    "actuals.by": ("Dicatat oleh", "Recorded by"),
    "actuals.nobody": ("tanpa nama", "no name"),
    "actuals.file": ("Berkas", "File"),
    "actuals.when": ("Waktu", "Time"),
    "actuals.refused": (
        "Tidak ada yang dicatat. Perbaiki dulu:",
        "Nothing was recorded. Correct this first:",
    ),
    "actuals.review": ("Tinjau: {count} baris akan dicatat", "Rows to be recorded: {count}"),
    "actuals.doubts": (
        "Periksa dulu: angka berikut tidak biasa. Bila memang benar, lanjutkan mencatat.",
        "Check first: these figures are unusual. If they are right, record them.",
    ),
    "actuals.corrects": (
        "Angka lama yang dikoreksi atau ditarik:",
        "Older figures that are corrected or withdrawn:",
    ),
    "actuals.correction_line": (
        "{month}, {unit}, {figure}: {old} menjadi {new}",
        "{month}, {unit}, {figure}: {old} becomes {new}",
    ),
    "actuals.withdrawal_line": (
        "{month}, {unit}, {figure}: {old} ditarik",
        "{month}, {unit}, {figure}: {old} is withdrawn",
    ),
    "actuals.withdrawn": ("ditarik", "withdrawn"),
    "actuals.withdraw": ("Tarik angka yang sudah dicatat", "Withdraw figures recorded before"),
    "actuals.withdraw_choose": ("Pilih angka", "Choose figures"),
    "actuals.withdraw_help": (
        "Angka yang ditarik tidak berlaku lagi, tetapi tetap terlihat di semua catatan.",
        "A figure withdrawn counts no longer, and stays visible among all records.",
    ),
    "actuals.as_recorded": ("{figure}: {value}", "{figure}: {value}"),
    "actuals.record": ("Catat", "Record"),
    "actuals.recorded": ("{count} baris realisasi dicatat.", "Rows of actuals recorded: {count}."),
    "actuals.restart": ("Mulai dari realisasi", "Start at the actuals"),
    "actuals.restart_note": (
        "Membuat data dasar baru pada bulan yang dipilih dan memindahkan skenario ini ke sana. Data lama tetap ada. Sisa jumlah kabupaten dibagi rata di antara unit yang tidak dicatat, dan diberi tanda perkiraan.",
        "Makes a new data set for the chosen month and moves this scenario to it. Older data stay. What is left of the regency's total is spread evenly over the units not recorded and marked as estimated.",
    ),
    "actuals.restart_none": (
        "Perlu jumlah peserta kabupaten pada satu bulan sesudah bulan data.",
        "This needs the regency's enrolled in a month after that of the data.",
    ),
    "actuals.restart_refused": ("Tidak dapat dimulai dari bulan itu:", "Cannot start in that month:"),
    "actuals.restart_from": ("Mulai dari {month}", "Start in {month}"),
    "actuals.restarted": (
        "Proyeksi kini dimulai dari {enrolled} peserta, {month}. Dapat diurungkan.",
        "The projection now starts at {enrolled} enrolled, {month}. Can be undone.",
    ),
    "actuals.reading": (
        "Realisasi {month}, disusun di atas data {upon}, dibuat {when}.",
        "Actuals of {month} upon {upon}, made {when}.",
    ),
    "actuals.estimates": ("Taksiran dari realisasi", "Estimates from actuals"),
    "actuals.estimates_note": (
        "Dalam kurung: rentang 95 %. Rentang ini menganggap setiap orang memutuskan sendiri, jadi terlalu sempit bila satu kantor memutuskan bersama.",
        "In brackets: the 95 % interval. It assumes that every person decides alone, so it is too narrow where an office decides together.",
    ),
    "actuals.setting": ("Pengaturan", "Setting"),
    "actuals.present": ("Skenario ini", "This scenario"),
    "actuals.estimate": ("Taksiran", "Estimate"),
    "actuals.observations": ("Dasarnya", "What is behind it"),
    "actuals.interval": ("{value} ({low} sampai {high})", "{value} ({low} to {high})"),
    "actuals.low": ("Batas bawah 95 %", "Lower 95 % bound"),
    "actuals.high": ("Batas atas 95 %", "Upper 95 % bound"),
    "actuals.cases": ("Kejadian", "Cases"),
    "actuals.size": ("Dari", "Out of"),
    "actuals.download": ("Unduh tabel (CSV)", "Download table (CSV)"),
    "actuals.download_which": ("Unduh: {table}", "Download: {table}"),
    "actuals.file.compared": ("rencana-dan-realisasi", "plan-and-actual"),
    "actuals.file.estimates": ("taksiran", "estimates"),
    "actuals.file.backtest": ("uji-proyeksi", "back-test"),
    "actuals.file.trials": ("uji-di-tempat-lain", "trials-elsewhere"),
    "actuals.file.records": ("catatan-realisasi", "records-of-actuals"),
    "actuals.take": ("Pakai taksiran: {setting}", "Take the estimate: {setting}"),
    "actuals.took": ("Taksiran dipakai. Dapat diurungkan.", "The estimate is taken over. Can be undone."),
    "actuals.of_offices": (" dari {count} unit", " of {count} units"),
    "actuals.behind.risk.deaths_per_1000_year": (
        "{cases} kematian dalam {size} orang-tahun",
        "{cases} deaths in {size} person-years",
    ),
    "actuals.behind.risk.accidents_per_1000_year": (
        "{cases} kecelakaan dalam {size} orang-tahun",
        "{cases} accidents in {size} person-years",
    ),
    "actuals.behind.retention.lapse_share_per_month": (
        "{cases} berhenti dari {size} orang-bulan",
        "{cases} stopped of {size} member-months",
    ),
    "actuals.behind.retention.refill_share_per_month": (
        "{cases} pengganti untuk {size} peserta yang berhenti",
        "{cases} replaced of {size} who left",
    ),
    "actuals.behind.delivery.realised_share": (
        "{cases} terdaftar dari {size} pekerja yang direncanakan",
        "{cases} enrolled of {size} workers planned",
    ),
    "actuals.behind.delivery.pledge_share": (
        "{cases} terdaftar dari {size} pekerja yang dikomitmenkan",
        "{cases} enrolled of {size} workers pledged",
    ),
    "actuals.behind.delivery.join_delay_months": (
        "{cases} bulan tunggu pada {size} unit yang sudah masuk",
        "{cases} months of waiting in {size} units that joined",
    ),
    "actuals.needs.risk.deaths_per_1000_year": (
        "Perlu Peserta dan Meninggal per bulan.",
        "Needs Enrolled and Deaths by month.",
    ),
    "actuals.needs.risk.accidents_per_1000_year": (
        "Perlu Peserta dan Kecelakaan per bulan.",
        "Needs Enrolled and Accidents by month.",
    ),
    "actuals.needs.retention.lapse_share_per_month": (
        "Perlu Peserta dan Berhenti pada bulan berturut-turut.",
        "Needs Enrolled and Left in consecutive months.",
    ),
    "actuals.needs.retention.refill_share_per_month": (
        "Perlu Peserta dan Masuk per unit yang pesertanya pernah berhenti.",
        "Needs Enrolled and Joined of units where somebody left.",
    ),
    "actuals.needs.delivery.realised_share": (
        "Perlu Peserta per unit yang rencananya di atas keadaan sekarang.",
        "Needs Enrolled of units planned to grow.",
    ),
    "actuals.needs.delivery.pledge_share": (
        "Perlu Peserta per unit yang berkomitmen.",
        "Needs Enrolled of units that pledged.",
    ),
    "actuals.needs.delivery.join_delay_months": (
        "Perlu Peserta per unit yang menunggu giliran, termasuk bulan-bulan sebelum unit itu masuk.",
        "Needs Enrolled of units that wait for their turn, also before they join.",
    ),
    "actuals.refused.no_data": (
        "Belum dapat ditaksir: angka yang diperlukan belum dicatat.",
        "Cannot be estimated yet: the figures it needs have not been recorded.",
    ),
    "actuals.refused.few_cases": (
        "Terlalu sedikit: perlu paling sedikit {cases} kejadian.",
        "Too few: at least {cases} cases are needed.",
    ),
    "actuals.refused.few_people": (
        "Terlalu sedikit: perlu paling sedikit {people} orang.",
        "Too few: at least {people} people are needed.",
    ),
    "actuals.refused.few_offices": (
        "Terlalu sedikit: perlu paling sedikit {offices} unit.",
        "Too few: at least {offices} units are needed.",
    ),
    "actuals.log": ("Semua catatan ({count})", "All records ({count})"),
    "error.no_total_in_month": (
        "{found}: jumlah peserta kabupaten belum dicatat, dan hanya {count} dari {units} unit dicatat.",
        "{found}: the regency's enrolled are not recorded, and only {count} of {units} units are.",
    ),
    "error.total_does_not_fit": (
        "{month}: sisa {found} peserta tidak muat pada {units} unit yang belum dicatat. Catat angka unitnya, atau masukkan daftar unit.",
        "{month}: the {found} enrolled that are left do not fit the {units} units not recorded. Record their figures, or take in a unit list.",
    ),
}
