"""Formulas of the numbers about people: enrolled, coverage, pledges, target."""

import math
from typing import Any

import numpy as np

from simulator.model.metrics import target_status
from simulator.model.scenario import SEGMENTS, setting_value
from simulator.report.explain.base import Asked, Figure, Part, death_keys, derivation, setting_basis


def summed(asked: Asked, what: str, total: Part) -> Figure:
    """A total of all units, segment by segment."""
    keys = {"asn": "{}_asn_all", "enrolled": "{}_enrolled", "pledge_workers": "{}_pledge_workers"}
    parts = tuple(
        asked.of_units(f"{what}_{s}", what, asked.baseline.rows[s], keys[what].format(s))
        for s in SEGMENTS
        if len(asked.baseline.rows[s])
    )
    parts = tuple(p for p in parts if p.value) or parts
    return Figure(
        total.value, "people", " + ".join(f"{{{p.name}}}" for p in parts), parts, total.basis, total.source
    )


def asn_total(asked: Asked) -> Figure:
    """ASN of the regency in the baseline month."""
    return summed(asked, "asn", asn_now(asked))


def enrolled_now(asked: Asked) -> Figure:
    """Enrolled in the baseline month."""
    return summed(asked, "enrolled", enrolled_at_start(asked))


def pledges(asked: Asked) -> Figure:
    """Workers pledged from a month after the baseline on."""
    return summed(
        asked,
        "pledge_workers",
        asked.of_units(
            "pledges", "pledge_workers", np.flatnonzero(asked.baseline.pledged), "pledge_workers_total"
        ),
    )


def asn_now(asked: Asked) -> Part:
    """ASN of all units in the baseline month."""
    return asked.of_units("asn", "asn", np.arange(len(asked.baseline.codes)), "asn_total", **asked.at(0))


def enrolled_at_start(asked: Asked) -> Part:
    """Enrolled of all units in the baseline month."""
    return asked.of_units(
        "enrolled", "enrolled", np.arange(len(asked.baseline.codes)), "enrolled_total", **asked.at(0)
    )


def enrolled_part(asked: Asked, month: int, name: str = "enrolled") -> Part:
    """Enrolled in a month of the projection."""
    if month == 0:
        start = enrolled_at_start(asked)
        return Part(name, start.value, "people", start.basis, start.source, start.label)
    return Part(name, float(asked.projection.enrolled[month]), label=asked.at(month))


def asn_part(asked: Asked, month: int) -> Part:
    """ASN of all units in a month of the projection."""
    grows = asked.projection.scenario.workforce.asn_growth_per_year != 0 and month > 0
    return Part("asn", float(asked.projection.asn[month]), label=asked.at(month)) if grows else asn_now(asked)


def share_of_asn(asked: Asked) -> Figure:
    """Coverage in a month: enrolled ÷ ASN."""
    t = asked.month
    parts = (enrolled_part(asked, t), asn_part(asked, t))
    return Figure(float(asked.projection.coverage_share[t]), "share", "{enrolled} ÷ {asn}", parts)


def rolled_forward(asked: Asked, units: np.ndarray, fact_key: str = "") -> Figure:
    """Enrolled of some units in a month: last month's, less who left, plus who joined."""
    t, members = asked.month, asked.projection.enrolment
    now = float(members.enrolled[units, t].sum())
    if t == 0:
        return counted(asked, "enrolled", units, fact_key)
    before, kept = float(members.enrolled[units, t - 1].sum()), float(members.kept[units, t].sum())
    observed = asked.of_units(
        "before", "enrolled", units, fact_key, **asked.at(0)
    )  # last month is known where it is the data's own
    parts = [
        observed if t == 1 else Part("before", before, label=asked.at(t - 1)),
        Part("left", before - kept, label=asked.at(t)),
    ]
    beginning = units[asked.baseline.pledged[units] & (asked.projection.seats.start[units] == t)]
    opened = float(members.enrolled[beginning, t].sum())
    if opened:
        told = asked.of_units(
            "pledged",
            "pledge_workers",
            beginning,
            fact_key.replace("enrolled", "pledge_workers"),
            **asked.at(t),
        )
        parts.append(told if told.value == opened else Part("pledged", opened, label=asked.at(t)))
    parts.append(Part("joined", now - kept - opened, label=asked.at(t)))
    return Figure(
        now,
        "people",
        "{before} − {left}" + " + {pledged}" * (opened > 0) + " + {joined}",
        tuple(parts),
        **why_members_move(asked),
    )


def counted(asked: Asked, what: str, units: np.ndarray, fact_key: str = "") -> Figure:
    """`asn` or `enrolled` of some units in the baseline month."""
    part = asked.of_units("figure", what, units, fact_key)
    return Figure(
        part.value,
        "people",
        "{figure}",
        (part,),
        part.basis,
        notes=("of_units",),
        note_values={"units": len(units)},
    )


def why_members_move(asked: Asked) -> dict[str, Any]:
    """Note and sources for a number that hangs on who leaves and who joins."""
    moving = (
        "retention.lapse_share_per_month",
        "retention.refill_share_per_month",
        "delivery.pledge_share",
        "delivery.realised_share",
    )
    values = {path.rpartition(".")[2]: setting_value(asked.projection.scenario, path) for path in moving}
    keys = " ".join(
        setting_basis(path, setting_value(asked.projection.scenario, path), asked.sources)[1]
        for path in moving
    )
    return {
        "notes": ("members_move",),
        "note_values": values | {"death_share": asked.projection.monthly_death},
        "source": f"{death_keys(asked.projection)} {keys}",
    }


def enrolled_in(asked: Asked) -> Figure:
    """Enrolled in a month."""
    return (
        enrolled_now(asked)
        if asked.month == 0
        else rolled_forward(asked, np.arange(len(asked.baseline.codes)), "enrolled_total")
    )


def enrolled_segment_in(asked: Asked) -> Figure:
    """Enrolled of one segment in a month."""
    segment = asked.context["segment"]
    return rolled_forward(asked, asked.baseline.rows[segment], f"{segment}_enrolled")


def target_share_part(asked: Asked) -> Part:
    """The coverage hoped for, with its source where it is the published one."""
    share, told = asked.projection.scenario.target.coverage_share, asked.fact("target_share")
    published = told is not None and told.value == share
    return (
        asked.told("target_share", told, share, "share")
        if published
        else Part("target_share", share, "share", "assumed")
    )


def target_keys(workers: float) -> str:
    """The sources of the workers a target asks for: that it is counted on all ASN, and the derivation where it gives the same."""
    return f"{derivation('S23', workers)} S43".strip()


def target_workers(asked: Asked) -> Figure:
    """Workers the target asks for, rounded up."""
    status = target_status(asked.projection)
    at = status.month if status.inside else len(asked.projection.months) - 1
    return Figure(
        status.workers,
        "people",
        "{target_share} × {asn}",
        (target_share_part(asked), asn_part(asked, at)),
        "derived",
        target_keys(status.workers),
        ("rounded_up",),
    )


def gap(asked: Asked) -> Figure:
    """Workers short of the target in its month; negative where there are more."""
    status = target_status(asked.projection)
    at = status.month if status.inside else len(asked.projection.months) - 1
    parts = (
        Part("target_workers", status.workers, source=target_keys(status.workers)),
        enrolled_part(asked, at),
    )
    return Figure(status.gap, "people", "{target_workers} − {enrolled}", parts)


def offices_asn(asked: Asked) -> Part:
    """ASN of all OPD and kecamatan."""
    return asked.of_units(
        "offices_asn", "asn", np.concatenate((asked.baseline.rows["opd"], asked.baseline.rows["kecamatan"]))
    )


def other_enrolled(asked: Asked) -> Part:
    """Enrolled through other ASN in the baseline month."""
    return asked.of_units("enrolled_other", "enrolled", asked.baseline.rows["other"], "other_enrolled")


def needed_workers(asked: Asked) -> Figure:
    """Workers OPD and kecamatan must reach together for the target to be met with other ASN as they are."""
    workers, other = target_workers(asked).value, other_enrolled(asked)
    target = Part("target_workers", workers, source=target_keys(workers))
    return Figure(workers - other.value, "people", "{target_workers} − {enrolled_other}", (target, other))


def asn_segment_in(asked: Asked) -> Figure:
    """ASN of one segment in a month: those of the baseline month, times their growth since."""
    units, t = asked.baseline.rows[asked.context["segment"]], asked.month
    start = counted(asked, "asn", units, f"{asked.context['segment']}_asn_all")
    now = float(asked.projection.seats.asn[units, t].sum())
    if now == start.value:
        return start
    (part,) = start.parts
    growth = Part("growth", now / start.value, "number", "assumed", "S49", asked.at(t))
    return Figure(
        now, "people", "{figure} × {growth}", (part, growth), notes=start.notes, note_values=start.note_values
    )


def alone_share(asked: Asked) -> Figure:
    """What one segment would have to reach in the month asked for to bring all to the target without the others, per ASN of its own."""
    t, workers = asked.month, target_workers(asked).value
    enrolled, asn = enrolled_segment_in(asked).value, asn_segment_in(asked)
    parts = (
        Part("enrolled_segment", enrolled, label=asked.at(t)),
        Part("target_workers", workers, source=target_keys(workers)),
        enrolled_part(asked, t),
        Part(
            "asn_segment",
            asn.value,
            basis=asn.basis,
            source=" ".join(p.source for p in asn.parts),
            label=asked.at(t),
        ),
    )
    value = (enrolled + workers - float(asked.projection.enrolled[t])) / asn.value
    return Figure(
        value, "share", "({enrolled_segment} + {target_workers} − {enrolled}) ÷ {asn_segment}", parts
    )


def asn_offices(asked: Asked) -> Figure:
    """ASN of all OPD and kecamatan in the baseline month."""
    return counted(
        asked, "asn", np.concatenate((asked.baseline.rows["opd"], asked.baseline.rows["kecamatan"]))
    )


def needed_share(asked: Asked) -> Figure:
    """What OPD and kecamatan must reach, as a share of their ASN, for the target to be met with other ASN as they are."""
    workers = target_workers(asked).value
    target, other, asn = (
        Part("target_workers", workers, source=target_keys(workers)),
        other_enrolled(asked),
        offices_asn(asked),
    )
    if asn.value == 0:
        return Figure(math.nan, "share", "", (), notes=("no_offices",))
    value = (target.value - other.value) / asn.value
    return Figure(
        value,
        "share",
        "({target_workers} − {enrolled_other}) ÷ {offices_asn}",
        (target, other, asn),
        "derived",
        derivation("S33", value),
    )


def ceiling(asked: Asked) -> Figure:
    """Coverage with one worker for every ASN of every OPD and kecamatan, and other ASN as they are."""
    offices, other, asn = offices_asn(asked), other_enrolled(asked), asn_now(asked)
    value = (offices.value + other.value) / asn.value
    return Figure(
        value,
        "share",
        "({offices_asn} + {enrolled_other}) ÷ {asn}",
        (offices, other, asn),
        "derived",
        derivation("S33", value),
    )


FORMULAS = {
    "asn_total": asn_total,
    "enrolled_now": enrolled_now,
    "coverage_now": share_of_asn,
    "pledges": pledges,
    "enrolled_in": enrolled_in,
    "coverage_in": share_of_asn,
    "enrolled_segment_in": enrolled_segment_in,
    "target_workers": target_workers,
    "gap": gap,
    "needed_workers": needed_workers,
    "needed_share": needed_share,
    "ceiling": ceiling,
    "asn_segment_in": asn_segment_in,
    "alone_share": alone_share,
    "asn_offices": asn_offices,
}
