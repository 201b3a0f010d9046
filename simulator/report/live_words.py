"""What the model in the browser needs to word a projection as the program does."""

from functools import cache
from typing import Any

from simulator.report.charts.money import View, paid_before, span_of
from simulator.report.context import Context
from simulator.report.sentences.target import actual_enrolled, latest, target_named
from simulator.words import LANGUAGES, Lang, all_texts, template

FAMILIES = ("overview.", "past.", "meeting.")
"""How the keys of the sentences begin that a projection is told in."""


def live_words(c: Context, lang: Lang) -> dict[str, Any]:
    """Language, sentences by key, the month number of now, and of the target and actuals what no lever moves.

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
    """How the chart of money looks at it: what the lines begin with, and the months its title names."""
    return {"name": view, "before": list(paid_before(c, view)), "span": span_of(c, view, lang)}
