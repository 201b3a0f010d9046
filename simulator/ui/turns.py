"""One run after another on pages where levers are moved: many at once are each slower by all the others."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST_WAIT_S = 5.0  # then it goes on beside whatever takes so long
_turn = threading.Lock()


@contextmanager
def turn() -> Iterator[None]:
    """Waits until the run before has ended; to be taken where no run waits for anything."""
    is_ours = _turn.acquire(timeout=LONGEST_WAIT_S)
    try:
        yield
    finally:
        if is_ours:
            _turn.release()
