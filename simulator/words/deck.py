"""The deck for a Rakor Monev: topics, findings, columns, and what the speaker's notes say."""

TEXTS = {
    "deck.cover": (
        "Rakor Monev · ASN Peduli Pekerja Rentan · {region}",
        "Rakor Monev · ASN Peduli Pekerja Rentan · {region}",
    ),
    "deck.continued": ("{title} (lanjutan {page} dari {pages})", "{title} (continued, {page} of {pages})"),
    "deck.of_scenario": ("Menurut skenario “{name}”.", "By the scenario “{name}”."),
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
    "deck.compare.marks": (
        "Semua angka di tabel ini hasil hitungan (±). Jumlah dihitung dari bulan pertama proyeksi.",
        "Every number in this table is computed (±). Sums run from the first projected month.",
    ),
    "deck.compare.settings": (
        "{number} pengaturan membedakan skenario-skenario ini dari “{name}”",
        "{number} settings set these scenarios apart from “{name}”",
    ),
    "deck.why": ("Mengapa berbeda", "Why they differ"),
    "deck.why.title": (
        "“{b}”: {total} peserta terhadap “{a}”, {month}",
        "“{b}”: {total} enrolled against “{a}”, {month}",
    ),
    "deck.why.same": (
        "“{b}”: peserta sama banyak dengan “{a}”, {month}",
        "“{b}”: as many enrolled as “{a}”, {month}",
    ),
    "deck.why.undivided": (
        "Selisih “{b}” terhadap “{a}” tidak dapat dibagi menurut pengaturan",
        "The difference of “{b}” from “{a}” cannot be split by setting",
    ),
    "deck.why.computed": (
        "Semua angka peserta di lembar ini hasil hitungan (±).",
        "All enrolled on this slide are computed (±).",
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
    "deck.units.and_more": ("{names}, dan {more} lainnya", "{names} and {more} more"),
    "deck.money": ("Iuran dan manfaat", "Contributions and payouts"),
    "deck.money.table": (
        "Iuran dan perkiraan manfaat menurut masa satu tarif",
        "Contributions and expected payouts by period of one rate",
    ),
    "deck.ask": ("Yang diminta", "What we ask for"),
    "deck.ask.table": (
        "Komitmen dan yang masih dicari, {month}",
        "Pledges and workers still to find, {month}",
    ),
    "deck.ask.missed": (
        "{target} belum tercapai dengan skenario ini; {number} hal diminta dari rapat ini",
        "{target} is not met by this scenario; {number} things are asked of this meeting",
    ),
    "deck.ask.met": (
        "{target} tercapai bila rencana dan komitmen skenario ini dijalankan",
        "{target} is met if the plan and the pledges of this scenario are carried out",
    ),
    "deck.ask.met_then_lost": (
        "{target} tercapai bila rencana dan komitmen skenario ini dijalankan, tetapi mulai {lost} turun lagi",
        "{target} is met if the plan and the pledges of this scenario are carried out, but falls below again from {lost}",
    ),
    "deck.ask.stays_met": (
        "{target} sudah terpenuhi pada bulan data, dan tetap terpenuhi bila rencana dan komitmen skenario ini dijalankan",
        "{target} is met already in the month of the data, and stays met if the plan and the pledges of this scenario are carried out",
    ),
    "deck.ask.bill": (
        "Tagihan seorang ASN untuk satu pekerja: {rate} sebulan ({month}).",
        "The bill of one ASN for one worker: {rate} a month ({month}).",
    ),
    "deck.ask.bill_later": (
        "Mulai {month} menjadi {rate}, bila PP 50/2025 berlaku; konfirmasi ke cabang.",
        "From {month} it is {rate}, if PP 50/2025 applies; to be confirmed by the branch.",
    ),
    "deck.agreed": ("Yang disepakati", "What was agreed"),
    "deck.agreed.title": (
        "{number} catatan keputusan pada skenario “{name}” ({status})",
        "{number} entries in the decision log of the scenario “{name}” ({status})",
    ),
    "deck.agreed.nothing": (
        "Belum ada keputusan yang dicatat; isi tabel ini dalam rapat",
        "No decision is written down yet; fill this table in the meeting",
    ),
    "deck.assumptions": ("Asumsi", "Assumptions"),
    "deck.override": ("Penetapan khusus: {name}", "Special setting: {name}"),
    "deck.sources": ("Sumber", "Sources"),
    "deck.sources.title": (
        "Angka utama memakai {number} sumber; {published} di antaranya terbit",
        "{number} sources stand behind the headline numbers; {published} of them are published",
    ),
    "deck.limits": ("Batas", "Limits"),
    "deck.limits.title": (
        "{number} hal tidak dihitung, jadi hasil ini bukan ramalan",
        "{number} things are left out, so these results are no forecast",
    ),
    "deck.note.cover": (
        "Judul tiap lembar menyatakan temuannya; catatan ini menyebut asal angkanya. Grafik dan tabel dapat disunting.",
        "Each slide's title states its finding; these notes tell where its numbers come from. Charts and tables can be edited.",
    ),
    "deck.note.number": ("{title}: {number} ({mark}).", "{title}: {number} ({mark})."),
    "deck.note.formula": ("{formula} = {calculation} = {exact}.", "{formula} = {calculation} = {exact}."),
    "deck.note.sources": ("Sumber: {sources}.", "Sources: {sources}."),
    "deck.note.settings": (
        "Pengaturan diambil dari berkas skenario. Kolom pertama adalah acuannya.",
        "Settings are taken from the scenario files. The first column is the reference.",
    ),
    "deck.note.units": (
        "Status dihitung dari data {month}: 100 % berarti paling sedikit satu pekerja per ASN.",
        "The status is counted from the data of {month}: 100 % means at least one worker per ASN.",
    ),
    "deck.note.missing": (
        "Proyeksi dan kekurangan adalah keadaan {month} menurut skenario. Dibulatkan ke orang; baris dan jumlah tetap cocok.",
        "Projection and shortfall are as of {month} by the scenario. Whole people; rows and totals agree.",
    ),
    "deck.note.ask": (
        "Dicari perubahan terkecil tiap tuas yang mencapai target. Semua cara:",
        "The least change of each lever that meets the target is sought. All ways:",
    ),
    "deck.note.agreed": (
        "Catatan keputusan disimpan dalam berkas skenario.",
        "The decision log is kept in the scenario's file.",
    ),
    "deck.note.assumptions": (
        "Nilai acuan beserta sumbernya ada di halaman Asumsi & sumber. Nilai yang diubah perencana ditandai asumsi.",
        "Reference values and their sources are on the page Assumptions & sources. What a planner changed is marked as an assumption.",
    ),
    "deck.note.limits": (
        "Sama seperti pada halaman Asumsi & sumber.",
        "The same as on the page Assumptions & sources.",
    ),
}
