// Names in a drawn chart: beside the ends of lines, moved apart where they would touch, and inside.

import { shown } from "./quantities.js";
import { spread } from "./spread.js";
import { LETTER, level, LINE, say, xOf, yOf } from "./svg_parts.js";

const TEXT = "var(--text)";
export const NAMES_SHARE = 0.34; // the largest share of the width for the names at the ends
const MOST_LETTERS = 17; // characters of one of their lines

/**
 * @param {Chart} chart
 * @param {Catalogue} words
 */
export function endValues(chart, words) {
  return chart.series
    .filter(({ named }) => named === "end")
    .map(({ points }) => shown(points[points.length - 1].quantity, words));
}

/**
 * A name in at most two lines, shortened to the room in the chart.
 * @param {string} name
 * @param {number} width of the chart
 */
export function wrapped(name, width) {
  const most = Math.min(MOST_LETTERS, Math.floor((width * NAMES_SHARE - 14) / LETTER));
  const lines = inLines(name, most);
  return lines.length > 2 ? [lines[0], `${lines[1].slice(0, most - 2)} …`] : lines;
}

/**
 * @param {string} name
 * @param {number} most letters of a line
 */
export function inLines(name, most) {
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
export function endNames(chart, plane, words) {
  const ends = chart.series
    .filter(({ named }) => named === "end")
    .map((series) => {
      const last = series.points[series.points.length - 1];
      return { series, last, y: yOf(plane, level(last, chart)), lines: wrapped(series.name, plane.width) };
    })
    .sort((a, b) => a.y - b.y);
  const heights = ends.map(({ lines }) => (lines.length + 1) * LINE);
  const middles = spread(ends.map(({ y }) => y), heights, plane.upper, plane.lower + LINE, 0);
  return ends.flatMap(({ series, last, lines }, i) => {
    const top = middles[i] - heights[i] / 2 + 12;
    const fill = series.look.outline ? TEXT : series.look.colour;
    const value = say(shown(last.quantity, words), plane.right + 8, top + lines.length * LINE, { fill, "font-weight": 600 });
    return [...lines.map((line, at) => say(line, plane.right + 8, top + at * LINE, { fill })), value];
  });
}

/**
 * The name of a line that others continue, of single points, or along a line.
 * @param {Chart} chart
 * @param {Plane} plane
 * @param {Catalogue} words
 */
export function insideNames(chart, plane, words) {
  return chart.series
    .filter(({ named }) => named !== "end")
    .map(({ name, points, look, named }) => {
      const at = named === "along" ? points[0] : points[points.length - 1];
      const label = named === "along" ? name : `${name} ${shown(at.quantity, words)}`;
      const [x, y] = [xOf(plane, at.month), yOf(plane, level(at, chart)) - 8];
      const fits = named !== "along" && x - label.length * LETTER > plane.left;
      return say(label, x + (fits ? -4 : 4), y, { fill: look.colour, "text-anchor": fits ? "end" : "start" });
    });
}
