// While the app cannot be reached the page has a lever of its own, since the app's are locked then. What it moved is kept until the
// app, there again, says that it has it.

import { make } from "./elements.js";

/** @type {Map<string, number>} */
const moved = new Map(); // values by path of the lever
let sent = { values: "", told: "" }; // what was sent and not yet confirmed, and as it was told
let isLost = false;
let tell = (/** @type {string} */ _) => {};
/** @type {HTMLElement | null} */
let bar = null;
let at = 0; // place of the lever shown

/**
 * Watches the connection; to be called once. `toldLast` gives what the app said last, `changed` is called when a value is moved.
 * @param {() => Told | null} toldLast
 * @param {(told: Told) => Record<string, number>} inHand
 * @param {() => void} changed
 */
export function watchConnection(toldLast, inHand, changed) {
  const app = /** @type {HTMLElement} */ (document.querySelector("[data-testid=stApp]"));
  new MutationObserver(() => {
    const wasLost = isLost;
    isLost = app.dataset.testConnectionState !== "CONNECTED";
    const told = toldLast();
    if (!isLost) {
      hideBar();
      if (told) handOver(told); // a page that is as before is not told again
      return;
    }
    if (wasLost || !told?.meeting) return;
    sent = { values: "", told: "" };
    for (const [path, value] of Object.entries(inHand(told))) {
      if (told.levers.some((lever) => lever.path === path)) moved.set(path, value); // on its way when the connection went
    }
    at = Math.max(0, told.levers.findIndex(({ card }) => document.querySelector(`.st-key-${card}`)));
    showBar(told, changed);
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
  window.addEventListener("keydown", (event) => {
    const told = toldLast();
    const isTyped = /** @type {Element} */ (event.target).closest?.("input:not([type=range]), textarea, [role=dialog]");
    if (!bar || !told || isTyped || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!/^[1-9]$/.test(event.key) || Number(event.key) > told.levers.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    at = Number(event.key) - 1;
    showBar(told, changed);
  }, true);
}

/** What was moved here and the app does not have yet, by path of the lever. */
export const movedAdrift = () => moved;

/**
 * Gives the app, each time it speaks, what was moved without it; forgets it once the app says it has it.
 * @param {Told} told
 * @param {(name: string, value: unknown) => void} send
 */
export function handOverMoved(told, send) {
  tell = (values) => send("moved", values);
  handOver(told);
}

/** @param {Told} told */
function handOver(told) {
  const values = JSON.stringify(Object.fromEntries(moved));
  if (sent.told && told.taken === sent.told && values === sent.values) {
    moved.clear();
    tell(""); // else a server started anew would be told of it again
  } else if (moved.size && values !== sent.values && !isLost) {
    const stamped = { ...Object.fromEntries(moved), at: Date.now() }; // so that the same values count again another time
    sent = { values, told: JSON.stringify(stamped) };
    tell(sent.told);
  }
}

export function hideBar() {
  bar?.remove();
  bar = null;
}

/**
 * @param {Told} told
 * @param {() => void} changed
 */
function showBar(told, changed) {
  hideBar();
  const lever = told.levers[at];
  const shown = (/** @type {number} */ value) => (value * lever.factor).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 });
  const now = moved.get(lever.path) ?? lever.value;
  const ends = { min: lever.low * lever.factor, max: Math.max(lever.high, now) * lever.factor, step: lever.step * lever.factor };
  const slider = make("input", { type: "range", ...ends, "aria-label": lever.label });
  slider.value = String(now * lever.factor);
  const value = make("output", {}, shown(now));
  slider.addEventListener("input", () => {
    const to = Number((Number(slider.value) / lever.factor).toFixed(8));
    moved.set(lever.path, to);
    value.textContent = shown(to);
    changed();
  });
  const step = (/** @type {number} */ by, /** @type {string} */ words, /** @type {string} */ sign) => {
    const button = make("button", { type: "button", "aria-label": words }, sign);
    button.addEventListener("click", () => {
      at = (at + by + told.levers.length) % told.levers.length;
      showBar(told, changed);
    });
    return button;
  };
  const { texts } = told.words;
  bar = make("div", { class: "adrift" },
    make("p", { role: "alert" }, make("b", {}, texts["meeting.adrift"]), ` ${texts["meeting.adrift_help"]}`),
    make("div", {}, step(-1, texts["meeting.previous_lever"], "‹"), make("label", {}, lever.label), slider, value, step(1, texts["meeting.next_lever"], "›")));
  document.body.append(bar);
  slider.focus();
}
