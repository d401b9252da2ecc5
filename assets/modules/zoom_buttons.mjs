/* The buttons that zoom in, zoom out and show the whole span. */
import { chart } from "./chart.mjs";
import { ZOOM_IN, fit, zoom } from "./time_window.mjs";

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-zoom]");
  const graph = chart("timeline");
  if (!button || !graph) return;
  if (button.dataset.zoom === "fit") fit();
  else zoom(graph, button.dataset.zoom === "in" ? ZOOM_IN : 1 / ZOOM_IN);
});
