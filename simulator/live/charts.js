// Charts of enrolment, independent of any medium (`report/charts/`): against the target, and of several scenarios.

import { line, rakorIn, missingMonths, pointsOf, recordedSeries, runsOf, withMarks, withRakor, withPeriods } from "./chart_parts.js";
import { enumerated } from "./comparison.js";
import { courseOf } from "./course.js";
import { rakorBrings } from "./growth.js";
import { monthName, monthNumber } from "./months.js";
import { monthLong, wholePeople } from "./numbers.js";
import { monthShort, shown } from "./quantities.js";
import { enrolledIn, standing, targetShare } from "./standing.js";
import { targetWorkers } from "./target.js";
import { plain, quantity, sentence } from "./words.js";

/**
 * Enrolled against the target, from the first observed month to the last projected one.
 * @param {Reading} reading
 * @param {Catalogue} words
 * @param {Looks} looks
 * @returns {Chart}
 */
export function enrolmentChart(reading, words, looks) {
  const { scenario, projection, data } = reading;
  const status = standing(reading);
  const target = pointsOf(reading, targetWorkers(reading.projection, reading.scenario.target), "people");
  const observed = data.baseline.facts.history.map(({ month, enrolled, basis }) => ({
    month: monthNumber(month),
    quantity: quantity(enrolled, "people", basis),
  }));
  const projected = pointsOf(reading, projection.series.enrolled, "people");
  const title = enrolmentTitle(reading, projected, words);
  const periods = runsOf(missingMonths(reading), words.texts["overview.past"], reading);
  const needed = quantity(status.workers, "people");
  const month = { month: monthNumber(scenario.target.month) };
  const alt = plain(sentence(words, "overview.enrolment.alt", { title, target: needed, month }), words);
  return withRakor(reading, words, {
    title,
    alt: withPeriods(alt, periods, words),
    axis: words.texts["overview.enrolment.axis"],
    series: [
      line(words.texts["overview.target_line"], target, looks.target),
      { ...line(words.texts["overview.observed"], observed, looks.observed), named: "inside" },
      line(words.texts["overview.projected"], projected, looks.projection),
      ...recordedSeries(reading, "enrolled", looks.actual, words),
    ],
    periods,
    target: status.inside ? target[status.month] : null,
    scale: 1,
  });
}

/**
 * Enrolled of several scenarios on the same data, one line each, and the target if all have the same.
 * @param {Reading[]} readings
 * @param {string[]} names
 * @param {Catalogue} words
 * @param {Looks} looks
 * @returns {Chart}
 */
export function comparisonChart(readings, names, words, looks) {
  const lines = readings.map((reading, i) =>
    line(names[i], pointsOf(reading, reading.projection.series.enrolled, "people"), looks.scenarios[i]),
  );
  const longest = readings.reduce((a, b) => (b.projection.months.length > a.projection.months.length ? b : a));
  const same = (/** @type {(scenario: WholeScenario) => number} */ of) =>
    new Set(readings.map(({ scenario }) => of(scenario))).size === 1;
  const isShared = same((s) => s.target.coverage_share) && same((s) => s.workforce.asn_growth_per_year);
  const name = plain(sentence(words, "compare.target_line", { share: targetShare(longest) }), words);
  const needed = pointsOf(longest, targetWorkers(longest.projection, longest.scenario.target), "people");
  /** @type {Series[]} */
  const target = isShared ? [{ ...line(name, needed, looks.target), named: "along" }] : [];
  return withRakorOfAll(readings, names, words, {
    title: { parts: [words.texts["chart.enrolled"]] },
    alt: comparisonAlt(lines, words),
    axis: words.texts["chart.axis.people"],
    series: [...lines, ...target, ...recordedSeries(longest, "enrolled", looks.actual, words)],
    periods: [],
    target: null,
    scale: 1,
  });
}

/**
 * The sentence on the course of enrolment: it rises, falls, stays, or has a peak, in whole people.
 * @param {Reading} reading
 * @param {Point[]} projected
 * @param {Catalogue} words
 */
function enrolmentTitle(reading, projected, words) {
  const last = projected.length - 1;
  const at = latestRecorded(reading);
  if (at > 0 && at < last) {
    const since = projected[at].month;
    const { value, mark } = reading.recorded.enrolled[monthName(since)];
    const actual = quantity(value, "people", mark);
    const ends = { end: projected[last].quantity, month: { month: projected[last].month } };
    return sentence(words, "overview.enrolment.recorded", { actual, since: { month: since }, ...ends });
  }
  const people = projected.map(({ quantity: { value } }) => wholePeople(value ?? 0));
  const { key, month } = courseOf(people);
  return sentence(words, `overview.enrolment.${key}`, {
    start: enrolledIn(reading, 0),
    end: projected[last].quantity,
    peak: projected[month].quantity,
    month: { month: projected[month].month },
  });
}

/**
 * The last month after the data with recorded enrolled, as an offset; 0 if there is none.
 * @param {Reading} reading
 */
function latestRecorded({ projection, recorded }) {
  const months = Object.keys(recorded.enrolled).map((month) => monthNumber(month) - projection.months[0]);
  return Math.max(0, ...months);
}

/**
 * A chart of several scenarios with marks for Rakor Monev that bring somebody, named by scenario if they differ; the marks of a
 * scenario end where its line ends.
 * @param {Reading[]} readings
 * @param {string[]} names
 * @param {Catalogue} words
 * @param {Omit<Chart, "marks">} chart
 */
function withRakorOfAll(readings, names, words, chart) {
  const held = readings.map((reading) => (rakorBrings(reading.scenario) ? rakorIn(chart, reading) : []));
  const holding = names.filter((_, i) => held[i].length).map((name) => `“${name}”`);
  const isAlike = new Set(held.map(String)).size === 1;
  const name = isAlike
    ? words.texts["chart.rakor"]
    : plain(sentence(words, "chart.rakor.of", { names: enumerated(holding, words) }), words);
  const last = readings.map(({ projection: { months } }) => months[months.length - 1]);
  const drawn = held.flatMap((months, i) => months.filter((month) => month <= last[i]));
  return withMarks(chart, [...new Set(drawn)].sort((a, b) => a - b), name, words);
}

/**
 * The words for where each line begins and ends, with the month of a line that ends before the others.
 * @param {Series[]} lines
 * @param {Catalogue} words
 */
function comparisonAlt(lines, words) {
  const ends = lines.map(({ points }) => points[points.length - 1].month);
  const last = Math.max(...ends);
  const descriptions = lines.map(({ name, points }, i) => {
    const [start, final] = [points[0], points[points.length - 1]].map(({ quantity: of }) => shown(of, words));
    const end = ends[i] < last ? `${final} (${monthShort(ends[i], words)})` : final;
    return plain(sentence(words, "compare.alt_line", { name, start, end }), words);
  });
  return plain(
    sentence(words, "compare.alt", {
      metric: words.texts["chart.enrolled"],
      first: monthLong(Math.min(...lines.map(({ points }) => points[0].month)), words),
      last: monthLong(last, words),
      lines: descriptions.join("; "),
    }),
    words,
  );
}
