/* Gestures on the timeline: clicks open events or zoom into bars, the wheel zooms, drags pan. */
import { drawing, plotBox, shareAt } from "./drawing.mjs";
import { whenDrawn } from "./markup.mjs";
import { painted } from "./navigation.mjs";
import { openEvent } from "./open_event.mjs";
import * as timeWindow from "./time_window.mjs";
import { moveTitles } from "./title_moves.mjs";
import { byId } from "./dom.mjs";
import { SHORTEST } from "./time_scale.mjs";

/* Largest movement of a click, in pixels. */
const DRAG = 4;
/* Largest turn of the wheel that counts at once, and turn that zooms by the factor e, in pixels. */
const WHEEL_MOST = 80;
const WHEEL_PER_E = 240;

whenDrawn("timeline", () => {
  const svg = drawing("timeline");
  if (!svg) return;
  moveTitles(svg);
  timeWindow.keepWanted(svg);
  painted(svg.dataset.query);
});

/* The timeline that an event of the browser happens on, unless it is upright: time runs down there,
   and gestures scroll the page. */
const timelineOf = ({ target }) => {
  const svg = target.closest?.("#timeline") && drawing("timeline");
  return svg && !svg.dataset.upright ? svg : null;
};

/* Show the interval of a bar of a histogram; in the shortest window zooming cannot separate events,
   but the list has them all. */
function zoomInto({ dataset }) {
  const [from, to] = [Number(dataset.from), Number(dataset.to)];
  if (to - from <= SHORTEST) byId("event-list").focus();
  else timeWindow.show(drawing("timeline"), from, to);
}

let drag = null;
let hasDragged = false;

function begin(pointer) {
  hasDragged = false;
  const svg = timelineOf(pointer);
  if (!svg || pointer.button || pointer.pointerType === "touch") return;
  timeWindow.release();
  drag = { at: pointer.clientX, moved: 0 };
}

function drive(pointer) {
  if (!drag) return;
  const svg = drawing("timeline");
  const moved = pointer.clientX - drag.at;
  if (!hasDragged && Math.abs(moved) <= DRAG) return;
  hasDragged = true;
  svg.classList.add("is-dragged");
  timeWindow.pan(svg, (drag.moved - moved) / plotBox(svg).width, true);
  drag.moved = moved;
}

function end() {
  drag = null;
  drawing("timeline")?.classList.remove("is-dragged");
}

function click(press) {
  const part = press.target.closest?.("#timeline [data-event], #timeline [data-from]");
  if (hasDragged) {
    if (press.target.closest?.("#timeline")) press.preventDefault();
    hasDragged = false;
    return;
  }
  const isPlain = !(press.button || press.metaKey || press.ctrlKey || press.shiftKey);
  if (!part || !isPlain) return;
  press.preventDefault();
  if (part.dataset.event) openEvent(part.dataset.event);
  else zoomInto(part);
}

/* The wheel scrolls the page unless the chart has the focus or Ctrl is held. */
function turn(wheel) {
  const svg = timelineOf(wheel);
  const hasFocus = document.activeElement?.closest(".figure-timeline");
  if (!svg || !(wheel.ctrlKey || hasFocus)) return;
  if (!wheel.ctrlKey && Math.abs(wheel.deltaY) < Math.abs(wheel.deltaX)) return;
  wheel.preventDefault();
  const at = Math.min(1, Math.max(0, shareAt(svg, wheel)));
  const turned = Math.max(-WHEEL_MOST, Math.min(WHEEL_MOST, wheel.deltaY));
  timeWindow.zoom(svg, Math.exp(turned / WHEEL_PER_E), at);
}

document.addEventListener("pointerdown", begin, { capture: true });
document.addEventListener("pointermove", drive);
document.addEventListener("pointerup", end);
document.addEventListener("pointercancel", end);
// A link inside a chart would otherwise be dragged as a link.
document.addEventListener(
  "dragstart",
  (event) => event.target.closest?.("#timeline") && event.preventDefault(),
);
document.addEventListener("click", click, { capture: true });
document.addEventListener("dblclick", (press) => timelineOf(press) && timeWindow.fit());
document.addEventListener("wheel", turn, { passive: false });
