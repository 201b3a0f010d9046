// Draws a chart over months as SVG: axes with units, lines in their dashes, names at their ends.

import { decimal, monthLong } from "./numbers.js";
import { monthShort, shown } from "./quantities.js";

const NAMESPACE = "http://www.w3.org/2000/svg";
const TEXT = "#1f2a37";
const MUTED = "#4b5563";
const GRID = "#e5e7eb";
const SHADE = "#eef2f6";
const HEADROOM = 1.06;
const MOST_NUMBERS = 5;
const APART = [1, 2, 3, 6, 12, 24, 36, 60]; // months between two names of the axis
const NAMES_SHARE = 0.34; // of the width, at most, for the names at the ends
const MOST_LETTERS = 17; // of one of their lines
const LINE = 16; // pixels
const LETTER = 7.2;
const WIDE_LETTER = 8; // of a bold one
/** @type {Record<string, string>} */
const DASHES = { dash: "8 5", dot: "2 4", dashdot: "8 4 2 4", longdash: "14 5", longdashdot: "14 4 2 4" };

/**
 * The chart as an SVG element of a size in pixels, up to the value `top` (as drawn) or to all of them.
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
 * Where the value axis ends so that all of the chart is inside.
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
 * @param {Point} point
 * @param {Chart} chart
 */
const level = (point, chart) => (point.quantity.value ?? 0) / chart.scale;

/**
 * @param {Plane} plane
 * @param {number} month
 */
const xOf = (plane, month) =>
  plane.left + ((month - plane.first) / Math.max(1, plane.last - plane.first)) * (plane.right - plane.left);

/**
 * @param {Plane} plane
 * @param {number} value
 */
const yOf = (plane, value) => plane.lower - (value / plane.top) * (plane.lower - plane.upper);

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function element(name, attributes, text) {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/**
 * @param {string} words
 * @param {number} x
 * @param {number} y
 * @param {Record<string, string | number>} [look]
 */
const say = (words, x, y, look = {}) => element("text", { x, y, "font-size": 13, fill: MUTED, ...look }, words);

/**
 * @param {Chart} chart
 * @param {Plane} plane
 */
function behind(chart, plane) {
  const said = new Set();
  return chart.periods.flatMap((period) => {
    const left = Math.max(plane.left, xOf(plane, period.first - 0.5));
    const right = Math.min(plane.right, xOf(plane, period.last + 0.5));
    const y = plane.upper + (period.isBracketed ? 22 : 0);
    const box = period.isBracketed
      ? element("line", { x1: left, x2: right, y1: y, y2: y, stroke: MUTED })
      : element("rect", { x: left, y, width: Math.max(0, right - left), height: plane.lower - y, fill: SHADE });
    if (said.has(period.name)) return [box];
    said.add(period.name);
    const fits = left + period.name.length * LETTER < plane.right;
    const look = { "text-anchor": fits ? "start" : "end", "font-size": 12 };
    return [box, say(period.name, fits ? left + 2 : plane.right, y + 14, look)];
  });
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
 * @param {Series} series
 * @param {Chart} chart
 * @param {Plane} plane
 */
function lineOf(series, chart, plane) {
  const { look, points } = series;
  const places = points.map((point) => ({ x: xOf(plane, point.month), y: yOf(plane, level(point, chart)), point }));
  const made = [];
  if (series.drawn === "line" && points.length > 1) {
    const path = places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
    const dash = DASHES[look.dash] ?? "none";
    const stroke = { stroke: look.colour, "stroke-width": look.width, "stroke-dasharray": dash };
    made.push(element("polyline", { points: path, fill: "none", ...stroke }));
  }
  const every = look.is_sparse ? Math.max(1, Math.ceil(points.length / 8)) : 1;
  const dots = look.symbol || points.length === 1 ? places.filter((_, i) => i % every === 0) : [];
  return [...made, ...dots.map(({ x, y, point }) => symbol(look, x, y, point.quantity.basis === "assumed"))];
}

/**
 * A point's symbol around its place; open where the figure is assumed.
 * @param {Look} look
 * @param {number} x
 * @param {number} y
 * @param {boolean} isOpen
 */
function symbol(look, x, y, isOpen) {
  const fill = isOpen ? "#ffffff" : look.colour;
  const paint = { fill, stroke: look.outline || look.colour, "stroke-width": look.outline ? 1 : 2 };
  /** @type {Record<string, string>} */
  const shapes = {
    square: "-4,-4 4,-4 4,4 -4,4",
    diamond: "0,-5 5,0 0,5 -5,0",
    "triangle-up": "0,-5 5,4 -5,4",
    x: "-4,-5 0,-1 4,-5 5,-4 1,0 5,4 4,5 0,1 -4,5 -5,4 -1,0 -5,-4",
    cross: "-2,-5 2,-5 2,-2 5,-2 5,2 2,2 2,5 -2,5 -2,2 -5,2 -5,-2 -2,-2",
  };
  const corners = shapes[look.symbol];
  if (!corners) return element("circle", { cx: x, cy: y, r: 4, ...paint });
  return element("polygon", { points: corners, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, ...paint });
}

/**
 * Small triangles on the month axis, named above the last.
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
 * @param {Chart} chart
 * @param {Plane} plane
 */
function targetOf(chart, plane) {
  if (!chart.target) return [];
  const [look] = chart.series.filter(({ points }) => points.includes(/** @type {Point} */ (chart.target)));
  const place = [xOf(plane, chart.target.month), yOf(plane, level(chart.target, chart))];
  return [symbol({ ...look.look, symbol: "diamond" }, place[0], place[1], false)];
}

/**
 * @param {Chart} chart
 * @param {Catalogue} words
 */
function endValues(chart, words) {
  return chart.series
    .filter(({ named }) => named === "end")
    .map(({ points }) => shown(points[points.length - 1].quantity, words));
}

/**
 * A name in two lines at most, as long as the chart has room for.
 * @param {string} name
 * @param {number} width of the chart
 */
function wrapped(name, width) {
  const most = Math.min(MOST_LETTERS, Math.floor((width * NAMES_SHARE - 14) / LETTER));
  const lines = inLines(name, most);
  return lines.length > 2 ? [lines[0], `${lines[1].slice(0, most - 2)} …`] : lines;
}

/**
 * @param {string} name
 * @param {number} most letters of a line
 */
function inLines(name, most) {
  /** @type {string[]} */
  const lines = [];
  for (const word of name.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > most ? `${word.slice(0, most - 1)}…` : word);
  }
  return lines;
}

/**
 * Name and value at the end of each line, moved apart where they would touch.
 * @param {Chart} chart
 * @param {Plane} plane
 * @param {Catalogue} words
 */
function endNames(chart, plane, words) {
  const ends = chart.series
    .filter(({ named }) => named === "end")
    .map((series) => {
      const last = series.points[series.points.length - 1];
      return { series, last, y: yOf(plane, level(last, chart)), lines: wrapped(series.name, plane.width) };
    })
    .sort((a, b) => a.y - b.y);
  const heights = ends.map(({ lines }) => (lines.length + 1) * LINE);
  const middles = spread(ends.map(({ y }) => y), heights, plane.upper, plane.lower + LINE);
  return ends.flatMap(({ series, last, lines }, i) => {
    const top = middles[i] - heights[i] / 2 + 12;
    const fill = series.look.outline ? TEXT : series.look.colour;
    const value = say(shown(last.quantity, words), plane.right + 8, top + lines.length * LINE, { fill, "font-weight": 600 });
    return [...lines.map((line, at) => say(line, plane.right + 8, top + at * LINE, { fill })), value];
  });
}

/**
 * Middles of names, downwards in the same order, moved as little as keeps them apart and inside (`report/charts/names.py`).
 * @param {number[]} middles
 * @param {number[]} heights
 * @param {number} top
 * @param {number} bottom
 */
function spread(middles, heights, top, bottom) {
  const above = heights.map((_, i) => heights.slice(0, i).reduce((sum, height) => sum + height, 0));
  /** @type {[number, number][]} */
  const blocks = [];
  middles.forEach((middle, i) => {
    let [sum, number] = [middle - heights[i] / 2 - above[i], 1];
    while (blocks.length && blocks[blocks.length - 1][0] / blocks[blocks.length - 1][1] > sum / number) {
      const [before, count] = /** @type {[number, number]} */ (blocks.pop());
      [sum, number] = [sum + before, number + count];
    }
    blocks.push([sum, number]);
  });
  const starts = blocks.flatMap(([sum, number]) => Array(number).fill(sum / number));
  const lowest = Math.max(top, bottom - heights.reduce((sum, height) => sum + height, 0));
  return starts.map((start, i) => Math.min(Math.max(start, top), lowest) + above[i] + heights[i] / 2);
}

/**
 * The name of a line that others go on from, of single points, or along a line.
 * @param {Chart} chart
 * @param {Plane} plane
 * @param {Catalogue} words
 */
function insideNames(chart, plane, words) {
  return chart.series
    .filter(({ named }) => named !== "end")
    .map(({ name, points, look, named }) => {
      const at = named === "along" ? points[0] : points[points.length - 1];
      const told = named === "along" ? name : `${name} ${shown(at.quantity, words)}`;
      const [x, y] = [xOf(plane, at.month), yOf(plane, level(at, chart)) - 8];
      const fits = named !== "along" && x - told.length * LETTER > plane.left;
      return say(told, x + (fits ? -4 : 4), y, { fill: look.colour, "text-anchor": fits ? "end" : "start" });
    });
}

/**
 * What a pointer on a month is told: every value there.
 * @param {Chart} chart
 * @param {Plane} plane
 * @param {Catalogue} words
 */
function columns(chart, plane, words) {
  const wide = (plane.right - plane.left) / Math.max(1, plane.last - plane.first);
  const months = new Set(chart.series.flatMap(({ points }) => points.map(({ month }) => month)));
  return [...months].map((month) => {
    const told = chart.series.flatMap(({ name, points }) =>
      points.filter((point) => point.month === month).map(({ quantity }) => `${name}: ${shown(quantity, words)}`),
    );
    const box = { x: xOf(plane, month) - wide / 2, y: plane.upper, width: wide, height: plane.lower - plane.upper };
    const column = element("rect", { ...box, fill: "transparent" });
    column.append(element("title", {}, [monthLong(month, words), ...told].join("\n")));
    return column;
  });
}
