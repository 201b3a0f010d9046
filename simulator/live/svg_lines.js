// The lines and points of a drawn chart, each in its look.

import { element, level, xOf, yOf } from "./svg_parts.js";

/** @type {Record<string, string>} */
const DASHES = { dash: "8 5", dot: "2 4", dashdot: "8 4 2 4", longdash: "14 5", longdashdot: "14 4 2 4" };

/**
 * @param {Series} series
 * @param {Chart} chart
 * @param {Plane} plane
 */
export function lineOf(series, chart, plane) {
  const { look, points } = series;
  const places = points.map((point) => ({ x: xOf(plane, point.month), y: yOf(plane, level(point, chart)), point }));
  const made = [];
  if (series.drawn !== "points" && points.length > 1) {
    const corners = series.drawn === "steps" ? stepped(places) : places;
    const path = corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
    const dash = DASHES[look.dash] ?? "none";
    const stroke = { stroke: look.colour, "stroke-width": look.width, "stroke-dasharray": dash };
    made.push(element("polyline", { points: path, fill: "none", ...stroke }));
  }
  const every = look.is_sparse ? Math.max(1, Math.ceil(points.length / 8)) : 1;
  const dots = look.symbol || points.length === 1 ? places.filter((_, i) => i % every === 0) : [];
  return [...made, ...dots.map(({ x, y, point }) => symbol(look, x, y, point.quantity.basis === "assumed"))];
}

/**
 * The corners of a line that changes half-way between two months.
 * @param {{ x: number, y: number }[]} places
 */
function stepped(places) {
  return places.flatMap(({ x, y }, i) => {
    const middle = (places[i - 1] ?? places[i]).x / 2 + x / 2;
    return i ? [{ x: middle, y: places[i - 1].y }, { x: middle, y }, { x, y }] : [{ x, y }];
  });
}

/**
 * The symbol of a point; hollow by its look, or if the figure is assumed.
 * @param {Look} look
 * @param {number} x
 * @param {number} y
 * @param {boolean} isOpen
 */
function symbol(look, x, y, isOpen) {
  const [shape, open] = look.symbol.split("-open");
  const fill = isOpen || open !== undefined ? "var(--ground)" : look.colour;
  const paint = { fill, stroke: look.outline || look.colour, "stroke-width": look.outline ? 1 : 2 };
  /** @type {Record<string, string>} */
  const shapes = {
    square: "-4,-4 4,-4 4,4 -4,4",
    diamond: "0,-5 5,0 0,5 -5,0",
    "triangle-up": "0,-5 5,4 -5,4",
    x: "-4,-5 0,-1 4,-5 5,-4 1,0 5,4 4,5 0,1 -4,5 -5,4 -1,0 -5,-4",
    cross: "-2,-5 2,-5 2,-2 5,-2 5,2 2,2 2,5 -2,5 -2,2 -5,2 -5,-2 -2,-2",
  };
  const corners = shapes[shape];
  if (!corners) return element("circle", { cx: x, cy: y, r: 4, ...paint });
  return element("polygon", { points: corners, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, ...paint });
}

/**
 * @param {Chart} chart
 * @param {Plane} plane
 */
export function targetOf(chart, plane) {
  if (!chart.target) return [];
  const [look] = chart.series.filter(({ points }) => points.includes(/** @type {Point} */ (chart.target)));
  const place = [xOf(plane, chart.target.month), yOf(plane, level(chart.target, chart))];
  return [symbol({ ...look.look, symbol: "diamond" }, place[0], place[1], false)];
}
