// Fills in sentences of the catalogue like `words/sentence.py`: text and quantities in order.

import { MINUS, monthLong } from "./numbers.js";
import { monthShort, shown } from "./quantities.js";

const PIECES = /\{\{|\}\}|\{(\w+)(?::(\w+))?\}/g;
const UNMARKED = ["published", "counted", "fictitious"];
export const NO_BREAK = "\u00a0";

/**
 * A number to be written in a sentence.
 * @param {number | null} value
 * @param {string} unit
 * @param {string} [basis]
 * @param {string} [form]
 * @returns {Quantity}
 */
export const quantity = (value, unit, basis = "derived", form = "") => ({ value, unit, basis, form });

/**
 * The sentence of a key with its values filled in; throws for an unknown key or a missing value.
 * @param {Catalogue} words
 * @param {string} key
 * @param {Record<string, InSentence>} [values]
 * @returns {Sentence}
 */
export function sentence(words, key, values = {}) {
  const template = words.texts[key];
  if (template === undefined) throw new RangeError(`no text is called ${key}`);
  /** @type {(string | Quantity)[]} */
  const parts = [];
  let end = 0;
  for (const found of template.matchAll(PIECES)) {
    const at = found.index ?? 0;
    parts.push(template.slice(end, at));
    end = at + found[0].length;
    parts.push(...(found[1] ? piece(values[found[1]], found[2] ?? "", words, key) : [found[0][0]]));
  }
  parts.push(template.slice(end));
  return { parts: parts.filter((part) => part !== "") };
}

/**
 * @param {InSentence | undefined} value
 * @param {string} form
 * @param {Catalogue} words
 * @param {string} key
 * @returns {(string | Quantity)[]}
 */
function piece(value, form, words, key) {
  if (value === undefined) throw new RangeError(`${key} has a value that was not given`);
  if (typeof value === "string") return [value];
  if ("parts" in value) return value.parts;
  if ("month" in value) return [form === "short" ? monthShort(value.month, words) : monthLong(value.month, words)];
  return [form ? { ...value, form } : value];
}

/**
 * Sentences one after the other.
 * @param {Sentence[]} sentences
 * @returns {Sentence}
 */
export function joined(sentences) {
  return { parts: sentences.flatMap(({ parts }, i) => (i ? [" ", ...parts] : parts)) };
}

/**
 * The text of a sentence without marks.
 * @param {Sentence} sentence
 * @param {Catalogue} words
 */
export function plain(sentence, words) {
  return sentence.parts.map((part) => (typeof part === "string" ? part : shown(part, words))).join("");
}

/**
 * The text of a sentence with the mark of each number, which stays on one line with its unit.
 * @param {Sentence} sentence
 * @param {Catalogue} words
 */
export function written(sentence, words) {
  return sentence.parts.map((part) => (typeof part === "string" ? part : withMark(part, words))).join("");
}

/**
 * A quantity with its mark: ± if derived or estimated, the word in brackets if assumed.
 * @param {Quantity} quantity
 * @param {Catalogue} words
 */
export function withMark(quantity, words) {
  const number = shown(quantity, words).replace(/ /g, NO_BREAK);
  return quantity.value && quantity.unit !== "month" ? markBeside(number, quantity.basis, words) : number;
}

/**
 * @param {string} number
 * @param {string} mark
 * @param {Catalogue} words
 */
export function markBeside(number, mark, words) {
  if (UNMARKED.includes(mark)) return number;
  if (mark === "assumed") return `${number} (${words.texts["basis.assumed"]})`;
  return `±${NO_BREAK}${number.startsWith(MINUS) ? `(${number})` : number}`;
}
