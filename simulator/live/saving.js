// Saves the scenario: in a script element, in another copy of the page, in a file.

import { make } from "./elements.js";

/**
 * JSON that is safe in a script element: nothing in it can end the element.
 * @param {WholeScenario} scenario
 */
export const embedded = (scenario) => JSON.stringify(scenario).replace(/</g, "\\u003c");

/**
 * The HTML file of the page with another scenario as its state.
 * @param {string} original
 * @param {WholeScenario} scenario
 */
export function withState(original, scenario) {
  const state = /(<script type="application\/json" id="state">)[^<]*/;
  return original.replace(state, (_, start) => start + embedded(scenario));
}

/**
 * Downloads a file named after a scenario.
 * @param {string} scenario
 * @param {string} ending
 * @param {string} content
 * @param {string} type
 */
export function saveFile(scenario, ending, content, type) {
  const href = URL.createObjectURL(new Blob([content], { type }));
  const name = scenario.normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "").toLowerCase();
  make("a", { href, download: `${name.slice(0, 60) || "skenario"}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
