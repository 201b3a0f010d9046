"""Formulas of ranges, of how much each range decides, and of what knowing one setting would be worth."""

from functools import partial
from math import nan

from simulator.model.metrics import METRICS
from simulator.model.ranges import range_of
from simulator.planning.find_out import FoundOut
from simulator.planning.sensitivity import Swing
from simulator.report.explain.cited import range_keys
from simulator.report.explain.derivation import Derivation, Query, Term, taken
from simulator.words.quantity import Quantity, Unit
from simulator.words.settings import setting_label, setting_unit


def range_end(query: Query) -> Derivation:
    """The `end`, low or high, of the range of the setting with this `path`."""
    path, end = query.about["path"], query.about["end"]
    given = range_of(query.projection.scenario, path)
    if given is None:
        raise ValueError(f"{path} has no range")
    figure = Term(
        "figure", getattr(given, end), setting_unit(path), "assumed", range_keys(query.context, path)
    )
    return taken(figure, f"range_{end}")


def swing_setting(query: Query) -> Derivation:
    """The value of a setting at an `end` of its `swing`."""
    swing: Swing = query.about["swing"]
    value = getattr(swing, query.about["end"])
    return taken(Term("figure", value, setting_unit(swing.setting), "assumed"), "swing_setting")


def swing_end(query: Query) -> Derivation:
    """The `result` with every range at its middle except one setting, which is at an `end` of its `swing`."""
    swing: Swing = query.about["swing"]
    value = getattr(swing, f"at_{query.about['end']}")
    label = partial(setting_label, swing.setting)
    end = getattr(swing, query.about["end"])
    at = Term("setting", end, setting_unit(swing.setting), "assumed", "", {"setting": label})
    unit = metric_unit(query.about["result"])
    return Derivation(nan if value is None else value, unit, "", (at,), notes=("swing_end",))


def at_the_middles(query: Query) -> Derivation:
    """The `result` with every range at its middle, as found earlier (`value`)."""
    value, unit = query.about["value"], metric_unit(query.about["result"])
    return Derivation(nan if value is None else value, unit, "", (), notes=("at_the_middles",))


def two_way_end(query: Query) -> Derivation:
    """The lowest or highest `result` over two settings, as found earlier (`value`)."""
    return Derivation(query.about["value"], metric_unit(query.about["result"]), "", (), notes=("two_way",))


def spread_share(query: Query) -> Derivation:
    """The share of the spread of a metric that one range or group causes, as found earlier (`value`)."""
    draws = Quantity(query.about["draws"], "count", "counted")
    return Derivation(
        query.about["value"], "share", "", (), notes=("spread_share",), note_values={"draws": draws}
    )


def band_narrowing(query: Query) -> Derivation:
    """By what share the band (`found`) would narrow if one setting were known (`path`)."""
    now, known = _widths(query)
    unit = metric_unit(query.about["find_out"].metric)
    terms = Term("band_width", now, unit), Term("band_width_known", known, unit)
    value = 1 - known / now
    return Derivation(value, "share", "({band_width} − {band_width_known}) ÷ {band_width}", terms)


def band_width(query: Query) -> Derivation:
    """The width of the band (`found`), or its width if one setting were known (`path`)."""
    now, known = _widths(query)
    unit = metric_unit(query.about["find_out"].metric)
    note = "band_width_known" if "path" in query.about else "band_width"
    return Derivation(known if "path" in query.about else now, unit, "", (), notes=(note,))


def _widths(query: Query) -> tuple[float, float]:
    find_out: FoundOut = query.about["find_out"]
    known = {one.setting: one.width for one in find_out.known}
    return find_out.width, known.get(query.about.get("path", ""), nan)


def metric_unit(metric: str) -> Unit:
    """The unit of the numbers of one of `sensitivity.RESULTS`."""
    return METRICS[metric].unit if metric in METRICS else "idr"
