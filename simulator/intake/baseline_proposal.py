"""A regency's own unit list, from a file to a new baseline: proposed first, with old and new totals, taken only when confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.errors import Problem, UserError
from simulator.intake.facts import Receipt, new_facts
from simulator.intake.known_units import KnownUnits
from simulator.intake.second_list import both_lists, seen_from
from simulator.intake.sheet import SheetTable
from simulator.intake.template_words import COLUMNS, TemplateWords
from simulator.intake.unit_changes import UnitChange, added_up, new_units
from simulator.intake.unit_list import GivenUnit, read_unit_list
from simulator.model.baseline import Baseline, BaselineFacts, GivenTotal, UnitRow
from simulator.model.months import is_month
from simulator.model.scenario import SEGMENTS
from simulator.model.words import MAX_NAME, is_name
from simulator.store.baseline_files import (
    MAX_PEOPLE,
    baseline_folder,
    baseline_names,
    read_baseline_named,
)
from simulator.store.baseline_store import check_name, write_baseline
from simulator.words import Lang, text

DEFAULT_BASELINE = "kendal-2025-08"


@dataclass(frozen=True)
class Request:
    """What the list itself does not say.

    `name` is that of the new baseline, `upon` the one it builds upon; None begins a `region` that has none.
    `month` may be left to a column of the list. `totals` are enrolled of whole segments, where they are known
    to be others than `upon` says; `deaths` all deaths paid under JKM so far. `complete` says that the list
    names every unit there is. `sheet` chooses among several.
    """

    name: str
    upon: str | None
    month: str | None = None
    region: str = ""
    complete: bool = False
    totals: Mapping[str, int] = field(default_factory=dict)
    deaths: int | None = None
    sheet: str | None = None


@dataclass(frozen=True)
class Proposal:
    """A baseline that would be made: what becomes of each unit, its facts, and notes on how the list was read. Nothing is written yet."""

    name: str
    upon: str | None
    changes: tuple[UnitChange, ...]
    facts: BaselineFacts
    notes: tuple[Problem, ...]

    @property
    def units(self) -> tuple[UnitRow, ...]:
        """Every unit of the new baseline, by segment."""
        return tuple(change.new for change in self.changes if change.new)

    def totals(self, segment: str = "") -> tuple[dict[str, int], dict[str, int]]:
        """Old and new totals of a segment or of all (`new_units.added_up`); the old ones are 0 where there is no older baseline."""
        return added_up([change.old for change in self.changes if change.old], segment), added_up(
            self.units, segment
        )


def propose(tables: list[SheetTable], request: Request, receipt: Receipt, lang: Lang) -> Proposal:
    """What a list would change; raises UserError with every problem of every row, or with every total it contradicts.

    `lang` says how numbers are written where the headings do not tell. Nothing is written.
    """
    check_name(request.name)
    base = read_baseline_named(request.upon) if request.upon else None
    region = base.facts.region if base else request.region.strip()
    if not region:
        raise UserError([Problem("region_missing", "")])
    if len(region) > MAX_NAME or not is_name(region):
        raise UserError(
            [
                Problem("wrong_length", "region", len(region), {"low": 1, "high": MAX_NAME})
                if is_name(region)
                else Problem("not_one_name", "region", region)
            ]
        )
    numbers = {f"total {segment}": total for segment, total in request.totals.items()} | (
        {} if request.deaths is None else {"deaths": request.deaths}
    )
    wrong = [
        Problem("not_people", where, number, {"low": 0, "high": MAX_PEOPLE})
        for where, number in numbers.items()
        if not 0 <= number <= MAX_PEOPLE
    ]
    if wrong:
        raise UserError(wrong)
    found = read_unit_list(
        tables,
        KnownUnits(base),
        lang,
        request.sheet,
        needs_month=request.month is None,
    )
    month = _month(found.months, request.month, base, receipt)
    _check_deaths(base, request.deaths)
    if base is None:
        changes, started = (
            new_units(found.units, (), None, month, complete=request.complete, totals=request.totals),
            None,
        )
    else:
        started = _start(base, month)
        changes = _laid_over(found.units, base, started, month, request)
    units = tuple(change.new for change in changes if change.new)
    totals = _kept_totals(base, month) | request.totals
    estimated = {unit.segment for unit in units if not unit.has_own_figures}
    facts = new_facts(
        base.facts if base else None,
        units,
        month,
        receipt,
        region,
        request.deaths,
        since=started.baseline.month_text if started else None,
    )
    facts = facts.model_copy(
        update={
            "builds_on": started.baseline.name if started else None,
            "totals": tuple(
                GivenTotal(segment=s, enrolled=float(totals[s]))
                for s in SEGMENTS
                if s in totals and s in estimated
            ),
        }
    )
    return Proposal(
        request.name,
        request.upon,
        changes,
        facts,
        found.notes + _more_notes(base, started, facts, units, totals),
    )


@dataclass(frozen=True)
class _Start:
    """The data that every list since was laid over, with their units; `lost` names those that should be and are no longer there."""

    baseline: Baseline
    lost: str = ""

    @property
    def totals(self) -> dict[str, int]:
        """Totals given in the month of these data."""
        return {told.segment: int(told.enrolled) for told in self.baseline.facts.totals}


def _start(base: Baseline, month: str) -> _Start:
    """What a list upon `base` is laid over: what `base` was, unless totals were given with it for an earlier month than this list's."""
    name = base.facts.builds_on
    if name is None or base.facts.totals and base.month_text < month:
        return _Start(base)
    if name not in baseline_names():
        return _Start(base, name)
    return _Start(read_baseline_named(name))


def _kept_totals(base: Baseline | None, month: str) -> dict[str, int]:
    """Totals that were given with an earlier list of the same month: they still bind."""
    return (
        {told.segment: int(told.enrolled) for told in base.facts.totals}
        if base and base.month_text == month
        else {}
    )


def _laid_over(
    given: tuple[GivenUnit, ...],
    base: Baseline,
    start: _Start,
    month: str,
    request: Request,
) -> tuple[UnitChange, ...]:
    """The changes that a list makes to `base`: with the lists before it laid over what the first of them was laid over."""
    if request.complete:
        return new_units(given, base.units, base.facts, month, complete=True, totals=request.totals)
    totals = _kept_totals(base, month) | request.totals
    if start.baseline.name == base.name:
        return new_units(given, base.units, base.facts, month, totals=totals, older_totals=start.totals)
    known = KnownUnits(start.baseline)

    def code_at_start(unit: UnitRow) -> str:
        office = known.coded(unit.code) or known.named(unit.name, unit.segment)
        return office.base_code if office and office.segment == unit.segment else ""

    both, over = both_lists(given, base.units, start.baseline.units, code_at_start)
    return seen_from(
        base.units,
        new_units(both, over, start.baseline.facts, month, totals=totals, older_totals=start.totals),
        given,
    )


def _check_deaths(base: Baseline | None, deaths: int | None) -> None:
    """Deaths are counted since the beginning, so that they never fall; raises UserError."""
    if base and deaths is not None and deaths < base.facts.deaths.value:
        raise UserError(
            [
                Problem(
                    "deaths_fall",
                    "",
                    deaths,
                    {
                        "known": base.facts.deaths.value,
                        "since": base.facts.deaths_until,
                        "baseline": base.name,
                    },
                )
            ]
        )


def confirm(proposal: Proposal) -> Baseline:
    """Makes the proposed baseline and returns it; raises UserError, and writes nothing, where its name was taken meanwhile or the disk refuses."""
    return write_baseline(
        proposal.name,
        proposal.units,
        proposal.facts,
        baseline_folder(proposal.upon) if proposal.upon else None,
    )


def latest_upon(name: str = DEFAULT_BASELINE) -> str:
    """The newest baseline of the region that the baseline `name` is of: what a list builds upon where nobody says otherwise."""
    region = read_baseline_named(name).facts.region
    alike = []
    for other in baseline_names():
        try:
            facts = read_baseline_named(other).facts
        except UserError:  # a broken folder is told where somebody opens it
            continue
        if facts.region == region:
            alike.append((facts.month, other == name, -len(other), other))
    return max(alike)[-1]


def template_xlsx(upon: str | None, lang: Lang) -> bytes:
    """A spreadsheet to fill in, with the names of the baseline's offices and what each column is for; raises UserError."""
    from simulator.intake.template import template  # openpyxl takes its time to load

    known = KnownUnits(read_baseline_named(upon) if upon else None)
    return template(known.offices, _template_words(lang))


def _month(in_list: tuple[str, ...], asked: str | None, base: Baseline | None, receipt: Receipt) -> str:
    """The one month of a list, from the request or its own column; raises UserError."""
    months = sorted({*in_list, *([asked] if asked else [])})
    if asked and not is_month(asked):
        raise UserError([Problem("bad_month", "month", asked)])
    if len(months) != 1:
        raise UserError(
            [Problem("several_months" if months else "no_month", receipt.file, ", ".join(months))]
        )
    (month,) = months
    if month > f"{receipt.when:%Y-%m}":
        raise UserError([Problem("month_ahead", "", month, {"now": f"{receipt.when:%Y-%m}"})])
    if base and month < base.month_text:
        raise UserError(
            [Problem("month_before_baseline", "", month, {"baseline": base.name, "allowed": base.month_text})]
        )
    return month


def _total_notes(
    start: _Start, facts: BaselineFacts, units: tuple[UnitRow, ...], totals: Mapping[str, int]
) -> list[Problem]:
    """Each total of an earlier month that some unit without figures of its own still shares, or that was left because they would have had to fall."""
    notes = []
    for segment in SEGMENTS if start.baseline.month_text < facts.month else ():
        if segment not in totals and any(
            u.segment == segment and u.enrolled and not u.has_own_figures for u in units
        ):
            older, now = (added_up(rows, segment)["enrolled"] for rows in (start.baseline.units, units))
            older = start.totals.get(segment, older)
            notes.append(
                Problem(
                    "total_stands" if older == now else "total_moved",
                    "",
                    None,
                    {
                        "segment": segment,
                        "total": older,
                        "new": now,
                        "since": start.baseline.month_text,
                        "month": facts.month,
                    },
                )
            )
    return notes


def _more_notes(
    base: Baseline | None,
    start: _Start | None,
    facts: BaselineFacts,
    units: tuple[UnitRow, ...],
    totals: Mapping[str, int],
) -> tuple[Problem, ...]:
    notes = _total_notes(start, facts, units, totals) if start else []
    if start and start.lost:
        notes.append(Problem("start_lost", "", start.lost, {"baseline": base.name}))
    if facts.deaths_month:
        notes.append(
            Problem(
                "deaths_stand",
                "",
                None,
                {"deaths": facts.deaths.value, "since": facts.deaths_month, "month": facts.month},
            )
        )
    overdue = [u for u in units if u.pledge_month and u.pledge_month <= facts.month]
    for segment in SEGMENTS:
        count = sum(u.segment == segment for u in overdue)
        if count:
            notes.append(Problem("pledges_overdue", "", count, {"segment": segment, "month": facts.month}))
    rest = [u for u in units if not u.has_own_figures]
    if rest:
        notes.append(Problem("rest_allocated", "", len(rest), {"units": len(units)}))
    return tuple(notes)


def _template_words(lang: Lang) -> TemplateWords:
    example = {
        "code": "33.24.99",
        "name": text("template.example_name", lang),
        "segment": text("template.segment.opd", lang),
        "asn": 83,
        "enrolled": 0,
        "pledge_month": text("template.example_month", lang),
        "pledge_workers": 46,
        "note": text("template.example_note", lang),
    }
    return TemplateWords(
        text("template.sheet", lang),
        text("template.help_sheet", lang),
        {c: text(f"template.heading.{c}", lang) for c in COLUMNS},
        {c: text(f"template.help.{c}", lang) for c in COLUMNS},
        {s: text(f"template.segment.{s}", lang) for s in SEGMENTS},
        example,
        text("template.introduction", lang),
        text("template.example", lang),
    )
