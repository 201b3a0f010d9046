// The travelling file: levers, results and the present scenario, in one page without a server.

import { byId, make } from "./elements.js";
import { run } from "./model.js";
import { basis, fill, places } from "./results.js";
import { embedded } from "./saving.js";
import { fromFragment, isSame, isValid, toFragment } from "./state.js";
import { header } from "./travel_buttons.js";
import { fillControls } from "./travel_controls.js";
import { plain, sentence } from "./words.js";

const LONGEST_NAME = 120;
const PAUSE_MS = 300; // milliseconds after the last change until the address is updated
const ASK_ANEW = /** @type {const} */ (["overrides", "horizon_months"]); // settings on which the fields themselves depend

/**
 * Starts the page on the pack and the scenario in its two script elements.
 * @param {string} original the file as it was opened, before anything was drawn
 */
function travel(original) {
  const read = (/** @type {string} */ id) => JSON.parse(byId(id).textContent ?? "");
  /** @type {Pack} */
  const pack = read("pack");
  /** @type {PageView} */
  const view = { isHeld: false, unitMonth: "", money: "cumulative", tops: new Map() };
  let [waiting, frame] = [0, 0];
  const shared = { pack, words: pack.words[pack.lang], original, unit: "", written: [], change };
  /** @type {Page} */
  const page = { ...shared, ...asOpened(pack, read("state")) };

  build();
  openLink();
  addEventListener("hashchange", openLink);
  addEventListener("resize", () => refresh(false));
  /** @type {any} */ (globalThis).simulator = {
    run: (/** @type {WholeScenario} */ scenario) => run(scenario, pack.data),
    state: () => structuredClone(page.scenario),
  };

  /**
   * Takes over a changed scenario; while a lever is held only what depends on it is redrawn.
   * @param {WholeScenario} scenario
   * @param {boolean} [isHeld]
   */
  function change(scenario, isHeld = false) {
    const before = page.scenario;
    page.scenario = named(page, scenario);
    refresh(isHeld);
    if (isHeld) return;
    for (const write of page.written) write();
    const asksAnew = ASK_ANEW.some((key) => JSON.stringify(before[key]) !== JSON.stringify(scenario[key]));
    if (asksAnew) setTimeout(() => fillControls(page)); // after the key that caused the change has moved the focus
    byId("announced").textContent = byId("finding").textContent; // for a screen reader, once the lever is released
    keep();
  }

  /** @param {boolean} isHeld */
  function refresh(isHeld) {
    view.isHeld = isHeld;
    cancelAnimationFrame(frame);
    const draw = () => fill(page, view, look);
    if (isHeld) frame = requestAnimationFrame(draw);
    else draw();
  }

  /**
   * Shows the same results in another view; the pressed element is redrawn and keeps the focus.
   * @param {Partial<PageView>} changed
   */
  function look(changed) {
    Object.assign(view, changed);
    refresh(false);
    const pressed = changed.money ? "#money .views [aria-pressed=true]" : "#units select";
    /** @type {HTMLElement | null} */ (document.querySelector(pressed))?.focus();
  }

  /** Writes the state into the page, for saving by the browser, and a moment later into the address. */
  function keep() {
    byId("state").textContent = embedded(page.scenario);
    clearTimeout(waiting);
    waiting = setTimeout(async () => history.replaceState(null, "", await toFragment(page.scenario)), PAUSE_MS);
  }

  /** Takes over the state in the address, if there is one. */
  async function openLink() {
    try {
      const found = await fromFragment(location.hash);
      if (found === null) return;
      if (!isValid(found, pack.scenarios[0], pack.data)) throw new RangeError("not a scenario of these data");
      Object.assign(page, asOpened(pack, found));
      build();
    } catch {
      byId("message").textContent = page.words.texts["travel.bad_link"];
    }
  }

  /** Draws the whole page in the present language. */
  function build() {
    const { words } = page;
    document.documentElement.lang = words.lang;
    document.title = pack.title[words.lang];
    document.body.replaceChildren(header(page, speak), laidOut(page));
    fillControls(page);
    refresh(false);
  }

  /** @param {string} lang */
  function speak(lang) {
    page.words = pack.words[lang];
    build();
    /** @type {HTMLElement | null} */ (document.querySelector(`button[lang=${lang}]`))?.focus();
  }
}

/**
 * A scenario with its author, and the packed scenario that it came from: itself, its parent, or the first.
 * @param {Pack} pack
 * @param {WholeScenario} scenario
 */
function asOpened(pack, scenario) {
  const names = [scenario.name, scenario.parent];
  const chosen = Math.max(0, ...names.map((name) => pack.scenarios.findIndex((packed) => packed.name === name)));
  return { scenario, chosen, author: scenario.author };
}

/**
 * A changed scenario becomes a draft that names its parent; an unchanged one stays as it was.
 * @param {Page} page
 * @param {WholeScenario} scenario
 * @returns {WholeScenario}
 */
function named({ pack, words, chosen, author }, scenario) {
  const packed = pack.scenarios[chosen];
  if (isSame(scenario, packed) && !author) return packed;
  const key = author ? "travel.named" : "scenarios.copy_of";
  const whole = plain(sentence(words, key, { name: packed.name, author }), words);
  const name = whole.length <= LONGEST_NAME ? whole : `${whole.slice(0, LONGEST_NAME - 1)}…`;
  return { ...scenario, name, author, status: "draft", parent: packed.name, decisions: [], record: null };
}

/**
 * The places of the page, for levers and results.
 * @param {Page} page
 */
function laidOut(page) {
  const { words } = page;
  return make(
    "main",
    {},
    make("h1", { id: "finding" }),
    make("p", { id: "announced", class: "unseen", role: "status" }),
    make("p", { id: "message", role: "alert" }),
    make("p", { id: "changed", class: "on-paper" }),
    make(
      "div",
      { class: "columns" },
      make("aside", { id: "controls", "aria-label": words.texts["travel.levers"] }),
      make("div", { class: "results" }, ...places(words), basis(page)),
    ),
  );
}

travel(`<!doctype html>\n${document.documentElement.outerHTML}`);
