"""Measures how long work takes in processor time, as others may use the machine too."""

import time
from collections.abc import Callable

import numpy as np


def milliseconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def best(runs: int, *works: Callable[[], object]) -> list[float]:
    """The best run of each work, taken in turn, as a busy machine can only slow a run down."""
    return np.min([[milliseconds(work) for work in works] for _ in range(runs)], axis=0).tolist()
