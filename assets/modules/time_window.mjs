/* The time window: a gesture shows it at once; the server hears of it when the gesture rests. */
import { chart, metaOf, rangeOf, showRange, showWindow } from "./chart.mjs";
import { setProps } from "./dash.mjs";
import { SHORTEST, panned, toSecond, toX, zoomed } from "./time_scale.mjs";

/* In milliseconds: how long a movement rests before the server hears of it; how long a step waits
   for the server's picture; and how long a picture of an earlier window may still arrive, which
   does not undo what the gesture shows. */
const REST = 90;
const PATIENCE = 80;
const KEPT = 700;
/* Share of the whole span from which upward a window counts as all of it. */
const WHOLE = 0.97;
/* Factor by which one step zooms in. */
export const ZOOM_IN = 0.6;

let wanted = null;
let unsent = null;
let resting = 0;
let keeping = 0;
let lastMoved = -Infinity;

/* What the chart shows, in seconds; and what it shows or is about to show. */
export const drawnWindow = (graph) => rangeOf(graph).map((x) => toSecond(metaOf(graph), x));
export const shownWindow = (graph) => wanted || drawnWindow(graph);
export const wantedWindow = () => wanted;

/* The whole span of the file, `lower` to `upper`, and its last event, `last`, in seconds. */
export const wholeSpan = () => metaOf(chart("overview"));

export function isWhole([lower, upper]) {
  const whole = wholeSpan();
  return upper - lower >= WHOLE * (whole.upper - whole.lower);
}

export function forget() {
  clearTimeout(resting);
  clearTimeout(keeping);
  wanted = unsent = null;
}

/* A hand takes over: send what was wanted before at once, and hold it no longer. */
export function release() {
  unsent?.();
  forget();
}

/* Send a window: a single step at once, the further steps of a movement when they rest. Returns
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
  const meta = strip?.layout.meta;
  if (!meta) return;
  const inside = (second) => Math.min(meta.width, Math.max(0, toX(meta, second)));
  showWindow(strip, inside(lower), inside(upper));
}

/* Move the picture that is drawn; the server does not hear of it. */
export function move(graph, lower, upper) {
  const meta = metaOf(graph);
  showRange(graph, toX(meta, lower), toX(meta, upper));
}

let frame = 0;
let late = 0;

/* The browser moves what it has at once during a movement, and after a step only where the server
   keeps it waiting: to draw twice takes longer. */
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

/* The server rounds windows to days or minutes, by less than a fiftieth of their span. */
export function keepWanted(graph) {
  if (!wanted) return;
  const [lower, upper] = drawnWindow(graph);
  const off = Math.abs(lower - wanted[0]) + Math.abs(upper - wanted[1]);
  if (off > (wanted[1] - wanted[0]) / 50) move(graph, ...wanted);
}

document.addEventListener("click", ({ target }) => target.closest?.("a[href^='?']") && forget());
window.addEventListener("popstate", forget);
