/* The opener: a gesture that opens an event, or lists the events behind a mark, moves the focus into
   the card or the list; closing returns it to the element of the gesture. */
import { byId } from "./dom.mjs";
import { idOfOpenEvent } from "./open_event.mjs";
import { onEscape } from "./escape.mjs";
import { find, placeOf } from "./places.mjs";
import { reveal } from "./tabs.mjs";

const USABLE = "a, button, select, summary, .figure[tabindex]";
/* Marks behind which there are events; a chosen mark takes its choice back. */
const MARKS = ":is(.figure, #relations-panel) a[href^='?']:not(.button, [aria-current])";

/* Place and section of the last gesture, whether it was made by keyboard, and whether it lists events. */
let used = null;
const openers = { card: null, list: null };

const sectionOf = (element) => element.closest("[data-tab]");

function use(target, isByKeyboard, isListing) {
  const element = target.closest?.(USABLE);
  used = element && {
    place: placeOf(element),
    section: sectionOf(element),
    isInCard: Boolean(element.closest("#event-details")),
    isByKeyboard,
    isListing,
  };
}

document.addEventListener(
  "click",
  ({ target, detail }) => use(target, detail === 0, Boolean(target.closest?.(MARKS))),
  { capture: true },
);
document.addEventListener(
  "keydown",
  ({ key, target }) => {
    if (key !== "Enter" || !target.matches?.(".figure[tabindex]")) return;
    use(target, true, target.matches(".figure-relations"));
  },
  { capture: true },
);

/* Whether nothing that can be seen has the focus, or something in a region. */
function isAway(region) {
  const focused = document.activeElement;
  const isLost = !focused || focused === document.body || !focused.checkVisibility();
  return isLost || Boolean(region?.contains(focused));
}

/* Whether the reader has gone to another section before the answer to the gesture came. */
function hasMovedOn() {
  return used?.place && !isAway() && sectionOf(document.activeElement) !== used.section;
}

/* Focus an element; for readers with a pointer the page does not scroll. */
function focus(element, isByKeyboard) {
  reveal(element);
  element.focus({ preventScroll: true });
  if (isByKeyboard) element.scrollIntoView({ block: "nearest" });
}

const rowOf = (id) => document.querySelector(`#event-list [data-event-id="${CSS.escape(id)}"] a`);
const isShown = (element) => Boolean(element) && element.checkVisibility();

/* Return the focus to an opener, or to the nearest element that is shown. */
function goBack(place, id, isByKeyboard) {
  const opener = place && find(place, true);
  if (opener) reveal(opener);
  const stop = place?.tag && document.querySelector(`${place.region} a[tabindex="0"]`);
  const timeline = document.querySelector(".figure-timeline");
  const ways = [opener, rowOf(id), stop, timeline, byId("event-list")];
  const way = ways.find(isShown);
  if (way) focus(way, isByKeyboard);
}

let opened;

function openCard(id) {
  if (used && !used.isInCard) openers.card = used.place;
  if (used) focus(byId("card-title"), used.isByKeyboard);
  document.dispatchEvent(new CustomEvent("opened", { detail: id }));
}

function closeCard(id) {
  if (isAway(byId("event-details"))) goBack(openers.card, id, used?.isByKeyboard ?? true);
  openers.card = null;
}

/* List and card show the selection. */
document.addEventListener("evidence", () => {
  const id = byId("card-title") ? idOfOpenEvent() : null;
  const before = opened;
  opened = id;
  if (before === undefined) return;
  if (hasMovedOn()) used = null;
  if (id && id !== before) openCard(id);
  else if (before && !id) closeCard(before);
  else if (used?.isListing) {
    openers.list = used.place;
    focus(byId("event-list"), used.isByKeyboard);
  }
  used = null;
});

onEscape("card", ({ key }) => {
  const close = document.querySelector(".card-close");
  if (!close) return false;
  close.click();
  used = { isByKeyboard: Boolean(key), isInCard: true };
  return true;
});

onEscape("list", ({ target }) => {
  if (!openers.list || !target.closest(".events")) return false;
  goBack(openers.list, "", true);
  openers.list = null;
  return true;
});
