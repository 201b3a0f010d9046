// The results on the page: the finding, charts, the comparison, the units, and the origin of numbers.

import { comparisonChart, enrolmentChart } from "./charts.js";
import { comparisonSentence, headlines } from "./comparison.js";
import { byId, make, tableOf } from "./elements.js";
import { explained } from "./explaining.js";
import { project } from "./model.js";
import { moneyChart, moneyViews } from "./money_chart.js";
import { monthLong } from "./numbers.js";
import { isSame } from "./state.js";
import { drawn, topOf } from "./svg.js";
import { findingSentence } from "./standing.js";
import { units } from "./unit_section.js";
import { plain, quantity, sentence, withMark, written } from "./words.js";

const MOST = { width: 960, height: 340 };
const LEAST_WIDTH = 320;

/**
 * A projection of a scenario with its context; what counts as past depends on the reader's own clock.
 * @param {Pack} pack
 * @param {WholeScenario} scenario
 * @returns {Reading}
 */
export function readingOf(pack, scenario) {
  const { data, recorded, paidSoFar, marks, targetReference } = pack;
  const now = new Date();
  const today = now.getFullYear() * 12 + now.getMonth();
  return { data, scenario, projection: project(scenario, data), recorded, paidSoFar, marks, targetReference, today };
}

/**
 * The empty places that `fill` fills.
 * @param {Catalogue} words
 */
export function places(words) {
  const figure = (/** @type {string} */ name) =>
    make("figure", { id: name }, make("figcaption", {}), make("div", { class: "drawing" }), make("details", {}));
  const heading = (/** @type {string} */ key) => make("h2", {}, words.texts[key]);
  const enrolment = figure("enrolment");
  enrolment.append(make("p", { class: "note" }, words.texts["travel.no_bands"]));
  const money = figure("money");
  money.append(make("div", { class: "views", role: "group", "aria-label": words.texts["overview.money.view"] }));
  return [
    make("div", { class: "charts" }, enrolment, money),
    make("section", { id: "compared" }, make("h2", {}), figure("comparison"), make("div", { id: "numbers" })),
    make("section", {}, heading("travel.units"), make("div", { id: "units" })),
  ];
}

/**
 * Writes everything that depends on the scenario; while a lever is held the axes stay as they are, unless a line leaves them.
 * @param {Page} page
 * @param {PageView} view
 * @param {(change: Partial<PageView>) => void} onView
 */
export function fill(page, view, onView) {
  const { pack, words, scenario } = page;
  const reading = readingOf(pack, scenario);
  byId("finding").replaceChildren(...explained(page, findingSentence(reading, words)));
  draw("enrolment", enrolmentChart(reading, words, pack.looks), page, view);
  money(page, reading, view, onView);
  compare(page, reading, view);
  units(page, reading, view, onView);
}

/**
 * The chart of money in the last chosen view, or cumulative if that is not available, and the choice below it.
 * @param {Page} page
 * @param {Reading} reading
 * @param {PageView} view
 * @param {(change: Partial<PageView>) => void} onView
 */
function money(page, reading, view, onView) {
  const { pack, words } = page;
  const names = moneyViews(reading);
  const chosen = names.includes(view.money) ? view.money : "cumulative";
  draw("money", moneyChart(reading, chosen, words, pack.looks), page, view);
  if (view.isHeld) return;
  const buttons = names.map((name) =>
    make("button", { type: "button", onclick: () => onView({ money: name }), "aria-pressed": String(name === chosen) }, words.texts[`overview.money.view.${name}`]),
  );
  /** @type {HTMLElement} */ (byId("money").querySelector(".views")).replaceChildren(...buttons);
}

/**
 * @param {string} name
 * @param {Chart} chart
 * @param {Page} page
 * @param {PageView} view
 */
function draw(name, chart, { words }, { isHeld, tops }) {
  const [caption, drawing, details] = byId(name).children;
  const needed = topOf(chart);
  const top = isHeld ? Math.max(needed, tops.get(name) ?? 0) : needed;
  tops.set(name, top);
  caption.textContent = plain(chart.title, words);
  const width = Math.max(LEAST_WIDTH, Math.min(MOST.width, drawing.clientWidth || MOST.width));
  drawing.replaceChildren(drawn(chart, words, width, MOST.height, top));
  if (!isHeld) fillTable(/** @type {HTMLDetailsElement} */ (details), chart, words);
}

/**
 * The table of a chart: one row per month, one column per series.
 * @param {HTMLElement} details
 * @param {Chart} chart
 * @param {Catalogue} words
 */
function fillTable(details, chart, words) {
  const values = chart.series.map(({ points }) => new Map(points.map((point) => [point.month, point.quantity])));
  const months = [...new Set(values.flatMap((of) => [...of.keys()]))].sort((a, b) => a - b);
  const rows = months.map((month) => [
    monthLong(month, words),
    ...values.map((of) => withMark(of.get(month) ?? quantity(null, "people"), words)),
  ]);
  const titles = [words.texts["overview.table.month"], ...chart.series.map(({ name }) => name)];
  const title = plain(chart.title, words);
  details.replaceChildren(make("summary", {}, words.texts["chart.table"]), tableOf(title, titles, rows));
}

/**
 * The packed scenarios, and the current one if it was changed.
 * @param {Page} page
 * @param {Reading} reading
 * @param {PageView} view
 */
function compare(page, reading, view) {
  const { pack, words, scenario } = page;
  const isChanged = !pack.scenarios.some((packed) => isSame(packed, scenario));
  const readings = pack.scenarios.map((packed) => readingOf(pack, packed));
  const names = pack.scenarios.map(({ name }) => name);
  if (isChanged) readings.push(reading);
  if (isChanged) names.push(words.texts["travel.yours"]);
  const section = byId("compared");
  section.hidden = readings.length < 2;
  if (section.hidden) return;
  const looks = [...pack.looks.scenarios.slice(0, pack.scenarios.length), pack.looks.projection];
  const title = comparisonSentence(readings, names, words);
  /** @type {HTMLElement} */ (section.querySelector("h2")).textContent = written(title, words);
  draw("comparison", comparisonChart(readings, names, words, { ...pack.looks, scenarios: looks }), page, view);
  const values = headlines(readings);
  const last = Math.min(...readings.map(({ projection }) => projection.months[projection.months.length - 1]));
  const end = monthLong(last, words);
  const span = plain(sentence(words, "headline.until", { end }), words);
  const rows = Object.keys(values[0]).map((name) => [
    plain(sentence(words, `headline.${name}`, { end, span }), words),
    ...values.map((of, i) => headlineWords(name, of[name], readings[i], words)),
  ]);
  const titles = [words.texts["compare.number"], ...names];
  byId("numbers").replaceChildren(tableOf(words.texts["compare.numbers"], titles, rows));
}

/**
 * @param {string} name
 * @param {Quantity | null} number
 * @param {Reading} reading
 * @param {Catalogue} words
 */
function headlineWords(name, number, { today }, words) {
  const isPast = number?.unit === "month" && Number(number.value) < today;
  if (number && isPast) return written(sentence(words, "past.month", { month: number }), words);
  if (number) return withMark(number, words);
  return name === "target_month_number" ? words.texts["headline.not_reached"] : "–";
}

/**
 * Marks, formulas and sources, and a description of this file.
 * @param {Page} page
 */
export function basis({ pack, words }) {
  const { lang, texts } = words;
  const formulas = pack.explained[lang].map(({ title, formula, mark, sources }) => [title, formula, mark, sources]);
  const titles = ["part", "formula", "mark", "source"].map((name) => texts[name === "formula" ? "origin.in_words" : `origin.column_${name}`]);
  const sources = pack.sources[lang];
  const columns = ["key", "title", "publisher", "date", "mark"].map((name) => texts[`travel.source.${name}`]);
  return make(
    "section",
    { id: "basis" },
    make("h2", {}, texts["travel.basis"]),
    make("p", {}, pack.legend[lang]),
    tableOf(texts["travel.basis"], titles, formulas),
    make("h3", {}, texts["origin.sources"]),
    tableOf(texts["origin.sources"], columns, sources),
    ...pack.stamp[lang].map((line) => make("p", { class: "note" }, line)),
  );
}

