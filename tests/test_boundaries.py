"""Real shapes on the map: read strictly from boundaries.geojson, drawn in the colours of the tiles."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from simulator.errors import UserError
from simulator.model.projection import project
from simulator.report.charts.places import place_map
from simulator.report.tables.units import unit_table
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.boundaries_file import read_boundaries
from simulator.store.places import BASELINES
from simulator.store.scenario_store import load
from simulator.store.tiles_file import read_tiles
from simulator.words.errors import problem_text
from tests.drawing import on_screen
from tests.explaining import context_of


def shape_map(units, boundaries, lang):
    """The map of shapes as drawn on screen."""
    drawn = place_map(context_of(units.projection), units, boundaries, "shapes", lang)
    return on_screen(drawn, lang, boundaries)


def tile_map(units, tiles, lang):
    """The tile map as drawn on screen."""
    return on_screen(place_map(context_of(units.projection), units, tiles, "tiles", lang), lang, tiles)


KECAMATAN = {"33.24.04": "Patean", "33.24.01": "Plantungan"}


def square(west, south, size=1.0):
    return [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
    ]


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def written(folder, features):
    (folder / "boundaries.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "name": "x", "features": features}), encoding="utf-8"
    )
    return folder


def refused(folder):
    with pytest.raises(UserError) as caught:
        read_boundaries(folder, KECAMATAN)
    return [problem_text(p, "id") for p in caught.value.problems]


def test_a_shape_is_known_by_code_or_by_name_whatever_else_it_says(tmp_path):
    islands = {
        "type": "MultiPolygon",
        "coordinates": [[square(110, -7)], [square(112, -7, 0.5), square(112.1, -6.9, 0.1)]],
    }
    found = read_boundaries(
        written(
            tmp_path,
            [
                feature(polygon(square(109, -7)), code="33.24.04", name="PATEAN", luas=3),
                feature(islands, name="Kec. Plantungan"),
            ],
        ),
        KECAMATAN,
    )
    assert [(b.code, b.name, [len(part) for part in b.parts]) for b in found] == [
        ("33.24.04", "Patean", [1]),
        ("33.24.01", "Plantungan", [1, 2]),
    ]
    assert found[0].parts[0][0][2] == (110.0, -6.0)


def test_without_the_file_there_are_no_shapes(tmp_path):
    assert read_boundaries(tmp_path, KECAMATAN) == ()


def test_every_problem_is_reported_with_its_place(tmp_path):
    shown = refused(
        written(
            tmp_path,
            [
                feature(polygon(square(109, -7)), code="99.99.99"),
                feature({"type": "Point", "coordinates": [1, 2]}, name="Patean"),
                feature(polygon(square(109, -7)[:-1]), name="Patean"),
                feature(polygon(square(109_000, -700_000)), name="Plantungan"),
                7,
            ],
        )
    )
    assert [line.split(": ")[1] for line in shown] == [
        "features[0]",
        "features[1].geometry.type",
        "features[2].geometry.coordinates",
        "features[2]",
        "features[3].geometry.coordinates",
        "features[4]",
        "features[4].geometry.type",
    ]
    assert (
        "'99.99.99' bukan kecamatan dalam data ini. Isi properti code atau name dengan salah satu: Patean, Plantungan."
        in shown[0]
    )
    assert (
        "Point" in shown[1]
        and "Polygon, MultiPolygon" in shown[1]
        and "bukan garis tertutup" in shown[2]
        and "'Patean' sudah ada" in shown[3]
    )


@pytest.mark.parametrize(
    "content, expected",
    [
        (b"[]", "bukan GeoJSON"),
        (b'{"type": "Feature"}', "bukan GeoJSON"),
        (b'{"type": "FeatureCollection", "features": []}', "tidak memuat satu pun"),
        (b'{"type": "FeatureCollection", "features": [', "bukan JSON"),
        (b"\xff\xfe", "bukan UTF-8"),
        (b" " * 1_000_001, "Paling besar 1.000.000"),
        (
            b'{"type": "FeatureCollection", "features": [{"geometry": {"type": "Polygon", "coordinates": '
            + b"[" * 30
            + b"]" * 30
            + b"}}]}",
            "bertingkat terlalu dalam",
        ),
        (b'{"type": "FeatureCollection", "features": [NaN]}', "bukan bilangan"),
    ],
)
def test_what_is_no_geojson_of_a_bearable_size_is_refused_with_words(tmp_path, content, expected):
    (tmp_path / "boundaries.geojson").write_bytes(content)
    assert expected in " ".join(refused(tmp_path))


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["Patean", "33.24.01", "Polygon", "MultiPolygon", "Feature"]),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(
            st.sampled_from(["type", "properties", "geometry", "coordinates", "code", "name"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@examples(300)
@given(features=st.lists(JSON, max_size=4))
def test_any_json_is_shapes_or_a_refusal_with_words(tmp_path_factory, features):
    folder = written(tmp_path_factory.mktemp("any"), features)
    try:
        assert read_boundaries(folder, KECAMATAN)
    except UserError as error:
        assert error.problems
        assert all(problem_text(p, lang) for p in error.problems for lang in ("id", "en"))


def kendal(tmp_path):
    """Kendal's table in the target month, its tiles, and a square shape for each."""
    p = project(load("komitmen-september").scenario, read_baseline_named("kendal-2025-08"), read_programme())
    tiles = read_tiles(BASELINES / "kendal-2025-08")
    names = {tile.code: tile.name for tile in tiles}
    return (
        unit_table(p, 4),
        tiles,
        read_boundaries(
            written(
                tmp_path, [feature(polygon(square(110 + t.column, -7 - t.row)), code=t.code) for t in tiles]
            ),
            names,
        ),
    )


def test_shapes_show_what_the_tiles_show_and_nothing_more(tmp_path):
    table, tiles, boundaries = kendal(tmp_path)
    shapes, squares = shape_map(table, boundaries, "id"), tile_map(table, tiles, "id")
    assert shapes.title == squares.title and shapes.table == squares.table
    *fills, marks = shapes.figure["data"]
    assert len(fills) == len(tiles) == 20 and marks["customdata"] == squares.figure["data"][0]["customdata"]
    known = {name for name, words in squares.table[1:] if re.search(r"\d", words)}
    assert len(known) == 5
    assert {fill["text"].split(":")[0] for fill in fills if "fillcolor" in fill} == known
    assert all("fillpattern" in fill for fill in fills if fill["text"].split(":")[0] not in known)


def test_a_hole_stays_empty_whichever_way_its_ring_runs_and_no_mark_lies_in_it(tmp_path):
    table, _, _ = kendal(tmp_path)
    for hole in (square(3, 3, 4.0), square(3, 3, 4.0)[::-1]):
        (shape,) = read_boundaries(
            written(tmp_path, [feature(polygon(square(0, 0, 10.0), hole), name="Patean")]), KECAMATAN
        )
        fill, mark = shape_map(table, [shape], "id").figure["data"]
        gap = fill["x"].index(None)
        ways = [
            sum(x1 * y2 - x2 * y1 for x1, y1, x2, y2 in zip(xs, ys, xs[1:], ys[1:]))
            for xs, ys in ((fill["x"][:gap], fill["y"][:gap]), (fill["x"][gap + 1 :], fill["y"][gap + 1 :]))
        ]
        assert ways[0] > 0 > ways[1]
        assert mark["y"] == [5.0] and not 3 <= mark["x"][0] <= 7


def test_a_broken_hole_is_reported_with_its_place(tmp_path):
    assert [
        line.split(": ")[1]
        for line in refused(
            written(tmp_path, [feature(polygon(square(0, 0), square(0, 0)[:-2]), name="Patean")])
        )
    ] == ["features[0].geometry.coordinates[1]"]


def test_larger_shapes_come_first_so_that_their_names_stay(tmp_path):
    table, _, _ = kendal(tmp_path)
    small, large = (
        feature(polygon(square(0, 0, 1.0)), name="Patean"),
        feature(polygon(square(5, 5, 2.0)), name="Plantungan"),
    )
    figure = shape_map(table, read_boundaries(written(tmp_path, [small, large]), KECAMATAN), "id")
    assert [words.split(":")[0] for words in figure.figure["data"][-1]["hovertext"]] == [
        "Plantungan",
        "Patean",
    ] and figure.figure["layout"]["meta"] == {"names_apart": True}
    assert [row[0] for row in figure.table[1:]] == ["Patean", "Plantungan"]


def test_a_mark_lies_inside_its_shape_also_where_the_shape_is_bent(tmp_path):
    table, _, _ = kendal(tmp_path)
    bent = [[0, 0], [9, 0], [9, 9], [8, 9], [8, 1], [1, 1], [1, 9], [0, 9], [0, 0]]  # a U
    (shape,) = read_boundaries(written(tmp_path, [feature(polygon(bent), name="Patean")]), KECAMATAN)
    mark = shape_map(table, [shape], "id").figure["data"][-1]
    assert mark["y"] == [4.5] and mark["x"][0] in (0.5, 8.5)
