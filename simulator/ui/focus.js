// A button that opens or folds the sidebar goes away by it, and one that makes a file is out of use meanwhile. The
// browser then has the focus nowhere, and a keyboard would go on from the top of the page.
const SIDEBAR_BUTTONS = ["[data-testid=stExpandSidebarButton]", "[data-testid=stSidebarCollapseButton] button"];
const BACK_WITHIN = 60_000; // milliseconds: a file may take long to make

function keepFocus() {
  const canTakeIt = (node) => node?.isConnected && !node.disabled && node.checkVisibility({ visibilityProperty: true });
  const bringBack = (places) => {
    const latest = performance.now() + BACK_WITHIN;
    const looks = setInterval(() => {
      if (document.activeElement !== document.body || performance.now() > latest) clearInterval(looks);
      else places().find(canTakeIt)?.focus();
    }, 50);
  };
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (relatedTarget) return;
    if (target.disabled) bringBack(() => [target]);
    else if (SIDEBAR_BUTTONS.some((one) => target.matches(one))) {
      setTimeout(() => canTakeIt(target) || bringBack(() => SIDEBAR_BUTTONS.map((one) => document.querySelector(one))));
    }
  });
}
