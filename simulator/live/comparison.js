// Compares scenarios on the same data (`planning/comparison.py`): headline numbers, and which one reaches the target first.

import { wholePeople } from "./numbers.js";
import { datedMonth, targetShare, standing, wholeShort } from "./standing.js";
import { quantity, sentence } from "./words.js";

/**
 * The headline numbers of each scenario by name; sums and last values over the months that all share, null if there is none.
 * @param {Reading[]} readings
 * @returns {Record<string, Quantity | null>[]}
 */
export function headlines(readings) {
  const end = Math.min(...readings.map(({ projection }) => projection.months.length)) - 1;
  return readings.map((reading) => headline(reading, end));
}

/**
 * @param {Reading} reading
 * @param {number} end
 */
function headline(reading, end) {
  const { projection } = reading;
  const { enrolled, coverage_share: coverage, contributions_idr: paid, payouts_idr: payouts } = projection.series;
  const status = standing(reading);
  const at = status.inside ? status.month : null;
  const people = (/** @type {number} */ value, /** @type {number} */ t) =>
    quantity(wholePeople(value), "people", t ? "derived" : reading.marks.enrolled);
  const withoutJht = sumTo(enrolled.map((n, t) => n * projection.contributionPerMember[t]), end);
  const paidOut = sumTo(payouts, end);
  const { firstMet } = status;
  return {
    target_month_number: firstMet === null ? null : quantity(projection.months[firstMet], "month"),
    enrolled_at_target: at === null ? null : people(enrolled[at], at),
    coverage_at_target: at === null ? null : quantity(coverage[at], "share"),
    gap_at_target: at === null ? null : quantity(wholeShort(Math.max(0, status.gap)), "people"),
    enrolled_at_horizon: people(enrolled[end], end),
    coverage_at_horizon: quantity(coverage[end], "share"),
    contributions_total_idr: quantity(sumTo(paid, end), "idr"),
    payouts_total_idr: quantity(paidOut, "idr"),
    claims_ratio_total: withoutJht > 0 ? quantity(paidOut / withoutJht, "ratio") : null,
  };
}

/**
 * The sum of months 1 to `end`.
 * @param {Float64Array} values
 * @param {number} end
 */
const sumTo = (values, end) => values.slice(1, end + 1).reduce((sum, value) => sum + value, 0);

/**
 * The sentence on which scenario reaches its target first and at what cost, or which one comes closest.
 * @param {Reading[]} readings
 * @param {string[]} names
 * @param {Catalogue} words
 */
export function comparisonSentence(readings, names, words) {
  const shares = new Set(readings.map(({ scenario }) => scenario.target.coverage_share));
  const target =
    shares.size > 1
      ? sentence(words, "compare.target.own")
      : sentence(words, "compare.target.same", { share: targetShare(readings[0]) });
  const statuses = readings.map(standing);
  const months = statuses.map(({ firstMet }) => firstMet ?? Infinity);
  const first = Math.min(...months);
  if (first === Infinity) {
    const missing = statuses.map(({ gap, workers }) => gap / Math.max(workers, 1));
    const nearest = missing.indexOf(Math.min(...missing));
    const short = quantity(wholeShort(statuses[nearest].gap), "people");
    return sentence(words, "compare.title.none", { target, name: names[nearest], gap: short });
  }
  const tied = readings.flatMap((_, i) => (months[i] === first ? [i] : []));
  const costs = tied.map((i) => sumTo(readings[i].projection.series.contributions_idr, first));
  const cheapest = tied[costs.indexOf(Math.min(...costs))];
  const key = `${first ? (tied.length > 1 ? "tie" : "one") : tied.length > 1 ? "start_tie" : "start"}`;
  return sentence(words, `compare.title.${key}`, {
    chance: "",
    target,
    name: names[cheapest],
    names: enumerated(tied.map((i) => `“${names[i]}”`), words),
    month: datedMonth(readings[cheapest], first, words),
    cost: quantity(Math.min(...costs), "idr"),
  });
}

/**
 * A, B dan C.
 * @param {string[]} names
 * @param {Catalogue} words
 */
export function enumerated(names, words) {
  const before = names.slice(0, -1);
  const last = names[names.length - 1];
  return before.length ? sentence(words, "compare.and", { first: before.join(", "), last }) : last;
}
