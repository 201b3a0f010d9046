// Members month by month: who stays, who joins, and their tenure (docs/model.md, section 4).

import { monthNumber } from "./months.js";

/**
 * The monthly probability that corresponds to a yearly one.
 * @param {number} yearly
 */
export function monthlyProbability(yearly) {
  return -Math.expm1(Math.log1p(-yearly) / 12);
}

/**
 * Rolls members forward from seats [units × months]: those who fit into the seats of a month are kept, new seats are filled, and a
 * share of the vacant ones is refilled.
 * @param {Float64Array} seats
 * @param {number} months
 * @param {number} monthlyDeath
 * @param {Scenario["retention"]} retention
 * @returns {Enrolment}
 */
export function enrol(seats, months, monthlyDeath, retention) {
  const stays = (1 - monthlyDeath) * (1 - retention.lapse_share_per_month);
  const refill = retention.refill_share_per_month;
  const ofUnits = new Float64Array(seats.length);
  const [total, stayed, left, joined, stayShare] = [0, 1, 2, 3, 4].map(() => new Float64Array(months));
  for (let first = 0; first < seats.length; first += months) {
    let enrolled = (ofUnits[first] = seats[first]);
    total[0] += enrolled;
    stayed[0] += enrolled;
    for (let t = 1; t < months; t++) {
      const present = seats[first + t];
      const kept = Math.min(enrolled * stays, present);
      const added = Math.max(present - seats[first + t - 1], 0);
      enrolled = kept * (1 - refill) + (added + refill * (present - added));
      ofUnits[first + t] = enrolled;
      total[t] += enrolled;
      stayed[t] += kept;
    }
  }
  stayShare[0] = 1;
  for (let t = 1; t < months; t++) {
    left[t] = total[t - 1] - stayed[t];
    joined[t] = total[t] - stayed[t];
    stayShare[t] = total[t - 1] > 0 ? stayed[t] / total[t - 1] : 0;
  }
  return { ofUnits, total, left, joined, stayShare };
}

/**
 * Members with a tenure of at least a number of months; [months].
 * @param {Baseline} baseline
 * @param {Enrolment} members
 * @param {number} least
 */
export function membersSince(baseline, members, least) {
  const { total, stayShare } = members;
  return total.map((enrolled, t) => {
    let since = t < least ? historyMembers(baseline, t - least) : total[t - least];
    for (let later = Math.max(t - least, 0) + 1; later <= t; later++) since *= stayShare[later];
    return Math.min(since, enrolled);
  });
}

/**
 * Members of a month before the baseline (below 0) who were still there at every later point of the history.
 * @param {Baseline} baseline
 * @param {number} month
 */
function historyMembers(baseline, month) {
  const { month: last, history } = baseline.facts;
  const points = history.map((point) => ({ month: monthNumber(point.month) - monthNumber(last), enrolled: point.enrolled }));
  if (month < points[0].month) return 0;
  const next = points.findIndex((point) => point.month >= month);
  const [before, after] = [points[Math.max(0, next - 1)], points[next]];
  const passed = next ? (month - before.month) / (after.month - before.month) : 0;
  const linear = before.enrolled + passed * (after.enrolled - before.enrolled);
  return Math.min(linear, ...points.slice(next).map((point) => point.enrolled));
}
