// A field for a declared setting: a typed number, a choice or a switch. It shows the scenario's value after every change.

import { choice, labelled, make } from "./elements.js";
import { valueAt } from "./paths.js";
import { trimmed } from "./quantities.js";
import { isAllowed, withValue } from "./state.js";
import { parseNumber } from "./typed_number.js";
import { plain, sentence } from "./words.js";

export const DECIMALS = 6;

/**
 * Shares are shown as percent.
 * @param {SettingData} setting
 */
export const scaleOf = (setting) => (setting.unit.startsWith("share") ? 100 : 1);

/**
 * @param {Pack} pack
 * @param {string} path
 */
export function settingOf(pack, path) {
  return /** @type {SettingData} */ (pack.data.settings.find((setting) => setting.path === path));
}

/**
 * A value as written in a field; empty if there is none.
 * @param {number | null} value
 * @param {SettingData} setting
 * @param {Catalogue} words
 */
export const inWords = (value, setting, words) => (value === null ? "" : trimmed(value * scaleOf(setting), words, DECIMALS));

/**
 * The value that was typed; NaN if it is unclear.
 * @param {string} typed
 * @param {SettingData} setting
 * @param {Catalogue} words
 */
export const valueTyped = (typed, setting, words) => Number((parseNumber(typed, words) / scaleOf(setting)).toFixed(10));

/**
 * Why a typed text is not accepted.
 * @param {string} typed
 * @param {SettingData} setting
 * @param {Catalogue} words
 */
export function refusalOf(typed, setting, words) {
  const [low, high] = [setting.low, setting.high].map((bound) => inWords(bound, setting, words));
  return plain(sentence(words, "travel.refused", { found: typed, low, high }), words);
}

/**
 * A field for typing a number; an unclear number or one out of bounds is refused with a message beside it.
 * @param {Page} page
 * @param {SettingData} setting
 * @param {string[]} moves
 * @param {Record<string, string>} names attributes that name and describe it
 */
export function typedField(page, setting, moves, names) {
  const { words } = page;
  const refusal = make("p", { class: "refusal", role: "alert", id: `refused-${page.written.length}` });
  const described = [names["aria-describedby"], refusal.id].filter(Boolean).join(" ");
  const field = make("input", { type: "text", inputmode: "decimal", size: 6, ...names, "aria-describedby": described });
  const refuse = (/** @type {string} */ message) => {
    refusal.textContent = message;
    if (message) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };
  keepsUp(page, () => {
    if (!field.hasAttribute("aria-invalid")) field.value = inWords(valueAt(page.scenario, setting.path), setting, words);
  });
  field.addEventListener("change", () => {
    const isEmpty = setting.nullable && !field.value.trim();
    const value = isEmpty ? null : valueTyped(field.value, setting, words);
    if (!isAllowed(value, setting)) return refuse(refusalOf(field.value, setting, words));
    refuse("");
    page.change(withValue(page.scenario, moves, value));
  });
  return { field, refusal, refuse };
}

/**
 * Writes the content of a field now and after every change.
 * @param {Page} page
 * @param {() => void} write
 */
export function keepsUp(page, write) {
  write();
  page.written.push(write);
}

/**
 * A field for a setting under its label, with its description below.
 * @param {Page} page
 * @param {string} path
 * @param {string} [about]
 */
export function settingField(page, path, about = "") {
  const setting = settingOf(page.pack, path);
  const label = setting.label[page.words.lang];
  const note = make("small", { id: `about-${path}` }, about);
  /** @type {Record<string, string>} */
  const names = about ? { "aria-describedby": note.id } : {};
  const below = about ? [note] : [];
  if (setting.kind === "float" || setting.kind === "int") {
    const unit = page.words.texts[`unit.${setting.unit}`];
    const { field, refusal } = typedField(page, setting, [path], names);
    return make("div", {}, labelled(`${label} (${unit})`, field), refusal, ...below);
  }
  const take = (/** @type {unknown} */ value) => page.change(withValue(page.scenario, [path], value));
  if (setting.kind === "switch") {
    const box = make("input", { type: "checkbox", ...names, onchange: (/** @type {any} */ event) => take(event.target.checked) });
    keepsUp(page, () => (/** @type {any} */ (box).checked = valueAt(page.scenario, path)));
    return make("div", { class: "field" }, make("label", {}, box, ` ${label}`), ...below);
  }
  const options = setting.options.map((option, i) => /** @type {[string, string]} */ ([option, setting.option_names[page.words.lang][i]]));
  const select = choice(options, valueAt(page.scenario, path), take);
  for (const [name, value] of Object.entries(names)) select.setAttribute(name, value);
  keepsUp(page, () => (select.value = valueAt(page.scenario, path)));
  return make("div", {}, labelled(label, select), ...below);
}
