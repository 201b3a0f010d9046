// One chart: a Plotly node that lives as long as the chart is on the page, and a table with the same figures behind it.
//
// For tests and benchmarks the node carries data-key (the chart's key) and data-drawn (how often it has been drawn; raised
// when Plotly.react is done, so a new number means that the new figure is on the screen).

const charts = new WeakMap(); // node -> what is known of its chart
let loading; // one script tag for all charts of the page

function loadPlotly(url) {
  if (window.Plotly) return Promise.resolve();
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = resolve;
    script.onerror = () => {
      loading = undefined; // the next drawing tries again
      script.remove();
      reject(new Error(`cannot load ${url}`));
    };
    document.head.append(script);
  });
  return loading;
}

function keepNamesApart(node) { // of names that would lie on one another the first stays
  const shown = [];
  for (const name of node.querySelectorAll(".textpoint text")) {
    const box = name.getBoundingClientRect();
    const clear = shown.every((other) => box.right <= other.left || box.left >= other.right || box.bottom <= other.top || box.top >= other.bottom);
    name.style.visibility = clear ? "" : "hidden";
    if (clear) shown.push(box);
  }
}

async function draw(node) {
  const chart = charts.get(node);
  try {
    await loadPlotly(chart.data.plotly_url);
  } catch {
    node.hidden = true;
    chart.failed.hidden = false;
    chart.details.open = true;
    return;
  }
  node.hidden = false;
  chart.failed.hidden = true;
  const { figure, lang, months, clickable } = chart.data;
  const { clientWidth: width, clientHeight: height } = node;
  if (!width || !height) return; // not shown yet; the observer calls again
  chart.size = `${width} ${height}`;
  const locale = `app-${lang}`; // Plotly's own knows English month names only
  window.Plotly.register({ moduleType: "locale", name: locale, dictionary: {}, format: months });
  await window.Plotly.react(node, figure.data, { ...figure.layout, width, height }, { displayModeBar: false, locale });
  if (figure.layout.meta?.names_apart) keepNamesApart(node);
  if (clickable && !chart.listening) {
    chart.listening = true;
    node.on("plotly_click", (event) => chart.send("click", event.points[0].customdata));
  }
  chart.drawn += 1;
  node.dataset.drawn = chart.drawn;
}

function cell(tag, text, scope) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (scope) element.scope = scope;
  return element;
}

function tableRow(texts, firstTag, otherTag, firstScope, otherScope) {
  const tr = document.createElement("tr");
  tr.append(...texts.map((text, i) => (i ? cell(otherTag, text, otherScope) : cell(firstTag, text, firstScope))));
  return tr;
}

function fillTable(chart) {
  if (!chart.details.open) return; // built when it is looked at
  const [header, ...rows] = chart.data.table;
  const head = document.createElement("thead");
  head.append(tableRow(header, "th", "th", "col", "col"));
  const body = document.createElement("tbody");
  body.append(...rows.map((row) => tableRow(row, "th", "td", "row")));
  chart.table.replaceChildren(head, body);
}

function start(root, node) {
  const chart = {
    drawn: 0,
    failed: root.querySelector(".chart-failed"),
    details: root.querySelector("details"),
    table: root.querySelector("table"),
  };
  charts.set(node, chart);
  chart.details.addEventListener("toggle", () => fillTable(chart));
  const observer = new ResizeObserver(() => {
    if (node.clientWidth && `${node.clientWidth} ${node.clientHeight}` !== chart.size) draw(node);
  });
  observer.observe(node);
  chart.stop = () => {
    observer.disconnect();
    window.Plotly?.purge(node);
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
  draw(node);
  return chart.stop;
}
