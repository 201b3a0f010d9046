// A held lever changes the page before the server knows of it: the projection made here is laid over the content of the app, and
// removed when the app's own projection has the same values. The app itself is not changed; without this it works on release.

import { handOverMoved, hideBar, movedAdrift, watchConnection } from "./adrift.js";
import { holdAxis, moveLines, putAllBack, raiseAxis } from "./chart_lines.js";
import { meetingLines, meetingPlaces } from "./meeting.js";
import { project } from "./model.js";
import { overviewLines, overviewPlaces } from "./overview.js";
import { withValues } from "./paths.js";

const REST_MS = 1000; // milliseconds after a key until a lever no longer counts as held
const GLIDE_MS = 200; // after a key: the time in the style sheet of `ui/live.py`, and a frame or two
const HEADROOM = 1.08; // space above the highest value, as in `ui/chart/over_months.py`
const MOVE_KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];

/** @type {FromApp | null} */
let fromApp = null;
/** @type {Set<string>} paths of levers that the hand has moved since the app last spoke */
const touched = new Set();
/** @type {Element | null} */
let inHand = null;
let isListening = false;
let isPulled = false;
let lastKey = -Infinity;
let turn = 0; // the number of projections made here
let turnAt = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let ending;
let frame = 0; // the requested frame, 0 for none
/** @type {{ values: string, places: Record<string, (copy: HTMLElement) => void>, lines: Record<string, ChartLine[]> } | null} */
let present = null; // the elements laid over the page
/** @type {Map<string, { copy: HTMLElement, turn: number }>} by place, the copy there, and the turn it was written in */
const laid = new Map();

/** @param {{ data: FromApp, parentElement: HTMLElement, setStateValue: (name: string, value: unknown) => void }} component */
export default function ({ data, parentElement, setStateValue }) {
  const container = /** @type {HTMLElement | null} */ (parentElement.closest("[data-testid=stElementContainer]"));
  if (container) container.style.display = "none"; // hidden, so without a gap
  listenToLevers();
  fromApp = data;
  handOverMoved(data, setStateValue);
  if (!isHeld()) touched.clear();
  present = null;
  keepUp(); // at once, so that the old overlay never appears beside the new content of the app
  return () => { // another page with other places
    fromApp = null;
    hideBar();
    showTheApps();
  };
}

function listenToLevers() {
  if (isListening) return;
  isListening = true;
  watchConnection(() => fromApp, movedValues, wake);
  const sliderOf = (/** @type {EventTarget | null} */ target) => /** @type {Element} */ (target)?.closest?.("[data-testid=stSlider]") ?? null;
  document.addEventListener("pointerdown", ({ target }) => {
    inHand = sliderOf(target);
    isPulled = inHand !== null;
  }, true);
  for (const ends of ["pointerup", "pointercancel"]) document.addEventListener(ends, () => (isPulled = false), true);
  document.addEventListener("keydown", (event) => {
    inHand = MOVE_KEYS.includes(event.key) ? sliderOf(event.target) : null;
    if (inHand) lastKey = performance.now();
  }, true);
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const lever = inHand?.contains(target) ? leverOf(inHand) : undefined;
      if (lever) touched.add(lever.path);
    }
    if (touched.size) wake();
  }).observe(document.body, { attributes: true, attributeFilter: ["value"], subtree: true });
}

const isHeld = () => isPulled || performance.now() - lastKey < REST_MS;

/** @param {Element} slider */
function leverOf(slider) {
  return fromApp?.levers.find((lever) => slider.closest(`.st-key-${lever.card}`));
}

/** @param {Lever} lever */
function inputOf(lever) {
  return /** @type {HTMLInputElement | null} */ (document.querySelector(`.st-key-${lever.card} [data-testid=stSlider] input[type=range]`));
}

/**
 * The values of levers moved by hand that the app's scenario does not have yet, by path; a lever may move several settings.
 * @param {FromApp} from
 */
function movedValues(from) {
  /** @type {Record<string, number>} */
  const values = {};
  for (const lever of from.levers) {
    const adrift = movedAdrift().get(lever.path);
    if (adrift !== undefined && adrift !== lever.value) for (const path of lever.moves) values[path] = adrift;
    const input = touched.has(lever.path) ? inputOf(lever) : null;
    if (!input) continue;
    const value = leverValue(Number(input.value), lever);
    if (value !== lever.value) for (const path of lever.moves) values[path] = value;
  }
  return values;
}

/**
 * @param {number} shown
 * @param {Lever} lever
 */
const leverValue = (shown, lever) => Number((shown / lever.factor).toFixed(8));

function wake() {
  frame ||= requestAnimationFrame(keepUp);
}

// Once per frame while a lever differs from the app's scenario: everything the app has written meanwhile is covered again.
function keepUp() {
  cancelAnimationFrame(frame);
  frame = 0;
  if (!fromApp) return;
  const values = movedValues(fromApp);
  if (!Object.keys(values).length) return showTheApps();
  const asText = JSON.stringify(values);
  if (present?.values !== asText) {
    const projection = project(withValues(fromApp.scenario, values), fromApp.model);
    present = { values: asText, places: placesOf(projection, fromApp), lines: linesOf(projection, fromApp) };
    turn += 1;
    turnAt = performance.now();
    holdAxes(fromApp, values, present.lines);
    document.documentElement.dataset.live = ""; // used by a style sheet, so only set when it changes
    document.documentElement.dataset.liveTurn = String(turn);
    // in the meeting mode a line glides; at a desk painting that would delay the app's own answer
    document.documentElement.dataset.moves = fromApp.meeting && !isPulled ? "by-steps" : "along";
  }
  layOver(present.places, present.lines);
  wake();
}

/** @type {(p: Projection, from: FromApp) => Record<string, (copy: HTMLElement) => void>} */
function placesOf(p, from) {
  if (from.meeting) return meetingPlaces(p, from, from.meeting);
  return from.overview ? overviewPlaces(p, from, from.overview) : {};
}

/** @type {(p: Projection, from: FromApp) => Record<string, ChartLine[]>} */
function linesOf(p, from) {
  if (from.meeting) return meetingLines(p, from, from.meeting);
  return from.overview ? overviewLines(p, from, from.overview) : {};
}

/**
 * @param {Record<string, (copy: HTMLElement) => void>} places
 * @param {Record<string, ChartLine[]>} lines
 */
function layOver(places, lines) {
  clearTimeout(ending);
  for (const [selector, write] of Object.entries(places)) {
    const known = laid.get(selector);
    if (known?.copy.isConnected) {
      if (known.turn !== turn) write(known.copy);
      known.turn = turn;
      continue;
    }
    const place = document.querySelector(selector);
    const original = place?.firstElementChild;
    if (!place || !original) continue;
    const copy = /** @type {HTMLElement} */ (original.cloneNode(true));
    write(copy);
    copy.classList.add("live-now");
    for (const number of copy.querySelectorAll("[data-id]")) number.removeAttribute("data-id"); // can be explained once the app has it
    place.append(copy);
    place.classList.add("live-place");
    laid.set(selector, { copy, turn });
  }
  for (const [key, moved] of Object.entries(lines)) moveLines(key, moved, turn);
}

/**
 * Keeps the value axes; if a line would leave its chart, the axis is extended once for everything the held levers can do.
 * @param {FromApp} from
 * @param {Record<string, number>} values
 * @param {Record<string, ChartLine[]>} lines
 */
function holdAxes(from, values, lines) {
  const highest = (/** @type {ChartLine[]} */ some) => Math.max(...some.flatMap(({ values: y }) => Math.max(...y)));
  const leaving = Object.keys(lines).filter((key) => !holdAxis(key, highest(lines[key])));
  if (!leaving.length) return;
  const ends = from.levers.filter((lever) => lever.moves[0] in values).flatMap((lever) => {
    const input = inputOf(lever);
    const bounds = input ? [input.min, input.max] : [];
    return bounds.map((bound) => Object.fromEntries(lever.moves.map((path) => [path, leverValue(Number(bound), lever)])));
  });
  const all = [lines, ...ends.map((end) => linesOf(project(withValues(from.scenario, { ...values, ...end }), from.model), from))];
  for (const key of leaving) raiseAxis(key, HEADROOM * highest(all.flatMap((one) => one[key])));
}

function showTheApps() {
  touched.clear();
  present = null;
  if (document.documentElement.dataset.live === undefined) return;
  delete document.documentElement.dataset.live;
  for (const { copy } of laid.values()) copy.remove();
  laid.clear();
  for (const place of document.querySelectorAll(".live-place")) place.classList.remove("live-place");
  if (document.documentElement.dataset.moves !== "by-steps") return putAllBack();
  ending = setTimeout(putAllBack, turnAt + GLIDE_MS - performance.now()); // a gliding line must arrive first
}
