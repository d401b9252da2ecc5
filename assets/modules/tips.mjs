/* Tips: what a cell or a bar is called, shown at once while it is pointed at or has the focus. */
let tip = null;

function hide() {
  tip?.remove();
  tip = null;
}

function show(target) {
  const words = target.getAttribute("aria-label");
  if (!words) return;
  hide();
  tip = document.createElement("div");
  tip.className = "tip-box";
  tip.setAttribute("aria-hidden", "true");
  tip.textContent = words;
  document.body.append(tip);
  const [at, own] = [target.getBoundingClientRect(), tip.getBoundingClientRect()];
  const room = document.documentElement.clientWidth - own.width - 6;
  const above = at.top - own.height - 6;
  tip.style.left = Math.max(6, Math.min(at.left + at.width / 2 - own.width / 2, room)) + "px";
  tip.style.top = (above > 0 ? above : at.bottom + 6) + "px";
}

const marked = ({ target }) => target.closest?.(".tip");
document.addEventListener("pointerover", (event) => (marked(event) ? show(marked(event)) : hide()));
document.addEventListener("focusin", (event) => (marked(event) ? show(marked(event)) : hide()));
document.addEventListener("focusout", hide);
document.addEventListener("keydown", ({ key }) => key === "Escape" && hide(), { capture: true });
document.addEventListener("click", hide);
document.addEventListener("scroll", hide, { capture: true, passive: true });
