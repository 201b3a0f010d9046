// Lines of a chart on the page, moved while a lever is in hand. The axes stand still, so a line is drawn by its path alone, beside the
// one that Plotly drew, and the name at its end is shifted along. What was changed is put back by `putBack`. Places are styles, not
// attributes, so that a style sheet can let them glide.

import { takeNames } from "./chart_names.js";

const SAME = 1e-6; // of a value: the app and the browser work with the same numbers to 1e-9

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
 * Draws lines anew where that was not done yet in this `turn`, or where the chart was drawn by the app since; none over a chart
 * in which the app has drawn the same.
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
  node.classList.add("live-moves"); // its bands are of before: the style sheet makes them pale
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
 * Shows every chart as the app drew it, each axis fitting its lines again; one that the app is still drawing when it is done,
 * so that nobody sees its lines of before in between.
 */
export function putAllBack() {
  for (const key of movedCharts.keys()) {
    Promise.resolve(plotOf(key)?.drawing).then(() => {
      if (document.documentElement.dataset.live !== undefined) return; // moved again
      putBack(key);
      letAxisGo(key);
    });
  }
}

/**
 * Holds the value axis as it is, also for what the app draws meanwhile; false where `value` lies beyond it.
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
 * Holds the value axis up to `top` from here on.
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
 * Lets the axis fit its lines again.
 * @param {string} key
 */
function letAxisGo(key) {
  const node = plotOf(key);
  if (!node?.heldTop) return;
  node.heldTop = undefined;
  node.dispatchEvent(new Event("redraw"));
}

/**
 * Lays a line over that of the same name, the `place`-th of those given.
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
  getComputedStyle(moved).getPropertyValue("d"); // from there it glides
  chart.moves.push((lines) => draw(lines[place].values));
  chart.undo.push(() => {
    drawn.style.visibility = "";
    moved.remove();
  });
}

/**
 * Moves the point of this name, and the dotted line from it down to the axis, where there is one.
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
 * A line that changes half way between two months.
 * @param {number[]} x
 * @param {string[]} y
 */
function stepsPath(x, y) {
  return x.slice(1).reduce((path, at, i) => `${path}H${(x[i] + at) / 2}V${y[i + 1]}H${at}`, `M${x[0]},${y[0]}`);
}
