"""The overview beside its groups: what comes next, and what relief and the reading of the data mean."""

import numpy as np

from simulator.model.contributions import relief_shares
from simulator.model.metrics import target_status
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.groups import needed_share
from simulator.report.tables.money import ahead
from simulator.words import Lang, text
from simulator.words.quantity import Month, month
from simulator.words.sentence import Sentence, joined, sentence


def next_step_sentence(c: Context, lang: Lang) -> Sentence | None:
    """What comes next where the target's month is over; None where it is not."""
    target = month(c.scenario.target.month)
    if not c.is_past(target):
        return None
    return sentence("overview.next_unrecorded" if c.missing_months else "overview.next", lang, month=target)


def reading_sentences(c: Context, other: Context | None, lang: Lang) -> list[Sentence]:
    """Which reading of the published figures is shown, and what the other one gives for the same scenario.

    `other` is the scenario on the baseline's alternative, None where there is none or where an override names
    a unit that it lacks.
    """
    sentences = [sentence("overview.reading", lang, reading=c.baseline.facts.reading[lang])]
    # Other ASN may meet the target by themselves, and without offices there is no share to compare.
    if other is None or not all(needed_share(one).number > 0 for one in (c, other)):
        return sentences
    month, of_other = target_status(c.projection).read_month, target_status(other.projection).read_month
    same = np.array_equal(np.floor(c.projection.enrolled + 0.5), np.floor(other.projection.enrolled + 0.5))
    return [
        *sentences,
        sentence("overview.reading_gives", lang, needed=needed_share(c), ceiling=quantity(c, "ceiling")),
        sentence(
            "overview.reading_other",
            lang,
            reading=other.baseline.facts.reading[lang],
            needed=needed_share(other),
            ceiling=quantity(other, "ceiling"),
        ),
        sentence(
            "overview.reading_same" if same else "overview.reading_differs",
            lang,
            other=quantity(other, "enrolled_in", month=of_other),
            here=quantity(c, "enrolled_in", month=month),
            month=c.month(month),
        ),
    ]


def so_far_sentence(c: Context, lang: Lang) -> Sentence | None:
    """What was paid out and paid in before the baseline; None where nobody published it."""
    names = ("payouts", "contributions")
    if not all(c.baseline.fact(f"{name}_so_far_idr") for name in names):
        return None
    amounts = {name: quantity(c, f"{name}_so_far") for name in names}
    return sentence("overview.so_far", lang, month=Month(c.baseline.month), **amounts)


def ratio_sentence(c: Context, lang: Lang) -> Sentence:
    """Payouts compared with contributions over the projection, and what their ratio measures."""
    last = len(c.projection.months) - 1
    ratio, months = quantity(c, "claims_ratio", month=last, cumulative=True), ahead(c, lang)
    sentences = [sentence("overview.ratio_means", lang, ratio=ratio, span=months)]
    if c.scenario.contribution.include_jht:
        jht = quantity(c, "cumulative_jht", month=last)
        sentences.append(sentence("overview.jht", lang, jht=jht, span=months))
    return joined(sentences, lang)


def relief_end_sentences(c: Context, lang: Lang) -> list[Sentence]:
    """A sentence for each month of the projection in which relief ends and the bill rises."""
    relief = relief_shares(c.scenario.contribution, c.programme, c.projection.months)
    return [_relief_ends(c, t, lang) for t in (np.flatnonzero(relief[1:] < relief[:-1]) + 1).tolist()]


def _relief_ends(c: Context, t: int, lang: Lang) -> Sentence:
    before, after = (quantity(c, "premium_per_member", month=month) for month in (t - 1, t))
    doubles = abs(after.number - 2 * before.number) < 0.5
    return sentence(
        "overview.relief_ends",
        lang,
        month=c.month(t),
        change=text(f"overview.{'doubles' if doubles else 'rises'}", lang),
        before=before,
        after=after,
        bill_before=quantity(c, "premium_bill", month=t - 1),
        bill_after=quantity(c, "premium_bill", month=t),
    )
