/* Escape closes exactly one thing, the innermost: each part of the page registers how it closes. */

const ORDER = ["tip", "options", "menu", "periods", "question", "dialog", "card", "list"];
/* The browser, or the library of the component, closes these itself. */
const CLOSED_BY_OTHERS = new Set(["options", "dialog"]);

const closers = new Map();

/* Register a layer of `ORDER`; `close` returns whether there was something to close. */
export const onEscape = (layer, close) => closers.set(layer, close);

onEscape("dialog", () => document.querySelector("dialog[open]"));

document.addEventListener(
  "keydown",
  (press) => {
    if (press.key !== "Escape" || press.isComposing || !press.target.closest) return;
    const closed = ORDER.find((layer) => closers.get(layer)?.(press));
    if (!closed || CLOSED_BY_OTHERS.has(closed)) return;
    press.preventDefault();
    press.stopPropagation();
  },
  { capture: true },
);
