"""The deck for a Rakor Monev: topics, findings, columns, and speaker notes."""

TEXTS = {
    "deck.of_scenario": ("Menurut skenario “{name}”.", "Under the scenario “{name}”."),
    "deck.stand": ("Keadaan sekarang", "Where we stand"),
    "deck.stand.title": (
        "{enrolled} pekerja rentan terlindungi pada {month}: {coverage} dari {asn} ASN",
        "{enrolled} vulnerable workers are protected in {month}: {coverage} of {asn} ASN",
    ),
    "deck.stand.table": ("Peserta dan ASN per kelompok, {month}", "Enrolled and ASN by group, {month}"),
    "deck.stand.alt": (
        "Grafik garis peserta terdata: {points}.",
        "Line chart of observed enrolment: {points}.",
    ),
    "deck.target": ("Target dan kekurangan", "Target and gap"),
    "deck.compare": ("Skenario dibandingkan", "Scenarios compared"),
    "deck.compare.numbers": (
        "Pada {month} peserta {fewest} sampai {most}, dengan iuran {least} sampai {dearest} sampai saat itu",
        "By {month}: {fewest} to {most} enrolled, at contributions of {least} to {dearest}",
    ),
    "deck.apart": (
        "Selisih terhadap “{name}” pada {month}, dan seberapa yakin",
        "What differs from “{name}” in {month}, and how sure that is",
    ),
    "deck.apart.likeliest": (
        "Peluang “{name}” menghasilkan peserta lebih banyak daripada “{other}” pada {month}: {chance}",
        "The chance that “{name}” brings more enrolled than “{other}” in {month}: {chance}",
    ),
    "deck.compare.settings": (
        "{number} pengaturan membedakan skenario-skenario ini dari “{name}”",
        "Settings in which these scenarios differ from “{name}”: {number}",
    ),
    "deck.why": ("Mengapa berbeda", "Why they differ"),
    "deck.why.more_than": (
        "“{b}” menghasilkan {total} peserta lebih banyak daripada “{a}” pada {month}",
        "“{b}” brings {total} more enrolled than “{a}” in {month}",
    ),
    "deck.why.fewer_than": (
        "“{b}” menghasilkan {total} peserta lebih sedikit daripada “{a}” pada {month}",
        "“{b}” brings {total} fewer enrolled than “{a}” in {month}",
    ),
    "deck.why.undivided": (
        "Selisih “{b}” terhadap “{a}” tidak dapat dibagi menurut pengaturan",
        "The difference of “{b}” from “{a}” cannot be split by setting",
    ),
    "deck.why.below": ("dasar", "base"),
    "deck.why.scenario": ("skenario", "scenario"),
    "deck.why.more": ("menambah", "adds"),
    "deck.why.less": ("mengurangi", "takes away"),
    "deck.why.others": ("{number} pengaturan lain bersama", "{number} other settings together"),
    "deck.units": ("OPD dan kecamatan", "OPD and kecamatan"),
    "deck.units.axis": ("unit", "units"),
    "deck.units.alt": (
        "Grafik batang banyaknya unit menurut status. {parts}.",
        "Bar chart of the number of units by status. {parts}.",
    ),
    "deck.units.outside": ("Belum ikut: {units}.", "Not yet taking part: {units}."),
    "deck.units.full": ("Sudah 100 %: {units}.", "At 100 %: {units}."),
    "deck.units.partial": ("Baru sebagian: {units}.", "Partly in: {units}."),
    "deck.units.pledged": ("Berkomitmen: {units}.", "Pledged: {units}."),
    "deck.units.pledge": ("{workers} pekerja mulai {months}.", "{workers} workers from {months}."),
    "deck.money": ("Iuran dan manfaat", "Contributions and payouts"),
    "deck.money.recorded": (
        "Iuran dan manfaat per bulan, dengan realisasi",
        "Contributions and payouts by month, with actual figures",
    ),
    "deck.money.table": (
        "Iuran dan perkiraan manfaat menurut masa satu tarif",
        "Contributions and expected payouts by period of one rate",
    ),
    "deck.ask.table": (
        "Komitmen dan yang masih perlu didaftarkan, {month}",
        "Pledges and workers still to enrol, {month}",
    ),
    "deck.offices.of_data": (
        "Daftar ini menurut data {month}; realisasi sampai {latest} belum dihitung di dalamnya.",
        "This list is as of the data of {month}; actual figures up to {latest} are not counted in it.",
    ),
    "deck.ask.met": (
        "{target} tercapai bila rencana dan komitmen skenario ini dijalankan{chance}",
        "{target} is met if the plan and the pledges of this scenario are carried out{chance}",
    ),
    "deck.ask.met_then_lost": (
        "{target} tercapai bila rencana dan komitmen skenario ini dijalankan, tetapi mulai {lost} turun lagi{chance}",
        "{target} is met if the plan and the pledges of this scenario are carried out, but falls below again from {lost}{chance}",
    ),
    "deck.ask.stays_met": (
        "{target} sudah terpenuhi pada bulan data, dan tetap terpenuhi bila rencana dan komitmen skenario ini dijalankan",
        "{target} is met already in the month of the data, and stays met if the plan and the pledges of this scenario are carried out",
    ),
    "deck.ask.bill": (
        "Iuran yang dibayar seorang ASN untuk satu pekerja: {rate} sebulan ({month}).",
        "The bill of one ASN for one worker: {rate} a month ({month}).",
    ),
    "deck.ask.bill_later": (
        "Mulai {month} menjadi {rate}, dengan anggapan PP 50/2025 berlaku; pastikan dahulu ke cabang BPJS Ketenagakerjaan.",
        "From {month} it is {rate}, assuming that PP 50/2025 applies, which the branch of BPJS Ketenagakerjaan has yet to confirm.",
    ),
    "deck.assumptions": ("Asumsi", "Assumptions"),
    "deck.override": ("Penetapan khusus: {name}", "Special setting: {name}"),
    "deck.sources": ("Sumber", "Sources"),
    "deck.sources.title": (
        "Angka utama bersumber dari {number} rujukan; {published} di antaranya publikasi",
        "The headline numbers rest on {number} sources; {published} of them are published",
    ),
    "deck.limits": ("Batas", "Limits"),
    "deck.limits.title": (
        "{number} hal tidak dihitung, jadi hasil ini bukan ramalan",
        "{number} things are left out, so these results are no forecast",
    ),
    "deck.note.cover": (
        "Judul tiap slide menyatakan temuannya; catatan ini menyebut asal angkanya. Grafik dan tabel dapat disunting.",
        "Each slide's title states its finding; these notes tell where its numbers come from. Charts and tables can be edited.",
    ),
    "deck.note.number": ("{title}: {number} ({mark}).", "{title}: {number} ({mark})."),
    "deck.note.formula": ("{formula} = {calculation} = {exact}.", "{formula} = {calculation} = {exact}."),
    "deck.note.sources": ("Sumber: {sources}.", "Sources: {sources}."),
    "deck.note.settings": (
        "Pengaturan diambil dari berkas skenario. Kolom pertama adalah pembandingnya.",
        "Settings are taken from the scenario files. The first column is the reference.",
    ),
    "deck.note.units": (
        "Status dihitung dari data {month}: 100 % berarti paling sedikit satu pekerja per ASN.",
        "The status is counted from the data of {month}: 100 % means at least one worker per ASN.",
    ),
    "deck.note.to_enrol": (
        "Proyeksi dan yang masih perlu didaftarkan adalah keadaan {month} menurut skenario. Dibulatkan ke orang; baris dan jumlah tetap cocok.",
        "Projection and workers still to enrol are as of {month} under the scenario. Whole people; rows and totals agree.",
    ),
    "deck.note.ask": (
        "Dicari perubahan terkecil tiap tuas yang mencapai target. Semua cara:",
        "The least change of each lever that meets the target is sought. All ways:",
    ),
    "deck.note.assumptions": (
        "Nilai bawaan beserta sumbernya ada di halaman Asumsi & sumber. Nilai yang diubah perencana ditandai asumsi.",
        "Default values and their sources are on the page Assumptions & sources. What a planner changed is marked as an assumption.",
    ),
    "deck.note.limits": (
        "Sama seperti pada halaman Asumsi & sumber.",
        "The same as on the page Assumptions & sources.",
    ),
    "deck.cover": ("Rakor Monev ASN Peduli Pekerja Rentan", "Rakor Monev ASN Peduli Pekerja Rentan"),
    "deck.logo": ("Logo", "Logo"),
    "deck.made": ("dibuat {day}", "made {day}"),
    "deck.continued": ("{title} (lanjutan)", "{title} (continued)"),
    "deck.stand.title_since": (
        "{enrolled} pekerja rentan terlindungi pada {month}: {coverage} dari {asn} ASN, {moved}",
        "{enrolled} vulnerable workers are protected in {month}: {coverage} of {asn} ASN, {moved}",
    ),
    "deck.stand.more": ("bertambah {change} sejak {since}", "{change} more than in {since}"),
    "deck.stand.fewer": ("berkurang {change} sejak {since}", "{change} fewer than in {since}"),
    "deck.stand.same": ("sama dengan {since}", "as many as in {since}"),
    "deck.stand.nothing_recorded": (
        "Angka ini dari data {month}; realisasi sesudahnya belum dicatat.",
        "These figures are the data of {month}; no actual figures have been recorded since.",
    ),
    "deck.stand.total_only": (
        "Realisasi dicatat untuk seluruh kabupaten, belum per unit; tabel dari data {month}.",
        "Actual figures are of the whole regency, not yet by unit; the table is the data of {month}.",
    ),
    "deck.progress": ("Perubahan per unit", "Change by unit"),
    "deck.progress.title": (
        "Peserta {number} unit dan kelompok pada {month} dibanding {since}",
        "Enrolled in {month} against {since}, units and groups: {number}",
    ),
    "deck.groups": ("Kelompok", "Groups"),
    "deck.groups.title": (
        "OPD, kecamatan, dan ASN lainnya, {month}",
        "OPD, kecamatan and other ASN, {month}",
    ),
    "deck.takes": ("Yang dibutuhkan", "What it takes"),
    "deck.office": ("Satu unit", "One unit"),
    "deck.office.title": ("{name}: {finding}", "{name}: {finding}"),
    "deck.say.office": (
        "Tanyakan bulan mulai, atau tambahan pekerja yang sanggup didaftarkan.",
        "Ask for the month in which it begins, or how many more workers it can enrol.",
    ),
    "deck.to_enrol.title": (
        "{number} pekerja masih perlu didaftarkan sampai satu per ASN pada {month}",
        "{number} still to enrol in {month}, to one per ASN",
    ),
    "deck.money.contributions": ("iuran, {span}", "contributions, {span}"),
    "deck.money.payouts": ("perkiraan manfaat, {span}", "expected payouts, {span}"),
    "deck.money.ratio": ("manfaat dibanding iuran", "payouts against contributions"),
    "deck.ask": ("Yang diminta", "What we ask for"),
    "deck.ask.title": (
        "{number} hal diminta dari rapat ini",
        "Points asked of this meeting: {number}",
    ),
    "deck.agreed": ("Disepakati", "Agreed"),
    "deck.agreed.title": ("{number} hal disepakati", "Agreed: {number}"),
    "deck.agreed.entry": ("{decision} – {owner}, {day}", "{decision} – {owner}, {day}"),
    "deck.agreed.no_owner": ("penanggung jawab belum ditetapkan", "no owner named yet"),
    "deck.noted": ("Keputusan yang dicatat", "Decisions noted"),
    "deck.noted.title": (
        "{number} keputusan dicatat; skenario ini belum disepakati",
        "Decisions noted: {number}; this scenario is not agreed yet",
    ),
    "deck.open": ("Belum diputuskan", "Not decided yet"),
    "deck.open.title": (
        "{number} pertanyaan dibahas dan belum diputuskan",
        "Questions discussed and not decided yet: {number}",
    ),
    "deck.log": ("Catatan keputusan", "Decision log"),
    "deck.log.title": (
        "{number} catatan keputusan pada skenario “{name}” ({status})",
        "Decision log of the scenario “{name}” ({status}), entries: {number}",
    ),
    "deck.appendix": ("Lampiran", "Appendix"),
    "deck.say.cover": (
        "Selamat datang di {meeting}, {region}.",
        "Welcome to {meeting}, {region}.",
    ),
    "deck.say.cover_then": (
        "Kita lihat keadaan sekarang, apa yang kurang, apa yang dibutuhkan, lalu apa yang diminta dari rapat ini.",
        "We look at where we stand, what is missing, what it takes, and then at what is asked of this meeting.",
    ),
    "deck.say.stand": (
        "Pada {month} ada {enrolled} pekerja rentan yang terlindungi, atau {coverage} dari jumlah ASN.",
        "{enrolled} vulnerable workers are protected in {month}, or {coverage} of the number of ASN.",
    ),
    "deck.say.stand_since": ("Itu {moved}.", "That is {moved}."),
    "deck.say.stand_offices": (
        "Dari {number} unit dan kelompok yang dicatat, {grown} bertambah.",
        "Of {number} units and groups recorded, {grown} have grown.",
    ),
    "deck.say.stand_total": (
        "Realisasi per unit belum dicatat, jadi perubahan per unit belum dapat ditunjukkan.",
        "Actual figures by unit have not been recorded, so a change by unit cannot be shown yet.",
    ),
    "deck.say.stand_then": (
        "Selanjutnya: seberapa jauh dari target.",
        "Next: how far that is from the target.",
    ),
    "deck.say.target_missed": (
        "Garis putus-putus adalah target; jarak ke garis proyeksi pada {month} adalah kekurangan yang dibahas hari ini.",
        "The dashed line is the target; its distance from the projection in {month} is the gap we discuss today.",
    ),
    "deck.say.target_met": (
        "Garis putus-putus adalah target; pada {month} garis proyeksi sudah mencapainya, bila rencana dijalankan.",
        "The dashed line is the target; in {month} the projection reaches it, if the plan is carried out.",
    ),
    "deck.say.takes": (
        "Ini hitungan, bukan janji: yang disebut adalah perubahan terkecil yang mencapai target. Tanyakan cara mana yang sanggup dijalankan.",
        "This is a computation, not a promise: the least change that meets the target. Ask which way can be carried out.",
    ),
    "deck.say.takes_met": (
        "Yang tertulis di sini harus benar-benar dijalankan agar target tercapai. Tanyakan apakah semua unit sanggup.",
        "What stands here has to be carried out for the target to be met. Ask whether all units can do so.",
    ),
    "deck.say.offices": (
        "Tabel ini menurut keadaan {month}; baris teratas yang diminta lebih dulu.",
        "The table is as of {month}; those on top are asked first.",
    ),
    "deck.say.in_appendix": (
        "Nama dan angka tiap unit, bila ada, terdapat di lampiran.",
        "Names and figures of each unit, where there are any, are in the appendix.",
    ),
    "deck.say.compare": (
        "Paparan ini mengikuti skenario “{name}”; skenario lain hanya dibandingkan di slide ini. Rinciannya ada di lampiran.",
        "This deck follows the scenario “{name}”; the others are compared on this slide only. Details are in the appendix.",
    ),
    "deck.say.ask": (
        "Bacakan satu per satu dan mintalah tanggapan. Catat yang disepakati beserta penanggung jawab dan tanggalnya.",
        "Read them out one by one and ask for views. Write down what is agreed, with its owner and date.",
    ),
    "deck.say.agreed": (
        "Bacakan keputusan beserta penanggung jawabnya, lalu tanyakan apakah ada keberatan.",
        "Read out each decision with its owner, then ask whether anyone objects.",
    ),
    "deck.say.noted": (
        "Keputusan ini sudah dicatat, tetapi skenarionya belum disepakati. Tanyakan apakah dapat disepakati hari ini.",
        "These decisions are noted, but the scenario is not agreed yet. Ask whether it can be agreed today.",
    ),
    "deck.say.open": (
        "Pertanyaan ini sudah dibahas tanpa keputusan. Tetapkan siapa yang menyiapkan jawabannya.",
        "These questions were discussed without a decision. Settle who prepares an answer.",
    ),
    "deck.say.appendix": (
        "Paparan berakhir di sini. Slide berikut hanya ditampilkan bila ada pertanyaan.",
        "The presentation ends here. What follows is shown only where somebody asks.",
    ),
    "deck.say.progress": (
        "Slide ini memuat semua unit yang dicatat, dari yang paling banyak bertambah.",
        "This slide has all units recorded, those that grew most first.",
    ),
    "deck.say.groups": (
        "Tampilkan bila ada yang bertanya tentang satu kelompok saja.",
        "Show it where somebody asks about one group alone.",
    ),
    "deck.say.units": (
        "Slide berikut memuat nama unit yang statusnya sudah dipublikasikan.",
        "The next slide names the units whose status has been published.",
    ),
    "deck.say.periods": (
        "Tampilkan bila ada yang bertanya mengapa iuran berubah.",
        "Show it where somebody asks why contributions change.",
    ),
    "deck.say.numbers": (
        "Bandingkan baris demi baris; jumlah uang dihitung dari bulan pertama proyeksi.",
        "Compare row by row; sums of money run from the first projected month.",
    ),
    "deck.say.why": (
        "Batang menunjukkan bagian setiap pengaturan dalam selisih itu.",
        "Each bar is the part of one setting in the difference.",
    ),
    "deck.say.sources": (
        "Sebutkan sumbernya bila ada yang bertanya dari mana sebuah angka.",
        "Name the source where somebody asks where a number comes from.",
    ),
    "deck.note.agreed": (
        "Catatan lengkap ada di lampiran dan dalam berkas skenario.",
        "The log in full is in the appendix and in the scenario's file.",
    ),
}
