"""The model points of cashflower: one per unit."""

import pandas as pd
from cashflower import ModelPointSet

from benchmarks.peers.task import task

TASK = task()
UNITS = {name: value for name, value in vars(TASK).items() if getattr(value, "shape", None) == TASK.asn.shape}
main = ModelPointSet(data=pd.DataFrame(UNITS), main=True)
