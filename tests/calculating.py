"""Every explained number of a projection, the queries to put to it, and a calculator for its arithmetic."""

import ast
import operator
import re

from simulator.model.parts import SEGMENTS
from simulator.model.scenario import SETTINGS
from simulator.planning.groups import STATUSES, unit_groups
from simulator.planning.reconciliation import reconcile
from simulator.report.explain import (
    actuals,
    attribution,
    chances,
    changes,
    data,
    deaths,
    decides,
    estimates,
    rare,
    trials,
)
from simulator.report.explain.formulas import MODULES, of_module
from simulator.words import LANGUAGES
from tests.explaining import PROGRAMME

OTHERS = {
    module.__name__
    for module in (chances, changes, attribution, estimates, actuals, data, deaths, decides, rare, trials)
}  # modules with formulas that need more than a projection
ALL_FORMULAS = {name: of for module in MODULES for name, of in of_module(module).items()}
FORMULAS = {
    key: formula
    for key, formula in ALL_FORMULAS.items()
    if formula.__module__ not in OTHERS or key in ("actual_in", "actual_gap")
}
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
OF_SEGMENT = {
    "enrolled_segment_in",
    "asn_segment_in",
    "alone_share",
    "segment_units",
    "participating_level",
    "floor_workers",
    "least_planned",
}
OF_SHEET = {"rate_ahead", "bill_ahead", "unit_asn", "jkk_death", "scholarship_most", "scholarship_years"}
OF_STATUS = {"status_units", "status_asn", "status_to_enrol", "status_pledges"}
OF_SETTING = {"setting", "reference", "bound", "lever_value", "likely_value", "override"}
OF_RULE = {"rule", "relief_share"}
WHOLE_UP = {"target_workers", "target_workers_in"}  # rounded up; a note explains the rule


def questions(p, months=(0, 1, 8, -1)):
    """Yield every key with the months that matter: the baseline, the first, a relief month, the last."""
    rows, last = [row.key for row in unit_groups(p.baseline)], len(p.months) - 1
    months = sorted({last if month < 0 else min(month, last) for month in months})
    for key in FORMULAS:
        if key.startswith("row_"):
            yield from ((key, {"row": row, "month": month}) for row in rows for month in months)
            if key in ("row_coverage", "row_bill", "row_payouts"):
                yield from ((key, {"segment": s, "month": month}) for s in SEGMENTS for month in months)
        elif key in OF_SHEET:
            calendar = p.baseline.month + 60  # beyond any projection
            about = {"unit": p.baseline.codes[0], "calendar": calendar}
            if key != "bill_ahead":
                yield key, about
            if key == "rate_ahead":
                yield from ((key, about | {"calendar": 2026 * 12 + 4, "relief": on}) for on in (True, False))
            elif key == "bill_ahead":
                paying = ("enrolled", "pledged", "asn")
                yield from ((key, about | {"row": row, "workers": of}) for row in rows for of in paying)
        elif key == "visit_bill":
            yield key, {"codes": p.baseline.codes[:2], "workers": 7, "month": months[-1]}
        elif key == "likely_chance":
            yield key, {"value": 0.8, "draws": 1000}
        elif key == "most_with_visits":
            yield key, {"value": 100.0, "visits": 2, "month": months[-1]}
        elif key == "units_counted":
            yield key, {"rows": tuple(rows[:2])}
        elif key in ("to_enrol_in", "below_plan_in"):
            yield from ((key, {"month": month}) for month in months)
            yield from ((key, {"segment": s, "month": month}) for s in p.baseline.rows for month in months)
        elif key in OF_SETTING:
            numbers = [
                path for path, of in SETTINGS.items() if of.kind in ("int", "float") and not of.nullable
            ]
            about = {"present": 0, "value": 1, "name": "A", "month": 1, "end": "high", "draws": 9}
            yield from ((key, about | {"path": path}) for path in numbers)
        elif key == "dated_amount":
            yield key, {"kind": "benefits", "number": 0, "name": "jkm_full_idr"}
        elif key == "history_point":
            yield from ((key, {"number": number}) for number in range(len(p.baseline.facts.history)))
        elif key in ("fact", "counted"):
            lines = reconcile(p.baseline, PROGRAMME)
            yield from ((key, {"fact": line.fact.key}) for line in lines if line.counted is not None)
        elif key == "special_units":
            yield key, {"row": rows[0], "units": 1}
        elif key in OF_RULE:
            names = ("jkk_share_of_base", "jkm_full_idr", "arrears_months")
            numbers = [i % len(PROGRAMME.relief) for i in range(len(names))]
            yield from ((key, {"name": name, "number": i}) for name, i in zip(names, numbers))
        elif key in OF_STATUS:
            yield from ((key, {"status": status}) for status in STATUSES)
        elif key in OF_SEGMENT:
            yield from ((key, {"segment": s, "month": month}) for s in p.baseline.rows for month in months)
        else:
            yield from ((key, {"month": month}) for month in months)
    yield from (("claims_ratio", {"month": month, "cumulative": True}) for month in months)
    for key in ("cumulative_premiums", "cumulative_payouts", "claims_ratio"):
        yield from ((key, {"month": month, "cumulative": True, "since_start": True}) for month in months)
        yield from ((key, {"month": month, "cumulative": True, "over": 12}) for month in months)


def computed(calculation: str, lang: str) -> float:
    """The result of a worded calculation, using only the numbers and signs written in it."""
    mark = LANGUAGES[lang]
    plain = calculation.replace(mark.thousands_mark, "").replace(mark.decimal_mark, ".").replace("Rp ", "")
    plain = re.sub(r"([\d.]+) %", r"(\1 / 100)", plain).translate(str.maketrans("×÷−", "*/-"))

    def value(node):
        if isinstance(node, ast.Constant):
            return node.value
        assert isinstance(node, ast.BinOp), calculation
        return OPERATORS[type(node.op)](value(node.left), value(node.right))

    return value(ast.parse(plain, mode="eval").body)
