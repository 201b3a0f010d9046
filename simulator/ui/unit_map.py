"""Positions and shapes for the map of a baseline, read again only if their files or the baseline changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import streamlit as st

from simulator.errors import Problem, UserError
from simulator.model.baseline import Baseline
from simulator.model.boundary import Boundary
from simulator.model.tile import Tile
from simulator.store.baseline_files import baseline_folder
from simulator.store.boundaries_file import FILE, read_boundaries
from simulator.store.names import plain_name
from simulator.store.tiles_file import read_tiles

T = TypeVar("T")


@dataclass(frozen=True)
class KecamatanMap:
    """Shapes and tiles of the kecamatan, as far as they exist, and the problems of their files.

    `without_shape` are names of kecamatan missing from the file of shapes, if there is one.
    """

    tiles: tuple[Tile, ...]
    boundaries: tuple[Boundary, ...]
    without_shape: tuple[str, ...]
    problems: tuple[Problem, ...]


def read(baseline: Baseline) -> KecamatanMap:
    """The shapes and tiles for the kecamatan of the baseline."""
    folder = baseline_folder(baseline.name)
    stamp = tuple(
        (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None
        for path in (folder / "tiles.csv", folder / FILE)
    )
    return _read(baseline, stamp)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs={Baseline: lambda b: (b.name, b.digest)})
def _read(baseline: Baseline, stamp: tuple[object, ...]) -> KecamatanMap:
    folder = baseline_folder(baseline.name)
    own = [unit for unit in baseline.units if unit.segment == "kecamatan" and unit.has_own_figures]
    tiles, problems = _read_or_not(read_tiles, folder)
    on_tiles = {plain_name(tile.name) for tile in tiles}
    names = {tile.code: tile.name for tile in tiles}
    names |= {unit.code: unit.name for unit in own if plain_name(unit.name) not in on_tiles}
    boundaries, more_problems = _read_or_not(read_boundaries, folder, names)
    drawn = {boundary.code for boundary in boundaries}
    without = tuple(name for code, name in names.items() if code not in drawn) if boundaries else ()
    # A list may give a kecamatan another code than the files of places.
    codes = {plain_name(unit.name): unit.code for unit in own}
    return KecamatanMap(
        tuple(replace(tile, code=codes.get(plain_name(tile.name), tile.code)) for tile in tiles),
        tuple(replace(b, code=codes.get(plain_name(b.name), b.code)) for b in boundaries),
        without,
        (*problems, *more_problems),
    )


def _read_or_not(read: Callable[..., tuple[T, ...]], *of: Any) -> tuple[tuple[T, ...], tuple[Problem, ...]]:
    """The content of a file and no problem, or nothing and its problems."""
    try:
        return read(*of), ()
    except UserError as error:
        return (), error.problems
