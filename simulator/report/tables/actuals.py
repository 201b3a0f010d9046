"""What the page of actuals says: the finding, tables of worded cells, and sentences on who is behind."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from simulator.model.actuals import FIGURES, PEOPLE, TOTAL, Actuals, Record
from simulator.model.baseline import Baseline
from simulator.model.months import month_name, month_number
from simulator.model.projection import Projection
from simulator.planning.actuals import PLANNED, Arrears, Point, RowActuals, Unkept, behind, total_points
from simulator.planning.estimation import LEAST_CASES, LEAST_OFFICES, LEAST_PEOPLE, Estimate
from simulator.planning.groups import UnitGroup
from simulator.words import Lang, text
from simulator.words.numbers import decimal, moment, month_long, people, percent, rupiah, signed
from simulator.words.settings import setting_label, setting_value_text
from simulator.words.units import row_name

Rows = list[dict[str, str]]
UNIT_MORE = ("paid_up", "accidents")  # shown of units beside the enrolled; a projection has neither
NEAR = 1  # workers: so close to the plan a unit is folded away


def finding(p: Projection, actuals: Actuals, lang: Lang) -> str:
    """Where the last recorded total stands against the plan."""
    known = [point for point in total_points(p, actuals, "enrolled") if point.actual is not None]
    if (
        not known
        and actuals.total(p.baseline.month_text, p.baseline.codes, "enrolled") == p.baseline.enrolled.sum()
    ):
        return text(
            "actuals.title_started",
            lang,
            month=month_long(p.baseline.month, lang),
            enrolled=people(float(p.baseline.enrolled.sum()), lang),
            next=month_long(p.baseline.month + 1, lang),
        )
    if not known:
        return text("actuals.title_none" if not actuals.records else "actuals.title_no_total", lang)
    last = known[-1]
    apart = last.actual - _whole(last.plan)
    stands = "behind" if apart < 0 else "ahead" if apart else "even"
    return text(
        f"actuals.title_{stands}",
        lang,
        month=month_long(int(p.months[last.month]), lang),
        enrolled=people(last.actual, lang),
        apart=people(abs(apart), lang),
        scenario=p.scenario.name,
    )


@dataclass(frozen=True, eq=False)
class Cell:
    """Plan and actual of a figure in one month, of the regency or of one row of the table."""

    figure: str
    point: Point
    row: UnitGroup | None = None

    @property
    def plan(self) -> float | None:
        """The plan as it is shown: whole, but for expected deaths, which are rare; None where a projection has no such figure."""
        if np.isnan(self.point.plan):
            return None
        return round(self.point.plan, 1) if self.figure == "deaths" else _whole(self.point.plan)

    @property
    def difference(self) -> float | None:
        """Actual less the plan shown; None without one."""
        return None if self.plan is None else round(self.point.actual - self.plan, 1)


def total_cells(p: Projection, actuals: Actuals) -> list[Cell]:
    """Every figure of the regency that somebody recorded, by figure and month: those that a projection has, then the others."""
    return [
        Cell(figure, point)
        for figure in (*PLANNED, *(figure for figure in FIGURES if figure not in PLANNED))
        for point in total_points(p, actuals, figure)
        if point.actual is not None
    ]


def row_cells(rows: tuple[RowActuals, ...], month: int) -> list[Cell]:
    """Enrolled of every unit or group of which the month (offset) is recorded; plans are rounded alone, as no total is shown."""
    return [
        Cell("enrolled", point, row.row)
        for row in rows
        for point in row.points
        if point.month == month and point.actual is not None
    ]


def more_cells(p: Projection, actuals: Actuals, cells: list[Cell]) -> dict[str, list[Cell]]:
    """By figure of UNIT_MORE of which some is recorded: its cell of each unit or group of `cells`, `actual` None where it is not."""
    found = {}
    for figure in UNIT_MORE:
        points = [
            actuals.sum_of(
                month_name(int(p.months[cell.point.month])),
                [p.baseline.codes[i] for i in cell.row.units],
                figure,
            )
            for cell in cells
        ]
        if any(value is not None for value in points):
            found[figure] = [
                Cell(figure, Point(cell.point.month, np.nan, value), cell.row)
                for cell, value in zip(cells, points)
            ]
    return found


def by_gap(cells: list[Cell]) -> tuple[list[Cell], list[Cell]]:
    """Those apart from the plan, the furthest behind first, and those within one worker of it."""
    ordered = sorted(cells, key=lambda cell: cell.difference)
    return [cell for cell in ordered if abs(cell.difference) > NEAR], [
        cell for cell in ordered if abs(cell.difference) <= NEAR
    ]


def total_rows(cells: list[Cell], lang: Lang) -> Rows:
    """Plan, actual and difference of the regency in one month, worded."""
    return [
        {text("actuals.figure", lang): text(f"actuals.figure.{cell.figure}", lang), **compared(cell, lang)}
        for cell in cells
    ]


def row_rows(p: Projection, cells: list[Cell], more: dict[str, list[Cell]], lang: Lang) -> Rows:
    """Plan, actual and difference of units and groups, and what else is recorded (`more_cells`), worded."""
    return [
        {
            text("actuals.unit", lang): row_name(cell.row, p.baseline, lang),
            **compared(cell, lang),
            **{
                text(f"actuals.figure.{figure}", lang): said(
                    figure, others[i].point.actual, lang, recorded=True
                )
                for figure, others in more.items()
            },
        }
        for i, cell in enumerate(cells)
    ]


def compared(cell: Cell, lang: Lang) -> dict[str, str]:
    """Plan, actual and difference, worded, by column title."""
    return {
        text("actuals.plan", lang): said(cell.figure, cell.plan, lang),
        text("actuals.actual", lang): said(cell.figure, cell.point.actual, lang, recorded=True),
        text("actuals.difference", lang): signed(
            said(cell.figure, cell.difference, lang), cell.difference or 0
        ),
    }


def said(figure: str, value: float | None, lang: Lang, *, recorded: bool = False) -> str:
    """A value of a figure, worded: people, Rupiah, or expected deaths to a tenth; a dash for None."""
    if figure == "deaths" and not recorded:
        return decimal(value, lang, 1)
    return people(value, lang) if figure in PEOPLE else rupiah(value, lang)


def behind_lines(p: Projection, rows: tuple[RowActuals, ...], lang: Lang) -> list[str]:
    """Who is behind, by how much and since when, the widest gap first."""
    return [
        text(
            "actuals.behind_line",
            lang,
            name=row_name(row.row, p.baseline, lang),
            count=people(row.behind, lang),
            month=month_long(int(p.months[row.latest.month]), lang),
            since=month_long(int(p.months[row.since]), lang),
        )
        for row in behind(rows)
    ]


def pledge_lines(found: list[Unkept], baseline: Baseline, lang: Lang) -> list[str]:
    """Who pledged and pays for fewer; of the month of the data, since when, and that the projection starts them next month."""
    return [
        text(
            "actuals.pledge_line" if one.month else "actuals.pledge_line_start",
            lang,
            due=month_long(baseline.month + one.due, lang),
            next=month_long(baseline.month + 1, lang),
            name=row_name(one.row, baseline, lang),
            pledged=people(one.pledged, lang),
            paid=people(one.paid, lang),
            month=month_long(baseline.month + one.month, lang),
        )
        for one in found
    ]


def arrears_lines(found: list[Arrears], baseline: Baseline, ends_after: int, lang: Lang) -> list[str]:
    """Where protection ends soon, or has ended."""
    return [
        text(
            "actuals.arrears_ended" if one.months >= ends_after else "actuals.arrears_near",
            lang,
            months=one.months,
            workers=people(one.workers, lang),
            name=row_name(one.row, baseline, lang) if one.row else baseline.facts.region,
            month=month_long(baseline.month + one.until, lang),
            allowed=ends_after,
        )
        for one in found
    ]


def correction_lines(
    found: list[tuple[str, str, str, int, int | None]], baseline: Baseline, lang: Lang
) -> list[str]:
    """What a list would correct or withdraw."""
    return [
        text(
            "actuals.withdrawal_line" if new is None else "actuals.correction_line",
            lang,
            month=month_long(month, lang),
            unit=unit_name(unit, baseline, lang),
            figure=text(f"actuals.figure.{figure}", lang),
            old=decimal(old, lang),
            new=decimal(new, lang),
        )
        for month, unit, figure, old, new in found
    ]


def unit_name(unit: str, baseline: Baseline, lang: Lang) -> str:
    """A unit by its code as the log has it, or the whole regency."""
    return (
        text("actuals.whole", lang)
        if unit == TOTAL
        else baseline.unit_names[baseline.index[unit]]
        if unit in baseline.index
        else unit
    )


def record_rows(records, baseline: Baseline, lang: Lang, *, with_origin: bool, only: str = "") -> Rows:
    """Records as rows, each figure, or the `only` one asked for, with its own column; `with_origin` adds when, who and from which file."""
    shown = (
        [only]
        if only
        else [figure for figure in FIGURES if any(figure in record.figures for record in records)]
    )
    return [
        {
            **(
                {text("actuals.when", lang): moment(datetime.fromisoformat(record.recorded_at), lang)}
                if with_origin
                else {}
            ),
            text("actuals.month", lang): month_long(record.month, lang),
            text("actuals.unit", lang): unit_name(record.unit, baseline, lang),
            **{text(f"actuals.figure.{figure}", lang): _recorded(record, figure, lang) for figure in shown},
            **(
                {text("actuals.by", lang): record.by, text("actuals.file", lang): record.file}
                if with_origin
                else {}
            ),
        }
        for record in records
    ]


def _recorded(record: Record, figure: str, lang: Lang) -> str:
    if figure not in record.figures:
        return ""
    value = record.figures[figure]
    return text("actuals.withdrawn", lang) if value is None else decimal(value, lang)


def estimate_cells(estimate: Estimate, lang: Lang) -> dict[str, str]:
    """One estimate: setting, the scenario's value, the estimate with its interval, and what is behind it or missing."""
    value = (
        "–"
        if estimate.value is None
        else text(
            "actuals.interval",
            lang,
            **{n: _setting(estimate, getattr(estimate, n), lang) for n in ("value", "low", "high")},
        )
    )
    offices = (
        ""
        if estimate.offices is None or estimate.path.endswith("months")
        else text("actuals.of_offices", lang, count=estimate.offices)
    )
    seen = (
        text(
            f"actuals.behind.{estimate.path}",
            lang,
            cases=decimal(estimate.cases, lang),
            size=decimal(estimate.size, lang, 1 if estimate.size % 1 else 0),
        )
        + offices
    )
    refused = (
        text(
            f"actuals.refused.{estimate.refusal}",
            lang,
            cases=LEAST_CASES,
            people=LEAST_PEOPLE,
            offices=LEAST_OFFICES,
        )
        if estimate.refusal
        else ""
    )
    if estimate.refusal == "no_data":
        refused = text(f"actuals.needs.{estimate.path}", lang)
    behind_it = refused if estimate.refusal == "no_data" else f"{seen}. {refused}".strip()
    return {
        text("actuals.setting", lang): setting_label(estimate.path, lang),
        text("actuals.present", lang): setting_value_text(estimate.path, estimate.present, lang),
        text("actuals.estimate", lang): value,
        text("actuals.observations", lang): behind_it,
    }


def _setting(estimate: Estimate, value: float, lang: Lang) -> str:
    return percent(value, lang, 1) if "share" in estimate.path else decimal(value, lang, 2)


def startable_months(baseline: Baseline, actuals: Actuals) -> list[str]:
    """Months after the baseline with a total of enrolled: where a projection can start anew."""
    return [
        m
        for m in actuals.months()
        if month_number(m) > baseline.month and actuals.total(m, baseline.codes, "enrolled") is not None
    ]


def _whole(value: float) -> int:
    return int(value + 0.5) if value >= 0 else -int(-value + 0.5)
