// Who joins when (docs/model.md, section 3).

import { monthNumber } from "./months.js";

/** A start month beyond every horizon. */
export const NEVER = 1e6;
const QUEUE_TOLERANCE = 1e-9;

/** @type {Segment[]} */
export const SEGMENTS = ["opd", "kecamatan", "other"];

/**
 * Start month of every unit; [units].
 * @param {Scenario} scenario
 * @param {Baseline} baseline
 */
export function startMonths(scenario, baseline) {
  const month = monthNumber(baseline.facts.month);
  const overrides = new Map(scenario.overrides.map((override) => [override.unit, override.join_month]));
  /** @type {Record<Segment, number[]>} */
  const queues = { opd: [], kecamatan: [], other: [] };
  const start = new Int32Array(baseline.units.length);
  baseline.units.forEach((unit, i) => {
    const ownMonth = overrides.get(unit.code) ?? null;
    if (unit.enrolled > 0) start[i] = 1;
    else if (ownMonth === "never") start[i] = NEVER;
    else if (ownMonth !== null) start[i] = Math.max(1, monthNumber(ownMonth) - month);
    else if (unit.pledge_month) start[i] = Math.max(1, monthNumber(unit.pledge_month) - month);
    else queues[unit.segment].push(i);
  });
  for (const segment of SEGMENTS) letIn(scenario, baseline, segment, queues[segment], start);
  return start;
}

/**
 * Writes the start month of each unit of a queue into `start`: the largest first, equal ones by code.
 * @param {Scenario} scenario
 * @param {Baseline} baseline
 * @param {Segment} segment
 * @param {number[]} queue
 * @param {Int32Array} start
 */
function letIn(scenario, baseline, segment, queue, start) {
  const { units } = baseline;
  queue.sort((a, b) => units[b].asn - units[a].asn || (units[a].code < units[b].code ? -1 : 1));
  const capacity = queueCapacity(scenario, monthNumber(baseline.facts.month), segment);
  let month = 1;
  queue.forEach((i, place) => {
    while (month < capacity.length && capacity[month] < place + 1 - QUEUE_TOLERANCE) month++;
    start[i] = month < capacity.length ? month + scenario.delivery.join_delay_months : NEVER;
  });
}

/**
 * How many units of a segment can have left the queue by each month; [months].
 * @param {Scenario} scenario
 * @param {number} baselineMonth
 * @param {Segment} segment
 */
function queueCapacity(scenario, baselineMonth, segment) {
  const { monev, participation, horizon_months: horizon } = scenario;
  const afterRakor = { opd: monev.new_opd, kecamatan: monev.new_kecamatan, other: 0 }[segment];
  const first = monev.first_month === null ? Infinity : monthNumber(monev.first_month) - baselineMonth + 1;
  const most = monev.meetings ?? Infinity;
  /** @param {number} month */
  const heldBefore = (month) => Math.min(most, Math.max(0, Math.floor((month - first) / monev.every_months) + 1));
  const capacity = new Float64Array(horizon + 1);
  for (let month = 1; month <= horizon; month++) {
    capacity[month] = participation[segment].new_units_per_month * month;
    // those from before month 1 are part of the baseline
    if (first < Infinity) capacity[month] += afterRakor * (heldBefore(month) - heldBefore(0));
  }
  return capacity;
}
