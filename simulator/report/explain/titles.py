"""The title of a number in its explanation."""

from collections.abc import Callable
from typing import Any

from simulator.model.baseline import Baseline
from simulator.planning.groups import unit_groups
from simulator.report.charts.chart import EDGES
from simulator.report.context import Context
from simulator.report.sentences.unit_names import row_name
from simulator.words import Lang, text
from simulator.words.attribution import metric_name
from simulator.words.numbers import percent
from simulator.words.quantity import Month, Origin
from simulator.words.sentence import Filling, sentence
from simulator.words.settings import segment_name, setting_label
from simulator.words.sources import fact_name

WORDED: dict[str, Callable[[str, Lang], str]] = {
    "figure": lambda figure, lang: text(f"actuals.figure.{figure}", lang),
    "status": lambda status, lang: text(f"origin.status.{status}", lang),
    "total": lambda total, lang: text(f"data.column.{total}", lang),
    "segment": segment_name,
    "metric": metric_name,
    "result": lambda result, lang: text(f"decides.result.{result}", lang),
    "fact": fact_name,
    "path": setting_label,
    "rate": lambda rate, lang: text(f"origin.rate.{rate}", lang),
    "prior": lambda prior, lang: text(f"deaths.prior.{prior}", lang),
    "series": lambda series, lang: text(f"chance.series.{series}", lang),
    "edge": lambda edge, lang: percent(EDGES[edge], lang),
}
"""How each entry of an origin's `about` is put into words; other strings in it are used as they are."""


def title(origin: Origin, lang: Lang) -> str:
    """The text `origin.title.<key>` (plus `.over` or, for a ratio of sums, `.cumulative`), filled."""
    about: dict[str, Any] = {"figure": "enrolled"} | dict(origin.about)
    values: dict[str, Filling] = {
        name: value for name, value in about.items() if isinstance(value, str | Month)
    }
    values |= _of_subject(origin.subject, about, lang)
    values |= {name: worded(about[name], lang) for name, worded in WORDED.items() if name in about}
    if "status" in about:
        values.setdefault("segment", text("origin.offices", lang))
    if "path" in about:
        values["setting"] = values["path"]
    if origin.key in ("rule", "dated_amount"):
        values["rule"] = text(f"rule.{about['name']}", lang)
    of_sums = origin.key == "claims_ratio" and about.get("cumulative")
    key = f"{origin.key}{'.over' if 'over' in about else '.cumulative' if of_sums else ''}"
    values |= {"over": str(about["over"])} if "over" in about else {}
    return str(sentence(f"origin.title.{key}", lang, **values))


def _of_subject(subject: Any, about: dict[str, Any], lang: Lang) -> dict[str, Filling]:
    """The values that fill a title beside those of `about`."""
    if subject is None:
        return {}
    if isinstance(subject, tuple):  # of quantities: the first one's title serves for all
        return {"of": title(subject[0].origin, lang)}
    if not isinstance(subject, Context | Baseline):
        values: dict[str, Filling] = subject.title_values(about, lang)
        return values
    baseline = subject.baseline if isinstance(subject, Context) else subject
    place = _place(about, baseline, lang)
    month = Month(about.get("calendar", baseline.month + about.get("month", 0)))
    name = place if "row" in about else about.get("name", baseline.facts.region)
    return {"month": month, "place": place, "name": name}


def _place(about: dict[str, Any], baseline: Baseline, lang: Lang) -> str:
    """The name of the units a number covers: a unit, a row of the units' table, codes, a segment, or all."""
    if "unit" in about:
        return baseline.unit_names[baseline.index[about["unit"]]]
    if "row" in about:
        row = next(row for row in unit_groups(baseline) if row.key == about["row"])
        return row_name(row, baseline, lang)
    if "codes" in about:
        names = [baseline.unit_names[baseline.index[code]] for code in about["codes"]]
        return names[0] if len(names) == 1 else text("origin.some_units", lang)
    return segment_name(about["segment"], lang) if "segment" in about else text("origin.all_units", lang)
