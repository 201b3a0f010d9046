// The chart of money (`report/charts/money.py`): JKK and JKM contributions and expected payouts, in one view or another.

import { line, missingMonths, pointsOf, recordedSeries, runsOf, withRakor, withPeriods } from "./chart_parts.js";
import { ruleInForce } from "./money.js";
import { monthNumber } from "./months.js";
import { moneyLines, paidRatio, YEAR } from "./paid.js";
import { monthShort } from "./quantities.js";
import { NO_BREAK, plain, quantity, sentence } from "./words.js";

const MILLION = 1e6;

/**
 * The views of money: over 12 months if there are more, since the start if the data tell what was paid so far.
 * @param {Reading} reading
 */
export function moneyViews({ projection, paidSoFar }) {
  /** @type {MoneyView["name"][]} */
  const all = ["monthly", "year", "cumulative", "since_start"];
  const has = { year: projection.months.length - 1 > YEAR, since_start: paidSoFar !== null };
  return all.filter((name) => !(name in has) || has[/** @type {keyof has} */ (name)]);
}

/**
 * Both lines in a view; by month also with their recorded values.
 * @param {Reading} reading
 * @param {MoneyView["name"]} name
 * @param {Catalogue} words
 * @param {Looks} looks
 * @returns {Chart}
 */
export function moneyChart(reading, name, words, looks) {
  const view = { name, before: (name === "since_start" && reading.paidSoFar) || /** @type {[number, number]} */ ([0, 0]) };
  const { paidIn, paidOut } = moneyLines(reading.projection, view);
  const lines = [
    line(words.texts["overview.contributions"], pointsOf(reading, paidIn, "idr"), looks.projection),
    line(words.texts["overview.payouts"], pointsOf(reading, paidOut, "idr"), looks.payouts),
  ];
  const isMonthly = name === "monthly";
  if (isMonthly) lines[0].drawn = "steps"; // a rate changes at the beginning of a month, like the shading
  const begin = lines[0].points[0].month;
  const periods = [
    ...reliefPeriods(reading, words),
    ...runsOf(missingMonths(reading), words.texts["overview.past"], reading, true),
  ].filter(({ last }) => last >= begin).map((period) => ({ ...period, first: Math.max(period.first, begin) }));
  const title = titleOf(reading, view, words);
  const alt = plain(sentence(words, "overview.money.alt", { title }), words);
  const actual = isMonthly ? [
    ...recordedSeries(reading, "contributions_idr", looks.actual, words),
    ...recordedSeries(reading, "claims_idr", looks.claims, words),
  ] : [];
  return withRakor(reading, words, {
    title,
    alt: withPeriods(alt, periods, words),
    axis: words.texts[`overview.money.axis.${name}`],
    series: [...lines, ...actual],
    periods,
    target: null,
    scale: MILLION,
  });
}

/**
 * Payouts against contributions over the months of a view, first and last; one month is named once.
 * @param {Reading} reading
 * @param {Pick<MoneyView, "name" | "before">} view
 * @param {Catalogue} words
 */
function titleOf({ projection, data }, view, words) {
  const { months } = projection;
  const since = view.name === "year" ? months[months.length - YEAR] : months[1];
  const first = view.name === "since_start" ? monthNumber(data.baseline.facts.history[0].month) : since;
  const ends = [first, months[months.length - 1]].map((month) => monthShort(month, words).replace(" ", NO_BREAK));
  const { ratio, key } = paidRatio(projection, view);
  return sentence(words, key, { ratio: quantity(ratio, "ratio"), span: [...new Set(ends)].join(" – ") });
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
