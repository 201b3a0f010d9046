"""Reads the places of the kecamatan on the tile map, `tiles.csv` of a baseline folder."""

from pathlib import Path

from simulator.errors import Problem, UserError
from simulator.model.tile import Tile
from simulator.model.words import MAX_NAME, is_name
from simulator.store.strict_csv import csv_rows
from simulator.store.strict_json import read_bytes

COLUMNS = ("code", "name", "tile_row", "tile_column")
LARGEST = 30  # rows or columns of a map


def read_tiles(folder: Path) -> tuple[Tile, ...]:
    """The tiles of a baseline, none where it has no such file; raises UserError with every problem."""
    path = folder / "tiles.csv"
    if not path.exists():
        return ()
    rows, problems = csv_rows(read_bytes(path), path.name, COLUMNS)
    tiles: dict[tuple[int, int], Tile] = {}
    for line, cells in rows:
        where = f"{path.name}:{line}"
        if not 1 <= len(cells["name"]) <= MAX_NAME:
            problems.append(
                Problem("wrong_length", f"{where} name", len(cells["name"]), low=1, high=MAX_NAME)
            )
        elif not is_name(cells["name"]):
            problems.append(Problem("not_one_name", f"{where} name", cells["name"]))
        place = (
            _place(cells, "tile_row", where, problems),
            _place(cells, "tile_column", where, problems),
        )
        if place in tiles:
            problems.append(Problem("tile_taken", where, cells["name"], other=tiles[place].name))
        tiles[place] = Tile(cells["code"], cells["name"], *place)
    if problems:
        raise UserError(*problems)
    return tuple(tiles.values())


def _place(cells: dict[str, str], column: str, where: str, problems: list[Problem]) -> int:
    text = cells[column]
    if text.isascii() and text.isdigit() and len(text) < 4 and int(text) <= LARGEST:
        return int(text)
    problems.append(Problem("tile_place", f"{where} {column}", text, high=LARGEST))
    return -len(problems)  # a place of its own, so that nothing else is found wrong with it
