"""Explanations of the numbers on the travelling page."""

from collections.abc import Mapping
from typing import Any

from simulator.handouts.writing import written
from simulator.model.metrics import target_status
from simulator.report.context import Context
from simulator.report.explain.explanation import Explanation, explain
from simulator.report.sentences.target import actual_enrolled
from simulator.words import Lang
from simulator.words.provenance import basis_name
from simulator.words.quantity import Origin

EXPLAINED: tuple[tuple[str, bool], ...] = (
    ("enrolled_now", False),
    ("target_workers", False),
    ("gap", False),
    ("enrolled_in", True),
    ("coverage_in", True),
    ("asn_in", True),
    ("contribution_per_member", True),
    ("cumulative_contributions", True),
    ("cumulative_premiums", True),
    ("cumulative_payouts", True),
    ("claims_ratio", True),
)
"""The numbers that the page explains, by the keys of their formulas, and whether for the last month."""


def listed(c: Context, lang: Lang) -> list[Explanation]:
    """The explanations of the numbers in `EXPLAINED`."""
    last, about = len(c.projection.months) - 1, {"claims_ratio": (("cumulative", True),)}
    return [
        explain(Origin(key, c, (("month", last if is_last else 0), *about.get(key, ()))), lang)
        for key, is_last in EXPLAINED
    ]


def row(of: Explanation, lang: Lang) -> dict[str, str]:
    """The name of a number, its formula in words, its mark, and its sources."""
    return {
        "title": of.title,
        "formula": str(of.formula) if of.formula else " ".join(map(str, of.notes)),
        "mark": basis_name(of.quantity.basis, lang),
        "sources": ", ".join(of.sources),
    }


def of_finding(c: Context, lang: Lang) -> dict[str, Explanation]:
    """The explanations, by key, of all numbers the finding on the target may show, also after changes."""
    status = target_status(c.projection)
    about: dict[str, tuple[tuple[str, int], ...]] = {
        "target_share": (),
        "target_workers": (),
        "gap": (),
        "surplus": (),
        "enrolled_in": (("month", status.read_month),),
    }
    if status.month and actual_enrolled(c, c.scenario.target.month) is not None:
        about |= {"actual_in": (("month", status.month),), "actual_gap": ()}
    return {key: explain(Origin(key, c, of), lang) for key, of in about.items()}


def in_full(explanations: Mapping[str, Explanation], lang: Lang) -> dict[str, dict[str, Any]]:
    """Explanations for the page in full: title, formula in words and with values, mark, notes, sources.

    The log of what was recorded, by whom and when, and the notes on it stay in the app.
    """
    return {
        key: {
            "title": one.title,
            "formula": str(one.formula or ""),
            "calculation": written(one.calculation) if one.calculation else "",
            "mark": basis_name(one.quantity.basis, lang),
            "notes": [] if one.table else [str(note) for note in one.notes],
            "sources": one.sources,
        }
        for key, one in explanations.items()
    }
