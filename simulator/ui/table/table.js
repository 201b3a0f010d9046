// One table: rows in sections, sorted in the browser, with cells that open a row, explain a number or accept typed text.
// The nodes are reused while rows and columns stay the same, so that a rerun does not disturb the reader.

const tables = new WeakMap(); // node -> the state of its table

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== "") node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function actionButton(table, words, label, action, tabindex) {
  const button = element("button", { type: "button", "aria-label": label, title: label, tabindex }, words);
  button.addEventListener("click", () => table.send("action", action));
  return button;
}

// ---- cells

function fillInput(table, td, { value, placeholder, label, refused }, action) {
  let input = td.querySelector("input");
  if (!input) {
    input = element("input", { type: "text", autocomplete: "off", spellcheck: "false" });
    input.addEventListener("change", () => {
      td.dataset.shown = ""; // typed text is shown as it was understood, also if that changes nothing
      table.send("action", { ...action, text: input.value });
    });
    td.replaceChildren(input);
  }
  input.value = value;
  input.placeholder = placeholder;
  input.setAttribute("aria-label", label);
  if (refused) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

function bar({ share, floor }, hint) {
  const node = element("span", { class: "bar", role: "img", "aria-label": hint, title: hint }, element("i"));
  node.firstChild.style.width = `${100 * Math.min(1, share)}%`;
  if (floor !== null) {
    const tick = node.appendChild(element("b"));
    tick.style.left = `${100 * Math.min(1, floor)}%`;
  }
  return node;
}

function fill(table, td, cell, row, column) {
  const shown = JSON.stringify(cell);
  if (td.dataset.shown === shown) return;
  td.dataset.shown = shown;
  const action = (what) => ({ do: what, row, column });
  if (cell.edit) return fillInput(table, td, cell.edit, action("edit"));
  const { text = "", hint = "" } = cell;
  const content = [];
  if (cell.mark) content.push(element("small", { title: cell.mark_hint }, `${cell.mark} `));
  if (cell.bar) content.push(bar(cell.bar, hint));
  else if (cell.open) content.push(actionButton(table, text, cell.open, action("open")));
  else if (cell.clear) content.push(actionButton(table, "×", cell.clear, action("clear")));
  else if (cell.explain) content.push(actionButton(table, text, `${text} · ${cell.explain}`, action("explain"), "-1"));
  else content.push(text);
  td.title = cell.bar || cell.explain ? "" : hint;
  td.replaceChildren(...content);
}

// ---- rows

function rowOf(table, { id, cells }, isHead) {
  const tr = element("tr", { class: isHead ? "head" : "", "data-row": id });
  table.data.columns.forEach(({ kind, id: column }, i) => {
    const td = tr.appendChild(element(i ? "td" : "th", { class: kind, scope: i ? "" : isHead ? "rowgroup" : "row" }));
    if (!i && isHead && id !== "total") td.append(foldButton(table, tr));
    const place = !i && isHead ? td.appendChild(element("span")) : td;
    table.cells.set(`${id}\n${column}`, place);
  });
  return tr;
}

function foldButton(table, tr) {
  const button = element("button", { type: "button", class: "fold", "aria-expanded": "true" }, "▾");
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", open);
    for (const other of tr.parentNode.children) if (other !== tr) other.hidden = !open;
  });
  return button;
}

function headOf(table) {
  const tr = element("tr");
  for (const { id, label, help, kind } of table.data.columns) {
    const th = tr.appendChild(element("th", { scope: "col", class: kind, title: help }));
    if (kind === "edit" || kind === "clear") {
      th.append(label);
      continue;
    }
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", () => {
      const now = table.sort.column === id ? table.sort.direction : 0;
      const first = kind === "text" ? 1 : -1; // names start from A, numbers from the largest
      table.sort = { column: id, direction: now === 0 ? first : now === first ? -first : 0 };
      sortRows(table);
    });
    th.append(button);
    table.heads.set(id, th);
  }
  return tr;
}

function sortRows(table) {
  const { column, direction } = table.sort;
  for (const [id, th] of table.heads) {
    th.setAttribute("aria-sort", id === column && direction ? (direction > 0 ? "ascending" : "descending") : "none");
  }
  const at = table.data.columns.findIndex(({ id }) => id === column);
  table.data.sections.forEach(({ rows }, place) => {
    const sorted = direction && at >= 0 ? [...rows].sort((a, b) => direction * compare(a.cells[at].sort, b.cells[at].sort, table.data.lang)) : rows;
    const body = table.bodies[place];
    const focused = document.activeElement;
    sorted.forEach(({ id }, i) => {
      const tr = table.rows.get(id);
      if (body.children[i + 1] !== tr) body.insertBefore(tr, body.children[i + 1]);
    });
    if (body.contains(focused) && focused !== document.activeElement) focused.focus();
  });
}

function compare(a, b, lang) {
  return typeof a === "string" ? a.localeCompare(b, lang) : a - b;
}

// ---- the table

function build(table) {
  const { columns, sections, total } = table.data;
  table.cells.clear();
  table.rows.clear();
  table.heads.clear();
  for (const body of table.bodies) body.remove();
  const node = table.root.querySelector("table");
  node.tHead.replaceChildren(headOf(table));
  table.bodies = sections.map((section) => {
    const body = element("tbody", {}, rowOf(table, section, true));
    for (const row of section.rows) {
      table.rows.set(row.id, rowOf(table, row, false));
      body.append(table.rows.get(row.id));
    }
    node.tFoot.before(body);
    return body;
  });
  node.tFoot.replaceChildren(rowOf(table, { id: "total", cells: total.cells }, true));
  node.style.setProperty("--columns", columns.length);
}

function draw(table) {
  const { columns, sections, total, label, max_height } = table.data;
  const layout = JSON.stringify([columns, sections.map(({ id, rows }) => [id, rows.map((row) => row.id)])]);
  if (layout !== table.layout) build(table);
  table.layout = layout;
  table.root.setAttribute("aria-label", label);
  table.root.style.maxHeight = `${max_height}px`;
  const everyRow = [...sections, ...sections.flatMap(({ rows }) => rows), { id: "total", cells: total.cells }];
  for (const { id, cells } of everyRow) cells.forEach((cell, i) => fill(table, table.cells.get(`${id}\n${columns[i].id}`), cell, id, columns[i].id));
  for (const { id, fold } of sections) table.cells.get(`${id}\n${columns[0].id}`).previousSibling.setAttribute("aria-label", fold);
  sortRows(table);
}

/** Scrolls the focused cell out from under the header, the total and the first column, which cover the rest. */
function uncover({ currentTarget: root, target }) {
  if (target === root || !target.matches(":focus-visible")) return;
  const size = (part) => root.querySelector(part).getBoundingClientRect();
  root.style.scrollPadding = `${size("thead").height}px 4px ${size("tfoot").height}px ${size("thead th").width}px`;
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".row-table");
  if (!tables.has(root)) {
    tables.set(root, { root, cells: new Map(), rows: new Map(), heads: new Map(), bodies: [], sort: { direction: 0 } });
    root.addEventListener("focusin", uncover);
  }
  const table = tables.get(root);
  table.data = data;
  table.send = setTriggerValue;
  draw(table);
}
