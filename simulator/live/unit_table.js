// The figures of units in one month, as whole numbers that add up to segments and to the total (`report/tables/units.py`).

import { wholePeople } from "./numbers.js";
import { SEGMENTS } from "./queue.js";
import { largestRemainder } from "./rounding.js";

const PAYOUT_STEP_IDR = 1000; // an expected payout is not a payment

/**
 * Every row's figures in a month (offset from the baseline); each [rows].
 * @param {Reading} reading
 * @param {UnitGroup[]} groups
 * @param {number} month
 */
export function unitTable({ data, projection }, groups, month) {
  const { ofUnits, series } = projection;
  const { units } = data.baseline;
  const months = projection.months.length;
  const now = (/** @type {number[]} */ values) => wholeByGroup(byGroup(values, groups), groups);
  const then = (/** @type {Float64Array} */ values) => units.map((_, i) => values[i * months + month]);
  const enrolled = then(ofUnits.enrolled);
  const projected = wholeByGroup(byGroup(enrolled, groups), groups, series.enrolled[month]);
  const asn = now(then(ofUnits.asn));
  const rate = projection.contributionPerMember[month] + projection.jhtPerMember[month];
  const payouts = now(then(ofUnits.payouts_idr).map((value) => value / PAYOUT_STEP_IDR));
  return {
    asn: now(units.map((unit) => unit.asn)),
    enrolled: now(units.map((unit) => unit.enrolled)),
    asn_then: asn,
    projected,
    to_enrol: asn.map((all, i) => Math.max(0, all - projected[i])),
    bill_idr: wholeByGroup(projected.map((people) => people * rate), groups),
    payouts_idr: payouts.map((value) => value * PAYOUT_STEP_IDR),
  };
}

/**
 * @param {number[]} values
 * @param {UnitGroup[]} groups
 */
function byGroup(values, groups) {
  return groups.map(({ units }) => units.reduce((sum, i) => sum + values[i], 0));
}

/**
 * Values rounded half up so that rows add up to their segment and segments to the total (the sum of the values unless given).
 * @param {number[]} values
 * @param {UnitGroup[]} groups
 * @param {number} [total]
 */
export function wholeByGroup(values, groups, total) {
  const places = SEGMENTS.map((segment) => groups.flatMap((group, i) => (group.segment === segment ? [i] : [])));
  const sums = places.map((of) => of.reduce((sum, i) => sum + values[i], 0));
  const result = values.map(() => 0);
  const all = wholePeople(total ?? sums.reduce((sum, value) => sum + value, 0));
  largestRemainder(sums, all).forEach((sum, s) => {
    const rounded = largestRemainder(places[s].map((i) => values[i]), sum);
    places[s].forEach((i, at) => (result[i] = rounded[at]));
  });
  return result;
}
