"""Expected deaths, accidents and the payouts for them (docs/model.md, section 6)."""

from dataclasses import dataclass

from simulator.model.arrays import Floats, Whole
from simulator.model.baseline import Baseline
from simulator.model.parts import Risk
from simulator.model.programme import Programme


def death_rate(risk: Risk, baseline: Baseline) -> float:
    """Deaths per member and year, at most 1: as typed, else the credibility estimate (prior and observed).

    If the observed deaths are not known, the prior alone.
    """
    if risk.deaths_per_1000_year is not None:
        return risk.deaths_per_1000_year / 1000
    deaths, exposure = baseline.experience
    person_years = risk.prior_person_years + exposure
    if person_years == 0:
        return 0.0
    return min(1.0, (prior_deaths(risk) + deaths) / person_years)


def prior_deaths(risk: Risk) -> float:
    """The number of deaths that the prior counts for, in addition to those observed."""
    return risk.prior_deaths_per_1000_year / 1000 * risk.prior_person_years


@dataclass(frozen=True, eq=False)
class Payouts:
    """Expected deaths and Rupiah in the month in which they are incurred; all [months from 0]."""

    deaths: Floats
    jkm: Floats
    jkk: Floats


def payouts(
    risk: Risk,
    income_base_idr: float,
    programme: Programme,
    months: Whole,
    monthly_death: float,
    total: Floats,
    over_3_months: Floats,
    over_36_months: Floats,
) -> Payouts:
    """Expected payouts for `total` members.

    `over_3_months` of them are entitled to full JKM, `over_36_months` to the scholarship. All
    [months from 0]; `months` are month numbers. The scholarship of members with 36 months is approximated by
    a national average over all deaths, which understates it.
    """
    rules = programme.benefits_in(months)
    funeral, full = rules["jkm_funeral_idr"], rules["jkm_full_idr"]
    scholarship = risk.scholarship_per_death_idr
    grant = rules["jkk_death_base_multiple"] * income_base_idr + rules["jkk_death_fixed_idr"]
    fatal = grant + scholarship
    paid = (total - over_3_months) * funeral + over_3_months * full
    jkm = monthly_death * (paid + over_36_months * scholarship)
    cases = total * risk.accidents_per_1000_year / 1000 / 12
    jkk = cases * (risk.fatal_share * fatal + (1 - risk.fatal_share) * risk.nonfatal_cost_idr)
    return Payouts(total * monthly_death, jkm, jkk)
