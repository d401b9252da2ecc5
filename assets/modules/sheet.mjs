/* The card of the open event: beside the charts it is shown from its top; on a narrow screen it is a
   sheet from below, while the event stays in view above it. */
import { byId } from "./dom.mjs";
import { whenDrawn } from "./markup.mjs";
import { idOfOpenEvent } from "./open_event.mjs";
import { isNarrow } from "./tabs.mjs";

/* In pixels: drag downward that closes the sheet, and distance of the event from the sheet. */
const CLOSING = 80;
const GAP = 10;

const sheet = () => document.querySelector(".sheet");

/* Scroll the page so that a mark or a row of the event is above the sheet. */
function keepAbove(id) {
  const parts = document.querySelectorAll("#timeline [data-event], #event-list [data-event]");
  const part = [...parts].find(({ dataset }) => dataset.event === id);
  if (!part?.checkVisibility()) return;
  const below = part.getBoundingClientRect().bottom + GAP - sheet().getBoundingClientRect().top;
  if (below > 0) window.scrollBy({ top: below });
}

let opened;
whenDrawn("event-details", (region) => {
  const id = byId("card-title") && idOfOpenEvent();
  document.querySelector(".screen").classList.toggle("has-card", Boolean(id));
  if (id === opened) return;
  opened = id;
  region.scrollTop = 0;
  document.querySelector(".evidence").scrollTop = 0;
  if (id && isNarrow()) keepAbove(id);
});

let from = null;
const move = (pixels) => (sheet().style.transform = pixels > 0 ? `translateY(${pixels}px)` : "");

document.addEventListener("pointerdown", (pointer) => {
  if (!pointer.target.matches?.(".sheet-handle")) return;
  from = pointer.clientY;
  pointer.target.setPointerCapture(pointer.pointerId);
});
// The text that is selected would otherwise be dragged.
document.addEventListener("dragstart", (drag) => from !== null && drag.preventDefault());
document.addEventListener("pointermove", ({ clientY }) => from !== null && move(clientY - from));
document.addEventListener("pointerup", ({ clientY }) => {
  if (from === null) return;
  if (clientY - from > CLOSING) document.querySelector(".card-close")?.click();
  from = null;
  move(0);
});
document.addEventListener("pointercancel", () => {
  from = null;
  move(0);
});
