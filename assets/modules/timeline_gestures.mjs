/* Gestures on the timeline: clicks open events or zoom into bars, the wheel zooms, drags pan. */
import * as charts from "./chart.mjs";
import { byId } from "./dom.mjs";
import { painted } from "./navigation.mjs";
import { openEvent } from "./open_event.mjs";
import { SHORTEST, windowOfBar } from "./time_scale.mjs";
import * as timeWindow from "./time_window.mjs";

/* Largest movement of a click, in pixels, and largest delay between the reports of one click by
   Plotly and by the browser, in milliseconds. */
const DRAG = 4;
const SAME_CLICK = 60;
/* Largest turn of the wheel that counts at once, and turn that zooms by the factor e, in pixels. */
const WHEEL_MOST = 80;
const WHEEL_PER_E = 240;

function titleAt(graph, click) {
  const number = charts.textAt(graph, "titles", click.clientX, click.clientY);
  return charts.metaOf(graph).titles?.[number];
}

/* Show the interval of the bar under the pointer after a click on a histogram. */
function zoomIntoBar(graph, click) {
  const meta = charts.metaOf(graph);
  const box = charts.plotBox(graph);
  const [x, y] = [click.clientX - box.left, click.clientY - box.top];
  const isInside = x >= 0 && x < meta.width && y >= charts.topOfLanes(graph) && y <= box.height;
  if (!meta.bins || !isInside) return;
  // In the shortest window zooming cannot separate events, but the list has them all.
  if (meta.upper - meta.lower <= SHORTEST) byId("event-list").focus();
  else timeWindow.show(graph, ...windowOfBar(meta, x));
}

function followFigures(graph) {
  let drawn = null;
  charts.onDrawn(graph, () => {
    timeWindow.keepWanted(graph);
    const meta = charts.metaOf(graph);
    // A movement draws the same figure again; only a figure of the server has a new selection.
    if (!meta || meta === drawn) return;
    drawn = meta;
    timeWindow.cancelPreview();
    painted(drawn.query);
  });
}

function listenToClicks(graph) {
  let opened = -Infinity;
  charts.onMarkClick(graph, ([id], click) => {
    if (!id) return;
    opened = click?.timeStamp ?? performance.now();
    openEvent(id);
  });
  let pressed = [0, 0];
  const press = (down) => {
    pressed = [down.clientX, down.clientY];
    timeWindow.release();
  };
  graph.addEventListener("pointerdown", press, true);
  graph.addEventListener("click", (click) => {
    const moved = Math.hypot(click.clientX - pressed[0], click.clientY - pressed[1]);
    if (moved > DRAG || click.timeStamp - opened < SAME_CLICK) return;
    const id = titleAt(graph, click);
    if (id) openEvent(id);
    else zoomIntoBar(graph, click);
  });
}

function listenToWheel(graph) {
  const turn = (wheel) => {
    if (!wheel.ctrlKey && Math.abs(wheel.deltaY) < Math.abs(wheel.deltaX)) return;
    wheel.preventDefault();
    const box = charts.plotBox(graph);
    const at = Math.min(1, Math.max(0, (wheel.clientX - box.left) / box.width));
    const turned = Math.max(-WHEEL_MOST, Math.min(WHEEL_MOST, wheel.deltaY));
    timeWindow.zoom(graph, Math.exp(turned / WHEEL_PER_E), at);
  };
  graph.addEventListener("wheel", turn, { passive: false });
}

charts.whenDrawn("timeline", (graph) => {
  followFigures(graph);
  listenToClicks(graph);
  listenToWheel(graph);
  charts.onDragging(graph, () => timeWindow.showOnStrip(...timeWindow.drawnWindow(graph)));
  charts.onDragged(graph, () => timeWindow.want(...timeWindow.drawnWindow(graph)));
  charts.onDoubleClick(graph, timeWindow.fit);
});
