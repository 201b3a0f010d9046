// Findings of the overview other than the target: titles and lines of its charts, groups (`report/charts`, `report/sentences`).

import { courseOf } from "./course.js";
import { monthLong, people, timesText, wholePeople } from "./numbers.js";
import { paidRatio } from "./paid.js";
import { filled } from "./sentences.js";

/**
 * The course of enrolment: it rises, falls, stays, or has a peak, in whole people; starting from the last recorded month, if any.
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
  const { key, month } = courseOf(whole);
  const numbers = { start: number(0), end: number(last), peak: number(month) };
  return filled(texts[`overview.enrolment.${key}`], { ...numbers, month: monthLong(p.months[month], language) });
}

/**
 * Payouts against contributions over the months of the view.
 * @param {Projection} p
 * @param {MoneyView} view
 * @param {Words} words
 * @returns {Piece[]}
 */
export function moneyTitle(p, view, words) {
  const { ratio, key } = paidRatio(p, view);
  return filled(words.texts[key], { ratio: { number: timesText(ratio, words.language) }, span: view.span });
}
