/* Gestures on the strip: a drag moves an end of the window or all of it, or makes a new window; a
   click moves the window to that time. */
import { drawing, plotBox, scaleOf, shareAt } from "./drawing.mjs";
import { SHORTEST, toSecond } from "./time_scale.mjs";
import { isChoosing, keepPeriod, showPeriod } from "./periods.mjs";
import { isWhole, show, shownWindow, wholeSpan } from "./time_window.mjs";

/* Largest distance from an end of the window at which a drag moves that end, in pixels. */
const NEAR = 10;

/* Largest movement of a click, in pixels, and part of the span that a click shows at first. */
const CLICK = 4;
const PART = 8;

/* The drag of a window that begins at a second; `near` is the reach of an end in seconds. */
export function beginDrag([lower, upper], at, near, whole) {
  const isAll = upper - lower >= (whole.upper - whole.lower) * 0.999;
  if (Math.abs(at - lower) < near) return { kind: "lower", lower, upper };
  if (Math.abs(at - upper) < near) return { kind: "upper", lower, upper };
  if (at > lower && at < upper && !isAll) return { kind: "move", at, lower, upper };
  return { kind: "new", at, lower: at, upper: at };
}

/* The window after a drag to another second. */
export function dragTo({ kind, at: begun, lower, upper }, at) {
  const ends = {
    lower: [at, upper],
    upper: [lower, at],
    new: [begun, at],
    move: [lower + at - begun, upper + at - begun],
  }[kind];
  return [Math.min(...ends), Math.max(...ends)];
}

/* The window around a second after a click. */
export function around([lower, upper], at, wholeSeconds) {
  const half = (wholeSeconds ? wholeSeconds / PART : upper - lower) / 2;
  return [at - half, at + half];
}

let drag = null;

const strip = ({ target }) => target.closest?.("#overview") && drawing("overview");

function secondAt(svg, pointer) {
  const share = Math.min(1, Math.max(0, shareAt(svg, pointer)));
  return toSecond(scaleOf(svg), share * scaleOf(svg).width);
}

const timeline = () => drawing("timeline");

document.addEventListener("pointerdown", (pointer) => {
  const svg = strip(pointer);
  if (!svg || !timeline() || pointer.button) return;
  svg.setPointerCapture(pointer.pointerId);
  pointer.preventDefault();
  const at = secondAt(svg, pointer);
  if (isChoosing()) {
    drag = { kind: "new", at, lower: at, upper: at, x: pointer.clientX, isPeriod: true };
    return;
  }
  const whole = wholeSpan();
  const near = (NEAR / plotBox(svg).width) * (whole.upper - whole.lower);
  const window = shownWindow(timeline());
  drag = { ...beginDrag(window, at, near, whole), x: pointer.clientX };
});

document.addEventListener("pointermove", (pointer) => {
  const svg = drag && drawing("overview");
  if (!svg || Math.abs(pointer.clientX - drag.x) <= CLICK) return;
  drag.x = -Infinity;
  const [lower, upper] = dragTo(drag, secondAt(svg, pointer));
  if (upper - lower <= SHORTEST) return;
  if (drag.isPeriod) showPeriod(lower, upper);
  else show(timeline(), lower, upper);
});

document.addEventListener("pointerup", (pointer) => {
  const svg = drag && drawing("overview");
  const isClick = drag?.x !== -Infinity;
  if (svg && drag.isPeriod && !isClick) keepPeriod(...dragTo(drag, secondAt(svg, pointer)));
  if (svg && isClick && !drag.isPeriod) {
    const window = shownWindow(timeline());
    const { lower, upper } = wholeSpan();
    const seconds = isWhole(window) ? upper - lower : 0;
    show(timeline(), ...around(window, secondAt(svg, pointer), seconds));
  }
  drag = null;
});
document.addEventListener("pointercancel", () => (drag = null));
