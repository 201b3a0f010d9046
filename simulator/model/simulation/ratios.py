"""Seats per ASN of units in every draw, held as a plan and the share of it that comes true."""

from typing import NamedTuple

from simulator.model.arrays import Floats


class Ratio(NamedTuple):
    """Seats per ASN: a fixed part, and a planned part of which a share of at most 1 comes true."""

    fixed: Floats  # [units, draws or 1]
    planned: Floats  # [units, draws or 1], not below 0
    realised: Floats  # [units or 1, draws or 1]

    def of_units(self) -> Floats:  # [units, draws or 1]
        """The ratio of each unit."""
        return self.fixed + self.planned * self.realised

    def most(self) -> Floats:  # [units, draws or 1]
        """The ratio of each unit if the whole plan came true."""
        return self.fixed + self.planned

    def seats(self, asn: Floats) -> Floats:  # [groups, draws or 1]
        """Seats of groups of units; `asn` is the ASN of each unit in its group, [groups, units].

        Uses a matrix product instead of arrays of units × draws where possible.
        """
        if len(self.realised) == 1:
            return asn @ self.fixed + asn @ self.planned * self.realised
        if self.planned.shape[1] == 1:
            return asn @ self.fixed + (asn * self.planned.T) @ self.realised
        return asn @ self.of_units()
