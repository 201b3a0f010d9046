"""The sheet of inputs: cells to change, the results, and what the sheets cannot do."""

from datetime import datetime
from typing import Any

from xlsxwriter.worksheet import Worksheet

from simulator.handouts.book import Book, row_height
from simulator.handouts.book_settings import unit_name, value_cell
from simulator.handouts.formulas.places import CellPlaces
from simulator.model.metrics import METRICS, target_workers
from simulator.model.months import FIRST_MONTH, LAST_MONTH, month_number
from simulator.model.payouts import death_rate
from simulator.model.scenario import setting_value
from simulator.report.charts.theme import SHADE
from simulator.report.sentences.groups import slide
from simulator.report.tables.assumptions import IN_FORCE, setting_cells
from simulator.words import Lang, text
from simulator.words.numbers import month_long
from simulator.words.provenance import basis_name
from simulator.words.quantity import Month, Quantity, Unit
from simulator.words.settings import setting_label, setting_of, setting_unit, setting_value_text

INPUTS = tuple(path for path in IN_FORCE if path not in ("horizon_months", "target.month"))
"""The settings that may be changed; the horizon and the target month are fixed in the sheets."""
# The look of cells to change.
INPUT_LOOK: dict[str, Any] = {"bg_color": "#fff3c4", "align": "right", "border": 1, "border_color": "#d9c36a"}
DERIVED = ("deaths", "exposure", "yearly_death", "monthly_death", "stays")
WIDTHS = (46, 18, 18, 26, 12, 34)  # characters
TITLE = 14  # points
ABOUT = ("about", "limits", "rows", "sources")
RESULTS = ("enrolled", "coverage_share", "target", "contributions_idr", "payouts_idr")
RESULTS_AT = 2 + len(ABOUT)  # the row of the results' header
INPUTS_AT = RESULTS_AT + len(RESULTS) + 2


def input_places() -> dict[str, int]:
    """The row of every input and derived number."""
    return {name: INPUTS_AT + 1 + i for i, name in enumerate((*INPUTS, *DERIVED))}


def write_inputs(book: Book, places: CellPlaces) -> None:
    """Write the sheet."""
    c, lang = places.c, book.lang
    sheet = book.sheet(places.sheet("inputs"), WIDTHS)
    title = text("handouts.formulas.title", lang, name=c.scenario.name)
    book.line(sheet, 0, title, WIDTHS, bold=True, font_size=TITLE)
    facts, names = c.baseline.facts, ("seats", "enrolled", "months")
    about = {"region": facts.region, "month": month_long(facts.month, lang), "keys": facts.source}
    about |= {name: places.sheet(name) for name in names}
    for row, key in enumerate(ABOUT, 1):
        book.line(sheet, row, text(f"handouts.formulas.{key}", lang, **about), WIDTHS)
    _results(book, sheet, places)
    titles = [
        text(f"handouts.book.{name}", lang)
        for name in ("setting", "value", "unit", "bounds", "mark", "source")
    ]
    _header(book, sheet, INPUTS_AT, titles)
    for path in INPUTS:
        _input(book, sheet, places, path)
    _derived(book, sheet, places)
    sheet.freeze_panes(1, 1)


def _header(book: Book, sheet: Worksheet, row: int, titles: list[str]) -> None:
    for at, title in enumerate(titles):
        book.write(sheet, row, at, title, bold=True, bg_color=SHADE, align="right" if at == 1 else "left")


def _results(book: Book, sheet: Worksheet, places: CellPlaces) -> None:
    """Write the results of the current inputs beside those of the scenario."""
    c, lang, last = places.c, book.lang, places.horizon
    p, read = c.projection, slide(c.projection).month
    titles = [text(f"handouts.formulas.{key}", lang) for key in ("result", "now", "unit", "scenario")]
    _header(book, sheet, RESULTS_AT, titles)
    for row, name in enumerate(RESULTS, RESULTS_AT + 1):
        unit: Unit = "people"
        series = target_workers(p) if name == "target" else METRICS[name].series(p)
        value, formula, month = float(series[read]), f"={places.month(name, read)}", int(p.months[read])
        if name in METRICS and METRICS[name].unit != "people":
            unit = "share" if name == "coverage_share" else "idr"
        if unit == "idr":
            value, month = float(series[1:].sum()), int(p.months[last])
            formula = f"=SUM({places.months(name, 1, last)})"
        key = f"handouts.formulas.result.{name}"
        book.write(sheet, row, 0, text(key, lang, month=month_long(month, lang)))
        book.write(sheet, row, 1, Quantity(value, unit), formula=formula, bold=True)
        book.write(sheet, row, 2, text(f"handouts.book.unit.{unit}", lang))
        book.write(sheet, row, 3, Quantity(value, unit), align="left")


def _input(book: Book, sheet: Worksheet, places: CellPlaces, path: str) -> None:
    """Write a setting: its cell to change, with unit, bounds, mark and source."""
    c, lang, row = places.c, book.lang, places.inputs[path]
    about = setting_cells(c, path, lang)
    mark_input(book, sheet, (row, 1), path, setting_value(c.scenario, path))
    label, unit = setting_label(path, lang), unit_name(path, lang)
    words = (label, None, unit, *(str(about[name]) for name in ("bounds", "mark", "source")))
    for at, cell in enumerate(words):
        if cell:
            book.write(sheet, row, at, cell)
    sheet.set_row(row, row_height(words, WIDTHS))


def mark_input(book: Book, sheet: Worksheet, place: tuple[int, int], path: str, value: object) -> None:
    """Write a cell to change with its value; spreadsheet programs refuse values the setting cannot have."""
    setting, lang = setting_of(path), book.lang
    is_month = setting.kind == "month"
    if value is None:
        unit: Unit = "month" if is_month else setting_unit(path) if setting.kind == "float" else "number"
        book.write(sheet, *place, Quantity(None, unit), **INPUT_LOOK)
    elif is_month and value != "never":
        book.write(sheet, *place, Month(month_number(str(value))), **INPUT_LOOK)
    else:
        book.write(sheet, *place, value_cell(path, value, lang), **INPUT_LOOK)
    sheet.data_validation(*place, *place, _allowed(path, lang))


def _allowed(path: str, lang: Lang) -> dict[str, object]:
    """The validation rule of a cell, with the message shown for any other value."""
    setting = setting_of(path)
    rule: dict[str, object] = {"ignore_blank": setting.nullable}
    rule["error_title"] = text("handouts.formulas.refused", lang)
    if setting.kind == "month":
        never = "overrides" in path
        rule["error_message"] = text(
            f"handouts.formulas.{'join_month' if never else 'a_month'}",
            lang,
            **({"never": text("value.never", lang)} if never else {}),
        )
        if never:
            # A month or the word for never: validation cannot express that.
            return rule | {"validate": "any"}
        first, last = (datetime.strptime(month, "%Y-%m") for month in (FIRST_MONTH, LAST_MONTH))
        return rule | {"validate": "date", "criteria": "between", "minimum": first, "maximum": last}
    if setting.kind in ("choice", "switch"):
        options = setting.options or (True, False)
        return rule | {"validate": "list", "source": [setting_value_text(path, o, lang) for o in options]}
    low, high = setting.bounds
    ends = (setting_value_text(path, end, lang, "fine") for end in (low, high))
    rule["error_message"] = text("handouts.formulas.allowed", lang, range=" – ".join(ends))
    kind = "integer" if setting.kind == "int" else "decimal"
    return rule | {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}


def _derived(book: Book, sheet: Worksheet, places: CellPlaces) -> None:
    """Write the observed deaths and person-years, which are data, and the rates derived from them."""
    c, lang = places.c, book.lang
    deaths, exposure = c.baseline.experience
    yearly, facts = death_rate(c.scenario.risk, c.baseline), c.baseline.facts
    at = places.input
    typed, prior = at("risk.deaths_per_1000_year"), at("risk.prior_person_years")
    pooled = (
        f"({at('risk.prior_deaths_per_1000_year')}/1000*{prior}+{at('deaths')})/({prior}+{at('exposure')})"
    )
    estimate = f"IF({prior}+{at('exposure')}=0,0,MIN(1,{pooled}))"
    lapse = at("retention.lapse_share_per_month")
    p = c.projection
    numbers = {
        "deaths": (deaths, ""),
        "exposure": (exposure, ""),
        "yearly_death": (yearly, f'=IF({typed}="",{estimate},{typed}/1000)'),
        "monthly_death": (p.monthly_death, f"=1-(1-{at('yearly_death')})^(1/12)"),
        "stays": (
            (1 - p.monthly_death) * (1 - c.scenario.retention.lapse_share_per_month),
            f"=(1-{at('monthly_death')})*(1-{lapse})",
        ),
    }
    for name, (value, formula) in numbers.items():
        row = places.inputs[name]
        book.write(sheet, row, 0, text(f"handouts.formulas.{name}", lang))
        is_data = not formula
        look = {"num_format": "#,##0.00" if is_data else "0.000000%"}
        book.write(sheet, row, 1, Quantity(float(value), "number"), formula=formula, **look)
        basis = facts.deaths.basis if is_data and facts.deaths else "derived"
        book.write(sheet, row, 4, basis_name(basis, lang))
        if is_data:
            book.write(sheet, row, 5, facts.deaths.source if facts.deaths else facts.source)
