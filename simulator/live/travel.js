// The file that travels: levers, results and the scenario as it stands, in one page without a server.

import { choice, labelled, make } from "./elements.js";
import { advancedSettings, levers, targetFields } from "./levers.js";
import { run } from "./model.js";
import { basis, fill, places } from "./results.js";
import { embedded } from "./saving.js";
import { overrideWords, specialSettings } from "./special.js";
import { fromFragment, isSame, isValid, toFragment, withValue } from "./state.js";
import { header, keeping } from "./travel_buttons.js";
import { plain, sentence } from "./words.js";

const LONGEST_NAME = 120;
const PAUSE_MS = 300; // after the last change before it goes into the address

/**
 * Starts the page on the pack and the scenario in its two script elements.
 * @param {string} original the file as it was opened, before anything was drawn
 */
function travel(original) {
  const read = (/** @type {string} */ id) => JSON.parse(/** @type {HTMLElement} */ (document.getElementById(id)).textContent ?? "");
  /** @type {Pack} */
  const pack = read("pack");
  /** @type {PageView} */
  const view = { isHeld: false, unitMonth: "", money: "cumulative", tops: new Map() };
  let [unit, author, waiting, frame] = ["", "", 0, 0];
  /** @type {Page} */
  const page = { pack, words: pack.words[pack.lang], scenario: read("state"), chosen: 0, written: [], change };
  page.chosen = originOf(page.scenario);
  author = page.scenario.author;

  build();
  openLink();
  addEventListener("hashchange", openLink);
  addEventListener("resize", () => refresh(false));
  /** @type {any} */ (globalThis).simulator = {
    run: (/** @type {WholeScenario} */ scenario) => run(scenario, pack.data),
    state: () => structuredClone(page.scenario),
  };

  /**
   * Where among the packed scenarios one came from: itself, its parent, or the first.
   * @param {WholeScenario} scenario
   */
  function originOf(scenario) {
    const names = [scenario.name, scenario.parent];
    return Math.max(0, ...names.map((name) => pack.scenarios.findIndex((packed) => packed.name === name)));
  }

  /**
   * Takes over a changed scenario; while a lever is held only what hangs on it is drawn anew.
   * @param {WholeScenario} scenario
   * @param {boolean} [isHeld]
   */
  function change(scenario, isHeld = false) {
    const before = page.scenario;
    page.scenario = named(scenario);
    refresh(isHeld);
    if (isHeld) return;
    for (const write of page.written) write();
    const asksAnew = ["overrides", "horizon_months"].some(
      (key) => JSON.stringify(/** @type {any} */ (before)[key]) !== JSON.stringify(/** @type {any} */ (scenario)[key]),
    );
    if (asksAnew) setTimeout(fillControls); // once the key that brought it has moved the focus on
    announce();
    keep();
  }

  /**
   * A changed scenario is a draft that names what it came from; an unchanged one is what it was.
   * @param {WholeScenario} scenario
   * @returns {WholeScenario}
   */
  function named(scenario) {
    const packed = pack.scenarios[page.chosen];
    if (isSame(scenario, packed) && !author) return packed;
    const key = author ? "travel.named" : "scenarios.copy_of";
    const words = plain(sentence(page.words, key, { name: packed.name, author }), page.words);
    const name = words.length <= LONGEST_NAME ? words : `${words.slice(0, LONGEST_NAME - 1)}…`;
    return { ...scenario, name, author, status: "draft", parent: packed.name, decisions: [], record: null };
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
   * Looks at the same results otherwise; what was pressed is drawn anew and keeps the focus.
   * @param {Partial<PageView>} changed
   */
  function look(changed) {
    Object.assign(view, changed);
    refresh(false);
    const pressed = changed.money ? "#money .views [aria-pressed=true]" : "#units select";
    /** @type {HTMLElement | null} */ (document.querySelector(pressed))?.focus();
  }

  /** Tells a screen reader the finding once the hand has let go. */
  function announce() {
    at("told").textContent = at("finding").textContent;
  }

  /** @param {string} id */
  function at(id) {
    return /** @type {HTMLElement} */ (document.getElementById(id));
  }

  /** Writes the state into the page, for who saves that by the browser, and a moment later into the address. */
  function keep() {
    at("state").textContent = embedded(page.scenario);
    clearTimeout(waiting);
    waiting = setTimeout(async () => history.replaceState(null, "", await toFragment(page.scenario)), PAUSE_MS);
  }

  /** Takes over the state of the address, where it holds one. */
  async function openLink() {
    try {
      const found = await fromFragment(location.hash);
      if (found === null) return;
      if (!isValid(found, pack.scenarios[0], pack.data)) throw new RangeError("not a scenario of these data");
      page.scenario = found;
      page.chosen = originOf(found);
      author = found.author;
      build();
    } catch {
      at("message").textContent = page.words.texts["travel.bad_link"];
    }
  }

  /** Draws the whole page, in the language of now. */
  function build() {
    const { words } = page;
    document.documentElement.lang = words.lang;
    document.title = pack.title[words.lang];
    document.body.replaceChildren(
      header(page, speak),
      make(
        "main",
        {},
        make("h1", { id: "finding" }),
        make("p", { id: "told", class: "unseen", role: "status" }),
        make("p", { id: "message", role: "alert" }),
        make("p", { id: "changed", class: "on-paper" }),
        make("div", { class: "columns" }, make("aside", { id: "controls", "aria-label": words.texts["travel.levers"] }), results()),
      ),
    );
    fillControls();
    refresh(false);
  }

  /** @param {string} lang */
  function speak(lang) {
    page.words = pack.words[lang];
    build();
    /** @type {HTMLElement | null} */ (document.querySelector(`button[lang=${lang}]`))?.focus();
  }

  /** Goes back to the scenario as it was packed. */
  function reset() {
    author = "";
    change(pack.scenarios[page.chosen]);
    fillControls();
  }

  function results() {
    return make("div", { class: "results" }, ...places(page.words), basis(page));
  }

  /** Draws everything that can be moved, chosen, typed or pressed; what was open and what had the focus are so again. */
  function fillControls() {
    const { words } = page;
    const within = (/** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...at("controls").querySelectorAll(selector)]);
    const opened = within("details[open]").map(({ id }) => id);
    const held = within(":focus").map(nameOf)[0];
    const heading = (/** @type {string} */ key) => make("h2", {}, words.texts[key]);
    const fold = (/** @type {string} */ id, /** @type {string} */ key, /** @type {Node[]} */ inside) =>
      make("details", { id, open: opened.includes(id) }, make("summary", {}, words.texts[key]), ...inside);
    page.written = [];
    /** @type {[string, string][]} */
    const options = pack.scenarios.map(({ name }, i) => [String(i), name]);
    const scenario = choice(options, String(page.chosen), (value) => {
      page.chosen = Number(value);
      change(pack.scenarios[page.chosen]);
      fillControls();
    });
    const by = make("input", { type: "text", maxlength: 100 });
    by.value = author;
    by.addEventListener("change", () => {
      author = by.value.trim();
      change(withValue(page.scenario, ["author"], author));
    });
    const special = fold("special", "travel.special", specialSettings(page, unit, (code) => {
      unit = code;
      fillControls();
    }));
    if (unit || page.scenario.overrides.length) special.setAttribute("open", "");
    at("controls").replaceChildren(
      labelled(words.texts["compare.scenario"], scenario),
      heading("travel.levers"),
      ...levers(page, fold),
      heading("side.group_general"),
      ...targetFields(page),
      fold("advanced", "side.advanced", advancedSettings(page)),
      special,
      heading("travel.keep"),
      labelled(words.texts["travel.author"], by),
      ...keeping(page, original, (words) => (at("message").textContent = words), reset),
    );
    within("input, select, button, summary").find((element) => nameOf(element) === held)?.focus();
    const { overrides } = page.scenario;
    at("changed").textContent = overrides.map(({ unit: code }) => `${code}: ${overrideWords(page, code)}`).join(" · ");
  }
}

/**
 * What a field or button is called.
 * @param {HTMLElement} element
 */
function nameOf(element) {
  const { labels } = /** @type {HTMLInputElement} */ (element);
  return element.getAttribute("aria-label") ?? (labels?.length ? labels[0].textContent : element.textContent);
}

travel(`<!doctype html>\n${document.documentElement.outerHTML}`);
