// Moves the lines of a chart on the page while a lever is held. The axes do not change, so a line is drawn as a path next to the one
// that Plotly drew, and the name at its end is shifted with it. `putBack` undoes all changes. Positions are styles, not attributes,
// so that a style sheet can animate them.

import { takeNames } from "./chart_names.js";

const SAME = 1e-6; // relative difference of values that counts as none: app and browser agree to 1e-9

/** @type {Map<string, MovedChart>} */
const movedCharts = new Map();

/**
 * @param {string} key
 * @returns {any} Plotly's node, null while the chart is not drawn
 */
export function plotOf(key) {
  const node = /** @type {any} */ (document.querySelector(`.chart-plot[data-key="${key}"]`));
  return node?._fullLayout?.yaxis ? node : null;
}

/**
 * Redraws lines unless that was done in this `turn` already and the app has not drawn the chart since; draws nothing over a chart
 * in which the app has drawn the same lines.
 * @param {string} key
 * @param {ChartLine[]} lines
 * @param {number} turn
 */
export function moveLines(key, lines, turn) {
  const node = plotOf(key);
  if (!node) return;
  let chart = movedCharts.get(key);
  if (chart?.drawn !== node.dataset.drawn) {
    putBack(key);
    chart = { drawn: node.dataset.drawn, turn: -1, moves: [], undo: [] };
    movedCharts.set(key, chart);
  }
  if (!chart || chart.turn === turn) return;
  chart.turn = turn;
  if (!chart.moves.length) {
    if (lines.every((line) => isDrawn(node, line))) return;
    takeLines(node, lines, chart);
  }
  for (const move of chart.moves) move(lines);
}

/**
 * @param {any} node
 * @param {string} name
 */
const traceOf = (node, name) => node._fullData.find((/** @type {any} */ one) => one.name === name);

/**
 * @param {any} node
 * @param {ChartLine} line
 */
function isDrawn(node, { name, values }) {
  const trace = traceOf(node, name);
  return !trace || values.every((value, i) => Math.abs(value - trace.y[i]) <= SAME * Math.max(1, Math.abs(value)));
}

/**
 * @param {any} node
 * @param {ChartLine[]} lines
 * @param {MovedChart} chart
 */
function takeLines(node, lines, chart) {
  node.classList.add("live-moves"); // its bands are out of date: the style sheet makes them pale
  chart.undo.push(() => node.classList.remove("live-moves"));
  lines.forEach((line, i) => (line.isPoint ? takePoint : takeLine)(node, line.name, i, chart));
  takeNames(node, lines, chart);
}

/**
 * Shows the chart as the app drew it.
 * @param {string} key
 */
function putBack(key) {
  for (const undo of movedCharts.get(key)?.undo ?? []) undo();
  movedCharts.delete(key);
}

/**
 * Shows every chart as the app drew it, with axes that fit its lines again. A chart that the app is still drawing follows when it
 * is done, so that its old lines do not appear in between.
 */
export function putAllBack() {
  for (const key of movedCharts.keys()) {
    Promise.resolve(plotOf(key)?.drawing).then(() => {
      if (document.documentElement.dataset.live !== undefined) return; // it has been moved again
      putBack(key);
      letAxisGo(key);
    });
  }
}

/**
 * Keeps the value axis as it is, also for drawings of the app meanwhile; returns false if `value` lies beyond it.
 * @param {string} key
 * @param {number} value
 */
export function holdAxis(key, value) {
  const node = plotOf(key);
  if (!node) return true;
  node.heldTop ??= node._fullLayout.yaxis.range[1];
  return value <= node.heldTop;
}

/**
 * Sets the end of the value axis to `top` and keeps it there.
 * @param {string} key
 * @param {number} top
 */
export function raiseAxis(key, top) {
  const node = plotOf(key);
  if (!node) return;
  node.heldTop = top;
  node.dispatchEvent(new Event("redraw"));
}

/**
 * Lets the value axis fit its lines again.
 * @param {string} key
 */
function letAxisGo(key) {
  const node = plotOf(key);
  if (!node?.heldTop) return;
  node.heldTop = undefined;
  node.dispatchEvent(new Event("redraw"));
}

/**
 * Draws a line over the one of the same name; it is number `place` of the given lines.
 * @param {any} node
 * @param {string} name
 * @param {number} place
 * @param {MovedChart} chart
 */
function takeLine(node, name, place, chart) {
  const trace = traceOf(node, name);
  const drawn = trace && node.querySelector(`.trace${trace.uid} path.js-line`);
  if (!drawn) return;
  const { xaxis, yaxis } = node._fullLayout;
  const x = Array.from(trace.x, (month) => xaxis.d2p(month));
  const moved = drawn.cloneNode();
  moved.setAttribute("class", "live-line live-glides");
  drawn.style.visibility = "hidden";
  drawn.after(moved);
  /** @param {ArrayLike<number>} values */
  const draw = (values) => {
    const y = Array.from(values, (value) => yaxis.l2p(value).toFixed(1));
    const path = trace.line.shape === "hvh" ? stepsPath(x, y) : `M${x.map((at, i) => `${at},${y[i]}`).join("L")}`;
    moved.style.setProperty("d", `path("${path}")`);
  };
  draw(trace.y);
  getComputedStyle(moved).getPropertyValue("d"); // the line glides from there
  chart.moves.push((lines) => draw(lines[place].values));
  chart.undo.push(() => {
    drawn.style.visibility = "";
    moved.remove();
  });
}

/**
 * Moves the point with this name, and the dotted line from it down to the axis if there is one.
 * @param {any} node
 * @param {string} name
 * @param {number} place
 * @param {MovedChart} chart
 */
function takePoint(node, name, place, chart) {
  const { xaxis, yaxis, shapes } = node._fullLayout;
  const trace = traceOf(node, name);
  const point = trace && node.querySelector(`.trace${trace.uid} .points path`);
  if (!point) return;
  const x = xaxis.d2p(trace.x[0]);
  const foot = shapes.findIndex((/** @type {any} */ shape) => shape.type === "line" && shape.line.dash === "dot" && shape.x0 === trace.x[0]);
  const line = foot < 0 ? null : node.querySelector(`.shapelayer path[data-index="${foot}"]`);
  const drawn = line?.getAttribute("d");
  point.classList.add("live-glides");
  chart.moves.push((lines) => {
    const y = yaxis.l2p(lines[place].values[0]);
    point.style.transform = `translate(${x}px, ${y}px)`;
    line?.setAttribute("d", `M${xaxis._offset + x},${yaxis._offset + yaxis.l2p(0)}L${xaxis._offset + x},${yaxis._offset + y}`);
  });
  chart.undo.push(() => {
    point.style.transform = "";
    point.classList.remove("live-glides");
    line?.setAttribute("d", drawn);
  });
}

/**
 * The path of a stepped line that changes half-way between two months.
 * @param {number[]} x
 * @param {string[]} y
 */
function stepsPath(x, y) {
  return x.slice(1).reduce((path, at, i) => `${path}H${(x[i] + at) / 2}V${y[i + 1]}H${at}`, `M${x[0]},${y[0]}`);
}
