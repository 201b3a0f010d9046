// Calendar months as whole numbers.

/**
 * Months since year 0 of a month YYYY-MM.
 * @param {string} text
 */
export function monthNumber(text) {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

/**
 * The YYYY-MM of a month number.
 * @param {number} number
 */
export function monthName(number) {
  const year = Math.floor(number / 12);
  return `${String(year).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}
