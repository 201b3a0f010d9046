"""What a list or another baseline changes, as rows and sentences: totals before and after, and every unit whose own figures change."""

from collections.abc import Mapping

from simulator.intake.baseline_proposal import Proposal
from simulator.intake.unit_changes import UnitChange, added_up
from simulator.model.baseline import Baseline, UnitRow
from simulator.model.scenario import SEGMENTS, Override
from simulator.planning.other_data import baseline_totals
from simulator.words import Lang, text
from simulator.words.numbers import month_long, month_short, people

FIGURES = ("units", "participating", "asn", "enrolled", "pledge_workers")
Totals = Mapping[str, int]


def totals_rows(pairs: Mapping[str, tuple[Totals | None, Totals]], lang: Lang) -> list[dict[str, str]]:
    """Totals before (None where there was nothing) and after of each segment that has units, and of all (under an empty name), as worded table rows."""
    rows = []
    for segment in (*SEGMENTS, ""):
        before, after = pairs[segment]
        if before and before["units"] or after["units"]:
            name = text(f"units.segment.{segment}" if segment else "data.all_segments", lang)
            rows.append(
                {text("data.column.segment", lang): name}
                | {
                    text(f"data.column.{f}", lang): _moved(before[f] if before else None, after[f], lang)
                    for f in FIGURES
                }
            )
    return rows


def proposal_totals(proposal: Proposal, lang: Lang) -> list[dict[str, str]]:
    """Totals that a proposed baseline changes."""
    return totals_rows({segment: _totals(proposal, segment) for segment in ("", *SEGMENTS)}, lang)


def _totals(proposal: Proposal, segment: str = "") -> tuple[Totals | None, Totals]:
    """Old and new totals; None for the old ones where the regency had no data."""
    before, after = proposal.totals(segment)
    return before if proposal.upon else None, after


def baseline_differences(old: Baseline, new: Baseline, lang: Lang) -> list[dict[str, str]]:
    """Totals of two baselines side by side."""
    before, after = baseline_totals(old), baseline_totals(new)
    return totals_rows({segment: (before[segment], after[segment]) for segment in before}, lang)


def proposal_title(proposal: Proposal, lang: Lang) -> str:
    """The finding: how many units have new figures, and what becomes of all enrolled."""
    before, after = _totals(proposal)
    count = sum(change.kind in ("new", "changed") for change in proposal.changes)
    enrolled = _moved(before["enrolled"] if before else None, after["enrolled"], lang)
    key = "data.review_title" if count else "data.review_title_same"
    return text(
        key, lang, count=people(count, lang), enrolled=enrolled, month=month_long(proposal.facts.month, lang)
    )


def change_rows(proposal: Proposal, lang: Lang) -> list[dict[str, str]]:
    """A row for each unit that comes, goes or changes. Figures nobody published of a unit are called estimates, never shown."""
    return [
        _change_row(change, lang)
        for change in proposal.changes
        if change.kind in ("new", "changed") or change.kind == "removed" and change.old.has_own_figures
    ]


def other_units(proposal: Proposal, lang: Lang) -> list[str]:
    """What becomes of the units without a row of their own, in a sentence each."""
    groups = {"same": [], "kept_own": [], "kept": [], "respread": [], "removed": []}
    for change in proposal.changes:
        kind = "kept_own" if change.kind == "kept" and change.old.has_own_figures else change.kind
        if kind in groups and not (kind == "removed" and change.old.has_own_figures):
            groups[kind].append(change)
    return [
        text(f"data.others.{kind}", lang, count=people(len(changes), lang), **_sums(changes, lang))
        for kind, changes in groups.items()
        if changes
    ]


def data_lines(old: Baseline, new: Baseline, lang: Lang) -> list[str]:
    """How two baselines differ, in a few sentences: which, their months, and everybody in them."""
    before, after = baseline_totals(old)[""], baseline_totals(new)[""]
    month = text("data.line.month", lang, then=month_long(old.month, lang), now=month_long(new.month, lang))
    return [
        text(
            "data.line.data",
            lang,
            then=old.facts.title[lang],
            now=new.facts.title[lang],
            old=old.name,
            new=new.name,
        ),
        *([month] if old.month != new.month else []),
        text(
            "data.line.totals",
            lang,
            **{f: _moved(before[f], after[f], lang) for f in ("units", "asn", "enrolled")},
        ),
    ]


def override_lines(
    lost: tuple[Override, ...], old: Baseline, new: Baseline, kept: tuple[Override, ...], lang: Lang
) -> list[str]:
    """The special settings that have no unit in the new data, and those whose unit is called otherwise there, by name and code."""
    renamed = [o.unit for o in kept if old.unit_names[old.index[o.unit]] != new.unit_names[new.index[o.unit]]]
    return [
        text("data.line.lost", lang, name=old.unit_names[old.index[o.unit]], code=o.unit) for o in lost
    ] + [
        text(
            "data.line.renamed",
            lang,
            code=code,
            then=old.unit_names[old.index[code]],
            now=new.unit_names[new.index[code]],
        )
        for code in renamed
    ]


def _change_row(change: UnitChange, lang: Lang) -> dict[str, str]:
    old, new = change.old, change.new
    unit = new or old
    kind = "new_for" if change.kind == "new" and old else change.kind
    row = {
        text("data.column.unit", lang): unit.name,
        text("data.column.segment", lang): text(f"units.segment.{unit.segment}", lang),
        text("data.column.change", lang): text(f"data.change.{kind}", lang),
    }
    for figure in ("asn", "enrolled"):
        row[text(f"data.column.{figure}", lang)] = _arrow(
            _own(old, figure, lang), people(getattr(new, figure), lang) if new else "–"
        )
    return row | {
        text("data.column.pledge", lang): _arrow(
            _pledge(old, lang) if old is None or old.has_own_figures else "", _pledge(new, lang)
        )
    }


def _own(unit: UnitRow | None, figure: str, lang: Lang) -> str:
    """A figure of a unit, empty where there was no unit; one that nobody published is only called an estimate."""
    if unit is None:
        return ""
    return people(getattr(unit, figure), lang) if unit.has_own_figures else text("data.estimate", lang)


def _pledge(unit: UnitRow | None, lang: Lang) -> str:
    if unit is None or not unit.pledge_month:
        return "" if unit is None else "–"
    return text(
        "data.pledge",
        lang,
        workers=people(unit.pledge_workers, lang),
        month=month_short(unit.pledge_month, lang),
    )


def _sums(changes: list[UnitChange], lang: Lang) -> dict[str, str]:
    before, after = added_up([c.old for c in changes]), added_up([c.new for c in changes if c.new])
    return {figure: _moved(before[figure], after[figure], lang) for figure in ("asn", "enrolled")}


def _moved(before: int | None, after: int, lang: Lang) -> str:
    return _arrow("" if before is None else people(before, lang), people(after, lang))


def _arrow(before: str, after: str) -> str:
    return after if before in ("", after) else f"{before} → {after}"
