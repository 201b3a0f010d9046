"""Seats per ASN of units in every draw, kept as a plan and the share of it that comes true."""

from typing import NamedTuple

from simulator.model.arrays import Floats


class Ratio(NamedTuple):
    """Seats per ASN: `fixed`, and of what is planned the share that comes true, at most all of it."""

    fixed: Floats  # [units, draws or 1]
    planned: Floats  # [units, draws or 1], not below 0
    realised: Floats  # [units or 1, draws or 1]

    def of_units(self) -> Floats:  # [units, draws or 1]
        """The ratio of each unit."""
        return self.fixed + self.planned * self.realised

    def most(self) -> Floats:  # [units, draws or 1]
        """What it would be if all that is planned came true."""
        return self.fixed + self.planned

    def seats(self, asn: Floats) -> Floats:  # [groups, draws or 1]
        """Seats of groups of units with so many ASN each, [groups, units].

        Where it can be, a product of matrices in place of units × draws.
        """
        if len(self.realised) == 1:
            return asn @ self.fixed + asn @ self.planned * self.realised
        if self.planned.shape[1] == 1:
            return asn @ self.fixed + (asn * self.planned.T) @ self.realised
        return asn @ self.of_units()
