"""What the overview says: where the target stands, what each group has room for, what relief and the reading of the data mean."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from simulator.model.actuals import Actuals
from simulator.model.baseline import Basis
from simulator.model.contributions import relief_shares
from simulator.model.metrics import TargetStatus, headline, target_status
from simulator.model.months import month_name
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.scenario import SEGMENTS
from simulator.planning.rounding import largest_remainder, whole
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.tables.units import unit_table
from simulator.words import Lang, text
from simulator.words.numbers import month_long, people, percent, ratio, rupiah, rupiah_short
from simulator.words.quantity import least_known
from simulator.words.sentence import Sentence, joined, sentence


@dataclass(frozen=True)
class Said:
    """A sentence, and the numbers in it that can be clicked, in order: as they stand there, key and context of their explanation."""

    words: str
    numbers: tuple[tuple[str, str, dict[str, Any]], ...] = ()


@dataclass(frozen=True)
class Group:
    """A segment in the month of the slide, in whole people.

    `room` are the ASN without an enrolled worker of their own, unit by unit as in the units' table. `alone_share` is what closes the gap
    without the others, None where nothing does.
    """

    segment: str
    enrolled: int
    asn: int
    asn_basis: Basis
    room: int
    alone_share: float | None


@dataclass(frozen=True)
class Slide:
    """The slide a planner would draw, in whole people that add up: from today over the target month to the target.

    `month` is the target month where the projection holds it, else the last; offsets from the baseline. `gap` is None where the target is
    met, and 0 where less than one worker is missing.
    """

    now: int
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
    segments = [s for s in SEGMENTS if len(p.baseline.rows[s])]
    enrolled = largest_remainder(np.array([p.enrolled_by_segment[s][at] for s in segments]), then)
    asn = largest_remainder(np.array([p.seats.asn[p.baseline.rows[s], at].sum() for s in segments]))
    table = unit_table(p, at)
    groups = tuple(
        Group(
            s,
            e,
            a,
            least_known(p.baseline.asn_basis[i] for i in p.baseline.rows[s]),
            table.total("to_asn", s),
            _alone_share(p, s, status, at),
        )
        for s, e, a in zip(segments, enrolled.tolist(), asn.tolist())
    )
    return Slide(whole(p.enrolled[0]), then, target, at, gap, groups)


def _alone_share(p: Projection, segment: str, status: TargetStatus, at: int) -> float | None:
    share = float(
        (p.enrolled_by_segment[segment][at] + status.gap) / p.seats.asn[p.baseline.rows[segment], at].sum()
    )
    return share if status.gap > 0 and share <= 1 else None


def past_months(p: Projection, today: int) -> int:
    """How many projected months are over before the month `today` (a month number)."""
    return int(np.clip(today - 1 - p.baseline.month, 0, len(p.months) - 1))


def missing_months(p: Projection, today: int, actuals: Actuals) -> tuple[int, ...]:
    """The projected months (offsets) that are over, and whose enrolled total nobody recorded."""
    return tuple(
        t
        for t in range(1, past_months(p, today) + 1)
        if actuals.total(month_name(int(p.months[t])), p.baseline.codes, "enrolled") is None
    )


def runs(months: tuple[int, ...]) -> list[tuple[int, int]]:
    """First and last of every unbroken run of months."""
    starts, ends = ([t for t in months if t + step not in months] for step in (-1, 1))
    return list(zip(starts, ends))


def rounded_up(share: float) -> float:
    """A share that has to be reached, up to the next tenth of a percent so that it truly suffices."""
    return float(np.ceil(share * 1000 - 1e-9) / 1000)


def needed_percent(share: float, lang: Lang) -> str:
    """A share that has to be reached, rounded up to a tenth of a percent so that it truly suffices."""
    return percent(rounded_up(share), lang, 1)


def of_asn(c: Context, group: Group, slide: Slide, lang: Lang) -> Sentence:
    """The ASN of a group."""
    asn = quantity(c, "asn_segment_in", segment=group.segment, month=slide.month)
    return sentence("overview.of_asn", lang, asn=replace(asn, value=group.asn))


def group_sentence(c: Context, group: Group, slide: Slide, lang: Lang) -> Sentence:
    """What a group has room for, and what it would have to reach to close the gap alone."""
    about = {"segment": group.segment, "month": slide.month}
    room = replace(quantity(c, "room_in", **about), value=group.room)
    sentences = [sentence("overview.room" if group.room else "overview.no_room", lang, room=room)]
    if slide.gap and group.alone_share is None:
        sentences.append(sentence("overview.not_alone", lang))
    elif slide.gap:
        share = replace(quantity(c, "alone_share", **about), value=rounded_up(group.alone_share))
        sentences.append(sentence("overview.alone", lang, share=share))
    return joined(sentences, lang)


@dataclass(frozen=True)
class Offices:
    """OPD and kecamatan together, with the other ASN as they are in the baseline month; people are whole."""

    needed: int
    asn: int
    other: int
    ceiling_share: float  # of all ASN, with one worker for every ASN of every OPD and kecamatan

    @property
    def needed_share(self) -> float:
        """What they must reach for the target, per ASN of theirs."""
        return self.needed / self.asn


def offices(p: Projection) -> Offices | None:
    """What OPD and kecamatan must find together, None where a regency has none."""
    rows = np.concatenate((p.baseline.rows["opd"], p.baseline.rows["kecamatan"]))
    if not len(rows):
        return None
    asn, other = p.baseline.asn[rows].sum(), p.baseline.enrolled[p.baseline.rows["other"]].sum()
    return Offices(
        int(target_status(p).workers - other),
        int(asn),
        int(other),
        float((asn + other) / p.baseline.asn.sum()),
    )


def together_sentence(p: Projection, lang: Lang) -> Said | None:
    """What OPD and kecamatan must reach together while the target is missed; None where it is met or there are none."""
    both = offices(p)
    if both is None or target_status(p).gap <= 0 or not len(p.baseline.rows["other"]):
        return None
    needed = needed_percent(both.needed_share, lang)
    words = text(
        "overview.together" if both.needed <= both.asn else "overview.not_together",
        lang,
        workers=people(both.needed, lang),
        share=needed,
        asn=people(both.asn, lang),
        other=people(both.other, lang),
        month=month_long(p.baseline.month, lang),
    )
    numbers = (
        (people(both.needed, lang), "needed_workers", {}),
        (needed, "needed_share", {}),
        (people(both.asn, lang), "asn_offices", {}),
    )
    return Said(words, tuple(sorted((n for n in numbers if n[0] in words), key=lambda n: words.index(n[0]))))


def reading_sentences(p: Projection, other: Projection | None, lang: Lang) -> list[Said]:
    """Which reading of the published figures is shown, and what the other one would give for the same scenario.

    `other` is the scenario on the baseline's alternative, None where there is none or an override names a unit it does not have.
    """
    said = [Said(text("overview.reading", lang, reading=p.baseline.facts.reading[lang]))]
    here, there = offices(p), offices(other) if other else None
    if here and there:
        needed, ceiling = needed_percent(here.needed_share, lang), percent(here.ceiling_share, lang, 1)
        said.append(
            Said(
                text("overview.reading_gives", lang, needed=needed, ceiling=ceiling),
                ((needed, "needed_share", {}), (ceiling, "ceiling", {})),
            )
        )
        said.append(
            Said(
                text(
                    "overview.reading_other",
                    lang,
                    reading=other.baseline.facts.reading[lang],
                    needed=needed_percent(there.needed_share, lang),
                    ceiling=percent(there.ceiling_share, lang, 1),
                )
            )
        )
        shown, at_other = slide(p), slide(other)
        same = np.array_equal(np.floor(p.enrolled + 0.5), np.floor(other.enrolled + 0.5))
        said.append(
            Said(
                text("overview.reading_same", lang)
                if same
                else text(
                    "overview.reading_differs",
                    lang,
                    other=people(at_other.then, lang),
                    here=people(shown.then, lang),
                    month=month_long(int(p.months[shown.month]), lang),
                )
            )
        )
    return said


def so_far_sentence(p: Projection, lang: Lang) -> Said | None:
    """What was paid out and paid in before the baseline; None where nobody told."""
    told = [p.baseline.fact(f"{name}_so_far_idr") for name in ("payouts", "contributions")]
    if None in told:
        return None
    paid_out, paid_in = (("" if f.basis == "published" else "± ") + rupiah_short(f.value, lang) for f in told)
    words = text(
        "overview.so_far",
        lang,
        payouts=paid_out,
        contributions=paid_in,
        month=month_long(p.baseline.month, lang),
    )
    return Said(words, ((paid_out, "payouts_so_far", {}), (paid_in, "contributions_so_far", {})))


def ratio_sentence(p: Projection, lang: Lang) -> Said:
    """Payouts against contributions over the projection, and what that ratio measures."""
    shown = ratio(headline(p)["claims_ratio_total"], lang)
    words = text("overview.ratio_means", lang, ratio=shown)
    if p.scenario.contribution.include_jht:
        words += " " + text(
            "overview.jht", lang, jht=rupiah_short(float((p.enrolled * p.jht_per_member_idr)[1:].sum()), lang)
        )
    return Said(words, ((shown, "claims_ratio", {"month": len(p.months) - 1, "cumulative": True}),))


def relief_end_sentences(p: Projection, programme: Programme, lang: Lang) -> list[Said]:
    """One sentence for each month of the projection in which relief ends and the bill rises, with both amounts."""
    relief = relief_shares(p.scenario.contribution, programme, p.months)
    said = []
    for t in (np.flatnonzero(relief[1:] < relief[:-1]) + 1).tolist():
        rates = [float(p.contribution_per_member_idr[m]) for m in (t - 1, t)]
        change = "overview.doubles" if abs(rates[1] - 2 * rates[0]) < 0.5 else "overview.rises"
        before, after = (rupiah(rate, lang) for rate in rates)
        bill_before, bill_after = (
            rupiah_short(whole(p.enrolled[m]) * rate, lang) for m, rate in zip((t - 1, t), rates)
        )
        words = text(
            "overview.relief_ends",
            lang,
            month=month_long(int(p.months[t]), lang),
            change=text(change, lang),
            before=before,
            after=after,
            bill_before=bill_before,
            bill_after=bill_after,
        )
        explained = (
            (before, "contribution_per_member", t - 1),
            (after, "contribution_per_member", t),
            (bill_before, "contributions_in", t - 1),
            (bill_after, "contributions_in", t),
        )
        with_jht = p.scenario.contribution.include_jht  # the explanations hold it, this sentence does not
        said.append(
            Said(
                words,
                () if with_jht else tuple((shown, key, {"month": month}) for shown, key, month in explained),
            )
        )
    return said
