// Contributions and payouts (docs/model.md, sections 5 and 6).

import { monthNumber } from "./months.js";

/**
 * The rule in force in a month number, of rules by the month from which they hold; throws if none is in force yet.
 * @template {{ from: string }} Rule
 * @param {Rule[]} rules
 * @param {number} month
 * @returns {Rule}
 */
export function ruleInForce(rules, month) {
  const found = rules.filter((rule) => monthNumber(rule.from) <= month).pop();
  if (!found) throw new RangeError(`no rule is known before ${rules[0].from}`);
  return found;
}

/**
 * Rupiah per member and month: JKK + JKM after relief, and JHT; each [months].
 * @param {Scenario["contribution"]} plan
 * @param {Programme} programme
 * @param {Int32Array} months
 */
export function contributionPerMember(plan, programme, months) {
  const base = plan.income_base_idr;
  const [perMember, jht] = [0, 1].map(() => new Float64Array(months.length));
  months.forEach((month, t) => {
    const rates = ruleInForce(programme.rates, month);
    const full = rates.jkk_share_of_base * base + rates.jkm_idr;
    perMember[t] = full * (1 - (plan.relief_applies ? reliefShare(plan, programme, month) : 0));
    jht[t] = plan.include_jht ? rates.jht_share_of_base * base : 0;
  });
  return { perMember, jht };
}

/**
 * Share of JKK and JKM that relief takes off in a month, over both groups.
 * @param {Scenario["contribution"]} plan
 * @param {Programme} programme
 * @param {number} month
 */
function reliefShare(plan, programme, month) {
  const ofMembers = { transport: plan.transport_share, others: 1 - plan.transport_share };
  let share = 0;
  for (const { group, from, to, reduction_share: reduction } of programme.relief) {
    if (monthNumber(from) <= month && month <= monthNumber(to)) share += ofMembers[group] * reduction;
  }
  return share;
}

/**
 * Deaths per member and year, at most 1: as typed, otherwise the credibility estimate; if deaths are not known, the prior alone.
 * @param {Risk} risk
 * @param {Baseline} baseline
 */
export function deathRate(risk, baseline) {
  if (risk.deaths_per_1000_year !== null) return risk.deaths_per_1000_year / 1000;
  const { deaths } = baseline.facts;
  const personYears = risk.prior_person_years + (deaths ? exposurePersonYears(baseline) : 0);
  if (personYears === 0) return 0;
  const expected = (risk.prior_deaths_per_1000_year / 1000) * risk.prior_person_years;
  return Math.min(1, (expected + (deaths ? deaths.value : 0)) / personYears);
}

/**
 * Person-years in force over the history up to the month deaths are counted to, by monthly trapezoid.
 * @param {Baseline} baseline
 */
function exposurePersonYears(baseline) {
  const { month, deaths_month } = baseline.facts;
  const history = baseline.facts.history.filter((point) => point.month <= (deaths_month ?? month));
  let personMonths = 0;
  for (let i = 1; i < history.length; i++) {
    const months = monthNumber(history[i].month) - monthNumber(history[i - 1].month);
    personMonths += (months * (history[i].enrolled + history[i - 1].enrolled)) / 2;
  }
  return personMonths / 12;
}

/**
 * Expected payouts for members, given how many have reached full JKM and the scholarship; all [months].
 * @param {Scenario} scenario
 * @param {Programme} programme
 * @param {Int32Array} months
 * @param {number} monthlyDeath
 * @param {{ total: Float64Array, full: Float64Array, withScholarship: Float64Array }} members
 */
export function expectedPayouts(scenario, programme, months, monthlyDeath, members) {
  const { risk } = scenario;
  const scholarship = risk.scholarship_per_death_idr;
  const [deaths, jkm, jkk] = [0, 1, 2].map(() => new Float64Array(months.length));
  months.forEach((month, t) => {
    const rules = ruleInForce(programme.benefits, month);
    const [total, full] = [members.total[t], members.full[t]];
    const grant = rules.jkk_death_base_multiple * scenario.contribution.income_base_idr + rules.jkk_death_fixed_idr;
    const perCase = risk.fatal_share * (grant + scholarship) + (1 - risk.fatal_share) * risk.nonfatal_cost_idr;
    const paid = (total - full) * rules.jkm_funeral_idr + full * rules.jkm_full_idr;
    deaths[t] = total * monthlyDeath;
    jkm[t] = monthlyDeath * (paid + members.withScholarship[t] * scholarship);
    jkk[t] = ((total * risk.accidents_per_1000_year) / 1000 / 12) * perCase;
  });
  return { deaths, jkm, jkk };
}
