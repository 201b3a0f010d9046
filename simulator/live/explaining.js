// Explains a number of the finding in a dialog.

import { make } from "./elements.js";
import { isSame } from "./state.js";
import { plain, sentence, withMark } from "./words.js";

/**
 * A sentence with a button for each number that the file explains; brackets and full stops stay on the same line.
 * @param {Page} page
 * @param {Sentence} finding
 */
export function explained(page, finding) {
  const { pack, words } = page;
  const known = pack.finding[words.lang][page.chosen];
  const { parts } = finding;
  return parts.map((part, i) => {
    const [before, after] = [parts[i - 1], parts[i + 1]];
    if (typeof part === "string") {
      return part.replace(isNumber(before) ? STOPS : "", "").replace(isNumber(after) ? BRACKET : "", "");
    }
    const around = (/** @type {unknown} */ text, /** @type {RegExp} */ sign) => (typeof text === "string" && sign.exec(text)?.[0]) || "";
    const number = withMark(part, words);
    const explanation = part.of ? known[part.of] : undefined;
    const inside = explanation ? make("button", { type: "button", onclick: () => open(page, explanation, number) }, number) : number;
    return make("span", { class: "whole" }, around(before, BRACKET), inside, around(after, STOPS));
  });
}

const STOPS = /^[),.;:]+/;
const BRACKET = /\($/;

/** @param {unknown} part */
const isNumber = (part) => typeof part === "object";

/**
 * The explanation for the scenario as packed, with a remark if it has been changed since.
 * @param {Page} page
 * @param {Explained} of
 * @param {string} number as it reads now
 */
function open({ pack, words, scenario, chosen }, of, number) {
  const { texts, lang } = words;
  const packed = pack.scenarios[chosen];
  const isChanged = !isSame(scenario, packed);
  const about = (/** @type {string} */ key, /** @type {string} */ text) => (text ? [make("p", {}, make("strong", {}, texts[key]), make("br"), text)] : []);
  const close = make("button", { type: "button", onclick: () => /** @type {any} */ (dialog).close() }, texts["travel.close"]);
  const sources = pack.sources[lang].filter(([key]) => of.sources.includes(key));
  const changed = make("p", { class: "note" }, plain(sentence(words, "travel.changed_since", { name: packed.name }), words));
  const heading = make("h2", { id: "origin" }, texts["origin.heading"]);
  const result = about("origin.result", number);
  const dialog = make(
    "dialog",
    { "aria-labelledby": heading.id, onclose: () => dialog.remove() },
    heading,
    ...(isChanged ? [...result, changed] : []),
    make("h3", {}, of.title),
    ...about("origin.in_words", of.formula),
    ...(isChanged ? [] : [...about("origin.with_values", of.calculation), ...result]),
    ...about("origin.mark", of.mark),
    ...of.notes.map((note) => make("p", {}, note)),
    ...(sources.length ? [make("p", {}, make("strong", {}, texts["origin.sources"]))] : []),
    make("ul", {}, ...sources.map(([key, title, publisher, date]) => make("li", {}, [`${key} ${title}`, publisher, date].filter((text) => text !== "–").join(", ")))),
    close,
  );
  document.body.append(dialog);
  /** @type {any} */ (dialog).showModal();
}
