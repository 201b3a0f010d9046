// Sends keys pressed on the page until the app confirms them, so that none is lost when two come quickly.
// A value typed or moved just before is processed first.

const OF_A_REMOTE = ["PageUp", "PageDown"]; // these step wherever the focus is
const MOVES_A_SLIDER = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];
const KEEPS_ITS_KEYS = "input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=combobox], [role=listbox], [role=grid], [role=menu], canvas";

const listeners = new WeakMap(); // element -> its listener

function nameOf(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `ctrl+${event.shiftKey ? "shift+" : ""}${key}` : key;
}

function meantForTheField(field, name) {
  if (document.querySelector("[role=dialog]")) return true;
  if (!field?.closest) return false;
  if (name === "Enter" && field.closest("button, a, summary, [role=button]")) return true; // Enter and space press them
  const slider = field.closest("input[type=range]");
  if (!slider && !field.closest(KEEPS_ITS_KEYS)) return false;
  if (name === "Escape") field.blur();
  return !slider || name === "Escape" || MOVES_A_SLIDER.includes(name);
}

function valueIsOnItsWay() {
  return !window.dispatchEvent(new Event("asks-whether-a-value-is-on-its-way", { cancelable: true })); // see presses.js
}

function start() {
  const listener = { waiting: [], pending: [], last: 0, known: [], timed: 0, send: () => {} };
  const flush = () => {
    clearTimeout(listener.due);
    if (valueIsOnItsWay()) {
      listener.due = setTimeout(flush, 16);
      return;
    }
    listener.pending.push(...listener.waiting.splice(0));
    listener.send("pressed", [...listener.pending]);
  };
  listener.press = (key) => {
    listener.last = Math.max(listener.last + 1, Date.now()); // greater than any earlier press, also from before the page changed
    listener.waiting.push({ id: listener.last, key });
    flush();
  };
  listener.onKey = (event) => {
    const name = nameOf(event);
    if (event.altKey || event.repeat || !listener.known.includes(name) || meantForTheField(event.target, name)) return;
    event.preventDefault(); // PageDown would scroll
    listener.press(name);
  };
  listener.onRemote = (event) => {
    if (!OF_A_REMOTE.includes(event.key) || !listener.known.includes(event.key) || document.querySelector("[role=dialog], .adrift")) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // before the focused lever or list handles it
    if (event.target.matches?.("input[type=text]")) event.target.blur(); // the typed text belongs to the scenario that was left
    if (!event.repeat) listener.press(event.key);
  };
  document.addEventListener("keydown", listener.onKey);
  window.addEventListener("keydown", listener.onRemote, true);
  return listener;
}

export default function ({ data, parentElement, setStateValue }) {
  let listener = listeners.get(parentElement);
  if (!listener) listeners.set(parentElement, (listener = start()));
  parentElement.closest("[data-testid=stElementContainer]").style.display = "none"; // hidden, so without a gap
  listener.known = data.known;
  document.documentElement.dataset.keys = data.known.join(" "); // for tests, which wait until keys are handled
  listener.send = setStateValue;
  listener.pending = listener.pending.filter((press) => press.id > data.seen);
  const [number, key, milliseconds] = data.later ?? [0];
  if (number !== listener.timed) {
    clearTimeout(listener.timer);
    listener.timed = number;
    if (number) listener.timer = setTimeout(() => listener.press(key), milliseconds);
  }
  return () => {
    document.removeEventListener("keydown", listener.onKey);
    window.removeEventListener("keydown", listener.onRemote, true);
    clearTimeout(listener.timer);
    clearTimeout(listener.due);
    listeners.delete(parentElement);
  };
}
