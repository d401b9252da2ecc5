/* Keys of the page: slash focuses the search, arrows walk the list. */
import { onPlainKey } from "./keys.mjs";
import { byId } from "./dom.mjs";
import { hasSingleKeys } from "./shortcuts.mjs";
import { reveal } from "./tabs.mjs";

function search(press) {
  const isTyping = press.target.closest("input, textarea, select, [contenteditable], dialog");
  if (isTyping || !hasSingleKeys()) return;
  press.preventDefault();
  reveal(byId("text-filter"));
  byId("text-filter").focus();
}

/* Arrows walk from row to row; from the list itself to its first or its last row. */
function walkList(press, neighbour, end) {
  const row = press.target.closest("#event-list .row");
  const next = row ? row[neighbour] : press.target.id === "event-list" && press.target[end];
  if (!row && !next) return;
  press.preventDefault();
  next?.querySelector("a")?.focus();
}

const KEYS = {
  "/": search,
  ArrowDown: (press) => walkList(press, "nextElementSibling", "firstElementChild"),
  ArrowUp: (press) => walkList(press, "previousElementSibling", "lastElementChild"),
};

onPlainKey((press) => KEYS[press.key]?.(press));
