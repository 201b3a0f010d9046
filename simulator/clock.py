"""Today's date for everything that is shown or handed out; save times do not come from here."""

import os
from datetime import UTC, date, datetime

from simulator.errors import Problem, UserError

GIVEN = "SOURCE_DATE_EPOCH"
"""Variable with the date of a reproducible build: reproducible-builds.org/specs/source-date-epoch."""


def today() -> date:
    """Return today's date, or the date in SOURCE_DATE_EPOCH (seconds since 1970, UTC) if that is set.

    Raises UserError if its value is not a valid date.
    """
    given = os.environ.get(GIVEN)
    if not given:
        return date.today()
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UserError(Problem("bad_seconds", GIVEN, given)) from error
