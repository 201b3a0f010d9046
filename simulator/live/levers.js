// The levers in groups, each a slider with a typed value; the target; and under "advanced" every other setting.

import { choice, labelled, make } from "./elements.js";
import { inWords, keepsUp, scaleOf, settingField, settingOf, typedField } from "./fields.js";
import { monthName, monthNumber } from "./months.js";
import { monthLong } from "./numbers.js";
import { valueAt } from "./paths.js";
import { joinMonths, withValue } from "./state.js";

const MONEV = "monev"; // the group of settings with a part of its own
const FADES = ["growth.push_half_life_months", "growth.push_repeat_factor", "growth.ceiling_share"];
/** @type {Record<string, string>} */
const HEADINGS = {
  "participation.opd.target_share": "side.floor",
  "participation.opd.ramp_months": "side.pace",
  "retention.lapse_share_per_month": "side.stopping",
};
const ELSEWHERE = [MONEV, "general", "uncertainty"]; // groups with a part of their own, or without effect on a line

/**
 * Every lever in groups; the Rakor Monev, and how its push fades, come last.
 * @param {Page} page
 * @param {(id: string, key: string, inside: Node[]) => HTMLElement} fold makes a part that can be folded
 */
export function levers(page, fold) {
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
    firstRakor(page),
    settingField(page, "monev.every_months"),
    settingField(page, "monev.meetings", pack.cards[words.lang]["monev.meetings"]),
    ...of(({ path, isMonev }) => isMonev && !FADES.includes(path)),
    fold("fading", "side.fading", [...of(({ path }) => FADES.includes(path)), settingField(page, "growth.background_share_per_month")]),
  ];
}

/**
 * A slider with a typed value beside it; both move every setting of the lever.
 * @param {Page} page
 * @param {SettingData} setting
 * @param {string[]} moves
 * @param {string} label
 */
function lever(page, setting, moves, label) {
  const { words, pack } = page;
  const factor = scaleOf(setting);
  const now = valueAt(page.scenario, setting.path) * factor;
  const most = Math.max((setting.slider_high ?? setting.high ?? 0) * factor, now);
  const ends = { min: (setting.low ?? 0) * factor, max: most, step: (setting.step ?? 1) * factor };
  const slider = make("input", { type: "range", ...ends, "aria-label": label });
  const typed = typedField(page, setting, moves, { "aria-label": words.texts["side.typed"].replace("{label}", label) });
  const moved = (/** @type {boolean} */ isHeld) => {
    const value = Number((Number(slider.value) / factor).toFixed(8));
    typed.field.value = inWords(value, setting, words);
    typed.refuse("");
    page.change(withValue(page.scenario, moves, value), isHeld);
  };
  slider.addEventListener("input", () => moved(true));
  slider.addEventListener("change", () => moved(false));
  keepsUp(page, () => (slider.value = String(valueAt(page.scenario, setting.path) * factor)));
  const name = make("span", { "aria-hidden": "true" }, label);
  const today = make("small", {}, pack.today[words.lang][setting.path] ?? "");
  const card = { class: "lever", title: pack.cards[words.lang][setting.path] };
  return make("div", card, name, typed.field, slider, today, typed.refusal);
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
    settingField(page, "target.coverage_share"),
    labelled(settingOf(pack, "target.month").label[words.lang], month),
    settingField(page, "horizon_months"),
  ];
}

/**
 * The month of the first Rakor Monev, or none.
 * @param {Page} page
 */
function firstRakor(page) {
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
 * Every setting that no lever moves, or that one moves only together with others, in groups, each with its description.
 * @param {Page} page
 */
export function advancedSettings(page) {
  const { pack, words } = page;
  const alone = pack.data.levers.filter(({ moves }) => moves.length === 1).map(({ path }) => path);
  const left = pack.data.settings.filter(({ path, group }) => !alone.includes(path) && !ELSEWHERE.includes(group));
  return [...new Set(left.map(({ group }) => group))].flatMap((group) => [
    make("h3", {}, words.texts[`side.group_${group}`]),
    ...left.filter((of) => of.group === group).map(({ path }) => settingField(page, path, pack.cards[words.lang][path])),
  ]);
}
