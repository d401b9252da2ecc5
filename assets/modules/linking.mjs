/* Linking by pointing: all marks of the same event, actor or dyad are highlighted everywhere, and
   the rest fades, without a request. Elements say what they show: `data-event`, `data-actor` or `data-dyad`;
   those of an event also name its `data-actors` and its `data-dyads`. */

const PARTS = "[data-event], [data-actor], [data-dyad]";
/* Regions in which the rest fades. */
const REGIONS = "#timeline, #relations, #relations-panel, #change, #event-list";
const LINKED = "linked";
const LINKING = "is-linking";

const listed = (text) => new Set(text ? text.split("|") : []);
const turned = (dyad) => dyad.split(":").toReversed().join(":");
const ends = (dyad) => dyad.split(":");

/* The events, actors and dyads that belong to an element; `null` means all that touch the others. */
function meantBy({ dataset }) {
  if (dataset.event) {
    return {
      event: dataset.event,
      actors: listed(dataset.actors),
      dyads: listed(dataset.dyads),
    };
  }
  if (dataset.dyad) {
    return { dyad: dataset.dyad, actors: new Set(ends(dataset.dyad)) };
  }
  return { actor: dataset.actor, actors: new Set([dataset.actor]) };
}

const sameDyad = (one, other) => one === other || one === turned(other);

function belongs({ dataset }, meant) {
  const { event, dyad, actor } = meant;
  if (dataset.event) {
    if (event) return dataset.event === event;
    if (actor) return listed(dataset.actors).has(actor);
    const dyads = listed(dataset.dyads);
    return dyads.has(dyad) || dyads.has(turned(dyad));
  }
  if (dataset.dyad) {
    if (event) return meant.dyads.has(dataset.dyad) || meant.dyads.has(turned(dataset.dyad));
    if (actor) return ends(dataset.dyad).includes(actor);
    return sameDyad(dataset.dyad, dyad);
  }
  return meant.actors.has(dataset.actor);
}

let marked = null;

export function unmark() {
  if (!marked) return;
  marked = null;
  for (const part of document.querySelectorAll("." + LINKED)) part.classList.remove(LINKED);
  for (const region of document.querySelectorAll("." + LINKING)) region.classList.remove(LINKING);
}

/* Mark all parts that belong to what an element shows. */
export function mark(element) {
  if (marked === element) return;
  unmark();
  marked = element;
  const meant = meantBy(element);
  for (const region of document.querySelectorAll(REGIONS)) {
    const parts = [...region.querySelectorAll(PARTS)];
    const linked = parts.filter((part) => belongs(part, meant));
    for (const part of linked) part.classList.add(LINKED);
    if (linked.length) region.classList.add(LINKING);
  }
}

const OPENED = "of-open";

/* Mark the dyads of the open event in the charts of relations, after any of them was drawn. */
function markOpened() {
  const card = document.querySelector("#event-details [data-event]");
  for (const part of document.querySelectorAll("." + OPENED)) part.classList.remove(OPENED);
  if (!card) return;
  const meant = meantBy(card);
  for (const part of document.querySelectorAll(PARTS)) {
    if (!part.closest("#event-details") && belongs(part, meant)) part.classList.add(OPENED);
  }
}

const isMouse = ({ pointerType }) => pointerType !== "touch";
document.addEventListener("pointerover", (pointer) => {
  const part = pointer.target.closest?.(PARTS);
  if (part && isMouse(pointer) && !pointer.buttons) mark(part);
  else unmark();
});
document.addEventListener("focusin", ({ target }) => {
  const part = target.matches(":focus-visible") && target.closest(PARTS);
  // The heading of a card has the focus once it is open: nothing is pointed at then.
  if (part && !part.matches(".card")) mark(part);
});
document.addEventListener("focusout", unmark);
document.addEventListener("keydown", ({ key }) => key === "Escape" && unmark(), { capture: true });
document.addEventListener("drawn", () => {
  unmark();
  markOpened();
});
