/* Keys on the timeline: arrows pan and walk through the events by time, plus and minus zoom. */
import { listenToChartKeys } from "./keys.mjs";
import { byId } from "./dom.mjs";
import { mark, unmark } from "./linking.mjs";
import { idOfOpenEvent, openEvent } from "./open_event.mjs";
import { ZOOM_IN, fit, pan, zoom } from "./time_window.mjs";
import { showTip } from "./tips.mjs";

/* Share of the window by which one key press pans. */
const STEP = 0.2;

/* Id of the current event of the walk; a new drawing does not change it. */
let walked = null;

/* The events that are drawn singly, in order of time. */
function stops(svg) {
  const all = [...svg.querySelectorAll(".event[data-event]")];
  const place = ({ dataset }) => Number(dataset.x ?? dataset.y);
  return all.sort((one, other) => place(one) - place(other));
}

const say = (words) => (byId("timeline-announcer").textContent = words);

function walk(svg, step) {
  const all = stops(svg);
  let at = all.findIndex(({ dataset }) => dataset.event === (walked ?? idOfOpenEvent()));
  at = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
  const stop = all[at];
  if (!stop) {
    say(
      all.length
        ? "No further event is drawn here: pan, or zoom in"
        : "Too many events to step through: zoom in",
    );
    return;
  }
  walked = stop.dataset.event;
  mark(stop);
  showTip(stop);
  say(`${stop.getAttribute("aria-label")}. ${at + 1} of ${all.length}. Enter opens it.`);
}

const zoomIn = (svg) => zoom(svg, ZOOM_IN);

const KEYS = {
  ArrowLeft: (svg) => pan(svg, -STEP),
  ArrowRight: (svg) => pan(svg, STEP),
  ArrowDown: (svg) => walk(svg, 1),
  ArrowUp: (svg) => walk(svg, -1),
  Enter: () => walked && openEvent(walked),
  "+": zoomIn,
  "=": zoomIn,
  "-": (svg) => zoom(svg, 1 / ZOOM_IN),
  Home: fit,
};

listenToChartKeys("timeline", KEYS, () => {
  walked = null;
  unmark();
});
