// Creates elements of the page; texts become text nodes, so that a name is never interpreted as markup.

/**
 * The element with an id, which must exist.
 * @param {string} id
 */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * An element with attributes and content; `on…` attributes are listeners.
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {(Node | string)[]} inside
 * @returns {HTMLElement & { value: string }}
 */
export function make(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null) made.setAttribute(key, String(value));
  }
  made.append(...inside);
  return /** @type {any} */ (made);
}

let fields = 0;

/**
 * A field under its label.
 * @param {string} label
 * @param {HTMLElement} field
 */
export function labelled(label, field) {
  field.id = `field-${++fields}`;
  return make("div", { class: "field" }, make("label", { for: field.id }, label), field);
}

/**
 * A list to choose from.
 * @param {[string, string][]} options value and words of each
 * @param {string} chosen
 * @param {(value: string) => void} onChoice
 */
export function choice(options, chosen, onChoice) {
  const made = options.map(([value, words]) => make("option", { value, selected: value === chosen }, words));
  return make("select", { onchange: (/** @type {any} */ event) => onChoice(event.target.value) }, ...made);
}

/**
 * A table whose first cells name its rows, with numbers aligned right. It scrolls if there is no room, and on a phone each row is a
 * block in which every cell has its title.
 * @param {string} label
 * @param {string[]} titles
 * @param {string[][]} rows
 * @param {boolean} [hasTotal]
 */
export function tableOf(label, titles, rows, hasTotal = false) {
  const head = titles.map((title) => make("th", { scope: "col" }, title));
  const body = rows.map((cells, i) => {
    const [name, ...others] = cells.map((cell, at) => make(at ? "td" : "th", at ? { "data-title": titles[at] } : { scope: "row" }, cell));
    return make("tr", hasTotal && i === rows.length - 1 ? { class: "total" } : {}, name, ...others);
  });
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body));
  return make("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": label }, table);
}
