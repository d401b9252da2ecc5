/* The keyboard focus is restored after the server has drawn a part of the page again: list, card,
   chips and tables are replaced completely, with the link that had the focus. */
import { idOfOpenEvent } from "./open_event.mjs";

const links = (region) => [...document.querySelectorAll(region + " a")];
const row = (id) => links("#event-list").find((link) => eventOf(link) === id);
const eventOf = (link) => link.closest("[data-event-id]")?.dataset.eventId;
const name = (link) => link.getAttribute("aria-label");
const peers = (region, { tagName }) => [...document.querySelectorAll(`${region} ${tagName}`)];
const find = (selector) => document.querySelector(selector);

/* The element that gets the focus, by region: the same link, or else its successor. */
const SUCCESSORS = {
  "#event-list": ({ event }) => row(event) || find("#event-list"),
  "#event-details": ({ words, opened }) =>
    links("#event-details").find((link) => link.textContent === words) ||
    (find("#card-title") ? find("#event-details") : row(opened) || find("#event-list")),
  "#firm-only": () => find("#firm-only a"),
  ".chosen": ({ number }) =>
    links("#chips")[number] || links("#chips").at(-1) || find("#selection-summary"),
  "#relations-nodes": ({ number }) => links("#relations-nodes")[number],
  "#relations-panel": ({ number, title, label, tag }) =>
    (tag === "SELECT" && [...document.querySelectorAll("#relations-panel select")][number]) ||
    links("#relations-panel").find((link) => link.title === title && name(link) === label) ||
    links("#relations-panel")[number],
};

let place = null;
let byKeyboard = false;
document.addEventListener("keydown", () => (byKeyboard = true), { capture: true });
document.addEventListener("focusin", ({ target }) => {
  const region = Object.keys(SUCCESSORS).find((selector) => target.closest(selector));
  place = region && {
    region,
    event: eventOf(target),
    number: peers(region, target).indexOf(target),
    opened: idOfOpenEvent(),
    title: target.title,
    label: name(target),
    tag: target.tagName,
    words: target.textContent,
  };
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
    if (place && lost) SUCCESSORS[place.region](place)?.focus({ preventScroll: !byKeyboard });
  });
}
new MutationObserver(restore).observe(document.documentElement, { childList: true, subtree: true });
