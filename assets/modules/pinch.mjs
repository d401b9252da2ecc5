/* Two fingers on the timeline keep the seconds under them; to Plotly the first would be a drag. */
import { chart, plotBox } from "./chart.mjs";
import { pinched } from "./time_scale.mjs";
import { show, shownWindow } from "./time_window.mjs";

/* The seconds under the fingers while there are two. */
let held = null;

const LISTENING = { capture: true, passive: false };

/* The fingers as shares of the plot area's width, if two touch the timeline. */
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
