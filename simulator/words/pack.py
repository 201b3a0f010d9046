"""Problems of `pack`."""

TEXTS = {
    "error.too_many_scenarios": (
        "{found} skenario terlalu banyak untuk satu paket. Paling banyak {allowed}.",
        "{found} scenarios are too many for one pack. At most {allowed} are allowed.",
    ),
    "error.same_scenario_twice": (
        "{path} ditulis dua kali; tulis setiap berkas skenario sekali.",
        "{path} is named twice; name each scenario file once.",
    ),
}
