"""What the model in the browser needs to put a projection into words as the program does."""

from functools import cache
from typing import Any

from simulator.report.charts.money import View, paid_before, span_of
from simulator.report.context import Context
from simulator.report.sentences.target import actual_enrolled, latest, target_named
from simulator.words import LANGUAGES, Lang, all_texts, template

FAMILIES = ("overview.", "past.", "meeting.")
"""The prefixes of the keys of the sentences that describe a projection."""


def live_words(c: Context, lang: Lang) -> dict[str, Any]:
    """Language, sentences by key, the current month number, and what no lever moves of target and actuals.

    `latest` is the last observed month (an offset from the data's) with its enrolled.
    """
    language, (month, enrolled) = LANGUAGES[lang], latest(c)
    return {
        "language": {
            "decimal_mark": language.decimal_mark,
            "thousands_mark": language.thousands_mark,
            "months": list(language.months),
            "scales": list(language.scales),
        },
        "texts": _texts(lang),
        "today": c.today,
        "target": str(target_named(c, lang)),
        "actual": actual_enrolled(c, c.scenario.target.month),
        "latest": {"month": month, "enrolled": enrolled.number},
    }


@cache
def _texts(lang: Lang) -> dict[str, str]:
    return {key: template(key, lang) for key, *_ in all_texts() if key.startswith(FAMILIES)}


def money_view(c: Context, view: View, lang: Lang) -> dict[str, Any]:
    """How the chart of money shows a view: the amounts its lines start from, and the months of its title."""
    return {"name": view, "before": list(paid_before(c, view)), "span": span_of(c, view, lang)}
