// Writes numbers in each language like `words/numbers.py`: 1.256 · 9,42 % · Rp 336 juta.

import { MINUS, MISSING, decimal, monthLong, people, rupiahShort, timesText } from "./numbers.js";

const PLAIN = { thousands_mark: "", decimal_mark: ".", months: [], scales: [] };
/** @type {Record<string, number>} */
const PLACES = { whole: 0, tenths: 1, one_place: 1, two_places: 2, fine: 4 };
const EXACTLY = ["one_place", "two_places"]; // with trailing zeros
const OF_ONE = ["workers_per_asn", "months", "units", "meetings", "units_per_month"];

/**
 * A quantity without its mark; a dash if it has no value.
 * @param {Quantity} quantity
 * @param {Catalogue} words
 */
export function shown(quantity, words) {
  const { value, unit, form = "" } = quantity;
  if (value === null || Number.isNaN(value)) return MISSING;
  if (form === "bare") return decimal(value, words);
  switch (unit) {
    case "people":
    case "count":
      return people(value, words);
    case "share":
      return share(value, form, words);
    case "share_per_month":
    case "share_per_year":
      return unitWords(words, `value.${unit}`, share(value, form, words));
    case "deaths":
      return decimal(value, words, PLACES[form] ?? 2);
    case "ratio":
      return timesText(value, words);
    case "idr":
      return form === "full" ? rupiah(value, words) : rupiahShort(value, words);
    case "idr_each":
      return form === "fine" ? `${value < 0 ? MINUS : ""}Rp ${trimmed(Math.abs(value), words, PLACES.fine)}` : rupiah(value, words);
    case "month":
      return monthLong(value, words);
    default:
      return withUnit(value, unit, form, words);
  }
}

/**
 * A number with the decimals of its form, and the word for its unit.
 * @param {number} value
 * @param {string} unit
 * @param {string} form
 * @param {Catalogue} words
 */
function withUnit(value, unit, form, words) {
  const places = PLACES[form] ?? 2;
  const number = EXACTLY.includes(form) ? decimal(value, words, places) : trimmed(value, words, places);
  if (unit === "number") return number;
  const one = OF_ONE.includes(unit) && Math.abs(value) === 1 ? ".one" : "";
  return unitWords(words, `value.${unit}${one}`, number);
}

/**
 * @param {Catalogue} words
 * @param {string} key
 * @param {string} number
 */
const unitWords = (words, key, number) => words.texts[key].replace("{number}", number);

/**
 * @param {number} value
 * @param {number} places
 */
const rounded = (value, places) => Math.sign(value) * Number(decimal(Math.abs(value), PLAIN, places));

/**
 * A number with as many decimals as it needs, at most `most`.
 * @param {number} value
 * @param {Catalogue} words
 * @param {number} most
 */
export function trimmed(value, words, most) {
  let places = 0;
  while (rounded(value, places) !== rounded(value, most)) places++;
  return decimal(value, words, places);
}

/**
 * A share 0..1 as 9,42 %.
 * @param {number} value
 * @param {string} form
 * @param {Catalogue} words
 */
function share(value, form, words) {
  const places = PLACES[form] ?? 2;
  const number = decimal(rounded(value * 100, places), words, places);
  return `${EXACTLY.includes(form) ? number : zerosOff(number, words)} %`;
}

/**
 * @param {string} number
 * @param {Catalogue} words
 */
function zerosOff(number, words) {
  if (!number.includes(words.decimal_mark)) return number;
  const bare = number.replace(/0+$/, "");
  return bare.endsWith(words.decimal_mark) ? bare.slice(0, -1) : bare;
}

/**
 * Rupiah in full: Rp 16.800.
 * @param {number} value
 * @param {Catalogue} words
 */
function rupiah(value, words) {
  return `${value < 0 ? MINUS : ""}Rp ${decimal(Math.abs(value), words)}`;
}

/**
 * A month number as Sep 2025.
 * @param {number} month
 * @param {Catalogue} words
 */
export const monthShort = (month, words) => `${words.short_months[month % 12]} ${Math.floor(month / 12)}`;
