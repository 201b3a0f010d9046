// Compares a projection with its target, like `model/metrics.py`, and words it like `report/sentences/target.py`.

import { monthNumber } from "./months.js";
import { finding, targetStatus } from "./target.js";
import { joined, quantity, sentence } from "./words.js";

/**
 * The projection compared with its own target, month by month; months are offsets from the baseline.
 * @param {Reading} reading
 */
export const standing = ({ projection, scenario }) => targetStatus(projection, scenario.target);

/**
 * The whole workers missing to a target, at least one; with the enrolled as shown they add up to it.
 * @param {number} gap
 */
export const wholeShort = (gap) => (gap > 0 ? Math.max(1, Math.ceil(gap - 0.5 - 1e-6)) : 0);

/**
 * The finding on the target, each number with its basis.
 * @param {Reading} reading
 * @param {Catalogue} words
 */
export function findingSentence(reading, words) {
  const { projection, today, recorded, scenario } = reading;
  const actual = recorded.enrolled[scenario.target.month] ?? null;
  const findings = finding(projection, standing(reading), actual && actual.value, today, /** @type {FindingValues<InSentence>} */ ({
    target: targetNamed(reading, words),
    nothing: "",
    workers: (value) => quantity(value, "people"),
    recorded: (value) => quantity(value, "people", actual?.mark),
    enrolled: (offset) => enrolledIn(reading, offset),
    month: (offset) => monthOf(reading, offset),
    dated: (offset) => datedMonth(reading, offset, words),
  }));
  return joined(findings.map(([key, values]) => sentence(words, `overview.${key}`, withOrigins(values))));
}

/** @type {Record<string, string>} */
const ORIGINS = {
  share: "target_share",
  workers: "target_workers",
  enrolled: "enrolled_in",
  gap: "gap",
  over: "surplus",
  actual: "actual_in",
  apart: "actual_gap",
};

/**
 * The values of a sentence; numbers carry the key of their explanation.
 * @param {Record<string, InSentence>} values
 * @returns {Record<string, InSentence>}
 */
function withOrigins(values) {
  const entries = Object.entries(values).map(([name, value]) => [name, typeof value === "object" && "basis" in value ? { ...value, of: ORIGINS[name] } : value]);
  return Object.fromEntries(entries);
}

/**
 * @param {Reading} reading
 * @param {number} month
 */
export function enrolledIn({ projection, marks }, month) {
  const basis = month === 0 ? marks.enrolled : "derived";
  return quantity(projection.series.enrolled[month], "people", basis);
}

/**
 * The target in percent and workers, and its month, which is called past if it was not recorded.
 * @param {Reading} reading
 * @param {Catalogue} words
 */
function targetNamed(reading, words) {
  const { scenario, recorded } = reading;
  const share = targetShare(reading);
  const workers = quantity(standing(reading).workers, "people", "derived");
  const month = monthNumber(scenario.target.month) - reading.projection.months[0];
  const at = scenario.target.month in recorded.enrolled ? monthOf(reading, month) : datedMonth(reading, month, words);
  return sentence(words, "overview.target", withOrigins({ share, workers, month: at }));
}

/**
 * The share of the target, with the mark of its source if it is the reference value.
 * @param {Reading} reading
 */
export function targetShare({ scenario, marks, targetReference }) {
  const share = scenario.target.coverage_share;
  return quantity(share, "share", share === targetReference ? marks.target : "assumed");
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
 * A month, called past if it is.
 * @param {Reading} reading
 * @param {number} offset
 * @param {Catalogue} words
 */
export function datedMonth(reading, offset, words) {
  const month = monthOf(reading, offset);
  return isPast(reading, offset) ? sentence(words, "past.month", { month }) : month;
}
