"""What it takes to meet the target; `clause` follows "if", `short` names the scenario made from a way."""

TEXTS = {
    "ways.ask": ("Apa yang dibutuhkan?", "What would it take?"),
    "ways.hide": ("Tutup jawaban", "Hide the answer"),
    "ways.make": ("Jadikan skenario", "Make it a scenario"),
    "ways.make_help": (
        "Membuat skenario baru yang belum disimpan: “{name}”. Dapat diurungkan.",
        "Makes a new scenario, not saved yet: “{name}”. Can be undone.",
    ),
    "ways.make_later": ("Bulan targetnya menjadi {month}.", "Its target month becomes {month}."),
    "ways.made": (
        "Skenario baru dibuat dan belum disimpan.",
        "A new scenario was made and is not saved yet.",
    ),
    "ways.more": ("Cara lain dan yang tidak cukup", "Other ways, and what is not enough"),
    "ways.make_moving": ("Jadikan skenario, target {month}", "Make it a scenario, target {month}"),
    "ways.already": (
        "Bila semua berjalan sesuai rencana, skenario ini mencapai target pada {month} tanpa diubah.",
        "If everything goes to plan, this scenario meets the target in {month} as it is.",
    ),
    "ways.already_then_lost": (
        "Skenario ini mencapai target pada {month}, tetapi mulai {lost} turun lagi.",
        "This scenario meets the target in {month}, but from {lost} it falls below again.",
    ),
    "ways.too_far": (
        "Bulan target terlalu jauh: proyeksi paling panjang sampai {last}.",
        "The target month is too far away: a projection reaches {last} at most.",
    ),
    "ways.lengthened": (
        "Proyeksi diperpanjang menjadi {horizon} agar memuat bulan target.",
        "The projection is lengthened to {horizon} to hold the target month.",
    ),
    "ways.since_data": (
        "Hitungan dimulai dari data {baseline}; untuk bulan yang sudah lewat, masukkan realisasi.",
        "The computation starts from the data of {baseline}; enter the actual figures of months already past.",
    ),
    "ways.past_rakor": (
        "Cara ini bertumpu pada Rakor Monev {month}, yang sudah lewat.",
        "This rests on the Rakor Monev of {month}, which is already past.",
    ),
    "ways.not_in_time": (
        "Pada {month} target tidak tercapai dengan cara mana pun dalam waktu yang direncanakan.",
        "In {month} the target is not met in any way within the time planned.",
    ),
    "ways.not_before_data": (
        "{month} tidak dapat diubah lagi: proyeksi dimulai sesudah {baseline}.",
        "{month} cannot be changed any more: the projection starts after {baseline}.",
    ),
    "ways.met": ("Bila {clause}, target tercapai {month}.", "If {clause}, the target is met in {month}."),
    "ways.hurried": (
        "Tepat waktu hanya bila {clause}: target tercapai {month}.",
        "In time only if {clause}: the target is met in {month}.",
    ),
    "ways.met_unchanged": (
        "Tanpa perubahan apa pun, target tercapai {month}.",
        "With nothing changed, the target is met in {month}.",
    ),
    "ways.still_met": ("Pada {month} masih tercapai.", "In {month} it is still met."),
    "ways.then_lost": ("Mulai {month} turun lagi.", "From {month} it falls below again."),
    "ways.most": (
        "Bila {clause}: tidak cukup, paling banyak {enrolled} pekerja ({coverage:tenths}) pada {month}.",
        "If {clause}: not enough, at most {enrolled} workers ({coverage:tenths}) in {month}.",
    ),
    "ways.impossible": (
        "Tidak tercapai: paling banyak {enrolled} dari {target} pekerja ({coverage:tenths}) pada {month}, bila {clause}.",
        "It cannot be met: at most {enrolled} of {target} workers ({coverage:tenths}) in {month}, if {clause}.",
    ),
    "ways.likely.reached": (
        "Agar peluangnya {likely} bila rentang ini benar: {clause}, bukan {planned:tenths}.",
        "For a chance of {likely}, if these ranges are right: {clause}, not {planned:tenths}.",
    ),
    "ways.likely.not_reachable": (
        "Peluang {likely} tidak tercapai dengan cara ini: paling besar {chance} bila {clause}.",
        "A chance of {likely} is out of reach in this way: it is {chance} at most if {clause}.",
    ),
    "ways.likely.already": (
        "Peluangnya {chance}, bila rentang ini benar.",
        "The chance is {chance}, if these ranges are right.",
    ),
    "ways.no_effect": ("{setting}: {effect}", "{setting}: {effect}"),
    "ways.why.left_out": (
        "{units} unit dengan {asn} ASN tetap di luar: tidak ada Rakor Monev yang membuatnya masuk tepat waktu.",
        "Units that stay outside: {units}, with {asn} ASN; no Rakor Monev brings them in by then.",
    ),
    "ways.why.realised": (
        "Hanya {share} dari kenaikan yang direncanakan terwujud.",
        "Only {share} of a planned rise comes true.",
    ),
    "ways.why.refill": (
        "Hanya {share} dari peserta yang berhenti digantikan tiap bulan.",
        "Only {share} of those who left are replaced each month.",
    ),
    "ways.why.workers": (
        "Untuk lebih dari itu, tiap ASN harus menanggung lebih banyak pekerja.",
        "More than that needs more workers per ASN.",
    ),
    "ways.clause.as_it_is": ("tidak ada yang berubah", "nothing changes"),
    "ways.clause.opd": (
        "setiap OPD yang ikut mencapai minimal {share:tenths} ASN-nya dalam {months}",
        "every OPD that takes part reaches at least {share:tenths} of its ASN in {months}",
    ),
    "ways.clause.kecamatan": (
        "setiap kecamatan yang ikut mencapai minimal {share:tenths} ASN-nya dalam {months}",
        "every kecamatan that takes part reaches at least {share:tenths} of its ASN in {months}",
    ),
    "ways.clause.offices": (
        "setiap OPD dan kecamatan yang ikut mencapai minimal {share:tenths} ASN-nya dalam {months}",
        "every OPD and kecamatan that takes part reaches at least {share:tenths} of its ASN in {months}",
    ),
    "ways.clause.other": (
        "ASN lainnya mencapai minimal {share:tenths} dalam {months}",
        "other ASN reach at least {share:tenths} in {months}",
    ),
    "ways.clause.all": (
        "OPD dan kecamatan yang ikut serta ASN lainnya mencapai minimal {share:tenths} ASN-nya dalam {months}",
        "OPD and kecamatan that take part and other ASN reach at least {share:tenths} of their ASN in {months}",
    ),
    "ways.clause.all_in": (
        "semua OPD dan kecamatan masuk sesudah satu Rakor Monev dan mencapai minimal {share:tenths} ASN-nya dalam {months}",
        "all OPD and kecamatan come in after one Rakor Monev and reach at least {share:tenths} of their ASN in {months}",
    ),
    "ways.clause.everything": (
        "semua unit yang dapat masuk ikut, setiap unit mencapai {share:tenths} ASN-nya dalam {months}, dan tidak ada yang berhenti",
        "all that can come in take part, every unit reaches {share:tenths} of its ASN in {months}, and nobody stops",
    ),
    "ways.clause.monev.new_opd": (
        "tiap Rakor Monev menambah {new_opd} OPD baru",
        "each Rakor Monev brings {new_opd} new OPD",
    ),
    "ways.clause.monev.new_kecamatan": (
        "tiap Rakor Monev menambah {new_kecamatan} kecamatan baru",
        "each Rakor Monev brings {new_kecamatan} new kecamatan",
    ),
    "ways.clause.new_offices": (
        "tiap Rakor Monev menambah {new_opd} OPD dan {new_kecamatan} kecamatan baru",
        "each Rakor Monev brings {new_opd} new OPD and {new_kecamatan} new kecamatan",
    ),
    "ways.clause.ramp": (
        "rencana setiap unit tercapai dalam {months}",
        "every unit's plan is reached in {months}",
    ),
    "ways.clause.lapse": (
        "paling banyak {share:tenths} peserta berhenti per bulan",
        "at most {share:tenths} of the enrolled stop each month",
    ),
    "ways.clause.nobody_stops": ("tidak ada peserta yang berhenti", "none of the enrolled stop"),
    "ways.short.as_it_is": ("target {month}", "target {month}"),
    "ways.short.opd": ("OPD minimal {share:tenths}", "OPD at least {share:tenths}"),
    "ways.short.kecamatan": ("kecamatan minimal {share:tenths}", "kecamatan at least {share:tenths}"),
    "ways.short.offices": (
        "OPD dan kecamatan minimal {share:tenths}",
        "OPD and kecamatan at least {share:tenths}",
    ),
    "ways.short.other": ("ASN lainnya minimal {share:tenths}", "other ASN at least {share:tenths}"),
    "ways.short.all": ("semua kelompok minimal {share:tenths}", "all groups at least {share:tenths}"),
    "ways.short.all_in": (
        "semua OPD dan kecamatan masuk, minimal {share:tenths}",
        "all OPD and kecamatan in, at least {share:tenths}",
    ),
    "ways.short.everything": ("semua tuas, minimal {share:tenths}", "every lever, at least {share:tenths}"),
    "ways.short.monev.new_opd": ("{new_opd} OPD baru tiap Rakor Monev", "{new_opd} new OPD each Rakor Monev"),
    "ways.short.monev.new_kecamatan": (
        "{new_kecamatan} kecamatan baru tiap Rakor Monev",
        "{new_kecamatan} new kecamatan each Rakor Monev",
    ),
    "ways.short.new_offices": (
        "{new_opd} OPD dan {new_kecamatan} kecamatan baru tiap Rakor Monev",
        "{new_opd} new OPD and {new_kecamatan} new kecamatan each Rakor Monev",
    ),
    "ways.short.ramp": ("tercapai dalam {months}", "reached in {months}"),
    "ways.short.lapse": ("berhenti paling banyak {share:tenths}", "lapse at most {share:tenths}"),
    "ways.short.in_months": ("{short}, {months}", "{short}, {months}"),
}
