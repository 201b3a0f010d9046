"""Reads the positions of the kecamatan on the tile map, `tiles.csv` of a baseline folder."""

from pathlib import Path

from simulator.errors import Problem, UserError
from simulator.model.tile import Tile
from simulator.store.names import name_problems
from simulator.store.strict_csv import csv_rows, whole_number
from simulator.store.strict_json import read_bytes

COLUMNS = ("code", "name", "tile_row", "tile_column")
LARGEST = 30  # rows or columns of a map


def read_tiles(folder: Path) -> tuple[Tile, ...]:
    """The tiles of a baseline, none if it has no such file; raises UserError with every problem."""
    path = folder / "tiles.csv"
    if not path.exists():
        return ()
    rows, problems = csv_rows(read_bytes(path), path.name, COLUMNS)
    tiles: dict[tuple[int, int], Tile] = {}
    for line, cells in rows:
        where = f"{path.name}:{line}"
        problems += name_problems(cells["name"], f"{where} name")
        row = _place(cells, "tile_row", where, problems)
        place = row, _place(cells, "tile_column", where, problems)
        if place in tiles:
            problems.append(Problem("tile_taken", where, cells["name"], other=tiles[place].name))
        tiles[place] = Tile(cells["code"], cells["name"], *place)
    if problems:
        raise UserError(*problems)
    return tuple(tiles.values())


def _place(cells: dict[str, str], column: str, where: str, problems: list[Problem]) -> int:
    place = whole_number(cells[column], 0, LARGEST)
    if place is not None:
        return place
    problems.append(Problem("tile_place", f"{where} {column}", cells[column], high=LARGEST))
    return -len(problems)  # a position of its own, so that it causes no further problem
