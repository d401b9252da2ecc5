/* Keys on the timeline: arrows pan and walk through the events by time, plus and minus zoom. */
import { listenToChartKeys } from "./keys.mjs";
import { scaleOf } from "./drawing.mjs";
import { lastOpened, openEvent } from "./open_event.mjs";
import { ZOOM_IN, fit, pan, zoom } from "./time_window.mjs";
import { Walk } from "./walk.mjs";
import { gettext } from "./words.mjs";

/* Share of the window by which one key press pans. */
const STEP = 0.2;

/* The events of the window that are drawn singly, in order of time. */
function stops(svg) {
  const { isUpright, width } = scaleOf(svg);
  const place = ({ dataset }) => Number(dataset.x ?? dataset.y);
  const isInView = (event) => isUpright || (place(event) >= -1 && place(event) <= width + 1);
  const events = [...svg.querySelectorAll(".event[data-event]")].filter(isInView);
  return events.sort((one, other) => place(one) - place(other));
}

const walk = new Walk(
  "timeline",
  stops,
  {
    at: (place) => gettext("{name}. {number} of {all}. Enter opens it.", place),
    end: gettext("No further event is drawn here: pan, or zoom in"),
    none: gettext("No event is drawn singly here: pan, or zoom in"),
  },
  lastOpened,
);

/* Open the current event; without one, show and announce the one where the walk continues. */
function open(svg) {
  const event = walk.current(svg);
  if (event) openEvent(event.dataset.event);
  else walk.step(svg, 0);
}

function showAll(svg) {
  walk.restart();
  fit(svg);
}

const zoomIn = (svg) => zoom(svg, ZOOM_IN);

const KEYS = {
  ArrowLeft: (svg) => pan(svg, -STEP),
  ArrowRight: (svg) => pan(svg, STEP),
  ArrowDown: (svg) => walk.step(svg, 1),
  ArrowUp: (svg) => walk.step(svg, -1),
  Enter: open,
  "+": zoomIn,
  "=": zoomIn,
  "-": (svg) => zoom(svg, 1 / ZOOM_IN),
  Home: showAll,
  End: (svg) => walk.toLast(svg),
};

listenToChartKeys("timeline", KEYS, () => walk.leave());
