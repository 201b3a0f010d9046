"""The sheet of months: what `run` writes, and the columns it needs (docs/model.md, sections 4 to 6)."""

from collections.abc import Iterable

import numpy as np

from simulator.handouts.book import Book, row_height
from simulator.handouts.formulas.month_formulas import MONTH_FORMULAS
from simulator.handouts.formulas.places import GIVEN_BENEFITS, GIVEN_RULES, MONTH_COLUMNS, CellPlaces
from simulator.model.arrays import Floats
from simulator.model.curves import CURVES
from simulator.model.enrolment import history_members
from simulator.model.growth import log_untouched
from simulator.model.metrics import COLUMNS, METRICS, target_workers
from simulator.model.months import month_number
from simulator.model.parts import SEGMENTS
from simulator.model.programme import Sourced
from simulator.model.seats import queue_capacity
from simulator.report.charts.theme import SHADE
from simulator.words import Lang, text
from simulator.words.provenance import basis_name
from simulator.words.quantity import Month, Quantity
from simulator.words.settings import segment_name

WIDTH, FIXED = 16, 2
PEOPLE, IDR, SHARE, RATIO = "#,##0.00", "#,##0", "0.00%", "0.000000"
PLAIN = {
    "t": "0",
    "coverage_share": SHARE,
    "units_joined": "0",
    "growth": RATIO,
    "log_untouched": RATIO,
    "stay": RATIO,
    "target": IDR,
}
SHARES = ("jkk_share_of_base", "jht_share_of_base", "relief_transport", "relief_others")
MONEY = (*GIVEN_BENEFITS, "jkm_idr", "per_member", "jht")


def write_months(book: Book, places: CellPlaces) -> None:
    """Write the sheet; rules in force and enrolled from before the baseline are numbers, not formulas."""
    c, lang = places.c, book.lang
    sheet = book.sheet(places.sheet("months"), (6, 12, *[WIDTH] * (len(MONTH_COLUMNS) - 2)), fixed=FIXED)
    titles = [_title(places, name, lang) for name in MONTH_COLUMNS]
    for at, title in enumerate(titles):
        book.write(sheet, 0, at, title, bold=True, bg_color=SHADE, align="right" if at > 1 else "left")
    sheet.set_row(0, row_height(titles, [WIDTH] * len(titles), bold=True))
    values, formulas = month_values(places), MONTH_FORMULAS
    for t, month in enumerate(c.projection.months.tolist()):
        for at, name in enumerate(MONTH_COLUMNS):
            if name == "month":
                book.write(sheet, t + 1, at, Month(month))
                continue
            formula = formulas[name](places, t) if name in formulas else ""
            quantity = Quantity(float(values[name][t]), "number")
            book.write(sheet, t + 1, at, quantity, formula=formula, num_format=_number_format(name))
    sheet.freeze_panes(1, FIXED)
    sheet.repeat_rows(0)


def _number_format(name: str) -> str:
    if name in PLAIN or name in SHARES:
        return PLAIN.get(name, SHARE)
    if name.startswith(("queue_", "ramp_")):
        return "0.0000"
    return IDR if name in MONEY or name.endswith("_idr") else PEOPLE


def _title(places: CellPlaces, name: str, lang: Lang) -> str:
    """The title of a column; where rules give its amounts, with the mark and source of each."""
    if name in ("month", "target", *COLUMNS):
        return text(f"handouts.book.{name}", lang)
    kind, _, segment = name.partition("_")
    if kind in ("queue", "ramp") and segment in SEGMENTS:
        return text(f"handouts.formulas.{kind}", lang, segment=segment_name(segment, lang))
    waiting = places.waiting
    words = text(f"handouts.formulas.{name}", lang, full=waiting["full"], scholarship=waiting["scholarship"])
    if name in GIVEN_RULES or name in GIVEN_BENEFITS:
        marks = dict.fromkeys(
            f"{basis_name(rule.basis, lang)}, {rule.source}" for rule in _given_by(places, name)
        )
        return f"{words} ({'; '.join(marks)})" if marks else words
    return words


def _given_by(places: CellPlaces, name: str) -> Iterable[Sourced]:
    """The rules that give the amounts of a column, some more than once."""
    programme, months = places.c.programme, places.c.projection.months.tolist()
    if name.startswith("relief_"):
        return (relief for relief in programme.relief if name == f"relief_{relief.group}")
    return map(programme.rates_of if name in GIVEN_RULES[:3] else programme.benefits_of, months)


def month_values(places: CellPlaces) -> dict[str, Floats]:
    """The values that the model computed, by column; each [months from 0]."""
    p, baseline = places.c.projection, places.c.baseline
    t = np.arange(len(p.months))
    growth = (1 + p.scenario.workforce.asn_growth_per_year) ** (t / 12)
    values: dict[str, Floats] = {name: METRICS[name].series(p) for name in COLUMNS}
    values |= {"t": t.astype(float), "target": target_workers(p), "asn": p.asn, "growth": growth}
    values["log_untouched"] = log_untouched(p.scenario, baseline)
    values |= {"kept": p.enrolment.kept.sum(0), "stay": p.enrolment.stay_share}
    values |= {"full": p.over_3_months, "scholarship": p.over_36_months}
    for name, months in places.waiting.items():
        values[f"before_{name}"] = np.append(history_members(baseline, np.arange(-months, 0)), p.enrolled)[
            : len(t)
        ]
    values |= {"per_member": p.contribution_per_member_idr, "jht": p.jht_per_member_idr}
    for segment in SEGMENTS:
        plan = p.scenario.participation.of(segment)
        values[f"queue_{segment}"] = np.append(0.0, queue_capacity(p.scenario, baseline, segment))
        values[f"ramp_{segment}"] = CURVES[plan.curve](np.minimum(1, t / plan.ramp_months))
    return values | _rules(places)


def _rules(places: CellPlaces) -> dict[str, Floats]:
    """Rates, relief and benefits in each month."""
    programme, months = places.c.programme, places.c.projection.months
    relief = {group: np.zeros(len(months)) for group in ("transport", "others")}
    for period in programme.relief:
        first, last = month_number(period.first_month), month_number(period.last_month)
        relief[period.group] += (months >= first) * (months <= last) * period.reduction_share
    in_force = programme.rates_in(months) | programme.benefits_in(months)
    return {name: in_force[name] for name in (*GIVEN_RULES[:3], *GIVEN_BENEFITS)} | {
        f"relief_{group}": shares for group, shares in relief.items()
    }
