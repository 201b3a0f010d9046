// What the overview finds in a projection beside the target: titles and lines of its charts, groups (`report/charts`, `report/sentences`).

import { monthLong, people, timesText, wholePeople } from "./numbers.js";
import { filled } from "./sentences.js";

/**
 * What happens to enrolment: it rises, falls, stays, or has a peak, in whole people; from what was recorded on, where it was.
 * @param {Projection} p
 * @param {Words} words
 * @returns {Piece[]}
 */
export function enrolmentTitle(p, words) {
  const { language, texts, latest } = words;
  const whole = Array.from(p.series.enrolled, wholePeople);
  const last = whole.length - 1;
  /** @param {number} t @returns {Piece} */
  const number = (t) => ({ number: people(p.series.enrolled[t], language) });
  if (0 < latest.month && latest.month < last) {
    return filled(texts["overview.enrolment.recorded"], {
      actual: { number: people(latest.enrolled, language) },
      since: monthLong(p.months[latest.month], language),
      end: number(last),
      month: monthLong(p.months[last], language),
    });
  }
  const [start, end] = [whole[0], whole[last]];
  const top = whole.indexOf(Math.max(...whole));
  const differs = whole.map((value) => value !== end);
  const settled = differs.lastIndexOf(true) + 1; // from here on it stays
  let [at, key] = [settled, start === end ? "flat" : end > start ? "rise" : "fall"];
  if (whole[top] > Math.max(start, end)) [at, key] = [top, "peak"];
  else if (key !== "flat" && settled < last) key += "_flat";
  const month = monthLong(p.months[key === "flat" ? last : at], language);
  return filled(texts[`overview.enrolment.${key}`], { start: number(0), end: number(last), peak: number(top), month });
}

/**
 * Contributions without JHT and payouts as the chart draws them: by month from the first projected one, over 12 months, or added up on `before`.
 * @param {Projection} p
 * @param {MoneyView} view
 */
export function moneyLines(p, view) {
  const paidIn = p.series.enrolled.map((enrolled, t) => enrolled * p.contributionPerMember[t]);
  const paidOut = p.series.payouts_idr;
  if (view.name === "monthly") return { paidIn: paidIn.slice(1), paidOut: paidOut.slice(1) };
  const sums = { paidIn: addedUp(paidIn, view.before[0]), paidOut: addedUp(paidOut, view.before[1]) };
  return view.name === "year" ? { paidIn: overAYear(sums.paidIn), paidOut: overAYear(sums.paidOut) } : sums;
}

/**
 * @param {Float64Array} flow
 * @param {number} before
 */
function addedUp(flow, before) {
  let sum = 0;
  return flow.map((value, t) => before + (sum += t ? value : 0));
}

/**
 * Of sums from month 1 on what the last 12 months add, from month 12 on.
 * @param {Float64Array} sums
 */
function overAYear(sums) {
  return sums.slice(12).map((sum, t) => sum - sums[t]);
}

/**
 * Payouts against contributions over the months of the view.
 * @param {Projection} p
 * @param {MoneyView} view
 * @param {Words} words
 * @returns {Piece[]}
 */
export function moneyTitle(p, view, words) {
  const { paidIn, paidOut } = moneyLines(p, view.name === "monthly" ? { ...view, name: "cumulative" } : view);
  const last = paidIn.length - 1;
  const ratio = paidIn[last] === 0 ? NaN : paidOut[last] / paidIn[last];
  const key = Number.isNaN(ratio) ? "overview.money.title_nothing" : "overview.money.title";
  return filled(words.texts[key], { ratio: { number: timesText(ratio, words.language) }, period: view.period });
}

/**
 * Whole numbers near `values` that add up to `total`: the largest remainders are rounded up (Hamilton's method).
 * @param {number[]} values
 * @param {number} total
 */
export function largestRemainder(values, total) {
  const near = values.map((value) => (Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value));
  const shown = near.map(Math.floor);
  const byRemainder = near.map((_, i) => i).sort((a, b) => near[b] - shown[b] - (near[a] - shown[a]) || a - b);
  const places = total - shown.reduce((sum, value) => sum + value, 0);
  for (const i of byRemainder.slice(0, places)) shown[i] += 1;
  return shown;
}
