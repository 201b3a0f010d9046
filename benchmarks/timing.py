"""How long work takes: processor time, because others may use the machine too."""

import time
from collections.abc import Callable

import numpy as np


def milliseconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def best(runs: int, *works: Callable[[], object]) -> list[float]:
    """The best of the runs of each, taken in turn: a machine can only slow a run down."""
    return np.min([[milliseconds(work) for work in works] for _ in range(runs)], axis=0).tolist()
