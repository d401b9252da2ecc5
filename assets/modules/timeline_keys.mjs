/* Keys on the timeline: arrows pan and walk through the events by time, plus and minus zoom. */
import { metaOf, pointAt, traceOf } from "./chart.mjs";
import { listenToChartKeys } from "./keys.mjs";
import { byId } from "./dom.mjs";
import { idOfOpenEvent, openEvent } from "./open_event.mjs";
import { ZOOM_IN, fit, pan, zoom } from "./time_window.mjs";

/* Share of the window by which one key press pans. */
const STEP = 0.2;

/* Id of the current event of the walk; a new figure does not change it. */
let walked = null;

/* The first mark of each event in view that is drawn singly, in order of time. */
function stops(graph) {
  const { curveNumber, x, customdata } = traceOf(graph, "marks");
  const { width, words } = metaOf(graph);
  const first = new Map();
  customdata.forEach(([id, number], pointNumber) => {
    const isInView = x[pointNumber] >= 0 && x[pointNumber] <= width;
    if (!isInView || first.has(id)) return;
    first.set(id, { id, x: x[pointNumber], curveNumber, pointNumber, words: words[number] });
  });
  return [...first.values()].sort((one, other) => one.x - other.x);
}

const say = (words) => (byId("timeline-announcer").textContent = words);

function walk(graph, step) {
  const all = stops(graph);
  let at = all.findIndex(({ id }) => id === (walked ?? idOfOpenEvent()));
  at = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
  if (!all[at]) {
    say(
      all.length
        ? "No further event is drawn here: pan, or zoom in"
        : "Too many events to step through: zoom in",
    );
    return;
  }
  const { id, curveNumber, pointNumber, words } = all[at];
  walked = id;
  pointAt(graph, curveNumber, pointNumber);
  say(`${words}. ${at + 1} of ${all.length}. Enter opens it.`);
}

const zoomIn = (graph) => zoom(graph, ZOOM_IN);

const KEYS = {
  ArrowLeft: (graph) => pan(graph, -STEP),
  ArrowRight: (graph) => pan(graph, STEP),
  ArrowDown: (graph) => walk(graph, 1),
  ArrowUp: (graph) => walk(graph, -1),
  Enter: () => walked && openEvent(walked),
  "+": zoomIn,
  "=": zoomIn,
  "-": (graph) => zoom(graph, 1 / ZOOM_IN),
  Home: fit,
};

listenToChartKeys("timeline", KEYS, () => (walked = null));
