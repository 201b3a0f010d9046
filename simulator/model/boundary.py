"""The shape of a place on the map."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Boundary:
    """The outer edges of one kecamatan: closed rings of (longitude, latitude) in degrees, one for each separate part."""

    code: str
    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
