"""What seeking answers, in a sentence."""

TEXTS = {
    "seek.reached": (
        "Tercapai: hasil {reached:fine} bila nilainya {value:fine}.",
        "Reached: the result is {reached:fine} at {value:fine}.",
    ),
    "seek.already": ("Sudah tercapai dengan nilai sekarang.", "Already reached at the present value."),
    "seek.no_effect": (
        "Tidak tercapai: pengaturan ini tidak mengubah hasil {present:fine}.",
        "Not reached: this setting does not change the result {present:fine}.",
    ),
    "seek.not_reachable": (
        "Tidak tercapai: yang terdekat {reached:fine} bila nilainya {value:fine}.",
        "Not reached: the nearest is {reached:fine} at {value:fine}.",
    ),
    "seek.undefined": (
        "Tidak dapat dihitung: hasilnya tidak ada pada bulan itu.",
        "Cannot be computed: there is no such result in that month.",
    ),
}
