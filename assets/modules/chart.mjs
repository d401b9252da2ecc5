/* Charts: the only module that uses Plotly, its private fields and its classes of elements. */
import { whenPresent } from "./dom.mjs";

/* The chart in the element with this id; Plotly calls it a graph. */
export const chart = (id) => document.querySelector(`#${id} .js-plotly-plot`);

/* Call `act` with the chart once Plotly has drawn it for the first time. */
export function whenDrawn(id, act) {
  const drawn = () => {
    const graph = chart(id);
    return graph?.on ? graph : null;
  };
  whenPresent(drawn, act);
}

/* Data that the server sends with a figure: see `figures/timeline.py`, `figures/overview.py`. */
export const metaOf = (graph) => graph.layout.meta;

/* Ends of the horizontal axis, in pixels of the figure that the server drew. */
export const rangeOf = (graph) => graph.layout.xaxis.range;

/* Not Plotly.relayout: Dash would take its event for a new figure, and draw the figure again. */
const relayout = (graph, change) => window.Plotly.update(graph, {}, change);

export const showRange = (graph, left, right) => relayout(graph, { "xaxis.range": [left, right] });

/* The second shape of the strip is the window. */
export const showWindow = (strip, left, right) =>
  relayout(strip, { "shapes[1].x0": left, "shapes[1].x1": right });

/* A trace by its name, with its number, by which Plotly identifies it. */
export function traceOf(graph, name) {
  const curveNumber = graph.data.findIndex((trace) => trace.name === name);
  return { ...graph.data[curveNumber], curveNumber };
}

export const pointAt = (graph, curveNumber, pointNumber) =>
  window.Plotly.Fx.hover(graph, [{ curveNumber, pointNumber }]);

export const pointAtNothing = (graph) => window.Plotly.Fx.unhover(graph);

/* The element that covers the plot area, without axes and margins. */
const dragLayer = (graph) => graph.querySelector(".nsewdrag");

export const plotBox = (graph) => dragLayer(graph).getBoundingClientRect();

/* Margin to the left of the plot area, in pixels. */
export const leftMargin = (graph) => graph.layout.margin.l;

export function setCursor(graph, cursor) {
  (dragLayer(graph) || graph).style.cursor = cursor;
}

/* Upper end of the lanes, in pixels below the top of the plot area. */
export const topOfLanes = (graph) => graph._fullLayout.yaxis.l2p(0);

/* Number of the text of a trace at a point of the screen, or -1; Plotly reports no clicks on
   texts. */
export function textAt(graph, name, x, y) {
  const traces = [...graph.querySelectorAll(".scatterlayer > .trace")];
  const found = traces.find((trace) => trace.__data__?.[0]?.trace.name === name);
  return [...(found?.querySelectorAll("text") ?? [])].findIndex((text) => {
    const box = text.getBoundingClientRect();
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  });
}

/* Call `act` at a click on a mark, with the mark's custom data, if any, and the click. */
export function onMarkClick(graph, act) {
  graph.on("plotly_click", ({ event, points }) => act(points[0]?.customdata ?? [], event));
}

export const onDoubleClick = (graph, act) => graph.on("plotly_doubleclick", act);

/* Call `act` whenever the chart has been drawn, after a figure of the server or a movement. */
export const onDrawn = (graph, act) => graph.on("plotly_afterplot", act);

export const onDragging = (graph, act) => graph.on("plotly_relayouting", act);

/* Call `act` after a drag: only then does Plotly report the ends of the axis one by one. */
export function onDragged(graph, act) {
  graph.on("plotly_relayout", (change) => "xaxis.range[0]" in change && act());
}
