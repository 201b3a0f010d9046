// What the app does in the browser besides its elements; presses.js and focus.js are appended. Listeners are set up
// once; `run` is called after each run.

let listening;

export default function ({ data, parentElement, setStateValue }) {
  words = data.names;
  dialogs = data.dialogs;
  runAgain = () => setStateValue("connected", Date.now());
  if (!listening) {
    listening = true;
    // an element may appear after the run, when its own script has loaded
    new MutationObserver(mendSoon).observe(document.body,
      { childList: true, subtree: true, attributes: true, attributeFilter: Object.keys(named) });
    makeRoomForNavigation();
    takeUpConnection();
    tellLongRuns();
    holdPresses();
    keepFocus();
  }
  mendSoon();
  // Hidden, so without a gap.
  parentElement.closest("[data-testid=stElementContainer]").style.display = "none";
  const root = document.documentElement;
  if (root.lang !== data.lang) root.lang = data.lang; // setting it again would restyle the whole page
  root.dataset.run = data.run;
}

// Streamlit gives its upload field, which has a name, the role "presentation": screen readers hear both.
function mendUploads() {
  const fields = document.querySelectorAll("[data-testid=stFileUploaderDropzone][role]");
  fields.forEach((field) => field.removeAttribute("role"));
}

// Streamlit names its own parts in English. The original is kept, because the language may change.
const named = { "aria-label": new WeakMap(), placeholder: new WeakMap() };
let words = {};

function worded(name) {
  if (name in words) return words[name];
  const start = Object.keys(words).find((one) => one.endsWith(" ") && name.startsWith(one));
  return start ? words[start] + name.slice(start.length) : name;
}

function mendNames(attribute) {
  for (const node of document.querySelectorAll(`[${attribute}]`)) {
    const name = node.getAttribute(attribute);
    const known = named[attribute].get(node);
    const theirs = known && known.ours === name ? known.theirs : name;
    const ours = worded(theirs);
    named[attribute].set(node, { theirs, ours });
    if (ours !== name) node.setAttribute(attribute, ours);
  }
}

// Visible texts: the link that a keyboard reaches first, the button of an upload field, a list without a match.
const shown = {
  "Skip to main content": "[data-testid=stSkipToContent]",
  Upload: "[data-testid=stFileUploaderDropzone] button p",
  "No results": "[data-testid$=Dropdown] [role=option] > span",
};
const mended = new WeakMap();

function mendShown() {
  for (const [theirs, where] of Object.entries(shown)) {
    for (const { firstChild: node } of document.querySelectorAll(where)) {
      const isTheirs = node?.data === theirs || (mended.has(node) && node.data === mended.get(node));
      if (!isTheirs || node.data === words[theirs]) continue;
      mended.set(node, words[theirs]);
      node.data = words[theirs];
    }
  }
}

// The same for its dialogs: about a server that does not answer, meant for programmers, and about an unknown address.
let dialogs; // by Streamlit's title: our title and text

function mendDialogs() {
  for (const title of document.querySelectorAll("[role=dialog] h2")) {
    const theirs = title.textContent;
    const ours = dialogs[theirs];
    if (!ours) continue;
    if (theirs === "Connection error" && document.querySelector(".st-key-meeting")) { // which shows this itself, and continues
      title.closest("[role=dialog]").querySelector("button")?.click();
      continue;
    }
    title.firstChild.data = ours.title;
    const body = title.nextElementSibling;
    for (const part of body.children) part.style.display = "none";
    body.append(Object.assign(document.createElement("p"), { textContent: ours.what }));
  }
}

// A restarted server does not know this page until the app runs: then it loads the work named in the address.
let runAgain;

function takeUpConnection() {
  const app = document.querySelector("[data-testid=stApp]");
  let isLost = false;
  new MutationObserver(() => {
    const isConnected = app.dataset.testConnectionState === "CONNECTED";
    if (isConnected && isLost) runAgain();
    isLost = !isConnected;
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
}

// While the app runs the content is out of date: the page turns pale if a run takes long.
const LONG_RUN = 1000; // milliseconds

function tellLongRuns() {
  const app = document.querySelector("[data-testid=stApp]");
  const root = document.documentElement;
  let long;
  new MutationObserver(() => {
    clearTimeout(long);
    const { testScriptState, testConnectionState } = app.dataset; // nothing runs without a connection: the page says so itself
    const runs = testScriptState === "running" && testConnectionState === "CONNECTED";
    if (runs) long = setTimeout(() => (root.dataset.runs = "long"), LONG_RUN);
    else delete root.dataset.runs;
  }).observe(app, { attributes: true, attributeFilter: ["data-test-script-state", "data-test-connection-state"] });
}

const WHILE_MOVING = 250; // milliseconds between two checks while a lever changes the page in every frame
let due;

function mendSoon() {
  if (due) return;
  const isMoving = document.documentElement.dataset.live !== undefined;
  due = isMoving ? setTimeout(mend, WHILE_MOVING) : requestAnimationFrame(mend);
}

function mend() {
  due = undefined;
  mendUploads();
  mendShown();
  mendDialogs();
  lookForNavigation();
  Object.keys(named).forEach(mendNames);
}

// If there is no room beside the page, the sidebar covers it; style.py places it below the navigation.
let lookForNavigation;

function makeRoomForNavigation() {
  let seen;
  const measure = () => {
    const bottom = seen.getBoundingClientRect().bottom + document.querySelector("[data-testid=stMain]").scrollTop;
    document.documentElement.style.setProperty("--below-navigation", `${Math.ceil(bottom)}px`);
  };
  const sizes = new ResizeObserver(measure);
  lookForNavigation = () => {
    const navigation = document.querySelector(".st-key-nav"); // the meeting mode has none
    if (!navigation || navigation === seen) return;
    sizes.disconnect();
    sizes.observe((seen = navigation));
  };
}
