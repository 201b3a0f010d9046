"""Whom to visit next: the page, the visit list to print, and what the command line answers."""

TEXTS = {
    "next.title.reached": (
        "{units} kantor cukup untuk menutup kekurangan {gap} pekerja pada {month}: mulai dari {first}",
        "{units} offices are enough to close the gap of {gap} workers in {month}: begin with {first}",
    ),
    "next.title.already": (
        "Tidak perlu kunjungan: pada {month} cakupan {reached} sudah mencapai {target}",
        "No visit is needed: in {month} coverage of {reached} already reaches {target}",
    ),
    "next.title.not_reachable": (
        "Kunjungan saja tidak cukup: paling banyak {reached} pada {month}, target {target}",
        "Visits alone are not enough: at most {reached} in {month}, the target is {target}",
    ),
    "next.title.most.visits": (
        "{units} kunjungan menambah {gain} pekerja pada {month}: mulai dari {first}",
        "{units} visits bring {gain} more workers in {month}: begin with {first}",
    ),
    "next.title.most.budget": (
        "Dengan tambahan iuran paling banyak {budget} sebulan, {units} kantor menambah {gain} pekerja pada {month}: mulai dari {first}",
        "With at most {budget} more contributions a month, {units} offices bring {gain} more workers in {month}: begin with {first}",
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
    "next.costs": (
        "Pada {month} cakupan menjadi {reached} ({enrolled} pekerja) dan iuran {cost} sebulan lebih banyak.",
        "In {month} coverage comes to {reached} ({enrolled} workers), and contributions to {cost} a month more.",
    ),
    "next.proven": (
        "Semua pilihan sudah diperhitungkan; tidak ada yang lebih baik.",
        "Every choice was weighed; none is better.",
    ),
    "next.not_proven": (
        "Ini yang terbaik yang ditemukan. Pilihan lain paling banyak menambah {more:tenths} pekerja lagi.",
        "This is the best found. Another choice brings at most {more:tenths} more workers.",
    ),
    "next.moving_up": (
        "Kantor lain dalam antrean maju, {more} pekerja lebih banyak.",
        "Others in the queue move up, {more} more workers.",
    ),
    "next.groups": (
        "{groups}: jumlahnya benar, tetapi kantor mana belum dapat disebut, karena angka tiap kantor belum ada. Untuk menyebut nama, masukkan daftar ASN dan peserta per OPD dan kecamatan di halaman Data.",
        "{groups}: the number is right, but which offices cannot be said, because there are no figures for each office. To name them, enter a list of ASN and workers by OPD and kecamatan on the Data page.",
    ),
    "next.how": (
        "Dihitung: yang dikunjungi merencanakan satu pekerja untuk setiap ASN; yang belum ikut mulai {join}. Kenaikan kantor yang sudah ikut dihitung sejak bulan pertama proyeksi.",
        "Reckoned: who is visited plans for one worker for every ASN; who is outside begins in {join}. The rise of offices that take part already counts from the first projected month.",
    ),
    "next.some": ("{number} dari {group}", "{number} of {group}"),
}
