/* Menus and dialogs: a menu takes the focus when it opens, and closes on Escape and when the focus
   or the pointer goes elsewhere. */
import { byId } from "./dom.mjs";

const OPEN = "details.menu[open]";

/* On a narrow screen some menus push the next ones down instead of covering them. */
const isAbove = (menu) =>
  window.getComputedStyle(menu.querySelector(".menu-body")).position !== "static";

function leave({ target }) {
  for (const menu of document.querySelectorAll(OPEN)) {
    if (!menu.contains(target) && isAbove(menu)) menu.open = false;
  }
}
document.addEventListener("pointerdown", leave);
document.addEventListener("focusin", leave);

function enter({ target }) {
  if (!target.matches?.(OPEN)) return;
  const body = target.querySelector(".menu-body");
  const field = target.matches(".filter") && body.querySelector("input:not([type='radio'])");
  const first = body.querySelector("input:checked") ?? body.querySelector("button, a");
  (field || first)?.focus({ preventScroll: true });
  // A click unfolds the options.
  if (field && field.matches("[aria-haspopup='listbox']")) field.click();
}
document.addEventListener("toggle", enter, { capture: true });

function escape(press) {
  const menu = press.key === "Escape" && press.target.closest?.(OPEN);
  if (!menu) return;
  press.preventDefault();
  menu.open = false;
  menu.querySelector("summary").focus();
}
document.addEventListener("keydown", escape, { capture: true });

document.addEventListener("click", ({ target }) => {
  const { opens, closes } = target.closest?.("[data-opens], [data-closes]")?.dataset ?? {};
  if (opens) byId(opens).showModal();
  if (closes) byId(closes).close();
  // A click beside a dialog, on its backdrop, is a click on the dialog itself.
  if (target.matches?.("dialog.key-dialog")) target.close();
});
