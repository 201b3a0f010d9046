"""One unit as a baseline's file keeps it, and as a regency's own list gives it."""

from dataclasses import dataclass

from simulator.model.baseline import OWN_FIGURE


@dataclass(frozen=True)
class UnitRow:
    """A row of `units.csv`; its fields are the file's columns, in order. `pledge_month` is empty where nothing is pledged."""

    code: str
    name: str
    segment: str
    asn: int
    enrolled: int
    pledge_month: str
    pledge_workers: int
    asn_basis: str
    enrolled_basis: str
    pledge_basis: str
    note: str

    @property
    def has_own_figures(self) -> bool:
        """Whether somebody gave the figures for the unit itself."""
        return self.asn_basis in OWN_FIGURE and self.enrolled_basis in OWN_FIGURE


@dataclass(frozen=True)
class GivenUnit:
    """A unit of somebody's list: `row` is its place there, `known_as` the code of the same unit in the baseline it builds upon.

    `code` is empty where the list has none and the unit is not known.
    """

    row: int
    known_as: str
    code: str
    name: str
    segment: str
    asn: int
    enrolled: int
    pledge_month: str
    pledge_workers: int
    note: str
