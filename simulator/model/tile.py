"""A place on the tile map."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tile:
    """The square of one kecamatan, counted from 0; row 0 lies in the north, column 0 in the west."""

    code: str
    name: str
    row: int
    column: int
