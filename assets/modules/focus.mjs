/* The focus of the keyboard stays when the server draws a part of the page again: the list, the
   card, the chips and the tables are replaced whole, and the link that had the focus with them. */
import { idOfOpenEvent } from "./open_event.mjs";

const links = (region) => [...document.querySelectorAll(region + " a")];
const row = (id) => links("#event-list").find((link) => eventOf(link) === id);
const eventOf = (link) => link.closest("[data-event-id]")?.dataset.eventId;
const name = (link) => link.getAttribute("aria-label");
const peers = (region, { tagName }) => [...document.querySelectorAll(`${region} ${tagName}`)];
const element = (selector) => document.querySelector(selector);

/* For each region the link to go on from: the same one, else what took its place. */
const SUCCESSORS = {
  "#event-list": ({ event }) => row(event) || element("#event-list"),
  "#event-details": ({ words, opened }) =>
    links("#event-details").find((link) => link.textContent === words) ||
    (element("#card-title") ? element("#event-details") : row(opened) || element("#event-list")),
  "#firm-only": () => element("#firm-only a"),
  ".chosen": ({ number }) =>
    links("#chips")[number] || links("#chips").at(-1) || element("#selection-summary"),
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
