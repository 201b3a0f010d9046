"""The tile map of the kecamatan: equal squares in their places, coloured where coverage may be shown, hatched where it was not published."""

from collections.abc import Sequence
from html import escape

from simulator.model.baseline import Baseline
from simulator.model.tile import Tile
from simulator.planning.groups import unit_groups
from simulator.report.charts.theme import HATCH, MUTED, TEXT, text_on
from simulator.report.charts.units import UnitFigure, coverage_colour, shortened
from simulator.report.sentences.unit_names import pledge_months
from simulator.report.tables.units import UnitTable
from simulator.words import Lang, text
from simulator.words.numbers import month_long, people, percent

NAME_LENGTH = 11  # letters on one line of a tile
TILE_HEIGHT = 68  # pixels
HATCH_LINE = "#c9d0d8"  # paler than elsewhere: names are read on it


def tile_map(units: UnitTable, tiles: Sequence[Tile], lang: Lang) -> UnitFigure:
    """One square a kecamatan: coloured by coverage in the table's month, "100 %" as published, hatched where nobody published its figures.

    A tile's `customdata` is the key of its sheet, empty where it has none.
    """
    known = known_shares(units)
    shares = [known.get(tile.code) for tile in tiles]
    colours = [HATCH_LINE if share is None else coverage_colour(share) for share in shares]
    said = [
        text("units.tiles.unknown", lang) if share is None else percent(share, lang, 0) for share in shares
    ]
    # Where colours differ from bar to bar, Plotly hatches in the bar's own colour.
    hatched = {
        "shape": [HATCH["shape"] if share is None else "" for share in shares],
        "bgcolor": HATCH["bgcolor"],
        "size": HATCH["size"],
        "solidity": HATCH["solidity"],
    }
    edges = [MUTED if share is None else colour for share, colour in zip(shares, colours)]
    data = [
        {
            "type": "bar",
            "x": [t.column for t in tiles],
            "base": [-t.row - 0.97 for t in tiles],
            "y": [0.94] * len(tiles),
            "width": 0.94,
            "marker": {"color": colours, "line": {"color": edges, "width": 1}, "pattern": hatched},
            "text": [
                lines_of(t.name, "" if share is None else words)
                for t, share, words in zip(tiles, shares, said)
            ],
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "insidetextfont": {
                "color": [
                    TEXT if share is None else text_on(colour) for share, colour in zip(shares, colours)
                ],
                "size": 11,
            },
            "hovertext": [f"{escape(t.name)}: {words}" for t, words in zip(tiles, said)],
            "hoverinfo": "text",
            "customdata": [t.code if t.code in known else "" for t in tiles],
        }
    ]
    columns, rows = max(t.column for t in tiles) + 1, max(t.row for t in tiles) + 1
    layout = {
        "xaxis": {"visible": False, "range": [-0.5, columns - 0.5]},
        "yaxis": {"visible": False, "range": [-rows, 0], "scaleanchor": "x"},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
    }
    title = shares_title(units, shares, lang)
    table = shares_table([t.name for t in tiles], said, lang)
    return UnitFigure(
        {"data": data, "layout": layout},
        title,
        text("units.tiles.alt", lang, title=title, tiles=people(len(tiles), lang)),
        table,
        TILE_HEIGHT * rows,
    )


def tiles_caption(baseline: Baseline, lang: Lang) -> str:
    """How many of the hatched tiles take part, pledged and stay out; empty where every kecamatan has figures of its own."""
    hidden = [
        row
        for row in unit_groups(baseline)
        if row.segment == "kecamatan" and row.is_pooled and row.status != "full"
    ]
    parts = [
        text(
            f"units.tiles.caption.{row.status}",
            lang,
            number=people(len(row.units), lang),
            month=pledge_months(row, baseline, lang),
        )
        for row in hidden
    ]
    number = people(sum(len(row.units) for row in hidden), lang)
    return text("units.tiles.caption", lang, number=number, parts=", ".join(parts)) if hidden else ""


def known_shares(units: UnitTable) -> dict[str, float]:
    """Coverage by code of the kecamatan that may be shown: those with figures of their own, and those published at 100 %."""
    known = {}
    for row, share in zip(units.rows, units.projected_share.tolist()):
        if row.segment == "kecamatan" and not row.is_pooled:
            known[row.key] = share
        elif row.segment == "kecamatan" and row.status == "full":
            known |= {units.projection.baseline.codes[i]: 1.0 for i in row.units}
    return known


def shares_table(names: Sequence[str], said: Sequence[str], lang: Lang) -> list[list[str]]:
    """Kecamatan and worded coverage, the header first."""
    return [
        [text("units.tiles.kecamatan", lang), text("units.column.coverage", lang)],
        *map(list, zip(names, said)),
    ]


def shares_title(units: UnitTable, shares: list[float | None], lang: Lang) -> str:
    """What a map of these coverages shows; None where nobody published one."""
    full, hidden = sum(s is not None and s >= 1 for s in shares), sum(s is None for s in shares)
    if hidden == len(shares):
        return text("units.tiles.title.hidden", lang, all=people(len(shares), lang))
    if hidden:
        return text(
            "units.tiles.title.published",
            lang,
            known=people(full, lang),
            all=people(len(shares), lang),
            hidden=people(hidden, lang),
        )
    return text(
        "units.tiles.title.own",
        lang,
        full=people(full, lang),
        all=people(len(shares), lang),
        month=month_long(int(units.projection.months[units.month]), lang),
    )


def lines_of(name: str, share: str) -> str:
    """A kecamatan's label: its name, a word on each line, and its worded share below if there is one."""
    lines = [escape(shortened(word, NAME_LENGTH)) for word in name.split()][:3]
    return "<br>".join([*lines, share] if share else lines)
