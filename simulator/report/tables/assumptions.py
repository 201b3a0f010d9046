"""The tables of settings: values, bounds, marks and sources, and the overrides of units."""

from collections.abc import Iterable

from simulator.model.scenario import SETTINGS, keeps_reference
from simulator.planning.groups import UnitGroup
from simulator.planning.overrides import by_group
from simulator.report.context import Context
from simulator.report.explain.cited import setting_basis
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.settings import bounds_of, override_value, reference_of, value_of
from simulator.report.sentences.unit_names import row_name
from simulator.report.tables.table import Table, listed, titled
from simulator.words import Lang, text
from simulator.words.provenance import basis_name
from simulator.words.quantity import Origin, Quantity
from simulator.words.sentence import Sentence, Words, sentence
from simulator.words.settings import setting_label

AREAS = tuple(dict.fromkeys(setting.group for setting in SETTINGS.values()))
"""The groups of settings, in the order of the file."""
IN_FORCE = tuple(path for path, setting in SETTINGS.items() if setting.group != "uncertainty")
"""The settings on which a projection's line depends; those of `uncertainty` move bands and chances only."""
COLUMNS = ("name", "value", "reference", "bounds", "mark", "source")
OVERRIDE_COLUMNS = ("name", "value", "mark", "source")


def settings_table(c: Context, lang: Lang, area: str) -> Table:
    """Every setting of an area."""
    rows = (setting_cells(c, path, lang) for path, setting in SETTINGS.items() if setting.group == area)
    return _table(COLUMNS, rows, lang)


def overrides_table(c: Context, lang: Lang) -> Table:
    """The overrides of units, in the cells of `override_cells`."""
    return _table(OVERRIDE_COLUMNS, override_cells(c, lang), lang)


def _table(names: tuple[str, ...], rows: Iterable[dict[str, Words]], lang: Lang) -> Table:
    columns = titled((f"sources.column.{name}" for name in names), lang)
    return listed(columns, ([cells[name] for name in names] for cells in rows))


def assumed_settings(c: Context) -> list[str]:
    """The paths of IN_FORCE for which nobody published or derived a value."""
    return [path for path in IN_FORCE if setting_basis(c, path)[0] == "assumed"]


def assumptions_title(c: Context, lang: Lang, key: str = "sources.title") -> Sentence:
    """How many settings are assumptions, of all those on which results depend."""
    assumed, in_force = (
        quantity(c, "count", things=tuple(setting_label(path, lang) for path in paths), what="named")
        for paths in (assumed_settings(c), IN_FORCE)
    )
    return sentence(key, lang, assumed=assumed, settings=in_force)


def setting_cells(c: Context, path: str, lang: Lang) -> dict[str, Words]:
    """The cells of COLUMNS for the setting with this path."""
    basis, keys = setting_basis(c, path)
    unsourced = "origin.reference" if keeps_reference(c.scenario, path) else "origin.chosen"
    return {
        "name": setting_label(path, lang),
        "value": value_of(c, path, lang, "fine"),
        "reference": reference_of(c, path, lang, "fine"),
        "bounds": bounds_of(c, path, lang),
        "mark": basis_name(basis, lang),
        "source": ", ".join(keys.split()) or text(unsourced, lang),
    }


def override_cells(c: Context, lang: Lang) -> list[dict[str, Words]]:
    """The overrides by row of the units' table, in the cells of OVERRIDE_COLUMNS.

    Units without figures of their own are counted within their group, not named.
    """
    mark, source = basis_name("assumed", lang), text("origin.chosen", lang)
    return [
        {
            "name": _some_of(c, group, units, lang),
            "value": override_value(c, override, row_name(group, c.baseline, lang), lang),
            "mark": mark,
            "source": source,
        }
        for group, of_group in by_group(c.scenario, c.baseline).items()
        for override, units in of_group.items()
    ]


def _some_of(c: Context, group: UnitGroup, units: int, lang: Lang) -> Sentence:
    """A row's name, with the number of its units that are meant where it is not all of them."""
    name = row_name(group, c.baseline, lang)
    if units == len(group.units):
        return Sentence(lang, (name,))
    origin = Origin("special_units", c, (("row", group.key), ("units", units)))
    return sentence("units.some_of", lang, units=Quantity(units, "count", "counted", origin), name=name)
