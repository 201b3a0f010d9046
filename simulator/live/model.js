// A scenario on a baseline, month by month: the order of the steps, and the columns of `run` (docs/model.md, section 8).

import { enrol, membersSince, monthlyProbability } from "./enrolment.js";
import { contributionPerMember, deathRate, expectedPayouts, ruleInForce } from "./money.js";
import { monthName, monthNumber } from "./months.js";
import { allSeats } from "./seats.js";

const JOINED_THRESHOLD = 1e-6; // a unit counts as joined above this many workers

/**
 * The columns of `run` after the month, in the order of docs/model.md, section 8.
 * @type {Column[]}
 */
export const COLUMNS = [
  "enrolled",
  "coverage_share",
  "enrolled_opd",
  "enrolled_kecamatan",
  "enrolled_other",
  "units_joined",
  "joined",
  "left",
  "contributions_idr",
  "deaths",
  "jkm_payouts_idr",
  "jkk_payouts_idr",
  "payouts_idr",
];

/**
 * The rows that `python -m simulator run` writes for a valid scenario of the baseline in `data`, as objects.
 * @param {Scenario} scenario
 * @param {Data} data
 * @returns {Row[]}
 */
export function run(scenario, data) {
  const { months, series } = project(scenario, data);
  return Array.from(months, (month, t) => {
    const values = COLUMNS.map((name) => [name, series[name][t]]);
    return { month: monthName(month), ...Object.fromEntries(values) };
  });
}

/**
 * Every series of a valid scenario of the baseline in `data`; people are expected values, money is Rupiah.
 * @param {Scenario} scenario
 * @param {Data} data
 * @returns {Projection}
 */
export function project(scenario, data) {
  const { baseline, programme } = data;
  const first = monthNumber(baseline.facts.month);
  const months = Int32Array.from({ length: scenario.horizon_months + 1 }, (_, t) => first + t);
  const seats = allSeats(scenario, baseline);
  const monthlyDeath = monthlyProbability(deathRate(scenario.risk, baseline));
  const members = enrol(seats.seats, months.length, monthlyDeath, scenario.retention);
  const waiting = ruleInForce(programme.benefits, first);
  const payouts = expectedPayouts(scenario, programme, months, monthlyDeath, {
    total: members.total,
    full: membersSince(baseline, members, waiting.jkm_full_from_months),
    withScholarship: membersSince(baseline, members, waiting.scholarship_from_months),
  });
  const { perMember, jht } = contributionPerMember(scenario.contribution, programme, months);
  const asnAtFirst = baseline.units.reduce((sum, unit) => sum + unit.asn, 0);
  const asn = seats.growthOfAsn.map((growth) => asnAtFirst * growth);
  const contributions = members.total.map((enrolled, t) => enrolled * (perMember[t] + jht[t]));
  const paidOut = payouts.jkm.map((jkm, t) => jkm + payouts.jkk[t]);
  const series = {
    enrolled: members.total,
    coverage_share: members.total.map((enrolled, t) => enrolled / asn[t]),
    ...ofSegments(baseline, members.ofUnits, months.length),
    joined: members.joined,
    left: members.left,
    contributions_idr: contributions,
    deaths: payouts.deaths,
    jkm_payouts_idr: payouts.jkm,
    jkk_payouts_idr: payouts.jkk,
    payouts_idr: paidOut,
    claims_ratio: paidOut.map((paid, t) => ratio(paid, members.total[t] * perMember[t], NaN)),
  };
  const ofUnits = seriesOfUnits(baseline, seats, members, contributions, paidOut);
  return { months, asn, series, ofUnits, contributionPerMember: perMember, jhtPerMember: jht, seats };
}

/**
 * @param {number} part
 * @param {number} whole
 * @param {number} missing
 */
const ratio = (part, whole, missing) => (whole > 0 ? part / whole : missing);

/**
 * Enrolled of each segment, and OPD and kecamatan that have joined; each [months].
 * @param {Baseline} baseline
 * @param {Float64Array} enrolled
 * @param {number} months
 */
function ofSegments(baseline, enrolled, months) {
  const [opd, kecamatan, other, joined] = [0, 1, 2, 3].map(() => new Float64Array(months));
  const sums = { opd, kecamatan, other };
  baseline.units.forEach((unit, i) => {
    const sum = sums[unit.segment];
    for (let t = 0; t < months; t++) {
      sum[t] += enrolled[i * months + t];
      if (unit.segment !== "other" && enrolled[i * months + t] > JOINED_THRESHOLD) joined[t]++;
    }
  });
  return { enrolled_opd: opd, enrolled_kecamatan: kecamatan, enrolled_other: other, units_joined: joined };
}

/**
 * The columns of `run --units`, money by each unit's share of enrolment; each [units × months].
 * @param {Baseline} baseline
 * @param {Seats} seats
 * @param {Enrolment} members
 * @param {Float64Array} contributions
 * @param {Float64Array} payouts
 */
function seriesOfUnits(baseline, seats, members, contributions, payouts) {
  const months = members.total.length;
  const [asn, paidIn, paidOut] = [0, 1, 2].map(() => new Float64Array(seats.seats.length));
  baseline.units.forEach((unit, i) => {
    for (let t = 0, at = i * months; t < months; t++, at++) {
      const share = ratio(members.ofUnits[at], members.total[t], 0);
      asn[at] = unit.asn * seats.growthOfAsn[t];
      paidIn[at] = share * contributions[t];
      paidOut[at] = share * payouts[t];
    }
  });
  return { asn, seats: seats.seats, enrolled: members.ofUnits, contributions_idr: paidIn, payouts_idr: paidOut };
}
