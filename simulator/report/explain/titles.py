"""What a number is called where it is explained."""

from simulator.planning.groups import unit_groups
from simulator.report.context import Context
from simulator.words import Lang, text
from simulator.words.attribution import metric_name
from simulator.words.quantity import Month, Origin
from simulator.words.sentence import Filling, sentence
from simulator.words.settings import segment_name, setting_label
from simulator.words.units import row_name


def title(origin: Origin, lang: Lang) -> str:
    """The text `origin.title.<key>`, filled with what the origin is about."""
    about = dict(origin.about)
    values: dict[str, Filling] = {
        name: value for name, value in about.items() if isinstance(value, str | Month)
    }
    if isinstance(origin.subject, Context):
        baseline = origin.subject.baseline
        values["month"] = Month(baseline.month + about.get("month", 0))
        values.setdefault("name", baseline.facts.region)
        if "row" in about:
            row = next(row for row in unit_groups(baseline) if row.key == about["row"])
            values["row"] = values["name"] = row_name(row, baseline, lang)
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
    if "metric" in about:
        values["metric"] = metric_name(about["metric"], lang)
    if "name" in about and origin.key == "rule":
        values["rule"] = text(f"rule.{about['name']}", lang)
    if "path" in about:
        values["setting"] = setting_label(about["path"], lang)
    return str(sentence(f"origin.title.{origin.key}", lang, **values))
