"""Details of a meeting and a contact that users type in beside the hand-outs; they are kept in no file."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Details:
    """Name, place and day of the meeting, contact and deadline; an empty one becomes a line to write on."""

    meeting: str = ""
    place: str = ""
    day: date | None = None
    contact: str = ""
    deadline: date | None = None


NOTHING_KNOWN = Details()
