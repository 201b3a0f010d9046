"""The places a baseline's map is drawn from, read again only when their files or the baseline changed."""

from dataclasses import dataclass, replace

import streamlit as st

from simulator.errors import Problem, UserError
from simulator.model.baseline import Baseline
from simulator.model.boundary import Boundary
from simulator.model.tile import Tile
from simulator.store.baseline_files import baseline_folder
from simulator.store.boundaries_file import FILE, read_boundaries
from simulator.store.names import plain_name
from simulator.store.tiles_file import read_tiles


@dataclass(frozen=True)
class Places:
    """Shapes and tiles of the kecamatan, whichever there are, and what is wrong with their files.

    `without_shape` are names of kecamatan that the file of shapes leaves out, where there is one.
    """

    tiles: tuple[Tile, ...]
    boundaries: tuple[Boundary, ...]
    without_shape: tuple[str, ...]
    problems: tuple[Problem, ...]


def read(baseline: Baseline) -> Places:
    """What there is to draw the baseline's kecamatan with."""
    folder = baseline_folder(baseline.name)
    stamp = tuple(
        (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None
        for path in (folder / "tiles.csv", folder / FILE)
    )
    return _read(baseline.name, baseline.digest, stamp, baseline)


@st.cache_resource(max_entries=16, show_spinner=False)
def _read(name: str, digest: str, stamp: tuple, _baseline: Baseline) -> Places:
    folder, problems = baseline_folder(name), []
    tiles: tuple[Tile, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    own = {
        plain_name(_baseline.unit_names[i]): _baseline.codes[i]
        for i in _baseline.rows["kecamatan"]
        if _baseline.own_figures[i]
    }
    try:
        tiles = read_tiles(folder)
    except UserError as error:
        problems += error.problems
    on_tiles = {plain_name(tile.name) for tile in tiles}
    names = {tile.code: tile.name for tile in tiles} | {
        code: _baseline.unit_names[_baseline.index[code]]
        for plain, code in own.items()
        if plain not in on_tiles
    }
    try:
        boundaries = read_boundaries(folder, names)
    except UserError as error:
        problems += error.problems
    drawn = {b.code for b in boundaries}
    without = tuple(name for code, name in names.items() if code not in drawn) if boundaries else ()
    # A list may give a kecamatan a code that the files of places do not know it by.
    tiles, boundaries = (
        tuple(replace(place, code=own.get(plain_name(place.name), place.code)) for place in places)
        for places in (tiles, boundaries)
    )
    return Places(tiles, boundaries, without, tuple(problems))
