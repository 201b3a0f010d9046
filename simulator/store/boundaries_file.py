"""Reads the shapes of the kecamatan, `boundaries.geojson` of a baseline folder: GeoJSON (RFC 7946)."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from simulator.errors import Problem, UserError
from simulator.model.boundary import Boundary, Ring
from simulator.store.names import plain_name
from simulator.store.strict_json import parse, read_bytes

FILE = "boundaries.geojson"
KINDS = ("Polygon", "MultiPolygon")


def read_boundaries(folder: Path, kecamatan: Mapping[str, str]) -> tuple[Boundary, ...]:
    """The shapes of a baseline, none if it has no such file; raises UserError with every problem.

    `kecamatan` maps codes to names. A feature is identified by its property `code`, otherwise by `name`;
    other properties are ignored. Each kecamatan may appear once. The file may have at most 1 MB, so shapes
    may have to be simplified.
    """
    path = folder / FILE
    if not path.exists():
        return ()
    content = parse(read_bytes(path), FILE)
    features = _of(content, "features") if _of(content, "type") == "FeatureCollection" else None
    if not isinstance(features, list):
        raise UserError(Problem("not_feature_collection", FILE))
    by_name = {plain_name(name): code for code, name in kecamatan.items()}
    problems: list[Problem] = []
    by_code: dict[str, Boundary] = {}
    for i, feature in enumerate(features):
        where = f"{FILE}: features[{i}]"
        code = _code(feature, kecamatan, by_name, where, problems)
        parts = tuple(_parts(feature, where, problems))
        if code in by_code:
            problems.append(Problem("shape_twice", where, kecamatan[code]))
        elif code:
            by_code[code] = Boundary(code, kecamatan[code], parts)
    if not features:
        problems.append(Problem("no_shapes", FILE))
    if problems:
        raise UserError(*problems)
    return tuple(by_code.values())


def _of(value: Any, key: str) -> Any:
    """The value under a key of an object; None if it is not an object or has no such key."""
    return value.get(key) if isinstance(value, dict) else None


def _code(
    feature: Any,
    kecamatan: Mapping[str, str],
    by_name: Mapping[str, str],
    where: str,
    problems: list[Problem],
) -> str | None:
    """The code of the kecamatan that a feature shows; a feature of no kecamatan is a problem."""
    named = [_of(_of(feature, "properties"), key) for key in ("code", "name")]
    code, name = (words if isinstance(words, str) else "" for words in named)
    if code in kecamatan:
        return code
    if plain_name(name) in by_name:
        return by_name[plain_name(name)]
    allowed = ", ".join(sorted(kecamatan.values()))
    problems.append(Problem("unknown_shape", where, code or name, allowed=allowed))
    return None


def _parts(feature: Any, where: str, problems: list[Problem]) -> Iterable[tuple[Ring, ...]]:
    """The rings of each part, the outer edge first."""
    geometry = _of(feature, "geometry")
    kind, given = _of(geometry, "type"), _of(geometry, "coordinates")
    if kind not in KINDS:
        problems.append(Problem("not_one_of", f"{where}.geometry.type", kind, allowed=", ".join(KINDS)))
        return
    parts = [given] if kind == "Polygon" else given
    if not isinstance(parts, list) or not parts:
        problems.append(Problem("not_a_ring", f"{where}.geometry.coordinates"))
        return
    for j, part in enumerate(parts):
        place = f"{where}.geometry.coordinates" + (f"[{j}]" if kind == "MultiPolygon" else "")
        rings: list[Any] = part if isinstance(part, list) and part else [None]
        broken = [k for k, ring in enumerate(rings) if not _is_ring(ring)]
        problems += [Problem("not_a_ring", f"{place}[{k}]" if k else place) for k in broken]
        if not broken:
            yield tuple(tuple((float(p[0]), float(p[1])) for p in ring) for ring in rings)


def _is_ring(ring: Any) -> bool:
    """Whether a value is a closed line of at least 4 positions."""
    is_line = isinstance(ring, list) and len(ring) >= 4 and all(map(_is_position, ring))
    return is_line and bool(ring[0] == ring[-1])


def _is_position(value: Any) -> bool:
    """Whether a value is a longitude and a latitude in degrees; a height may follow."""
    degrees = list(zip(value, (180, 90))) if isinstance(value, list) else []
    return len(degrees) == 2 and all(
        isinstance(n, (int, float)) and not isinstance(n, bool) and abs(n) <= most for n, most in degrees
    )
