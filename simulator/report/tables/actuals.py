"""Plan and actual compared: of the regency, of units and groups, with the latter's other figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from simulator.model.actuals import FIGURES, PEOPLE, Actuals
from simulator.model.baseline import Baseline
from simulator.model.months import month_name, month_number
from simulator.model.projection import Projection
from simulator.planning.actuals import PLANNED, ComparedMonth, GroupActuals, total_points
from simulator.planning.groups import UnitGroup
from simulator.planning.rounding import whole
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.unit_names import row_name
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.quantity import Form, Quantity

UNIT_MORE = ("paid_up", "accidents")  # shown for units beside the enrolled; a projection has neither
NOTHING = Quantity(None, "people")  # where there is no plan, or no actual
SIGNED: dict[Form, Form] = {"": "signed", "one_place": "signed_one_place", "full": "signed_full"}
NEAR = 1  # workers: units this close to the plan are folded away
PLAN_KEYS = {
    "enrolled": "enrolled_in",
    "contributions_idr": "contributions_in",
    "deaths": "deaths_in",
    "claims_idr": "payouts_in",
}
"""The formulas, by figure, of the regency's plan; a unit or group has `row_projected` instead."""


@dataclass(frozen=True, eq=False)
class PlanAndActual:
    """Plan and actual of a figure in one month, of the regency or of a unit or group."""

    figure: str
    point: ComparedMonth
    group: UnitGroup | None = None

    @property
    def plan(self) -> float | None:
        """The plan as shown: whole, except expected deaths; None where a projection has no such figure."""
        if np.isnan(self.point.plan):
            return None
        return round(self.point.plan, 1) if self.figure == "deaths" else whole(self.point.plan)

    @property
    def actual(self) -> int | None:
        """The actual as recorded, None where nobody recorded it."""
        return self.point.actual

    @property
    def difference(self) -> float:
        """Actual less the plan as shown; NaN where one of the two is missing."""
        if self.plan is None or self.actual is None:
            return np.nan
        return round(self.actual - self.plan, 1)

    @property
    def about(self) -> dict[str, int | str]:
        """The `about` of the origins of its quantities."""
        return {"month": self.point.month} | ({"row": self.group.key} if self.group else {})


def total_figures(p: Projection, actuals: Actuals) -> list[PlanAndActual]:
    """Every figure of the regency that somebody recorded: those that a projection has, then the others."""
    return [
        PlanAndActual(figure, point)
        for figure in (*PLANNED, *(figure for figure in FIGURES if figure not in PLANNED))
        for point in total_points(p, actuals, figure)
        if point.actual is not None
    ]


def group_figures(groups: Sequence[GroupActuals], month: int) -> list[PlanAndActual]:
    """Enrolled of every unit or group recorded in a month (offset); each plan is rounded by itself."""
    return [
        PlanAndActual("enrolled", point, one.group)
        for one in groups
        for point in one.points
        if point.month == month and point.actual is not None
    ]


def more_figures(
    p: Projection, actuals: Actuals, ones: Sequence[PlanAndActual]
) -> dict[str, list[PlanAndActual]]:
    """The figures of UNIT_MORE that are recorded: for each, those of all units or groups, in their order."""
    more = {}
    for figure in UNIT_MORE:
        of_figure = []
        for one in ones:
            month = month_name(int(p.months[one.point.month]))
            codes = [p.baseline.codes[i] for i in one.group.units] if one.group else []
            point = ComparedMonth(one.point.month, np.nan, actuals.sum_of(month, codes, figure))
            of_figure.append(PlanAndActual(figure, point, one.group))
        if any(one.actual is not None for one in of_figure):
            more[figure] = of_figure
    return more


def by_gap(ones: Sequence[PlanAndActual]) -> tuple[list[PlanAndActual], list[PlanAndActual]]:
    """Those apart from the plan, the furthest behind first, and those within one worker of it."""
    ordered = sorted(ones, key=lambda one: one.difference)
    near = [one for one in ordered if abs(one.difference) <= NEAR]
    return [one for one in ordered if one not in near], near


def plan_of(c: Context, one: PlanAndActual) -> Quantity:
    """The plan as shown, explained by the projection."""
    if one.plan is None:
        return NOTHING
    key = PLAN_KEYS[one.figure] if one.group is None else "row_projected"
    return replace(quantity(c, key, **one.about), value=one.plan, form=_form(one.figure))


def actual_of(c: Context, one: PlanAndActual) -> Quantity:
    """The actual, explained by the records behind it."""
    if one.actual is None:
        return NOTHING
    number = quantity(c, "actual_in", figure=one.figure, **one.about)
    return number if one.figure in PEOPLE else replace(number, form="full")


def difference_of(c: Context, one: PlanAndActual) -> Quantity:
    """Actual less plan, as both are shown."""
    if np.isnan(one.difference):
        return NOTHING
    number = quantity((actual_of(c, one), plan_of(c, one)), "difference", rounded=True)
    return replace(number, value=one.difference, form=SIGNED[_form(one.figure)])


def below_plan_of(c: Context, one: PlanAndActual) -> Quantity:
    """Plan less actual, both as shown, for a figure of people."""
    number = quantity((plan_of(c, one), actual_of(c, one)), "difference", rounded=True)
    return replace(number, value=-one.difference)


def compared_table(
    c: Context,
    ones: Sequence[PlanAndActual],
    lang: Lang,
    more: Mapping[str, Sequence[PlanAndActual]] | None = None,
) -> Table:
    """Plan, actual and difference in one month, one row each, plus what `more_figures` returns."""
    more, of_groups = more or {}, any(one.group for one in ones)
    titles = [text(f"actuals.{name}", lang) for name in ("plan", "actual", "difference")]
    titles += [text(f"actuals.figure.{figure}", lang) for figure in more]
    first = Column(text("actuals.unit" if of_groups else "actuals.figure", lang))
    rows = []
    for i, one in enumerate(ones):
        others = (actual_of(c, of[i]) for of in more.values())
        numbers = (plan_of(c, one), actual_of(c, one), difference_of(c, one), *others)
        rows.append(Row((_name(c, one, lang), *numbers)))
    return Table((first, *(Column(title, is_number=True) for title in titles)), tuple(rows))


def _name(c: Context, one: PlanAndActual, lang: Lang) -> str:
    return row_name(one.group, c.baseline, lang) if one.group else text(f"actuals.figure.{one.figure}", lang)


def startable_months(baseline: Baseline, actuals: Actuals) -> list[str]:
    """Months after the baseline with an enrolled total, from which a projection can start anew."""
    return [
        m
        for m in actuals.months()
        if month_number(m) > baseline.month and actuals.total(m, baseline.codes, "enrolled") is not None
    ]


def _form(figure: str) -> Form:
    """The form of a figure as planned: people whole, expected deaths to a tenth, Rupiah in full."""
    return "one_place" if figure == "deaths" else "" if figure in PEOPLE else "full"
