/* The time window: a gesture shows it at once; it is sent to the server when the gesture rests. */
import { drawing, scaleOf, showOnStrip, showPixels } from "./drawing.mjs";
import { setProps } from "./dash.mjs";
import { SHORTEST, panned, toSecond, toX, zoomed } from "./time_scale.mjs";

/* In milliseconds: rest after which a movement is sent, time for which drawings of an earlier
   window are moved to the wanted one, and time after which a drag asks for a drawing of what it has
   brought into view. */
const REST = 90;
const KEPT = 700;
const LIVE = 220;
/* Share of the whole span from which upward a window counts as the whole span. */
const WHOLE = 0.97;
/* Factor of one step of zooming in. */
export const ZOOM_IN = 0.6;

let wanted = null;
let unsent = null;
let resting = 0;
let keeping = 0;
let lastMoved = -Infinity;
let lastSent = -Infinity;

/* The window that the chart was drawn for, and the window that it will show, in seconds. */
export function drawnWindow(svg) {
  const { lower, upper } = svg.dataset;
  return [Number(lower), Number(upper)];
}
export const shownWindow = (svg) => wanted || drawnWindow(svg);
export const wantedWindow = () => wanted;

/* In seconds: `lower` and `upper` end of the whole span of the file, and its `last` event. */
export function wholeSpan() {
  const { lower, upper, last } = drawing("overview").dataset;
  return { lower: Number(lower), upper: Number(upper), last: Number(last) };
}

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

/* Send a window: a single step at once, the further steps of a movement after a rest, those of a
   drag now and then. */
function want(lower, upper, isDrag) {
  forget();
  wanted = [lower, upper];
  const now = performance.now();
  const isDue = now - lastMoved > REST || (isDrag && now - lastSent > LIVE);
  lastMoved = now;
  unsent = () => {
    unsent = null;
    lastSent = performance.now();
    setProps("window", { data: [lower, upper] });
  };
  if (isDue) unsent();
  else resting = setTimeout(unsent, REST);
  keeping = setTimeout(forget, KEPT);
}

/* Show the whole span of the file. */
export function fit() {
  forget();
  setProps("window", { data: null });
}

/* The pixels of the drawing between which a window lies. */
const pixelsOf = (svg, window) => window.map((second) => toX(scaleOf(svg), second));

/* Move the drawing; nothing is sent. */
export const move = (svg, lower, upper) => showPixels(svg, ...pixelsOf(svg, [lower, upper]));

let frame = 0;

/* Show a window: the browser moves the drawing at once, the server draws another after a rest. */
export function show(svg, lower, upper, isDrag = false) {
  want(lower, Math.max(upper, lower + SHORTEST), isDrag);
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    const now = wanted && drawing("timeline");
    if (!now) return;
    move(now, ...wanted);
    showOnStrip(...wanted);
  });
}

/* Show the pixels that a change of the shown pixels gives: what is under the pointer stays there,
   on a stretched axis too. */
export function showChanged(svg, change, isDrag = false) {
  const changed = change(pixelsOf(svg, shownWindow(svg)));
  const [lower, upper] = changed.map((x) => toSecond(scaleOf(svg), x));
  show(svg, lower, upper, isDrag);
}

export const zoom = (svg, factor, at) => showChanged(svg, (pixels) => zoomed(pixels, factor, at));

export const pan = (svg, share, isDrag = false) =>
  showChanged(svg, (pixels) => panned(pixels, share), isDrag);

/* Move a drawing of an earlier window to the wanted window; smaller differences are from the
   server, which rounds windows to days or minutes by less than a fiftieth of their span. */
export function keepWanted(svg) {
  if (!wanted) return;
  const [lower, upper] = drawnWindow(svg);
  const off = Math.abs(lower - wanted[0]) + Math.abs(upper - wanted[1]);
  if (off > (wanted[1] - wanted[0]) / 50) move(svg, ...wanted);
}

document.addEventListener("click", ({ target }) => target.closest?.("a[href^='?']") && forget());
window.addEventListener("popstate", forget);
