// Held levers and typed fields. The app gets the number of the hold together with each value: so it knows which moves
// belong together, and which values are only old ones that the browser still had.

const MOVES = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];
const REST = 1000; // milliseconds between two keys, by the clock of the keyboard, after which a new hold begins
const TYPED = "input[type=text]:not([role=combobox])";
const APART = "[data-testid=stForm], [role=dialog]"; // a message from inside would rerun the whole app and close the dialog
const holds = {}; // class of the widget -> the number of its holds

let listening, tell;
let lever = null, last = 0; // the held lever, until the user does something else, and when it was last moved
let edited = null; // the field with text that was not sent yet
let back = null; // the lever for which a number is typed
let written = {}; // the last formatted value, and its text

export default function ({ parentElement, setStateValue }) {
  tell = setStateValue;
  parentElement.closest("[data-testid=stElementContainer]").style.display = "none"; // hidden, so without a gap
  if (listening) return;
  listening = true;
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("pointerdown", ({ target }) => hold(sliderOf(target), Infinity), true);
  document.addEventListener("pointerup", (event) => {
    if (!lever) return;
    take(); // one drag is one hold
    last = event.timeStamp;
  }, true);
  document.addEventListener("input", ({ target }) => {
    if (target.matches(TYPED) && !target.closest(APART)) edited = target;
  }, true);
  document.addEventListener("focusout", ({ target }) => handOver(target), true);
}

const sliderOf = (node) => node.closest?.("[data-testid=stSlider]") ?? null;
const cardOf = (node) => node?.closest("[class*=st-key-card-]");
const fieldOf = (node) => cardOf(node)?.querySelector("input[type=text]");

function take(widget = lever) {
  const name = [...widget.closest("[class*=st-key-]").classList].find((one) => one.startsWith("st-key-"));
  holds[name] = (holds[name] ?? 0) + 1;
  tell("holds", { ...holds });
}

function handOver(field) {
  if (field !== edited) return;
  edited = null;
  take(field);
}

function onKey(event) {
  const slider = sliderOf(event.target);
  if (!slider || !MOVES.includes(event.key)) {
    lever = null;
    if (event.key === "Enter") enter(event.target);
    else if (slider && /^[\d.,-]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) type(event, slider);
    return;
  }
  const isNew = slider !== lever || event.timeStamp - last > REST;
  hold(slider, event.timeStamp);
  if (isNew) take();
}

function hold(slider, at) {
  const isShowing = lever !== null;
  [lever, last] = [slider, at];
  if (lever && !isShowing) requestAnimationFrame(show);
}

// The value appears in the field beside the slider before the app knows of it, whatever the app answers to an older one.
function show() {
  if (!lever) return;
  requestAnimationFrame(show);
  const isAtRest = performance.now() - last > REST && document.querySelector("[data-testid=stApp]").dataset.testScriptState !== "running";
  const field = fieldOf(lever);
  if (isAtRest || !field || field === document.activeElement) return;
  const shown = inWords(lever.querySelector("input[type=range]").value, /[.,]/.test(field.value) ? 1 : 0);
  if (field.value !== shown) field.value = shown;
}

// Once per value, not per frame: each time the browser looks up the number format of the language.
function inWords(value, places) {
  const { lang } = document.documentElement;
  if (written.value !== value || written.places !== places || written.lang !== lang) {
    const shown = Number(value).toLocaleString(lang, { minimumFractionDigits: places, useGrouping: false });
    written = { value, places, lang, shown };
  }
  return written.shown;
}

// A number typed while a slider has the focus goes into its field, and Enter leads back.
function type(event, slider) {
  const field = fieldOf(slider);
  if (!field) return;
  event.stopPropagation();
  field.focus();
  field.select();
  back = slider;
}

function enter(field) {
  handOver(field);
  if (back && field === fieldOf(back)) setTimeout((slider) => slider.focus(), 0, back.querySelector("input[type=range]"));
  back = null;
}
