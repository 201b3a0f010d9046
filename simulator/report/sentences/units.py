"""What stands above the units' table: who is missing, how many are enrolled, who has pledged."""

from collections.abc import Sequence

from simulator.planning.groups import STATUSES, UnitGroup
from simulator.report.context import Context
from simulator.report.sentences.overview import missing_months
from simulator.report.sentences.unit_names import counted
from simulator.report.tables.unit_figures import sum_figure
from simulator.report.tables.units import UnitTable
from simulator.words import Lang
from simulator.words.quantity import Month
from simulator.words.sentence import Sentence, joined, sentence


def title(c: Context, rows: Sequence[UnitGroup], lang: Lang) -> Sentence:
    """Who does not take part yet and who does only partly; else who pledged, or has reached one worker per ASN."""
    offices = [row for row in rows if row.segment != "other"] or list(rows)
    of_status = {status: [row for row in offices if row.status == status] for status in STATUSES}
    named = [status for status in ("outside", "partial") if of_status[status]] or [
        status for status in ("pledged", "full") if of_status[status]
    ][:1]
    parts = (
        sentence(f"units.title.{status}", lang, units=counted(c, of_status[status], lang)) for status in named
    )
    return joined((joined(parts, lang, "; "), "."), lang, "")


def pledged_sentence(c: Context, rows: Sequence[UnitGroup], lang: Lang) -> Sentence | None:
    """Who has pledged and begins later; None where nobody has."""
    pledged = [row for row in rows if row.status == "pledged"]
    return sentence("units.subtitle.pledged", lang, units=counted(c, pledged, lang)) if pledged else None


def subtitle(c: Context, table: UnitTable, lang: Lang) -> Sentence:
    """How many are enrolled now and in the month looked at, who has pledged, and whether that month is past."""
    then = Month(int(c.projection.months[table.month]))
    figures = {"enrolled": "enrolled", "asn": "asn", "projected": "projected", "missing": "to_asn"}
    numbers = {name: sum_figure(c, table, figure) for name, figure in figures.items()}
    sentences = [
        sentence("units.subtitle", lang, now=Month(c.baseline.month), then=then, **numbers),
        pledged_sentence(c, table.rows, lang),
        past_sentence(c, table, lang),
    ]
    return joined(filter(None, sentences), lang)


def past_sentence(c: Context, table: UnitTable, lang: Lang) -> Sentence | None:
    """That the month looked at is over without actual figures; None where it is not."""
    if table.month not in missing_months(c.projection, c.today, c.actuals):
        return None
    return sentence("units.past", lang, month=Month(int(c.projection.months[table.month])))
