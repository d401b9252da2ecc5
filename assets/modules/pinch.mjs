/* Pinching the timeline keeps the times under both fingers; one finger scrolls the page. */
import { drawing, scaleOf, shareAt } from "./drawing.mjs";
import { pinched, toSecond, toX } from "./time_scale.mjs";
import { showChanged } from "./time_window.mjs";

/* The seconds under two fingers, or null. */
let held = null;

const LISTENING = { capture: true, passive: false };
const sharesOf = (svg, { touches }) => [...touches].map((finger) => shareAt(svg, finger));

function begin(touch) {
  const svg = touch.target.closest?.("#timeline") && drawing("timeline");
  if (!svg || svg.dataset.upright || touch.touches.length !== 2) return;
  touch.preventDefault();
  showChanged(svg, ([left, right]) => {
    held = sharesOf(svg, touch).map((share) =>
      toSecond(scaleOf(svg), left + share * (right - left)),
    );
    return [left, right];
  });
  // The server may draw the timeline again meanwhile. The touches of a finger still go to the element
  // on which it was put down, which is then no longer in the document.
  for (const { target } of touch.touches) {
    target.addEventListener("touchmove", move, LISTENING);
    for (const kind of ["touchend", "touchcancel"]) target.addEventListener(kind, end);
  }
}

function move(touch) {
  const svg = held && drawing("timeline");
  if (!svg || touch.touches.length !== 2) return;
  touch.preventDefault();
  const places = held.map((second) => toX(scaleOf(svg), second));
  const now = pinched(places, sharesOf(svg, touch));
  if (now) showChanged(svg, () => now);
}

function end({ touches }) {
  if (touches.length < 2) held = null;
}

document.addEventListener("touchstart", begin, LISTENING);
