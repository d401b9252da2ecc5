/* Tips: the labels of marks, cells and buttons, shown at once at the pointer or the focus. The lines of
   `data-tip`, or else the accessible name, whose lines end with full stops. A tip stays while the
   pointer is on its element or on the tip, and Escape closes it. */
import { element } from "./dom.mjs";
import { onEscape } from "./escape.mjs";

/* Time in which the pointer may go from an element to its tip, in milliseconds. */
const GRACE = 160;

const MARKED = ".tip, [data-tip]";

let tip = null;
/* The element that the tip describes. */
let owner = null;
let leaving = 0;

export function hideTip() {
  clearTimeout(leaving);
  tip?.remove();
  tip = null;
}

/* Hide the tip soon, unless the pointer reaches it. */
function leave() {
  clearTimeout(leaving);
  if (tip) leaving = setTimeout(hideTip, GRACE);
}

export function showTip(target) {
  const words = target.dataset.tip ?? target.getAttribute("aria-label");
  if (!words) return;
  hideTip();
  owner = target;
  const lines = words.split(/[.。۔]?\n/).map((line) => element("div", {}, line));
  tip = element("div", { class: "tip-box", "aria-hidden": "true" }, ...lines);
  // A modal dialog covers all that is not in it.
  (target.closest("dialog") ?? document.body).append(tip);
  const [at, own] = [target.getBoundingClientRect(), tip.getBoundingClientRect()];
  const most = document.documentElement.clientWidth - own.width - 6;
  const above = at.top - own.height - 6;
  tip.style.left = Math.max(6, Math.min(at.left + at.width / 2 - own.width / 2, most)) + "px";
  tip.style.top = (above > 0 ? above : at.bottom + 6) + "px";
}

function enter({ target }) {
  if (tip?.contains(target)) return clearTimeout(leaving);
  const marked = target.closest?.(MARKED);
  return marked ? showTip(marked) : leave();
}
document.addEventListener("pointerover", enter);
/* A tip at the pointer stays when the focus goes elsewhere. */
document.addEventListener("focusin", ({ target }) => {
  const marked = target.closest?.(MARKED);
  if (marked) showTip(marked);
  else if (!owner?.matches(":hover")) leave();
});
document.addEventListener("focusout", () => owner?.matches(":hover") || hideTip());
document.addEventListener("click", ({ target }) => tip?.contains(target) || hideTip());
onEscape("tip", () => {
  const isShown = Boolean(tip);
  hideTip();
  return isShown;
});
/* Reaching an element by keyboard may scroll: its tip moves along. */
function follow({ target }) {
  if (tip?.contains(target)) return;
  const focused = tip && document.activeElement?.closest(MARKED);
  if (focused) showTip(focused);
  else hideTip();
}
document.addEventListener("scroll", follow, { capture: true, passive: true });
