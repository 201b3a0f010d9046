"""What offices propose, as a table: units shown as one group share a row where their proposals are equal."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.planning.groups import UnitGroup, unit_groups
from simulator.planning.merging import UnitProposal, UnitProposals
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.settings import override_value
from simulator.report.sentences.unit_names import row_name
from simulator.report.tables.table import Row, Table, titled
from simulator.words import Lang, text
from simulator.words.sentence import Sentence, sentence

COLUMNS = tuple(f"merge.column.{name}" for name in ("unit", "proposal", "files"))


@dataclass(frozen=True)
class ProposedRow:
    """Units of one group for which the same files propose the same."""

    group: UnitGroup
    units: tuple[str, ...]
    proposals: tuple[UnitProposal, ...]

    @property
    def in_conflict(self) -> bool:
        """Whether files propose different things."""
        return len(self.proposals) > 1


def proposed_rows(c: Context, proposed: Sequence[UnitProposals]) -> list[ProposedRow]:
    """The proposals by unit, in the order of the units' table; an allocated unit stays in its group."""
    of_unit = {one.unit: _without_unit(one) for one in proposed}
    rows = []
    for group in unit_groups(c.baseline):
        of_group: dict[tuple[UnitProposal, ...], list[str]] = {}
        for code in (c.baseline.codes[i] for i in group.units):
            if code in of_unit:
                of_group.setdefault(of_unit[code], []).append(code)
        rows += [ProposedRow(group, tuple(units), proposals) for proposals, units in of_group.items()]
    return rows


def proposed_name(c: Context, row: ProposedRow, lang: Lang) -> Sentence:
    """The unit or group; where only some of its units are meant, with their codes."""
    name = row_name(row.group, c.baseline, lang)
    if len(row.units) == len(row.group.units):
        return Sentence(lang, (name,))
    numbers = (("count", len(row.units)), ("units", len(row.group.units)))
    counts = {key: quantity(c, "count", number=number, what="units") for key, number in numbers}
    some = sentence("compare.of_units", lang, **counts)
    return sentence("merge.some", lang, codes=", ".join(row.units), name=name, some=some)


def proposal_words(c: Context, row: ProposedRow, proposal: UnitProposal, lang: Lang) -> Sentence:
    """What one proposal changes for a row."""
    if proposal.override is None:
        return sentence("merge.take_out", lang)
    return override_value(c, proposal.override, str(proposed_name(c, row, lang)), lang)


def proposals_table(c: Context, rows: Sequence[ProposedRow], lang: Lang) -> Table:
    """One row per proposal, those for the same units together."""
    lines = [
        Row(
            (
                proposed_name(c, row, lang) if first else "",
                proposal_words(c, row, proposal, lang),
                ", ".join(proposal.files),
            )
        )
        for row in rows
        for first, proposal in zip((True, *[False] * len(row.proposals)), row.proposals)
    ]
    return Table(tuple(titled(COLUMNS, lang)), tuple(lines))


def merge_title(c: Context, proposed: Sequence[UnitProposals], lang: Lang) -> Sentence:
    """How many files propose something for how many units, and for how many of these they conflict."""
    if not proposed:
        return sentence("merge.nothing", lang)
    files = {file for one in proposed for proposal in one.proposals for file in proposal.files}
    conflicts = sum(one.in_conflict for one in proposed)
    return sentence(
        "merge.title",
        lang,
        files=quantity(c, "count", things=tuple(sorted(files)), what="named"),
        units=quantity(c, "count", number=len(proposed), what="units"),
        conflicts=quantity(c, "count", number=conflicts, what="units"),
    )


def conflict_names(c: Context, rows: Sequence[ProposedRow], lang: Lang) -> str:
    """The names of rows for which nobody has chosen yet."""
    return ", ".join(str(proposed_name(c, row, lang)) for row in rows)


def choice_words(c: Context, row: ProposedRow, proposal: UnitProposal, lang: Lang) -> str:
    """A proposal as one of several to choose from."""
    words = str(proposal_words(c, row, proposal, lang))
    return text("merge.choice", lang, proposal=words, files=", ".join(proposal.files))


def _without_unit(one: UnitProposals) -> tuple[UnitProposal, ...]:
    """Proposals without the unit, so that they are equal where the same files propose the same."""
    return tuple(
        UnitProposal(p.override and p.override.model_copy(update={"unit": ""}), p.files)
        for p in one.proposals
    )
