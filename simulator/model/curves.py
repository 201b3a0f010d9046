"""Ramp curves: how a unit moves from its opening level to its final one (docs/model.md, section 3)."""

import numpy as np

CURVES = {
    "linear": lambda x: x,
    "s-curve": lambda x: x * x * (3 - 2 * x),
    "front-loaded": lambda x: np.expm1(-3 * x) / np.expm1(-3),
    "step": lambda x: (x > 0).astype(float),
}
"""By name: the share of the rise completed at share x of the ramp, 0 at 0 and 1 at 1; arrays of any shape."""
