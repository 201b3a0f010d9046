"""What each group reaches, still has to enrol and would have to reach: in whole numbers and in sentences."""

from dataclasses import dataclass, replace

import numpy as np

from simulator.model.metrics import TargetStatus, target_status
from simulator.model.parts import OFFICES
from simulator.model.projection import Projection
from simulator.planning.comparison import segments_of
from simulator.planning.rounding import largest_remainder, whole
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.tables.units import unit_table
from simulator.words import Lang
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Sentence, joined, sentence
from simulator.words.settings import segment_name


@dataclass(frozen=True)
class Group:
    """A segment in the month of the slide, in whole people.

    `to_enrol` are the ASN for whom nobody is enrolled yet, unit by unit as in the units' table. `alone_share`
    is the share that closes the gap without the other groups, None where none does.
    """

    segment: str
    enrolled: int
    asn: int
    to_enrol: int
    alone_share: float | None


@dataclass(frozen=True)
class Slide:
    """The numbers of the slide that a planner would draw: the target month in whole people that add up.

    `month` (offset from the baseline) is the target month if the projection contains it, otherwise the last.
    `gap` is None where the target is met, and 0 where less than one worker is missing.
    """

    then: int
    target: int
    month: int
    gap: int | None
    groups: tuple[Group, ...]


def slide(p: Projection) -> Slide:
    """The numbers of the slide."""
    status = target_status(p)
    at = status.read_month
    then, target = whole(status.enrolled), int(status.workers)
    gap = None if status.gap <= 0 else max(0, target - then)
    segments = segments_of([p])
    enrolled = largest_remainder(np.array([p.enrolled_by_segment[s][at] for s in segments]), then)
    asn = largest_remainder(np.array([p.seats.asn[p.baseline.rows[s], at].sum() for s in segments]))
    table = unit_table(p, at)
    groups = tuple(
        Group(s, e, a, table.total("to_enrol", s), _alone_share(p, s, status, at))
        for s, e, a in zip(segments, enrolled.tolist(), asn.tolist())
    )
    return Slide(then, target, at, gap, groups)


def _alone_share(p: Projection, segment: str, status: TargetStatus, at: int) -> float | None:
    asn = p.seats.asn[p.baseline.rows[segment], at].sum()
    share = float((p.enrolled_by_segment[segment][at] + status.gap) / asn)
    return share if status.gap > 0 and share <= 1 else None


def rounded_up(share: float) -> float:
    """A share to be reached, rounded up to a tenth of a percent so that it really suffices."""
    return float(np.ceil(share * 1000 - 1e-9) / 1000)


def of_asn(c: Context, group: Group, slide: Slide, lang: Lang) -> Sentence:
    """The ASN of a group."""
    asn = quantity(c, "asn_segment_in", segment=group.segment, month=slide.month)
    return sentence("overview.of_asn", lang, asn=replace(asn, value=group.asn))


def group_sentence(c: Context, group: Group, slide: Slide, lang: Lang) -> Sentence:
    """Who is still to enrol in a group, and what it would have to reach to close the gap alone."""
    about = {"segment": group.segment, "month": slide.month}
    to_enrol = replace(quantity(c, "to_enrol_in", **about), value=group.to_enrol)
    key = "overview.to_enrol" if group.to_enrol else "overview.nobody_to_enrol"
    sentences = [sentence(key, lang, to_enrol=to_enrol)]
    if slide.gap and group.alone_share is None:
        sentences.append(sentence("overview.not_alone", lang))
    elif slide.gap:
        sentences.append(_closing_alone(c, group, slide, lang))
    return joined(sentences, lang)


def _closing_alone(c: Context, group: Group, slide: Slide, lang: Lang) -> Sentence:
    """The share that closes the gap alone: a mean over all units, whereas the lever moves only some."""
    share = alone(c, group, slide)
    if not stays_outside(c, group.segment, slide.month):
        return sentence("overview.alone", lang, share=share)
    outside = quantity(c, "left_out_units", segment=group.segment, month=slide.month)
    units = sentence("units.count", lang, number=outside, segment=segment_name(group.segment, lang))
    return sentence("overview.alone_average", lang, share=share, outside=units)


def stays_outside(c: Context, segment: str, month: int) -> bool:
    """Whether units of a segment have not begun in a month (offset)."""
    return bool((c.projection.seats.start[c.baseline.rows[segment]] > month).any())


def alone(c: Context, group: Group, slide: Slide) -> Quantity:
    """The share a group would have to reach to close the gap alone, rounded up to a tenth of a percent."""
    share = quantity(c, "alone_share", segment=group.segment, month=slide.month)
    return replace(share, value=rounded_up(share.number), form="tenths")


def together_sentence(c: Context, lang: Lang) -> Sentence | None:
    """What OPD and kecamatan must reach together; None if the target is met or there are no others."""
    needed, asn = quantity(c, "needed_workers"), quantity(c, "asn_offices")
    if not asn.value or target_status(c.projection).gap <= 0 or not len(c.baseline.rows["other"]):
        return None
    month = target_status(c.projection).read_month
    outside = any(stays_outside(c, segment, month) for segment in OFFICES)
    key = "not_together" if needed.number > asn.number else "together_average" if outside else "together"
    return sentence(
        f"overview.{key}",
        lang,
        workers=needed,
        share=needed_share(c),
        asn=asn,
        other=quantity(c, "enrolled_segment_in", segment="other"),
        month=Month(c.baseline.month),
    )


def needed_share(c: Context) -> Quantity:
    """The share that OPD and kecamatan must reach; NaN where there are none."""
    needed = quantity(c, "needed_share")
    return replace(needed, value=rounded_up(needed.number))
