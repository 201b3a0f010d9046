// Where a projection stands against its target, as numbers and in words (`model/metrics.py`, `report/sentences/target.py`).

import { monthNumber } from "./months.js";
import { monthLong, people, wholePeople } from "./numbers.js";
import { dated, filled, inOneParagraph } from "./sentences.js";

const TARGET_TOLERANCE = 1e-6; // of a worker

/**
 * Workers the target asks for with the ASN of each month, rounded up.
 * @param {Projection} p
 * @param {Target} target
 */
export function targetWorkers({ asn }, target) {
  return Array.from(asn, (count) => Math.ceil(target.coverage_share * count - TARGET_TOLERANCE));
}

/**
 * The projection held against a target; months are offsets from the baseline, null where there is none.
 * @param {Projection} p
 * @param {Target} target
 * @returns {TargetStatus}
 */
export function targetStatus(p, target) {
  const last = p.months.length - 1;
  const month = monthNumber(target.month) - p.months[0];
  const inside = 0 <= month && month <= last;
  const asked = targetWorkers(p, target);
  const isMet = Array.from(p.series.enrolled, (enrolled, t) => enrolled >= asked[t] - TARGET_TOLERANCE);
  const readMonth = inside ? month : last;
  /** @type {(wanted: boolean, from: number) => number | null} */
  const firstThatIs = (wanted, from) => {
    const found = isMet.indexOf(wanted, from);
    return found < 0 ? null : found;
  };
  const firstMet = firstThatIs(true, 0);
  const gap = asked[readMonth] - p.series.enrolled[readMonth];
  return {
    month,
    inside,
    readMonth,
    workers: asked[readMonth],
    enrolled: p.series.enrolled[readMonth],
    gap,
    met: inside && gap <= TARGET_TOLERANCE,
    firstMet,
    lost: firstMet === null ? null : firstThatIs(false, firstMet),
    turns: firstThatIs(!isMet[readMonth], readMonth),
  };
}

/**
 * Whether the target is met, missed, lost or outside the projection; as recorded, where its month was.
 * @param {Projection} p
 * @param {TargetStatus} status
 * @param {Words} words
 * @returns {Piece[]}
 */
export function statusSentence(p, status, words) {
  if (words.actual !== null && status.month !== 0) return inOneParagraph(recordedSentences(p, status, words.actual, words));
  return inOneParagraph(status.inside ? insideSentences(p, status, words) : outsideSentences(p, status, words));
}

/**
 * @param {number} value
 * @param {Words} words
 * @returns {Piece}
 */
const workersPiece = (value, words) => ({ number: people(value, words.language) });

/**
 * @param {Projection} p
 * @param {TargetStatus} status
 * @param {Words} words
 */
function insideSentences(p, status, words) {
  const over = wholePeople(status.enrolled) - status.workers;
  const key = verdict(p, status, status.met ? (over ? "met" : "met_exactly") : over < 0 ? "missed" : "missed_barely", words);
  const sentences = [
    filled(words.texts[`overview.${key}`], {
      target: words.target,
      enrolled: workersPiece(status.enrolled, words),
      over: workersPiece(over, words),
      gap: workersPiece(-over, words),
      chance: "", // the page cannot simulate
    }),
  ];
  if (status.firstMet !== null && status.firstMet < status.month) {
    const first = dated(p.months[status.firstMet], words);
    if (status.lost === null || status.lost > status.month) {
      sentences.push(filled(words.texts["overview.since"], { month: first }));
    } else if (!status.met) {
      sentences.push(filled(words.texts["overview.met_before"], { first, lost: dated(p.months[status.lost], words) }));
    }
  }
  if (status.turns !== null) {
    const turned = status.met ? "overview.lost_after" : "overview.met_later";
    sentences.push(filled(words.texts[turned], { month: dated(p.months[status.turns], words) }));
  }
  return sentences;
}

/**
 * The key of a finding on the target's month: counted, as projected, or as projected of a month past.
 * @param {Projection} p
 * @param {TargetStatus} status
 * @param {string} key
 * @param {Words} words
 */
export function verdict(p, status, key, words) {
  if (status.month === 0) return key;
  if (status.met) return `${key}_projected`;
  return p.months[status.month] < words.today ? `${key}_past` : key;
}

/**
 * @param {Projection} p
 * @param {TargetStatus} status
 * @param {Words} words
 */
function outsideSentences(p, status, words) {
  const lastMonth = p.months.length - 1;
  const last = monthLong(p.months[lastMonth], words.language);
  const over = wholePeople(status.enrolled) - status.workers;
  const where = status.month < 0 ? "overview.before" : "overview.beyond";
  const then = status.gap <= 0 ? "then_met" : over < 0 ? "then_short" : "then_barely";
  return [
    filled(words.texts[where], { target: words.target, last, baseline: monthLong(p.months[0], words.language) }),
    filled(words.texts[`overview.${then}`], {
      last,
      enrolled: workersPiece(p.series.enrolled[lastMonth], words),
      gap: workersPiece(-over, words),
    }),
  ];
}

/**
 * Whether the target was met in truth, and what the scenario projects.
 * @param {Projection} p
 * @param {TargetStatus} status
 * @param {number} actual
 * @param {Words} words
 */
function recordedSentences(p, status, actual, words) {
  const over = actual - status.workers;
  const sentences = [
    filled(words.texts[over >= 0 ? "overview.recorded_met" : "overview.recorded_missed"], {
      target: words.target,
      actual: workersPiece(actual, words),
      apart: workersPiece(Math.abs(over), words),
    }),
  ];
  if (status.inside) {
    const enrolled = workersPiece(status.enrolled, words);
    sentences.push(filled(words.texts["overview.recorded_projected"], { enrolled }));
  }
  if (over < 0 && status.turns !== null && !status.met) {
    sentences.push(filled(words.texts["overview.met_later"], { month: dated(p.months[status.turns], words) }));
  }
  return sentences;
}
