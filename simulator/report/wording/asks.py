"""What a meeting is asked for."""

TEXTS = {
    "asks.join": ("Menetapkan bulan mulai bagi {units} yang belum ikut ({asn} ASN).", "Fix the month in which {units} begin that do not take part yet ({asn} ASN)."),
    "asks.rise": ("Mencari {missing} pekerja lagi di {units} yang baru sebagian, sampai satu per ASN.", "Find {missing} more workers in {units} that take part partly, to one per ASN."),
    "asks.pledge": ("Memastikan komitmen {workers} pekerja dari {units} dibayar, mulai {month}.", "See that the {workers} workers pledged by {units} are paid for, from {month}."),
    "asks.plan": ("Menyepakati rencana skenario ini: {parts}.", "Agree on this scenario's plan: {parts}."),
    "asks.floor": ("{segment} yang ikut minimal {share} ASN-nya dalam {months}", "{segment} taking part at least {share} of their ASN in {months}"),
    "asks.confirm": ("Meminta penegasan cabang: apakah keringanan PP 50/2025 berlaku bagi iuran ini.", "Ask the branch to confirm whether the relief of PP 50/2025 applies to these contributions."),
}
