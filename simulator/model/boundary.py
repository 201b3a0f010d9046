"""The shape of a place on the map."""

from dataclasses import dataclass

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Boundary:
    """One kecamatan: for each separate part its closed rings, the outer edge first, then its holes.

    A ring is a sequence of points (longitude, latitude) in degrees.
    """

    code: str
    name: str
    parts: tuple[tuple[Ring, ...], ...]
