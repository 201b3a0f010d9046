"""What day it is, for all that is shown and handed out; when something was saved is not asked here."""

import os
from datetime import UTC, date, datetime

from simulator.errors import Problem, UserError

GIVEN = "SOURCE_DATE_EPOCH"
"""Where programs that make the same files again look: reproducible-builds.org/specs/source-date-epoch."""


def today() -> date:
    """The day of now, or that of SOURCE_DATE_EPOCH, in seconds since 1970 (UTC).

    Raises UserError where that is no day.
    """
    given = os.environ.get(GIVEN)
    if not given:
        return date.today()
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UserError(Problem("bad_seconds", GIVEN, given)) from error
