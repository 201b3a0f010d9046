"""The offices that a list may name: those of its baseline and of the regency's lists of names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.errors import UserError
from simulator.intake.row_names import is_bare_region, is_nearly
from simulator.model.baseline import Baseline
from simulator.model.parts import SEGMENTS
from simulator.model.tile import Tile
from simulator.store.baseline_files import baseline_folder
from simulator.store.names import plain_name
from simulator.store.places import DATA
from simulator.store.strict_csv import csv_rows
from simulator.store.strict_json import read_bytes
from simulator.store.tiles_file import read_tiles

OPD_COLUMNS = ("abbreviation", "name", "name_before_2026", "basis")
KECAMATAN_COLUMNS = ("code", "bps_code", "name", "population_2020", "tile_row", "tile_column")


@dataclass(frozen=True)
class KnownUnit:
    """An office: the code and name that a list should use, and its code in the baseline, if any."""

    code: str
    name: str
    segment: str
    base_code: str = ""


class KnownUnits:
    """Finds offices by code or by any of their names.

    `region` is that of a regency without a baseline. `offices` are in the order of a template: the regency's
    lists of names if they belong to this baseline, then all other named offices of the baseline. Raises
    UserError if its tiles cannot be read.
    """

    def __init__(self, baseline: Baseline | None = None, region: str = ""):
        units = baseline.units if baseline else ()
        self.region = region or (baseline.facts.region if baseline else "")
        self._by_code = {u.code: KnownUnit(u.code, u.name, u.segment, u.code) for u in units}
        self._by_bps_code: dict[str, KnownUnit] = {}
        self._aliases: list[tuple[str, KnownUnit]] = []
        self._by_name = {(unit.segment, self.key(unit.name)): unit for unit in self._by_code.values()}
        tiles = read_tiles(baseline_folder(baseline.name)) if baseline else ()
        self._has_every_kecamatan = bool(tiles)
        named = self._from_lists(tiles)
        mentioned = {unit.code for unit in named}
        others = [u for u in units if u.code not in mentioned]
        shown = [u for u in others if u.has_own_figures or u.segment == "other" or not named]
        rest = [self._by_code[u.code] for u in shown]
        self.offices = tuple(sorted([*named, *rest], key=lambda unit: SEGMENTS.index(unit.segment)))

    @property
    def count(self) -> int:
        """The number of units of the baseline."""
        return len({unit.base_code for unit in self._by_code.values() if unit.base_code})

    def coded(self, code: str) -> KnownUnit | None:
        """The office with a code, which may be that of BPS; dots between digits may be missing."""
        digits = [c for c in self._by_code if code.isdecimal() and c.replace(".", "") == code]
        known = self._by_code.get(code) or (self._by_code[digits[0]] if digits else None)
        return known or self._by_bps_code.get(code)

    def key(self, name: str) -> str:
        """The key that distinguishes an office's name from the others of this regency."""
        return plain_name(name, self.region)

    def is_nearly(self, name: str, office: KnownUnit) -> bool:
        """Whether a name is that of an office except for a letter or two."""
        return is_nearly(name, office.name, self.region)

    def nearest(self, name: str, segment: str, listed: Iterable[str]) -> KnownUnit | None:
        """The office with a name close to this one, except those already `listed`, by code."""
        taken, written = set(listed), [(u.name, u) for u in self._by_code.values()]
        others = [(n, u) for n, u in [*written, *self._aliases] if segment in ("", u.segment)]
        left = [(n, u) for n, u in others if u.code not in taken]
        result = next((u for n, u in left if is_nearly(name, n, self.region)), None)
        if result or not (segment == "kecamatan" and self._has_every_kecamatan):
            return result
        return next((u for n, u in left if is_nearly(name, n, self.region, all_known=True)), None)

    def named(self, name: str, segment: str) -> KnownUnit | None:
        """The office with a name, in a segment if one is given.

        Its short name may follow in brackets: "Dinas Kesehatan (Dinkes)".
        """
        segments = [segment] if segment else SEGMENTS
        keys = [self.key(name), *self._before_a_short_name(name)]
        candidates = (self._by_name.get((s, key)) for s in segments for key in keys)
        return next((unit for unit in candidates if unit), None)

    def _before_a_short_name(self, name: str) -> list[str]:
        """The key of the text before brackets, if both texts are names of the same office."""
        parts = re.fullmatch(r"([^()]+)\(([^()]+)\)\s*", name)
        if not parts:
            return []
        before, short = (self.key(part) for part in parts.groups())
        for segment in SEGMENTS:
            of_both = [self._by_name.get((segment, key)) for key in (before, short)]
            if len({unit.code if unit else "" for unit in of_both} - {""}) == 1 and all(of_both):
                return [before]
        return []

    def _from_lists(self, tiles: tuple[Tile, ...]) -> list[KnownUnit]:
        """The offices of the tiles, and of `opd_names.csv` if the kecamatan are those of `kecamatan.csv`."""
        of_tile = {tile.code: self._named(tile.code, "kecamatan", self._names_of(tile)) for tile in tiles}
        result = list(of_tile.values())
        bps_codes = {row["code"]: row["bps_code"] for row in _table("kecamatan.csv", KECAMATAN_COLUMNS)}
        if of_tile and of_tile.keys() <= bps_codes.keys():
            self._by_bps_code = {bps_codes[code]: unit for code, unit in of_tile.items()}
            for row in _table("opd_names.csv", OPD_COLUMNS):
                code = row["abbreviation"]
                result.append(self._named(code, "opd", [row["name"], code, row["name_before_2026"]]))
        return result

    def _names_of(self, tile: Tile) -> list[str]:
        """The names of a kecamatan.

        One with the name of its regency is also called "Kota": Kendal, Kota Kendal.
        """
        return [tile.name, f"Kota {tile.name}"] if is_bare_region(tile.name, self.region) else [tile.name]

    def _named(self, code: str, segment: str, names: list[str]) -> KnownUnit:
        """An office by its names, the first being its main name; the baseline may use any of them."""
        keys = [(segment, self.key(name)) for name in names if name]
        base = next((self._by_name[key] for key in keys if key in self._by_name), self._by_code.get(code))
        unit = KnownUnit(base.code if base else code, names[0], segment, base.base_code if base else "")
        for key in keys:
            self._by_name.setdefault(key, unit)
        self._aliases += [(name, unit) for name in names if name]
        self._by_code.setdefault(unit.code, unit)
        return unit


def _table(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    rows, problems = csv_rows(read_bytes(DATA / name), name, columns)
    if problems:
        raise UserError(*problems)
    return [cells for _, cells in rows]
