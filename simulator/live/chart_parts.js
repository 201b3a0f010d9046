// Common parts of charts over months (`report/charts/parts.py`): lines, recorded points, unrecorded months, marks of the Rakor Monev.

import { rakorMonths } from "./growth.js";
import { monthName, monthNumber } from "./months.js";
import { plain, quantity, sentence } from "./words.js";

/**
 * @param {string} name
 * @param {Point[]} points
 * @param {Look} look
 * @returns {Series}
 */
export const line = (name, points, look) => ({ name, points, look, drawn: "line", named: "end" });

/**
 * The points of a line that ends with the projection.
 * @param {Reading} reading
 * @param {ArrayLike<number>} values
 * @param {string} unit
 * @returns {Point[]}
 */
export function pointsOf({ projection: { months } }, values, unit) {
  const first = months.length - values.length;
  return Array.from(values, (value, i) => ({ month: months[first + i], quantity: quantity(value, unit) }));
}

/**
 * The recorded values of a figure in projected months as single points; none if there are no records.
 * @param {Reading} reading
 * @param {Figure} figure
 * @param {Look} look
 * @param {Catalogue} words
 * @returns {Series[]}
 */
export function recordedSeries({ projection: { months }, recorded }, figure, look, words) {
  const unit = figure === "enrolled" ? "people" : "idr";
  const points = Object.entries(recorded[figure])
    .map(([name, { value, mark }]) => ({ month: monthNumber(name), quantity: quantity(value, unit, mark) }))
    .filter(({ month }) => month > months[0] && month - months[0] < months.length)
    .sort((a, b) => a.month - b.month);
  const name = words.texts[`overview.actual.${figure}`];
  return points.length ? [{ name, points, look, drawn: "points", named: "inside" }] : [];
}

/**
 * The projected months that are over but not recorded, as offsets.
 * @param {Reading} reading
 */
export function missingMonths({ projection, recorded, today }) {
  const offsets = Array.from(projection.months, (month, t) => ({ month, t })).slice(1);
  return offsets.filter(({ month }) => month < today && !(monthName(month) in recorded.enrolled)).map(({ t }) => t);
}

/**
 * Every unbroken run of months as a period.
 * @param {number[]} offsets
 * @param {string} name
 * @param {Reading} reading
 * @param {boolean} [isBracketed]
 * @returns {Period[]}
 */
export function runsOf(offsets, name, { projection }, isBracketed = false) {
  const start = projection.months[0];
  const firsts = offsets.filter((t) => !offsets.includes(t - 1));
  const lasts = offsets.filter((t) => !offsets.includes(t + 1));
  return firsts.map((t, i) => ({ first: start + t, last: start + lasts[i], name, isBracketed }));
}

/**
 * A chart with a mark for every Rakor Monev in its months, also before the data; its text alternative names them.
 * @param {Reading} reading
 * @param {Catalogue} words
 * @param {Omit<Chart, "marks">} chart
 */
export const withRakor = (reading, words, chart) =>
  withMarks(chart, rakorIn(chart, reading), words.texts["chart.rakor"], words);

/**
 * The months of a chart in which the scenario has a Rakor Monev.
 * @param {Omit<Chart, "marks">} chart
 * @param {Reading} reading
 */
export function rakorIn(chart, { scenario }) {
  const drawn = chart.series.flatMap(({ points }) => points.map(({ month }) => month));
  const [begin, end] = [Math.min(...drawn), Math.max(...drawn)];
  const held = rakorMonths(scenario.monev, begin, end - begin + 1);
  return held.filter((since) => since >= 0).map((since) => begin + since);
}

/**
 * A chart with named marks of Rakor Monev in some months; unchanged if there are none.
 * @param {Omit<Chart, "marks">} chart
 * @param {number[]} months
 * @param {string} name
 * @param {Catalogue} words
 * @returns {Chart}
 */
export function withMarks(chart, months, name, words) {
  if (!months.length) return { ...chart, marks: null };
  const key = `chart.rakor.alt${months.length === 1 ? ".one" : ""}`;
  const [from, to] = [months[0], months[months.length - 1]].map((month) => ({ month }));
  const description = plain(sentence(words, key, { name, count: String(months.length), first: from, last: to }), words);
  return { ...chart, alt: `${chart.alt} ${description}`, marks: { months, name } };
}

/**
 * @param {string} alt
 * @param {Period[]} periods
 * @param {Catalogue} words
 */
export function withPeriods(alt, periods, words) {
  const names = [...new Set(periods.map(({ name }) => name))];
  return [alt, ...names.map((name) => plain(sentence(words, "overview.shaded", { name }), words))].join(" ");
}
