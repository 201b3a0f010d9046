"""The requests to a meeting."""

TEXTS = {
    "asks.join": (
        "Menetapkan bulan mulai bagi {units} yang belum ikut menurut keadaan {month} ({asn:bracketed}).",
        "Fix the starting month of the {units} that took no part as of {month} ({asn:bracketed}).",
    ),
    "asks.rise": (
        "Mendaftarkan {to_enrol} pekerja lagi, sampai satu pekerja per ASN, di {units} yang baru sebagian ASN-nya ikut menurut keadaan {month}.",
        "Enrol {to_enrol} more workers, up to one per ASN, in {units} where only part of the ASN took part as of {month}.",
    ),
    "asks.pledge": (
        "Memastikan iuran {workers} pekerja yang dikomitmenkan {units} dibayar mulai {month}.",
        "See that the workers pledged by {units} ({workers}) are paid for from {month}.",
    ),
    "asks.plan": ("Menyepakati rencana skenario ini: {parts}.", "Agree on this scenario's plan: {parts}."),
    "asks.floor": (
        "{segment} yang ikut minimal {share} ASN-nya dalam {months}",
        "{segment} taking part at least {share} of their ASN in {months}",
    ),
    "asks.monev": (
        "Rakor Monev mulai {first}, lalu tiap {every}, {meetings}",
        "a Rakor Monev from {first}, then every {every}, {meetings}",
    ),
    "asks.way": ("Memutuskan cara mencapai target. {answer}", "Decide how to meet the target. {answer}"),
    "asks.confirm": (
        "Meminta penegasan cabang BPJS Ketenagakerjaan: apakah keringanan PP 50/2025 berlaku bagi iuran ini.",
        "Ask the branch of BPJS Ketenagakerjaan to confirm whether the relief of PP 50/2025 applies to these contributions.",
    ),
}
