/* Gestures on the strip: a drag moves an end of the window or all of it, or makes a new window. */
import { chart, leftMargin, metaOf, setCursor, whenDrawn } from "./chart.mjs";
import { SHORTEST, toSecond } from "./time_scale.mjs";
import { show, wantedWindow } from "./time_window.mjs";

/* Largest distance from an end of the window at which a drag moves that end, in pixels. */
const NEAR = 10;

/* The drag of a window that begins at a second. */
export function beginDrag(meta, [lower, upper], at) {
  const near = (NEAR / meta.width) * (meta.upper - meta.lower);
  const isWhole = upper - lower >= (meta.upper - meta.lower) * 0.999;
  if (Math.abs(at - lower) < near) return { kind: "lower", lower, upper };
  if (Math.abs(at - upper) < near) return { kind: "upper", lower, upper };
  if (at > lower && at < upper && !isWhole) return { kind: "move", at, lower, upper };
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

whenDrawn("overview", (graph) => {
  let drag = null;
  const second = (pointer) =>
    toSecond(
      metaOf(graph),
      pointer.clientX - graph.getBoundingClientRect().left - leftMargin(graph),
    );
  graph.addEventListener("pointerdown", (pointer) => {
    const meta = metaOf(graph);
    drag = beginDrag(meta, wantedWindow() || meta.window, second(pointer));
    graph.setPointerCapture(pointer.pointerId);
    pointer.preventDefault();
  });
  graph.addEventListener("pointermove", (pointer) => {
    if (!drag) return;
    const [lower, upper] = dragTo(drag, second(pointer));
    const timeline = chart("timeline");
    if (timeline && upper - lower > SHORTEST) show(timeline, lower, upper);
  });
  const finish = () => (drag = null);
  graph.addEventListener("pointerup", finish);
  graph.addEventListener("pointercancel", finish);
  setCursor(graph, "ew-resize");
});
