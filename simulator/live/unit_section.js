// The units in a month chosen by the reader, with bills.

import { byId, labelled, make, tableOf } from "./elements.js";
import { monthName, monthNumber } from "./months.js";
import { monthLong } from "./numbers.js";
import { monthShort } from "./quantities.js";
import { standing } from "./standing.js";
import { unitTable } from "./unit_table.js";
import { markBeside, plain, quantity, sentence, withMark } from "./words.js";

/**
 * The table of units in a month, with bills; allocated units are shown in groups.
 * @param {Page} page
 * @param {Reading} reading
 * @param {PageView} view
 * @param {(change: Partial<PageView>) => void} onView
 */
export function units(page, reading, { unitMonth, isHeld }, onView) {
  const { pack, words } = page;
  const { months } = reading.projection;
  const chosen = unitMonth ? monthNumber(unitMonth) - months[0] : standing(reading).readMonth;
  const month = Math.min(Math.max(chosen, 0), months.length - 1);
  const place = byId("units");
  const table = unitTable(reading, pack.groups, month);
  const then = monthShort(months[month], words);
  const now = monthShort(months[0], words);
  const titles = [
    words.texts["units.column.name"],
    title("units.column.asn", {}),
    title("units.column.enrolled_now", { now }),
    words.texts["units.column.status"],
    markBeside(title("units.column.projected", { month: then }), "derived", words),
    markBeside(title("units.column.to_enrol", {}), "derived", words),
    markBeside(title("units.column.bill_idr", {}), "derived", words),
    markBeside(title("units.column.payouts_idr", {}), "derived", words),
  ];
  const rows = pack.groups.map((group, i) => [
    group.name[words.lang],
    people(table.asn[i], group.asn),
    people(table.enrolled[i], group.enrolled),
    group.status[words.lang],
    ...computed((name) => table[name][i]),
  ]);
  const sum = (/** @type {keyof typeof table} */ name) => table[name].reduce((total, value) => total + value, 0);
  rows.push([
    words.texts["units.total"],
    people(sum("asn"), pack.marks.asn),
    people(sum("enrolled"), pack.marks.enrolled),
    "",
    ...computed(sum),
  ]);
  const made = tableOf(words.texts["travel.units"], titles, rows, true);
  if (isHeld) place.lastElementChild?.replaceWith(made);
  else place.replaceChildren(monthField(), make("p", { class: "on-paper" }, monthLong(months[month], words)), made);

  /**
   * @param {string} key
   * @param {Record<string, string>} values
   */
  function title(key, values) {
    return plain(sentence(words, key, values), words);
  }

  /**
   * @param {number} value
   * @param {string} basis
   */
  function people(value, basis) {
    return withMark(quantity(value, "people", basis), words);
  }

  /** @param {(name: "projected" | "to_enrol" | "bill_idr" | "payouts_idr") => number} of */
  function computed(of) {
    const bare = (/** @type {number} */ value) => plain({ parts: [quantity(value, "idr", "derived", "bare")] }, words);
    return [bare(of("projected")), bare(of("to_enrol")), bare(of("bill_idr")), bare(of("payouts_idr"))];
  }

  function monthField() {
    const options = Array.from(months, (number) => make("option", { value: monthName(number), selected: number === months[month] }, monthLong(number, words)));
    const select = make("select", { onchange: (/** @type {any} */ event) => onView({ unitMonth: event.target.value }) }, ...options);
    return labelled(words.texts["units.month"], select);
  }
}
