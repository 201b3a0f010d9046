"""Which units to visit next: the page, the printable visit list, and the answers on the command line."""

TEXTS = {
    "next.title.one_row": (
        "Data ini hanya punya satu baris, “{name}”, jadi kantor mana dulu belum dapat disebut: masukkan daftar ASN dan peserta per OPD dan kecamatan di halaman Data",
        "These data have one row only, “{name}”, so which office comes first cannot be said: enter a list of ASN and workers by OPD and kecamatan on the Data page",
    ),
    "next.to_data": ("Buka halaman Data", "Open the Data page"),
    "next.title.reached": (
        "Bila semua berjalan sesuai rencana, {units} kantor cukup untuk menutup kekurangan {gap} pekerja pada {month}: mulai dari {first}",
        "If everything goes to plan, {units} offices are enough to close the gap of {gap} in {month}: begin with {first}",
    ),
    "next.title.reached.one": (
        "Bila semua berjalan sesuai rencana, {units} kantor cukup untuk menutup kekurangan {gap} pekerja pada {month}: {first}",
        "If everything goes to plan, {units} office is enough to close the gap of {gap} in {month}: {first}",
    ),
    "next.title.already": (
        "Bila semua berjalan sesuai rencana tidak perlu kunjungan: pada {month} cakupan {reached} mencapai {target}",
        "If everything goes to plan no visit is needed: in {month} coverage of {reached} reaches {target}",
    ),
    "next.title.not_reachable": (
        "Kunjungan saja tidak cukup: paling banyak {reached} pada {month}, target {target}",
        "Visits alone are not enough: at most {reached} in {month}, the target is {target}",
    ),
    "next.title.most.visits": (
        "{units} kunjungan menambah {gain} pekerja pada {month}: mulai dari {first}",
        "{units} visits bring {gain} more enrolled in {month}: begin with {first}",
    ),
    "next.title.most.visits.one": (
        "{units} kunjungan menambah {gain} pekerja pada {month}: {first}",
        "{units} visit brings {gain} more enrolled in {month}: {first}",
    ),
    "next.title.most.budget": (
        "Dengan tambahan iuran paling banyak {budget} sebulan, {units} kantor menambah {gain} pekerja pada {month}: mulai dari {first}",
        "With at most {budget} more contributions a month, {units} offices bring {gain} more enrolled in {month}: begin with {first}",
    ),
    "next.title.most.budget.one": (
        "Dengan tambahan iuran paling banyak {budget} sebulan, {units} kantor menambah {gain} pekerja pada {month}: {first}",
        "With at most {budget} more contributions a month, {units} office brings {gain} more enrolled in {month}: {first}",
    ),
    "next.title.nothing": (
        "Tidak ada kunjungan dalam batas ini yang menambah peserta pada {month}",
        "No visit within this limit brings more workers in {month}",
    ),
    "next.title.too_many": (
        "{units} kantor harus dikunjungi, lebih banyak daripada {visits} kunjungan",
        "{units} offices must be visited, which is more than {visits} visits",
    ),
    "next.title.too_much": (
        "{units} kantor yang harus dikunjungi menambah iuran {cost} sebulan, lebih dari {budget}",
        "The {units} offices that must be visited add {cost} of contributions a month, more than {budget}",
    ),
    "next.title.reached.rest": (
        "Bila semua berjalan sesuai rencana, mengajak {whom} cukup untuk menutup kekurangan {gap} pekerja pada {month}",
        "If everything goes to plan, asking {whom} is enough to close the gap of {gap} in {month}",
    ),
    "next.title.most.visits.rest": (
        "Mengajak {whom} menambah {gain} pekerja pada {month}",
        "Asking {whom} brings {gain} more enrolled in {month}",
    ),
    "next.title.most.budget.rest": (
        "Dengan tambahan iuran paling banyak {budget} sebulan, mengajak {whom} menambah {gain} pekerja pada {month}",
        "With at most {budget} more contributions a month, asking {whom} brings {gain} more enrolled in {month}",
    ),
    "next.title.too_many.rest": (
        "Yang harus dikunjungi, {whom}, lebih banyak daripada {visits} kunjungan",
        "Those that must be visited ({whom}) are more than {visits} visits",
    ),
    "next.title.too_much.rest": (
        "Yang harus dikunjungi, {whom}, menambah iuran {cost} sebulan, lebih dari {budget}",
        "Those that must be visited ({whom}) add {cost} of contributions a month, more than {budget}",
    ),
    "next.rest": (
        "ASN lainnya bukan satu kantor: {asn} ASN di sekolah, puskesmas, dan unit lain. Berapa kunjungan yang diperlukan untuk mereka tidak diketahui; di sini mereka dihitung satu.",
        "Other ASN are not one office: {asn} ASN in schools, health centres and other units. How many visits they take is not known; here they count as one.",
    ),
    "next.costs": (
        "Pada {month} cakupan menjadi {reached} ({enrolled} pekerja) dan iuran {cost} sebulan lebih banyak.",
        "In {month} coverage comes to {reached} ({enrolled} workers), and contributions to {cost} a month more.",
    ),
    "next.proven": (
        "Semua pilihan sudah diperhitungkan; tidak ada yang lebih baik.",
        "Every choice was weighed; none is better.",
    ),
    "next.not_proven": (
        "Ini yang terbaik yang ditemukan. Pilihan lain paling banyak menambah {more} pekerja lagi.",
        "This is the best found. Another choice brings at most {more} more enrolled.",
    ),
    "next.hardly_better": (
        "Ini yang terbaik yang ditemukan. Pilihan lain menambah kurang dari satu pekerja lagi.",
        "This is the best found. Another choice brings less than one more worker.",
    ),
    "next.spare": (
        "{units}: masing-masing menambah kurang dari satu pekerja pada {month}, jadi boleh dilewati.",
        "{units}: each brings less than one worker in {month}, so they may be passed over.",
    ),
    "next.spare.one": (
        "{units}: menambah kurang dari satu pekerja pada {month}, jadi boleh dilewati.",
        "{units}: brings less than one worker in {month}, so it may be passed over.",
    ),
    "next.moving_up": (
        "Kantor lain dalam antrean ikut maju: {more} pekerja lebih banyak.",
        "Others in the queue move up: {more} more enrolled.",
    ),
    "next.groups": (
        "{groups}: angka tiap kantor belum ada, jadi dipakai pembagian rata, dan kantor mana belum dapat disebut. Untuk menyebut nama, masukkan daftar ASN dan peserta per OPD dan kecamatan di halaman Data.",
        "{groups}: there are no figures for each office, so an even share is used, and which offices cannot be said. To name them, enter a list of ASN and workers by OPD and kecamatan on the Data page.",
    ),
    "next.how": (
        "Cara menghitung: kantor yang dikunjungi merencanakan satu pekerja untuk setiap ASN; kantor yang belum ikut mulai {join}. Kenaikan kantor yang sudah ikut dihitung sejak bulan pertama proyeksi.",
        "How it is counted: an office that is visited plans for one worker for every ASN; one outside begins in {join}. The rise of offices that take part already counts from the first projected month.",
    ),
    "next.among": ("kantor di antara {group}", "offices among {group}"),
    "next.some": ("{number} dari {group}", "{number} of {group}"),
    "next.other": ("Pilihan lain yang hampir sama baiknya", "Other choices that are nearly as good"),
    "next.other.instead": (
        "Tanpa {gone}, sebagai gantinya {come}: {whom}, {workers:signed} pekerja, iuran {cost} sebulan.",
        "Without {gone}, in exchange for {come}: {whom}, {workers:signed} enrolled, contributions {cost} a month.",
    ),
    "next.other.without": (
        "Tanpa {gone}: {whom}, {workers:signed} pekerja, iuran {cost} sebulan.",
        "Without {gone}: {whom}, {workers:signed} enrolled, contributions {cost} a month.",
    ),
    "next.whom": ("{units} kunjungan", "{units} visits"),
    "next.whom.one": ("{units} kunjungan", "{units} visit"),
    "next.whom.rest": ("ASN lainnya", "other ASN"),
    "next.whom.rest.one": ("ASN lainnya dan {units} kantor", "other ASN and {units} office"),
    "next.whom.rest.more": ("ASN lainnya dan {units} kantor", "other ASN and {units} offices"),
    "next.scenario": ("{whom} untuk {month}", "{whom} for {month}"),
    "next.curve.title": (
        "{half} kunjungan pertama sudah menghasilkan separuh dari seluruh tambahan yang mungkin",
        "The first {half} visits already bring half of what can be added",
    ),
    "next.curve.title.one": (
        "Satu kunjungan saja sudah menghasilkan separuh dari seluruh tambahan yang mungkin",
        "One visit alone already brings half of what can be added",
    ),
    "next.curve.title.rest": (
        "{half} kunjungan pertama, dengan ASN lainnya dihitung satu, sudah menghasilkan separuh dari seluruh tambahan yang mungkin",
        "The first {half} visits, other ASN counted as one, already bring half of what can be added",
    ),
    "next.curve.title.one.rest": (
        "Satu kunjungan saja, dengan ASN lainnya dihitung satu, sudah menghasilkan separuh dari seluruh tambahan yang mungkin",
        "One visit alone, other ASN counted as one, already brings half of what can be added",
    ),
    "next.curve.flat": ("Tidak ada kunjungan yang menambah peserta", "No visit brings more workers"),
    "next.curve.alt": (
        "Peserta pada {month} menurut banyaknya kunjungan: dari {least} tanpa kunjungan sampai {most} dengan {visits} kunjungan.",
        "Enrolled in {month} by number of visits: from {least} without a visit to {most} with {visits} visits.",
    ),
    "next.curve.visits": ("Kunjungan", "Visits"),
    "next.curve.visits.rest": (
        "Kunjungan (ASN lainnya dihitung satu)",
        "Visits (other ASN counted as one)",
    ),
    "next.curve.enrolled": ("Peserta", "Enrolled"),
    "next.curve.chosen": ("{visits} kunjungan: {enrolled}", "{visits} visits: {enrolled}"),
    "next.curve.target": ("target {workers}", "target {workers}"),
    "next.column.name": ("Kantor", "Office"),
    "next.column.to_enrol": ("Masih perlu didaftarkan, {now}", "Still to enrol, {now}"),
    "next.column.gain": ("Tambahan, {month}", "More, {month}"),
    "next.column.bill_idr": ("Seluruh iurannya, {month} (Rp)", "Whole bill, {month} (Rp)"),
    "next.sum": ("Jumlah", "Total"),
    "next.kind": ("Yang dicari", "What is sought"),
    "next.kind.target": ("Target", "Target"),
    "next.kind.visits": ("Kunjungan", "Visits"),
    "next.kind.budget_idr": ("Anggaran", "Budget"),
    "next.target": ("Cakupan (%)", "Coverage (%)"),
    "next.visits": ("Paling banyak", "At most"),
    "next.budget_idr": ("Tambahan iuran (Rp)", "More a month (Rp)"),
    "next.month": ("Dihitung pada", "Counted in"),
    "next.join": ("Yang belum ikut mulai", "Those outside begin"),
    "next.include_other": ("ASN lainnya juga", "Other ASN too"),
    "next.must": ("Harus dikunjungi", "Must be visited"),
    "next.never": ("Tidak dikunjungi", "Not to be visited"),
    "next.choose": ("Pilih kantor", "Choose offices"),
    "next.not_a_limit": (
        "“{found}” tidak dapat dipakai. Isi 0 sampai {most}.",
        "“{found}” cannot be used. Give 0 to {most}.",
    ),
    "next.list": ("Daftar kunjungan", "Visit list"),
    "next.print": ("Cetak daftar kunjungan", "Print the visit list"),
    "next.list.title": ("Daftar kunjungan {region}: {scenario}", "Visit list of {region}: {scenario}"),
    "next.list.goes_on": (
        "Berlanjut di halaman {page}: {left} kantor lagi dan jumlah semuanya. Dengan huruf {size} pt, ukuran terkecil yang masih terbaca, halaman ini memuat {held} kantor.",
        "Continues on page {page} with the offices that remain ({left}) and the sum of all. At {size} points, the smallest size still readable, this page holds {held}.",
    ),
    "next.list.rest": (
        "Daftar kunjungan, halaman {page}; baris terakhir adalah jumlah dari semua halaman.",
        "Visit list, page {page}; the last row is the sum of all pages.",
    ),
    "next.list.outcome": ("Tanggal dan hasil", "Date and outcome"),
}
