"""What the app sets up once in the process it runs in, so that every rerun is quick."""

import gc
import itertools

SWEEP_EVERY = 100
_runs = itertools.count()


def spare_collection() -> None:
    """Exempt objects from garbage collection at the end of each run; collect everything now and then.

    Streamlit collects garbage after every run and would look through every module and what every visit holds
    each time: 35 ms with twenty visits open. What a visit leaves in circles goes with the next sweep.
    """
    if next(_runs) % SWEEP_EVERY == 0:
        gc.unfreeze()
        gc.collect()
    gc.freeze()
