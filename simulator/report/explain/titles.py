"""What a number is called where it is explained."""

from typing import Any

from simulator.model.baseline import Baseline
from simulator.planning.groups import unit_groups
from simulator.report.context import Context
from simulator.report.sentences.unit_names import row_name
from simulator.words import Lang, text
from simulator.words.attribution import metric_name
from simulator.words.quantity import Month, Origin
from simulator.words.sentence import Filling, sentence
from simulator.words.settings import segment_name, setting_label
from simulator.words.sources import fact_name


def title(origin: Origin, lang: Lang) -> str:
    """The text `origin.title.<key>`, filled with what the origin is about."""
    about = dict(origin.about)
    values: dict[str, Filling] = {
        name: value for name, value in about.items() if isinstance(value, str | Month)
    }
    if isinstance(origin.subject, Context | Baseline):
        baseline = origin.subject.baseline if isinstance(origin.subject, Context) else origin.subject
        values["month"] = Month(about.get("calendar", baseline.month + about.get("month", 0)))
        values.setdefault("name", baseline.facts.region)
        values["place"] = _place(about, baseline, lang)
        if "row" in about:
            values["name"] = values["place"]
    elif isinstance(origin.subject, tuple):  # of quantities, the first of which names them all
        values["of"] = title(origin.subject[0].origin, lang)
    elif origin.subject is not None:
        values |= origin.subject.title_values(about, lang)
    values["figure"] = text(f"actuals.figure.{about.get('figure', 'enrolled')}", lang)
    if "status" in about:
        values["segment"] = text("origin.offices", lang)
        values["status"] = text(f"origin.status.{about['status']}", lang)
    if "segment" in about:
        values["segment"] = segment_name(about["segment"], lang)
    if "total" in about:
        values["total"] = text(f"data.column.{about['total']}", lang)
    if "metric" in about:
        values["metric"] = metric_name(about["metric"], lang)
    if origin.key in ("rule", "dated_amount"):
        values["rule"] = text(f"rule.{about['name']}", lang)
    if "fact" in about:
        values["fact"] = fact_name(about["fact"], lang)
    if "path" in about:
        values["setting"] = setting_label(about["path"], lang)
    return str(sentence(f"origin.title.{origin.key}", lang, **values))


def _place(about: dict[str, Any], baseline: Baseline, lang: Lang) -> str:
    """Which units a number is of: those of a row of the units' table, of a segment, or all."""
    if "unit" in about:
        return baseline.unit_names[baseline.index[about["unit"]]]
    if "row" in about:
        row = next(row for row in unit_groups(baseline) if row.key == about["row"])
        return row_name(row, baseline, lang)
    if "codes" in about:
        names = [baseline.unit_names[baseline.index[code]] for code in about["codes"]]
        return names[0] if len(names) == 1 else text("origin.some_units", lang)
    return segment_name(about["segment"], lang) if "segment" in about else text("origin.all_units", lang)
