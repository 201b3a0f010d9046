"""Runs pages with levers one after another, because simultaneous runs slow each other down."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST_WAIT_S = 5.0  # after that, a run starts beside the long one
_turn = threading.Lock()


@contextmanager
def turn() -> Iterator[None]:
    """Wait until the previous run has ended; use it only around code that waits for nothing else."""
    is_ours = _turn.acquire(timeout=LONGEST_WAIT_S)
    try:
        yield
    finally:
        if is_ours:
            _turn.release()
