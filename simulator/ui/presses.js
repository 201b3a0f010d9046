// A press that follows a typed or moved value waits until the app has processed that value. It then acts on the
// pressed element, wherever that is by now: new content in between may have moved it.
function holdPresses() {
  const pressable = "button, a[href], summary";
  const typedInto = "textarea, input[type=text]:not([role=combobox]), input[type=number]";
  const onItsWay = { field: 60, slider: 400 }; // milliseconds until the app has received a value
  const atMost = 2000; // milliseconds within which a run that processes it begins, if any
  const settled = 200; // milliseconds in which the fields on screen show the result of the run
  const busy = 500; // milliseconds after which the press acts although the page is still busy
  const drawn = 3000; // milliseconds within which a button becomes usable
  const app = () => document.querySelector("[data-testid=stApp]");
  const run = () => Number(document.documentElement.dataset.run ?? 0);
  let given = null, field = null, hand = null, press = null, began = 0;

  const give = (milliseconds) => {
    const now = performance.now();
    given = { at: now, due: now + milliseconds, run: run() };
  };
  const isPending = () => {
    if (!given) return false;
    const now = performance.now();
    if ((field && field === document.activeElement) || now < given.due) return true;
    if (app().dataset.testScriptState !== "notRunning") return true;
    const isTaken = began > given.at || run() > given.run;
    if (!isTaken && now < given.at + atMost) return true;
    given = null;
    return false;
  };
  const whenIdle = (act) => requestIdleCallback(act, { timeout: busy });
  const perform = (target, latest = Infinity) => {
    const isWaiting = isPending();
    if (!isWaiting && latest === Infinity) latest = performance.now() + drawn;
    if (isWaiting || (target.disabled && performance.now() < latest)) setTimeout(perform, 16, target, latest);
    else whenIdle(() => setTimeout(whenIdle, settled, () => target.isConnected && target.click()));
  };
  const swallow = (event) => {
    event.stopImmediatePropagation();
    if (event.type === "click") event.preventDefault();
  };
  const isMoved = ({ target, place }) => {
    const now = target.getBoundingClientRect();
    return Math.abs(now.x - place.x) > 2 || Math.abs(now.y - place.y) > 2;
  };

  window.addEventListener("asks-whether-a-value-is-on-its-way", (event) => isPending() && event.preventDefault());
  window.addEventListener("input", ({ target }) => {
    if (!target.matches(typedInto) || target.closest("[data-testid=stForm]")) return; // a form sends all values at once
    give(onItsWay.field);
    field = target;
  }, true);
  const leave = ({ target }) => {
    if (target !== field) return;
    give(onItsWay.field);
    field = null;
  };
  window.addEventListener("focusout", leave, true);
  window.addEventListener("keydown", (event) => {
    const isGiven = !event.target.matches("textarea") || event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && isGiven) leave(event);
  }, true);
  for (const begins of ["pointerdown", "keydown"]) {
    window.addEventListener(begins, ({ target }) => (hand = target.closest?.("[data-testid=stSlider]") ?? hand), true);
  }
  new MutationObserver((changes) => { // a slider fires no input event
    if (changes.some(({ target }) => target === app()) && app().dataset.testScriptState === "running") {
      began = performance.now();
      hand = null; // values that change from here on are not moved by hand
    }
    if (changes.some(({ target }) => target.type === "range" && hand?.contains(target))) give(onItsWay.slider);
  }).observe(document.body, { attributes: true, attributeFilter: ["value", "data-test-script-state"], subtree: true });

  window.addEventListener("pointerdown", (event) => {
    const target = event.target.closest?.(pressable);
    const isPlain = event.pointerType === "mouse" && !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    press = null;
    if (!target || !isPlain) return;
    const { clientX: x, clientY: y } = event;
    press = { target, x, y, place: target.getBoundingClientRect(), isHeld: isPending() };
    if (!press.isHeld) return;
    swallow(event);
    if (field) setTimeout(() => field?.blur()); // also if the pressed element takes no focus
  }, true);
  for (const name of ["mousedown", "mouseup"]) {
    window.addEventListener(name, (event) => press?.isHeld && swallow(event), true);
  }
  window.addEventListener("pointerup", (event) => {
    if (!press) return;
    const ended = press;
    const isStill = Math.hypot(event.clientX - ended.x, event.clientY - ended.y) < 8;
    if (ended.isHeld) swallow(event);
    setTimeout(() => { // after the click, if there is one
      if (press === ended) press = null;
      const isLost = !ended.isClicked && ended.target.isConnected && isMoved(ended);
      if (isStill && (ended.isHeld || isLost)) perform(ended.target);
    });
  }, true);
  window.addEventListener("click", (event) => {
    if (!event.isTrusted) return;
    if (press?.isHeld) return swallow(event);
    if (press?.target.contains(event.target)) press.isClicked = true;
    const target = event.target.closest?.(pressable);
    if (target && !press && isPending()) { // by key or by touch
      swallow(event);
      perform(target);
    }
  }, true);
}
