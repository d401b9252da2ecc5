/* Play: the window moves through time, one interval after the other, until the reader stops it. */
import { drawing } from "./drawing.mjs";
import { hush, loud, say } from "./announce.mjs";
import { byId } from "./dom.mjs";
import { isWhole, move, release, show, shownWindow, wholeSpan } from "./time_window.mjs";

/* In milliseconds: time for which an interval is shown, and duration of the slide to the next. */
const SHOWN = { slow: 2400, normal: 1200, fast: 600 };
const SLIDE = 300;
/* Time after which the last window is shown, in milliseconds. */
const SETTLED = 800;
/* Number of intervals if the whole span is in view at the start. */
const PARTS = 12;

const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const timeline = () => drawing("timeline");
let playing = 0;

function showState(label, isPressed) {
  byId("play").textContent = label;
  byId("play").setAttribute("aria-pressed", String(isPressed));
}

/* Steps are not announced; the end says which events are in view. */
function stop() {
  clearTimeout(playing);
  playing = 0;
  showState("▶", false);
  setTimeout(() => {
    loud("play");
    say(byId("selection-summary").textContent);
  }, SETTLED);
}

function pause() {
  const chosen = document.querySelector("#play-speed input:checked")?.value;
  const wait = SHOWN[chosen] ?? SHOWN.normal;
  return calm.matches ? Math.max(wait, SHOWN.normal) : wait;
}

/* Slide to the next interval, or, with reduced motion, show it at once. */
function slide([from, to], [lower, upper]) {
  if (calm.matches) return show(timeline(), lower, upper);
  release();
  const begun = performance.now();
  const frame = (now) => {
    if (!playing) return;
    const share = Math.min(1, (now - begun) / SLIDE);
    if (share === 1) return show(timeline(), lower, upper);
    move(timeline(), from + (lower - from) * share, to + (upper - to) * share);
    requestAnimationFrame(frame);
  };
  return requestAnimationFrame(frame);
}

function step() {
  const [lower, upper] = shownWindow(timeline());
  if (upper >= wholeSpan().last) return stop();
  slide([lower, upper], [upper, upper + (upper - lower)]);
  playing = setTimeout(step, pause());
  return undefined;
}

/* Start at the window, or, if the whole span or its end is in view, at the start of the span. */
function play() {
  hush("play");
  showState("❚❚", true);
  const { lower, upper, last } = wholeSpan();
  const now = shownWindow(timeline());
  if (isWhole(now) || now[1] >= last) {
    const length = isWhole(now) ? (upper - lower) / PARTS : now[1] - now[0];
    show(timeline(), lower, lower + length);
  }
  playing = setTimeout(step, pause());
}

document.addEventListener("click", ({ target }) => {
  if (target.closest?.("#play")) return playing ? stop() : play();
  if (playing && target.closest?.("a[href^='?'], [data-preset], [data-zoom]")) stop();
  return undefined;
});
for (const kind of ["pointerdown", "wheel", "keydown"]) {
  const stopByHand = ({ target }) => playing && target.closest?.(".figure") && stop();
  document.addEventListener(kind, stopByHand, { capture: true, passive: true });
}
