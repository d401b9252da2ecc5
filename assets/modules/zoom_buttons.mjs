/* The buttons that zoom in and out, go to earlier and later times, and show the whole span. */
import { drawing } from "./drawing.mjs";
import { ZOOM_IN, fit, pan, zoom } from "./time_window.mjs";

/* Share of the window by which a button pans. */
const STEP = 0.5;

const ACTS = {
  fit,
  in: (svg) => zoom(svg, ZOOM_IN),
  out: (svg) => zoom(svg, 1 / ZOOM_IN),
  earlier: (svg) => pan(svg, -STEP),
  later: (svg) => pan(svg, STEP),
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-zoom]");
  const svg = drawing("timeline");
  if (button && svg) ACTS[button.dataset.zoom](svg);
});
