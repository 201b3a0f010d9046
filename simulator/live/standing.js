// Where a projection stands against its target, as `model/metrics.py` finds it and `report/sentences/target.py` says it.

import { monthNumber } from "./months.js";
import { wholePeople } from "./numbers.js";
import { targetStatus } from "./target.js";
import { joined, quantity, sentence } from "./words.js";

/**
 * The projection held against its own target, month by month; months are offsets from the baseline.
 * @param {Reading} reading
 */
export const standing = ({ projection, scenario }) => targetStatus(projection, scenario.target);

/**
 * Whole workers short of a target, at least one; with the enrolled as shown they add up to it.
 * @param {number} gap
 */
export const wholeShort = (gap) => (gap > 0 ? Math.max(1, Math.ceil(gap - 0.5 - 1e-6)) : 0);

/**
 * Whether the target is met, missed, lost or outside the projection; as recorded, where its month was.
 * @param {Reading} reading
 * @param {Catalogue} words
 */
export function findingSentence(reading, words) {
  const status = standing(reading);
  const { scenario, recorded } = reading;
  const actual = recorded[scenario.target.month];
  if (actual !== undefined && status.month !== 0) return recordedSentence(reading, status, actual, words);
  const target = targetNamed(reading, words);
  if (!status.inside) return outsideSentence(reading, status, target, words);
  const over = wholePeople(status.enrolled) - status.workers;
  const key = status.met
    ? verdictKey(reading, status, over ? "met" : "met_exactly")
    : verdictKey(reading, status, over < 0 ? "missed" : "missed_barely");
  const enrolled = enrolledIn(reading, status.month);
  const sentences = [
    sentence(words, `overview.${key}`, { target, enrolled, over: workersNumber(over), gap: workersNumber(-over), chance: "" }),
  ];
  const { firstMet, lost, turns } = status;
  if (firstMet !== null && firstMet < status.month) {
    const first = datedMonth(reading, firstMet, words);
    if (lost === null || lost > status.month) sentences.push(sentence(words, "overview.since", { month: first }));
    else if (!status.met) {
      sentences.push(sentence(words, "overview.met_before", { first, lost: datedMonth(reading, lost, words) }));
    }
  }
  if (turns !== null) {
    const turned = status.met ? "overview.lost_after" : "overview.met_later";
    sentences.push(sentence(words, turned, { month: datedMonth(reading, turns, words) }));
  }
  return joined(sentences);
}

/** @param {number} value */
const workersNumber = (value) => quantity(value, "people");

/**
 * @param {Reading} reading
 * @param {number} month
 */
export function enrolledIn({ projection, marks }, month) {
  const basis = month === 0 ? marks.enrolled : "derived";
  return quantity(projection.series.enrolled[month], "people", basis);
}

/**
 * @param {Reading} reading
 * @param {TargetStatus} status
 * @param {string} key
 */
function verdictKey(reading, status, key) {
  if (status.month === 0) return key;
  if (status.met) return `${key}_projected`;
  return isPast(reading, status.month) ? `${key}_past` : key;
}

/**
 * The target in percent and workers, and its month, which is called past where nobody recorded it.
 * @param {Reading} reading
 * @param {Catalogue} words
 */
function targetNamed(reading, words) {
  const { scenario, recorded } = reading;
  const share = targetShare(reading);
  const workers = quantity(standing(reading).workers, "people", "derived");
  const month = monthNumber(scenario.target.month) - reading.projection.months[0];
  const at = recorded[scenario.target.month] !== undefined ? monthOf(reading, month) : datedMonth(reading, month, words);
  return sentence(words, "overview.target", { share, workers, month: at });
}

/**
 * The share the target asks for, with the mark of its source where it is the reference value.
 * @param {Reading} reading
 */
export function targetShare({ scenario, marks, targetReference }) {
  const share = scenario.target.coverage_share;
  return quantity(share, "share", share === targetReference ? marks.target : "assumed");
}

/**
 * @param {Reading} reading
 * @param {TargetStatus} status
 * @param {number} actual
 * @param {Catalogue} words
 */
function recordedSentence(reading, status, actual, words) {
  const over = actual - status.workers;
  const target = targetNamed(reading, words);
  const basis = reading.recordedMarks[reading.scenario.target.month];
  const key = over >= 0 ? "overview.recorded_met" : "overview.recorded_missed";
  const values = { target, actual: quantity(actual, "people", basis), apart: workersNumber(Math.abs(over)) };
  const sentences = [sentence(words, key, values)];
  if (status.inside) {
    const enrolled = enrolledIn(reading, status.month);
    sentences.push(sentence(words, "overview.recorded_projected", { enrolled }));
  }
  if (over < 0 && status.turns !== null && !status.met) {
    const month = datedMonth(reading, status.turns, words);
    sentences.push(sentence(words, "overview.met_later", { month }));
  }
  return joined(sentences);
}

/**
 * @param {Reading} reading
 * @param {TargetStatus} status
 * @param {Sentence} target
 * @param {Catalogue} words
 */
function outsideSentence(reading, status, target, words) {
  const end = reading.projection.months.length - 1;
  const last = monthOf(reading, end);
  const over = wholePeople(status.enrolled) - status.workers;
  const key = status.month < 0 ? "overview.before" : "overview.beyond";
  const where = sentence(words, key, { target, last, baseline: monthOf(reading, 0) });
  const then = status.gap <= 0 ? "then_met" : over < 0 ? "then_short" : "then_barely";
  const values = { last, enrolled: enrolledIn(reading, end), gap: workersNumber(-over) };
  return joined([where, sentence(words, `overview.${then}`, values)]);
}

/**
 * @param {Reading} reading
 * @param {number} offset
 */
const monthOf = ({ projection }, offset) => ({ month: projection.months[0] + offset });

/**
 * @param {Reading} reading
 * @param {number} offset
 */
const isPast = ({ projection, today }, offset) => projection.months[0] + offset < today;

/**
 * A month, with the word that it is past where it is.
 * @param {Reading} reading
 * @param {number} offset
 * @param {Catalogue} words
 */
export function datedMonth(reading, offset, words) {
  const month = monthOf(reading, offset);
  return isPast(reading, offset) ? sentence(words, "past.month", { month }) : month;
}
