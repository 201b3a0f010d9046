"""A new start at a month with actuals: a baseline of its own beside the older one, whose history goes on with every month recorded."""

from simulator.errors import Problem, UserError
from simulator.intake.baseline_proposal import Proposal
from simulator.intake.facts import Receipt, new_facts
from simulator.intake.rebaseline import units_in
from simulator.intake.unit_changes import UnitChange, figures
from simulator.model.actuals import SOURCE as MONTHLY_ACTUALS
from simulator.model.actuals import Actuals
from simulator.model.baseline import Baseline, BaselineFacts, Deaths, Observation
from simulator.model.months import month_name, month_number
from simulator.model.scenario import SEGMENTS
from simulator.store.baseline_files import read_baseline_named
from simulator.store.baseline_store import free_name
from simulator.words import LANGUAGES, text
from simulator.words.numbers import moment, month_long


def propose_rebaseline(name: str, actuals: Actuals, month: str, receipt: Receipt) -> Proposal:
    """The baseline that the data set `name` becomes in `month`, to be confirmed by `intake.confirm`; raises UserError where it cannot."""
    base = read_baseline_named(name)
    if month <= base.month_text:
        raise UserError(
            [
                Problem(
                    "month_before_baseline",
                    "",
                    month,
                    {"baseline": name, "allowed": month_name(base.month + 1)},
                )
            ]
        )
    units = sorted(units_in(base.units, actuals, month), key=lambda unit: SEGMENTS.index(unit.segment))
    old = {row.code: row for row in base.units}
    changes = tuple(
        UnitChange(
            "kept"
            if figures(old[u.code]) == figures(u)
            else "changed"
            if u.enrolled_basis == "published"
            else "respread",
            old[u.code],
            u,
        )
        for u in units
    )
    facts = new_facts(
        base.facts, tuple(units), month, receipt, base.facts.region, _deaths(base, actuals, month)
    )
    notes = (
        ()
        if _deaths(base, actuals, month) is not None
        else (
            Problem(
                "deaths_stand",
                "",
                None,
                {"deaths": base.facts.deaths.value, "since": base.facts.deaths_until, "month": month},
            ),
        )
    )
    return Proposal(
        free_name(base.facts.region, month),
        name,
        changes,
        _with_actuals(facts, base, actuals, month, receipt),
        notes,
    )


def _deaths(base: Baseline, actuals: Actuals, month: str) -> int | None:
    """All deaths up to `month`, None where one month since they were last known is not recorded."""
    since = month_number(base.facts.deaths_until) + 1
    found = [
        actuals.total(month_name(number), base.codes, "deaths")
        for number in range(since, month_number(month) + 1)
    ]
    return None if None in found else int(base.facts.deaths.value) + sum(found)


def _with_actuals(
    facts: BaselineFacts, base: Baseline, actuals: Actuals, month: str, receipt: Receipt
) -> BaselineFacts:
    """The facts with every recorded month in the history, and with what they stand on.

    Months that are in it as recorded take what counts now, so that a correction or a month recorded late is
    not lost; what was published otherwise stays.
    """
    history = {point.month: point for point in base.facts.history} | {
        point.month: point for point in facts.history[-1:]
    }
    first = base.facts.history[0].month
    for m in (m for m in actuals.months() if first < m <= month):
        total, there = actuals.total(m, base.codes, "enrolled"), history.get(m)
        if total is not None and (
            there is None or m > base.month_text or MONTHLY_ACTUALS in there.source.split()
        ):
            history[m] = Observation(
                month=m, enrolled=float(total), basis="published", source=MONTHLY_ACTUALS, note=None
            )
    deaths = facts.deaths
    if _deaths(base, actuals, month) is not None:
        deaths = Deaths(
            value=deaths.value,
            basis=base.facts.deaths.basis,
            source=f"{base.facts.deaths.source} {MONTHLY_ACTUALS}",
        )
    reading = {
        lang: text(
            "actuals.reading",
            lang,
            month=month_long(month, lang),
            upon=base.facts.title[lang],
            when=moment(receipt.when, lang),
        )
        for lang in LANGUAGES
    }
    return facts.model_copy(
        update={"history": tuple(history[m] for m in sorted(history)), "deaths": deaths, "reading": reading}
    )
