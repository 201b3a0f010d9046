// Writes numbers in the language of the page, by the rules of `words/numbers.py`.

export const MINUS = "−";
export const MISSING = "–";

/**
 * A number with the language's separators; a half goes to the even neighbour, as Python writes it.
 * @param {number} value
 * @param {Language} language
 * @param {number} places
 */
export function decimal(value, language, places = 0) {
  if (Number.isNaN(value)) return MISSING;
  const [whole, part] = toPlaces(Math.abs(value), places).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language.thousands_mark);
  const number = part ? grouped + language.decimal_mark + part : grouped;
  return value < 0 && /[1-9]/.test(number) ? MINUS + number : number;
}

/**
 * @param {number} value 0 or more
 * @param {number} places
 */
function toPlaces(value, places) {
  const rounded = value.toFixed(places); // of two equally near numbers it takes the higher
  const beyond = value.toFixed(places + 60).split(".")[1].slice(places); // enough digits for any number shown
  const isHalf = /^50*$/.test(beyond);
  return isHalf && Number(rounded.slice(-1)) % 2 ? value.toFixed(places + 60).slice(0, places ? -60 : -61) : rounded;
}

/**
 * Whole people, rounding halves up.
 * @param {number} value
 */
export function wholePeople(value) {
  return Math.floor(value + 0.5);
}

/**
 * Whole people: 1.256.
 * @param {number} value
 * @param {Language} language
 */
export function people(value, language) {
  return decimal(wholePeople(value), language);
}

/**
 * Rupiah to three figures: Rp 336 juta, Rp 1,24 miliar; in full below a million.
 * @param {number} value
 * @param {Language} language
 */
export function rupiahShort(value, language) {
  if (Number.isNaN(value)) return MISSING;
  const sign = value < 0 ? MINUS : "";
  for (const [power, word] of [12, 9, 6].map((power, i) => /** @type {[number, string]} */ ([power, language.scales[2 - i]]))) {
    if (Math.abs(value) < 10 ** power * 0.9995) continue;
    const scaled = Math.abs(value) / 10 ** power;
    const places = scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0;
    const number = decimal(scaled, language, places);
    return `${sign}Rp ${places ? withoutZeros(number, language.decimal_mark) : number} ${word}`;
  }
  return `${sign}Rp ${decimal(Math.abs(value), language)}`;
}

/**
 * @param {string} number
 * @param {string} mark
 */
function withoutZeros(number, mark) {
  const kept = number.replace(/0+$/, "");
  return kept.endsWith(mark) ? kept.slice(0, -1) : kept;
}

/**
 * A ratio as 1,24 ×.
 * @param {number} value
 * @param {Language} language
 */
export function timesText(value, language) {
  return Number.isNaN(value) ? MISSING : `${decimal(value, language, 2)} ×`;
}

/**
 * A month number as September 2025.
 * @param {number} month
 * @param {Language} language
 */
export function monthLong(month, language) {
  return `${language.months[month % 12]} ${Math.floor(month / 12)}`;
}
