// Common to all parts of a drawn chart: SVG elements, and the position of a month and a value.

const NAMESPACE = "http://www.w3.org/2000/svg";
export const MUTED = "var(--muted)";
export const LINE = 16; // pixels
export const LETTER = 7.2;

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
export function element(name, attributes, text) {
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
export const say = (words, x, y, look = {}) => element("text", { x, y, "font-size": 13, fill: MUTED, ...look }, words);

/**
 * @param {Point} point
 * @param {Chart} chart
 */
export const level = (point, chart) => (point.quantity.value ?? 0) / chart.scale;

/**
 * @param {Plane} plane
 * @param {number} month
 */
export const xOf = (plane, month) =>
  plane.left + ((month - plane.first) / Math.max(1, plane.last - plane.first)) * (plane.right - plane.left);

/**
 * @param {Plane} plane
 * @param {number} value
 */
export const yOf = (plane, value) => plane.lower - (value / plane.top) * (plane.lower - plane.upper);
