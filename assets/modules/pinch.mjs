/* Pinching the timeline keeps the seconds under both fingers; Plotly would treat it as a drag. */
import { chart, plotBox } from "./chart.mjs";
import { pinched } from "./time_scale.mjs";
import { show, shownWindow } from "./time_window.mjs";

/* The seconds under two fingers, or null. */
let held = null;

const LISTENING = { capture: true, passive: false };

/* Positions of the fingers, as shares of the width of the plot area. */
function fingers(touch, graph) {
  const box = plotBox(graph);
  return [...touch.touches].map((finger) => (finger.clientX - box.left) / box.width);
}

function onTwoFingers(kind, act) {
  const listen = (touch) => {
    const graph = touch.target.closest?.(".figure-timeline") && chart("timeline");
    if (!graph || touch.touches.length !== 2 || act(graph, fingers(touch, graph)) === false) return;
    touch.preventDefault();
    touch.stopPropagation();
  };
  document.addEventListener(kind, listen, LISTENING);
}

onTwoFingers("touchstart", (graph, shares) => {
  const [lower, upper] = shownWindow(graph);
  held = shares.map((share) => lower + share * (upper - lower));
});

onTwoFingers("touchmove", (graph, shares) => {
  if (!held) return false;
  const now = pinched(held, shares);
  if (now) show(graph, ...now);
  return true;
});

const end = (touch) => {
  if (touch.touches.length < 2) held = null;
};
document.addEventListener("touchend", end, { capture: true });
document.addEventListener("touchcancel", end, { capture: true });
