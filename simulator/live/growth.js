// Growth by itself: the effect of a Rakor Monev, and how it fades (docs/model.md, section 3).

import { monthNumber } from "./months.js";

/**
 * Whether anybody joins without a plan.
 * @param {Scenario} scenario
 */
export function isAtWork(scenario) {
  const growth = scenario.growth;
  if (!growth) return false;
  return growth.background_share_per_month > 0 || (growth.push_share > 0 && scenario.monev.first_month !== null);
}

/**
 * Whether a Rakor Monev has any effect: by a push, or by units that join.
 * @param {Scenario} scenario
 */
export function rakorBrings({ growth, monev }) {
  return (growth?.push_share ?? 0) > 0 || monev.new_opd > 0 || monev.new_kecamatan > 0;
}

/**
 * Months after the `first` (a month number), before `end`, in which a Rakor Monev is held; those before the first are negative.
 * @param {Scenario["monev"]} monev
 * @param {number} first
 * @param {number} end
 */
export function rakorMonths(monev, first, end) {
  /** @type {number[]} */
  const held = [];
  if (monev.first_month === null) return held;
  const most = monev.meetings ?? Infinity;
  for (let month = monthNumber(monev.first_month) - first; month < end && held.length < most; ) {
    held.push(month);
    month += monev.every_months;
  }
  return held;
}

/**
 * The logarithm of U(t), the share of those not paying yet whom growth has not reached; [months].
 * @param {Scenario} scenario
 * @param {Growth} growth
 * @param {number} baselineMonth
 */
export function logUntouched(scenario, growth, baselineMonth) {
  const months = scenario.horizon_months + 1;
  const held = rakorMonths(scenario.monev, baselineMonth, scenario.horizon_months);
  const distance = held.length ? months - held[0] : 0;
  const worked = new Float64Array(Math.max(distance, 0)); // by months since the Rakor Monev
  for (let since = 1; since < distance; since++) worked[since] = 1 - 0.5 ** (since / growth.push_half_life_months);
  const background = Math.log1p(-growth.background_share_per_month);
  const untouched = new Float64Array(months).map((_, month) => month * background);
  held.forEach((heldIn, earlier) => {
    const strength = Math.log1p(-growth.push_share * growth.push_repeat_factor ** earlier);
    for (let month = Math.max(0, heldIn + 1); month < months; month++) {
      untouched[month] += worked[month - heldIn] * strength;
    }
  });
  return untouched;
}
