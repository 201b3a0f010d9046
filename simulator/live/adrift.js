// While the app cannot be reached the page shows a lever of its own, because those of the app are locked. Its values are kept until
// the app is back and confirms that it has them.

import { make } from "./elements.js";
import { filled, plainText } from "./sentences.js";
import { parseNumber } from "./typed_number.js";

const MOVES_THE_LEVER = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]; // PageUp and PageDown are the keys of a presenter's remote
const VALUE_KEYS = [..."0123456789", ",", ".", "Enter", "Backspace"]; // the characters of a value, used while no field is being typed in

/** @type {Map<string, number>} */
const moved = new Map(); // values by the path of the lever
let sent = { values: "", text: "" }; // values that were sent and not yet confirmed, and the message that was sent
let isLost = false;
let tell = (/** @type {string} */ _) => {};
/** @type {HTMLElement | null} */
let bar = null;
let at = 0; // position of the lever shown

/**
 * Watches the connection; call it once. `latestFromApp` returns the last message of the app, `changed` is called when a value moves.
 * @param {() => FromApp | null} latestFromApp
 * @param {(fromApp: FromApp) => Record<string, number>} inHand
 * @param {() => void} changed
 */
export function watchConnection(latestFromApp, inHand, changed) {
  const app = /** @type {HTMLElement} */ (document.querySelector("[data-testid=stApp]"));
  new MutationObserver(() => {
    const wasLost = isLost;
    isLost = app.dataset.testConnectionState !== "CONNECTED";
    const fromApp = latestFromApp();
    if (!isLost) {
      hideBar();
      if (fromApp) handOver(fromApp); // an unchanged state is not announced again
      return;
    }
    if (wasLost || !fromApp?.meeting) return;
    sent = { values: "", text: "" };
    for (const [path, value] of Object.entries(inHand(fromApp))) {
      if (fromApp.levers.some((lever) => lever.path === path)) moved.set(path, value); // in transit when the connection was lost
    }
    at = Math.max(0, fromApp.levers.findIndex(({ card }) => document.querySelector(`.st-key-${card}`)));
    showBar(fromApp, changed);
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
  window.addEventListener("keydown", (event) => {
    const fromApp = latestFromApp();
    if (bar && fromApp && !isForAField(event)) pressed(event, fromApp, changed);
  }, true);
}

/** @param {KeyboardEvent} event */
function isForAField({ target, key }) {
  const field = /** @type {Element | null} */ (/** @type {Element} */ (target).closest?.("input, textarea, button, [role=dialog]") ?? null);
  if (!field) return Boolean(document.querySelector("[role=dialog]"));
  if (field.matches("button")) return key === "Enter";
  return !field.matches("input[type=range]") || MOVES_THE_LEVER.includes(key);
}

/**
 * Picks a lever by its number. The other keys of the meeting mode need the app; the page says so, and they do not act later.
 * @param {KeyboardEvent} event
 * @param {FromApp} fromApp
 * @param {() => void} changed
 */
function pressed(event, fromApp, changed) {
  const known = (document.documentElement.dataset.keys ?? "").split(" ");
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.altKey || !known.includes(event.ctrlKey || event.metaKey ? `ctrl+${key}` : key)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const isPlain = !event.ctrlKey && !event.metaKey;
  if (isPlain && /^[1-9]$/.test(key) && Number(key) <= fromApp.levers.length) {
    at = Number(key) - 1;
    showLever(fromApp, changed).select();
  } else if (!isPlain || !VALUE_KEYS.includes(key)) {
    tellInBar(filled(fromApp.words.texts["meeting.adrift_key"], { key: key.length === 1 ? key.toUpperCase() : key }));
  }
}

/** Values that were moved here and that the app does not have yet, by the path of the lever. */
export const movedAdrift = () => moved;

/**
 * Sends the app, after each of its messages, the values moved without it; forgets them once the app confirms them.
 * @param {FromApp} fromApp
 * @param {(name: string, value: unknown) => void} send
 */
export function handOverMoved(fromApp, send) {
  tell = (values) => send("moved", values);
  handOver(fromApp);
}

/** @param {FromApp} fromApp */
function handOver(fromApp) {
  const values = JSON.stringify(Object.fromEntries(moved));
  if (sent.text && fromApp.taken === sent.text && values === sent.values) {
    moved.clear();
    tell(""); // otherwise they would be sent again to a restarted server
  } else if (moved.size && values !== sent.values && !isLost) {
    const stamped = { ...Object.fromEntries(moved), at: Date.now() }; // so that sending the same values later counts as a new message
    sent = { values, text: JSON.stringify(stamped) };
    tell(sent.text);
  }
}

export function hideBar() {
  bar?.remove();
  bar = null;
}

/**
 * @param {FromApp} fromApp
 * @param {() => void} changed
 */
function showBar(fromApp, changed) {
  hideBar();
  const { texts } = fromApp.words;
  bar = make("section", { class: "adrift", "aria-label": texts["meeting.adrift"] },
    make("p", { role: "alert" }, make("b", {}, texts["meeting.adrift"]), ` ${texts["meeting.adrift_help"]} `,
      make("span", { class: "adrift-keys" }, texts["meeting.adrift_keys"])),
    make("div"), make("p", { role: "status" }));
  document.body.append(bar);
  const isWriting = document.activeElement?.closest("input:not([type=range]), textarea, [role=dialog]");
  showLever(fromApp, changed);
  if (!isWriting) /** @type {HTMLElement} */ (bar.querySelector("[type=range]")).focus();
}

/**
 * Draws the current lever as a slider and as a field to type in; returns the field.
 * @param {FromApp} fromApp
 * @param {() => void} changed
 * @returns {HTMLInputElement}
 */
function showLever(fromApp, changed) {
  const lever = fromApp.levers[at];
  const { texts, language } = fromApp.words;
  const shown = (/** @type {number} */ value) => (value * lever.factor).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 8 });
  const now = () => moved.get(lever.path) ?? lever.value;
  const ends = { min: lever.low * lever.factor, max: Math.max(lever.high, now()) * lever.factor, step: lever.step * lever.factor };
  const slider = make("input", { type: "range", ...ends, "aria-label": lever.label });
  const field = make("input", { type: "text", inputmode: "decimal", size: 5, autocomplete: "off", "aria-label": texts["meeting.adrift_typed"].replace("{label}", lever.label) });
  const write = () => {
    slider.value = String(now() * lever.factor);
    field.value = shown(now());
  };
  const move = (/** @type {number} */ value) => {
    moved.set(lever.path, value);
    if (value > lever.high) slider.setAttribute("max", String(value * lever.factor));
    write();
    tellInBar([]);
    changed();
  };
  slider.addEventListener("input", () => move(Number((Number(slider.value) / lever.factor).toFixed(8))));
  const take = () => {
    if (field.value === shown(now())) return true;
    const value = Number((parseNumber(field.value, language) / lever.factor).toFixed(10));
    const isAllowed = value >= lever.least && value <= lever.most && (!lever.isWhole || Number.isInteger(value));
    const bounds = { low: shown(lever.least), high: shown(lever.most) };
    if (isAllowed) move(value);
    else tellInBar(filled(texts["meeting.adrift_refused"], { found: field.value, ...bounds }));
    return isAllowed;
  };
  field.addEventListener("change", take);
  field.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") write();
    if (key === "Escape" || (key === "Enter" && take())) slider.focus(); // after that a digit picks a lever again
  });
  const step = (/** @type {number} */ by, /** @type {string} */ words, /** @type {string} */ sign) => {
    const button = make("button", { type: "button", "aria-label": words }, sign);
    button.addEventListener("click", () => {
      at = (at + by + fromApp.levers.length) % fromApp.levers.length;
      showLever(fromApp, changed);
      /** @type {HTMLElement | null | undefined} */ (bar?.querySelector(`button[aria-label="${words}"]`))?.focus();
    });
    return button;
  };
  write();
  tellInBar([]);
  bar?.querySelector("div")?.replaceChildren(
    step(-1, texts["meeting.previous_lever"], "‹"), make("span", {}, lever.label), slider, field, step(1, texts["meeting.next_lever"], "›"));
  return /** @type {any} */ (field);
}

/** @param {Piece[]} pieces */
function tellInBar(pieces) {
  const place = bar?.querySelector("[role=status]");
  if (place) place.textContent = plainText(pieces);
}
