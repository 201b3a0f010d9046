// Draws a chart over months as SVG: axes with units, lines in their dashes, names at their ends.

import { decimal, monthLong } from "./numbers.js";
import { monthShort, shown } from "./quantities.js";
import { lineOf, targetOf } from "./svg_lines.js";
import { endNames, endValues, inLines, insideNames, NAMES_SHARE, wrapped } from "./svg_names.js";
import { element, LETTER, level, LINE, MUTED, say, xOf, yOf } from "./svg_parts.js";

const GRID = "var(--line)";
const SHADE = "var(--shade)";
const HEADROOM = 1.06;
const MOST_NUMBERS = 5;
const APART = [1, 2, 3, 6, 12, 24, 36, 60]; // months between two labels of the axis
const WIDE_LETTER = 8; // of a bold one

/**
 * The chart as an SVG element of a size in pixels, up to the value `top` (as drawn) or up to all values.
 * @param {Chart} chart
 * @param {Catalogue} words
 * @param {number} width
 * @param {number} height
 * @param {number} [top]
 */
export function drawn(chart, words, width, height, top = topOf(chart)) {
  const names = chart.series.filter(({ named }) => named === "end").map(({ name }) => wrapped(name, width));
  const letters = Math.max(0, ...names.flat().map((name) => name.length), ...endValues(chart, words).map((v) => v.length));
  const right = Math.min(width * NAMES_SHARE, 14 + letters * WIDE_LETTER);
  const months = chart.series.flatMap(({ points }) => points.map(({ month }) => month));
  const plane = {
    left: 52,
    right: width - right,
    width,
    upper: 26,
    lower: height - 44,
    first: Math.min(...months),
    last: Math.max(...months),
    top,
  };
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img" });
  svg.setAttribute("aria-label", chart.alt);
  svg.append(
    ...behind(chart, plane),
    ...axes(chart, plane, words),
    ...chart.series.flatMap((series) => lineOf(series, chart, plane)),
    ...marksOf(chart, plane),
    ...targetOf(chart, plane),
    ...endNames(chart, plane, words),
    ...insideNames(chart, plane, words),
    ...columns(chart, plane, words),
  );
  return svg;
}

/**
 * The end of the value axis that shows the whole chart.
 * @param {Chart} chart
 */
export function topOf(chart) {
  const highest = Math.max(0, ...chart.series.flatMap(({ points }) => points.map((point) => level(point, chart))));
  const step = niceStep(Math.max(highest, 1) * HEADROOM);
  return step * Math.ceil((Math.max(highest, 1) * HEADROOM) / step);
}

/**
 * The least step of 1, 2 or 5 times a power of ten, at least 1, that reaches `top` in few steps.
 * @param {number} top
 */
function niceStep(top) {
  const power = 10 ** Math.floor(Math.log10(Math.max(top / MOST_NUMBERS, 1)));
  return power * ([1, 2, 5].find((factor) => power * factor * MOST_NUMBERS >= top) ?? 10);
}

/**
 * Marked months, and above them their names, each once.
 * @param {Chart} chart
 * @param {Plane} plane
 */
function behind(chart, plane) {
  const placed = chart.periods.map((period) => ({
    ...period,
    left: Math.max(plane.left, xOf(plane, period.first - 0.5)),
    right: Math.min(plane.right, xOf(plane, period.last + 0.5)),
    y: plane.upper + (period.isBracketed ? 22 : 0),
  }));
  const boxes = placed.map(({ left, right, y, isBracketed }) =>
    isBracketed
      ? element("line", { x1: left, x2: right, y1: y, y2: y, stroke: MUTED })
      : element("rect", { x: left, y, width: Math.max(0, right - left), height: plane.lower - y, fill: SHADE }),
  );
  const firsts = placed.filter(({ name }, i) => placed.findIndex((other) => other.name === name) === i);
  const names = firsts.map(({ name, left, y }) => {
    const fits = left + name.length * LETTER < plane.right;
    return say(name, fits ? left + 2 : plane.right, y + 14, { "text-anchor": fits ? "start" : "end", "font-size": 12 });
  });
  return [...boxes, ...names];
}

/**
 * @param {Chart} chart
 * @param {Plane} plane
 * @param {Catalogue} words
 */
function axes(chart, plane, words) {
  const made = [say(chart.axis, 4, 14)];
  const step = niceStep(plane.top);
  for (let value = 0; value <= plane.top * 1.0001; value += step) {
    const y = yOf(plane, value);
    const stroke = value ? GRID : MUTED;
    made.push(element("line", { x1: plane.left, x2: plane.right, y1: y, y2: y, stroke }));
    made.push(say(decimal(value, words), plane.left - 6, y + 4, { "text-anchor": "end" }));
  }
  const room = (plane.right - plane.left) / (9 * LETTER);
  const span = plane.last - plane.first;
  const apart = APART.find((months) => span / months <= room) ?? 60;
  for (let month = plane.last; month >= plane.first; month -= apart) {
    const x = xOf(plane, month);
    made.push(element("line", { x1: x, x2: x, y1: plane.lower, y2: plane.lower + 5, stroke: MUTED }));
    made.push(say(monthShort(month, words), x, plane.lower + 20, { "text-anchor": "middle" }));
  }
  return made;
}

/**
 * Small triangles on the month axis, with their name above the last one.
 * @param {Chart} chart
 * @param {Plane} plane
 */
function marksOf(chart, plane) {
  if (!chart.marks) return [];
  const { months, name } = chart.marks;
  const triangles = months.map((month) => {
    const x = xOf(plane, month);
    return element("polygon", { points: `${x - 4},${plane.lower} ${x + 4},${plane.lower} ${x},${plane.lower - 7}`, fill: MUTED });
  });
  const lines = inLines(name, Math.floor((plane.right - plane.left) / LETTER));
  const longest = Math.max(...lines.map((line) => line.length));
  const x = Math.max(plane.left + longest * LETTER, xOf(plane, months[months.length - 1]) + 4);
  const yOfLine = (/** @type {number} */ i) => plane.lower - 11 - (lines.length - 1 - i) * LINE;
  return [...triangles, ...lines.map((line, i) => say(line, x, yOfLine(i), { "text-anchor": "end", "font-size": 12 }))];
}

/**
 * The tooltip of a month: every value there.
 * @param {Chart} chart
 * @param {Plane} plane
 * @param {Catalogue} words
 */
function columns(chart, plane, words) {
  const wide = (plane.right - plane.left) / Math.max(1, plane.last - plane.first);
  const months = new Set(chart.series.flatMap(({ points }) => points.map(({ month }) => month)));
  return [...months].map((month) => {
    const values = chart.series.flatMap(({ name, points }) =>
      points.filter((point) => point.month === month).map(({ quantity }) => `${name}: ${shown(quantity, words)}`),
    );
    const box = { x: xOf(plane, month) - wide / 2, y: plane.upper, width: wide, height: plane.lower - plane.upper };
    const column = element("rect", { ...box, fill: "transparent" });
    column.append(element("title", {}, [monthLong(month, words), ...values].join("\n")));
    return column;
  });
}
