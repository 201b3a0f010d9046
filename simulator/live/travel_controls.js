// The column of controls of the travelling page: everything that can be moved, chosen, typed or pressed.

import { byId, choice, labelled, make } from "./elements.js";
import { advancedSettings, levers, targetFields } from "./levers.js";
import { overrideWords, specialSettings } from "./special.js";
import { withValue } from "./state.js";
import { keeping } from "./travel_buttons.js";

/**
 * Redraws the column; open parts stay open, and the focus stays.
 * @param {Page} page
 */
export function fillControls(page) {
  const { texts } = page.words;
  const column = byId("controls");
  const within = (/** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...column.querySelectorAll(selector)]);
  const opened = within("details[open]").map(({ id }) => id);
  const held = within(":focus").map(nameOf)[0];
  const heading = (/** @type {string} */ key) => make("h2", {}, texts[key]);
  const fold = (/** @type {string} */ id, /** @type {string} */ key, /** @type {Node[]} */ inside) =>
    make("details", { id, open: opened.includes(id) }, make("summary", {}, texts[key]), ...inside);
  page.written = [];
  column.replaceChildren(
    labelled(texts["compare.scenario"], packedScenarios(page)),
    heading("travel.levers"),
    ...levers(page, fold),
    heading("side.group_general"),
    ...targetFields(page),
    fold("advanced", "side.advanced", advancedSettings(page)),
    special(page, fold),
    heading("travel.keep"),
    labelled(texts["travel.author"], authorField(page)),
    ...keeping(page, (words) => (byId("message").textContent = words), () => reset(page)),
  );
  within("input, select, button, summary").find((element) => nameOf(element) === held)?.focus();
  const { overrides } = page.scenario;
  byId("changed").textContent = overrides.map(({ unit }) => `${unit}: ${overrideWords(page, unit)}`).join(" · ");
}

/**
 * Chooses among the scenarios of the pack.
 * @param {Page} page
 */
function packedScenarios(page) {
  /** @type {[string, string][]} */
  const options = page.pack.scenarios.map(({ name }, i) => [String(i), name]);
  return choice(options, String(page.chosen), (value) => {
    page.chosen = Number(value);
    page.change(page.pack.scenarios[page.chosen]);
    fillControls(page);
  });
}

/**
 * The author of the scenario.
 * @param {Page} page
 */
function authorField(page) {
  const field = make("input", { type: "text", maxlength: 120 });
  field.value = page.author;
  field.addEventListener("change", () => {
    page.author = field.value.trim();
    page.change(withValue(page.scenario, ["author"], page.author));
  });
  return field;
}

/**
 * The overrides of units, open if a unit is chosen or there is an override.
 * @param {Page} page
 * @param {(id: string, key: string, inside: Node[]) => HTMLElement} fold
 */
function special(page, fold) {
  const settings = specialSettings(page, page.unit, (code) => {
    page.unit = code;
    fillControls(page);
  });
  const found = fold("special", "travel.special", settings);
  if (page.unit || page.scenario.overrides.length) found.setAttribute("open", "");
  return found;
}

/**
 * Goes back to the scenario as it was packed.
 * @param {Page} page
 */
function reset(page) {
  page.author = "";
  page.change(page.pack.scenarios[page.chosen]);
  fillControls(page);
}

/**
 * The name of a field or button.
 * @param {HTMLElement} element
 */
function nameOf(element) {
  const { labels } = /** @type {HTMLInputElement} */ (element);
  return element.getAttribute("aria-label") ?? (labels?.length ? labels[0].textContent : element.textContent);
}
