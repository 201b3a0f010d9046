// Levers and fields: a slider with a typed value beside it, months, and what one unit does differently.

import { choice, labelled, make } from "./elements.js";
import { monthName, monthNumber } from "./months.js";
import { monthLong } from "./numbers.js";
import { trimmed } from "./quantities.js";
import { isAllowed, joinMonths, valueAt, withOverride, withValue } from "./state.js";
import { parseNumber } from "./typed_number.js";
import { plain, sentence } from "./words.js";

const MONEV = "monev"; // the group of settings that has a part of its own
const FADES = ["growth.push_half_life_months", "growth.push_repeat_factor", "growth.ceiling_share"];
/** @type {Record<string, string>} */
const HEADINGS = {
  "participation.opd.target_share": "side.floor",
  "participation.opd.ramp_months": "side.pace",
  "retention.lapse_share_per_month": "side.stopping",
};
const DECIMALS = 6;

/**
 * Shares are shown as percent.
 * @param {SettingData} setting
 */
const scaleOf = (setting) => (setting.unit.startsWith("share") ? 100 : 1);

/**
 * Every lever in groups; the Rakor Monev, and how its push fades, come last.
 * @param {Page} page
 */
export function levers(page) {
  const { pack, words } = page;
  const made = pack.data.levers.map(({ path, moves, label }) => {
    const setting = settingOf(pack, path);
    const above = HEADINGS[path] ? [make("h3", {}, words.texts[HEADINGS[path]])] : [];
    return { path, isMonev: setting.group === MONEV, elements: [...above, lever(page, setting, moves, label[words.lang])] };
  });
  const of = (/** @type {(one: typeof made[0]) => boolean} */ chosen) => made.filter(chosen).flatMap(({ elements }) => elements);
  return [
    ...of(({ isMonev }) => !isMonev),
    make("h3", {}, words.texts["side.group_monev"]),
    firstMeeting(page),
    numberField(page, "monev.every_months"),
    ...of(({ path, isMonev }) => isMonev && !FADES.includes(path)),
    make("details", {}, make("summary", {}, words.texts["side.fading"]), ...of(({ path }) => FADES.includes(path))),
  ];
}

/**
 * @param {Pack} pack
 * @param {string} path
 */
function settingOf(pack, path) {
  return /** @type {SettingData} */ (pack.data.settings.find((setting) => setting.path === path));
}

/**
 * A slider with a typed value beside it; both move every setting of the lever.
 * @param {Page} page
 * @param {SettingData} setting
 * @param {string[]} moves
 * @param {string} label
 */
function lever(page, setting, moves, label) {
  const factor = scaleOf(setting);
  const now = valueAt(page.scenario, setting.path) * factor;
  const most = Math.max((setting.slider_high ?? setting.high ?? 0) * factor, now);
  const ends = { min: (setting.low ?? 0) * factor, max: most, step: (setting.step ?? 1) * factor };
  const slider = make("input", { type: "range", ...ends, "aria-label": label });
  slider.value = String(now);
  const typed = typedField(page, setting, moves, page.words.texts["side.typed"].replace("{label}", label));
  const moved = (/** @type {boolean} */ isHeld) => {
    const value = Number((Number(slider.value) / factor).toFixed(8));
    typed.field.value = trimmed(value * factor, page.words, DECIMALS);
    typed.refuse("");
    page.change(withValue(page.scenario, moves, value), isHeld);
  };
  slider.addEventListener("input", () => moved(true));
  slider.addEventListener("change", () => moved(false));
  typed.field.addEventListener("change", () => (slider.value = String(valueAt(page.scenario, setting.path) * factor)));
  const name = make("span", { "aria-hidden": "true" }, label);
  const today = make("small", {}, page.pack.today[page.words.lang][setting.path] ?? "");
  const help = { class: "lever", title: setting.help[page.words.lang] };
  return make("div", help, name, typed.field, slider, today, typed.refusal);
}

/**
 * A field in which a number is typed; what is not understood or out of bounds is told beside it, and not taken.
 * @param {Page} page
 * @param {SettingData} setting
 * @param {string[]} moves
 * @param {string} label
 */
function typedField(page, setting, moves, label) {
  const { words } = page;
  const factor = scaleOf(setting);
  const number = (/** @type {number} */ value) => trimmed(value * factor, words, DECIMALS);
  const refusal = make("p", { class: "refusal", role: "alert", id: `refused-${setting.path}` });
  const field = make("input", {
    type: "text", inputmode: "decimal", size: 6, "aria-label": label, "aria-describedby": refusal.id,
  });
  field.value = number(valueAt(page.scenario, setting.path));
  const refuse = (/** @type {string} */ told) => {
    refusal.textContent = told;
    if (told) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };
  field.addEventListener("change", () => {
    const value = Number((parseNumber(field.value, words) / factor).toFixed(10));
    if (!isAllowed(value, setting)) {
      const bounds = { low: number(setting.low ?? 0), high: number(setting.high ?? 0) };
      refuse(plain(sentence(words, "travel.refused", { found: field.value, ...bounds }), words));
      return;
    }
    refuse("");
    page.change(withValue(page.scenario, moves, value));
  });
  return { field, refusal, refuse };
}

/**
 * A typed number under its label.
 * @param {Page} page
 * @param {string} path
 */
function numberField(page, path) {
  const setting = settingOf(page.pack, path);
  const label = setting.label[page.words.lang];
  const unit = page.words.texts[`unit.${setting.unit}`];
  const { field, refusal } = typedField(page, setting, [path], label);
  return make("div", {}, labelled(`${label} (${unit})`, field), refusal);
}

/**
 * The target's share and month, and how far the projection goes.
 * @param {Page} page
 */
export function targetFields(page) {
  const { scenario, pack, words } = page;
  const first = monthNumber(pack.data.baseline.facts.month);
  const months = [first, ...joinMonths(scenario, pack.data.baseline.facts.month)].map(monthName);
  if (!months.includes(scenario.target.month)) months.push(scenario.target.month);
  const options = months.map((month) => /** @type {[string, string]} */ ([month, monthLong(monthNumber(month), words)]));
  const month = choice(options, scenario.target.month, (value) =>
    page.change(withValue(page.scenario, ["target.month"], value)),
  );
  return [
    numberField(page, "target.coverage_share"),
    labelled(settingOf(pack, "target.month").label[words.lang], month),
    numberField(page, "horizon_months"),
  ];
}

/**
 * The month of the first Rakor Monev, or none.
 * @param {Page} page
 */
function firstMeeting(page) {
  const { scenario, pack, words } = page;
  const months = joinMonths(scenario, pack.data.baseline.facts.month).map(monthName);
  const now = scenario.monev.first_month;
  if (now && !months.includes(now)) months.unshift(now);
  /** @type {[string, string][]} */
  const options = months.map((month) => [month, monthLong(monthNumber(month), words)]);
  const select = choice([["", words.texts["side.none"]], ...options], now ?? "", (value) =>
    page.change(withValue(page.scenario, ["monev.first_month"], value || null)),
  );
  return labelled(settingOf(pack, "monev.first_month").label[words.lang], select);
}

/**
 * What one unit does differently: chosen among all, three fields, and what is set already.
 * @param {Page} page
 * @param {string} chosen the unit's code, empty for none
 * @param {(unit: string) => void} onChoice
 */
export function specialSettings(page, chosen, onChoice) {
  const { pack, words, scenario } = page;
  /** @type {[string, string][]} */
  const units = pack.data.baseline.units.map(({ code, name }) => [code, `${name} (${code})`]);
  const choose = choice([["", words.texts["travel.choose_unit"]], ...units], chosen, onChoice);
  const fields = chosen ? unitFields(page, chosen) : [];
  const list = scenario.overrides.map(({ unit }) => {
    const name = units.find(([code]) => code === unit)?.[1] ?? unit;
    const nothing = { target_share: null, workers_per_asn: null, join_month: null };
    const remove = () => page.change(withOverride(page.scenario, unit, nothing));
    const label = plain(sentence(words, "travel.remove", { name }), words);
    const button = make("button", { type: "button", onclick: remove, "aria-label": label }, words.texts["units.column.clear"]);
    return make("li", {}, `${name}: ${overrideWords(page, unit)} `, button);
  });
  return [labelled(words.texts["travel.unit"], choose), ...fields, make("ul", {}, ...list)];
}

/**
 * @param {Page} page
 * @param {string} unit
 */
function unitFields(page, unit) {
  const { pack, words } = page;
  const override = page.scenario.overrides.find((of) => of.unit === unit);
  const set = (/** @type {Partial<Override>} */ change) => page.change(withOverride(page.scenario, unit, change));
  const shares = /** @type {const} */ (["target_share", "workers_per_asn"]).map((key) => {
    const setting = settingOf(pack, `participation.opd.${key}`);
    const factor = scaleOf(setting);
    const number = (/** @type {number} */ value) => trimmed(value * factor, words, DECIMALS);
    const field = make("input", { type: "text", inputmode: "decimal", size: 6 });
    const value = override?.[key] ?? null;
    field.value = value === null ? "" : number(value);
    const refusal = make("p", { class: "refusal", role: "alert" });
    field.addEventListener("change", () => {
      const typed = field.value.trim() ? Number((parseNumber(field.value, words) / factor).toFixed(10)) : null;
      if (typed === null || isAllowed(typed, setting)) return set({ [key]: typed });
      const bounds = { low: number(setting.low ?? 0), high: number(setting.high ?? 0) };
      refusal.textContent = plain(sentence(words, "travel.refused", { found: field.value, ...bounds }), words);
      field.setAttribute("aria-invalid", "true");
    });
    const sign = factor === 100 ? ` (${words.texts["unit.share"]})` : "";
    return make("div", {}, labelled(words.texts[`units.column.${key}`] + sign, field), refusal);
  });
  /** @type {[string, string][]} */
  const months = joinMonths(page.scenario, pack.data.baseline.facts.month).map((month) => [monthName(month), monthLong(month, words)]);
  const now = override?.join_month ?? "";
  const options = /** @type {[string, string][]} */ ([["", words.texts["value.as_its_group"]], ["never", words.texts["value.never"]], ...months]);
  if (now && !options.some(([value]) => value === now)) options.push([now, monthLong(monthNumber(now), words)]);
  const join = choice(options, now, (value) => set({ join_month: value || null }));
  return [...shares, labelled(words.texts["units.column.join_month"], join)];
}

/**
 * What a unit's special setting asks for, in words.
 * @param {Page} page
 * @param {string} unit
 */
export function overrideWords({ scenario, words }, unit) {
  const override = scenario.overrides.find((of) => of.unit === unit);
  if (!override) return words.texts["value.nothing_special"];
  const { target_share: share, workers_per_asn: workers, join_month: month } = override;
  const parts = [
    share === null ? "" : `${words.texts["units.column.target_share"]}: ${trimmed(share * 100, words, DECIMALS)} %`,
    workers === null ? "" : `${words.texts["units.column.workers_per_asn"]}: ${trimmed(workers, words, DECIMALS)}`,
    month === null ? "" : `${words.texts["units.column.join_month"]}: ${month === "never" ? words.texts["value.never"] : monthLong(monthNumber(month), words)}`,
  ];
  return parts.filter(Boolean).join("; ");
}
