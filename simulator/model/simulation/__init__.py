"""The simulation: a scenario drawn many times, with chance included (docs/model.md, section 7)."""

from simulator.model.simulation.engine import project_many, simulate
from simulator.model.simulation.quantiles import quantiles
from simulator.model.simulation.simulation import SERIES, Simulation

__all__ = ["SERIES", "Simulation", "project_many", "quantiles", "simulate"]
