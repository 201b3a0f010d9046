// The buttons of the travelling page: language, saving, sharing and printing.

import { make } from "./elements.js";
import { saveFile, withState } from "./saving.js";
import { toFragment } from "./state.js";

/**
 * The title, and a button for each language, which calls `speak` with it.
 * @param {Page} page
 * @param {(lang: string) => void} speak
 */
export function header({ pack, words }, speak) {
  const buttons = Object.keys(pack.words).map((lang) => {
    const isOn = lang === words.lang;
    const name = words.texts[`travel.language.${lang}`];
    const onclick = () => speak(lang);
    return make("button", { type: "button", lang, onclick, "aria-pressed": isOn ? "true" : "false", title: name }, lang.toUpperCase());
  });
  const languages = make("div", { role: "group", "aria-label": words.texts["app.language"] }, ...buttons);
  return make("header", {}, make("p", {}, make("strong", {}, pack.title[words.lang])), languages);
}

/**
 * Buttons that save the scenario or the page, copy a link, print, or start again.
 * @param {Page} page
 * @param {(words: string) => void} report shows the outcome in words
 * @param {() => void} reset
 */
export function keeping(page, report, reset) {
  const { texts } = page.words;
  const button = (/** @type {string} */ key, /** @type {() => void} */ onclick) =>
    make("button", { type: "button", onclick }, texts[key]);
  const copy = async () => {
    const link = location.href.split("#")[0] + (await toFragment(page.scenario));
    await navigator.clipboard.writeText(link);
    report(texts["travel.copied"]);
  };
  return [
    button("travel.save", () => saveFile(page.scenario.name, "json", `${JSON.stringify(page.scenario, null, 2)}\n`, "application/json")),
    button("travel.save_html", () => saveFile(page.scenario.name, "html", withState(page.original, page.scenario), "text/html")),
    button("travel.copy", () => copy().catch(() => report(texts["travel.not_copied"]))),
    button("travel.print", () => print()),
    button("header.reset", reset),
  ];
}
