"""The text above the units' table: who is still to enrol, how many are enrolled, who has pledged."""

from collections.abc import Sequence

from simulator.planning.groups import UnitGroup
from simulator.report.context import Context
from simulator.report.sentences.unit_names import counted, row_name
from simulator.report.tables.units import UnitTable, sum_figure
from simulator.words import Lang
from simulator.words.compare import enumerated
from simulator.words.quantity import Month
from simulator.words.sentence import Sentence, joined, sentence


def title(c: Context, rows: Sequence[UnitGroup], lang: Lang) -> Sentence:
    """Who does not take part yet or only partly; otherwise who pledged, or has reached one worker per ASN."""
    offices = [row for row in rows if row.segment != "other"] or list(rows)
    of_status: dict[str, list[UnitGroup]] = {}
    for row in offices:
        of_status.setdefault(row.status, []).append(row)
    words = {
        status: sentence(f"units.title.{status}", lang, units=_named(c, rows, alike, lang))
        for status, alike in of_status.items()
    }
    missing = [words[status] for status in ("outside", "partial") if status in words]
    parts = missing or [words[status] for status in ("pledged", "full") if status in words][:1]
    return joined((joined(parts, lang, ". "), "."), lang, "")


def _named(c: Context, rows: Sequence[UnitGroup], alike: Sequence[UnitGroup], lang: Lang) -> Sentence | str:
    """How many units some rows hold; or the name of the table's only row, which may cover all offices."""
    return rows[0].name if len(rows) == 1 and rows[0].name else counted(c, alike, lang)


def lowered_sentence(c: Context, rows: Sequence[UnitGroup], lang: Lang) -> Sentence | None:
    """The units whose override plans for fewer workers than they have now; None where there are none."""
    baseline, lowered = c.baseline, set()
    for override in c.scenario.overrides:
        unit = baseline.index[override.unit]
        workers = c.scenario.participation.of(baseline.segments[unit]).workers_per_asn
        if override.workers_per_asn is not None:
            workers = override.workers_per_asn
        planned = None if override.target_share is None else override.target_share * workers
        if planned is not None and planned < baseline.enrolled[unit] / baseline.asn[unit] - 1e-9:
            lowered.add(unit)
    names = [row_name(row, baseline, lang) for row in rows if lowered & set(row.units.tolist())]
    if not names:
        return None
    return sentence("units.special.lowers", lang, units=enumerated(names, lang), month=Month(baseline.month))


def pledged_sentence(c: Context, rows: Sequence[UnitGroup], lang: Lang) -> Sentence | None:
    """Who has pledged and begins later; None where nobody has."""
    pledged = [row for row in rows if row.status == "pledged"]
    return sentence("units.subtitle.pledged", lang, units=counted(c, pledged, lang)) if pledged else None


def subtitle(c: Context, table: UnitTable, lang: Lang) -> Sentence:
    """How many are enrolled now and in the table's month, who pledged, and whether that month is past."""
    sentences = [
        sentence(
            "units.subtitle",
            lang,
            now=Month(c.baseline.month),
            then=c.month(table.month),
            enrolled=sum_figure(c, table, "enrolled"),
            asn=sum_figure(c, table, "asn"),
            projected=sum_figure(c, table, "projected"),
            to_enrol=sum_figure(c, table, "to_enrol"),
        ),
        pledged_sentence(c, table.rows, lang),
        past_sentence(c, table, lang),
    ]
    return joined(filter(None, sentences), lang)


def past_sentence(c: Context, table: UnitTable, lang: Lang) -> Sentence | None:
    """A sentence where the table's month is over without recorded figures; None otherwise."""
    if table.month not in c.missing_months:
        return None
    return sentence("units.past", lang, month=c.month(table.month))
