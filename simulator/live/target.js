// Compares a projection with its target, in numbers and in words (`model/metrics.py`, `report/sentences/target.py`).

import { monthNumber } from "./months.js";
import { monthLong, people, wholePeople } from "./numbers.js";
import { dated, filled, inOneParagraph } from "./sentences.js";

const TARGET_TOLERANCE = 1e-6; // of a worker

/**
 * The workers that the target requires with the ASN of each month, rounded up.
 * @param {Projection} p
 * @param {Target} target
 */
export function targetWorkers({ asn }, target) {
  return Array.from(asn, (count) => Math.ceil(target.coverage_share * count - TARGET_TOLERANCE));
}

/**
 * The projection compared with a target; months are offsets from the baseline, null if there is none.
 * @param {Projection} p
 * @param {Target} target
 * @returns {TargetStatus}
 */
export function targetStatus(p, target) {
  const last = p.months.length - 1;
  const month = monthNumber(target.month) - p.months[0];
  const inside = 0 <= month && month <= last;
  const needed = targetWorkers(p, target);
  const isMet = Array.from(p.series.enrolled, (enrolled, t) => enrolled >= needed[t] - TARGET_TOLERANCE);
  const readMonth = inside ? month : last;
  /** @type {(wanted: boolean, from: number) => number | null} */
  const firstThatIs = (wanted, from) => {
    const found = isMet.indexOf(wanted, from);
    return found < 0 ? null : found;
  };
  const firstMet = firstThatIs(true, 0);
  const gap = needed[readMonth] - p.series.enrolled[readMonth];
  return {
    month,
    inside,
    readMonth,
    workers: needed[readMonth],
    enrolled: p.series.enrolled[readMonth],
    gap,
    met: inside && gap <= TARGET_TOLERANCE,
    firstMet,
    lost: firstMet === null ? null : firstThatIs(false, firstMet),
    turns: firstThatIs(!isMet[readMonth], readMonth),
  };
}

/**
 * The finding on the target in the words of a page that follows the hand.
 * @param {Projection} p
 * @param {TargetStatus} status
 * @param {Words} words
 * @returns {Piece[]}
 */
export function statusSentence(p, status, words) {
  const workers = (/** @type {number} */ value) => ({ number: people(value, words.language) });
  const findings = finding(p, status, words.actual, words.today, /** @type {FindingValues<Filling>} */ ({
    target: words.target,
    nothing: "",
    workers,
    recorded: workers,
    enrolled: (offset) => workers(p.series.enrolled[offset]),
    month: (offset) => monthLong(p.months[offset], words.language),
    dated: (offset) => dated(p.months[offset], words),
  }));
  return inOneParagraph(findings.map(([key, values]) => filled(words.texts[`overview.${key}`], values)));
}

/**
 * Whether the target is met, missed, lost or outside the projection, or as recorded if its month was: the sentences for that, by
 * their keys in the catalogue, and what goes into each.
 * @template T
 * @param {Projection} p
 * @param {TargetStatus} status
 * @param {number | null} actual enrolled in the target's month as recorded
 * @param {number} today
 * @param {FindingValues<T>} of
 * @returns {[string, Record<string, T>][]}
 */
export function finding(p, status, actual, today, of) {
  if (actual !== null && status.month !== 0) return recordedFinding(status, actual, of);
  const { target, nothing: chance } = of; // the page cannot simulate
  const over = wholePeople(status.enrolled) - status.workers;
  const gap = of.workers(-over);
  if (!status.inside) {
    const end = p.months.length - 1;
    const then = status.gap <= 0 ? "then_met" : over < 0 ? "then_short" : "then_barely";
    return [
      [status.month < 0 ? "before" : "beyond", { target, last: of.month(end), baseline: of.month(0) }],
      [then, { last: of.month(end), enrolled: of.enrolled(end), gap }],
    ];
  }
  const { met, month, firstMet, lost, turns } = status;
  const key = verdict(p, status, met ? (over ? "met" : "met_exactly") : over < 0 ? "missed" : "missed_barely", today);
  /** @type {[string, Record<string, T>][]} */
  const findings = [[key, { target, enrolled: of.enrolled(month), over: of.workers(over), gap, chance }]];
  if (firstMet !== null && firstMet < month) {
    if (lost === null || lost > month) findings.push(["since", { month: of.dated(firstMet) }]);
    else if (!met) findings.push(["met_before", { first: of.dated(firstMet), lost: of.dated(lost) }]);
  }
  if (turns !== null) findings.push([met ? "lost_after" : "met_later", { month: of.dated(turns) }]);
  return findings;
}

/**
 * Whether the target was met according to the records, and what the scenario projects.
 * @template T
 * @param {TargetStatus} status
 * @param {number} actual
 * @param {FindingValues<T>} of
 * @returns {[string, Record<string, T>][]}
 */
function recordedFinding(status, actual, of) {
  const over = actual - status.workers;
  const values = { target: of.target, actual: of.recorded(actual), apart: of.workers(Math.abs(over)) };
  /** @type {[string, Record<string, T>][]} */
  const findings = [[over >= 0 ? "recorded_met" : "recorded_missed", values]];
  if (status.inside) findings.push(["recorded_projected", { enrolled: of.enrolled(status.month) }]);
  if (over < 0 && status.turns !== null && !status.met) findings.push(["met_later", { month: of.dated(status.turns) }]);
  return findings;
}

/**
 * The key of a finding on the month of the target: recorded, projected, or projected for a past month.
 * @param {Projection} p
 * @param {TargetStatus} status
 * @param {string} key
 * @param {number} today
 */
export function verdict(p, status, key, today) {
  if (status.month === 0) return key;
  if (status.met) return `${key}_projected`;
  return p.months[status.month] < today ? `${key}_past` : key;
}
