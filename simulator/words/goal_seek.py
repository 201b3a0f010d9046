"""The answers of seeking a value, in a sentence."""

TEXTS = {
    "seek.reached": (
        "Tercapai: hasil {reached:fine} bila {values}.",
        "Reached: the result is {reached:fine} at {values}.",
    ),
    "seek.already": ("Sudah tercapai dengan nilai sekarang.", "Already reached at the present value."),
    "seek.no_effect": (
        "Tidak tercapai: pengaturan ini tidak mengubah hasil {present:fine}.",
        "Not reached: this setting does not change the result {present:fine}.",
    ),
    "seek.not_reachable": (
        "Tidak tercapai: yang terdekat {reached:fine} bila {values}.",
        "Not reached: the nearest is {reached:fine} at {values}.",
    ),
    "seek.undefined": (
        "Tidak dapat dihitung: hasilnya tidak ada pada bulan itu.",
        "Cannot be computed: there is no such result in that month.",
    ),
    "seek.value": ("nilainya {value:fine}", "{value:fine}"),
    "seek.others": (
        "Nilai lain yang juga memberi hasil itu: {others}.",
        "Other values that give the same result: {others}.",
    ),
    "seek.likely.reached": (
        "Agar peluangnya {likely}: {values}. Bila semua berjalan sesuai rencana cukup {planned}.",
        "For a chance of {likely}: {values}. If everything goes to plan, {planned} is enough.",
    ),
    "seek.likely.reached_only": (
        "Agar peluangnya {likely}: {values}.",
        "For a chance of {likely}: {values}.",
    ),
    "seek.likely.already": (
        "Dengan nilai sekarang peluangnya sudah {chance}.",
        "At the present values the chance is already {chance}.",
    ),
    "seek.likely.not_reachable": (
        "Peluang {likely} tidak tercapai: paling besar {chance}, bila {values}.",
        "A chance of {likely} is not reached: it is {chance} at most, at {values}.",
    ),
    "seek.likely.no_effect": (
        "Pengaturan ini tidak mengubah peluangnya, {chance}.",
        "This setting does not change the chance, {chance}.",
    ),
    "seek.likely.drawn": (
        "Pengaturan ini punya rentang: nilainya diambil dari rentang itu, jadi menggesernya tidak mengubah peluang, {chance}.",
        "This setting has a range: its value is drawn from that range, so moving it does not change the chance, {chance}.",
    ),
    "seek.over_budget": (
        "Tidak tercapai dengan tambahan iuran sebanyak itu: hasil {reached:fine} bila {values}.",
        "Not reached with so much more in contributions: the result is {reached:fine} at {values}.",
    ),
    "seek.likely.over_budget": (
        "Tambahan iuran sebanyak itu memberi peluang {chance}, bukan {likely}: {values}.",
        "So much more in contributions gives a chance of {chance}, not {likely}: {values}.",
    ),
}
