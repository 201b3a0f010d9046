"""The model explained to civil servants, with a scenario's numbers (docs/model.md, sections 3 to 6)."""

from dataclasses import replace

from simulator.model.growth import is_at_work
from simulator.model.parts import SEGMENTS
from simulator.model.scenario import SETTINGS
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.settings import value_of
from simulator.words import Lang, text
from simulator.words.quantity import Quantity, month
from simulator.words.sentence import Filling, Sentence, sentence

SCHEDULE = ("first_month", "every_months", "meetings")
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


def model_sentences(c: Context, lang: Lang) -> dict[str, tuple[Sentence, ...]]:
    """The sentences on each step of the model, by heading."""
    model = _Model(c, lang)
    return {
        text("model.who_joins", lang): model.joining(),
        text("model.members", lang): model.members(),
        text("model.money", lang): model.money(),
        text("model.payouts", lang): model.payouts(),
    }


def left_out_sentences(c: Context, lang: Lang) -> dict[str, Sentence]:
    """What the model does not compute, in a sentence or two each, by the names in `LEFT_OUT`."""
    months = {"arrears": "arrears_months", "scholarship": "scholarship_from_months"}
    values = {name: {"months": quantity(c, "rule", name=rule)} for name, rule in months.items()}
    values["bands"] = {"share": quantity(c, "rule", name="jkk_share_of_base")}
    return {name: sentence(f"left_out.{name}", lang, **values.get(name, {})) for name in LEFT_OUT}


class _Model:
    """The sentences of a scenario's model in one language."""

    def __init__(self, c: Context, lang: Lang):
        self.context, self.lang = c, lang

    def joining(self) -> tuple[Sentence, ...]:
        """Who joins and when."""
        curves = {f"{segment}_curve": curve for segment, curve in self._by_segment("curve").items()}
        schedule = {name: self._setting(f"monev.{name}") for name in SCHEDULE}
        delay = self._setting("delivery.join_delay_months")
        new = {name: self._number(f"monev.{name}") for name in ("new_opd", "new_kecamatan")}
        queue = {s: self._number(f"participation.{s}.new_units_per_month") for s in SEGMENTS}
        realised, growth = map(self._setting, ("delivery.realised_share", "workforce.asn_growth_per_year"))
        return (
            self._say("present", pledge=self._setting("delivery.pledge_share")),
            self._say("queue", **queue),
            self._say("monev", delay=delay, **schedule, **new),
            self._say("entry", **self._by_segment("entry_share")),
            self._say("workers", **self._by_segment("workers_per_asn")),
            self._say("floor", **self._by_segment("target_share")),
            self._say("ramp", **self._by_segment("ramp_months"), **curves),
            self._say("realised", realised=realised, growth=growth),
            self._by_itself(),
        )

    def _by_itself(self) -> Sentence:
        """Who joins without a plan."""
        if not is_at_work(self.context.scenario):
            return self._say("no_growth")
        names = {path.rpartition(".")[2]: path for path in SETTINGS if path.startswith("growth.")}
        return self._say("growth", **{name: self._setting(path) for name, path in names.items()})

    def members(self) -> tuple[Sentence, ...]:
        """How the enrolled change from month to month."""
        lapse, refill = map(
            self._setting, ("retention.lapse_share_per_month", "retention.refill_share_per_month")
        )
        return (
            self._say("leave", death=quantity(self.context, "monthly_death"), lapse=lapse),
            self._say("fill", refill=refill),
            self._say("tenure"),
        )

    def money(self) -> tuple[Sentence, ...]:
        """What is paid in as contributions."""
        plan = self.context.scenario.contribution
        contribution = self._say(
            "contribution",
            jkk=self._rule("jkk_share_of_base"),
            base=self._setting("contribution.income_base_idr"),
            jkm=self._rule("jkm_idr"),
            full=quantity(self.context, "full_premium"),
        )
        jht = (
            self._say("jht", jht=self._rule("jht_share_of_base")) if plan.include_jht else self._say("no_jht")
        )
        relief = self._relief() if plan.relief_applies else (self._say("no_relief"),)
        return (contribution, jht, *relief)

    def _relief(self) -> tuple[Sentence, ...]:
        members = {
            "transport": quantity(self.context, "setting", path="contribution.transport_share"),
            "others": quantity(self.context, "other_members"),
        }
        return tuple(
            self._say(
                "relief",
                share=quantity(self.context, "relief_share", number=number),
                first=month(period.first_month),
                last=month(period.last_month),
                group=self._say(f"relief_{period.group}", members=members[period.group]),
            )
            for number, period in enumerate(self.context.programme.relief)
        )

    def payouts(self) -> tuple[Sentence, ...]:
        """What is expected to be paid out."""
        return (
            self._say("death_rate", rate=quantity(self.context, "death_rate")),
            self._say(
                "jkm",
                funeral=self._rule("jkm_funeral_idr"),
                full=self._rule("jkm_full_idr"),
                full_from=self._rule("jkm_full_from_months"),
                scholarship=self._setting("risk.scholarship_per_death_idr"),
                scholarship_from=self._rule("scholarship_from_months"),
            ),
            self._say(
                "jkk",
                accidents=self._setting("risk.accidents_per_1000_year"),
                fatal=self._setting("risk.fatal_share"),
                multiple=self._rule("jkk_death_base_multiple"),
                fixed=self._rule("jkk_death_fixed_idr"),
                cost=self._setting("risk.nonfatal_cost_idr"),
            ),
            self._say("ratio"),
        )

    def _say(self, key: str, **values: Filling) -> Sentence:
        return sentence(f"model.{key}", self.lang, **values)

    def _setting(self, path: str) -> Sentence:
        return value_of(self.context, path, self.lang)

    def _number(self, path: str) -> Quantity:
        """A setting without its unit, which the sentence names."""
        number = quantity(self.context, "setting", path=path)
        return replace(number, unit="number", form="two_places" if number.number % 1 else "")

    def _by_segment(self, name: str) -> dict[str, Sentence]:
        return {segment: self._setting(f"participation.{segment}.{name}") for segment in SEGMENTS}

    def _rule(self, name: str) -> Quantity:
        return quantity(self.context, "rule", name=name)
