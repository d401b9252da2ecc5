/* Tips: the labels of marks, cells and bars, shown at once at the pointer or the focus. The lines of
   `data-tip`, or else the accessible name, whose lines end with full stops. */
import { element } from "./dom.mjs";

let tip = null;

export function hideTip() {
  tip?.remove();
  tip = null;
}

export function showTip(target) {
  const words = target.dataset.tip ?? target.getAttribute("aria-label");
  if (!words) return;
  hideTip();
  const lines = words.split(/\.?\n/).map((line) => element("div", {}, line));
  tip = element("div", { class: "tip-box", "aria-hidden": "true" }, ...lines);
  document.body.append(tip);
  const [at, own] = [target.getBoundingClientRect(), tip.getBoundingClientRect()];
  const most = document.documentElement.clientWidth - own.width - 6;
  const above = at.top - own.height - 6;
  tip.style.left = Math.max(6, Math.min(at.left + at.width / 2 - own.width / 2, most)) + "px";
  tip.style.top = (above > 0 ? above : at.bottom + 6) + "px";
}

const marked = ({ target }) => target.closest?.(".tip");
document.addEventListener("pointerover", (event) =>
  marked(event) ? showTip(marked(event)) : hideTip(),
);
document.addEventListener("focusin", (event) =>
  marked(event) ? showTip(marked(event)) : hideTip(),
);
document.addEventListener("focusout", hideTip);
document.addEventListener("keydown", ({ key }) => key === "Escape" && hideTip(), { capture: true });
document.addEventListener("click", hideTip);
/* Reaching an element by keyboard may scroll: its tip moves along. */
function follow() {
  const focused = tip && document.activeElement?.closest(".tip");
  if (focused) showTip(focused);
  else hideTip();
}
document.addEventListener("scroll", follow, { capture: true, passive: true });
