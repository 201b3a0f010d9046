// Reads a typed number.

/**
 * The number in a text typed in the format of the language, with or without the sign of its unit; NaN if it is unclear.
 * @param {string} typed
 * @param {{ decimal_mark: string, thousands_mark: string }} language
 */
export function parseNumber(typed, { decimal_mark, thousands_mark }) {
  const [mark, thousands] = [decimal_mark, thousands_mark].map((sign) => `\\${sign}`);
  const plain = typed.replace(/Rp|%|×/g, "").replace(/\u00a0/g, " ").trim().replace("−", "-");
  const pattern = new RegExp(`^-?(?:\\d{1,3}(?:${thousands}\\d{3})+|\\d+)(?:${mark}\\d+)?$`);
  if (!pattern.test(plain)) return NaN;
  return Number(plain.split(thousands_mark).join("").replace(decimal_mark, "."));
}
