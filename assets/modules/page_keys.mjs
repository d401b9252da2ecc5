/* Keys of the page: Escape closes the card, slash focuses the search, arrows walk the list. */
import { onPlainKey } from "./keys.mjs";
import { byId } from "./dom.mjs";
import { reveal } from "./tabs.mjs";

function closeCard({ target, defaultPrevented }) {
  if (defaultPrevented || target.closest("input, dialog, [role='dialog'], [role='listbox']"))
    return;
  document.querySelector(".card-close")?.click();
}

function search(press) {
  if (press.target.closest("input, textarea")) return;
  press.preventDefault();
  reveal(byId("text-filter"));
  byId("text-filter").focus();
}

function walkList(press, neighbour) {
  const row = press.target.closest("#event-list .row");
  if (!row) return;
  press.preventDefault();
  row[neighbour]?.querySelector("a")?.focus();
}

const KEYS = {
  Escape: closeCard,
  "/": search,
  ArrowDown: (press) => walkList(press, "nextElementSibling"),
  ArrowUp: (press) => walkList(press, "previousElementSibling"),
};

onPlainKey((press) => KEYS[press.key]?.(press));
