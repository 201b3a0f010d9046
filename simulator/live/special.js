// The override of one unit: the choice of the unit, three fields, and the existing overrides.

import { choice, labelled, make } from "./elements.js";
import { DECIMALS, inWords, refusalOf, scaleOf, settingOf, valueTyped } from "./fields.js";
import { monthName, monthNumber } from "./months.js";
import { monthLong } from "./numbers.js";
import { trimmed } from "./quantities.js";
import { isAllowed, joinMonths, withOverride } from "./state.js";
import { plain, sentence } from "./words.js";

/**
 * The override of one unit: the choice of the unit, three fields, and the existing overrides.
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
    const field = make("input", { type: "text", inputmode: "decimal", size: 6 });
    field.value = inWords(override?.[key] ?? null, setting, words);
    const refusal = make("p", { class: "refusal", role: "alert" });
    field.addEventListener("change", () => {
      const typed = field.value.trim() ? valueTyped(field.value, setting, words) : null;
      if (typed === null || isAllowed(typed, setting)) return set({ [key]: typed });
      refusal.textContent = refusalOf(field.value, setting, words);
      field.setAttribute("aria-invalid", "true");
    });
    const sign = scaleOf(setting) === 100 ? ` (${words.texts["unit.share"]})` : "";
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
 * The override of a unit in words.
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
