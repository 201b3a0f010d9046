"""Sentences on baselines: what one holds, what a list changes in it, and how two of them differ."""

from collections.abc import Iterable, Sequence

from simulator.model.baseline import Baseline
from simulator.model.parts import Override
from simulator.planning.other_data import UnitChange
from simulator.report.explain.explanation import quantity
from simulator.words import Lang, text
from simulator.words.numbers import shown
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Filling, Sentence, sentence

COUNTED = ("units", "participating", "own_figures")
"""The figures that count units; all others add up people."""
KINDS = ("same", "kept_own", "kept", "respread", "removed")
"""The kinds of change of units that have no row of their own in the table of changes."""


def data_quantity(baseline: Baseline, figure: str, **of: object) -> Quantity:
    """A figure of a baseline: of all units, of a `segment`, or of the units with some `codes`."""
    if figure in COUNTED:
        return quantity(baseline, f"data_{figure}", **of)
    return quantity(baseline, "data_total", total=figure, **of)


def figures_of(baseline: Baseline, *figures: str) -> dict[str, Quantity]:
    """Some figures of all units of a baseline, by name."""
    return {figure: data_quantity(baseline, figure) for figure in figures}


def moved(before: str | Quantity | None, after: str | Quantity, lang: Lang) -> str | Quantity | Sentence:
    """What something was and what it is now; only the latter if there was nothing or both read the same."""

    def words(one: str | Quantity) -> str:
        return one if isinstance(one, str) else shown(one, lang)

    if before is None or words(before) in ("", words(after)):
        return after
    return sentence("data.moved", lang, then=before, now=after)


def data_sentence(baseline: Baseline, lang: Lang) -> Sentence:
    """Which data a scenario uses, and how large they are."""
    figures = figures_of(baseline, "units", "enrolled")
    return sentence("data.title", lang, title=baseline.facts.title[lang], **figures)


def set_sentence(baseline: Baseline, lang: Lang) -> Sentence:
    """One line on a baseline."""
    figures = figures_of(baseline, "units", "asn", "enrolled")
    return sentence("data.set_line", lang, month=Month(baseline.month), name=baseline.name, **figures)


def own_figures_sentence(baseline: Baseline, lang: Lang) -> Sentence:
    """How many units have figures of their own, and what the figures of the others are."""
    own = data_quantity(baseline, "own_figures")
    kind = "all" if own.value == len(baseline.codes) else "some" if own.value else "none"
    return sentence(f"data.own_figures.{kind}", lang, count=own)


def differences(old: Baseline, new: Baseline, lang: Lang) -> list[Sentence]:
    """How two baselines differ, in a few sentences: their names, their months, and their totals."""
    then, now = old.facts.title[lang], new.facts.title[lang]
    lines = [sentence("data.line.data", lang, then=then, now=now, old=old.name, new=new.name)]
    if old.month != new.month:
        lines.append(sentence("data.line.month", lang, then=Month(old.month), now=Month(new.month)))
    totals: dict[str, Filling] = {
        figure: moved(data_quantity(old, figure), data_quantity(new, figure), lang)
        for figure in ("units", "asn", "enrolled")
    }
    return [*lines, sentence("data.line.totals", lang, **totals)]


def override_lines(
    lost: Iterable[Override], old: Baseline, new: Baseline, kept: Iterable[Override], lang: Lang
) -> list[str]:
    """Overrides that have no unit in the new data, and those whose unit has another name there."""
    lines = [text("data.line.lost", lang, name=old.unit_names[old.index[o.unit]], code=o.unit) for o in lost]
    for override in kept:
        then = old.unit_names[old.index[override.unit]]
        now = new.unit_names[new.index[override.unit]]
        if then != now:
            lines.append(text("data.line.renamed", lang, code=override.unit, then=then, now=now))
    return lines


def proposal_sentence(
    old: Baseline | None, new: Baseline, changes: Sequence[UnitChange], lang: Lang
) -> Sentence:
    """The finding of a review: how many units have new figures, and how the total enrolled changes."""
    names = tuple(c.new.name for c in changes if c.new and c.kind in ("new", "changed"))
    before = data_quantity(old, "enrolled") if old else None
    return sentence(
        "data.review_title" if names else "data.review_title_same",
        lang,
        count=quantity(new, "count", things=names, what="named_units"),
        enrolled=moved(before, data_quantity(new, "enrolled"), lang),
        month=Month(new.month),
    )


def other_units(
    old: Baseline | None, new: Baseline, changes: Sequence[UnitChange], lang: Lang
) -> list[Sentence]:
    """What happens to the units without a row of their own in the table of changes, one sentence per kind."""
    kinds: dict[str, list[UnitChange]] = {kind: [] for kind in KINDS}
    for change in changes:
        had_own = change.old is not None and change.old.has_own_figures
        kind = "kept_own" if change.kind == "kept" and had_own else change.kind
        if kind in kinds and not (kind == "removed" and had_own):
            kinds[kind].append(change)
    return [_others(kind, old, new, alike, lang) for kind, alike in kinds.items() if alike]


def _others(
    kind: str, old: Baseline | None, new: Baseline, changes: Sequence[UnitChange], lang: Lang
) -> Sentence:
    before = tuple(change.old.code for change in changes if change.old)
    after = tuple(change.new.code for change in changes if change.new)
    sums: dict[str, Filling] = {
        figure: moved(
            data_quantity(old, figure, codes=before) if old else None,
            data_quantity(new, figure, codes=after),
            lang,
        )
        for figure in ("asn", "enrolled")
    }
    names = tuple(unit.name for change in changes if (unit := change.new or change.old))
    count = quantity(new, "count", things=names, what="named_units")
    return sentence(f"data.others.{kind}", lang, count=count, **sums)


def taken_sentence(baseline: Baseline, lang: Lang) -> Sentence:
    """Confirms that a new baseline is stored, and how large it is."""
    figures = figures_of(baseline, "units", "enrolled")
    return sentence("data.taken", lang, name=baseline.name, month=Month(baseline.month), **figures)
