"""Formulas of what was forecast for other regencies, and how far that was off."""

from functools import partial

from simulator.model.parts import Growth
from simulator.model.scenario import SETTINGS
from simulator.planning.trials import GROWTH, Outcome, Score, TrialCount
from simulator.report.explain.cited import each_once
from simulator.report.explain.derivation import Derivation, Query, Term, combined, taken
from simulator.words.quantity import Month, Unit, count, month
from simulator.words.settings import setting_label, setting_unit


def trial_foreseen(query: Query) -> Derivation:
    """The forecast of one method (`outcome`), in workers."""
    one: Outcome = query.about["outcome"]
    start, begin = _enrolled("counted_in#start", one.start), Month(one.start.month)
    if one.method == "unchanged":
        return taken(start, "trial_unchanged", month=begin)
    if one.method == "trend":
        before = month(one.before.month)
        earlier = Term(
            "counted_in#before",
            one.before.enrolled,
            basis=one.before.basis,
            source=one.before.source,
            label={"month": before},
        )
        gap, ahead = one.start.month - before.number, one.end.month - one.start.month
        line = f"{{{start.name}}} + ({{{start.name}}} − {{{earlier.name}}}) ÷ {{{gap}}} × {{{ahead}}}"
        return Derivation(one.foreseen, "people", line, (start, earlier), notes=("trial_line",))
    settings = tuple(_setting(path, one.growth) for path in GROWTH)
    source, notes = one.trial.meetings.source, ("trial_growth",)
    return Derivation(
        one.foreseen, "people", "", (start, *settings), "derived", source, notes, {"month": begin}
    )


def trial_actual(query: Query) -> Derivation:
    """The enrolled later counted (`outcome`)."""
    return taken(_enrolled("counted_in", query.about["outcome"].end))


def trial_coverage(query: Query) -> Derivation:
    """The coverage later counted (`outcome`)."""
    end: TrialCount = query.about["outcome"].end
    return combined("÷", _enrolled("counted_in", end), _asn("asn_counted_in", end), unit="share")


def trial_error(query: Query) -> Derivation:
    """The forecast less the later count (`outcome`), in workers."""
    one: Outcome = query.about["outcome"]
    return combined("−", _foreseen(one), _enrolled("counted_in", one.end))


def trial_distance(query: Query) -> Derivation:
    """The distance between forecast and later count (`outcome`): the larger less the smaller."""
    one: Outcome = query.about["outcome"]
    terms = _foreseen(one), _enrolled("counted_in", one.end)
    return combined("−", *sorted(terms, key=lambda term: -term.value))


def trial_points(query: Query) -> Derivation:
    """The forecast less the later count (`outcome`), each as a share of the ASN used for it."""
    one: Outcome = query.about["outcome"]
    terms = (
        _foreseen(one),
        _asn("asn_counted_in#start", one.start),
        _enrolled("counted_in", one.end),
        _asn("asn_counted_in", one.end),
    )
    foreseen, before, came, then = (f"{{{term.name}}}" for term in terms)
    return Derivation(one.points, "points", f"{foreseen} ÷ {before} − {came} ÷ {then}", terms)


def trial_mean(query: Query) -> Derivation:
    """The mean distance of a method's (`score`) forecasts from the later counts, in workers."""
    return _mean(query.about["score"], "people")


def trial_mean_points(query: Query) -> Derivation:
    """The same mean distance in points of coverage."""
    return _mean(query.about["score"], "points")


def trial_setting(query: Query) -> Derivation:
    """The value that the tested `growth` has for the setting `path`."""
    return taken(_setting(query.about["path"], query.about["growth"]), "trial_setting")


def _mean(score: Score, unit: Unit) -> Derivation:
    of_people = unit == "people"
    value = score.mean_error if of_people else score.mean_points
    terms = tuple(
        Term(f"error#{i}", abs(one.error if of_people else one.points), unit, label=_month(one.end.month))
        for i, one in enumerate(score.outcomes)
    )
    sums = " + ".join(f"{{{term.name}}}" for term in terms)
    source = each_once(*(point.source for one in score.outcomes for point in (one.start, one.end)))
    number = len(terms)
    return Derivation(
        value,
        unit,
        f"({sums}) ÷ {{{number}}}",
        terms,
        source=source,
        notes=("trial_mean",),
        note_values={"count": count(number)},
    )


def _foreseen(one: Outcome) -> Term:
    return Term("foreseen_for", one.foreseen, label=_month(one.end.month))


def _enrolled(name: str, of: TrialCount) -> Term:
    return Term(name, of.enrolled, "people", "published", of.source, _month(of.month))


def _asn(name: str, of: TrialCount) -> Term:
    return Term(name, of.asn, "people", "published", of.source, _month(of.month))


def _month(number: int) -> dict[str, Month]:
    return {"month": Month(number)}


def _setting(path: str, growth: Growth) -> Term:
    value = getattr(growth, path.removeprefix("growth."))
    label = {"setting": partial(setting_label, path)}
    return Term(f"setting#{path}", value, setting_unit(path), "assumed", SETTINGS[path].source, label)
