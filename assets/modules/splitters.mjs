/* Splitters: a drag or the arrow keys set the share of the panel before them, which this browser
   remembers; a double click or Enter resets it. The style sheet keeps every panel large enough. */
import { whenPresent } from "./dom.mjs";

/* Change of the share by one key press, in percent. */
const STEP = 2;
const KEYS = { ArrowLeft: -STEP, ArrowRight: STEP, ArrowUp: -STEP, ArrowDown: STEP };

const splitters = () => document.querySelectorAll(".splitter");
const orientationOf = (splitter) => splitter.getAttribute("aria-orientation");
const isVertical = (splitter) => orientationOf(splitter) === "vertical";
/* Whether the panel before a splitter is at its right. */
const isTurned = (splitter) =>
  isVertical(splitter) && window.getComputedStyle(splitter).direction === "rtl";
const keptAs = ({ dataset }) => `share-of-${dataset.splits}`;

/* Start and length of a box along the axis of a splitter, in pixels. */
function along(splitter, element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return isVertical(splitter) ? [left, width] : [top, height];
}

function shareOf(splitter) {
  const [, length] = along(splitter, splitter.previousElementSibling);
  const [, whole] = along(splitter, splitter.parentElement);
  return (100 * length) / whole;
}

/* Set the share in percent, or remove it to return to that of the style sheet. */
function setShare(splitter, share) {
  const style = document.querySelector("main").style;
  const name = `--share-${splitter.dataset.splits}`;
  if (share === null) style.removeProperty(name);
  else style.setProperty(name, `${share.toFixed(1)}%`);
  splitter.setAttribute("aria-valuenow", Math.round(shareOf(splitter)));
}

function change(splitter, share) {
  setShare(splitter, share);
  if (share === null) localStorage.removeItem(keptAs(splitter));
  else localStorage.setItem(keptAs(splitter), shareOf(splitter).toFixed(1));
}

whenPresent(
  () => document.querySelector(".evidence"),
  () => {
    for (const splitter of splitters()) {
      const kept = Number(localStorage.getItem(keptAs(splitter)));
      setShare(splitter, kept > 0 && kept < 100 ? kept : null);
    }
  },
);

let dragged = null;
document.addEventListener("pointerdown", (pointer) => {
  const splitter = pointer.target.closest?.(".splitter");
  if (!splitter || pointer.button) return;
  dragged = splitter;
  splitter.setPointerCapture(pointer.pointerId);
});
// The text that is selected would otherwise be dragged.
document.addEventListener("dragstart", (drag) => dragged && drag.preventDefault());
document.addEventListener("pointermove", (pointer) => {
  if (!dragged) return;
  const [start, whole] = along(dragged, dragged.parentElement);
  const at = isVertical(dragged) ? pointer.clientX : pointer.clientY;
  const share = (100 * (at - start)) / whole;
  change(dragged, isTurned(dragged) ? 100 - share : share);
});
document.addEventListener("pointerup", () => (dragged = null));
document.addEventListener("pointercancel", () => (dragged = null));
document.addEventListener("dblclick", ({ target }) => {
  if (target.matches?.(".splitter")) change(target, null);
});
document.addEventListener("keydown", (press) => {
  if (!press.target.matches?.(".splitter")) return;
  const isAcross = ["ArrowLeft", "ArrowRight"].includes(press.key);
  const step = isAcross === isVertical(press.target) ? KEYS[press.key] : 0;
  if (!step && press.key !== "Enter") return;
  press.preventDefault();
  const turned = isTurned(press.target) ? -step : step;
  change(press.target, step ? shareOf(press.target) + turned : null);
});
