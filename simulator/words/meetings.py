"""What one Rakor Monev more would bring."""

TEXTS = {
    "meetings.one_more": (
        "Satu Rakor Monev lagi pada {month}: {gain:signed} pekerja dalam setahun.",
        "One more Rakor Monev in {month}: {gain:signed} workers within a year.",
    ),
    "meetings.one_more.and_later": (
        "Satu Rakor Monev lagi pada {month}: {gain:signed} pekerja dalam setahun; yang ke-{number}: {later:signed}.",
        "One more Rakor Monev in {month}: {gain:signed} workers within a year; no. {number}: {later:signed}.",
    ),
    "meetings.one_more.nobody": (
        "Satu Rakor Monev lagi pada {month} tidak menambah pekerja.",
        "One more Rakor Monev in {month} would bring nobody.",
    ),
}
