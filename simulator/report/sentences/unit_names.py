"""The names of units and groups of units, their number, and how they take part."""

from collections.abc import Sequence

from simulator.model.baseline import Baseline
from simulator.model.parts import OFFICES, SEGMENTS
from simulator.planning.groups import UnitGroup
from simulator.report.context import Context
from simulator.words import Lang, text
from simulator.words.compare import and_key, enumerated
from simulator.words.quantity import Month, Origin, Quantity
from simulator.words.sentence import Sentence, joined, sentence
from simulator.words.settings import segment_name


def row_name(row: UnitGroup, baseline: Baseline, lang: Lang) -> str:
    """The unit's name, or for pooled units their number and status."""
    if not row.is_pooled:
        return row.name
    key = f"units.group.other.{row.status}" if row.segment == "other" else f"units.group.{row.status}"
    units = _units(Quantity(len(row.units), "count", "counted"), row.segment, lang)
    return text(key, lang, units=units, month=pledge_months(row, baseline, lang))


def group_in_words(c: Context, row: UnitGroup, lang: Lang, number: int) -> Sentence:
    """The name, within a sentence, of `number` units of a group: 18 OPD of which part of the ASN take part.

    The rest of the civil service, if it is one unit, is called by that name.
    """
    if row.segment == "other" and number == len(row.units) == 1:
        return Sentence(lang, (segment_name("other", lang),))
    months = pledge_months(row, c.baseline, lang)
    origin = Origin("count", c, (("number", number), ("what", "units")))
    units = _units(Quantity(number, "count", "counted", origin), row.segment, lang)
    if number == len(row.units):
        units = counted(c, [row], lang)
    return sentence(f"moved.group.{row.status}", lang, units=units, month=months)


def status_text(row: UnitGroup, baseline: Baseline, lang: Lang) -> str:
    """How a row takes part in the baseline month."""
    return text(f"units.status.{row.status}", lang, month=pledge_months(row, baseline, lang))


def pledge_months(row: UnitGroup, baseline: Baseline, lang: Lang) -> Sentence:
    """When a row's units begin to pay by their pledges: a month, or the first and last."""
    months = baseline.month + baseline.pledge_month[row.units]
    first, last = Month(int(months.min())), Month(int(months.max()))
    return sentence("units.month.of" if first == last else "units.months.of", lang, first=first, last=last)


def counted(c: Context, rows: Sequence[UnitGroup], lang: Lang) -> Sentence:
    """How many units the rows hold, by segment: 13 OPD dan 7 kecamatan; empty for no rows."""
    of_segment: dict[str, list[UnitGroup]] = {}
    for row in rows:
        of_segment.setdefault(row.segment, []).append(row)
    parts = [_units(_count(c, of), segment, lang) for segment, of in of_segment.items()]
    if len(parts) < 2:
        return joined(parts, lang)
    return sentence(and_key(len(parts)), lang, first=joined(parts[:-1], lang, ", "), last=parts[-1])


def groups_sentence(rows: Sequence[UnitGroup], lang: Lang) -> str | None:
    """Which segments have rows that are groups, for lack of published figures; None if each row is one unit.

    The rest of the civil service is not a group if it is one unit.
    """
    of = {row.segment for row in rows if row.is_pooled and (row.segment != "other" or len(row.units) > 1)}
    if not of:
        return None
    if all(row.is_pooled for row in rows) and of.issuperset(OFFICES):
        return text("units.groups_only", lang)
    names = enumerated([segment_name(segment, lang) for segment in SEGMENTS if segment in of], lang)
    return text("units.groups_also", lang, segments=names)


def _count(c: Context, rows: Sequence[UnitGroup]) -> Quantity:
    origin = Origin("units_counted", c, (("rows", tuple(row.key for row in rows)),))
    return Quantity(sum(len(row.units) for row in rows), "count", "counted", origin)


def _units(number: Quantity, segment: str, lang: Lang) -> Sentence:
    """A number of units of a segment: 13 OPD, 7 kecamatan."""
    if segment == "other":
        key = "units.count.other.one" if number.value == 1 else "units.count.other"
        return sentence(key, lang, number=number)
    return sentence("units.count", lang, number=number, segment=segment_name(segment, lang))
