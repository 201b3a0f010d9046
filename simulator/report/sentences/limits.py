"""The model in sentences a civil servant understands, with the numbers of a scenario in force (model contract, sections 3 to 6)."""

from simulator.model.payouts import death_rate
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.scenario import SEGMENTS, setting_value
from simulator.words import Lang, text
from simulator.words.numbers import decimal, month_long, percent, rupiah
from simulator.words.settings import setting_value_text

LEFT_OUT = (
    "jht",
    "age",
    "ageing",
    "behaviour",
    "arrears",
    "scholarship",
    "other",
    "reading",
    "history",
    "bands",
    "nonfatal",
    "season",
    "chance",
    "actuals",
    "regulation",
)


class _Words:
    """Settings of a projection, worded."""

    def __init__(self, p: Projection, lang: Lang):
        self.scenario, self.lang = p.scenario, lang

    def value(self, path: str) -> str:
        return setting_value_text(path, setting_value(self.scenario, path), self.lang)

    def by_segment(self, name: str) -> dict[str, str]:
        return {segment: self.value(f"participation.{segment}.{name}") for segment in SEGMENTS}

    def say(self, key: str, **values: str) -> str:
        return text(f"model.{key}", self.lang, **values)


def model_sentences(p: Projection, programme: Programme, lang: Lang) -> dict[str, tuple[str, ...]]:
    """By heading, the sentences of each step of the model."""
    words = _Words(p, lang)
    return {
        words.say("who_joins"): _joining(words),
        words.say("members"): _members(words, p),
        words.say("money"): _money(words, p, programme),
        words.say("payouts"): _payouts(words, p, programme),
    }


def left_out_sentences(p: Projection, programme: Programme, lang: Lang) -> tuple[str, ...]:
    """What the model does not compute, one sentence or two each."""
    rules = programme.benefits_of(p.baseline.month)
    months = {"arrears": rules.arrears_months, "scholarship": rules.scholarship_from_months}
    return tuple(
        text(f"left_out.{name}", lang, months=decimal(months.get(name, 0), lang)) for name in LEFT_OUT
    )


def _joining(words: _Words) -> tuple[str, ...]:
    curves = {f"{segment}_curve": curve for segment, curve in words.by_segment("curve").items()}
    monev = {
        name: words.value(f"monev.{name}_{'month' if name == 'first' else 'months'}")
        for name in ("first", "every")
    }
    new = {
        f"new_{s}": decimal(setting_value(words.scenario, f"monev.new_{s}"), words.lang)
        for s in ("opd", "kecamatan")
    }
    queue = {
        s: decimal(v, words.lang, 0 if v.is_integer() else 2)
        for s in SEGMENTS
        for v in [setting_value(words.scenario, f"participation.{s}.new_units_per_month")]
    }
    return (
        words.say("present", pledge=words.value("delivery.pledge_share")),
        words.say("queue", **queue),
        words.say("monev", delay=words.value("delivery.join_delay_months"), **monev, **new),
        words.say("entry", **words.by_segment("entry_share")),
        words.say("workers", **words.by_segment("workers_per_asn")),
        words.say("floor", **words.by_segment("target_share")),
        words.say("ramp", **words.by_segment("ramp_months"), **curves),
        words.say(
            "realised",
            realised=words.value("delivery.realised_share"),
            growth=words.value("workforce.asn_growth_per_year"),
        ),
    )


def _members(words: _Words, p: Projection) -> tuple[str, ...]:
    return (
        words.say(
            "leave",
            death=percent(p.monthly_death, words.lang, 4),
            lapse=words.value("retention.lapse_share_per_month"),
        ),
        words.say("fill", refill=words.value("retention.refill_share_per_month")),
        words.say("tenure"),
    )


def _money(words: _Words, p: Projection, programme: Programme) -> tuple[str, ...]:
    plan, lang = p.scenario.contribution, words.lang
    rates = programme.rates_of(p.baseline.month)
    full = rates.jkk_share_of_base * plan.income_base_idr + rates.jkm_idr
    sentences = [
        words.say(
            "contribution",
            jkk=percent(rates.jkk_share_of_base, lang),
            base=words.value("contribution.income_base_idr"),
            jkm=rupiah(rates.jkm_idr, lang),
            full=rupiah(full, lang),
        ),
        words.say("jht", jht=percent(rates.jht_share_of_base, lang))
        if plan.include_jht
        else words.say("no_jht"),
    ]
    if not plan.relief_applies:
        return (*sentences, words.say("no_relief"))
    members = {"transport": plan.transport_share, "others": 1 - plan.transport_share}
    return (
        *sentences,
        *(
            words.say(
                "relief",
                share=percent(r.reduction_share, lang),
                first=month_long(r.first_month, lang),
                last=month_long(r.last_month, lang),
                group=words.say(f"relief_{r.group}", members=percent(members[r.group], lang)),
            )
            for r in programme.relief
        ),
    )


def _payouts(words: _Words, p: Projection, programme: Programme) -> tuple[str, ...]:
    rules = programme.benefits_of(p.baseline.month)
    lang = words.lang
    return (
        words.say("death_rate", rate=decimal(death_rate(p.scenario.risk, p.baseline) * 1000, lang, 2)),
        words.say(
            "jkm",
            funeral=rupiah(rules.jkm_funeral_idr, lang),
            full=rupiah(rules.jkm_full_idr, lang),
            full_from=decimal(rules.jkm_full_from_months, lang),
            scholarship=words.value("risk.scholarship_per_death_idr"),
            scholarship_from=decimal(rules.scholarship_from_months, lang),
        ),
        words.say(
            "jkk",
            accidents=words.value("risk.accidents_per_1000_year"),
            fatal=words.value("risk.fatal_share"),
            multiple=decimal(rules.jkk_death_base_multiple, lang),
            fixed=rupiah(rules.jkk_death_fixed_idr, lang),
            cost=words.value("risk.nonfatal_cost_idr"),
        ),
        words.say("ratio"),
    )
