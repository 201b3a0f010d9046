"""Which assumption decides, and whom to ask."""

TEXTS = {
    "note.no_shares": (
        "tidak ada bagian ketidakpastian untuk {found}. Bagian itu dihitung untuk {metrics}, dari paling sedikit {draws} simulasi, dan hanya bila hasilnya tersebar.",
        "there are no shares of the spread for {found}. They are reckoned for {metrics}, from at least {draws} simulations, and only where the result spreads.",
    ),
}
