// A button that opens or folds the sidebar disappears, and one that makes a file is disabled meanwhile. The browser
// then loses the focus, and a keyboard user would continue from the top of the page.
const SIDEBAR_BUTTONS = ["[data-testid=stExpandSidebarButton]", "[data-testid=stSidebarCollapseButton] button"];
const BACK_WITHIN = 60_000; // milliseconds: making a file may take long

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
