"""What may come about: a scenario drawn many times, with chance in it (model contract, section 7)."""

from simulator.model.simulation.engine import simulate
from simulator.model.simulation.quantiles import quantiles
from simulator.model.simulation.simulation import SERIES, Simulation

__all__ = ["SERIES", "Simulation", "quantiles", "simulate"]
