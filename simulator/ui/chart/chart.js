// One chart: a Plotly node that exists as long as the chart is on the page, and a table with the same figures.
//
// For tests and benchmarks the node carries data-key (the chart's key) and data-drawn (how often it has been drawn; raised
// when Plotly.react is done, so a new number means that the new figure is on the screen).

const charts = new WeakMap(); // node -> the state of its chart
let loading; // one script tag for all charts of the page

function loadPlotly(url) {
  if (window.Plotly) return Promise.resolve();
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = resolve;
    script.onerror = () => {
      loading = undefined; // the next drawing retries
      script.remove();
      reject(new Error(`cannot load ${url}`));
    };
    document.head.append(script);
  });
  return loading;
}

function keepNamesApart(node) { // of overlapping names only the first stays
  const shown = [];
  for (const name of node.querySelectorAll(".textpoint text")) {
    const box = name.getBoundingClientRect();
    const clear = shown.every((other) => box.right <= other.left || box.left >= other.right || box.bottom <= other.top || box.top >= other.bottom);
    name.style.visibility = clear ? "" : "hidden";
    if (clear) shown.push(box);
  }
}

const SMALL = 240; // px of a plot on a phone
const FEW = 3; // labels of months in it

// On a small screen few months are labelled, the name of marks wraps, and the name of marked months is written
// upright if they are narrower than it; `small` holds the other changes of a figure: in its layout, and in the
// look of one of its traces.
async function keepWithin(node, { upright = [], wrapped = [], small }) {
  const changes = {};
  if (node._fullLayout._size.w >= SMALL) return;
  if (small) await window.Plotly.update(node, small.trace, small.layout, [small.at]);
  if (node.layout.xaxis?.nticks) Object.assign(changes, { "xaxis.nticks": FEW, "xaxis.tickangle": 0 });
  for (const { at, text } of wrapped) changes[`annotations[${at}].text`] = text;
  for (const { at, until, text } of upright) {
    const name = node.querySelector(`.annotation[data-index="${at}"] .annotation-text`);
    const { x, textangle } = node.layout.annotations[at];
    const axis = node._fullLayout.xaxis;
    if (!name || textangle || name.getBoundingClientRect().width <= axis.d2p(until) - axis.d2p(x)) continue;
    Object.assign(changes, { [`annotations[${at}].textangle`]: -90, [`annotations[${at}].text`]: text, [`annotations[${at}].xanchor`]: "left", [`annotations[${at}].align`]: "right" });
  }
  if (Object.keys(changes).length) await window.Plotly.relayout(node, changes);
}

const PIXELS = new Set(["size", "width", "l", "r", "t", "b", "xshift", "yshift", "ax", "ay", "standoff", "ticklen", "arrowwidth"]);

// All sizes of a figure in px, multiplied by `by`. (CSS zoom would draw it larger, but misplace the pointer.)
function larger(part, by) {
  if (Array.isArray(part)) return part.map((one) => larger(one, by));
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) =>
    name === "points" ? [name, value.map((point) => point.map((px) => px * by))] :
    [name, PIXELS.has(name) && typeof value === "number" ? value * by : name === "x" || name === "y" ? value : larger(value, by)]));
}

function withPath({ points, ...shape }) {
  return points ? { ...shape, path: `M ${points.map((point) => point.join(" ")).join(" L ")} Z` } : shape;
}

function draw(node) {
  node.drawing = redraw(node, charts.get(node)); // also read by the elements laid over the chart
}

async function redraw(node, chart) {
  try {
    await loadPlotly(chart.data.plotly_url);
  } catch {
    node.hidden = chart.picture.hidden = true;
    chart.failed.hidden = false;
    chart.details.open = true;
    return;
  }
  node.hidden = chart.picture.hidden = false;
  chart.failed.hidden = true;
  const { lang, months, clickable } = chart.data;
  const by = Number(getComputedStyle(node).getPropertyValue("--chart") || 1); // set by the page: the enlargement relative to a desk
  const { clientWidth: width, clientHeight: height } = node;
  if (!width || !height) return; // not visible yet; the observer calls again
  const size = `${width} ${height}`;
  const top = node.heldTop ?? chart.data.figure.layout.yaxis?.range?.[1];
  if (chart.shown === chart.data && chart.size === size && chart.top === top) return; // released if it fits anyway
  Object.assign(chart, { shown: chart.data, size, top });
  const figure = by === 1 ? { ...chart.data.figure } : larger(chart.data.figure, by);
  if (node.heldTop) { // moved lines are in place already; with a transition Plotly would draw everything twice
    const { transition, ...layout } = figure.layout;
    figure.layout = { ...layout, yaxis: { ...layout.yaxis, range: [0, top] } };
  }
  const locale = `app-${lang}`; // Plotly itself has only English month names
  window.Plotly.register({ moduleType: "locale", name: locale, dictionary: {}, format: months });
  await window.Plotly.react(node, figure.data, { ...figure.layout, annotations: figure.layout.annotations?.map((note) => ({ ...note })), shapes: figure.layout.shapes?.map(withPath), width, height }, { displayModeBar: false, locale });
  document.getElementById("js-plotly-tester")?.setAttribute("aria-hidden", "true"); // Plotly measures texts in it, outside the window
  if (figure.layout.meta?.names_apart) keepNamesApart(node);
  await keepWithin(node, figure.layout.meta ?? {});
  for (const svg of node.querySelectorAll(".main-svg")) svg.setAttribute("viewBox", `0 0 ${width} ${height}`); // so that it scales on paper
  node.style.setProperty("--shape", `${width} / ${height}`);
  if (clickable && !chart.listening) {
    chart.listening = true;
    node.on("plotly_click", (event) => chart.send("click", event.points[0].customdata));
  }
  chart.drawn += 1;
  node.dataset.drawn = chart.drawn;
}

function element(tag, content, attributes = {}) {
  return Object.assign(document.createElement(tag), { textContent: content, ...attributes });
}

function explained(chart, [words, basis], row, column) { // a number that opens the dialog with its explanation
  const onclick = () => chart.send("pressed", [row, column]);
  return element("button", words, { type: "button", className: `quantity origin ${basis}`, title: chart.data.words.explain, onclick });
}

function tableRow(chart, cells, row) { // row -1 is the header
  const tr = document.createElement("tr");
  tr.append(...cells.map((cell, column) => {
    const head = row < 0 || !column;
    const place = element(head ? "th" : "td", "", head ? { scope: row < 0 ? "col" : "row" } : {});
    place.append(Array.isArray(cell) ? explained(chart, cell, row, column) : cell);
    return place;
  }));
  return tr;
}

function fillTable(chart) {
  if (!chart.details.open) return; // built when it is opened
  const [head, body] = [document.createElement("thead"), document.createElement("tbody")];
  const [header, ...rows] = chart.data.table.map((cells, row) => tableRow(chart, cells, row - 1));
  head.append(header);
  body.append(...rows);
  chart.table.replaceChildren(head, body);
}

function start(root, node) {
  const chart = {
    drawn: 0,
    failed: root.querySelector(".chart-failed"),
    picture: root.querySelector(".chart-picture"),
    details: root.querySelector("details"),
    table: root.querySelector("table"),
  };
  charts.set(node, chart);
  chart.details.addEventListener("toggle", () => fillTable(chart));
  node.addEventListener("redraw", () => draw(node)); // when `heldTop` has changed, the value up to which a held lever keeps the axis
  const observer = new ResizeObserver(() => {
    if (node.clientWidth && `${node.clientWidth} ${node.clientHeight}` !== chart.size) draw(node);
  });
  observer.observe(node);
  chart.stop = () => {
    observer.disconnect();
    charts.delete(node);
    const purge = () => window.Plotly?.purge(node); // after the last drawing: elements that Plotly still moves must not be removed
    node.drawing.then(purge, purge);
  };
  return chart;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const node = parentElement.querySelector(".chart-plot");
  const chart = charts.get(node) ?? start(parentElement, node);
  chart.data = data;
  chart.send = setTriggerValue;
  node.dataset.key = data.key;
  node.style.height = data.height ? `${data.height}px` : "";
  node.setAttribute("aria-label", data.alt);
  chart.failed.textContent = data.words.failed;
  chart.details.querySelector("summary").textContent = data.words.table;
  chart.details.querySelector("[role=region]").setAttribute("aria-label", `${data.words.table}: ${data.alt}`);
  fillTable(chart);
  offerPicture(chart.picture, node, data.picture);
  draw(node);
  return chart.stop;
}
