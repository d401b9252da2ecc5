/* The time window: a gesture shows it at once; it is sent to the server when the gesture rests. */
import { chart, metaOf, rangeOf, showRange, showWindow } from "./chart.mjs";
import { setProps } from "./dash.mjs";
import { SHORTEST, panned, toSecond, toX, zoomed } from "./time_scale.mjs";

/* In milliseconds: rest after which a movement is sent; time that a step waits for the server's
   figure before a preview is shown; and time for which figures of an earlier window are moved. */
const REST = 90;
const PATIENCE = 80;
const KEPT = 700;
/* Share of the whole span from which upward a window counts as the whole span. */
const WHOLE = 0.97;
/* Factor of one step of zooming in. */
export const ZOOM_IN = 0.6;

let wanted = null;
let unsent = null;
let resting = 0;
let keeping = 0;
let lastMoved = -Infinity;

/* The window that the chart shows, in seconds, and the window that it will show. */
export const drawnWindow = (graph) => rangeOf(graph).map((x) => toSecond(metaOf(graph), x));
export const shownWindow = (graph) => wanted || drawnWindow(graph);
export const wantedWindow = () => wanted;

/* In seconds: `lower` and `upper` end of the whole span of the file, and its `last` event. */
export const wholeSpan = () => metaOf(chart("overview"));

export function isWhole([lower, upper]) {
  const whole = wholeSpan();
  return upper - lower >= WHOLE * (whole.upper - whole.lower);
}

function forget() {
  clearTimeout(resting);
  clearTimeout(keeping);
  wanted = unsent = null;
}

/* Another gesture begins: send the wanted window at once, and forget it. */
export function release() {
  unsent?.();
  forget();
}

/* Send a window: a single step at once, the further steps of a movement after a rest. Return
   whether it was sent at once. */
export function want(lower, upper) {
  forget();
  wanted = [lower, upper];
  const now = performance.now();
  const isStep = now - lastMoved > REST;
  lastMoved = now;
  unsent = () => {
    unsent = null;
    setProps("window", { data: [lower, upper] });
  };
  if (isStep) unsent();
  else resting = setTimeout(unsent, REST);
  keeping = setTimeout(forget, KEPT);
  return isStep;
}

/* Show the whole span of the file. */
export function fit() {
  forget();
  setProps("window", { data: null });
}

export function showOnStrip(lower, upper) {
  const strip = chart("overview");
  const meta = strip && metaOf(strip);
  if (!meta) return;
  const inside = (second) => Math.min(meta.width, Math.max(0, toX(meta, second)));
  showWindow(strip, inside(lower), inside(upper));
}

/* Move the drawn figure; nothing is sent. */
export function move(graph, lower, upper) {
  const meta = metaOf(graph);
  showRange(graph, toX(meta, lower), toX(meta, upper));
}

let frame = 0;
let late = 0;

/* Show a window: during a movement the browser moves the drawn figure at once; after a single step
   only if the server's figure is late, since drawing twice takes longer. */
export function show(graph, lower, upper) {
  const isStep = want(lower, Math.max(upper, lower + SHORTEST));
  const preview = () => {
    frame = 0;
    if (!wanted) return;
    move(graph, ...wanted);
    showOnStrip(...wanted);
  };
  cancelPreview();
  if (isStep) late = setTimeout(preview, PATIENCE);
  else frame ||= requestAnimationFrame(preview);
}

export const cancelPreview = () => clearTimeout(late);

export const zoom = (graph, factor, at) => show(graph, ...zoomed(shownWindow(graph), factor, at));

export const pan = (graph, share) => show(graph, ...panned(shownWindow(graph), share));

/* Move a figure of an earlier window to the wanted window; smaller differences are from the server,
   which rounds windows to days or minutes by less than a fiftieth of their span. */
export function keepWanted(graph) {
  if (!wanted) return;
  const [lower, upper] = drawnWindow(graph);
  const off = Math.abs(lower - wanted[0]) + Math.abs(upper - wanted[1]);
  if (off > (wanted[1] - wanted[0]) / 50) move(graph, ...wanted);
}

document.addEventListener("click", ({ target }) => target.closest?.("a[href^='?']") && forget());
window.addEventListener("popstate", forget);
