// Fills in sentences of the catalogue; numbers stay separate, so that a page can write them in its own way.

import { monthLong } from "./numbers.js";

/**
 * The pieces of a sentence: text, and written numbers.
 * @param {string} template
 * @param {Record<string, Filling>} values
 * @returns {Piece[]}
 */
export function filled(template, values) {
  return template.split(/(\{\w+\})/).flatMap((part) => {
    if (!/^\{\w+\}$/.test(part)) return part ? [part] : [];
    const value = values[part.slice(1, -1)];
    if (value === undefined) throw new RangeError(`nothing for ${part} in: ${template}`);
    return Array.isArray(value) ? value : [value];
  });
}

/**
 * A month as named in a sentence: one before today is called past.
 * @param {number} month
 * @param {Words} words
 * @param {boolean} [isUnbroken] whether it stays on one line with its year
 * @returns {Piece[]}
 */
export function dated(month, words, isUnbroken) {
  const plain = monthLong(month, words.language);
  const name = isUnbroken ? plain.replace(" ", "\u00a0") : plain;
  return month < words.today ? filled(words.texts["past.month"], { month: name }) : [name];
}

/**
 * Sentences one after the other.
 * @param {Piece[][]} sentences
 * @returns {Piece[]}
 */
export function inOneParagraph(sentences) {
  return sentences.flatMap((pieces, i) => (i ? [" ", ...pieces] : pieces));
}

/**
 * The pieces as plain text.
 * @param {Piece[]} pieces
 */
export function plainText(pieces) {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece.number)).join("");
}
