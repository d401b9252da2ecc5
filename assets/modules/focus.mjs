/* The keyboard focus is restored after the server has drawn a part of the page again: list, card,
   chips and tables are replaced completely, with the link that had the focus. */
import { find, placeOf } from "./places.mjs";

const one = (selector) => document.querySelector(selector);
const lastLink = (region) => [...document.querySelectorAll(`${region} a`)].at(-1);

/* The element that gets the focus if the former one is gone, by region. The opener gets it when a
   card was closed. */
const SUCCESSORS = {
  "#timeline-table": () => one("[data-table='timeline'] > summary"),
  "#relations-table": () => one("[data-table='relations'] > summary"),
  "#event-list": () => one("#event-list"),
  "#event-details": () => one("#card-title"),
  "#firm-only": () => one("#firm-only a"),
  ".chosen": () => lastLink("#chips") || one("#selection-summary"),
  "#relations-nodes": () => lastLink("#relations-nodes"),
  "#relations-panel": () => one("#relations-panel :is(a, select)"),
  "#change": () => one("#change :is(a, select)"),
};
/* Regions whose elements are found again only by what they show. */
const STRICT = new Set(["#event-list", "#event-details"]);

let place = null;
let byKeyboard = false;
document.addEventListener("keydown", () => (byKeyboard = true), { capture: true });
document.addEventListener("focusin", ({ target }) => {
  const region = Object.keys(SUCCESSORS).find((selector) => target.closest(selector));
  place = region && { region, own: placeOf(target) };
});
document.addEventListener("pointerdown", ({ target }) => {
  byKeyboard = false;
  if (place && !target.closest(place.region)) place = null;
});

let asked = 0;
function restore() {
  cancelAnimationFrame(asked);
  asked = requestAnimationFrame(() => {
    const focused = document.activeElement;
    const lost = !focused || focused === document.body || !focused.checkVisibility();
    if (!place || !lost) return;
    const { region, own } = place;
    const same = find(own, STRICT.has(region));
    const next = same?.checkVisibility() ? same : SUCCESSORS[region]();
    next?.focus({ preventScroll: !byKeyboard });
  });
}
new MutationObserver(restore).observe(document.documentElement, { childList: true, subtree: true });
