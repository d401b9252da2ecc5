/* Menus and dialogs: a menu takes the focus when it opens, and closes on Escape and when the focus
   or the pointer goes elsewhere. */
import { byId } from "./dom.mjs";
import { onEscape } from "./escape.mjs";

const OPEN = "details.menu[open]";

/* Mantine gives the field of a list its role, but not the state of the list. */
const showState = (field) => field.setAttribute("aria-expanded", "expanded" in field.dataset);
const FIELD = "[role='combobox']";

new MutationObserver((changes) => {
  for (const { target } of changes) if (target.matches(FIELD)) showState(target);
}).observe(document.documentElement, { attributeFilter: ["data-expanded"], subtree: true });

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
  body.querySelectorAll(FIELD).forEach(showState);
  const field = target.matches(".filter") && body.querySelector("input:not([type='radio'])");
  const first = body.querySelector("input:checked") ?? body.querySelector("button, a");
  (field || first)?.focus({ preventScroll: true });
  // A click unfolds the options.
  if (field && field.matches(FIELD)) field.click();
}
document.addEventListener("toggle", enter, { capture: true });

/* The options of a filter unfold with its menu, and are closed with it. */
onEscape("options", ({ target }) => {
  const menu = target.closest(`${OPEN}:not(.filter)`);
  return [...(menu?.querySelectorAll("[role='listbox']") ?? [])].some((box) =>
    box.checkVisibility(),
  );
});

onEscape("menu", ({ target }) => {
  const menu = target.closest(OPEN);
  if (!menu) return false;
  menu.open = false;
  menu.querySelector("summary").focus();
  return true;
});

document.addEventListener("click", ({ target }) => {
  const { opens, closes } = target.closest?.("[data-opens], [data-closes]")?.dataset ?? {};
  if (opens) byId(opens).showModal();
  if (closes) byId(closes).close();
  // A click beside a dialog, on its backdrop, is a click on the dialog itself.
  if (target.matches?.("dialog.key-dialog")) target.close();
});
