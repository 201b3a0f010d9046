"""What only its people know of a meeting and of whom to ask: typed beside the hand-outs, kept in no file."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Details:
    """The meeting's name, place and day, who answers questions, until when; empty is a line to write on."""

    meeting: str = ""
    place: str = ""
    day: date | None = None
    contact: str = ""
    deadline: date | None = None


NOTHING_KNOWN = Details()
