/* Tips: the labels of cells and bars, shown at once at the pointer or the focus. */
import { element } from "./dom.mjs";

let tip = null;

function hide() {
  tip?.remove();
  tip = null;
}

function show(target) {
  const words = target.getAttribute("aria-label");
  if (!words) return;
  hide();
  tip = element("div", { class: "tip-box", "aria-hidden": "true" }, words);
  document.body.append(tip);
  const [at, own] = [target.getBoundingClientRect(), tip.getBoundingClientRect()];
  const most = document.documentElement.clientWidth - own.width - 6;
  const above = at.top - own.height - 6;
  tip.style.left = Math.max(6, Math.min(at.left + at.width / 2 - own.width / 2, most)) + "px";
  tip.style.top = (above > 0 ? above : at.bottom + 6) + "px";
}

const marked = ({ target }) => target.closest?.(".tip");
document.addEventListener("pointerover", (event) => (marked(event) ? show(marked(event)) : hide()));
document.addEventListener("focusin", (event) => (marked(event) ? show(marked(event)) : hide()));
document.addEventListener("focusout", hide);
document.addEventListener("keydown", ({ key }) => key === "Escape" && hide(), { capture: true });
document.addEventListener("click", hide);
/* Reaching an element by keyboard may scroll: its tip moves along. */
function follow() {
  const focused = tip && document.activeElement?.closest(".tip");
  if (focused) show(focused);
  else hide();
}
document.addEventListener("scroll", follow, { capture: true, passive: true });
