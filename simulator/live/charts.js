// Charts free of any medium, as `report/charts/` describes them: series over months with title, words and looks.

import { enumerated } from "./comparison.js";
import { meetingsBring } from "./growth.js";
import { ruleInForce } from "./money.js";
import { monthName, monthNumber } from "./months.js";
import { monthLong, wholePeople } from "./numbers.js";
import { monthShort, shown } from "./quantities.js";
import { enrolledIn, standing, targetShare } from "./standing.js";
import { targetWorkers } from "./target.js";
import { plain, quantity, sentence } from "./words.js";

const MILLION = 1e6;

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
  const asked = quantity(status.workers, "people");
  const month = { month: monthNumber(scenario.target.month) };
  const alt = plain(sentence(words, "overview.enrolment.alt", { title, target: asked, month }), words);
  return withMeetings(reading, words, {
    title,
    alt: withPeriods(alt, periods, words),
    axis: words.texts["overview.enrolment.axis"],
    series: [
      line(words.texts["overview.target_line"], target, looks.target),
      { ...line(words.texts["overview.observed"], observed, looks.observed), named: "inside" },
      line(words.texts["overview.projected"], projected, looks.projection),
      ...recordedSeries(reading, words, looks),
    ],
    periods,
    target: status.inside ? target[status.month] : null,
    scale: 1,
  });
}

/**
 * JKK and JKM contributions and expected payouts, added up from the month of the data.
 * @param {Reading} reading
 * @param {Catalogue} words
 * @param {Looks} looks
 * @returns {Chart}
 */
export function moneyChart(reading, words, looks) {
  const { projection } = reading;
  const premiums = projection.series.enrolled.map((n, t) => n * projection.contributionPerMember[t]);
  const paidIn = addedUp(premiums);
  const paidOut = addedUp(projection.series.payouts_idr);
  const title = moneyTitle(reading, paidIn, paidOut, words);
  const periods = [
    ...reliefPeriods(reading, words),
    ...runsOf(missingMonths(reading), words.texts["overview.past"], reading, true),
  ];
  const alt = plain(sentence(words, "overview.money.alt", { title }), words);
  return withMeetings(reading, words, {
    title,
    alt: withPeriods(alt, periods, words),
    axis: words.texts["overview.money.axis.cumulative"],
    series: [
      line(words.texts["overview.contributions"], pointsOf(reading, paidIn, "idr"), looks.projection),
      line(words.texts["overview.payouts"], pointsOf(reading, paidOut, "idr"), looks.payouts),
    ],
    periods,
    target: null,
    scale: MILLION,
  });
}

/**
 * Enrolled of several scenarios on the same data, a line each, and the target where all ask for the same.
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
  const asked = pointsOf(longest, targetWorkers(longest.projection, longest.scenario.target), "people");
  /** @type {Series[]} */
  const target = isShared ? [{ ...line(name, asked, looks.target), named: "along" }] : [];
  return withMeetingsOfAll(readings, names, words, {
    title: { parts: [words.texts["chart.enrolled"]] },
    alt: comparisonAlt(lines, words),
    axis: words.texts["chart.axis.people"],
    series: [...lines, ...target, ...recordedSeries(longest, words, looks)],
    periods: [],
    target: null,
    scale: 1,
  });
}

/**
 * @param {string} name
 * @param {Point[]} points
 * @param {Look} look
 * @returns {Series}
 */
const line = (name, points, look) => ({ name, points, look, drawn: "line", named: "end" });

/**
 * @param {Reading} reading
 * @param {ArrayLike<number>} values
 * @param {string} unit
 * @returns {Point[]}
 */
function pointsOf({ projection }, values, unit) {
  return Array.from(values, (value, t) => ({ month: projection.months[t], quantity: quantity(value, unit) }));
}

/**
 * Sums from the first projected month on, 0 in the month of the data.
 * @param {Float64Array} values
 */
function addedUp(values) {
  let sum = 0;
  return values.map((value, t) => (t ? (sum += value) : 0));
}

/**
 * What happens to enrolment: it rises, falls, stays, or has a peak, in whole people.
 * @param {Reading} reading
 * @param {Point[]} projected
 * @param {Catalogue} words
 */
function enrolmentTitle(reading, projected, words) {
  const last = projected.length - 1;
  const at = latestRecorded(reading);
  if (at > 0 && at < last) {
    const since = projected[at].month;
    const basis = reading.recordedMarks[monthName(since)];
    const actual = quantity(reading.recorded[monthName(since)], "people", basis);
    const ends = { end: projected[last].quantity, month: { month: projected[last].month } };
    return sentence(words, "overview.enrolment.recorded", { actual, since: { month: since }, ...ends });
  }
  const people = projected.map(({ quantity: { value } }) => wholePeople(value ?? 0));
  const [start, end, top] = [people[0], people[last], people.indexOf(Math.max(...people))];
  let settled = last;
  while (settled > 0 && people[settled - 1] === end) settled--;
  const isFlat = settled === 0;
  let [month, key] = [isFlat ? last : settled, start === end ? "flat" : end > start ? "rise" : "fall"];
  if (people[top] > Math.max(start, end)) [month, key] = [top, "peak"];
  else if (key !== "flat" && settled < last) key += "_flat";
  return sentence(words, `overview.enrolment.${key}`, {
    start: enrolledIn(reading, 0),
    end: projected[last].quantity,
    peak: projected[top].quantity,
    month: { month: projected[key === "flat" ? last : month].month },
  });
}

/**
 * The last month after the data's in which somebody recorded the enrolled, as offset; 0 where nobody did.
 * @param {Reading} reading
 */
function latestRecorded({ projection, recorded }) {
  const months = Object.keys(recorded).map((month) => monthNumber(month) - projection.months[0]);
  return Math.max(0, ...months);
}

/**
 * @param {Reading} reading
 * @param {Float64Array} paidIn
 * @param {Float64Array} paidOut
 * @param {Catalogue} words
 */
function moneyTitle({ projection }, paidIn, paidOut, words) {
  const last = projection.months.length - 1;
  const ends = [projection.months[1], projection.months[last]].map((month) => monthShort(month, words));
  const period = [...new Set(ends)].join(" – ");
  const key = paidIn[last] === 0 ? "overview.money.title_nothing" : "overview.money.title";
  return sentence(words, key, { ratio: quantity(paidOut[last] / paidIn[last], "ratio"), period });
}

/**
 * @param {Reading} reading
 * @param {Catalogue} words
 * @param {Looks} looks
 * @returns {Series[]}
 */
function recordedSeries(reading, words, looks) {
  const { projection, recorded, recordedMarks } = reading;
  const points = Object.keys(recorded)
    .map((name) => ({
      month: monthNumber(name),
      quantity: quantity(recorded[name], "people", recordedMarks[name]),
    }))
    .filter(({ month }) => month > projection.months[0] && month - projection.months[0] < projection.months.length)
    .sort((a, b) => a.month - b.month);
  const name = words.texts["overview.actual.enrolled"];
  return points.length ? [{ name, points, look: looks.actual, drawn: "points", named: "inside" }] : [];
}

/**
 * The projected months that are over and that nobody recorded, as offsets.
 * @param {Reading} reading
 */
function missingMonths({ projection, recorded, today }) {
  const offsets = Array.from(projection.months, (month, t) => ({ month, t })).slice(1);
  return offsets.filter(({ month }) => month < today && recorded[monthName(month)] === undefined).map(({ t }) => t);
}

/**
 * Every unbroken run of months as a period.
 * @param {number[]} offsets
 * @param {string} name
 * @param {Reading} reading
 * @param {boolean} [isBracketed]
 * @returns {Period[]}
 */
function runsOf(offsets, name, { projection }, isBracketed = false) {
  const start = projection.months[0];
  const firsts = offsets.filter((t) => !offsets.includes(t - 1));
  const lasts = offsets.filter((t) => !offsets.includes(t + 1));
  return firsts.map((t, i) => ({ first: start + t, last: start + lasts[i], name, isBracketed }));
}

/**
 * @param {Reading} reading
 * @param {Catalogue} words
 */
function reliefPeriods(reading, words) {
  const { scenario, projection, data } = reading;
  const base = scenario.contribution.income_base_idr;
  const offsets = Array.from(projection.months, (month, t) => ({ month, t })).slice(1);
  const reduced = offsets.filter(({ month, t }) => {
    const rates = ruleInForce(data.programme.rates, month);
    return projection.contributionPerMember[t] < rates.jkk_share_of_base * base + rates.jkm_idr;
  });
  return runsOf(reduced.map(({ t }) => t), words.texts["overview.relief"], reading);
}

/**
 * A chart with a mark for every Rakor Monev in its months, also before the data; its words say so.
 * @param {Reading} reading
 * @param {Catalogue} words
 * @param {Omit<Chart, "marks">} chart
 */
const withMeetings = (reading, words, chart) =>
  withMarks(chart, meetingsIn(chart, reading), words.texts["chart.meetings"], words);

/**
 * The months of a chart in which a scenario holds a Rakor Monev.
 * @param {Omit<Chart, "marks">} chart
 * @param {Reading} reading
 */
function meetingsIn(chart, { scenario }) {
  const { first_month: first, every_months: every, meetings } = scenario.monev;
  const drawn = chart.series.flatMap(({ points }) => points.map(({ month }) => month));
  const [begin, end] = [Math.min(...drawn), Math.max(...drawn)];
  const months = [];
  for (let k = 0, at = first ? monthNumber(first) : Infinity; at <= end && k < (meetings ?? Infinity); k++, at += every) {
    if (at >= begin) months.push(at);
  }
  return months;
}

/**
 * A chart with marks of Rakor Monev in some months under a name, as it is where there are none.
 * @param {Omit<Chart, "marks">} chart
 * @param {number[]} months
 * @param {string} name
 * @param {Catalogue} words
 * @returns {Chart}
 */
function withMarks(chart, months, name, words) {
  if (!months.length) return { ...chart, marks: null };
  const key = `chart.meetings.alt${months.length === 1 ? ".one" : ""}`;
  const [from, to] = [months[0], months[months.length - 1]].map((month) => ({ month }));
  const said = plain(sentence(words, key, { name, count: String(months.length), first: from, last: to }), words);
  return { ...chart, alt: `${chart.alt} ${said}`, marks: { months, name } };
}

/**
 * A chart of several scenarios with marks for Rakor Monev that bring somebody, and whose they are where they differ.
 * @param {Reading[]} readings
 * @param {string[]} names
 * @param {Catalogue} words
 * @param {Omit<Chart, "marks">} chart
 */
function withMeetingsOfAll(readings, names, words, chart) {
  const held = readings.map((reading) => (meetingsBring(reading.scenario) ? meetingsIn(chart, reading) : []));
  const holding = names.filter((_, i) => held[i].length).map((name) => `“${name}”`);
  const isAlike = new Set(held.map(String)).size === 1;
  const name = isAlike
    ? words.texts["chart.meetings"]
    : plain(sentence(words, "chart.meetings.of", { names: enumerated(holding, words) }), words);
  return withMarks(chart, [...new Set(held.flat())].sort((a, b) => a - b), name, words);
}

/**
 * @param {string} alt
 * @param {Period[]} periods
 * @param {Catalogue} words
 */
function withPeriods(alt, periods, words) {
  const names = [...new Set(periods.map(({ name }) => name))];
  return [alt, ...names.map((name) => plain(sentence(words, "overview.shaded", { name }), words))].join(" ");
}

/**
 * Where each line begins and ends, with the month of one that ends before the others.
 * @param {Series[]} lines
 * @param {Catalogue} words
 */
function comparisonAlt(lines, words) {
  const ends = lines.map(({ points }) => points[points.length - 1].month);
  const last = Math.max(...ends);
  const said = lines.map(({ name, points }, i) => {
    const [start, final] = [points[0], points[points.length - 1]].map(({ quantity: of }) => shown(of, words));
    const end = ends[i] < last ? `${final} (${monthShort(ends[i], words)})` : final;
    return plain(sentence(words, "compare.alt_line", { name, start, end }), words);
  });
  return plain(
    sentence(words, "compare.alt", {
      metric: words.texts["chart.enrolled"],
      first: monthLong(Math.min(...lines.map(({ points }) => points[0].month)), words),
      last: monthLong(last, words),
      lines: said.join("; "),
    }),
    words,
  );
}
